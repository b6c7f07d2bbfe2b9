// @ts-check
/**
 * How well documents answer a query, and in which order they are shown. Each part of a query gives
 * a weight to every number: 0 to those of documents that do not have it.
 */

import { each } from "./search-files.js";
import { isCjk } from "./search-text.js";

/**
 * @typedef {import("./search-files.js").Shard} Shard
 *
 * @typedef {object} Group
 * @property {string} folder
 * @property {number[]} numbers the best first
 * @property {number} best
 */

const [NAME, TITLE, WORDS, SUMMARY] = [0, 1, 2, 3];
/** How much a term counts in each field, initials of pinyin last, where it is the whole word and where it begins one. */
const WHOLE = [60, 60, 24, 10, 12];
const BEGUN = [45, 40, 16, 7, 12];
/** What characters count, by the fields that have all of them. */
const WEIGHT_OF_FIELDS = Uint8Array.from({ length: 256 }, (_, fields) => {
  const best = [TITLE, WORDS, SUMMARY].find((field) => (fields >> field) & 1);
  return best === undefined ? 0 : WHOLE[best];
});
const SAME_NAME = 1000;
const NAME_BEGUN = 100;

/**
 * How well documents are named like this.
 * @param {Shard} shard
 * @param {string} key
 * @param {number} end of the numbers
 */
export function named(shard, key, end) {
  const found = new Uint16Array(end);
  for (const [term, cells] of shard) {
    if (!begins(term, key)) continue;
    const weight = term === key ? SAME_NAME : NAME_BEGUN;
    each(cells[NAME], (number) => { found[number] = Math.max(found[number], weight); });
  }
  return found;
}

/**
 * How well documents have a word that begins like this, or a single character.
 * @param {Shard} shard
 * @param {string} word
 * @param {number} end
 */
export function worded(shard, word, end) {
  const found = new Uint16Array(end);
  for (const [term, cells] of shard) {
    if (!begins(term, word)) continue;
    const weights = term === word ? WHOLE : BEGUN;
    for (const [field, weight] of weights.entries()) {
      each(cells[field], (number) => { found[number] = Math.max(found[number], weight); });
    }
  }
  return found;
}

/**
 * How well documents have characters in a row. Every pair must be there, and all of them in one
 * field; whether they are in a row is seen in the text, once that is there.
 * @param {Shard[]} shards of each pair
 * @param {string[]} pairs
 * @param {number} end
 */
export function inRow(shards, pairs, end) {
  const all = new Uint8Array(end).fill(255);
  for (const [at, pair] of pairs.entries()) {
    const fields = new Uint8Array(end);
    for (const field of [TITLE, WORDS, SUMMARY]) {
      each(shards[at].get(pair)?.[field], (number) => { fields[number] |= 1 << field; });
    }
    for (let number = 0; number < end; number += 1) all[number] &= fields[number];
  }
  return Uint16Array.from(all, (fields) => WEIGHT_OF_FIELDS[fields]);
}

/**
 * Documents that have every word, or are named like the query, by folder.
 * @param {import("./search-files.js").Head} head
 * @param {Uint16Array} names
 * @param {Uint16Array[]} words
 * @returns {Group[]} the best first
 */
export function grouped(head, names, words) {
  const total = summed(names, words);
  const groups = head.folders.map(([folder, start], at) => {
    const end = head.folders[at + 1]?.[1] ?? head.end;
    const numbers = [];
    for (let number = start; number < end; number += 1) if (total[number]) numbers.push(number);
    numbers.sort((a, b) => total[b] - total[a] || a - b);
    return { folder, numbers, best: numbers.length ? total[numbers[0]] : 0 };
  });
  return groups.filter((group) => group.best).sort((a, b) => b.best - a.best);
}

/**
 * What names count, and words where no word is missing.
 * @param {Uint16Array} names
 * @param {Uint16Array[]} words
 */
function summed(names, words) {
  const total = Float64Array.from(names);
  for (let number = 0; number < total.length; number += 1) {
    let sum = 0;
    for (const one of words) {
      if (!one[number]) {
        sum = 0;
        break;
      }
      sum += one[number];
    }
    total[number] += sum;
  }
  return total;
}

/**
 * Whether a term begins like this. Of a single letter only itself is known: the words that begin
 * with it lie in many shards.
 * @param {string} term
 * @param {string} wanted
 */
function begins(term, wanted) {
  return wanted.length > 1 || isCjk(wanted) ? term.startsWith(wanted) : term === wanted;
}
