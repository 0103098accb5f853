"""How pictures get their words: views know no language, a handler hands one in."""

from __future__ import annotations

import re
from functools import lru_cache
from math import floor


class Words(dict[str, str]):
    """Sentences by key, all of one language; `core.texts` holds them. Nobody changes them, so each is only itself."""

    __hash__ = object.__hash__  # type: ignore[assignment]  # what is made of them can be looked up by them


def worded(words: Words, *kinds: str) -> Words:
    """The words as families of tasks or kinds of models say them, as under `letter:flow.answer.role`; the last wins."""
    for kind in kinds:
        words = _as_said_by(words, kind)
    return words


@lru_cache(maxsize=128)
def _as_said_by(words: Words, kind: str) -> Words:
    """Made once: going through all sentences takes longer than drawing a panel."""
    prefix = f"{kind}:"
    return Words({**words, **{key.removeprefix(prefix): said for key, said in words.items() if key.startswith(prefix)}})


def stage_name(part: str, words: Words) -> str:
    """What a part of a model is called, for people: by the name that it has in a Trace where there is no other."""
    return words.get(f"flow.{part}", part)


def symbol(name: str, words: Words) -> str:
    """What a decoder reads or writes, for people: letters as they are, `start` and `end` in words."""
    return words.get(f"symbol.{name}", name)


def percent(probability: float) -> str:
    """A probability for people: 98%, 0.4%, 99.95%; what is not certain never reads 0 or 100%."""
    share = 100 * probability
    if 0 < share < 0.05:
        return "<0.1%"
    if share < 9.95:
        return f"{_plain(f'{share:.1f}')}%"
    if 99.5 <= share < 100:
        return f"{_plain(f'{floor(100 * share + 1e-6) / 100:.2f}')}%"
    return f"{share:.0f}%"


def _plain(number: str) -> str:
    return number.rstrip("0").rstrip(".")


def signed(step: int) -> str:
    """A step as +2, 0 or −3, with a real minus sign."""
    return f"+{step}" if step > 0 else "0" if step == 0 else f"−{-step}"


def device(name: str, words: Words) -> str:
    """What a model was trained on: a GPU by its name, a CPU by how many of its threads were used."""
    threads = re.fullmatch(r"cpu, (\d+) threads?", name)
    return words["device.cpu"].format(n=threads[1]) if threads else name
