// @ts-check
/**
 * The choice among results, as a combobox has it over a list (the ARIA Authoring Practices'
 * pattern): the focus stays in the field, which tells which of the options is meant.
 */

export class Choice {
  /**
   * @param {HTMLElement} field
   * @param {HTMLElement} body in which options are shown
   */
  constructor(field, body) {
    this.field = field;
    this.body = body;
    this.active = -1;
  }

  /** @returns {HTMLElement[]} */
  options() {
    return [...this.body.querySelectorAll("[role=option]")].filter((one) => one instanceof HTMLElement);
  }

  /**
   * Make a result the one that Enter opens.
   * @param {number} place
   */
  choose(place) {
    const options = this.options();
    for (const [at, option] of options.entries()) option.setAttribute("aria-selected", String(at === place));
    this.active = options[place] ? place : -1;
    this.field.setAttribute("aria-expanded", String(options.length > 0));
    if (!options[place]) {
      for (const name of ["aria-controls", "aria-activedescendant"]) this.field.removeAttribute(name);
      return;
    }
    this.field.setAttribute("aria-controls", "vs-results");
    this.field.setAttribute("aria-activedescendant", options[place].id);
    options[place].scrollIntoView({ block: "nearest" });
  }

  /**
   * Go on to the option before or behind; the first follows the last.
   * @param {1 | -1} step
   */
  move(step) {
    const { length } = this.options();
    this.choose((this.active + step + length) % length);
  }

  take() {
    this.options()[this.active]?.click();
  }
}
