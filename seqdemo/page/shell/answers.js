// @ts-check
// Asks what the pad holds and paints what comes back.

import { all, announce, maybe, one } from "../js/dom.js";
import { Asking } from "../js/asking.js";

/** @typedef {{ ok: boolean, error?: string, tile: string, changes?: string, results: string, why: string, say: string }} Reply */

/** In which section an opened part stands, and at which place. @param {HTMLElement} details */
function placeOf(details) {
  const section = /** @type {HTMLElement} */ (details.closest("section"));
  return { id: section.id, n: all(section, "details").indexOf(details) };
}

/** Puts an answer onto the page. @param {HTMLElement} root @param {Reply} reply */
function paint(root, reply) {
  const opened = all(root, "#results section details[open]").map(placeOf), tile = one(root, "#tile");
  tile.innerHTML = reply.tile;
  tile.classList.toggle("known", reply.ok);
  one(root, "#changes").innerHTML = reply.changes ?? "";
  one(root, "#results").innerHTML = reply.results;
  one(root, "#why").innerHTML = reply.why;
  one(root, "#say").textContent = reply.say;
  for (const { id, n } of opened) {
    const section = id ? maybe(root, `#${id}`) : null;
    if (section) all(section, "details")[n]?.setAttribute("open", "");
  }
}

/**
 * @param {HTMLElement} root
 * @param {(asked: object) => Promise<any>} answer
 * @param {object} page
 * @param {() => object} page.question
 * @param {() => boolean} page.waits whether letters are still to come
 * @param {() => Record<string, string>} page.texts
 * @param {() => void} page.asked called with every question
 * @param {() => void} page.painted called after an answer was put there, before all others hear of it
 */
export function makeAnswers(root, answer, page) {
  let said = "";
  const asking = new Asking({
    answer: () => answer(page.question()),
    waits: page.waits,
    show,
    busy: (is) => root.classList.toggle("busy", is),
  });

  /** @param {string | null | undefined} sentence */
  function trouble(sentence) {
    one(root, "#trouble").textContent = sentence || "";
  }

  /** @param {boolean} [slides] whether the answer before stays good enough to be shown */
  function ask(slides) {
    trouble("");
    page.asked();
    return asking.ask(slides);
  }

  /** @param {Reply | null} reply */
  function show(reply) {
    if (!reply || reply.error) return trouble(reply ? reply.error : page.texts().offline);
    said = reply.say;
    root.classList.remove("stale");
    paint(root, reply);
    page.painted();
    root.dataset.painted = String(asking.version);
    announce(root, "painted", reply);
    announce(root, "set");
  }

  return {
    ask, trouble,
    /** The answer in sight is one to other letters; until there is a new one, it is not to be seen. */
    withdraw: () => root.classList.add("stale"),
    /** The last answer as a sentence. */
    said: () => said,
  };
}
