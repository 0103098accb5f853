"""From letters to the Trace of a word: every shipped variant, on letters whose answer is known."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache

import numpy as np
import pytest

from seqdemo.explain import Options, explain
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.pen import Style
from seqdemo.letters import ALPHABET
from seqdemo.models.exact_swap import ExactSwap
from seqdemo.models.noisy_channel import NoisyChannel
from seqdemo.models.swap_dictionary import SwapDictionary
from seqdemo.models.transformer import Transformer
from tests.shipped import resources
from tests.tiers import exhaustive

WORDS = {name: loaded for name, loaded in resources().models.items() if loaded.task == "swap-normal"}
PEN = resources().pen
CLEAR = Style(temperature=0.2, jitter=0.0)


@pytest.fixture(params=WORDS.values(), ids=list(WORDS))
def loaded(request):
    return request.param


@cache
def traced(name, shown, beam=1):
    """What a model says to clear letters."""
    return explain(WORDS[name], PEN.write(shown, 2, CLEAR), Options(beam=beam))


def unlabelled(letters):
    return [Letter(letter.strokes, None, letter.background, letter.thickness, letter.ink) for letter in letters]


def panels(trace, kind):
    return [panel for panel in trace.panels if panel.kind == kind]


def test_panels_line_up_with_letters_and_steps(loaded):
    trace = traced(loaded.name, "PALNETS")
    steps = trace.panel("reasoning").rows
    assert "".join(row for row in steps if row in ALPHABET) == trace.answer
    for panel in panels(trace, "heatmap"):
        assert panel.rows == (steps if panel.along == "steps" else tuple("1234567"))
        assert np.allclose(panel.values.sum(axis=1), 1, atol=1e-4)
    for panel in panels(trace, "matrix"):
        assert panel.rows == steps
        assert sorted(panel.columns) == list("1234567")
        assert (panel.values >= 0).all()
        assert (panel.values <= 1 + 1e-5).all()


# The channel model weighs whole words, so a letter of the best one need not be the best letter.
@pytest.mark.parametrize("name", [name for name, each in WORDS.items() if not isinstance(each.model, NoisyChannel)])
def test_the_written_symbol_is_the_likeliest_of_its_step_where_the_search_is_greedy(name):
    reasoning = traced(name, "PALNETS").panel("reasoning")
    assert tuple(reasoning.columns[best] for best in reasoning.values.argmax(axis=1)) == reasoning.rows


def test_columns_stand_in_the_order_in_which_the_encoder_read(loaded):
    backwards = getattr(loaded.model.config, "reverse", False)
    for panel in panels(traced(loaded.name, "WROD"), "matrix"):
        assert panel.columns == (tuple("4321") if backwards else tuple("1234"))


def test_every_variant_has_an_alignment_and_those_that_look_an_attention(loaded):
    trace = traced(loaded.name, "WROD")
    assert trace.panel("alignment") is not None
    looks = isinstance(
        loaded.model, Transformer | NoisyChannel | ExactSwap | SwapDictionary
    ) or loaded.model.config.context not in (
        "none",
        "concat",
        "last",
    )
    assert (trace.panel("attention") is not None) == looks


def test_layers_and_heads_stand_behind_their_mean(loaded):
    trace = traced(loaded.name, "WROD")
    group = [panel for panel in trace.panels if panel.group == "attention"]
    if not isinstance(loaded.model, Transformer):
        assert group == []
        return
    config = loaded.model.config
    assert len(group) == 1 + config.layers * config.heads
    assert np.allclose(group[0].values, np.mean([panel.values for panel in group[1:]], axis=0), atol=1e-5)
    assert group[-1].id == f"attention-{config.layers}-{config.heads}"


def test_a_beam_lists_its_candidates_best_first_and_answers_with_the_first(loaded):
    trace = traced(loaded.name, "PALNETS", beam=4)
    if isinstance(loaded.model, ExactSwap | SwapDictionary):  # it has no beam: its words are always listed
        assert trace.panel("words").rows[0] == trace.answer
        return
    assert traced(loaded.name, "PALNETS").panel("beam") is None
    beam = trace.panel("beam")
    assert 1 <= len(beam.rows) <= 4
    assert beam.rows[0] == trace.answer
    assert (np.diff(beam.values[:, 0]) <= 1e-6).all()
    assert np.allclose(np.exp(beam.values[:, 1]), beam.values[:, 0], atol=1e-4)
    assert trace.confidence == pytest.approx(float(beam.values[0, 0]), abs=1e-4)


def test_the_truth_is_known_from_what_was_meant(loaded):
    trace = traced(loaded.name, "PALNETS")
    assert trace.verdict.target == "PLANETS"
    assert trace.verdict.letters == "PALNETS"
    assert trace.swapped == (1, 2)
    assert trace.notes == ()
    assert trace.verdict.right == (trace.answer == "PLANETS")
    assert (trace.verdict.blame == "none") == trace.verdict.right
    has_handover = "report" not in loaded.name
    assert (trace.verdict.reasoning_on_truth is not None) == has_handover


def test_without_it_no_one_is_blamed(loaded):
    trace = explain(loaded, unlabelled(PEN.write("PALNETS", 2, CLEAR)))
    assert trace.verdict is None
    if trace.answer == "PLANETS" and "".join(letter.read for letter in trace.letters) == "PALNETS":
        assert trace.swapped == (1, 2)


@exhaustive
@pytest.mark.parametrize(
    ("shown", "notes"),
    [
        ("A", ("short",)),
        ("CAT", ("short",)),
        ("WORD", ("no_swap",)),
        ("WDRO", ("no_word",)),
        ("PALNETS", ()),
        ("COMPTUERS", ("long",)),
        ("ABCDEFGHIJKLMNO", ("long", "no_word")),
    ],
)
def test_letters_of_another_kind_are_answered_and_named(loaded, shown, notes):
    trace = explain(loaded, PEN.write(shown, 1, CLEAR))
    assert trace.notes == notes
    assert len(trace.letters) == len(shown)
    assert isinstance(trace.answer, str)


def test_hiding_an_image_that_says_nothing_moves_nothing(loaded):
    """An alignment is measured: what is hidden twice moves nothing more."""
    trace = traced(loaded.name, "WROD")
    again = explain(loaded, PEN.write("WROD", 2, CLEAR))
    assert np.array_equal(trace.panel("alignment").values, again.panel("alignment").values)
    assert trace.panel("alignment").values.max() > 0.05


def test_the_ink_of_a_letter_is_kept_and_changes_no_answer(loaded):
    white = PEN.write("PALNETS", 2, CLEAR)
    tinted = [Letter(each.strokes, each.label, each.background, each.thickness, "#66ccff") for each in white]
    one, other = traced(loaded.name, "PALNETS"), explain(loaded, tinted)
    assert one.answer == other.answer
    assert {letter.ink for letter in other.letters} == {"#66ccff"}


@exhaustive
def test_eight_at_once_get_their_own_answers(loaded):
    words = ("PALNETS", "WROD", "SHCOOL", "LETETR")
    rows = [PEN.write(word, 2, CLEAR) for word in words] * 2
    expected = [traced(loaded.name, word).to_json() for word in words] * 2
    with ThreadPoolExecutor(8) as pool:
        got = [trace.to_json() for trace in pool.map(lambda row: explain(loaded, row), rows)]
    for trace in (*expected, *got):
        trace["timing_ms"] = 0
    assert got == expected


@pytest.mark.parametrize("name", [name for name in ("seq2seq-bahdanau", "swap-best") if name in WORDS])
def test_attention_crosses_where_two_letters_were_swapped(name):
    """Judged on clear words that the model gets right, of which there must be several."""
    crossings = []
    for word, place in [("PLANETS", 1), ("SCHOOL", 1), ("GARDEN", 2), ("WINTER", 2), ("MARKET", 3), ("STREET", 1)]:
        shown = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        trace = explain(WORDS[name], PEN.write(shown, 5, CLEAR))
        if trace.answer == word:
            looks = trace.panel("attention").values.argmax(axis=1)
            crossings.append((looks[place], looks[place + 1]) == (place + 1, place))
    assert len(crossings) >= 3
    assert np.mean(crossings) >= 0.6
