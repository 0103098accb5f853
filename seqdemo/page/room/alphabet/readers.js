// @ts-check
// The class's readers that this browser uses. Leaving the room forgets them, so that no page has them any more.

import { recalledList, store } from "../../js/state.js";

/** @typedef {import("../../shell/menus.js").Added} Added */
/** A model of the class's, with what is said of it in each language.
 *  @typedef {{ name: string, task: string, said: Record<string, { title: string, label: string, summary: string }> }} Reader */

const KEPT = "seqdemo.room.readers";

/** @returns {Reader[]} */
const kept = () => recalledList(KEPT);

/** @param {string} lang @returns {Added[]} */
export const readers = (lang) => kept().flatMap(({ name, task, said }) => (said?.[lang] ? { name, task, ...said[lang] } : []));

/** @param {Reader} reader */
export const keepReader = (reader) => store(KEPT, JSON.stringify([...kept().filter(({ name }) => name !== reader.name), reader]));

export const forgetReaders = () => store(KEPT, "[]");
