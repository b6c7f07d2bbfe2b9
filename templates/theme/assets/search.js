// @ts-check
/** Search: asks the index what stands in the dialog's field, and shows what is found in groups. */

import { Dialog } from "./search-dialog.js";
import { Index } from "./search-index.js";
import { isCjk, nameKey } from "./search-text.js";
import { make } from "./search-results.js";
import { viewsOf } from "./search-views.js";
import { LANG, Words } from "./search-words.js";
// What those import is named here as well, so that all of it is fetched at once.
import "./search-choice.js";
import "./search-files.js";
import "./search-ranking.js";

/** @typedef {import("./search-views.js").View} View */

const INDEX = new URL("../search/", import.meta.url);

/** @type {Promise<Search> | undefined} */
let search;

/**
 * Open the dialog; it is made when it is first opened.
 * @param {string} label what search is called until its own words are there
 */
export async function open(label) {
  search ??= Index.at(INDEX).then((index) => new Search(index, label));
  search.catch(() => { search = undefined; });
  (await search).dialog.show();
}

class Search {
  /**
   * @param {Index} index
   * @param {string} label
   */
  constructor(index, label) {
    this.index = index;
    this.words = new Words(index.head.languages[LANG]);
    this.dialog = new Dialog(label, this.words, (query) => this.answer(query));
    this.turn = 0;
    /** @type {import("./search-results.js").Sight} */
    this.sight = { runs: [], asked: [], key: "", lang: LANG, words: index.head.words, more: this.words.say("et_al") };
    this.advise();
  }

  /**
   * Answer a query, unless something else is asked by then.
   * @param {string} query
   */
  async answer(query) {
    const turn = (this.turn += 1);
    if (!query) return this.advise();
    try {
      const answer = await this.index.ask(query);
      const views = await viewsOf(this.index, answer);
      if (turn !== this.turn) return;
      // A letter alone is looked up as a word, and would be marked all over the place.
      const shown = answer.runs.filter((run) => run.length > 1 || isCjk(run));
      this.sight = { ...this.sight, runs: shown, key: nameKey(query), asked: answer.runs };
      this.list(views, query);
    } catch (error) {
      if (turn === this.turn) this.dialog.tell(make("p", {}, this.words.say("failed")));
      console.warn(error);
    }
  }

  /**
   * Show results, the first of them chosen.
   * @param {View[]} views
   * @param {string} query
   */
  list(views, query) {
    const count = views.reduce((sum, view) => sum + view.count, 0);
    if (!count) return this.fail(query);
    const box = make("div", { id: "vs-results", role: "listbox", "aria-label": this.words.say("label") });
    box.append(...views.map((view) => this.group(view)));
    this.dialog.tell(box, this.words.say(count === 1 ? "found_one" : "found", { count }));
    this.dialog.choice.choose(0);
  }

  /** @param {View} view */
  group(view) {
    const group = view.draw(this.words.labels[view.folder], this.sight);
    if (view.rest) group.append(this.more(view));
    return group;
  }

  /**
   * The option that shows more of a group.
   * @param {View} view
   */
  more(view) {
    const option = make("div", { role: "option", id: `vs-more-${view.folder}`, class: "vs-result vs-result--more", "aria-selected": "false" },
      this.words.say("more", { count: view.offered }));
    option.addEventListener("click", async () => {
      const { choice, field } = this.dialog;
      const [turn, place] = [this.turn, choice.options().indexOf(option)];
      await view.fillMore(this.sight.asked);
      if (turn !== this.turn) return;
      option.parentElement?.replaceWith(this.group(view));
      choice.choose(Math.min(place, choice.options().length - 1));
      field.focus();
    });
    return option;
  }

  advise() {
    this.dialog.tell(this.words.advice((example) => this.dialog.ask(example)));
  }

  /** @param {string} query */
  fail(query) {
    const said = this.words.say("nothing", { query });
    this.dialog.tell(this.words.comfort(said), said);
  }
}
