// @ts-check
/**
 * Tables that are sorted and filtered where they stand. Everything is in the page already; what is
 * chosen goes into the address, so that it can be shared. Without scripts the tables are whole.
 */

import { copy } from "./copy.js";
import { Order } from "./table-order.js";
import { Sieve } from "./table-sieve.js";

class Board {
  /** @param {HTMLTableElement} table */
  constructor(table) {
    const id = table.dataset.table ?? "";
    this.table = table;
    this.status = document.getElementById(`${id}-shown`);
    /** @type {import("./table-order.js").Row[]} */
    this.rows = [...table.tBodies[0].rows].map((row, place) => ({
      row,
      place,
      words: (row.textContent ?? "").toLocaleLowerCase(),
    }));
    this.order = new Order(table, this.rows);
    this.sieve = new Sieve(document.getElementById(`${id}-filters`), (key) => this.order.column(key));
  }

  start() {
    this.order.offer(() => this.remember());
    this.sieve.offer(() => this.filter());
    this.restore();
    this.filter();
  }

  filter() {
    const questions = this.sieve.questions();
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
    const { sorted, initial } = this.order;
    this.sieve.remember(url.searchParams);
    if (sorted === initial) url.searchParams.delete("sort");
    else url.searchParams.set("sort", sorted);
    if (url.href !== location.href) history.replaceState(history.state, "", url);
  }

  /** Take up what the address says. */
  restore() {
    const given = new URL(location.href).searchParams;
    this.sieve.restore(given);
    this.order.restore(given.get("sort") ?? "");
  }

  /** A button behind each thing to run. */
  offerCopying() {
    const { copy: label, copied } = this.table.dataset;
    if (!label || !copied) return;
    for (const code of this.table.querySelectorAll("td code")) this.offerCopy(code, label, copied);
  }

  /**
   * A button that copies; the live region says that it did.
   * @param {Element} code
   * @param {string} label
   * @param {string} copied
   */
  offerCopy(code, label, copied) {
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

for (const table of document.querySelectorAll("table[data-table]")) {
  if (!(table instanceof HTMLTableElement)) continue;
  const board = new Board(table);
  board.start();
  board.offerCopying();
}
