"""What a visitor changes inside the machine: how it differs from before, and how a letter is read as a slider moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from seqdemo.checkpoints import Loaded
from seqdemo.explain import Options, explain
from seqdemo.handwriting.letter import RANGES, Letter
from seqdemo.page.core import language, validation
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.edit.changes import Changes, banner
from seqdemo.page.edit.tipping import tipping
from seqdemo.page.html.markup import Html
from seqdemo.page.html.wording import worded
from seqdemo.trace import Trace

VALUES: Final[dict[str, tuple[float, ...]]] = {
    "turn": tuple(range(-90, 91, 15)),
    "thickness": (0.4, 0.5, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.4, 2.5),
    "blur": tuple(n / 4 for n in range(13)),
    "noise": tuple(n / 20 for n in range(13)),
}
"""Where each slider is looked at, from one end of its range to the other."""
_FIELDS = (*RANGES, "background")


def compared(
    loaded: Loaded, now: Trace, letters: Sequence[Letter], original: Sequence[Letter], options: Options, code: str
) -> tuple[Html | None, Trace | None]:
    """What the page says of the changes, and what the model would have said without them; nothing if there are none."""
    changes = differences(letters, original, options)
    if not changes:
        return None, None
    before = explain(loaded, original, replace(options, read={}, look={}, brief=True))
    return banner(changes, before, now, worded(TEXTS[code], loaded.family)), before


def differences(letters: Sequence[Letter], original: Sequence[Letter], options: Options) -> Changes:
    """How letters and options differ from the letters alone as they were; nobody writes the same strokes twice."""
    order = _came_from(letters, original)
    changed = {at: _altered(letter, original[order[at]]) for at, letter in enumerate(letters)}
    return Changes(order, {at: values for at, values in changed.items() if values}, options.read, options.look)


def _came_from(letters: Sequence[Letter], original: Sequence[Letter]) -> tuple[int, ...]:
    """Where each letter stood; one that stands nowhere in the original is taken for the one in its place."""
    inks = [letter.to_json()["strokes"] for letter in original]
    left = dict.fromkeys(range(len(original)))
    order = []
    for at, letter in enumerate(letters):
        ink = letter.to_json()["strokes"]
        same = [place for place in left if inks[place] == ink]
        order.append(at if at in same or not same else same[0])
        left.pop(order[-1], None)
    return tuple(order)


def _altered(letter: Letter, was: Letter) -> dict[str, float | str]:
    return {name: getattr(letter, name) for name in _FIELDS if getattr(letter, name) != getattr(was, name)}


def varied(resources: Resources, asked: Mapping[str, Any]) -> dict[str, Any]:
    """One letter at every value of one slider, all else as it is."""
    code = language.chosen(asked.get("lang"), "")
    loaded = resources.model(asked.get("model"))
    options = replace(validation.options(asked.get("options", {})), brief=True)
    letters = validation.row(asked.get("letters"))
    name = validation.name(asked.get("slider"), VALUES, "slider")
    at = validation.place(asked.get("at"), len(letters))
    traces = [explain(loaded, _with(letters, at, {name: value}), options) for value in VALUES[name]]
    return {"html": tipping(name, VALUES[name], traces, at, worded(TEXTS[code], loaded.family))}


def _with(letters: Sequence[Letter], at: int, values: Mapping[str, Any]) -> list[Letter]:
    return [replace(letter, **values) if n == at else letter for n, letter in enumerate(letters)]
