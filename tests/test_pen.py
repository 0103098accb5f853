"""The pen model writes every character from a seed, alike everywhere, and its checkpoint is whole or refused."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from safetensors.numpy import load_file, save

from seqdemo.errors import CheckpointError, DataError, InputError
from seqdemo.handwriting import pen as pen_module
from seqdemo.handwriting import raster
from seqdemo.handwriting.inkset import InkSet
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.pen import CONFIG, DIRECTIONS, POINTS, WEIGHTS, PenModel, Shape, Style
from seqdemo.letters import ALPHABET, CHARACTERS
from seqdemo.training import pen as training
from tests.tiers import exhaustive

SHIPPED = Path(__file__).parent.parent / "checkpoints" / "pen"
ABOUT: dict[str, Any] = {"data": "made up", "seed": 3, "versions": {}}


@pytest.fixture(scope="module")
def pen() -> PenModel:
    return PenModel.load(SHIPPED)


def made_up() -> PenModel:
    """A model of numbers that need no data: zigzags of one to three strokes, exact in half precision."""
    shapes = {}
    for n, character in enumerate(CHARACTERS):
        count = 1 + n % 3
        grid = np.arange(count * POINTS * 2, dtype=float).reshape(count, POINTS, 2)
        mean = (grid * (n + 3) % 32) / 32
        directions = np.stack([(grid * (k + 2) % 16 - 8) / 64 for k in range(DIRECTIONS)])
        shape = Shape(0.5, mean, directions, 2.0 ** -np.arange(1, DIRECTIONS + 1))
        shapes[character] = (shape, Shape(0.25, mean[:, ::-1].copy(), directions, shape.deviations))
    return PenModel(shapes)


def coordinates(letters: list[Letter]) -> list[Any]:
    return [[stroke.tolist() for stroke in letter.strokes.strokes] for letter in letters]


def test_every_character_is_written_in_the_unit_box_under_its_own_label(pen: PenModel) -> None:
    letters = pen.write(CHARACTERS, 5)
    assert [letter.label for letter in letters] == list(CHARACTERS)
    for letter in letters:
        low, high = letter.strokes.bounds()
        assert low.min() >= 0
        assert high.max() <= 1
        assert (high - low).max() == pytest.approx(1, abs=1e-3)


def test_coordinates_have_four_decimals(pen: PenModel) -> None:
    for stroke in pen.write("Q", 8)[0].strokes.strokes:
        np.testing.assert_array_equal(stroke, np.round(stroke, 4))


def test_the_same_seed_gives_the_same_ink_on_every_machine() -> None:
    """The digest was computed once; another one means that shared links no longer show the same letters."""
    style = Style(temperature=0.75, jitter=0.5, slant=0.0)
    written = coordinates(made_up().write(CHARACTERS, 2**40 + 7, style))
    digest = hashlib.sha256(json.dumps(written).encode()).hexdigest()
    assert digest == "f34f6b6dc452ecc98435ab8fdda7b189c86827c4e8e6f61503c1f8710beb2f89"


def test_a_letter_depends_on_seed_position_character_and_nothing_else(pen: PenModel) -> None:
    alone, among = pen.write("xA", 4), pen.write("zAb", 4)
    assert coordinates(alone)[1] == coordinates(among)[1]
    assert coordinates(pen.write("A", 4)) != coordinates(pen.write("A", 5))
    first, second = coordinates(pen.write("AA", 4))
    assert first != second


@given(st.integers(0, 2**64 - 1), st.text(CHARACTERS, max_size=7))
@settings(max_examples=25, deadline=None)
def test_any_seed_writes_any_text_twice_alike(seed: int, text: str) -> None:
    model = made_up()
    letters = model.write(text, seed)
    assert "".join(str(letter.label) for letter in letters) == text
    assert coordinates(letters) == coordinates(model.write(text, seed))


def test_eight_threads_write_what_one_writes(pen: PenModel) -> None:
    alone = [coordinates(pen.write("Hello7", seed)) for seed in range(40)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda seed: coordinates(pen.write("Hello7", seed)), range(40))) == alone


def test_without_temperature_and_jitter_only_the_shapes_differ(pen: PenModel) -> None:
    still = Style(temperature=0, jitter=0)
    for character in "AgR7":
        different = {json.dumps(ink) for ink in coordinates(pen.write(character * 40, 1, still))}
        assert len(different) <= len(pen.shapes[character])


def test_letters_vary_more_at_a_higher_temperature_and_stray_more_with_more_jitter(pen: PenModel) -> None:
    for name in ("temperature", "jitter"):
        still = Style(temperature=0, jitter=0)
        mean = pen.write("S" * 40, 2, still)
        distances = []
        for value in (0.0, 0.3, 0.9):
            written = pen.write("S" * 40, 2, Style(**{"temperature": 0, "jitter": 0, name: value}))
            pairs = zip(written, mean, strict=True)
            distances.append(np.mean([np.abs(a.strokes.strokes[0] - b.strokes.strokes[0]).mean() for a, b in pairs]))
        assert distances[0] == 0
        assert distances[1] * 1.5 < distances[2]


@pytest.mark.parametrize(("slant", "sign"), [(30, 1), (-30, -1)])
def test_slant_leans_letters_to_the_right(pen: PenModel, slant: float, sign: int) -> None:
    still = Style(temperature=0, jitter=0)
    upright, leaning = (pen.write("I", 3, style)[0] for style in (still, Style(0, slant, 1.0, 0)))

    def lean(letter: Letter) -> float:
        points = np.concatenate(letter.strokes.strokes)
        return float(points[points[:, 1] < 0.5, 0].mean() - points[points[:, 1] >= 0.5, 0].mean())

    assert sign * (lean(leaning) - lean(upright)) > 0.1


def test_thickness_is_handed_to_the_letter(pen: PenModel) -> None:
    assert pen.write("a", 1, Style(thickness=1.75))[0].thickness == 1.75


def test_no_text_is_no_letters(pen: PenModel) -> None:
    assert pen.write("", 1) == []


@pytest.mark.parametrize("text", ["é", "A B", "가", "?", "A\n", 7, None, ["A"]])
def test_other_characters_get_one_plain_sentence(pen: PenModel, text: Any) -> None:
    with pytest.raises(InputError, match=r"^Only the letters A-Z and a-z and the digits 0-9 can be written\.$"):
        pen.write(text, 1)


@pytest.mark.parametrize("seed", [-1, 2**64, 1.0, True, None, "1"])
def test_a_seed_that_is_none_gets_one_plain_sentence(pen: PenModel, seed: Any) -> None:
    with pytest.raises(InputError, match="whole number") as caught:
        pen.write("A", seed)
    assert caught.value.key == "bad_seed"


@pytest.mark.parametrize("name", ["temperature", "slant", "thickness", "jitter"])
@pytest.mark.parametrize("value", [-46, 46, 10**400, float("nan"), float("inf"), "1", None, True, [1]])
def test_a_style_out_of_range_gets_one_plain_sentence(name: str, value: Any) -> None:
    with pytest.raises(InputError, match=rf"^A {name} must be a number .*[0-9]\.$") as caught:
        Style(**{name: value})
    assert caught.value.key == f"bad_{name}"


@pytest.mark.parametrize("style", [Style(0, -45, 0.4, 0), Style(1.5, 45, 2.5, 1)])
def test_the_ends_of_all_ranges_still_write(pen: PenModel, style: Style) -> None:
    assert raster.images(pen.write(CHARACTERS, 1, style)).max(axis=(1, 2)).min() > 127


def test_strokes_start_where_people_start() -> None:
    """An L is written down and then to the right; a T's bar from left to right."""
    still = Style(temperature=0, jitter=0)
    pen = PenModel.load(SHIPPED)
    for letter in pen.write("L" * 20, 1, still):
        (stroke,) = letter.strokes.strokes
        assert stroke[0, 1] < 0.1
        assert stroke[-1, 0] > stroke[0, 0]
        assert stroke[-1, 1] > 0.8
    for letter in pen.write("T" * 20, 1, still):
        bar = max(letter.strokes.strokes, key=lambda stroke: float(np.ptp(stroke[:, 0])))
        assert bar[-1, 0] > bar[0, 0]


def test_the_shipped_model_is_small_and_says_where_it_comes_from() -> None:
    assert (SHIPPED / WEIGHTS).stat().st_size < 1_000_000
    card = (SHIPPED / "README.md").read_text()
    for part in ("UNIPEN train_r01_v07", "International Unipen Foundation", "10.5281/zenodo.1195803", "CC BY 4.0"):
        assert part in card


def test_the_shipped_card_says_what_config_and_metrics_say() -> None:
    config, metrics = (json.loads((SHIPPED / name).read_text()) for name in (CONFIG, training.METRICS))
    assert (SHIPPED / training.CARD).read_text() == training.card(config, metrics)


def test_a_saved_model_loads_and_writes_the_same(tmp_path: Path) -> None:
    model = made_up()
    model.save(tmp_path / "pen", ABOUT)
    again = PenModel.load(tmp_path / "pen")
    assert coordinates(again.write(CHARACTERS, 6)) == coordinates(model.write(CHARACTERS, 6))
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "pen").iterdir()} == {0o644}


def test_a_full_disk_leaves_the_earlier_checkpoint_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made_up().save(tmp_path, ABOUT)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    calls: list[int] = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        PenModel.load(SHIPPED).save(tmp_path, ABOUT)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def rewritten(folder: Path, change: Callable[[dict[str, NDArray[Any]]], Any]) -> None:
    """Change the arrays and put the right checksum into config.json."""
    arrays = load_file(folder / WEIGHTS)
    change(arrays)
    weights = save(arrays)
    (folder / WEIGHTS).write_bytes(weights)
    configured(folder, sha256=hashlib.sha256(weights).hexdigest())


def configured(folder: Path, **changes: Any) -> None:
    config = {**json.loads((folder / CONFIG).read_text()), **changes}
    (folder / CONFIG).write_text(json.dumps({key: value for key, value in config.items() if value is not None}))


def flip_a_bit(folder: Path) -> None:
    weights = bytearray((folder / WEIGHTS).read_bytes())
    weights[-1000] ^= 1
    (folder / WEIGHTS).write_bytes(weights)


def no_safetensors(folder: Path) -> None:
    (folder / WEIGHTS).write_bytes(b"nonsense")
    configured(folder, sha256=hashlib.sha256(b"nonsense").hexdigest())


def not_finite(arrays: dict[str, NDArray[Any]]) -> None:
    arrays["means"][3, 5, 1] = np.nan


DAMAGE: Mapping[str, tuple[Callable[[Path], Any], str]] = {
    "no weights": (lambda folder: (folder / WEIGHTS).unlink(), "cannot be read: No such file"),
    "no config": (lambda folder: (folder / CONFIG).unlink(), "cannot be read: No such file"),
    "config is no JSON": (lambda folder: (folder / CONFIG).write_text("{"), "no JSON"),
    "config is no text": (lambda folder: (folder / CONFIG).write_bytes(b"\xff\xfe\x00"), "no JSON"),
    "config is nested": (lambda folder: (folder / CONFIG).write_text("[" * 100_000), "no JSON"),
    "config is a list": (lambda folder: (folder / CONFIG).write_text("[]"), "must hold exactly"),
    "a key too many": (lambda folder: configured(folder, extra=1), "must hold exactly"),
    "a key too few": (lambda folder: configured(folder, seed=None), "must hold exactly"),
    "another format": (lambda folder: configured(folder, format_version=2), "no pen model of format 1"),
    "another kind": (lambda folder: configured(folder, kind="cnn"), "no pen model of format 1"),
    "a flipped bit": (flip_a_bit, "checksum"),
    "another checksum": (lambda folder: configured(folder, sha256=["a"]), "checksum"),
    "oversized": (lambda folder: (folder / WEIGHTS).write_bytes(bytes(1_000_001)), "larger than"),
    "no safetensors": (no_safetensors, "no safetensors file"),
    "an array missing": (lambda folder: rewritten(folder, lambda a: a.pop("means")), "must hold exactly"),
    "an array too many": (lambda folder: rewritten(folder, lambda a: a.update(x=a["means"])), "must hold exactly"),
    "no arrays": (lambda folder: rewritten(folder, dict.clear), "must hold exactly"),
    "another shape": (
        lambda folder: rewritten(folder, lambda a: a.update(means=a["means"][1:].copy())),
        "means must be float16 of shape",
    ),
    "another kind of number": (
        lambda folder: rewritten(folder, lambda a: a.update(shares=a["shares"].astype(np.float32))),
        "shares must be float16",
    ),
    "not finite": (lambda folder: rewritten(folder, not_finite), "not finite"),
    "no strokes": (lambda folder: rewritten(folder, lambda a: a["strokes"].fill(0)), "must be float16 of shape"),
    "no share": (lambda folder: rewritten(folder, lambda a: a["shares"].fill(0)), "strokes and a share"),
    "other characters": (
        lambda folder: rewritten(folder, lambda a: a["characters"].fill(65)),
        "exactly the characters",
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_checkpoint_is_refused_with_one_line(tmp_path: Path, damage: str) -> None:
    made_up().save(tmp_path, ABOUT)
    spoil, message = DAMAGE[damage]
    spoil(tmp_path)
    with pytest.raises(CheckpointError, match=message) as caught:
        PenModel.load(tmp_path)
    assert "\n" not in str(caught.value)


def as_ink(letters: list[Letter], split: str = "train") -> list[tuple[list[NDArray[np.int32]], str, str]]:
    """Letters as samples of an InkSet: strokes, label, split."""
    return [
        ([np.rint(stroke * 5000).astype(np.int32) for stroke in letter.strokes.strokes], str(letter.label), split)
        for letter in letters
    ]


def inkset(samples: list[tuple[list[NDArray[np.int32]], str, str]]) -> InkSet:
    inks, labels, splits = zip(*samples, strict=True)
    return InkSet.from_strokes(inks, labels, splits, [False] * len(samples))


@pytest.fixture(scope="module")
def written() -> list[tuple[list[NDArray[np.int32]], str, str]]:
    return as_ink(PenModel.load(SHIPPED).write(CHARACTERS * 64, 11, Style(jitter=0)))


@pytest.fixture(scope="module")
def fitted(written: list[tuple[list[NDArray[np.int32]], str, str]]) -> PenModel:
    return training.fit(inkset(written), 1)


@exhaustive
def test_a_model_fitted_to_written_letters_writes_such_letters(pen: PenModel, fitted: PenModel) -> None:
    """Its mean images are nearest to those of the same character."""

    def means(model: PenModel) -> NDArray[np.float64]:
        still = Style(temperature=0, jitter=0)
        return np.stack([raster.images(model.write(one * 30, 1, still)).mean(axis=0) for one in CHARACTERS])

    old, new = means(pen), means(fitted)
    distances = ((old[:, None] - new[None]) ** 2).sum(axis=(2, 3))
    ranks = (distances < distances.diagonal()[:, None]).sum(axis=1)
    assert (ranks == 0).mean() > 0.9


@exhaustive
def test_a_fitted_model_is_of_bounded_size_and_its_shares_make_a_whole(fitted: PenModel) -> None:
    for shapes in fitted.shapes.values():
        assert 1 <= len(shapes) <= pen_module.SHAPES
        assert sum(shape.share for shape in shapes) == pytest.approx(1)
        assert [shape.share for shape in shapes] == sorted((shape.share for shape in shapes), reverse=True)
        for shape in shapes:
            assert shape.directions.shape == (DIRECTIONS, *shape.mean.shape)
            assert (np.diff(shape.deviations) <= 1e-12).all()


@exhaustive
def test_fitting_twice_with_a_seed_gives_the_same_model_and_only_training_writers_count(
    written: list[tuple[list[NDArray[np.int32]], str, str]], fitted: PenModel
) -> None:
    noise = [
        ([np.array([[0, 0], [9, 9], [3, 1]], np.int32)], label, split)
        for label in CHARACTERS
        for split in ("val", "test")
        for _ in range(3)
    ]
    again = training.fit(inkset([*noise, *written]), 1)
    for name, array in fitted.arrays().items():
        np.testing.assert_array_equal(array, again.arrays()[name])


def test_a_character_without_ink_is_a_data_error(written: list[tuple[list[NDArray[np.int32]], str, str]]) -> None:
    with pytest.raises(DataError, match="no training ink"):
        training.fit(inkset([sample for sample in written[: 5 * len(CHARACTERS)] if sample[1] != "q"]), 1)


def test_kmeans_finds_clusters_that_lie_apart() -> None:
    rng = np.random.default_rng(1)
    truth = np.repeat(np.arange(3), [5, 7, 11])
    flat = np.eye(3)[truth] * 10 + rng.normal(size=(23, 3))
    members, _ = training._kmeans(flat, 3, rng)
    assert len({(a, b) for a, b in zip(truth, members, strict=True)}) == 3


def test_outliers_are_left_out_of_a_shape() -> None:
    line = np.linspace([0, 0], [1, 1], POINTS)[None, None].repeat(20, axis=0)
    line[:3] += 5
    shape = training._shape(line, 1.0)
    np.testing.assert_allclose(shape.mean, line[5], atol=1e-12)
    np.testing.assert_allclose(shape.deviations, 0, atol=1e-12)


def test_missing_data_is_a_data_error_and_leaves_no_checkpoint(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="No UNIPEN data"):
        training.train_pen(tmp_path, tmp_path / "pen", 1)
    assert not (tmp_path / "pen").exists()


def test_a_measured_figure_is_the_share_that_a_reader_names_right(pen: PenModel) -> None:
    """A reader that always says C is right for one letter of 26; at each temperature and in each case."""
    figures = training.measure(pen, lambda images: np.full(len(images), ALPHABET.index("C")), 3, 1)
    right = {"all": 3.85, "capitals": 3.85, "small": 3.85}
    assert figures == {"named_right": {"0.5": right, "0.6": right, "0.9": right}, "letters_a_row": 156}


def test_recorded_figures_are_in_metrics_and_card(tmp_path: Path, pen: PenModel) -> None:
    for name in (CONFIG, WEIGHTS, training.METRICS):
        (tmp_path / name).write_bytes((SHIPPED / name).read_bytes())
    row = {"all": 98.76, "capitals": 99.1, "small": 98.42}
    training.record(tmp_path, {"named_right": {"0.6": row}, "letters_a_row": 5200})
    assert json.loads((tmp_path / training.METRICS).read_text())["named_right"]["0.6"] == row
    card = (tmp_path / training.CARD).read_text()
    assert "| 0.6 | 98.76 | 99.1 | 98.42 |" in card
    assert "5,200 letters a row." in card
