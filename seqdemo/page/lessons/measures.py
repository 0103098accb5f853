"""The numbers that lessons take of one input; their means over many inputs are held against the same options."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from seqdemo.letters import ALPHABET
from seqdemo.page.html.figures import points
from seqdemo.page.html.wording import percent
from seqdemo.page.lessons.claims import looked, meant, panel, right, says, settled, slips, upper
from seqdemo.page.lessons.lesson import Asked, Claim, Evidence, Measures
from seqdemo.trace import Trace

SURE = 0.6
"""From this probability on a letter is read clearly."""
CLEAR = 0.05
"""From so much on, shares are called different."""


def one_of(found: str, *names: str) -> Measures:
    """1 for what came out, 0 for everything else: the means are shares."""
    return {name: float(name == found) for name in names}


def most(name: str) -> Claim:
    """That this came out more often than anything else, or by more."""
    return lambda it: all(it[name] > share for other, share in it.items() if other != name and "_" not in other)


def above(first: str, second: str, by: float = CLEAR) -> Claim:
    """That the first number is clearly greater."""
    return lambda it: it[first] > it[second] + by


def about(first: str, second: str, by: float = CLEAR) -> Claim:
    """That neither number is clearly greater."""
    return lambda it: abs(it[first] - it[second]) <= by


def reading(ask: Asked) -> Measures | None:
    """What GRU 1 makes of the one letter that the CNN misreads, if two letters at least stand before it."""
    trace = ask(0)
    misread = slips(trace, "glance")
    if len(misread) != 1 or misread[0] < 2:
        return None
    at = misread[0]
    found, sure = says(trace, "vision")[at], float(panel(trace, "vision").values[at].max())
    same = found == says(trace, "glance")[at]
    name = "unclear" if sure < SURE else "true" if found == meant(trace)[at] else "same" if same else "another"
    return one_of(name, "same", "true", "unclear", "another")


def settling(ask: Asked) -> Measures:
    """From which image on the next letter is named right."""
    return one_of(f"image{settled(ask(0)) + 1}", *(f"image{n}" for n in range(1, 8)))


def blamed(ask: Asked) -> Measures | None:
    """The stage that a wrong answer is put down to."""
    found = ask(0).verdict
    if found is None or found.right:
        return None
    return one_of(found.blame, "vision", "reasoning", "both", "handover")


def longer(ask: Asked) -> Measures | None:
    """What three more letters do to an answer that one misread letter of two made wrong."""
    if right(ask(0)) or len(slips(ask(0))) != 1:
        return None
    if not right(ask(1)):
        return one_of("wrong", "wrong", "despite", "reread")
    still = set(slips(ask(0))) & set(slips(ask(1)))
    return one_of("despite" if still else "reread", "wrong", "despite", "reread")


def rescued(ask: Asked) -> Measures | None:
    """What a second model makes of letters that were all read right, but that the first one got wrong."""
    trace = ask(0)
    if slips(trace) or right(trace):
        return None
    name = "right" if right(ask(1)) else "same" if ask(1).answer == trace.answer else "another"
    return one_of(name, "same", "another", "right")


def rights(*names: str) -> Callable[[Asked], Measures]:
    """Which of several models are right, by name."""
    return lambda ask: {name: float(right(ask(n))) for n, name in enumerate(names)}


FRONT, BACK = "front", "back"


def orders(ask: Asked) -> Measures:
    """Which reading order is right; of swaps in the front and in the back half of the word also on their own."""
    found = rights("forward", "reversed", "peeky")(ask)
    trace = ask(0)
    if len(trace.swapped) != 2:
        return found
    half = FRONT if trace.swapped[0] + 1 < len(trace.letters) / 2 else BACK
    return {**found, f"{half}_forward": found["forward"], f"{half}_reversed": found["reversed"]}


def halved(means: Measures) -> Measures:
    """By how much reversed is ahead of forward, by the half of the word that the swap is in."""
    return {half: means.get(f"{half}_reversed", 0.0) - means.get(f"{half}_forward", 0.0) for half in (FRONT, BACK)}


def gains(found: Evidence) -> Mapping[str, str]:
    """The same in percentage points."""
    return {half: points(gain) for half, gain in halved(found.averages.means).items()}


def of_target(*names: str) -> Callable[[Asked], Measures]:
    """The probability of the right next letter in several answers, by name."""
    return lambda ask: {name: _of_target(ask(n)) for n, name in enumerate(names)}


def _of_target(trace: Trace) -> float:
    target = trace.verdict.target if trace.verdict else "A"
    return float(panel(trace, "reasoning").values[-1, ALPHABET.index(target)])


def spelling(name: str) -> Callable[[Asked], Measures]:
    """Which of dictionary and letter model write the right word, or a name that no list holds."""
    return lambda ask: {
        model: float(right(ask(n)) or ask(n).answer == name) for n, model in enumerate(("dictionary", "spelling"))
    }


def crossing(ask: Asked) -> Measures | None:
    """The attention to either image of the swapped pair, while the first of the two letters is written."""
    trace = ask(0)
    if not right(trace) or len(trace.swapped) != 2:
        return None
    first, second = trace.swapped
    return {
        "straight": looked(trace, first, first),
        "across": looked(trace, first, second),
        "back": looked(trace, second, first),
    }


def lost(ask: Asked) -> Measures | None:
    """What becomes of a word that is longer than any in training, its letters all read right."""
    trace = ask(0)
    if slips(trace):
        return None
    size, count = len(trace.answer), len(trace.letters)
    name = "right" if right(trace) else "short" if size < count else "same" if size == count else "long"
    return one_of(name, "right", "short", "same", "long")


def halves(ask: Asked) -> Measures:
    """The share of the upper half of the image in the gradient of each model's answer."""
    return {name: upper(ask(n)) for n, name in enumerate(("lstm", "gru", "rnn"))}


def certainty(ask: Asked) -> Measures:
    """How sure two readers are of letters, and how many are right."""
    found = {}
    for n, name in enumerate(("cnn", "strokes")):
        trace = ask(n)
        found[f"{name}_sure"] = float(np.mean([letter.top[0][1] for letter in trace.letters]))
        found[f"{name}_right"] = 1 - len(slips(trace)) / len(trace.letters)
    return found


def alike(ask: Asked) -> Measures | None:
    """Where an image looks by self-attention without parameters, if just one other image has the same letter."""
    trace = ask(0)
    pair = _pair(meant(trace))
    if pair is None or slips(trace):
        return None
    first, second = pair
    shares = own_attention(trace)[first]
    others = [n for n in range(len(shares)) if n not in pair]
    beside = [n for n in others if abs(n - first) == 1]
    rest = [n for n in others if n not in beside]
    if not beside or not rest:
        return None
    return {
        "same": float(shares[second]),
        "beside": float(shares[beside].mean()),
        "rest": float(shares[rest].mean()),
        "own": float(shares[first]),
    }


def own_attention(trace: Trace) -> NDArray[np.float64]:
    """Self-attention without parameters: softmax over the dot products of what the CNN makes of the images.

    An image's vector is its probabilities of A to Z. Shape (images, images): row i is where image i looks.
    """
    vectors = panel(trace, "glance").values.astype(float)
    powers = np.exp(vectors @ vectors.T)
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def _pair(letters: str) -> tuple[int, int] | None:
    """Places of the only letter that occurs twice, if they are no neighbours."""
    twice = [letter for letter in ALPHABET if letters.count(letter) == 2]
    if len(twice) != 1 or len(set(letters)) != len(letters) - 1:
        return None
    first, second = (n for n, letter in enumerate(letters) if letter == twice[0])
    return (first, second) if second - first > 1 else None


def twice(found: Evidence) -> Mapping[str, str]:
    """The letter that occurs twice in the example, and what its first image gives to itself and to others."""
    first, second = _pair(meant(found.first)) or (0, 0)
    shares = own_attention(found.first)[first]
    return {
        "a": str(first + 1),
        "b": str(second + 1),
        "letter": meant(found.first)[first],
        "own": percent(float(shares[first])),
        "same": percent(float(shares[second])),
        "beside": percent(found.measures.get("beside", 0.0)),
    }
