// @ts-check
/**
 * Texts as search compares them, and where a query stands in them. The same as
 * `src/vidstore/search/folding.py` does when the index is made; a test holds the two together.
 */

const CJK = "\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const RUN = new RegExp(`[${CJK}]+|(?:(?![${CJK}])[\\p{L}\\p{N}])+`, "gu");
const IS_CJK = new RegExp(`^[${CJK}]`, "u");
const IS_WORD = /[\p{L}\p{N}]/u;
/** @type {Record<string, string>} */
const EXTRA = { ß: "ss", ς: "σ", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i" };

/** @type {Map<string, string>} */
const folded = new Map();

/**
 * What becomes of a character.
 * @param {string} char
 */
function foldChar(char) {
  let found = folded.get(char);
  if (found === undefined) {
    const plain = char.normalize("NFKD").replace(/\p{Mn}+/gu, "").toLowerCase();
    found = Array.from(plain, (part) => EXTRA[part] ?? part).join("");
    folded.set(char, found);
  }
  return found;
}

/**
 * The text in small letters without accents; full-width forms become plain ones.
 * @param {string} text
 */
export const fold = (text) => Array.from(text, foldChar).join("");

/**
 * Words, and runs of CJK characters, in the order of the text.
 * @param {string} text
 * @returns {string[]}
 */
export const runs = (text) => fold(text).match(RUN) ?? [];

/**
 * A name with nothing but letters and digits: `R(2+1)D` is `r21d`.
 * @param {string} text
 */
export const nameKey = (text) => runs(text).join("");

/** @param {string} run */
export const isCjk = (run) => IS_CJK.test(run);

/**
 * What decides on the shard of a term.
 * @param {string} term
 */
export const shardKey = (term) => Array.from(term).slice(0, isCjk(term) ? 1 : 2).join("");

/**
 * Where runs stand in a text: CJK characters anywhere, words where a word begins.
 * @param {string} text
 * @param {string[]} wanted folded
 * @returns {[number, number][]} starts and ends in the text as it stands, none overlapping
 */
export function marks(text, wanted) {
  const { plain, places } = aligned(text);
  /** @type {[number, number][]} */
  const found = [];
  for (const run of wanted) {
    for (let at = plain.indexOf(run); at >= 0; at = plain.indexOf(run, at + run.length)) {
      const [start, end] = [places[at], places[at + run.length - 1] + 1];
      if (isCjk(run) || beginsWord(text, start)) found.push([start, widened(text, end)]);
    }
  }
  return merged(found);
}

/** @type {Map<string, {plain: string, places: number[]}>} */
const alignments = new Map();
const MOST_ALIGNMENTS = 2000;

/**
 * A folded text, with the place in the text of each of its characters.
 * @param {string} text
 */
function aligned(text) {
  const known = alignments.get(text);
  if (known) return known;
  let plain = "";
  /** @type {number[]} */
  const places = [];
  let at = 0;
  for (const char of text) {
    const found = foldChar(char);
    for (let i = 0; i < found.length; i += 1) places.push(at);
    plain += found;
    at += char.length;
  }
  if (alignments.size > MOST_ALIGNMENTS) alignments.clear();
  alignments.set(text, { plain, places });
  return { plain, places };
}

/**
 * Whether a word begins there, be it inside of another one: `MAE` in `VideoMAE`.
 * @param {string} text
 * @param {number} at
 */
function beginsWord(text, at) {
  const [before, here] = [text[at - 1] ?? "", text[at]];
  if (!IS_WORD.test(before) || isCjk(before)) return true;
  return /[A-Z0-9]/.test(here) && !/[0-9]/.test(before);
}

/**
 * An end that does not part a character from its accents.
 * @param {string} text
 * @param {number} end
 */
function widened(text, end) {
  const low = text.charCodeAt(end);
  let at = low >= 0xdc00 && low < 0xe000 ? end + 1 : end;
  while (/\p{Mn}/u.test(text[at] ?? "")) at += 1;
  return at;
}

/** @param {[number, number][]} ranges */
function merged(ranges) {
  /** @type {[number, number][]} */
  const found = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = found.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}
