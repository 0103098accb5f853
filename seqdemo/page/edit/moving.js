// @ts-check
// Letters change places: a handle is dragged onto another letter, or arrow keys move it on.

import { all, around, hit, one } from "../js/dom.js";

/** @param {DOMRect} box @param {{ clientX: number, clientY: number }} event */
function holds({ left, right, top, bottom }, { clientX: x, clientY: y }) {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** @param {HTMLElement} root @param {import("../js/pad/pad.js").Pad} pad */
export function makeMoving(root, pad) {
  /** @type {{ id: number, box: HTMLElement, onto: HTMLElement | null, x: number, y: number } | null} */
  let drag = null;
  const list = () => one(root, "#pad");
  const filled = () => all(list(), ".box.filled");

  /** @param {PointerEvent} event */
  function down(event) {
    const handle = hit(event, "#pad .handle");
    if (!handle || drag || event.button) return;
    event.preventDefault();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    const box = around(handle, ".box");
    drag = { id: event.pointerId, box, onto: null, x: event.clientX, y: event.clientY };
    box.classList.add("dragged");
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (!drag || event.pointerId !== drag.id) return;
    const { box, x, y } = drag;
    box.style.translate = `${event.clientX - x}px ${event.clientY - y}px`;
    const onto = filled().find((each) => each !== box && holds(each.getBoundingClientRect(), event)) ?? null;
    drag.onto?.classList.remove("onto");
    drag.onto = onto;
    onto?.classList.add("onto");
  }

  /** @param {PointerEvent} event */
  function up(event) {
    if (!drag || event.pointerId !== drag.id) return;
    const { box, onto } = drag;
    drag = null;
    box.classList.remove("dragged");
    box.style.translate = "";
    onto?.classList.remove("onto");
    if (onto && event.type === "pointerup") swap(box, onto, ".handle");
  }

  /** @param {HTMLElement} box @param {HTMLElement} other @param {string} focus the part of the box that keeps the focus */
  function swap(box, other, focus) {
    const at = Number(other.dataset.at);
    pad.model.swap(Number(box.dataset.at), at);
    one(all(list(), ".box")[at], focus).focus();
  }

  // On a handle the arrow keys alone, on the box, where they only go from one to the next, together with Alt.
  /** @param {KeyboardEvent} event */
  function key(event) {
    const part = hit(event, "#pad .handle") ?? (event.altKey ? hit(event, "#pad svg") : null);
    const step = new Map([["ArrowLeft", -1], ["ArrowRight", 1]]).get(event.key);
    if (!part || !step || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const box = around(part, ".box"), other = filled()[filled().indexOf(box) + step];
    if (box.classList.contains("filled") && other) swap(box, other, part.matches(".handle") ? ".handle" : "svg");
  }

  root.addEventListener("pointerdown", down);
  root.addEventListener("pointermove", move);
  root.addEventListener("pointerup", up);
  root.addEventListener("pointercancel", up);
  root.addEventListener("keydown", key);
}
