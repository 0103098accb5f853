"""One step at a time: all are in the card at once, and the script chooses which shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from seqdemo.page.html.markup import Content, Html, el, packed
from seqdemo.page.html.picture import data_uri
from seqdemo.page.html.state import sheet_style
from seqdemo.page.html.wording import Words
from seqdemo.trace import LetterRead, Panel


def walk(names: Sequence[str], start: int, words: Words) -> Html:
    """A slider with a button on each side; `names` say of each step what it is about."""
    back, on = (
        el("button", sign, type="button", data_move=by, aria_label=words[f"block.{name}"])
        for sign, by, name in (("‹", -1, "back"), ("›", 1, "on"))
    )
    slider = el("input", type="range", min=0, max=len(names) - 1, value=start, step=1, data_walk=packed(list(names)),
                aria_label=words["block.walk"], aria_valuetext=names[start])  # fmt: skip
    return el("div", back, slider, on, el("output", names[start], aria_live="polite"), class_="walk")


def each(count: int, start: int, drawn: Callable[[int], Iterable[Content]], tag: str = "div") -> list[Html]:
    """What is drawn of every step, of which one shows."""
    return [el(tag, *drawn(step), data_moment=step, hidden=step != start) for step in range(count)]


def moving(panel: Panel) -> Html:
    """The numbers of the step that shows, as one small picture."""
    tile = el("span", class_="tile-of-state", aria_hidden="true")
    return el("span", tile, style=sheet_style(panel), class_="moving")


def share(step: int, count: int) -> str:
    """Where a step lies, as a style of what is around `moving` pictures."""
    return f"--at:{step / max(1, count - 1):.4f}"


def thumbnail(read: LetterRead) -> Html:
    return el("img", src=data_uri(read.image, read.ink), alt="", width=28, height=28)
