"""Training: seeded, resumable to the bit, honest about where its letters come from."""

import json
import os
import shutil
import signal
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

import train
from seqdemo.checkpoints import load
from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.handwriting.pen import PenModel
from seqdemo.handwriting.raster import images as images_of
from seqdemo.letters import ALPHABET, MERGED
from seqdemo.models import pen_reader
from seqdemo.models.catalog import BY_NAME, VARIANTS
from seqdemo.models.cnn_gru import CnnGruConfig
from seqdemo.models.noisy_channel import NoisyChannelConfig
from seqdemo.models.seq2seq import Seq2SeqConfig
from seqdemo.models.transformer import TransformerConfig
from seqdemo.sequences.samples import TASKS
from seqdemo.sequences.words import WordTask
from seqdemo.training import card, characters, data, loop, metrics, produce, spelling
from seqdemo.training.features import precomputed
from seqdemo.training.objectives import OBJECTIVES
from seqdemo.training.run import planned, start
from seqdemo.training.session import BY_FEATURES
from seqdemo.training.variety import Sample
from tests.row_readers import ROWS
from tests.row_readers import small as small_reader
from tests.test_emnist import idx
from tests.tiers import exhaustive, sampled

PEN = Path(__file__).parents[1] / "checkpoints" / "pen"
NAMES = [variant.name for variant in VARIANTS]
STEPS = 6


SMALL = {
    CnnGruConfig: {"gru1": 5, "gru2": 5},
    Seq2SeqConfig: {"embedding": 5, "hidden": 6},
    TransformerConfig: {"size": 6, "heads": 2, "layers": 1, "inner": 5},
    NoisyChannelConfig: {"embedding": 5, "hidden": 6, "beam": 4},
}


def small(variant):
    """The same variant with few weights and few steps; or one pass, which over 3 x 62 characters takes as many."""
    if variant in ROWS:
        return replace(small_reader(variant), recipe=replace(variant.recipe, epochs=1, batch=35))
    sizes = {"width": 4, "features": 7, **SMALL.get(type(variant.config), {})}
    recipe = replace(variant.recipe, steps=min(STEPS, variant.recipe.steps), batch=9)
    return replace(variant, config=replace(variant.config, **sizes), recipe=recipe)


@pytest.fixture(autouse=True)
def small_world(monkeypatch):
    """Small models, few letters, quick measurements; everything else is the real thing."""
    for variant in VARIANTS:
        monkeypatch.setitem(BY_NAME, variant.name, small(variant))
    monkeypatch.setattr(data, "WRITTEN", {"train": 3, "val": 1, "test": 1})
    monkeypatch.setattr(loop, "CHECKS", 3)
    monkeypatch.setattr(metrics, "SEQUENCES", 60)
    monkeypatch.setattr(metrics, "CHECKED", 60)
    monkeypatch.setattr(pen_reader, "_CHANNELS", 4)
    monkeypatch.setattr(spelling, "CHECKED", 20)
    monkeypatch.setattr(characters, "TRIES", 10)
    monkeypatch.setattr(WordTask, "count", lambda task, split: 40)
    monkeypatch.setattr(produce, "WRITTEN", 2)


@pytest.fixture
def place(tmp_path):
    shutil.copytree(PEN, tmp_path / "checkpoints" / "pen")
    return tmp_path


def run(place: Path, *arguments: str) -> int:
    folders = ["--checkpoints", str(place / "checkpoints"), "--runs", str(place / "runs")]
    return train.main([*arguments, "--data", "pen", "--device", "cpu", *folders])


STARTS: dict[str, dict[str, bytes]] = {}
"""Checkpoints that others start from, by name, as their files: trained once for all tests."""


def prepare(place: Path, name: str) -> None:
    """Lay what a variant starts from where it looks for it."""
    start = BY_NAME[name].recipe.stands_on
    if not start:
        return
    prepare(place, start)
    folder = place / "checkpoints" / start
    if start not in STARTS:
        assert run(place, start) == 0
        STARTS[start] = {file.name: file.read_bytes() for file in folder.iterdir()}
    folder.mkdir(exist_ok=True)
    for file, content in STARTS[start].items():
        (folder / file).write_bytes(content)


def weights(place: Path, name: str) -> dict[str, torch.Tensor]:
    return load_file(place / "checkpoints" / name / "model.safetensors")


def stop_at(monkeypatch, step: int, objective: str) -> None:
    """Ctrl-C during one step."""
    original = OBJECTIVES[objective]

    def interrupted(variant, model, bank, seed, at):
        if at == step:
            os.kill(os.getpid(), signal.SIGINT)
        return original(variant, model, bank, seed, at)

    monkeypatch.setitem(OBJECTIVES, objective, interrupted)


@pytest.mark.parametrize(
    "name",
    sampled(
        ["reader", "reader-strokes", "cnn-gru-normal", "cnn-gru-report-easy", "row-best-2", "row-lstm-47", "row-cnn-2"],
        "reader",
    ),
)  # fmt: skip
def test_a_resumed_run_equals_an_uninterrupted_one(name, place, tmp_path, monkeypatch, capsys):
    whole, parted = place, tmp_path / "parted"
    shutil.copytree(place / "checkpoints", parted / "checkpoints")
    for folder in (whole, parted):
        prepare(folder, name)
    assert run(whole, name) == 0
    with monkeypatch.context() as patch:
        stop_at(patch, 3, BY_NAME[name].recipe.objective)
        assert run(parted, name) == 130
    assert "--resume" in capsys.readouterr().out
    assert not (parted / "checkpoints" / name).exists()
    assert run(parted, name, "--resume") == 0
    first, second = weights(whole, name), weights(parted, name)
    assert all(tensor.equal(second[key]) for key, tensor in first.items())
    histories = [(folder / "checkpoints" / name / "history.jsonl").read_text() for folder in (whole, parted)]
    assert histories[0] == histories[1]
    assert len(histories[0].splitlines()) == 3
    assert not list((parted / "runs").rglob("state.safetensors"))


@exhaustive
def test_letters_drawn_by_several_processes_are_those_drawn_by_one():
    samples = [Sample(letter.strokes, str(letter.label), "anna") for letter in PenModel.load(PEN).write("AbC123x", 0)]
    assert (data.rasterised(samples, "letters", chunk=3) == data.rasterised(samples, "letters")).all()


def test_another_seed_gives_other_weights(place):
    assert run(place, "reader") == 0
    first = weights(place, "reader")
    assert run(place, "reader", "--seed", "1") == 0
    assert not first["name.weight"].equal(weights(place, "reader")["name.weight"])


@exhaustive
def test_the_card_carries_the_figures_of_metrics_and_says_where_the_letters_come_from(place):
    prepare(place, "cnn-gru-normal")
    assert run(place, "cnn-gru-normal") == 0
    folder = place / "checkpoints" / "cnn-gru-normal"
    figures, card = json.loads((folder / "metrics.json").read_text()), (folder / "README.md").read_text()
    assert f"{figures['accuracy']:.2%}" in card
    assert set(figures["by_length"]) == {"2", "3", "4", "5", "6"}
    assert figures["training"]["data"] == "pen"
    for fact in ("pen model", "`python train.py cnn-gru-normal --data pen --seed 0`", figures["training"]["date"]):
        assert fact in card


@pytest.mark.parametrize("name", ["reader", "reader-robust", "reader-strokes"])
def test_the_card_of_a_reader_says_how_often_it_is_right_by_how_sure_it_is(name):
    folder = PEN.parent / name
    text = (folder / "README.md").read_text()
    bins = json.loads((folder / "metrics.json").read_text())["calibration"]["bins"]
    told = {
        f"| {each['confidence']:.1%} | {each['right']:.1%} | {each['least']:.1%} to {each['most']:.1%} "
        f"| {each['letters']:,} |": each["letters"] >= 50
        for each in bins
    }
    assert set(told.values()) == {True, False}
    assert {row: row in text for row in told} == told


def test_the_card_of_a_reader_of_unknown_writers_says_so(place):
    assert run(place, "reader") == 0
    figures = json.loads((place / "checkpoints" / "reader" / "metrics.json").read_text())
    [*_, last] = figures["calibration"]["bins"]
    bins = [{**{name: last[name] for name in ("confidence", "right", "share")}, "letters": 1234}]
    text = card.of(BY_NAME["reader"], {**figures, "calibration": {"ece": 0.1, "bins": bins}})
    assert f"| {last['confidence']:.1%} | {last['right']:.1%} | writers unknown | 1,234 |" in text


@exhaustive
def test_emnist_is_trained_on_from_its_own_files(place, capsys):
    raw = place / "EMNIST" / "raw"
    raw.mkdir(parents=True)
    for part, sheets in {"train": 2, "test": 1}.items():  # the last part of train is held out for validation
        images = images_of(PenModel.load(PEN).write(ALPHABET * sheets, 0)).transpose(0, 2, 1).copy()
        labels = np.tile(np.arange(1, 27, dtype=np.uint8), sheets)
        (raw / f"emnist-letters-{part}-images-idx3-ubyte").write_bytes(idx(images))
        (raw / f"emnist-letters-{part}-labels-idx1-ubyte").write_bytes(idx(labels))
    options = ["--checkpoints", str(place / "checkpoints"), "--runs", str(place / "runs"), "--device", "cpu"]
    assert train.main(["reader", "--data", "emnist", "--data-dir", str(place), *options]) == 0
    assert "emnist letters it never saw" in capsys.readouterr().out
    assert "EMNIST's test letters" in (place / "checkpoints" / "reader" / "README.md").read_text()


@exhaustive
def test_emnist_s_merged_set_is_trained_on_row_by_row(place, capsys):
    raw = place / "EMNIST" / "raw"
    raw.mkdir(parents=True)
    for part, sheets in {"train": 2, "test": 1}.items():
        images = images_of(PenModel.load(PEN).write(MERGED * sheets, 0)).transpose(0, 2, 1).copy()
        labels = np.tile(np.arange(47, dtype=np.uint8), sheets)
        (raw / f"emnist-bymerge-{part}-images-idx3-ubyte").write_bytes(idx(images))
        (raw / f"emnist-bymerge-{part}-labels-idx1-ubyte").write_bytes(idx(labels))
    options = ["--checkpoints", str(place / "checkpoints"), "--runs", str(place / "runs"), "--device", "cpu"]
    assert train.main(["row-gru-47", "row-cnn-2", "--data", "emnist", "--data-dir", str(place), *options]) == 0
    assert capsys.readouterr().out.count("emnist letters it never saw") == 2
    for name in ("row-gru-47", "row-cnn-2"):
        figures = json.loads((place / "checkpoints" / name / "metrics.json").read_text())
        table = np.array(figures["confusion"])
        assert table.sum(1).tolist() == [1] * 47
        assert figures["accuracy"] * 47 == pytest.approx(round(figures["accuracy"] * 47))
        assert figures["training"]["steps"] == 2  # 47 characters in batches of 35
        card = (place / "checkpoints" / name / "README.md").read_text()
        assert "EMNIST bymerge" in card
        assert f"| accuracy | {figures['accuracy']:.2%} |" in card


@pytest.mark.parametrize("name", sampled([variant.name for variant in ROWS], "row-cnn-2"))
def test_a_variant_of_rows_is_trained_measured_and_loaded_again(name, place):
    assert run(place, name) == 0
    folder = place / "checkpoints" / name
    figures, loaded = json.loads((folder / "metrics.json").read_text()), load(folder)
    assert loaded.accuracy == figures["accuracy"]
    assert [row["step"] for row in loaded.history] == [2, 4, 6]
    assert len(figures["recall"]) == 28
    assert {len(row) for row in figures["confusion"]} == {2 if name.endswith("-2") else 47}
    before = (folder / "metrics.json").read_text()
    assert run(place, "evaluate", name) == 0
    assert (folder / "metrics.json").read_text() == before


@pytest.mark.parametrize(("count", "batch", "epochs", "steps"), [(186, 35, 1, 6), (186, 31, 2, 12), (5, 9, 7, 7)])
def test_passes_become_steps(count, batch, epochs, steps):
    variant = BY_NAME["row-lstm-2"]
    variant = replace(variant, recipe=replace(variant.recipe, epochs=epochs, batch=batch))
    bank = GlyphBank(torch.zeros(count, 28, 28, dtype=torch.uint8), torch.zeros(count).long(), torch.zeros(48).long())
    letters = data.Letters("pen", "", bank, bank, bank, bank, bank)
    made = planned(variant, letters)
    assert made.recipe.steps == steps
    assert replace(made, recipe=variant.recipe) == variant
    assert planned(BY_NAME["reader"], letters) is BY_NAME["reader"]


def test_the_reports_passes_and_learning_rate_are_kept():
    kept = {variant.name: variant.recipe for variant in VARIANTS if variant in ROWS}
    assert {recipe.epochs for name, recipe in kept.items() if name.endswith("-47") and "best" not in name} == {7}
    assert {recipe.epochs for name, recipe in kept.items() if name.endswith("-2")} == {8}
    report = [recipe for name, recipe in kept.items() if "best" not in name]
    assert {(recipe.batch, recipe.learning_rate, recipe.one_cycle, recipe.ema_decay) for recipe in report} == {
        (256, 1e-3, False, 0.0)
    }


@exhaustive
def test_a_run_of_passes_is_not_resumed_on_other_letters(place, monkeypatch, capsys):
    """With another number of letters the same passes are other steps."""
    with monkeypatch.context() as patch:
        stop_at(patch, 3, "rows")
        assert run(place, "row-cnn-2") == 130
    monkeypatch.setattr(data, "WRITTEN", {"train": 5, "val": 1, "test": 1})
    assert run(place, "row-cnn-2", "--resume") == 2
    assert "Cannot resume" in capsys.readouterr().err


def test_the_reader_is_taken_over_and_left_as_it_is(place):
    prepare(place, "cnn-gru-easy")
    assert run(place, "cnn-gru-easy") == 0
    reader, model = (load(place / "checkpoints" / name).model for name in ("reader-strokes", "cnn-gru-easy"))
    assert all(tensor.equal(model.cnn.state_dict()[name]) for name, tensor in reader.state_dict().items())
    assert not any(name.startswith("cnn.") for name in weights(place, "cnn-gru-easy"))


def test_a_variant_whose_reader_is_missing_says_what_to_train_first(place, capsys):
    assert run(place, "cnn-gru-easy") == 2
    assert "train that first" in capsys.readouterr().err


def test_the_pen_is_judged_by_the_reader(place, capsys):
    assert run(place, "reader") == 0
    assert run(place, "evaluate", "pen") == 0
    figures = json.loads((place / "checkpoints" / "pen" / "metrics.json").read_text())
    assert f"{figures['named_right']['0.6']['all'] / 100:.2%}" in capsys.readouterr().out
    assert (
        f"| 0.6 | {figures['named_right']['0.6']['all']} |" in (place / "checkpoints" / "pen" / "README.md").read_text()
    )


def test_evaluating_again_changes_no_figure(place):
    assert run(place, "reader") == 0
    before = (place / "checkpoints" / "reader" / "metrics.json").read_text()
    assert run(place, "evaluate", "reader") == 0
    assert (place / "checkpoints" / "reader" / "metrics.json").read_text() == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nonsense"], "expected one of: cnn-gru-easy"),
        (["judge", "reader"], "expected one of: cnn-gru-easy"),
        (["evaluate"], "expected evaluate NAME, one of: cnn-gru-easy"),
        (["reader", "--data", "unipen"], "SEQDEMO_DATA"),
        (["reader", "--data", "unipen", "--data-dir", "/nowhere"], "/nowhere"),
        (["pen"], "SEQDEMO_DATA"),
        (["reader", "--device", "cuda:99"], "device"),
        (["reader", "--device", "toaster"], "device"),
        (["reader", "--seed", "-1"], "seed"),
    ],
)
def test_a_wrong_command_gets_a_sentence_and_no_traceback(arguments, sentence, place, monkeypatch, capsys):
    monkeypatch.delenv("SEQDEMO_DATA", raising=False)
    folders = ["--checkpoints", str(place / "checkpoints"), "--runs", str(place / "runs")]
    assert train.main([*arguments, *folders]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert "Traceback" not in said


def test_a_full_disk_leaves_earlier_checkpoints_whole(place, monkeypatch, capsys):
    assert run(place, "reader") == 0
    folder = place / "checkpoints" / "reader"
    before = {file.name: file.read_bytes() for file in folder.iterdir()}

    def full(*_):
        raise OSError(28, "No space left on device", "model.safetensors")

    monkeypatch.setattr("seqdemo.training.produce.write_together", full)
    assert run(place, "reader", "--seed", "1") == 2
    assert "No space left" in capsys.readouterr().err
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_ctrl_c_before_the_first_step_leaves_one_sentence(place, monkeypatch, capsys):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(data, "load", interrupted)
    assert run(place, "reader") == 130
    assert capsys.readouterr().out == "Stopped; no checkpoint was changed.\n"


def test_a_damaged_state_or_one_of_another_seed_is_not_resumed(place, monkeypatch, capsys):
    with monkeypatch.context() as patch:
        stop_at(patch, 2, "reading")
        assert run(place, "reader") == 130
    assert run(place, "reader", "--resume", "--seed", "1") == 2
    assert "another seed" in capsys.readouterr().err
    (place / "runs" / "reader" / "state.safetensors").write_bytes(b"damaged")
    assert run(place, "reader", "--resume") == 2
    assert "start anew" in capsys.readouterr().err


LEARNING = [variant.name for variant in VARIANTS if variant.recipe.objective in OBJECTIVES]


@pytest.mark.parametrize("name", sampled(LEARNING, "seq2seq", "reader", "row-cnn-2"))
def test_the_loss_falls(name, place, monkeypatch):
    """On one small batch, seen over and over; exact reasoners learn nothing."""
    prepare(place, name)
    variant, cpu = BY_NAME[name], torch.device("cpu")
    variant = replace(variant, recipe=replace(variant.recipe, learning_rate=0.01))
    classes = MERGED if TASKS[variant.task].family == "row" else ALPHABET
    letters = data.load("pen", None, place / "checkpoints" / "pen", cpu, classes)
    bank = letters.train
    reader = load(place / "checkpoints" / variant.recipe.start).model if variant.recipe.start else None
    running = start(variant, reader, "pen", 0, cpu)
    if reader and variant.recipe.objective in BY_FEATURES:
        bank = precomputed(reader, letters.train, variant.recipe.augment, 0)
    objective = OBJECTIVES[variant.recipe.objective]
    first = now = objective(variant, running.model, bank, 0, 0).value.item()
    for _ in range(400 if name == "row-jordan-47" else 150):  # so little goes back in it that it learns slowly
        loss = objective(variant, running.model, bank, 0, 0).value
        running.optimizer.zero_grad()
        loss.backward()
        running.optimizer.step()
        now = loss.item()
        if now < 0.8 * first:
            break
    assert now < 0.8 * first


def test_the_rate_rises_for_a_tenth_and_falls_to_zero():
    recipe = replace(VARIANTS[0].recipe, steps=1000, learning_rate=2.0)
    rates = [loop.learning_rate(recipe, step) for step in range(1000)]
    assert max(rates) == rates[100] == 2.0
    assert rates[0] < 0.03
    assert rates[-1] < 0.001
