"""Samples for the page and the API."""

from pathlib import Path

import pytest

from seqdemo.errors import InputError
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.pen import PenModel, Style
from seqdemo.letters import CHARACTERS, MERGED, index_of
from seqdemo.sequences.arithmetic import next_letter
from seqdemo.sequences.rows import RowTask
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


CHARACTER_TASKS = [name for name, task in TASKS.items() if isinstance(task, RowTask)]


@pytest.mark.parametrize("task", CHARACTER_TASKS)
def test_of_one_character_the_target_is_what_it_is(task):
    drawn = [sample(task, seed, {}, PEN) for seed in range(60)]
    for each in drawn:
        (letter,) = each.letters
        assert each.target == TASKS[task].right(letter.label)
        assert each.explanation == f"It is {letter.label}: {each.target}."
        assert (letter.background, letter.ink) == ("black", "#ffffff")
    assert len({each.target for each in drawn}) > (1 if task == "row-2" else 25)
    assert len({each.letters[0].label for each in drawn}) > 25


def test_half_of_the_samples_of_two_answers_are_digits():
    drawn = [sample("row-2", seed, {}, PEN) for seed in range(200)]
    assert 80 <= sum(each.target == "digit" for each in drawn) <= 120
    assert {each.letters[0].label for each in drawn} >= set("0123456789")


def test_both_forms_of_a_merged_letter_are_drawn():
    drawn = {sample("row-47", seed, {}, PEN).letters[0].label for seed in range(600)}
    assert set(MERGED) <= drawn
    assert set("cko") & drawn


@pytest.mark.parametrize("task", CHARACTER_TASKS)
@pytest.mark.parametrize("character", ["7", "Q", "c", "a", "O", "0"])
def test_a_character_can_be_asked_for(task, character):
    drawn = sample(task, 3, {"character": character, "temperature": 1.1}, PEN)
    assert [letter.label for letter in drawn.letters] == [character]
    assert drawn.target == TASKS[task].right(character)
    # The pen's own seed, so that what a model is known to mistake can be looked at.
    (same,) = PEN.write(character, 3, Style(temperature=1.1))
    assert drawn.letters[0].to_json() == same.to_json()


def test_every_character_can_be_asked_for():
    for character in CHARACTERS:
        assert sample("row-47", 0, {"character": character}, PEN).letters[0].label == character


@pytest.mark.parametrize("task", CHARACTER_TASKS)
@pytest.mark.parametrize("character", ["", "AB", "?", "é", " ", "가", 7, True, ["A"], {}, b"A"])
def test_anything_but_one_character_is_refused(task, character):
    with pytest.raises(InputError) as caught:
        sample(task, 0, {"character": character}, PEN)
    assert caught.value.key == "bad_character"
    assert str(caught.value) == "The character must be one of A-Z, a-z or 0-9."


@pytest.mark.parametrize("options", [{"temperature": 9}, {"temperature": None}, {"colour": "red"}])
def test_one_character_s_other_options_are_checked_too(options):
    with pytest.raises(InputError):
        sample("row-47", 0, options, PEN)
