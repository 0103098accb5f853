// @ts-check
// Runs as the body of a function that Gradio calls when the page is there, so it is no module itself. It loads the page's
// modules; on a slow line one may fail to come, and then they are asked for again under another address.

/**
 * @param {HTMLElement} element what Gradio made for the page
 * @param {object} server the functions that answer
 * @param {string[]} attempts where the first module is, relative to the page, one address for each attempt
 * @param {Record<string, string>} failed what to say when none of them works, by language
 */
async function start(element, server, attempts, failed) {
  for (const address of attempts) {
    const page = await import(new URL(address, document.baseURI).href).catch(() => null);
    if (page) return page.start(element, server);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  const place = element.querySelector(".waiting");
  if (place) place.textContent = failed[navigator.language.slice(0, 2)] ?? failed.en;
}
