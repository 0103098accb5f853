"""The training loop: what it notes, when it ends, and that nothing in it but the models would wait for a GPU."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch.utils._python_dispatch import TorchDispatchMode

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.letters import MERGED
from seqdemo.models.catalog import BY_NAME, VARIANTS, Variant
from seqdemo.models.recurrent import fixed_shapes
from seqdemo.sequences.augmentation import UNCHANGED
from seqdemo.sequences.samples import TASKS
from seqdemo.training import loop, metrics
from seqdemo.training.data import Letters
from seqdemo.training.features import precomputed
from seqdemo.training.objectives import OBJECTIVES
from seqdemo.training.run import Run, start
from seqdemo.training.session import BY_FEATURES
from tests.test_training import small
from tests.tiers import exhaustive, sampled

CPU = torch.device("cpu")
STEPS = 20
TWO_STAGES = ["cnn-gru-easy", "cnn-gru-report-normal"]
SIX = {"gru1_loss", "gru2_loss", "gru1_accuracy", "gru2_accuracy", "train_accuracy", "valid_accuracy"}


def bank_of(classes: int, device: torch.device = CPU) -> GlyphBank:
    """Two images of each class, and some way of the pen through each."""
    chance, labels = np.random.default_rng(0), np.repeat(np.arange(classes), 2)
    images = chance.integers(0, 255, (len(labels), 28, 28), np.uint8)
    ways = chance.random((len(labels), 64, 3), np.float32)
    return GlyphBank.of(images, labels, device, classes, ways)


def prepared(name: str, device: torch.device = CPU, **recipe: Any) -> tuple[Variant, Run, Letters, GlyphBank]:
    """A small run that has not begun, with what its steps learn from."""
    variant = small(BY_NAME[name])
    variant = replace(variant, recipe=replace(variant.recipe, **{"steps": STEPS, "batch": 4, **recipe}))
    bank = bank_of(len(MERGED) if TASKS[variant.task].family == "row" else 26, device)
    letters = Letters("pen", "", bank, bank, bank, bank, bank)
    reader = small(BY_NAME[variant.recipe.start]).build().eval().to(device) if variant.recipe.start else None
    if reader is not None and variant.recipe.objective in BY_FEATURES:
        bank = precomputed(reader, bank, UNCHANGED, 0)
    return variant, start(variant, reader, "pen", 0, device), letters, bank


def trained(
    name: str, place: Path, scores: Callable[[int], float], monkeypatch: pytest.MonkeyPatch, **recipe: Any
) -> tuple[Variant, Run]:
    """A run with a check after every step, which validation gives such scores."""
    variant, run, letters, bank = prepared(name, **recipe)
    monkeypatch.setattr(loop, "validate", lambda *_: {"score": scores(run.step)})
    return variant, loop.train(variant, run, letters, bank, 0, place / "state", STEPS)


def test_a_constant_rate_ends_when_validation_has_not_risen_for_five_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    variant, run = trained("cnn-gru-report-easy", tmp_path, lambda step: min(step, 4), monkeypatch)
    assert run.step == 4 + loop.PATIENCE
    assert run.since_best == loop.PATIENCE
    assert loop.ended(variant.recipe, run) == ("before its 20 steps were made: validation had not risen for 5 checks")


@exhaustive
@pytest.mark.parametrize(
    ("name", "recipe", "score"),
    [
        ("cnn-gru-report-easy", {}, lambda step: step // 5),
        ("cnn-gru-easy", {}, lambda step: -step),
        ("row-cnn-2", {"epochs": 1}, lambda step: -step),
    ],
    ids=["it rises now and then", "one cycle", "passes"],
)
def test_other_runs_go_to_their_end(
    name: str, recipe: Any, score: Callable[[int], float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    variant, run = trained(name, tmp_path, score, monkeypatch, **recipe)
    assert run.step == STEPS
    assert loop.ended(variant.recipe, run) == "when all its steps were made"


@pytest.mark.parametrize("name", TWO_STAGES)
def test_the_report_s_six_quantities_are_noted_at_every_check(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(metrics, "CHECKED", 60)
    variant, run, letters, bank = prepared(name)
    loop.train(variant, run, letters, bank, 0, tmp_path / "state", 4)
    assert [row["step"] for row in run.history] == [5, 10, 15, 20]
    for row in run.history:
        assert set(row) >= SIX
        assert row["valid_accuracy"] == row["reasoning"]
        since = slice(row["step"] - 5, row["step"])
        for each in ("loss", "gru1_loss", "gru2_accuracy"):
            assert row[each] == pytest.approx(run.logged[each][since].mean().item(), abs=1e-5)
    parts = run.logged["gru1_loss"] + run.logged["gru2_loss"]
    shared = 2 if variant.recipe.objective == "report" else 1
    assert run.logged["loss"].allclose(parts / shared)


def test_accuracy_in_training_is_that_on_the_sequences_that_are_learned(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def noted(variant: Any, model: Any, bank: Any, split: str, sequences: int, seed: int = metrics.SEED) -> Any:
        asked.append((bank, split, seed))
        return {"accuracy": len(asked) / 4, "vision": 0.0}

    monkeypatch.setattr(metrics, "sequence_accuracy", noted)
    variant, run, letters, _ = prepared("cnn-gru-easy")
    letters = replace(letters, val=bank_of(26))
    row = metrics.validate(variant, run.model, letters, loop.training_seed(0))
    assert (row["valid_accuracy"], row["train_accuracy"]) == (0.25, 0.5)
    assert asked == [(letters.val, "val", metrics.SEED), (letters.train, "train", loop.training_seed(0))]


class Waits(TorchDispatchMode):
    """Notes what of a step's own code would make a host wait for its GPU: reading out, or shapes that depend on it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        if self._waits(func, args):
            frames = [frame for frame in traceback.extract_stack() if "/seqdemo/" in frame.filename]
            if frames and "/models/" not in frames[-1].filename and "backward" not in str(frames[-1].line):
                self.found.append(f"{frames[-1].filename}:{frames[-1].lineno}: {frames[-1].line}")
        return func(*args, **(kwargs or {}))

    @staticmethod
    def _waits(func: Any, args: Any) -> bool:
        aten = torch.ops.aten
        if func in (aten._local_scalar_dense.default, aten.nonzero.default, aten.masked_select.default):
            return True
        places = args[1] if func in (aten.index.Tensor, aten.index_put_.default) else []
        return any(place is not None and place.dtype == torch.bool for place in places)


@pytest.mark.parametrize(
    "name", sampled((each.name for each in VARIANTS if each.recipe.objective in OBJECTIVES), "transformer")
)
def test_nothing_in_a_step_waits_for_the_device(name: str) -> None:
    variant, run, _, bank = prepared(name)
    with Waits() as waits:
        loop.make_step(variant, run, bank, 0)
    assert waits.found == []


def test_what_would_wait_is_noticed() -> None:
    variant, run, _, bank = prepared("reader")
    with Waits() as waits:
        metrics.validate(variant, run.model, Letters("pen", "", bank, bank, bank, bank, bank))
    assert waits.found


OF_FEATURES = [variant.name for variant in VARIANTS if variant.recipe.objective == "writing" and variant.recipe.start]


def losses(name: str, device: torch.device = CPU) -> list[float]:
    """Of some steps in a row, each of which the weights of those before it decide."""
    torch.manual_seed(0)  # of the reader's weights
    variant, run, _, bank = prepared(name, device)
    return [loop.make_step(variant, run, bank, 0).value.item() for _ in range(8)]


@pytest.mark.parametrize("name", sampled(OF_FEATURES, "seq2seq-bahdanau"))
def test_steps_of_fixed_shapes_learn_what_other_steps_do(name: str) -> None:
    plain = losses(name)
    with fixed_shapes():
        assert losses(name) == pytest.approx(plain, rel=1e-5)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a GPU")
@pytest.mark.parametrize("name", OF_FEATURES)
def test_a_recorded_step_learns_what_it_would_have_learned(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded = losses(name, torch.device("cuda"))
    monkeypatch.setattr(loop, "RecordedStep", lambda learn: learn)
    assert recorded == pytest.approx(losses(name, torch.device("cuda")), rel=1e-3)
