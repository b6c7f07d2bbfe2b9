// @ts-check
/**
 * The index as it lies beside the site: what is asked for is fetched, and kept. How it is made is
 * told in `src/vidstore/search/`; what is found here is never less than a plain search would find.
 */

import { fold, isCjk, nameKey, runs, shardKey } from "./search-text.js";

/**
 * @typedef {object} Language
 * @property {Record<string, string>} texts
 * @property {Record<string, string>} labels of folders
 * @property {string[]} examples
 *
 * @typedef {object} Head
 * @property {string} version
 * @property {number} shards
 * @property {number} chunk
 * @property {number} end
 * @property {[string, number][]} folders in order, each with its first number
 * @property {[string, string][]} words in Chinese and English
 * @property {Record<string, Language>} languages
 *
 * @typedef {object} Entry
 * @property {number} number
 * @property {string} key
 * @property {string} name
 * @property {{zh: string, en: string}} title
 * @property {{zh: string, en: string}} summary
 * @property {number[]} words
 * @property {string} date
 * @property {string[]} authors
 * @property {string[]} aliases
 *
 * @typedef {object} Group
 * @property {string} folder
 * @property {number[]} numbers the best first
 * @property {number} best
 *
 * @typedef {object} Answer
 * @property {string[]} runs what was asked for, folded
 * @property {Group[]} groups the best first
 *
 * @typedef {Map<string, string[]>} Shard the cells of each term
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
const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const VALUES = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value += 1) VALUES[DIGITS.charCodeAt(value)] = value;
/** A pasted paragraph is answered by its beginning. */
const [MOST_RUNS, MOST_CHARACTERS, LONGEST] = [12, 24, 40];

/**
 * Call `take` with each number of a cell.
 * @param {string | undefined} cell
 * @param {(number: number) => void} take
 */
function each(cell, take) {
  if (!cell) return;
  let [number, gap, shift] = [0, 0, 0];
  for (let at = 0; at < cell.length; at += 1) {
    const value = VALUES[cell.charCodeAt(at)];
    gap |= (value & 31) << shift;
    if (value > 31) {
      shift += 5;
    } else {
      number += gap;
      take(number);
      gap = shift = 0;
    }
  }
}

/**
 * @param {string} key
 * @param {number} shards
 */
function shardOf(key, shards) {
  let found = 0x811c9dc5;
  for (const char of key) found = Math.imul(found ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return ((found ^ (found >>> 15)) >>> 0) % shards;
}

/** @param {string} run */
const size = (run) => Array.from(run).length;

/**
 * The overlapping pairs of a run.
 * @param {string} run
 */
function pairs(run) {
  const chars = Array.from(run);
  return chars.slice(1).map((char, at) => chars[at] + char);
}

export class Index {
  /**
   * @param {URL} place
   * @param {Head} head
   */
  constructor(place, head) {
    this.place = place;
    this.head = head;
    /** @type {Map<string, Promise<any>>} */
    this.loaded = new Map();
  }

  /**
   * The index at an address.
   * @param {URL} place
   */
  static async at(place) {
    const answer = await fetch(new URL("index.json", place), { cache: "no-cache" });
    if (!answer.ok) throw new Error(answer.statusText);
    return new Index(place, await answer.json());
  }

  /**
   * What is found for a query, in all documents.
   * @param {string} query
   * @returns {Promise<Answer>}
   */
  async ask(query) {
    const asked = settled([...new Set(runs(query))].slice(0, MOST_RUNS));
    const [names, ...words] = await Promise.all([
      this.names(nameKey(query).slice(0, LONGEST)),
      ...asked.map((run) => (isCjk(run) && size(run) > 1 ? this.row(run) : this.word(run))),
    ]);
    return { runs: asked, groups: this.grouped(names, words) };
  }

  /**
   * How well documents are named like this.
   * @param {string} key
   */
  async names(key) {
    const found = this.nothing();
    if (!key) return found;
    for (const [term, cells] of await this.shard(key)) {
      if (!begins(term, key)) continue;
      const weight = term === key ? SAME_NAME : NAME_BEGUN;
      each(cells[NAME], (number) => { found[number] = Math.max(found[number], weight); });
    }
    return found;
  }

  /**
   * How well documents have a word that begins like this, or a single character.
   * @param {string} word
   */
  async word(word) {
    const found = this.nothing();
    for (const [term, cells] of await this.shard(word)) {
      if (!begins(term, word)) continue;
      const weights = term === word ? WHOLE : BEGUN;
      for (const [field, weight] of weights.entries()) {
        each(cells[field], (number) => { found[number] = Math.max(found[number], weight); });
      }
    }
    return found;
  }

  /**
   * How well documents have these characters in a row. Every pair must be there, and all of them
   * in one field; whether they are in a row is seen in the text, once that is there.
   * @param {string} run
   */
  async row(run) {
    const terms = pairs(run);
    const shards = await Promise.all(terms.map((term) => this.shard(term)));
    const all = new Uint8Array(this.head.end).fill(255);
    for (const [at, term] of terms.entries()) {
      const fields = new Uint8Array(this.head.end);
      for (const field of [TITLE, WORDS, SUMMARY]) {
        each(shards[at].get(term)?.[field], (number) => { fields[number] |= 1 << field; });
      }
      for (let number = 0; number < all.length; number += 1) all[number] &= fields[number];
    }
    return Uint16Array.from(all, (fields) => WEIGHT_OF_FIELDS[fields]);
  }

  nothing() {
    return new Uint16Array(this.head.end);
  }

  /**
   * Documents that have every word, or are named like the query, by folder.
   * @param {Uint16Array} names
   * @param {Uint16Array[]} words
   * @returns {Group[]}
   */
  grouped(names, words) {
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
    const groups = this.head.folders.map(([folder, start], at) => {
      const end = this.head.folders[at + 1]?.[1] ?? this.head.end;
      const numbers = [];
      for (let number = start; number < end; number += 1) if (total[number]) numbers.push(number);
      numbers.sort((a, b) => total[b] - total[a] || a - b);
      return { folder, numbers, best: numbers.length ? total[numbers[0]] : 0 };
    });
    return groups.filter((group) => group.best).sort((a, b) => b.best - a.best);
  }

  /**
   * The entries with these numbers which do have the runs that were asked for.
   * @param {number[]} numbers
   * @param {string[]} asked
   * @returns {Promise<Entry[]>}
   */
  async entries(numbers, asked) {
    const rows = asked.filter((run) => isCjk(run) && size(run) > 2);
    const found = await Promise.all(numbers.map((number) => this.entry(number)));
    return found.filter((entry) => {
      if (!rows.length) return true;
      const texts = this.texts(entry).map(fold);
      return rows.every((row) => texts.some((text) => text.includes(row)));
    });
  }

  /**
   * Everything by which an entry is found.
   * @param {Entry} entry
   */
  texts(entry) {
    const words = entry.words.flatMap((word) => this.head.words[word]);
    const { title, summary } = entry;
    return [entry.name, ...entry.aliases, ...Object.values(title), ...Object.values(summary), ...words, ...entry.authors];
  }

  /**
   * @param {number} number
   * @returns {Promise<Entry>}
   */
  async entry(number) {
    const chunk = await this.load(`records/${Math.floor(number / this.head.chunk)}.json`, (text) =>
      new Map(JSON.parse(text).map((/** @type {any[]} */ fields) => [fields[0], fields])));
    const [, key, name, zh, en, summaryZh, summaryEn, words, date, authors, aliases] = chunk.get(number);
    const [title, summary] = [{ zh, en: en || zh }, { zh: summaryZh, en: summaryEn }];
    return { number, key, name, title, summary, words, date, authors, aliases };
  }

  /**
   * @param {string} term
   * @returns {Promise<Shard>}
   */
  shard(term) {
    const place = shardOf(shardKey(term), this.head.shards);
    return this.load(`terms/${place}.txt`, (text) => {
      const lines = text.split("\n").slice(0, -1).map((line) => line.split("\t"));
      return new Map(lines.map(([first, ...cells]) => [first, cells]));
    });
  }

  /**
   * A file of the index, read once. The version in the address is that of all files, so that no
   * cache mixes two builds.
   * @template T
   * @param {string} name
   * @param {(text: string) => T} read
   * @returns {Promise<T>}
   */
  load(name, read) {
    let found = this.loaded.get(name);
    if (!found) {
      found = fetch(new URL(`${name}?${this.head.version}`, this.place)).then(async (answer) => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return read(await answer.text());
      });
      found.catch(() => this.loaded.delete(name));
      this.loaded.set(name, found);
    }
    return found;
  }
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

/**
 * The runs to look up: no longer than is sensible, and without a last letter that is still to
 * become a word.
 * @param {string[]} asked
 */
function settled(asked) {
  const cut = asked.map((run) => Array.from(run).slice(0, isCjk(run) ? MOST_CHARACTERS : LONGEST).join(""));
  const last = cut.at(-1) ?? "";
  const others = cut.slice(0, -1);
  const isBegun = last.length === 1 && !isCjk(last) && others.some((run) => run.length > 1 || isCjk(run));
  return isBegun ? others : cut;
}
