// Ties the page together. The server draws; this only sends what the pad holds and shows what comes back.

import { makeSteps } from "../answer/steps/steps.js";
import { makeCompare } from "../compare/compare.js";
import { makeChanges } from "../edit/changes.js";
import { makeEditor } from "../edit/editor.js";
import { makeMoving } from "../edit/moving.js";
import { makeDownloads } from "../export/download.js";
import * as codec from "../js/codec.js";
import { makePad } from "../js/pad.js";
import { makeSorting } from "../js/sort.js";
import { stored, store, makeState } from "../js/state.js";
import { makeTip } from "../js/tip.js";
import { makeLearned } from "../learned/learned.js";
import { makeLessons } from "../lessons/lessons.js";
import { makeRows } from "../rows/rows.js";
import { makeScoreboard } from "../scoreboard/scoreboard.js";
import { makeLocks } from "../share/locks.js";
import { makeShare } from "../share/share.js";
import { makeTour } from "../tour/tour.js";
import { makeAddress } from "./address.js";
import { makePrinted } from "./printed.js";
import { makeProjector } from "./projector.js";
import { makeTheme } from "./theme.js";

export function start(element, server) {
  const root = element.querySelector(".sd");
  const $ = (selector) => root.querySelector(selector);
  const $$ = (selector) => [...root.querySelectorAll(selector)];
  const LANGUAGE = "seqdemo.language";
  const SETTINGS = "[data-model], [data-option], #seed, #text, #swap, #beam";
  let page = null, task = null, version = 0, latest = 0, asking = false, fillings = 0, origin = null;

  const state = makeState(root);
  const pad = makePad(root, { wrote: changed, altered: ask, named: () => ((origin = null), ask()), refused: trouble });
  const changes = makeChanges(root, pad, ask, makeTip(root));
  makeMoving(root, pad);
  makeEditor(root, pad, question, (asked) => server.vary(asked));
  const steps = makeSteps(root, state, () => ask(true));
  const rows = makeRows(root, ask);
  makeSorting(root);
  const dress = makeTheme(root, state);
  const project = makeProjector(root, state);
  const showLearned = makeLearned(root, (asked) => server.show_learned(asked));
  const compare = makeCompare(root, state, {
    compare: (asked) => server.compare(asked), pair: (asked) => server.pair(asked),
    question: () => ({ ...question(), task }), words: () => page.texts,
    models: () => page.tasks[task].models, most: () => page.tasks[task].most,
    now, use, recalled, choose: take,
  });
  const lessons = makeLessons(root, state, (asked) => server.show_lesson(asked), () => page);
  makeTour(root, () => page, () => look(null));
  const locks = makeLocks(root);
  const address = makeAddress(root, state, locks);
  makeShare(root, address, locks);
  makeDownloads(root, (asked) => server.download(asked), () => ({ ...question(), from: origin, address: address.printed() }));
  makePrinted(root, () => [
    page.texts.title, $(`[data-task="${task}"]`)?.getAttribute("aria-label") ?? task,
    $(`[data-model="${task}"]`)?.selectedOptions[0]?.text, pad.letters().map((letter) => letter?.label ?? "?").join(" "),
    !root.matches(":has(#lesson > *)") && $("#tile").innerText.replace("\n", " "), address.link({}, false),
  ]);
  const views = { scoreboard: makeScoreboard(root, (asked) => server.show_scoreboard(asked)), lessons: lessons.list };

  // What the pad holds was changed by hand, so it no longer is what was sampled or typed.
  function changed() {
    origin = null;
    changes.end();
    ask();
  }

  function trouble(sentence) {
    $("#trouble").textContent = sentence || "";
  }

  // One question at a time; an answer to letters that have changed since is never shown, unless only a slider moved on.
  async function ask(slides = false) {
    version++;
    if (!slides) latest = version;
    trouble("");
    compare.stale();
    if (asking) return;
    asking = true;
    root.classList.add("busy");
    for (let asked = -1; asked !== version; ) {
      asked = version;
      const reply = await server.answer(question()).catch(() => null);
      if (asked >= latest) show(reply);
    }
    root.classList.remove("busy");
    asking = false;
  }

  function question() {
    const options = { ...search(), ...changes.options() };
    return { letters: pad.letters(), original: pad.original(), model: model(), options, inside: steps.inside(), lang: page.lang };
  }

  function show(reply) {
    if (!reply || reply.error) return trouble(reply ? reply.error : page.texts.offline);
    const opened = $$("#results section details[open]").map(placeOf);
    $("#tile").innerHTML = reply.tile;
    $("#tile").classList.toggle("known", reply.ok);
    $("#changes").innerHTML = reply.changes ?? "";
    $("#results").innerHTML = reply.results;
    $("#why").innerHTML = reply.why;
    for (const [id, n] of opened) $$(`#${id} details`)[n]?.setAttribute("open", "");
    steps.painted();
    rows.painted();
    root.dataset.painted = version;
    root.dispatchEvent(new CustomEvent("painted", { detail: reply }));
    state.changed();
  }

  // In which section an opened part stands, and at which place.
  function placeOf(details) {
    const section = details.closest("section");
    return [section.id, [...section.querySelectorAll("details")].indexOf(details)];
  }

  function model() {
    return $(`[data-model="${task}"]`)?.value ?? null;
  }

  // How an answer is looked for, in tasks that leave a choice, and what of the image is hidden.
  function search() {
    const covered = rows.covered();
    const beam = $("#beam") && concerns($("#beam").closest("[data-of]"), task) ? { beam: Number($("#beam").value) } : {};
    return covered.length ? { ...beam, covered } : beam;
  }

  const tasksOf = (button) => button.dataset.go.split(" ");

  function holds(menu, value) {
    return [...menu.options].some((option) => option.value === value);
  }

  function concerns(part, name) {
    return part.dataset.of.split(" ").includes(name);
  }

  // Fills the pad with what the server writes, unless something newer was asked for in the meantime. `from` is what brings
  // the same letters back.
  async function fill(request, use, from = null) {
    const mine = ++fillings, before = version;
    const reply = await request.catch(() => ({ error: page.texts.offline }));
    if (mine !== fillings || before !== version) return;
    if (reply.error) trouble(reply.error);
    else {
      use(reply.letters);
      origin = from;
    }
    if (reply.note) trouble(reply.note);
  }

  function chance() {
    return Math.floor(Math.random() * 1_000_000);
  }

  function options() {
    const chosen = {};
    for (const field of $$(`[data-of="${task}"] [data-option]`)) {
      if (field.value.trim() === "") continue;
      const number = Number(field.value);
      chosen[field.dataset.option] = field.matches("input, [data-text]") || Number.isNaN(number) ? field.value.trim() : number;
    }
    if (chosen.word) delete chosen.length;
    return chosen;
  }

  function sample() {
    const seed = $("#seed").value === "" ? null : Number($("#seed").value);
    return bring({ seed, options: options() });
  }

  // Fills the pad with what was typed or sampled.
  function bring(from) {
    return fill(source(from), pad.fill, from);
  }

  // The forms show what brought the letters.
  function tell({ text, seed, options }) {
    if (text !== undefined) return ($("#text").value = text);
    $("#seed").value = seed;
    for (const field of $$(`[data-of="${task}"] [data-option]`)) {
      const usual = [...(field.options ?? [])].find((option) => option.defaultSelected)?.value ?? "";
      field.value = options?.[field.dataset.option] ?? usual;
    }
  }

  function source(from) {
    const asked = { task, ...from, lang: page.lang };
    return from.text === undefined ? server.draw_sample(asked) : server.write({ ...asked, text: String(from.text) });
  }

  // Letters for a comparison come and go with how they are read, and with what brings them back.
  function now() {
    const from = origin && !pad.changes() ? { task, ...origin } : null;
    return { letters: pad.letters(), options: { ...search(), ...changes.options() }, from };
  }

  function use({ letters, options, from }) {
    rows.restore(options.covered);
    if ($("#beam")) $("#beam").value = options.beam ?? 1;
    pad.fill(letters);
    changes.set(options);
    origin = from?.task === task ? from : null;
  }

  async function recalled({ letters, options, from }) {
    const reply = from ? await source(from).catch(() => ({})) : { letters };
    return reply.letters ? { letters: reply.letters, options: options ?? {}, from: from ?? null } : null;
  }

  // Exactly that letter again, to see why it is mistaken.
  async function retry({ character, seed, temperature }) {
    for (const [name, value] of Object.entries({ character, temperature })) {
      $(`[data-of="${task}"] [data-option="${name}"]`).value = value;
    }
    $("#seed").value = seed;
    await sample();
    $(".desk").scrollIntoView({ block: "start" });
  }

  function another() {
    $("#seed").value = chance();
    return sample();
  }

  function writeText(text) {
    const swap = $("#swap") !== null && concerns($("#swap").closest("[data-of]"), task) && $("#swap").checked;
    return bring({ text, swap, seed: chance() });
  }

  function writeKey(letter, at) {
    return fill(server.write({ text: letter, task, seed: chance(), lang: page.lang }), ([written]) => pad.write(written, at));
  }

  function choose(next, wanted) {
    const before = wanted ?? model();
    task = next;
    for (const part of $$("[data-of]")) part.hidden = !concerns(part, task);
    look(null);
    const menu = $(`[data-model="${task}"]`);
    if (menu && holds(menu, before)) menu.value = before;
    root.dataset.family = task?.split("-")[0] ?? "";
    $("#text").placeholder = page.texts[`${root.dataset.family}:type.placeholder`] ?? page.texts["type.placeholder"];
    pad.configure(page.texts, page.tasks[task]);
    describe();
  }

  // At a task, or at a page that concerns them all; the pad and its answer wait unseen until a task is chosen again.
  function look(view) {
    if (view) root.dataset.shows = view;
    else delete root.dataset.shows;
    for (const part of $$("[data-page]")) part.hidden = part.dataset.page !== view;
    for (const button of $$("[data-task]")) button.setAttribute("aria-pressed", String(!view && button.dataset.task === task));
    for (const button of $$("[data-go]")) button.setAttribute("aria-pressed", String(!view && tasksOf(button).includes(task)));
    for (const button of $$("[data-show]")) button.setAttribute("aria-pressed", String(button.dataset.show === view));
    if (view) views[view]({ lang: page.lang, offline: page.texts.offline });
    state.changed();
  }

  // A model by its name, of those of the task.
  function take(name) {
    $(`[data-model="${task}"]`).value = name;
    describe();
    ask();
  }

  function describe() {
    const found = page.tasks[task]?.models.find((each) => each.name === model());
    $("#summary").textContent = found ? found.summary : "";
    showLearned({ task, lang: page.lang, model: model(), offline: page.texts.offline });
  }

  // What a visitor has set survives a change of language.
  function settings() {
    return $$(SETTINGS).map((field) => (field.type === "checkbox" ? field.checked : field.value));
  }

  // Everything that an address or a lesson brings back; each part is told its value, or null for what is usual.
  state.keep("lang", () => page?.lang ?? null, (lang) => {
    if (lang === null || lang === page.lang) return;
    return $$("[data-lang]").some((button) => button.dataset.lang === lang) && open(lang);
  });
  state.keep("task", () => task ?? null, (name) => {
    choose(Object.hasOwn(page.tasks, name) ? name : Object.keys(page.tasks)[0]);
    return task === name;
  });
  state.keep("model", model, (name) => {
    const menu = $(`[data-model="${task}"]`);
    if (menu) menu.value = holds(menu, name) ? name : menu.options[0]?.value;
    describe();
    return model() === name;
  });
  state.keep("beam", () => (search().beam > 1 ? search().beam : null), (beam) => {
    if ($("#beam")) $("#beam").value = holds($("#beam"), String(beam)) ? beam : 1;
    return search().beam === beam;
  });
  state.keep("covered", () => (rows.covered().length ? rows.covered() : null), (covered) => {
    const some = [covered ?? []].flat();
    rows.restore(some.filter((row) => Number.isInteger(row) && row >= 0 && row < 28));
    return rows.covered().length === some.length;
  });
  state.keep("from", () => origin, async (from) => {
    if (from === null) return;
    origin = null;
    await bring(from);
    if (origin) tell(origin);
    return origin !== null;
  });
  state.keep("letters", () => (origin ? null : pad.unaltered()), (letters) => {
    if (letters === null) return;
    const list = [letters].flat(), fits = list.every((letter) => letter === null || codec.isLetter(letter));
    if (fits) pad.fill(list);
    return fits;
  });
  state.keep("boxes", () => pad.spare(), (count) => {
    pad.resize(Number(count) || 0);
    return pad.spare() === count;
  });
  state.keep("changes", () => changes.get(), (value) => changes.set(value));
  compare.keep();
  steps.keep();
  state.keep("view", () => root.dataset.shows ?? null, (view) => {
    if (Object.hasOwn(views, view)) look(view);
    return root.dataset.shows === view;
  });
  lessons.keep();

  async function open(language) {
    const kept = page && { values: settings(), task, view: root.dataset.shows };
    const reply = await server.open_page({ lang: language }).catch(() => null);
    if (!reply || reply.error) return ($(".waiting") || $("#trouble")).append(reply?.error ?? " …");
    page = reply;
    document.documentElement.lang = page.lang;
    document.title = page.texts.title;
    root.innerHTML = page.html;
    root.removeAttribute("aria-busy");
    if (kept) $$(SETTINGS).forEach((field, n) => (field[field.type === "checkbox" ? "checked" : "value"] = kept.values[n]));
    dress();
    project();
    choose(kept?.task ?? Object.keys(page.tasks)[0]);
    if (kept?.view) look(kept.view);
    lessons.again();
    if (kept) {
      address.write();
      return ask();
    }
    const told = await address.open();
    if (!told.letters && !pad.letters().length) await greet();
    pad.forget();
  }

  // The sample that greets a visitor, where the address has none.
  function greet() {
    if (task !== Object.keys(page.tasks)[0]) return sample();
    pad.fill(page.letters);
    origin = { seed: Number($("#seed").value), options: {} };
  }

  function speak(language) {
    store(LANGUAGE, language);
    return open(language);
  }

  // Letters that go along to another task are as they are from there on.
  function settle() {
    if (pad.settle()) origin = null;
    changes.end();
  }

  // To another task, from where it is spoken of.
  function visit({ goto, gotoModel }) {
    settle();
    choose(goto, gotoModel);
    ask();
    $(".asks").scrollIntoView({ block: "start" });
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { do: action, show: view, lang, go } = button.dataset;
    const nextTask = go ? tasksOf(button).find((name) => name === task) ?? tasksOf(button)[0] : button.dataset.task;
    if (action === "another") another();
    else if (action) pad.actions[action]();
    else if (button.dataset.try !== undefined) retry(button.dataset);
    else if (lang) speak(lang);
    else if (button.dataset.goto) visit(button.dataset);
    else if (view) look(view);
    else if (nextTask === task) look(null);
    else if (nextTask) {
      settle();
      choose(nextTask);
      ask();
    }
  });

  root.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.target.id === "type") writeText($("#text").value);
    else sample();
  });

  root.addEventListener("change", (event) => {
    if (event.target.matches("[data-model], #beam")) {
      describe();
      ask();
    } else if (event.target.matches("[data-option], #seed")) sample();
  });

  root.addEventListener("keydown", (event) => pad.key(event, writeKey));

  open(address.language() ?? stored(LANGUAGE));
}
