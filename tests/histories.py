"""Courses made by hand, for tests of what is drawn of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from seqdemo.page.html.charts.history import Check, History, Search

LENGTHS = tuple(range(4, 15))


def history(
    name: str,
    rising: Sequence[float] = (0.1, 0.5, 0.8),
    usual: float = 0.8,
    lengths: Mapping[int, float] | None = None,
    beam: float | None = 0.05,
    seen: int = 1000,
    **fields: Any,
) -> History:
    """A variant whose checks are `seen` samples apart; by length it does as told, else equally well."""
    line = dict(lengths) if lengths is not None else dict.fromkeys(LENGTHS, usual)
    checks = tuple(
        Check(seen * n, {"step": n, "loss": 2.0 / n, "reasoning": share, "longer": share / 2})
        for n, share in enumerate(rising, 1)
    )
    by_length: dict[Search, Mapping[int, float]] = {"greedy": line}
    shares: dict[Search, Mapping[str, float]] = {"greedy": {"accuracy": usual, "challenge": usual / 2, "longer": 0.0}}
    if beam is not None:
        by_length["beam"] = {length: min(1.0, share + beam) for length, share in line.items()}
        shares["beam"] = {kind: min(1.0, share + beam) for kind, share in shares["greedy"].items()}
    known: dict[str, Any] = {
        "title": name.capitalize(), "objective": "writing", "unit": "samples", "checks": checks,
        "by_length": by_length, "shares": shares, "tested": "unipen", "parameters": 1_234_567, "seconds": 600.0,
        "device": "cpu, 1 thread", "date": "2026-11-21",
    }  # fmt: skip
    return History(name, **{**known, **fields})
