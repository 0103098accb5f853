// @ts-check
// Ties the page together. The server draws; this only sends what the pad holds and shows what comes back.

import { Album } from "../album/album.js";
import { Steps } from "../answer/steps/steps.js";
import { makeBlocks } from "../blocks/blocks.js";
import { Compare } from "../compare/compare.js";
import { Changes } from "../edit/changes.js";
import { Editor } from "../edit/editor.js";
import { makeMoving } from "../edit/moving.js";
import { makeDownloads } from "../export/download.js";
import { callsOf } from "../js/calling.js";
import { input, maybe, menu, one } from "../js/dom.js";
import { makeLine } from "../js/line.js";
import { Pad } from "../js/pad/pad.js";
import { repaint } from "../js/repaint.js";
import { makeSorting } from "../js/sort.js";
import { makeState, store, stored } from "../js/state.js";
import { makeTip } from "../js/tip.js";
import { makeGlossary } from "../glossary/glossary.js";
import { Learned } from "../learned/learned.js";
import { Lessons } from "../lessons/lessons.js";
import { Room } from "../room/room.js";
import { Rows } from "../rows/rows.js";
import { makeScoreboard } from "../scoreboard/scoreboard.js";
import { Locks } from "../share/locks.js";
import { Share } from "../share/share.js";
import { makeTeachers } from "../teachers/teachers.js";
import { Tour } from "../tour/tour.js";
import { Workshop } from "../workshop/workshop.js";
import { Bringing } from "../write/bringing.js";
import { makeAddress } from "./address.js";
import { makeAnswers } from "./answers.js";
import { makeMenus } from "./menus.js";
import { listen } from "./pressing.js";
import { makePrinted } from "../export/printed.js";
import { makeProjector } from "../projector/projector.js";
import { makeFitting } from "./fitting.js";
import { keepAll } from "./kept.js";
import { makeTheme } from "./theme.js";

/** @typedef {import("./menus.js").Opened} Opened */
/** @typedef {import("../js/line.js").Server} Server */

const LANGUAGE = "seqdemo.language";

/** @param {HTMLElement} element what Gradio made for the page @param {() => void} failed says that the page did not come */
export function start(element, failed) {
  const root = one(element, ".sd");
  // No file is saved minutes after it was asked for.
  return new Page(root, makeLine(root).over(callsOf(document.baseURI), ["download"]), failed).begin();
}

export class Page {
  /** As the server opened it last. @type {Opened | null} */
  #opened = null;
  #openings = 0;
  /** @type {string | null} */
  #task = null;

  #failed;

  /** @param {HTMLElement} root @param {Server} server @param {() => void} failed */
  constructor(root, server, failed) {
    this.#failed = failed;
    this.root = root;
    this.server = server;
    this.state = makeState(root);
    this.answers = makeAnswers(root, (asked) => server.answer(asked), {
      question: () => this.question(),
      waits: () => this.pad.model.isWaiting,
      texts: () => this.opened.texts,
      asked: () => this.compare.stale(),
      painted: () => {
        this.steps.painted();
        this.rows.painted();
      },
    });
    this.pad = this.#makePad();
    this.menus = makeMenus(root, () => this.opened, {
      chose: (task) => {
        this.pad.configure(this.opened.texts, task);
        this.#moved();
      },
      described: () => this.#describe(),
      looked: (view) => this.#look(view),
    });
    this.bringing = new Bringing(root, server, this.pad, {
      task: () => this.menus.task(),
      opened: () => this.opened,
      answers: this.answers,
    });
    makeTip(root);
    this.changes = new Changes(root, this.pad, () => this.ask());
    makeMoving(root, this.pad);
    this.editor = new Editor(root, this.pad, () => this.question(), (asked) => server.vary(asked));
    this.steps = new Steps(root, this.state, () => this.ask(true));
    this.rows = new Rows(root, () => this.ask(), () => server.look_back(this.question()));
    makeSorting(root);
    makeGlossary(root);
    this.dress = makeTheme(root, this.state);
    this.project = makeProjector(root, this.state);
    this.learned = new Learned(root, (asked) => server.show_learned(asked));
    this.compare = this.#makeCompare();
    this.lessons = new Lessons(root, this.state, (asked) => server.show_lesson(asked), () => this.opened);
    this.blocks = makeBlocks(root, this.state, (asked) => server.show_block(asked), () => ({ ...this.question(), offline: this.opened.texts.offline }));
    new Tour(root, () => this.opened, () => this.menus.look(null));
    this.showLinks = makeTeachers(root, () => this.opened);
    this.locks = new Locks(root);
    this.address = makeAddress(root, this.state, this.locks);
    new Share(root, this.address, this.locks);
    makeDownloads(root, (asked) => server.download(asked), () => this.#printed());
    makePrinted(root, () => this.#heading());
    this.workshop = this.#makeWorkshop();
    this.room = this.#makeRoom();
    new Album(root, (asked) => server.open_letters(asked), {
      letters: () => this.pad.model.letters(), fill: (letters) => this.pad.model.fill(letters),
      most: () => this.menus.offer()?.most ?? 1, opened: () => this.opened, answers: this.answers,
    });
    this.showScoreboard = makeScoreboard(root, (asked) => server.show_scoreboard(asked));
    keepAll(this);
    listen(this);
  }

  /** @returns {Opened} */
  get opened() {
    if (!this.#opened) throw new Error("the page is not open yet");
    return this.#opened;
  }

  get isOpen() {
    return this.#opened !== null;
  }

  #makePad() {
    return new Pad(this.root, {
      filled: () => {
        this.answers.withdraw();
        this.changed();
      },
      wrote: () => this.changed(),
      altered: (slides) => this.ask(slides),
      named: () => {
        this.bringing.forget();
        this.ask();
      },
      refused: (why) => this.answers.trouble(why),
    });
  }

  #makeCompare() {
    const { server } = this;
    return new Compare(this.root, this.state, {
      compare: (asked) => server.compare(asked),
      pair: (asked) => server.pair(asked),
      question: () => ({ ...this.question(), task: this.menus.task() }),
      words: () => this.opened.texts,
      models: () => this.menus.offer()?.models ?? [],
      most: () => this.menus.offer()?.most ?? 0,
      now: () => this.#now(),
      use: (row) => this.#use(row),
      recalled: (row) => this.#recalled(row),
      choose: (model) => this.#take(model),
    });
  }

  #makeWorkshop() {
    return new Workshop(this.root, this.state, this.server, {
      now: () => ({ letters: this.pad.model.letters(), lang: this.opened.lang, offline: this.opened.texts.offline }),
      enter: () => this.menus.look("workshop"),
      task: () => this.menus.task(), visit: (task) => this.#practise(task), answer: () => this.ask(true),
      step: (step) => this.steps.want(step), add: (model) => this.menus.add(model),
      abreast: (box, question) => this.compare.abreast(box, question),
    });
  }

  #makeRoom() {
    return new Room(this.root, this.server, {
      opened: () => this.opened, look: (view) => this.menus.look(view), changed: () => this.state.changed(),
      add: (model) => this.menus.add(model), drop: (names) => this.#drop(names), visit: (task, model) => this.visit(task, model),
    });
  }

  /** To a task without leaving the workshop; the letters of another kind of task give way to a sample. @param {string} task */
  #practise(task) {
    const family = this.menus.offer()?.family;
    this.visit(task);
    this.menus.look("workshop");
    if (family !== this.menus.offer()?.family) this.bringing.bring({ seed: 1, options: { length: 5 } });
  }

  /** Models that are not there any more; if one of them answered, another one does. @param {string[]} names */
  #drop(names) {
    const chosen = this.menus.model();
    this.menus.drop(names);
    if (this.menus.model() !== chosen) this.ask();
  }

  /** @param {boolean} [slides] */
  ask(slides) {
    this.state.changed(); // the address has each stroke at once: a server may be gone before it has answered
    return this.answers.ask(slides);
  }

  /** What the pad holds was changed by hand, so it no longer is what was sampled or typed. */
  changed() {
    this.bringing.forget();
    this.changes.end();
    this.ask();
  }

  question() {
    const { model } = this.pad, options = this.#options();
    return {
      letters: model.letters(), original: model.original(), model: this.workshop.model() ?? this.menus.model(), options,
      inside: this.steps.inside(), lang: this.opened.lang,
    };
  }

  /** How an answer is looked for, what of the image is hidden, and what a visitor says of the way to the answer. */
  #options() {
    const covered = this.rows.covered(), beam = this.menus.beam();
    return { ...(beam !== null && { beam }), ...(covered.length && { covered }), ...this.changes.options() };
  }

  /** What a file is made of. */
  #printed() {
    return { ...this.question(), from: this.bringing.origin(), address: this.address.printed() };
  }

  /** What a printed page is headed with; in a lesson without the answer. */
  #heading() {
    const { root } = this, task = this.menus.task(), chosen = menu(root, `[data-model="${task}"]`)?.selectedOptions[0];
    const letters = this.pad.model.letters().map((letter) => letter?.label ?? "?").join(" ");
    const answer = root.matches(".untold") || maybe(root, "#lesson > *") ? "" : this.answers.said();
    return [this.opened.texts.title, this.menus.offer()?.title, chosen?.text, letters, answer, this.address.link({}, false)];
  }

  /** Letters for a comparison come and go with how they are read, and with what brings them back. */
  #now() {
    const origin = this.bringing.origin(), { model } = this.pad;
    const from = origin && !model.changes() ? { task: this.menus.task(), ...origin } : null;
    return { letters: model.letters(), options: this.#options(), from };
  }

  /** @param {import("../compare/compare.js").Row} row */
  #use({ letters, options, from }) {
    this.rows.restore(options.covered);
    this.menus.setBeam(options.beam ?? 1);
    this.pad.model.fill(letters);
    this.changes.set(options);
    this.bringing.cameFrom(from?.task === this.menus.task() ? from : null);
  }

  /** @param {any} kept */
  async #recalled({ letters, options, from }) {
    const found = from ? await this.bringing.letters(from) : letters;
    return found ? { letters: found, options: options ?? {}, from: from ?? null } : null;
  }

  /** @param {string} model */
  #take(model) {
    this.menus.setModel(model);
    this.ask();
  }

  #describe() {
    const task = this.menus.task(), { lang, texts } = this.opened;
    this.learned.show({ task, lang, model: this.menus.model(), offline: texts.offline });
    this.workshop.beside(this.menus.chosen()?.small);
  }

  /** @param {string | null} view */
  #look(view) {
    const { lang, texts } = this.opened;
    if (view === "scoreboard") this.showScoreboard({ lang, offline: texts.offline });
    if (view === "lessons") this.lessons.list();
    if (view === "teachers") this.showLinks();
    this.workshop.look(view === "workshop");
    this.room.look(view === "room");
    this.state.changed();
  }

  begin() {
    makeFitting(this.root);
    return this.open(this.address.language() ?? stored(LANGUAGE));
  }

  /** The page in a language. What a visitor has set survives a change of it, since the same fields stay. @param {string | null} language */
  async open(language) {
    const mine = ++this.#openings, reply = await this.server.open_page({ lang: language }).catch(() => null);
    await this.pad.still();
    if (mine !== this.#openings) return;
    if (!reply || reply.error) return this.#stayClosed(reply?.error);
    const kept = this.isOpen ? { task: this.menus.task(), view: this.menus.view() } : null;
    this.#opened = /** @type {Opened} */ (reply);
    this.#draw(reply);
    await this.workshop.lend();
    this.room.lend();
    this.dress();
    this.project();
    this.menus.choose(kept?.task ?? Object.keys(reply.tasks)[0]);
    if (kept?.view) this.menus.look(kept.view);
    this.lessons.again();
    return kept ? this.#goOn() : this.#arrive();
  }

  /** @param {string | undefined} why */
  #stayClosed(why) {
    if (this.isOpen) this.answers.trouble(why ?? this.opened.texts.offline);
    else this.#failed();
  }

  /** @param {Opened} page */
  #draw({ lang, texts, html }) {
    document.documentElement.lang = lang;
    document.title = texts.title;
    repaint(this.root, html);
    this.root.removeAttribute("aria-busy");
  }

  #goOn() {
    this.address.write();
    return this.ask();
  }

  async #arrive() {
    const told = await this.address.open();
    if (!told.letters && !this.pad.model.letters().length) await this.#greet();
    this.pad.forget();
  }

  /** The sample that greets a visitor, where the address has none. */
  async #greet() {
    if (this.menus.task() !== Object.keys(this.opened.tasks)[0]) return this.bringing.sample();
    this.pad.model.fill(this.opened.letters);
    this.bringing.cameFrom({ seed: Number(input(this.root, "#seed").value), options: {} });
  }

  /** The button of the language that is spoken goes, so the focus goes to the other. @param {string} language */
  async speak(language) {
    store(LANGUAGE, language);
    await this.open(language);
    if (document.activeElement?.matches("body, [data-lang]")) maybe(this.root, "[data-lang][aria-pressed='false']")?.focus();
  }

  // Neither the answer nor the editor of one task belongs to another.
  #moved() {
    if (this.menus.task() === this.#task) return;
    this.#task = this.menus.task();
    this.editor.end();
    this.answers.withdraw();
  }

  /** To another task. Letters that go along are as they are from there on; what it does not take stays behind.
   *  @param {string} task @param {string} [model] */
  visit(task, model) {
    const { model: row } = this.pad, { boxes } = row, held = row.letters().length, from = this.bringing.origin();
    if (from) this.bringing.cameFrom(row.settle() ? null : { task: this.menus.task(), ...from });
    this.changes.end();
    this.menus.choose(task, model);
    if (row.boxes.some((box, at) => box !== (boxes[at] ?? null))) this.bringing.forget();
    if (held && !row.letters().length) this.bringing.sample();
    else this.ask();
  }
}
