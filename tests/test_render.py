"""What is drawn of a Trace, without a browser."""

from __future__ import annotations

import base64
import io
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from parts import Parts
from PIL import Image

from seqdemo.errors import InputError
from seqdemo.letters import ALPHABET
from seqdemo.page.answer.answer import beside, tile
from seqdemo.page.answer.results import empty, results
from seqdemo.page.answer.verdict import sentence
from seqdemo.page.core import language, validation
from seqdemo.page.core.texts import COMPLAINTS, TEXTS
from seqdemo.page.html import colour
from seqdemo.page.html.heatmap import heatmap
from seqdemo.page.html.markup import el, join
from seqdemo.page.html.picture import data_uri
from seqdemo.page.html.wording import percent
from seqdemo.trace import LetterRead, Panel, Stage, Trace, Verdict
from tests.traces import stages

SOURCES = Path(__file__).parent.parent / "seqdemo"
ENGLISH = TEXTS["en"]


def _panel(id: str, answers: str, marked: tuple[int, ...] = (), faded: tuple[int, ...] = ()) -> Panel:
    values = np.full((len(answers), 26), 0.004, np.float32)
    values[np.arange(len(answers)), [ALPHABET.index(letter) for letter in answers]] = 0.9
    rows = tuple(str(n + 1) for n in range(len(answers)))
    return Panel("heatmap", id, f"Panel {id}", rows, tuple(ALPHABET), values, marked, faded)


def _trace(read: str = "WXY", verdict: Verdict | None = None, faded: tuple[int, ...] = ()) -> Trace:
    letters = tuple(LetterRead(letter, ((letter, 0.9), ("A", 0.06)), np.zeros((28, 28), np.uint8)) for letter in read)
    steps = Panel("bars", "step", "Step", ("-1", "0", "+1"), ("p",), np.array([[0.1], [0.2], [0.7]], np.float32))
    panels = (_panel("vision", read), _panel("reasoning", "XYZ", (2,), faded), steps)
    trace = Trace("a-model", "next-easy", "Z", 0.9, letters, panels, 1.0, verdict, family="next", kind="next")
    return stages(trace, ("cnn", "glance"), ("gru1", "vision"), ("gru2", "reasoning"))


@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS)
def test_every_element_that_is_opened_is_closed(words: dict[str, str]) -> None:
    drawn = results(_trace(), words) + beside(_trace(), words) + tile(_trace(), words) + empty("A", "B")
    assert Parts(drawn).open == []


def test_text_is_escaped_everywhere_it_can_come_from() -> None:
    bad = "<script>alert('x')</script>"
    letters = (LetterRead(bad, ((bad, 0.5),), np.zeros((28, 28), np.uint8)),)
    panel = Panel("heatmap", bad, bad, (bad,), (bad,), np.ones((1, 1), np.float32), (0,))
    verdict = Verdict(bad, bad, False, "vision", bad, bad)
    trace = Trace(bad, bad, bad, 0.5, letters, (panel, replace(panel, kind="bars")), 1.0, verdict, family=bad, kind=bad)
    assert "<script" not in results(trace, ENGLISH) + beside(trace, ENGLISH) + tile(trace, ENGLISH) + empty(bad, bad)
    assert el("p", bad, title=bad) == (
        '<p title="&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;">'
        "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;</p>"
    )
    assert join("a<b", el("br"), None) == "a&lt;b<br>"


def test_a_heat_map_has_one_column_per_image_and_one_row_per_letter() -> None:
    drawn = heatmap(_panel("vision", "WXY"), _trace(), ENGLISH)
    assert drawn.count('scope="col"') == 3
    assert drawn.count('scope="row"') == 26
    assert drawn.count("<td class=") == 3 * 26 + 1
    assert drawn.count("<img") == 3
    assert drawn.count("<b ") == 3


def test_only_the_position_that_answers_is_marked_as_the_answer() -> None:
    drawn = heatmap(_panel("reasoning", "XYZ", marked=(2,)), _trace(), ENGLISH)
    assert re.findall(r'<th scope="col".*?<span>(.*?)</span>', drawn) == ["after 1", "after 2", "answer"]


def test_positions_that_saw_the_answer_are_faded_and_say_why() -> None:
    assert ENGLISH["faded.why"] not in results(_trace(), ENGLISH)
    drawn = results(_trace(faded=(0, 1)), ENGLISH)
    assert ENGLISH["faded.why"] in drawn
    assert drawn.count('faded"') >= 2 * 26


def test_an_image_survives_the_way_into_the_page() -> None:
    image = np.random.default_rng(0).integers(0, 256, (28, 28), np.uint8)
    content = base64.b64decode(data_uri(image).removeprefix("data:image/png;base64,"))
    assert np.array_equal(np.asarray(Image.open(io.BytesIO(content))), image)


def test_a_task_may_have_its_own_stages_and_its_own_words() -> None:
    reading = replace(_trace(), task="letter", family="letter", kind="letter", panels=_trace().panels[:1])
    reading = stages(reading, ("cnn", "vision"))
    drawn = results(reading, ENGLISH)
    assert ENGLISH["letter:panel.vision.title"] in drawn
    assert ENGLISH["flow.gru2"] not in drawn
    assert ENGLISH["flow.gru2"] in results(_trace(), ENGLISH)


@pytest.mark.parametrize("ends", [colour.LIGHT, colour.DARK], ids=["light", "dark"])
def test_numbers_are_readable_on_every_cell_colour(ends: tuple[colour.Lab, colour.Lab]) -> None:
    assert all(colour.contrast(colour.ink_on(shade), shade) >= 4.5 for shade in colour.ramp(ends))


@pytest.mark.parametrize("ends", [colour.LIGHT, colour.DARK], ids=["light", "dark"])
def test_cell_colours_change_in_one_direction_and_in_even_steps(ends: tuple[colour.Lab, colour.Lab]) -> None:
    shades = np.array([[int(shade[n : n + 2], 16) for n in (1, 3, 5)] for shade in colour.ramp(ends)])
    steps = np.diff(shades @ (0.2126, 0.7152, 0.0722))
    assert (steps < 0).all() or (steps > 0).all()
    assert len(set(colour.ramp(ends))) == colour.LEVELS + 1


def test_probabilities_get_their_own_level_and_never_leave_the_ramp() -> None:
    assert [colour.level(p) for p in (-1.0, 0.0, 0.25, 1.0, 2.0)] == [0, 0, 16, 32, 32]


@pytest.mark.parametrize(
    ("probability", "text"),
    [(0, "0%"), (0.0001, "<0.1%"), (0.004, "0.4%"), (0.02, "2%"), (0.5, "50%"), (0.9945, "99%"),
     (0.9995, "99.95%"), (0.99999, "99.99%"), (1, "100%")],
)  # fmt: skip
def test_percentages_never_claim_more_than_there_is(probability: float, text: str) -> None:
    assert percent(probability) == text


@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(
    ("read", "right", "blame", "key"),
    [
        ("WXY", True, "none", "none"),
        ("VXY", True, "none", "rescued"),
        ("VXY", False, "vision", "vision"),
        ("WXY", False, "reasoning", "reasoning"),
        ("VXY", False, "both", "both"),
        ("WXY", False, "handover", "handover"),
    ],
)
def test_the_verdict_blames_one_stage_in_one_sentence(
    words: dict[str, str], read: str, right: bool, blame: Stage, key: str
) -> None:
    verdict = Verdict("WXY", "Z", right, blame, "Z", None)
    said = sentence(_trace(read, verdict), verdict, words)
    assert said.startswith(words[f"verdict.{key}"][:5])
    assert "{" not in said


def test_both_languages_have_the_same_sentences_with_the_same_gaps() -> None:
    assert list(TEXTS["en"]) == list(TEXTS["ko"])
    for key, english in ENGLISH.items():
        assert sorted(re.findall(r"{\w+}", english)) == sorted(re.findall(r"{\w+}", TEXTS["ko"][key])), key


def test_every_mistake_that_can_be_reported_has_a_korean_sentence() -> None:
    keys = {key for file in SOURCES.rglob("*.py") for key in re.findall(r'InputError\(\s*"(\w+)"', file.read_text())}
    assert keys - set(COMPLAINTS) == set()


def test_a_complaint_is_made_in_the_visitor_s_language() -> None:
    error = InputError("gap", "There is a gap.")
    assert language.complaint(error, "en") == "There is a gap."
    assert language.complaint(error, "ko") == COMPLAINTS["gap"]


@pytest.mark.parametrize(
    ("wanted", "header", "code"),
    [(None, "ko-KR,ko;q=0.9,en;q=0.8", "ko"), (None, "fr,en;q=0.5,ko;q=0.7", "ko"), (None, "de", "en"),
     (None, "", "en"), ("en", "ko", "en"), ("xx", "ko", "ko"),
     (["ko"], "en", "en"), (None, "ko;q=x", "en"), (None, "ko;q=0", "en")],
)  # fmt: skip
def test_the_language_follows_the_choice_then_the_browser_then_english(wanted: object, header: str, code: str) -> None:
    assert language.chosen(wanted, header) == code


def test_empty_boxes_at_the_end_are_skipped_and_a_gap_is_named() -> None:
    ink = {"strokes": [[[0.1, 0.1]]]}
    assert len(validation.row([ink, ink, None, None])) == 2
    with pytest.raises(InputError) as caught:
        validation.row([ink, None, ink])
    assert caught.value.key == "gap"


def test_where_there_is_no_right_answer_the_page_says_why() -> None:
    trace = _trace()
    assert ENGLISH["verdict.unknown"] in beside(trace, ENGLISH)
    known = tuple(replace(letter, meant=meant) for letter, meant in zip(trace.letters, "wky", strict=True))
    assert "No letter follows W K Y" in beside(replace(trace, letters=known), ENGLISH)


def test_letters_that_could_hardly_be_read_are_named_with_what_to_do() -> None:
    trace = _trace()
    vague = replace(trace.letters[1], top=(("X", 0.4), ("K", 0.3)))
    doubtful = replace(trace, letters=(trace.letters[0], vague, trace.letters[2]))
    assert "Hard to read: letter 2." in beside(doubtful, ENGLISH)
    assert "Hard to read" not in beside(trace, ENGLISH)


def test_a_letter_that_the_cnn_reads_clearly_is_not_called_hard_to_read() -> None:
    trace = _trace()
    vague = replace(trace.letters[1], top=(("X", 0.4), ("K", 0.3)))
    doubtful = replace(
        trace, letters=(trace.letters[0], vague, trace.letters[2]), panels=(_panel("glance", "WXY"), *trace.panels)
    )
    said = beside(doubtful, ENGLISH)
    assert "Hard to read" not in said
    assert ENGLISH["doubt.row"].format(positions="2") in said
