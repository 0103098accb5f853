// @ts-check
// Lessons: a card above the pad that puts an example on the page, asks for a guess, and then reveals what happened.

import { all, announce, aria, fieldOf, heard, hit, maybe, one } from "../js/dom.js";
import { makeCard } from "./card.js";
import { makePointing } from "./pointing.js";
import { makeOwn, makeProgress, startOver } from "./progress.js";
import { veil } from "./veil.js";

/**
 * What the address holds: the lesson, whether it was revealed, and which of its examples is on the page.
 * @typedef {{ n: number, told: boolean, scene: number }} At
 */
/**
 * A lesson as the server sends it.
 * @typedef {object} Lesson
 * @property {string} name
 * @property {string} html
 * @property {Record<string, any>[]} scenes
 * @property {number} after
 * @property {string} panel
 * @property {number | null} step
 * @property {string} look
 * @property {string[] | null} shown
 * @property {{ task: string, model: string, boxes: number }} task
 */

/** Whether an address can mean it. @param {any} kept @returns {kept is At} */
export function isPlace(kept) {
  return Boolean(kept) && Number.isInteger(kept.n) && Number.isInteger(kept.scene) && kept.scene >= 0;
}

export class Lessons {
  #root;
  #state;
  #fetchLesson;
  #page;
  /** @type {{ at: At, lesson: Lesson } | null} */
  #open = null;
  /** What was on the page before the first lesson, to be brought back, also after the page was loaded anew. */
  #own = makeOwn();
  /** @type {number | null} */
  #guess = null;
  #pointing = false;
  #wanted = 0;
  /** @type {Promise<unknown>} */
  #putting = Promise.resolve();
  #card;
  #progress;
  #pointer;
  // Whether the page is still at what the lesson speaks of: the workshop has a model of its own.
  #here = () => {
    const { task, view } = this.#state.values();
    return this.#open !== null && view !== "workshop" && this.#open.lesson.scenes[this.#open.at.scene].task === task;
  };

  /**
   * @param {HTMLElement} root
   * @param {import("../js/state.js").State} state
   * @param {(asked: object) => Promise<any>} fetchLesson
   * @param {() => { lang: string, texts: Record<string, string> }} page
   */
  constructor(root, state, fetchLesson, page) {
    this.#root = root;
    this.#state = state;
    this.#fetchLesson = fetchLesson;
    this.#page = page;
    this.#card = makeCard(this.#root);
    this.#progress = makeProgress();
    this.#pointer = makePointing(this.#root, () => this.#page().texts);
    this.#root.addEventListener("click", (event) => {
      const button = hit(event, "button");
      if (!button) return;
      const { dataset } = button;
      if (dataset.lesson) this.#begin(Number(dataset.lesson), button);
      else if (dataset.return !== undefined) this.#comeBack();
      else if (dataset.again !== undefined) startOver();
      else if (!button.closest("#lesson")) return;
      else if (dataset.reveal !== undefined) this.#reveal();
      else if (dataset.scene) this.#put(Number(dataset.scene));
      else if (dataset.look !== undefined) this.#look();
      else if (dataset.prepare !== undefined) this.#prepare();
      else if (dataset.fold !== undefined) this.#card.fold();
      else if (dataset.leave !== undefined) this.#leave();
    });
    this.#root.addEventListener("change", (event) => {
      const field = fieldOf(event, "[name=guess]");
      if (field) this.#choose(Number(field.value));
    });
    heard(this.#root, "painted", this.#painted);
  }

  #cover = () => {
    veil(this.#root, this.#open && this.#here() && !this.#open.at.told ? this.#open.lesson.shown : null);
  };

  #point = () => {
    this.#pointer.point(this.#open && this.#pointing && this.#here() ? this.#open.lesson : null);
  };

  /** @param {number} n */
  #fetched = async (n) => {
    const mine = ++this.#wanted;
    const reply = (await this.#fetchLesson({ lesson: n, lang: this.#page().lang }).catch(() => null)) ?? { error: this.#page().texts.offline };
    if (mine !== this.#wanted || !this.#card.there()) return null;
    for (const place of ["#lessons .trouble", "#trouble"]) one(this.#root, place).textContent = reply.error ?? "";
    return reply.error ? null : /** @type {Lesson} */ (reply);
  };

  /** The card alone; what it speaks of is on the page already, or is put there by `begin`. @param {At} next */
  #show = async (next) => {
    const lesson = await this.#fetched(next.n);
    if (!lesson) return false;
    if (this.#open?.at.n !== next.n) this.#guess = null;
    this.#open = { lesson, at: { ...next, scene: Math.min(next.scene, lesson.scenes.length - 1) } };
    this.#pointing = false;
    this.#card.open(lesson.html, next.n);
    if (this.#guess !== null) this.#choose(this.#guess);
    if (this.#open.at.told) this.#tell();
    this.#card.mark(this.#open.at.scene);
    this.#cover();
    return true;
  };

  /** @param {number} n @param {HTMLElement} button which says at once that it was heard */
  #begin = async (n, button) => {
    const own = this.#state.values(), first = this.#open === null;
    aria(button, "busy", true);
    const there = await this.#show({ n, told: false, scene: 0 });
    aria(button, "busy", false);
    if (!there) return;
    if (first) this.#own.keep(own);
    await this.#put(0);
    this.#card.face("h2");
  };

  /** One after the other: of two at once, neither would find the page as it left it. @param {number} scene */
  #put = (scene) => {
    const mine = this.#open?.lesson;
    this.#putting = this.#putting.then(async () => {
      if (this.#open && this.#open.lesson === mine) await this.#bringScene(this.#open, scene);
    });
    return this.#putting;
  };

  /** @param {{ at: At, lesson: Lesson }} to @param {number} scene */
  #bringScene = async ({ at, lesson }, scene) => {
    at.scene = scene;
    this.#card.mark(scene);
    const projector = this.#state.values().projector ? "pad" : null;
    await this.#state.restore({ ...lesson.scenes[scene], lesson: { ...at }, projector });
  };

  #close = () => {
    [this.#open, this.#guess, this.#pointing] = [null, null, false];
    this.#own.keep(null);
    this.#wanted++;
    this.#card.close();
    this.#point();
    this.#cover();
  };

  /** @param {number} place */
  #choose = (place) => {
    this.#guess = place;
    this.#card.choose(place);
  };

  #reveal = async () => {
    if (!this.#open) return;
    const { at, lesson } = this.#open;
    at.told = true;
    this.#progress.add(lesson.name, "seen");
    this.#tell();
    this.#card.focusOutcome();
    if (lesson.after !== at.scene) await this.#put(lesson.after);
    else this.#state.changed();
  };

  #tell = () => {
    this.#card.tell(this.#guess !== null, this.#page().texts);
    this.#tick();
    this.#cover();
  };

  #tick = () => {
    if (this.#open) this.#card.tick(this.#progress.has(this.#open.lesson.name, "tried"));
  };

  #look = () => {
    if (!this.#open) return;
    this.#pointing = true;
    this.#pointer.look(this.#open.lesson, this.#card.element());
  };

  /** The page as the task needs it, its boxes empty. */
  #prepare = async () => {
    if (!this.#open) return;
    const { at, lesson: { task: { task, model, boxes } } } = this.#open;
    await this.#state.restore({ task, model, letters: Array(boxes).fill(null), boxes, lesson: { ...at } });
    announce(this.#root, "slide", "pad");
    maybe(this.#root, "#pad svg")?.focus();
  };

  // Of the lesson's own example nothing is expected.
  #isExample = () => {
    const { from } = this.#state.values(), example = this.#open?.lesson.scenes[this.#open.at.scene].from;
    return JSON.stringify(from) === JSON.stringify(example);
  };

  #comeBack = () => {
    announce(this.#root, "slide", "pad");
    this.#card.face("[data-look]");
  };

  // The focus goes where the lesson was, so that the next Tab leads to the pad.
  #leave = async () => {
    const own = this.#own.kept(), { lang, projector = null } = this.#state.values();
    this.#close();
    if (own) await this.#state.restore({ ...own, lang, projector, view: null });
    else this.#state.changed();
    maybe(this.#root, "#pad svg")?.focus({ preventScroll: true });
  };

  /** @param {{ lacking?: Record<string, string> }} reply what the answer lacks of each lesson's task */
  #painted = ({ lacking }) => {
    this.#cover();
    if (!this.#open || !this.#card.shows()) return;
    this.#point();
    const { at, lesson } = this.#open, { texts } = this.#page(), lacks = lacking?.[lesson.name];
    if (!at.told) return;
    this.#card.tellLack(lacks && !this.#isExample() ? texts[`lesson.yet.${lacks}`] : "");
    if (lacks !== "" || this.#progress.has(lesson.name, "tried")) return;
    this.#progress.add(lesson.name, "tried");
    this.#tick();
    one(this.#root, "#say").textContent = texts["lesson.task.fulfilled"];
  };

  /** What cannot be is refused. @param {unknown} kept */
  #restore = (kept) => {
    if (!isPlace(kept)) {
      if (this.#open) this.#close();
      return kept === null;
    }
    const told = Boolean(kept.told);
    if (!this.#open || kept.n !== this.#open.at.n || told !== this.#open.at.told) return this.#show({ n: kept.n, told, scene: kept.scene });
    this.#open.at.scene = Math.min(kept.scene, this.#open.lesson.scenes.length - 1);
    this.#card.mark(this.#open.at.scene);
    return true;
  };

  /** Another language, or the page as it was before: the same card in the page's own words. */
  again = () => this.#open && this.#show(this.#open.at);

  keep = () => this.#state.keep("lesson", () => this.#open && { ...this.#open.at }, this.#restore);

  /** The list, with what was done. */
  list = () => {
    for (const button of all(this.#root, "#lessons [data-lesson]")) {
      for (const kind of /** @type {const} */ (["seen", "tried"])) one(button, `.${kind}`).hidden = !this.#progress.has(button.dataset.name ?? "", kind);
    }
  };
}
