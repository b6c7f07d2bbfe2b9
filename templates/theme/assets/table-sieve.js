// @ts-check
/** What filters a table: a form, each control of which asks something of every row. */

import { cellText } from "./table-order.js";

/**
 * @typedef {import("./table-order.js").Row} Row
 * @typedef {HTMLInputElement | HTMLSelectElement} Control
 * @typedef {(item: Row) => boolean} Question
 */

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

/** @param {Control} control */
const isOff = (control) =>
  (control instanceof HTMLInputElement && control.type === "checkbox" && !control.checked) || !control.value.trim();

export class Sieve {
  /**
   * @param {HTMLElement | null} form a table need not have one
   * @param {(key: string) => number} column
   */
  constructor(form, column) {
    this.form = form instanceof HTMLFormElement ? form : null;
    this.column = column;
  }

  /**
   * Show the form.
   * @param {() => void} changed
   */
  offer(changed) {
    if (!this.form) return;
    this.form.hidden = false;
    this.form.addEventListener("input", changed);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    // The form is emptied after the event.
    this.form.addEventListener("reset", () => setTimeout(changed));
  }

  /** @returns {Control[]} */
  controls() {
    return [...(this.form?.elements ?? [])].filter(
      (item) => item instanceof HTMLInputElement || item instanceof HTMLSelectElement,
    );
  }

  /** What all controls ask; a row that is shown answers each with yes. */
  questions() {
    return this.controls().map((control) => this.question(control)).filter((asked) => !!asked);
  }

  /**
   * What a control asks of a row; null when it asks for nothing.
   * @param {Control} control
   * @returns {Question | null}
   */
  question(control) {
    if (isOff(control)) return null;
    const { name, value, type } = control;
    const column = this.column(name);
    if (type === "search") {
      const words = value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      return (item) => words.every((word) => item.words.includes(word));
    }
    if (type === "number") {
      const most = Number(value);
      return (item) => parseFloat(valuesOf(item, name, column)[0]) <= most;
    }
    return (item) => valuesOf(item, name, column).includes(value);
  }

  /**
   * Write what is chosen into an address.
   * @param {URLSearchParams} query
   */
  remember(query) {
    for (const control of this.controls()) {
      if (isOff(control)) query.delete(control.name);
      else query.set(control.name, control.value);
    }
  }

  /**
   * Take up what an address says; what it does not know is left alone.
   * @param {URLSearchParams} query
   */
  restore(query) {
    for (const control of this.controls()) {
      const value = query.get(control.name);
      if (value === null) continue;
      if (control instanceof HTMLInputElement && control.type === "checkbox") {
        control.checked = value === control.value;
      } else control.value = value;
      // A choice that is not among the options leaves the list empty: that means any.
      if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = "";
    }
  }
}
