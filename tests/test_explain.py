"""From letters to a Trace: every shipped variant, on letters whose answer is known."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
import torch

from seqdemo.errors import InputError
from seqdemo.explain import explain
from seqdemo.explain.common import blame as blamed
from seqdemo.handwriting.pen import Style
from seqdemo.models.cnn_gru import CnnGru
from tests.shipped import resources
from tests.tiers import exhaustive

SHELF, PEN = resources(), resources().pen
CLEAR = Style(temperature=0.2, jitter=0.0)


@pytest.fixture(
    params=[model for model in SHELF.models.values() if model.task.startswith(("next", "letter"))],
    ids=lambda model: model.name,
)
def loaded(request):
    return request.param


@pytest.fixture(
    params=[model for model in SHELF.models.values() if isinstance(model.model, CnnGru)], ids=lambda model: model.name
)
def two_stage(request):
    return request.param


@pytest.mark.parametrize(("shown", "follows"), [("ABCDE", "F"), ("KMOQS", "U"), ("CFILO", "R")])
def test_clear_letters_get_the_right_answer_and_no_stage_is_blamed(two_stage, shown, follows):
    trace = explain(two_stage, PEN.write(shown, 4, CLEAR))
    assert trace.answer == follows
    assert "".join(letter.read for letter in trace.letters) == shown
    assert trace.verdict is not None
    assert trace.verdict.right
    assert trace.verdict.blame == "none"
    step = trace.panel("step")
    assert step.rows[int(step.values.argmax())] == f"+{ord(shown[1]) - ord(shown[0])}"


def test_white_paper_and_steps_backwards_belong_to_the_normal_task():
    letters = [replace(letter, background="white") for letter in PEN.write("SPM", 4, CLEAR)]
    trace = explain(SHELF.models["cnn-gru-normal"], letters)
    assert trace.answer == "J"
    assert trace.letters[0].image[0, 0] > 200


def test_panels_line_up_with_letters_and_hold_probabilities(loaded):
    trace = explain(loaded, PEN.write("ACEGI", 1, CLEAR))
    assert len(trace.letters) == 5
    for panel in trace.panels:
        if panel.kind == "heatmap":
            assert panel.rows == ("1", "2", "3", "4", "5")
            assert np.allclose(panel.values.sum(axis=1), 1, atol=1e-4)
    vision = trace.panel("vision")
    for letter, row in zip(trace.letters, vision.values, strict=True):
        assert letter.read == vision.columns[int(row.argmax())] == letter.top[0][0]
        assert letter.top[0][1] == pytest.approx(float(row.max()))


def test_the_answer_is_the_marked_row_and_positions_that_were_seen_ahead_are_faded(two_stage):
    trace = explain(two_stage, PEN.write("ACEG", 1, CLEAR))
    reasoning = trace.panel("reasoning")
    assert reasoning.marked == (3,)
    assert reasoning.faded == ((0, 1, 2) if two_stage.model.config.bidirectional else ())
    assert trace.answer == reasoning.columns[int(reasoning.values[3].argmax())]
    assert trace.confidence == pytest.approx(float(reasoning.values[3].max()))


def test_without_labels_or_without_a_line_there_is_no_verdict(two_stage):
    letters = PEN.write("ACEG", 1, CLEAR)
    assert explain(two_stage, [replace(letter, label=None) for letter in letters]).verdict is None
    assert explain(two_stage, PEN.write("ABD", 1, CLEAR)).verdict is None
    assert explain(two_stage, PEN.write("XYZ", 1, CLEAR)).verdict is None


def test_letters_that_were_read_as_another_line_put_the_blame_on_vision(two_stage):
    """Ink of A C E G I, meant as B D F H J: reasoning on the truth is right, so reading is at fault."""
    meant = [replace(letter, label=label) for letter, label in zip(PEN.write("ACEGI", 1, CLEAR), "BDFHJ", strict=True)]
    trace = explain(two_stage, meant)
    assert [letter.meant for letter in trace.letters] == list("BDFHJ")
    assert (trace.answer, trace.verdict.target) == ("K", "L")
    assert trace.verdict.reasoning_on_truth == "L"
    assert trace.verdict.rule_on_vision == "K"
    assert trace.verdict.blame == "vision"


@pytest.mark.parametrize(
    ("right", "reasoning_right", "vision_right", "blame"),
    [
        (True, False, False, "none"),
        (False, True, False, "vision"),
        (False, False, True, "reasoning"),
        (False, False, False, "both"),
        (False, True, True, "handover"),
    ],
)
def test_blame(right, reasoning_right, vision_right, blame):
    assert blamed(right, reasoning_right, vision_right) == blame


@pytest.mark.parametrize(("count", "key"), [(0, "no_letters"), (1, "too_few_letters"), (17, "too_many_letters")])
def test_too_few_and_too_many_letters_get_a_sentence(count, key):
    with pytest.raises(InputError) as caught:
        explain(SHELF.models["cnn-gru-normal"], PEN.write("A" * count, 0))
    assert caught.value.key == key


def test_a_reader_answers_one_letter_and_is_judged_by_what_was_meant():
    letters = PEN.write("Q", 0, CLEAR)
    trace = explain(SHELF.models["reader"], letters)
    assert trace.answer == trace.verdict.target == "Q"
    assert trace.verdict.right
    other = explain(SHELF.models["reader"], [replace(letters[0], label="k")])
    assert other.letters[0].meant == "k"
    assert (other.verdict.target, other.verdict.right, other.verdict.blame) == ("K", False, "vision")


@exhaustive
def test_eight_threads_equal_one(loaded):
    rows = [PEN.write("ABCDEFGH"[: 2 + n % 5], n) for n in range(8)]
    expected = [explain(loaded, row) for row in rows]
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda row: explain(loaded, row), rows))
    for one, other in zip(expected, got, strict=True):
        assert one.answer == other.answer
        assert all(np.allclose(a.values, b.values, atol=1e-4) for a, b in zip(one.panels, other.panels, strict=True))


def test_explaining_leaves_gradients_off_and_torch_as_it_was():
    before = torch.get_rng_state()
    explain(SHELF.models["cnn-gru-easy"], PEN.write("ABC", 0))
    assert torch.get_rng_state().equal(before)
    assert torch.is_grad_enabled()
