"""What a program gives for letters becomes `Letter`s: text, strokes, or images of 28 x 28 pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from seqdemo.errors import InputError
from seqdemo.handwriting.letter import MAX_LETTERS, Letter
from seqdemo.handwriting.raster import SIZE
from seqdemo.handwriting.strokes import Strokes
from seqdemo.library.shelf import pen
from seqdemo.page.core import validation
from seqdemo.sequences.samples import Sample


def letters_of(given: Any, seed: int) -> tuple[Letter, ...]:
    """1 to 16 letters; raises InputError with the sentence that the page says.

    `given` is a text, written by the pen model with the seed; a `Sample`; or a list whose items are `Letter`,
    `Strokes`, strokes as lists of points, objects as the API takes them, or images. One array may hold all images.
    """
    if isinstance(given, str):
        return tuple(pen().write(validation.writable(given, MAX_LETTERS), validation.seed(seed)))
    if isinstance(given, Sample):
        return given.letters
    items = _images(given) if _is_picture(given) else given
    if not isinstance(items, Sequence):
        raise InputError("bad_letters", "Letters must be a text, a list of strokes, or images of 28 x 28 pixels.")
    return tuple(map(_letter, validation.counted(items)))


def _letter(item: Any) -> Letter:
    if isinstance(item, Letter):
        return item
    if isinstance(item, Strokes):
        return Letter(item)
    if _is_picture(item):
        images = _images(item)
        if len(images) != 1:
            raise _wrong_size()
        return images[0]
    return Letter.from_json(item if isinstance(item, dict) else {"strokes": _plain(item)})


def _plain(value: Any) -> Any:
    """Strokes whose points may be arrays or tuples, as JSON has them."""
    if isinstance(value, np.ndarray):
        return value.tolist()
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def _is_picture(value: Any) -> bool:
    """An image of PIL, or an array of NumPy or PyTorch."""
    return isinstance(value, Image.Image) or hasattr(value, "__array__")


def _images(value: Any) -> list[Letter]:
    """Images of shape (28, 28) or (letters, 28, 28): whole numbers from 0 to 255, or numbers from 0 to 1."""
    if isinstance(value, Image.Image):
        value = value.convert("L")
    if hasattr(value, "detach"):
        value = value.detach().cpu()
    pixels = np.asarray(value)
    if pixels.shape[-2:] != (SIZE, SIZE) or pixels.ndim not in (2, 3):
        raise _wrong_size()
    return [Letter.scanned(image) for image in _as_bytes(pixels.reshape(-1, SIZE, SIZE))]


def _as_bytes(pixels: NDArray[Any]) -> NDArray[np.uint8]:
    scale, most = (255, 1) if pixels.dtype.kind in "fb" else (1, 255)
    if pixels.dtype.kind not in "fbiu" or not ((pixels >= 0) & (pixels <= most)).all():  # NaN is in no range
        raise InputError("bad_image", "Pixels must be whole numbers from 0 to 255, or numbers from 0 to 1.")
    return np.rint(pixels.astype(np.float64) * scale).astype(np.uint8)


def _wrong_size() -> InputError:
    return InputError("bad_image", f"Images must have {SIZE} x {SIZE} pixels, light ink on black or dark ink on white.")
