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

/** Dark squares on white, also in the dark. @param {string} text @param {string} label */
function codeOf(text, label) {
  const code = generate(text), side = code.size + 2 * MARGIN;
  const picture = svg("svg", { viewBox: `${-MARGIN} ${-MARGIN} ${side} ${side}`, role: "img", "aria-label": label });
  const squares = Array.from({ length: code.size ** 2 }, (_, n) => [n % code.size, Math.floor(n / code.size)]);
  const dark = squares.filter(([x, y]) => code.get(x, y)).map(([x, y]) => `M${x} ${y}h1v1h-1z`);
  picture.append(svg("path", { d: dark.join("") }));
  return picture;
}

/**
 * @param {HTMLElement} root
 * @param {import("../shell/address.js").Address} address
 * @param {import("./locks.js").Locks} locks
 */
export function makeShare(root, address, locks) {
  const dialog = () => /** @type {HTMLDialogElement} */ (one(root, "#share"));
  const part = (/** @type {string} */ selector) => one(dialog(), selector);
  const drawn = () => input(dialog(), "[data-drawn]");

  function open() {
    const { lock, hide } = locks.values();
    for (const box of inputs(dialog(), "[data-limit]")) box.checked = [lock, hide].flat().includes(box.value);
    for (const button of all(dialog(), "[data-send]")) button.hidden = !("share" in navigator);
    drawn().checked = true;
    dialog().showModal();
    show();
  }

  /** @param {Record<string, unknown>} more */
  function limits(more = {}) {
    const told = /** @type {Record<string, any[]>} */ ({ lock: [], hide: [], ...more });
    for (const box of inputs(dialog(), "[data-limit]:checked")) told[box.dataset.limit ?? ""].push(box.value);
    return Object.fromEntries(Object.entries(told).filter(([, names]) => names.length)
      .map(([name, names]) => [name, names.length > 1 ? names : names[0]]));
  }

  function show() {
    const whole = address.link(limits()), short = address.link(limits(), false);
    const text = drawn().checked ? whole : short, fits = text.length <= MOST_IN_QR, code = part(".code");
    input(dialog(), "[data-link]").value = text;
    part(".drawn").hidden = whole === short || whole.length <= MOST_IN_QR;
    part(".too-long").hidden = fits;
    code.hidden = !fits;
    if (fits) one(code, "svg").replaceWith(codeOf(text, code.dataset.label ?? ""));
    const inner = address.link(limits({ embed: [1] }), drawn().checked);
    input(dialog(), "[data-embedding]").value = embedding(inner, document.title);
    part(".copied").textContent = "";
  }

  /** Without a certificate, as on a school's own network, browsers have no clipboard; then the old command does it.
   *  @param {HTMLInputElement} field */
  async function copy(field) {
    field.select();
    const done = await (navigator.clipboard?.writeText(field.value).then(() => true, () => false) ?? document.execCommand("copy"));
    part(".copied").textContent = part(".copied").dataset[done ? "done" : "failed"] ?? "";
  }

  function enlarge() {
    const code = part(".code");
    if (document.fullscreenElement) document.exitFullscreen();
    else if (code.requestFullscreen) code.requestFullscreen().catch(() => code.classList.add("whole"));
    else code.classList.toggle("whole");
  }

  function send() {
    navigator.share({ title: document.title, url: input(dialog(), "[data-link]").value }).catch(() => {});
  }

  root.addEventListener("click", (event) => {
    const pressed = hit(event, "[data-pass], #share button, #share .code svg, #share");
    if (!pressed) return;
    if (pressed.matches("[data-pass]")) open();
    else if (pressed.dataset.copy) copy(input(dialog(), pressed.dataset.copy));
    else if (pressed.matches("[data-send]")) send();
    else if (pressed.matches("[data-enlarge], svg")) enlarge();
    else if (pressed.matches("[data-close]") || event.target === dialog()) dialog().close();
  });
  root.addEventListener("change", (event) => {
    if (hit(event, "#share fieldset, #share .drawn")) show();
  });
  root.addEventListener("cancel", (event) => {
    if (!maybe(root, "#share .whole")) return;
    event.preventDefault();
    enlarge();
  }, true);
}
