// @ts-check
/**
 * Tables that are sorted and filtered where they stand. Everything is in the page already; what is
 * chosen goes into the address, so that it can be shared. Without scripts the tables are whole.
 */

import { copy } from "./copy.js";

/** @typedef {"ascending" | "descending"} Order */
/** @typedef {{ row: HTMLTableRowElement, place: number, words: string }} Row */

/**
 * What a row has under a key: the words of its attribute, else the text of its cell.
 * @param {Row} item
 * @param {string} key
 * @param {number} column -1 where the key has no column
 * @returns {string[]}
 */
function valuesOf(item, key, column) {
  const given = item.row.dataset[key];
  if (given !== undefined) return given.split(" ");
  return column < 0 ? [] : [cellText(item.row.cells[column])];
}

/** @param {HTMLTableCellElement | undefined} cell */
function cellText(cell) {
  return (cell?.dataset.value ?? cell?.textContent ?? "").trim();
}

class Board {
  /** @param {HTMLTableElement} table */
  constructor(table) {
    const id = table.dataset.table ?? "";
    this.table = table;
    this.body = table.tBodies[0];
    this.heads = [...(table.tHead?.rows[0].cells ?? [])];
    this.form = document.getElementById(`${id}-filters`);
    this.status = document.getElementById(`${id}-shown`);
    /** @type {Row[]} */
    this.rows = [...this.body.rows].map((row, place) => ({
      row,
      place,
      words: (row.textContent ?? "").toLocaleLowerCase(),
    }));
    const sorted = this.heads.find((head) => head.hasAttribute("aria-sort"));
    this.initial = sorted ? this.nameOf(sorted, this.orderOf(sorted)) : "";
    this.sorted = this.initial;
  }

  /** @param {HTMLTableCellElement} head @returns {Order} */
  orderOf(head) {
    return head.getAttribute("aria-sort") === "ascending" ? "ascending" : "descending";
  }

  /** @param {HTMLTableCellElement} head @param {Order} order */
  nameOf(head, order) {
    return `${order === "descending" ? "-" : ""}${head.dataset.key}`;
  }

  /** @param {string} key */
  column(key) {
    return this.heads.findIndex((head) => head.dataset.key === key);
  }

  start() {
    for (const head of this.heads) this.offerSorting(head);
    if (this.form instanceof HTMLFormElement) {
      this.form.hidden = false;
      this.form.addEventListener("input", () => this.filter());
      this.form.addEventListener("submit", (event) => event.preventDefault());
      // The form is emptied after the event.
      this.form.addEventListener("reset", () => setTimeout(() => this.filter()));
    }
    this.restore();
    this.filter();
  }

  /** @param {HTMLTableCellElement} head */
  offerSorting(head) {
    if (!head.dataset.key) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const first = head.dataset.first === "descending" ? "descending" : "ascending";
      const other = first === "descending" ? "ascending" : "descending";
      const again = head.getAttribute("aria-sort") === first;
      this.sort(head, again ? other : first);
      this.remember();
    });
  }

  /**
   * Sort by a column; rows without a value come last either way.
   * @param {HTMLTableCellElement} head
   * @param {Order} order
   */
  sort(head, order) {
    const numeric = head.dataset.kind === "number";
    const sign = order === "descending" ? -1 : 1;
    const language = document.documentElement.lang;
    const compare = new Intl.Collator(language, { numeric: true }).compare;
    const keyed = this.rows.map((item) => ({ item, text: cellText(item.row.cells[head.cellIndex]) }));
    keyed.sort((one, other) => {
      if (!one.text || !other.text) {
        return Number(!one.text) - Number(!other.text) || one.item.place - other.item.place;
      }
      const difference = numeric
        ? parseFloat(one.text) - parseFloat(other.text)
        : compare(one.text, other.text);
      return sign * difference || one.item.place - other.item.place;
    });
    for (const other of this.heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", order);
    this.body.append(...keyed.map(({ item }) => item.row));
    this.sorted = this.nameOf(head, order);
  }

  /** @returns {(HTMLInputElement | HTMLSelectElement)[]} */
  controls() {
    if (!(this.form instanceof HTMLFormElement)) return [];
    return [...this.form.elements].filter(
      (item) => item instanceof HTMLInputElement || item instanceof HTMLSelectElement,
    );
  }

  /**
   * What a control asks of a row; null when it asks for nothing.
   * @param {HTMLInputElement | HTMLSelectElement} control
   * @returns {((item: Row) => boolean) | null}
   */
  question(control) {
    const { name, value } = control;
    const column = this.column(name);
    if (control.type === "checkbox") {
      const box = /** @type {HTMLInputElement} */ (control);
      return box.checked ? (item) => valuesOf(item, name, column).includes(value) : null;
    }
    if (!value.trim()) return null;
    if (control.type === "search") {
      const words = value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      return (item) => words.every((word) => item.words.includes(word));
    }
    if (control.type === "number") {
      const most = Number(value);
      return (item) => parseFloat(valuesOf(item, name, column)[0]) <= most;
    }
    return (item) => valuesOf(item, name, column).includes(value);
  }

  filter() {
    const questions = this.controls().map((control) => this.question(control)).filter((q) => !!q);
    let shown = 0;
    for (const item of this.rows) {
      item.row.hidden = !questions.every((asks) => asks(item));
      if (!item.row.hidden) shown += 1;
    }
    this.announce(shown);
    this.remember();
  }

  /** @param {number} shown */
  announce(shown) {
    if (!this.status) return;
    const words = (shown ? this.status.dataset.words : this.status.dataset.none) ?? "";
    const text = words
      .replace("{shown}", String(shown))
      .replace("{total}", String(this.rows.length));
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  /** Keep what is chosen in the address, beside what others keep there. */
  remember() {
    const url = new URL(location.href);
    for (const control of this.controls()) {
      const off = control instanceof HTMLInputElement && control.type === "checkbox" && !control.checked;
      if (off || !control.value.trim()) url.searchParams.delete(control.name);
      else url.searchParams.set(control.name, control.value);
    }
    if (this.sorted === this.initial) url.searchParams.delete("sort");
    else url.searchParams.set("sort", this.sorted);
    if (url.href !== location.href) history.replaceState(history.state, "", url);
  }

  /** Take up what the address says; what it does not know is left alone. */
  restore() {
    const given = new URL(location.href).searchParams;
    for (const control of this.controls()) {
      const value = given.get(control.name);
      if (value === null) continue;
      if (control instanceof HTMLInputElement && control.type === "checkbox") {
        control.checked = value === control.value;
      } else control.value = value;
      // A choice that is not among the options leaves the list empty: that means any.
      if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = "";
    }
    const name = given.get("sort") ?? "";
    const head = this.heads[this.column(name.replace(/^-/, ""))];
    if (head?.dataset.key) this.sort(head, name.startsWith("-") ? "descending" : "ascending");
  }

  /** A button behind each thing to run; the live region says that it was copied. */
  offerCopying() {
    const { copy: label, copied } = this.table.dataset;
    if (!label || !copied) return;
    for (const code of this.table.querySelectorAll("td code")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "vs-copy vs-copy--inline";
      button.textContent = label;
      button.setAttribute("aria-label", `${label} ${code.textContent}`);
      (code.closest("a") ?? code).after(" ", button);
      button.addEventListener("click", async () => {
        if (!(await copy(code.textContent ?? ""))) {
          getSelection()?.selectAllChildren(code);
          return;
        }
        button.focus();
        button.textContent = copied;
        if (this.status) this.status.textContent = `${copied}: ${code.textContent}`;
        setTimeout(() => (button.textContent = label), 2000);
      });
    }
  }
}

for (const table of document.querySelectorAll("table[data-table]")) {
  if (!(table instanceof HTMLTableElement)) continue;
  const board = new Board(table);
  board.start();
  board.offerCopying();
}
