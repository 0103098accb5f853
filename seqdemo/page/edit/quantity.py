"""How much a letter is turned, blurred and so on, for people."""

from __future__ import annotations

from seqdemo.page.html.wording import signed


def quantity(name: str, value: float | str) -> str:
    """A value of a Letter's field with its unit: +20°, ×1.5, 0.5 px, 15%."""
    if isinstance(value, str):
        return value
    if name == "turn":
        return f"{signed(round(value))}°"
    if name == "thickness":
        return f"×{value:.3g}"
    return f"{value:.3g} px" if name == "blur" else f"{100 * value:.3g}%"
