// @ts-check
/**
 * All entries as rows of small numbers: which rows fit a choice, how many would fit another, and in
 * which order. Knows nothing of the page. `assets/browse/` says what the numbers mean.
 *
 * @typedef {{ words: string[][], rows: (number | number[])[] }} Column
 *   a word is its id, then its name in Chinese and, where that differs, in English
 * @typedef {{ rows: string, size: number, columns: Record<string, Column> }} Data
 * @typedef {Map<string, Set<number>>} Choice numbers of words, by facet
 */

import { Titles, wordsOf } from "./titles.js";

/** Both of these are wanted where two are chosen; of other facets, either. */
const ALL_OF = new Set(["has"]);

/**
 * @param {number | number[]} cell
 * @returns {readonly number[]}
 */
const numbers = (cell) => (typeof cell === "number" ? (cell ? [cell] : []) : cell);

/**
 * Years, newest first, out of dates.
 * @param {Column} dates
 * @returns {Column}
 */
function yearsOf(dates) {
  const years = dates.words.map(([date]) => date.slice(0, 4));
  const words = [...new Set(years)];
  const places = years.map((year) => words.indexOf(year) + 1);
  const rows = dates.rows.map((cell) => (typeof cell === "number" && cell ? places[cell - 1] : 0));
  return { words: words.map((year) => [year, year]), rows };
}

/**
 * @param {string} address
 * @param {RequestCache} cache
 */
async function json(address, cache) {
  const answer = await fetch(address, { cache });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

export class Facets {
  /**
   * @param {Data} data
   * @param {Titles} titles
   * @param {string} lang
   */
  constructor(data, titles, lang) {
    this.size = data.size;
    /** @type {Record<string, Column>} */
    this.columns = { ...data.columns, year: yearsOf(data.columns.date) };
    this.titles = titles;
    this.lang = lang;
  }

  /**
   * @param {string} folder
   * @param {string} lang
   */
  static async load(folder, lang) {
    const [data, index] = await Promise.all([
      json(`${folder}facets.json`, "no-cache"),
      json(`${folder}titles.json`, "no-cache"),
    ]);
    const titles = new Titles(index, folder, lang);
    if (data.rows === index.rows) return new Facets(data, titles, lang);
    // A new site was put in place between the two answers.
    return new Facets(await json(`${folder}facets.json`, "reload"), titles, lang);
  }

  /**
   * The name of a word in the page's language.
   * @param {string[]} word
   */
  label(word) {
    return (this.lang === "en" && word[2]) || word[1];
  }

  /**
   * The words of a row in a column.
   * @param {string} column
   * @param {number} row
   */
  words(column, row) {
    const { words, rows } = this.columns[column];
    return numbers(rows[row]).map((number) => words[number - 1]);
  }

  /**
   * The rows that fit a choice and contain all words of a text, and for each facet how many rows
   * fit everything else and have each of its words.
   * @param {Choice} choice
   * @param {string} text titles must be there, if it is not empty
   * @param {readonly string[]} facets
   */
  find(choice, text, facets) {
    const parts = wordsOf(text);
    const active = [...choice].filter(([, chosen]) => chosen.size);
    /** @type {Record<string, number[]>} */
    const counts = {};
    for (const name of facets) counts[name] = new Array(this.columns[name].words.length + 1).fill(0);
    const rows = [];
    for (let row = 0; row < this.size; row += 1) {
      if (parts.length && !this.titles.contain(row, parts)) continue;
      const failed = active.filter(([name, chosen]) => !this.fits(name, row, chosen));
      if (failed.length > 1) continue;
      if (!failed.length) rows.push(row);
      // A row that only one facet turns away counts there: choosing its word would bring it in.
      const counted = failed.length ? [failed[0][0]].filter((name) => !ALL_OF.has(name)) : facets;
      for (const name of counted) {
        for (const number of numbers(this.columns[name].rows[row])) counts[name][number] += 1;
      }
    }
    return { rows, counts };
  }

  /**
   * @param {string} name
   * @param {number} row
   * @param {Set<number>} chosen
   */
  fits(name, row, chosen) {
    const own = numbers(this.columns[name].rows[row]);
    return ALL_OF.has(name)
      ? [...chosen].every((number) => own.includes(number))
      : own.some((number) => chosen.has(number));
  }

  /**
   * Put rows in order; ties keep the order of the lists. For names, all titles must be there.
   * @param {number[]} rows
   * @param {string} sort
   */
  sorted(rows, sort) {
    if (sort === "name") return this.titles.sorted(rows);
    const { date, added } = this.columns;
    /** @param {number} row */
    const newest = (row) => Number(date.rows[row]) || Infinity;
    /** @param {number} row */
    const oldest = (row) => (date.rows[row] ? -Number(date.rows[row]) : Infinity);
    const key = sort === "oldest" ? oldest : newest;
    return rows.sort((a, b) => {
      const first = sort === "added" ? Number(added.rows[a]) - Number(added.rows[b]) : 0;
      return first || (key(a) === key(b) ? a - b : key(a) - key(b));
    });
  }
}
