"""The numbers of a Trace as files for spreadsheets: one table for each panel, and one of the letters."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence

from seqdemo.trace import Panel, Trace

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The date of every file in an archive: the same answer gives the same bytes."""


def of_panel(panel: Panel) -> str:
    """The panel as CSV: its columns' names above, its rows' names in front, its numbers in full."""
    rows = ([name, *map(str, values)] for name, values in zip(panel.rows, panel.values, strict=True))
    return _written([["", *panel.columns], *rows])


def of_letters(trace: Trace) -> str:
    """What each letter was taken for, and how likely the likeliest were."""
    most = max(len(letter.top) for letter in trace.letters)
    head = [name for n in range(1, most + 1) for name in (f"letter_{n}", f"probability_{n}")]
    rows = (
        [str(n), letter.meant or "", letter.read, *(str(each) for guess in letter.top for each in guess)]
        for n, letter in enumerate(trace.letters, 1)
    )
    return _written([["position", "meant", "read", *head], *rows])


def archive(trace: Trace) -> bytes:
    """All tables in one zip."""
    files = {"letters": of_letters(trace), **{panel.id: of_panel(panel) for panel in trace.panels}}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(zipfile.ZipInfo(f"{name}.csv", _LONG_AGO), text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _written(rows: Iterable[Sequence[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()
