"""What textbooks say of these models, held against the figures.

Each claim names the variants that it is about, takes two numbers from their histories and says if they bear it out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from seqdemo.page.html.charts.history import History

CLEAR = 0.03
"""Two shares differ clearly from so much on.

Three seeds of a shipped recipe spread by 0.013 at most (`seed-1.json`, `seed-2.json`), those of a short run by 0.0295
(studies/word-choices.json).
"""
CLEARLY_SOONER = 0.2
"""A run was clearly sooner or later at a goal than another from so much on, as a share of what that one had seen."""

Outcome = Literal["yes", "no", "unclear"]
Measure = Literal["share", "seen"]
Numbers = tuple[float, float]


@dataclass(frozen=True)
class Claim:
    """A sentence of a textbook, and how its two numbers are found."""

    key: str
    """Of its sentences in the page's words; one claim about several variants has several entries."""
    names: tuple[str, ...]
    """The variants that it is about: first the one that is to be beaten."""
    measure: Measure
    take: Callable[..., Numbers | None]
    """From the histories of these variants; None where the figures do not suffice."""
    more: bool = True
    """True: the claim is that the second number is the greater one."""
    lengths: tuple[int, int] | None = None
    """The numbers of letters that are compared, if the claim is about length."""


@dataclass(frozen=True)
class Finding:
    """A claim with its numbers."""

    claim: Claim
    histories: tuple[History, ...]
    numbers: Numbers
    outcome: Outcome


def findings(histories: Sequence[History]) -> tuple[Finding, ...]:
    """Every claim for which all variants and figures are there."""
    by_name = {history.name: history for history in histories}
    return tuple(found for claim in CLAIMS if (found := _finding(claim, by_name)) is not None)


def _finding(claim: Claim, by_name: Mapping[str, History]) -> Finding | None:
    if not all(name in by_name for name in claim.names):
        return None
    concerned = tuple(by_name[name] for name in claim.names)
    numbers = claim.take(*concerned)
    return None if numbers is None else Finding(claim, concerned, numbers, outcome(claim, numbers))


def outcome(claim: Claim, numbers: Numbers) -> Outcome:
    """Whether two numbers bear a claim out."""
    first, second = numbers if claim.more else numbers[::-1]
    clear = CLEAR if claim.measure == "share" else CLEARLY_SOONER * numbers[0]
    if abs(second - first) < clear - 1e-9:
        return "unclear"
    return "yes" if second > first else "no"


def on_usual_lengths(first: History, second: History) -> Numbers | None:
    """Right answers of each, greedy, for lengths as in training."""
    shares = [history.shares.get("greedy", {}).get("accuracy") for history in (first, second)]
    return None if shares[0] is None or shares[1] is None else (shares[0], shares[1])


def upper_half(first: History, second: History) -> Numbers | None:
    """How much of each one's answer hangs on the upper half of the image, which was read first."""
    if not first.saliency or not second.saliency:
        return None
    halves = [sum(history.saliency[: len(history.saliency) // 2]) for history in (first, second)]
    return halves[0], halves[1]


def half_way(first: History, second: History) -> Numbers | None:
    """How much each had seen when it first got half as much right as the better of them ever did."""
    curves = [history.accuracy_curve() for history in (first, second)]
    best = max((share for curve in curves for _, share in curve), default=0.0)
    first_seen, second_seen = (reached(curve, best / 2) for curve in curves)
    return (first_seen, second_seen) if best > 0 and first_seen and second_seen else None


def reached(curve: Sequence[tuple[float, float]], goal: float) -> float | None:
    """Where a curve that begins at nothing first reaches a goal, on straight lines between its points."""
    for (x, y), (next_x, next_y) in pairwise([(0.0, 0.0), *curve]):
        if next_y >= goal:
            return x + (next_x - x) * (goal - y) / (next_y - y) if next_y > y else next_x
    return None


def at_lengths(first: int, second: int) -> Callable[[History], Numbers | None]:
    """Right answers of one variant to words of two lengths."""

    def take(history: History) -> Numbers | None:
        line = history.by_length.get("greedy", {})
        return (line[first], line[second]) if first in line and second in line else None

    return take


def kept(first: int, second: int) -> Callable[[History, History], Numbers | None]:
    """How much of its right answers at the first length each variant keeps at the second."""

    def take(one: History, other: History) -> Numbers | None:
        pairs = [at_lengths(first, second)(history) for history in (one, other)]
        shares = [pair[1] / pair[0] for pair in pairs if pair is not None and pair[0] > 0]
        return (shares[0], shares[1]) if len(shares) == 2 else None

    return take


SHORT, LAST, BEYOND = 4, 8, 10
"""Lengths that are compared: the shortest and the longest in training, and one that training never had."""


def _harm(key: str, name: str, first: int, second: int) -> Claim:
    return Claim(key, (name,), "share", at_lengths(first, second), more=False, lengths=(first, second))


def _cure(key: str, name: str, first: int, second: int) -> Claim:
    return Claim(key, ("seq2seq", name), "share", kept(first, second), lengths=(first, second))


def _better(key: str, first: str, second: str) -> Claim:
    return Claim(key, (first, second), "share", on_usual_lengths)


CLAIMS = (
    Claim("sooner", ("seq2seq-forward", "seq2seq-reversed"), "seen", half_way, more=False),
    _better("reversed", "seq2seq-forward", "seq2seq-reversed"),
    _better("peeky", "seq2seq", "seq2seq-peeky"),
    _better("aligned", "seq2seq", "seq2seq-aligned"),
    _better("aligned", "seq2seq-report", "seq2seq-aligned-report"),
    _better("attention", "seq2seq", "seq2seq-bahdanau"),
    _better("attention", "seq2seq", "seq2seq-luong"),
    _harm("length", "seq2seq", SHORT, LAST),
    _cure("length_cured", "seq2seq-bahdanau", SHORT, LAST),
    _cure("length_cured", "seq2seq-luong", SHORT, LAST),
    _harm("beyond", "seq2seq", LAST, BEYOND),
    _cure("beyond_cured", "seq2seq-bahdanau", LAST, BEYOND),
    _cure("beyond_cured", "seq2seq-luong", LAST, BEYOND),
    _better("gates", "row-rnn-47", "row-lstm-47"),
    _better("gates", "row-rnn-47", "row-gru-47"),
    Claim("forgets", ("row-rnn-47", "row-lstm-47"), "share", upper_half),
    Claim("forgets", ("row-rnn-47", "row-gru-47"), "share", upper_half),
    _better("at_once", "row-lstm-47", "row-cnn-47"),
    _better("at_once", "row-best-47", "row-cnn-47"),
    _better("at_once", "row-lstm-2", "row-cnn-2"),
    _better("at_once", "row-best-2", "row-cnn-2"),
)
"""In the order in which they are told; those of one key are neighbours."""
