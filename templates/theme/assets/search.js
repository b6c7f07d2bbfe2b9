// @ts-check
/**
 * The search dialog: a combobox over a list of results in groups (the ARIA Authoring Practices'
 * pattern). The focus stays in the field; arrows move through the results, which are links.
 */

import { Index } from "./search-index.js";
import { isCjk, nameKey } from "./search-text.js";
import { drawn, make } from "./search-results.js";

const INDEX = new URL("../search/", import.meta.url);
const ROOT = new URL("../../", import.meta.url);
const LANG = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
/** How many results each of so many groups begins with: some twenty together. */
const FIRST = [12, 12, 7, 5, 4];
const FEWEST = 3;
const STEP = 12;
const ROUNDS = 4;
/** So many more are shown at once rather than offered. */
const FEW = 2;

/** @type {Promise<Search> | undefined} */
let search;

/**
 * Open the dialog; it is made when it is first opened.
 * @param {string} label what search is called until its own words are there
 */
export async function open(label) {
  search ??= Index.at(INDEX).then((index) => new Search(index, label));
  search.catch(() => { search = undefined; });
  (await search).show();
}

/**
 * A group of results as far as it is shown.
 * @typedef {object} View
 * @property {string} folder
 * @property {number[]} numbers
 * @property {number} next the first number that was not looked at
 * @property {import("./search-index.js").Entry[]} shown
 */

class Search {
  /**
   * @param {Index} index
   * @param {string} label
   */
  constructor(index, label) {
    this.index = index;
    this.language = index.head.languages[LANG];
    this.turn = 0;
    /** The answer to what stands in the field. */
    this.pending = Promise.resolve();
    this.active = -1;
    /** @type {import("./search-results.js").Sight} */
    this.sight = { runs: [], asked: [], key: "", lang: LANG, words: index.head.words, more: this.say("et_al") };
    this.field = /** @type {HTMLInputElement} */ (make("input", {
      type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-label": label, "aria-describedby": "vs-search-keys",
      autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go",
      placeholder: this.say("placeholder"), autofocus: "",
    }));
    this.status = make("p", { class: "vs-hidden", role: "status" });
    this.body = make("div", { class: "vs-search__body" });
    const close = make("button", { type: "button", class: "vs-search__close", "aria-label": this.say("close") }, make("span", {}, "Esc"));
    const keys = make("p", { class: "vs-search__keys", id: "vs-search-keys" }, this.say("keys"));
    const bar = make("div", { class: "vs-search__bar" }, this.field, close);
    this.dialog = /** @type {HTMLDialogElement} */ (make("dialog", { class: "vs-search", "aria-label": label }, bar, this.status, this.body, keys));
    document.body.append(this.dialog);
    close.addEventListener("click", () => this.dialog.close());
    this.listen();
    this.advise();
  }

  /**
   * A sentence.
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   */
  say(name, values = {}) {
    return this.language.texts[name].replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  }

  show() {
    if (!this.dialog.open) this.dialog.showModal();
    this.field.focus();
    this.field.select();
  }

  listen() {
    let composing = false;
    this.field.addEventListener("compositionstart", () => { composing = true; });
    this.field.addEventListener("compositionend", () => { composing = false; this.ask(); });
    this.field.addEventListener("input", () => { if (!composing) this.ask(); });
    this.field.addEventListener("keydown", (event) => { if (!event.isComposing && !composing) this.press(event); });
    this.dialog.addEventListener("click", (event) => {
      const target = /** @type {Element} */ (event.target);
      if (target === this.dialog || target.closest("a")) this.dialog.close();
    });
    // What is typed here is no shortcut of the theme.
    this.dialog.addEventListener("keydown", (event) => event.stopPropagation());
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const options = this.options();
    if (event.key === "Enter") {
      event.preventDefault();
      // Who types and presses Enter at once means what was typed, not what is still shown.
      this.pending.then(() => this.options()[this.active]?.click());
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.choose((this.active + step + options.length) % options.length);
    }
  }

  /** @returns {HTMLElement[]} */
  options() {
    return [...this.body.querySelectorAll("[role=option]")].filter((one) => one instanceof HTMLElement);
  }

  /**
   * Make a result the one that Enter opens.
   * @param {number} place
   */
  choose(place) {
    const options = this.options();
    for (const [at, option] of options.entries()) option.setAttribute("aria-selected", String(at === place));
    this.active = options[place] ? place : -1;
    this.field.setAttribute("aria-expanded", String(options.length > 0));
    if (!options[place]) {
      for (const name of ["aria-controls", "aria-activedescendant"]) this.field.removeAttribute(name);
      return;
    }
    this.field.setAttribute("aria-controls", "vs-results");
    this.field.setAttribute("aria-activedescendant", options[place].id);
    options[place].scrollIntoView({ block: "nearest" });
  }

  ask() {
    this.pending = this.answer();
  }

  /** Answer what stands in the field, unless something else stands there by then. */
  async answer() {
    const query = this.field.value.trim();
    const turn = (this.turn += 1);
    if (!query) return this.advise();
    try {
      const { runs, groups } = await this.index.ask(query);
      // A letter alone is looked up as a word, and would be marked all over the place.
      const shown = runs.filter((run) => run.length > 1 || isCjk(run));
      const sight = { ...this.sight, runs: shown, key: nameKey(query), asked: runs };
      const views = groups.map(({ folder, numbers }) => ({ folder, numbers, next: 0, shown: [] }));
      const most = FIRST[Math.min(views.length, FIRST.length) - 1];
      await Promise.all(views.map((view, at) => this.fill(view, at < FIRST.length ? most : FEWEST, runs)));
      if (turn !== this.turn) return;
      this.sight = sight;
      this.list(views.filter((view) => view.shown.length || view.next < view.numbers.length), query);
    } catch (error) {
      if (turn === this.turn) this.tell(make("p", {}, this.say("failed")));
      console.warn(error);
    }
  }

  /**
   * Look at a group's numbers until so many of them are shown. Where characters are found apart
   * again and again, the rest is left until it is asked for.
   * @param {View} view
   * @param {number} most
   * @param {string[]} runs
   */
  async fill(view, most, runs) {
    for (let round = 0; round < ROUNDS && view.shown.length < most && view.next < view.numbers.length; round += 1) {
      const wanted = most - view.shown.length;
      const rest = view.numbers.length - view.next;
      const batch = view.numbers.slice(view.next, view.next + (rest <= wanted + FEW ? rest : wanted));
      view.next += batch.length;
      view.shown.push(...(await this.index.entries(batch, runs)));
    }
  }

  /**
   * Show results, the first of them chosen.
   * @param {View[]} views
   * @param {string} query
   */
  list(views, query) {
    const count = views.reduce((sum, view) => sum + counted(view), 0);
    if (!count) return this.fail(query);
    const box = make("div", { id: "vs-results", role: "listbox", "aria-label": this.say("label") });
    box.append(...views.map((view) => this.group(view)));
    this.tell(box, this.say(count === 1 ? "found_one" : "found", { count }));
    this.choose(0);
  }

  /** @param {View} view */
  group(view) {
    const id = `vs-group-${view.folder}`;
    const head = make("p", { class: "vs-search__group", id, role: "presentation" }, this.language.labels[view.folder], make("span", {}, String(counted(view))));
    const options = view.shown.map((entry) => make("a", {
      role: "option", tabindex: "-1", id: `vs-result-${entry.number}`, class: "vs-result", "aria-selected": "false",
      href: new URL(`${LANG === "en" ? "en/" : ""}${entry.key}/`, ROOT).href,
    }, ...drawn(entry, this.sight)));
    const rest = view.numbers.length - view.next;
    if (rest) options.push(this.more(view, rest));
    return make("div", { role: "group", "aria-labelledby": id }, head, ...options);
  }

  /**
   * The option that shows more of a group.
   * @param {View} view
   * @param {number} rest
   */
  more(view, rest) {
    const option = make("div", { role: "option", id: `vs-more-${view.folder}`, class: "vs-result vs-result--more", "aria-selected": "false" },
      this.say("more", { count: Math.min(STEP, rest) }));
    option.addEventListener("click", async () => {
      const [turn, place] = [this.turn, this.options().indexOf(option)];
      await this.fill(view, view.shown.length + STEP, this.sight.asked);
      if (turn !== this.turn) return;
      option.parentElement?.replaceWith(this.group(view));
      this.choose(Math.min(place, this.options().length - 1));
      this.field.focus();
    });
    return option;
  }

  /** Say what can be asked, before anything is. */
  advise() {
    const examples = this.language.examples.map((example) => {
      const button = make("button", { type: "button" }, example);
      button.addEventListener("click", () => {
        this.field.value = example;
        this.field.focus();
        this.ask();
      });
      return button;
    });
    const list = make("p", { class: "vs-search__chips" }, make("span", {}, this.say("examples")), ...examples);
    this.tell(make("div", { class: "vs-search__advice" }, make("p", {}, this.say("hint")), list, this.browse()));
  }

  /**
   * Say what to try when there is nothing.
   * @param {string} query
   */
  fail(query) {
    const said = this.say("nothing", { query });
    this.tell(make("div", { class: "vs-search__advice" }, make("p", {}, make("b", {}, said)), make("p", {}, this.say("try")), this.browse()), said);
  }

  browse() {
    const folders = ["sections", "tasks", "families", "papers"].map((folder) =>
      make("a", { href: new URL(`${LANG === "en" ? "en/" : ""}${folder}/`, ROOT).href }, this.language.labels[folder]));
    return make("p", { class: "vs-search__chips" }, make("span", {}, this.say("browse")), ...folders);
  }

  /**
   * Show something in place of what is shown.
   * @param {Node} content
   * @param {string} [aloud] what a screen reader says of it
   */
  tell(content, aloud = "") {
    this.body.replaceChildren(content);
    this.body.scrollTop = 0;
    this.status.textContent = aloud;
    this.choose(-1);
  }
}

/**
 * How many results a group has; those that were looked at and are none do not count.
 * @param {View} view
 */
const counted = (view) => view.numbers.length - view.next + view.shown.length;
