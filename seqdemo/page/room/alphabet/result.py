"""What training on the class was worth: hands that a layer never saw, and the curve over the number of hands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb, log2
from statistics import fmean, stdev
from typing import Any

from seqdemo.page.html.charts.chart import Axis, Chart, Line, chart
from seqdemo.page.html.charts.palette import LIMIT
from seqdemo.page.html.charts.scale import Scale, of_shares
from seqdemo.page.html.figures import percent_tick, points, tenths
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words, percent
from seqdemo.page.room.members import badge
from seqdemo.room.room import Member

CLEAR = 0.05
"""A split of the hands that chance alone makes less often than this says something."""


@dataclass(frozen=True)
class Result:
    """Figures by hand, in one order."""

    hands: Sequence[int]
    letters: Sequence[int]
    before: Sequence[float]
    after: Sequence[float]
    curve: Sequence[tuple[int, float]]
    mistakes: tuple[Sequence[Sequence[int]], Sequence[Sequence[int]]]
    seconds: float

    @classmethod
    def of(cls, noted: Mapping[str, Any]) -> Result:
        """From what the room noted."""
        return cls(**noted)

    @property
    def better(self) -> int:
        return sum(after > before for before, after in zip(self.before, self.after, strict=True))

    @property
    def worse(self) -> int:
        return sum(after < before for before, after in zip(self.before, self.after, strict=True))


def chance(better: int, worse: int) -> float:
    """How often a fair coin for each hand would split them at least as unevenly (two-sided sign test)."""
    count = better + worse
    tail = sum(comb(count, n) for n in range(min(better, worse) + 1)) / float(2**count)
    return min(1.0, 2 * tail)


def result(of: Result, people: Mapping[int, Member], words: Words) -> Html:
    """What came of it in sentences, each hand before and after, and the curve."""
    curve = el("div", el("div", chart(_curve(of, words), words), class_="charts"), class_="learned")
    return join(_said(of, words), el("div", _hands(of, people, words), curve, class_="outcome"))


def _said(of: Result, words: Words) -> Html:
    before, after = fmean(of.before), fmean(of.after)
    mean = words["room.alphabet.mean"].format(
        before=tenths(before), after=tenths(after), difference=points(after - before),
        spread_before=tenths(stdev(of.before)), spread_after=tenths(stdev(of.after)),
    )  # fmt: skip
    same = len(of.hands) - of.better - of.worse
    split = words["room.alphabet.hands"].format(better=of.better, worse=of.worse, same=same)
    said = (el("p", explained(text, words)) for text in (mean, f"{split} {_claim(of, words)}"))
    return el("div", *said, class_="said", role="status")


def _claim(of: Result, words: Words) -> str:
    """Whether training helped; where the hands do not split, there is nothing that chance could explain."""
    if of.better == of.worse:
        return words["room.alphabet.even" if of.better else "room.alphabet.unchanged"]
    p = chance(of.better, of.worse)
    return words["room.alphabet.effect" if p < CLEAR else "room.alphabet.unclear"].format(p=percent(p))


def _hands(of: Result, people: Mapping[int, Member], words: Words) -> Html:
    """Each hand with its two shares, drawn on one line and in numbers."""
    keys = ("hand", "letters_of", "shipped", "trained")
    head = el("tr", *(el("th", words[f"room.alphabet.{key}"], scope="col") for key in keys), el("td", class_="line"))
    low = min(0.5, *of.before, *of.after)
    rows = sorted(zip(of.hands, of.letters, of.before, of.after, strict=True), key=lambda row: row[2])
    body = (_hand(row, low, people, words) for row in rows)
    caption = el("caption", words["room.alphabet.left_out"].format(low=percent(low)))
    table = el("table", caption, el("thead", head), el("tbody", *body), class_="by-hand-table")
    return el("div", table, class_="scroll", tabindex=0, role="region", aria_label=words["room.alphabet.hand"])


def _hand(row: tuple[int, int, float, float], low: float, people: Mapping[int, Member], words: Words) -> Html:
    slot, letters, *shares = row
    places = [(share - low) / (1 - low) if low < 1 else 1.0 for share in shares]
    style = "".join(f"--{name}:{place:.4f};" for name, place in zip(("from", "to"), places, strict=True))
    line = el("span", el("i", class_="from"), el("i", class_="to"), class_="pair", style=style, aria_hidden="true")
    who = badge(people[slot], words) if slot in people else str(slot + 1)
    cells = (el("td", text) for text in (str(letters), *map(percent, shares)))
    return el("tr", el("th", who, scope="row"), *cells, el("td", line, class_="line"))


def _curve(of: Result, words: Words) -> Chart:
    """What one more hand is worth; each doubling is a step."""
    own = tuple((log2(size + 1), share) for size, share in of.curve)
    shipped = ((own[0][0], own[0][1]), (own[-1][0], own[0][1]))
    ticks = tuple(x for x, _ in own)
    x = Axis(words["room.alphabet.curve.x"], Scale(0.0, ticks[-1], ticks), _hands_at, _hands_at)
    y = Axis(words["room.alphabet.curve.y"], of_shares([share for _, share in own]), percent_tick, tenths)
    lines = (
        Line("shipped", words["room.alphabet.shipped"], LIMIT, shipped),
        Line("ours", words["room.alphabet.trained"], 0, own, picked=True),
    )
    return Chart("room-curve", words["room.alphabet.curve"], words["room.alphabet.curve.note"], x, y, lines)


def _hands_at(place: float) -> str:
    return str(round(2**place - 1))
