"""What a value from a file is, if it is that: files are checked one value at a time, and what is wrong is left out."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

_LARGEST = sys.float_info.max


def as_list(value: Any) -> list[Any]:
    """A list; empty if it is none."""
    return value if isinstance(value, list) else []


def as_table(value: Any) -> Mapping[str, Any]:
    """A table; empty if it is none."""
    return value if isinstance(value, Mapping) else {}


def as_numbers(value: Any) -> dict[str, float]:
    """The entries of a table that are finite numbers."""
    found = {name: as_number(each) for name, each in as_table(value).items()}
    return {name: each for name, each in found.items() if each is not None}


def as_number(value: Any) -> float | None:
    """A finite number; None also for what is too large for a float."""
    return float(value) if isinstance(value, int | float) and -_LARGEST <= value <= _LARGEST else None


def as_whole(value: Any) -> int | None:
    return value if type(value) is int else None


def as_text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
