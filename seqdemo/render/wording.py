"""How pictures get their words: render knows no language, the page hands one in."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, str]
"""Sentences by key, all of one language; `ui.texts` holds them."""


def percent(probability: float) -> str:
    """A probability for people: 98 %, 0.4 %, 0 %."""
    share = 100 * probability
    if 0 < share < 0.05:
        return "<0.1 %"
    if share < 9.95:
        return f"{share:.1f} %".replace(".0 %", " %")
    return f"{min(share, 99.9):.1f} %" if 99.5 <= share < 99.95 else f"{share:.0f} %"


def signed(step: int) -> str:
    """A step as +2, 0 or −3, with a real minus sign."""
    return f"+{step}" if step > 0 else "0" if step == 0 else f"−{-step}"
