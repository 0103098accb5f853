"""The alphabets, which class a character belongs to, and what is right to answer to it row by row."""

import pytest
from torchvision.datasets import EMNIST

from seqdemo.letters import ALPHABET, CHARACTERS, MERGED, index_of, letters_of, members
from seqdemo.sequences.rows import DIGITS, ROW_2, ROW_47

LIKE_THEIR_CAPITALS = "cijklmopsuvwxyz"


def test_the_merged_classes_are_those_of_emnist_in_its_order():
    assert tuple(EMNIST.classes_split_dict["bymerge"]) == tuple(MERGED)
    assert len(MERGED) == 10 + 26 + 11
    assert MERGED[:DIGITS] == "0123456789"


def test_a_lower_case_letter_has_the_class_of_its_capital_or_one_of_its_own():
    for character in CHARACTERS:
        meant = MERGED[index_of(character, MERGED)]
        assert meant == (character.upper() if character in LIKE_THEIR_CAPITALS else character)


def test_among_the_26_every_lower_case_letter_belongs_to_its_capital():
    for number, letter in enumerate(ALPHABET):
        assert index_of(letter) == index_of(letter.lower()) == number
    assert letters_of(index_of(letter) for letter in "Hello") == "HELLO"


@pytest.mark.parametrize("character", ["", "AB", "ab", " ", "-", "é", "ß", "ŉ", "가", "٣", "²"])
@pytest.mark.parametrize("classes", [ALPHABET, MERGED], ids=["26", "47"])
def test_what_is_no_character_of_ours_has_no_class(character, classes):
    with pytest.raises(ValueError, match="expected one"):
        index_of(character, classes)


def test_a_digit_is_no_letter_and_the_sentence_says_so():
    with pytest.raises(ValueError, match="expected one letter from A to Z"):
        index_of("7")
    with pytest.raises(ValueError, match="expected one of 0123456789ABC"):
        index_of("?", MERGED)


def test_members_are_the_characters_that_have_a_class():
    assert members(ALPHABET) == CHARACTERS[:52]
    assert members(MERGED) == CHARACTERS
    assert members("Ab7") == "Aab7"
    for classes in (ALPHABET, MERGED):
        assert {index_of(character, classes) for character in members(classes)} == set(range(len(classes)))


def test_there_is_one_right_answer_to_every_character():
    for character in CHARACTERS:
        assert ROW_2.right(character) == ("digit" if character.isdigit() else "letter"), character
        capital = character.upper() if character in LIKE_THEIR_CAPITALS else character
        assert ROW_47.right(character) == capital, character


def test_every_class_has_an_answer_and_every_answer_a_class():
    for task in (ROW_2, ROW_47):
        assert len(task.answer_of) == len(MERGED)
        assert set(task.answer_of) == set(range(len(task.answers)))
    assert ROW_2.answer_of.count(0) == DIGITS
    with pytest.raises(ValueError, match="expected one of"):
        ROW_47.right("?")
