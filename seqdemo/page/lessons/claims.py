"""What lessons read off answers, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from seqdemo.letters import ALPHABET
from seqdemo.page.html.wording import percent, signed
from seqdemo.page.lessons.lesson import Evidence
from seqdemo.trace import Panel, Trace

UPPER_HALF = 14
"""Rows of an image."""


def panel(trace: Trace, id: str) -> Panel:
    found = trace.panel(id)
    if found is None:
        raise ValueError(f"expected an answer with the panel {id}, got {', '.join(each.id for each in trace.panels)}")
    return found


def says(trace: Trace, id: str) -> str:
    """The most probable letter of each row of a panel, or of each image."""
    found = panel(trace, id)
    return "".join(found.columns[best] for best in found.values.argmax(axis=1))


def meant(trace: Trace) -> str:
    """The letters that were meant, in capitals; a point where that is not known."""
    return "".join(letter.meant or "." for letter in trace.letters).upper()


def read(trace: Trace) -> str:
    return "".join(letter.read for letter in trace.letters)


def right(trace: Trace) -> bool:
    return trace.verdict is not None and trace.verdict.right


def wrong(trace: Trace) -> bool:
    return trace.verdict is not None and not trace.verdict.right


def slips(trace: Trace, id: str | None = None) -> list[int]:
    """Places of letters that were misread; with the name of a panel, by the stage that it shows."""
    said = read(trace) if id is None else says(trace, id)
    return [place for place, (a, b) in enumerate(zip(meant(trace), said, strict=True)) if a not in (b, ".")]


def settled(trace: Trace) -> int:
    """The image, from 0, after which the right next letter is named for the first time, and at every later one."""
    row = meant(trace) + (trace.verdict.target if trace.verdict else ".")
    wrong_at = [place for place, said in enumerate(says(trace, "reasoning")) if said != row[place + 1]]
    return wrong_at[-1] + 1 if wrong_at else 0


def step(trace: Trace) -> int | None:
    """How far apart the letters meant are, if they are all as far apart."""
    codes = [ALPHABET.find(letter) for letter in meant(trace)]
    steps = {b - a for a, b in pairwise(codes)}
    return steps.pop() if len(steps) == 1 and -1 not in codes else None


def gained(trace: Trace) -> float:
    """The most probability that a letter meant has from the row over what the CNN alone gave it."""
    rows = range(len(trace.letters))
    places = [ALPHABET.find(letter) for letter in meant(trace)]
    more = panel(trace, "vision").values - panel(trace, "glance").values
    return max((float(more[row, place]) for row, place in zip(rows, places, strict=True) if place >= 0), default=0.0)


def kept(trace: Trace) -> int:
    """How many letters from the front of the right word were written."""
    target = trace.verdict.target if trace.verdict else ""
    same = [a == b for a, b in zip(trace.answer, target, strict=False)]
    return same.index(False) if False in same else len(same)


def looked(trace: Trace, step: int, image: int) -> float:
    """The share of attention that an image gets at a step of the decoder, both from 0."""
    found = panel(trace, "attention")
    return float(found.values[step, found.columns.index(str(image + 1))])


def crosses(trace: Trace) -> bool:
    """Whether the two swapped letters are written with the most attention on each other's image."""
    if trace.panel("attention") is None or len(trace.swapped) != 2 or not right(trace):
        return False
    first, second = trace.swapped
    columns = [int(name) - 1 for name in panel(trace, "attention").columns]
    best = [columns[n] for n in panel(trace, "attention").values.argmax(axis=1)]
    return (best[first], best[second]) == (second, first)


def upper(trace: Trace) -> float:
    """How much of the answer's dependence lies in the upper half of the image."""
    shares = panel(trace, "recall").values[:, 0]
    return float(shares[:UPPER_HALF].sum() / shares.sum())


def told(trace: Trace, suffix: str) -> Mapping[str, str]:
    """What every lesson may say of a scene."""
    found = trace.verdict
    place = next(iter(slips(trace) if trace.family != "row" else []), 0)
    facts = {
        "letters": meant(trace),
        "read": read(trace),
        "answer": trace.answer,
        "target": found.target if found else "",
        "sure": percent(trace.confidence),
        "count": str(len(trace.letters)),
        "place": str(place + 1),
        "meant": meant(trace)[place],
        "seen": read(trace)[place],
    }
    return {name + suffix: fact for name, fact in facts.items()}


def believed(trace: Trace) -> str:
    """The most probable step with its sign."""
    found = panel(trace, "step")
    return signed(int(found.rows[int(found.values[:, 0].argmax())]))


def glanced(found: Evidence) -> Mapping[str, str]:
    """The first letter that the CNN alone misreads, and what GRU 1 makes of it."""
    trace = found.first
    at = next(iter(slips(trace, "glance")), 0)
    guess, truth = says(trace, "glance")[at], meant(trace)[at]
    glance, vision = panel(trace, "glance").values[at], panel(trace, "vision").values[at]
    return {
        "at": str(at + 1),
        "guess": guess,
        "truth": truth,
        "before": " ".join(meant(trace)[:at]),
        "guessed": percent(float(glance[ALPHABET.index(guess)])),
        "known": percent(float(vision[ALPHABET.index(truth)])),
    }


def swapped(found: Evidence) -> Mapping[str, str]:
    """The swapped images, and the attention they get while their letters are written."""
    first, second = found.first.swapped or (0, 0)
    shares = (looked(found.first, *cell) for cell in ((first, first), (first, second), (second, first)))
    straight, across, back = map(percent, shares)
    names = {"a": str(first + 1), "b": str(second + 1), "straight": straight, "across": across, "back": back}
    return {**names, "letter": found.first.answer[first : first + 1]}


def sure(found: Evidence) -> Mapping[str, str]:
    """How certain the first and the last letter are."""
    first, last = found.first.letters[0], found.first.letters[-1]
    (name, share), (other, less) = first.top[:2]
    return {
        "name": name,
        "first": percent(share),
        "other": other,
        "less": percent(less),
        "last": percent(last.top[0][1]),
    }
