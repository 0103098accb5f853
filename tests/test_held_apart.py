"""Nothing that learns, or chooses, is given the writers and words that figures are measured on.

The test bank is sealed until measuring begins, the others from then on; whatever touches a sealed bank fails.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from seqdemo.handwriting import raster, unipen
from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.handwriting.inkset import InkSet
from seqdemo.letters import ALPHABET, MERGED, members
from seqdemo.models.catalog import BY_NAME, VARIANTS, Variant
from seqdemo.sequences.arithmetic import ArithmeticTask
from seqdemo.sequences.words import WordTask
from seqdemo.training import characters, data, loop, metrics, produce, spelling
from seqdemo.training.session import RunOptions, Session
from tests.conftest import CHECKPOINTS
from tests.test_loop import CPU, bank_of
from tests.test_training import small
from tests.tiers import exhaustive, sampled


@dataclass
class Watch:
    """Whether measuring has begun, and which splits samples were drawn from before and since."""

    measuring: bool = False
    drawn: dict[bool, set[str]] = field(default_factory=lambda: {False: set(), True: set()})


def sealed(bank: GlyphBank, now: Callable[[], bool], what: str) -> GlyphBank:
    """The same bank, which fails the test if it is touched while it is sealed."""

    class Sealed(GlyphBank):
        def __getattribute__(self, name: str) -> Any:
            assert name.startswith("__") or not now(), f"{what} was used where it must not be"
            return super().__getattribute__(name)

    return Sealed(**{each.name: getattr(bank, each.name) for each in fields(bank)})


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """A small world in which every use of a bank and of a split is watched."""
    watch = Watch()

    def load(source: str, folder: Any, pen: Any, device: Any, classes: str = ALPHABET) -> data.Letters:
        plain = bank_of(len(classes))
        bank = replace(plain, writers=torch.arange(len(plain)) % 2)
        learned = {name: sealed(bank, lambda: watch.measuring, name) for name in ("train", "val", "val_all", "alone")}
        tested = {name: sealed(bank, lambda: not watch.measuring, name) for name in ("test", "test_all")}
        return data.Letters("pen", "", **learned, **tested)

    def measured(*arguments: Any) -> Any:
        watch.measuring = True
        return original(*arguments)

    original = metrics.measure
    monkeypatch.setattr(data, "load", load)
    monkeypatch.setattr(metrics, "measure", measured)
    for kind in (WordTask, ArithmeticTask):
        monkeypatch.setattr(kind, "draw", noted(kind.draw, watch))
    for variant in VARIANTS:
        monkeypatch.setitem(BY_NAME, variant.name, small(variant))
    monkeypatch.setattr(WordTask, "count", lambda task, split: 20)
    for module, name, few in [
        (loop, "CHECKS", 2),
        (metrics, "SEQUENCES", 60),
        (metrics, "CHECKED", 60),
        (spelling, "CHECKED", 20),
        (characters, "TRIES", 2),
    ]:
        monkeypatch.setattr(module, name, few)
    return watch


def noted(draw: Callable[..., Any], watch: Watch) -> Callable[..., Any]:
    def drawn(task: Any, split: str, *rest: Any) -> Any:
        watch.drawn[watch.measuring].add(split)
        return draw(task, split, *rest)

    return drawn


def of_each_kind() -> list[Variant]:
    """One variant for every way of learning and every kind of model."""
    return list({(each.recipe.objective, type(each.config)): each for each in VARIANTS}.values())


KINDS = [variant.name for variant in of_each_kind()]


@pytest.mark.parametrize(
    "name", sampled(KINDS, "cnn-gru-normal", "row-lstm-2", "seq2seq-aligned-report", "reader-robust")
)
def test_what_learns_and_what_is_chosen_see_no_test_writer_and_no_test_word(
    name: str, watch: Watch, tmp_path: Path
) -> None:
    shutil.copytree(CHECKPOINTS / "pen", tmp_path / "checkpoints" / "pen")
    options = RunOptions(CPU, "pen", None, 0, False, tmp_path / "checkpoints", tmp_path / "runs")
    chain = [BY_NAME[name]]
    while chain[0].recipe.stands_on:
        chain.insert(0, BY_NAME[chain[0].recipe.stands_on])
    for variant in chain:
        watch.measuring = False
        produce.produce(variant, Session(options))
        assert watch.measuring
    assert watch.drawn[False] <= {"train", "val"}
    assert watch.drawn[True] <= {"test"}


SHAPES = {
    ("train", False): [(0, 0), (9, 0)],
    ("train", True): [(0, 0), (9, 0), (9, 4)],
    ("val", False): [(0, 0), (0, 9)],
    ("val", True): [(0, 0), (0, 9), (4, 9)],
    ("test", False): [(0, 0), (9, 9)],
    ("test", True): [(0, 0), (9, 9), (0, 9)],
}
"""How the writers of each split write everything, on its own and in words."""


@exhaustive
@pytest.mark.parametrize("classes", [ALPHABET, MERGED], ids=["letters", "characters"])
def test_each_bank_of_unipen_holds_its_own_writers_alone(
    classes: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = [(character, *kind) for character in members(classes) for kind in SHAPES]
    inks = [[np.array(SHAPES[split, cut], np.int32)] for _, split, cut in kinds]
    ink = InkSet.from_strokes(inks, *map(list, zip(*kinds, strict=True)))
    monkeypatch.setattr(unipen, "load", lambda folder: ink)
    letters = data.load("unipen", tmp_path, tmp_path, CPU, classes)
    looks = {kind: raster.light_on_dark([ink.strokes(number)])[0] for number, kind in enumerate(SHAPES)}
    for name, split, cuts in [
        ("train", "train", [False, True]),
        ("val", "val", [False]),
        ("val_all", "val", [False, True]),
        ("test", "test", [False]),
        ("test_all", "test", [False, True]),
    ]:
        seen = {image.tobytes() for image in getattr(letters, name).images.numpy()}
        held = {kind for kind, look in looks.items() if look.tobytes() in seen}
        assert held == {(split, cut) for cut in cuts}, name
