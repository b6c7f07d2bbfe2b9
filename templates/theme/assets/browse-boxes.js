// @ts-check
/**
 * The boxes in which words of facets are chosen: a word has a count, and the most frequent words
 * are shown until all are asked for.
 */

import { element, part } from "./elements.js";

/** @typedef {import("./facets.js").Facets} Facets */

const FEW = 8;
/** Their words have an order of their own. */
const IN_ORDER = ["kind", "year", "level", "has"];

export class Boxes {
  /**
   * @param {HTMLElement} form
   * @param {Facets} facets
   */
  constructor(form, facets) {
    this.facets = facets;
    this.all = new Map([...form.querySelectorAll("[data-facet]")].map((found) => {
      const box = /** @type {HTMLDetailsElement} */ (found);
      return [box.dataset.facet ?? "", box];
    }));
    this.names = [...this.all.keys()];
    /** @type {Record<string, number[]>} */
    this.counts = {};
    for (const [name, box] of this.all) this.fill(name, box);
  }

  /**
   * Write the words of a facet, the most frequent first; kinds, years and levels keep their order.
   * @param {string} name
   * @param {HTMLElement} box
   */
  fill(name, box) {
    const { words } = this.facets.columns[name];
    box.hidden = words.length === 0;
    const { counts } = this.facets.find(new Map(), "", [name]);
    const order = words.map((_, at) => at + 1);
    if (!IN_ORDER.includes(name)) {
      order.sort((a, b) => counts[name][b] - counts[name][a] || a - b);
    }
    part(box, "ul").replaceChildren(...order.map((number) => this.word(name, number)));
    this.offerAll(box);
  }

  /**
   * @param {string} name
   * @param {number} number
   */
  word(name, number) {
    const word = this.facets.columns[name].words[number - 1];
    const input = document.createElement("input");
    input.type = "checkbox";
    input.name = name;
    input.value = word[0];
    input.dataset.number = String(number);
    const label = element("label", "", input, element("span", "", this.facets.label(word)));
    label.append(" ", element("span", "vs-facet__count"));
    return element("li", "", label);
  }

  /** @param {HTMLElement} box */
  offerAll(box) {
    const button = part(box, ":scope > button");
    const fewer = button.dataset.fewer ?? "";
    const all = button.textContent ?? "";
    button.addEventListener("click", () => {
      const open = box.classList.toggle("vs-facet--all");
      button.textContent = open ? fewer : all;
      this.show(this.counts);
    });
  }

  /** @returns {HTMLInputElement[]} */
  inputs() {
    return [...this.all.values()].flatMap((box) => [...box.querySelectorAll("input")]);
  }

  /** The words that are chosen. */
  chosen() {
    return this.inputs().filter((input) => input.checked);
  }

  /** @returns {import("./facets.js").Choice} */
  choice() {
    const choice = new Map(this.names.map((name) => [name, new Set()]));
    for (const { name, dataset } of this.chosen()) choice.get(name)?.add(Number(dataset.number));
    return choice;
  }

  /**
   * Choose what an address says; boxes with a chosen word are open.
   * @param {URLSearchParams} query
   */
  restore(query) {
    for (const input of this.inputs()) {
      input.checked = query.getAll(input.name).includes(input.value);
      const box = this.all.get(input.name);
      if (box && input.checked) box.open = true;
    }
  }

  clear() {
    for (const input of this.inputs()) input.checked = false;
  }

  /**
   * The count beside every word; words that would find nothing step back.
   * @param {Record<string, number[]>} counts
   */
  show(counts) {
    this.counts = counts;
    for (const [name, box] of this.all) this.showWords(box, counts[name]);
  }

  /**
   * @param {HTMLElement} box
   * @param {readonly number[] | undefined} counts
   */
  showWords(box, counts) {
    const all = box.classList.contains("vs-facet--all");
    let [chosen, listed, hidden] = [0, 0, 0];
    for (const place of box.querySelectorAll("li")) {
      const input = /** @type {HTMLInputElement} */ (part(place, "input"));
      const count = counts?.[Number(input.dataset.number)] ?? 0;
      part(place, ".vs-facet__count").textContent = String(count);
      place.classList.toggle("vs-facet--none", !count);
      place.hidden = !(all || input.checked || (count > 0 && listed < FEW));
      if (input.checked) chosen += 1;
      if (place.hidden) hidden += 1;
      else listed += 1;
    }
    part(box, ":scope > button").hidden = !all && !hidden;
    part(box, "summary span").textContent = chosen ? String(chosen) : "";
  }
}
