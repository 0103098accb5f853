// @ts-check
// Brings letters to the pad that the server writes: typed, sampled or one at a time; and knows what brings them back.

import { input, inputs, maybe, one } from "../js/dom.js";

/** @typedef {import("../js/ink.js").Letter} Letter */
/** @typedef {import("../js/pad/model.js").Box} Box */
/** What brings letters back: a text that was typed, or a sample. @typedef {{ text?: string, swap?: boolean, seed?: number | null, options?: Record<string, unknown>, task?: string | null }} From */
/** @typedef {ReturnType<typeof makeBringing>} Bringing */

const SEEDS = 1_000_000;

const chance = () => Math.floor(Math.random() * SEEDS);

/** What a field says: nothing, a number or a text. @param {string} value @param {boolean} verbatim */
export function told(value, verbatim) {
  const text = value.trim(), number = Number(text);
  return text === "" ? undefined : verbatim || Number.isNaN(number) ? text : number;
}

/**
 * @param {HTMLElement} root
 * @param {Record<string, (asked: object) => Promise<any>>} server
 * @param {import("../js/pad/pad.js").Pad} pad
 * @param {object} page
 * @param {() => string | null} page.task
 * @param {() => { lang: string, texts: Record<string, string> }} page.opened
 * @param {() => number} page.version which question is the last; it goes up with every change
 * @param {(sentence: string) => void} page.trouble
 */
export function makeBringing(root, server, pad, page) {
  /** @type {From | null} */
  let origin = null;
  let fillings = 0;
  const seed = () => input(root, "#seed");
  const fields = () => inputs(root, `[data-of~="${page.task()}"] [data-option]`);
  const swap = () => /** @type {HTMLInputElement | null} */ (maybe(root, `[data-of~="${page.task()}"] #swap`) ?? null);

  /**
   * Fills the pad with what the server writes, unless something newer was asked for in the meantime.
   * @param {Promise<any>} request
   * @param {(letters: any[]) => void} use
   * @param {From | null} from what brings the same letters back
   */
  async function fill(request, use, from = null) {
    const mine = ++fillings, before = page.version();
    const reply = await request.catch(() => ({ error: page.opened().texts.offline }));
    if (mine !== fillings || before !== page.version()) return;
    if (reply.error) page.trouble(reply.error);
    else {
      use(reply.letters);
      origin = from;
    }
    if (reply.note) page.trouble(reply.note);
  }

  function options() {
    const chosen = /** @type {Record<string, unknown>} */ ({});
    for (const field of fields()) {
      const value = told(field.value, field.matches("input, [data-text]"));
      if (value !== undefined) chosen[field.dataset.option ?? ""] = value;
    }
    if (chosen.word) delete chosen.length;
    return chosen;
  }

  function sample() {
    return bring({ seed: seed().value === "" ? null : Number(seed().value), options: options() });
  }

  /** @param {From} from */
  function bring(from) {
    return fill(source(from), (letters) => pad.model.fill(letters), from);
  }

  /** @param {From} from @returns {Promise<any>} */
  function source(from) {
    const asked = { task: page.task(), ...from, lang: page.opened().lang };
    return from.text === undefined ? server.draw_sample(asked) : server.write({ ...asked, text: String(from.text) });
  }

  /** The forms show what brought the letters. @param {From} from */
  function tell({ text, seed: number, options: chosen }) {
    if (text !== undefined) return void (input(root, "#text").value = text);
    seed().value = String(number ?? "");
    for (const field of fields()) {
      const usual = [...(/** @type {any} */ (field).options ?? [])].find((option) => option.defaultSelected)?.value ?? "";
      field.value = String(chosen?.[field.dataset.option ?? ""] ?? usual);
    }
  }

  return {
    sample, bring,
    origin: () => origin,
    /** The letters on the pad are no longer what was brought. */
    forget: () => void (origin = null),
    /** @param {From | null} from */
    cameFrom: (from) => void (origin = from),
    another() {
      seed().value = String(chance());
      return sample();
    },
    /** @param {string} text */
    writeText: (text) => bring({ text, swap: Boolean(swap()?.checked), seed: chance() }),
    /** @param {string} letter @param {number} at */
    writeKey: (letter, at) =>
      fill(server.write({ text: letter, task: page.task(), seed: chance(), lang: page.opened().lang }), ([one]) => pad.write(one, at)),
    /** Exactly that letter again, to see why it is mistaken. @param {DOMStringMap} of */
    async retry({ character = "", seed: number = "", temperature = "" }) {
      for (const [name, value] of Object.entries({ character, temperature })) {
        input(root, `[data-of~="${page.task()}"] [data-option="${name}"]`).value = value;
      }
      seed().value = number;
      await sample();
      one(root, ".desk").scrollIntoView({ block: "start" });
    },
    /** As an address or a lesson brings it back. @param {From | null} from */
    async restore(from) {
      if (from === null) return;
      origin = null;
      await bring(from);
      if (origin) tell(origin);
      return origin !== null;
    },
    /** The letters alone, not for the pad. @param {From} from @returns {Promise<Letter[] | undefined>} */
    letters: async (from) => (await source(from).catch(() => ({}))).letters,
  };
}
