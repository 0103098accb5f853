"""What is shipped, loaded once for all tests of a process."""

from __future__ import annotations

from functools import cache

from conftest import CHECKPOINTS

from seqdemo.page.core.desk import Desk


@cache
def desk() -> Desk:
    """The shipped models, the pen, the studies and the benchmark."""
    return Desk.open(CHECKPOINTS)
