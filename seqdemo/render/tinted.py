"""Tables of probabilities as pictures with one pixel a number, in the colours of a light and of a dark page."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seqdemo.render.colour import DARK, LEVELS, LIGHT, Lab, level, ramp
from seqdemo.render.picture import indexed


def style(values: NDArray[np.float32]) -> str:
    """The custom properties `--light` and `--dark`, each a picture of probabilities of shape (rows, columns)."""
    return f"--light:url({_coloured(values, LIGHT)});--dark:url({_coloured(values, DARK)})"


def _coloured(values: NDArray[np.float32], ends: tuple[Lab, Lab]) -> str:
    colours = [bytes.fromhex(colour[1:]) for colour in ramp(ends)]
    numbers = np.array([[level(float(value)) for value in row] for row in values], np.uint8)
    return indexed(numbers, np.frombuffer(b"".join(colours), np.uint8).reshape(LEVELS + 1, 3))
