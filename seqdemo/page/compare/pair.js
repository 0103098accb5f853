// Two answers in full beside each other. The panel whose difference shows stays chosen from answer to answer.

export function makePair(root, state, ask, words) {
  let panel = null;
  const boxes = () => [...root.querySelectorAll(".abreast")];

  // What was asked for last is noted on the box, so that an answer to anything older is not painted.
  async function show(box, asked, before = "") {
    const wanted = JSON.stringify(asked);
    if (box.asked === wanted) return;
    box.asked = wanted;
    if (!asked) return box.replaceChildren();
    const reply = (await ask(asked).catch(() => null)) ?? { error: words().offline };
    if (box.asked !== wanted) return;
    box.classList.remove("unanswered");
    if (reply.html) box.innerHTML = reply.html;
    else box.replaceChildren(sorry(`${before} ${reply.error}`));
    choose(box);
  }

  function sorry(sentence) {
    const paragraph = document.createElement("p");
    paragraph.className = "slip";
    paragraph.textContent = sentence;
    return paragraph;
  }

  function stale() {
    for (const box of boxes()) {
      box.asked = null;
      box.classList.add("unanswered");
    }
  }

  function choose(box) {
    const menu = box.querySelector("[data-difference]");
    if (!menu) return;
    if ([...menu.options].some((option) => option.value === panel)) menu.value = panel;
    for (const part of box.querySelectorAll("[data-difference-of]")) part.hidden = part.dataset.differenceOf !== menu.value;
  }

  root.addEventListener("change", (event) => {
    if (!event.target.matches("[data-difference]")) return;
    panel = event.target.value;
    boxes().forEach(choose);
    state.changed();
  });

  return {
    show, stale,
    keep: () => state.keep("difference", () => panel, (name) => (panel = name, boxes().forEach(choose))),
  };
}
