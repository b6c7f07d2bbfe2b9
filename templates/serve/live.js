// @ts-check
/**
 * Live preview: reloads the page when the site has changed, shows findings over it until they are
 * mended. Only `vidstore serve` adds this script; it is never part of a built site.
 */

/** @typedef {{version: number, title: string, problem: string}} State */

const source = new EventSource("/.vidstore/events");
/** @type {number | null} */
let seen = null;

source.onmessage = (/** @type {MessageEvent<string>} */ event) => {
  /** @type {State} */
  const state = JSON.parse(event.data);
  const stale = seen !== null && state.version !== seen;
  seen = state.version;
  show(state);
  if (stale && !state.problem) location.reload();
};
window.addEventListener("pagehide", () => source.close());

/** @param {State} state */
function show(state) {
  document.getElementById("vidstore-problem")?.remove();
  if (!state.problem) return;
  const box = document.createElement("section");
  box.id = "vidstore-problem";
  box.setAttribute("role", "alert");
  box.style.cssText =
    "position:fixed;inset:auto 0 0 0;max-height:70vh;overflow:auto;z-index:1000;padding:1rem 1.25rem;" +
    "background:#2b1414;color:#ffe9e4;border-top:4px solid #ff6b4a;font-size:14px;line-height:1.5";
  const title = document.createElement("strong");
  title.textContent = state.title;
  const text = document.createElement("pre");
  text.textContent = state.problem;
  text.style.cssText = "margin:.5rem 0 0;white-space:pre;overflow:auto;font:13px/1.5 ui-monospace,monospace";
  box.append(title, text);
  document.body.append(box);
}
