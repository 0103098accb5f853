"""Typefaces of pictures: where they are, how wide a line is, and where it is broken."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from unicodedata import east_asian_width

from PIL import ImageFont

POINT = 1 / 72
"""Inches."""
_KOREAN = (
    ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", 1),
    ("AppleSDGothicNeo.ttc", "AppleSDGothicNeo.ttc", 0),
    ("malgun.ttf", "malgunbd.ttf", 0),
    ("NanumGothic.ttf", "NanumGothicBold.ttf", 0),
)
"""Files on Linux, macOS and Windows: regular, bold, and which of the typefaces in them. Pillow knows the folders."""


def can_write_korean() -> bool:
    """Whether this machine has a typeface for it."""
    return _korean() is not None


@cache
def _korean() -> tuple[str, str, int] | None:
    return next((each for each in _KOREAN if _is_there(each[0])), None)


def _is_there(name: str) -> bool:
    try:
        ImageFont.truetype(name)
    except OSError:
        return False
    return True


@cache
def face(pixels: float, bold: bool, wide: bool) -> ImageFont.FreeTypeFont:
    """The typeface for Latin signs, or for those that are as wide as high where this machine has one."""
    found = _korean() if wide else None
    if found is not None:
        regular, heavy, index = found
        return ImageFont.truetype(heavy if bold else regular, pixels, index=index)
    return ImageFont.truetype(_dejavu() / f"DejaVuSans{'-Bold' if bold else ''}.ttf", pixels)


def _dejavu() -> Path:
    """matplotlib brings this typeface along; it need not be imported for that."""
    package = find_spec("matplotlib")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / "mpl-data/fonts/ttf"


def runs(text: str) -> list[tuple[bool, str]]:
    """The parts of a line that one typeface writes, and whether their signs are as wide as high."""
    return [(wide, "".join(signs)) for wide, signs in groupby(text, _is_wide)]


def _is_wide(sign: str) -> bool:
    return east_asian_width(sign) in "WF"


def width_of(text: str, size: float) -> float:
    """About how many inches a line takes; Korean signs are as wide as high."""
    return sum(1.0 if _is_wide(sign) else 0.58 for sign in text) * size * POINT


def wrapped(text: str, width: float, size: float) -> list[str]:
    """Lines of at most so many inches; an address without blanks is broken between its values, or where it must."""
    lines = [""]
    for word in text.split():
        for n, part in enumerate(_pieces(word, width, size)):
            joined = f"{lines[-1]}{'' if n else ' '}{part}".strip()
            if width_of(joined, size) <= width:
                lines[-1] = joined
            else:
                lines.append(part)
    return lines


_VALUES = re.compile(r"[^&,]+[&,]?|[&,]")


def _pieces(word: str, width: float, size: float) -> list[str]:
    if width_of(word, size) <= width:
        return [word]
    most = max(1, int(len(word) * width / width_of(word, size)))
    return [value[at : at + most] for value in _VALUES.findall(word) for at in range(0, len(value), most)]
