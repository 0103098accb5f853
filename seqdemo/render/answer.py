"""The answer itself: how sure the model is, whether it is right, and what to bear in mind."""

from __future__ import annotations

from seqdemo.render.correction import correction, marked
from seqdemo.render.markup import Html, el, join
from seqdemo.render.steps import written
from seqdemo.render.verdict import verdict
from seqdemo.render.wording import Words, percent
from seqdemo.trace import Trace

UNSURE = 0.5
"""A letter whose likeliest reading is less probable than this is called hard to read."""


def answer(trace: Trace, words: Words) -> Html:
    """The answer in large letters, facts about it, the verdict, and what the letters have that training had not."""
    facts = el("dl", *_fact(words["answer.confidence"], percent(trace.confidence)), *_search(trace, words),
               *_believed(trace, words))  # fmt: skip
    return join(
        el("div", _big(trace, words), facts, class_="said"),
        correction(trace, words) if written(trace) else None,
        verdict(trace, words),
        *_notes(trace, words),
        _doubt(trace, words),
    )


def tile(trace: Trace, words: Words) -> Html:
    """The answer as the last box of the row."""
    share = words["answer.sure"].format(percent=percent(trace.confidence))
    said = el("b", trace.answer or words["answer.nothing"], class_=_size(trace), style=_length(trace))
    return join(said, el("span", share))


def _big(trace: Trace, words: Words) -> Html:
    if not trace.answer:
        return el("p", words["answer.nothing"], class_="big long")
    said = marked(trace) if written(trace) else trace.answer
    return el("p", said, class_=" ".join(filter(None, ["big", _size(trace)])), style=_length(trace))


def _size(trace: Trace) -> str | None:
    return None if written(trace) is None and len(trace.answer) <= 2 else "long"


def _length(trace: Trace) -> str:
    """Long words are written smaller."""
    return f"--letters:{max(1, len(trace.answer))}"


def _notes(trace: Trace, words: Words) -> list[Html]:
    """In what the letters differ from those of training."""
    told = [words[f"note.{note}"] for note in trace.notes if f"note.{note}" in words]
    if written(trace) and not trace.answer:
        told.insert(0, words["note.nothing"])
    return [el("p", sentence, class_="note beware") for sentence in told]


def _doubt(trace: Trace, words: Words) -> Html | None:
    """Which letters the model could hardly read, and what to do about it."""
    unsure = [str(n) for n, letter in enumerate(trace.letters, 1) if letter.top[0][1] < UNSURE]
    return el("p", words["doubt"].format(positions=", ".join(unsure)), class_="note beware") if unsure else None


def _search(trace: Trace, words: Words) -> tuple[Html, ...]:
    if written(trace) is None:
        return ()
    beam = trace.panel("beam")
    text = words["search.greedy"] if beam is None else words["search.beam"].format(width=len(beam.rows))
    return _fact(words["search.label"], text)


def _believed(trace: Trace, words: Words) -> tuple[Html, ...]:
    panel = trace.panel("step")
    if panel is None:
        return ()
    best = int(panel.values[:, 0].argmax())
    believed = panel.rows[best].replace("-", "−")
    return _fact(words["answer.step"], f"{believed} ({percent(float(panel.values[best, 0]))})")


def _fact(label: str, value: str) -> tuple[Html, Html]:
    return el("dt", label), el("dd", value)
