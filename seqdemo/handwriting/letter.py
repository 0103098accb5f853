"""`Letter`: ink together with what is known about it and how it is to be inked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from seqdemo.errors import InputError
from seqdemo.handwriting.distortion import turned
from seqdemo.handwriting.strokes import Strokes
from seqdemo.letters import CHARACTERS

MAX_LETTERS = 16

WHITE = "#ffffff"

Background = Literal["black", "white"]

RANGES: Final[dict[str, tuple[float, float]]] = {
    "thickness": (0.4, 2.5),
    "turn": (-90, 90),
    "blur": (0, 3),
    "noise": (0, 0.6),
}
"""The least and the most of what a letter has as a number."""

_INK = re.compile("#(?=(?:..){0,2}[4-9a-f])[0-9a-f]{6}")
"""One of red, green and blue is at least a quarter, so that no ink is as black as the paper."""


@dataclass(frozen=True, eq=False)
class Letter:
    """One written character as it enters a model.

    `label` is the character that was meant, where that is known; `thickness` is the pen's width relative
    to the usual one (0.4..2.5); `background` is the colour of the paper; `ink` the colour of the pen on black paper,
    as #rrggbb (on white paper, its complement). `turn` is how far it is turned, in degrees clockwise (-90..90); `blur`
    (0..3) a standard deviation in pixels of the image, `noise` (0..0.6) one in shares of the way from black to white.
    """

    strokes: Strokes | None
    """None where only the image is known."""
    label: str | None = None
    background: Background = "black"
    thickness: float = 1.0
    ink: str = WHITE
    turn: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    image: NDArray[np.uint8] | None = None
    """What a model sees of a letter without strokes, shape (28, 28), 0 black to 255 white."""

    @classmethod
    def scanned(cls, image: NDArray[np.uint8], label: str | None = None) -> Letter:
        """A letter of which only the image is known, shape (28, 28); its corner shows the colour of the paper."""
        return cls(None, label, "white" if image[0, 0] > 127 else "black", image=image)

    @property
    def written(self) -> Strokes | None:
        """The strokes as they stand on the paper."""
        return None if self.strokes is None else turned(self.strokes, self.turn)

    @classmethod
    def from_json(cls, value: Any) -> Letter:
        """A letter from `{"strokes": …}`, with what else is known of it under the fields' names; raises InputError."""
        if not isinstance(value, dict) or "strokes" not in value:
            raise InputError("bad_letter", "Each letter must be an object with a list of strokes.")
        label = value.get("label")
        if label is not None and (not isinstance(label, str) or len(label) != 1 or label not in CHARACTERS):
            raise InputError("bad_label", "A label must be one of A-Z, a-z or 0-9.")
        background = value.get("background", "black")
        if background not in ("black", "white"):
            raise InputError("bad_background", "A background must be black or white.")
        numbers = {name: _number(value, name, 1.0 if name == "thickness" else 0.0) for name in RANGES}
        ink = value.get("ink", WHITE)
        if not isinstance(ink, str) or not _INK.fullmatch(ink):
            raise InputError("bad_ink", "An ink must be a colour that can be seen on black, such as #ffcc66.")
        return cls(Strokes.from_json(value["strokes"]), label, background, ink=ink, image=None, **numbers)

    def to_json(self) -> dict[str, Any]:
        """The object that `from_json` reads; of turn, blur and noise only those that change something.

        Raises InputError for a letter without strokes.
        """
        if self.strokes is None:
            raise InputError("no_strokes", "A letter of which only the image is known has no strokes to send.")
        changed = {name: getattr(self, name) for name in ("turn", "blur", "noise") if getattr(self, name)}
        return {
            "strokes": self.strokes.to_json(),
            "label": self.label,
            "background": self.background,
            "thickness": self.thickness,
            "ink": self.ink,
            **changed,
        }


def _number(value: dict[str, Any], name: str, usual: float) -> float:
    number, (low, high) = value.get(name, usual), RANGES[name]
    if type(number) not in (int, float) or not low <= number <= high:  # NaN is in no range
        raise InputError(f"bad_{name}", f"A {name} must be a number between {low:g} and {high:g}.")
    return float(number)
