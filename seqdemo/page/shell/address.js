// @ts-check
// The address holds what a visitor has set behind its #, which browsers keep to themselves: no server ever sees it.

import * as codec from "../js/codec.js";
import { MOST_PRINTED } from "../js/contract.js";
import { heard } from "../js/dom.js";

const PACE = 400; // milliseconds; Safari allows a hundred changes in half a minute

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

/**
 * @param {HTMLElement} root
 * @param {import("../js/state.js").State} state
 * @param {import("../share/locks.js").Locks} locks
 */
export function makeAddress(root, state, locks) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let last = -Infinity, ready = false;
  /** @type {string | null} */
  let present = null;
  /** @type {Promise<Values>} */
  let arriving = Promise.resolve({});

  /** @param {string} hash */
  const read = (hash) => parsed(hash, (name) => state.has(name) || locks.has(name));

  function write() {
    timer = undefined;
    const next = written({ ...state.values(), ...locks.values() });
    if (!ready || next === present) return;
    [present, last] = [next, performance.now()];
    history.replaceState(history.state, "", next);
    // Hugging Face shows a Space inside a page of its own, which takes the address over.
    if (window.parent !== window && location.hostname.endsWith(".hf.space")) window.parent.postMessage({ hash: next }, "https://huggingface.co");
  }

  // At once, but not too often.
  function soon() {
    timer ??= setTimeout(write, Math.max(0, last + PACE - performance.now()));
  }

  async function restore() {
    const { found, lost } = read(location.hash);
    ready = false;
    locks.obey(found);
    const refused = await state.restore(found);
    locks.warn(lost.length + refused.length > 0);
    follow();
    for (const name of refused) delete found[name];
    return found;
  }

  function follow() {
    ready = true;
    soon();
    return {};
  }

  // One after the other, so that two addresses in a row are not mixed.
  function arrive() {
    return (arriving = arriving.then(restore, restore));
  }

  heard(root, "set", soon);
  heard(root, "painted", soon);
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
    write() {
      clearTimeout(timer);
      write();
    },
    /** The language that was asked for, before there is a page. */
    language: () => read(location.hash).found.lang ?? null,
    /** Puts the page into the state of its address, if it has one; from then on the address follows the page. Tells what
     *  was set. @returns {Promise<Values> | Values} */
    open: () => (location.hash.length > 1 ? arrive() : follow()),
    /** What fits under a picture: as a rule all but letters that were drawn. */
    printed: () => [link({}), link({}, false)].find((text) => text.length <= MOST_PRINTED) ?? null,
  };
}
