"""One line of log for each call: what, how much, how long, what came of it; nothing of the visitor."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from seqdemo.page.core.resources import Resources

LOG = logging.getLogger("seqdemo.calls")


@dataclass
class Told:
    """What is known of a call; it was broken off unless someone says otherwise."""

    model: object = None
    letters: object = None
    outcome: str = "broken off"


@contextmanager
def noted(name: str, resources: Resources) -> Iterator[Told]:
    """Notes a call when the block ends. Only names that the app itself knows, and counts, are written."""
    begun, told = time.monotonic(), Told()
    try:
        yield told
    finally:
        LOG.info(
            "%s model=%s letters=%d ms=%.0f %s",
            name,
            told.model if isinstance(told.model, str) and told.model in resources.models else "-",
            len(told.letters) if isinstance(told.letters, list | tuple) else 0,
            1000 * (time.monotonic() - begun),
            told.outcome,
        )
