// Letters change places: a handle is dragged onto another letter, or arrow keys move it on.

export function makeMoving(root, pad) {
  let drag = null;
  const list = () => root.querySelector("#pad");
  const filled = () => [...list().querySelectorAll(".box.filled")];

  function down(event) {
    const handle = event.target.closest?.("#pad .handle");
    if (!handle || drag || event.button) return;
    event.preventDefault();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    const box = handle.closest(".box");
    drag = { id: event.pointerId, box, onto: null, x: event.clientX, y: event.clientY };
    box.classList.add("dragged");
  }

  function move(event) {
    if (event.pointerId !== drag?.id) return;
    drag.box.style.translate = `${event.clientX - drag.x}px ${event.clientY - drag.y}px`;
    const onto = filled().find((box) => box !== drag.box && holds(box, event)) ?? null;
    drag.onto?.classList.remove("onto");
    drag.onto = onto;
    onto?.classList.add("onto");
  }

  function holds(box, { clientX: x, clientY: y }) {
    const { left, right, top, bottom } = box.getBoundingClientRect();
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  function up(event) {
    if (event.pointerId !== drag?.id) return;
    const { box, onto } = drag;
    drag = null;
    box.classList.remove("dragged");
    box.style.translate = "";
    onto?.classList.remove("onto");
    if (onto && event.type === "pointerup") swap(box, onto, ".handle");
  }

  function swap(box, other, focus) {
    const at = Number(other.dataset.at);
    pad.swap(Number(box.dataset.at), at);
    list().querySelectorAll(".box")[at].querySelector(focus).focus();
  }

  // On a handle the arrow keys alone, on the box, where they only go from one to the next, together with Alt.
  function key(event) {
    const focus = event.target.closest?.("#pad .handle") ? ".handle" : event.altKey && event.target.closest?.("#pad svg") ? "svg" : null;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!focus || !step || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const box = event.target.closest(".box"), other = filled()[filled().indexOf(box) + step];
    if (box.classList.contains("filled") && other) swap(box, other, focus);
  }

  root.addEventListener("pointerdown", down);
  root.addEventListener("pointermove", move);
  root.addEventListener("pointerup", up);
  root.addEventListener("pointercancel", up);
  root.addEventListener("keydown", key);
}
