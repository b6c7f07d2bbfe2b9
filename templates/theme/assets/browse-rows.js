// @ts-check
/** The rows of what was found, as lists have them; some at once, more when they are asked for. */

import { offer, show as showBasket } from "./basket.js";
import { element, part } from "./elements.js";

/** @typedef {import("./facets.js").Facets} Facets */

const AT_ONCE = 30;
const CHIPS = /** @type {const} */ (["family", "task"]);

export class Rows {
  /**
   * @param {HTMLElement} form
   * @param {Facets} facets
   */
  constructor(form, facets) {
    this.facets = facets;
    this.base = form.dataset.base ?? "";
    this.list = part(form, ".vs-list");
    this.more = part(form, ".vs-found__more");
    /** @type {number[]} */
    this.found = [];
    this.shown = 0;
    this.more.addEventListener("click", () => this.showMore());
  }

  /**
   * Show the first of these in place of what is shown.
   * @param {number[]} found
   */
  show(found) {
    this.found = found;
    this.shown = 0;
    this.list.replaceChildren();
    return this.showMore();
  }

  /** The next of the rows found. Who asked for them goes on at the first. */
  async showMore() {
    const { found } = this;
    const next = found.slice(this.shown, this.shown + AT_ONCE);
    await this.facets.titles.load(next);
    if (found !== this.found) return;
    const asked = document.activeElement === this.more;
    const made = next.map((row) => this.row(row));
    this.list.append(...made);
    for (const row of made) offer(row);
    showBasket();
    this.shown += next.length;
    this.offerMore();
    if (asked) made[0]?.querySelector("a")?.focus();
  }

  offerMore() {
    const left = Math.min(this.found.length - this.shown, AT_ONCE);
    this.more.hidden = !left;
    this.more.textContent = (this.more.dataset.more ?? "").replace("{number}", String(left));
  }

  /** @param {number} row */
  row(row) {
    const what = element("div", "vs-row__what", element("h3", "", this.link(row)));
    return element("li", "vs-row", this.when(row), what, this.meta(row));
  }

  /** @param {number} row */
  link(row) {
    const { id, name, title } = this.facets.titles.of(row);
    const [kind] = this.facets.words("kind", row);
    const link = element("a", "", ...(name ? [element("b", "", name), " "] : []));
    const rest = title.startsWith(`${name}: `) ? title.slice(name.length + 2) : title;
    link.append(element("span", "", rest));
    link.setAttribute("href", `${this.base}${kind[0]}/${id}/`);
    return link;
  }

  /** @param {number} row */
  when(row) {
    const when = element("p", "vs-row__when", this.facets.words("date", row)[0]?.[0] ?? "");
    const [venue] = this.facets.words("venue", row);
    if (venue) when.append(" ", element("span", "", this.facets.label(venue)));
    return when;
  }

  /** @param {number} row */
  meta(row) {
    const { facets } = this;
    const [kind] = facets.words("kind", row);
    const meta = element("p", "vs-row__meta", element("span", "vs-chip", facets.label(kind)));
    for (const column of CHIPS) {
      for (const word of facets.words(column, row)) {
        const chip = element("a", "vs-chip", facets.label(word));
        chip.setAttribute("href", `${this.base}${column === "task" ? "tasks" : "families"}/${word[0]}/`);
        meta.append(chip);
      }
    }
    return meta;
  }
}
