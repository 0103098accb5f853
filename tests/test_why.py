"""The sentence of why says what the Trace holds."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from seqdemo.letters import ALPHABET
from seqdemo.page.answer.answer import beside
from seqdemo.page.answer.why import settled, why
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.wording import worded
from seqdemo.trace import LetterRead, Panel, Trace, Trained
from tests.traces import distributions, images, word_trace


def row_trace(read: str, answer: str, step: str, share: float = 0.97) -> Trace:
    """A next-letter answer of which one step is believed."""
    steps = tuple(f"{n:+d}" if n else "0" for n in range(-6, 7))
    beliefs = np.full((13, 1), (1 - share) / 12, np.float32)
    beliefs[steps.index(step)] = share
    names = tuple(str(n + 1) for n in range(len(read)))
    panels = (
        Panel("heatmap", "vision", "Vision", names, tuple(ALPHABET), distributions(read, ALPHABET), sets="read"),
        Panel("bars", "step", "Step", steps, ("p",), beliefs),
    )
    learned = Trained(shortest=2, longest=6, lowest=-6, highest=6)
    return Trace(
        "a-model", "next-normal", answer, 0.9, images(read), panels, trained=learned, family="next", kind="next"
    )


def plain(trace: Trace, language: str = "en") -> str:
    """The sentence as it is read."""
    words = worded(TEXTS[language], trace.family, trace.kind)
    return re.sub("<[^>]+>", "", why(trace, words)).replace("\u00a0", " ")


def test_a_row_names_what_was_read_the_step_and_what_follows() -> None:
    assert plain(row_trace("CEGIK", "M", "+2")) == "Read as C E G I K. Step +2 fits best (97%). So M comes next."
    assert plain(row_trace("ZWT", "Q", "-3"), "ko") == (
        "읽은 글자: Z W T. 가장 잘 맞는 간격: −3(97%). 그래서 다음 글자는 Q입니다."
    )


def test_an_answer_that_does_not_keep_to_the_step_is_not_called_its_consequence() -> None:
    assert plain(row_trace("CEGIK", "N", "+2")).endswith("Even so, N is the most probable answer.")


def test_a_reading_that_was_set_by_hand_is_what_was_read() -> None:
    trace = row_trace("CEGIK", "M", "+2")
    forced = distributions("CEGIX", ALPHABET)
    vision = replace(trace.panels[0], values=forced, overruled=(4,))
    assert plain(replace(trace, panels=(vision, trace.panels[1]))).startswith("Read as C E G I X.")


def test_a_word_names_the_letters_that_changed_places() -> None:
    assert plain(word_trace()) == "Read as L T E T E R. T and E swapped (2 and 3). So the word is LETTER."
    assert "LETTER" in plain(word_trace(), "ko")
    assert plain(word_trace(answer="", pair=())).endswith("The decoder wrote no letter.")


def test_letters_without_order_name_the_least_certain() -> None:
    letters = list(images("ABC"))
    letters[1] = replace(letters[1], top=(("B", 0.4), ("R", 0.3)))
    vision = Panel("heatmap", "vision", "Vision", ("1", "2", "3"), tuple(ALPHABET), distributions("ABC", ALPHABET))
    trace = Trace("a-reader", "letter", "ABC", 0.9, tuple(letters), (vision,), family="letter", kind="letter")
    assert plain(trace) == "Read as A B C. Least certain: letter 2, B (40%)."


def test_row_by_row_names_the_row_from_which_the_answer_stands() -> None:
    values = distributions("I" * 9 + "T" * 19, ALPHABET)
    rows = tuple(str(n) for n in range(1, 29))
    belief = Panel("heatmap", "vision", "Belief", rows, tuple(ALPHABET), values, along="rows")
    read = LetterRead("T", (("T", 0.9),), np.zeros((28, 28), np.uint8))
    trace = Trace("a-reader", "row-47", "T", 0.9, (read,), (belief,), family="row", kind="row")
    assert settled(belief) == 9
    assert plain(trace) == "T is most probable from row 10 on. After row 28 it has 90%."
    once = replace(belief, rows=("1-28",), values=values[-1:])
    assert plain(replace(trace, panels=(once,), kind="once")) == "The whole image at once: T is most probable (90%)."


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize(
    ("notes", "told"), [(["count"], ["2"]), (["paper"], []), (["step"], ["−6"]), (["count", "paper", "step"], ["−6"])]
)
def test_what_is_outside_the_training_is_said_beside_the_answer_in_one_sentence(
    notes: list[str], told: list[str], language: str
) -> None:
    words = TEXTS[language]
    said = beside(replace(row_trace("CEGIK", "M", "+2"), notes=tuple(notes)), words)
    assert said.count(words["note.outside"].split("{")[0]) == 1
    assert all(part in said for part in (*told, *(words[f"outside.{note}"].split("{")[0] for note in notes)))
    assert "{" not in said
