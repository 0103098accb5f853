"""The table of lessons. Where models that were trained again need other seeds, `tests/lesson_seeds.py` finds them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from seqdemo.letters import ALPHABET
from seqdemo.page.core.resources import Resources
from seqdemo.page.html.wording import percent
from seqdemo.page.lessons.claims import (
    believed,
    crosses,
    gained,
    kept,
    looked,
    meant,
    panel,
    read,
    right,
    says,
    settled,
    slips,
    step,
    upper,
    wrong,
)
from seqdemo.page.lessons.lesson import FULLEST, Claim, Evidence, Figure, Lesson, Scene, wild
from seqdemo.trace import Trace

NEXT, SWAP, LONG, ROWS = "next-normal", "swap-normal", "swap-challenge", "row-47"
_OURS, _PLAIN, _ATTENDING, _ALIGNED = "cnn-gru-normal", "seq2seq", "seq2seq-bahdanau", "seq2seq-aligned"
_ONE_WAY = ("seq2seq-forward", "seq2seq-reversed", "seq2seq-peeky")
_CELLS = ("row-lstm-47", "row-gru-47", "row-rnn-47")
_READERS = ("reader", "reader-strokes")


def _eight(model: str, seed: int) -> Scene:
    return Scene(SWAP, model, seed, {"length": 8, "case": "upper"})


def _spelt(model: str, word: str) -> Scene:
    return Scene(LONG, model, 1, {"word": word, "case": "upper"})


def _by_length(model: str, *lengths: int, label: str = "length") -> tuple[Figure, ...]:
    return tuple(Figure(label, model, ("by_length", str(n), "accuracy")) for n in lengths)


def _of_row(trace: Trace) -> bool:
    return trace.family == "next"


def _glanced(found: Evidence) -> Mapping[str, str]:
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


def _swapped(found: Evidence) -> Mapping[str, str]:
    first, second = found.first.swapped or (0, 0)
    shares = (looked(found.first, *cell) for cell in ((first, first), (first, second), (second, first)))
    straight, across, back = map(percent, shares)
    names = {"a": str(first + 1), "b": str(second + 1), "straight": straight, "across": across, "back": back}
    return {**names, "letter": found.first.answer[first : first + 1]}


def _across(found: Evidence) -> float:
    """How much more attention the image with the right letter gets than the one that stands in its place."""
    first, second = found.first.swapped or (0, 0)
    return looked(found.first, first, second) - looked(found.first, first, first)


def _hesitant(trace: Trace) -> bool:
    return trace.task == "letter" and any(letter.top[1][1] >= 0.25 for letter in trace.letters)


def _doubts(found: Evidence) -> Mapping[str, str]:
    first, last = found.first.letters[0], found.first.letters[-1]
    (name, share), (other, less) = first.top[:2]
    return {
        "name": name,
        "first": percent(share),
        "other": other,
        "less": percent(less),
        "last": percent(last.top[0][1]),
    }


def _settles(place: int) -> Claim:
    return lambda it: settled(it.first) == place


def _blames(stage: str) -> Claim:
    return lambda it: it.first.verdict is not None and it.first.verdict.blame == stage


def _is_highest(place: int) -> Claim:
    return lambda it: it.figures[place] == max(it.figures)


LESSONS: Final[tuple[Lesson, ...]] = (
    Lesson(
        "sees",
        (Scene(NEXT, _OURS, 222, wild()),),
        options=(
            lambda it: says(it.first, "vision") == says(it.first, "glance"),
            lambda it: read(it.first) == meant(it.first),
            lambda it: read(it.first) not in (says(it.first, "glance"), meant(it.first)),
        ),
        right=1,
        needs=lambda it: len(slips(it.first, "glance")) == 1 and right(it.first),
        panel="vision",
        figures=(Figure("cnn", _OURS, ("glance",)), Figure("gru1", _OURS, ("vision",))),
        tried=lambda trace: _of_row(trace) and len(trace.letters) == 4 and bool(trace.panel("glance"))
        and gained(trace) >= 0.1,
        facts=_glanced,
        shown=("glance",),
    ),
    Lesson(
        "believes",
        (Scene(NEXT, _OURS, 38, {"length": 6}),),
        options=tuple(map(_settles, (0, 1, 2, 5))),
        right=1,
        needs=lambda it: right(it.first) and not slips(it.first) and step(it.first) == 2,
        panel="reasoning",
        figures=(Figure("gru2", _OURS, ("reasoning_on_truth",)), Figure("row", _OURS, ("accuracy",))),
        tried=lambda trace: _of_row(trace) and len(trace.letters) >= 4 and step(trace) == -3 and right(trace),
        facts=lambda it: {
            f"after{n}": percent(float(panel(it.first, "reasoning").values[n - 1].max())) for n in (1, 2, 3)
        },
        shown=("letters", "glance", "vision"),
    ),
    Lesson(
        "blame",
        (Scene(NEXT, _OURS, 1081, wild(length=3, case="mixed")),),
        options=tuple(map(_blames, ("vision", "reasoning", "both", "handover"))),
        right=0,
        needs=lambda it: wrong(it.first) and len(slips(it.first)) == 1,
        panel="steps",
        figures=(Figure("gru1", _OURS, ("vision",)), Figure("gru2", _OURS, ("reasoning_on_truth",))),
        tried=lambda trace: _of_row(trace) and right(trace) and bool(slips(trace)),
        shown=("letters", "glance", "vision", "reasoning", "step"),
    ),
    Lesson(
        "two",
        tuple(Scene(NEXT, _OURS, 2187, wild(start="G", step=3, length=n, case="mixed")) for n in (2, 5)),
        options=(
            lambda it: wrong(it.traces[1]),
            lambda it: right(it.traces[1]) and slips(it.traces[1]) == slips(it.first),
            lambda it: right(it.traces[1]) and not slips(it.traces[1]),
        ),
        right=1,
        needs=lambda it: wrong(it.first) and slips(it.first) == [1] and it.first.confidence > 0.8,
        panel="step",
        figures=_by_length(_OURS, 2, 3, 4, 5, 6),
        tried=lambda trace: _of_row(trace) and len(trace.letters) == 2 and trace.confidence < 0.5,
        facts=lambda it: {"step": believed(it.first), "step2": believed(it.traces[1])},
        after=1,
    ),
    Lesson(
        "bottleneck",
        (_eight(_PLAIN, 34), _eight(_ALIGNED, 34)),
        options=(
            lambda it: right(it.first),
            lambda it: wrong(it.first) and kept(it.first) >= 2,
            lambda it: wrong(it.first) and kept(it.first) == 0,
        ),
        right=1,
        needs=lambda it: not slips(it.first) and right(it.traces[1]) and len(it.first.answer) == 8,
        panel="state",
        figures=(*_by_length(_PLAIN, 4, 6, 8, label="model"), *_by_length(_ALIGNED, 8, label="model")),
        tried=lambda trace: trace.model == _PLAIN and len(trace.letters) >= 7 and right(trace),
        facts=lambda it: {
            "kept": it.first.answer[: kept(it.first)], "units": str(len(panel(it.first, "state").columns)),
        },
        shown=("letters", "glance", "vision"),
    ),
    Lesson(
        "reversed",
        tuple(_eight(model, 35) for model in _ONE_WAY),
        options=tuple(map(_is_highest, range(3))),
        right=2,
        needs=lambda it: [right(trace) for trace in it.traces] == [False, True, True]
        and it.figures[0] < it.figures[1] and it.first.swapped == (1, 2) and kept(it.first) <= 2,
        panel="alignment",
        figures=tuple(Figure("words", model, ("accuracy",)) for model in _ONE_WAY),
        tried=lambda trace: trace.model == "seq2seq-peeky" and wrong(trace),
        after=1,
    ),
    Lesson(
        "crossing",
        (_eight(_ATTENDING, 20),),
        options=(
            lambda it: _across(it) < -0.1,
            lambda it: _across(it) > 0.1,
            lambda it: abs(_across(it)) <= 0.1,
        ),
        right=1,
        needs=lambda it: crosses(it.first) and it.figures[0] < it.figures[1],
        panel="attention",
        figures=tuple(Figure("words", model, ("accuracy",)) for model in (_PLAIN, _ATTENDING)),
        tried=lambda trace: crosses(trace) and trace.swapped == (1, 2),
        facts=_swapped,
        shown=("letters", "glance", "vision"),
        step=lambda it: it.first.swapped[0],
    ),
    Lesson(
        "longer",
        (
            *(_spelt(_ATTENDING, word) for word in ("GENIUS", "ALPHABET", "BASKETBALL", "BLACKBERRIES")),
            _spelt(_ATTENDING, "CLAUSTROPHOBIA"), _spelt(_ALIGNED, "CLAUSTROPHOBIA"),
        ),
        options=(
            lambda it: right(it.traces[4]),
            lambda it: wrong(it.traces[4]) and len(it.traces[4].answer) < 14,
            lambda it: wrong(it.traces[4]) and len(it.traces[4].answer) == 14,
        ),
        right=1,
        needs=lambda it: all(right(it.traces[place]) for place in (0, 1, 5)) and not slips(it.traces[4]),
        panel="attention",
        figures=(*_by_length(_ATTENDING, 6, 8, 10, 12, 14, label="model"), *_by_length(_ALIGNED, 14, label="model")),
        tried=lambda trace: trace.family == "swap" and 11 <= len(trace.letters) < 14 and right(trace),
        after=4,
    ),
    Lesson(
        "rows",
        tuple(Scene(ROWS, model, 3, {"character": "E"}) for model in _CELLS),
        options=(
            lambda it: upper(it.traces[2]) > 1.25 * upper(it.first),
            lambda it: 0.8 * upper(it.first) <= upper(it.traces[2]) <= 1.25 * upper(it.first),
            lambda it: upper(it.traces[2]) < 0.5 * upper(it.first),
        ),
        right=2,
        needs=lambda it: all(map(right, it.traces)) and it.figures[2] < min(it.figures[:2]),
        panel="recall",
        figures=tuple(Figure("characters", model, ("accuracy",)) for model in _CELLS),
        tried=lambda trace: trace.family == "row" and len(trace.covered) >= 12 and right(trace),
        facts=lambda it: {f"upper{n}": percent(upper(trace)) for n, trace in enumerate(it.traces, 1)},
        shown=("vision",),
        after=2,
    ),
    Lesson(
        "doubt",
        tuple(Scene("letter", model, 89, wild(length=5)) for model in _READERS),
        options=(
            lambda it: it.figures[1] < it.figures[0] - 0.03,
            lambda it: abs(it.figures[1] - it.figures[0]) <= 0.03,
            lambda it: it.figures[1] > it.figures[0] + 0.03,
        ),
        right=2,
        needs=lambda it: abs(it.figures[3] - it.figures[2]) < abs(it.figures[1] - it.figures[0])
        and all(right(trace) for trace in it.traces),
        panel="letters",
        figures=tuple(
            Figure(name, model, ("calibration", "bins", FULLEST, name))
            for model in _READERS for name in ("confidence", "right")
        ),
        tried=_hesitant,
        facts=_doubts,
    ),
)  # fmt: skip
"""In the order in which they are taught."""


def offered(resources: Resources) -> dict[int, Lesson]:
    """The lessons whose models are all there, by their numbers from 1."""
    return {number: lesson for number, lesson in enumerate(LESSONS, 1) if lesson.offered(resources)}


def fulfilled(trace: Trace) -> list[str]:
    """The lessons whose task an answer does; none if its stages were set by hand."""
    if any(panel.overruled for panel in trace.panels):
        return []
    return [lesson.name for lesson in LESSONS if lesson.tried(trace)]
