// @ts-check
// The address holds what a visitor has set behind its #, which browsers keep to themselves: no server ever sees it.

import * as codec from "../js/codec.js";
import { MOST_PRINTED } from "../js/contract.js";
import { heard, hit } from "../js/dom.js";

const PACE = 400, AHEAD = 20 * PACE; // milliseconds; Safari allows a hundred changes in half a minute: 75 at this pace, and 20 at once
const LEADS = "[data-task], [data-go], [data-goto], [data-show], [data-lesson], [data-scene], [data-reveal], [data-leave], [data-block]"; // somewhere else

/** @typedef {ReturnType<typeof makeAddress>} Address */
/** @typedef {Record<string, any>} Values */

/**
 * What stands in an address, and the names of what was lost.
 * @param {string} text
 * @param {(name: string) => boolean} known
 */
export function parsed(text, known) {
  const found = /** @type {Values} */ ({}), lost = /** @type {string[]} */ ([]);
  for (const part of text.replace(/^#/, "").split("&").filter(Boolean)) {
    const [name, value] = part.split(/=(.*)/s);
    try {
      if (!known(name) || value === undefined) throw new Error("unknown");
      found[name] = codec.read(value);
    } catch {
      lost.push(name);
    }
  }
  return { found, lost };
}

/**
 * The language comes last: many programs leave a bracket at the end of an address out of the link.
 * @param {Values} values
 */
export function written({ lang, ...rest }) {
  const told = Object.entries({ ...rest, lang }).filter(([, value]) => value !== undefined);
  return "#" + told.map(([name, value]) => `${name}=${codec.write(value)}`).join("&");
}

const PLACE = ["task", "view", "lesson", "block"];

/** Where a visitor is: each task, view, lesson and building block is a step of the browser's Back. @param {Values} values */
export function placeOf({ task = null, view = null, lesson = null, block = null }) {
  return JSON.stringify([task, view, lesson?.n ?? null, block]);
}

/**
 * @param {HTMLElement} root
 * @param {import("../js/state.js").State} state
 * @param {import("../share/locks.js").Locks} locks
 */
export function makeAddress(root, state, locks) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let paid = -Infinity, ready = false, place = ""; // each change pays for some time, also ahead
  /** @type {string | null} */
  let present = null;
  /** @type {Promise<Values>} */
  let arriving = Promise.resolve({});

  /** @param {string} hash */
  const read = (hash) => parsed(hash, (name) => state.has(name) || locks.has(name));

  function write() {
    timer = undefined;
    const values = state.values(), next = written({ ...values, ...locks.values() }), here = placeOf(values);
    if (!ready || next === present) return;
    const enter = here === place ? "replaceState" : "pushState";
    [present, place, paid] = [next, here, Math.max(paid, performance.now()) + PACE];
    history[enter](history.state, "", next);
    // Hugging Face shows a Space inside a page of its own, which takes the address over.
    if (window.parent !== window && location.hostname.endsWith(".hf.space")) window.parent.postMessage({ hash: next }, "https://huggingface.co");
  }

  // At once, but not too often, and before the page is closed; a place that is left keeps the address that it has.
  function soon() {
    const moved = ready && placeOf(state.values(PLACE)) !== place;
    if (moved) clearTimeout(timer);
    if (moved || timer === undefined) timer = setTimeout(write, moved ? 0 : Math.max(0, paid - AHEAD - performance.now()));
  }

  async function restore() {
    const { found, lost } = read(location.hash);
    [ready, present] = [false, location.hash];
    locks.obey(found);
    const refused = await state.restore(found);
    locks.warn(lost.length + refused.length > 0);
    follow();
    for (const name of refused) delete found[name];
    return found;
  }

  function follow() {
    [ready, place] = [true, placeOf(state.values(PLACE))];
    soon();
    return {};
  }

  // One after the other, so that two addresses in a row are not mixed.
  function arrive() {
    return (arriving = arriving.then(restore, restore));
  }

  function writeNow() {
    clearTimeout(timer);
    write();
  }

  heard(root, "set", soon);
  heard(root, "painted", soon);
  root.addEventListener("click", (event) => void (hit(event, LEADS) && writeNow()), true);
  window.addEventListener("pagehide", () => timer === undefined || writeNow());
  window.addEventListener("hashchange", () => location.hash !== present && arrive());

  /** The address of what is set now, with these locks. @param {Values} limits */
  function link(limits, drawn = true) {
    const values = { ...state.values(), ...limits };
    if (!drawn) delete values.letters;
    return location.href.split("#")[0] + written(values);
  }

  return {
    link,
    /** A chosen language must not be lost when the page is opened anew the next moment. */
    write: writeNow,
    /** The language that was asked for, before there is a page. */
    language: () => read(location.hash).found.lang ?? null,
    /** Puts the page into the state of its address, if it has one; from then on the address follows the page. Tells what
     *  was set. @returns {Promise<Values> | Values} */
    open: () => (location.hash.length > 1 ? arrive() : follow()),
    /** What fits under a picture: as a rule all but letters that were drawn. */
    printed: () => [link({}), link({}, false)].find((text) => text.length <= MOST_PRINTED) ?? null,
  };
}
