"""What JSON files beside the models hold: anything may stand in them, so each value is looked at before it is drawn."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

_LARGEST = sys.float_info.max
_DIGITS = 4
"""Of the largest number of letters."""
_LONGEST = 300
"""Characters of the longest text that is shown."""


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def numbers(value: Any) -> dict[str, float]:
    """The entries of a table that are finite numbers."""
    found = {name: number(each) for name, each in mapping(value).items()}
    return {name: number for name, number in found.items() if number is not None}


def number(value: Any) -> float | None:
    """None also for what is too large for a float, or none."""
    return float(value) if isinstance(value, int | float) and -_LARGEST <= value <= _LARGEST else None


def share(value: Any) -> float | None:
    """A number from 0 to 1."""
    found = number(value)
    return found if found is not None and 0 <= found <= 1 else None


def shares(value: Any) -> dict[str, float]:
    """The entries of a table that are numbers from 0 to 1."""
    return {name: each for name, each in numbers(value).items() if 0 <= each <= 1}


def by_length(value: Any) -> dict[int, Mapping[str, Any]]:
    """The rows of a table that stand under a number of letters."""
    found = mapping(value)
    return {int(name): mapping(found[name]) for name in found if name.isdecimal() and len(name) <= _DIGITS}


def series(value: Any, length: int) -> tuple[float, ...]:
    """So many finite numbers; empty if they are not."""
    found = [each for each in map(number, listed(value)) if each is not None]
    return tuple(found) if len(found) == len(listed(value)) == length else ()


def whole(value: Any) -> int | None:
    return value if type(value) is int else None


def text(value: Any) -> str | None:
    return value[:_LONGEST] if isinstance(value, str) else None
