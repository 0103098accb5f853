"""Letters to train and measure on: where they come from, as one bank for each split."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tqdm import tqdm

from seqdemo.errors import DataError
from seqdemo.handwriting import ink_folder, raster, trajectory, unipen
from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.handwriting.inkset import Split
from seqdemo.handwriting.pen import PenModel, Style
from seqdemo.handwriting.strokes import Strokes
from seqdemo.letters import ALPHABET, index_of, members

SPLITS: tuple[Split, ...] = ("train", "val", "test")
WRITTEN = {"train": 400, "val": 50, "test": 50}
"""How many of each character the pen model writes."""


@dataclass(frozen=True, eq=False)
class Letters:
    """Images of letters by split; no writer is in two splits."""

    source: str
    """`unipen`, `emnist`, `ink` or `pen`."""
    credit: str
    """One sentence on origin and licence, for the card."""
    train: GlyphBank
    """With letters cut out of words, where the source has them; those written on their own count twice."""
    val: GlyphBank
    """Letters that were written on their own, as on the page."""
    test: GlyphBank
    test_all: GlyphBank
    """Test letters cut out of words as well; the same as `test` where the source has no such letters."""
    val_all: GlyphBank
    """The same of the validation writers: what a reader's doubt is fitted to."""


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
    credit = "UNIPEN train_r01_v07, International Unipen Foundation, doi 10.5281/zenodo.1195803, CC BY 4.0."
    kinds: dict[str, tuple[Split, bool | None]] = {
        "train": ("train", None), "val": ("val", False), "test": ("test", False), "test_all": ("test", None),
        "val_all": ("val", None),
    }  # fmt: skip
    banks = {}
    for name, (split, in_context) in kinds.items():
        chosen = ink.where(split, members(classes), in_context=in_context)
        if name == "train":
            # Letters on the page are written on their own; those cut out of words are harder, and other.
            chosen = np.r_[chosen, chosen[~ink.in_context[chosen]]]
        inks = [ink.strokes(int(sample)) for sample in chosen]
        banks[name] = _inked(inks, ink.labels[chosen], f"{name} letters", device, classes)
    return Letters("unipen", credit, **banks)


def _from_pen(folder: Path, device: torch.device, classes: str) -> Letters:
    pen = PenModel.load(folder)
    credit = "Written by the pen model, which learned from UNIPEN train_r01_v07 (CC BY 4.0)."
    banks = {}
    for seed, split in enumerate(SPLITS):
        sheets = range(seed * 1000, seed * 1000 + WRITTEN[split])
        written = [letter for sheet in sheets for letter in pen.write(members(classes), sheet, Style(temperature=0.9))]
        inks, labels = [letter.strokes for letter in written], [str(letter.label) for letter in written]
        banks[split] = _inked(inks, labels, f"{split} letters", device, classes)
    return Letters("pen", credit, **banks, test_all=banks["test"], val_all=banks["val"])


def _from_ink(folder: Path, device: torch.device, classes: str) -> Letters:
    ink = ink_folder.load(folder, classes)
    banks = {}
    for split in SPLITS:
        chosen = ink.where(split, members(classes))
        inks = [ink.strokes(int(sample)) for sample in chosen]
        banks[split] = _inked(inks, ink.labels[chosen], f"{split} letters", device, classes)
    credit = "Letters of one's own, from ink files, InkML or UNIPEN text; no writer is in two splits."
    return Letters("ink", credit, **banks, test_all=banks["test"], val_all=banks["val"])


def _from_emnist(folder: Path, pen: Path, device: torch.device, classes: str) -> Letters:
    from seqdemo.handwriting import emnist  # brings in torchvision, which nothing else needs

    name = "letters" if classes == ALPHABET else "bymerge"
    hand = PenModel.load(pen)
    sets = {split: emnist.load(folder, name, split, hand) for split in SPLITS}
    banks = {
        split: GlyphBank.of(images, _indices(labels, classes), device, len(classes))
        for split, (images, labels) in sets.items()
    }
    credit = f"EMNIST {name} (Cohen et al. 2017, arXiv:1702.05373)."
    return Letters("emnist", credit, **banks, test_all=banks["test"], val_all=banks["val"])


def _inked(inks: Sequence[Strokes], labels: Iterable[str], what: str, device: torch.device, classes: str) -> GlyphBank:
    """A bank of characters whose strokes are known: with the way of the pen."""
    images, written = rasterised(inks, what), trajectory.of_inks(inks)
    return GlyphBank.of(images, _indices(labels, classes), device, len(classes), written)


def _indices(labels: Iterable[str], classes: str) -> NDArray[np.int64]:
    return np.array([index_of(label, classes) for label in labels])


def rasterised(inks: Sequence[Strokes], what: str, chunk: int = 250) -> NDArray[np.uint8]:
    """Images of many characters, shape (inks, 28, 28), drawn in as many processes as there are processors."""
    parts = [inks[at : at + chunk] for at in range(0, len(inks), chunk)]
    if len(parts) == 1:
        return raster.light_on_dark(inks)
    # Fresh processes, since a fork of one that has threads, as torch has, may hang.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        try:
            with _unstoppable():
                coming = pool.map(raster.light_on_dark, parts)
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
