// @ts-check
/** What the reader has chosen stands behind the question mark, and goes along to the other language. */

/** Let the language switch lead to the counterpart of this page with the same choice. */
export function carry() {
  for (const link of document.querySelectorAll(".md-header a[hreflang]")) {
    if (link instanceof HTMLAnchorElement) link.search = location.search;
  }
}

/**
 * The address of this page with these parameters.
 * @param {URLSearchParams} query
 */
export function addressWith(query) {
  // Commas and slashes may stand there, and an address that people share should be readable.
  const text = query.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
  return location.pathname + (text ? `?${text}` : "") + location.hash;
}
