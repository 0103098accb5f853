// @ts-check
// Letters of one's own: saved to a file, and brought from one, by button or drop, a page of 26 at a time.

import { aria, button, fieldOf, filled, hit, input, one, within } from "../js/dom.js";
import { inkElement } from "../js/ink.js";
import { NAME, inkFile } from "./ink_file.js";

/** @typedef {import("../js/ink.js").Letter} Letter */
/** @typedef {{ lang: string, texts: Record<string, string> }} Opened */

const PAGE = 26, MAX_BYTES = 1_000_000;
const KEPT_FOR = 10_000; // milliseconds after which the browser may forget the file

/** An ink file for the browser to save. @param {string} text */
export function keep(text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/jsonl" }));
  link.download = NAME;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR);
}

/** What a file holds, in base64. @param {File} file @returns {Promise<string>} */
function held(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** @param {Letter} letter @param {number} at @param {Record<string, string>} words */
function cardOf(letter, at, words) {
  const item = document.createElement("li"), press = document.createElement("button"), name = document.createElement("span");
  name.textContent = letter.label ?? "?";
  press.type = "button";
  press.dataset.letter = String(at);
  aria(press, "label", filled(words["album.put"], { letter: letter.label ?? words["album.unnamed"] }));
  press.append(inkElement(letter), name);
  item.append(press);
  return item;
}

export class Album {
  #root;
  #ask;
  #page;
  /** @type {Letter[]} */
  #letters = [];
  #at = 0;

  /**
   * @param {HTMLElement} root
   * @param {(asked: object) => Promise<any>} ask
   * @param {object} page
   * @param {() => (Letter | null)[]} page.letters
   * @param {(letters: Letter[]) => void} page.fill
   * @param {() => number} page.most
   * @param {() => Opened} page.opened
   * @param {object} page.answers
   * @param {(sentence: string) => void} page.answers.trouble
   * @param {<T>(letters: Promise<T>) => Promise<T>} page.answers.awaits told of letters that are on their way
   */
  constructor(root, ask, page) {
    this.#root = root;
    this.#ask = ask;
    this.#page = page;
    root.addEventListener("click", this.#press);
    root.addEventListener("change", (event) => {
      const field = fieldOf(event, "#album-file");
      if (field) this.#open(field.files?.[0]);
    });
    root.addEventListener("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
    root.addEventListener("drop", (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      this.#open(file);
    });
  }

  #words = () => this.#page.opened().texts;

  /** @param {Event} event */
  #press = (event) => {
    const { album, letter } = hit(event, "[data-album], #album [data-letter]")?.dataset ?? {};
    if (album === "save") this.#save();
    else if (album === "open") input(this.#root, "#album-file").click();
    else if (album === "close") one(this.#root, "#album").hidden = true;
    else if (album) this.#leaf(this.#at + (album === "on" ? PAGE : -PAGE));
    else if (letter !== undefined) this.#put(Number(letter));
  };

  #save = () => {
    const text = inkFile(this.#page.letters());
    if (text) keep(text);
    else this.#page.answers.trouble(this.#words()["album.save.none"]);
  };

  /** @param {File | undefined} file */
  #open = (file) => this.#page.answers.awaits(this.#read(file));

  /** @param {File | undefined} file */
  #read = async (file) => {
    input(this.#root, "#album-file").value = "";
    if (!file) return;
    if (file.size > MAX_BYTES) return this.#page.answers.trouble(this.#words()["album.too_large"]);
    const { lang } = this.#page.opened(), asked = held(file).then((base64) => this.#ask({ file: base64, lang }));
    const reply = (await asked.catch(() => null)) ?? { error: this.#words().offline };
    if (reply.error) return this.#page.answers.trouble(reply.error);
    this.#letters = reply.letters;
    one(this.#root, "#album-report").innerHTML = reply.html;
    one(this.#root, "#album").hidden = false;
    this.#leaf(0);
    this.#put(0);
  };

  /** @param {number} to */
  #leaf = (to) => {
    const count = this.#letters.length, last = Math.floor((count - 1) / PAGE) * PAGE;
    this.#at = within(to, 0, last);
    const here = this.#letters.slice(this.#at, this.#at + PAGE), words = this.#words();
    one(this.#root, "#album-letters").replaceChildren(...here.map((letter, n) => cardOf(letter, this.#at + n, words)));
    one(this.#root, "#album-range").textContent = filled(words["album.range"], { from: this.#at + 1, to: this.#at + here.length, count });
    button(this.#root, '[data-album="back"]').disabled = this.#at === 0;
    button(this.#root, '[data-album="on"]').disabled = this.#at === last;
  };

  /** @param {number} at */
  #put = (at) => this.#page.fill(this.#letters.slice(at, at + this.#page.most()));
}
