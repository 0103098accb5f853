// @ts-check
// The inside of one part of the model: it comes with the next answer, and stays open from answer to answer.

import { all, aria, hit, maybe } from "../../js/dom.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../js/state.js").State} state
 * @param {() => void} ask
 */
export function makeInside(root, state, ask) {
  /** @type {string | null} */
  let inside = null;

  /** @param {string | null} part */
  function open(part) {
    inside = part;
    mark();
    if (part) ask();
    else maybe(root, "#results .stage-inside")?.remove();
    state.changed();
  }

  function mark() {
    for (const stop of all(root, "#results .flow [data-part]")) aria(stop, "expanded", stop.dataset.part === inside);
  }

  root.addEventListener("click", (event) => {
    const part = hit(event, "#results [data-part]")?.dataset.part;
    if (part === undefined) return;
    const closes = inside === part;
    open(closes ? null : part);
    if (closes) maybe(root, `#results .flow [data-part="${part}"]`)?.focus();
  });

  return {
    now: () => inside,
    painted() {
      if (inside && !maybe(root, `#inside-${inside}`)) inside = null;
      mark();
    },
    keep: () => state.keep("inside", () => inside, (part) => void (inside = /^[\w-]+$/.test(part ?? "") ? part : null)),
  };
}
