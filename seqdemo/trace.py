"""`Trace`: everything that one run of a model has to show, as plain numbers.

Pictures, tables, files and API answers are all drawn from it. It knows nothing of models or pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Stage = Literal["none", "vision", "reasoning", "both", "handover"]


@dataclass(frozen=True, eq=False)
class LetterRead:
    """What a model made of one image."""

    read: str
    """The letter it was taken for."""
    top: tuple[tuple[str, float], ...]
    """The likeliest letters with their probabilities, best first."""
    image: NDArray[np.uint8]
    """What the model saw, shape (28, 28), 0 black to 255 white."""
    meant: str | None = None
    """The character that was meant, where that is known."""
    ink: str = "#ffffff"
    """The colour of the ink before the model made it grey."""

    def to_json(self) -> dict[str, Any]:
        return {
            "read": self.read,
            "meant": self.meant,
            "top": [[letter, round(p, 4)] for letter, p in self.top],
            "image": self.image.tolist(),
            "ink": self.ink,
        }


@dataclass(frozen=True, eq=False)
class Panel:
    """A table of numbers with named rows and columns, and how it wants to be drawn.

    `heatmap`: a distribution over the columns in each row. `bars`: one column. `matrix`: how much each step of the
    output (row) has to do with each letter image (column). `state`: the numbers that a model keeps in mind at each
    step. `ranking`: candidates, best first, with their scores. `map`: two quantities against each other.
    """

    kind: Literal["heatmap", "bars", "matrix", "state", "ranking", "map"]
    id: str
    """A stable name: `glance`, `vision`, `reasoning`, `attention`, `alignment`, `state`, `beam`, `step`, …"""
    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: NDArray[np.float32]
    """Shape (rows, columns)."""
    marked: tuple[int, ...] = ()
    """Rows that matter most, such as the one that holds the final answer."""
    faded: tuple[int, ...] = ()
    """Rows that are no real prediction, because the model had already seen what they name."""
    along: Literal["letters", "steps", "rows"] = "letters"
    """What the rows stand for: letter images, the steps in which an answer is written, or rows of one image.

    Along rows of an image, a panel may take several in one step: its rows are named `1`, `2`, … or `1-2`, `3-4`, …
    """
    group: str = ""
    """Panels of one group are one picture with a menu, such as the layers and heads of an attention."""
    sets: Literal["", "read", "look"] = ""
    """The option that sets a row of this panel by hand, if there is one."""
    overruled: tuple[int, ...] = ()
    """Rows that were set by hand."""

    def __post_init__(self) -> None:
        if self.values.shape != (len(self.rows), len(self.columns)):
            raise ValueError(f"expected values of shape {(len(self.rows), len(self.columns))}, got {self.values.shape}")

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "id": self.id,
            "title": self.title,
            "rows": list(self.rows),
            "columns": list(self.columns),
            "values": np.round(self.values.astype(float), 4).tolist(),
            "marked": list(self.marked),
            "faded": list(self.faded),
            "along": self.along,
            "group": self.group,
            "sets": self.sets,
            "overruled": list(self.overruled),
        }


@dataclass(frozen=True, eq=False)
class Part:
    """One part of a model at work: what went in, what came out, and how much of the model it is."""

    id: str
    """`cnn`, `gru1`, `encoder`, … as in the diagram of the way from images to answer."""
    shows: str
    """The panel that shows what it says, where a model has one."""
    takes: tuple[int, ...]
    """Shape of what goes in, such as (letters, 28, 28)."""
    gives: tuple[int, ...]
    """Shape of what comes out, such as (letters, units)."""
    parameters: int
    numbers: Panel
    """What came out, as a `state` panel: a row for each letter, step or row, a column for each unit."""

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "shows": self.shows,
            "takes": list(self.takes),
            "gives": list(self.gives),
            "parameters": self.parameters,
            "numbers": np.round(self.numbers.values.astype(float), 4).tolist(),
        }


@dataclass(frozen=True, eq=False)
class Block:
    """How one building block of a model works, in the numbers of one answer."""

    id: str
    """`cell`, `attention`, `embedding`, …"""
    part: str
    """The part of the model in which it works, as `Part.id` has it."""
    kind: str
    """What sort of it this is, such as `lstm` of a cell."""
    letters: tuple[LetterRead, ...]
    panels: tuple[Panel, ...]

    def panel(self, id: str) -> Panel:
        """The panel of that name; raises KeyError."""
        return {panel.id: panel for panel in self.panels}[id]

    def has(self, id: str) -> bool:
        """Whether there is a panel of that name."""
        return any(panel.id == id for panel in self.panels)


@dataclass(frozen=True)
class Verdict:
    """How the answer compares with the truth, where the truth is known, and which stage is to blame."""

    letters: str
    """The letters that were meant."""
    target: str
    """The right answer."""
    right: bool
    blame: Stage
    """`handover`: each stage alone was right, the log-probabilities that the first handed to the second were not."""
    reasoning_on_truth: str | None
    """What the reasoning stage answers when it is given the true letters; None if the model has no such stage."""
    rule_on_vision: str | None
    """What the exact rule answers to the letters that vision read; None if they form no line, or none is asked for."""

    def to_json(self) -> dict[str, Any]:
        return dict(vars(self))


@dataclass(frozen=True)
class Trained:
    """What the sequences were like that a model for the letter that follows learned from."""

    shortest: int
    longest: int
    """Fewest and most letters shown."""
    lowest: int
    highest: int
    """Smallest and largest step."""


@dataclass(frozen=True, eq=False)
class Trace:
    """One answer and how it came about."""

    model: str
    task: str
    answer: str
    confidence: float
    """The probability that the model gave to its answer, 0..1."""
    letters: tuple[LetterRead, ...]
    panels: tuple[Panel, ...]
    family: str = field(kw_only=True)
    """What the task has in common with its like: `next`, `swap`, `row` or `letter`."""
    kind: str = field(kw_only=True)
    """Which kind of model answered: its family's name, or another word where it is unlike the others.

    `channel`: no decoder wrote the word. `exact`, `lines`: nothing that was learned reasoned about word or line.
    `dictionary`: the same, with a list of words. `witnesses`: a reader that looks at more than the image. `once`: the
    image was not read row by row.
    """
    timing_ms: float = 0.0
    """How long the answer took."""
    verdict: Verdict | None = None
    swapped: tuple[int, ...] = ()
    """Places (from 0) of two letters that stand in each other's place: in truth where it is known, else as answered."""
    notes: tuple[str, ...] = ()
    """In what the letters differ from those of training: `count`, `paper`, `step`; `short`, `long`, `no_swap`,
    `no_word`; `scribble`, `pair`.

    `merged` says that a letter shares its class with its capital.
    """
    covered: tuple[int, ...] = ()
    """Rows (from 0) of the image that were hidden from the model."""
    parts: tuple[Part, ...] = ()
    """The parts of the model in the order in which they work."""
    trained: Trained | None = None
    """What training was like, where the letters form an arithmetic sequence."""

    def panel(self, id: str) -> Panel | None:
        """The panel of that name, or None if this model has none."""
        return next((panel for panel in self.panels if panel.id == id), None)

    def set_by(self, option: str) -> Panel | None:
        """The panel whose rows an option sets by hand, or None if this model takes no notice of it."""
        return next((panel for panel in self.panels if panel.sets == option), None)

    def to_json(self) -> dict[str, Any]:
        """All of it as JSON has it: lists for arrays, numbers rounded to 4 digits after the point."""
        return {
            "model": self.model,
            "task": self.task,
            "family": self.family,
            "kind": self.kind,
            "answer": self.answer,
            "confidence": round(self.confidence, 4),
            "letters": [letter.to_json() for letter in self.letters],
            "panels": [panel.to_json() for panel in self.panels],
            "timing_ms": round(self.timing_ms, 2),
            "verdict": self.verdict.to_json() if self.verdict else None,
            "swapped": list(self.swapped),
            "notes": list(self.notes),
            "covered": list(self.covered),
            "parts": [part.to_json() for part in self.parts],
            "trained": dict(vars(self.trained)) if self.trained else None,
        }
