// @ts-check
/** The search dialog: a field, below it what is said of what stands there, and keys for both. */

import { Choice } from "./search-choice.js";
import { make } from "./search-results.js";

/** @typedef {import("./search-words.js").Words} Words */

/**
 * The field in which a query is typed.
 * @param {string} label
 * @param {Words} words
 */
function fieldOf(label, words) {
  return /** @type {HTMLInputElement} */ (make("input", {
    type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-label": label, "aria-describedby": "vs-search-keys",
    autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go",
    placeholder: words.say("placeholder"), autofocus: "",
  }));
}

export class Dialog {
  /**
   * @param {string} label
   * @param {Words} words
   * @param {(query: string) => Promise<void>} answer
   */
  constructor(label, words, answer) {
    this.answer = answer;
    /** The answer to what stands in the field. */
    this.pending = Promise.resolve();
    this.field = fieldOf(label, words);
    this.status = make("p", { class: "vs-hidden", role: "status" });
    this.body = make("div", { class: "vs-search__body" });
    this.choice = new Choice(this.field, this.body);
    this.box = this.build(label, words);
    document.body.append(this.box);
    this.listen();
  }

  /**
   * @param {string} label
   * @param {Words} words
   */
  build(label, words) {
    const close = make("button", { type: "button", class: "vs-search__close", "aria-label": words.say("close") }, make("span", {}, "Esc"));
    const keys = make("p", { class: "vs-search__keys", id: "vs-search-keys" }, words.say("keys"));
    const bar = make("div", { class: "vs-search__bar" }, this.field, close);
    close.addEventListener("click", () => this.box.close());
    return /** @type {HTMLDialogElement} */ (make("dialog", { class: "vs-search", "aria-label": label }, bar, this.status, this.body, keys));
  }

  listen() {
    let composing = false;
    this.field.addEventListener("compositionstart", () => { composing = true; });
    this.field.addEventListener("compositionend", () => { composing = false; this.asked(); });
    this.field.addEventListener("input", () => { if (!composing) this.asked(); });
    this.field.addEventListener("keydown", (event) => { if (!event.isComposing && !composing) this.press(event); });
    this.box.addEventListener("click", (event) => {
      const target = /** @type {Element} */ (event.target);
      if (target === this.box || target.closest("a")) this.box.close();
    });
    // What is typed here is no shortcut of the theme.
    this.box.addEventListener("keydown", (event) => event.stopPropagation());
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.key === "Enter") {
      event.preventDefault();
      // Who types and presses Enter at once means what was typed, not what is still shown.
      this.pending.then(() => this.choice.take());
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && this.choice.options().length) {
      event.preventDefault();
      this.choice.move(event.key === "ArrowDown" ? 1 : -1);
    }
  }

  show() {
    if (!this.box.open) this.box.showModal();
    this.field.focus();
    this.field.select();
  }

  /**
   * Ask in the reader's place.
   * @param {string} query
   */
  ask(query) {
    this.field.value = query;
    this.field.focus();
    this.asked();
  }

  asked() {
    this.pending = this.answer(this.field.value.trim());
  }

  /**
   * Show something in place of what is shown.
   * @param {Node} content
   * @param {string} [aloud] what a screen reader says of it
   */
  tell(content, aloud = "") {
    this.body.replaceChildren(content);
    this.body.scrollTop = 0;
    this.status.textContent = aloud;
    this.choice.choose(-1);
  }
}
