// @ts-check
// The workshop: sends recipes, watches runs, and lets the pad be answered by a run as it was at any of its moments.

import { all, aria, fieldOf, heard, hit, input, inputs, maybe, one } from "../js/dom.js";
import { repaint } from "../js/repaint.js";
import { store, stored } from "../js/state.js";
import { makeSmall } from "./finished/small.js";
import { Pinned } from "./pinned.js";
import { UsedRuns } from "./used.js";

/** @typedef {{ letters: unknown[], lang: string, offline: string }} Now */
/** @typedef {{ error?: string, same?: boolean, html?: string, task?: string, recipe?: string, run?: string, state?: string, mark?: string, over?: boolean, moments?: number[], line?: string, outcome?: string, against?: import("./pinned.js").Against }} Told */

/** Milliseconds between two looks: at a run that begins, at one that is trained or waits, and at the line after that. */
const SOON = 150, PACE = 500, SLOW = 5000;
const VISITOR = "seqdemo.visitor";
/** Which orders make sense in which state. @type {Record<string, string[]>} */
const OPEN = { waiting: ["stop"], starting: ["stop"], running: ["pause", "stop"], paused: ["go", "step", "stop"] };

/** A name for this browser, by which its runs are found again. It says nothing of whoever uses it. */
function visitor() {
  const known = stored(VISITOR);
  if (known) return known;
  const made = `v${[0, 1].map(() => Math.random().toString(36).slice(2)).join("")}`.padEnd(8, "0");
  store(VISITOR, made);
  return stored(VISITOR) ?? made;
}

/** Scrolls a list sideways until one of its buttons shows whole; the page stays where it is. @param {HTMLElement | null} button */
function reveal(button) {
  const list = button?.closest("ol");
  if (!button || !list) return;
  const { left, right } = button.getBoundingClientRect(), box = list.getBoundingClientRect();
  list.scrollLeft += Math.floor(Math.min(0, left - box.left)) || Math.ceil(Math.max(0, right - box.right)); // whole pixels: less would stay cut
}

export class Workshop {
  #root;
  #state;
  #server;
  #page;
  #visitor = visitor();
  #here = false;
  /** What is known of the run that is looked at. @type {Told} */
  #told = {};
  /** The recipe of the bench. @type {string | null} */
  #recipe = null;
  /** Which moment answers; null: always the last. @type {number | null} */
  #moment = null;
  #answered = "";
  /** Whether it opens at the slider of training time. */
  #rewinds = false;
  #pinned = new Pinned(() => this.#section());
  #used;
  /** What stands beside the chosen model. */
  beside;
  /** The one knob that is open; null: all are. @type {string | null} */
  #only = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLElement} root
   * @param {import("../js/state.js").State} state
   * @param {Record<string, (asked: object) => Promise<any>>} server
   * @param {object} page
   * @param {() => Now} page.now
   * @param {() => string | null} page.task
   * @param {() => void} page.enter opens the workshop
   * @param {(task: string) => void} page.visit brings letters of a task to the pad
   * @param {() => void} page.answer asks for the letters again
   * @param {(model: import("./used.js").Used) => void} page.add puts a model into a menu
   * @param {(step: number) => void} page.step the step at which the next answer is to stand
   * @param {(box: HTMLElement, question: object | null) => void} page.abreast lays two answers beside each other
   */
  constructor(root, state, server, page) {
    this.#root = root;
    this.#state = state;
    this.#server = server;
    this.#page = page;
    this.#used = new UsedRuns((asked) => server.use_runs({ ...asked, lang: page.now().lang }), page.add);
    this.beside = makeSmall(root, this.#watchSmall);
    root.addEventListener("click", (event) => {
      const pressed = hit(event, "#workshop button");
      if (pressed) this.#press(pressed);
    });
    root.addEventListener("input", (event) => {
      if (fieldOf(event, "#bench-time")) this.#choose(Number(input(root, "#bench-time").value));
    });
    root.addEventListener("change", (event) => {
      const of = fieldOf(event, "[data-only]");
      if (of) this.#leaveOpen(of.value);
    });
    heard(root, "painted", () => this.#answers());
  }

  #section = () => one(this.#root, "#workshop");
  #moments = () => this.#told.moments ?? [];
  #at = () => Math.min(this.#moment ?? Infinity, this.#moments().length - 1);

  /** The model that answers while the workshop is open and has one: a run at a moment. */
  model = () => (this.#here && this.#moments().length ? `run:${this.#told.run}@${this.#at()}` : null);

  /** The recipe stands in the address while the workshop is open. */
  keep = () => {
    this.#state.keep("recipe", () => (this.#here ? this.#recipe : null), (recipe) => {
      if (typeof recipe === "string" && this.#here) this.#open({ recipe });
      else if (typeof recipe === "string") this.#recipe = recipe;
    });
    this.#state.keep("open", () => (this.#here ? this.#only : null), (knob) => {
      this.#only = typeof knob === "string" ? knob : null;
      this.#lock();
    });
  };

  /** Runs that are used as models join the menus. */
  lend = () => this.#used.lend();

  /** @param {string} knob */
  #leaveOpen = (knob) => {
    this.#only = knob || null;
    this.#lock();
    this.#state.changed();
  };

  /** All that a class is not to change. */
  #lock = () => {
    const form = maybe(this.#root, "#bench-form"), only = this.#only;
    if (!form) return;
    for (const each of inputs(form, "[data-knob], [data-learn], .questions button")) {
      each.disabled = only !== null && each.dataset.knob !== only;
    }
    input(form, "[data-only]").value = only ?? "";
    const open = inputs(form, ".more [data-knob]").some((each) => each.dataset.knob === only);
    if (open) one(form, ".more").setAttribute("open", "");
  };

  /** @param {boolean} here whether the workshop is what shows */
  look = (here) => {
    const came = here && !this.#here, left = !here && this.#here;
    this.#here = here;
    if (came) this.#open(this.#recipe ? { recipe: this.#recipe } : {});
    if (!here) clearTimeout(this.#timer);
    if (left) this.#page.answer(); // by the model of the menu again
  };

  /** A run, where its training time is. @param {string} run */
  #watchSmall = (run) => {
    [this.#recipe, this.#rewinds] = [run, true];
    this.#page.enter();
  };

  /** @param {object} asked */
  #ask = (asked) => {
    const { lang } = this.#page.now();
    return { ...this.#pinned.told(this.#told.run), ...asked, visitor: this.#visitor, lang };
  };

  /** The bench for a task or a recipe. @param {{ learn?: string, recipe?: string }} asked */
  #open = async (asked) => {
    const reply = await this.#server.show_workshop(this.#ask(asked)).catch(() => null);
    if (!this.#here || !this.#heard(reply)) return;
    this.#recipe = reply.recipe;
    if (reply.task !== this.#page.task()) return this.#page.visit(reply.task); // which opens the workshop anew
    repaint(one(this.#section(), ".body"), reply.html);
    this.#told = {};
    this.#lock();
    this.#show(reply);
    this.#page.answer();
    this.#state.changed();
    if (this.#rewinds) one(this.#section(), ".moments").scrollIntoView({ block: "start" });
    this.#rewinds = false;
  };

  /** Says what went wrong; whether all is well. @param {Told | null} reply */
  #heard = (reply) => {
    one(this.#section(), ".trouble").textContent = reply ? (reply.error ?? "") : this.#page.now().offline;
    return reply !== null && !reply.error;
  };

  /** @param {HTMLElement} pressed */
  #press = (pressed) => {
    const { learn, order, dice, moment, run, twin, parting, bet } = pressed.dataset;
    if (learn !== undefined) this.#open({ learn });
    else if (order !== undefined) this.#order(order);
    else if (dice !== undefined) input(this.#root, "#bench-seed").value = String(Math.floor(Math.random() * 100_000));
    else if (moment !== undefined) this.#choose(Number(moment));
    else if (run !== undefined) this.#open({ recipe: run });
    else if (twin !== undefined) this.#pin(twin);
    else if (parting !== undefined) this.#part();
    else if (bet !== undefined) this.#pinned.say(bet);
    else if (pressed.dataset.use !== undefined) this.#use();
  };

  #use = async () => {
    await this.#used.use(this.#told.run ?? "");
    const note = one(this.#section(), ".using .quiet");
    note.textContent = note.dataset.done ?? "";
  };

  /** @param {string} run */
  #pin = (run) => {
    this.#pinned.toggle(run);
    this.#parted("");
    this.#look();
  };

  /** What the two pinned runs answer, beside each other where they first part. */
  #part = async () => {
    const pins = this.#pinned.twins(), { letters } = this.#page.now();
    if (!pins) return;
    const reply = await this.#server.part_training(this.#ask({ letters })).catch(() => null);
    if (!this.#here || !this.#heard(reply)) return;
    if (reply.models) {
      if (!pins.includes(this.#told.run ?? "")) await this.#open({ recipe: pins[1] });
      this.#page.step(reply.step);
      this.#choose(reply.moment);
    }
    const [left, right] = (reply.models ?? []).map((/** @type {string} */ model) => ({ model, letters, options: {} }));
    this.#parted(reply.said, right ? { one: left, other: right } : null);
  };

  /** @param {string} said @param {object | null} [twins] */
  #parted = (said, twins = null) => {
    one(this.#section(), ".parting").textContent = said;
    this.#page.abreast(one(this.#section(), "#pair-runs"), twins && this.#ask(twins));
    if (said) one(this.#section(), ".parting").scrollIntoView({ block: "start" });
  };

  /** What the bench says. */
  #chosen = () => {
    const knobs = inputs(this.#section(), "[data-knob]").map((field) => [field.dataset.knob, JSON.parse(field.value)]);
    const own = maybe(this.#section(), "[data-words]");
    return {
      task: one(this.#section(), "#bench-form").dataset.recipe, knobs: Object.fromEntries(knobs),
      ...(own && { words: /** @type {HTMLTextAreaElement} */ (own).value.split("\n") }),
      seed: Number(input(this.#root, "#bench-seed").value),
    };
  };

  /** @param {string} order */
  #order = async (order) => {
    const asked = order === "start" ? { order, recipe: this.#chosen() } : { order, run: this.#told.run };
    const against = this.#pinned.held(), reply = await this.#server.train(this.#ask(asked)).catch(() => null);
    if (!this.#here || !this.#heard(reply)) return;
    if (order === "start") [this.#moment, this.#recipe] = [null, reply.run];
    if (order === "start") this.#pinned.begin(reply.run, against);
    this.#show(reply);
    if (order === "start") one(this.#section(), "#bench-outcome").scrollIntoView({ block: "nearest" });
    this.#state.changed();
  };

  #watch = () => this.#look(this.#told.mark);

  /** How the run stands; short where nothing has changed since the mark. @param {string} [mark] */
  #look = async (mark) => {
    const { run } = this.#told;
    const reply = await this.#server.watch_training(this.#ask({ run, mark })).catch(() => null);
    if (!this.#here || run !== this.#told.run) return;
    if (reply?.same) this.#again();
    else if (this.#heard(reply)) this.#show(reply);
    else if (reply === null) this.#again();
  };

  #again = () => {
    clearTimeout(this.#timer);
    if (this.#here && this.#told.run) this.#timer = setTimeout(this.#watch, this.#pause());
  };

  #pause = () => {
    const { over, state, moments } = this.#told;
    if (over) return SLOW;
    return state === "waiting" || moments?.length ? PACE : SOON;
  };

  /** @param {Told} told */
  #show = (told) => {
    const before = this.model();
    if (told.run !== this.#told.run) this.#forgetAnswers();
    this.#told = told;
    repaint(one(this.#section(), "#bench-outcome"), told.outcome ?? "");
    one(this.#section(), ".line").textContent = told.line ?? "";
    const open = ["start", ...(OPEN[told.state ?? ""] ?? [])];
    for (const each of inputs(this.#section(), "[data-order]")) each.disabled = !open.includes(each.dataset.order ?? "");
    this.#pinned.against(told.against);
    this.#slider();
    if (this.model() !== before) this.#page.answer();
    else this.#answers();
    this.#again();
  };

  #slider = () => {
    const slider = input(this.#root, "#bench-time"), last = this.#moments().length - 1;
    one(this.#section(), ".moments").hidden = last < 0 && this.#told.over !== false; // what is below stays where it is
    slider.max = String(Math.max(0, last));
    slider.value = String(Math.max(0, this.#at()));
    this.#mark();
  };

  #mark = () => {
    for (const each of all(this.#section(), "[data-moment]")) aria(each, "pressed", Number(each.dataset.moment) === this.#at());
    reveal(maybe(this.#section(), "#bench-moments [aria-pressed='true']"));
  };

  /** @param {number} moment */
  #choose = (moment) => {
    this.#moment = moment === this.#moments().length - 1 ? null : moment;
    this.#slider();
    this.#page.answer();
  };

  /** Those of another run. */
  #forgetAnswers = () => {
    this.#answered = "";
    one(this.#root, "#bench-moments").replaceChildren();
  };

  /** The letters of the pad, answered at each moment; asked for only where something is new. */
  #answers = async () => {
    if (!this.#here || !this.#moments().length) return;
    const { letters } = this.#page.now(), asked = { run: this.#told.run, letters };
    const wanted = JSON.stringify([asked, this.#moments()]);
    if (wanted === this.#answered) return;
    this.#answered = wanted;
    const reply = await this.#server.answer_moments(this.#ask(asked)).catch(() => null);
    const place = maybe(this.#root, "#bench-moments");
    if (!place || wanted !== this.#answered) return;
    repaint(place, reply?.html ?? "");
    this.#mark();
  };
}
