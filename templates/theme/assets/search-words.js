// @ts-check
/** What search says in the language of the page: sentences, advice, and where else to look. */

import { make } from "./search-results.js";

const ROOT = new URL("../../", import.meta.url);

export const LANG = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

/**
 * The address of a page in this language.
 * @param {string} key
 */
export const pageOf = (key) => new URL(`${LANG === "en" ? "en/" : ""}${key}/`, ROOT).href;

export class Words {
  /** @param {import("./search-files.js").Language} language */
  constructor({ texts, labels, examples }) {
    this.texts = texts;
    this.labels = labels;
    this.examples = examples;
  }

  /**
   * A sentence.
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   */
  say(name, values = {}) {
    return this.texts[name].replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  }

  /**
   * What can be asked, before anything is.
   * @param {(example: string) => void} ask
   */
  advice(ask) {
    const examples = this.examples.map((example) => {
      const button = make("button", { type: "button" }, example);
      button.addEventListener("click", () => ask(example));
      return button;
    });
    const list = make("p", { class: "vs-search__chips" }, make("span", {}, this.say("examples")), ...examples);
    return make("div", { class: "vs-search__advice" }, make("p", {}, this.say("hint")), list, this.doors());
  }

  /**
   * What to try when there is nothing.
   * @param {string} said
   */
  comfort(said) {
    return make("div", { class: "vs-search__advice" }, make("p", {}, make("b", {}, said)), make("p", {}, this.say("try")), this.doors());
  }

  /** Lists to look through instead. */
  doors() {
    const folders = ["sections", "tasks", "families", "papers"].map((folder) =>
      make("a", { href: pageOf(folder) }, this.labels[folder]));
    return make("p", { class: "vs-search__chips" }, make("span", {}, this.say("browse")), ...folders);
  }
}
