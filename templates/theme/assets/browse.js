// @ts-check
/**
 * The browse page: facets whose counts follow the choice, a filter for names and titles, sorting,
 * and an address that holds all of it. Until the data is there, and if it does not come, the page
 * shows its plain lists.
 */

import { addressWith, carry } from "./address.js";
import { copyBibtex } from "./bibtex.js";
import { Boxes } from "./browse-boxes.js";
import { Chosen } from "./browse-chosen.js";
import { Rows } from "./browse-rows.js";
import { part } from "./elements.js";
import { Facets } from "./facets.js";
// What those import is named here as well, so that all of it is fetched at once.
import "./basket.js";
import "./copy.js";
import "./titles.js";

const PAUSE_MS = 150;
const SORTS = ["newest", "oldest", "name", "added"];

class Browser {
  /**
   * @param {HTMLFormElement} form
   * @param {Facets} facets
   */
  constructor(form, facets) {
    this.form = form;
    this.facets = facets;
    this.boxes = new Boxes(form, facets);
    this.rows = new Rows(form, facets);
    this.text = /** @type {HTMLInputElement} */ (part(form, "[name=q]"));
    this.sort = /** @type {HTMLSelectElement} */ (part(form, "[name=sort]"));
    this.count = part(form, ".vs-found__count");
    this.bibtex = part(form, ".vs-found__bibtex");
    this.bibtex.dataset.say = this.bibtex.textContent ?? "";
    this.bar = new Chosen(form, {
      drop: (input) => {
        input.checked = false;
        this.chosen("push");
      },
      clear: () => {
        this.boxes.clear();
        this.text.value = "";
        this.chosen("push");
      },
    });
    this.turn = 0;
    this.listen();
  }

  listen() {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", (event) => {
      if (event.target !== this.text) this.chosen("push");
    });
    let waiting = 0;
    this.text.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.chosen("replace"), PAUSE_MS);
    });
    this.bibtex.addEventListener("click", () => this.copyBibtex());
    addEventListener("popstate", () => this.restore());
  }

  /** Take the choice from the address. */
  restore() {
    const query = new URLSearchParams(location.search);
    this.boxes.restore(query);
    this.text.value = query.get("q") ?? "";
    const sort = query.get("sort") ?? "";
    this.sort.value = SORTS.includes(sort) ? sort : SORTS[0];
    return this.chosen("");
  }

  /** The choice as an address says it. */
  query() {
    const query = new URLSearchParams(this.boxes.chosen().map(({ name, value }) => [name, value]));
    if (this.text.value.trim()) query.set("q", this.text.value.trim());
    if (this.sort.value !== SORTS[0]) query.set("sort", this.sort.value);
    return query;
  }

  /**
   * The choice has changed: write it into the address, and show what fits.
   * @param {"push" | "replace" | ""} how the address is written
   */
  async chosen(how) {
    const query = this.query();
    if (how === "push") history.pushState(null, "", addressWith(query));
    if (how === "replace") history.replaceState(null, "", addressWith(query));
    carry();
    this.turn += 1;
    const { turn } = this;
    if (query.has("q") || this.sort.value === "name") await this.facets.titles.load();
    if (turn === this.turn) await this.find(query.get("q") ?? "");
  }

  /** @param {string} text */
  async find(text) {
    const { facets, boxes } = this;
    const { rows, counts } = facets.find(boxes.choice(), text, boxes.names);
    boxes.show(counts);
    this.bar.show(boxes.chosen(), this.text.value.trim());
    const { none, one, found } = this.count.dataset;
    const told = [none, one][rows.length] ?? found;
    this.count.textContent = (told ?? "").replace("{number}", rows.length.toLocaleString("en"));
    this.bibtex.textContent = this.bibtex.dataset.say ?? "";
    await this.rows.show(facets.sorted(rows, this.sort.value));
  }

  /** Copy the BibTeX of everything found, and say on the button how that went. */
  async copyBibtex() {
    const { turn, rows: { found } } = this;
    const { titles } = this.facets;
    let told = this.bibtex.dataset.failed ?? "";
    try {
      await titles.load(found);
      const keys = found.map((row) => titles.of(row).citation).filter(Boolean);
      told = await copyBibtex(keys, this.bibtex.dataset);
    } catch (error) {
      console.warn(error);
    }
    if (turn === this.turn) this.bibtex.textContent = told;
  }
}

async function begin() {
  const form = part(document, ".vs-browse");
  const plain = part(document, ".vs-plain");
  if (!(form instanceof HTMLFormElement)) return;
  try {
    const lang = document.documentElement.lang.slice(0, 2);
    const facets = await Facets.load(form.dataset.data ?? "", lang);
    if (matchMedia("(max-width: 59.99em)").matches) {
      /** @type {HTMLDetailsElement} */ (part(form, ".vs-filters")).open = false;
    }
    await new Browser(form, facets).restore();
    form.hidden = false;
    plain.hidden = true;
  } catch (error) {
    part(plain, ".vs-notice").hidden = false;
    throw error;
  }
}

begin();
