// @ts-check
// One question at a time about what the pad holds. An answer to letters that have changed since is never shown, unless only
// a slider moved on; and nothing is asked while letters are still to come.

/**
 * @typedef {object} Asked
 * @property {() => Promise<any>} answer asks what the pad holds now
 * @property {() => boolean} waits whether letters are still to come
 * @property {(reply: any) => void} show
 * @property {(busy: boolean) => void} busy called when an answer is awaited, and when it has come
 */

export class Asking {
  #page;
  #latest = 0;
  #asking = false;
  version = 0;

  /** @param {Asked} page */
  constructor(page) {
    this.#page = page;
  }

  /** @param {boolean} slides whether the answer before stays good enough to be shown */
  ask = async (slides = false) => {
    this.version++;
    if (!slides) this.#latest = this.version;
    this.#page.busy(true);
    if (this.#asking) return;
    this.#asking = true;
    for (let asked = -1; asked !== this.version && !this.#page.waits(); ) {
      asked = this.version;
      const reply = await this.#page.answer().catch(() => null);
      if (asked >= this.#latest) this.#page.show(reply);
    }
    this.#asking = false;
    if (!this.#page.waits()) this.#page.busy(false);
  };
}
