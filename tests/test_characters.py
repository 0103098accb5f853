"""Readers of one character are measured on what they were shown, each character counted once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from seqdemo.handwriting import raster
from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.handwriting.pen import WILD, PenModel, Style
from seqdemo.letters import ALPHABET, CHARACTERS, MERGED, index_of
from seqdemo.models.character_cnn import CharacterCnn
from seqdemo.models.outputs import Character
from seqdemo.models.saliency import saliency
from seqdemo.sequences.rows import ROW_2, ROW_47, RowTask
from seqdemo.sequences.samples import TASKS, sample
from seqdemo.training import characters, data, metrics
from seqdemo.training.characters import confusion, measure, validate
from tests.row_readers import ROWS, lively
from tests.test_emnist import idx
from tests.tiers import exhaustive

PEN_FOLDER = Path(__file__).parents[1] / "checkpoints" / "pen"
PEN = PenModel.load(PEN_FOLDER)
CPU = torch.device("cpu")
TASKS_OF_ROWS = [ROW_2, ROW_47]


@pytest.fixture(autouse=True, scope="module")
def few() -> Iterator[None]:
    """Chunks that no number of images here is a multiple of, and a pen that tries little."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(characters, "CHUNK", 7)
        patch.setattr(characters, "TRIES", 12)
        yield


class Told(CharacterCnn):
    """Answers with the number in an image's first pixel, whatever else is in it; with 1 of 2 if it is too large."""

    def __init__(self, answers: int) -> None:
        nn.Module.__init__(self)
        self.answers, self.any = answers, nn.Parameter(torch.zeros(1))

    def forward(self, images: torch.Tensor) -> Character:
        told = (images[:, 0, 0] * 255).round().long().clamp(max=self.answers - 1)
        scores = nn.functional.one_hot(told, self.answers) * 3.0 + images.mean((1, 2))[:, None] * self.any
        return Character(scores.log_softmax(-1)[:, None])


def bank(labels: list[int], told: list[int]) -> GlyphBank:
    """Images that tell `Told` what to answer, of every class at least one."""
    images = np.zeros((len(labels), 28, 28), np.uint8)
    images[:, 0, 0] = told
    return GlyphBank.of(images, np.array(labels), CPU, 47)


def letters_of(val: GlyphBank, test: GlyphBank, test_all: GlyphBank | None = None) -> data.Letters:
    return data.Letters("pen", "Nobody's.", val, val, test, test if test_all is None else test_all, val)


def test_each_image_counts_once_although_the_last_batch_is_small() -> None:
    """47 + 3 images in batches of 7: the last holds one, which is wrong; a mean of batches would be 0.875."""
    labels = [*range(47), 46, 46, 46]
    told = [*range(47), 46, 46, 3]
    right = bank(labels, told)
    assert len(right) % characters.CHUNK == 1
    counts = confusion(ROW_47, Told(47), right)
    assert counts.sum() == 50
    assert validate(ROW_47, Told(47), letters_of(right, right)) == {"vision": 49 / 50, "score": 49 / 50}
    assert counts[46].tolist() == [0, 0, 0, 1, *[0] * 42, 3]


@pytest.mark.parametrize("wrong", [0, 1, 5, 47])
def test_the_accuracy_is_the_share_of_images_that_were_answered_right(wrong: int) -> None:
    labels = [*range(47), *[20] * 5]
    told = [(label + 1) % 47 if n < wrong else label for n, label in enumerate(labels)]
    tested = bank(labels, told)
    figures = measure(ROW_47, Told(47), letters_of(tested, tested), PEN)
    assert figures["accuracy"] == pytest.approx((52 - wrong) / 52)
    assert figures["reading"] == {"own_standing": figures["accuracy"], "all": figures["accuracy"]}


def test_of_two_answers_any_letter_is_right_for_a_letter() -> None:
    # The last class is read as a digit, and two of three zeros as letters.
    tested = bank([*range(47), 0, 0], [*[0] * 10, *[1] * 36, 0, 1, 1])
    figures = measure(ROW_2, Told(2), letters_of(tested, tested), PEN)
    assert figures["accuracy"] == pytest.approx(46 / 49)
    table = np.array(figures["confusion"])
    assert table.shape == (47, 2)
    assert table[0].tolist() == [1, 2]
    assert table[46].tolist() == [1, 0]
    assert table[:10, 0].sum() + table[10:, 1].sum() == 46


def test_characters_cut_out_of_words_are_measured_beside_those_on_their_own() -> None:
    alone, every = bank([*range(47)], [*range(47)]), bank([*range(47)], [*range(46), 0])
    figures = measure(ROW_47, Told(47), letters_of(alone, alone, every), PEN)
    assert figures["reading"] == {"own_standing": 1.0, "all": pytest.approx(46 / 47)}
    assert figures["accuracy"] == 1.0
    assert np.trace(figures["confusion"]) == 47
    assert figures["examples"] == []


@pytest.fixture(scope="module")
def written() -> data.Letters:
    """Two of each of the 62 characters for every split, by the pen."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(data, "WRITTEN", {"train": 2, "val": 1, "test": 2})
        return data.load("pen", None, PEN_FOLDER, CPU, MERGED)


@pytest.fixture(params=ROWS, ids=lambda variant: variant.name, scope="module")
def measured(request: pytest.FixtureRequest, few: None, written: data.Letters) -> tuple:
    """A variant with random weights, and what is measured of it."""
    model, task = lively(request.param), TASKS[request.param.task]
    return task, model, metrics.measure(request.param, model, written, PEN)


@exhaustive
def test_the_counts_of_each_class_add_up_to_its_test_images(measured: tuple, written: data.Letters) -> None:
    task, _, figures = measured
    table = np.array(figures["confusion"])
    assert table.shape == (47, len(task.answers))
    assert table.sum(1).tolist() == torch.bincount(written.test.labels).tolist()
    right = sum(table[n, task.answers.index(task.right(MERGED[n]))] for n in range(47))
    assert figures["accuracy"] == pytest.approx(right / table.sum())
    if task is ROW_47:
        assert figures["accuracy"] == pytest.approx(np.trace(table) / table.sum())


@exhaustive
def test_the_table_says_what_the_model_answers(measured: tuple, written: data.Letters) -> None:
    task, model, figures = measured
    with torch.no_grad():
        answers = torch.cat([model(image[None].float() / 255).answer.argmax(-1) for image in written.test.images])
    expected = np.zeros((47, len(task.answers)), int)
    for label, answer in zip(written.test.labels.tolist(), answers.tolist(), strict=True):
        expected[label, answer] += 1
    assert figures["confusion"] == expected.tolist()


def test_the_look_back_is_a_mean_over_characters_of_all_classes(measured: tuple, written: data.Letters) -> None:
    _, model, figures = measured
    shares = saliency(model, written.test.images.float() / 255)
    expected = shares[shares.sum(1) > 0].mean(0)  # of those whose answer depends on any row
    assert figures["recall"] == pytest.approx(expected.tolist(), abs=1e-4)


def test_a_look_back_over_fewer_still_spans_the_classes(written: data.Letters, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[torch.Tensor] = []
    monkeypatch.setattr(characters, "LOOKED_BACK", 20)
    monkeypatch.setattr(characters, "saliency", lambda _, images: looked.append(images) or torch.ones(len(images), 28))
    measure(ROW_47, Told(47), written, PEN)
    seen = torch.cat(looked)
    places = [int((written.test.images.float() / 255 == image).all(2).all(1).nonzero()[0]) for image in seen]
    assert len(places) == 20
    assert written.test.labels[places].diff().max() <= 4
    assert (written.test.labels[places[0]], written.test.labels[places[-1]]) == (0, 46)


def test_examples_are_of_the_most_frequent_confusions(measured: tuple) -> None:
    task, _, figures = measured
    table = np.array(figures["confusion"])
    wrong = {
        (MERGED[n], task.answers[m]): int(table[n, m])
        for n in range(47)
        for m in range(len(task.answers))
        if task.answers[m] != task.right(MERGED[n]) and table[n, m]
    }
    examples = figures["examples"]
    shown = {(each["meant"], each["read"]): each["count"] for each in examples}
    assert len(examples) == len(shown) == min(characters.CONFUSIONS, len(wrong)) > 0
    assert shown.items() <= wrong.items()
    assert [each["count"] for each in examples] == sorted(wrong.values(), reverse=True)[: len(examples)]
    for each in examples:
        assert each["of"] == table[MERGED.index(each["meant"])].sum()


def test_a_named_seed_is_indeed_mistaken_in_that_way(measured: tuple) -> None:
    """Written as the page writes it: a sample of that character, seed and temperature."""
    task, model, figures = measured
    for each in figures["examples"]:
        assert MERGED[index_of(each["character"], MERGED)] == each["meant"]
        if each["seed"] is None:
            continue
        asked = {"character": each["character"], "temperature": WILD}
        drawn = sample(task.name, each["seed"], asked, PEN)
        image = torch.from_numpy(raster.images(drawn.letters)).float() / 255
        assert task.answers[int(model(image).answer.argmax())] == each["read"]
        assert drawn.target == task.right(each["meant"]) != each["read"]
    assert any(each["seed"] is not None for each in figures["examples"])


def test_of_all_that_the_pen_tries_the_surest_mistake_is_shown(written: data.Letters) -> None:
    variant = next(variant for variant in ROWS if variant.name == "row-cnn-47")
    model = lively(variant)
    each = measure(ROW_47, model, written, PEN)["examples"][0]
    forms = [form for form in CHARACTERS if index_of(form, MERGED) == MERGED.index(each["meant"])]
    tried = {
        (form, seed): PEN.write(form, seed, Style(temperature=WILD))[0]
        for form in forms
        for seed in range(12 // len(forms))
    }
    with torch.no_grad():
        beliefs = model(torch.from_numpy(raster.images(tried.values())).float() / 255).answer
    mistaken = beliefs.argmax(-1) == ROW_47.answers.index(each["read"])
    surest = beliefs[:, ROW_47.answers.index(each["read"])].masked_fill(~mistaken, -torch.inf).argmax()
    assert list(tried)[int(surest)] == (each["character"], each["seed"])


def test_where_the_pen_writes_none_that_is_mistaken_no_seed_is_named() -> None:
    """`Told` sees a black first pixel in all that the pen writes: it takes every letter for a 0."""
    tested = bank([*range(47), 7], [*range(47), 12])
    (example,) = measure(ROW_47, Told(47), letters_of(tested, tested), PEN)["examples"]
    assert example == {"meant": "7", "read": "C", "count": 1, "of": 2, "character": "7", "seed": None}


def test_the_pen_writes_banks_of_47_classes(written: data.Letters) -> None:
    assert (written.source, written.test_all) == ("pen", written.test)
    for split, sheets in {"train": 2, "val": 1, "test": 2}.items():
        drawn = getattr(written, split)
        assert len(drawn) == 62 * sheets
        counts = torch.bincount(drawn.labels, minlength=47)
        assert counts.tolist() == [sheets * (2 if mark in "CIJKLMOPSUVWXYZ" else 1) for mark in MERGED]
        assert drawn.offsets.tolist() == [0, *counts.cumsum(0).tolist()]
    assert not (set(map(bytes, written.train.images.numpy())) & set(map(bytes, written.test.images.numpy())))


def test_an_image_lies_under_its_own_class(written: data.Letters) -> None:
    seen = raster.images(PEN.write(CHARACTERS, 2000, Style(temperature=0.9)))
    for character, image in zip(CHARACTERS, seen, strict=True):
        of_class = written.test.images[written.test.labels == index_of(character, MERGED)].numpy()
        assert (of_class == image).all((1, 2)).any(), character


def test_of_the_26_the_pen_writes_no_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "WRITTEN", {"train": 1, "val": 1, "test": 1})
    letters = data.load("pen", None, PEN_FOLDER, CPU)
    assert len(letters.train) == 52
    assert torch.bincount(letters.train.labels).tolist() == [2] * len(ALPHABET)


def by_merge(folder: Path) -> None:
    """EMNIST ByMerge in its own files: two images of each class to train on, one to test on, as the pen writes them."""
    raw = folder / "EMNIST" / "raw"
    raw.mkdir(parents=True)
    for part, sheets in {"train": 3, "test": 1}.items():  # the last part of train is held out for validation
        images = raster.images(PEN.write(MERGED * sheets, sheets))
        (raw / f"emnist-bymerge-{part}-images-idx3-ubyte").write_bytes(idx(images.transpose(0, 2, 1).copy()))
        labels = np.tile(np.arange(47, dtype=np.uint8), sheets)
        (raw / f"emnist-bymerge-{part}-labels-idx1-ubyte").write_bytes(idx(labels))


@exhaustive
def test_emnist_s_merged_set_has_the_same_47_classes(tmp_path: Path) -> None:
    by_merge(tmp_path)
    letters = data.load("emnist", tmp_path, PEN_FOLDER, CPU, MERGED)
    assert [len(each) for each in (letters.train, letters.val, letters.test)] == [94, 47, 47]
    assert letters.test_all is letters.test
    assert "EMNIST bymerge" in letters.credit
    expected = raster.images(PEN.write(MERGED, 1))
    assert letters.test.labels.tolist() == list(range(47))
    np.testing.assert_array_equal(letters.test.images.numpy(), expected)


@pytest.mark.parametrize("task", TASKS_OF_ROWS, ids=lambda task: task.name)
def test_validation_is_the_accuracy_on_the_validation_writers(task: RowTask, written: data.Letters) -> None:
    variant = next(each for each in ROWS if each.task == task.name)
    model = lively(variant)
    figures = metrics.validate(variant, model, written)
    table = confusion(task, model, written.val)
    right = table[np.arange(47), task.answer_of].sum() / len(written.val)
    assert figures == {"vision": pytest.approx(right), "score": pytest.approx(right)}
    spoilt = replace(written, train=written.test, test=written.train)
    assert metrics.validate(variant, model, spoilt) == figures
