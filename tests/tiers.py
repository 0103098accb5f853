"""What `make test` leaves to `make test-all`: checks that take seconds each, or that go through every combination.

What drives a browser is left too (`conftest.py`), unless it is marked as core.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

exhaustive = pytest.mark.exhaustive
core = pytest.mark.core


def sampled(values: Iterable[Any], *quick: Any) -> list[Any]:
    """Parameters of which all but the `quick` ones are exhaustive."""
    values = list(values)
    assert all(value in values for value in quick)
    return [value if value in quick else pytest.param(value, marks=exhaustive) for value in values]
