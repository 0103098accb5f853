"""Words that a visitor cannot know, each with one sentence that hover, focus and touch bring up where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.wording import Words

TERMS: Final[tuple[str, ...]] = (
    "hidden_state", "cell_state", "time_step", "rnn", "lstm", "gru", "gate", "forget_gate", "update_gate",
    "bidirectional", "cnn", "encoder", "decoder", "context_vector", "bottleneck", "attention", "alignment",
    "teacher_forcing", "label_smoothing", "cross_entropy", "gradient", "vanishing_gradient", "conditional_probability",
    "confidence", "calibration", "ece", "greedy", "beam", "entropy", "bits", "exact_inference", "self_attention",
    "softmax", "dropout", "one_hot", "report",
)  # fmt: skip
"""The keys of the words, as in `term.gru` and `term.gru.tip`; `term.{key}.form` where it stands in other forms too."""

Place = tuple[str, int, int]
"""A term and where it begins and ends in a text."""


def explained(text: str | Html, words: Words) -> Html:
    """The text, with the first of each term that is in it explained; HTML is left as it is."""
    return text if isinstance(text, Html) else join(*_pieces(text, words))


def terms_in(text: str, words: Words) -> list[str]:
    """The terms that are in a text, in the order in which they first stand there."""
    return [term for term, _, _ in _places(text, words)]


def _forms(words: Words) -> tuple[str, ...]:
    """How each term stands in sentences of a language; empty where the words have no such term."""
    return tuple(words.get(f"term.{term}.form") or re.escape(words.get(f"term.{term}", "")) for term in TERMS)


@lru_cache(maxsize=128)
def _pattern(words: Words) -> re.Pattern[str]:
    """As a word of its own, also in the plural and at the head of a sentence; of two at one place the longer one."""
    pairs = ((term, form) for term, form in zip(TERMS, _forms(words), strict=True) if form)
    known = sorted(pairs, key=lambda pair: -len(pair[1]))
    either = "|".join(f"(?P<{term}>{form})" for term, form in known) or "(?!)"
    return re.compile(rf"(?<![A-Za-z-])(?:{either})(?:s\b|(?![A-Za-z]))", re.IGNORECASE)


@lru_cache(maxsize=4096)  # the page says the same sentences again and again
def _places(text: str, words: Words) -> tuple[Place, ...]:
    first: dict[str, Place] = {}
    for match in _pattern(words).finditer(text):
        term = str(match.lastgroup)
        first.setdefault(term, (term, *match.span()))
    return tuple(first.values())


def _pieces(text: str, words: Words) -> Iterator[Html | str]:
    end = 0
    for term, begin, until in _places(text, words):
        tip = words[f"term.{term}.tip"]
        yield text[end:begin]
        yield el("span", text[begin:until], tabindex=0, class_="term", data_tip=tip, aria_description=tip)
        end = until
    yield text[end:]
