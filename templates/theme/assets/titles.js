// @ts-check
/**
 * Names and titles of all entries, in files of some hundreds: a file is fetched when one of its
 * rows is shown, all of them when a text is looked for or names are put in order.
 *
 * @typedef {{ rows: string, chunk: number, titles: string[] }} Index digests of the files
 * @typedef {{ id: string, name: string, title: string, citation: string }} Title
 */

export class Titles {
  /**
   * @param {Index} index
   * @param {string} folder where the files lie
   * @param {string} lang
   */
  constructor(index, folder, lang) {
    this.lang = lang;
    this.folder = folder;
    this.chunk = index.chunk;
    this.digests = index.titles;
    /** @type {Promise<string[][]>[]} */
    this.chunks = [];
    /** @type {Title[]} */
    this.known = [];
  }

  /**
   * What a row is called, once that is loaded.
   * @param {number} row
   */
  of(row) {
    return this.known[row];
  }

  /**
   * Load the titles of these rows, or of all.
   * @param {readonly number[]} [rows]
   */
  async load(rows) {
    const wanted = rows
      ? new Set(rows.map((row) => Math.floor(row / this.chunk)))
      : this.digests.keys();
    await Promise.all([...wanted].map((number) => this.file(number)));
  }

  /** @param {number} number of a chunk */
  file(number) {
    this.chunks[number] ??= fetch(
      `${this.folder}titles-${number}.json?${this.digests[number]}`,
    ).then(async (answer) => {
      if (!answer.ok) throw new Error(`titles-${number}.json: ${answer.status}`);
      const found = /** @type {string[][]} */ (await answer.json());
      found.forEach(([id, name, zh, en, citation = ""], at) => {
        const title = (this.lang === "en" && en) || zh;
        const own = name === title ? "" : name;
        this.known[number * this.chunk + at] = { id, name: own, title, citation };
      });
      return found;
    });
    return this.chunks[number];
  }

  /**
   * Whether what a row is called has all of these words.
   * @param {number} row
   * @param {string[]} parts as `wordsOf` gives them
   */
  contain(row, parts) {
    const { name, title } = this.known[row];
    const whole = folded(`${name} ${title}`);
    return parts.every((part) => whole.includes(part));
  }

  /**
   * Rows by name; all titles must be there.
   * @param {number[]} rows
   */
  sorted(rows) {
    const { compare } = new Intl.Collator(this.lang, { numeric: true, sensitivity: "base" });
    const label = this.known.map(({ name, title }) => name || title);
    return rows.sort((a, b) => compare(label[a], label[b]));
  }
}

/**
 * The words of a text that is looked for.
 * @param {string} text
 */
export const wordsOf = (text) => folded(text).split(" ").filter(Boolean);

/**
 * A text as it is compared: case, width and accents make no difference.
 * @param {string} text
 */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
