"""What the workshop ships: letters to learn from, and finished runs."""

from __future__ import annotations

import gzip
import tracemalloc
from copy import deepcopy
from pathlib import Path

import pytest
import torch
from conftest import CHECKPOINTS
from safetensors.torch import save

from seqdemo.checkpoints import restored
from seqdemo.errors import CheckpointError
from seqdemo.workshop import examples, figures, readings
from seqdemo.workshop.moments import as_it_was
from seqdemo.workshop.packing import MAX_BYTES, coarse, file_of, said_in
from seqdemo.workshop.protocol import Message, Moment, packed, unpacked
from seqdemo.workshop.readings import Readings
from seqdemo.workshop.recipe import TASKS, WorkshopRecipe
from seqdemo.workshop.training import MOMENTS, Training, moments
from tests.shipped import resources
from tests.tiers import exhaustive, sampled
from tests.tiny_runs import tiny


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


RUNS = {run.key: run for run in examples.load(CHECKPOINTS)}
LIMIT = 6_000_000
"""Bytes of all shipped runs together."""


def test_every_shipped_run_can_be_read_and_the_usual_one_of_each_task_comes_first() -> None:
    assert list(RUNS) == list(examples.LINKS)
    first = {run.recipe.task: run.recipe for run in reversed(RUNS.values())}
    assert first == {task: WorkshopRecipe.of({"task": task}) for task in TASKS}
    assert sum(examples.place(CHECKPOINTS, link).stat().st_size for link in RUNS) < LIMIT


@pytest.mark.parametrize("link", RUNS)
def test_a_shipped_run_is_whole_and_finished(link: str) -> None:
    run = RUNS[link]
    assert run.begun is not None
    assert run.ended is not None
    assert run.ended.why == "done"
    assert len(run.moments) == MOMENTS
    assert {moment.step for moment in run.moments} == moments(int(run.recipe.knobs["steps"]))
    assert run.points[-1].step == run.moments[-1].step == run.recipe.knobs["steps"]


@pytest.mark.parametrize("link", RUNS)
def test_the_last_snapshot_of_a_shipped_run_is_as_good_as_its_figure(link: str, shipped: Readings) -> None:
    run, models = RUNS[link], resources().models
    model = deepcopy(as_it_was(run, run.moments[-1], "run", models).model)
    model.add_module("cnn", torch.nn.Identity())  # its letters are read already
    bank = figures.bank_of(run.recipe.of_task, shipped, "test")
    found = figures.measured(model, bank, "test", figures.TESTED, run.recipe.of_task.trained_on)
    assert run.accuracy is not None
    assert abs(found.accuracy - run.accuracy) < 0.01


@exhaustive
def test_a_run_comes_back_from_its_file_as_it_was_and_gives_the_same_file_again(shipped: Readings) -> None:
    said: list[Message] = []
    Training(tiny("words"), shipped, said.append).go(lambda _: None)
    assert said_in(file_of(said)) == said
    assert file_of(said_in(file_of(said))) == file_of(said)


def test_a_coarse_snapshot_is_off_by_less_than_a_sixtieth_of_the_largest_weight_of_a_row() -> None:
    weights = {"w": torch.randn(5, 40)}
    moment = coarse(Moment(1, packed(weights)))
    assert isinstance(moment, Moment)
    off = restored(unpacked(moment.weights))["w"] - weights["w"]
    assert (off.abs() <= weights["w"].abs().amax(1, keepdim=True) / 60).all()
    assert off.abs().max() > 0


LINK = examples.LINKS[0]


def content() -> bytes:
    return examples.place(CHECKPOINTS, LINK).read_bytes()


def spoilt(at: int) -> bytes:
    raw = bytearray(content())
    raw[at] ^= 1
    return bytes(raw)


WRONG = {
    "empty": lambda: b"",
    "no gzip": lambda: b"safetensors",
    "cut off": lambda: content()[:-100],
    "a bit of its middle": lambda: spoilt(len(content()) // 2),
    "a bit of its end": lambda: spoilt(-6),
    "no tensors": lambda: gzip.compress(b"{}"),
    "no lines": lambda: gzip.compress(save({"w": torch.zeros(12, 3, dtype=torch.int8)})),
    "lines of something else": lambda: gzip.compress(save({"said": torch.tensor(list(b"[1]"), dtype=torch.uint8)})),
    "a bomb": lambda: gzip.compress(bytes(200_000_000)),
    "too large": lambda: content() + bytes(examples.MAX_BYTES),
}  # fmt: skip


@pytest.mark.parametrize("how", sampled(WRONG, "cut off"))
def test_a_damaged_run_is_left_out_and_the_others_are_there(how: str, tmp_path: Path) -> None:
    for link in RUNS:
        place = examples.place(tmp_path, link)
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(WRONG[how]() if link == LINK else examples.place(CHECKPOINTS, link).read_bytes())
    assert [run.key for run in examples.load(tmp_path)] == [link for link in RUNS if link != LINK]


def test_of_a_file_that_unpacks_to_too_much_no_more_is_unpacked_than_may_be() -> None:
    bomb = WRONG["a bomb"]()
    tracemalloc.start()
    with pytest.raises(ValueError, match="more than"):
        said_in(bomb)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 4 * MAX_BYTES
