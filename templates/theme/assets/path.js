// @ts-check
/**
 * Progress on reading paths, kept in this browser alone: which steps are done, under the address
 * of the path. Without storage the boxes stay hidden and the path reads as a list.
 */

const PREFIX = "vidstore-path:";

/** @returns {Storage | null} */
function storage() {
  try {
    localStorage.setItem(PREFIX, "");
    localStorage.removeItem(PREFIX);
    return localStorage;
  } catch {
    return null;
  }
}

/**
 * @param {Storage} store
 * @param {string} path
 * @returns {Set<string>} the steps that are done
 */
function done(store, path) {
  try {
    const found = JSON.parse(store.getItem(PREFIX + path) ?? "[]");
    return new Set(Array.isArray(found) ? found.map(String) : []);
  } catch {
    return new Set();
  }
}

/**
 * @param {Storage} store
 * @param {string} path
 * @param {Set<string>} steps
 */
function keep(store, path, steps) {
  if (steps.size) store.setItem(PREFIX + path, JSON.stringify([...steps].sort()));
  else store.removeItem(PREFIX + path);
}

/**
 * Show the boxes of a path's page and what has been done.
 * @param {Storage} store
 * @param {HTMLElement} page
 */
function follow(store, page) {
  const path = page.dataset.path ?? "";
  const boxes = [...page.querySelectorAll("input[type=checkbox]")].filter(
    (box) => box instanceof HTMLInputElement,
  );
  const bar = page.querySelector("progress");
  const words = page.querySelector("[data-of]");
  const show = () => {
    const steps = done(store, path);
    for (const box of boxes) {
      box.checked = steps.has(box.value);
      box.closest(".vs-step")?.classList.toggle("vs-step--done", box.checked);
    }
    const number = boxes.filter((box) => box.checked).length;
    if (bar) bar.value = number;
    if (words instanceof HTMLElement) {
      words.textContent = (words.dataset.of ?? "").replace("{done}", String(number));
    }
  };
  for (const box of boxes) {
    box.closest("label")?.removeAttribute("hidden");
    box.addEventListener("change", () => {
      const steps = done(store, path);
      if (box.checked) steps.add(box.value);
      else steps.delete(box.value);
      keep(store, path, steps);
      show();
    });
  }
  page.querySelector(".vs-progress")?.removeAttribute("hidden");
  page.querySelector(".vs-progress button")?.addEventListener("click", () => {
    keep(store, path, new Set());
    show();
  });
  addEventListener("storage", show);
  show();
}

const store = storage();
const page = document.querySelector(".vs-page--path");
if (store && page instanceof HTMLElement) follow(store, page);
