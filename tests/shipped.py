"""What is shipped, loaded once for all tests of a process."""

from __future__ import annotations

from functools import cache

from conftest import CHECKPOINTS

from seqdemo.page.core.resources import Resources


@cache
def resources() -> Resources:
    """The shipped models, the pen, the studies and the benchmark."""
    return Resources.open(CHECKPOINTS)
