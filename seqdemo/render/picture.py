"""A 28x28 image as something that an <img> shows."""

from __future__ import annotations

import base64
import struct
import zlib

import numpy as np
from numpy.typing import NDArray

_GREY_8_BIT = bytes([8, 0, 0, 0, 0])


def data_uri(image: NDArray[np.uint8]) -> str:
    """A grey PNG of an image of shape (height, width), as a data: address."""
    return "data:image/png;base64," + base64.b64encode(png(image)).decode()


def png(image: NDArray[np.uint8]) -> bytes:
    """The bytes of a grey PNG, written out: that is shorter than asking a library for it."""
    height, width = image.shape
    rows = np.zeros((height, width + 1), np.uint8)  # each row starts with its filter, 0: none
    rows[:, 1:] = image
    header = struct.pack(">II", width, height) + _GREY_8_BIT
    parts = [_part(b"IHDR", header), _part(b"IDAT", zlib.compress(rows.tobytes(), 6)), _part(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _part(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
