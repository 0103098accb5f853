// @ts-check
// Takes what is shown along: asks the server for a file and hands it to the browser.

import { aria, filled, heard, hit, maybe, one } from "../js/dom.js";

const KEPT_FOR = 10_000; // milliseconds after which the browser may forget the file

/** @param {{ name: string, type: string, base64: string }} file */
function keep({ name, type, base64 }) {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR);
}

/** A way to the numbers of a table, beside its help. @param {string} panel @param {string} label */
function csvButton(panel, label) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "csv", textContent: "CSV" });
  Object.assign(button.dataset, { kind: "csv", panel, added: "" });
  aria(button, "label", label);
  return button;
}

/**
 * @param {HTMLElement} root
 * @param {(asked: object) => Promise<any>} fetchFile
 * @param {() => object} question
 */
export function makeDownloads(root, fetchFile, question) {
  const menu = () => /** @type {HTMLDetailsElement | null} */ (maybe(root, ".keep details"));

  /** @param {HTMLButtonElement} button */
  async function save(button) {
    const { kind, panel = null } = button.dataset, dark = Boolean(root.closest(".dark"));
    button.disabled = true;
    aria(button, "busy", true);
    const reply = (await fetchFile({ ...question(), kind, panel, dark }).catch(() => null)) ?? {};
    button.disabled = false;
    button.removeAttribute("aria-busy");
    if (reply.name) keep(reply);
    tell(reply);
    if (!panel) menu()?.removeAttribute("open");
    button.focus();
  }

  /** @param {{ name?: string, error?: string }} reply */
  function tell({ name, error }) {
    const said = one(root, "#saved");
    said.textContent = name ? filled(said.dataset.done ?? "", { name }) : (error ?? said.dataset.failed ?? "");
  }

  /** @param {{ panels?: string[] }} answer */
  function offer({ panels = [] }) {
    const place = maybe(root, ".keep");
    if (!place) return;
    place.hidden = !panels.length;
    for (const id of panels) {
      const section = maybe(root, `#panel-${id}`), title = section && maybe(section, ".heading h2");
      if (!title) continue;
      const label = filled(place.dataset.csv ?? "", { title: section.ariaLabel ?? "" }), before = maybe(section, ".heading .csv");
      if (before) aria(before, "label", label);
      else title.after(csvButton(id, label));
    }
  }

  heard(root, "painted", offer);
  root.addEventListener("click", (event) => {
    const button = hit(event, ".keep [data-kind], .csv");
    if (button) save(/** @type {HTMLButtonElement} */ (button));
    else if (!hit(event, ".keep")) menu()?.removeAttribute("open");
  });
  root.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && hit(event, ".keep details[open]");
    if (!open) return;
    open.removeAttribute("open");
    one(open, "summary").focus();
  });
}
