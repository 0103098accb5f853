"""The looks of lines in a chart: colour, dash and marker, so that no two are told apart by hue alone.

The colours were searched for the greatest least distance in OKLab, as seen with full colour vision and with each of
the three kinds of colour blindness (Machado et al. 2009), and for contrast against the card that they stand on.
"""

from __future__ import annotations

LIGHT = ("#165acb", "#c77114", "#049f86", "#720080", "#235000", "#a07bee", "#775669")
DARK = ("#71afff", "#b85f14", "#7defdb", "#9561df", "#9ab401", "#ffda4d", "#408a88")
LIMIT = -1
"""The look of what no learned model can beat: dashed, and in no colour."""
_STRIDE = 3
"""By so many colours the second round is shifted: variants that are often compared should differ in hue as well."""


def look(number: int) -> str:
    """The classes of line `number`: a colour, and from the second round on another dash and marker."""
    if number == LIMIT:
        return "limit"
    turn = number // len(LIGHT)
    colour = (number + _STRIDE * turn) % len(LIGHT)
    return f"v{colour} dashed" if turn % 2 else f"v{colour}"


def style_sheet() -> str:
    """The rules for .v0 … .v6, for light and dark pages."""
    light = [f".sd .v{n}{{--hue:{colour}}}" for n, colour in enumerate(LIGHT)]
    dark = [f".dark .sd .v{n}{{--hue:{colour}}}" for n, colour in enumerate(DARK)]  # paper is white
    return "\n".join([*light, "@media screen{", *dark, "}"])
