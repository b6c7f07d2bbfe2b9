// @ts-check
/** The table of entries that are compared: a row for each label, marked where they differ. */

import { small, text } from "./compare-facts.js";

/** @typedef {import("./compare-facts.js").Entry} Entry */

/**
 * The labels of all entries; what an entry has in addition stands behind what it has before it.
 * @param {Entry[]} entries
 */
export function labelsOf(entries) {
  /** @type {string[]} */
  const labels = [];
  for (const { facts } of entries) {
    let at = 0;
    for (const label of facts.keys()) {
      const known = labels.indexOf(label);
      if (known < 0) labels.splice(at, 0, label);
      at = (known < 0 ? at : known) + 1;
    }
  }
  return labels;
}

/**
 * Labels of what is another for every entry, so that its being different says nothing.
 * @param {DOMStringMap} words
 */
function ownToEach(words) {
  return new Set([words.summary, words.links, ...(words.own ?? "").split("|")]);
}

/**
 * @param {string} label
 * @param {Entry[]} entries
 * @param {DOMStringMap} words
 */
export function rowOf(label, entries, words) {
  const row = document.createElement("tr");
  const heading = document.createElement("th");
  heading.setAttribute("scope", "row");
  heading.append(label);
  row.append(heading);
  const said = new Set();
  for (const { facts } of entries) {
    const content = facts.get(label);
    const found = cellOf(content ?? []);
    said.add(text(found));
    row.append(content ? found : missing(words));
  }
  if (entries.length > 1 && said.size > 1 && !ownToEach(words).has(label)) markDiffering(row, words);
  return row;
}

/** @param {readonly Node[]} content of another page */
function cellOf(content) {
  const made = document.createElement("td");
  made.append(...content.map((node) => document.importNode(node, true)));
  return made;
}

/** @param {DOMStringMap} words */
function missing(words) {
  const made = document.createElement("td");
  made.className = "vs-compare__missing";
  made.textContent = words.missing ?? "";
  return made;
}

/**
 * Mark a row as one in which entries differ, for those who hear it, too.
 * @param {HTMLTableRowElement} row
 * @param {DOMStringMap} words
 */
function markDiffering(row, words) {
  row.className = "vs-differs";
  const mark = document.createElement("span");
  mark.className = "vs-hidden";
  mark.textContent = ` (${words.differs})`;
  row.cells[0].append(mark);
}

/**
 * The heading of an entry's column, with a button that takes the entry out.
 * @param {Entry} entry
 * @param {DOMStringMap} words
 * @param {(key: string) => void} drop
 */
export function headOf({ key, name, title }, words, drop) {
  const head = document.createElement("th");
  head.setAttribute("scope", "col");
  const link = document.createElement("a");
  link.href = `${words.base}${key}/`;
  link.textContent = name;
  const remove = document.createElement("button");
  remove.type = "button";
  remove.className = "vs-quiet";
  remove.textContent = "×";
  remove.setAttribute("aria-label", (words.remove ?? "").replace("{name}", name));
  remove.addEventListener("click", () => drop(key));
  head.append(link, remove, small(title));
  return head;
}
