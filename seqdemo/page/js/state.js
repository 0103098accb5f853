// @ts-check
// What a visitor has set, part by part: the one list from which an address is made and into which a lesson puts its own.

import { announce } from "./dom.js";

/** @typedef {ReturnType<typeof makeState>} State */

/**
 * What a browser remembers between visits. Private windows may refuse; then it lasts until the page is closed.
 * @param {string} name
 */
export function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** The same as a value, null where there is none or it is damaged. @param {string} name @returns {any} */
export function recalled(name) {
  try {
    return JSON.parse(stored(name) ?? "null");
  } catch {
    return null;
  }
}

/** The same as a list without gaps, empty where it is none. @param {string} name @returns {any[]} */
export function recalledList(name) {
  const found = recalled(name);
  return Array.isArray(found) ? found.filter((each) => each !== null) : [];
}

/** @param {string} name @param {string} value */
export function store(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    return;
  }
}

/** @param {HTMLElement} root */
export function makeState(root) {
  /** @type {Map<string, { get: () => unknown, set: (value: any) => unknown }>} */
  const parts = new Map();
  const changed = () => announce(root, "set");

  /** @param {{ set: (value: any) => unknown }} part @param {unknown} value */
  async function set(part, value) {
    try {
      return await part.set(value);
    } catch {
      return false;
    }
  }

  return {
    /**
     * `get` gives what JSON can hold, or null where nothing is set; `set` takes it back, and may return a promise. It
     * answers false to a value that makes no sense.
     * @param {string} name
     * @param {() => unknown} get
     * @param {(value: any) => unknown} set
     */
    keep: (name, get, set) => void parts.set(name, { get, set }),
    /** @param {string} name */
    has: (name) => parts.has(name),
    /** What is set, of all parts or of some. @param {Iterable<string>} names @returns {Record<string, any>} */
    values(names = parts.keys()) {
      const all = [...names].map((name) => [name, parts.get(name)?.get() ?? null]);
      return Object.fromEntries(all.filter(([, value]) => value !== null));
    },
    /**
     * In the order in which the parts were named: a task before its model, letters before the step. Tells which parts
     * made no sense.
     * @param {Record<string, unknown>} values
     */
    async restore(values) {
      const refused = [];
      for (const [name, part] of parts) {
        const value = values[name] ?? null;
        if ((await set(part, value)) === false && value !== null) refused.push(name);
      }
      changed();
      return refused;
    },
    changed,
  };
}
