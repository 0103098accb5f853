// @ts-check
// A phone writes the alphabet: one sheet, letter after letter, each sent until the class has it.

import { keep } from "../../album/album.js";
import { aria, filled, hit, json, maybe, one } from "../../js/dom.js";
import { drawInk, inkElement } from "../../js/ink.js";
import { blank, PadModel } from "../../js/pad/model.js";
import { Pen } from "../../js/pad/pen.js";
import { store, stored } from "../../js/state.js";
import { Drafts } from "./drafts.js";

const KEPT = "seqdemo.room.ink", AGAIN = 3000; // milliseconds after which a letter that was not taken is sent once more

export class Alphabet {
  #root;
  #room;
  #drafts = new Drafts(() => stored(KEPT), (text) => store(KEPT, text));
  #model = new PadModel(() => this.#drew());
  #sheet = inkElement(null);
  #sending = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /**
   * @param {HTMLElement} root
   * @param {object} room
   * @param {(act: object) => Promise<any>} room.act
   * @param {() => Promise<any>} room.ink the room's ink file, for its teacher
   * @param {() => Record<string, string>} room.texts
   * @param {(reader: import("./readers.js").Reader) => void} room.use adds a model to its task's menu and goes there
   */
  constructor(root, room) {
    this.#root = root;
    this.#room = room;
    this.#sheet.dataset.added = "";
    this.#sheet.setAttribute("tabindex", "0");
    this.#sheet.setAttribute("role", "group");
    new Pen(root, this.#model, {
      refused: () => this.#refuse(),
      preview: (_, letter) => drawInk(this.#sheet, letter),
    }, ".hand-pad .write svg");
    root.addEventListener("repainted", this.#painted);
    root.addEventListener("click", this.#press);
    root.addEventListener("keydown", this.#type);
    window.addEventListener("online", this.#send);
  }

  #place = () => maybe(this.#root, ".hand-pad");

  /** The sheet is laid into its place, which the server leaves empty. */
  #painted = () => {
    const place = this.#place();
    if (!place) return;
    const { place: where, written } = json(place, "writing"), sheet = one(place, ".write");
    this.#drafts.at(where, written);
    if (this.#sheet.parentNode !== sheet) {
      sheet.append(this.#sheet);
      this.#lay();
    }
    this.#say(place);
    this.#send();
  };

  /** The sheet shows what is there of its letter. */
  #lay = () => {
    const { strokes } = this.#drafts;
    this.#model.boxes = [strokes.length ? { ...blank(), strokes } : null];
    this.#model.forget();
    drawInk(this.#sheet, this.#model.boxes[0]);
  };

  #drew = () => {
    const [box] = this.#model.boxes, place = this.#place();
    this.#drafts.draw(box?.strokes ?? []);
    drawInk(this.#sheet, box);
    if (place) this.#say(place);
  };

  #refuse = () => {
    const place = this.#place();
    if (place) one(place, ".ask").textContent = this.#room.texts()["pad.too_much"];
  };

  /** Which letter is asked for, which there are, and which are not sent. @param {HTMLElement} place */
  #say = (place) => {
    const texts = this.#room.texts(), { letter, waiting, strokes, isFull } = this.#drafts, again = this.#drafts.has(letter);
    const key = again ? (isFull && !strokes.length ? "done" : "ask.again") : "ask";
    one(place, ".ask").textContent = filled(texts[`room.alphabet.${key}`], { letter });
    aria(this.#sheet, "label", filled(texts["room.alphabet.sheet"], { letter }));
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-letter]"))) {
      const own = button.dataset.letter ?? "";
      button.classList.toggle("waiting", waiting.includes(own));
      aria(button, "current", own === letter);
    }
    for (const name of ["undo", "clear"]) /** @type {HTMLButtonElement} */ (one(place, `[data-alphabet="${name}"]`)).disabled = !strokes.length;
    if (waiting.length) one(place, ".sent").textContent = filled(texts["room.alphabet.waits"], { letters: waiting.join(", ") });
  };

  /** @param {Event} event */
  #press = async (event) => {
    const pressed = hit(event, "[data-alphabet], .hand-pad [data-letter], [data-class-model]");
    const { alphabet, letter, classModel } = pressed?.dataset ?? {};
    if (classModel) this.#room.use(JSON.parse(classModel));
    else if (alphabet === "file") keep((await this.#room.ink())?.file ?? "");
    else if (alphabet === "undo") this.#model.undo();
    else if (alphabet === "clear") this.#model.put(0, null);
    else if (alphabet === "next") this.#turn(() => this.#drafts.next());
    else if (letter) this.#turn(() => this.#drafts.choose(letter));
  };

  /** To another letter. @param {() => void} step */
  #turn = (step) => {
    const place = this.#place();
    step();
    this.#lay();
    if (place) this.#say(place);
    this.#send();
  };

  /** A letter that is typed is written by the pen. @param {KeyboardEvent} event */
  #type = async (event) => {
    if (!hit(event, ".hand-pad .write") || !/^[a-z]$/i.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const letter = event.key.toUpperCase(), reply = await this.#room.act({ pen: letter });
    if (!reply || reply.error) return;
    if (letter === this.#drafts.letter) this.#drafts.draw([]);
    this.#turn(() => {
      this.#drafts.choose(letter);
      this.#drafts.next();
    });
  };

  /** One letter after the other; one that is not taken is sent again. */
  #send = async () => {
    const letter = this.#drafts.first();
    if (this.#sending || !letter || !this.#place()) return;
    clearTimeout(this.#timer);
    this.#sending = true;
    const reply = await this.#room.act({ letter });
    this.#sending = false;
    if (reply && !reply.error) this.#drafts.sent(letter);
    else this.#timer = setTimeout(this.#send, AGAIN);
    const place = this.#place();
    if (place) this.#say(place);
    if (reply && !reply.error) this.#send();
  };
}
