"""The dictionary against sums written out by hand, and what only it must hold to."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import product

import numpy as np
import pytest
import torch
from test_exact_swap import doubtful, indices, spelled

from seqdemo.letters import letters_of
from seqdemo.models import swap_dictionary
from seqdemo.models.forward_backward import OPEN, ORDER, SIGNS, table
from seqdemo.models.letter_model import CountedLetters
from seqdemo.models.lexicon import Lexicon, lexicon, of_length
from seqdemo.models.log_probs import certain
from seqdemo.models.swap_dictionary import SwapDictionary, SwapDictionaryConfig
from seqdemo.sequences.words import LONGEST, SHORTEST, all_words, split_of, swapped, words_of

CONFIG = SwapDictionaryConfig("pen", width=4, features=7, dropout=0.0, lapse_rate=0.05, unlisted=0.3)
TINY = ("THEN", "TEHN", "TONE", "XQZJ")


@pytest.fixture
def model():
    torch.manual_seed(0)
    return SwapDictionary(CONFIG).eval()


@pytest.fixture
def tiny(model, monkeypatch):
    """A dictionary of four words, one of which is another one swapped, and one that no letter model expects."""
    monkeypatch.setattr(swap_dictionary, "lexicon", lambda length, without: Lexicon.of(TINY, 4))
    return model


@cache
def every_spelling():
    """p(word) of all rows of four letters by the letter model."""
    letters, four = table().forward[:, OPEN].reshape(SIGNS, SIGNS, 26), table().forward.reshape(SIGNS, SIGNS, SIGNS, 26)
    ends = table().ending.reshape(SIGNS, SIGNS, SIGNS)[:26, :26, :26]
    start, second, third = letters[OPEN, OPEN], letters[OPEN, :26], letters[:26, :26]
    fourth = four[:26, :26, :26].transpose(2, 0, 1, 3)  # kept as (last two letters, the one before, next)
    return np.einsum("a,ab,abc,abcd,bcd->abcd", start, second, third, fourth, ends).ravel()


def by_hand(model, glance):
    """p(word | images) of all rows of four letters, from the definition, and those rows."""
    fits = model.fits(glance)[0].double().numpy()
    rows = np.array(list(product(range(26), repeat=4)))
    spelling = every_spelling()
    listed = (rows[:, None] == np.array([indices(word)[0].numpy() for word in TINY])).all(axis=2).any(axis=1)
    prior = (1 - CONFIG.unlisted) * listed / len(TINY) + CONFIG.unlisted * spelling / spelling.sum()
    sums = prior * np.prod([fits[image, rows[:, place]] for place, image in enumerate((0, 2, 1, 3))], axis=0)
    return sums / sums.sum(), rows, listed


@pytest.mark.parametrize(("shown", "sureness"), [("TEHN", 2.0), ("TNOE", 1.0), ("ABLE", 5.0)])
def test_every_word_has_its_exact_probability(tiny, shown, sureness):
    glance = doubtful(shown, sureness)
    joint, rows, listed = by_hand(tiny, glance)
    found = tiny.correct(glance)
    assert found.in_list[0].item() == pytest.approx(joint[listed].sum(), rel=1e-3)
    for line in range(10):
        (row,) = np.flatnonzero((rows == found.words[0, line].numpy()).all(axis=1))
        assert found.posterior[0, line].item() == pytest.approx(joint[row], rel=1e-3)
        assert found.listed[0, line].item() == listed[row]
    assert joint.max() == pytest.approx(found.posterior[0, 0].item(), rel=1e-3)
    letters = np.stack([np.bincount(column, joint, 26) for column in rows.T])
    assert np.allclose(found.letters[0].numpy(), letters, atol=1e-4)


@pytest.mark.parametrize("shown", ["A", "AB", "TIHS", "TRHEE", "BRIHGTNESS", "UNDRESTANDINGS", "ABCDEFGHIJKLMNOP"])
def test_probabilities_of_letters_swaps_and_words_add_up(model, shown):
    found = model.correct(doubtful(shown))
    assert torch.allclose(found.letters.sum(-1), torch.ones(1, len(shown)), atol=1e-4)
    if len(shown) >= SHORTEST:
        assert found.swaps.sum().item() == pytest.approx(1, abs=1e-4)
        assert found.swaps[0, [0, -2, -1]].eq(0).all()
    assert found.joint.sum().item() <= 1 + 1e-4
    has_words = SHORTEST <= len(shown) <= LONGEST
    assert (found.in_list.item() > 0) == has_words
    assert found.listed.any().item() == has_words
    assert all(torch.isfinite(each.float()).all() for each in vars(found).values())


def test_a_listed_word_wins_by_its_prior(model):
    """Letters between two words: the one in the list has the far greater prior."""
    halfway = (0.5 * certain(indices("GRADEN")).exp() + 0.5 * certain(indices("GLADEN")).exp()).log()
    found = model.correct(halfway)
    assert letters_of(found.words[0, 0].tolist()) == "GARDEN"
    assert found.listed[0, 0]
    assert found.in_list.item() > 0.99


def test_an_unlisted_word_can_be_written(model):
    word = next(word for word in words_of("test", 9, 9) if word.endswith("TION"))
    glance = certain(indices(swapped(word, 3)))
    assert letters_of(model.correct(glance).words[0, 0].tolist()) == word
    found = model.not_knowing("test").correct(glance)
    assert letters_of(found.words[0, 0].tolist()) == word
    assert not found.listed[0, 0]
    assert found.in_list.item() < 0.01


def test_the_greater_the_share_the_less_the_list_counts(model):
    glance = doubtful("GRADEN", 3.0)
    shares = (0.001, 0.1, 0.5, 0.999)
    told = [SwapDictionary(replace(CONFIG, unlisted=share)).correct(glance).in_list.item() for share in shares]
    assert told == sorted(told, reverse=True)
    assert told[0] > told[-1]


@pytest.mark.parametrize("length", [4, 14])
def test_the_lexicon_holds_every_word_and_leaves_out_a_split(length):
    whole, without = lexicon(length), lexicon(length, "test")
    words = {letters_of(row.tolist()) for row in whole.letters}
    assert words == {word for word in all_words() if len(word) == length}
    assert {letters_of(row.tolist()) for row in without.letters} == {word for word in words if split_of(word) != "test"}
    assert 0 < whole.spelling.sum() < 1


def test_the_letter_model_s_words_of_a_length_are_counted_by_hand():
    rows = np.array(list(product(range(26), repeat=3)))
    assert of_length(3) == pytest.approx(spelled(rows, CountedLetters(ORDER)).sum(), rel=1e-3)


def test_words_of_a_batch_are_found_one_by_one(model):
    both = torch.cat([doubtful("WODRS", seed=1), doubtful("TRHEE", seed=2)])
    together = model.correct(both)
    for row in range(2):
        alone = model.correct(both[row : row + 1])
        assert together.words[row].equal(alone.words[0])
        assert torch.allclose(together.letters[row], alone.letters[0], atol=1e-6)
        assert torch.allclose(together.in_list[row], alone.in_list[0])


@pytest.mark.parametrize("sureness", [0.5, 2.0, 6.0])
def test_the_answer_alone_is_the_first_of_all_words(model, sureness):
    for seed, shown in enumerate(["TIHS", "QXZJK", "BIRGHT", "NIETHER"]):
        glance = doubtful(shown, sureness, seed)
        assert model.answers(glance).equal(model.correct(glance).words[:, 0])


def test_a_padded_batch_is_seen_as_single_words_are(model):
    lengths = torch.tensor([5, 3])
    images = torch.rand(2, 5, 28, 28, 3)
    images[1, 3:] = 0
    ways = torch.rand(2, 5, 64, 3)
    with torch.inference_mode():
        together = model.see(images, lengths, ways).glance
        for row, length in enumerate(lengths.tolist()):
            own = (each[row : row + 1, :length] for each in (images, ways))
            first, second = own
            alone = model.see(first, lengths[row : row + 1], second).glance
            assert torch.allclose(together[row, :length], alone[0], atol=1e-5)


def test_eight_threads_equal_one(model):
    glances = [doubtful("WODRS", seed=n) for n in range(16)]
    expected = [model.correct(glance).posterior for glance in glances]
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda glance: model.correct(glance).posterior, glances))
    assert all(torch.equal(a, b) for a, b in zip(expected, got, strict=True))
