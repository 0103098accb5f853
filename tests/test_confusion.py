"""What is told of characters that are taken for each other, without a browser."""

from __future__ import annotations

import base64
import html
import json
import re
from html import unescape
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from conftest import CHECKPOINTS
from histories import history
from PIL import Image

from seqdemo.handwriting import raster
from seqdemo.handwriting.pen import WILD, PenModel
from seqdemo.letters import MERGED
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.charts.history import Confusion, History, Mistake
from seqdemo.page.html.colour import DARK, LIGHT, level, ramp
from seqdemo.page.html.wording import Words
from seqdemo.page.learned import handler as learning
from seqdemo.page.learned.confusion.confusion import alike, confusion
from seqdemo.page.learned.learned import learned
from seqdemo.sequences.samples import TASKS, sample

ENGLISH = TEXTS["en"]
SHAPES = ("0", "1", "A", "b")
TABLE = Confusion(SHAPES, SHAPES, (0, 1, 2, 3), ((30, 0, 70, 0), (0, 9, 1, 0), (0, 0, 0, 0), (1, 1, 1, 1)))
IMAGE = np.eye(28, dtype=np.uint8) * 255


def mistake(meant: str = "0", read: str = "O", **fields: Any) -> Mistake:
    known = {"count": 12, "of": 60, "character": meant, "seed": 7, "temperature": 1.1, "image": IMAGE}
    return Mistake(meant, read, **{**known, **fields})


def drawn(words: Words = ENGLISH, **fields: Any) -> str:
    section = confusion(history("a", title="An A", **fields), words)
    assert section is not None
    return section


def _told(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", html))


def _pixels(uri: str) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(base64.b64decode(uri.partition(",")[2]))).convert("RGB"))


@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS)
def test_both_halves_are_told_in_both_languages(words: Words) -> None:
    section = drawn(words, confusion=TABLE, mistakes=(mistake(),))
    told = _told(section)
    assert words["confusion.title"].format(title="An A") in told
    assert words["confusion.frequent"] in told
    assert "{" not in told
    assert section.count('data-variant="a"') == 1


def test_without_figures_there_is_no_section_and_with_half_of_them_half_of_one() -> None:
    assert confusion(history("a"), ENGLISH) is None
    assert "mixed" not in drawn(mistakes=(mistake(),))
    assert "mistakes" not in drawn(confusion=TABLE)
    both = learned([history("a"), history("b", confusion=TABLE)], 8, ENGLISH)
    assert re.findall(r'<section class="part confusion" data-variant="(\w+)"', both) == ["b"]


@pytest.mark.parametrize(("side", "ends"), [("light", LIGHT), ("dark", DARK)])
def test_a_cell_s_colour_is_its_share_of_the_row(side: str, ends: Any) -> None:
    address = re.search(rf"--{side}:url\(([^)]*)\)", drawn(confusion=TABLE))
    assert address is not None
    pixels, colours = _pixels(address[1]), ramp(ends)
    assert pixels.shape == (4, 4, 3)
    for row, shares in enumerate([(0.3, 0, 0.7, 0), (0, 0.9, 0.1, 0), (0, 0, 0, 0), (0.25,) * 4]):
        assert [f"#{bytes(pixel).hex()}" for pixel in pixels[row]] == [colours[level(share)] for share in shares]


def test_right_answers_are_outlined_wherever_they_stand_in_the_row() -> None:
    kinds = Confusion(("8", "9", "A"), ("digit", "letter"), (0, 0, 1), ((3, 1), (4, 0), (0, 5)))
    section = drawn(confusion=kinds)
    assert '<path class="right" d="M0 0h1v1h-1zM0 1h1v1h-1zM1 2h1v1h-1z">' in section
    assert '<path class="kinds" d="M0 2H2">' in section
    assert "<span>digit</span><span>letter</span>" in section
    assert "<span>숫자</span><span>알파벳</span>" in drawn(TEXTS["ko"], confusion=kinds)


def test_the_script_gets_every_count_and_the_sentence_to_tell_it() -> None:
    section = drawn(confusion=TABLE)
    table = re.search(r'data-table="([^"]*)"', section)
    assert table is not None
    facts = json.loads(html.unescape(table[1]))
    assert facts["counts"] == [list(row) for row in TABLE.counts]
    assert (facts["classes"], facts["answers"]) == (list(TABLE.classes), list(TABLE.answers))
    assert "{meant} read as {read}: {count} of {of}" in section


def test_the_table_names_what_is_right_and_the_most_frequent_errors_of_each_class_that_was_seen() -> None:
    row = r'<tr><th scope="row">(.)</th><td>([^<]*)</td><td class="text">([^<]*)</td></tr>'
    rows = re.findall(row, drawn(confusion=TABLE))
    assert rows == [
        ("0", "30.0%", "A 70.0%"),
        ("1", "90.0%", "A 10.0%"),
        ("b", "25.0%", "0 25.0%, 1 25.0%, A 25.0%"),
    ]


def test_a_mistake_is_told_with_its_share_its_picture_and_how_to_write_it_again() -> None:
    section = drawn(mistakes=(mistake("L", "I", character="l", seed=41),))
    for text in ("L read as I", "12 of 60 (20.0%)", "here as l", 'data-character="l"', 'data-seed="41"',
                 'data-temperature="1.1"', 'alt="l, written by the pen model"'):  # fmt: skip
        assert text in section
    picture = re.search(r'src="([^"]*)"', section)
    assert picture is not None
    assert (_pixels(picture[1])[..., 0] == IMAGE).all()
    assert "here as" not in drawn(mistakes=(mistake(),))


def test_where_the_pen_wrote_none_it_says_so_and_offers_nothing() -> None:
    section = drawn(mistakes=(mistake(seed=None, image=None),))
    assert ENGLISH["confusion.none"] in _told(section)
    assert "<img" not in section
    assert "<button" not in section
    without_pen = drawn(mistakes=(mistake(image=None),))
    assert ENGLISH["confusion.none"] not in _told(without_pen)
    assert "<button" not in without_pen


@pytest.mark.parametrize("pair", ["0O", "O0", "1I", "LI", "2Z", "S5", "9g", "q9", "gq"])
def test_look_alikes_are_marked_and_explained(pair: str) -> None:
    section = drawn(mistakes=(mistake(*pair), mistake("A", "R")))
    assert section.count(f">{ENGLISH['confusion.alike']}<") == 1
    assert ENGLISH["confusion.alike.why"] in section
    assert not alike(mistake("5", "Z"))
    assert alike(mistake("0", "letter"))
    assert not alike(mistake("8", "letter"))
    assert ENGLISH["confusion.alike.why"] not in drawn(mistakes=(mistake("A", "R"),))


@pytest.fixture(scope="module")
def pen() -> PenModel:
    return PenModel.load(Path(CHECKPOINTS) / "pen")


def _read(metrics: dict[str, Any], pen: PenModel | None = None, task: str = "row-47") -> History:
    variant = SimpleNamespace(recipe=SimpleNamespace(objective="rows", batch=64))
    loaded: Any = SimpleNamespace(
        exact=False,
        name="a",
        title="An A",
        title_ko="가",
        variant=variant,
        metrics=metrics,
        history=(),
        task=task,
        seeds={},
    )
    return learning.history(loaded, "en", pen)


def _counts(wide: int) -> list[list[int]]:
    return [[row + column for column in range(wide)] for row in range(47)]


EXAMPLE = {"meant": "L", "read": "I", "count": 3, "of": 9, "character": "l", "seed": 5}


def test_confusions_are_read_from_a_checkpoint_with_the_right_answer_of_each_class() -> None:
    read = _read({"confusion": _counts(47), "recall": [1 / 28] * 28})
    assert read.saliency == (1 / 28,) * 28
    assert read.confusion == Confusion(tuple(MERGED), tuple(MERGED), tuple(range(47)), tuple(map(tuple, _counts(47))))
    two = _read({"confusion": _counts(2)}, task="row-2").confusion
    assert two is not None
    assert [two.answers[right] for right in (two.right[0], two.right[9], two.right[10], two.right[46])] == [
        "digit",
        "digit",
        "letter",
        "letter",
    ]


def test_the_picture_of_a_mistake_is_what_the_sample_of_its_seed_looks_like(pen: PenModel) -> None:
    found = _read({"examples": [EXAMPLE]}, pen).mistakes[0]
    again = sample("row-47", 5, {"character": "l", "temperature": found.temperature}, pen)
    assert found.temperature == WILD
    assert (found.image == raster.images(again.letters)[0]).all()
    assert (found.meant, found.read, found.count, found.of, found.character, found.seed) == ("L", "I", 3, 9, "l", 5)
    assert _read({"examples": [EXAMPLE]}).mistakes[0].image is None
    assert _read({"examples": [{**EXAMPLE, "seed": None}]}, pen).mistakes[0].seed is None


@pytest.mark.parametrize(
    "bad",
    [
        {"meant": "l"}, {"meant": "LI"}, {"meant": ""}, {"read": "letter"}, {"read": None}, {"count": 0}, {"count": 10},
        {"count": 2.0}, {"of": "9"}, {"character": "LL"}, {"character": "é"}, {"character": []}, {"seed": -1},
        {"seed": 2**53}, {"seed": "5"}, {"seed": 1.0}, {"seed": True},
    ],
)  # fmt: skip
def test_a_mistake_of_the_wrong_shape_is_left_out_and_the_others_stay(pen: PenModel, bad: dict[str, Any]) -> None:
    assert len(_read({"examples": [{**EXAMPLE, **bad}, EXAMPLE, "x", None]}, pen).mistakes) == 1


@pytest.mark.parametrize(
    "bad",
    [
        _counts(2),
        _counts(48),
        _counts(47)[:46],
        [*_counts(47), [0] * 47],
        [*_counts(47)[:46], "x"],
        [*_counts(47)[:46], [0.5] * 47],
        [*_counts(47)[:46], [-1] * 47],
        [*_counts(47)[:46], [None, *range(47)]],
    ],
)
def test_a_matrix_of_the_wrong_shape_is_left_out(bad: Any) -> None:
    assert _read({"confusion": bad}).confusion is None


@pytest.mark.parametrize("bad", [[0.1] * 27, [0.1] * 29, [0.1] * 27 + [float("nan")], [0.1] * 27 + [-0.1], [2.0] * 28])
def test_rows_remembered_of_the_wrong_shape_are_left_out(bad: Any) -> None:
    assert _read({"recall": bad}).saliency == ()


def test_what_only_readers_of_rows_have_is_looked_for_nowhere_else(pen: PenModel) -> None:
    read = _read({"confusion": _counts(47), "examples": [EXAMPLE]}, pen, "swap-normal")
    assert (read.confusion, read.mistakes) == (None, ())


@pytest.mark.parametrize("task", ["row-2", "row-47"])
def test_all_of_a_task_s_sections_are_light(pen: PenModel, task: str) -> None:
    """As full as they may be: every cell counted, every mistake with its picture."""
    answers = TASKS[task].answers
    counts = [[100 + row + column for column in range(len(answers))] for row in range(47)]
    examples = [{**EXAMPLE, "read": answers[0], "seed": seed} for seed in range(12)]
    read = _read({"confusion": counts, "examples": examples}, pen, task)
    assert len(confusion(read, ENGLISH) or "") < 32_000
