// The pad: a row of boxes, the one place where the letters live. It calls `changed` after every change.

const MOST = 14;

function makePad(root, changed) {
  let boxes = Array.from({ length: 5 }, () => null), past = [], texts = {}, papers = ["black"], pen = null;
  let fewest = 1, most = MOST, writable = /^[a-z]$/i;
  const list = () => root.querySelector("#pad");
  const blank = (paper = "black") => ({ strokes: [], label: null, background: paper, thickness: 1 });
  // Boxes beyond those that a task takes are kept for the next one.
  const shown = () => boxes.slice(0, most);
  const filled = (box) => box !== null && box.strokes.length > 0;

  function enough(letters) {
    return [...letters, ...Array(Math.max(0, fewest - letters.length)).fill(null)];
  }

  function remember() {
    past = [...past.slice(-99), JSON.stringify(boxes)];
  }

  function change(next) {
    remember();
    boxes = next;
    render();
    changed();
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
    item.className = `box ${box?.background || "black"}${filled(box) ? " filled" : ""}`;
    item.dataset.at = at;
    item.innerHTML = `<svg viewBox="0 0 1000 1000" role="group" tabindex="0"></svg><div class="under">` +
      `<input class="written" maxlength="1" placeholder="?" autocomplete="off" autocapitalize="characters" spellcheck="false">` +
      (papers.length > 1 ? `<button type="button" data-box="paper">◐</button>` : "") + `<button type="button" data-box="clear">×</button></div>`;
    item.querySelector("svg").setAttribute("aria-label", say("pad.box", at));
    item.querySelector("svg").style.color = inkOf(box);
    for (const button of item.querySelectorAll("button")) button.setAttribute("aria-label", say(`pad.${button.dataset.box}`, at));
    item.querySelector('[data-box="clear"]').style.visibility = filled(box) ? "" : "hidden";
    const meant = item.querySelector(".written");
    meant.value = box?.label || "";
    meant.style.visibility = filled(box) ? "" : "hidden";
    meant.setAttribute("aria-label", say("pad.meant", at));
    meant.title = texts["pad.meant.why"];
    item.querySelector("svg").replaceChildren(...(box?.strokes || []).map((stroke) => drawn(stroke, box.thickness)));
    return item;
  }

  // White ink is the page's chalk; on white paper an ink shows its complement.
  function inkOf(box) {
    if (!box?.ink || box.ink === "#ffffff") return "";
    if (box.background !== "white") return box.ink;
    return "#" + (0xffffff - parseInt(box.ink.slice(1), 16)).toString(16).padStart(6, "0");
  }

  function drawn(stroke, thickness) {
    const path = strokeElement(stroke, thickness);
    path.dataset.length = lengthOf(stroke).toFixed(2);
    return path;
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
    const at = Number(svg.parentNode.dataset.at), box = boxes[at] || blank();
    const room = MOST_POINTS - box.strokes.reduce((sum, stroke) => sum + stroke.length, 0);
    if (box.strokes.length >= MOST_STROKES || room < 2) return changed(texts["pad.too_much"]);
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
    put(at, { ...box, strokes: [...box.strokes, codec.thin(stroke)], label: null });
  }

  function click(event) {
    const button = event.target.closest?.("#pad button");
    if (!button) return;
    const at = Number(button.closest(".box").dataset.at), box = boxes[at] || blank();
    if (button.dataset.box === "clear") put(at, box.background === "white" ? blank("white") : null);
    else put(at, { ...box, background: box.background === "white" ? "black" : "white" });
    focus(at);
  }

  function key(event, write) {
    const svg = event.target.closest?.("#pad svg");
    if (!svg || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = Number(svg.parentNode.dataset.at);
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
    put(at, { ...boxes[at], label });
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
    // What the server reads: null for an empty box, none after the last letter.
    letters() {
      const sent = shown().map((box) => (filled(box) ? box : null));
      while (sent.length && sent.at(-1) === null) sent.pop();
      return sent;
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
        if (past.length) boxes = JSON.parse(past.pop());
        render();
        changed();
      },
      clear_all: () => change(boxes.map((box, at) => (at < most ? null : box))),
      fewer: () => boxes.length > fewest && change(boxes.slice(0, -1)),
      more: () => boxes.length < most && change([...boxes, null]),
      replay: () => replayInk([...list().querySelectorAll("svg")]),
    },
  };
}
