"""What visitors take along: tables and JSON that equal the Trace, pictures that hold all of it."""

from __future__ import annotations

import base64
import csv
import io
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

import numpy as np
import pytest
from PIL import Image
from traces import beam, word_trace

from seqdemo.errors import InputError
from seqdemo.explain import explain
from seqdemo.page.answer import handler as answering
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.export import blocks, poster, sheet, tables, typeface
from seqdemo.page.export import handler as downloads
from seqdemo.page.write import handler as writing
from seqdemo.trace import Panel, Trace
from tests import shipped
from tests.tiers import exhaustive, sampled

ROOT = Path(__file__).parents[1]
CAPTION = poster.Caption("Title", "Model", "98%", ("Seed 3", "http://127.0.0.1/#" + "x" * 280))


@pytest.fixture(scope="module")
def resources() -> Resources:
    return shipped.resources()


def asked(resources: Resources, name: str, **more: Any) -> dict[str, Any]:
    """What the page sends for a sample of the model's own task."""
    task = resources.models[name].task
    letters = writing.sampled(resources, {"task": task, "seed": 5, "options": {}})["letters"]
    return {"model": name, "letters": letters, "options": {}, "lang": "en", **more}


def content(resources: Resources, name: str, **more: Any) -> bytes:
    return base64.b64decode(downloads.made(resources, asked(resources, name, **more))["base64"])


def of_every_kind(resources: Resources) -> list[str]:
    """One model for each family of tasks and kind of architecture."""
    found = {(each.family, type(each.model)): each.name for each in resources.models.values()}
    return sorted(found.values())


def rows_of(text: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text))


def assert_holds(text: str, panel: Panel) -> None:
    head, *lines = rows_of(text)
    assert head == ["", *panel.columns]
    assert [line[0] for line in lines] == list(panel.rows)
    read = np.array([[float(value) for value in line[1:]] for line in lines], np.float32)
    np.testing.assert_array_equal(read, panel.values)


def test_the_archive_holds_every_number_of_every_panel(resources: Resources) -> None:
    for name in of_every_kind(resources):
        question = answering.question(asked(resources, name))
        trace = explain(resources.models[name], question.letters, question.options)
        with zipfile.ZipFile(io.BytesIO(content(resources, name, kind="csv"))) as archive:
            files = {file: archive.read(file).decode() for file in archive.namelist()}
        assert files.keys() == {"letters.csv", *(f"{panel.id}.csv" for panel in trace.panels)}
        for panel in trace.panels:
            assert_holds(files[f"{panel.id}.csv"], panel)
        _, *lines = rows_of(files["letters.csv"])
        assert [line[2] for line in lines] == [letter.read for letter in trace.letters]


def test_one_panel_is_one_table_and_infinite_numbers_can_be_read(resources: Resources) -> None:
    reply = downloads.made(resources, asked(resources, "cnn-gru-easy", kind="csv", panel="vision"))
    assert reply["name"] == "seqdemo-next-easy-cnn-gru-easy-vision.csv"
    never = Panel("ranking", "beam", "Beam", ("A,B", '"'), ("log",), np.array([[-np.inf], [0.5]], np.float32))
    assert_holds(tables.of_panel(never), never)


def test_the_json_is_the_trace(resources: Resources) -> None:
    for name in of_every_kind(resources):
        question = answering.question(asked(resources, name))
        expected = explain(resources.models[name], question.letters, question.options).to_json()
        found = json.loads(content(resources, name, kind="json"))
        assert {**found, "timing_ms": 0} == {**expected, "timing_ms": 0}


def test_every_kind_of_panel_can_be_drawn() -> None:
    assert blocks.DRAWERS.keys() == set(get_args(get_type_hints(Panel)["kind"]))


@exhaustive
def test_eight_threads_draw_the_picture_of_every_family_as_one_does(resources: Resources) -> None:
    requests = [asked(resources, name, kind="svg", **{"from": {"seed": 5}}) for name in of_every_kind(resources)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda request: downloads.made(resources, request), requests))
    assert together == [downloads.made(resources, request) for request in requests]
    for reply in together:
        assert ET.fromstring(base64.b64decode(reply["base64"])).tag == "{http://www.w3.org/2000/svg}svg"


@pytest.mark.parametrize("dark", sampled([False, True], True), ids=["light", "dark"])
@pytest.mark.parametrize("code", sampled(sorted(TEXTS), "ko"))
def test_a_picture_grows_with_what_it_holds_and_has_the_colours_of_the_page(code: str, dark: bool) -> None:
    long = word_trace("ABCDEFGHIJKLMN", "ABCDEFGHIJKLMN", heads=2)
    traces = word_trace("AB", "AB", pair=()), replace(long, panels=(*long.panels, beam("X", "")))
    small, large = (_pixels(trace, code, dark) for trace in traces)
    assert large.shape[0] > small.shape[0]
    assert large.shape[1] == small.shape[1]
    assert bytes(small[0, 0]).hex() == (sheet.DARK if dark else sheet.LIGHT).paper.removeprefix("#")


def _pixels(trace: Trace, code: str, dark: bool) -> np.ndarray:
    png = poster.poster(trace, CAPTION, TEXTS[code], "png", dark)
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


def test_where_no_typeface_holds_korean_the_picture_is_in_english(
    resources: Resources, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = content(resources, "cnn-gru-easy", kind="svg", lang="en")
    if typeface.can_write_korean():
        assert content(resources, "cnn-gru-easy", kind="svg", lang="ko") != english
    monkeypatch.setattr(downloads, "can_write_korean", lambda: False)
    assert content(resources, "cnn-gru-easy", kind="svg", lang="ko") == english


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"kind": "exe"}, "unknown_file"),
        ({"kind": None}, "unknown_file"),
        ({"kind": "csv", "panel": "no"}, "unknown_panel"),
        ({"kind": "csv", "panel": ["vision"]}, "unknown_panel"),
        ({"kind": "svg", "dark": 1}, "bad_switch"),
        ({"kind": "svg", "from": {"seed": -1}}, "bad_seed"),
        ({"kind": "svg", "from": {"text": "<b>"}}, "bad_text"),
        ({"kind": "svg", "address": "x" * 301}, "bad_address"),
        ({"kind": "svg", "address": "a\nb"}, "bad_address"),
        ({"kind": "png", "letters": []}, "no_letters"),
        ({"kind": "png", "model": "no"}, "unknown_model"),
    ],
)
def test_what_makes_no_sense_gets_one_sentence(resources: Resources, wrong: dict[str, Any], key: str) -> None:
    with pytest.raises(InputError) as refused:
        downloads.made(resources, asked(resources, "cnn-gru-easy", **wrong))
    assert refused.value.key == key


def test_an_address_that_looks_like_a_formula_is_printed_as_it_is(resources: Resources) -> None:
    assert content(resources, "cnn-gru-easy", kind="svg", address="http://x/#from=(text:$\\frac{a}$)")


def test_long_sentences_are_broken_where_they_must() -> None:
    assert typeface.wrapped("one two three", 0.5, 10) == ["one", "two", "three"]
    assert "".join(typeface.wrapped("x" * 500, 3, 8)) == "x" * 500
    assert "".join(typeface.wrapped(f"{'x' * 60} {'y' * 60}&lang=en", 3, 8)).endswith("&lang=en")
    assert all(" " not in line.strip() for line in typeface.wrapped("y" * 75 + "&lang=en", 3, 8))
    assert all(typeface.width_of(line, 8) <= 3.01 for line in typeface.wrapped("한" * 99 + " " + "x" * 99, 3, 8))


def test_what_is_written_under_a_picture_is_no_markup(resources: Resources) -> None:
    drawn = content(resources, "cnn-gru-easy", kind="svg", address="http://x/#<script>&amp;")
    assert "http://x/#<script>&amp;" in "".join(ET.fromstring(drawn).itertext())


def test_korean_and_latin_signs_of_a_line_have_typefaces_of_their_own() -> None:
    assert typeface.runs("A 한글, B") == [(False, "A "), (True, "한글"), (False, ", B")]


def test_nothing_of_matplotlib_is_imported_for_a_picture() -> None:
    code = "import sys, seqdemo.page.export.poster, seqdemo.page.export.typeface as t; t.face(12, True, False)"
    done = subprocess.run([sys.executable, "-c", f"{code}; print('matplotlib' in sys.modules)"], cwd=ROOT,
                          capture_output=True, text=True, check=True)  # fmt: skip
    assert done.stdout.strip() == "False"
