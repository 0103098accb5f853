"""Traces made by hand, for tests of what is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from seqdemo.letters import ALPHABET
from seqdemo.trace import LetterRead, Panel, Part, Trace, Verdict

SYMBOLS = (*ALPHABET, "end")


def distributions(rows: Sequence[str], columns: Sequence[str]) -> np.ndarray:
    """Nine tenths on the column of each row's name, the rest spread evenly."""
    values = np.full((len(rows), len(columns)), 0.1 / (len(columns) - 1), np.float32)
    values[np.arange(len(rows)), [columns.index(name) for name in rows]] = 0.9
    return values


def images(letters: str, inks: Sequence[str] = ()) -> tuple[LetterRead, ...]:
    """Each letter read as it was meant, from an image that is unlike the others."""
    colours = [*inks, *["#ffffff"] * (len(letters) - len(inks))]
    return tuple(
        LetterRead(letter, ((letter, 0.9), ("A", 0.06)), np.full((28, 28), 10 + n, np.uint8), letter, ink)
        for n, (letter, ink) in enumerate(zip(letters, colours, strict=True))
    )


def stages(trace: Trace, *said: tuple[str, str]) -> Trace:
    """The trace with parts, each named with the panel that shows what it says; they need not be there."""
    return replace(trace, parts=tuple(_part(name, shows, trace.panel(shows)) for name, shows in said))


def _part(name: str, shows: str, panel: Panel | None) -> Part:
    along = panel.along if panel else "letters"
    numbers = Panel("state", name, name, ("1",), ("1", "2"), np.ones((1, 2), np.float32), along=along)
    return Part(name, shows, (1, 28, 28), (1, 2), 7, numbers)


def word_trace(
    shown: str = "LTETER",
    answer: str = "LETTER",
    pair: tuple[int, ...] = (1, 2),
    order: Sequence[int] = (),
    heads: int = 0,
    glance: bool = True,
    units: int = 32,
    verdict: Verdict | None = None,
) -> Trace:
    """What an encoder-decoder says; every step looks at its own image, the two of the pair at each other's."""
    steps, places = (*answer, "end"), tuple(order) or tuple(range(len(shown)))
    looks = list(range(len(steps)))
    if pair and max(pair) < len(steps):
        looks[pair[0]], looks[pair[1]] = pair[1], pair[0]
    weights = np.full((len(steps), len(places)), 0.2 / max(1, len(places) - 1), np.float32)
    for step, look in enumerate(looks):
        weights[step, places.index(min(look, len(places) - 1))] = 0.8
    names, columns = tuple(str(n + 1) for n in range(len(shown))), tuple(str(place + 1) for place in places)
    state = np.sin(np.arange(len(steps) * units, dtype=np.float32)).reshape(len(steps), units)
    panels = [
        *([Panel("heatmap", "glance", "Glance", names, tuple(ALPHABET), distributions(shown, ALPHABET))] * glance),
        Panel("heatmap", "vision", "Vision", names, tuple(ALPHABET), distributions(shown, ALPHABET)),
        Panel("heatmap", "reasoning", "Steps", steps, SYMBOLS, distributions(steps, SYMBOLS), along="steps"),
        _matrix("attention", steps, columns, weights, "attention" if heads else ""),
        *(_matrix(f"attention-1-{n + 1}", steps, columns, weights, "attention") for n in range(heads)),
        _matrix("alignment", steps, columns, weights / 2, ""),
        Panel("state", "state", "State", steps, tuple(map(str, range(units))), state, along="steps"),
    ]
    trace = Trace(
        "a-model",
        "swap-normal",
        answer,
        0.9,
        images(shown),
        tuple(panels),
        1.0,
        verdict,
        pair,
        family="swap",
        kind="swap",
    )
    return stages(trace, ("cnn", "glance"), ("encoder", "vision"), ("decoder", "reasoning"))


def _matrix(id: str, rows: Sequence[str], columns: tuple[str, ...], values: np.ndarray, group: str) -> Panel:
    return Panel("matrix", id, id, tuple(rows), columns, values, along="steps", group=group)


def beam(*words: str) -> Panel:
    """Candidates, each half as likely as the one before."""
    chances = 0.5 ** np.arange(1, len(words) + 1)
    values = np.stack([chances, np.log(chances)], axis=1).astype(np.float32)
    return Panel("ranking", "beam", "Beam", words, ("probability", "log_probability"), values)
