// Points at the nearest line of a chart, with mouse, finger or arrow keys, and says what it is there.

const NEAR = 44;

export function makeCharts(root, light) {
  let plot = null, line = null, at = 0, pointed = false;

  const shown = (part) => getComputedStyle(part).display !== "none";
  const lines = (of) => [...of.querySelectorAll("g.course")].filter(shown);
  const points = (of) => of.dataset.points.split(" ").map((pair) => pair.split(",").map((n) => n / 1000));

  function show(nextPlot, nextLine, next) {
    const told = plot?.querySelector(".told");
    if (told && plot !== nextPlot) told.hidden = true;
    line?.querySelector(".here")?.remove();
    pointed = false;
    [plot, line, at] = [nextPlot, nextLine, next];
    light(line?.dataset.variant ?? null);
    if (line) tell(plot.querySelector(".told"));
    else if (told) told.hidden = true;
  }

  function tell(told) {
    const [x, y] = points(line)[at], area = told.parentNode;
    told.hidden = false;
    told.textContent = `${line.dataset.title} · ${line.dataset.told.split("|")[at]}`;
    const left = Math.max(0, Math.min(area.clientWidth - told.offsetWidth, x * area.clientWidth - told.offsetWidth / 2));
    const above = y * area.clientHeight - told.offsetHeight - 10;
    told.style.transform = `translate(${left}px, ${above < -20 ? y * area.clientHeight + 12 : above}px)`;
    line.append(ring(x, y));
  }

  function ring(x, y) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("class", "here");
    path.setAttribute("d", `M${x * 1000} ${y * 1000}h.01`);
    return path;
  }

  function point(event) {
    const over = event.target.closest?.(".plot");
    if (!over) return;
    const box = over.querySelector("svg").getBoundingClientRect();
    let best = { distance: NEAR };
    for (const each of lines(over)) {
      points(each).forEach(([x, y], n) => {
        const distance = Math.hypot(event.clientX - box.left - x * box.width, event.clientY - box.top - y * box.height);
        if (distance < best.distance) best = { distance, each, n };
      });
    }
    if (!best.each) return leave();
    if (best.each !== line || best.n !== at) show(over, best.each, best.n);
    pointed = true;
  }

  // A pointer that rests elsewhere must not take away what the keys have found.
  function leave() {
    if (pointed) show(null, null, 0);
  }

  function key(event) {
    const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (!event.target.matches?.(".plot")) return;
    if (event.key === "Escape") return show(null, null, 0);
    if (!(event.key in moves)) return;
    event.preventDefault();
    const all = lines(event.target), before = plot === event.target ? all.indexOf(line) : -1;
    if (!all.length) return;
    if (before < 0) return show(event.target, all.find((each) => each.matches(".picked")) ?? all[0], 0);
    const [right, down] = moves[event.key], next = ranked(all, down);
    show(plot, next, Math.max(0, Math.min(points(next).length - 1, (down ? nearest(next) : at) + right)));
  }

  // Up and down go to the neighbour at this place, not to the next in the menu.
  function ranked(all, down) {
    if (!down) return line;
    const height = (each) => points(each)[nearest(each)][1];
    const order = [...all].sort((one, other) => height(one) - height(other));
    return order[Math.max(0, Math.min(order.length - 1, order.indexOf(line) + down))];
  }

  function nearest(each) {
    const [x] = points(line)[at], far = points(each).map(([other]) => Math.abs(other - x));
    return far.indexOf(Math.min(...far));
  }

  root.addEventListener("pointermove", point);
  root.addEventListener("pointerdown", point);
  root.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
  root.addEventListener("pointerover", (event) => !event.target.closest?.(".plot") && leave());
  root.addEventListener("focusout", (event) => event.target.matches?.(".plot") && show(null, null, 0));
  root.addEventListener("keydown", key);
}
