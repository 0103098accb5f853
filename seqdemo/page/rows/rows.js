// Rows of an image: covers them, and keeps what was answered before any were.

export function makeRows(root, changed) {
  const hidden = new Set();
  let drag = null, focus = null, asked = false, before = null;
  const $ = (selector) => root.querySelector(`#results ${selector}`);
  const $$ = (selector) => [...root.querySelectorAll(`#results ${selector}`)];

  function cover(row, on) {
    if (on) hidden.add(row);
    else hidden.delete(row);
    $(`[data-row="${row}"]`)?.setAttribute("aria-pressed", String(on));
  }

  function ask(from) {
    [focus, asked] = [from, true];
    changed();
  }

  // Which row lies under a pointer, also beyond the edges of the image.
  function under(event) {
    const box = $(".rows").getBoundingClientRect();
    return Math.max(0, Math.min(27, Math.floor(((event.clientY - box.top) / box.height) * 28)));
  }

  function down(event) {
    const rows = event.target.closest?.(".rows");
    if (!rows || event.button) return;
    event.preventDefault();
    rows.setPointerCapture(event.pointerId);
    const row = under(event);
    drag = { on: !hidden.has(row), row };
    cover(row, drag.on);
  }

  // A quick finger leaves rows out between two reports.
  function move(event) {
    if (!drag || !$(".rows")) return;
    const row = under(event), step = Math.sign(row - drag.row);
    for (let each = drag.row; each !== row; each += step) cover(each + step, drag.on);
    drag.row = row;
  }

  function up() {
    if (drag) ask(null);
    drag = null;
  }

  // The rows of the step at the cursor; with some already covered, the button uncovers all of them.
  function atCursor() {
    const slider = $("[data-slider]"), strip = 28 / Number(slider.max), first = (Number(slider.value) - 1) * strip;
    return Array.from({ length: strip }, (_, n) => first + n);
  }

  function press(event) {
    const row = event.target.closest?.("[data-row]");
    if (row && event.detail === 0) {
      cover(Number(row.dataset.row), !hidden.has(Number(row.dataset.row)));
      ask(`[data-row="${row.dataset.row}"]`);
    } else if (event.target.closest?.("[data-cover]")) {
      const rows = atCursor(), on = !rows.every((each) => hidden.has(each));
      for (const each of rows) cover(each, on);
      ask("[data-cover]");
    } else if (event.target.closest?.("[data-uncover]")) {
      hidden.clear();
      ask("[data-cover], [data-row]");
    }
  }

  // The arrow keys go from row to row of the image; only one of them is a stop of the tab key.
  function key(event) {
    const row = event.target.closest?.("[data-row]"), moves = { ArrowUp: -1, ArrowDown: 1 };
    if (!row || !(event.key in moves)) return;
    event.preventDefault();
    reach(Math.max(0, Math.min(27, Number(row.dataset.row) + moves[event.key])));
  }

  function reach(row) {
    for (const each of $$("[data-row]")) each.tabIndex = Number(each.dataset.row) === row ? 0 : -1;
    $(`[data-row="${row}"]`).focus();
  }

  // Names over the map: the likeliest at the cursor stands out, and is the only one where there is no room for all.
  function point({ detail: at }) {
    const best = $(`.answers [data-step="${at}"]`)?.dataset.best;
    for (const name of $$("[data-column]")) name.classList.toggle("now", name.dataset.column === best);
    const cover = $("[data-cover]");
    if (cover) cover.setAttribute("aria-pressed", String(atCursor().every((each) => hidden.has(each))));
  }

  root.addEventListener("pointerdown", down);
  root.addEventListener("pointermove", move);
  root.addEventListener("pointerup", up);
  root.addEventListener("pointercancel", up);
  root.addEventListener("click", press);
  root.addEventListener("keydown", key);
  root.addEventListener("step", point);

  return {
    // The rows that are covered; another family of tasks knows of none.
    covered() {
      if (root.dataset.family !== "row") hidden.clear();
      return [...hidden].sort((one, other) => one - other);
    },

    restore(covered) {
      hidden.clear();
      for (const row of covered ?? []) hidden.add(row);
    },

    // After a new answer: the focus where it was, and what was answered without covering, if that was the last one.
    painted() {
      const told = $("[data-before]");
      if (!told) before = $(".byrow") && `${root.querySelector("#tile b").textContent} (${root.querySelector("#tile span").textContent})`;
      else if (!asked) before = null;
      if (told && before) told.textContent = told.dataset.before.replace("{answer}", before);
      if (focus?.startsWith("[data-row=")) reach(Number(focus.match(/\d+/)[0]));
      else if (focus) $(focus)?.focus();
      for (const button of $$("[data-goto]")) button.hidden = !root.querySelector(`[data-task="${button.dataset.goto}"]`);
      [focus, asked] = [null, false];
    },
  };
}
