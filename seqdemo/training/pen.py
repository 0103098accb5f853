"""Fitting the pen model to people's ink, and measuring what it writes."""

from __future__ import annotations

import datetime
import json
import math
import platform
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import safetensors
from numpy.typing import NDArray
from tqdm import tqdm

from seqdemo.errors import DataError
from seqdemo.files import json_bytes, read_json, write_together
from seqdemo.handwriting import raster, unipen
from seqdemo.handwriting.inkset import InkSet
from seqdemo.handwriting.pen import CONFIG, DIRECTIONS, POINTS, SHAPES, PenModel, Shape, Style
from seqdemo.handwriting.strokes import Points, Strokes, resampled
from seqdemo.letters import ALPHABET, CHARACTERS, index_of

ENOUGH = 200
"""With fewer own-standing samples of a character, those cut out of words are taken too."""
OUTLIERS = 0.15
"""Share of the samples of a shape, the farthest from its mean, that are left out."""
MOST_STROKES = 4
"""Ink of more strokes has been corrected or broken off."""
CLUSTERS = 8
"""Ink of as many strokes is first parted into up to this many clusters; only the largest become shapes."""
FEWEST = 16
"""Samples that a cluster needs to become a shape."""
RARE = 0.06
"""Shapes with less than this share of a character's ink are left out."""
LETTERS = ALPHABET + ALPHABET.lower()
NEIGHBOURS, CLEAR = 51, 0.4
"""A shape is left out if fewer than CLEAR of the NEIGHBOURS letters that look most like it are that letter."""
_STARTS, _ROUNDS = 4, 60

METRICS, CARD = "metrics.json", "README.md"
TEMPERATURES = (0.5, Style().temperature, 0.9)
"""Temperatures at which the model is measured; the middle one is the default."""

Read = Callable[[NDArray[np.uint8]], NDArray[np.integer[Any]]]
"""A reader: images of shape (N, 28, 28), 0..255, to class indices 0..25 of shape (N,)."""


def train_pen(data_dir: Path, out: Path, seed: int) -> PenModel:
    """Fit the pen model to the UNIPEN data in `data_dir` and write its checkpoint folder; returns the model.

    Raises DataError if the data is missing, OSError if the folder cannot be written.
    """
    ink = unipen.load(data_dir)
    pen = fit(ink, seed)
    config = {"data": "UNIPEN train_r01_v07, training writers", "seed": seed, "versions": _versions()}
    files = pen.files(config)
    files |= _described(json.loads(files[CONFIG]), _facts(ink, pen, seed))
    write_together({out / name: data for name, data in files.items()})
    return PenModel.load(out)


def record(out: Path, figures: Mapping[str, Any]) -> None:
    """Add figures to metrics.json and write the card anew from it, so that the two cannot differ."""
    files = _described(read_json(out / CONFIG), {**read_json(out / METRICS), **figures})
    write_together({out / name: data for name, data in files.items()})


def _described(config: Mapping[str, Any], metrics: Mapping[str, Any]) -> dict[str, bytes]:
    return {METRICS: json_bytes(metrics), CARD: card(config, metrics).encode()}


def measure(pen: PenModel, read: Read, per_letter: int, seed: int) -> dict[str, Any]:
    """Share of written letters that a reader names right, in percent, by temperature; for `record`.

    `per_letter` of each capital and of each small letter are written; digits are left out, since the reader knows
    only letters. Case does not count.
    """
    rows = {
        str(temperature): _measured(pen, read, per_letter, seed, Style(temperature=temperature))
        for temperature in TEMPERATURES
    }
    return {"named_right": rows, "letters_a_row": 2 * len(ALPHABET) * per_letter}


def _measured(pen: PenModel, read: Read, per_letter: int, seed: int, style: Style) -> dict[str, float]:
    capitals = _right(pen, read, ALPHABET, per_letter, seed, style)
    small = _right(pen, read, ALPHABET.lower(), per_letter, seed, style)
    shares = {"all": np.concatenate([capitals, small]), "capitals": capitals, "small": small}
    return {name: round(100 * float(right.mean()), 2) for name, right in shares.items()}


def _right(pen: PenModel, read: Read, characters: str, count: int, seed: int, style: Style) -> NDArray[np.bool_]:
    """Whether each of `count` letters per character was named right, shape (characters, count)."""

    def one(character: str) -> NDArray[np.bool_]:
        images = raster.images(pen.write(character * count, seed, style))
        named: NDArray[np.bool_] = np.asarray(read(images)) == index_of(character)
        return named

    return np.stack([one(character) for character in tqdm(characters, desc=f"temperature {style.temperature}")])


def fit(ink: InkSet, seed: int) -> PenModel:
    """The pen model of the training writers' ink; raises DataError if a character is missing."""
    likeness = _likeness(ink)
    return PenModel(
        {
            character: _shapes(ink, character, likeness, np.random.default_rng([seed, ord(character)]))
            for character in tqdm(CHARACTERS, desc="shapes", unit="character")
        }
    )


def _shapes(ink: InkSet, character: str, likeness: _Likeness, rng: np.random.Generator) -> tuple[Shape, ...]:
    """The most common shapes of one character, the most common first; their shares sum to 1."""
    groups = _by_strokes(ink, character)
    total = sum(map(len, groups))
    clusters = sorted([cluster for group in groups for cluster in _clusters(group, rng)], key=len, reverse=True)
    usable = [cluster for cluster in clusters if len(cluster) >= max(FEWEST, RARE * total)] or clusters[:1]
    clear = [cluster for cluster in usable if likeness.clear(_shape(cluster, 1.0), character)] or usable[:1]
    kept = sum(map(len, clear[:SHAPES]))
    return tuple(_shape(cluster, len(cluster) / kept) for cluster in clear[:SHAPES])


@dataclass(frozen=True, eq=False)
class _Likeness:
    """Which letter ink looks like: the training letters' images, to look up the nearest."""

    images: NDArray[np.float32]
    """Shape (N, 14 * 14)."""
    classes: NDArray[np.intp]
    """Class index of each, shape (N,)."""

    def clear(self, shape: Shape, character: str) -> bool:
        """Whether enough of the letters that look most like a shape's mean are that letter; digits always pass."""
        if character not in LETTERS:
            return True
        image = _halved(raster.image_of(Strokes(tuple(shape.mean))))
        nearest = np.argsort(((self.images - image) ** 2).sum(axis=1), kind="stable")[:NEIGHBOURS]
        return bool((self.classes[nearest] == index_of(character)).mean() >= CLEAR)


def _likeness(ink: InkSet) -> _Likeness:
    samples = ink.where("train", LETTERS, in_context=False)
    images = [_halved(raster.image_of(ink.strokes(int(sample)))) for sample in tqdm(samples, desc="letters")]
    classes = np.array([index_of(str(ink.labels[sample])) for sample in samples], dtype=np.intp)
    return _Likeness(np.array(images, dtype=np.float32).reshape(len(samples), -1), classes)


def _halved(image: NDArray[np.uint8]) -> NDArray[np.float32]:
    """An image at half its size, so that a stroke that lies a pixel off still counts as alike, shape (14 * 14,)."""
    half = raster.SIZE // 2
    blocks = image.reshape(half, 2, half, 2).astype(np.float32)
    return np.asarray(blocks.mean(axis=(1, 3)).reshape(-1), dtype=np.float32)


def _by_strokes(ink: InkSet, character: str) -> list[Points]:
    """The ink of one character by number of strokes, each of shape (samples, strokes, POINTS, 2)."""
    inks = [ink.strokes(int(sample)).strokes for sample in _samples(ink, character)]
    groups = [
        [np.stack([resampled(stroke, POINTS) for stroke in one]) for one in inks if len(one) == count]
        for count in range(1, MOST_STROKES + 1)
    ]
    if not any(groups):
        raise DataError("The data holds no training ink for one of the characters A-Z, a-z and 0-9.")
    return [np.stack(group) for group in groups if group]


def _samples(ink: InkSet, character: str) -> NDArray[np.intp]:
    own = ink.where("train", character, in_context=False)
    return own if len(own) >= ENOUGH else ink.where("train", character)


def _clusters(group: Points, rng: np.random.Generator) -> list[Points]:
    """Ink of as many strokes, parted by likeness. Order and direction of strokes count: other habits, other cluster."""
    count = max(1, min(CLUSTERS, len(group) // FEWEST))
    flat = group.reshape(len(group), -1)
    tries = [_kmeans(flat, count, rng) for _ in range(_STARTS)]
    members = min(tries, key=lambda found: found[1])[0]
    return [group[members == cluster] for cluster in range(count) if (members == cluster).any()]


def _kmeans(flat: Points, count: int, rng: np.random.Generator) -> tuple[NDArray[np.intp], float]:
    """Lloyd's k-means of (samples, numbers): the cluster of each sample, and the sum of squared distances."""
    centres = _spread(flat, count, rng)
    for _ in range(_ROUNDS):
        distances = _distances(flat, centres)
        members = distances.argmin(axis=1)
        centres = np.stack(
            [flat[members == n].mean(axis=0) if (members == n).any() else centres[n] for n in range(count)]
        )
    return members, float(distances.min(axis=1).sum())


def _spread(flat: Points, count: int, rng: np.random.Generator) -> Points:
    """First centres, each drawn by its squared distance from those before it (k-means++)."""
    centres = flat[rng.integers(len(flat))][None]
    while len(centres) < count:
        far = _distances(flat, centres).min(axis=1)
        chosen = rng.choice(len(flat), p=far / far.sum()) if far.sum() > 0 else 0
        centres = np.concatenate([centres, flat[chosen][None]])
    return np.asarray(centres)


def _distances(flat: Points, centres: Points) -> Points:
    """Squared distances, shape (samples, centres)."""
    return np.stack([((flat - centre) ** 2).sum(axis=1) for centre in centres], axis=1)


def _shape(cluster: Points, share: float) -> Shape:
    """Mean and principal directions of one cluster, shape (samples, strokes, POINTS, 2), without its outliers."""
    flat = cluster.reshape(len(cluster), -1)
    far = _distances(flat, np.median(flat, axis=0)[None])[:, 0]
    kept = flat[np.argsort(far, kind="stable")[: math.ceil(len(flat) * (1 - OUTLIERS))]]
    mean = kept.mean(axis=0)
    _, sizes, directions = np.linalg.svd(kept - mean, full_matrices=False)
    deviations, axes = np.zeros(DIRECTIONS), np.zeros((DIRECTIONS, flat.shape[1]))
    found = min(DIRECTIONS, len(sizes))
    deviations[:found] = sizes[:found] / math.sqrt(max(1, len(kept) - 1))
    axes[:found] = directions[:found]
    return Shape(share, mean.reshape(cluster.shape[1:]), axes.reshape(DIRECTIONS, *cluster.shape[1:]), deviations)


def _versions() -> dict[str, str]:
    return {"python": platform.python_version(), "numpy": np.__version__, "safetensors": safetensors.__version__}


def _facts(ink: InkSet, pen: PenModel, seed: int) -> dict[str, Any]:
    """What the card says about the model and its making."""
    return {
        "date": datetime.date.today().isoformat(),
        "command": f"python train.py pen --seed {seed}",
        "training_samples": sum(len(_samples(ink, character)) for character in CHARACTERS),
        "shapes": sum(map(len, pen.shapes.values())),
        "numbers": sum(array.size for array in pen.arrays().values()),
    }


def card(config: Mapping[str, Any], metrics: Mapping[str, Any]) -> str:
    """The model card, from what config.json and metrics.json say."""
    versions = ", ".join(f"{name} {version}" for name, version in config["versions"].items())
    return _CARD.format(
        **metrics,
        **{key: config[key] for key in ("data", "seed", "sha256")},
        versions=versions,
        shapes_each=SHAPES,
        directions=DIRECTIONS,
        outliers=round(100 * OUTLIERS),
        neighbours=NEIGHBOURS,
        clear=round(100 * CLEAR),
        accuracy=_accuracy(metrics),
        default=Style().temperature,
    )


def _accuracy(metrics: Mapping[str, Any]) -> str:
    """The measured figures as a Markdown table, or that there are none yet."""
    if "named_right" not in metrics:
        return "Not measured yet."
    head = "| temperature | capitals and small letters, % | capitals, % | small letters, % |\n|---|---|---|---|"
    rows = [
        f"| {temperature} | {row['all']} | {row['capitals']} | {row['small']} |"
        for temperature, row in metrics["named_right"].items()
    ]
    return "\n".join([head, *rows, "", f"{metrics['letters_a_row']:,} letters a row."])


_CARD = """---
license: cc-by-4.0
tags: [handwriting, point-distribution-model]
---
# pen

Writes the letters A-Z and a-z and the digits as pen strokes, from a seed.

A point distribution model (Cootes et al. 1995): each character has up to {shapes_each} shapes, found by number of
strokes and k-means; each shape is the mean of people's ink and the {directions} directions in which it varied most.
The {outliers}% of the samples of a shape that lie farthest from its middle are left out, and so are shapes that are
rare, or whose mean most people's ink would make another letter (of the {neighbours} training letters that look most
like it, fewer than {clear}% are that letter). {shapes} shapes, {numbers:,} numbers in half precision.

## Made from
{data}: {training_samples:,} characters. Origin: International Unipen Foundation, UNIPEN train_r01_v07,
doi 10.5281/zenodo.1195803, licence CC BY 4.0. The model holds statistics of that ink, no sample of it.

## Made by
`{command}` on {date}; {versions}. Weights' sha256: `{sha256}`.

## Letters named right by a reader trained on UNIPEN only
{accuracy}

The default temperature is {default}. Case does not count. Digits were not held against letters: O and 0, l and 1 look
alike, as in people's hands.
"""
