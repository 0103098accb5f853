// @ts-check
// What the browser remembers of lessons: which were seen and tried, and what was on the page before.

import { store, stored } from "../js/state.js";

const KEPT = "seqdemo.lessons", OWN = "seqdemo.own";
const OURS = /^seqdemo\.(?!language$)/; // all that the page remembers but the language

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

/** What a visitor had on the page before a lesson took it over; it survives the page's being loaded anew in its tab. */
export function makeOwn() {
  /** @type {Record<string, any> | null} */
  let own = null;
  return {
    /** @param {Record<string, any> | null} values */
    keep(values) {
      own = values;
      try {
        if (values) window.sessionStorage.setItem(OWN, JSON.stringify(values));
        else window.sessionStorage.removeItem(OWN);
      } catch {
        return;
      }
    },
    kept() {
      try {
        return own ?? JSON.parse(window.sessionStorage.getItem(OWN) ?? "null");
      } catch {
        return own;
      }
    },
  };
}

/** The page as nobody had been here before: without ticks, letters and settings. */
export function startOver() {
  forget();
  history.replaceState(null, "", location.pathname);
  location.reload();
}

/** Where a browser refuses to keep anything, there is nothing to forget. */
function forget() {
  try {
    for (const kept of [window.localStorage, window.sessionStorage]) {
      for (const name of Object.keys(kept).filter((each) => OURS.test(each))) kept.removeItem(name);
    }
  } catch {
    return;
  }
}
