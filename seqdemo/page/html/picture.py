"""Numbers as PNG pictures in data: addresses."""

from __future__ import annotations

import base64
import io
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Bytes = NDArray[np.uint8]

WHITE = "#ffffff"


def data_uri(image: Bytes, ink: str = WHITE) -> str:
    """An image of shape (height, width) as an <img> shows it: grey, or in the colour of its ink."""
    return _inked(image.tobytes(), image.shape[1], ink)


@lru_cache(maxsize=256)  # one image stands in many tables
def _inked(pixels: bytes, width: int, ink: str) -> str:
    image = np.frombuffer(pixels, np.uint8).reshape(-1, width)
    return _address(Image.fromarray(image)) if ink == WHITE else indexed(image, shades(image, ink))


def shades(image: Bytes, ink: str) -> Bytes:
    """The colours of the 256 greys of an image in its ink, shape (256, 3)."""
    inked = np.arange(256, dtype=np.uint16)[:, None] * np.array(rgb(ink), np.uint16) // 255
    on_white = image[0, 0] > 127  # the border is paper; on white paper the ink shows its complement
    return (255 - inked[::-1] if on_white else inked).astype(np.uint8)


def indexed(image: Bytes, colours: Bytes) -> str:
    """An image of numbers of colours; `colours` has shape (up to 256, 3), or 4 where some are see-through."""
    height, width = image.shape
    picture = Image.frombytes("P", (width, height), image.tobytes())
    picture.putpalette(colours[:, :3].tobytes())
    if colours.shape[1] == 4:
        picture.info["transparency"] = colours[:, 3].tobytes()
    return _address(picture)


def _address(picture: Image.Image) -> str:
    written = io.BytesIO()
    picture.save(written, "PNG")
    return "data:image/png;base64," + base64.b64encode(written.getvalue()).decode()


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of #rrggbb, 0..255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
