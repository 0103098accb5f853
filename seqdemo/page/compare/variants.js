// All variants of a task at the same letters: a card for each, painted as it comes. Two of them may be pinned.

const LANES = 2;
const ORDERS = {
  menu: () => 0,
  wrong: ({ right }) => (right === null ? 1 : right ? 2 : 0),
  confidence: ({ confidence }) => -confidence,
  ms: ({ ms }) => ms,
  parameters: ({ parameters }) => parameters,
  accuracy: ({ accuracy }) => -(accuracy ?? -1),
};

export function makeVariants(root, state, ask, words) {
  let cards = new Map(), names = [], pins = [], order = "menu";
  const list = () => root.querySelector("#variants");
  const itemOf = (name) => list().querySelector(`[data-name="${name}"]`);

  // All that the answers depend on.
  const keyOf = (question) => JSON.stringify({ ...question, model: null });

  // Answers to letters that have changed are not to be seen.
  function stale(question) {
    if (!list() || list().asked === keyOf(question)) return;
    list().asked = null;
    for (const item of list().children) item.classList.add("unanswered");
    root.querySelector("#agreement").textContent = "";
  }

  // True once all are there, unless something newer was asked for meanwhile.
  async function show(question, offered) {
    const wanted = keyOf(question), place = list();
    if (place.asked !== wanted) lay(offered);
    mark(question.model);
    if (place.asked === wanted) return cards.size === names.length;
    place.asked = wanted;
    const queue = [...names], current = () => place.asked === wanted;
    await Promise.all(Array.from({ length: LANES }, () => work(queue, question, current)));
    if (current()) finish();
    return current();
  }

  // The first card comes alone and soon; those after it in growing lots, which cost the server less.
  async function work(queue, question, current) {
    for (let lot = 1; queue.length && current(); lot++) {
      const reply = await ask({ ...question, models: queue.splice(0, lot) }).catch(() => null);
      if (!current()) return;
      if (!reply?.cards) return fail(reply?.error ?? words().offline);
      reply.cards.forEach(paint);
    }
  }

  // Cards that are there already wait for their new content, so that nothing jumps.
  function lay(offered) {
    root.querySelector(".variants .trouble").textContent = "";
    names = offered.map(({ name }) => name);
    cards = new Map();
    list().replaceChildren(...offered.map(({ name, title }) => itemOf(name) ?? blank(name, title)));
    root.querySelector("#order").value = order;
  }

  function blank(name, title) {
    const item = document.createElement("li"), heading = document.createElement("h3");
    item.dataset.name = name;
    item.className = "unanswered";
    heading.textContent = title;
    item.append(heading);
    return item;
  }

  function paint(card) {
    const item = itemOf(card.name), focused = item.contains(document.activeElement);
    cards.set(card.name, card);
    item.innerHTML = card.html;
    item.classList.remove("unanswered");
    item.querySelector("[data-pin]").checked = pins.includes(card.name);
    if (focused) item.querySelector("button").focus();
  }

  function fail(sentence) {
    list().asked = null;
    root.querySelector(".variants .trouble").textContent = sentence;
  }

  function finish() {
    arrange();
    root.querySelector("#agreement").textContent = told([...cards.values()], words());
    list().dataset.painted = root.dataset.painted;
  }

  function arrange() {
    const rank = (name) => ORDERS[order](cards.get(name) ?? { right: null });
    list().append(...[...names].sort((one, other) => rank(one) - rank(other)).map(itemOf));
  }

  function mark(model) {
    for (const item of list().children) item.classList.toggle("current", item.dataset.name === model);
  }

  // A third pin takes the place of the first.
  function pin(next) {
    pins = next.slice(-2);
    for (const box of list().querySelectorAll("[data-pin]")) box.checked = pins.includes(box.dataset.pin);
  }

  // The arrow keys go from card to card.
  function key(event) {
    const item = event.target.closest?.("#variants [data-choose]")?.closest("li"), items = [...list().children];
    const at = items.indexOf(item), last = items.length - 1;
    const moves = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last };
    if (!item || !(event.key in moves)) return;
    event.preventDefault();
    items[Math.max(0, Math.min(last, moves[event.key]))].querySelector("button")?.focus();
  }

  root.addEventListener("keydown", (event) => list() && key(event));
  root.addEventListener("change", (event) => {
    if (event.target.id === "order") {
      order = event.target.value;
      arrange();
      state.changed();
    }
  });

  return {
    show, stale, pin,
    pinned: () => pins.filter((name) => names.includes(name)),
    keep() {
      state.keep("order", () => (order === "menu" ? null : order), (name) => (order = name in ORDERS ? name : "menu"));
      state.keep("pins", () => (pins.length ? pins : null), (next) => pin(Array.isArray(next) ? next : []));
    },
  };
}

// How many are right, and on what they agree.
function told(cards, words) {
  const judged = cards.filter(({ right }) => right !== null), votes = new Map();
  for (const { answer } of cards) votes.set(answer, (votes.get(answer) ?? 0) + 1);
  const [answer, n] = [...votes].reduce((best, each) => (each[1] > best[1] ? each : best));
  const share = n === cards.length ? "all" : n * 2 > cards.length ? "most" : n > 1 ? "some" : "none";
  const parts = [words[`agreement.${share}`].replace("{answer}", answer).replace("{n}", n)];
  const right = judged.filter((card) => card.right).length;
  if (judged.length) parts.unshift(words["agreement.right"].replace("{right}", right).replace("{count}", judged.length));
  const sentence = `${parts.join(words["agreement.and"])}.`;
  return sentence[0].toUpperCase() + sentence.slice(1);
}
