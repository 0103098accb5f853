"""The wall and the phones of an experiment in two arms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seqdemo.page.html.figures import count, tenths
from seqdemo.page.html.markup import Html, el, join, packed
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words, percent
from seqdemo.page.room.compare.dots import DotPlot, dot_plot
from seqdemo.page.room.wall import lead


@dataclass(frozen=True)
class Said:
    """What can be claimed now, in words."""

    level: str
    head: str
    why: str


@dataclass(frozen=True)
class Phone:
    """A phone on the teacher's list."""

    slot: int
    badge: Html
    state: str
    """`bet`, `start`, `line`, `train`, `failed` or `dot`."""
    share: float | None


@dataclass(frozen=True)
class Summary:
    """What came of it, once all is told."""

    opposed: int
    pairs: int
    share: float
    """Of all ways to pair a dot of each arm, those that came out the opposite way."""
    study: str
    """How the runs came out that were made beforehand; may be empty."""


@dataclass(frozen=True)
class OnWall:
    """All that the wall shows."""

    question: str
    plot: DotPlot
    said: Said | None
    bets: tuple[tuple[str, int], ...]
    """What can be bet on, and how many did."""
    phones: tuple[Phone, ...]
    summary: Summary | None


def listed(comparisons: Sequence[tuple[str, str]], words: Words) -> Html:
    """A button for each comparison, by its name and its question."""
    items = (el("li", lead(explained(question, words), "begin", {"kind": "compare", "comparison": name}))
             for name, question in comparisons)  # fmt: skip
    return el("ul", *items, class_="choices")


def on_wall(shown: OnWall, words: Words) -> Html:
    """The dot plot; beside it bets, what came of it and the teacher's orders; below it the claim."""
    came = _summary(shown.summary, words) if shown.summary else None
    side = el("div", _bets(shown.bets, words), came, _orders(shown, words), class_="side")
    return el("div", el("h3", explained(shown.question, words)),
              el("div", dot_plot(shown.plot, words), side, class_="beside"), _claim(shown.said, words),
              _state(shown, words), _phones(shown.phones, words), class_="trial")  # fmt: skip


def _claim(said: Said | None, words: Words) -> Html:
    heading = el("p", words["room.compare.claim"], class_="label")
    if said is None:
        return el("div", heading, el("p", words["room.compare.claim.none"]), class_="claim", role="status")
    rule = el("p", words["room.compare.claim.rule"], class_="quiet") if said.level != "few" else None
    return el("div", heading, el("p", explained(said.head, words), class_="found"), el("p", said.why), rule,
              class_=f"claim {said.level}", role="status")  # fmt: skip


def _bets(bets: Sequence[tuple[str, int]], words: Words) -> Html:
    most = max(1, *(number for _, number in bets))
    rows = (el("li", el("span", text), el("span", class_="bar", style=f"--share:{number / most:.4f}"), el("b", number))
            for text, number in bets)  # fmt: skip
    return el("section", el("h4", words["room.compare.bets"]), el("ul", *rows), class_="bets")


def _summary(of: Summary, words: Words) -> Html:
    opposed = words["room.compare.opposed"].format(count=of.opposed, pairs=of.pairs)
    why = words["room.compare.opposed.why"].format(share=percent(of.share))
    return el("div", el("p", opposed, class_="found"), el("p", why),
              el("p", of.study, class_="quiet") if of.study else None, class_="came")  # fmt: skip


def _state(shown: OnWall, words: Words) -> Html:
    """How many are how far, and who trains now."""
    states = [phone.state for phone in shown.phones]
    told = words["room.compare.state"].format(
        bets=sum(number for _, number in shown.bets), all=len(states), waiting=states.count("line"),
        dots=states.count("dot"),
    )  # fmt: skip
    training = [phone.badge for phone in shown.phones if phone.state == "train"]
    now = el("p", words["room.compare.trains"], *(join(" ", badge) for badge in training)) if training else None
    return el("div", el("p", told), now, class_="state quiet")


def _orders(shown: OnWall, words: Words) -> Html | None:
    """Only the teacher has them: show what came of it, and take back the last dot."""
    if not shown.plot.dotted:
        return None
    tell = None if shown.summary else lead(words["room.compare.tell"], "tell", class_="primary")
    return el("div", tell, lead(words["room.compare.back.last"], "act", {"last": True}), class_="orders")


def _phones(phones: Sequence[Phone], words: Words) -> Html:
    rows = (_phone(phone, words) for phone in phones)
    return el("details", el("summary", words["room.compare.phones"]), el("ul", *rows), class_="phones")


def _phone(of: Phone, words: Words) -> Html:
    state = tenths(of.share) if of.share is not None else words[f"room.compare.phone.{of.state}"]
    back = lead(words["room.compare.back"], "act", {"back": of.slot}) if of.state in ("line", "train", "dot") else None
    return el("li", of.badge, el("span", state), back)


@dataclass(frozen=True)
class OnPhone:
    """All that a phone shows."""

    question: str
    bets: tuple[tuple[str, str], ...]
    """What can be bet on: its name and how people read it."""
    bet: str | None
    title: str
    """Of the arm that this phone trains."""
    seed: int
    state: str
    """As in `Phone`."""
    before: int
    """Runs that are trained first."""
    step: int
    steps: int
    share: float | None
    """Right answers: at last, or so far."""
    pair: str
    """What came of its pair, once all is told; may be empty."""
    plot: DotPlot | None
    """Once all is told."""


def on_phone(shown: OnPhone, words: Words) -> Html:
    """Bet, start, wait, and find one's own dot."""
    parts = {"bet": _asked, "start": _asked, "line": _waits, "train": _trains, "failed": _failed, "dot": _came}
    return el("div", el("h3", explained(shown.question, words)), parts[shown.state](shown, words), class_="trial")


def _asked(shown: OnPhone, words: Words) -> Html:
    """The bet; then what this phone trains, and the button that starts it."""
    bets = (_choice(name, text, name == shown.bet) for name, text in shown.bets)
    ask = join(el("p", words["room.compare.ask"], class_="question"), el("div", *bets, class_="guesses"))
    return ask if shown.bet is None else join(ask, el("p", words["room.compare.change"], class_="quiet"),
                                              _start(shown, "start", words))  # fmt: skip


def _choice(name: str, text: str, chosen: bool) -> Html:
    return el("button", text, type="button", data_act=packed({"bet": name}), aria_pressed=str(chosen).lower())


def _start(shown: OnPhone, name: str, words: Words) -> Html:
    yours = words["room.compare.yours"].format(title=shown.title, seed=shown.seed)
    button = el("button", words[f"room.compare.{name}"], type="button", data_act=packed({"start": True}),
                class_="primary start")  # fmt: skip
    return join(el("p", explained(yours, words)), button)


def _bet(shown: OnPhone, words: Words) -> Html:
    return el("p", words["room.compare.noted"].format(bet=dict(shown.bets)[shown.bet or "same"]), class_="quiet")


def _waits(shown: OnPhone, words: Words) -> Html:
    told = words["room.compare.waiting"].format(count=shown.before)
    return join(el("p", told, class_="found", role="status"), _bet(shown, words))


def _trains(shown: OnPhone, words: Words) -> Html:
    told = words["room.compare.training"].format(step=count(shown.step), steps=count(shown.steps))
    bar = el("progress", value=shown.step, max=shown.steps, aria_label=told)
    share = words["room.compare.training.share"].format(share=tenths(shown.share)) if shown.share is not None else ""
    return join(el("p", told, class_="found", role="status"), bar, el("p", share), _bet(shown, words))


def _failed(shown: OnPhone, words: Words) -> Html:
    return join(el("p", words["room.compare.failed"], class_="slip", role="alert"), _start(shown, "again", words))


def _came(shown: OnPhone, words: Words) -> Html:
    told = words["room.compare.result"].format(share=tenths(shown.share or 0.0))
    result = el("p", told, class_="found", role="status")
    if shown.plot is None:
        return join(result, _bet(shown, words), el("p", words["room.compare.result.look"]))
    return join(result, el("p", shown.pair, class_="partner"), _bet(shown, words), dot_plot(shown.plot, words))
