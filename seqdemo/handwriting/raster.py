"""The one way from strokes to the 28x28 image that a model sees.

The convention is EMNIST's (Cohen et al. 2017): cropped to the ink, centred in a square with a border of two pixels,
light ink on black, edges blurred.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageColor, ImageDraw, ImageFilter

from seqdemo.handwriting.distortion import blurred, noisy
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.strokes import Points, Strokes, resampled

SIZE = 28
BORDER = 2
PEN = 2.4
"""Usual width of the pen in pixels of the image."""

_FINE = 4
"""The ink is drawn on a canvas this many times finer and then averaged."""
_BLUR = 0.45
"""Standard deviation of the blur, in pixels of the image."""
_DISCS = 500
"""At most this many discs a stroke: several times what a letter needs, and the limit of what a scribble may cost."""
_DOT = 0.02
"""Ink smaller than this share of the box is a dot, and is not blown up to a letter."""

_DRAWN: WeakKeyDictionary[Letter, NDArray[np.uint8]] = WeakKeyDictionary()


def images(letters: Iterable[Letter]) -> NDArray[np.uint8]:
    """What the model sees of each letter, shape (letters, 28, 28), as it was written, on its own paper."""
    drawn = [_drawn(letter) for letter in letters]
    return np.stack(drawn) if drawn else np.zeros((0, SIZE, SIZE), np.uint8)


def _drawn(letter: Letter) -> NDArray[np.uint8]:
    """One letter's image: drawn once however many models look at it, and forgotten with it."""
    image = _DRAWN.get(letter)
    if image is None:
        image = _DRAWN[letter] = _seen(letter)
    return image


def _seen(letter: Letter) -> NDArray[np.uint8]:
    if letter.written is None:
        assert letter.image is not None
        return letter.image
    soft = blurred(image_of(letter.written, letter.thickness), letter.blur)
    return noisy(255 - soft if letter.background == "white" else soft, letter.noise)


def coloured(images: NDArray[np.uint8], letters: Sequence[Letter]) -> NDArray[np.uint8]:
    """The images of these letters in their inks, shape (letters, 28, 28, 3): what a model that sees colours sees."""
    inks = np.array([ImageColor.getrgb(letter.ink) for letter in letters], np.uint16).reshape(-1, 1, 1, 3)
    white = np.array([letter.background == "white" for letter in letters]).reshape(-1, 1, 1)
    ink = np.where(white, 255 - images, images)[..., None] * inks // 255
    return np.where(white[..., None], 255 - ink, ink).astype(np.uint8)


def light_on_dark(inks: Sequence[Strokes]) -> NDArray[np.uint8]:
    """Images of at least one character with the usual pen, shape (inks, 28, 28)."""
    return np.stack([image_of(strokes) for strokes in inks])


def image_of(strokes: Strokes, thickness: float = 1.0) -> NDArray[np.uint8]:
    """Light ink on black, shape (28, 28); `thickness` is relative to the usual pen."""
    pen = PEN * thickness
    side = SIZE * _FINE
    canvas = Image.new("L", (side, side))
    draw = ImageDraw.Draw(canvas)
    for stroke in _placed(strokes, (SIZE - 2 * BORDER - pen) * _FINE, side / 2):
        _draw(draw, stroke, pen * _FINE)
    return np.asarray(canvas.filter(ImageFilter.GaussianBlur(_BLUR * _FINE)).reduce(_FINE))


def _placed(strokes: Strokes, side: float, centre: float) -> list[Points]:
    """The strokes in canvas units: the longer side of the ink is `side`, its middle is the canvas's."""
    low, high = strokes.bounds()
    extent = float((high - low).max())
    scale = side / extent if extent > _DOT else 0.0
    return [(stroke - (low + high) / 2) * scale + centre for stroke in strokes.strokes]


def _draw(draw: ImageDraw.ImageDraw, stroke: Points, width: float) -> None:
    """One stroke with round ends and joints: lines, and a chain of discs over them."""
    length = float(np.hypot(*np.diff(stroke, axis=0).T).sum())
    draw.line(stroke.ravel().tolist(), fill=255, width=round(width))
    centres = resampled(stroke, min(2 + int(length / (width / 4)), _DISCS))
    # Pillow takes Python's numbers faster than NumPy's.
    for corners in np.hstack([centres - width / 2, centres + width / 2]).tolist():
        draw.ellipse(corners, fill=255)
