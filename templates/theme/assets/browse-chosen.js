// @ts-check
/** What is chosen, said above the rows; each word can be dropped again, or all at once. */

import { element, part } from "./elements.js";

export class Chosen {
  /**
   * @param {HTMLElement} form
   * @param {{ drop: (input: HTMLInputElement) => void, clear: () => void }} choice
   */
  constructor(form, { drop, clear }) {
    this.drop = drop;
    this.bar = part(form, ".vs-chosen");
    /** How many words are chosen, for when the boxes are shut. */
    this.number = part(form, ".vs-filters > summary span");
    this.text = part(form, "[name=q]");
    part(this.bar, ":scope > button").addEventListener("click", () => {
      clear();
      this.text.focus();
    });
  }

  /**
   * @param {HTMLInputElement[]} inputs
   * @param {string} text
   */
  show(inputs, text) {
    for (const old of this.bar.querySelectorAll(".vs-chosen__word")) old.remove();
    this.bar.prepend(...inputs.map((input) => this.word(input)));
    this.bar.hidden = !inputs.length && !text;
    this.number.textContent = inputs.length ? String(inputs.length) : "";
  }

  /**
   * A chosen word; pressing it drops it.
   * @param {HTMLInputElement} input
   */
  word(input) {
    const word = input.parentElement?.querySelector("span")?.textContent ?? "";
    const button = element("button", "vs-chosen__word", word);
    button.setAttribute("type", "button");
    button.setAttribute("aria-label", (this.bar.dataset.drop ?? "").replace("{name}", word));
    button.addEventListener("click", () => {
      this.drop(input);
      (this.bar.querySelector("button") ?? this.text).focus();
    });
    return button;
  }
}
