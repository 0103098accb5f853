"""Words with two letters swapped: where they come from, and what may be swapped."""

import numpy as np
import pytest

from seqdemo.letters import letters_of
from seqdemo.sequences.words import (
    LONGEST,
    SHORTEST,
    SWAP_CHALLENGE,
    SWAP_LONGER,
    SWAP_NORMAL,
    SWAP_WITH_RARE,
    all_words,
    corrections,
    places,
    rare_words,
    split_of,
    swapped,
    words_of,
)

TASKS = [SWAP_NORMAL, SWAP_CHALLENGE, SWAP_LONGER]
SPLITS = ["train", "val", "test"]


def test_the_list_holds_capital_words_of_the_stated_lengths():
    assert len(all_words()) == 61_898
    assert {len(word) for word in all_words()} == set(range(SHORTEST, LONGEST + 1))
    assert all(word.isascii() and word.isupper() and word.isalpha() for word in all_words())


def test_no_word_is_in_two_splits_and_none_is_lost():
    found = [set(words_of(split, SHORTEST, LONGEST)) for split in SPLITS]
    assert sum(len(words) for words in found) == len(set.union(*found)) == len(all_words())
    assert split_of("letter") == split_of("LETTER")


def test_rare_words_are_trained_on_and_never_asked_for():
    rare = rare_words()
    assert len(rare) == 54_877
    assert not rare & all_words()
    assert {split_of(word) for word in rare} == {"train"}
    assert {len(word) for word in rare} == set(range(SWAP_NORMAL.shortest, SWAP_NORMAL.longest + 1))
    assert set(SWAP_WITH_RARE.words("train")) == {*SWAP_NORMAL.words("train"), *rare}
    assert all(SWAP_WITH_RARE.words(split) == SWAP_NORMAL.words(split) for split in ("val", "test"))


@pytest.mark.parametrize(
    ("word", "free"), [("CAT", ()), ("WORD", (1,)), ("LETTER", (1, 3)), ("ABCDEF", (1, 2, 3)), ("AAAA", ())]
)
def test_only_unlike_neighbours_inside_a_word_can_be_swapped(word, free):
    assert places(word) == free


def test_a_swap_is_undone_by_itself_and_found_again():
    for word in words_of("test", SHORTEST, LONGEST)[::97]:
        for place in places(word):
            shown = swapped(word, place)
            assert shown != word
            assert (shown[0], shown[-1]) == (word[0], word[-1])
            assert swapped(shown, place) == word
            assert word in corrections(shown)


def test_corrections_know_words_that_can_be_meant_in_two_ways():
    assert corrections("WROD") == ("WORD",)
    assert corrections("wrod") == ("WORD",)
    assert set(corrections("CLAMLY")) == {"CALMLY"}
    assert corrections("QQQQ") == corrections("AB") == corrections("") == ()


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_every_swap_of_every_word_is_drawn_once(task):
    count = task.count("test")
    drawn = task.draw("test", 0, np.arange(count))
    keys = {
        (letters_of(word[:length]), int(place))
        for word, length, place in zip(drawn.words, drawn.lengths, drawn.places, strict=True)
    }
    assert len(keys) == count == sum(len(places(word)) for word in task.words("test"))
    assert set(drawn.lengths.tolist()) == set(range(task.shortest, task.longest + 1))


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_samples_are_what_they_claim(task):
    drawn = task.draw("test", 3, np.arange(200))
    for n in range(200):
        length = drawn.lengths[n]
        word, shown = letters_of(drawn.words[n, :length]), letters_of(drawn.letters[n, :length])
        assert split_of(word) == "test"
        assert shown == swapped(word, int(drawn.places[n]))
        assert not drawn.words[n, length:].any()
    assert ((drawn.glyphs >= 0) & (drawn.glyphs < 1)).all()
    assert ((drawn.inks >= 0.25) & (drawn.inks <= 1)).all()
    assert 0.4 < (drawn.inks == 1).all(axis=-1).mean() < 0.6


def test_a_sample_depends_on_nothing_but_its_number():
    whole = SWAP_NORMAL.draw("train", 1, np.arange(50))
    part = SWAP_NORMAL.draw("train", 1, np.arange(30, 50))
    assert (whole.letters[30:] == part.letters).all()
    assert (whole.glyphs[30:] == part.glyphs).all()
    again = SWAP_NORMAL.draw("train", 1, np.arange(30, 50) + SWAP_NORMAL.count("train"))
    assert (again.words == part.words).all()
    assert (again.glyphs != part.glyphs).all()


def test_training_never_shows_a_longer_word_or_one_of_the_others():
    assert max(map(len, SWAP_NORMAL.words("train"))) == 8
    assert not set(SWAP_NORMAL.words("train")) & set(SWAP_NORMAL.words("test"))
