"""Several models at the same letters, and two answers side by side, without a browser: shipped models."""

from __future__ import annotations

import gc
import re
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from parts import Parts, told_by
from traces import word_trace

from seqdemo.errors import InputError
from seqdemo.explain import Options, explain
from seqdemo.handwriting import raster
from seqdemo.letters import ALPHABET
from seqdemo.page.compare import handler as comparing
from seqdemo.page.compare.difference import Side, comparable, difference
from seqdemo.page.compare.pair import pair
from seqdemo.page.core import replies, validation
from seqdemo.page.core.texts import COMPLAINTS, TEXTS
from seqdemo.page.html.colour import DARK, LIGHT, level, ramp
from seqdemo.page.html.picture import indexed
from seqdemo.page.html.tinted import style
from seqdemo.page.write import handler as writing
from seqdemo.sequences.samples import TASKS, sample
from seqdemo.trace import Panel, Trace
from tests.shipped import resources
from tests.tiers import sampled

RESOURCES = resources()
PEN = RESOURCES.pen
FAMILIES = ("next-normal", "swap-normal", "row-47", "letter")
ENGLISH = TEXTS["en"]


@cache
def written(task: str, seed: int = 3) -> list[dict[str, Any]]:
    """The letters of a sample, as the page sends them."""
    return writing.sampled(RESOURCES, {"task": task, "seed": seed, "options": {}, "lang": "en"})["letters"]


def asked(task: str, **other: Any) -> dict[str, Any]:
    names = [loaded.name for loaded in RESOURCES.of_task(task)]
    return {"task": task, "letters": written(task), "models": names, "options": {}, "lang": "en", **other}


def side(task: str, model: int, seed: int = 3) -> dict[str, Any]:
    return {"letters": written(task, seed), "model": RESOURCES.of_task(task)[model].name, "options": {}}


@pytest.mark.parametrize("code", sampled(TEXTS, "ko"))
@pytest.mark.parametrize("task", sampled(TASKS, "swap-normal"))
def test_every_model_of_a_task_gets_a_card_with_its_answer_and_its_figures(task: str, code: str) -> None:
    cards = comparing.compared(RESOURCES, asked(task, lang=code))["cards"]
    assert [card["name"] for card in cards] == [loaded.name for loaded in RESOURCES.of_task(task)]
    for card, loaded in zip(cards, RESOURCES.of_task(task), strict=True):
        parts, told = Parts(card["html"]), told_by(card["html"])
        assert not parts.open
        assert (loaded.title_ko if code == "ko" else loaded.title) in card["html"].replace("&#x27;", "'")
        assert card["answer"] in re.sub(r"<[^>]*>", "", card["html"])
        assert card["right"] in (True, False)
        assert TEXTS[code]["variants.right" if card["right"] else "variants.wrong"] in told
        assert card["accuracy"] == loaded.accuracy_at(task)
        assert 0 < card["ms"] < 60_000
        assert 'role="img"' in card["html"]


def test_a_card_does_not_know_what_is_right_where_nobody_said_what_was_meant() -> None:
    letters = [{**letter, "label": None} for letter in written("swap-normal")]
    (card,) = comparing.compared(RESOURCES, asked("swap-normal", letters=letters, models=["seq2seq"]))["cards"]
    assert card["right"] is None
    assert ENGLISH["variants.unknown"] in card["html"]


@pytest.mark.parametrize("seed", sampled(range(3), 0))
@pytest.mark.parametrize("task", sampled(["next-normal", "swap-normal"], "next-normal"))
def test_a_brief_answer_is_the_answer_in_full_with_less_beside_it(task: str, seed: int) -> None:
    letters = sample(task, seed, {}, PEN).letters
    for loaded in RESOURCES.of_task(task):
        full, brief = explain(loaded, letters), explain(loaded, letters, Options(brief=True))
        assert (brief.answer, brief.confidence) == (full.answer, pytest.approx(full.confidence, rel=1e-4))
        assert (brief.verdict.right, brief.verdict.blame) == (full.verdict.right, full.verdict.blame)
        assert brief.panel("attention") or task == "next-normal" or brief.panel("alignment")
        assert {panel.id for panel in brief.panels} <= {panel.id for panel in full.panels}


def test_letters_are_drawn_once_for_all_models_and_forgotten_with_the_request(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn, image_of = [], raster.image_of
    monkeypatch.setattr(raster, "image_of", lambda *given: drawn.append(1) or image_of(*given))
    letters = validation.row(written("swap-normal"))
    once = raster.images(letters)
    assert np.array_equal(once, raster.images(letters))
    assert len(drawn) == len(letters)
    kept = len(raster._DRAWN)
    del letters
    gc.collect()
    assert len(raster._DRAWN) < kept


def test_a_small_picture_has_the_colours_of_the_large_one() -> None:
    values = np.linspace(-0.1, 1.1, 130, dtype=np.float32).reshape(13, 10)
    one_by_one = [[level(float(value)) for value in row] for row in values]
    for ends in (LIGHT, DARK):
        colours = np.array([bytearray.fromhex(colour[1:]) for colour in ramp(ends)], np.uint8)
        assert indexed(np.array(one_by_one, np.uint8), colours) in style(values)


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize("task", FAMILIES)
def test_two_models_and_two_inputs_of_every_family_stand_side_by_side(task: str, code: str) -> None:
    models = {"one": side(task, 0), "other": side(task, 1)}
    inputs = {"one": side(task, 0), "other": side(task, 0, seed=4)}
    for sides, titles in ((models, [loaded.title for loaded in RESOURCES.of_task(task)[:2]]), (inputs, ["A", "B"])):
        html = comparing.paired(RESOURCES, {**sides, "lang": code})["html"]
        parts = Parts(html)
        assert not parts.open
        assert len(parts.ids) == len(set(parts.ids))
        assert {"pair-answer", "pair-letters", "pair-vision", "pair-difference"} <= set(parts.ids)
        assert "data-sets" not in html, "where nothing can be changed, nothing says how"
        assert not [name for name in parts.ids if name.startswith("panel-")], "they stand beside those of one model"
        assert code == "ko" or all(f"<h3>{title.replace(chr(39), '&#x27;')}</h3>" in html for title in titles)


def panelled(*panels: Panel) -> Trace:
    return replace(word_trace(), panels=panels)


def heat(id: str, values: Any, rows: tuple[str, ...] = ("1", "2"), columns: str = ALPHABET, **other: Any) -> Panel:
    return Panel("heatmap", id, id, rows, tuple(columns), np.asarray(values, np.float32), **other)


def mostly(*letters: str) -> np.ndarray:
    """Nine tenths on one letter in each row."""
    values = np.full((len(letters), 26), 0.004, np.float32)
    values[range(len(letters)), [ALPHABET.index(letter) for letter in letters]] = 0.9
    return values


def cells(html: str) -> dict[str, str]:
    """The cells of the first table that differ, by what screen readers are told."""
    found = re.findall(r'<td class="(more|less)"[^>]*>(?:<b[^>]*>[^<]*</b>)?<i>([^<]*)</i>', html)
    return {told: kind for kind, told in found}


def test_a_difference_is_the_first_minus_the_second_and_says_where_it_is_greatest() -> None:
    one, other = panelled(heat("vision", mostly("A", "B"))), panelled(heat("vision", mostly("A", "C")))
    html = difference(Side(one, "Aligned"), Side(other, "Peeky"), ENGLISH)
    assert "<h2>Difference: Aligned minus Peeky</h2>" in html
    assert cells(html) == {"+90 percentage points: 90% and 0.4%": "more", "−90 percentage points: 0.4% and 90%": "less"}
    assert re.findall(r"<b aria-hidden[^>]*>([^<]*)", html) == ["+90", "−90"]
    assert "They differ most at letter B, image 2: 90% in Aligned, 0.4% in Peeky." in html
    assert html.count("90 percentage points more in") == 2


def test_equal_panels_are_said_to_agree_and_trifles_stay_pale() -> None:
    values = mostly("A", "B")
    same, near = panelled(heat("vision", values)), panelled(heat("vision", values + 0.02 * (values > 0.5)))
    assert ENGLISH["difference.same"] in difference(Side(same, "A"), Side(same, "B"), ENGLISH)
    shades = re.findall(r"--much:([\d.]+)", difference(Side(near, "A"), Side(same, "B"), ENGLISH))
    assert len(shades) == 2
    assert max(map(float, shades)) < 0.4


def test_columns_are_compared_by_name_and_steps_by_number() -> None:
    forward = Panel("matrix", "alignment", "", ("B", "A"), ("1", "2"), np.eye(2, dtype=np.float32), along="steps")
    backward = replace(forward, rows=("B", "C"), columns=("2", "1"), values=forward.values[:, ::-1])
    html = difference(Side(panelled(forward), "A"), Side(panelled(backward), "B"), ENGLISH)
    assert ENGLISH["difference.same"] in html
    assert ">A/C</th>" in html


def test_panels_that_do_not_fit_onto_each_other_are_not_offered() -> None:
    one = panelled(
        heat("vision", mostly("A", "B")),
        heat("glance", mostly("A", "B")),
        heat("reasoning", mostly("A", "B"), along="steps"),
        heat("lonely", mostly("A", "B")),
    )
    other = panelled(
        heat("vision", mostly("A", "B", "C"), rows=("1", "2", "3")),
        heat("glance", mostly("A", "C")),
        heat("reasoning", mostly("A", "B"), rows=("C", "D"), along="steps"),
    )
    assert [panel.id for panel, _ in comparable(one, other)] == ["glance", "reasoning"]
    nothing = difference(Side(one, "A"), Side(panelled(), "B"), ENGLISH)
    assert ENGLISH["difference.none"] in nothing
    assert "<select" not in nothing


def test_of_several_heads_their_mean_is_compared() -> None:
    both = word_trace(heads=2), word_trace(heads=2, answer="LATTER")
    assert [panel.id for panel, _ in comparable(*both)] == ["glance", "vision", "reasoning", "attention", "alignment"]
    assert pair(Side(both[0], "A"), Side(both[1], "B"), ENGLISH).count("data-group") == 0


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"models": ["nobody"]}, "unknown_model"),
        ({"models": "seq2seq"}, "bad_models"),
        ({"task": "chess"}, "unknown_task"),
        ({"letters": []}, "no_letters"),
        ({"options": {"brief": True}}, "unknown_option"),
    ],
)
def test_a_wrong_question_gets_one_sentence(wrong: dict[str, Any], key: str) -> None:
    question = {**asked("swap-normal"), **wrong}
    with pytest.raises(InputError) as caught:
        comparing.compared(RESOURCES, question)
    assert caught.value.key == key
    assert "nobody" not in str(caught.value)
    assert "chess" not in str(caught.value)
    korean = replies.guarded({**question, "lang": "ko"}, lambda each: comparing.compared(RESOURCES, each))
    assert korean == {"error": COMPLAINTS[key]}


@pytest.mark.parametrize("other", [None, [], {"letters": written("letter")}, {**side("letter", 0), "letters": [None]}])
def test_a_side_that_is_no_side_gets_one_sentence(other: Any) -> None:
    both = {"one": side("letter", 0), "other": other, "lang": "en"}
    reply = replies.guarded(both, lambda checked: comparing.paired(RESOURCES, checked))
    assert list(reply) == ["error"]
    assert reply["error"] != ENGLISH["failed"]
