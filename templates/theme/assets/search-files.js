// @ts-check
/**
 * The files of the index as they lie beside the site: what is asked for is fetched, and kept. How
 * they are made is told in `src/vidstore/search/`.
 */

import { shardKey } from "./search-text.js";

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
 * @typedef {Map<string, string[]>} Shard the cells of each term
 */

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const VALUES = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value += 1) VALUES[DIGITS.charCodeAt(value)] = value;

/**
 * Call `take` with each number of a cell.
 * @param {string | undefined} cell
 * @param {(number: number) => void} take
 */
export function each(cell, take) {
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

export class Files {
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
   * The files at an address.
   * @param {URL} place
   */
  static async at(place) {
    const answer = await fetch(new URL("index.json", place), { cache: "no-cache" });
    if (!answer.ok) throw new Error(answer.statusText);
    return new Files(place, await answer.json());
  }

  /**
   * The shard in which a term would be.
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
