// The number of a heat-map cell, on hover, touch or with the arrow keys.

export function makeTip(root) {
  const tip = () => root.querySelector("#tip");
  let cell = null;

  function show(next) {
    cell?.classList.remove("looked");
    cell = next;
    if (!tip()) return;
    tip().hidden = !cell;
    if (!cell) return;
    cell.classList.add("looked");
    const table = cell.closest("table"), letter = cell.parentNode.querySelector("th").textContent;
    const column = table.tHead.rows[0].cells[cell.cellIndex].textContent;
    tip().textContent = `${column} · ${letter}: ${cell.dataset.p}`;
    const at = cell.getBoundingClientRect();
    const left = Math.min(innerWidth - tip().offsetWidth - 8, Math.max(8, at.left + at.width / 2 - tip().offsetWidth / 2));
    tip().style.transform = `translate(${left}px, ${at.top - tip().offsetHeight - 6}px)`;
  }

  const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

  function key(event) {
    const table = event.target.closest?.("table.heat");
    if (!table) return;
    if (event.key === "Escape") return show(null);
    if (!(event.key in MOVES)) return;
    event.preventDefault();
    const shown = [...table.tBodies].find((each) => !each.hidden), body = shown.rows, from = cell?.closest("table") === table ? cell : shown.querySelector("td.best, td[data-p]");
    const [down, right] = from === cell ? MOVES[event.key] : [0, 0];
    const row = body[Math.max(0, Math.min(body.length - 1, from.parentNode.sectionRowIndex + down))];
    show(row.cells[Math.max(1, Math.min(row.querySelectorAll("td[data-p]").length, from.cellIndex + right))]);
  }

  root.addEventListener("pointerover", (event) => show(event.target.closest?.("table.heat tbody td[data-p]") || null));
  root.addEventListener("pointerleave", () => show(null));
  root.addEventListener("focusout", () => show(null));
  root.addEventListener("keydown", key);
  addEventListener("scroll", () => show(null), { passive: true });
  return show;
}
