// @ts-check
// Says that the page did not come. It is no module, as it stands in front of start.js, in a function, and also in the page's head:
// what does not come may be Gradio's own script.

/** @typedef {{ loading: string, failed: string, again: string, down: string, full: string, place: string }} Opening */

/** In the visitor's language. @param {Record<string, Opening>} texts */
function spoken(texts) {
  return texts[navigator.language.slice(0, 2)] ?? texts.en;
}

/** Says that the page did not come, with a button. @param {Element} place @param {Opening} texts */
function unloaded(place, { failed, again }) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", textContent: again, onclick: () => location.reload() });
  place.setAttribute("role", "alert");
  place.replaceChildren(failed, " ", button);
}

/** @param {Record<string, Opening>} texts @param {number} patience milliseconds */
function expectGradio(texts, patience) {
  setTimeout(() => {
    if (document.querySelector(".sd")) return;
    const place = document.createElement("p");
    place.className = "unloaded"; // the style sheet hides it if the page comes after all
    document.body.prepend(place);
    unloaded(place, spoken(texts));
  }, patience);
}
