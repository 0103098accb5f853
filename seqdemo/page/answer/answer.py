"""The answer itself: how sure the model is, whether it is right, and what to bear in mind."""

from __future__ import annotations

from collections.abc import Sequence

from seqdemo.page.answer.verdict import verdict
from seqdemo.page.answer.why import why
from seqdemo.page.answer.words.correction import correction, marked
from seqdemo.page.html.kind import written
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words, percent, signed, symbol
from seqdemo.trace import Trace

UNSURE = 0.5
"""A letter whose likeliest reading is less probable than this is called hard to read."""


def answer(trace: Trace, words: Words) -> Html:
    """The answer in large letters, facts about it, and all that stands beside the tile of a single model."""
    facts = el(
        "dl",
        *_fact(words["answer.confidence"], percent(trace.confidence)),
        *_search(trace, words),
        *_believed(trace, words),
    )
    return join(
        el("div", _big(trace, words), facts, class_="said"),
        correction(trace, words) if written(trace) else None,
        beside(trace, words),
    )


def beside(trace: Trace, words: Words) -> Html:
    """What stands beside the answer: why, whether it is right, and what the letters have that training had not."""
    return join(
        el("p", why(trace, words), class_="reason"),
        _covered(trace, words),
        verdict(trace, words),
        *_notes(trace, words),
        _doubt(trace, words),
    )


def changes_of_word(trace: Trace, words: Words) -> Html:
    """What became of the letters of a word, and how the word was looked for."""
    return join(correction(trace, words), el("dl", *_search(trace, words)))


def tile(trace: Trace, words: Words) -> Html:
    """The answer as the last box of the row."""
    share = percent(trace.confidence)
    name = symbol(trace.answer, words)
    shown = name or words["answer.nothing"]
    said = el("b", shown, class_=_size(trace, name), style=_length(name), data_answer=f"{shown} ({share})")
    return join(said, el("span", share))


def _big(trace: Trace, words: Words) -> Html:
    if not trace.answer:
        return el("p", words["answer.nothing"], class_="big long")
    name = symbol(trace.answer, words)
    said = marked(trace) if written(trace) else name
    return el("p", said, class_=" ".join(filter(None, ["big", _size(trace, name)])), style=_length(name))


def _size(trace: Trace, name: str) -> str | None:
    return None if written(trace) is None and len(name) <= 2 else "long"


def _length(name: str) -> str:
    """Long words are written smaller."""
    return f"--letters:{max(1, len(name))}"


def _covered(trace: Trace, words: Words) -> Html | None:
    """Which rows were hidden, with a place where the script puts what was answered before."""
    if not trace.covered:
        return None
    row = ", ".join(f"{first}–{last}" if last > first else f"{first}" for first, last in _spans(trace.covered))
    told = words["rows.one"].format(row=row) if len(trace.covered) == 1 else words["rows.several"].format(rows=row)
    before = el("span", data_before=words["rows.before"])
    return el("p", words["rows.covered"].format(rows=told), " ", before, class_="note beware covered")


def _spans(covered: Sequence[int]) -> list[tuple[int, int]]:
    """The first and last of neighbouring rows, counted from 1."""
    rows = sorted(covered)
    firsts = [row for row in rows if row - 1 not in rows]
    lasts = [row for row in rows if row + 1 not in rows]
    return [(first + 1, last + 1) for first, last in zip(firsts, lasts, strict=True)]


def _notes(trace: Trace, words: Words) -> list[Html]:
    """In what the letters differ from those of training."""
    label = trace.letters[0].meant or ""
    told = [
        words[f"note.{note}"].format(letter=label, capital=label.upper())
        for note in trace.notes
        if f"note.{note}" in words
    ]
    outside = [words[f"outside.{note}"] for note in trace.notes if f"outside.{note}" in words]
    if outside:
        told.append(words["note.outside"].format(what=", ".join(outside).format(**_trained(trace, words))))
    if written(trace) and not trace.answer:
        told.insert(0, words["note.nothing"])
    return [el("p", sentence, class_="note beware") for sentence in told]


def _trained(trace: Trace, words: Words) -> dict[str, str]:
    """What the rows of training were like, in tasks of rows."""
    usual = trace.trained
    if usual is None:
        return {}
    lengths = words["note.range"].format(first=usual.shortest, last=usual.longest)
    steps = words["note.range"].format(first=signed(usual.lowest), last=signed(usual.highest))
    return {"lengths": lengths if usual.shortest < usual.longest else str(usual.shortest), "steps": steps}


def _doubt(trace: Trace, words: Words) -> Html | None:
    """Which letters were hardly read, and whether the image is to blame or what stands around it."""
    glance = trace.panel("glance")
    alone = glance.values.max(axis=1) if glance is not None else [letter.top[0][1] for letter in trace.letters]
    unsure = [n for n, letter in enumerate(trace.letters) if letter.top[0][1] < UNSURE]
    vague = [str(n + 1) for n in unsure if alone[n] < UNSURE]
    clear = [str(n + 1) for n in unsure if alone[n] >= UNSURE]
    told = [words[key].format(positions=", ".join(at)) for key, at in (("doubt", vague), ("doubt.row", clear)) if at]
    return el("p", " ".join(told), class_="note beware") if told else None


def _search(trace: Trace, words: Words) -> tuple[Html, ...]:
    if written(trace) is None:
        return ()
    beam = trace.panel("beam")
    text = words["search.greedy"] if beam is None else words["search.beam"].format(width=len(beam.rows))
    return _fact(words["search.label"], explained(text, words))


def _believed(trace: Trace, words: Words) -> tuple[Html, ...]:
    panel = trace.panel("step")
    if panel is None:
        return ()
    best = int(panel.values[:, 0].argmax())
    believed = panel.rows[best].replace("-", "−")
    return _fact(words["answer.step"], f"{believed} ({percent(float(panel.values[best, 0]))})")


def _fact(label: str, value: str) -> tuple[Html, Html]:
    return el("dt", label), el("dd", value)
