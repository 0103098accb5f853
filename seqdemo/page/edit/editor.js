// The editor of one letter: its sliders, and what the letter is read as all along one of them.

const UNITS = {
  turn: (value) => `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value)}°`,
  thickness: (value) => `×${Number(value.toFixed(2))}`,
  blur: (value) => `${value} px`,
  noise: (value) => `${Math.round(100 * value)} %`,
};

export function makeEditor(root, pad, question, vary) {
  let at = null, name = "turn", wanted = null, shown = null, asking = false;
  const $ = (selector) => root.querySelector(`#editor ${selector}`);
  const $$ = (selector) => [...root.querySelectorAll(`#editor ${selector}`)];
  const letter = () => (at === null ? null : pad.letters()[at]);

  function open(next) {
    at = next;
    sync();
    compare();
    $('[data-tune="turn"]')?.focus({ preventScroll: true });
    root.querySelector("#editor").scrollIntoView({ block: "nearest" });
  }

  function close() {
    const from = at;
    at = null;
    sync();
    root.querySelectorAll("#pad svg")[from]?.focus();
  }

  // The sliders as the letter is; without a letter there is nothing to edit.
  function sync() {
    if (!letter()) at = null;
    const editor = root.querySelector("#editor");
    if (!editor) return;
    editor.hidden = at === null;
    pad.mark(at);
    if (at === null) return (shown = null);
    const told = $("[data-told]");
    told.textContent = told.dataset.told.replace("{n}", at + 1);
    for (const field of $$("[data-tune]")) fit(field, pad.quality(at, field.dataset.tune));
    for (const stop of $$("[data-value]")) {
      stop.setAttribute("aria-pressed", String(Number(stop.dataset.value) === pad.quality(at, name)));
    }
  }

  function fit(field, value) {
    if (field.type === "checkbox") return (field.checked = value === "white");
    field.value = value;
    field.style.setProperty("--share", (value - field.min) / (field.max - field.min));
    field.setAttribute("aria-valuetext", UNITS[field.dataset.tune](value));
    field.parentNode.querySelector("output").textContent = UNITS[field.dataset.tune](value);
  }

  // One question for the whole strip; it is asked again when anything but the slider's own value has changed.
  async function compare() {
    if (at === null) return;
    wanted = key();
    if (asking) return;
    asking = true;
    while (at !== null && shown !== wanted) {
      const mine = (wanted = key());
      const reply = await vary({ ...question(), original: null, at, slider: name }).catch(() => null);
      shown = mine;
      if ($(".tipping")) paint(reply);
    }
    asking = false;
  }

  function key() {
    const { letters, ...rest } = question();
    const others = letters.map((each, n) => (n === at ? { ...each, [name]: null } : each));
    return JSON.stringify({ ...rest, original: null, others, at, name });
  }

  function paint(reply) {
    const strip = $(".tipping");
    if (reply?.html) strip.innerHTML = reply.html;
    else strip.textContent = strip.dataset.none;
    sync();
  }

  function tune(event) {
    const field = event.target.closest?.("[data-tune]");
    if (!field) return;
    const value = field.type === "checkbox" ? (field.checked ? "white" : "black") : Number(field.value);
    pad.tune(at, field.dataset.tune, value, event.type === "input" && field.type !== "checkbox");
    choose(field);
    sync();
  }

  function choose(field) {
    if (!(field.dataset.tune in UNITS) || name === field.dataset.tune) return;
    name = field.dataset.tune;
    compare();
  }

  root.addEventListener("input", tune);
  root.addEventListener("focusin", (event) => event.target.matches?.("[data-tune]") && choose(event.target));
  root.addEventListener("painted", () => (sync(), compare()));
  root.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-box='edit'], #editor button");
    if (!button) return;
    const { box, edit, value } = button.dataset, place = Number(button.closest(".box")?.dataset.at);
    if (box) open(place === at ? at : place);
    else if (edit === "close") close();
    else if (edit === "usual") pad.retune(at);
    else if (value !== undefined) pad.tune(at, name, Number(value));
    if (value !== undefined || edit === "usual") sync();
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest?.("#editor")) close();
  });
}
