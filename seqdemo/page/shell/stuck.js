// How much of the top of the window is taken, in pixels, by what stays in sight while the page scrolls to a part of it.
// A bar only stays in sight as long as what it stands in does.
export function stuckAbove(root, part) {
  const stays = (bar) => getComputedStyle(bar).position === "sticky" && !bar.contains(part) && bar.parentNode.contains(part);
  return [...root.querySelectorAll("#results :is(.stage, .controls)")].find(stays)?.offsetHeight ?? 0;
}
