"""One character read row by row, as a Trace: every variant of the catalog, in small odd sizes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from seqdemo.errors import InputError
from seqdemo.explain import Options, beside, explain
from seqdemo.handwriting import raster
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.pen import PenModel
from seqdemo.letters import MERGED
from seqdemo.models.gates import inside
from seqdemo.models.row_rnn import RowRnnConfig
from seqdemo.sequences.samples import TASKS
from tests.row_readers import CELLS, IN_STEPS, ROWS, loaded, steps_of
from tests.tiers import exhaustive

PEN = PenModel.load(Path(__file__).parents[1] / "checkpoints" / "pen")
ONE_BY_ONE = tuple(str(n) for n in range(1, 29))
TWO_BY_TWO = tuple(f"{n}-{n + 1}" for n in range(1, 29, 2))
NAMES = {28: ONE_BY_ONE, 14: TWO_BY_TWO, 1: ("1-28",)}


@pytest.fixture(params=ROWS, ids=lambda variant: variant.name)
def reader(request):
    return loaded(request.param)


@pytest.fixture(params=IN_STEPS, ids=lambda variant: variant.name)
def stepwise(request):
    return loaded(request.param)


def one(character: str, seed: int = 0) -> Letter:
    return PEN.write(character, seed)[0]


def read_by(name: str, seed: int = 0):
    return loaded(next(variant for variant in ROWS if variant.name == name), seed)


def test_the_panels_of_every_variant_in_order_with_their_kinds_and_shapes(reader):
    trace = explain(reader, [one("R")])
    steps, answers = steps_of(reader.variant), TASKS[reader.task].answers
    config = reader.variant.config
    cells = CELLS[config.cell] if isinstance(config, RowRnnConfig) else []
    assert [panel.id for panel in trace.panels] == ["vision", *cells, "recall"]
    assert [panel.kind for panel in trace.panels] == ["heatmap", *["state"] * len(cells), "bars"]
    assert {panel.along for panel in trace.panels} == {"rows"}
    vision, *inner, recall = trace.panels
    assert (vision.rows, vision.columns, vision.marked) == (NAMES[steps], answers, (steps - 1,))
    for panel in inner:
        assert panel.rows == NAMES[steps]
        assert sorted(panel.columns, key=int) == ["1", "2", "3", "4", "5"]
    assert (recall.rows, recall.columns) == (ONE_BY_ONE, ("share",))
    assert {panel.values.dtype for panel in trace.panels} == {np.dtype(np.float32)}


def test_beliefs_are_probabilities_and_the_last_one_is_the_answer(reader):
    trace = explain(reader, [one("7", 3)])
    vision = trace.panel("vision")
    assert np.allclose(vision.values.sum(axis=1), 1, atol=1e-4)
    last = vision.values[-1]
    assert trace.answer == trace.letters[0].read == vision.columns[int(last.argmax())]
    assert trace.confidence == pytest.approx(float(last.max()))
    top = trace.letters[0].top
    assert len(top) == min(3, len(vision.columns))
    assert [p for _, p in top] == sorted((p for _, p in top), reverse=True)
    assert all(p == pytest.approx(float(last[vision.columns.index(name)])) for name, p in top)


def test_the_trace_is_what_the_model_makes_of_the_image_shown(reader):
    trace = explain(reader, [one("k", 2)])
    with torch.no_grad():
        output = reader.model(torch.from_numpy(trace.letters[0].image)[None].float() / 255)
    assert np.allclose(trace.panel("vision").values, output.beliefs[0].exp(), atol=1e-5)
    assert (trace.model, trace.task, trace.covered) == (reader.name, reader.task, ())
    assert np.array_equal(trace.letters[0].image, raster.images([one("k", 2)])[0])


def test_the_panels_of_cells_hold_their_units_numbers(stepwise):
    """Columns are put in another order; each still carries the name of its unit."""
    trace = explain(stepwise, [one("S")])
    with torch.no_grad():
        expected = inside(stepwise.model, stepwise.model(torch.from_numpy(trace.letters[0].image)[None].float() / 255))
    for name, values in expected.items():
        panel = trace.panel(name)
        units = [int(unit) - 1 for unit in panel.columns]
        assert np.allclose(panel.values, values[:, units], atol=1e-5)


def test_units_stand_in_the_order_in_which_they_are_most_excited(stepwise):
    trace = explain(stepwise, [one("S")])
    kept = trace.panel("cell") or trace.panel("hidden")
    peaks = np.abs(kept.values).argmax(axis=0)
    assert (np.diff(peaks) >= 0).all()
    assert len({panel.columns for panel in trace.panels if panel.kind == "state"}) == 1


def test_shares_of_the_look_back_add_up_to_one(stepwise):
    values = explain(stepwise, [one("G")]).panel("recall").values[:, 0]
    assert values.sum() == pytest.approx(1, abs=1e-4)
    assert values.min() >= 0


@pytest.mark.parametrize(("paper", "empty"), [("black", 0), ("white", 255)])
def test_covered_rows_are_as_empty_as_the_paper_in_what_the_model_saw(reader, paper, empty):
    letter = replace(one("H"), background=paper)
    covered = (0, 9, 10, 27)
    plain, hidden = explain(reader, [letter]), explain(reader, [letter], Options(covered=covered))
    before, after = plain.letters[0].image, hidden.letters[0].image
    assert (before[9] != empty).any()
    assert (after[list(covered)] == empty).all()
    kept = [row for row in range(28) if row not in covered]
    assert np.array_equal(after[kept], before[kept])
    assert (hidden.covered, hidden.to_json()["covered"]) == (covered, list(covered))
    with torch.no_grad():
        beliefs = reader.model(torch.from_numpy(after)[None].float() / 255).beliefs[0].exp()
    assert np.allclose(hidden.panel("vision").values, beliefs, atol=1e-4)
    assert not np.allclose(plain.panel("vision").values, beliefs, atol=1e-4)


def test_what_was_covered_before_a_step_is_all_that_changes_it(stepwise):
    """Rows 15 to 28 are hidden: what is believed after each row before them stays."""
    plain, hidden = (explain(stepwise, [one("E")], Options(covered=rows)) for rows in ((), tuple(range(14, 28))))
    half = len(plain.panel("vision").rows) // 2
    before, after = plain.panel("vision").values, hidden.panel("vision").values
    assert np.allclose(before[:half], after[:half], atol=1e-5)
    assert not np.allclose(before[half:], after[half:], atol=1e-5)


def test_a_page_that_is_all_covered_is_still_answered(reader):
    trace = explain(reader, [replace(one("H"), background="white")], Options(covered=tuple(range(28))))
    assert (trace.letters[0].image == 255).all()
    assert trace.answer in TASKS[reader.task].answers
    for panel in trace.panels:
        assert np.isfinite(panel.values).all()


def test_white_paper_and_black_paper_are_answered_alike(reader):
    black, white = (explain(reader, [replace(one("H", 5), background=paper)]) for paper in ("black", "white"))
    assert np.array_equal(black.letters[0].image, 255 - white.letters[0].image)
    assert black.answer == white.answer
    assert np.allclose(black.panel("vision").values[-1], white.panel("vision").values[-1], atol=1e-3)


def characters_for(task: str, answer: str) -> tuple[str, str]:
    """A character to which this answer is right, and one to which it is wrong."""
    known = {mark: TASKS[task].right(mark) for mark in MERGED}
    return (
        next(mark for mark, right in known.items() if right == answer),
        next(mark for mark, right in known.items() if right != answer),
    )


def test_the_verdict_is_right_wrong_or_none_by_what_was_meant(reader):
    ink = one("B")
    answer = explain(reader, [ink]).answer
    meant, other = characters_for(reader.task, answer)
    right, wrong, unknown = (explain(reader, [replace(ink, label=label)]).verdict for label in (meant, other, None))
    assert (right.letters, right.target, right.right, right.blame) == (meant, answer, True, "none")
    assert (wrong.letters, wrong.target, wrong.right) == (other, TASKS[reader.task].right(other), False)
    assert wrong.blame == "vision"  # there is no other stage
    assert unknown is None
    for verdict in (right, wrong):
        assert (verdict.reasoning_on_truth, verdict.rule_on_vision) == (None, None)


def test_a_lower_case_letter_is_judged_by_the_class_of_its_capital():
    reader = read_by("row-cnn-47")
    for label in ("c", "C"):
        assert explain(reader, [replace(one("C"), label=label)]).verdict.target == "C"
    assert explain(reader, [replace(one("a"), label="a")]).verdict.target == "a"
    assert explain(read_by("row-cnn-2"), [replace(one("c"), label="c")]).verdict.target == "letter"


@pytest.mark.parametrize(("label", "merged"), [("c", True), ("z", True), ("C", False), ("a", False), ("0", False)])
def test_a_letter_that_shares_its_class_with_its_capital_is_noted(reader, label, merged):
    trace = explain(reader, [one(label)])
    assert trace.notes == (("merged",) if merged and reader.task == "row-47" else ())
    assert explain(reader, [replace(one(label), label=None)]).notes == ()


@pytest.mark.parametrize(("count", "key"), [(0, "no_letters"), (2, "one_character"), (17, "one_character")])
def test_exactly_one_letter_is_taken(reader, count, key):
    with pytest.raises(InputError) as caught:
        explain(reader, PEN.write("A" * count, 0))
    assert caught.value.key == key
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("task", ["row-2", "row-47"])
def test_beside_lays_the_look_back_of_every_reader_in_steps(task):
    models = [loaded(variant) for variant in ROWS if variant.task == task]
    options = Options(covered=(3, 14))
    laid = beside(models, [one("M")], options)
    assert [each.name for each, _ in laid] == [variant.name for variant in IN_STEPS if variant.task == task]
    for each, panel in laid:
        own = explain(each, [one("M")], options).panel("recall")
        assert (panel.kind, panel.id, panel.rows, panel.columns) == (own.kind, own.id, own.rows, own.columns)
        assert np.array_equal(panel.values, own.values)
    assert len({panel.values.tobytes() for _, panel in laid}) == len(laid)


def test_beside_models_of_other_kinds_there_is_nothing_to_lay():
    assert beside([read_by("row-cnn-47")], [one("M")]) == ()
    assert beside([], []) == ()


@exhaustive
def test_eight_threads_equal_one(reader):
    asked = [([one("ABCabc12"[n % 8], n)], Options(covered=tuple(range(n % 5)))) for n in range(8)]
    expected = [explain(reader, *each) for each in asked]
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda each: explain(reader, *each), asked))
    for a, b in zip(expected, got, strict=True):
        assert a.answer == b.answer
        assert all(np.array_equal(x.values, y.values) for x, y in zip(a.panels, b.panels, strict=True))


def test_explaining_leaves_gradients_and_torch_as_they_were(reader):
    before = torch.get_rng_state()
    explain(reader, [one("A")])
    beside([reader], [one("A")])
    assert torch.get_rng_state().equal(before)
    assert torch.is_grad_enabled()
    assert all(parameter.grad is None for parameter in reader.model.parameters())
