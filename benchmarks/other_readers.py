"""Readers of one letter that someone could take instead of ours."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageOps

from benchmarks.contestants import Contestant
from benchmarks.inked import Images, Inked
from seqdemo.handwriting.trajectory import Trajectories
from seqdemo.letters import ALPHABET

_SCIKIT = "pip install -r benchmarks/requirements.txt"


class MissingError(RuntimeError):
    """A reader cannot be asked here; the message says what to install."""


def ocrad(_: Inked) -> Contestant:
    """GNU Ocrad, which compares the forms of printed characters."""
    program = _program("ocrad")
    enlarged, options = 2, ("--filter=letters_only",)

    def read(images: Images, _: Trajectories) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            files = _files(images, Path(folder), "pgm", enlarged, 0)
            return best_guesses(_said([program, "--export=-", *options, *files]))

    found = _said([program, "--version"]).split()[2]
    return Contestant("ocrad", "GNU Ocrad", found, f"{' '.join(options)}, images enlarged {enlarged} times", read)


def best_guesses(results: str) -> list[str]:
    """From Ocrad's own format: the first guess at the first character of each file."""
    files = results.split("\nsource file ")[1:]
    guesses = [re.search(r"; *\d+, '(.)'", file) for file in files]
    return [guess[1].upper() if guess else "" for guess in guesses]


def tesseract(_: Inked) -> Contestant:
    """Tesseract, an LSTM that learned from printed lines."""
    program = _program("tesseract", "tesseract-ocr tesseract-ocr-eng")
    # Of the enlargements from 1 to 8 and margins from 0 to 14 these read the most letters of validation writers.
    enlarged, margin = 1, 8
    options = ("--psm", "10", "-l", "eng", "-c", f"tessedit_char_whitelist={ALPHABET}{ALPHABET.lower()}")

    def read(images: Images, _: Trajectories) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            listed = Path(folder) / "images.txt"
            listed.write_text("\n".join(_files(images, Path(folder), "png", enlarged, margin)) + "\n")
            return [page.strip()[:1].upper() for page in _said([program, str(listed), "-", *options]).split("\f")]

    settings = f"--psm 10 -l eng, letters only, images enlarged {enlarged} times, margin {margin}"
    return Contestant("tesseract", "Tesseract", _said([program, "--version"]).split()[1], settings, read)


def _program(name: str, package: str | None = None) -> str:
    found = shutil.which(name)
    if found is None:
        raise MissingError(f"apt-get install {package or name}")
    return found


def _said(command: Sequence[str]) -> str:
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    return done.stdout.decode("utf-8", "replace")


def _files(images: Images, folder: Path, kind: str, enlarged: int, margin: int) -> list[str]:
    """The images as files, dark ink on white paper as such programs expect."""
    side = enlarged * images.shape[1]
    names = [str(folder / f"{n:05}.{kind}") for n in range(len(images))]
    for name, image in zip(names, images, strict=True):
        large = Image.fromarray(255 - image).resize((side, side), Image.Resampling.BICUBIC)
        ImageOps.expand(large, margin * enlarged, 255).save(name)
    return names


def neighbours(train: Inked) -> Contestant:
    """The nearest images among those of the training writers, pixel by pixel."""
    try:
        from sklearn.neighbors import KNeighborsClassifier
    except ImportError:
        raise MissingError(_SCIKIT) from None
    fitted = KNeighborsClassifier(5, weights="distance", n_jobs=1).fit(_pixels(train.images()), train.meant)
    settings = f"k = 5, weighed by distance, on the pixels of {len(train):,} training letters"
    return Contestant("knn", "k nearest neighbours", _scikit(), settings, partial(_said_by, fitted, _pixels))


def _pixels(images: Images) -> np.ndarray:
    return images.reshape(len(images), -1).astype(np.float32) / 255


def gradients(train: Inked) -> Contestant:
    """Histograms of oriented gradients (Dalal & Triggs 2005) and a linear support vector machine."""
    try:
        import skimage  # noqa: F401 (the histograms)
        from sklearn.svm import LinearSVC
    except ImportError:
        raise MissingError(_SCIKIT) from None
    fitted = LinearSVC(C=0.1, random_state=0).fit(_oriented(train.images()), train.meant)
    settings = f"9 directions, cells of 4 x 4, C = 0.1, {len(train):,} training letters"
    return Contestant("hog-svm", "HOG + linear SVM", _scikit(), settings, partial(_said_by, fitted, _oriented))


def _oriented(images: Images) -> np.ndarray:
    from skimage.feature import hog

    drawn = [hog(image, orientations=9, pixels_per_cell=(4, 4), cells_per_block=(2, 2)) for image in images]
    return np.stack(drawn).astype(np.float32)


def _said_by(fitted: Any, look: Callable[[Images], np.ndarray], images: Images, _: Trajectories) -> list[str]:
    return [str(letter) for letter in fitted.predict(look(images))]


def _scikit() -> str:
    return f"scikit-learn {version('scikit-learn')}"


OTHERS: tuple[Callable[[Inked], Contestant], ...] = (ocrad, tesseract, neighbours, gradients)
"""Each made ready with letters to learn from; raises MissingError where its program is not installed."""
