// @ts-check
// Loads the page's modules. It is no module, as Gradio runs it as the body of a function when the page is there: where a module
// fails to come on a slow line, it is here already, and asks for all of them again under another address.

/**
 * @param {HTMLElement} element what Gradio made for the page
 * @param {string[]} attempts where the first module is, relative to the page, one address for each attempt
 * @param {Record<string, Opening>} texts by language
 * @param {number} patience milliseconds for the modules to come
 */
async function start(element, attempts, texts, patience) {
  const told = spoken(texts), waiting = /** @type {HTMLElement} */ (element.querySelector(".waiting"));
  const note = /** @type {HTMLElement} */ (element.querySelector("#offline"));
  const { down, full, place } = told, failed = () => unloaded(waiting, told);
  /** @param {number} time */
  const later = (time) => new Promise((resolve) => setTimeout(resolve, time));
  waiting.textContent = told.loading;
  Object.assign(note.dataset, { down, full, place });
  for (const [n, address] of attempts.entries()) {
    const module = import(new URL(address, document.baseURI).href).catch(() => null);
    const page = await Promise.race([module, later(patience)]);
    if (page) return page.start(element, failed);
    await later(1000 * 2 ** n);
  }
  failed();
}
