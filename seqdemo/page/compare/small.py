"""Heat-maps at a glance: small pictures with one pixel a number, and what they show in words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.tinted import style
from seqdemo.page.html.wording import Words, symbol
from seqdemo.trace import Panel, Trace


def glimpses(trace: Trace, words: Words) -> Iterable[Html]:
    """Where a word's letters come from, or what was read and reasoned."""
    looks = trace.panel("attention") or trace.panel("alignment")
    both = (trace.panel("vision"), trace.panel("reasoning"))
    for panel in [looks] if looks else [panel for panel in both if panel]:
        yield _small(panel, words)


def belief(panel: Panel, words: Words) -> Html:
    """What was believed after each row of an image, with the names of the answers above."""
    names = el("div", *(el("span", symbol(name, words)) for name in panel.columns), class_="names", aria_hidden="true")
    return el("div", names, _picture(panel, words), class_="small-belief", style=f"--columns:{len(panel.columns)}")


def _small(panel: Panel, words: Words) -> Html:
    short = el("figcaption", words[f"small.{panel.id}"], aria_hidden="true")
    return el("figure", _picture(panel, words), short, class_=f"glimpse {panel.kind} by-{panel.along}")


def _picture(panel: Panel, words: Words) -> Html:
    title = words.get(f"panel.{panel.id}.title", panel.title)
    told = words["small.told"].format(title=title, names=" ".join(_strongest(panel, words)))
    return el(
        "div",
        role="img",
        aria_label=told,
        class_="tinted",
        style=f"{style(panel.values)};--size:{len(panel.columns)}/{len(panel.rows)}",
    )


def _strongest(panel: Panel, words: Words) -> list[str]:
    """The strongest column of each row; along rows of an image, each change of mind once."""
    names = [symbol(panel.columns[int(n)], words) for n in panel.values.argmax(axis=1)]
    return [name for name, _ in groupby(names)] if panel.along == "rows" else names
