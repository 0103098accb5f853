"""The noisy channel and its letter model.

Of the encoder-decoders' contracts, causality does not apply: every letter is weighed against the whole word.
"""

import math
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import product

import pytest
import torch
from torch._subclasses.fake_tensor import FakeTensorMode

from seqdemo.letters import index_of, letters_of
from seqdemo.models.catalog import BY_NAME
from seqdemo.models.letter_model import CountedLetters, training_windows
from seqdemo.models.log_probs import certain
from seqdemo.models.noisy_channel import NoisyChannel
from seqdemo.models.symbols import END, START
from seqdemo.sequences.words import SWAP_NORMAL, places, swapped
from tests.tiers import exhaustive

SMALL = {"width": 4, "features": 7, "embedding": 5, "hidden": 7, "window": 3, "order": 4, "beam": 60}
CONFIG = replace(BY_NAME["swap-best"].config, **SMALL, rare_words=False)


@pytest.fixture
def model():
    torch.manual_seed(0)
    return NoisyChannel(CONFIG).eval()


def glances(*words):
    torch.manual_seed(1)
    letters = torch.tensor([[index_of(letter) for letter in word] for word in words])
    return (certain(letters) * 0.4 + torch.randn(*letters.shape, 26)).log_softmax(-1)


@torch.inference_mode()
def score(model, word, shown):
    """Logarithm of p(word) p(images | word, swap), from the definition."""
    symbols = [index_of(letter) for letter in word]
    line = [START] * CONFIG.window + symbols
    fits = model._fits(shown[None])[0]
    total = 0.0
    for place, letter in enumerate([*symbols, END]):
        context = torch.tensor(line[place : place + CONFIG.window])
        total += float(model.following(context)[letter])
    return total, lambda images: sum(float(fits[image, letter]) for image, letter in zip(images, symbols, strict=True))


@exhaustive
def test_its_best_word_scores_best_of_all_words_with_all_swaps(model):
    """Four letters, the likeliest three of each place, against every combination of them."""
    shown = glances("WROD")[0]
    likely = shown.topk(3, dim=-1).indices.tolist()
    candidates = {}
    for letters in product(*(sorted({*likely[0]}), *[sorted({*likely[1], *likely[2]})] * 2, sorted({*likely[3]}))):
        word = letters_of(letters)
        plain, evidence = score(model, word, shown)
        candidates[word] = plain + evidence((0, 2, 1, 3))
    best = max(candidates, key=candidates.get)
    found = model.correct(shown[None])
    assert letters_of(found.words[0, 0].tolist()) == best
    assert found.images[0, 0].tolist() == [0, 2, 1, 3]


def test_chances_sum_to_one_and_words_stand_in_order(model):
    found = model.correct(glances("PALNETS"))
    assert torch.allclose(found.joint.sum(), torch.tensor(1.0), atol=1e-5)
    assert (found.posterior[0, :-1] >= found.posterior[0, 1:]).all()
    assert (found.posterior + 1e-6 >= found.joint).all()


def test_every_line_holds_exactly_one_swap_inside_the_word(model):
    for word in ("WROD", "PALNT", "ABCDEFGHIJ"):
        for images in model.correct(glances(word)).images[0].tolist():
            turned = swapped("".join(map(chr, range(len(word)))), places(images)[0]) if images != sorted(images) else ""
            moved = [place for place, image in enumerate(images) if place != image]
            assert len(moved) == 2
            assert moved[1] == moved[0] + 1
            assert 1 <= moved[0] <= len(word) - 3
            assert turned is not None


@pytest.mark.parametrize("word", ["A", "AB", "CAT"])
def test_a_word_too_short_for_a_swap_is_answered_without_one(model, word):
    found = model.correct(glances(word))
    assert found.images[0, 0].tolist() == list(range(len(word)))


def test_it_remembers_the_source(model):
    """Another first letter changes how probable each last letter is."""
    one, other = glances("WROD"), glances("WROD")
    other[:, 0] = one[:, 0].roll(3, dims=-1)
    last = [_last_letter(model.correct(shown)) for shown in (one, other)]
    assert (last[0] - last[1]).abs().sum() > 1e-6


def _last_letter(found):
    chosen = torch.nn.functional.one_hot(found.words[0, :, -1], 26).float()
    return (found.joint[0, :, None] * chosen).sum(0)


def test_it_remembers_its_own_output(model):
    """What follows depends on every letter in the window, not on the last one alone."""
    context = torch.tensor([[1, 2, 3], [4, 2, 3]])
    following = model.following(context)
    assert (following[0] - following[1]).abs().sum() > 1e-4
    assert torch.allclose(following.exp().sum(-1), torch.ones(2), atol=1e-5)


def test_a_batch_equals_single_runs(model):
    both = glances("PALNET", "SHCOOL")
    together = model.correct(both)
    for n in range(2):
        alone = model.correct(both[n : n + 1])
        assert torch.allclose(alone.joint[0], together.joint[n], atol=1e-5)
        assert alone.words[0, 0].equal(together.words[n, 0])


def test_eight_threads_equal_one(model):
    shown = [glances("WROD") * (1 + n / 20) for n in range(16)]
    expected = [model.correct(each).joint for each in shown]
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda each: model.correct(each).joint, shown))
    assert all(torch.equal(a, b) for a, b in zip(expected, got, strict=True))


def test_every_weight_of_the_letter_model_gets_a_gradient(model):
    model.train()
    model.learned(torch.tensor([[1, 2, 3], [START, 4, 5]])).square().mean().backward()
    assert all(parameter.grad.abs().sum() > 0 for parameter in model.learned.parameters())


def test_counted_letters_are_kneser_and_neys():
    """Recomputed with plain counting, for contexts that were seen often, once and never."""
    order = 3
    counts = {2: Counter()}
    for word in SWAP_NORMAL.words("train"):
        line = [START] * (order - 1) + [index_of(letter) for letter in word] + [END]
        counts[2].update(tuple(line[at : at + order]) for at in range(len(word) + 1))
    for n in (1, 0):
        counts[n] = Counter(key[1:] for key in counts[n + 1])

    def discount(n, count):
        ones, twos, threes, fours = (max(1, sum(value == k for value in counts[n].values())) for k in (1, 2, 3, 4))
        little = ones / (ones + 2 * twos)
        of_count = {1: 1 - 2 * little * twos / ones, 2: 2 - 3 * little * threes / twos}
        return max(0, of_count.get(count, 3 - 4 * little * fours / threes))

    def probability(symbol, context):
        n = len(context)
        seen = {key[-1]: value for key, value in counts[n].items() if key[:-1] == context}
        lower = probability(symbol, context[1:]) if n else 1 / 27
        if not seen:
            return lower
        held = sum(discount(n, count) for count in seen.values())
        own = seen[symbol] - discount(n, seen[symbol]) if symbol in seen else 0
        return (own + held * lower) / sum(seen.values())

    model = CountedLetters(order)
    for context in ((START, START), (19, 7), (16, 16)):
        likely = model(torch.tensor([[25, *context]]))[0]
        assert math.isclose(float(likely.sum()), 1, abs_tol=1e-5)
        for symbol in (0, 4, 20, END):
            assert math.isclose(float(likely[symbol]), probability(symbol, context), rel_tol=1e-4)


def test_letters_are_counted_on_the_device_of_their_context():
    with FakeTensorMode():  # a GPU that computes nothing, but refuses tensors that lie elsewhere
        model = CountedLetters(3).to("cuda")
        assert model(torch.zeros(2, 3, dtype=torch.long, device="cuda")).device.type == "cuda"


def test_training_windows_hold_every_symbol_of_every_training_word():
    windows = training_windows(4)
    words = SWAP_NORMAL.words("train")
    assert len(windows) == sum(len(word) + 1 for word in words)
    assert (windows[:, -1] == END).sum() == len(words)
    first = [index_of(letter) for letter in min(words, key=len)]
    assert [START, START, START, first[0]] in windows.tolist()
