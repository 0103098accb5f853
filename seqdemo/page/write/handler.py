"""Letters for the pad: typed ones and samples, in the pen model's hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from seqdemo.errors import InputError
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.pen import Style
from seqdemo.handwriting.strokes import Strokes
from seqdemo.page.core import language, validation
from seqdemo.page.core.replies import Reply, spoken
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.write.forms import MOST_BOXES
from seqdemo.sequences.rows import RowTask
from seqdemo.sequences.samples import TASKS
from seqdemo.sequences.words import places, swapped

_INK = 0.72
"""How much of a box a written letter fills; the pen model fills all of it."""


def written(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """Letters that were typed, in the pen model's hand; two of them swapped if that is asked for and possible."""
    if isinstance(TASKS.get(str(asked.get("task"))), RowTask):
        text, seed = validation.character(asked.get("text")), validation.seed(asked.get("seed"))
        return {"letters": _inked(resources.pen.write(text, seed, Style()))}
    text, seed = validation.text(asked.get("text"), MOST_BOXES), validation.seed(asked.get("seed"))
    wanted = validation.switch(asked.get("swap", False))
    free = places(text.upper()) if wanted else ()
    if free:
        text = swapped(text, free[int(np.random.default_rng(seed).integers(len(free)))])
    note = TEXTS[spoken(asked)]["type.unswapped"] if wanted and not free else None
    return {"letters": _inked(resources.pen.write(text, seed, Style())), "note": note}


def sampled(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """A sample for the pad."""
    try:
        drawn = resources.sample(asked.get("task"), asked.get("seed"), asked.get("options"))
    except InputError as error:
        return {"error": language.complaint(error, language.chosen(asked.get("lang"), ""))}
    return {"letters": _inked(drawn.letters)}


def _inked(letters: list[Letter] | tuple[Letter, ...]) -> list[Reply]:
    return [{**letter.to_json(), "strokes": _inset(letter.strokes).to_json()} for letter in letters if letter.strokes]


def _inset(strokes: Strokes) -> Strokes:
    return Strokes(tuple((stroke - 0.5) * _INK + 0.5 for stroke in strokes.strokes))
