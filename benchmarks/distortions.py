"""Letters made harder to read: turned, thinned, blurred, under noise, on paper that is not black."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from benchmarks.inked import Images, Inked
from seqdemo.handwriting import distortion, raster
from seqdemo.handwriting.glyphs import GlyphBank


@dataclass(frozen=True)
class Distortion:
    """One kind, from weak to strong."""

    name: str
    strengths: tuple[float, ...]
    usual: float
    """The strength that changes nothing; it is among the strengths."""
    draw: Callable[[Inked, float], Images]
    write: Callable[[Inked, float], Inked] = lambda letters, _: letters
    """What is done to the strokes before: most kinds leave them alone."""

    def bank(self, letters: Inked, strength: float) -> GlyphBank:
        """Letters with images and ways of the pen at one strength."""
        written = self.write(letters, strength)
        return written.bank(self.draw(written, strength))


def turned(letters: Inked, degrees: float) -> Inked:
    """Clockwise; they are cropped and centred when they are drawn, as any letter is."""
    return replace(letters, strokes=tuple(distortion.turned(strokes, degrees) for strokes in letters.strokes))


def drawn_with(letters: Inked, thickness: float) -> Images:
    """With a pen so many times as wide as the usual one."""
    return letters.images(partial(raster.image_of, thickness=thickness))


def noisy(letters: Inked, deviation: float) -> Images:
    """Gaussian noise on every pixel, its standard deviation as a share of the range from black to white."""
    return distortion.noisy(letters.images(), deviation)


def blurred(letters: Inked, pixels: float) -> Images:
    """Gaussian blur, its standard deviation in pixels."""
    return np.stack([distortion.blurred(image, pixels) for image in letters.images()])


def on_paper(letters: Inked, brightness: float) -> Images:
    """On paper from black (0) to white (1), in ink that is as far from the other end."""
    return distortion.as_pixels(letters.images() * (1.0 - 2.0 * brightness) + 255.0 * brightness)


DISTORTIONS = (
    Distortion("rotation", (-45, -30, -15, 0, 15, 30, 45), 0, lambda letters, _: letters.images(), turned),
    Distortion("noise", (0, 0.1, 0.2, 0.4, 0.6), 0, noisy),
    Distortion("blur", (0, 0.5, 1, 2, 3), 0, blurred),
    Distortion("thickness", (0.4, 0.7, 1, 1.5, 2, 2.5), 1, drawn_with),
    Distortion("paper", (0, 0.25, 0.4, 0.6, 1), 0, on_paper),
)
