"""What the workshop ships: letters to learn from, and finished runs."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from conftest import CHECKPOINTS
from safetensors.torch import save

from seqdemo.errors import CheckpointError
from seqdemo.workshop import examples, readings
from seqdemo.workshop.readings import Readings
from seqdemo.workshop.recipe import WorkshopRecipe
from seqdemo.workshop.run import Run


@pytest.fixture(scope="module")
def shipped() -> Readings:
    return readings.load(CHECKPOINTS)


def test_no_writer_is_in_two_splits(shipped: Readings) -> None:
    for banks in (shipped.strokes, shipped.characters):
        writers = [set(banks[split].writers.tolist()) for split in readings.SPLITS]  # type: ignore[union-attr]
        assert all(writers)
        assert sum(map(len, writers)) == len(set.union(*writers))


def test_readings_are_letters_read_mostly_right(shipped: Readings) -> None:
    for banks in (shipped.strokes, shipped.image):
        for split in readings.SPLITS:
            right = (banks[split].images.argmax(-1) == banks[split].labels).float().mean()
            assert 0.8 < right < 1


def test_images_and_readings_come_back_as_they_were_packed() -> None:
    images = (torch.arange(2 * 784) % 16 * 17).to(torch.uint8).view(2, 28, 28)
    assert torch.equal(readings._unpacked(readings.packed_images(images), 2), images)
    vision = torch.log_softmax(torch.randn(50, 26) * 4, -1).clamp(min=-8)
    again = (readings.packed_readings(vision).float() / 255 - 1) * 8
    assert (again - vision).abs().max() < 0.02


@pytest.mark.parametrize("raw", [None, b"", b"\0" * 100, save({"strokes/train": torch.zeros(1)})])
def test_readings_that_are_missing_or_damaged_give_a_reason(raw: bytes | None, tmp_path: Path) -> None:
    place = tmp_path / readings.FILE
    place.parent.mkdir()
    if raw is not None:
        place.write_bytes(raw)
    with pytest.raises(CheckpointError):
        readings.load(tmp_path)


@pytest.mark.parametrize("run", list(examples.load(CHECKPOINTS)), ids=lambda run: run.recipe.task)
def test_shipped_runs_are_finished_and_those_of_the_usual_recipe(run: Run) -> None:
    assert run.recipe == WorkshopRecipe.of({"task": run.recipe.task})
    assert run.ended is not None
    assert run.ended.why == "done"
    assert run.points[-1].step == run.moments[-1].step == run.recipe.knobs["steps"]


def test_the_workshop_opens_with_a_finished_run() -> None:
    assert "next" in [run.recipe.task for run in examples.load(CHECKPOINTS)]


def test_damaged_examples_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "workshop").mkdir()
    (tmp_path / "workshop/next.jsonl").write_text('{"say": "Point"')
    assert list(examples.load(tmp_path)) == []
