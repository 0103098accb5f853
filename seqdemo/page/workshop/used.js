// @ts-check
// Runs that a visitor uses as models: they stand in the menus for as long as the server has them.

import { recalledList, store } from "../js/state.js";

/** @typedef {import("../shell/menus.js").Model & { task: string, run: string, label: string }} Used */

const KEPT = "seqdemo.used", MOST = 8;

/** @returns {string[]} */
const kept = () => recalledList(KEPT);

export class UsedRuns {
  #ask;
  #add;

  /**
   * @param {(asked: object) => Promise<any>} ask
   * @param {(model: Used) => void} add puts a model into the menu of its task
   */
  constructor(ask, add) {
    this.#ask = ask;
    this.#add = add;
  }

  /** Puts those that are still there into the menus. @param {string[]} [runs] */
  lend = async (runs = kept()) => {
    if (!runs.length) return;
    const reply = await this.#ask({ runs }).catch(() => null), models = /** @type {Used[]} */ (reply?.models ?? []);
    models.forEach(this.#add);
    if (reply) store(KEPT, JSON.stringify(models.map(({ run }) => run)));
  };

  /** @param {string} run */
  use = (run) => this.lend([...new Set([...kept(), run])].slice(-MOST));
}
