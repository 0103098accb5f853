// Lessons: a card above the pad that puts an example on the page, asks for a guess, and then reveals what happened.

import { stored, store } from "../js/state.js";
import { stuckAbove } from "../shell/stuck.js";

const LESSONS_KEPT = "seqdemo.lessons";

export function makeLessons(root, state, fetchLesson, words) {
  let at = null, lesson = null, guess = null, pointing = false, noted = false, wanted = 0, putting = Promise.resolve(), done = remembered();
  const $ = (selector) => root.querySelector(selector);
  const card = () => $("#lesson");
  const part = (selector) => card().querySelector(selector);

  function remembered() {
    try {
      const kept = JSON.parse(stored(LESSONS_KEPT));
      return kept && typeof kept === "object" ? kept : {};
    } catch {
      return {};
    }
  }

  function remember(kind) {
    done[lesson.name] = { ...done[lesson.name], [kind]: true };
    store(LESSONS_KEPT, JSON.stringify(done));
  }

  // What the address holds: the lesson, whether it was revealed, and which of its examples is on the page.
  const now = () => at && { ...at };

  // The card alone; what it speaks of is on the page already, or is put there by `begin`.
  async function show(next) {
    const mine = ++wanted;
    const reply = (await fetchLesson({ lesson: next.n, lang: words().lang }).catch(() => null)) ?? { error: words().texts.offline };
    if (mine !== wanted || !card()) return false;
    for (const place of ["#lessons .trouble", "#trouble"]) $(place).textContent = reply.error ?? "";
    if (reply.error) return false;
    if (at?.n !== next.n) guess = null;
    [lesson, at, pointing] = [reply, { ...next, scene: Math.min(next.scene, reply.scenes.length - 1) }, false];
    card().innerHTML = reply.html;
    card().classList.remove("folded");
    card().hidden = false;
    for (const dot of card().querySelectorAll("[data-dot]")) dot.classList.toggle("there", Number(dot.dataset.dot) < at.n);
    if (guess !== null) choose(guess);
    if (at.told) tell();
    mark();
    veil();
    return true;
  }

  async function begin(n) {
    if (!(await show({ n, told: false, scene: 0 }))) return;
    await put(0);
    card().scrollIntoView({ block: "start" });
    part("h2").focus({ preventScroll: true });
  }

  // Another language, or the page as it was before: the same card in the page's own words.
  const again = () => at && show(at);

  // One after the other: of two at once, neither would find the page as it left it.
  function put(scene) {
    const mine = lesson;
    return (putting = putting.then(() => lesson === mine && bringScene(scene)));
  }

  async function bringScene(scene) {
    at.scene = scene;
    mark();
    const projector = state.values().projector ? "pad" : null;
    await state.restore({ ...lesson.scenes[scene], lesson: now(), projector });
  }

  function close() {
    [at, lesson, guess, pointing] = [null, null, null, false];
    wanted++;
    card().hidden = true;
    card().replaceChildren();
    point();
    veil();
  }

  function choose(place) {
    guess = place;
    const field = card().querySelectorAll("[name=guess]")[place];
    if (field) field.checked = true;
    part("[data-reveal]").disabled = !field;
  }

  async function reveal() {
    at.told = true;
    remember("seen");
    tell();
    part(".guess").focus();
    if (lesson.after !== at.scene) await put(lesson.after);
    else state.changed();
  }

  // The outcome goes into a live region that stands there already, so that it is read out.
  function tell() {
    part(".outcome").replaceChildren(part(".told template").content.cloneNode(true));
    part(".told").hidden = false;
    part(".asking").hidden = true;
    part("fieldset").disabled = true;
    const right = part("[data-right]"), texts = words().texts;
    for (const option of card().querySelectorAll(".option")) option.classList.toggle("wrong", option !== right && option.querySelector("input").checked);
    part(".guess").textContent = guess === null ? "" : texts[right.querySelector("input").checked ? "lesson.guess.right" : "lesson.guess.wrong"];
    part(".guess").tabIndex = -1;
    tick();
    veil();
  }

  function mark() {
    for (const button of card().querySelectorAll("[data-scene]")) button.setAttribute("aria-pressed", String(Number(button.dataset.scene) === at.scene));
  }

  function tick() {
    part(".try .done").hidden = !done[lesson.name]?.tried;
  }

  // Whether the page is still at what the lesson speaks of.
  const here = () => Boolean(at && lesson.scenes[at.scene].task === state.values().task);

  // Until the guess is made, only the panels that help to make it are in sight, and nothing that gives it away.
  function veil() {
    const covers = here() && !at.told && lesson.shown !== null;
    root.classList.toggle("guessing", covers);
    for (const each of root.querySelectorAll("#results .veiled")) each.classList.remove("veiled");
    if (!covers) return;
    const seen = [".flow", ...lesson.shown.map((id) => `#panel-${id}`)].join();
    const cover = (parent) => {
      for (const each of parent.children) {
        if (each.matches(seen)) continue;
        if (each.querySelector(seen)) cover(each);
        else each.classList.add("veiled");
      }
    };
    cover($("#results"));
    $("#say").textContent = "";
  }

  function look() {
    pointing = true;
    root.dispatchEvent(new CustomEvent("slide", { detail: lesson.panel }));
    const slider = $("[data-slider]");
    if (slider && lesson.step !== null) {
      slider.value = lesson.step + 1;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    }
    point();
    const note = $("#results .look");
    (note ?? card()).closest("section").scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    note?.focus({ preventScroll: true });
  }

  // The outline and the sentence are put into the panel anew after every answer.
  function point() {
    for (const each of root.querySelectorAll("#results .pointed")) each.classList.remove("pointed");
    $("#results .look")?.remove();
    const panel = pointing && here() && $(`#panel-${lesson.panel}`);
    if (!panel) return;
    for (let each = panel.closest("details"); each; each = each.parentNode.closest("details")) each.open = true;
    panel.classList.add("pointed");
    const note = document.createElement("p"), back = document.createElement("button");
    [note.className, note.tabIndex, note.textContent] = ["look", -1, `${lesson.look} `];
    [back.type, back.textContent, back.dataset.return] = ["button", words().texts["lesson.back"], ""];
    note.append(back);
    panel.querySelector(".heading").append(note);
    panel.style.scrollMarginTop = `${stuckAbove(root, panel) + 12}px`;
    if (noted && document.activeElement === document.body) note.focus({ preventScroll: true }); // it was on the note before
  }

  function comeBack() {
    root.dispatchEvent(new CustomEvent("slide", { detail: "pad" }));
    card().scrollIntoView({ block: "start" });
    part("[data-look]").focus({ preventScroll: true });
  }

  function fold(button) {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    button.textContent = open ? "–" : "+";
    card().classList.toggle("folded", !open);
  }

  function painted({ detail: reply }) {
    veil();
    if (!at || card().hidden) return;
    point();
    if (!at.told || !reply.fulfilled?.includes(lesson.name) || done[lesson.name]?.tried) return;
    remember("tried");
    tick();
    $("#say").textContent = words().texts["lesson.task.fulfilled"];
  }

  function click(event) {
    const button = event.target.closest("button"), data = button?.dataset;
    if (!button) return;
    if (data.lesson) begin(Number(data.lesson));
    else if (data.return !== undefined) comeBack();
    else if (!card()?.contains(button)) return;
    else if (data.reveal !== undefined) reveal();
    else if (data.scene) put(Number(data.scene));
    else if (data.look !== undefined) look();
    else if (data.fold !== undefined) fold(button);
    else if (data.leave !== undefined) leave();
  }

  // The focus goes where the lesson was, so that the next Tab leads to the pad.
  function leave() {
    close();
    state.changed();
    $("#pad svg")?.focus({ preventScroll: true });
  }

  root.addEventListener("click", click);
  root.addEventListener("change", (event) => event.target.name === "guess" && choose(Number(event.target.value)));
  root.addEventListener("painted", painted);
  root.addEventListener("focusin", (event) => (noted = event.target.closest(".look") !== null));

  // What cannot be is refused.
  function restore(kept) {
    const good = kept && Number.isInteger(kept.n) && Number.isInteger(kept.scene) && kept.scene >= 0;
    if (!good) {
      if (at) close();
      return kept === null;
    }
    if (kept.n !== at?.n || Boolean(kept.told) !== at.told) return show({ n: kept.n, told: Boolean(kept.told), scene: kept.scene });
    at.scene = Math.min(kept.scene, lesson.scenes.length - 1);
    mark();
  }

  return {
    again,
    keep: () => state.keep("lesson", now, restore),
    // The list, with what was done.
    list() {
      for (const button of root.querySelectorAll("#lessons [data-lesson]")) {
        for (const kind of ["seen", "tried"]) button.querySelector(`.${kind}`).hidden = !done[button.dataset.name]?.[kind];
      }
    },
  };
}
