// @ts-check
/**
 * What is found for a query: never less than a plain search of all texts would find. The index
 * tells which documents to look at, their texts tell the rest.
 */

import { Files } from "./search-files.js";
import { grouped, inRow, named, worded } from "./search-ranking.js";
import { fold, isCjk, nameKey, runs } from "./search-text.js";

/**
 * @typedef {import("./search-files.js").Entry} Entry
 *
 * @typedef {object} Answer
 * @property {string[]} runs what was asked for, folded
 * @property {import("./search-ranking.js").Group[]} groups the best first
 */

/** A pasted paragraph is answered by its beginning. */
const [MOST_RUNS, MOST_CHARACTERS, LONGEST] = [12, 24, 40];

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

export class Index {
  /** @param {Files} files */
  constructor(files) {
    this.files = files;
    this.head = files.head;
  }

  /**
   * The index at an address.
   * @param {URL} place
   */
  static async at(place) {
    return new Index(await Files.at(place));
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
    return { runs: asked, groups: grouped(this.head, names, words) };
  }

  /** @param {string} key */
  async names(key) {
    const { end } = this.head;
    return key ? named(await this.files.shard(key), key, end) : new Uint16Array(end);
  }

  /** @param {string} word */
  async word(word) {
    return worded(await this.files.shard(word), word, this.head.end);
  }

  /** @param {string} run */
  async row(run) {
    const terms = pairs(run);
    const shards = await Promise.all(terms.map((term) => this.files.shard(term)));
    return inRow(shards, terms, this.head.end);
  }

  /**
   * The entries with these numbers which do have the runs that were asked for.
   * @param {number[]} numbers
   * @param {string[]} asked
   * @returns {Promise<Entry[]>}
   */
  async entries(numbers, asked) {
    const rows = asked.filter((run) => isCjk(run) && size(run) > 2);
    const found = await Promise.all(numbers.map((number) => this.files.entry(number)));
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
}
