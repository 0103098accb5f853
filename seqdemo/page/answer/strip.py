"""The letters as the model sees them, with what it took each for."""

from __future__ import annotations

from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.picture import data_uri
from seqdemo.page.html.wording import Words, percent, symbol
from seqdemo.trace import LetterRead, Trace


def strip(trace: Trace, words: Words) -> Html:
    """One figure per image: the 28x28 pixels and the three likeliest letters under them."""
    handed = trace.set_by("read")
    told = handed.overruled if handed else ()
    figures = (
        _figure(read, n, n in told, _misread(read, trace), _other(trace, n), words)
        for n, read in enumerate(trace.letters)
    )
    kinds = ("strip", "paired" if trace.swapped else "", "many" if len(trace.letters) > 7 else "")
    return el("ol", *figures, class_=" ".join(filter(None, kinds)))


def _other(trace: Trace, position: int) -> int | None:
    """In whose place an image stands, if it is one of a swapped pair."""
    if position not in trace.swapped:
        return None
    return next((place for place in trace.swapped if place != position), None)


def _misread(read: LetterRead, trace: Trace) -> bool:
    """Whether another letter was meant; where the answers are more than capitals, only the verdict knows."""
    if trace.verdict is not None and trace.family == "row":
        return not trace.verdict.right
    return read.meant is not None and read.meant.upper() != read.read


def _figure(read: LetterRead, position: int, told: bool, wrong: bool, other: int | None, words: Words) -> Html:
    alt = words["strip.image"].format(position=position + 1, letter=read.read)
    image = el("img", src=data_uri(read.image, read.ink), alt=alt, width=28, height=28)
    wrong = wrong and not told
    slip = el("p", words["strip.meant"].format(letter=read.meant), class_="slip") if wrong else None
    by_hand = el("p", words["set.read.mark"], class_="by-hand") if told else None
    return el(
        "li",
        _bracket(other, words),
        image,
        el("ol", *(_guess(symbol(letter, words), p) for letter, p in read.top), class_="top"),
        slip,
        by_hand,
        class_=" ".join(filter(None, ["misread" if wrong else "told" if told else "", _side(position, other)])) or None,
    )


def _bracket(other: int | None, words: Words) -> Html | None:
    """An arrow to the image that it changed places with."""
    if other is None:
        return None
    told = words["strip.pair"].format(position=other + 1)
    arrow = el("span", f"⇄ {other + 1}", aria_hidden="true")
    return el("p", arrow, el("span", told, class_="unseen"), class_="bracket", title=told)


def _side(position: int, other: int | None) -> str:
    return "" if other is None else "pair left" if position < other else "pair right"


def _guess(letter: str, probability: float) -> Html:
    bar = el("span", class_="bar", style=f"--share:{probability:.3f}")
    return el("li", el("b", letter), bar, el("span", percent(probability), class_="number"))
