// @ts-check
/**
 * The browse page: facets whose counts follow the choice, a filter for names and titles, sorting,
 * and an address that holds all of it. Until the data is there, and if it does not come, the page
 * shows its plain lists.
 */

import { addressWith, carry } from "./address.js";
import { offer, show as showBasket } from "./basket.js";
import { bibtexOf } from "./bibtex.js";
import { copy } from "./copy.js";
import { Facets } from "./facets.js";

const AT_ONCE = 30;
const FEW = 8;
const PAUSE_MS = 150;
const SORTS = ["newest", "oldest", "name", "added"];
const CHIPS = /** @type {const} */ (["family", "task"]);

/**
 * @param {ParentNode} within
 * @param {string} selector
 * @returns {HTMLElement}
 */
function part(within, selector) {
  const found = within.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`The page has no ${selector}`);
  return found;
}

/**
 * @param {string} tag
 * @param {string} style
 * @param {...(Node | string)} content
 */
function element(tag, style, ...content) {
  const made = document.createElement(tag);
  if (style) made.className = style;
  made.append(...content);
  return made;
}

class Browser {
  /**
   * @param {HTMLFormElement} form
   * @param {Facets} facets
   */
  constructor(form, facets) {
    this.form = form;
    this.facets = facets;
    this.text = /** @type {HTMLInputElement} */ (part(form, "[name=q]"));
    this.sort = /** @type {HTMLSelectElement} */ (part(form, "[name=sort]"));
    this.list = part(form, ".vs-list");
    this.count = part(form, ".vs-found__count");
    this.more = part(form, ".vs-found__more");
    this.bibtex = /** @type {HTMLButtonElement} */ (part(form, ".vs-found__bibtex"));
    this.bibtex.dataset.say = this.bibtex.textContent ?? "";
    this.chosenBar = part(form, ".vs-chosen");
    this.names = [...form.querySelectorAll("[data-facet]")].map(
      (box) => /** @type {HTMLElement} */ (box).dataset.facet ?? "",
    );
    /** @type {import("./facets.js").Choice} */
    this.choice = new Map();
    /** @type {number[]} */
    this.rows = [];
    this.shown = 0;
    this.turn = 0;
    for (const name of this.names) this.fill(name);
    this.listen();
  }

  /** @param {string} name */
  box(name) {
    return /** @type {HTMLDetailsElement} */ (part(this.form, `[data-facet="${name}"]`));
  }

  /**
   * Write the words of a facet, the most frequent first; kinds, years and levels keep their order.
   * @param {string} name
   */
  fill(name) {
    const { words } = this.facets.columns[name];
    const box = this.box(name);
    box.hidden = words.length === 0;
    const { counts } = this.facets.find(new Map(), "", [name]);
    const order = words.map((_, at) => at + 1);
    if (!["kind", "year", "level", "has"].includes(name)) {
      order.sort((a, b) => counts[name][b] - counts[name][a] || a - b);
    }
    part(box, "ul").replaceChildren(...order.map((number) => this.word(name, number)));
    const all = part(box, ":scope > button");
    const fewer = all.dataset.fewer ?? "";
    all.dataset.all = all.textContent ?? "";
    all.addEventListener("click", () => {
      const open = box.classList.toggle("vs-facet--all");
      all.textContent = open ? fewer : (all.dataset.all ?? "");
      this.showCounts();
    });
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
    this.more.addEventListener("click", () => this.showMore());
    this.bibtex.addEventListener("click", () => this.copyBibtex());
    part(this.chosenBar, ":scope > button").addEventListener("click", () => {
      for (const input of this.inputs()) input.checked = false;
      this.text.value = "";
      this.chosen("push");
      this.text.focus();
    });
    addEventListener("popstate", () => this.restore());
  }

  /** @returns {HTMLInputElement[]} */
  inputs() {
    return [...this.form.querySelectorAll("input[type=checkbox]")].map(
      (input) => /** @type {HTMLInputElement} */ (input),
    );
  }

  /** Take the choice from the address. */
  restore() {
    const query = new URLSearchParams(location.search);
    for (const input of this.inputs()) {
      input.checked = query.getAll(input.name).includes(input.value);
    }
    this.text.value = query.get("q") ?? "";
    const sort = query.get("sort") ?? "";
    this.sort.value = SORTS.includes(sort) ? sort : SORTS[0];
    for (const { checked, name } of this.inputs()) if (checked) this.box(name).open = true;
    return this.chosen("");
  }

  /**
   * The choice has changed: write it into the address, and show what fits.
   * @param {"push" | "replace" | ""} how the address is written
   */
  async chosen(how) {
    const inputs = this.inputs().filter((input) => input.checked);
    this.choice = new Map(this.names.map((name) => [name, new Set()]));
    for (const { name, dataset } of inputs) this.choice.get(name)?.add(Number(dataset.number));
    const query = new URLSearchParams(inputs.map(({ name, value }) => [name, value]));
    if (this.text.value.trim()) query.set("q", this.text.value.trim());
    if (this.sort.value !== SORTS[0]) query.set("sort", this.sort.value);
    if (how === "push") history.pushState(null, "", addressWith(query));
    if (how === "replace") history.replaceState(null, "", addressWith(query));
    carry();
    this.turn += 1;
    const { turn } = this;
    if (query.has("q") || this.sort.value === "name") await this.facets.named();
    if (turn === this.turn) await this.find(query.get("q") ?? "");
  }

  /** @param {string} text */
  async find(text) {
    const { rows, counts } = this.facets.find(this.choice, text, this.names);
    this.rows = this.facets.sorted(rows, this.sort.value);
    this.counts = counts;
    this.shown = 0;
    this.showCounts();
    this.showChosen();
    const told = rows.length ? this.count.dataset.found : this.count.dataset.none;
    this.count.textContent = (told ?? "").replace("{number}", rows.length.toLocaleString("en"));
    this.bibtex.textContent = this.bibtex.dataset.say ?? "";
    this.list.replaceChildren();
    await this.showMore();
  }

  /** Copy the BibTeX of everything found, and say on the button how that went. */
  async copyBibtex() {
    const { turn, rows } = this;
    const { file = "", copied = "", nothing = "", failed = "" } = this.bibtex.dataset;
    let told = failed;
    try {
      await this.facets.named(rows);
      const keys = rows.map((row) => this.facets.titles[row].citation).filter(Boolean);
      const found = keys.length ? await bibtexOf(file, keys) : [];
      if (!found.length) told = nothing;
      else if (await copy(`${found.join("\n\n")}\n`)) {
        told = copied.replace("{number}", found.length.toLocaleString("en"));
      }
    } catch (error) {
      console.warn(error);
    }
    if (turn === this.turn) this.bibtex.textContent = told;
  }

  /** The count beside every word; words that would find nothing step back. */
  showCounts() {
    for (const name of this.names) {
      const box = this.box(name);
      const chosen = this.choice.get(name) ?? new Set();
      const all = box.classList.contains("vs-facet--all");
      let listed = 0;
      let hidden = 0;
      for (const place of box.querySelectorAll("li")) {
        const input = /** @type {HTMLInputElement} */ (part(place, "input"));
        const count = this.counts?.[name][Number(input.dataset.number)] ?? 0;
        part(place, ".vs-facet__count").textContent = String(count);
        place.classList.toggle("vs-facet--none", !count);
        const within = all || input.checked || (count > 0 && listed < FEW);
        place.hidden = !within;
        if (within) listed += 1;
        else hidden += 1;
      }
      part(box, ":scope > button").hidden = !all && !hidden;
      part(box, "summary span").textContent = chosen.size ? String(chosen.size) : "";
    }
  }

  /** What is chosen, each to be dropped again. */
  showChosen() {
    for (const old of this.chosenBar.querySelectorAll(".vs-chosen__word")) old.remove();
    const inputs = this.inputs().filter((input) => input.checked);
    const buttons = inputs.map((input) => {
      const word = input.parentElement?.querySelector("span")?.textContent ?? "";
      const button = element("button", "vs-chosen__word", word);
      button.setAttribute("type", "button");
      button.setAttribute("aria-label", (this.chosenBar.dataset.drop ?? "").replace("{name}", word));
      button.addEventListener("click", () => {
        input.checked = false;
        this.chosen("push");
        (this.chosenBar.querySelector("button") ?? this.text).focus();
      });
      return button;
    });
    this.chosenBar.prepend(...buttons);
    this.chosenBar.hidden = !inputs.length && !this.text.value.trim();
    part(this.form, ".vs-filters > summary span").textContent = inputs.length
      ? String(inputs.length)
      : "";
  }

  /** The next of the rows found. Who asked for them goes on at the first. */
  async showMore() {
    const { turn } = this;
    const next = this.rows.slice(this.shown, this.shown + AT_ONCE);
    await this.facets.named(next);
    if (turn !== this.turn) return;
    const asked = document.activeElement === this.more;
    const made = next.map((row) => this.row(row));
    this.list.append(...made);
    for (const row of made) offer(row);
    showBasket();
    this.shown += next.length;
    const left = Math.min(this.rows.length - this.shown, AT_ONCE);
    this.more.hidden = !left;
    this.more.textContent = (this.more.dataset.more ?? "").replace("{number}", String(left));
    if (asked) made[0]?.querySelector("a")?.focus();
  }

  /** @param {number} row */
  row(row) {
    const { facets } = this;
    const base = this.form.dataset.base ?? "";
    const { id, name, title } = facets.titles[row];
    const [kind] = facets.words("kind", row);
    const link = element("a", "", ...(name ? [element("b", "", name), " "] : []));
    const rest = title.startsWith(`${name}: `) ? title.slice(name.length + 2) : title;
    link.append(element("span", "", rest));
    link.setAttribute("href", `${base}${kind[0]}/${id}/`);
    const when = element("p", "vs-row__when", facets.words("date", row)[0]?.[0] ?? "");
    const [venue] = facets.words("venue", row);
    if (venue) when.append(" ", element("span", "", facets.label(venue)));
    const meta = element("p", "vs-row__meta", element("span", "vs-chip", facets.label(kind)));
    for (const column of CHIPS) {
      for (const word of facets.words(column, row)) {
        const chip = element("a", "vs-chip", facets.label(word));
        chip.setAttribute("href", `${base}${column === "task" ? "tasks" : "families"}/${word[0]}/`);
        meta.append(chip);
      }
    }
    const what = element("div", "vs-row__what", element("h3", "", link));
    return element("li", "vs-row", when, what, meta);
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
