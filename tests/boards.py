"""A benchmark's file made by hand, for tests of the scoreboard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

STRENGTHS = {"rotation": [-45, -15, 0, 15, 45], "noise": [0, 0.2, 0.4]}


def measured(weights: Mapping[str, str]) -> dict[str, Any]:
    """When, where and how, as the benchmark writes it."""
    return {
        "date": "2026-11-20",
        "machine": "Abacus, 2 processors",
        "command": "python benchmarks/scoreboard.py",
        "seed": 0,
        "seconds": 3,
        "versions": {"torch": "2"},
        "weights": dict(weights),
    }


def board(weights: Mapping[str, str]) -> dict[str, Any]:
    """Figures of the variants of these names and weights: each is slower and reads worse than the one before."""
    told = {"measured": measured(weights)}
    shares = {name: 0.9 - 0.1 * n for n, name in enumerate(weights)}
    times = {name: {"letters": 5, "ms": 2.5 + n, "beside_ms": 2.0, "ratio": 1.25} for n, name in enumerate(weights)}
    return {
        "format": 1,
        "times": {**told, "rounds": 3, "beside": "reader", "variants": times},
        "readers": {
            **told, "letters": {"train": 100, "alone": 1000, "every": 4000}, "left_out": {},
            "rows": [
                _row("ocrad", "GNU Ocrad", 0.4, 0.3), *(_row(name, name, shares[name], 0.5) for name in weights)
            ],
        },
        "words": {
            **told, "samples": 2000, "left_out": {},
            "rows": [
                _corrector("symspell", "SymSpell", 0.8, 0.0),
                *(_corrector(name, name, shares[name], 0.5) for name in weights),
            ],
        },
        "robustness": {
            **told, "letters": 100, "samples": 30,
            "distortions": {
                kind: {"strengths": strengths, "usual": 0, "variants": {
                    name: {"answers": _falling(share, strengths), "vision": _falling(share / 2, strengths)}
                    for name, share in shares.items()
                }} for kind, strengths in STRENGTHS.items()
            },
        },
    }  # fmt: skip


def _row(name: str, title: str, share: float, ms: float) -> dict[str, Any]:
    right = {"alone": share, "every": share / 2}
    return {"name": name, "title": title, "version": "0.28", "settings": "as it comes", "right": right, "ms": ms}


def _corrector(name: str, title: str, listed: float, unlisted: float) -> dict[str, Any]:
    kinds = ("accuracy", "challenge", "longer")
    shares = {"listed": dict.fromkeys(kinds, listed), "unlisted": dict.fromkeys(kinds, unlisted)}
    return {"name": name, "title": title, "version": "6.10", "settings": "as it comes", "ms": 0.5, **shares}


def _falling(share: float, strengths: list[float]) -> list[float]:
    return [round(share * (1 - abs(strength) / 100), 4) for strength in strengths]
