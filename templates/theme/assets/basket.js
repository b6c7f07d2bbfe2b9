// @ts-check
/**
 * What the reader puts aside to compare: up to four entries, kept for as long as the tab is open.
 * Adds a button to every row of a list and to the page of an entry, and shows a bar with the choice.
 *
 * @typedef {{ key: string, name: string }} Item
 */

export const MOST = 4;
const FEWEST = 2;
const STORED = "vidstore-compare";

const found = document.querySelector(".vs-basket");
const bar = found instanceof HTMLElement ? found : null;
const kinds = new Set((bar?.dataset.kinds ?? "").split(" "));
let full = false;

/** @returns {Item[]} */
function items() {
  try {
    const stored = JSON.parse(sessionStorage.getItem(STORED) ?? "[]");
    return Array.isArray(stored) ? stored.filter(({ key, name }) => key && name) : [];
  } catch {
    return [];
  }
}

/** @param {Item[]} chosen */
export function keep(chosen) {
  try {
    if (chosen.length) sessionStorage.setItem(STORED, JSON.stringify(chosen));
    else sessionStorage.removeItem(STORED);
  } catch {
    // Without storage nothing can be put aside; the buttons do nothing.
  }
}

/**
 * Put an entry in, or take it out.
 * @param {Item} item
 */
function turn({ key, name }) {
  const before = items();
  const after = before.filter((other) => other.key !== key);
  full = after.length === before.length && before.length >= MOST;
  if (!full) keep(after.length === before.length ? [...before, { key, name }] : after);
  show();
}

/**
 * The key of the entry that a link leads to; empty if such entries are not compared.
 * @param {HTMLAnchorElement} link
 */
function keyOf(link) {
  const [folder, id] = link.pathname.split("/").slice(-3, -1);
  return kinds.has(folder) ? `${folder}/${id}` : "";
}

/**
 * A button that puts an entry in the basket or takes it out.
 * @param {Item} item
 */
function toggle(item) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "vs-toggle";
  button.dataset.key = item.key;
  button.dataset.name = item.name;
  button.addEventListener("click", () => turn(item));
  return button;
}

/**
 * Give a row of a list its button.
 * @param {Element} row
 */
export function offer(row) {
  const link = row.querySelector("h3 a");
  if (!bar || !(link instanceof HTMLAnchorElement)) return;
  const key = keyOf(link);
  const name = (link.querySelector("b") ?? link).textContent?.trim() ?? "";
  if (key) row.querySelector(".vs-row__meta")?.append(toggle({ key, name }));
}

/** Show the state of every button, and the bar. */
export function show() {
  if (!bar) return;
  const chosen = items();
  for (const button of document.querySelectorAll(".vs-toggle")) {
    if (!(button instanceof HTMLElement)) continue;
    const within = chosen.some(({ key }) => key === button.dataset.key);
    button.setAttribute("aria-pressed", String(within));
    button.textContent = (within ? bar.dataset.added : bar.dataset.add) ?? "";
    button.setAttribute("aria-label", `${bar.dataset.add} ${button.dataset.name}`);
  }
  showBar(bar, chosen);
}

/**
 * @param {HTMLElement} bar
 * @param {Item[]} chosen
 */
function showBar(bar, chosen) {
  const hadFocus = bar.contains(document.activeElement);
  bar.hidden = !chosen.length;
  document.body.classList.toggle("vs-with-basket", !bar.hidden);
  bar.querySelector("ul")?.replaceChildren(...chosen.map((item) => removal(bar, item)));
  const link = bar.querySelector("a");
  if (link) {
    link.hidden = chosen.length < FEWEST;
    link.href = `${bar.dataset.page}?e=${chosen.map(({ key }) => key).join(",")}`;
  }
  const told = full ? bar.dataset.full?.replace("{number}", String(MOST)) : bar.dataset.one;
  const status = bar.querySelector("[role=status]");
  if (status) status.textContent = full || chosen.length < FEWEST ? (told ?? "") : "";
  if (hadFocus && !bar.contains(document.activeElement)) bar.querySelector("button")?.focus();
}

/**
 * A chosen entry in the bar; pressing it takes it out.
 * @param {HTMLElement} bar
 * @param {Item} item
 */
function removal(bar, item) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = item.name;
  button.setAttribute("aria-label", (bar.dataset.remove ?? "").replace("{name}", item.name));
  button.addEventListener("click", () => turn(item));
  const place = document.createElement("li");
  place.append(button);
  return place;
}

/**
 * Buttons for what the page shows.
 * @param {HTMLElement} bar
 */
function begin(bar) {
  for (const row of document.querySelectorAll(".vs-row")) offer(row);
  const entry = document.querySelector("[data-compared]");
  if (entry instanceof HTMLElement) {
    const [folder, id] = location.pathname.split("/").slice(-3, -1);
    const button = toggle({ key: `${folder}/${id}`, name: entry.dataset.compared ?? "" });
    (entry.querySelector(".vs-links") ?? entry.querySelector(".vs-intro"))?.append(button);
  }
  bar.querySelector(":scope > button")?.addEventListener("click", () => {
    keep([]);
    full = false;
    show();
  });
  addEventListener("pageshow", show);
  show();
}

if (bar) begin(bar);
