// @ts-check
// Brings letters to the pad that the server writes: typed, sampled or one at a time; and knows what brings them back.

import { input, inputs, maybe, one } from "../js/dom.js";
import { narrow } from "../js/keys.js";
import { Arrivals } from "./arrivals.js";

/** @typedef {import("../js/ink.js").Letter} Letter */
/** @typedef {import("../js/pad/model.js").Box} Box */
/** What brings letters back: a text that was typed, or a sample. @typedef {{ text?: string, swap?: boolean, seed?: number | null, options?: Record<string, unknown>, task?: string | null }} From */

const SEEDS = 1_000_000;

const chance = () => Math.floor(Math.random() * SEEDS);

/** What a field says: nothing, a number or a text. @param {string} value @param {boolean} verbatim */
export function told(value, verbatim) {
  const text = narrow(value).trim(), number = Number(text);
  return text === "" ? undefined : verbatim || Number.isNaN(number) ? text : number;
}

export class Bringing {
  #root;
  #server;
  #page;
  /** @type {From | null} */
  #origin = null;
  #arrivals;
  #seed = () => input(this.#root, "#seed");
  #fields = () => inputs(this.#root, `[data-of~="${this.#page.task()}"] [data-option]`);
  #swap = () => /** @type {HTMLInputElement | null} */ (maybe(this.#root, `[data-of~="${this.#page.task()}"] #swap`) ?? null);

  /**
   * @param {HTMLElement} root
   * @param {Record<string, (asked: object) => Promise<any>>} server
   * @param {import("../js/pad/pad.js").Pad} pad
   * @param {object} page
   * @param {() => string | null} page.task
   * @param {() => { lang: string, texts: Record<string, string> }} page.opened
   * @param {object} page.answers
   * @param {(sentence: string) => void} page.answers.trouble
   * @param {<T>(letters: Promise<T>) => Promise<T>} page.answers.awaits told of letters that are on their way
   */
  constructor(root, server, pad, page) {
    this.#root = root;
    this.#server = server;
    this.#page = page;
    this.#arrivals = new Arrivals(pad.model, pad.still);
  }

  /** What the server says, or why it says nothing. @param {Promise<any>} request */
  #said = (request) => request.catch(() => ({ error: this.#page.opened().texts.offline }));

  #options = () => {
    const chosen = /** @type {Record<string, unknown>} */ ({});
    for (const field of this.#fields()) {
      const value = told(field.value, field.matches("input, [data-text]"));
      if (value !== undefined) chosen[field.dataset.option ?? ""] = value;
    }
    if (chosen.word) delete chosen.length;
    return chosen;
  };

  sample = () => {
    return this.bring({ seed: this.#seed().value === "" ? null : Number(this.#seed().value), options: this.#options() });
  };

  /** Fills the pad with what the server writes. @param {From} from what brings the same letters back */
  bring = async (from) => {
    const before = this.#origin; // forgotten as soon as the pad changes
    const reply = await this.#page.answers.awaits(this.#arrivals.all(this.#said(this.#source(from)), this.#page.task));
    if (!reply) return;
    if (reply.letters) this.#brought(from, before);
    this.#tellTrouble(reply);
  };

  /** Text that stands for the letters before goes; what is being typed stays. @param {From} from @param {From | null} before */
  #brought = (from, before) => {
    const typed = input(this.#root, "#text");
    if (from.text === undefined && typed.value === before?.text) typed.value = "";
    this.#origin = from;
  };

  /** @param {import("./arrivals.js").Reply} reply */
  #tellTrouble = ({ error, note }) => {
    if (error || note) this.#page.answers.trouble(error ?? note ?? "");
  };

  /** @param {From} from @returns {Promise<any>} */
  #source = (from) => {
    const asked = { task: this.#page.task(), ...from, lang: this.#page.opened().lang };
    return from.text === undefined ? this.#server.draw_sample(asked) : this.#server.write({ ...asked, text: String(from.text) });
  };

  /** The forms show what brought the letters. @param {From} from */
  #tell = ({ text, seed: number, options: chosen }) => {
    if (text !== undefined) return void (input(this.#root, "#text").value = text);
    this.#seed().value = String(number ?? "");
    for (const field of this.#fields()) {
      const usual = [...(/** @type {any} */ (field).options ?? [])].find((option) => option.defaultSelected)?.value ?? "";
      field.value = String(chosen?.[field.dataset.option ?? ""] ?? usual);
    }
  };

  origin = () => this.#origin;

  /** The letters on the pad are no longer what was brought. */
  forget = () => void (this.#origin = null);

  /** @param {From | null} from */
  cameFrom = (from) => void (this.#origin = from);

  another = () => {
    this.#seed().value = String(chance());
    return this.sample();
  };

  /** @param {string} text */
  writeText = (text) => this.bring({ text, swap: Boolean(this.#swap()?.checked), seed: chance() });

  /** @param {string} letter @param {number} at */
  writeKey = async (letter, at) => {
    const asked = { text: letter, task: this.#page.task(), seed: chance(), lang: this.#page.opened().lang };
    this.#tellTrouble(await this.#arrivals.letter(this.#said(this.#server.write(asked)), letter, at));
  };

  /** Exactly that letter again, to see why it is mistaken. @param {HTMLElement} button with what brings it back */
  retry = async (button) => {
    const { character = "", seed: number = "", temperature = "" } = button.dataset;
    for (const [name, value] of Object.entries({ character, temperature })) {
      input(this.#root, `[data-of~="${this.#page.task()}"] [data-option="${name}"]`).value = value;
    }
    this.#seed().value = number;
    await this.sample();
    one(this.#root, ".desk").scrollIntoView({ block: "start" });
  };

  /** As an address or a lesson brings it back. @param {From | null} from */
  restore = async (from) => {
    if (from === null) return;
    this.#origin = null;
    await this.bring(from);
    if (this.#origin) this.#tell(this.#origin);
    return this.#origin !== null;
  };

  /** The letters alone, not for the pad. @param {From} from @returns {Promise<Letter[] | undefined>} */
  letters = async (from) => (await this.#source(from).catch(() => ({}))).letters;
}
