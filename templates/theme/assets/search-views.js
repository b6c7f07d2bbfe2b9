// @ts-check
/**
 * Groups of results as far as they are shown. Only its text tells whether an entry is a result, so
 * numbers are looked at a few at a time, and no more of them than are shown.
 */

import { drawn, make } from "./search-results.js";
import { pageOf } from "./search-words.js";

/**
 * @typedef {import("./search-index.js").Index} Index
 * @typedef {import("./search-results.js").Sight} Sight
 */

/** How many results each of so many groups begins with: some twenty together. */
const FIRST = [12, 12, 7, 5, 4];
const FEWEST = 3;
const STEP = 12;
const ROUNDS = 4;
/** So many more are shown at once rather than offered. */
const FEW = 2;

export class View {
  /**
   * @param {Index} index
   * @param {import("./search-ranking.js").Group} group
   */
  constructor(index, { folder, numbers }) {
    this.index = index;
    this.folder = folder;
    this.numbers = numbers;
    /** The first number that was not looked at. */
    this.next = 0;
    /** @type {import("./search-files.js").Entry[]} */
    this.shown = [];
  }

  /** How many numbers were not looked at. */
  get rest() {
    return this.numbers.length - this.next;
  }

  /** How many results there are; those that were looked at and are none do not count. */
  get count() {
    return this.rest + this.shown.length;
  }

  /** How many results are offered to be shown as well. */
  get offered() {
    return Math.min(STEP, this.rest);
  }

  /**
   * Look at numbers until so many of them are shown. Where characters are found apart again and
   * again, the rest is left until it is asked for.
   * @param {number} most
   * @param {string[]} runs
   */
  async fill(most, runs) {
    for (let round = 0; round < ROUNDS && this.shown.length < most && this.rest > 0; round += 1) {
      const wanted = most - this.shown.length;
      const batch = this.numbers.slice(this.next, this.next + (this.rest <= wanted + FEW ? this.rest : wanted));
      this.next += batch.length;
      this.shown.push(...(await this.index.entries(batch, runs)));
    }
  }

  /** @param {string[]} runs */
  fillMore(runs) {
    return this.fill(this.shown.length + STEP, runs);
  }

  /**
   * The group with its heading; its results are options.
   * @param {string} label
   * @param {Sight} sight
   */
  draw(label, sight) {
    const id = `vs-group-${this.folder}`;
    const head = make("p", { class: "vs-search__group", id, role: "presentation" }, label, make("span", {}, String(this.count)));
    const options = this.shown.map((entry) => make("a", {
      role: "option", tabindex: "-1", id: `vs-result-${entry.number}`, class: "vs-result", "aria-selected": "false",
      href: pageOf(entry.key),
    }, ...drawn(entry, sight)));
    return make("div", { role: "group", "aria-labelledby": id }, head, ...options);
  }
}

/**
 * The groups of an answer that have results, each with its first ones.
 * @param {Index} index
 * @param {import("./search-index.js").Answer} answer
 */
export async function viewsOf(index, { groups, runs }) {
  const views = groups.map((group) => new View(index, group));
  const most = FIRST[Math.min(views.length, FIRST.length) - 1];
  await Promise.all(views.map((view, at) => view.fill(at < FIRST.length ? most : FEWEST, runs)));
  return views.filter((view) => view.count);
}
