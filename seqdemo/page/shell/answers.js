// @ts-check
// Asks what the pad holds and paints what comes back.

import { announce, one } from "../js/dom.js";
import { Asking } from "../js/asking.js";
import { repaint } from "../js/repaint.js";

/** @typedef {{ ok: boolean, error?: string, tile: string, changes?: string, results: string, why: string, say: string }} Reply */

/** Puts an answer onto the page. @param {HTMLElement} root @param {Reply} reply */
function paint(root, reply) {
  const tile = one(root, "#tile");
  repaint(tile, reply.tile);
  tile.classList.toggle("known", reply.ok);
  repaint(one(root, "#changes"), reply.changes ?? "");
  repaint(one(root, "#results"), reply.results);
  repaint(one(root, "#why"), reply.why);
  one(root, "#say").textContent = reply.say;
}

/** Whether another answer will come: it was asked for, or letters are on their way to the pad. @param {HTMLElement} root */
function makeBusy(root) {
  let asking = false, awaited = 0;
  const tell = () => root.classList.toggle("busy", asking || awaited > 0);
  return {
    /** @param {boolean} is */
    asks: (is) => {
      asking = is;
      tell();
    },
    /** @template T @param {Promise<T>} letters */
    awaits: (letters) => {
      awaited++;
      tell();
      return letters.finally(() => {
        awaited--;
        tell();
      });
    },
  };
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
  const busy = makeBusy(root);
  const asking = new Asking({
    answer: () => answer(page.question()),
    waits: page.waits,
    show,
    busy: busy.asks,
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
    ask, trouble, awaits: busy.awaits,
    /** The answer in sight is one to other letters; until there is a new one, it is not to be seen. */
    withdraw: () => root.classList.add("stale"),
    /** The last answer as a sentence. */
    said: () => said,
  };
}
