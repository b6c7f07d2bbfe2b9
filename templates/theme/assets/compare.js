// @ts-check
/**
 * Entries side by side: `?e=papers/tsn,papers/tsm`. What is compared is read from the entries' own
 * pages, so it is in the page's language and never older than they are.
 */

import { addressWith, carry } from "./address.js";
import { keep, MOST } from "./basket.js";
import { entryOf } from "./compare-facts.js";
import { headOf, labelsOf, rowOf } from "./compare-table.js";

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
 * Take an entry out; the last one leaves an empty basket.
 * @param {string} key
 */
function drop(key) {
  const rest = keys().filter((other) => other !== key);
  const query = new URLSearchParams(rest.length ? { e: rest.join(",") } : {});
  if (!rest.length) keep([]);
  history.pushState(null, "", addressWith(query));
  compare();
}

/** Read what the address asks for and show it. */
async function compare() {
  carry();
  const asked = keys();
  const status = /** @type {HTMLElement} */ (page.querySelector(".vs-compare__status"));
  status.textContent = asked.length ? (words.loading ?? "") : "";
  const read = await Promise.allSettled(asked.map((key) => entryOf(key, words)));
  if (String(keys()) !== String(asked)) return;
  const entries = read.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const gone = asked.filter((_, at) => read[at].status === "rejected");
  status.textContent = gone.map((key) => (words.gone ?? "").replace("{name}", key)).join(" ");
  if (entries.length) keep(entries.map(({ key, name }) => ({ key, name })));
  showTable(entries);
}

/** @param {import("./compare-facts.js").Entry[]} entries */
function showTable(entries) {
  const box = /** @type {HTMLElement} */ (page.querySelector(".vs-compare"));
  box.querySelector("thead tr")?.replaceChildren(
    ...[...box.querySelectorAll("thead th")].slice(0, 1),
    ...entries.map((entry) => headOf(entry, words, drop)),
  );
  box
    .querySelector("tbody")
    ?.replaceChildren(...labelsOf(entries).map((label) => rowOf(label, entries, words)));
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
