"""The sheet that a picture is drawn on: measured in inches from its upper left corner, in the colours of the page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seqdemo.page.export.canvas import Across, Make
from seqdemo.page.export.typeface import POINT
from seqdemo.page.html import colour
from seqdemo.page.html.picture import Bytes, rgb, shades

_SEAM = 0.6 * POINT
"""Between the cells of a table."""


@dataclass(frozen=True)
class Look:
    """The colours of a page, light or dark, as its style sheet names them."""

    paper: str
    card: str
    ink: str
    quiet: str
    line: str
    accent: str
    right: str
    wrong: str
    ramp: tuple[str, ...]
    """From nothing to certain."""
    answer: str = "#ffd166"
    on_answer: str = "#241a00"


LIGHT = Look("#f7f5f0", "#ffffff", "#1a2130", "#566072", "#e2ddd2", "#2547a8", "#17693f", "#a3241b",
             tuple(colour.ramp(colour.LIGHT)))  # fmt: skip
DARK = Look("#11151c", "#1a202a", "#e8ebf1", "#a3adbd", "#2c3441", "#9dbcff", "#7fd6a4", "#ff9d94",
            tuple(colour.ramp(colour.DARK)))  # fmt: skip


class Sheet:
    """Draws at places in inches, x to the right and y down."""

    def __init__(self, width: float, height: float, look: Look, make: Make) -> None:
        self.look = look
        self.canvas = make(width, height, look.paper)
        self.written = self.canvas.content

    def text(self, x: float, y: float, text: str, size: float = 9, color: str | None = None, *, bold: bool = False,
             across: Across = "left") -> None:  # fmt: skip
        """One line of `size` points; y is its middle."""
        self.canvas.text(x, y, text, size, color or self.look.ink, bold, across)

    def box(
        self, x: float, y: float, width: float, height: float, color: str, *, round: float = 0, edge: str = "none"
    ) -> None:
        """A filled rectangle with corners of radius `round`."""
        self.canvas.box(x, y, width, height, color, min(round, width / 2, height / 2), edge)

    def cells(self, x: float, y: float, width: float, height: float, values: NDArray[np.float32]) -> None:
        """A table of probabilities of shape (rows, columns), each cell `width` by `height`."""
        rows, columns = values.shape
        self.picture(x, y, columns * width, rows * height, self.shades(values))
        for n in range(1, columns):
            self.box(x + n * width - _SEAM / 2, y, _SEAM, rows * height, self.look.card)
        for n in range(1, rows):
            self.box(x, y + n * height - _SEAM / 2, columns * width, _SEAM, self.look.card)

    def shades(self, values: NDArray[np.float32]) -> Bytes:
        """The colours of probabilities, shape (..., 3)."""
        levels = np.rint(np.sqrt(np.clip(values, 0, 1)) * colour.LEVELS).astype(int)
        ramp = np.array([rgb(each) for each in self.look.ramp], np.uint8)
        return np.asarray(ramp[levels])

    def on(self, probability: float) -> str:
        """Black or white, whichever can be read on the colour of a probability."""
        return colour.ink_on(self.look.ramp[colour.level(probability)])

    def picture(self, x: float, y: float, width: float, height: float, pixels: Bytes) -> None:
        """Pixels of shape (rows, columns, 3 or 4) with sharp edges."""
        self.canvas.pixels(x, y, width, height, pixels)

    def letter(self, x: float, y: float, side: float, image: Bytes, ink: str) -> None:
        """What a model saw, in its ink."""
        self.picture(x, y, side, side, shades(image, ink)[image])
