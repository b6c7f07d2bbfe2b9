// @ts-check
/** What an entry's own page says of it, as facts that can be held against those of others. */

/**
 * @typedef {Map<string, Node[]>} Facts content by label, in the order of the page
 * @typedef {{ key: string, name: string, title: string, facts: Facts }} Entry
 * @typedef {(label: string, content: Iterable<Node>) => void} Add
 */

/**
 * Read an entry's page.
 * @param {string} key
 * @param {DOMStringMap} words of the page that compares
 * @returns {Promise<Entry>}
 */
export async function entryOf(key, words) {
  const address = new URL(`${words.base}${key}/`, location.href);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(key);
  const read = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of read.querySelectorAll("#content a[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", address).href);
  }
  const title = text(read.querySelector("h1 .vs-title"));
  const name = text(read.querySelector("h1 .vs-name")) || title;
  return { key, name, title: name === title ? "" : title, facts: factsOf(read, words) };
}

/** @param {Element | null} found */
export const text = (found) => (found?.textContent ?? "").replace(/\s+/g, " ").trim();

/**
 * Everything on an entry's page that can be held against another's.
 * @param {Document} read
 * @param {DOMStringMap} words
 */
function factsOf(read, words) {
  /** @type {Facts} */
  const facts = new Map();
  /** @type {Add} */
  const add = (label, content) => {
    const known = facts.get(label);
    if (known) known.push(document.createElement("br"), ...content);
    else facts.set(label, [...content]);
  };
  const summary = read.querySelector(".vs-summary");
  if (summary) add(words.summary ?? "", summary.childNodes);
  for (const label of read.querySelectorAll(".vs-facts dt")) {
    add(text(label), label.nextElementSibling?.childNodes ?? []);
  }
  for (const row of read.querySelectorAll("[data-part] tbody tr")) addRow(row, add);
  const links = [...read.querySelectorAll(".vs-intro .vs-links a")];
  if (links.length) add(words.links ?? "", links.flatMap((link) => [plainly(link), " "].map(asNode)));
  return facts;
}

/**
 * A row of a table on an entry's page: a figure is a fact of its own, so is a price; the places
 * where a method runs are one.
 * @param {Element} row
 * @param {Add} add
 */
function addRow(row, add) {
  const box = row.closest("[data-part]");
  const [first, second, third, ...rest] = row.querySelectorAll("td");
  const heading = text(box?.previousElementSibling ?? null);
  if (box instanceof HTMLElement && box.dataset.part === "results") {
    const detail = rest.slice(0, 2).map(text).filter(Boolean).join(" · ");
    add(`${text(first)} · ${text(second)}`, [strong(text(third)), small(detail)]);
  } else if (box instanceof HTMLElement && box.dataset.part === "prices") {
    add(`${heading} · ${text(first)}`, [strong(text(second)), small(text(third))]);
  } else {
    const detail = [second, third].map(text).filter(Boolean).join(" · ");
    add(heading, [...first.childNodes, small(detail)]);
  }
}

/** @param {Element} link */
function plainly(link) {
  link.className = "vs-out";
  return link;
}

/** @param {Node | string} content */
const asNode = (content) =>
  typeof content === "string" ? document.createTextNode(content) : content;

/** @param {string} content */
function strong(content) {
  const made = document.createElement("b");
  made.textContent = content;
  return made;
}

/** @param {string} content */
export function small(content) {
  const made = document.createElement("small");
  made.textContent = content ? ` ${content}` : "";
  return made;
}
