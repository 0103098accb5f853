"""The class's alphabet as it fills: every drawing, what the shipped reader makes of it, and who is how far."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from seqdemo.letters import ALPHABET
from seqdemo.page.html.markup import Html, el, join, packed
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words, percent
from seqdemo.page.room.alphabet.matrix import matrix
from seqdemo.page.room.alphabet.phone import Offered, uses
from seqdemo.page.room.alphabet.result import Result, result
from seqdemo.page.room.members import badge, called
from seqdemo.page.room.wall import lead
from seqdemo.room.alphabet import Reading
from seqdemo.room.hands import FEWEST_HANDS, FEWEST_LETTERS
from seqdemo.room.room import Member

VIEWS = ("letters", "mistakes", "result")
_HARDEST = 5
_GRID = 64
"""Drawings are a few dozen pixels wide, so their points stand on a grid of so many."""


@dataclass(frozen=True)
class Seen:
    """What there is to see of a room."""

    members: tuple[Member, ...]
    readings: tuple[Reading, ...]
    show: str
    off: int
    """Drawings that were taken off and can be put back."""
    result: Result | None
    enough: bool
    """Whether there are hands and letters enough to train on."""
    offered: Sequence[Offered]


def choice(words: Words) -> Html:
    """The button that begins it."""
    return lead(words["room.alphabet.begin"], "begin", {"kind": "alphabet"}, class_="primary")


def wall(of: Seen, words: Words) -> Html:
    """One of three views, below what the teacher can do, which a projector would hide under thirty hands."""
    tabs = (lead(words[f"room.alphabet.{name}"], "act", {"show": name}, aria_pressed=str(name == of.show).lower())
            for name in VIEWS if name != "result" or of.result)  # fmt: skip
    shown = {"letters": _letters, "mistakes": _mistakes, "result": _result}[of.show](of, words)
    orders = el("div", el("div", *tabs, class_="tabs"), *_orders(of, words), class_="orders")
    few = words["room.alphabet.few"].format(hands=FEWEST_HANDS, letters=FEWEST_LETTERS)
    said = el("p", explained(words["room.alphabet.train.about"], words) if of.enough else few, class_="quiet")
    return join(orders, el("div", shown, class_="full-width"), said)


def _letters(of: Seen, words: Words) -> Html:
    people = {each.slot: each for each in of.members}
    rows: dict[str, list[Html]] = {label: [] for label in ALPHABET}
    for each in of.readings:
        if each.letter.slot in people:
            rows[each.letter.label].append(_drawing(each, people[each.letter.slot], words))
    lines = (el("li", el("b", label), el("div", *drawings)) for label, drawings in rows.items())
    most = max(map(len, rows.values()))
    return el("div", el("ol", *lines, class_="of-class", style=f"--most:{max(1, most)}"), _beside(of, words),
              class_="alphabet")  # fmt: skip


def _drawing(of: Reading, by: Member, words: Words) -> Html:
    """A drawing is a button that takes it off the wall."""
    key = "drawing" if of.right else "drawing.misread"
    label = words[f"room.alphabet.{key}"].format(letter=of.letter.label, who=called(by, words), read=of.read)
    picture = el(
        "svg", el("path", d=_path(packed(of.letter.strokes))), viewBox=f"0 0 {_GRID} {_GRID}", aria_hidden="true"
    )
    read = None if of.right else el("i", of.read)
    return lead(join(picture, read), "act", {"drop": of.letter.name}, class_="ink" if of.right else "ink misread",
                id=f"ink-{of.letter.slot}-{of.letter.label}", aria_label=label)  # fmt: skip


@lru_cache(maxsize=4000)
def _path(strokes: str) -> str:
    """A drawing's outline from its strokes as JSON; points that fall onto one another are one."""
    parts = []
    for stroke in json.loads(strokes):
        places = [f"{round(x * _GRID)} {round(y * _GRID)}" for x, y in stroke]
        kept = [place for n, place in enumerate(places) if n == 0 or place != places[n - 1]]
        parts.append("M" + "L".join(kept if len(kept) > 1 else [*kept, kept[0]]))
    return "".join(parts)


def _beside(of: Seen, words: Words) -> Html:
    """How many are read right, which letters are hardest, and who is how far."""
    if not of.readings:
        return el("div", el("p", words["room.alphabet.none"], class_="quiet"), _people(of, words), class_="summed")
    right = sum(each.right for each in of.readings)
    said = words["room.alphabet.right"].format(
        right=right, count=len(of.readings), share=percent(right / len(of.readings))
    )
    hard = [el("li", el("b", label), " ", words["room.alphabet.share"].format(share=percent(share), count=count))
            for label, share, count in hardest(of.readings)[:_HARDEST] if share < 1]  # fmt: skip
    listed = join(el("h4", words["room.alphabet.hardest"]), el("ol", *hard)) if hard else None
    return el("div", el("p", said, role="status"), listed, _people(of, words), class_="summed")


def hardest(readings: Sequence[Reading]) -> list[tuple[str, float, int]]:
    """Letters, the share of them that is read right and how many they are, the least share first."""
    counts, right = Counter(each.letter.label for each in readings), Counter(
        each.letter.label for each in readings if each.right)  # fmt: skip
    return sorted(((label, right[label] / count, count) for label, count in counts.items()), key=lambda row: row[1])


def _people(of: Seen, words: Words) -> Html:
    far = Counter(each.letter.slot for each in of.readings)
    lines = (el("li", badge(each, words), _far(far[each.slot])) for each in of.members)
    return join(el("h4", words["room.alphabet.far"]), el("ul", *lines, class_="hands"))


def _far(count: int) -> Html:
    return el("span", count, class_="far", style=f"--share:{count / len(ALPHABET):.3f}")


def _mistakes(of: Seen, words: Words) -> Html:
    """What is taken for what: now, or before and after training."""
    counts = [[0] * 26 for _ in ALPHABET]
    for each in of.readings:
        counts[ALPHABET.index(each.letter.label)][ALPHABET.index(each.read)] += 1
    before, after = of.result.mistakes if of.result else (counts, None)
    both = (matrix(words["room.alphabet.before"], before, words),
            matrix(words["room.alphabet.after"], after, words) if after else None)  # fmt: skip
    return join(el("p", words["room.alphabet.matrix"], class_="quiet"), el("div", *both, class_="before-after"))


def _result(of: Seen, words: Words) -> Html:
    assert of.result is not None
    people = {each.slot: each for each in of.members}
    return join(result(of.result, people, words), uses(of.offered, words))


def _orders(of: Seen, words: Words) -> list[Html | None]:
    """Train, put back, download."""
    train = lead(words["room.alphabet.train"], "act", {"train": True}, class_="primary") if of.enough else None
    back = lead(words["room.alphabet.restore"].format(count=of.off), "act", {"restore": True}) if of.off else None
    file = el("button", words["room.alphabet.file"], type="button", data_alphabet="file") if of.readings else None
    return [train, back, file]
