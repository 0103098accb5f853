"""One character read row by row, as it is drawn."""

from __future__ import annotations

import base64
import io
import json
import re
from dataclasses import replace
from html import unescape

import numpy as np
import pytest
from parts import Parts
from PIL import Image

from seqdemo.page.answer.answer import answer, beside, tile
from seqdemo.page.answer.flow import flow
from seqdemo.page.answer.results import empty, results
from seqdemo.page.answer.strip import strip
from seqdemo.page.answer.verdict import sentence
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.colour import DARK, LIGHT, level, ramp
from seqdemo.page.html.kind import last_row
from seqdemo.page.html.wording import percent, worded
from seqdemo.page.rows.board import board
from seqdemo.page.rows.cells import picture_of
from seqdemo.page.rows.rows import by_rows, controls
from seqdemo.page.rows.saliency import LEAST, Remembered, abreast, saliency, told
from seqdemo.sequences.rows import ROW_2, ROW_47
from seqdemo.trace import LetterRead, Panel, Trace, Verdict
from tests.traces import distributions, stages

GATES = {
    "lstm": ("input", "forget", "output", "cell", "hidden"),
    "gru": ("reset", "update", "hidden"),
    "rnn": ("hidden",),
    "cnn": (),
}
ENGLISH = worded(TEXTS["en"], "row")


def rows_trace(
    believed: str = "P" * 10 + "9" * 8 + "7" * 10,
    cell: str = "lstm",
    task: str = "row-47",
    verdict: Verdict | None = None,
    meant: str | None = "7",
    covered: tuple[int, ...] = (),
    notes: tuple[str, ...] = (),
) -> Trace:
    """What a reader of rows says that believes one character after another, a character a step."""
    answers = ROW_2.answers if task == "row-2" else ROW_47.answers
    said = ["digit" if each.isdecimal() else "letter" for each in believed] if task == "row-2" else list(believed)
    steps, strip = len(said), 28 // len(said)
    names = tuple(str(n) if strip == 1 else f"{n}-{n + strip - 1}" for n in range(1, 29, strip))
    beliefs = distributions(said, answers)
    panels = (
        Panel("heatmap", "vision", "Beliefs", names, answers, beliefs, marked=(steps - 1,), along="rows"),
        *(_state(name, names) for name in GATES[cell]),
        recall_panel(),
    )
    top = ((said[-1], 0.9), (answers[1], 0.06))
    image = np.arange(784, dtype=np.uint16).reshape(28, 28).astype(np.uint8)
    trace = Trace("a-model", task, said[-1], 0.9, (LetterRead(said[-1], top, image, meant),), panels, 1.0, verdict,
                 notes=notes, covered=covered, family="row", kind="row" if steps > 1 else "once")  # fmt: skip
    return stages(trace, ("rows" if steps > 1 else "cnn", "vision"))


def _state(name: str, rows: tuple[str, ...]) -> Panel:
    values = np.linspace(0.2, 0.8, len(rows) * 16, dtype=np.float32).reshape(len(rows), 16)
    signed = values - 0.5 if name in ("cell", "hidden") else values
    return Panel("state", name, name, rows, tuple(map(str, range(16))), signed, along="rows")


def recall_panel(fall: float = 2.0) -> Panel:
    """Each row counts `fall` times as much as the one before it."""
    shares = fall ** np.arange(28.0)
    values = (shares / shares.sum()).astype(np.float32)[:, None]
    return Panel("bars", "recall", "Recall", tuple(map(str, range(1, 29))), ("share",), values, along="rows")


def panel_of(trace: Trace, id: str) -> Panel:
    found = trace.panel(id)
    assert found is not None
    return found


def picture(uri: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(uri.removeprefix("data:image/png;base64,"))))


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))


@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(
    "trace",
    [rows_trace(), rows_trace("7" * 14), rows_trace("7", "cnn"), rows_trace(cell="gru"), rows_trace(cell="rnn"),
     rows_trace(task="row-2"), rows_trace("a", "cnn", "row-2", covered=(0, 27)),
     rows_trace(covered=(3, 4, 9), notes=("scribble", "pair", "merged"), meant="c")],
    ids=["lstm", "strips", "cnn", "gru", "rnn", "two", "two-at-once", "covered"],
)  # fmt: skip
def test_every_kind_of_reader_is_drawn_whole_and_without_holes(trace: Trace, words: dict[str, str]) -> None:
    drawn = results(trace, words)
    assert Parts(drawn + beside(trace, words) + tile(trace, words) + empty("A", "B")).open == []
    assert not re.search(r"\bNone\b|\bnan\b|undefined|[{}]|\brows\.\w|\brow:", text_of(drawn))
    ids = re.findall(r' id="([^"]+)"', drawn)
    assert len(ids) == len(set(ids))
    assert {target[1:] for target in re.findall(r'href="([^"]+)"', drawn)} <= set(ids)


def test_text_is_escaped_wherever_a_character_is_drawn() -> None:
    bad = "<script>alert('x')</script>"
    values = np.ones((2, 2), np.float32) / 2
    panels = (
        Panel("heatmap", "vision", bad, (bad, bad), (bad, bad), values, along="rows"),
        Panel("state", bad, bad, (bad, bad), (bad, bad), values, along="rows"),
        recall_panel(),
    )
    read = LetterRead(bad, ((bad, 0.5),), np.zeros((28, 28), np.uint8), bad)
    trace = Trace(bad, "row-47", bad, 0.5, (read,), panels, 1.0, Verdict(bad, bad, False, "vision", None, None),
                  family="row", kind="row")  # fmt: skip
    together = abreast([Remembered(bad, recall_panel(), True)], ENGLISH)
    assert "<script" not in results(trace, TEXTS["en"]) + tile(trace, TEXTS["en"]) + together


@pytest.mark.parametrize(("ends", "name"), [(LIGHT, "light"), (DARK, "dark")])
def test_the_map_has_a_pixel_for_each_step_and_answer_in_the_colour_of_its_probability(ends, name) -> None:
    trace = rows_trace()
    belief = panel_of(trace, "vision")
    uri = re.search(rf"--{name}:url\(([^)]+)\)", board(trace, belief, ENGLISH))
    assert uri is not None
    pixels = picture(uri[1]).convert("RGB")
    assert pixels.size == (47, 28)
    colours = ramp(ends)
    for step, column in ((0, belief.columns.index("P")), (27, belief.columns.index("7")), (27, 0)):
        wanted = colours[level(float(belief.values[step, column]))]
        assert "#%02x%02x%02x" % pixels.getpixel((column, step)) == wanted  # noqa: UP031


def test_equal_answers_in_a_row_share_one_label_over_as_many_buttons_as_steps() -> None:
    drawn = board(rows_trace(), panel_of(rows_trace(), "vision"), ENGLISH)
    labels = re.findall(r"--from:(\d+);--length:(\d+);--letters:1\">(\w)</b>", drawn)
    assert labels == [("0", "10", "P"), ("10", "8", "9"), ("18", "10", "7")]
    assert re.findall(r'data-step="(\d+)"', drawn) == [str(n) for n in range(28)]
    assert f"After row 11: 9, {percent(0.9)}" in drawn


def test_each_row_of_the_image_can_be_pressed_and_only_covered_ones_are() -> None:
    drawn = board(rows_trace(covered=(3, 27)), panel_of(rows_trace(), "vision"), ENGLISH)
    rows = re.findall(r'data-row="(\d+)" tabindex="(-?\d)" aria-label="Row (\d+)" aria-pressed="(\w+)"', drawn)
    assert [int(row) + 1 for row, *_ in rows] == [int(label) for _, _, label, _ in rows] == list(range(1, 29))
    assert [int(row) for row, _, _, pressed in rows if pressed == "true"] == [3, 27]
    assert [stop for _, stop, *_ in rows].count("0") == 1


@pytest.mark.parametrize(("believed", "rows"), [("7" * 28, range(1, 29)), ("7" * 14, range(2, 30, 2)), ("7", [28])])
def test_a_step_ends_at_the_last_row_that_it_reads(believed: str, rows: range) -> None:
    belief = panel_of(rows_trace(believed), "vision")
    assert [last_row(belief, step) for step in range(len(believed))] == list(rows)


def test_each_step_says_what_is_likeliest_and_how_far_the_gates_are_open() -> None:
    trace = rows_trace()
    drawn = by_rows(trace, ENGLISH)
    says = [text_of(each) for each in re.findall(r'class="says">(.*?)</p>', drawn)]
    assert len(says) == 28
    assert says[0].startswith("After row 1 of 28: most probable P (90%), then ")
    assert says[27].startswith("After row 28 of 28: most probable 7 (90%), then ")
    gates = {name: percent(float(panel_of(trace, name).values[5].mean())) for name in ("forget", "input", "output")}
    assert ENGLISH["rows.gates.lstm"].format(**gates) in says[5]
    shown = re.findall(r'data-view="(\d+)" data-says="[^"]*"(?! hidden)', drawn)
    assert shown == ["27"]


def test_only_cells_with_gates_speak_of_gates() -> None:
    assert "Mean gates: " in by_rows(rows_trace(cell="gru"), ENGLISH)
    assert "forget gate keeps" not in by_rows(rows_trace(cell="gru"), ENGLISH)
    assert "gate keeps" not in by_rows(rows_trace(cell="rnn"), ENGLISH)


def test_a_step_shows_five_answers_and_marks_the_likeliest_even_where_a_row_has_the_name_of_a_digit() -> None:
    views = re.findall(r'data-view="\d+".*?</ol>', by_rows(rows_trace("P" * 28), ENGLISH))
    assert len(views) == 28
    for view in views:
        assert view.count("<li") == 5
        assert re.findall(r'<li class="written"><b>(.*?)</b>', view) == ["P"]


@pytest.mark.parametrize("cell", GATES)
def test_each_gate_and_state_is_one_picture_with_its_title_and_what_it_does(cell: str) -> None:
    drawn = by_rows(rows_trace("7" if cell == "cnn" else "7" * 28, cell), ENGLISH)
    assert tuple(re.findall(r'data-panel="(\w+)"', drawn)) == GATES[cell]
    for name in GATES[cell]:
        assert ENGLISH[f"panel.{name}.title"] in drawn
        assert ENGLISH[f"panel.{name}.help"] in drawn


def test_a_gate_is_the_more_opaque_the_further_it_is_open_and_a_state_changes_colour_with_its_sign() -> None:
    rows, units = ("1", "2"), ("1", "2", "3")
    gate = Panel("state", "forget", "", rows, units, np.array([[0, 0.5, 1]] * 2, np.float32), along="rows")
    shown = picture(picture_of(gate)).convert("RGBA")
    assert shown.size == (3, 2)
    assert [shown.getpixel((n, 0))[3] for n in range(3)] == [0, 128, 255]
    state = replace(gate, id="cell", values=np.array([[-1, 0, 1]] * 2, np.float32))
    left, middle, right = (picture(picture_of(state)).convert("RGBA").getpixel((n, 1)) for n in range(3))
    assert left[2] > left[0]
    assert middle[3] == 0
    assert right[0] > right[2]


def test_a_reader_that_sees_everything_at_once_has_no_steps_but_bars_and_a_sentence() -> None:
    drawn = results(rows_trace("7", "cnn"), TEXTS["en"])
    assert "data-slider" not in drawn
    assert "data-step" not in drawn
    assert "data-cover" not in drawn
    assert "panel-recall" not in drawn
    assert drawn.count("data-row=") == 28
    assert drawn.count("gradient") >= 28
    assert "rows at once: most probable 7" in drawn
    assert TEXTS["en"]["flow.cnn"] in drawn
    assert f"<b>{TEXTS['en']['flow.rows']}</b>" not in drawn


def test_the_controls_begin_at_the_last_row_and_play_faster_than_a_decoder() -> None:
    drawn = controls(rows_trace(), ENGLISH)
    assert drawn is not None
    slider = re.search(r"<input[^>]+>", drawn)
    assert slider is not None
    assert 'max="28" value="28"' in slider[0]
    assert 'data-start="27"' in slider[0]
    assert 'data-pace="260"' in drawn
    assert "28 of 28" in drawn
    assert "step 14 of 14" in (controls(rows_trace("7" * 14), ENGLISH) or "")


def test_every_reader_has_a_line_and_the_chosen_one_stands_out() -> None:
    falls = {"RNN cells": 3.0, "LSTM": 1.5, "GRU": 1.1}
    drawn = abreast([Remembered(name, recall_panel(fall), name == "LSTM") for name, fall in falls.items()], ENGLISH)
    lines = re.findall(r'<g class="(course[^"]*)".*?data-title="([^"]+)".*?data-points="([^"]+)"', drawn)
    assert [title for _, title, _ in lines] == ["RNN cells", "LSTM", "GRU"]
    assert [title for kind, title, _ in lines if "picked" in kind] == ["LSTM"]
    assert [re.sub("<[^>]*>", "", told) for told in re.findall(r'<li class="picked">.*?</svg>(.*?)</li>', drawn)] == [
        "LSTM"
    ]
    assert all(len(json.loads(unescape(points))) == 28 for *_, points in lines)


def test_an_answer_brings_the_line_of_its_own_model_alone() -> None:
    drawn = saliency(rows_trace(), ENGLISH) or ""
    assert re.findall(r'<g class="course[^"]* picked".*?data-title="([^"]+)"', drawn) == ["This model"]
    assert drawn.count('<g class="course') == 1


def lines_of(*falls: float) -> str:
    return abreast([Remembered(f"Model {fall}", recall_panel(fall), False) for fall in falls], ENGLISH)


def test_what_has_vanished_lies_on_the_lower_edge_of_the_chart() -> None:
    drawn = lines_of(10.0)
    points = re.search(r'data-points="([^"]+)"', drawn)
    assert points is not None
    heights = [height for _, height in json.loads(unescape(points[1]))]
    assert heights[0] == 1
    assert 0 <= heights[-1] < 0.02
    assert told(LEAST) == "<0.0001%"
    assert told(0.00004) == "0.004%"
    assert told(0.25) == "25%"


def test_where_nothing_has_vanished_the_lines_do_not_look_as_if_it_had() -> None:
    assert re.findall(r'class="mark y"[^>]*>([^<]+)<', lines_of(1.05)) == ["10⁻³", "0.01", "0.1"]
    assert re.findall(r'class="mark y"[^>]*>([^<]+)<', lines_of(1.05, 9.0))[0] == "10⁻⁶"


def test_the_numbers_stand_in_a_table_with_a_row_for_each_step() -> None:
    drawn = by_rows(rows_trace("7" * 14), ENGLISH)
    table = re.search(r'<details class="numbers">.*?</details>', drawn)
    assert table is not None
    rows = re.findall(r'<th scope="row">(\d+)</th><td>(\w)</td><td>(.*?)</td>', table[0])
    assert rows == [(str(n), "7", "90%") for n in range(2, 30, 2)]


@pytest.mark.parametrize(
    ("task", "meant", "target", "answered", "told"),
    [
        ("row-47", "7", "7", "7", "Right. It is 7."),
        ("row-47", "7", "7", "1", "Wrong. Meant: 7. Read as: 1."),
        ("row-47", "c", "C", "C", "Right. It is C."),
        ("row-47", "a", "a", "A", "Wrong. Meant: a. Read as: A."),
        ("row-2", "7", "digit", "7", "Right. 7 is a digit."),
        ("row-2", "q", "letter", "q", "Right. q is a letter."),
        ("row-2", "7", "digit", "q", "Wrong. 7 is a digit; it was read as a letter."),
        ("row-2", "q", "letter", "7", "Wrong. q is a letter; it was read as a digit."),
    ],
)
def test_the_verdict_on_a_character_is_one_plain_sentence(
    task: str, meant: str, target: str, answered: str, told: str
) -> None:
    trace = rows_trace(answered * 28, task=task, meant=meant)
    right = trace.answer == target
    verdict = Verdict(meant, target, right, "none" if right else "vision", None, None)
    words = worded(TEXTS["en"], "row")
    assert sentence(trace, verdict, words) == told
    korean = sentence(trace, verdict, worded(TEXTS["ko"], "row"))
    assert korean.startswith("맞았습니다" if right else "틀렸습니다")
    assert ("misread" in strip(replace(trace, verdict=verdict), words)) is not right


@pytest.mark.parametrize(("language", "names"), [("en", ("digit", "letter")), ("ko", ("숫자", "알파벳"))])
def test_of_two_answers_both_are_named_in_the_visitor_s_language(language: str, names: tuple[str, str]) -> None:
    words = TEXTS[language]
    for character, name in zip("7q", names, strict=True):
        trace = rows_trace(character * 28, task="row-2", meant=character)
        assert f">{name}</b>" in tile(trace, words)
        assert f"<b>{name}</b>" in beside(trace, worded(words, "row"))
        assert flow(trace, "row", worded(words, "row")).count(f">{name}<") == 1


@pytest.mark.parametrize(
    ("covered", "told"),
    [((3,), "row 4."), ((3, 4), "rows 4–5."), ((9, 3, 4), "rows 4–5, 10."), ((0, 27), "rows 1, 28.")],
)
def test_covered_rows_are_named_near_the_answer_with_a_place_for_what_was_answered_before(covered, told: str) -> None:
    drawn = answer(rows_trace(covered=covered), ENGLISH)
    assert f"Covered: {told}" in drawn
    assert ENGLISH["rows.before"] in re.findall(r'data-before="([^"]+)"', drawn)[0]
    assert "data-before" not in answer(rows_trace(), ENGLISH)


def test_what_training_did_not_have_is_told_and_a_shared_class_names_both_characters() -> None:
    drawn = answer(rows_trace("C" * 28, meant="c", notes=("scribble", "pair", "merged")), ENGLISH)
    assert ENGLISH["note.scribble"] in drawn
    assert ENGLISH["note.pair"] in drawn
    assert "Small c looks like capital C" in drawn


def test_a_page_of_the_largest_reader_stays_small() -> None:
    units, rows = 256, tuple(map(str, range(1, 29)))
    values = np.random.default_rng(0).random((28, units), np.float32)
    states = tuple(
        Panel("state", name, name, rows, tuple(map(str, range(units))), values, along="rows") for name in GATES["lstm"]
    )
    trace = replace(rows_trace(cell="cnn"), panels=(*rows_trace(cell="cnn").panels, *states))
    assert len(results(trace, TEXTS["en"])) < 160_000


def test_the_three_ways_to_use_a_sequence_lead_to_where_they_are_used() -> None:
    drawn = by_rows(rows_trace(), ENGLISH)
    assert re.findall(r'data-goto="([^"]+)"(?: data-goto-model="([^"]+)")?', drawn) == [
        ("swap-normal", "seq2seq"),
        ("next-normal", ""),
    ]
    assert "<details open" not in drawn
