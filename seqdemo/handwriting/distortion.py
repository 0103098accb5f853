"""What makes a letter harder to read: turned, stretched, blurred, under noise."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from seqdemo.handwriting.strokes import Strokes

_SEED = 0
"""Of the noise, so that the same letter always looks the same."""

Bytes = NDArray[np.uint8]


def turned(strokes: Strokes, degrees: float) -> Strokes:
    """Clockwise around the middle of the box."""
    if degrees == 0:
        return strokes
    angle = np.deg2rad(degrees)
    # x to the right, y down: this way a positive angle turns clockwise.
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return Strokes(tuple((stroke - 0.5) @ turn + 0.5 for stroke in strokes.strokes))


def stretched(strokes: Strokes, across: float, down: float) -> Strokes:
    """So many times as wide and as high."""
    return Strokes(tuple(stroke * (across, down) for stroke in strokes.strokes))


def blurred(image: Bytes, pixels: float) -> Bytes:
    """Gaussian blur of an image of shape (height, width), its standard deviation in pixels."""
    if pixels == 0:
        return image
    return np.asarray(Image.fromarray(image).filter(ImageFilter.GaussianBlur(pixels)))


def noisy(images: Bytes, deviation: float) -> Bytes:
    """Gaussian noise on every pixel, its standard deviation as a share of the range from black to white."""
    if deviation == 0:
        return images
    return as_pixels(images + np.random.default_rng(_SEED).normal(0, 255 * deviation, images.shape))


def as_pixels(values: NDArray[np.floating[Any]]) -> Bytes:
    """Brightness from 0 to 255 in whole numbers."""
    return values.round().clip(0, 255).astype(np.uint8)
