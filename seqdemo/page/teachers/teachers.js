// @ts-check
// The links of the page for teachers: written for where the page is served, their codes drawn when they are asked for.

import { all, hit, json, maybe, one } from "../js/dom.js";
import { codeOf, copied } from "../share/share.js";
import { written } from "../shell/address.js";

/**
 * @param {HTMLElement} root
 * @param {() => { lang: string, texts: Record<string, string> }} page
 */
export function makeTeachers(root, page) {
  root.addEventListener("click", (event) => {
    const button = hit(event, "#teachers button");
    if (button?.dataset.print !== undefined) window.print();
    else if (button?.dataset.copyLink !== undefined) copy(button);
  });
  root.addEventListener("toggle", (event) => {
    const shown = /** @type {HTMLDetailsElement | null} */ (hit(event, "#teachers details"));
    if (!shown?.open) return;
    const link = /** @type {HTMLAnchorElement} */ (one(/** @type {HTMLElement} */ (shown.parentElement), "a"));
    one(shown, ".qr").replaceChildren(codeOf(link.href, shown.dataset.label ?? ""));
  }, true);

  /** @param {HTMLElement} button */
  async function copy(button) {
    const link = /** @type {HTMLAnchorElement} */ (one(/** @type {HTMLElement} */ (button.parentElement), "a"));
    if (await copied(link.href, root)) button.textContent = page().texts["share.copied"];
  }

  return () => {
    if (!maybe(root, "#teachers")) return;
    const here = location.href.split("#")[0];
    for (const link of /** @type {HTMLAnchorElement[]} */ (all(root, "#teachers [data-values]"))) {
      link.href = here + written({ ...json(link, "values"), lang: page().lang });
    }
  };
}
