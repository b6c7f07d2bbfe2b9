// @ts-check
/** How results look: titles, the sentence in which a query was found, and marks on what matches. */

import { marks, nameKey } from "./search-text.js";

/** @typedef {import("./search-files.js").Entry} Entry */
/** @typedef {"zh" | "en"} Lang */
/** @typedef {{runs: string[], asked: string[], key: string, lang: Lang, words: [string, string][], more: string}} Sight */

/** Characters before what was found; what stands farther in front is left out. */
const ROOM = { zh: 18, en: 40 };
const MOST_WORDS = 3;

/**
 * An element.
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} content
 */
export function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

/**
 * What a result shows of an entry.
 * @param {Entry} entry
 * @param {Sight} sight what is looked for, and in which language it is shown
 * @returns {HTMLElement[]}
 */
export function drawn(entry, sight) {
  const found = [make("span", { class: "vs-result__title" }, ...titles(entry, sight))];
  const about = summary(entry, sight);
  if (about) found.push(about);
  const facts = [...meta(entry, sight)];
  if (facts.length) found.push(make("span", { class: "vs-result__meta" }, ...facts));
  return found;
}

/**
 * Name and title, and what else the entry is called if that is what was found.
 * @param {Entry} entry
 * @param {Sight} sight
 */
function titles(entry, sight) {
  const { name, aliases, title } = entry;
  const [own, other] = [title[sight.lang], title[sight.lang === "zh" ? "en" : "zh"]];
  const shown = name ? own.replace(`${name}: `, "") : own;
  const parts = name ? [make("b", {}, ...marked(name, sight))] : [];
  if (shown !== name) parts.push(make("span", {}, ...marked(shown, sight)));
  const also = [other, ...aliases].filter((text) => !hits([name, own], sight) && hits([text], sight));
  if (also.length) parts.push(make("i", {}, ...marked(also[0], sight)));
  return parts;
}

/**
 * The summary around what was found, in the language in which it was found.
 * @param {Entry} entry
 * @param {Sight} sight
 */
function summary(entry, sight) {
  const other = sight.lang === "zh" ? "en" : "zh";
  const titled = hits(Object.values(entry.title), sight);
  const lang = !titled && !hits([entry.summary[sight.lang]], sight) && hits([entry.summary[other]], sight) ? other : sight.lang;
  const text = entry.summary[lang];
  if (!text) return null;
  const first = marks(text, sight.runs)[0]?.[0] ?? 0;
  const begin = Math.max(0, first - ROOM[lang]);
  const from = lang === "en" ? text.lastIndexOf(" ", begin) + 1 : begin;
  const attributes = { class: "vs-result__text", ...(lang === sight.lang ? {} : { lang }) };
  return make("span", attributes, from ? "…" : "", ...marked(text.slice(from), sight));
}

/**
 * Year, authors, and the controlled words that match.
 * @param {Entry} entry
 * @param {Sight} sight
 */
function* meta(entry, sight) {
  const { authors, date } = entry;
  if (date) yield make("span", {}, ...marked(date.slice(0, 4), sight));
  const named = authors.find((author) => hits([author], sight)) ?? authors[0];
  if (named) yield make("span", {}, ...marked(named, sight), authors.length > 1 ? ` ${sight.more}` : "");
  const words = entry.words.slice(1).map((word) => sight.words[word]).filter((names) => hits(names, sight));
  for (const names of words.slice(0, MOST_WORDS)) {
    const own = names[sight.lang === "zh" ? 0 : 1];
    const seen = hits([own], sight) ? own : names[sight.lang === "zh" ? 1 : 0];
    yield make("span", { class: "vs-result__word" }, ...marked(seen, sight));
  }
}

/**
 * @param {string[]} texts
 * @param {Sight} sight
 */
function hits(texts, sight) {
  return texts.some((text) => marks(text, sight.runs).length > 0 || isNamed(text, sight));
}

/**
 * Whether a name begins like the query, all but letters and digits left out.
 * @param {string} text
 * @param {Sight} sight
 */
function isNamed(text, sight) {
  return sight.key.length > 1 && text.length < 40 && nameKey(text).startsWith(sight.key);
}

/**
 * A text with marks on what matches.
 * @param {string} text
 * @param {Sight} sight
 * @returns {(Node | string)[]}
 */
function marked(text, sight) {
  const found = marks(text, sight.runs);
  if (!found.length && isNamed(text, sight)) found.push([0, text.length]);
  const parts = [];
  let at = 0;
  for (const [start, end] of found) {
    parts.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}
