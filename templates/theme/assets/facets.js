// @ts-check
/**
 * All entries as rows of small numbers: which rows fit a choice, how many would fit another, and in
 * which order. Knows nothing of the page. `assets/browse/` says what the numbers mean.
 *
 * @typedef {{ words: string[][], rows: (number | number[])[] }} Column
 *   a word is its id, then its name in Chinese and, where that differs, in English
 * @typedef {{ rows: string, size: number, columns: Record<string, Column> }} Data
 * @typedef {{ rows: string, chunk: number, titles: string[] }} Index digests of the files of titles
 * @typedef {{ id: string, name: string, title: string, citation: string }} Title
 * @typedef {Map<string, Set<number>>} Choice numbers of words, by facet
 */

/** Both of these are wanted where two are chosen; of other facets, either. */
const ALL_OF = new Set(["has"]);

/**
 * @param {number | number[]} cell
 * @returns {readonly number[]}
 */
const numbers = (cell) => (typeof cell === "number" ? (cell ? [cell] : []) : cell);

/**
 * Years, newest first, out of dates.
 * @param {Column} dates
 * @returns {Column}
 */
function yearsOf(dates) {
  const years = dates.words.map(([date]) => date.slice(0, 4));
  const words = [...new Set(years)];
  const places = years.map((year) => words.indexOf(year) + 1);
  const rows = dates.rows.map((cell) => (typeof cell === "number" && cell ? places[cell - 1] : 0));
  return { words: words.map((year) => [year, year]), rows };
}

/**
 * @param {string} address
 * @param {RequestCache} cache
 */
async function json(address, cache) {
  const answer = await fetch(address, { cache });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

export class Facets {
  /**
   * @param {Data} data
   * @param {Index} index
   * @param {string} folder where the data lies
   * @param {string} lang
   */
  constructor(data, index, folder, lang) {
    this.size = data.size;
    /** @type {Record<string, Column>} */
    this.columns = { ...data.columns, year: yearsOf(data.columns.date) };
    this.lang = lang;
    this.folder = folder;
    this.chunk = index.chunk;
    this.digests = index.titles;
    /** @type {Promise<string[][]>[]} */
    this.chunks = [];
    /** @type {Title[]} */
    this.titles = [];
  }

  /**
   * @param {string} folder
   * @param {string} lang
   */
  static async load(folder, lang) {
    const [data, index] = await Promise.all([
      json(`${folder}facets.json`, "no-cache"),
      json(`${folder}titles.json`, "no-cache"),
    ]);
    if (data.rows === index.rows) return new Facets(data, index, folder, lang);
    // A new site was put in place between the two answers.
    return new Facets(await json(`${folder}facets.json`, "reload"), index, folder, lang);
  }

  /**
   * The name of a word in the page's language.
   * @param {string[]} word
   */
  label(word) {
    return (this.lang === "en" && word[2]) || word[1];
  }

  /**
   * The words of a row in a column.
   * @param {string} column
   * @param {number} row
   */
  words(column, row) {
    const { words, rows } = this.columns[column];
    return numbers(rows[row]).map((number) => words[number - 1]);
  }

  /**
   * Load the titles of these rows, or of all.
   * @param {readonly number[]} [rows]
   */
  async named(rows) {
    const wanted = rows
      ? new Set(rows.map((row) => Math.floor(row / this.chunk)))
      : this.digests.keys();
    await Promise.all([...wanted].map((number) => this.titlesOf(number)));
  }

  /** @param {number} number of a chunk */
  titlesOf(number) {
    this.chunks[number] ??= fetch(
      `${this.folder}titles-${number}.json?${this.digests[number]}`,
    ).then(async (answer) => {
      if (!answer.ok) throw new Error(`titles-${number}.json: ${answer.status}`);
      const found = /** @type {string[][]} */ (await answer.json());
      found.forEach(([id, name, zh, en, citation = ""], at) => {
        const title = (this.lang === "en" && en) || zh;
        const own = name === title ? "" : name;
        this.titles[number * this.chunk + at] = { id, name: own, title, citation };
      });
      return found;
    });
    return this.chunks[number];
  }

  /**
   * The rows that fit a choice and contain all words of a text, and for each facet how many rows
   * fit everything else and have each of its words.
   * @param {Choice} choice
   * @param {string} text titles must be there, if it is not empty
   * @param {readonly string[]} facets
   */
  find(choice, text, facets) {
    const parts = folded(text).split(" ").filter(Boolean);
    const active = [...choice].filter(([, chosen]) => chosen.size);
    /** @type {Record<string, number[]>} */
    const counts = {};
    for (const name of facets) counts[name] = new Array(this.columns[name].words.length + 1).fill(0);
    const rows = [];
    for (let row = 0; row < this.size; row += 1) {
      if (parts.length && !this.says(row, parts)) continue;
      const failed = active.filter(([name, chosen]) => !this.fits(name, row, chosen));
      if (failed.length > 1) continue;
      if (!failed.length) rows.push(row);
      // A row that only one facet turns away counts there: choosing its word would bring it in.
      const counted = failed.length ? [failed[0][0]].filter((name) => !ALL_OF.has(name)) : facets;
      for (const name of counted) {
        for (const number of numbers(this.columns[name].rows[row])) counts[name][number] += 1;
      }
    }
    return { rows, counts };
  }

  /**
   * @param {string} name
   * @param {number} row
   * @param {Set<number>} chosen
   */
  fits(name, row, chosen) {
    const own = numbers(this.columns[name].rows[row]);
    return ALL_OF.has(name)
      ? [...chosen].every((number) => own.includes(number))
      : own.some((number) => chosen.has(number));
  }

  /**
   * @param {number} row
   * @param {string[]} parts
   */
  says(row, parts) {
    const { name, title } = this.titles[row];
    const whole = folded(`${name} ${title}`);
    return parts.every((part) => whole.includes(part));
  }

  /**
   * Put rows in order; ties keep the order of the lists. For names, all titles must be there.
   * @param {number[]} rows
   * @param {string} sort
   */
  sorted(rows, sort) {
    const { date, added } = this.columns;
    /** @param {number} row */
    const newest = (row) => Number(date.rows[row]) || Infinity;
    /** @param {number} row */
    const oldest = (row) => (date.rows[row] ? -Number(date.rows[row]) : Infinity);
    if (sort === "name") {
      const { compare } = new Intl.Collator(this.lang, { numeric: true, sensitivity: "base" });
      const label = this.titles.map(({ name, title }) => name || title);
      return rows.sort((a, b) => compare(label[a], label[b]));
    }
    const key = sort === "oldest" ? oldest : newest;
    return rows.sort((a, b) => {
      const first = sort === "added" ? Number(added.rows[a]) - Number(added.rows[b]) : 0;
      return first || (key(a) === key(b) ? a - b : key(a) - key(b));
    });
  }
}

/**
 * A text as it is compared: case, width and accents make no difference.
 * @param {string} text
 */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
