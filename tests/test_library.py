"""The library answers as the server does, shows what the page shows, and says what is wrong in the page's sentences."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from html.parser import HTMLParser

import numpy as np
import pytest
import torch
from matplotlib.figure import Figure
from PIL import Image

import seqdemo
from seqdemo.explain import explain as run
from seqdemo.handwriting import raster
from seqdemo.page.core import validation

WORD = "seq2seq-bahdanau"


@pytest.fixture(scope="module")
def trace() -> seqdemo.Trace:
    return seqdemo.explain("WXY", "cnn-gru-normal", seed=3)


@pytest.fixture(scope="module")
def word() -> seqdemo.Trace:
    return seqdemo.explain(seqdemo.sample("swap-normal", 3, word="planets"), WORD)


@pytest.fixture(scope="module")
def character() -> seqdemo.Trace:
    return seqdemo.explain(seqdemo.sample("row-47", 3, character="8"))


def test_importing_it_brings_in_nothing_large_and_an_answer_no_page() -> None:
    code = (
        "import sys, seqdemo\n"
        "print([name for name in ('torch', 'numpy') if name in sys.modules])\n"
        "seqdemo.explain('WXY')._repr_html_()\n"
        "print([name for name in ('gradio', 'torchvision', 'matplotlib') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["[]", "[]"]


def test_a_name_of_the_library_is_not_hidden_by_a_package_of_that_name() -> None:
    for name in seqdemo.__all__:
        assert callable(getattr(seqdemo, name)), name
    with pytest.raises(AttributeError):
        seqdemo.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_it_answers_as_the_server_does() -> None:
    sent = json.loads(json.dumps([letter.to_json() for letter in seqdemo.write("WXY", seed=3)]))
    served = run(seqdemo.load("cnn-gru-normal"), validation.letters(sent)).to_json()
    assert {**seqdemo.explain(sent).to_json(), "timing_ms": 0} == {**served, "timing_ms": 0}


def test_letters_may_be_text_strokes_or_images(trace: seqdemo.Trace) -> None:
    letters = seqdemo.write("WXY", seed=3)
    strokes = [[stroke.tolist() for stroke in letter.strokes.strokes] for letter in letters if letter.strokes]
    pixels = raster.images(letters)
    for given in (letters, strokes, [{"strokes": each} for each in strokes], [letter.strokes for letter in letters]):
        assert seqdemo.explain(given, "cnn-gru-normal").answer == trace.answer
    pictures = [Image.fromarray(image) for image in pixels]
    for given in (pixels, pixels / 255.0, torch.from_numpy(pixels), pictures, list(pixels), pictures[0].convert("RGB")):
        read = seqdemo.explain(given, "reader")
        assert all((one.image == image).all() for one, image in zip(read.letters, pixels, strict=False))
        assert read.verdict is None


def test_every_model_answers_images_alone() -> None:
    images = raster.images(seqdemo.write("ACEG", seed=1))
    for name in ("cnn-gru-normal", "exact-line", "swap-best", "transformer", "reader-strokes"):
        seen = seqdemo.explain(images, name)
        assert [letter.read for letter in seen.letters] == [*"ACEG"], name
        assert seen._repr_html_()
    assert seqdemo.explain(images[:1], "row-best-2").answer == "letter"


def test_the_same_seed_writes_the_same_letters() -> None:
    one, same, other = (seqdemo.explain("CEG", "reader", seed=seed) for seed in (1, 1, 2))
    assert all((a.image == b.image).all() for a, b in zip(one.letters, same.letters, strict=True))
    assert any((a.image != b.image).any() for a, b in zip(one.letters, other.letters, strict=True))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("W1", "Only letters from A to Z can be written."),
        ("", "Type some letters from A to Z first."),
        ([], "Send at least one letter."),
        (7, "Letters must be a text, a list of strokes, or images of 28 x 28 pixels."),
        ([7], "Strokes must be a list of strokes."),
        ([[[[2, 2]]]], "Coordinates must be from 0 to 1 of the letter's box, x right and y down."),
        (np.zeros((2, 28, 5)), "Images must have 28 x 28 pixels"),
        (np.full((1, 28, 28), np.nan), "Pixels must be whole numbers from 0 to 255, or numbers from 0 to 1."),
        (np.zeros((17, 28, 28)), "Send at most 16 letters."),
    ],
)
def test_what_cannot_be_used_gets_a_sentence(given: object, sentence: str) -> None:
    with pytest.raises(seqdemo.InputError, match=re.escape(sentence)):
        seqdemo.explain(given, "reader")


def test_an_unknown_name_gets_the_names_that_there_are(trace: seqdemo.Trace) -> None:
    with pytest.raises(seqdemo.InputError, match="one of cnn-gru-easy, "):
        seqdemo.explain("WXY", "nothing")
    with pytest.raises(seqdemo.InputError, match="one of next-easy, "):
        seqdemo.models("nothing")
    with pytest.raises(seqdemo.InputError, match="one of glance, vision, reasoning, step"):
        trace.panel("nothing")
    with pytest.raises(seqdemo.InputError, match=r"end in one of \.png, "):
        trace.save("answer.docx")


def test_options_work_as_on_the_page(trace: seqdemo.Trace) -> None:
    assert seqdemo.explain("WXY", "cnn-gru-normal", seed=3, read={2: "A"}).panel("vision").overruled == (2,)
    with pytest.raises(seqdemo.InputError, match="whole number from 1 to 8"):
        seqdemo.explain("WXY", beam=9)


def test_models_and_comparisons_print_as_tables() -> None:
    table = seqdemo.models("next-normal")
    assert [model.name for model in table] == ["cnn-gru-normal", "cnn-gru-report-normal", "exact-line"]
    assert re.search(r"^cnn-gru-normal +next-normal +CNN-GRU-GRU +\d", str(table), re.M)
    assert table._repr_html_().count("<tr>") == 4
    answers = seqdemo.compare(seqdemo.sample("next-normal", 7, length=3))
    assert [answer.model for answer in answers] == [model.name for model in table]
    assert len(str(answers).splitlines()) == 3
    assert answers._repr_html_().count("<tr>") == 4


def test_printed_it_tells_the_answer_and_every_panel(word: seqdemo.Trace) -> None:
    head, *lines = str(word).splitlines()
    assert head.endswith(f"→ {word.answer} ({'%.0f' % (100 * word.confidence)}%)")
    assert [panel.id for panel in word.panels if not any(line.startswith(f"{panel.id}: ") for line in lines)] == []
    assert len(repr(word)) < 100


def test_a_panel_s_numbers_have_names(word: seqdemo.Trace) -> None:
    panel = word.panel("attention")
    assert panel.values.shape == (len(panel.rows), len(panel.columns))
    head, *rows = csv.reader(io.StringIO(word.to_csv("attention")))
    assert head[1:] == list(panel.columns)
    assert [row[0] for row in rows] == list(panel.rows)
    assert word.to_csv().startswith("position,meant,read,")


class Parts(HTMLParser):
    """The tags, ids and addresses of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attributes:
            if name == "id" and value:
                self.ids.append(value)
            elif name in ("src", "href") and value:
                self.addresses.append(value)


@pytest.mark.parametrize("name", ["trace", "word", "character"])
def test_in_a_notebook_it_shows_every_panel_of_the_page_without_a_script(
    name: str, request: pytest.FixtureRequest
) -> None:
    shown: seqdemo.Trace = request.getfixturevalue(name)
    page = shown._repr_html_()
    found = Parts(page)
    assert found.tags & {"script", "button", "input", "select", "link", "iframe"} == set()
    assert all(address.startswith(("data:image/png;base64,", "#")) for address in found.addresses)
    assert {f"panel-{panel.id}" for panel in shown.panels if panel.kind in ("heatmap", "ranking")} <= set(found.ids)
    assert "gradio" not in page
    assert not re.search(r"^\s*body\b", page, re.M), "the page around it keeps its looks"


def test_a_file_holds_all_of_it_and_is_dark_where_the_system_is(word: seqdemo.Trace, tmp_path) -> None:
    text = word.save(tmp_path / "word.html").read_text("utf-8")
    assert "@import" not in text
    assert set(re.findall(r"url\((.{5})", text)) <= {"data:", '"data'}
    assert "@media screen and (prefers-color-scheme: dark)" in text
    assert ".dark .sd" not in text
    assert 'lang="ko"' in word.save(tmp_path / "ko.html", language="ko").read_text("utf-8")


def test_figures_and_files(word: seqdemo.Trace, tmp_path) -> None:
    assert isinstance(word.figure(), Figure)
    figure = Figure(figsize=(4, 4))
    assert word.figure("attention", figure.subplots()) is figure
    printed = {text.get_text() for text in figure.axes[0].texts}
    assert {*word.panel("attention").columns, *"PLANETS"} <= printed
    for ending, start in (
        (".png", b"\x89PNG"),
        (".svg", b"<svg"),
        (".csv", b"position"),
        (".json", b"{"),
        (".zip", b"PK"),
    ):
        assert word.save(tmp_path / f"answer{ending}").read_bytes().startswith(start)
