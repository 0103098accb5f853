"""What the report's model gets wrong: samples of its test, and which letters it takes for which."""

from __future__ import annotations

from base64 import b64decode
from functools import cache
from pathlib import Path
from typing import Any
from zlib import decompress

import numpy as np

from seqdemo.explain.blocks.asked import Asked, matrix
from seqdemo.explain.common import Images
from seqdemo.files import read_json
from seqdemo.handwriting.raster import SIZE
from seqdemo.letters import ALPHABET
from seqdemo.trace import Block, LetterRead, Panel

MODEL = "cnn-gru-report-normal"
FILE = Path(__file__).parent / "wrong_samples.json"
"""Written by benchmarks/wrong_samples.py."""


def wrong(asked: Asked) -> Block:
    """The samples one after the other: `lengths` says how many letters each has; `kind` is the date of the file."""
    facts = _facts()
    samples = facts["samples"]
    letters = tuple(letter for sample in samples for letter in _letters(sample))
    answers = [f"{sample['answer']}{sample['target']}" for sample in samples]
    counts = np.array([[len(sample["meant"])] for sample in samples], np.float32)
    told = ("seed", "sequences", "wrong", "shortest")
    panels = (
        Panel("bars", "lengths", "lengths", tuple(answers), ("letters",), counts),
        matrix("facts", told, ("count",), np.array([[facts[name]] for name in told], np.float32)),
        matrix("confusion", ALPHABET, ALPHABET, np.array(facts["confusion"], np.float32)),
    )
    return Block("wrong", asked.part, str(facts["date"]), letters, panels)


@cache
def _facts() -> dict[str, Any]:
    facts: dict[str, Any] = read_json(FILE)
    return facts


def _letters(sample: dict[str, Any]) -> list[LetterRead]:
    return [
        LetterRead(read, (), _image(packed), meant)
        for packed, meant, read in zip(sample["images"], sample["meant"], sample["read"], strict=True)
    ]


def _image(packed: str) -> Images:
    return np.frombuffer(decompress(b64decode(packed)), np.uint8).reshape(SIZE, SIZE)
