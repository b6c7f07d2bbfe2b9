// @ts-check
/**
 * Small conveniences on top of pages that work without them: copying BibTeX, boxes that scroll
 * sideways reached by keyboard, and the theme's drawer opened by keyboard.
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

for (const button of document.querySelectorAll(".vs-copy")) {
  if (button instanceof HTMLButtonElement) offerCopy(button);
}
const boxes = new ResizeObserver((entries) => {
  for (const { target } of entries) reachable(/** @type {HTMLElement} */ (target));
});
for (const box of document.querySelectorAll(".vs-table")) boxes.observe(box);
replaceDrawerLabel();
