"""The table of lessons.

Where models that were trained again need other examples, `tests/lesson_seeds.py` finds them; `benchmarks/lessons.py`
works out what holds on average.
"""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from functools import cache
from typing import Any, Final

from seqdemo.checkpoints import Loaded
from seqdemo.letters import ALPHABET
from seqdemo.page.core.resources import Resources
from seqdemo.page.html.wording import percent
from seqdemo.page.lessons import measures
from seqdemo.page.lessons.claims import (
    believed,
    crosses,
    gained,
    glanced,
    kept,
    meant,
    panel,
    right,
    slips,
    step,
    sure,
    swapped,
    upper,
    wrong,
)
from seqdemo.page.lessons.lesson import Evidence, Figure, Lesson, Mean, Scene, Studied, Task, wild
from seqdemo.page.lessons.measures import CLEAR, about, above, most
from seqdemo.page.lessons.tasks import KNOWN, MISREAD, RIGHT, WRONG, at_task, by, second, that, with_letters
from seqdemo.sequences.arithmetic import NORMAL
from seqdemo.sequences.words import words_of
from seqdemo.trace import Trace

NEXT, SWAP, LONG, ROWS, LETTER = "next-normal", "swap-normal", "swap-challenge", "row-47", "letter"
_OURS, _REPORT, _PLAIN = "cnn-gru-normal", "cnn-gru-report-normal", "seq2seq"
_ATTENDING, _ALIGNED, _TRANSFORMER = "seq2seq-bahdanau", "seq2seq-aligned", "transformer"
_ALIGNED_REPORT = "seq2seq-aligned-report"
_DICTIONARY, _SPELLING = "swap-dictionary", "swap-best"
_ONE_WAY = ("seq2seq-forward", "seq2seq-reversed", "seq2seq-peeky")
_CELLS = ("row-lstm-47", "row-gru-47", "row-rnn-47")
_READERS = ("reader", "reader-strokes")
_NAME = "HAMILTON"
"""A word that is in no list."""


def _eight(model: str, seed: int) -> Scene:
    return Scene(SWAP, model, seed, {"length": 8, "case": "upper"})


def _spelt(model: str, word: str) -> Scene:
    return Scene(LONG, model, 1, {"word": word, "case": "upper"})


def _by_length(model: str, *lengths: int, label: str = "length") -> tuple[Figure, ...]:
    return tuple(Figure(label, model, ("by_length", str(n), "accuracy")) for n in lengths)


def _soft(loaded: Loaded) -> Loaded:
    """The same weights, but GRU 1 hands on the probabilities of all letters."""
    model: Any = copy(loaded.model)
    model.config = replace(model.config, link="soft")
    return replace(loaded, model=model)


def _not_knowing(loaded: Loaded) -> Loaded:
    """The dictionary without the words of the test."""
    model: Any = loaded.model
    return replace(loaded, model=_without_test_words(model))


@cache
def _without_test_words(model: Any) -> Any:
    return model.not_knowing("test")


def _two_and_five(seed: int) -> tuple[Scene, ...]:
    """Two letters of a line, and five of the same."""
    lines = NORMAL.lines(5)
    line = lines[seed * 7919 % len(lines)]
    return tuple(
        Scene(NEXT, _OURS, seed, {"start": ALPHABET[line.start], "step": line.step, "length": n, "case": "mixed"})
        for n in (2, 5)
    )


def _fourteen(seed: int) -> tuple[Scene, ...]:
    words = words_of("test", 14, 14)
    return (Scene(LONG, _ATTENDING, seed, {"word": words[seed % len(words)], "case": "mixed"}),)


def _decided(change: str) -> Studied:
    return Studied(f"decision.{change}", "one-change", change)


_REMEDIES = ("base", "warm-up", "clipping", "lower-rate", "pretrained")


def _remedied(study: str, model: str, change: str) -> Studied:
    return Studied(f"remedy.{change}", study, change, model)


def _remedies_as_told(it: Evidence) -> bool:
    """What each remedy alone does to attention, then to the Transformer."""
    none, warm, clipped, slower, reader = it.figures[:5]
    of_transformer = dict(zip(_REMEDIES, it.figures[5:10], strict=True))
    best = sorted(_REMEDIES, key=of_transformer.__getitem__)[-2:]
    return max(warm, clipped) < none + 0.01 and none + CLEAR < slower < reader and best == ["warm-up", "pretrained"]


LESSONS: Final[tuple[Lesson, ...]] = (
    Lesson(
        "sees",
        (Scene(NEXT, _OURS, 222, wild()),),
        measure=measures.reading,
        options=(most("same"), most("unclear"), most("true")),
        right=2,
        needs=lambda it: right(it.first),
        panel="vision",
        figures=(Figure("cnn", _OURS, ("glance",)), Figure("gru1", _OURS, ("vision",))),
        task=Task({"task": NEXT, "model": _OURS, "boxes": 4}, (
            at_task("next"), ("model", lambda trace: bool(trace.panel("glance"))), with_letters(4, 4), KNOWN,
            that("gain", lambda trace: gained(trace) >= 0.1),
        )),
        facts=glanced,
        shown=("glance",),
    ),
    Lesson(
        "believes",
        (Scene(NEXT, _OURS, 38, {"length": 6}),),
        measure=measures.settling,
        options=tuple(most(f"image{n}") for n in (1, 2, 3, 6)),
        right=1,
        needs=lambda it: right(it.first) and not slips(it.first) and step(it.first) == 2,
        panel="reasoning",
        figures=(Figure("gru2", _OURS, ("reasoning_on_truth",)), Figure("row", _OURS, ("accuracy",))),
        task=Task({"task": NEXT, "model": _OURS, "boxes": 4}, (
            at_task("next"), with_letters(4), KNOWN, that("step", lambda trace: step(trace) == -3), RIGHT,
        )),
        facts=lambda it: {
            f"after{n}": percent(float(panel(it.first, "reasoning").values[n - 1].max())) for n in (1, 2, 3)
        },
        shown=("letters", "glance", "vision"),
        drawn=lambda seed: (Scene(NEXT, _OURS, seed, {"length": 6, "case": "mixed"}),),
    ),
    Lesson(
        "blame",
        (Scene(NEXT, _OURS, 1081, wild(length=3, case="mixed")),),
        measure=measures.blamed,
        options=tuple(map(most, ("vision", "reasoning", "both", "handover"))),
        right=0,
        needs=lambda it: wrong(it.first) and len(slips(it.first)) == 1,
        panel="steps",
        figures=(Figure("gru1", _OURS, ("vision",)), Figure("gru2", _OURS, ("reasoning_on_truth",))),
        task=Task({"task": NEXT, "model": _OURS, "boxes": 4}, (at_task("next"), KNOWN, MISREAD, RIGHT)),
        shown=("letters", "glance", "vision", "reasoning", "step"),
        drawn=lambda seed: (Scene(NEXT, _OURS, seed, {"length": 2, "case": "mixed"}),),
    ),
    Lesson(
        "two",
        tuple(Scene(NEXT, _OURS, 2187, wild(start="G", step=3, length=n, case="mixed")) for n in (2, 5)),
        measure=measures.longer,
        options=(most("wrong"), most("despite"), most("reread")),
        right=1,
        needs=lambda it: wrong(it.first) and slips(it.first) == [1] and slips(it.traces[1]) == [1]
        and it.first.confidence > 0.8,
        panel="step",
        figures=_by_length(_OURS, 2, 3, 4, 5, 6),
        task=Task({"task": NEXT, "model": _OURS, "boxes": 2}, (
            at_task("next"), with_letters(2, 2), that("sure", lambda trace: trace.confidence < 0.5),
        )),
        facts=lambda it: {"step": believed(it.first), "step2": believed(it.traces[1])},
        after=1,
        drawn=_two_and_five,
    ),
    Lesson(
        "decision",
        tuple(Scene(NEXT, model, 6, wild(length=3, case="mixed")) for model in (_REPORT, _OURS)),
        measure=measures.of_target("hard", "all"),
        options=(above("all", "hard"), about("all", "hard"), above("hard", "all")),
        right=2,
        needs=lambda it: all(map(right, it.traces)),
        panel="vision",
        figures=(
            *map(_decided, ("base", "cross-entropy", "soft", "lstm", "causal")),
            Figure("words", _OURS, ("accuracy",)),
        ),
        task=Task({"task": NEXT, "model": _REPORT, "boxes": 3}, (
            at_task("next"), by(_REPORT), KNOWN, that("hesitates", second(0.1)), RIGHT,
        )),
        facts=lambda it: {f"p_{name}": percent(share) for name, share in it.measures.items()},
        studied={"hard": _decided("base"), "all": _decided("soft")},
        measured=tuple(
            Scene(NEXT, _REPORT, 6, wild(length=3, case="mixed"), altered) for altered in (None, _soft)
        ),
    ),
    Lesson(
        "bottleneck",
        (_eight(_PLAIN, 26), _eight(_ALIGNED, 26)),
        measure=measures.rescued,
        options=tuple(map(most, ("same", "another", "right"))),
        right=2,
        needs=lambda it: len(it.first.answer) == 8 and kept(it.first) >= 2 and it.figures[2] < it.figures[0],
        panel="state",
        figures=(*_by_length(_PLAIN, 4, 6, 8, label="model"), *_by_length(_ALIGNED, 8, label="model")),
        task=Task({"task": SWAP, "model": _PLAIN, "boxes": 7}, (
            at_task("swap"), by(_PLAIN), with_letters(7), KNOWN, RIGHT,
        )),
        facts=lambda it: {
            "kept": it.first.answer[: kept(it.first)], "units": str(len(panel(it.first, "state").columns)),
        },
        shown=("letters", "glance", "vision"),
        drawn=lambda seed: tuple(Scene(SWAP, model, seed, {"length": 8}) for model in (_PLAIN, _ALIGNED)),
    ),
    Lesson(
        "reversed",
        tuple(Scene(LONG, model, 25, {"length": 9, "case": "upper"}) for model in _ONE_WAY),
        measure=measures.orders,
        options=(above("forward", "reversed"), about("forward", "reversed"), above("reversed", "forward")),
        right=2,
        needs=lambda it: it.measures["peeky"] == 1 and it.figures[3] + CLEAR < it.figures[4]
        and max(it.figures[:3]) - min(it.figures[:3]) < CLEAR
        and about("front", "back", 0.03)(measures.halved(it.averages.means)),
        panel="alignment",
        figures=(
            *(Figure("usual", model, ("accuracy",)) for model in _ONE_WAY),
            *(Figure("beyond", model, ("challenge",)) for model in _ONE_WAY),
        ),
        task=Task({"task": SWAP, "model": "seq2seq-peeky", "boxes": 5}, (
            at_task("swap"), by("seq2seq-peeky"), KNOWN, WRONG,
        )),
        facts=measures.gains,
        after=2,
    ),
    Lesson(
        "crossing",
        (_eight(_ATTENDING, 20),),
        measure=measures.crossing,
        options=(
            above("straight", "across", 0.1), above("across", "straight", 0.1), about("straight", "across", 0.1),
        ),
        right=1,
        needs=lambda it: crosses(it.first) and it.figures[0] < it.figures[1],
        panel="attention",
        figures=(
            *(Figure("words", model, ("accuracy",)) for model in (_PLAIN, _ATTENDING)),
            Mean("across", "across"), Mean("straight", "straight"),
        ),
        task=Task({"task": SWAP, "model": _ATTENDING, "boxes": 6}, (
            at_task("swap"), ("model", lambda trace: bool(trace.panel("attention"))), KNOWN, RIGHT,
            that("pair", lambda trace: trace.swapped == (1, 2)), that("cross", crosses),
        )),
        facts=swapped,
        shown=("letters", "glance", "vision"),
        step=lambda it: it.first.swapped[0],
    ),
    Lesson(
        "attention",
        (Scene(SWAP, _TRANSFORMER, 1, {"word": "PARADISE", "case": "upper"}),),
        measure=measures.alike,
        options=(above("beside", "same", 0.02), above("same", "beside", 0.02), about("beside", "same", 0.02)),
        right=1,
        needs=lambda it: right(it.first) and it.measures["own"] > it.measures["beside"],
        panel="glance",
        figures=(Mean("same", "same"), Mean("beside", "beside"), Mean("rest", "rest")),
        task=Task({"task": SWAP, "model": _TRANSFORMER, "boxes": 6}, (
            at_task("swap"), by(_TRANSFORMER), KNOWN,
            that("twice", lambda trace: len(set(meant(trace))) <= len(trace.letters) - 2), RIGHT,
        )),
        facts=measures.twice,
        block=("attention", "encoder"),
    ),
    Lesson(
        "longer",
        (
            *(_spelt(_ATTENDING, word) for word in ("GEOGRAPHICALLY", "GENIUS", "ALPHABET", "BASKETBALL")),
            _spelt(_ATTENDING, "BLACKBERRIES"), _spelt(_ALIGNED, "GEOGRAPHICALLY"),
        ),
        measure=measures.lost,
        options=tuple(map(most, ("right", "short", "same", "long"))),
        right=1,
        needs=lambda it: all(right(it.traces[place]) for place in (1, 2, 5)),
        panel="attention",
        figures=(*_by_length(_ATTENDING, 6, 8, 10, 12, 14, label="model"), *_by_length(_ALIGNED, 14, label="model")),
        task=Task({"task": LONG, "model": _ALIGNED, "boxes": 11}, (
            at_task("swap"), with_letters(11, 13), KNOWN, RIGHT,
        )),
        drawn=_fourteen,
    ),
    Lesson(
        "dictionary",
        tuple(_spelt(model, _NAME) for model in (_DICTIONARY, _SPELLING)),
        measure=measures.spelling(_NAME),
        options=(
            above("dictionary", "spelling", 0.02), about("dictionary", "spelling", 0.02),
            above("spelling", "dictionary", 0.02),
        ),
        right=2,
        needs=lambda it: not slips(it.first) and it.figures[0] > it.figures[1],
        panel="listed",
        figures=(
            Figure("listed", _DICTIONARY, ("accuracy",)), Figure("listed", _SPELLING, ("accuracy",)),
            Figure("unlisted", _DICTIONARY, ("unlisted", "accuracy")),
        ),
        task=Task({"task": SWAP, "model": _DICTIONARY, "boxes": 6}, (
            at_task("swap"), by(_DICTIONARY), with_letters(4, 7), KNOWN,
            that("unlisted", lambda trace: trace.verdict is None or "no_word" in trace.notes),
        )),
        drawn=lambda seed: (
            Scene(SWAP, _DICTIONARY, seed, {}, _not_knowing), Scene(SWAP, _SPELLING, seed),
        ),
    ),
    Lesson(
        "rows",
        tuple(Scene(ROWS, model, 3, {"character": "E"}) for model in _CELLS),
        measure=measures.halves,
        options=(above("rnn", "lstm"), about("rnn", "lstm"), above("lstm", "rnn")),
        right=2,
        needs=lambda it: all(map(right, it.traces)) and it.figures[2] < min(it.figures[:2]),
        panel="recall",
        figures=(
            *(Figure("characters", model, ("accuracy",)) for model in _CELLS),
            *(Mean("upper", name, model) for name, model in zip(("lstm", "gru", "rnn"), _CELLS, strict=True)),
        ),
        task=Task({"task": ROWS, "model": "row-best-47", "boxes": 1}, (
            at_task("row"), KNOWN, that("covered", lambda trace: len(trace.covered) >= 12), RIGHT,
        )),
        facts=lambda it: {f"upper{n}": percent(upper(trace)) for n, trace in enumerate(it.traces, 1)},
        shown=("vision",),
        after=2,
    ),
    Lesson(
        "doubt",
        tuple(Scene(LETTER, model, 89, wild(length=5)) for model in _READERS),
        measure=measures.certainty,
        options=(
            above("cnn_sure", "cnn_right", 0.02), about("cnn_sure", "cnn_right", 0.02),
            above("cnn_right", "cnn_sure", 0.02),
        ),
        right=2,
        needs=lambda it: all(right(trace) for trace in it.traces),
        panel="letters",
        figures=(
            *(Mean(label, f"cnn_{label}", _READERS[0]) for label in ("sure", "right")),
            *(Mean(label, f"strokes_{label}", _READERS[1]) for label in ("sure", "right")),
        ),
        task=Task({"task": LETTER, "model": "reader", "boxes": 1}, (at_task("letter"), that("second", second(0.25)))),
        facts=sure,
    ),
    Lesson(
        "training",
        (_eight(_ATTENDING, 20),),
        measure=lambda ask: None,
        options=tuple(map(most, _REMEDIES[1:])),
        right=3,
        needs=lambda it: right(it.first) and _remedies_as_told(it),
        panel="attention",
        figures=(
            *(_remedied("did-not-train", _ATTENDING, change) for change in _REMEDIES),
            *(_remedied("did-not-train-transformer", _TRANSFORMER, change) for change in _REMEDIES),
            *(
                Studied(f"remedy.read.{change}", "did-not-train", change, _ATTENDING, figure="vision")
                for change in ("base", "lower-rate")
            ),
        ),
        task=Task({"task": SWAP, "model": _ALIGNED_REPORT, "boxes": 6}, (
            at_task("swap"), by(_ALIGNED_REPORT), with_letters(6), KNOWN, RIGHT,
        )),
        studied={change: _remedied("did-not-train", _ATTENDING, change) for change in _REMEDIES},
    ),
)  # fmt: skip
"""In the order in which they are taught."""


def offered(resources: Resources) -> dict[int, Lesson]:
    """The lessons whose models are all there, by their numbers from 1."""
    return {number: lesson for number, lesson in enumerate(LESSONS, 1) if lesson.offered(resources)}


def lacking(trace: Trace) -> dict[str, str]:
    """What an answer lacks of each lesson's task, by name: nothing where it does it."""
    if any(panel.overruled for panel in trace.panels):
        return {lesson.name: "by_hand" for lesson in LESSONS}
    return {lesson.name: lesson.task.lacks(trace) for lesson in LESSONS}
