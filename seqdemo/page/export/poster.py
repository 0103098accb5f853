"""A whole answer as one picture, to be printed or shown: what was seen, what came of it, and every panel on the way."""

from __future__ import annotations

from dataclasses import dataclass, replace

from seqdemo.page.answer.bars import of_training
from seqdemo.page.answer.verdict import sentence
from seqdemo.page.answer.words.matrix import name_of
from seqdemo.page.export.blocks import DRAWERS, SMALL, Block
from seqdemo.page.export.canvas import CANVASES, Format, Make
from seqdemo.page.export.sheet import DARK, LIGHT, Sheet
from seqdemo.page.export.typeface import width_of, wrapped
from seqdemo.page.html.kind import written
from seqdemo.page.html.wording import Words, percent, symbol, worded
from seqdemo.trace import LetterRead, Panel, Trace

_WIDTH, _EDGE, _GAP = 13.0, 0.45, 0.3
_INSIDE = _WIDTH - 2 * _EDGE
_PAD, _TITLE = 0.2, 0.36
"""Inches between a card's edge and what it holds, and for its title."""


@dataclass(frozen=True)
class Caption:
    """What stands around the panels."""

    title: str
    model: str
    accuracy: str | None
    small: tuple[str, ...]
    """Lines of small print: how to get the letters back."""


@dataclass(frozen=True)
class _Card:
    """A block under its title, and where it stands."""

    title: str
    block: Block
    x: float = 0.0
    y: float = 0.0

    @property
    def width(self) -> float:
        return max(self.block.width, width_of(self.title, 10.5) * 1.08) + 2 * _PAD

    @property
    def height(self) -> float:
        return self.block.height + _TITLE + 2 * _PAD


def poster(trace: Trace, caption: Caption, words: Words, format: Format, dark: bool) -> bytes:
    """The picture as a file; the same answer gives the same bytes. `words` as for the page."""
    return _drawn(trace, caption, worded(words, trace.family, trace.kind), CANVASES[format], dark).written()


def _drawn(trace: Trace, caption: Caption, words: Words, make: Make, dark: bool) -> Sheet:
    told = wrapped(_told(trace, words), _INSIDE - 3.6, 11)
    small = [line for text in caption.small for line in wrapped(text, _INSIDE, 7.5)]
    top = max(1.75, 1.15 + 0.24 * len(told)) + _EDGE
    cards, bottom = _placed(
        [
            _letters(trace, words),
            *(_card(of_training(panel, trace.trained), trace, words) for panel in _ordered(trace)),
        ],
        top,
    )
    sheet = Sheet(_WIDTH, bottom + 0.17 * len(small) + 0.2, DARK if dark else LIGHT, make)
    _heading(sheet, trace, caption, told, words)
    for card in cards:
        _draw(sheet, card)
    for n, line in enumerate(small):
        sheet.text(_EDGE, bottom + 0.17 * n, line, 7.5, sheet.look.quiet)
    return sheet


def _ordered(trace: Trace) -> list[Panel]:
    """Tables about the letters first, then what is about each step, and the cells' states last."""
    order = ("heatmap", "bars", "ranking", "matrix", "map", "state")
    return sorted(trace.panels, key=lambda panel: order.index(panel.kind))


def _card(panel: Panel, trace: Trace, words: Words) -> _Card:
    title = words.get(f"panel.{panel.group or panel.id}.title", panel.title)
    several = panel.kind == "matrix" and sum(each.group == panel.group for each in trace.panels if panel.group) > 1
    if several:
        title = f"{title} · {name_of(panel, words)}" if panel.id == panel.group else name_of(panel, words)
    elif panel.kind == "map":
        title = f"{title} · {words['lines.after'].format(n=_seen(panel, trace))}"
    return _Card(title, DRAWERS[panel.kind](panel, trace, words))


def _seen(panel: Panel, trace: Trace) -> int:
    """After how many letters a map was right; the one with its group's own name is the last."""
    maps = [each for each in trace.panels if each.kind == "map" and each.group == panel.group]
    return len(maps) if panel.id == panel.group else [each for each in maps if each.id != panel.group].index(panel) + 1


def _letters(trace: Trace, words: Words) -> _Card:
    """The images with what each was taken for."""
    each, side = (0.82, 0.7) if len(trace.letters) <= 14 else (0.7, 0.6)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for n, read in enumerate(trace.letters):
            left = x + n * each
            sheet.letter(left, y, side, read.image, read.ink)
            color = sheet.look.wrong if _misread(read) else sheet.look.ink
            middle = left + side / 2
            sheet.text(middle, y + side + 0.14, symbol(read.read, words), 11, color, bold=True, across="center")
            sheet.text(middle, y + side + 0.34, percent(read.top[0][1]), SMALL, sheet.look.quiet, across="center")

    return _Card(words["picture.letters"], Block(len(trace.letters) * each, side + 0.42, draw))


def _misread(read: LetterRead) -> bool:
    return read.meant is not None and len(read.read) == 1 and read.meant.upper() != read.read.upper()


def _placed(cards: list[_Card], top: float) -> tuple[list[_Card], float]:
    """The cards, each as far up as there is room for it and then as far left; and where the lowest ends."""
    placed: list[_Card] = []
    for card in cards:
        lefts = [_EDGE, *(other.x + other.width + _GAP for other in placed)]
        places = [(_floor(card, x, placed, top), x) for x in lefts if x + card.width <= _WIDTH - _EDGE + 0.01]
        y, x = min(places, default=(_floor(card, _EDGE, placed, top), _EDGE))
        placed.append(replace(card, x=x, y=y))
    return placed, max(card.y + card.height for card in placed) + _GAP


def _floor(card: _Card, x: float, placed: list[_Card], top: float) -> float:
    """How far up a card may go at a place: below all that are already above or beneath it."""
    over = (o.y + o.height + _GAP for o in placed if o.x < x + card.width + _GAP and x < o.x + o.width + _GAP)
    return max(over, default=top)


def _draw(sheet: Sheet, card: _Card) -> None:
    sheet.box(card.x, card.y, card.width, card.height, sheet.look.card, round=0.12, edge=sheet.look.line)
    sheet.text(card.x + _PAD, card.y + _PAD + 0.08, card.title, 10.5, bold=True)
    card.block.draw(sheet, card.x + _PAD, card.y + _PAD + _TITLE)


def _heading(sheet: Sheet, trace: Trace, caption: Caption, told: list[str], words: Words) -> None:
    """Task and model on the left with what became of it, the answer on the right."""
    sheet.text(_EDGE, _EDGE + 0.15, caption.title, 21, bold=True)
    model = " · ".join(filter(None, (caption.model, caption.accuracy)))
    sheet.text(_EDGE, _EDGE + 0.6, model, 11, sheet.look.quiet)
    found = trace.verdict
    color = sheet.look.quiet if found is None else sheet.look.right if found.right else sheet.look.wrong
    for n, line in enumerate(told):
        sheet.text(_EDGE, _EDGE + 1.05 + 0.24 * n, line, 11, color)
    _answer(sheet, trace, words)


def _answer(sheet: Sheet, trace: Trace, words: Words) -> None:
    answer = symbol(trace.answer, words) or words["answer.nothing"]
    size = min(38.0, 38 * 2.6 / max(2.6, width_of(answer, 38) * 1.15))
    x, y, width, height = _WIDTH - _EDGE - 3, _EDGE - 0.05, 3.0, 1.45
    sheet.box(x, y, width, height, sheet.look.answer, round=0.16)
    sheet.text(x + width / 2, y + height * 0.43, answer, size, sheet.look.on_answer, bold=True, across="center")
    sure = words["picture.confidence"].format(percent=percent(trace.confidence))
    sheet.text(x + width / 2, y + height - 0.2, sure, 10, sheet.look.on_answer, across="center")


def _told(trace: Trace, words: Words) -> str:
    """The verdict with its mark, and which rows were hidden."""
    found = trace.verdict
    said = [f"{'✓' if found.right else '✗'} {sentence(trace, found, words)}"] if found else []
    if trace.covered:
        said.append(words["picture.covered"].format(rows=", ".join(str(row + 1) for row in trace.covered)))
    if written(trace) and not trace.answer:
        said.append(words["note.nothing"])
    return " ".join(said)
