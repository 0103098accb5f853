"""What a command will train: in which order, what is left, and what it refuses before its first step."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch

import train
from seqdemo.errors import DataError
from seqdemo.models.catalog import BY_NAME, VARIANTS
from seqdemo.training import plan
from seqdemo.training.plan import Job
from seqdemo.training.run import fingerprint
from seqdemo.training.session import RunOptions
from tests.conftest import CHECKPOINTS, ROOT
from tests.tiers import exhaustive


def options_of(place: Path, **changed: Any) -> RunOptions:
    options = {"source": "pen", "data_dir": None, "seed": 0, "resume": False, "replace": False, **changed}
    return RunOptions(torch.device("cpu"), checkpoints=place / "checkpoints", runs=place / "runs", **options)


def card(folder: Path, **told: Any) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "metrics.json").write_text(json.dumps(told))


def test_readers_come_first_and_of_the_others_the_shortest(tmp_path: Path) -> None:
    jobs = plan.planned(VARIANTS, options_of(tmp_path), CHECKPOINTS)
    names = [job.variant.name for job in jobs]
    assert sorted(names) == sorted(BY_NAME)
    for job in jobs:
        before = job.variant.recipe.stands_on
        assert before is None or names.index(before) < names.index(job.variant.name)
    depths = [plan.readers_before(job.variant) for job in jobs]
    for depth in set(depths):
        costs = [job.seconds or 0 for job, its in zip(jobs, depths, strict=True) if its == depth]
        assert costs == sorted(costs)


def test_times_are_those_of_the_cards_for_as_many_steps_as_now(tmp_path: Path) -> None:
    variant = BY_NAME["reader"]
    card(tmp_path / "reader", training={"seconds": 60, "steps": variant.recipe.steps / 2})
    (job,) = plan.planned([variant], options_of(tmp_path), tmp_path)
    assert job.seconds == 120
    told = plan.told([job, Job(BY_NAME["seq2seq"], 0, None, True)])
    assert "reader" in told
    assert "2 min  left" in told
    assert "not known  done" in told
    assert told.endswith("1 of 2 are left, about 2 min by their cards.")


def test_what_is_trained_with_the_same_recipe_seed_and_letters_is_left_when_going_on(tmp_path: Path) -> None:
    shutil.copytree(CHECKPOINTS / "reader", tmp_path / "checkpoints" / "reader")
    variant, folder = BY_NAME["reader"], tmp_path / "checkpoints" / "reader"
    same = {"recipe": fingerprint(variant), "seed": 0, "data": "pen"}
    for told, resume, done in [
        (same, True, True),
        (same, False, False),
        ({**same, "seed": 1}, True, False),
        ({**same, "data": "unipen"}, True, False),
        ({**same, "recipe": ""}, True, False),
    ]:
        card(folder, training=told)
        (job,) = plan.planned([variant], options_of(tmp_path, resume=resume), CHECKPOINTS)
        assert job.done == done, told
    card(folder, training=same)
    (folder / "model.safetensors").write_bytes(b"")
    assert not plan.planned([variant], options_of(tmp_path, resume=True), CHECKPOINTS)[0].done


def test_several_processes_share_what_is_left_unless_one_would_wait_for_another() -> None:
    names = ["row-cnn-2", "row-lstm-2", "row-cnn-47", "reader"]
    jobs = [Job(BY_NAME[name], 0, None, name == "row-cnn-47") for name in names]
    assert [[job.variant.name for job in plan.share(jobs, rank, 2)] for rank in (0, 1)] == [
        ["row-cnn-2", "reader"],
        ["row-lstm-2"],
    ]
    jobs.append(Job(BY_NAME["seq2seq"], 0, None, False))
    assert len(plan.share(jobs, 0, 1)) == 4
    with pytest.raises(ValueError, match="others start from reader: train that in one process first"):
        plan.share(jobs, 0, 2)


def test_a_seed_needs_the_weights_it_is_compared_with(tmp_path: Path) -> None:
    variant, folder = BY_NAME["seq2seq"], tmp_path / "checkpoints" / "seq2seq"
    options = options_of(tmp_path, resume=True)
    with pytest.raises(DataError, match="train it first"):
        plan.seeds([variant], [1], options, CHECKPOINTS)
    told = {"recipe": fingerprint(variant), "seed": 0, "data": "pen"}
    card(folder, training=told)
    with pytest.raises(ValueError, match="was trained with seed 0"):
        plan.seeds([variant], [0], options, CHECKPOINTS)
    (folder / "seed-2.json").write_text(json.dumps({"recipe": fingerprint(variant)}))
    jobs = plan.seeds([variant], [1, 2], options, CHECKPOINTS)
    assert [(job.seed, job.done) for job in jobs] == [(1, False), (2, True)]
    card(folder, training={**told, "data": "unipen"})
    with pytest.raises(DataError, match="letters of unipen"):
        plan.seeds([variant], [1], options, CHECKPOINTS)


def run(place: Path, *arguments: str) -> int:
    folders = ["--checkpoints", str(place / "checkpoints"), "--runs", str(place / "runs")]
    return train.main([*arguments, "--data", "pen", "--device", "cpu", *folders])


@pytest.fixture
def no_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Anything that gets as far as drawing letters fails the test."""

    def drawn(*_: object) -> None:
        raise AssertionError("letters were drawn before all was checked")

    monkeypatch.setattr("seqdemo.training.data.load", drawn)
    monkeypatch.delenv("SEQDEMO_DATA", raising=False)


@pytest.mark.parametrize("command", [["reader"], ["evaluate", "reader"], ["study", "one-change"]], ids=" ".join)
@pytest.mark.usefixtures("no_steps")
def test_what_people_wrote_is_not_replaced_by_the_pen_s(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("pen", "reader", "studies"):
        shutil.copytree(CHECKPOINTS / name, tmp_path / "checkpoints" / name)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    assert run(tmp_path, *command) == 2
    assert f"{command[-1]} stands on letters of unipen" in capsys.readouterr().err
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before
    with pytest.raises(AssertionError, match="letters were drawn"):
        run(tmp_path, *command, "--replace")


@pytest.mark.usefixtures("no_steps")
def test_a_run_that_lacks_something_stops_before_its_first_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "row-cnn-2") == 2
    assert "pen is needed" in capsys.readouterr().err
    shutil.copytree(CHECKPOINTS / "pen", tmp_path / "checkpoints" / "pen")
    assert run(tmp_path, "row-cnn-2", "seq2seq") == 2
    assert "seq2seq starts from reader: train that first" in capsys.readouterr().err
    with pytest.raises(AssertionError, match="letters were drawn"):
        run(tmp_path, "seq2seq", "reader")
    (tmp_path / "runs").rmdir()
    (tmp_path / "runs").write_text("no folder")
    assert run(tmp_path, "row-cnn-2") == 2
    assert "cannot write" in capsys.readouterr().err


FEW = "import sys, train; from seqdemo.training import data; data.WRITTEN = dict(train=40, val=1, test=1); "


@exhaustive
def test_ctrl_c_while_letters_are_drawn_leaves_one_sentence(tmp_path: Path) -> None:
    shutil.copytree(CHECKPOINTS / "pen", tmp_path / "checkpoints" / "pen")
    command = [sys.executable, "-c", f"{FEW} sys.exit(train.main(sys.argv[1:]))", "row-cnn-2", "--data", "pen",
               "--checkpoints", str(tmp_path / "checkpoints"), "--runs", str(tmp_path / "runs")]  # fmt: skip
    shown = {name: value for name, value in os.environ.items() if name != "TQDM_DISABLE"}
    with subprocess.Popen(
        command, cwd=ROOT, env=shown, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stderr is not None
        said = ""
        while "Drawing" not in said:
            letter = process.stderr.read(1)
            assert letter, f"it ended before any letter was drawn: {said}"
            said += letter
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
        out, rest = process.communicate()
    assert "Traceback" not in said + rest
    assert out.endswith("Stopped; no checkpoint was changed.\n")
    assert process.returncode == 130
