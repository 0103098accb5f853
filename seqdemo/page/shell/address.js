// The address holds what a visitor has set behind its #, which browsers keep to themselves: no server ever sees it.

import * as codec from "../js/codec.js";

const PACE_OF_ADDRESS = 400; // milliseconds; Safari allows a hundred changes in half a minute
const MOST_PRINTED = 300;

export function makeAddress(root, state, locks) {
  let timer = null, last = -Infinity, ready = false, written = null, arriving = Promise.resolve();

  function read(hash) {
    const found = {}, lost = [];
    for (const part of hash.replace(/^#/, "").split("&").filter(Boolean)) {
      const [name, text] = part.split(/=(.*)/s);
      try {
        if (!state.has(name) && !locks.has(name)) throw new Error("unknown");
        found[name] = codec.read(text);
      } catch {
        lost.push(name);
      }
    }
    return { found, lost };
  }

  // The language comes last: many programs leave a bracket at the end of an address out of the link.
  function hash(values) {
    const { lang, ...rest } = values;
    return "#" + Object.entries({ ...rest, lang }).filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${codec.write(value)}`).join("&");
  }

  function write() {
    timer = null;
    const next = hash({ ...state.values(), ...locks.values() });
    if (!ready || next === written) return;
    [written, last] = [next, performance.now()];
    history.replaceState(history.state, "", next);
    // Hugging Face shows a Space inside a page of its own, which takes the address over.
    if (window.parent !== window && location.hostname.endsWith(".hf.space")) window.parent.postMessage({ hash: next }, "https://huggingface.co");
  }

  // At once, but not too often.
  function soon() {
    timer ??= setTimeout(write, Math.max(0, last + PACE_OF_ADDRESS - performance.now()));
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

  for (const event of ["set", "painted"]) root.addEventListener(event, soon);
  window.addEventListener("hashchange", () => location.hash !== written && arrive());

  // The address of what is set now, with these locks.
  function link(limits, drawn = true) {
    const values = { ...state.values(), ...limits };
    if (!drawn) delete values.letters;
    return location.href.split("#")[0] + hash(values);
  }

  return {
    link,
    // A chosen language must not be lost when the page is opened anew the next moment.
    write() {
      clearTimeout(timer);
      write();
    },
    // The language that was asked for, before there is a page.
    language: () => read(location.hash).found.lang ?? null,
    // Puts the page into the state of its address, if it has one; from then on the address follows the page. Tells what
    // was set.
    open: () => (location.hash.length > 1 ? arrive() : follow()),
    // What fits under a picture: as a rule all but letters that were drawn.
    printed: () => [link({}), link({}, false)].find((text) => text.length <= MOST_PRINTED) ?? null,
  };
}
