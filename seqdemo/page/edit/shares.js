// @ts-check
// The sliders with which a step is told how much to look at each image. They stand where the present step looks.

import { filled, heard, inputs, json, maybe, one } from "../js/dom.js";
import { shownBody } from "../js/tip.js";

/** Values that sum to 1, in thousandths. @param {number[]} values @returns {number[]} */
export function sharesOf(values) {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => Math.round((1000 * value) / total) / 1000);
}

/**
 * @param {HTMLElement} root
 * @param {(step: number, shares: number[]) => void} set called when a slider was let go
 */
export function makeShares(root, set) {
  let step = 0;
  const sliders = () => inputs(root, "#results [data-share]");

  /** @param {number} at */
  function follow(at) {
    step = at;
    const table = /** @type {HTMLTableElement | null} */ (maybe(root, "#results table[data-sets='look']"));
    if (!table || !sliders().length || sliders().some((slider) => slider.matches(":active"))) return; // a held slider stays
    const body = shownBody(table), shares = json(body, "shares")[step] ?? [];
    sliders().forEach((slider, n) => (slider.value = String(Math.round(100 * (shares[n] ?? 0)))));
    const told = one(root, "#results .of-step");
    told.textContent = filled(told.dataset.told ?? "", { n: step + 1, symbol: json(body, "rows")[step] ?? "" });
    weigh();
  }

  function weigh() {
    const total = sliders().reduce((sum, slider) => sum + Number(slider.value), 0);
    for (const slider of sliders()) {
      const share = total ? Number(slider.value) / total : 0;
      slider.style.setProperty("--share", String(Number(slider.value) / 100));
      one(/** @type {HTMLElement} */ (slider.closest("li")), "output").textContent = `${Math.round(100 * share)}%`;
    }
    return total;
  }

  // The table is drawn anew with every answer, so it waits until the slider is let go.
  /** @param {Event} event */
  function slide(event) {
    const slider = sliders().find((each) => each === event.target);
    if (!slider) return;
    const total = weigh();
    if (event.type === "input" || !total) return;
    set(step, sharesOf(sliders().map((each) => Number(each.value))));
  }

  root.addEventListener("input", slide);
  root.addEventListener("change", slide);
  heard(root, "step", follow);
}
