// @ts-check
/**
 * Entries side by side: `?e=papers/tsn,papers/tsm`. What is compared is read from the entries' own
 * pages, so it is in the page's language and never older than they are.
 */

import { addressWith, carry } from "./address.js";
import { keep, MOST } from "./basket.js";

/**
 * @typedef {Map<string, Node[]>} Facts content by label, in the order of the page
 * @typedef {{ key: string, name: string, title: string, facts: Facts }} Entry
 */

const KEY = /^([a-z]+)\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
const page = /** @type {HTMLElement} */ (document.querySelector(".vs-page--compare"));
const words = page.dataset;

/** The keys in the address, each once, only of kinds that can be compared. */
function keys() {
  const kinds = new Set((words.kinds ?? "").split(" "));
  const asked = (new URLSearchParams(location.search).get("e") ?? "").split(",");
  return [...new Set(asked.filter((key) => kinds.has(KEY.exec(key)?.[1] ?? "")))].slice(0, MOST);
}

/**
 * @param {string} key
 * @returns {Promise<Entry>}
 */
async function entry(key) {
  const address = new URL(`${words.base}${key}/`, location.href);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(key);
  const read = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of read.querySelectorAll("#content a[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", address).href);
  }
  const title = text(read.querySelector("h1 .vs-title"));
  const name = text(read.querySelector("h1 .vs-name")) || title;
  return { key, name, title: name === title ? "" : title, facts: factsOf(read) };
}

/** @param {Element | null} found */
const text = (found) => (found?.textContent ?? "").replace(/\s+/g, " ").trim();

/**
 * Everything on an entry's page that can be held against another's.
 * @param {Document} read
 */
function factsOf(read) {
  /** @type {Facts} */
  const facts = new Map();
  const add = (/** @type {string} */ label, /** @type {Iterable<Node>} */ content) => {
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
 * @param {(label: string, content: Iterable<Node>) => void} add
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
function small(content) {
  const made = document.createElement("small");
  made.textContent = content ? ` ${content}` : "";
  return made;
}

/**
 * @param {string} tag
 * @param {readonly Node[]} content
 */
function cell(tag, content) {
  const made = document.createElement(tag);
  made.append(...content.map((node) => document.importNode(node, true)));
  return made;
}

/**
 * The labels of all entries; what an entry has in addition stands behind what it has before it.
 * @param {Entry[]} entries
 */
function labelsOf(entries) {
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

/** Labels of what is another for every entry, so that its being different says nothing. */
function ownToEach() {
  return new Set([words.summary, words.links, ...(words.own ?? "").split("|")]);
}

/**
 * @param {string} label
 * @param {Entry[]} entries
 */
function rowOf(label, entries) {
  const row = document.createElement("tr");
  const heading = cell("th", [asNode(label)]);
  heading.setAttribute("scope", "row");
  row.append(heading);
  const said = new Set();
  for (const { facts } of entries) {
    const found = cell("td", facts.get(label) ?? []);
    said.add(text(found));
    if (!facts.has(label)) {
      found.className = "vs-compare__missing";
      found.textContent = words.missing ?? "";
    }
    row.append(found);
  }
  if (entries.length > 1 && said.size > 1 && !ownToEach().has(label)) {
    row.className = "vs-differs";
    const mark = document.createElement("span");
    mark.className = "vs-hidden";
    mark.textContent = ` (${words.differs})`;
    heading.append(mark);
  }
  return row;
}

/** @param {Entry} entry */
function headOf({ key, name, title }) {
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
  remove.addEventListener("click", () => {
    const rest = keys().filter((other) => other !== key);
    const query = new URLSearchParams(rest.length ? { e: rest.join(",") } : {});
    if (!rest.length) keep([]);
    history.pushState(null, "", addressWith(query));
    compare();
  });
  head.append(link, remove, small(title));
  return head;
}

/** Read what the address asks for and show it. */
async function compare() {
  carry();
  const asked = keys();
  const status = /** @type {HTMLElement} */ (page.querySelector(".vs-compare__status"));
  status.textContent = asked.length ? (words.loading ?? "") : "";
  const read = await Promise.allSettled(asked.map(entry));
  if (String(keys()) !== String(asked)) return;
  const entries = read.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const gone = asked.filter((_, at) => read[at].status === "rejected");
  status.textContent = gone.map((key) => (words.gone ?? "").replace("{name}", key)).join(" ");
  if (entries.length) keep(entries.map(({ key, name }) => ({ key, name })));
  showTable(entries);
}

/** @param {Entry[]} entries */
function showTable(entries) {
  const box = /** @type {HTMLElement} */ (page.querySelector(".vs-compare"));
  box.querySelector("thead tr")?.replaceChildren(
    ...[...box.querySelectorAll("thead th")].slice(0, 1),
    ...entries.map(headOf),
  );
  box
    .querySelector("tbody")
    ?.replaceChildren(...labelsOf(entries).map((label) => rowOf(label, entries)));
  box.hidden = !entries.length;
  page.querySelector(".vs-compare__how")?.toggleAttribute("hidden", entries.length > 1);
  page.querySelector(".vs-compare__options")?.toggleAttribute("hidden", entries.length < 2);
}

page.querySelector("input")?.addEventListener("change", ({ target }) => {
  const only = target instanceof HTMLInputElement && target.checked;
  page.querySelector(".vs-compare")?.classList.toggle("vs-compare--only", only);
});
addEventListener("popstate", compare);
compare();
