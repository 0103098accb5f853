// What a visitor changes on the way to the answer: as what a letter is read, where a step looks, and how to take it back.

export function makeChanges(root, pad, ask, showTip) {
  let read = {}, look = {}, step = 0, pressed = null;
  const $ = (selector) => root.querySelector(`#results ${selector}`);
  const $$ = (selector) => [...root.querySelectorAll(`#results ${selector}`)];
  const some = (told) => Object.keys(told).length > 0;

  // A number that is set twice is taken back.
  function set(told, at, value) {
    const again = JSON.stringify(told[at]) === JSON.stringify(value);
    if (again) delete told[at];
    else told[at] = value;
    ask();
  }

  function press(cell) {
    const table = cell.closest("table"), head = table.tHead.rows[0].cells[cell.cellIndex], row = cell.parentNode;
    if (table.dataset.sets === "read") return set(read, cell.cellIndex - 1, row.querySelector("th").textContent);
    const image = Number(head.querySelector("span").textContent) - 1;
    set(look, Number(row.dataset.step), pad.letters().map((_, n) => (n === image ? 1 : 0)));
  }

  function click(event) {
    const back = event.target.closest?.("[data-back]");
    if (back) return takeBack(back.dataset.back, Number(back.dataset.at));
    const cell = event.target.closest?.("#results table[data-sets] tbody td[data-p]");
    if (cell) press(cell);
  }

  // The cell that the arrow keys have come to; after the answer it is the one that is looked at again.
  function key(event) {
    const table = event.target.closest?.("#results table[data-sets]"), cell = table?.querySelector("td.looked");
    if (!cell || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    pressed = { section: table.closest("section").id, row: cell.parentNode.sectionRowIndex, at: cell.cellIndex };
    press(cell);
  }

  function takeBack(kind, at) {
    if (kind === "all") {
      end();
      pad.restore();
    } else if (kind === "order") pad.sort();
    else if (kind === "read" || kind === "look") {
      delete { read, look }[kind][at];
      ask();
    } else pad.retune(at, kind);
    root.querySelector("#pad svg").focus({ preventScroll: true });
  }

  const sliders = () => $$("[data-share]");

  // The sliders stand where the present step looks.
  function follow({ detail }) {
    step = detail;
    const body = [...($("table[data-sets='look']")?.tBodies ?? [])].find((each) => !each.hidden);
    if (!body || !sliders().length) return;
    const shares = body.dataset.shares.split(",")[step]?.split(" ").map((share) => share / 1000) ?? [];
    sliders().forEach((slider, n) => (slider.value = Math.round(100 * (shares[n] ?? 0))));
    const told = $(".of-step");
    told.textContent = told.dataset.told.replace("{n}", step + 1).replace("{symbol}", body.rows[step]?.cells[0].textContent ?? "");
    weigh();
  }

  function weigh() {
    const total = sliders().reduce((sum, slider) => sum + Number(slider.value), 0);
    for (const slider of sliders()) {
      const share = total ? slider.value / total : 0;
      slider.style.setProperty("--share", slider.value / 100);
      slider.closest("li").querySelector("output").textContent = `${Math.round(100 * share)} %`;
    }
    return total;
  }

  // The table is drawn anew with every answer, so it waits until the slider is let go.
  function slide(event) {
    if (!event.target.matches?.("[data-share]")) return;
    const total = weigh();
    if (event.type === "input" || !total) return;
    look[step] = sliders().map((slider) => Math.round((1000 * slider.value) / total) / 1000);
    pressed = { share: event.target.dataset.share };
    ask();
  }

  function painted() {
    if (pressed?.share) $(`[data-share="${pressed.share}"]`)?.focus({ preventScroll: true });
    else if (pressed) {
      const table = $(`#${pressed.section} table[data-sets]`) ?? root.querySelector(`#${pressed.section} table[data-sets]`);
      table?.focus({ preventScroll: true });
      const body = [...(table?.tBodies ?? [])].find((each) => !each.hidden), cell = body?.rows[pressed.row]?.cells[pressed.at];
      if (cell) showTip(cell);
    }
    pressed = null;
  }

  function end() {
    [read, look] = [{}, {}];
  }

  root.addEventListener("click", click);
  root.addEventListener("keydown", key);
  root.addEventListener("input", slide);
  root.addEventListener("change", slide);
  root.addEventListener("step", follow);
  root.addEventListener("painted", painted);

  return {
    options: () => ({ ...(some(read) && { read }), ...(some(look) && { look }) }),
    // Other letters: what was changed of those before has no meaning any more.
    end,
    get() {
      const all = { ...pad.changes(), ...this.options() };
      return some(all) ? all : null;
    },
    // Takes back what `get` gave; what makes no sense for these letters is left out and answered with false.
    set(value) {
      const { read: told = {}, look: sent = {}, ...altered } = value ?? {}, count = pad.letters().length;
      const fits = Object.entries(told).every(([at, letter]) => at < count && /^[A-Z]$/.test(letter)) &&
        Object.values(sent).every((shares) => Array.isArray(shares) && shares.length === count && shares.every(Number.isFinite));
      [read, look] = fits ? [{ ...told }, { ...sent }] : [{}, {}];
      const done = pad.apply(altered);
      ask();
      return fits && done;
    },
  };
}
