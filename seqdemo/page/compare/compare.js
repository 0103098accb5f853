// What stands under the pad: one model's answer, those of all models, or one model's to two rows of letters.

import { inkElement } from "../js/ink.js";
import { makePair } from "./pair.js";
import { makeVariants } from "./variants.js";

const MODES = ["one", "all", "two"];

// `page` is what the page lends: what it asks, its words and models, and ways to put letters or a model in place.
export function makeCompare(root, state, page) {
  let mode = "one", answered = false, kept = null;
  const $ = (selector) => root.querySelector(selector);
  const variants = makeVariants(root, state, page.compare, page.words);
  const pair = makePair(root, state, page.pair, page.words);

  function show(next) {
    mode = MODES.includes(next) ? next : "one";
    paint();
    state.changed();
  }

  // Where there is nothing to compare yet, the one model says what to do.
  function paint() {
    if (!$("#compare")) return;
    for (const button of root.querySelectorAll("[data-mode]")) button.setAttribute("aria-pressed", String(button.dataset.mode === mode));
    $("#results").hidden = mode !== "one" && answered;
    $('[data-in-mode="all"]').hidden = mode !== "all" || !answered;
    $('[data-in-mode="two"]').hidden = mode !== "two";
    $("#pair-two").hidden = !answered;
    if (mode === "two") tellKept();
    if (answered && mode === "all") all();
    if (answered && mode === "two") two();
  }

  async function all() {
    const question = page.question();
    const shown = await variants.show(question, page.models());
    if (shown && mode === "all") closely(question);
  }

  function closely({ letters, options, lang, task }) {
    const [one, other] = variants.pinned().map((model) => ({ model, letters, options }));
    pair.show($("#pair-all"), other ? { one, other, lang, task } : null);
    tellPinned();
  }

  function tellPinned() {
    const titles = variants.pinned().map((name) => page.models().find((each) => each.name === name).title);
    $("#panel-close .quiet").textContent = titles.length ? titles.join(" · ") : page.words()["close.empty"];
    if (titles.length === 1) $("#panel-close .quiet").append(` · ${page.words()["close.one"]}`);
    $("[data-unpin]").hidden = !titles.length;
  }

  function pin(names) {
    variants.pin(names);
    closely(page.question());
    state.changed();
  }

  function two() {
    const { letters, options, lang, model, task } = page.question();
    const one = kept && { model, letters: kept.letters.slice(0, page.most()), options: kept.options };
    const asked = one ? { one, other: { model, letters, options }, lang, task } : null;
    pair.show($("#pair-two"), asked, page.words()["two.unfit"]);
  }

  function tellKept() {
    for (const name of ["swap", "forget"]) $(`[data-two="${name}"]`).disabled = !kept;
    $("#panel-two > .quiet").hidden = Boolean(kept);
    $("#kept").replaceChildren(...(kept?.letters ?? []).map(letterElement));
  }

  function letterElement(letter) {
    const item = document.createElement("li");
    item.className = letter.background;
    item.append(inkElement(letter));
    return item;
  }

  const actions = {
    keep: () => (kept = page.now()),
    swap() {
      const before = kept;
      kept = page.now();
      page.use(before);
    },
    forget: () => (kept = null),
  };

  function press(event) {
    const { mode: next, two: action, choose, unpin } = event.target.closest("button")?.dataset ?? {};
    if (next) show(next);
    else if (action) {
      actions[action]();
      show(mode);
    } else if (unpin !== undefined) pin([]);
    else if (choose) {
      show("one");
      page.choose(choose);
      $(".modes").scrollIntoView({ block: "start" });
    }
  }

  root.addEventListener("click", press);
  root.addEventListener("change", (event) => {
    if (!event.target.matches("[data-pin]")) return;
    const name = event.target.dataset.pin, others = variants.pinned().filter((each) => each !== name);
    pin(event.target.checked ? [...others, name] : others);
  });
  root.addEventListener("painted", ({ detail }) => {
    answered = detail.ok;
    paint();
  });

  return {
    // The letters have changed: nothing of the old ones may stay in sight.
    stale() {
      variants.stale(page.question());
      pair.stale();
    },
    keep() {
      state.keep("mode", () => (mode === "one" ? null : mode), show);
      variants.keep();
      pair.keep();
      state.keep("kept", () => kept && brought(kept), async (value) => {
        kept = value && (await page.recalled(value));
        paint();
      });
    },
  };
}

// Letters that the server can write again are kept as what brings them back.
function brought({ letters, from, options }) {
  return from ? { from, options } : { letters, options };
}
