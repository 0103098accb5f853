"""What is drawn of a word that was written letter by letter, without a browser."""

from __future__ import annotations

import base64
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from traces import beam, images, stages, word_trace

from seqdemo.page.answer.answer import answer, tile
from seqdemo.page.answer.flow import flow
from seqdemo.page.answer.results import results
from seqdemo.page.answer.steps.steps import controls, views
from seqdemo.page.answer.strip import strip
from seqdemo.page.answer.verdict import sentence
from seqdemo.page.answer.words.correction import correction
from seqdemo.page.answer.words.edits import edits
from seqdemo.page.answer.words.matrix import entropy, matrices
from seqdemo.page.answer.words.ranking import ranking
from seqdemo.page.core.texts import COMPLAINTS, TEXTS
from seqdemo.page.html.heatmap import heatmap
from seqdemo.page.html.kind import written
from seqdemo.page.html.picture import data_uri
from seqdemo.page.html.state import change, shape, sheet
from seqdemo.page.html.wording import worded
from seqdemo.sequences.samples import TASKS
from seqdemo.trace import LetterRead, Panel, Stage, Trace, Verdict
from tests.parts import Parts

ENGLISH = worded(TEXTS["en"], "swap")
KOREAN = worded(TEXTS["ko"], "swap")
NOTES = ("short", "long", "no_swap", "no_word")


class Table(HTMLParser):
    """The cells of the first table: text, class and image of each, row by row."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[dict[str, str]]] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self._inside = True
            self.rows[-1].append({"tag": tag, "class": given.get("class", ""), "text": "", "src": ""})
        elif tag == "img":
            self.rows[-1][-1]["src"] = given["src"]

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.rows[-1][-1]["text"] += data


def _panel(trace: Trace, id: str) -> Panel:
    found = trace.panel(id)
    assert found is not None
    return found


def _picture(uri: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(uri.removeprefix("data:image/png;base64,"))))


@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(
    "trace",
    [
        word_trace(),
        word_trace(heads=4),
        word_trace(order=(5, 4, 3, 2, 1, 0), glance=False),
        word_trace(answer=""),
        replace(word_trace("ABC", "ABC", ()), notes=("short",)),
        word_trace("LTETER", "LETTERING"),
        replace(word_trace(), panels=(*word_trace().panels, beam("LETTER", "LATTER", ""))),
        replace(word_trace(), panels=word_trace().panels[:3]),
        replace(word_trace(), panels=word_trace().panels[1:-1], kind="channel"),
    ],
    ids=["attention", "heads", "backwards", "nothing", "short", "longer", "beam", "no-matrix", "no-state"],
)
def test_every_kind_of_trace_is_drawn_whole_and_without_holes(trace: Trace, words: dict[str, str]) -> None:
    drawn = results(trace, words) + tile(trace, words)
    assert Parts(drawn).open == []
    text = re.sub(r"<[^>]*>", " ", drawn)
    assert not re.search(r"\bNone\b|\bnan\b|undefined|[{}]", text)
    ids = re.findall(r' id="([^"]+)"', drawn)
    assert len(ids) == len(set(ids))
    assert {target[1:] for target in re.findall(r'href="([^"]+)"', drawn)} <= set(ids)


def test_text_is_escaped_wherever_a_word_is_drawn() -> None:
    bad = "<script>alert('x')</script>"
    letters = (LetterRead(bad, ((bad, 0.5),), np.zeros((28, 28), np.uint8), None),) * 4
    one = np.ones((1, 1), np.float32)
    panels = (
        Panel("heatmap", "reasoning", bad, (bad,), (bad,), one, along="steps"),
        Panel("matrix", "attention", bad, (bad,), ("1",), one, group=bad),
        Panel("matrix", bad, bad, (bad,), (bad,), one, group=bad),
        Panel("state", "state", bad, (bad,), (bad,), one),
        Panel("ranking", "beam", bad, (bad,), ("probability", "log_probability"), np.ones((1, 2), np.float32)),
    )
    verdict = Verdict(bad, bad, False, "vision", bad, bad)
    trace = Trace(bad, "swap-normal", bad, 0.5, letters, panels, 1.0, verdict, (0, 1), family="swap", kind="swap")
    assert "<script" not in results(trace, TEXTS["en"]) + tile(trace, ENGLISH)


@given(st.text("ABC", max_size=8), st.text("ABC", max_size=8))
def test_edits_lead_from_what_was_read_to_what_was_written(read: str, wrote: str) -> None:
    made = edits(read, wrote)
    assert "".join(edit.read for edit in made) == read
    assert "".join(edit.written for edit in made) == wrote
    assert sum(edit.cost for edit in made) <= max(len(read), len(wrote))


@pytest.mark.parametrize(
    ("read", "wrote", "kinds"),
    [
        ("LTETER", "LETTER", ["same", "swap", "same", "same", "same"]),
        ("WORD", "WORD", ["same"] * 4),
        ("WORD", "WARD", ["same", "change", "same", "same"]),
        ("WORD", "WORDS", ["same"] * 4 + ["add"]),
        ("WORD", "", ["drop"] * 4),
    ],
)
def test_a_swap_of_neighbours_counts_as_one_edit(read: str, wrote: str, kinds: list[str]) -> None:
    assert [edit.kind for edit in edits(read, wrote)] == kinds


def test_the_letters_read_stand_over_the_word_written_and_cross_where_they_were_swapped() -> None:
    drawn = correction(word_trace(), ENGLISH)
    rows = Table(drawn).rows
    assert [cell["text"] for cell in rows[0]] == ["read", *"LTETER"]
    assert [cell["text"] for cell in rows[2]] == ["written", *"LETTER"]
    assert [n for n, cell in enumerate(rows[0]) if cell["class"] == "pair"] == [2, 3]
    assert [n for n, cell in enumerate(rows[2]) if cell["class"] == "made swap"] == [2, 3]
    assert drawn.count("<svg") == 1
    assert "T and E swapped (2 and 3)." in drawn


@pytest.mark.parametrize(
    ("wrote", "told"),
    [
        ("LTETER", "nothing was swapped"),
        ("LTETEN", "R → N (6)."),
        ("LTETE", "R left out (6)."),
        ("LTETERS", "S added."),
        ("XTYTZQ", "4 changes in all."),
        ("LETTEN", "T and E swapped (2 and 3); R → N (6)."),
    ],
)
def test_what_became_of_the_letters_is_said_in_words(wrote: str, told: str) -> None:
    assert told in correction(word_trace(answer=wrote), ENGLISH)


def test_a_matrix_has_the_images_as_columns_and_the_written_letters_as_rows() -> None:
    trace = word_trace()
    rows = Table(matrices([_panel(trace, "attention")], trace, ENGLISH)).rows
    assert [cell["src"] for cell in rows[0][1:7]] == [data_uri(letter.image) for letter in trace.letters]
    assert [cell["text"] for cell in rows[0][1:]] == ["1", "2", "3", "4", "5", "6", "peak", "bits"]
    assert [row[0]["text"] for row in rows[1:]] == [*"LETTER", "end"]
    assert [row[0]["tag"] for row in rows[1:]] == ["th"] * 7
    assert [row[-2]["text"] for row in rows[1:]] == ["80%"] * 7


def test_a_reader_that_starts_at_the_end_has_its_columns_and_their_images_in_that_order() -> None:
    trace = word_trace(order=(5, 4, 3, 2, 1, 0))
    drawn = matrices([_panel(trace, "attention")], trace, ENGLISH)
    rows = Table(drawn).rows
    assert [cell["text"] for cell in rows[0][1:7]] == ["6", "5", "4", "3", "2", "1"]
    assert [cell["src"] for cell in rows[0][1:7]] == [data_uri(letter.image) for letter in trace.letters[::-1]]
    assert [n for n, cell in enumerate(rows[0]) if cell["class"] == "pair"] == [4, 5]
    assert rows[1][6]["text"] == "8080%"
    shares = re.search(r'data-shares="([^"]+)"', drawn)
    assert shares is not None
    assert json.loads(shares[1])[0] == [0.8, 0.04, 0.04, 0.04, 0.04, 0.04]
    assert ENGLISH["matrix.backwards"] in matrices([_panel(trace, "attention")], trace, ENGLISH)


@pytest.mark.parametrize("order", [(), (5, 4, 3, 2, 1, 0)], ids=["forwards", "backwards"])
def test_the_cells_in_which_the_pair_crosses_are_outlined(order: tuple[int, ...]) -> None:
    trace = word_trace(order=order)
    rows = Table(matrices([_panel(trace, "attention")], trace, ENGLISH)).rows
    outlined = [(n, m) for n, row in enumerate(rows) for m, cell in enumerate(row) if "crossed" in cell["class"]]
    assert outlined == ([(2, 4), (3, 5)] if order else [(2, 3), (3, 2)])
    assert all("best" in rows[n][m]["class"] for n, m in outlined)


def test_without_a_known_pair_or_with_too_short_an_answer_nothing_is_outlined() -> None:
    for trace in (word_trace(pair=()), replace(word_trace(answer="L", pair=()), swapped=(3, 4))):
        assert "outlined" not in matrices([_panel(trace, "attention")], trace, ENGLISH)


def test_only_attention_has_peak_and_entropy() -> None:
    trace = word_trace()
    assert "tail" in matrices([_panel(trace, "attention")], trace, ENGLISH)
    assert "tail" not in matrices([_panel(trace, "alignment")], trace, ENGLISH)


@pytest.mark.parametrize(
    ("shares", "bits"), [([1, 0, 0, 0], 0), ([0.5, 0.5, 0, 0], 1), ([0.25, 0.25, 0.25, 0.25], 2), ([0, 0, 0, 0], 0)]
)
def test_entropy_is_in_bits(shares: list[float], bits: float) -> None:
    assert entropy(np.array(shares, np.float32)) == pytest.approx(bits)


def test_layers_and_heads_share_one_section_with_a_menu_that_shows_the_mean_first() -> None:
    trace = word_trace(heads=3)
    drawn = results(replace(trace, panels=trace.panels[::-1]), TEXTS["en"])
    assert drawn.count('id="panel-attention"') == 1
    assert "panel-attention-1-2" not in drawn
    options = re.findall(r'<option value="([^"]+)">([^<]+)</option>', drawn)
    assert options[0] == ("attention", "mean of all")
    assert ("attention-1-2", "layer 1, head 2") in options
    hidden = re.findall(r'<tbody( hidden)? data-panel="(attention[^"]*)"', drawn)
    assert [panel for hide, panel in hidden if not hide] == ["attention"]
    assert len(hidden) == 4


def test_a_single_attention_needs_no_menu() -> None:
    assert "data-group" not in results(word_trace(), TEXTS["en"])


def test_the_decoder_s_heat_map_names_its_columns_by_what_was_written_and_shows_no_images() -> None:
    trace = word_trace("LTETER", "LETTE")
    rows = Table(heatmap(_panel(trace, "reasoning"), trace, ENGLISH)).rows
    assert [cell["text"] for cell in rows[0][1:]] == [*"LETTE", "end"]
    assert not any(cell["src"] for cell in rows[0])
    assert len(rows) == 1 + 27
    assert "data-steps" in heatmap(_panel(trace, "reasoning"), trace, ENGLISH)


def test_each_step_tells_what_goes_in_and_what_comes_out() -> None:
    trace = word_trace()
    panel = written(trace)
    assert panel is not None
    drawn = views(panel, trace, ENGLISH)
    assert re.findall(r'data-view="(\d)" data-says="[^"]*"( hidden)?', drawn) == [
        ("0", ""),
        *((str(n), " hidden") for n in range(1, 7)),
    ]
    assert "Input start, output L (90%). Most attention: image 1, L (80%)." in drawn
    assert "Input L, output E (90%). Most attention: image 3, E (80%)." in drawn
    assert "Input R, output end (90%)." in drawn
    assert drawn.count('class="written"') == 7


def test_a_step_of_a_beam_search_shows_what_was_written_even_if_other_letters_were_likelier() -> None:
    trace = word_trace("AB", "AB", ())
    panel = written(trace)
    assert panel is not None
    unlikely = replace(panel, rows=("Z", "B", "end"))
    drawn = views(unlikely, trace, ENGLISH)
    assert re.findall(r'class="written"><b>(\w+)</b>', drawn) == ["Z", "B", "end"]


def test_the_controls_have_a_button_for_each_letter_and_a_slider_with_names() -> None:
    panel = written(word_trace())
    assert panel is not None
    drawn = controls(panel, ENGLISH)
    assert re.findall(r'aria-label="(Step \d: \w+)"', drawn) == [
        f"Step {n + 1}: {s}" for n, s in enumerate([*"LETTER", "end"])
    ]
    assert 'type="range" min="1" max="7" value="1"' in drawn
    assert 'aria-label="Decoder step"' in drawn


def test_a_state_is_one_small_picture_with_a_dot_for_each_unit() -> None:
    panel = replace(_panel(word_trace(), "state"), values=np.zeros((7, 32), np.float32))
    panel.values[2, 5], panel.values[2, 6] = 1.0, -1.0
    picture = _picture(sheet(panel)).convert("RGBA")
    height, width = shape(32)
    assert picture.size == (width, 7 * height)
    assert picture.getpixel((5, 2 * height)) == (234, 88, 12, 255)
    assert picture.getpixel((6, 2 * height)) == (37, 99, 235, 255)
    assert picture.getpixel((0, 0))[3] == 0  # type: ignore[index]
    assert change(panel, 0) == 0
    assert change(panel, 2) == pytest.approx(2 / 32)


def test_a_long_word_in_a_large_model_stays_a_small_page() -> None:
    trace = word_trace("UNDERSTANIDNGS", "UNDERSTANDINGS", (9, 10), heads=12, units=512)
    assert len(results(trace, TEXTS["en"])) < 500_000
    assert len(sheet(_panel(trace, "state"))) < 20_000


def test_candidates_stand_in_order_with_bars_and_logarithms() -> None:
    rows = Table(ranking(beam("LETTER", "LATTER", ""), ENGLISH)).rows
    assert [cell["text"] for cell in rows[0]] == ["Word", "Probability", "Log-probability"]
    assert [[cell["text"] for cell in row] for row in rows[1:]] == [
        ["LETTER", "50%", "−0.69"],
        ["LATTER", "25%", "−1.39"],
        ["nothing", "12%", "−2.08"],
    ]
    assert '<tr class="best"><th scope="row">LETTER' in ranking(beam("LETTER", "LATTER"), ENGLISH)


def test_a_word_that_cannot_be_has_a_logarithm_that_can_be_read() -> None:
    never = replace(beam("A"), values=np.array([[0, -np.inf]], np.float32))
    assert "−∞" in ranking(never, ENGLISH)


def test_the_diagram_leads_through_encoder_and_decoder() -> None:
    drawn = flow(word_trace(), "swap", ENGLISH)
    assert re.findall(r"<b>([^<]+)</b>", drawn) == ["Images", "CNN", "Encoder", "Decoder"]
    said = [re.sub("<[^>]+>", "", each) for each in re.findall(r"<em[^>]*>(.+?)</em>", drawn)]
    assert said[1:] == ["L T E T E R", "L T E T E R", "L E T T E R"]
    assert re.findall(r'<li class="works"[^>]*><button[^>]*><b>(\w+)', drawn) == [
        "Decoder"
    ]  # the others have done their work


def test_a_stage_without_letters_of_its_own_says_so_and_leads_nowhere() -> None:
    drawn = flow(word_trace(glance=False), "swap", ENGLISH)
    assert ENGLISH["flow.silent"] in drawn
    assert "panel-glance" not in drawn
    assert ENGLISH["flow.silent"] not in flow(None, "swap", ENGLISH)


def weighed(verdict: Verdict | None = None) -> Trace:
    """What a model without a decoder says: no state, no end sign."""
    trace = word_trace("LTETER", "LETTER", verdict=verdict)
    panels = [replace(panel, rows=panel.rows[:6], values=panel.values[:6]) for panel in trace.panels[1:-1]]
    return stages(replace(trace, panels=tuple(panels), kind="channel"), ("cnn", "vision"), ("channel", "reasoning"))


@pytest.mark.parametrize("language", TEXTS)
def test_of_a_word_that_no_decoder_wrote_none_is_spoken_of(language: str) -> None:
    verdict = Verdict("LTETER", "LETTER", True, "none", "LETTER", "LETTER")
    drawn = results(weighed(verdict), TEXTS[language])
    text = re.sub(r"<[^>]*>", " ", drawn.split('class="leading"')[0])
    assert TEXTS[language]["flow.channel"] in text
    assert TEXTS[language]["flow.decoder"] not in text
    assert TEXTS[language]["flow.encoder"] not in text
    assert 'class="fed"' not in drawn
    assert drawn.count("data-view") == 6
    assert 'id="panel-state"' not in drawn


def test_the_two_swapped_images_point_at_each_other() -> None:
    drawn = strip(word_trace(), ENGLISH)
    assert re.findall(r'<p class="bracket" title="([^"]+)">', drawn) == [
        "Swapped with image 3",
        "Swapped with image 2",
    ]
    assert 'class="pair left"' in drawn
    assert 'class="pair right"' in drawn
    assert "bracket" not in strip(word_trace(pair=()), ENGLISH)


def test_an_answer_without_letters_is_shown_as_what_it_is() -> None:
    trace = word_trace(answer="", pair=())
    for drawn in (answer(trace, ENGLISH), tile(trace, ENGLISH)):
        assert ENGLISH["answer.nothing"] in drawn
    assert ENGLISH["note.nothing"] in answer(trace, ENGLISH)
    assert ENGLISH["note.nothing"] not in answer(word_trace(), ENGLISH)


@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
@pytest.mark.parametrize("note", NOTES)
def test_what_training_did_not_have_is_told_in_a_sentence(note: str, words: dict[str, str]) -> None:
    told = answer(replace(word_trace(), notes=(note,)), words)
    assert words[f"note.{note}"] in told
    assert "4" in words[f"note.{note}"]
    assert "8" in words[f"note.{note}"]


@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
@pytest.mark.parametrize("told", [None, "LATTER"], ids=["untold", "told"])
@pytest.mark.parametrize(
    ("read", "right", "blame"),
    [
        ("LTETER", True, "none"),
        ("LTETEN", True, "none"),
        ("LTETEN", False, "vision"),
        ("LTETER", False, "reasoning"),
        ("LTETEN", False, "both"),
        ("LTETER", False, "handover"),
    ],
)
def test_the_verdict_on_a_word_is_one_whole_sentence(
    read: str, right: bool, blame: Stage, told: str | None, words: dict[str, str]
) -> None:
    verdict = Verdict("LTETER", "LETTER", right, blame, told, None)
    said = sentence(replace(word_trace(verdict=verdict), letters=images(read)), verdict, words)
    assert "LETTER" in said
    assert "{" not in said
    assert "None" not in said


def test_a_model_that_cannot_be_told_the_letters_shows_the_rule_alone() -> None:
    verdict = Verdict("LTETER", "LETTER", False, "reasoning", None, "LETTER")
    drawn = answer(word_trace(answer="LATTER", verdict=verdict), ENGLISH)
    assert ENGLISH["verdict.true_letters"] not in drawn
    assert "LETTER ✓" in drawn


def test_an_image_is_shown_in_its_ink() -> None:
    image = np.zeros((28, 28), np.uint8)
    image[5, 6], image[5, 7] = 255, 128
    tinted = _picture(data_uri(image, "#ff8000")).convert("RGB")
    assert [tinted.getpixel((x, 5)) for x in (5, 6, 7)] == [(0, 0, 0), (255, 128, 0), (128, 64, 0)]
    assert _picture(data_uri(image)).mode == "L"
    on_white = _picture(data_uri(255 - image, "#ff8000")).convert("RGB")
    assert [on_white.getpixel((x, 5)) for x in (5, 6)] == [(255, 255, 255), (0, 127, 255)]


@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS)
def test_every_family_of_tasks_has_a_name_and_a_question(words: dict[str, str]) -> None:
    for task in TASKS:
        family = TASKS[task].family
        assert {f"family.{family}", f"question.{family}"} <= set(words)


@pytest.mark.parametrize("option", ["length", "step", "swap"])
def test_an_option_out_of_range_has_a_korean_sentence(option: str) -> None:
    assert f"bad_{option}" in COMPLAINTS
