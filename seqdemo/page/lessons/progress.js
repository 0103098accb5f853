// @ts-check
// Which lessons were seen and tried, as the browser remembers it.

import { store, stored } from "../js/state.js";

const KEPT = "seqdemo.lessons";

/** @typedef {"seen" | "tried"} Kind */
/** @typedef {ReturnType<typeof makeProgress>} Progress */

/** What was done, by the names of the lessons; nothing where it makes no sense. @param {string | null} text @returns {Record<string, { seen?: boolean, tried?: boolean }>} */
export function parsed(text) {
  try {
    const kept = JSON.parse(text ?? "null");
    return kept && typeof kept === "object" && !Array.isArray(kept) ? kept : {};
  } catch {
    return {};
  }
}

export function makeProgress() {
  let done = parsed(stored(KEPT));
  return {
    /** @param {string} lesson @param {Kind} kind */
    has: (lesson, kind) => Boolean(done[lesson]?.[kind]),
    /** @param {string} lesson @param {Kind} kind */
    add(lesson, kind) {
      done = { ...done, [lesson]: { ...done[lesson], [kind]: true } };
      store(KEPT, JSON.stringify(done));
    },
  };
}
