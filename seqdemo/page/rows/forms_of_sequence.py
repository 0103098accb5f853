"""Many to one, one to many, many to many: what goes into a chain of cells, what comes out, and where to see it here."""

from __future__ import annotations

from collections.abc import Collection

from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words

_CELLS = 4
_STEP, _SIZE = 60, 34
_HIGH = 130


def forms(words: Words) -> Html:
    """The three ways, folded away."""
    every = range(_CELLS)
    ways = el(
        "ul",
        _way("one", words, _chain(every, (_CELLS - 1,))),
        _way("start", words, _chain((0,), every), task="swap-normal", model="seq2seq"),
        _way("many", words, _chain(every, every), _chain((0, 1), (2, 3)), task="next-normal"),
        class_="ways-of-sequence",
    )
    title = words["panel.forms.title"]
    return el(
        "section",
        el("details", el("summary", el("h2", title)), ways),
        id="panel-forms",
        class_="panel forms",
        aria_label=title,
    )


def _way(name: str, words: Words, *chains: Html, task: str | None = None, model: str | None = None) -> Html:
    """One way: its drawings, what it is, and a button that leads to where it is used."""
    leads = task and el("button", words[f"rows.form.{name}.go"], type="button", data_goto=task, data_goto_model=model)
    return el(
        "li",
        el("h3", words[f"rows.form.{name}"]),
        el("div", *chains, class_="chains"),
        el("p", explained(words[f"rows.form.{name}.told"], words)),
        leads,
    )


def _chain(into: Collection[int], out: Collection[int]) -> Html:
    """Cells in a row; an arrow from below brings something in, one upwards takes something out."""
    middle, half = _HIGH // 2, _SIZE // 2
    centres = [half + 4 + _STEP * n for n in range(_CELLS)]
    cells = (el("rect", x=x - half, y=middle - half, width=_SIZE, height=_SIZE, rx=8) for x in centres)
    on = "".join(_arrow(x + half, middle, _STEP - _SIZE, 0) for x in centres[:-1])
    up = "".join(_arrow(centres[n], middle - half, 0, -22) for n in out)
    down = "".join(_arrow(centres[n], middle + half + 22, 0, -22) for n in into)
    given = (el("circle", class_="in", cx=centres[n], cy=_HIGH - 8, r=6) for n in into)
    made = (el("circle", class_="out", cx=centres[n], cy=8, r=6) for n in out)
    width = centres[-1] + half + 4
    return el("svg", *cells, el("path", d=on + up + down), *given, *made, viewBox=f"0 0 {width} {_HIGH}",
              width=width, height=_HIGH, aria_hidden="true")  # fmt: skip


def _arrow(x: int, y: int, right: int, down: int) -> str:
    """A line and its head, which ends a little before its goal."""
    tip = f"M{x + right - 3} {y + down}l-6 -4m6 4l-6 4" if right else f"M{x} {y + down + 3}l-4 6m4 -6l4 6"
    return f"M{x} {y}l{right - 4 if right else 0} {down + 4 if down else 0}{tip}"
