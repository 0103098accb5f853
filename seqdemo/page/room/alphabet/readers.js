// @ts-check
// The class's readers that this browser uses. Leaving the room forgets them, so that the next page has none.

import { recalledList, store } from "../../js/state.js";

/** @typedef {import("../../shell/menus.js").Added} Added */

const KEPT = "seqdemo.room.readers";

/** @returns {Added[]} */
export const readers = () => recalledList(KEPT);

/** @param {Added} reader */
export const keepReader = (reader) => store(KEPT, JSON.stringify([...readers().filter(({ name }) => name !== reader.name), reader]));

export const forgetReaders = () => store(KEPT, "[]");
