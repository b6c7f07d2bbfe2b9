// @ts-check
/** The order of a table's rows: headings that sort them when they are pressed. */

/** @typedef {"ascending" | "descending"} Direction */
/** @typedef {{ row: HTMLTableRowElement, place: number, words: string }} Row */

/** @param {HTMLTableCellElement | undefined} cell */
export function cellText(cell) {
  return (cell?.dataset.value ?? cell?.textContent ?? "").trim();
}

export class Order {
  /**
   * @param {HTMLTableElement} table
   * @param {readonly Row[]} rows
   */
  constructor(table, rows) {
    this.body = table.tBodies[0];
    this.heads = [...(table.tHead?.rows[0].cells ?? [])];
    this.rows = rows;
    const sorted = this.heads.find((head) => head.hasAttribute("aria-sort"));
    this.initial = sorted ? this.nameOf(sorted, this.directionOf(sorted)) : "";
    this.sorted = this.initial;
  }

  /** @param {HTMLTableCellElement} head @returns {Direction} */
  directionOf(head) {
    return head.getAttribute("aria-sort") === "ascending" ? "ascending" : "descending";
  }

  /** @param {HTMLTableCellElement} head @param {Direction} direction */
  nameOf(head, direction) {
    return `${direction === "descending" ? "-" : ""}${head.dataset.key}`;
  }

  /**
   * The place of a column; -1 where there is none.
   * @param {string} key
   */
  column(key) {
    return this.heads.findIndex((head) => head.dataset.key === key);
  }

  /**
   * Make buttons of headings.
   * @param {() => void} pressed
   */
  offer(pressed) {
    for (const head of this.heads) if (head.dataset.key) this.offerSorting(head, pressed);
  }

  /**
   * @param {HTMLTableCellElement} head
   * @param {() => void} pressed
   */
  offerSorting(head, pressed) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const first = head.dataset.first === "descending" ? "descending" : "ascending";
      const other = first === "descending" ? "ascending" : "descending";
      const again = head.getAttribute("aria-sort") === first;
      this.sort(head, again ? other : first);
      pressed();
    });
  }

  /**
   * Sort as an address says it; what it does not know is left alone.
   * @param {string} name
   */
  restore(name) {
    const head = this.heads[this.column(name.replace(/^-/, ""))];
    if (head?.dataset.key) this.sort(head, name.startsWith("-") ? "descending" : "ascending");
  }

  /**
   * Sort by a column; rows without a value come last either way.
   * @param {HTMLTableCellElement} head
   * @param {Direction} direction
   */
  sort(head, direction) {
    const sign = direction === "descending" ? -1 : 1;
    const compare = this.comparison(head);
    const keyed = this.rows.map((item) => ({ item, text: cellText(item.row.cells[head.cellIndex]) }));
    keyed.sort((one, other) => {
      const rank = one.text && other.text
        ? sign * compare(one.text, other.text)
        : Number(!one.text) - Number(!other.text);
      return rank || one.item.place - other.item.place;
    });
    for (const other of this.heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", direction);
    this.body.append(...keyed.map(({ item }) => item.row));
    this.sorted = this.nameOf(head, direction);
  }

  /**
   * How texts of a column are compared.
   * @param {HTMLTableCellElement} head
   * @returns {(one: string, other: string) => number}
   */
  comparison(head) {
    if (head.dataset.kind === "number") return (one, other) => parseFloat(one) - parseFloat(other);
    return new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  }
}
