// What was learned: asked for when its section is first opened, then kept. One switch moves a variant in all charts.

import { makeCharts } from "../js/chart.js";

export function makeLearned(root, fetchPart) {
  const kept = new Map(), off = new Set();
  let opened = false, second = false, named = false, now = null;
  const section = () => root.querySelector("#learned");
  const $$ = (selector) => [...(section()?.querySelectorAll(selector) ?? [])];
  makeCharts(root, light);
  makeConfusions(root);

  async function load() {
    const { task, lang, offline } = now, name = `${lang} ${task}`;
    if (!kept.has(name)) {
      section().setAttribute("aria-busy", "true");
      empty();
      const reply = (await fetchPart({ task, lang }).catch(() => null)) ?? { error: offline };
      if (reply.html) kept.set(name, reply.html);
      else if (now.task === task && now.lang === lang) say(reply.error);
    }
    if (now.task === task && now.lang === lang && kept.has(name)) paint(name);
  }

  function say(trouble) {
    section().removeAttribute("aria-busy");
    section().querySelector(".trouble").textContent = trouble;
  }

  function empty() {
    const body = section().querySelector(".body");
    body.textContent = body.dataset.holds = "";
  }

  function paint(name) {
    const body = section().querySelector(".body");
    say("");
    if (body.dataset.holds !== name) body.innerHTML = kept.get(name);
    body.dataset.holds = name;
    mark();
  }

  // The chosen model's lines stand before the others, and what is switched off is gone everywhere.
  function mark() {
    for (const part of $$("[data-variant]")) {
      const { variant } = part.dataset, picked = variant === now.model;
      part.classList.toggle("picked", picked);
      part.classList.toggle("off", off.has(variant));
      if (part.matches("tr")) part.setAttribute("aria-current", String(picked));
      if (part.matches("[data-toggle]")) part.setAttribute("aria-pressed", String(!off.has(variant)));
    }
    for (const line of $$("g.picked")) line.parentNode.append(line);
    for (const box of $$("[data-second]")) box.checked = second;
    section().classList.toggle("both", second);
  }

  // A name in the menu, the table or a header lights its lines up just as a point of one does.
  function name(event) {
    const part = event.target.closest?.(".learned [data-variant]:not(g, section)");
    if (part || named) light(part?.dataset.variant ?? null);
    named = Boolean(part);
  }

  function light(variant) {
    for (const part of root.querySelectorAll(".learned [data-variant]")) part.classList.toggle("lit", part.dataset.variant === variant);
    for (const each of root.querySelectorAll(".learned")) each.classList.toggle("dim", variant !== null);
  }

  function only(names) {
    off.clear();
    for (const { dataset } of $$("[data-toggle]")) if (!names.includes(dataset.variant)) off.add(dataset.variant);
    mark();
  }

  function press(button) {
    const { toggle, only: names, alone, variant } = button.dataset;
    if (toggle !== undefined) return off.delete(variant) || off.add(variant), mark();
    if (alone !== undefined) return only([now.model]);
    if (names === undefined) return;
    only(names.split(" "));
    if (button.closest(".claims")) section().querySelector(".lines").scrollIntoView({ block: "start" });
  }

  root.addEventListener("toggle", (event) => {
    if (event.target !== section()) return;
    opened = event.target.open;
    if (opened && now) load();
  }, true);
  root.addEventListener("click", (event) => {
    const button = event.target.closest("#learned button");
    if (button) press(button);
  });
  root.addEventListener("change", (event) => {
    if (!event.target.matches("[data-second]")) return;
    second = event.target.checked;
    mark();
  });
  for (const kind of ["pointerover", "pointerleave", "focusin"]) root.addEventListener(kind, name);

  return (next) => {
    now = next;
    if (!section()) return;
    if (section().open !== opened) section().open = opened;
    else if (opened) load();
  };
}

// Names the cell of a confusion matrix under mouse or finger, or where the arrow keys have come to.
function makeConfusions(root) {
  const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  let matrix = null, at = [0, 0], pointed = false;

  const names = (of, side) => [...of.querySelectorAll(`.names.${side} span`)];
  const within = (n, length) => Math.max(0, Math.min(length - 1, n));

  function show(next, place, byPointer) {
    for (const part of matrix?.querySelectorAll(".looked") ?? []) part.classList.remove("looked");
    for (const part of matrix?.querySelectorAll(".here, .told") ?? []) part.hidden = next !== matrix;
    [matrix, pointed] = [next, byPointer];
    if (!matrix) return;
    const classes = names(matrix, "side"), answers = names(matrix, "top");
    at = [within(place[0], classes.length), within(place[1], answers.length)];
    classes[at[0]].classList.add("looked");
    answers[at[1]].classList.add("looked");
    tell(classes[at[0]].textContent, answers[at[1]].textContent);
  }

  function tell(meant, read) {
    const counts = matrix.dataset.counts.split(";")[at[0]].split(",").map(Number);
    const count = counts[at[1]], of = counts.reduce((sum, each) => sum + each);
    const said = { meant, read, count, of, share: ((100 * count) / (of || 1)).toFixed(1) };
    const field = matrix.querySelector(".field"), told = field.querySelector(".told"), here = field.querySelector(".here");
    told.hidden = here.hidden = false;
    told.textContent = matrix.dataset.told.replace(/{(\w+)}/g, (_, name) => said[name]);
    field.style.setProperty("--row", at[0]);
    field.style.setProperty("--column", at[1]);
    put(told, here, field);
  }

  // Above the cell, or below it in the topmost rows, and never outside of what is to be seen.
  function put(told, here, field) {
    const seen = matrix.parentNode, first = seen.scrollLeft - field.offsetLeft + matrix.offsetLeft;
    const most = Math.min(field.clientWidth, first + seen.clientWidth) - told.offsetWidth;
    const left = Math.min(most, Math.max(first, here.offsetLeft + here.offsetWidth / 2 - told.offsetWidth / 2));
    const above = here.offsetTop - told.offsetHeight - 6;
    told.style.transform = `translate(${left}px, ${above < 0 ? here.offsetTop + here.offsetHeight + 6 : above}px)`;
  }

  function point(event) {
    const field = event.target.closest?.(".mixed .field");
    if (!field) return pointed ? show(null) : undefined;
    const box = field.getBoundingClientRect(), next = field.closest(".mixed");
    const share = [(event.clientY - box.top) / box.height, (event.clientX - box.left) / box.width];
    const sizes = [names(next, "side").length, names(next, "top").length];
    show(next, share.map((part, n) => Math.floor(part * sizes[n])), true);
  }

  function key(event) {
    if (!event.target.matches?.(".mixed")) return;
    if (event.key === "Escape") return show(null);
    if (!(event.key in MOVES)) return;
    event.preventDefault();
    show(event.target, matrix === event.target ? at.map((n, axis) => n + MOVES[event.key][axis]) : [0, 0], false);
    matrix.querySelector(".here").scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  root.addEventListener("pointermove", point);
  root.addEventListener("pointerdown", point);
  root.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && pointed && show(null));
  root.addEventListener("focusout", (event) => event.target.matches?.(".mixed") && show(null));
  root.addEventListener("keydown", key);
}
