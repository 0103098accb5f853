"""`PenModel`: writes new letters, stroke by stroke, after the way people wrote them.

A point distribution model (Cootes et al. 1995, "Active shape models"): a shape of a character is its mean ink plus
a weighted sum of the few directions in which people's ink varied most. A character has several shapes, because
people write it with different strokes or in another order.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load as load_arrays
from safetensors.numpy import save as save_arrays

from seqdemo.errors import CheckpointError, InputError, UnreadableError
from seqdemo.files import json_bytes, read_bytes, read_json, write_together
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.strokes import Points, Strokes
from seqdemo.letters import CHARACTERS

POINTS = 24
"""Points of each stroke."""
DIRECTIONS = 8
"""Directions of variation of each shape."""
SHAPES = 4
"""At most this many shapes a character."""

FORMAT = 1
WEIGHTS, CONFIG = "model.safetensors", "config.json"
_MAX_BYTES = 1_000_000
_CONFIG_KEYS = {"format_version", "kind", "data", "seed", "versions", "sha256"}

_FARTHEST = 2.0
"""No weight goes beyond this many deviations: farther out, shapes stop looking like letters."""
_WOBBLE = 0.06
"""How far a point strays at jitter 1, in sides of the letter's box (one standard deviation)."""
_SMOOTHINGS = 6
"""Rounds of smoothing that make the straying of a point agree with its neighbours'."""
_LOSS = 2.48
"""Makes up for what they take: (2 pi SMOOTHINGS)**(1/4), as their kernel tends to a normal curve."""


WILD = 1.1
"""A temperature at which letters differ a little more than people's."""


@dataclass(frozen=True)
class Style:
    """How letters are to be written; raises InputError for values out of range."""

    temperature: float = 0.6
    """How far letters vary around their mean shape: 0 not at all, 1 as much as people's, up to 1.5."""
    slant: float = 0.0
    """Lean to the right in degrees, -45..45."""
    thickness: float = 1.0
    """Width of the pen relative to the usual one, 0.4..2.5."""
    jitter: float = 0.1
    """Unsteadiness of the hand, 0..1."""

    def __post_init__(self) -> None:
        _check(self.temperature, 0.0, 1.5, "bad_temperature", "A temperature must be a number between 0 and 1.5.")
        _check(self.slant, -45.0, 45.0, "bad_slant", "A slant must be a number of degrees between -45 and 45.")
        _check(self.thickness, 0.4, 2.5, "bad_thickness", "A thickness must be a number between 0.4 and 2.5.")
        _check(self.jitter, 0.0, 1.0, "bad_jitter", "A jitter must be a number between 0 and 1.")


def _check(value: Any, low: float, high: float, key: str, sentence: str) -> None:
    if type(value) not in (int, float) or not low <= value <= high:  # NaN is in no range
        raise InputError(key, sentence)


@dataclass(frozen=True, eq=False)
class Shape:
    """One way to write a character, in units of its box, x right and y down.

    The strokes are in the order, and their points in the direction, in which people wrote them.
    """

    share: float
    """How often people wrote the character in this way, 0..1."""
    mean: Points
    """Shape (strokes, POINTS, 2)."""
    directions: Points
    """Orthonormal, the widest first, shape (DIRECTIONS, strokes, POINTS, 2)."""
    deviations: Points
    """Standard deviation along each direction, shape (DIRECTIONS,)."""


class Hand(Protocol):
    """Whoever writes a text."""

    def write(self, text: str, seed: int, style: Style | None = None) -> list[Letter]: ...


@dataclass(frozen=True, eq=False)
class PenModel:
    """The shapes of every character of CHARACTERS, the most common first."""

    shapes: Mapping[str, tuple[Shape, ...]]

    def write(self, text: str, seed: int, style: Style | None = None) -> list[Letter]:
        """One letter for each character of `text`, its ink in the unit box and its coordinates to 4 decimals.

        Each letter is a pure function of (seed, position, character, style), on any machine.
        Raises InputError if the text is no string of A-Z, a-z and 0-9, or the seed not in 0..2**64 - 1.
        """
        _check_text(text)
        if type(seed) is not int or not 0 <= seed < 2**64:
            raise InputError("bad_seed", "A seed must be a whole number that is not negative, below 2^64.")
        style = Style() if style is None else style
        return [self._letter(character, _Dice(seed, at, character), style) for at, character in enumerate(text)]

    def _letter(self, character: str, dice: _Dice, style: Style) -> Letter:
        shape = _chosen(self.shapes[character], float(dice.uniform(1)[0]))
        ink = _leaning(_varied(shape, dice, style.temperature) + _straying(shape, dice, style.jitter), style.slant)
        strokes = Strokes(tuple(ink)).in_unit_box().strokes
        return Letter(Strokes(tuple(np.round(stroke, 4) for stroke in strokes)), character, thickness=style.thickness)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """The model as flat arrays, shape after shape in the order of CHARACTERS (half precision; strokes in a row)."""
        rows = [(character, shape) for character in CHARACTERS for shape in self.shapes[character]]
        return {
            "characters": np.array([ord(character) for character, _ in rows], dtype=np.uint8),
            "strokes": np.array([len(shape.mean) for _, shape in rows], dtype=np.uint8),
            "shares": np.array([shape.share for _, shape in rows], dtype=np.float16),
            "deviations": np.stack([shape.deviations for _, shape in rows]).astype(np.float16),
            "means": np.concatenate([shape.mean for _, shape in rows]).astype(np.float16),
            "directions": np.concatenate([shape.directions for _, shape in rows], axis=1).astype(np.float16),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> PenModel:
        """The model from what `arrays` returned; raises CheckpointError if they do not fit together."""
        _check_arrays(arrays)
        exact = {name: array.astype(np.float64) for name, array in arrays.items()}
        ends = np.cumsum(arrays["strokes"], dtype=np.int64)
        shapes: dict[str, tuple[Shape, ...]] = {}
        for n, (code, count, end) in enumerate(zip(arrays["characters"], arrays["strokes"], ends, strict=True)):
            at = slice(int(end) - int(count), int(end))
            shape = Shape(
                float(exact["shares"][n]), exact["means"][at], exact["directions"][:, at], exact["deviations"][n]
            )
            shapes[chr(code)] = (*shapes.get(chr(code), ()), shape)
        if set(shapes) != set(CHARACTERS):
            raise CheckpointError("The pen model does not hold exactly the characters A-Z, a-z and 0-9.")
        return cls(shapes)

    def files(self, config: Mapping[str, Any]) -> dict[str, bytes]:
        """The files of a checkpoint folder; `config` gives what the arrays do not know (data, seed, versions)."""
        weights = save_arrays(self.arrays())
        digest = hashlib.sha256(weights).hexdigest()
        whole = {"format_version": FORMAT, "kind": "pen", **config, "sha256": digest}
        return {WEIGHTS: weights, CONFIG: json_bytes(whole)}

    def save(self, folder: Path, config: Mapping[str, Any]) -> None:
        """Write `files` into a folder. Raises OSError, and then leaves what was there before."""
        write_together({folder / name: data for name, data in self.files(config).items()})

    @classmethod
    def load(cls, folder: Path) -> PenModel:
        """The model in a checkpoint folder; raises CheckpointError, with one line, if it is missing or damaged."""
        try:
            return cls._checked(folder)
        except CheckpointError:
            raise
        except OSError as error:
            raise CheckpointError(f"The pen model cannot be read: {error.strerror}.") from error
        except UnreadableError as error:
            raise CheckpointError(f"The pen model cannot be read: {error}.") from error
        except SafetensorError as error:
            raise CheckpointError("The pen model's weights are no safetensors file.") from error
        except Exception as error:  # whatever stands in the folder, the rest is to be loaded
            raise CheckpointError("The pen model cannot be read.") from error

    @classmethod
    def _checked(cls, folder: Path) -> PenModel:
        config = _config(folder / CONFIG)
        weights = read_bytes(folder / WEIGHTS, _MAX_BYTES)
        if config["sha256"] != hashlib.sha256(weights).hexdigest():
            raise CheckpointError("The pen model's weights are damaged: their checksum is not the one in config.json.")
        return cls.from_arrays(load_arrays(weights))


class _Dice:
    """Random numbers that are the same on every machine and with every version of numpy.

    Only the raw bits come from numpy, whose streams of bits are frozen (NEP 19); the rest is addition.
    """

    def __init__(self, seed: int, position: int, character: str) -> None:
        # Words of 32 bits, so that no two (seed, position) run into the same list.
        words = [seed & 0xFFFFFFFF, seed >> 32, position, ord(character)]
        self._bits = np.random.PCG64(np.random.SeedSequence(words))

    def uniform(self, count: int) -> Points:
        """Numbers in 0..1, shape (count,)."""
        return (np.asarray(self._bits.random_raw(count)) >> np.uint64(11)).astype(np.float64) * 2.0**-53

    def normal(self, count: int) -> Points:
        """Numbers of mean 0 and deviation 1, shape (count,): twelve uniform ones added up are very nearly normal."""
        total = np.zeros(count)
        for row in self.uniform(12 * count).reshape(12, count):
            total += row
        return total - 6.0


def _check_text(text: Any) -> None:
    if not isinstance(text, str) or any(character not in CHARACTERS for character in text):
        raise InputError("bad_text", "Only the letters A-Z and a-z and the digits 0-9 can be written.")


def _chosen(shapes: tuple[Shape, ...], draw: float) -> Shape:
    """The shape that a number in 0..1 falls on, each being as wide as its share."""
    left = draw * math.fsum(shape.share for shape in shapes)
    for shape in shapes:
        left -= shape.share
        if left < 0:
            return shape
    return shapes[-1]


def _varied(shape: Shape, dice: _Dice, temperature: float) -> Points:
    """Mean plus weighted directions; added one by one, since a matrix product's order of adding differs by machine."""
    weights = np.clip(dice.normal(DIRECTIONS), -_FARTHEST, _FARTHEST) * temperature * shape.deviations
    ink = shape.mean.copy()
    for weight, direction in zip(weights, shape.directions, strict=True):
        ink += weight * direction
    return ink


def _straying(shape: Shape, dice: _Dice, jitter: float) -> Points:
    """Smooth noise along each stroke, as of an unsteady hand, shape (strokes, POINTS, 2)."""
    noise = dice.normal(shape.mean.size).reshape(shape.mean.shape)
    for _ in range(_SMOOTHINGS):
        padded = np.concatenate([noise[:, :1], noise, noise[:, -1:]], axis=1)
        noise = (padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]) / 4
    strayed: Points = noise * (jitter * _WOBBLE * _LOSS)
    return strayed


def _leaning(ink: Points, slant: float) -> Points:
    """The ink sheared to the right by `slant` degrees."""
    x, y = ink[..., 0], ink[..., 1]
    return np.stack([x + math.tan(math.radians(slant)) * (0.5 - y), y], axis=-1)


def _config(path: Path) -> dict[str, Any]:
    config = read_json(path)
    if not isinstance(config, dict) or set(config) != _CONFIG_KEYS:
        raise CheckpointError(f"The pen model's config.json must hold exactly {', '.join(sorted(_CONFIG_KEYS))}.")
    if config["format_version"] != FORMAT or config["kind"] != "pen":
        raise CheckpointError(f"The folder holds no pen model of format {FORMAT}.")
    return config


def _check_arrays(arrays: Mapping[str, NDArray[Any]]) -> None:
    """Names, kinds, shapes and values; raises CheckpointError."""
    expected = _expected(arrays)
    if set(arrays) != set(expected):
        raise CheckpointError(f"The pen model's weights must hold exactly {', '.join(expected)}.")
    for name, (shape, kind) in expected.items():
        if arrays[name].shape != shape or arrays[name].dtype != kind:
            raise CheckpointError(f"The pen model's {name} must be {kind} of shape {shape}.")
        if not np.isfinite(arrays[name]).all():
            raise CheckpointError(f"The pen model's {name} hold a number that is not finite.")
    if not arrays["strokes"].all() or (arrays["shares"] <= 0).any():
        raise CheckpointError("Every shape of the pen model must have strokes and a share.")


def _expected(arrays: Mapping[str, NDArray[Any]]) -> dict[str, tuple[tuple[int, ...], str]]:
    """Shape and kind of each array, as the number of shapes and strokes demands."""
    strokes = arrays.get("strokes", np.zeros(0)).astype(np.uint8)
    count, total = strokes.size, int(strokes.sum())
    return {
        "characters": ((count,), "uint8"),
        "strokes": ((count,), "uint8"),
        "shares": ((count,), "float16"),
        "deviations": ((count, DIRECTIONS), "float16"),
        "means": ((total, POINTS, 2), "float16"),
        "directions": ((DIRECTIONS, total, POINTS, 2), "float16"),
    }
