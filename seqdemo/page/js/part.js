// @ts-check
// A part of the page that is asked for when it is first opened, then kept.

import { one } from "./dom.js";
import { repaint } from "./repaint.js";

/**
 * @param {HTMLElement} root
 * @param {string} selector where the part stands
 * @param {(asked: object) => Promise<any>} fetchPart
 * @param {() => void} [painted] called after the part was put there
 */
export function makePart(root, selector, fetchPart, painted) {
  const kept = /** @type {Map<string, string>} */ (new Map());
  /** @type {string | null} */
  let wanted = null;
  const place = () => one(root, selector);

  /** @param {string} trouble */
  function say(trouble) {
    place().removeAttribute("aria-busy");
    one(place(), ".trouble").textContent = trouble;
  }

  // What was sorted and chosen stays as it was left.
  /** @param {string} name */
  function paint(name) {
    const body = one(place(), ".body");
    say("");
    if (body.dataset.holds !== name) repaint(body, kept.get(name) ?? "");
    body.dataset.holds = name;
    painted?.();
  }

  function empty() {
    const body = one(place(), ".body");
    body.textContent = body.dataset.holds = "";
  }

  return {
    /**
     * Shows it once it is there, unless something else was wanted meanwhile.
     * @param {Record<string, unknown>} asked
     * @param {string} offline what to say without an answer
     */
    async show(asked, offline) {
      const name = JSON.stringify(asked);
      wanted = name;
      if (!kept.has(name)) {
        place().setAttribute("aria-busy", "true");
        empty();
        const reply = (await fetchPart(asked).catch(() => null)) ?? { error: offline };
        if (reply.html) kept.set(name, reply.html);
        else if (wanted === name) say(reply.error);
      }
      if (wanted === name && kept.has(name)) paint(name);
    },
  };
}
