// @ts-check
// The line to the server. What is asked while it is down is asked again by itself as soon as it is back, and until then the
// page says so.

import { maybe } from "./dom.js";

const EVERY = 2000; // milliseconds between two looks whether the line is back

/** @typedef {Record<string, (asked: object) => Promise<any>>} Server */

export class Line {
  #reaches;
  #pause;
  #told;
  /** @type {Promise<void> | null} */
  #returning = null;

  /**
   * @param {object} to
   * @param {() => Promise<boolean>} to.reaches whether the server is there
   * @param {() => Promise<void>} to.pause until it is worth to look again
   * @param {(down: boolean) => void} to.told
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
   * @param {Server} server @param {string[]} once
   * @returns {Server}
   */
  over(server, once = []) {
    /** @type {(entry: [string, Server[string]]) => [string, Server[string]]} */
    const held = ([name, call]) => [name, once.includes(name) ? call : (asked) => this.#ask(call, asked)];
    return Object.fromEntries(Object.entries(server).map(held));
  }

  /** What came to nothing although the server is there fails the second time. @param {Server[string]} call @param {object} asked */
  async #ask(call, asked) {
    for (let failed = 0; failed < 2; ) {
      const reply = await call(asked).catch(() => null); // Gradio answers nothing where there is no line
      if (reply) return reply;
      if (this.isDown || !(await this.#reaches())) await this.#back();
      else failed++;
    }
    throw new Error("no answer");
  }

  /** One looks for all who wait. */
  #back() {
    this.#returning ??= this.#look();
    return this.#returning;
  }

  async #look() {
    this.#told(true);
    do await this.#pause();
    while (!(await this.#reaches()));
    this.#returning = null;
    this.#told(false);
  }
}

/** @param {HTMLElement} root */
export function makeLine(root) {
  return new Line({
    reaches: () => fetch(location.pathname, { method: "HEAD", cache: "no-store" }).then((reply) => reply.status < 500, () => false),
    pause: () => new Promise((resume) => {
      const go = () => (clearTimeout(timer), removeEventListener("online", go), resume()), timer = setTimeout(go, EVERY);
      addEventListener("online", go);
    }),
    told(down) {
      root.classList.toggle("offline", down);
      const note = maybe(root, "#offline");
      if (note) note.textContent = down ? (note.dataset.told ?? "") : "";
    },
  });
}
