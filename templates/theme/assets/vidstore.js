// @ts-check
/**
 * Small conveniences on top of pages that work without them: copying BibTeX, boxes that scroll
 * sideways reached by keyboard, the theme's drawer opened by keyboard, and search.
 */

import { copy } from "./copy.js";

/**
 * Show a copy button; when it has copied, it says so for a moment, also to screen readers.
 * @param {HTMLButtonElement} button
 */
function offerCopy(button) {
  const label = button.textContent;
  const source = button.parentElement?.querySelector("pre");
  if (!source) return;
  const status = document.createElement("span");
  status.className = "vs-hidden";
  status.setAttribute("role", "status");
  button.after(status);
  let timer = 0;
  button.addEventListener("click", async () => {
    if (!(await copy(source.textContent ?? ""))) {
      getSelection()?.selectAllChildren(source);
      return;
    }
    button.textContent = status.textContent = button.dataset.copied ?? "";
    clearTimeout(timer);
    timer = setTimeout(() => {
      button.textContent = label;
      status.textContent = "";
    }, 2000);
    button.focus();
  });
  button.hidden = false;
}

/**
 * Let the keyboard reach a box whose content is wider than the box, under the heading's name.
 * @param {HTMLElement} box
 */
function reachable(box) {
  if (box.scrollWidth <= box.clientWidth) {
    for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    return;
  }
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", box.dataset.label ?? box.previousElementSibling?.textContent ?? "");
}

/**
 * Let a drawing that is wider than its box begin where the page's own entry is.
 * @param {HTMLElement} box
 */
function center(box) {
  const here = box.querySelector("[aria-current]");
  if (!here || box.scrollWidth <= box.clientWidth) return;
  const { left, width } = here.getBoundingClientRect();
  box.scrollLeft += left + width / 2 - box.getBoundingClientRect().left - box.clientWidth / 2;
}

/** Open the theme's drawer by a button, since no keyboard can press the label that it has. */
function replaceDrawerLabel() {
  const label = document.querySelector(".md-header label[for=__drawer]");
  const drawer = document.getElementById("__drawer");
  if (!label || !(drawer instanceof HTMLInputElement)) return;
  const button = document.createElement("button");
  const nav = document.querySelector(".md-nav--primary");
  button.type = "button";
  button.className = `${label.className} vs-menu`;
  button.setAttribute("aria-label", nav?.getAttribute("aria-label") ?? "");
  button.append(...label.children);
  label.replaceWith(button);
  const show = () => button.setAttribute("aria-expanded", String(drawer.checked));
  show();
  drawer.addEventListener("change", show);
  button.addEventListener("click", () => drawer.click());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    button.focus();
  });
}

/**
 * Make the link that stands for search a button that opens it; `/` and Ctrl-K do, too. What search
 * needs is fetched when somebody is about to use it.
 */
function offerSearch() {
  const link = document.querySelector("a.vs-find");
  if (!(link instanceof HTMLAnchorElement)) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
  button.append(...link.childNodes);
  link.replaceWith(button);
  const label = button.querySelector("span")?.textContent ?? "";
  const fetched = () => import("./search.js");
  const open = () => fetched().then((search) => search.open(label)).catch(() => location.assign(link.href));
  button.addEventListener("click", open);
  for (const sign of ["pointerenter", "focus"]) {
    button.addEventListener(sign, () => void fetched().catch(() => {}), { once: true });
  }
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented || !asksForSearch(event)) return;
    event.preventDefault();
    event.stopPropagation();
    open();
  }, { capture: true });
}

/**
 * Whether a key opens search: Ctrl-K or Command-K anywhere, `/` where nothing is being typed.
 * @param {KeyboardEvent} event
 */
function asksForSearch(event) {
  if (event.altKey || event.shiftKey && event.key !== "/") return false;
  if (event.ctrlKey !== event.metaKey) return event.key.toLowerCase() === "k";
  const target = event.target instanceof HTMLElement ? event.target : null;
  return event.key === "/" && !target?.isContentEditable && !target?.matches("input, textarea, select");
}

for (const button of document.querySelectorAll(".vs-copy")) {
  if (button instanceof HTMLButtonElement) offerCopy(button);
}
const boxes = new ResizeObserver((entries) => {
  for (const { target } of entries) reachable(/** @type {HTMLElement} */ (target));
});
for (const box of document.querySelectorAll(".vs-table, .vs-lineage")) boxes.observe(box);
for (const box of document.querySelectorAll(".vs-lineage")) center(/** @type {HTMLElement} */ (box));
replaceDrawerLabel();
offerSearch();
