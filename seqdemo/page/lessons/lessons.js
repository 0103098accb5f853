// @ts-check
// Lessons: a card above the pad that puts an example on the page, asks for a guess, and then reveals what happened.

import { all, announce, fieldOf, heard, hit, maybe, one } from "../js/dom.js";
import { makeCard } from "./card.js";
import { makePointing } from "./pointing.js";
import { makeProgress } from "./progress.js";
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
 */

/** Whether an address can mean it. @param {any} kept @returns {kept is At} */
export function isPlace(kept) {
  return Boolean(kept) && Number.isInteger(kept.n) && Number.isInteger(kept.scene) && kept.scene >= 0;
}

/**
 * @param {HTMLElement} root
 * @param {import("../js/state.js").State} state
 * @param {(asked: object) => Promise<any>} fetchLesson
 * @param {() => { lang: string, texts: Record<string, string> }} page
 */
export function makeLessons(root, state, fetchLesson, page) {
  /** @type {{ at: At, lesson: Lesson } | null} */
  let open = null;
  /** @type {number | null} */
  let guess = null;
  let pointing = false, wanted = 0;
  /** @type {Promise<unknown>} */
  let putting = Promise.resolve();
  const card = makeCard(root), progress = makeProgress(), pointer = makePointing(root, () => page().texts);

  // Whether the page is still at what the lesson speaks of.
  const here = () => open !== null && open.lesson.scenes[open.at.scene].task === state.values().task;

  function cover() {
    veil(root, open && here() && !open.at.told ? open.lesson.shown : null);
  }

  function point() {
    pointer.point(open && pointing && here() ? open.lesson : null);
  }

  /** @param {number} n */
  async function fetched(n) {
    const mine = ++wanted;
    const reply = (await fetchLesson({ lesson: n, lang: page().lang }).catch(() => null)) ?? { error: page().texts.offline };
    if (mine !== wanted || !card.there()) return null;
    for (const place of ["#lessons .trouble", "#trouble"]) one(root, place).textContent = reply.error ?? "";
    return reply.error ? null : /** @type {Lesson} */ (reply);
  }

  /** The card alone; what it speaks of is on the page already, or is put there by `begin`. @param {At} next */
  async function show(next) {
    const lesson = await fetched(next.n);
    if (!lesson) return false;
    if (open?.at.n !== next.n) guess = null;
    open = { lesson, at: { ...next, scene: Math.min(next.scene, lesson.scenes.length - 1) } };
    pointing = false;
    card.open(lesson.html, next.n);
    if (guess !== null) choose(guess);
    if (open.at.told) tell();
    card.mark(open.at.scene);
    cover();
    return true;
  }

  /** @param {number} n */
  async function begin(n) {
    if (!(await show({ n, told: false, scene: 0 }))) return;
    await put(0);
    card.face("h2");
  }

  /** One after the other: of two at once, neither would find the page as it left it. @param {number} scene */
  function put(scene) {
    const mine = open?.lesson;
    putting = putting.then(async () => {
      if (open && open.lesson === mine) await bringScene(open, scene);
    });
    return putting;
  }

  /** @param {{ at: At, lesson: Lesson }} to @param {number} scene */
  async function bringScene({ at, lesson }, scene) {
    at.scene = scene;
    card.mark(scene);
    const projector = state.values().projector ? "pad" : null;
    await state.restore({ ...lesson.scenes[scene], lesson: { ...at }, projector });
  }

  function close() {
    [open, guess, pointing] = [null, null, false];
    wanted++;
    card.close();
    point();
    cover();
  }

  /** @param {number} place */
  function choose(place) {
    guess = place;
    card.choose(place);
  }

  async function reveal() {
    if (!open) return;
    const { at, lesson } = open;
    at.told = true;
    progress.add(lesson.name, "seen");
    tell();
    card.focusOutcome();
    if (lesson.after !== at.scene) await put(lesson.after);
    else state.changed();
  }

  function tell() {
    card.tell(guess !== null, page().texts);
    tick();
    cover();
  }

  function tick() {
    if (open) card.tick(progress.has(open.lesson.name, "tried"));
  }

  function look() {
    if (!open) return;
    pointing = true;
    pointer.look(open.lesson, card.element());
  }

  function comeBack() {
    announce(root, "slide", "pad");
    card.face("[data-look]");
  }

  // The focus goes where the lesson was, so that the next Tab leads to the pad.
  function leave() {
    close();
    state.changed();
    maybe(root, "#pad svg")?.focus({ preventScroll: true });
  }

  /** @param {{ fulfilled?: string[] }} reply */
  function painted({ fulfilled }) {
    cover();
    if (!open || !card.shows()) return;
    point();
    const { at, lesson } = open;
    if (!at.told || !fulfilled?.includes(lesson.name) || progress.has(lesson.name, "tried")) return;
    progress.add(lesson.name, "tried");
    tick();
    one(root, "#say").textContent = page().texts["lesson.task.fulfilled"];
  }

  root.addEventListener("click", (event) => {
    const button = hit(event, "button"), data = button?.dataset;
    if (!button || !data) return;
    if (data.lesson) begin(Number(data.lesson));
    else if (data.return !== undefined) comeBack();
    else if (!button.closest("#lesson")) return;
    else if (data.reveal !== undefined) reveal();
    else if (data.scene) put(Number(data.scene));
    else if (data.look !== undefined) look();
    else if (data.fold !== undefined) card.fold();
    else if (data.leave !== undefined) leave();
  });
  root.addEventListener("change", (event) => {
    const field = fieldOf(event, "[name=guess]");
    if (field) choose(Number(field.value));
  });
  heard(root, "painted", painted);

  /** What cannot be is refused. @param {unknown} kept */
  function restore(kept) {
    if (!isPlace(kept)) {
      if (open) close();
      return kept === null;
    }
    const told = Boolean(kept.told);
    if (!open || kept.n !== open.at.n || told !== open.at.told) return show({ n: kept.n, told, scene: kept.scene });
    open.at.scene = Math.min(kept.scene, open.lesson.scenes.length - 1);
    card.mark(open.at.scene);
    return true;
  }

  return {
    /** Another language, or the page as it was before: the same card in the page's own words. */
    again: () => open && show(open.at),
    keep: () => state.keep("lesson", () => open && { ...open.at }, restore),
    /** The list, with what was done. */
    list() {
      for (const button of all(root, "#lessons [data-lesson]")) {
        for (const kind of /** @type {const} */ (["seen", "tried"])) one(button, `.${kind}`).hidden = !progress.has(button.dataset.name ?? "", kind);
      }
    },
  };
}
