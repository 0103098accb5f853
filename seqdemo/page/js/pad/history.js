// @ts-check
// What a row of boxes was, and what was taken back of it.

/** @typedef {import("./model.js").Past} Past */

const MOST = 100;

export class History {
  /** @type {Past[]} */ #past = [];
  /** @type {Past[]} */ #future = [];

  get hasPast() {
    return this.#past.length > 0;
  }

  get hasFuture() {
    return this.#future.length > 0;
  }

  /** Before a change; what had been taken back can no longer follow. @param {Past} now */
  remember(now) {
    this.#past = [...this.#past.slice(1 - MOST), now];
    this.#future = [];
  }

  /** @param {Omit<Past, "kind">} now */
  undo(now) {
    return step(this.#past, this.#future, now);
  }

  /** @param {Omit<Past, "kind">} now */
  redo(now) {
    return step(this.#future, this.#past, now);
  }

  /** @param {(past: Past) => Past} change */
  mend(change) {
    [this.#past, this.#future] = [this.#past.map(change), this.#future.map(change)];
  }

  forget() {
    [this.#past, this.#future] = [[], []];
  }
}

/** @param {Past[]} from @param {Past[]} to @param {Omit<Past, "kind">} now */
function step(from, to, now) {
  const there = from.pop();
  if (there) to.push({ ...now, kind: there.kind });
  return there;
}
