// @ts-check
// The building blocks: a dialog whose card is asked for when it is opened, with the letters of the pad.

import { all, aria, fieldOf, hit, input, json, maybe, one, within } from "../js/dom.js";
import { fillMaps, makeMaps } from "./attention/maps.js";

/** Shows one step of a card. @param {HTMLElement} card @param {number} next */
function show(card, next) {
  const slider = input(card, "[data-walk]"), names = json(slider, "walk"), last = names.length - 1;
  const at = within(next, 0, last);
  for (const part of all(card, "[data-moment]")) part.hidden = Number(part.dataset.moment) !== at;
  for (const stop of all(card, "[data-go-to]")) aria(stop, "current", Number(stop.dataset.goTo) === at ? "step" : "false");
  for (const end of all(card, "[data-move]")) /** @type {HTMLButtonElement} */ (end).disabled = at === (Number(end.dataset.move) < 0 ? 0 : last);
  slider.value = String(at);
  slider.style.setProperty("--share", String(at / Math.max(1, last)));
  aria(slider, "valuetext", names[at]);
  one(card, ".walk output").textContent = names[at];
  one(card, ".moments").style.setProperty("--at", String(at / Math.max(1, last)));
}

/** What the address holds: a block, and the part of the model that it is opened from. @typedef {{ name: string, part: string }} Opened */

/** Whether an address can mean it. @param {any} kept @returns {kept is Opened} */
export function isBlock(kept) {
  return Boolean(kept) && typeof kept.name === "string" && typeof kept.part === "string";
}

/**
 * @param {HTMLElement} root
 * @param {import("../js/state.js").State} state
 * @param {(asked: object) => Promise<any>} fetchBlock
 * @param {() => { offline: string }} question what the pad holds, and what to say without an answer
 */
export function makeBlocks(root, state, fetchBlock, question) {
  const dialog = () => /** @type {HTMLDialogElement} */ (one(root, "#block"));
  const isOpen = () => maybe(root, "#block[open]") !== null;
  let asked = 0;
  /** @type {Opened | null} */
  let opened = null;

  /** @param {string} html */
  function paint(html) {
    const body = one(dialog(), ".body");
    body.innerHTML = html;
    fillMaps(body);
    const slider = maybe(body, "[data-walk]");
    if (slider) show(body, Number(input(body, "[data-walk]").value));
    dialog().scrollTop = 0;
    maybe(body, '[data-block][aria-pressed="true"]')?.focus();
  }

  /** @param {Opened} next */
  async function open(next) {
    const mine = ++asked, now = question();
    if (!isOpen()) {
      one(dialog(), ".body").replaceChildren();
      dialog().showModal();
    }
    opened = next;
    state.changed();
    aria(dialog(), "busy", true);
    const reply = (await fetchBlock({ ...now, block: next.name, part: next.part }).catch(() => null)) ?? { error: now.offline };
    if (mine !== asked) return true;
    aria(dialog(), "busy", false);
    one(dialog(), ".trouble").textContent = reply.error ?? "";
    if (reply.html) paint(reply.html);
    return !reply.error;
  }

  /** What cannot be is refused. @param {unknown} kept */
  async function restore(kept) {
    const there = isBlock(kept) && (await open(kept));
    if (!there && isOpen()) dialog().close();
    return there;
  }

  makeMaps(root);
  root.addEventListener("click", (event) => {
    const pressed = hit(event, "[data-block], #block [data-shut], #block [data-move], #block [data-go-to], #block");
    if (!pressed) return;
    const { block, ofPart, move, goTo } = pressed.dataset;
    if (block) open({ name: block, part: ofPart ?? "" });
    else if (move) show(one(dialog(), ".body"), Number(input(dialog(), "[data-walk]").value) + Number(move));
    else if (goTo) show(one(dialog(), ".body"), Number(goTo));
    else if (pressed.dataset.shut !== undefined || event.target === dialog()) dialog().close();
  });
  root.addEventListener("input", (event) => {
    const slider = fieldOf(event, "#block [data-walk]");
    if (slider) show(one(dialog(), ".body"), Number(slider.value));
  });
  root.addEventListener("close", (event) => void (event.target === dialog() && state.changed()), true);

  return { keep: () => state.keep("block", () => (isOpen() ? opened : null), restore) };
}
