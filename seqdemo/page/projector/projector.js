// @ts-check
// For a room: large type, and one panel at a time. The keys of a presenter's remote control leaf through them.

import { all, aria, button, heard, hit, maybe, one, within } from "../js/dom.js";

/** The panels of a slide that shows several side by side. @param {HTMLElement} slide */
const leading = (slide) => slide.dataset.leading?.split(" ") ?? [];

/** @param {HTMLElement} slide */
const nameOf = (slide) => (slide.classList.contains("desk") ? "pad" : (leading(slide)[0] ?? slide.id.replace("panel-", "")));

/** @param {HTMLElement} slide @param {string | null} wanted */
const holds = (slide, wanted) => nameOf(slide) === wanted || leading(slide).includes(wanted ?? "");

/**
 * @param {HTMLElement} root
 * @param {import("../js/state.js").State} state
 * @returns {() => void} shows what is to be shown, after the page was drawn
 */
export function makeProjector(root, state) {
  /** @type {string | null} */
  let shown = null;
  const slides = () =>
    all(root, ".desk, .leading, section.panel:not(.stage-inside)").filter(
      (each) => !each.closest("[hidden]") && !each.parentElement?.closest(".leading"),
    );
  const place = () => Math.max(0, slides().findIndex((slide) => holds(slide, shown)));

  function apply() {
    const bar = maybe(root, ".leaf");
    if (!bar) return;
    const on = shown !== null, every = slides(), at = place();
    if (on) root.dataset.projector = nameOf(every[at]);
    else delete root.dataset.projector;
    aria(one(root, "[data-project]"), "pressed", on);
    for (const slide of every) slide.classList.toggle("aside", on && slide !== every[at]);
    bar.hidden = !on;
    one(bar, "output").textContent = `${at + 1} / ${every.length} · ${every[at].ariaLabel}`;
    button(bar, '[data-leaf="-1"]').disabled = at === 0;
    button(bar, '[data-leaf="1"]').disabled = at === every.length - 1;
  }

  /** @param {string | null} next */
  function show(next) {
    shown = next;
    apply();
    state.changed();
  }

  /** @param {number} by */
  function leaf(by) {
    const every = slides();
    show(nameOf(every[within(place() + by, 0, every.length - 1)]));
    root.scrollTo(0, 0);
  }

  state.keep("projector", () => shown, (slide) => {
    shown = slide;
    apply();
  });
  root.addEventListener("click", (event) => {
    const { project, leaf: by } = hit(event, "button")?.dataset ?? {};
    if (project !== undefined) show(shown === null ? "pad" : null);
    else if (by !== undefined) leaf(Number(by));
  });
  addEventListener("keydown", (event) => {
    const by = new Map([["PageDown", 1], ["PageUp", -1]]).get(event.key);
    if (shown === null || document.querySelector("dialog[open]")) return;
    if (by) leaf(by);
    else if (event.key === "Escape") show(null);
    else return;
    event.preventDefault();
  });
  heard(root, "painted", apply);
  heard(root, "slide", (slide) => shown !== null && show(slide));

  return apply;
}
