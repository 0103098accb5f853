"""The letters as the model sees them, with what it took each for."""

from __future__ import annotations

from seqdemo.render.markup import Html, el
from seqdemo.render.picture import data_uri
from seqdemo.render.wording import Words, percent
from seqdemo.trace import LetterRead, Trace


def strip(trace: Trace, words: Words) -> Html:
    """One figure per image: the 28x28 pixels and the three likeliest letters under them."""
    figures = (_figure(read, n, words) for n, read in enumerate(trace.letters))
    return el("ol", *figures, class_="strip")


def _figure(read: LetterRead, position: int, words: Words) -> Html:
    wrong = read.meant is not None and read.meant.upper() != read.read
    alt = words["strip.image"].format(position=position + 1, letter=read.read)
    image = el("img", src=data_uri(read.image), alt=alt, width=28, height=28)
    slip = el("p", words["strip.meant"].format(letter=read.meant), class_="slip") if wrong else None
    return el(
        "li",
        image,
        el("ol", *(_guess(letter, p) for letter, p in read.top), class_="top"),
        slip,
        class_="misread" if wrong else None,
    )


def _guess(letter: str, probability: float) -> Html:
    bar = el("span", class_="bar", style=f"--share:{probability:.3f}")
    return el("li", el("b", letter), bar, el("span", percent(probability), class_="number"))
