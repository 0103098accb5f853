"""Numbers for people, as tables and axes need them."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10

from seqdemo.page.html.wording import Words, percent

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def tenths(share: float) -> str:
    """A share in per cent with one decimal, so that close variants can be told apart; 99.97% never reads 100%."""
    return percent(share) if 0 < share < 0.0005 or 0.9995 <= share < 1 else f"{100 * share:.1f}%"


def span(shares: Sequence[float]) -> str:
    """The lowest and the highest of some shares, with one decimal."""
    return f"{100 * min(shares):.1f}–{tenths(max(shares))}"


def percent_tick(share: float) -> str:
    """A round share on an axis."""
    return f"{round(100 * share, 6):g}%"


def points(difference: float) -> str:
    """A difference of two shares in percentage points, with its sign; none has no sign."""
    return _without_sign_of_zero(f"{100 * difference:+.1f}")


def signed(value: float) -> str:
    """Two decimals with a sign; what rounds to nothing has none."""
    return _without_sign_of_zero(f"{value:+.2f}")


def _without_sign_of_zero(number: str) -> str:
    return (number if float(number) else number[1:]).replace("-", "−")


def decimal(value: float) -> str:
    """Three significant digits without an exponent."""
    if value == 0:
        return "0"
    places = max(0, 2 - floor(log10(abs(value))))
    text = f"{value:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def ten_to_the(value: float) -> str:
    """A power of ten on an axis: 10⁻⁴; in full where that is short."""
    power = round(log10(value))
    return decimal(value) if -2 <= power <= 3 else f"10{str(power).translate(_RAISED)}"


def count(value: float) -> str:
    """A whole number with its thousands set apart."""
    return f"{value:,.0f}"


def about(value: float) -> str:
    """A large number in three digits, for what is only known roughly."""
    return count(float(f"{value:.3g}"))


def duration(seconds: float, words: Words) -> str:
    """Hours and minutes, minutes, or seconds, whichever says enough."""
    if seconds < 90:
        return words["duration.seconds"].format(n=round(seconds))
    hours, minutes = divmod(round(seconds / 60), 60)
    return words["duration.hours" if hours else "duration.minutes"].format(hours=hours, n=minutes)
