"""The arguments of UNIPEN's `.SEGMENT`, as strictly as the definition has them or as loosely as people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|\'((?:[^\'\\]|\\.)*)\'|(\S+)', re.DOTALL)
_QUALITIES = {"GOOD", "OK", "BAD", "LAF", "?"}
_MOST, _LONGEST = 5, 1000
"""Arguments, and characters of all of them, beyond these are passed over."""


@dataclass(frozen=True)
class Segment:
    """What a `.SEGMENT` says."""

    level: str
    """`CHARACTER`, `WORD`, … in capitals."""
    place: str | None
    """Which components, such as `0-1`; None where it does not say, or says `?`."""
    legible: bool
    label: str | None


@dataclass(frozen=True)
class _Token:
    text: str
    quoted: bool


def parse(text: str) -> Segment:
    """A segment from `LEVEL PLACE QUALITY LABEL`, of which all but the level may be missing.

    The label may stand in double quotes, in single quotes or in none.
    """
    tokens = [_token(found) for found in islice(_TOKEN.finditer(text.strip()[:_LONGEST]), _MOST)]
    level = tokens.pop(0).text.upper() if tokens else ""
    place = tokens.pop(0).text if tokens and _is_place(tokens[0]) else "?"
    quality = tokens.pop(0).text if tokens and _is_quality(tokens) else "?"
    label = tokens[0].text if tokens and (tokens[0].quoted or tokens[0].text != "?") else None
    return Segment(level, None if place == "?" else place, quality.upper() != "BAD", label)


def _token(found: re.Match[str]) -> _Token:
    quoted = found[1] if found[1] is not None else found[2]
    if quoted is None:
        return _Token(found[3], False)
    return _Token(re.sub(r"\\(.)", r"\1", quoted, flags=re.DOTALL), True)


def _is_place(token: _Token) -> bool:
    return not token.quoted and (token.text == "?" or token.text[0].isdigit())


def _is_quality(tokens: list[_Token]) -> bool:
    """A known word for it, or whatever stands before a label in quotes."""
    if tokens[0].quoted:
        return False
    return tokens[0].text.upper() in _QUALITIES or (len(tokens) > 1 and tokens[1].quoted)
