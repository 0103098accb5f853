// @ts-check
// Two answers in full beside each other. The panel whose difference shows stays chosen from answer to answer.

import { all, fieldOf, menu, offers } from "../js/dom.js";
import { repaint } from "../js/repaint.js";

/** @param {string} sentence */
function sorry(sentence) {
  const paragraph = document.createElement("p");
  paragraph.className = "slip";
  paragraph.textContent = sentence;
  return paragraph;
}

/**
 * @param {HTMLElement} root
 * @param {import("../js/state.js").State} state
 * @param {(asked: object) => Promise<any>} ask
 * @param {() => Record<string, string>} words
 */
export function makePair(root, state, ask, words) {
  /** @type {string | null} */
  let panel = null;
  /** What was asked for last in each box, so that an answer to anything older is not painted.
   *  @type {WeakMap<HTMLElement, string | null>} */
  const asked = new WeakMap();
  const boxes = () => all(root, ".abreast");

  /** @param {HTMLElement} box @param {object | null} question @param {string} before said before what is wrong */
  async function show(box, question, before = "") {
    const wanted = JSON.stringify(question);
    if (asked.get(box) === wanted && (!question || box.firstChild)) return;
    asked.set(box, wanted);
    if (!question) return box.replaceChildren();
    const reply = (await ask(question).catch(() => null)) ?? { error: words().offline };
    if (asked.get(box) !== wanted) return;
    box.classList.remove("unanswered");
    if (reply.html) repaint(box, reply.html);
    else box.replaceChildren(sorry(`${before} ${reply.error}`));
    choose(box);
  }

  function stale() {
    for (const box of boxes()) {
      asked.set(box, null);
      box.classList.add("unanswered");
    }
  }

  /** @param {HTMLElement} box */
  function choose(box) {
    const of = menu(box, "[data-difference]");
    if (!of) return;
    if (offers(of, panel)) of.value = String(panel);
    for (const part of all(box, "[data-difference-of]")) part.hidden = part.dataset.differenceOf !== of.value;
  }

  root.addEventListener("change", (event) => {
    const of = fieldOf(event, "[data-difference]");
    if (!of) return;
    panel = of.value;
    boxes().forEach(choose);
    state.changed();
  });

  return {
    show, stale,
    keep: () => state.keep("difference", () => panel, (name) => {
      panel = name;
      boxes().forEach(choose);
    }),
  };
}
