// For a room: large type, and one panel at a time. The keys of a presenter's remote control leaf through them.

export function makeProjector(root, state) {
  let shown = null;
  const slides = () => [...root.querySelectorAll(".desk, .leading, section.panel:not(.part)")]
    .filter((each) => !each.closest("[hidden]") && !each.parentNode.closest(".leading"));
  const name = (slide) => (slide.classList.contains("desk") ? "pad" : slide.dataset.leading?.split(" ")[0] ?? slide.id.replace("panel-", ""));
  const holds = (slide, wanted) => name(slide) === wanted || slide.dataset.leading?.split(" ").includes(wanted);
  const place = () => Math.max(0, slides().findIndex((slide) => holds(slide, shown)));

  function apply() {
    const bar = root.querySelector(".leaf");
    if (!bar) return;
    const on = shown !== null, all = slides(), at = place();
    if (on) root.dataset.projector = name(all[at]);
    else delete root.dataset.projector;
    root.querySelector("[data-project]").setAttribute("aria-pressed", String(on));
    for (const slide of all) slide.classList.toggle("aside", on && slide !== all[at]);
    bar.hidden = !on;
    bar.querySelector("output").textContent = `${at + 1} / ${all.length} · ${all[at].getAttribute("aria-label")}`;
    bar.querySelector('[data-leaf="-1"]').disabled = at === 0;
    bar.querySelector('[data-leaf="1"]').disabled = at === all.length - 1;
  }

  function show(next) {
    shown = next;
    apply();
    state.changed();
  }

  function leaf(by) {
    const all = slides();
    show(name(all[Math.max(0, Math.min(all.length - 1, place() + by))]));
    root.scrollTo(0, 0);
  }

  state.keep("projector", () => shown, (slide) => {
    shown = slide;
    apply();
  });
  root.addEventListener("click", (event) => {
    const { project, leaf: by } = event.target.closest("button")?.dataset ?? {};
    if (project !== undefined) show(shown === null ? "pad" : null);
    else if (by !== undefined) leaf(Number(by));
  });
  addEventListener("keydown", (event) => {
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    if (shown === null || document.querySelector("dialog[open]")) return;
    if (by) leaf(by);
    else if (event.key === "Escape") show(null);
    else return;
    event.preventDefault();
  });
  root.addEventListener("painted", apply);
  root.addEventListener("slide", ({ detail: slide }) => shown !== null && show(slide));

  return apply;
}
