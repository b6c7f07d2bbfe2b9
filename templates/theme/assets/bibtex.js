// @ts-check
/** The BibTeX of chosen entries, taken out of the file of the whole catalog and copied. */

import { copy } from "./copy.js";

const RECORD = /^@\w+\{([^,]+),/;

/**
 * The records of a file by their keys.
 * @param {string} text
 * @returns {Map<string, string>}
 */
function records(text) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const part of text.split(/\n(?=@)/)) {
    const key = RECORD.exec(part)?.[1];
    if (key) found.set(key, part.trim());
  }
  return found;
}

/**
 * @param {string} address of the file of the whole catalog
 * @param {readonly string[]} keys
 * @returns {Promise<string[]>} the records of these keys, in their order
 */
async function bibtexOf(address, keys) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const all = records(await answer.text());
  return keys.flatMap((key) => all.get(key) ?? []);
}

/**
 * Copy the records of these keys.
 * @param {readonly string[]} keys
 * @param {DOMStringMap} data the file's address, and what to say of how it went
 */
export async function copyBibtex(keys, { file = "", copied = "", nothing = "", failed = "" }) {
  const found = keys.length ? await bibtexOf(file, keys) : [];
  if (!found.length) return nothing;
  if (!(await copy(`${found.join("\n\n")}\n`))) return failed;
  return copied.replace("{number}", found.length.toLocaleString("en"));
}
