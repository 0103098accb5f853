// The scoreboard: a view of its own beside the tasks, asked for when it is first opened, then kept.

export function makeScoreboard(root, fetchPart) {
  const kept = new Map();
  const section = () => root.querySelector("#scoreboard");
  const $$ = (selector) => [...(section()?.querySelectorAll(selector) ?? [])];
  let wanted = null;

  async function show({ lang, offline }) {
    wanted = lang;
    if (!kept.has(lang)) {
      section().setAttribute("aria-busy", "true");
      const reply = (await fetchPart({ lang }).catch(() => null)) ?? { error: offline };
      if (reply.html) kept.set(lang, reply.html);
      else if (wanted === lang) say(reply.error);
    }
    if (wanted === lang && kept.has(lang)) paint(lang);
  }

  function say(trouble) {
    section().removeAttribute("aria-busy");
    section().querySelector(".trouble").textContent = trouble;
  }

  // What was sorted and chosen stays as it was left.
  function paint(lang) {
    const body = section().querySelector(".body");
    say("");
    if (body.dataset.holds !== lang) body.innerHTML = kept.get(lang);
    body.dataset.holds = lang;
  }

  function press(button, name) {
    for (const other of button.parentNode.children) other.setAttribute("aria-pressed", String(other === button));
    if (name === "hardship") for (const part of $$("[data-of-hardship]")) part.hidden = part.dataset.ofHardship !== button.dataset[name];
    else for (const row of $$("[data-kind]")) row.hidden = ![row.dataset.kind, ""].includes(button.dataset[name]);
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("#scoreboard button");
    for (const name of ["hardship", "family"]) if (button?.dataset[name] !== undefined) press(button, name);
  });
  root.addEventListener("change", (event) => {
    if (event.target.matches("[data-dotted]")) section().classList.toggle("both", event.target.checked);
  });

  return show;
}
