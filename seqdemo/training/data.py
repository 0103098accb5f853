"""Letters to train and measure on: where they come from, as one bank for each split."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from zlib import crc32

import numpy as np
import torch
from numpy.typing import NDArray
from tqdm import tqdm

from seqdemo.errors import DataError
from seqdemo.handwriting import ink_folder, raster, trajectory, unipen
from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.handwriting.inkset import InkSet, Split
from seqdemo.handwriting.pen import PenModel, Style
from seqdemo.letters import ALPHABET, index_of, members
from seqdemo.training.variety import Sample, formed, varied

SPLITS: tuple[Split, ...] = ("train", "val", "test")
WRITTEN = {"train": 400, "val": 50, "test": 50}
"""How many of each character the pen model writes."""


UNIPEN_CREDIT = "UNIPEN train_r01_v07, International Unipen Foundation, doi 10.5281/zenodo.1195803, CC BY 4.0."


@dataclass(frozen=True, eq=False)
class Letters:
    """Images of letters by split; no writer is in two splits."""

    source: str
    """`unipen`, `emnist`, `ink` or `pen`."""
    credit: str
    """One sentence on origin and licence, for the card."""
    train: GlyphBank
    """With letters cut out of words, where the source has them; those written on their own count twice. Without digits,
    the second time is with other pens and axes, and there are some forms that its writers hardly use; readers of rows
    learn from characters as they were written, as the report's did."""
    val: GlyphBank
    """Letters that were written on their own, as on the page."""
    test: GlyphBank
    test_all: GlyphBank
    """Test letters cut out of words as well; the same as `test` where the source has no such letters."""
    val_all: GlyphBank
    """The same of the validation writers."""
    alone: GlyphBank | None = None
    """Training letters that were written on their own, once and as they were written: what calibration is fitted to.
    None where strokes and writers are not known."""


def load(source: str, folder: Path | None, pen: Path, device: torch.device, classes: str = ALPHABET) -> Letters:
    """Characters of a source: `unipen`, `emnist`, `ink`, `pen`, or `auto` for the first of them that is at hand.

    `classes` is ALPHABET for letters, or MERGED for digits too. Raises DataError, which says what to do, if the source
    cannot be read.
    """
    check(source, folder)
    source = source_of(source, folder)
    if source == "pen":
        return _from_pen(pen, device, classes)
    assert folder is not None
    if source == "emnist":
        return _from_emnist(folder, pen, device, classes)
    return {"unipen": _from_unipen, "ink": _from_ink}[source](folder, device, classes)


def source_of(source: str, folder: Path | None) -> str:
    """Whose letters they are, where `auto` says no more than what is at hand."""
    if source != "auto":
        return source
    return "unipen" if folder and unipen.found(folder) else "pen"


def check(source: str, folder: Path | None) -> None:
    """Raise DataError if the folder of a source is not named, or not there."""
    if source in ("auto", "pen"):
        return
    if folder is None:
        raise DataError("Name the folder of the letters with --data-dir, or in SEQDEMO_DATA.")
    if not folder.is_dir():
        raise DataError(f"There is no folder {folder}: expected the letters of {source}.")


def _from_unipen(folder: Path, device: torch.device, classes: str) -> Letters:
    ink = unipen.load(folder)
    kinds: dict[str, tuple[Split, bool | None]] = {
        "train": ("train", None),
        "val": ("val", False),
        "test": ("test", False),
        "test_all": ("test", None),
        "val_all": ("val", None),
        "alone": ("train", False),
    }
    banks = {}
    for name, (split, in_context) in kinds.items():
        chosen = ink.where(split, members(classes), in_context=in_context)
        samples = _samples(ink, chosen)
        if name == "train":
            # Letters on the page are written on their own; those cut out of words are harder, and other.
            alone = [sample for sample, n in zip(samples, chosen, strict=True) if not ink.in_context[n]]
            samples += [*varied(alone), *formed(members(classes))] if classes == ALPHABET else alone
        banks[name] = _drawn(samples, f"{name} letters", device, classes)
    return Letters("unipen", UNIPEN_CREDIT, **banks)


def unipen_test(folder: Path, device: torch.device) -> GlyphBank:
    """`Letters.test` of UNIPEN alone, without the wait for the others."""
    ink = unipen.load(folder)
    chosen = ink.where("test", members(ALPHABET), in_context=False)
    return _drawn(_samples(ink, chosen), "test letters", device, ALPHABET)


def _from_pen(folder: Path, device: torch.device, classes: str) -> Letters:
    pen = PenModel.load(folder)
    credit = "Written by the pen model, which learned from UNIPEN train_r01_v07 (CC BY 4.0)."
    banks = {}
    for seed, split in enumerate(SPLITS):
        samples = [
            Sample(letter.strokes, str(letter.label), f"sheet {sheet}")
            for sheet in range(seed * 1000, seed * 1000 + WRITTEN[split])
            for letter in pen.write(members(classes), sheet, Style(temperature=0.9))
            if letter.strokes
        ]
        banks[split] = _drawn(samples, f"{split} letters", device, classes)
    return Letters("pen", credit, **banks, test_all=banks["test"], val_all=banks["val"], alone=banks["train"])


def _from_ink(folder: Path, device: torch.device, classes: str) -> Letters:
    ink = ink_folder.load(folder, classes)
    banks = {}
    for split in SPLITS:
        samples = _samples(ink, ink.where(split, members(classes)))
        banks[split] = _drawn(samples, f"{split} letters", device, classes)
    credit = "Letters of one's own, from ink files, InkML or UNIPEN text; no writer is in two splits."
    return Letters("ink", credit, **banks, test_all=banks["test"], val_all=banks["val"], alone=banks["train"])


def _from_emnist(folder: Path, pen: Path, device: torch.device, classes: str) -> Letters:
    try:
        from seqdemo.handwriting import emnist  # brings in torchvision, which nothing else needs
    except ModuleNotFoundError as error:
        raise DataError('EMNIST is read with torchvision: pip install "seqdemo[train]".') from error

    name = "letters" if classes == ALPHABET else "bymerge"
    hand = PenModel.load(pen)
    sets = {split: emnist.load(folder, name, split, hand) for split in SPLITS}
    banks = {
        split: GlyphBank.of(images, _indices(labels, classes), device, len(classes))
        for split, (images, labels) in sets.items()
    }
    credit = f"EMNIST {name} (Cohen et al. 2017, arXiv:1702.05373)."
    return Letters("emnist", credit, **banks, test_all=banks["test"], val_all=banks["val"])


def _samples(ink: InkSet, chosen: NDArray[np.intp]) -> list[Sample]:
    return [Sample(ink.strokes(int(n)), str(ink.labels[n]), str(ink.writers[n])) for n in chosen]


def _drawn(samples: Sequence[Sample], what: str, device: torch.device, classes: str) -> GlyphBank:
    """A bank of characters whose strokes and writers are known."""
    images, written = rasterised(samples, what), trajectory.of_inks([sample.strokes for sample in samples])
    labels = _indices((sample.label for sample in samples), classes)
    writers = np.array([crc32(sample.writer.encode()) for sample in samples])
    return GlyphBank.of(images, labels, device, len(classes), written, writers)


def _indices(labels: Iterable[str], classes: str) -> NDArray[np.int64]:
    return np.array([index_of(label, classes) for label in labels])


def rasterised(samples: Sequence[Sample], what: str, chunk: int = 250) -> NDArray[np.uint8]:
    """Images of many characters, shape (samples, 28, 28), drawn in as many processes as there are processors."""
    parts = [samples[at : at + chunk] for at in range(0, len(samples), chunk)]
    if len(parts) == 1:
        return _images(samples)
    # Fresh processes, since a fork of one that has threads, as torch has, may hang.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        try:
            with _unstoppable():
                coming = pool.map(_images, parts)
            return np.concatenate(list(tqdm(coming, f"Drawing {what}", len(parts), unit="sheet", leave=False)))
        except KeyboardInterrupt:
            pool.shutdown(cancel_futures=True)
            raise


@contextmanager
def _unstoppable() -> Iterator[None]:
    """Processes that are started meanwhile take no notice of Ctrl-C, which is for the one that started them."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _images(samples: Sequence[Sample]) -> NDArray[np.uint8]:
    return np.stack([raster.image_of(sample.strokes, sample.pen) for sample in samples])
