"""A figure that shows itself in a notebook, where matplotlib's own do so only once pyplot has been imported."""

from __future__ import annotations

import io

from matplotlib.figure import Figure


class Shown(Figure):
    """A matplotlib figure like any other."""

    def _repr_png_(self) -> bytes:
        buffer = io.BytesIO()
        self.savefig(buffer, format="png", facecolor=self.get_facecolor())
        return buffer.getvalue()
