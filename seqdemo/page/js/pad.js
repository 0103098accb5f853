// The pad: a row of boxes, the one place where the letters live. It says what was done: `wrote` other letters, `altered`
// those that are there by a slider or a swap, `named` one of them; `refused` with a sentence.

import * as codec from "./codec.js";
import { MOST_STROKES, MOST_POINTS, pathOf, strokeElement, turnedBack, inkElement, replayInk } from "./ink.js";

const MOST = 14;
const USUAL = { turn: 0, thickness: 1, blur: 0, noise: 0, background: "black" };

export function makePad(root, on) {
  let boxes = Array.from({ length: 5 }, () => null), past = [], texts = {}, papers = ["black"], pen = null;
  let fewest = 1, most = MOST, writable = /^[a-z]$/i;
  // As it was before the first slider or swap, with where each box stood; null where nothing has been altered since.
  let kept = null, sliding = null, marked = null;
  const list = () => root.querySelector("#pad");
  const blank = (paper = "black") => ({ strokes: [], label: null, background: paper, thickness: 1 });
  // Boxes beyond those that a task takes are kept for the next one.
  const shown = () => boxes.slice(0, most);
  const filled = (box) => box !== null && box.strokes.length > 0;
  const quality = (box, name) => box?.[name] ?? USUAL[name];
  const differs = (at, name) => quality(boxes[at], name) !== quality(kept.boxes[kept.order[at]], name);
  const altered = (at) => kept !== null && (kept.order[at] !== at || Object.keys(USUAL).some((name) => differs(at, name)));

  function enough(letters) {
    return [...letters, ...Array(Math.max(0, fewest - letters.length)).fill(null)];
  }

  function remember(kind) {
    past = [...past.slice(-99), JSON.stringify({ boxes, kept, kind })];
    sliding = null;
  }

  function change(next) {
    remember("wrote");
    [boxes, kept] = [next, null];
    render();
    on.wrote();
  }

  // What was there before is kept to compare with; a slider that goes on moving is one change.
  function alter(next, order = kept?.order ?? boxes.map((_, n) => n), slide = null) {
    if (!slide || slide !== sliding) remember("altered");
    kept = { boxes: kept?.boxes ?? boxes, order };
    [boxes, sliding] = [next, slide];
    if (!boxes.some((_, at) => altered(at))) kept = null;
    render();
    on.altered(slide !== null);
  }

  function name(at, label) {
    const named = (list, place) => list.map((box, n) => (n === place ? { ...box, label } : box));
    remember("named");
    if (kept) kept = { ...kept, boxes: named(kept.boxes, kept.order[at]) };
    boxes = named(boxes, at);
    render();
    on.named();
  }

  function sent(row) {
    const letters = row.slice(0, most).map((box) => (filled(box) ? box : null));
    while (letters.length && letters.at(-1) === null) letters.pop();
    return letters;
  }

  function put(at, box) {
    change(boxes.map((old, n) => (n === at ? box : old)));
  }

  function holds(box) {
    return !filled(box) ? texts["pad.empty"] : box.label || texts["pad.drawn"];
  }

  function say(key, at) {
    return texts[key].replace("{n}", at + 1).replace("{total}", shown().length).replace("{holds}", holds(boxes[at]));
  }

  function render() {
    const focused = Number(document.activeElement?.closest?.("#pad .box")?.dataset.at ?? -1);
    const row = list().parentNode, count = shown().length;
    list().replaceChildren(...shown().map(boxElement));
    row.style.setProperty("--boxes", count + 1);
    row.classList.toggle("many", count > 9);
    root.querySelector(".stepper").hidden = most === fewest;
    if (focused >= 0) focus(focused);
    const set = (action, off) => (root.querySelector(`[data-do="${action}"]`).disabled = off);
    set("undo", !past.length);
    set("fewer", count <= fewest);
    set("more", count >= most);
    set("clear_all", !shown().some(filled));
    set("replay", !shown().some(filled));
  }

  function boxElement(box, at) {
    const item = document.createElement("li");
    item.className = `box ${box?.background || "black"}${filled(box) ? " filled" : ""}${altered(at) ? " altered" : ""}`;
    item.dataset.at = at;
    item.innerHTML = `<button type="button" class="handle" data-box="move">⠿</button>` +
      `<div class="sheet"><i class="grain"></i></div><div class="under">` +
      `<input class="written" maxlength="1" placeholder="?" autocomplete="off" autocapitalize="characters" spellcheck="false">` +
      (papers.length > 1 ? `<button type="button" data-box="paper">◐</button>` : "") +
      `<button type="button" data-box="edit" aria-expanded="${at === marked}">✎</button><button type="button" data-box="clear">×</button></div>`;
    const svg = inkElement(box);
    for (const [name, value] of [["role", "group"], ["tabindex", "0"], ["aria-label", say("pad.box", at)]]) svg.setAttribute(name, value);
    item.querySelector(".sheet").prepend(svg);
    item.style.setProperty("--grain", quality(box, "noise"));
    for (const button of item.querySelectorAll("button")) {
      button.setAttribute("aria-label", (button.title = say(`pad.${button.dataset.box}`, at)));
      if (button.dataset.box !== "paper") button.style.visibility = filled(box) ? "" : "hidden";
    }
    const meant = item.querySelector(".written");
    meant.value = box?.label || "";
    meant.style.visibility = filled(box) ? "" : "hidden";
    meant.setAttribute("aria-label", say("pad.meant", at));
    meant.title = texts["pad.meant.why"];
    return item;
  }

  function focus(at) {
    list().querySelectorAll("svg")[Math.max(0, Math.min(at, shown().length - 1))]?.focus();
  }

  // A pen, a finger or a mouse that is down; everything else is ignored until it is up.
  function down(event) {
    const svg = event.target.closest?.("#pad svg");
    if (!svg || pen || (event.pointerType === "mouse" && event.button !== 0)) return;
    event.preventDefault();
    svg.focus({ preventScroll: true });
    const at = Number(svg.closest(".box").dataset.at), box = boxes[at] || blank();
    const room = MOST_POINTS - box.strokes.reduce((sum, stroke) => sum + stroke.length, 0);
    if (box.strokes.length >= MOST_STROKES || room < 2) return on.refused(texts["pad.too_much"]);
    svg.setPointerCapture(event.pointerId);
    pen = { id: event.pointerId, at, box, room, svg, stroke: [point(svg, event)], path: null };
    pen.path = svg.appendChild(strokeElement(pen.stroke, box.thickness));
  }

  function point(svg, event) {
    const { left, top, width, height } = svg.getBoundingClientRect();
    const share = (value) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
    return [share((event.clientX - left) / width), share((event.clientY - top) / height)];
  }

  function move(event) {
    if (event.pointerId !== pen?.id) return;
    const steps = event.getCoalescedEvents?.() || [];
    for (const step of steps.length ? steps : [event]) {
      const [x, y] = point(pen.svg, step), [lastX, lastY] = pen.stroke.at(-1);
      if (Math.hypot(x - lastX, y - lastY) >= 0.004 && pen.stroke.length < pen.room) pen.stroke.push([x, y]);
    }
    pen.path.setAttribute("d", pathOf(pen.stroke));
  }

  function up(event) {
    if (event.pointerId !== pen?.id) return;
    const { at, box, stroke } = pen;
    pen = null;
    const thinned = codec.thin(turnedBack(stroke, quality(box, "turn")));
    put(at, { ...box, strokes: [...box.strokes, thinned], label: null });
  }

  function click(event) {
    const action = event.target.closest?.("#pad button")?.dataset.box;
    if (action !== "clear" && action !== "paper") return;
    const at = Number(event.target.closest(".box").dataset.at), box = boxes[at] || blank();
    if (action === "clear") put(at, box.background === "white" ? blank("white") : null);
    else put(at, { ...box, background: box.background === "white" ? "black" : "white" });
    focus(at);
  }

  function key(event, write) {
    const svg = event.target.closest?.("#pad svg");
    if (!svg || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = Number(svg.closest(".box").dataset.at);
    const moves = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: shown().length - 1 };
    if (event.key in moves) focus(moves[event.key]);
    else if (event.key === "Delete" || event.key === "Backspace") put(at, null);
    else if (writable.test(event.key)) write(event.key, at);
    else return;
    event.preventDefault();
  }

  // What a drawn letter was meant to be: only then can the page say which stage was wrong.
  function mean(event) {
    const meant = event.target.closest?.("#pad .written");
    if (!meant) return;
    const at = Number(meant.closest(".box").dataset.at), label = writable.test(meant.value) ? meant.value : null;
    name(at, label);
    const fields = list().querySelectorAll(".written");
    fields[label && filled(shown()[at + 1] ?? null) ? at + 1 : at].select();
  }

  root.addEventListener("input", mean);
  root.addEventListener("pointerdown", down);
  root.addEventListener("pointermove", move);
  root.addEventListener("pointerup", up);
  root.addEventListener("pointercancel", up);
  root.addEventListener("click", click);

  return {
    key, focus, render,
    quality: (at, name) => quality(boxes[at], name),
    swap(one, other) {
      const swapped = (list) => list.map((each, at) => (at === one ? list[other] : at === other ? list[one] : each));
      alter(swapped(boxes), swapped(kept?.order ?? boxes.map((_, n) => n)));
    },
    // How many boxes stand there, where these are more than the letters need.
    spare() {
      const needed = Math.max(fewest, this.letters().length);
      return shown().length > needed ? shown().length : null;
    },
    resize(count) {
      while (boxes.length < Math.min(count, most)) boxes.push(null);
      render();
    },
    tune(at, name, value, slides) {
      alter(boxes.map((box, n) => (n === at ? { ...box, [name]: value } : box)), kept?.order, slides ? `${at} ${name}` : null);
    },
    // One quality of a letter as it was, or all of them.
    retune(at, ...names) {
      if (!kept) return;
      const was = kept.boxes[kept.order[at]], back = names.length ? names : Object.keys(USUAL);
      const values = Object.fromEntries(back.map((name) => [name, quality(was, name)]));
      alter(boxes.map((box, n) => (n === at ? { ...box, ...values } : box)));
    },
    // Everyone back in place, or everything as it was.
    sort() {
      const back = boxes.map((_, n) => boxes[kept.order.indexOf(n)]);
      alter(back, boxes.map((_, n) => n));
    },
    restore() {
      if (kept) alter(kept.boxes, boxes.map((_, n) => n));
      else on.altered(false);
    },
    // From now on this is how it was; whether anything had been altered.
    settle() {
      const was = kept !== null;
      kept = null;
      return was;
    },
    mark(at) {
      marked = at;
      for (const box of list().children) {
        box.classList.toggle("edited", Number(box.dataset.at) === at);
        box.querySelector('[data-box="edit"]').setAttribute("aria-expanded", String(Number(box.dataset.at) === at));
      }
    },
    // The letters before they were altered, where that makes a difference.
    original() {
      return kept && sent(boxes).map((_, at) => (altered(at) ? kept.boxes[at] : null));
    },
    unaltered() {
      return sent(kept?.boxes ?? boxes);
    },
    changes() {
      if (!kept) return null;
      const tuned = (at) => Object.fromEntries(Object.keys(USUAL).filter((name) => differs(at, name)).map((name) => [name, boxes[at][name]]));
      const letters = Object.fromEntries(boxes.map((_, at) => [at, tuned(at)]).filter(([, values]) => Object.keys(values).length));
      return { ...(kept.order.some((from, at) => from !== at) && { order: kept.order }), letters };
    },
    // Alters the letters as `changes` told; false if that does not fit to them.
    apply({ order = [], letters = {} }) {
      if (kept) [boxes, kept] = [kept.boxes, null];
      const straight = boxes.map((_, n) => n);
      const known = ([name, value]) => Object.hasOwn(USUAL, name) && typeof value === typeof USUAL[name];
      const fits = order.length <= boxes.length && order.every((_, n) => order.includes(n)) &&
        Object.entries(letters).every(([at, values]) => filled(boxes[order[at] ?? at] ?? null) && Object.entries(values).every(known));
      const from = straight.map((n) => order[n] ?? n);
      if (fits && (order.length || Object.keys(letters).length)) alter(from.map((n, at) => boxes[n] && { ...boxes[n], ...letters[at] }), from);
      else render();
      return fits;
    },
    // What the server reads: null for an empty box, none after the last letter.
    letters: () => sent(boxes),
    fill(letters) {
      change(enough([...letters, ...boxes.slice(most)]));
    },
    // Letters that were written on the keyboard take the paper and the ink of their box.
    write(letter, at) {
      put(at, { ...letter, background: boxes[at]?.background || "black", ink: boxes[at]?.ink || letter.ink });
      focus(at + 1);
    },
    configure(nextTexts, offer) {
      [texts, papers, fewest, most] = [nextTexts, offer?.papers ?? ["black"], offer?.fewest ?? 1, offer?.most ?? MOST];
      writable = offer?.digits ? /^[a-z0-9]$/i : /^[a-z]$/i;
      boxes = enough(boxes);
      render();
    },
    forget() {
      past = [];
      render();
    },
    actions: {
      undo() {
        const { kind, ...before } = JSON.parse(past.pop());
        ({ boxes, kept } = before);
        sliding = null;
        render();
        on[kind](false);
      },
      clear_all: () => change(boxes.map((box, at) => (at < most ? null : box))),
      fewer: () => boxes.length > fewest && change(boxes.slice(0, -1)),
      more: () => boxes.length < most && change([...boxes, null]),
      replay: () => replayInk([...list().querySelectorAll("svg")]),
    },
  };
}
