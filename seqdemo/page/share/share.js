// @ts-check
// The dialog from which a page is passed on: its address, as text and as a QR code, with a teacher's locks; code to embed it.

import { all, hit, input, inputs, maybe, one, svg } from "../js/dom.js";
import { generate } from "../js/vendor/lean-qr.js";

const MOST_IN_QR = 900; // characters: with more, the squares are too small for a phone on the other side of a room
const MARGIN = 4; // squares that readers need around the code

/**
 * The page inside tells its height; where scripts are not allowed, the height that stands there holds.
 * @param {string} link
 * @param {string} title
 */
export function embedding(link, title) {
  const frame = `<iframe src="${link}" title="${title}" style="width:100%;height:60em;border:0"></iframe>`;
  return `${frame}\n<script>addEventListener("message", (e) => e.data.seqdemo && document.querySelectorAll("iframe").forEach((f) => ` +
    `f.contentWindow === e.source && (f.style.height = e.data.seqdemo + "px")))</script>`;
}

/** Whether a host's name means the very computer that asks. @param {string} host */
export function isOwn(host) {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(host);
}

/** Dark squares on white, also in the dark. @param {string} text @param {string} label */
export function codeOf(text, label) {
  const code = generate(text), side = code.size + 2 * MARGIN;
  const picture = svg("svg", { viewBox: `${-MARGIN} ${-MARGIN} ${side} ${side}`, role: "img", "aria-label": label });
  const squares = Array.from({ length: code.size ** 2 }, (_, n) => [n % code.size, Math.floor(n / code.size)]);
  const dark = squares.filter(([x, y]) => code.get(x, y)).map(([x, y]) => `M${x} ${y}h1v1h-1z`);
  picture.append(svg("path", { d: dark.join("") }));
  return picture;
}

/**
 * Whether a text came into the clipboard. Without a certificate, as on a school's own network, browsers have none; then
 * the old command copies what is selected.
 * @param {string} text
 * @param {HTMLElement} place where something can be selected
 */
export async function copied(text, place) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text).then(() => true, () => false);
  const field = document.createElement("textarea");
  field.value = text;
  place.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

export class Share {
  #root;
  #address;
  #locks;
  #dialog = () => /** @type {HTMLDialogElement} */ (one(this.#root, "#share"));
  #part = (/** @type {string} */ selector) => one(this.#dialog(), selector);
  #drawn = () => input(this.#dialog(), "[data-drawn]");

  /**
   * @param {HTMLElement} root
   * @param {import("../shell/address.js").Address} address
   * @param {import("./locks.js").Locks} locks
   */
  constructor(root, address, locks) {
    this.#root = root;
    this.#address = address;
    this.#locks = locks;
    this.#root.addEventListener("click", (event) => {
      const pressed = hit(event, "[data-pass], #share button, #share .code svg, #share");
      if (!pressed) return;
      if (pressed.matches("[data-pass]")) this.#open();
      else if (pressed.dataset.copy) this.#copy(input(this.#dialog(), pressed.dataset.copy));
      else if (pressed.matches("[data-send]")) this.#send();
      else if (pressed.matches("[data-enlarge], svg")) this.#enlarge();
      else if (pressed.matches("[data-close]") || event.target === this.#dialog()) this.#dialog().close();
    });
    this.#root.addEventListener("change", (event) => {
      if (hit(event, "#share fieldset, #share .drawn")) this.#show();
    });
    this.#root.addEventListener("cancel", (event) => {
      if (!maybe(this.#root, "#share .whole")) return;
      event.preventDefault();
      this.#enlarge();
    }, true);
  }

  #open = () => {
    const { lock, hide } = this.#locks.values();
    for (const box of inputs(this.#dialog(), "[data-limit]")) box.checked = [lock, hide].flat().includes(box.value);
    for (const button of all(this.#dialog(), "[data-send]")) button.hidden = !("share" in navigator);
    this.#drawn().checked = true;
    this.#part(".own").hidden = !isOwn(location.hostname);
    this.#dialog().showModal();
    this.#show();
  };

  /** @param {Record<string, unknown>} more */
  #limits = (more = {}) => {
    const told = /** @type {Record<string, any[]>} */ ({ lock: [], hide: [], ...more });
    for (const box of inputs(this.#dialog(), "[data-limit]:checked")) told[box.dataset.limit ?? ""].push(box.value);
    return Object.fromEntries(Object.entries(told).filter(([, names]) => names.length)
      .map(([name, names]) => [name, names.length > 1 ? names : names[0]]));
  };

  #show = () => {
    const whole = this.#address.link(this.#limits()), short = this.#address.link(this.#limits(), false);
    const text = this.#drawn().checked ? whole : short, fits = text.length <= MOST_IN_QR, code = this.#part(".code");
    input(this.#dialog(), "[data-link]").value = text;
    this.#part(".drawn").hidden = whole === short || whole.length <= MOST_IN_QR;
    this.#part(".too-long").hidden = fits;
    code.hidden = !fits;
    if (fits) one(code, "svg").replaceWith(codeOf(text, code.dataset.label ?? ""));
    const inner = this.#address.link(this.#limits({ embed: [1] }), this.#drawn().checked);
    input(this.#dialog(), "[data-embedding]").value = embedding(inner, document.title);
    this.#part(".copied").textContent = "";
  };

  /** @param {HTMLInputElement} field */
  #copy = async (field) => {
    const done = await copied(field.value, this.#dialog());
    field.select();
    this.#part(".copied").textContent = this.#part(".copied").dataset[done ? "done" : "failed"] ?? "";
  };

  #enlarge = () => {
    const code = this.#part(".code");
    if (document.fullscreenElement) document.exitFullscreen();
    else if (code.requestFullscreen) code.requestFullscreen().catch(() => code.classList.add("whole"));
    else code.classList.toggle("whole");
  };

  #send = () => {
    navigator.share({ title: document.title, url: input(this.#dialog(), "[data-link]").value }).catch(() => {});
  };
}
