// @ts-check
// Puts new HTML where older HTML stands, and touches only what differs. So the keyboard's place, what is scrolled, open or
// being played stays where a visitor left it, and the browser lays out again only what has changed. What a script has added
// to it, and marked as `data-added`, stays too. morphdom and Idiomorph are ten to twenty times as long, and would have to be
// told all this by callbacks.

/** Alike nodes stand for the same part; what has a name is that part alone. @param {Node} one @param {Node} other */
function alike(one, other) {
  return one.nodeName === other.nodeName && /** @type {any} */ (one).id === /** @type {any} */ (other).id;
}

/** Whether one of a node and those after it is like another. @param {Node | null} from @param {Node} other */
function someLike(from, other) {
  while (from && !alike(from, other)) from = from.nextSibling;
  return from !== null;
}

/** What is open stays open, and what was closed stays closed. @param {Element} now @param {Element} next */
function takeAttributes(now, next) {
  for (const { name, value } of next.attributes) if (name !== "open" && now.getAttribute(name) !== value) now.setAttribute(name, value);
  if (now.attributes.length === next.attributes.length) return;
  for (const { name } of [...now.attributes]) if (name !== "open" && !next.hasAttribute(name)) now.removeAttribute(name);
}

/** @param {Node} now @param {Node} next */
function become(now, next) {
  if (!(now instanceof Element)) return void (now.nodeValue !== next.nodeValue && (now.nodeValue = next.nodeValue));
  takeAttributes(now, /** @type {Element} */ (next));
  children(now, next);
}

/** What is not wanted any more makes room; what is new goes before what comes later. @param {Element} now @param {Node} next */
function children(now, next) {
  let at = drawn(now.firstChild);
  for (let node = next.firstChild, following; node; node = following) {
    following = node.nextSibling;
    while (at && !alike(at, node) && !someLike(following, at)) at = removed(at);
    if (at && alike(at, node)) {
      become(at, node);
      at = drawn(at.nextSibling);
    } else now.insertBefore(node, at);
  }
  while (at) at = removed(at);
}

/** The first that no script has added. @param {ChildNode | null} node @returns {ChildNode | null} */
function drawn(node) {
  return node instanceof Element && node.hasAttribute("data-added") ? drawn(node.nextSibling) : node;
}

/** @param {ChildNode} node @returns {ChildNode | null} the one after it */
function removed(node) {
  const next = drawn(node.nextSibling);
  node.remove();
  return next;
}

/**
 * Says to all around it that it was "repainted".
 * @param {Element} place
 * @param {string} html
 */
export function repaint(place, html) {
  const made = document.createElement("template");
  made.innerHTML = html;
  children(place, made.content);
  place.dispatchEvent(new CustomEvent("repainted", { bubbles: true }));
}
