// The dialog from which a page is passed on: its address, as text and as a QR code, with a teacher's locks; code to embed it.

import { SVG } from "../js/ink.js";
import { generate } from "../js/vendor/lean-qr.js";

const MOST_IN_QR = 900; // characters: with more, the squares are too small for a phone on the other side of a room

export function makeShare(root, address, locks) {
  const $ = (selector) => root.querySelector(`#share ${selector}`);
  const $$ = (selector) => [...root.querySelectorAll(`#share ${selector}`)];

  function open() {
    const { lock, hide } = locks.values();
    for (const box of $$("[data-limit]")) box.checked = [lock, hide].flat().includes(box.value);
    for (const button of $$("[data-send]")) button.hidden = !navigator.share;
    $("[data-drawn]").checked = true;
    root.querySelector("#share").showModal();
    show();
  }

  function limits(more = {}) {
    const all = { lock: [], hide: [], ...more };
    for (const box of $$("[data-limit]:checked")) all[box.dataset.limit].push(box.value);
    return Object.fromEntries(Object.entries(all).filter(([, names]) => names.length)
      .map(([name, names]) => [name, names.length > 1 ? names : names[0]]));
  }

  function show() {
    const whole = address.link(limits()), short = address.link(limits(), false);
    const text = $("[data-drawn]").checked ? whole : short, fits = text.length <= MOST_IN_QR;
    $("[data-link]").value = text;
    $(".drawn").hidden = whole === short || whole.length <= MOST_IN_QR;
    $(".too-long").hidden = fits;
    $(".code").hidden = !fits;
    if (fits) $(".code svg").replaceWith(codeOf(text));
    $("[data-embedding]").value = embedding(address.link(limits({ embed: [1] }), $("[data-drawn]").checked));
    $(".copied").textContent = "";
  }

  // Dark squares on white, also in the dark, with the margin of four squares that readers need.
  function codeOf(text) {
    const code = generate(text), svg = document.createElementNS(SVG, "svg"), path = document.createElementNS(SVG, "path");
    const squares = Array.from({ length: code.size ** 2 }, (_, n) => [n % code.size, Math.floor(n / code.size)]);
    path.setAttribute("d", squares.filter(([x, y]) => code.get(x, y)).map(([x, y]) => `M${x} ${y}h1v1h-1z`).join(""));
    svg.setAttribute("viewBox", `-4 -4 ${code.size + 8} ${code.size + 8}`);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", $(".code").dataset.label);
    svg.append(path);
    return svg;
  }

  // The page inside tells its height; where scripts are not allowed, the height that stands there holds.
  function embedding(link) {
    const frame = `<iframe src="${link}" title="${document.title}" style="width:100%;height:60em;border:0"></iframe>`;
    return `${frame}\n<script>addEventListener("message", (e) => e.data.seqdemo && document.querySelectorAll("iframe").forEach((f) => ` +
      `f.contentWindow === e.source && (f.style.height = e.data.seqdemo + "px")))</script>`;
  }

  // Without a certificate, as on a school's own network, browsers have no clipboard; then the old command does it.
  async function copy(field) {
    field.select();
    const done = await (navigator.clipboard?.writeText(field.value).then(() => true, () => false) ?? document.execCommand("copy"));
    $(".copied").textContent = $(".copied").dataset[done ? "done" : "failed"];
  }

  function enlarge() {
    const code = $(".code");
    if (document.fullscreenElement) document.exitFullscreen();
    else if (code.requestFullscreen) code.requestFullscreen().catch(() => code.classList.add("whole"));
    else code.classList.toggle("whole");
  }

  root.addEventListener("click", (event) => {
    const part = event.target.closest("[data-pass], #share button, #share .code svg, #share");
    if (!part) return;
    if (part.matches("[data-pass]")) open();
    else if (part.dataset.copy) copy($(part.dataset.copy));
    else if (part.matches("[data-send]")) navigator.share({ title: document.title, url: $("[data-link]").value }).catch(() => {});
    else if (part.matches("[data-enlarge], svg")) enlarge();
    else if (part.matches("[data-close]") || event.target.id === "share") root.querySelector("#share").close();
  });
  root.addEventListener("change", (event) => event.target.closest("#share fieldset, #share .drawn") && show());
  root.addEventListener("cancel", (event) => {
    if (!root.querySelector("#share .whole")) return;
    event.preventDefault();
    enlarge();
  }, true);
}
