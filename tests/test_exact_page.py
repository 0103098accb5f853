"""Exact reasoning and the reader of strokes, from letters to the page: shipped models, a real browser."""

from __future__ import annotations

import re

import numpy as np
import pytest
from conftest import Visits
from parts import Parts, told_by
from playwright.sync_api import expect
from visitor import PHONE

from seqdemo.explain import explain
from seqdemo.handwriting.pen import Style
from seqdemo.page.answer.results import results
from seqdemo.page.core.texts import TEXTS
from seqdemo.trace import Trace
from tests.shipped import resources

RESOURCES = resources()
TIDY = Style(temperature=0.2, jitter=0.0)


def traced(model: str, text: str) -> Trace:
    return explain(RESOURCES.models[model], RESOURCES.pen.write(text, 4, TIDY))


@pytest.mark.parametrize("model", ["exact-line", "exact-line-easy"])
def test_each_letter_leaves_fewer_lines(model: str) -> None:
    trace = traced(model, "CEGIK")
    maps = [trace.panel(f"line-{n}") for n in range(1, 5)] + [trace.panel("line")]
    tops = [panel.values.max() for panel in maps]
    assert all(panel.values.sum() == pytest.approx(1, abs=1e-4) for panel in maps)
    assert tops == sorted(tops)
    assert tops[0] < 0.5 < 0.99 < tops[-1]
    step, start = np.unravel_index(maps[-1].values.argmax(), maps[-1].values.shape)
    assert (maps[-1].columns[start], maps[-1].rows[step]) == ("C", "+2")
    assert (trace.answer, trace.verdict.blame) == ("M", "none")


def test_a_word_has_its_swap_its_origins_and_the_parts_of_its_weight() -> None:
    trace = traced("exact-swap", "GRADEN")
    assert trace.answer == "GARDEN"
    assert trace.swapped == (1, 2)
    place, origin, words = trace.panel("place"), trace.panel("attention"), trace.panel("words")
    assert place.rows == ("2–3", "3–4", "4–5")
    assert place.values[:, 0].argmax() == 0
    assert place.values.sum() == pytest.approx(1, abs=1e-4)
    assert np.allclose(origin.values.sum(axis=1), 1, atol=1e-4)
    assert origin.values[:3].argmax(axis=1).tolist() == [0, 2, 1]
    assert words.rows[0] == "GARDEN"
    assert words.values[0, 0] == pytest.approx(trace.confidence)
    moved = trace.panel("alignment").values
    assert ((moved >= 0) & (moved <= 1)).all()


def test_a_dictionary_says_whether_it_knows_the_word() -> None:
    trace = traced("swap-dictionary", "GRADEN")
    assert trace.answer == "GARDEN"
    known, words = trace.panel("listed"), trace.panel("words")
    assert known.rows == ("listed", "unlisted")
    assert known.values.sum() == pytest.approx(1, abs=1e-4)
    assert known.values[0, 0] > 0.9
    assert words.columns == ("probability", "spelling", "reading", "listed")
    assert words.values[0, 3] == 1
    assert traced("swap-dictionary", "XZQJXV").panel("listed").values[1, 0] > 0.5


@pytest.mark.parametrize("model", ["exact-swap", "swap-dictionary"])
@pytest.mark.parametrize("text", ["A", "AB", "HTE", "X" * 14, "ABCDEFGHIJKLMNOP"])
def test_exact_words_of_any_length_get_an_answer(model: str, text: str) -> None:
    trace = traced(model, text)
    assert all(np.isfinite(panel.values).all() for panel in trace.panels)
    assert len(trace.answer) == len(text)
    assert (trace.panel("place") is None) == (len(text) < 4)


def test_the_reader_of_strokes_lets_both_witnesses_speak() -> None:
    trace = traced("reader-strokes", "KUVA")
    assert trace.answer == "KUVA"
    alike = [panel.values for panel in trace.panels if panel.id in ("image", "path", "vision")]
    assert len(alike) == 3
    assert not np.allclose(alike[0], alike[1], atol=1e-3)


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize(
    ("model", "text"),
    [("exact-line", "CEG"), ("exact-swap", "GRADEN"), ("swap-dictionary", "GRADEN"), ("reader-strokes", "KU")],
)
def test_everything_is_drawn_in_words_of_its_own(model: str, text: str, code: str) -> None:
    html = results(traced(model, text), TEXTS[code])
    assert Parts(html).open == []
    told = told_by(html)
    assert "{" not in told
    assert "GRU" not in told


def test_the_maps_sharpen_on_the_page_and_fit_on_a_phone(visit: Visits) -> None:
    visitor = visit(**PHONE)
    visitor.choose("next-normal", "exact-line")
    visitor.type("CEGI")
    maps = visitor.page.locator("#panel-line .lines > li")
    expect(maps).to_have_count(4)
    expect(maps.last).to_contain_text("C +2")
    expect(maps.first.get_by_role("img")).to_have_attribute("aria-label", re.compile("^After 1 C "))
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visitor.complaints == []


def test_the_swap_and_the_words_stand_on_the_page_of_a_phone(visit: Visits) -> None:
    visitor = visit(**PHONE)
    visitor.choose("swap-challenge", "exact-swap")
    visitor.type("UNDERSTANDING")
    table = visitor.page.locator("#panel-words table")
    expect(table.locator("tbody th").first).to_have_text(re.compile("^[A-Z]{13}$"))
    expect(visitor.page.locator("#panel-place")).to_be_visible()
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visitor.complaints == []
