"""Accuracies on words: what counts as right, and that a short cut is none."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.models.catalog import BY_NAME
from seqdemo.models.symbols import END
from seqdemo.sequences.batches import WordBatch, word_batch
from seqdemo.sequences.words import SWAP_CHALLENGE, SWAP_NORMAL, WordTask
from seqdemo.training import objectives, spelling
from seqdemo.training.data import Letters
from seqdemo.training.features import plainly
from seqdemo.training.objectives import _lines
from seqdemo.training.spelling import _right
from tests.tiers import exhaustive

CPU = torch.device("cpu")


@pytest.fixture
def bank():
    images = np.random.default_rng(0).integers(0, 255, (78, 28, 28), dtype=np.uint8)
    images[:, 0, 0], images[:, 1, 1] = 0, 255
    return GlyphBank.of(images, np.repeat(np.arange(26), 3), CPU)


def batch(*words):
    lengths = torch.tensor([len(word) for word in words])
    longest = int(lengths.max())
    rows = torch.tensor([[ord(letter) - 65 for letter in word.ljust(longest, "A")] for word in words])
    return WordBatch(torch.zeros(len(words), longest, 26), lengths, rows, rows)


def symbols(*answers, steps):
    rows = [[ord(letter) - 65 for letter in answer] + [END] * (steps - len(answer)) for answer in answers]
    return torch.tensor(rows)


@pytest.mark.parametrize(
    ("answer", "right"), [("WORD", True), ("WORDS", False), ("WOR", False), ("WROD", False), ("", False)]
)
def test_a_word_is_right_if_every_letter_is_and_nothing_follows(answer, right):
    assert _right(symbols(answer, steps=8), batch("WORD")).tolist() == [right]


def test_a_word_that_never_ended_is_wrong_and_a_shorter_search_is_no_fault():
    assert _right(torch.tensor([[22, 14, 17, 3]]), batch("WORD")).tolist() == [True]
    assert _right(torch.tensor([[22, 14, 17, 3, 3]]), batch("WORD")).tolist() == [False]
    assert _right(symbols("WORD", "LETTERS", steps=9), batch("WORD", "LETTERS")).tolist() == [True, True]


def test_a_decoder_is_fed_the_word_and_writes_it_with_an_end():
    fed, wanted = _lines(batch("WORD", "LETTER"))
    assert fed[0].tolist() == [27, 22, 14, 17, 3, 0, 0]
    assert wanted[0].tolist() == [22, 14, 17, 3, END, -1, -1]
    assert wanted[1].tolist() == [11, 4, 19, 19, 4, 17, END]


def test_letters_are_inked_and_padding_is_black(bank):
    drawn = word_batch(SWAP_NORMAL, bank, "test", 0, np.arange(20))
    assert drawn.images.shape == (20, 8, 28, 28, 3)
    assert drawn.images[~drawn.real].eq(0).all()
    inks = drawn.images[drawn.real].amax(dim=(1, 2))
    assert ((inks > 0.24) & (inks <= 1)).all()
    white = (inks > 0.999).all(dim=1).float().mean()
    assert 0.3 < white < 0.7
    assert (drawn.letters != drawn.words).sum(dim=1).eq(2).all()


def test_what_a_reader_said_once_is_what_it_says_of_every_inked_letter(bank):
    """So that accuracies may be measured without looking at each letter again."""
    torch.manual_seed(0)
    config = replace(BY_NAME["seq2seq"].config, width=4, features=7, embedding=5, hidden=6)
    model = replace(BY_NAME["seq2seq"], config=config).build().eval()
    known = word_batch(SWAP_CHALLENGE, plainly(model.cnn, bank), "test", 0, np.arange(10))
    seen = word_batch(SWAP_CHALLENGE, bank, "test", 0, np.arange(10))
    with torch.inference_mode():
        short_cut, long_way = spelling.given(model, known), spelling.given(model, seen)
    assert torch.allclose(short_cut[known.real], long_way[seen.real], atol=1e-4)
    assert known.words.equal(seen.words)


def test_told_the_true_letters_only_reasoning_is_left_to_go_wrong(bank):
    torch.manual_seed(0)
    config = replace(BY_NAME["exact-swap"].config, width=4, features=7)
    model = replace(BY_NAME["exact-swap"], config=config).build().eval()
    seen = plainly(model.cnn, bank)
    untrained, told = (spelling.spell(model, SWAP_NORMAL, each, "test", 30) for each in (seen, spelling._told(seen)))
    assert told.vision == 1
    assert told.right.mean() > 0.8
    assert max(untrained.vision, untrained.right.mean()) < 0.3


@exhaustive
def test_a_dictionary_is_measured_with_the_test_words_in_its_list_and_off_it(bank, monkeypatch):
    config = replace(BY_NAME["swap-dictionary"].config, width=4, features=7)
    model = replace(BY_NAME["swap-dictionary"], config=config).build().eval()
    monkeypatch.setattr(WordTask, "count", lambda task, split: 12)
    monkeypatch.setattr(spelling, "seen", lambda model, letters: spelling._told(letters))
    found = spelling.measure(model, Letters("pen", "", bank, bank, bank, bank, bank))
    assert set(found["unlisted"]) == {"accuracy", "challenge", "longer"}
    assert found["accuracy"] == found["reasoning_on_truth"] > 0.9
    assert all(found["unlisted"][name] <= found[name] for name in found["unlisted"])
    assert all({"accuracy", "unlisted"} <= row.keys() for row in found["by_length"].values())


def test_some_letters_of_training_are_anothers():
    torch.manual_seed(0)
    seen = torch.arange(4000.0).view(200, 20, 1)
    changed = (objectives._substituted(seen) != seen).float().mean()
    assert 0.02 < changed < 0.04
