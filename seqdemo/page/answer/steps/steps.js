// The one control for all steps, of letters, of a decoder or of rows: everything is on the page already, this only
// chooses which of them shows.

const PACE = 1300;

export function makeSteps(root, state, ask) {
  let at = 0, timer = null, panel = null, inside = null, family = null, steps = null, wanted;
  const $$ = (selector) => [...root.querySelectorAll(`#results ${selector}`)];
  const $ = (selector) => root.querySelector(`#results ${selector}`);
  const slider = () => root.querySelector("[data-slider]");
  const last = () => Number(slider().max) - 1;

  function show(next) {
    if (!slider()) return;
    at = Math.max(0, Math.min(next, last()));
    for (const view of $$("[data-view]")) view.hidden = Number(view.dataset.view) !== at;
    for (const inside of $$("[data-inside]")) inside.hidden = Number(inside.dataset.inside) !== at;
    for (const letter of $$(".works [data-said]")) letter.classList.toggle("now", Number(letter.dataset.said) === at);
    for (const part of $$("[data-step]")) part.classList.toggle("now", Number(part.dataset.step) === at);
    for (const chip of $$(".chips button")) chip.setAttribute("aria-current", Number(chip.dataset.step) === at ? "step" : "false");
    for (const row of $$("table[data-steps] tr")) [...row.cells].forEach((cell, n) => cell.classList.toggle("now", n === at + 1));
    for (const part of $$(".byrow :is(.track, .area)")) part.style.setProperty("--at", at); // not on all that is in them
    $(".flow").dataset.beat = timer ? at % 2 : ""; // each step lights the parts up again, in the order of their work
    tell();
    weigh();
    root.dispatchEvent(new CustomEvent("step", { detail: at }));
    if (!timer) state.changed();
  }

  function tell() {
    const place = slider().dataset.told.replace("{n}", at + 1).replace("{count}", last() + 1);
    slider().value = at + 1;
    slider().style.setProperty("--share", last() ? at / last() : 1);
    slider().setAttribute("aria-valuetext", `${place}. ${$$(".says")[at].textContent}`);
    root.querySelector(".playing output").textContent = place;
  }

  // Each image gets the share that the table gives it at this step; attention comes last and decides how it shows.
  function weigh() {
    for (const bars of ["alignment", "attention"]) {
      const body = $$(`#panel-${bars} .matrix tbody`).find((each) => !each.hidden);
      const shares = body?.dataset.shares.split(",")[at]?.split(" ") ?? [];
      $$(`[data-bar="${bars}"]`).forEach((bar, n) => {
        bar.style.setProperty("--share", shares[n] / 1000);
        bar.parentNode.style.setProperty("--weight", shares[n] / 1000);
      });
    }
  }

  const pace = () => Number(root.querySelector(".controls").dataset.pace ?? PACE);

  function play(on) {
    clearInterval(timer);
    timer = on ? setInterval(() => (at < last() ? show(at + 1) : play(false)), pace()) : null;
    root.querySelector("[data-play]")?.setAttribute("aria-pressed", String(on));
    if (on) show(at < last() ? at : 0);
  }

  function go(next) {
    play(false);
    show(next);
  }

  // The inside of one part of the model comes with the next answer, and stays open from answer to answer.
  function open(part) {
    inside = part;
    mark();
    if (part) ask();
    else $(".part")?.remove();
    state.changed();
  }

  function mark() {
    for (const stop of $$(".flow [data-part]")) stop.setAttribute("aria-expanded", String(stop.dataset.part === inside));
  }

  function pressPart({ dataset: { part } }) {
    const closes = inside === part;
    open(closes ? null : part);
    if (closes) $(`.flow [data-part="${part}"]`)?.focus();
  }

  function choose(menu) {
    panel = menu.value;
    for (const body of menu.closest("section").querySelectorAll(".matrix tbody")) body.hidden = body.dataset.panel !== panel;
    weigh();
    state.changed();
  }

  function key(event) {
    if (!event.target.closest?.(".controls, .views") || event.ctrlKey || event.metaKey || event.altKey) return;
    const moves = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last() };
    if (event.key in moves) go(moves[event.key]);
    else if (event.key === " " && !event.target.closest("button, summary")) play(!timer);
    else return;
    event.preventDefault();
  }

  root.addEventListener("click", (event) => {
    const step = event.target.closest?.("[data-step]");
    const part = event.target.closest?.("#results [data-part]");
    if (part) pressPart(part);
    else if (event.target.closest?.("[data-play]")) play(!timer);
    else if (step) go(Number(step.dataset.step));
  });
  root.addEventListener("input", (event) => event.target.matches("[data-slider]") && go(Number(event.target.value) - 1));
  root.addEventListener("change", (event) => event.target.matches("[data-group]") && choose(event.target));
  root.addEventListener("keydown", key);

  const first = () => Number(slider().dataset.start ?? 0);

  // At the step that was asked for. Another family of tasks begins where it wants to; rows keep their share of the way if
  // a step holds more of them.
  function begin() {
    const asked = wanted, follows = slider()?.dataset.start !== undefined;
    wanted = undefined;
    if (!slider()) return;
    if (asked !== undefined) at = asked ?? first();
    else if (family !== root.dataset.family) at = first();
    else if (follows) at = steps ? Math.round((at * last()) / steps) : first();
    [family, steps] = [root.dataset.family, last()];
  }

  const menu = () => $("[data-group]");

  return {
    inside: () => inside,
    // A new answer keeps the step and, where it has the same, the layer and head.
    painted() {
      play(false);
      if (inside && !$(`#inside-${inside}`)) inside = null;
      mark();
      begin();
      if (menu() && [...menu().options].some((option) => option.value === panel)) {
        menu().value = panel;
        choose(menu());
      }
      show(at);
    },
    // What an address or a lesson brings back shows with the next answer.
    keep() {
      state.keep("step", () => (slider() && at !== first() ? at : null), (step) => {
        wanted = step;
        return Number.isInteger(step) && step >= 0;
      });
      state.keep("head", () => (menu()?.selectedIndex > 0 ? panel : null), (name) => void (panel = name));
      state.keep("inside", () => inside, (part) => void (inside = /^[\w-]+$/.test(part ?? "") ? part : null));
    },
  };
}
