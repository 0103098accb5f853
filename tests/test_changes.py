"""What is changed on the way to an answer: models honour it, wrong wishes are refused, the page compares."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from seqdemo.errors import InputError
from seqdemo.explain import Options, common, explain
from seqdemo.handwriting.pen import Style
from seqdemo.letters import ALPHABET
from seqdemo.models.catalog import VARIANTS
from seqdemo.models.log_probs import certain, overruled
from seqdemo.models.search import search
from seqdemo.models.seq2seq import Seq2SeqConfig
from seqdemo.models.symbols import END
from seqdemo.page.core import validation
from seqdemo.page.core.texts import ENGLISH, KOREAN
from seqdemo.page.edit import handler as changing
from seqdemo.page.edit.changes import Changes, banner
from tests.shipped import resources
from tests.tiers import sampled

RESOURCES = resources()
SHELF, PEN = RESOURCES.models, RESOURCES.pen
CLEAR = Style(temperature=0.2, jitter=0.0)
TOLD = [
    "cnn-gru-easy",
    "cnn-gru-report-easy",
    "exact-line",
    "seq2seq",
    "transformer",
    "swap-best",
    "exact-swap",
    "swap-dictionary",
]
LOOKS = ["seq2seq-aligned", "seq2seq-bahdanau", "seq2seq-luong", "seq2seq-aligned-report", "transformer"]


def letters_for(name, text=None):
    return PEN.write(text or ("PALNETS" if SHELF[name].task.startswith("swap") else "ACEGI"), 4, CLEAR)


def alone(count):
    """Weights that are 1 on the last of so many images."""
    return tuple(float(n == count - 1) for n in range(count))


@pytest.mark.parametrize("name", TOLD)
def test_a_letter_that_is_told_is_certain_and_changes_what_follows(name):
    letters = letters_for(name)
    free, trace = explain(SHELF[name], letters), explain(SHELF[name], letters, Options(read={1: "X"}))
    panel = trace.set_by("read")
    assert panel.overruled == (1,)
    assert panel.values[1, ALPHABET.index("X")] == 1
    assert np.allclose(panel.values.sum(axis=1), 1, atol=1e-4)
    assert trace.letters[1].read == "X"
    assert not np.allclose(trace.panel("reasoning").values[:2], free.panel("reasoning").values[:2], atol=1e-3)


def test_reasoning_is_given_what_was_told_and_nothing_else_is_touched():
    vision = torch.randn(1, 4, 26).log_softmax(-1)
    handed = common.overruled(vision, {2: "K"})
    assert handed[0, 2].equal(certain(torch.tensor([[10]]))[0, 0])
    assert handed[0, [0, 1, 3]].equal(vision[0, [0, 1, 3]])
    assert overruled(vision, {}) is vision
    model = SHELF["cnn-gru-easy"].model
    shown = explain(SHELF["cnn-gru-easy"], letters_for("cnn-gru-easy"), Options(read=dict(enumerate("BCDEF"))))
    reasoned = model.reason(certain(torch.tensor([[1, 2, 3, 4, 5]])), torch.tensor([5])).exp()[0]
    assert np.allclose(shown.panel("reasoning").values, reasoned.detach().numpy(), atol=1e-5)
    assert shown.answer == "G"


@pytest.mark.parametrize("name", ["seq2seq-report", "reader", "row-lstm-2"])
def test_models_that_hand_on_no_letters_take_no_notice(name):
    letters = letters_for(name, "Q")
    free, trace = explain(SHELF[name], letters), explain(SHELF[name], letters, Options(read={0: "A"}))
    assert trace.set_by("read") is None
    assert [panel.values.tolist() for panel in trace.panels] == [panel.values.tolist() for panel in free.panels]


@pytest.mark.parametrize("beam", [1, 3])
@pytest.mark.parametrize("name", sampled(LOOKS, "seq2seq-bahdanau"))
def test_a_step_looks_where_it_is_told_and_the_others_at_what_they_like(name, beam):
    letters = letters_for(name)
    shares = (0, 0.25, 0.5, 0, 0, 0.25, 0)
    free = explain(SHELF[name], letters, Options(beam))
    trace = explain(SHELF[name], letters, Options(beam, look={0: shares, 19: alone(7)}))
    for panel in [each for each in trace.panels if each.sets == "look"]:
        assert panel.overruled == (0,)  # the answer ends before the twentieth step
        assert panel.values[0].tolist() == list(shares)
        assert np.allclose(panel.values.sum(axis=1)[:7], 1, atol=1e-4)
    assert not np.allclose(trace.panel("reasoning").values[0], free.panel("reasoning").values[0], atol=1e-3)


@pytest.mark.parametrize("name", LOOKS)
def test_greedy_and_wide_search_write_what_the_forced_look_makes_likely(name):
    model = SHELF[name].model
    lengths = torch.tensor([7])
    with torch.inference_mode():
        images = torch.rand(1, 7, 28, 28, 3, generator=torch.Generator().manual_seed(0))
        memory = model.encode(model.see(images, lengths).given, lengths)
        forced = {step: torch.tensor(alone(7)) for step in range(20)}
        for beam in (1, 4):
            found = search(model, memory, beam, forced)
            written = found.symbols[0, 0].tolist()
            written = written[: written.index(END) + 1] if END in written else written
            fed = torch.tensor([[27, *written[:-1]]])
            decoded = model.decode(memory, fed, model.begin(memory), forced)
            score = decoded.symbols[0, range(len(written)), written].sum()
            assert torch.allclose(score, found.scores[0, 0], atol=1e-3)
            assert decoded.attention[..., -1].eq(1).all()


@pytest.mark.parametrize(
    "variant",
    [each for each in VARIANTS if isinstance(each.config, Seq2SeqConfig)][:3],
    ids=lambda variant: variant.name,
)
def test_a_decoder_that_does_not_look_cannot_be_forced_to(variant):
    letters = letters_for(variant.name)
    free, trace = (explain(SHELF[variant.name], letters, Options(look=look)) for look in ({}, {0: alone(7)}))
    assert trace.set_by("look") is None
    assert trace.answer == free.answer


@pytest.mark.parametrize(
    ("options", "key"),
    [(Options(read={5: "A"}), "no_place"), (Options(look={0: (0.5, 0.5)}), "uneven_look")],
)
def test_wishes_for_letters_that_are_not_there_get_a_sentence(options, key):
    with pytest.raises(InputError) as caught:
        explain(SHELF["cnn-gru-easy"], letters_for("cnn-gru-easy"), options)
    assert caught.value.key == key


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=8,
)


def checked(options):
    """Options, or the key of why not."""
    try:
        return validation.options(options)
    except InputError as error:
        return error.key


@given(st.dictionaries(st.sampled_from(["0", "3", "15", "01", "-1", "x", "99"]), junk, max_size=3) | junk, junk)
@settings(max_examples=200, deadline=None)
def test_whatever_is_asked_for_is_checked_or_refused_in_one_sentence(read, look):
    for options in ({"read": read}, {"look": look}, {"look": {"2": look}}):
        found = checked(options)
        if isinstance(found, str):
            assert found in ("bad_read", "bad_look")
            continue
        assert all(0 <= place < 16 and letter in ALPHABET and len(letter) == 1 for place, letter in found.read.items())
        assert all(0 <= step < 20 and sum(shares) == pytest.approx(1) for step, shares in found.look.items())


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("read", [["0", "A"]]), ("read", {"16": "A"}), ("read", {"0": "a"}), ("read", {"0": "AB"}), ("read", {"0": ""}),
        ("read", {"+1": "A"}), ("read", {"²": "A"}), ("read", {"0": ["A"]}), ("read", None), ("look", {"20": [1]}),
        ("look", {"0": []}), ("look", {"0": [0, 0]}), ("look", {"0": [True]}), ("look", {"0": [float("nan")]}),
        ("look", {"0": [1.01]}), ("look", {"0": [-0.1, 1]}), ("look", {"0": [0.1] * 17}), ("look", {"0": "1"}),
        ("look", {"0": [10**400]}),
    ],
)  # fmt: skip
def test_wrong_wishes_are_refused(option, value):
    with pytest.raises(InputError) as caught:
        validation.options({option: value})
    assert caught.value.key == f"bad_{option}"


def test_shares_are_made_to_sum_to_one():
    assert validation.options({"look": {"3": [1, 0, 1]}}).look == {3: (0.5, 0, 0.5)}
    assert validation.options({"read": {"0": "Q", "12": "A"}}).read == {0: "Q", 12: "A"}


@pytest.mark.parametrize(
    ("value", "key"), [("SECRET", "bad_original"), ([None], "bad_original"), ([{}] * 3, "bad_letter")]
)
def test_an_original_that_does_not_fit_is_refused(value, key):
    with pytest.raises(InputError) as caught:
        validation.original(value, tuple(letters_for("cnn-gru-easy", "ABC")))
    assert caught.value.key == key


def test_what_differs_is_found_by_the_strokes():
    was = letters_for("cnn-gru-easy", "ABCC")
    now = [was[1], replace(was[0], turn=20.0, background="white"), was[2], was[3]]
    found = changing.differences(now, was, Options(read={2: "X"}))
    assert found.order == (1, 0, 2, 3)
    assert found.moved == (0, 1)
    assert found.letters == {1: {"turn": 20.0, "background": "white"}}
    assert found
    assert not changing.differences(was, was, Options(beam=4))


@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_the_banner_names_every_change_and_both_answers(words):
    loaded, was = SHELF["seq2seq-bahdanau"], letters_for("seq2seq-bahdanau")
    now = [was[0], was[2], was[1], replace(was[3], turn=-30.0, thickness=1.5, blur=0.5, noise=0.15), *was[4:]]
    options = Options(read={4: "X"}, look={2: alone(7)})
    before, after = explain(loaded, was), explain(loaded, now, options)
    drawn = banner(changing.differences(now, was, options), before, after, words)
    for part in ("−30°", "×1.5", "0.5 px", "15%", "X", before.answer, after.answer):
        assert part in drawn
    for kind in ("order", "turn", "thickness", "blur", "noise", "read", "look", "all"):
        assert f'data-back="{kind}"' in drawn
    assert "unheard" not in drawn
    deaf = explain(SHELF["seq2seq-report"], now, options)
    assert banner(Changes(tuple(range(7)), {}, {4: "X"}, {2: alone(7)}), before, deaf, words).count('"unheard"') == 2


def test_all_values_of_a_slider_are_asked_at_once_and_the_usual_one_is_among_them():
    letters = [letter.to_json() for letter in letters_for("cnn-gru-easy")]
    asked = {"letters": letters, "model": "cnn-gru-easy", "at": 1, "options": {}, "lang": "en"}
    for slider, values in changing.VALUES.items():
        assert getattr(letters_for("cnn-gru-easy")[0], slider) in values
        drawn = changing.varied(RESOURCES, {**asked, "slider": slider})["html"]
        assert drawn.count("data-value=") == len(values) == 13
    assert 'class="tips"' in changing.varied(RESOURCES, {**asked, "slider": "turn"})["html"]
    for wrong, key in ({"slider": "SECRET"}, "unknown_slider"), ({"at": 5}, "bad_place"), ({"at": True}, "bad_place"):
        with pytest.raises(InputError) as caught:
            changing.varied(RESOURCES, {**asked, "slider": "turn", **wrong})
        assert caught.value.key == key
