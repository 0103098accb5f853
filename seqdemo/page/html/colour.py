"""The colours of heat-map cells: from paper to ink, in steps that look equal.

The ramps are straight lines in OKLab (Ottosson 2020), so lightness alone carries the value and no kind of colour
blindness hides it. A light page runs from light to dark, a dark page from dark to light.
"""

from __future__ import annotations

from math import sqrt

Rgb = tuple[float, float, float]
Lab = tuple[float, float, float]

LEVELS = 32
"""Cells get one of the classes h0 … h32."""

LIGHT: tuple[Lab, Lab] = ((0.968, 0.001, 0.008), (0.34, -0.015, -0.115))
DARK: tuple[Lab, Lab] = ((0.275, -0.004, -0.022), (0.93, -0.055, -0.03))

_BLACK, _WHITE = "#000000", "#ffffff"


def level(probability: float) -> int:
    """The class number of a probability.

    It grows with the square root: on a straight scale 3% would be invisible, and a class should see it.
    """
    return round(sqrt(min(max(probability, 0.0), 1.0)) * LEVELS)


def ramp(ends: tuple[Lab, Lab]) -> list[str]:
    """The LEVELS + 1 colours of a ramp as #rrggbb."""
    (a, b) = ends
    shares = [n / LEVELS for n in range(LEVELS + 1)]
    return [_hex(_rgb((_mix(a[0], b[0], t), _mix(a[1], b[1], t), _mix(a[2], b[2], t)))) for t in shares]


def ink_on(colour: str) -> str:
    """Black or white, whichever is easier to read on a colour (never below 4.5 to 1)."""
    return max(_BLACK, _WHITE, key=lambda ink: contrast(ink, colour))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two #rrggbb colours after WCAG 2.2, 1..21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def style_sheet() -> str:
    """The rules for .h0 … .h32, for light and dark pages."""
    light = [_rule(".sd ", n, colour) for n, colour in enumerate(ramp(LIGHT))]
    dark = [_rule(".dark .sd ", n, colour) for n, colour in enumerate(ramp(DARK))]  # paper is white
    return "\n".join([*light, "@media screen{", *dark, "}"])


def _rule(scope: str, number: int, colour: str) -> str:
    return f"{scope}.h{number}{{background:{colour};color:{ink_on(colour)}}}"


def _mix(a: float, b: float, share: float) -> float:
    return a + (b - a) * share


def _rgb(lab: Lab) -> Rgb:
    """Linear light of an OKLab colour."""
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _hex(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(_encoded(min(max(value, 0.0), 1.0)) * 255):02x}" for value in rgb)


def _encoded(linear: float) -> float:
    return 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055


def _luminance(colour: str) -> float:
    red, green, blue = (_decoded(int(colour[n : n + 2], 16) / 255) for n in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _decoded(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
