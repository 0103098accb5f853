"""What a sheet is drawn on: an SVG or a PNG file. Both know lines of text, boxes and pixels, in inches."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from html import escape
from typing import Literal, Protocol

from PIL import Image, ImageDraw

from seqdemo.page.export.typeface import POINT, face, runs
from seqdemo.page.html.picture import Bytes

Format = Literal["png", "svg"]
Across = Literal["left", "center", "right"]

DPI = 144
_MIDDLE = 0.36
"""By so many times its size a line's base lies below its middle."""
_FINER = 4
"""Round corners are drawn so many times larger, then made smaller."""
_FAMILIES = "'DejaVu Sans', Verdana, 'Noto Sans CJK KR', 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif"


class Canvas(Protocol):
    """Places are in inches from the upper left corner, sizes of letters and widths of lines in points."""

    def text(self, x: float, y: float, text: str, size: float, color: str, bold: bool, across: Across) -> None:
        """One line; y is its middle."""

    def box(self, x: float, y: float, width: float, height: float, color: str, radius: float, edge: str) -> None:
        """A filled rectangle; `color` and `edge` may be `none`."""

    def pixels(self, x: float, y: float, width: float, height: float, pixels: Bytes) -> None:
        """Pixels of shape (rows, columns, 3 or 4) with sharp edges."""

    def content(self) -> bytes:
        """The file: what is drawn in the same way gives the same bytes."""


class Svg:
    """A drawing of elements; whoever looks at it has the typefaces."""

    def __init__(self, width: float, height: float, paper: str) -> None:
        self._parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}in" height="{height:.2f}in"'
            f' viewBox="0 0 {_dots(width)} {_dots(height)}" font-family="{_FAMILIES}">'
            f'<rect width="100%" height="100%" fill="{paper}"/>'
        ]

    def text(self, x: float, y: float, text: str, size: float, color: str, bold: bool, across: Across) -> None:
        anchor = {"left": "start", "center": "middle", "right": "end"}[across]
        weight = ' font-weight="bold"' if bold else ""
        self._parts.append(
            f'<text x="{_dots(x)}" y="{_dots(y + _MIDDLE * size * POINT)}" font-size="{_dots(size * POINT)}"'
            f' fill="{color}" text-anchor="{anchor}"{weight}>{escape(text)}</text>'
        )

    def box(self, x: float, y: float, width: float, height: float, color: str, radius: float, edge: str) -> None:
        corners = f' rx="{_dots(radius)}"' if radius else ""
        line = f' stroke="{edge}" stroke-width="{_dots(POINT)}"' if edge != "none" else ""
        self._parts.append(f'<rect {_place(x, y, width, height)} fill="{color}"{corners}{line}/>')

    def pixels(self, x: float, y: float, width: float, height: float, pixels: Bytes) -> None:
        written = io.BytesIO()
        Image.fromarray(pixels).save(written, "PNG")
        address = base64.b64encode(written.getvalue()).decode()
        self._parts.append(
            f'<image {_place(x, y, width, height)} preserveAspectRatio="none" style="image-rendering:pixelated"'
            f' href="data:image/png;base64,{address}"/>'
        )

    def content(self) -> bytes:
        return "\n".join([*self._parts, "</svg>\n"]).encode()


def _place(x: float, y: float, width: float, height: float) -> str:
    return f'x="{_dots(x)}" y="{_dots(y)}" width="{_dots(width)}" height="{_dots(height)}"'


def _dots(inches: float) -> str:
    """As CSS counts them, 96 to an inch."""
    return f"{inches * 96:.2f}".rstrip("0").rstrip(".")


class Png:
    """An image of DPI pixels to an inch."""

    def __init__(self, width: float, height: float, paper: str) -> None:
        self._image = Image.new("RGB", (round(width * DPI), round(height * DPI)), paper)
        self._draw = ImageDraw.Draw(self._image)
        self._paper = paper

    def text(self, x: float, y: float, text: str, size: float, color: str, bold: bool, across: Across) -> None:
        parts = [(part, face(size * POINT * DPI, bold, wide)) for wide, part in runs(text)]
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[across]
        left = x * DPI - share * sum(font.getlength(part) for part, font in parts)
        for part, font in parts:
            self._draw.text((left, (y + _MIDDLE * size * POINT) * DPI), part, color, font, anchor="ls")
            left += font.getlength(part)

    def box(self, x: float, y: float, width: float, height: float, color: str, radius: float, edge: str) -> None:
        left, top, right, bottom = _corners(x, y, width, height)
        line, fill = (edge, 2) if edge != "none" else (None, 0), None if color == "none" else color
        if right <= left or bottom <= top:
            return
        self._draw.rectangle((left, top, right - 1, bottom - 1), fill, *line)
        if radius:
            self._round(left, top, right, bottom, round(radius * DPI), fill, *line)

    def _round(
        self, left: int, top: int, right: int, bottom: int, radius: int, fill: str | None, edge: str | None, line: int
    ) -> None:
        """Smooth corners over sharp ones: Pillow's own have steps."""
        side = 2 * radius * _FINER
        corners = Image.new("RGB", (side, side), self._paper)
        ImageDraw.Draw(corners).ellipse((0, 0, side - 1, side - 1), fill, edge, line * _FINER)
        corners = corners.reduce(_FINER)
        for x, at in ((left, 0), (right - radius, radius)):
            for y, down in ((top, 0), (bottom - radius, radius)):
                self._image.paste(corners.crop((at, down, at + radius, down + radius)), (x, y))

    def pixels(self, x: float, y: float, width: float, height: float, pixels: Bytes) -> None:
        left, top, right, bottom = _corners(x, y, width, height)
        shown = Image.fromarray(pixels).resize((right - left, bottom - top), Image.Resampling.NEAREST)
        self._image.paste(shown, (left, top), shown if pixels.shape[-1] == 4 else None)

    def content(self) -> bytes:
        written = io.BytesIO()
        self._image.save(written, "PNG", dpi=(DPI, DPI), compress_level=3)  # half the time for a third more bytes
        return written.getvalue()


def _corners(x: float, y: float, width: float, height: float) -> tuple[int, int, int, int]:
    return round(x * DPI), round(y * DPI), round((x + width) * DPI), round((y + height) * DPI)


Make = Callable[[float, float, str], Canvas]
"""A canvas of a width and a height, in inches, and of a colour."""
CANVASES: dict[Format, Make] = {"png": Png, "svg": Svg}
