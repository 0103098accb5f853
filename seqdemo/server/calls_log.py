"""One line of log for each call: what, how much, how long, what came of it; nothing of the visitor."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from seqdemo.page.core.resources import Resources

LOG = logging.getLogger("seqdemo.calls")


@dataclass
class Told:
    """What came of a call: it was broken off unless someone says otherwise."""

    outcome: str = "broken off"


@contextmanager
def noted(name: str, asked: Any, resources: Resources) -> Iterator[Told]:
    """Notes a call when the block ends. Only names that the app itself knows, and counts, are written."""
    begun, told = time.monotonic(), Told()
    try:
        yield told
    finally:
        given = asked if isinstance(asked, dict) else {}
        model, letters = given.get("model"), given.get("letters")
        LOG.info(
            "%s model=%s letters=%d ms=%.0f %s",
            name,
            model if isinstance(model, str) and model in resources.models else "-",
            len(letters) if isinstance(letters, list) else 0,
            1000 * (time.monotonic() - begun),
            told.outcome,
        )
