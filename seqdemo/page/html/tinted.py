"""Tables of probabilities as pictures with one pixel a number, in the colours of a light and of a dark page."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seqdemo.page.html.colour import DARK, LEVELS, LIGHT, Lab, ramp
from seqdemo.page.html.picture import Bytes, indexed


def style(values: NDArray[np.float32]) -> str:
    """The custom properties `--light` and `--dark`, each a picture of probabilities of shape (rows, columns)."""
    numbers = np.rint(LEVELS * np.sqrt(np.clip(values, 0, 1))).astype(np.uint8)  # as `level` does it
    return f"--light:url({indexed(numbers, _LIGHT)});--dark:url({indexed(numbers, _DARK)})"


def _colours(ends: tuple[Lab, Lab]) -> Bytes:
    colours = [bytes.fromhex(colour[1:]) for colour in ramp(ends)]
    return np.frombuffer(b"".join(colours), np.uint8).reshape(LEVELS + 1, 3)


_LIGHT, _DARK = _colours(LIGHT), _colours(DARK)
