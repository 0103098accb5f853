// A header sorts its table; pressed again, the other way round.

export function makeSorting(root) {
  function order(button) {
    const head = button.closest("th"), rows = [...head.closest("table").tBodies[0].rows], n = Number(button.dataset.sort);
    const turned = { ascending: "descending", descending: "ascending" }[head.getAttribute("aria-sort")] ?? button.dataset.first;
    for (const other of head.closest("thead").querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", turned);
    rows.sort((one, other) => compared(one.cells[n].dataset.value, other.cells[n].dataset.value, turned));
    head.closest("table").tBodies[0].append(...rows);
  }

  // Rows without a value stay at the end whichever way the others are sorted.
  function compared(one, other, way) {
    if (one === undefined || other === undefined) return (one === undefined) - (other === undefined);
    const numbers = Number(one) - Number(other);
    return (Number.isNaN(numbers) ? one.localeCompare(other) : numbers) * (way === "ascending" ? 1 : -1);
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-sort]");
    if (button) order(button);
  });
}
