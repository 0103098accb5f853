"""What one variant takes for what: a matrix of all answers, and its most frequent mistakes with a letter to try.

The matrix is a picture with one pixel a cell, so that 2,209 cells are a few thousand bytes; the script names the cell
that is pointed at. Its numbers stand below it as a table, one row a class.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from seqdemo.page.html.charts.history import Confusion, History, Mistake
from seqdemo.page.html.colour import DARK, LIGHT, Lab, level, ramp
from seqdemo.page.html.figures import tenths
from seqdemo.page.html.heatmap import legend
from seqdemo.page.html.markup import Html, el, packed
from seqdemo.page.html.picture import Bytes, data_uri, indexed
from seqdemo.page.html.wording import Words

LOOK_ALIKES = ("0O", "1IL", "2Z", "5S", "9gq")
"""Classes that a person cannot always tell apart either, once size and place on the line are gone.

Each group holds digits and letters, so its members are look-alikes of a digit or of a letter as well.
"""
_NAMED = 3
"""So many wrong answers of a class stand in the table."""


def confusion(history: History, words: Words) -> Html | None:
    """The section of one variant, of which the script shows the chosen one's; None where nothing was recorded."""
    if history.confusion is None and not history.mistakes:
        return None
    heading = el("h3", words["confusion.title"].format(title=history.title))
    matrix = _matrix(history.confusion, words) if history.confusion else None
    parts = el("div", matrix, _mistakes(history.mistakes, words), class_="sides")
    return el("section", heading, parts, class_="part confusion", data_variant=history.name)


def _matrix(table: Confusion, words: Words) -> Html:
    """The picture amid the names of its rows and columns, what its colours mean, and its numbers."""
    square = el(
        "div",
        el("div", *_letters(table.answers, words), class_="names top", aria_hidden="true"),
        el("div", *_letters(table.classes, words), class_="names side", aria_hidden="true"),
        _field(table),
        class_="mixed",
        tabindex=0,
        role="group",
        aria_label=words["confusion.label"],
        data_table=packed(_facts(table, words)),
        data_told=words["confusion.told"],
    )
    shares = legend(Words({**words, "heat.legend": words["confusion.share"]}))
    help_ = el("p", words["confusion.help"], class_="quiet")
    size = f"--rows:{len(table.classes)};--columns:{len(table.answers)}"
    scroll = el("div", square, class_="scroll")
    return el("div", help_, scroll, shares, _numbers(table, words), class_="whole", style=size)


def _field(table: Confusion) -> Html:
    """The picture for light and for dark pages, the right answers' outlines, and what the script moves over it."""
    levels = np.array([[level(share) for share in _shares(row)] for row in table.counts], np.uint8)
    sheets = f"--light:url({indexed(levels, _colours(LIGHT))});--dark:url({indexed(levels, _colours(DARK))})"
    lines = el(
        "svg",
        el("path", class_="kinds", d=_borders(table)),
        el("path", class_="right", d=_outlines(table)),
        viewBox=f"0 0 {len(table.answers)} {len(table.classes)}",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
    told = el("p", class_="told", role="status", hidden=True)
    return el("div", lines, el("span", class_="here", hidden=True), told, class_="field", style=sheets)


def _colours(ends: tuple[Lab, Lab]) -> Bytes:
    return np.array([[int(colour[n : n + 2], 16) for n in (1, 3, 5)] for colour in ramp(ends)], np.uint8)


def _outlines(table: Confusion) -> str:
    return "".join(f"M{right} {row}h1v1h-1z" for row, right in enumerate(table.right))


def _borders(table: Confusion) -> str:
    """Lines between digits, capitals and small letters."""
    across = "".join(f"M0 {row}H{len(table.answers)}" for row in _changes(table.classes))
    return across + "".join(f"M{column} 0V{len(table.classes)}" for column in _changes(table.answers))


def _changes(names: Sequence[str]) -> list[int]:
    kinds = [(name.isdigit(), name.isupper()) for name in names]
    return [n for n in range(1, len(kinds)) if kinds[n] != kinds[n - 1]]


def _facts(table: Confusion, words: Words) -> dict[str, object]:
    """What the script names cells by."""
    names = {
        "classes": [_name(name, words) for name in table.classes],
        "answers": [_name(name, words) for name in table.answers],
    }
    return {"counts": table.counts, **names}


def _shares(row: Sequence[int]) -> list[float]:
    return [count / (sum(row) or 1) for count in row]


def _letters(names: Sequence[str], words: Words) -> list[Html]:
    return [el("span", _name(name, words)) for name in names]


def _name(name: str, words: Words) -> str:
    """Characters as they are, `digit` and `letter` in words."""
    return words.get(f"confusion.{name}", name) if len(name) > 1 else name


def _numbers(table: Confusion, words: Words) -> Html:
    """For each class its right answers and the most frequent wrong ones."""
    heads = (el("th", words[f"confusion.{key}"], scope="col") for key in ("meant", "right", "wrong"))
    rows = (_row(table, n, words) for n, counts in enumerate(table.counts) if any(counts))
    caption = el("caption", words["confusion.label"], class_="unseen")
    drawn = el("table", caption, el("thead", el("tr", *heads)), el("tbody", *rows))
    scroll = el("div", drawn, class_="scroll", tabindex=0, role="region", aria_label=words["chart.numbers"])
    return el("details", el("summary", words["chart.numbers"]), scroll, class_="numbers")


def _row(table: Confusion, number: int, words: Words) -> Html:
    counts, right = table.counts[number], table.right[number]
    shares = _shares(counts)
    order = sorted(range(len(counts)), key=lambda answer: -counts[answer])
    wrong = [answer for answer in order if answer != right and counts[answer]][:_NAMED]
    named = ", ".join(f"{_name(table.answers[answer], words)} {tenths(shares[answer])}" for answer in wrong)
    return el(
        "tr",
        el("th", table.classes[number], scope="row"),
        el("td", tenths(shares[right])),
        el("td", named or "–", class_="text"),
    )


def _mistakes(mistakes: Sequence[Mistake], words: Words) -> Html | None:
    """The most frequent mistakes, one card each."""
    if not mistakes:
        return None
    why = el("p", words["confusion.alike.why"], class_="quiet") if any(map(alike, mistakes)) else None
    cards = el("ol", *(_card(mistake, words) for mistake in mistakes), class_="mistakes")
    heading, source = el("h4", words["confusion.frequent"]), el("p", words["confusion.pen"], class_="quiet")
    return el("div", heading, source, cards, why, class_="most")


def alike(mistake: Mistake) -> bool:
    """Whether the two are classic look-alikes; where the answer is `digit` or `letter`, whether one of those is."""
    kind = len(mistake.read) > 1
    return any(mistake.meant in group and (kind or mistake.read in group) for group in LOOK_ALIKES)


def _card(mistake: Mistake, words: Words) -> Html:
    pair = words["confusion.pair"].format(meant=mistake.meant, read=_name(mistake.read, words))
    share = tenths(mistake.count / mistake.of)
    number = words["confusion.count"].format(count=mistake.count, of=mistake.of, share=share)
    mark = el("span", words["confusion.alike"], class_="alike") if alike(mistake) else None
    told = el(
        "div", el("b", pair), el("p", number, class_="quiet"), mark, _form(mistake, words), _trial(mistake, pair, words)
    )
    return el("li", _picture(mistake, words), told)


def _form(mistake: Mistake, words: Words) -> Html | None:
    """Which of the forms that share a class the picture shows, where it is not the one that names the class."""
    if mistake.image is None or mistake.character == mistake.meant:
        return None
    return el("p", words["confusion.form"].format(character=mistake.character), class_="quiet")


def _picture(mistake: Mistake, words: Words) -> Html | None:
    if mistake.image is None:
        return None
    written = words["confusion.written"].format(character=mistake.character)
    return el("img", src=data_uri(mistake.image), alt=written, width=28, height=28)


def _trial(mistake: Mistake, pair: str, words: Words) -> Html | None:
    """The button that has this letter written into the pad; or why there is none."""
    if mistake.seed is None:
        return el("p", words["confusion.none"], class_="quiet none")
    if mistake.image is None:
        return None
    return el("button", words["confusion.try"], type="button", data_try=True, data_character=mistake.character,
              data_seed=mistake.seed, data_temperature=f"{mistake.temperature}",
              aria_label=words["confusion.try.label"].format(pair=pair))  # fmt: skip
