"""Numbers as PNG pictures in data: addresses, written out: that is shorter than asking a library for them."""

from __future__ import annotations

import base64
import struct
import zlib
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]

WHITE = "#ffffff"
_GREY, _PALETTE = 0, 3
"""PNG's numbers for the two kinds of colour."""


def data_uri(image: Bytes, ink: str = WHITE) -> str:
    """An image of shape (height, width) as an <img> shows it: grey, or in the colour of its ink."""
    return _inked(image.tobytes(), image.shape[1], ink)


@lru_cache(maxsize=256)  # one image stands in many tables
def _inked(pixels: bytes, width: int, ink: str) -> str:
    image = np.frombuffer(pixels, np.uint8).reshape(-1, width)
    return _address(_png(image, _GREY)) if ink == WHITE else indexed(image, shades(image, ink))


def shades(image: Bytes, ink: str) -> Bytes:
    """The colours of the 256 greys of an image in its ink, shape (256, 3)."""
    inked = np.arange(256, dtype=np.uint16)[:, None] * np.array(rgb(ink), np.uint16) // 255
    on_white = image[0, 0] > 127  # the border is paper; on white paper the ink shows its complement
    return (255 - inked[::-1] if on_white else inked).astype(np.uint8)


def indexed(image: Bytes, colours: Bytes) -> str:
    """An image of numbers of colours; `colours` has shape (up to 256, 3), or 4 where some are see-through."""
    parts = [_part(b"PLTE", colours[:, :3].tobytes())]
    if colours.shape[1] == 4:
        parts.append(_part(b"tRNS", colours[:, 3].tobytes()))
    return _address(_png(image, _PALETTE, *parts))


def _address(png: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(png).decode()


def _png(image: Bytes, kind: int, *parts: bytes) -> bytes:
    height, width = image.shape
    rows = np.zeros((height, width + 1), np.uint8)  # each row starts with its filter, 0: none
    rows[:, 1:] = image
    header = _part(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0))
    pixels = _part(b"IDAT", zlib.compress(rows.tobytes(), 6))
    return b"".join([b"\x89PNG\r\n\x1a\n", header, *parts, pixels, _part(b"IEND", b"")])


def _part(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of #rrggbb, 0..255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
