// What a teacher's link locks or hides, and what is left of the page inside another one.

const LOCKED = {
  task: "[data-task], [data-go], [data-show], [data-goto], [data-lesson], [data-try]",
  model: "[data-model], #beam, [data-choose]",
  letters: "#pad svg, .desk :is(button, input, select):not([data-do='replay']), [data-try], [data-two='swap']",
};
const HIDDEN = ["answer", "tasks", "models", "type", "sample", "learned"];

export function makeLocks(root) {
  let limits = {}, damaged = false, said = "";
  const $ = (selector) => root.querySelector(selector);
  const known = (value, names) => [value ?? []].flat().filter((name) => names.includes(name));
  const locked = () => (limits.lock ?? []).map((name) => LOCKED[name]).join(", ");

  function obey({ lock, hide, embed }) {
    const all = { lock: known(lock, Object.keys(LOCKED)), hide: known(hide, HIDDEN), embed: embed === 1 ? [1] : [] };
    limits = Object.fromEntries(Object.entries(all).filter(([, names]) => names.length));
    for (const part of root.querySelectorAll("[data-locked]")) part.disabled = part.toggleAttribute("data-locked", false);
    cover(true);
    apply();
  }

  // Again and again, since parts of the page are written anew: after every answer, and in another language.
  function apply() {
    root.dataset.hides = (limits.hide ?? []).join(" ");
    root.toggleAttribute("data-embed", Boolean(limits.embed));
    for (const part of locked() ? root.querySelectorAll(locked()) : []) {
      if (part.disabled === false) part.disabled = part.toggleAttribute("data-locked", true);
    }
    if (!$("#locked")) return;
    $("#locked").hidden = !(limits.lock || limits.hide) || Boolean(limits.embed);
    $("#damaged").hidden = !damaged;
  }

  // Each new question is asked to the class again.
  function cover(on) {
    root.classList.toggle("asking", on && Boolean(limits.hide?.includes("answer")));
    if ($("#say")) $("#say").textContent = root.classList.contains("asking") ? "" : said;
  }

  // What cannot be disabled, such as the boxes of the pad.
  function guard(event) {
    const held = locked() && event.target.closest?.(locked());
    if (!held || event.key === "Tab" || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
  }

  for (const kind of ["pointerdown", "click", "keydown", "beforeinput"]) root.addEventListener(kind, guard, true);
  root.addEventListener("set", apply);
  root.addEventListener("painted", ({ detail }) => {
    said = detail.say;
    cover(true);
    apply();
  });
  root.addEventListener("click", (event) => {
    if (event.target.closest("[data-tell]")) {
      cover(false);
      $("#results").focus({ preventScroll: true });
    } else if (event.target.closest("[data-unlock]")) {
      obey({});
      root.dispatchEvent(new CustomEvent("set"));
    } else if (event.target.closest("[data-dismiss]")) {
      damaged = false;
      apply();
    }
  });

  // A page around this one may give it the height that it needs, so that it has no scroll bar of its own.
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (limits.embed && window.parent !== window) window.parent.postMessage({ seqdemo: height }, "*");
  }).observe(root);

  return {
    obey,
    has: (name) => ["lock", "hide", "embed"].includes(name),
    // As they stand in the address: one name bare, none not at all.
    values: () => Object.fromEntries(Object.entries(limits).map(([name, all]) => [name, all.length > 1 ? all : all[0]])),
    warn(about) {
      damaged = about;
      apply();
    },
  };
}
