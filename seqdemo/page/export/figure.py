"""A sheet drawn into a matplotlib figure, which can be changed further and which shows itself in a notebook."""

from __future__ import annotations

import io

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle

from seqdemo.page.export.canvas import Across
from seqdemo.page.html.picture import Bytes


class Shown(Figure):
    """matplotlib's own figures show themselves only once pyplot has been imported."""

    def _repr_png_(self) -> bytes:
        buffer = io.BytesIO()
        self.savefig(buffer, format="png", facecolor=self.get_facecolor())
        return buffer.getvalue()


class OnAxes:
    """A canvas that fills a figure of its own, or the axes that are given, all of it as much larger or smaller."""

    def __init__(self, width: float, height: float, paper: str, axes: Axes | None = None) -> None:
        if axes is None:
            figure = Shown(figsize=(width, height), facecolor=paper)
            figure.suppressComposite = True  # else pictures side by side become one large one, slowly
            axes = figure.add_axes((0, 0, 1, 1))
        else:
            axes.set_aspect("equal")
        found = axes.get_figure(root=True)
        assert found is not None
        self.figure: Figure = found
        room = axes.get_window_extent().transformed(found.dpi_scale_trans.inverted())
        self._scale = min(room.width / width, room.height / height)
        self._axes = axes
        axes.set(xlim=(0, width), ylim=(height, 0))
        axes.set_axis_off()
        axes.set_autoscale_on(False)

    def text(self, x: float, y: float, text: str, size: float, color: str, bold: bool, across: Across) -> None:
        self._axes.text(x, y, text, fontsize=size * self._scale, color=color, ha=across, va="center",
                        weight="bold" if bold else "normal", fontfamily="DejaVu Sans", parse_math=False)  # fmt: skip

    def box(self, x: float, y: float, width: float, height: float, color: str, radius: float, edge: str) -> None:
        if radius:
            shape = f"round,pad=0,rounding_size={radius}"
            patch: FancyBboxPatch | Rectangle = FancyBboxPatch((x, y), width, height, boxstyle=shape)
        else:
            patch = Rectangle((x, y), width, height)
        patch.set(facecolor=color, edgecolor=edge, linewidth=1)
        self._axes.add_patch(patch)

    def pixels(self, x: float, y: float, width: float, height: float, pixels: Bytes) -> None:
        place = (x, x + width, y + height, y)
        self._axes.imshow(pixels, extent=place, interpolation="nearest", aspect=self._axes.get_aspect())
