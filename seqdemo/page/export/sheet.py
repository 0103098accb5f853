"""The sheet that a picture is drawn on: measured in inches from its upper left corner, in the colours of the page.

It is one axes of a matplotlib figure that is nobody else's, so that many threads may draw at once.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal
from unicodedata import east_asian_width

import numpy as np
from numpy.typing import NDArray

from seqdemo.page.html import colour
from seqdemo.page.html.picture import Bytes, rgb, shades

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HANGUL = ("Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", "NanumGothic")
"""Typefaces that hold Korean, on Linux, macOS and Windows."""
_LATIN = "DejaVu Sans"
DPI = 144
_POINT = 1 / 72
"""Inches."""

Format = Literal["png", "svg"]


@dataclass(frozen=True)
class Look:
    """The colours of a page, light or dark, as its style sheet names them."""

    paper: str
    card: str
    ink: str
    quiet: str
    line: str
    accent: str
    right: str
    wrong: str
    ramp: tuple[str, ...]
    """From nothing to certain."""
    answer: str = "#ffd166"
    on_answer: str = "#241a00"


LIGHT = Look("#f7f5f0", "#ffffff", "#1a2130", "#566072", "#e2ddd2", "#2547a8", "#17693f", "#a3241b",
             tuple(colour.ramp(colour.LIGHT)))  # fmt: skip
DARK = Look("#11151c", "#1a202a", "#e8ebf1", "#a3adbd", "#2c3441", "#9dbcff", "#7fd6a4", "#ff9d94",
            tuple(colour.ramp(colour.DARK)))  # fmt: skip


class Sheet:
    """Draws at places in inches, x to the right and y down; on given axes, all of it as much larger or smaller."""

    def __init__(self, width: float, height: float, look: Look, fonts: list[str], axes: Axes | None = None) -> None:
        from seqdemo.page.export.shown import Shown  # not above: the page starts without matplotlib

        self.look = look
        self._fonts = fonts
        if axes is None:
            figure = Shown(figsize=(width, height), facecolor=look.paper)
            figure.suppressComposite = True  # else pictures side by side become one large one, slowly
            axes = figure.add_axes((0, 0, 1, 1))
        else:
            axes.set_aspect("equal")
        found = axes.get_figure(root=True)
        assert found is not None
        self.figure = found
        room = axes.get_window_extent().transformed(found.dpi_scale_trans.inverted())
        self._scale = min(room.width / width, room.height / height)
        self._axes = axes
        axes.set(xlim=(0, width), ylim=(height, 0))
        axes.set_axis_off()
        axes.set_autoscale_on(False)

    def text(self, x: float, y: float, text: str, size: float = 9, color: str | None = None, *, bold: bool = False,
             across: Literal["left", "center", "right"] = "left") -> None:  # fmt: skip
        """One line of `size` points; y is its middle."""
        self._axes.text(x, y, text, fontsize=size * self._scale, color=color or self.look.ink, ha=across, va="center",
                        weight="bold" if bold else "normal", fontfamily=self._fonts, parse_math=False)  # fmt: skip

    def box(self, x: float, y: float, width: float, height: float, color: str, *, round: float = 0, edge: str = "none",
            line: float = 1) -> None:  # fmt: skip
        """A filled rectangle with corners of radius `round`."""
        from matplotlib.patches import FancyBboxPatch, Rectangle

        style: dict[str, Any] = {"facecolor": color, "edgecolor": edge, "linewidth": line}
        if round:
            shape = f"round,pad=0,rounding_size={min(round, width / 2, height / 2)}"
            self._axes.add_patch(FancyBboxPatch((x, y), width, height, boxstyle=shape, **style))
        else:
            self._axes.add_patch(Rectangle((x, y), width, height, **style))

    def cells(self, x: float, y: float, width: float, height: float, values: NDArray[np.float32]) -> None:
        """A table of probabilities of shape (rows, columns), each cell `width` by `height`."""
        rows, columns = values.shape
        self._axes.pcolormesh(
            x + width * np.arange(columns + 1),
            y + height * np.arange(rows + 1),
            self.shades(values),
            edgecolors=self.look.card,
            linewidth=0.6,
            antialiased=True,
        )

    def shades(self, values: NDArray[np.float32]) -> Bytes:
        """The colours of probabilities, shape (..., 3)."""
        levels = np.rint(np.sqrt(np.clip(values, 0, 1)) * colour.LEVELS).astype(int)
        ramp = np.array([rgb(each) for each in self.look.ramp], np.uint8)
        return np.asarray(ramp[levels])

    def on(self, probability: float) -> str:
        """Black or white, whichever can be read on the colour of a probability."""
        return colour.ink_on(self.look.ramp[colour.level(probability)])

    def picture(self, x: float, y: float, width: float, height: float, pixels: Bytes) -> None:
        """Pixels of shape (rows, columns, 3 or 4) with sharp edges."""
        self._axes.imshow(
            pixels,
            extent=(x, x + width, y + height, y),
            interpolation="nearest",
            aspect=self._axes.get_aspect(),
            zorder=2,
        )

    def letter(self, x: float, y: float, side: float, image: Bytes, ink: str) -> None:
        """What a model saw, in its ink."""
        self.picture(x, y, side, side, shades(image, ink)[image])

    def written(self, format: Format) -> bytes:
        """The file: a sheet that is drawn in the same way gives the same bytes."""
        buffer = io.BytesIO()
        self.figure.savefig(buffer, format=format, dpi=DPI, facecolor=self.look.paper, metadata=_METADATA[format])
        return buffer.getvalue()


_METADATA: dict[Format, dict[str, Any]] = {"png": {"Software": None}, "svg": {"Date": None, "Creator": None}}


@cache
def prepare() -> str | None:
    """Sets what is the same for every picture, once; the name of a typeface for Korean, if this machine has one."""
    import matplotlib
    from matplotlib import font_manager

    matplotlib.rcParams["svg.hashsalt"] = "seqdemo"  # else the names of parts are drawn by lot
    known = {font.name for font in font_manager.fontManager.ttflist}
    return next((name for name in HANGUL if name in known), None)


def fonts(korean: bool) -> list[str]:
    """The typefaces to look a sign up in, one after the other."""
    found = prepare()
    return [found, _LATIN] if korean and found else [_LATIN]


def width_of(text: str, size: float) -> float:
    """About how many inches a line takes; Korean signs are as wide as high."""
    return sum(1.0 if east_asian_width(sign) in "WF" else 0.58 for sign in text) * size * _POINT


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
