"""Exact reasoning about words against sums written out by hand."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
import torch

from seqdemo.letters import index_of, letters_of
from seqdemo.models.exact_swap import ExactSwap, ExactSwapConfig
from seqdemo.models.forward_backward import ORDER, ForwardBackward, table
from seqdemo.models.letter_model import CountedLetters
from seqdemo.models.log_probs import certain
from seqdemo.models.symbols import END, START
from tests.tiers import sampled

CONFIG = ExactSwapConfig("pen", width=4, features=7, dropout=0.0, lapse_rate=0.05)


@pytest.fixture(scope="module")
def model():
    return ExactSwap(CONFIG).eval()


def indices(word):
    return torch.tensor([[index_of(letter) for letter in word]])


def doubtful(word, sureness=4.0, seed=0):
    """Log-probabilities that name the word's letters, with some doubt."""
    noise = torch.randn(1, len(word), 26, generator=torch.Generator().manual_seed(seed))
    return (noise + sureness * torch.nn.functional.one_hot(indices(word), 26)).log_softmax(-1)


def spelled(words, counted):
    """p(word), its end included, for rows of letters of shape (words, letters)."""
    likely = np.ones(len(words))
    context = torch.full((len(words), ORDER - 1), START)
    for letter in [*words.T, np.full(len(words), END)]:
        column = torch.from_numpy(letter)
        likely *= counted(context)[torch.arange(len(words)), column].numpy()
        context = torch.cat([context[:, 1:], column[:, None]], dim=1)
    return likely


def by_hand(model, glance):
    """p(word, swap | images) of all rows of letters, shape (swaps, words), with those rows and the images' orders."""
    fits = model.fits(glance)[0].numpy()
    length = len(fits)
    swaps = [[*range(at), at + 1, at, *range(at + 2, length)] for at in range(1, length - 2)] or [list(range(length))]
    rows = np.array(list(product(range(26), repeat=length)))
    spelling = spelled(rows, CountedLetters(ORDER))
    sums = np.stack([spelling * np.prod([fits[i, rows[:, t]] for t, i in enumerate(order)], axis=0) for order in swaps])
    return sums / sums.sum(), rows, swaps


@pytest.mark.parametrize("shown", sampled(["HTE", "TIHS", "AQ", "X"], "HTE", "AQ", "X"))
def test_every_word_has_its_exact_probability(model, shown):
    glance = doubtful(shown, 2.0)
    joint, rows, swaps = by_hand(model, glance)
    found = model.correct(glance)
    best = joint.sum(axis=0).argmax()
    assert found.words[0, 0].tolist() == rows[best].tolist()
    assert found.posterior[0, 0].item() == pytest.approx(joint.sum(axis=0)[best], rel=1e-3)
    letters = np.zeros((len(shown), 26))
    for place in range(len(shown)):
        np.add.at(letters[place], rows[:, place], joint.sum(axis=0))
    assert np.allclose(found.letters[0].numpy(), letters, atol=1e-4)
    for line in range(5):
        swap = swaps.index(found.images[0, line].tolist())
        (row,) = np.flatnonzero((rows == found.words[0, line].numpy()).all(axis=1))
        assert found.joint[0, line].item() == pytest.approx(joint[swap, row], rel=1e-3)


def test_swaps_have_their_exact_probability(model, monkeypatch):
    """Five letters, of which all but three are certain, so that they can be counted by hand."""
    glance = doubtful("TRHEE", 3.0)
    letters = [index_of(letter) for letter in "TRHEE"]
    fits = model.fits(glance)[0].numpy()
    swaps = [[0, 2, 1, 3, 4], [0, 1, 3, 2, 4]]
    rows = np.array(list(product(sorted(set(letters)), repeat=5)))
    few = np.full_like(fits, 0)
    few[:, sorted(set(letters))] = fits[:, sorted(set(letters))]
    spelling = spelled(rows, CountedLetters(ORDER))
    sums = [(spelling * np.prod([few[i, rows[:, t]] for t, i in enumerate(order)], axis=0)).sum() for order in swaps]
    shares = ForwardBackward.of(table(), few.astype(np.float32)).swaps()
    assert np.allclose(shares, [0, *np.array(sums) / sum(sums), 0, 0], atol=1e-4)


@pytest.mark.parametrize("word", ["LETTER", "BRIGHTNESS", "UNDERSTANDING"])
def test_a_clear_word_is_put_right_at_any_length(model, word):
    shown = word[0] + word[2] + word[1] + word[3:]
    found = model.correct(certain(indices(shown)))
    assert letters_of(found.words[0, 0].tolist()) == word
    assert found.images[0, 0].tolist() == [0, 2, 1, *range(3, len(word))]
    assert found.swaps[0].argmax() == 1


def test_the_first_and_the_last_letter_stay_where_they_are(model):
    found = model.correct(doubtful("DWROS", 1.0))
    assert (found.images[0, :, 0] == 0).all()
    assert (found.images[0, :, -1] == 4).all()
    assert (found.images[0].sort(dim=1).values == torch.arange(5)).all()


def test_words_stand_in_order_and_those_that_are_listed_twice_share_their_support(model):
    found = model.correct(doubtful("ACTAIN", 1.5))
    assert (found.posterior[0].diff() <= 1e-6).all()
    for word, posterior in zip(found.words[0], found.posterior[0], strict=True):
        same = (found.words[0] == word).all(dim=1)
        assert torch.allclose(found.posterior[0][same], posterior)


def test_spelling_and_reading_are_the_two_parts_of_a_word_s_weight(model):
    found = model.correct(doubtful("ACTAIN", 3.0))
    weight = found.spelling[0] + found.reading[0]
    difference = weight - found.joint[0].log()
    assert difference[:20].std() < 1e-3


def test_words_of_a_batch_are_found_one_by_one(model):
    both = torch.cat([doubtful("WODRS", seed=1), doubtful("TRHEE", seed=2)])
    together = model.correct(both)
    for row in range(2):
        alone = model.correct(both[row : row + 1])
        assert together.words[row].equal(alone.words[0])
        assert torch.allclose(together.letters[row], alone.letters[0], atol=1e-6)


def test_usual_spelling_wins_only_where_reading_leaves_room(model):
    strict = ExactSwap(replace(CONFIG, lapse_rate=1e-30))
    shown = "QXZJK"
    assert letters_of(strict.correct(doubtful(shown, 60.0)).words[0, 0].sort().values.tolist()) == "JKQXZ"
    loose = model.correct(torch.full((1, 5, 26), 1 / 26).log()).words[0, 0]
    assert letters_of(loose.sort().values.tolist()) != "JKQXZ"
