// @ts-check
// The class's readers that this browser uses: they stand in the menus until it leaves the room.

import { store, stored } from "../../js/state.js";

/** @typedef {import("../../shell/menus.js").Added} Added */

const KEPT = "seqdemo.room.readers";

/** @returns {Added[]} */
export function readers() {
  try {
    return JSON.parse(stored(KEPT) ?? "[]");
  } catch {
    return [];
  }
}

/** @param {Added} reader */
export const keepReader = (reader) => store(KEPT, JSON.stringify([...readers().filter(({ name }) => name !== reader.name), reader]));

export const forgetReaders = () => store(KEPT, "[]");
