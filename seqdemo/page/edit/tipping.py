"""A letter at many values of one slider: what it is read as at each, so that one sees where it tips over."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from seqdemo.page.edit.quantity import quantity
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.picture import data_uri
from seqdemo.page.html.wording import Words, percent, symbol
from seqdemo.trace import Trace

_SHORT = 2
"""Answers up to so many letters stand under each image."""


def tipping(name: str, values: Sequence[float], traces: Sequence[Trace], at: int, words: Words) -> Html:
    """A button for each value of the slider `name`, with what the letter at a place is then read as; the answers."""
    reads = [trace.letters[at].read for trace in traces]
    tips = [n > 0 and reads[n] != reads[n - 1] for n in range(len(reads))]
    stops = (_stop(name, *each, at, words) for each in zip(values, traces, tips, strict=True))
    title = words[f"tipping.{name}"].format(n=at + 1)
    told = words["tipping.answers"].format(answers=_answers(name, values, traces, words))
    handed = traces[0].set_by("read")
    by_hand = el("p", words["tipping.told"], class_="note beware") if handed and at in handed.overruled else None
    return join(el("p", title, class_="label"), el("ol", *stops), el("p", told, class_="note"), by_hand)


def _stop(name: str, value: float, trace: Trace, tips: bool, at: int, words: Words) -> Html:
    read, share = trace.letters[at], percent(trace.letters[at].top[0][1])
    letter, answer = symbol(read.read, words), symbol(trace.answer, words) or words["answer.nothing"]
    told = words["tipping.stop"].format(value=quantity(name, value), letter=letter, percent=share, answer=answer)
    return el(
        "li",
        el(
            "button",
            el("img", src=data_uri(read.image, read.ink), alt="", width=28, height=28),
            el("b", letter),
            el("span", share),
            el("span", f"→ {answer}", class_="then") if len(answer) <= _SHORT else None,
            el("small", quantity(name, value)),
            type="button",
            data_value=f"{value:g}",
            aria_label=told,
            title=told,
        ),
        class_="tips" if tips else None,
    )


def _answers(name: str, values: Sequence[float], traces: Sequence[Trace], words: Words) -> str:
    """The answers in the order of the values, each with the values between which it holds."""
    parts = []
    pairs = zip(values, (symbol(trace.answer, words) or words["answer.nothing"] for trace in traces), strict=True)
    for answer, run in groupby(pairs, key=lambda pair: pair[1]):
        held = [quantity(name, value) for value, _ in run]
        parts.append(f"{answer} ({held[0]})" if len(held) == 1 else f"{answer} ({held[0]} … {held[-1]})")
    return " · ".join(parts)
