"""Samples for the page and the API."""

from pathlib import Path

import pytest

from seqdemo.errors import InputError
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.pen import PenModel
from seqdemo.letters import index_of
from seqdemo.sequences.arithmetic import next_letter
from seqdemo.sequences.samples import TASKS, sample
from seqdemo.sequences.words import corrections, split_of

PEN = PenModel.load(Path(__file__).parents[1] / "checkpoints" / "pen")
ARITHMETIC = ["next-easy", "next-normal"]


@pytest.mark.parametrize("task", TASKS)
def test_the_same_arguments_give_the_same_sample_and_another_seed_another(task):
    assert sample(task, 3, {}, PEN).to_json() == sample(task, 3, {}, PEN).to_json()
    assert sample(task, 3, {}, PEN).to_json() != sample(task, 4, {}, PEN).to_json()


@pytest.mark.parametrize("task", ARITHMETIC)
def test_the_target_follows_the_letters(task):
    for seed in range(50):
        drawn = sample(task, seed, {}, PEN)
        assert TASKS[task].shortest <= len(drawn.letters) <= TASKS[task].longest
        assert next_letter([index_of(letter.label) for letter in drawn.letters]) == index_of(drawn.target)
        assert drawn.target in drawn.explanation


def test_options_are_kept():
    options = {"length": 3, "step": -2, "start": "K", "background": "white", "case": "lower", "temperature": 0.1}
    drawn = sample("next-normal", 1, options, PEN)
    assert [letter.label for letter in drawn.letters] == ["k", "i", "g"]
    assert {letter.background for letter in drawn.letters} == {"white"}
    assert drawn.target == "E"
    assert drawn.explanation == "Each letter is 2 places back in the alphabet, so after G comes E."


def test_mixed_paper_and_mixed_case_mix():
    drawn = [sample("next-normal", seed, {"case": "mixed", "length": 6}, PEN) for seed in range(30)]
    letters = [letter for each in drawn for letter in each.letters]
    for kind in ({letter.background for letter in letters}, {letter.label.isupper() for letter in letters}):
        assert len(kind) == 2
    pairs = {(letter.background, letter.label.isupper()) for letter in letters}
    assert len(pairs) == 4


def test_the_easy_task_is_on_black_paper():
    drawn = [sample("next-easy", seed, {}, PEN) for seed in range(9)]
    assert {letter.background for each in drawn for letter in each.letters} == {"black"}


@pytest.mark.parametrize(
    ("task", "seed", "options"),
    [
        ("nonsense", 0, {}),
        ("next-easy", -1, {}),
        ("next-easy", 2**60, {}),
        ("next-easy", 1.5, {}),
        ("next-easy", True, {}),
        ("next-easy", 0, {"length": 4}),
        ("next-easy", 0, {"step": 4}),
        ("next-easy", 0, {"step": 0}),
        ("next-easy", 0, {"step": "2"}),
        ("next-easy", 0, {"step": float("nan")}),
        ("next-easy", 0, {"step": 3, "start": "Z"}),
        ("next-easy", 0, {"start": ["A"]}),
        ("next-easy", 0, {"background": "white"}),
        ("next-normal", 0, {"background": "pink"}),
        ("next-normal", 0, {"background": ["black"]}),
        ("next-normal", 0, {"length": 7}),
        ("next-normal", 0, {"temperature": 9}),
        ("next-normal", 0, {"temperature": None}),
        ("next-normal", 0, {"case": {}}),
        ("next-normal", 0, {"colour": "red"}),
        ("letter", 0, {"length": 11}),
    ],
)
def test_a_wrong_argument_gets_one_sentence(task, seed, options):
    with pytest.raises(InputError) as caught:
        sample(task, seed, options, PEN)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "pink" not in sentence
    assert "nonsense" not in sentence


WORDS = ["swap-normal", "swap-challenge"]


@pytest.mark.parametrize("task", WORDS)
def test_a_swapped_word_differs_from_its_target_in_one_pair(task):
    for seed in range(40):
        drawn = sample(task, seed, {}, PEN)
        shown = "".join(letter.label for letter in drawn.letters).upper()
        assert TASKS[task].shortest <= len(shown) <= TASKS[task].longest
        assert split_of(drawn.target) == "test"
        assert drawn.target in corrections(shown)
        assert drawn.target in drawn.explanation


def test_a_word_and_a_place_can_be_asked_for():
    drawn = sample("swap-normal", 1, {"word": "tomorrow", "swap": 3, "case": "lower"}, PEN)
    assert [letter.label for letter in drawn.letters] == list("toomrrow")
    assert drawn.target == "TOMORROW"
    assert drawn.explanation == "Letters 3 and 4 of TOMORROW have changed places."


def test_letters_of_a_word_are_white_or_tinted_and_in_both_cases():
    letters = [letter for seed in range(20) for letter in sample("swap-challenge", seed, {}, PEN).letters]
    white = sum(letter.ink == "#ffffff" for letter in letters) / len(letters)
    small = sum(letter.label.islower() for letter in letters) / len(letters)
    assert 0.3 < white < 0.7
    assert 0.3 < small < 0.7
    assert all(Letter.from_json(letter.to_json()).ink == letter.ink for letter in letters)


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"word": "abc"}, "bad_word"),
        ({"word": "fifteenletterss"}, "bad_word"),
        ({"word": "mañana"}, "bad_word"),
        ({"word": 7}, "bad_word"),
        ({"word": "word", "swap": 3}, "bad_swap"),
        ({"word": "word", "swap": 1}, "bad_swap"),
        ({"word": "letter", "swap": 3}, "same_letters"),
        ({"length": 9}, "bad_length"),
    ],
)
def test_words_that_cannot_be_swapped_are_refused(options, key):
    with pytest.raises(InputError) as caught:
        sample("swap-normal", 1, options, PEN)
    assert caught.value.key == key
    assert "secret" not in str(caught.value)
