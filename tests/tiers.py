"""How much is tested: what `make test` leaves to `make test-all`, and how long `make faults` looks for a fault.

Left to `make test-all` is what takes seconds, or goes through every combination; and what drives a browser
(`conftest.py`), unless it is marked as core.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import pytest

exhaustive = pytest.mark.exhaustive
core = pytest.mark.core
TIMES = int(os.environ.get("SEQDEMO_TIMES", "1"))
"""So many times as many random examples as usual; `make faults` sets it."""


def sampled(values: Iterable[Any], *quick: Any) -> list[Any]:
    """Parameters of which all but the `quick` ones are exhaustive."""
    values = list(values)
    assert all(value in values for value in quick)
    return [value if value in quick else pytest.param(value, marks=exhaustive) for value in values]
