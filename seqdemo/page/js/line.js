// @ts-check
// The line to the server. What comes to nothing is asked again, after longer and longer pauses; what is asked while the line is
// down, as soon as it is back. Meanwhile the page says what it waits for.

import { filled, maybe } from "./dom.js";

/** @typedef {import("./calling.js").Calls} Calls */
/** @typedef {Record<string, (asked: object) => Promise<any>>} Server */
/** Whether there is no line, whether the server has no room, and the last place in line of all calls that wait; 0: none does.
 *  @typedef {{ down: boolean, full: boolean, place: number }} Waiting */

const TRIES = 4;
const FIRST = 1000; // milliseconds of the first pause; each further one is twice as long
const MOST = 8000;
const PATIENCE = 5000; // milliseconds for the server to show that it is there
const NO_ROOM = Infinity;

/** How long to wait before asking again. A class must not come back all at once. @param {number} failed how often before */
export function pauseAfter(failed, chance = Math.random()) {
  return Math.min(MOST, FIRST * 2 ** failed) * (0.5 + chance / 2);
}

export class Line {
  #reaches;
  #pause;
  #told;
  /** @type {Promise<void> | null} */
  #returning = null;
  /** Of each call that waits its place in line. @type {Map<symbol, number>} */
  #places = new Map();

  /**
   * @param {object} to
   * @param {() => Promise<boolean>} to.reaches whether the server is there
   * @param {(failed: number) => Promise<void>} to.pause until it is worth to try again
   * @param {(waiting: Waiting) => void} to.told
   */
  constructor({ reaches, pause, told }) {
    this.#reaches = reaches;
    this.#pause = pause;
    this.#told = told;
  }

  get isDown() {
    return this.#returning !== null;
  }

  /**
   * The same functions, which wait for the line; but for those whose answers nobody wants any more by then.
   * @param {Calls} calls @param {string[]} hasty
   * @returns {Server}
   */
  over(calls, hasty = []) {
    /** @type {(entry: [string, Calls[string]]) => [string, Server[string]]} */
    const held = ([name, call]) => [name, (asked) => this.#ask(call, asked, !hasty.includes(name))];
    return Object.fromEntries(Object.entries(calls).map(held));
  }

  /** @param {Calls[string]} call @param {object} asked @param {boolean} waits */
  async #ask(call, asked, waits) {
    const mine = Symbol();
    try {
      for (let failed = 0; ; ) {
        const reply = await call(asked, (place) => this.#note(mine, place)).catch(() => null);
        if (reply && !reply.busy) return reply;
        this.#note(mine, reply ? NO_ROOM : 0);
        const there = reply || (!this.isDown && (await this.#reaches()));
        if (there ? ++failed === TRIES : !waits) return reply ?? Promise.reject(new Error("no answer"));
        await (there ? this.#pause(failed - 1) : this.#back());
      }
    } finally {
      this.#note(mine, 0);
    }
  }

  /** @param {symbol} of @param {number} place */
  #note(of, place) {
    if (place === (this.#places.get(of) ?? 0)) return;
    if (place) this.#places.set(of, place);
    else this.#places.delete(of);
    this.#tell();
  }

  #tell() {
    const places = [...this.#places.values()], inLine = places.filter((place) => place !== NO_ROOM);
    this.#told({ down: this.isDown, full: inLine.length < places.length, place: Math.max(0, ...inLine) });
  }

  /** One looks for all who wait. */
  #back() {
    this.#returning ??= this.#look();
    return this.#returning;
  }

  async #look() {
    await null; // so that the line counts as down when that is told
    this.#tell();
    for (let failed = 0; ; failed++) {
      await this.#pause(failed);
      if (await this.#reaches()) break;
    }
    this.#returning = null;
    this.#tell();
  }
}

/** @param {HTMLElement} root */
export function makeLine(root) {
  return new Line({
    reaches: () => fetch(location.pathname, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) })
      .then((reply) => reply.status < 500, () => false),
    pause: (failed) => new Promise((resume) => {
      const go = () => (clearTimeout(timer), removeEventListener("online", go), resume()), timer = setTimeout(go, pauseAfter(failed));
      addEventListener("online", go);
    }),
    told({ down, full, place }) {
      root.classList.toggle("offline", down);
      const note = maybe(root, "#offline");
      if (!note) return;
      const { down: lost = "", full: busy = "", place: queued = "" } = note.dataset;
      note.textContent = down ? lost : full ? busy : place ? filled(queued, { n: place }) : "";
    },
  });
}
