"""`Trace` as programs and notebooks get it: it shows itself, prints itself, and turns into figures and files."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from seqdemo import trace as plain
from seqdemo.errors import InputError
from seqdemo.files import write_atomically
from seqdemo.models.catalog import BY_NAME
from seqdemo.page.answer.verdict import sentence
from seqdemo.page.core import language, validation
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.export import poster, tables
from seqdemo.page.html.markup import el
from seqdemo.page.html.wording import percent, symbol, worded
from seqdemo.page.notebook import view
from seqdemo.sequences.samples import TASKS
from seqdemo.trace import Panel

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Language = Literal["en", "ko"]
_TOLD = 12
"""So many rows of a panel are printed."""


@dataclass(frozen=True, eq=False, repr=False)
class Trace(plain.Trace):
    """One answer and how it came about.

    `answer`, `confidence` (0 to 1), `letters` (what each image was read as), `verdict` (right or wrong, where the truth
    is known) and `panels`. In a notebook it shows the panels of the page; `print` shows it as text.
    """

    @classmethod
    def of(cls, trace: plain.Trace) -> Trace:
        """The same answer with everything that the library adds."""
        return cls(**vars(trace))

    def panel(self, id: str) -> Panel:
        """The panel of that name: `values` of shape (rows, columns), `rows` and `columns` their names.

        Raises InputError, with the names that there are, if this answer has no such panel.
        """
        panels = {panel.id: panel for panel in self.panels}
        return panels[validation.name(id, panels, "panel")]

    def __str__(self) -> str:
        return "\n".join([_headline(self), *_judged(self), "", *map(_outlined, self.panels)])

    def __repr__(self) -> str:
        return f"<Trace of {self.model}: {_headline(self)}>"

    def _repr_html_(self) -> str:
        return view.fragment(self._plain, _title(self, "en"), TEXTS["en"], "notebook")

    def to_csv(self, panel: str = "letters") -> str:
        """One table as CSV: what each letter was read as, or the numbers of a panel under the names of its columns.

        Raises InputError if there is no such panel.
        """
        return tables.of_letters(self._plain) if panel == "letters" else tables.of_panel(self.panel(panel))

    def figure(self, panel: str | None = None, axes: Axes | None = None, *, dark: bool = False) -> Figure:
        """A matplotlib Figure of the whole answer, or of one panel; with `axes`, drawn there, and their figure.

        It is no pyplot figure: nothing has to be closed. Raises InputError if there is no such panel.
        """
        if panel is None and axes is not None:
            raise InputError("unknown_panel", "Axes hold one panel: name it.")
        if panel is None:
            return poster.figure(self._plain, _caption(self, "en"), TEXTS["en"], dark)
        return poster.panel(self.panel(panel), self._plain, TEXTS["en"], dark, axes)

    def save(self, path: str | Path, *, dark: bool = False, language: Language = "en") -> Path:
        """Write the answer to a file and return its path: .png, .svg, .html, .csv, .json, or .zip with all tables.

        The HTML file holds everything, needs neither server nor network, and is light or dark as the reader's system
        wants it. `dark` is for pictures. Raises InputError for another ending, OSError if it cannot be written.
        """
        place = Path(path)
        maker = _FILES.get(place.suffix.lower())
        if maker is None:
            raise InputError("unknown_file", f"The file's name must end in one of {', '.join(_FILES)}.")
        write_atomically(place, maker(self, dark, language))
        return place

    @property
    def _plain(self) -> plain.Trace:
        """What views are drawn from, which ask for panels that there may not be."""
        return plain.Trace(**vars(self))


class Comparison(tuple[Trace, ...]):
    """Answers of several models to the same letters; prints as a table."""

    __slots__ = ()

    def __str__(self) -> str:
        names = max((len(trace.model) for trace in self), default=0)
        return "\n".join(f"{trace.model:<{names}}  {_headline(trace)}" for trace in self)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        head = el("tr", *(el("th", name, scope="col") for name in ("model", "answer", "confidence", "right", "ms")))
        return el("table", el("thead", head), el("tbody", *(el("tr", *map(_cell, _cells(each))) for each in self)))


def _cells(trace: Trace) -> tuple[str, ...]:
    right = "" if trace.verdict is None else "✓" if trace.verdict.right else "✗"
    return trace.model, _answer(trace), percent(trace.confidence), right, f"{trace.timing_ms:.0f}"


def _cell(text: str) -> str:
    return el("td", text)


def _headline(trace: plain.Trace) -> str:
    """`C E G I → K (98 %)`."""
    return f"{' '.join(letter.read for letter in trace.letters)} → {_answer(trace)} ({percent(trace.confidence)})"


def _answer(trace: plain.Trace) -> str:
    return symbol(trace.answer, TEXTS["en"]) or TEXTS["en"]["answer.nothing"]


def _judged(trace: Trace) -> list[str]:
    if trace.verdict is None:
        return []
    return [sentence(trace._plain, trace.verdict, worded(TEXTS["en"], trace.family, trace.kind))]


def _outlined(panel: Panel) -> str:
    """A panel's name, title and size, and the strongest column of its first rows."""
    head = f"{panel.id}: {panel.title} ({len(panel.rows)} x {len(panel.columns)} {panel.kind})"
    if panel.kind not in ("heatmap", "matrix"):
        return head
    best = panel.values.argmax(axis=1)
    pairs = zip(panel.rows[:_TOLD], best, panel.values.max(axis=1), strict=False)
    told = "  ".join(f"{row}: {panel.columns[at]} {percent(float(value))}" for row, at, value in pairs)
    return f"{head}\n  {told}{'  …' if len(panel.rows) > _TOLD else ''}"


def _model(name: str, code: str) -> str:
    return language.title(BY_NAME[name], code) if name in BY_NAME else name


def _title(trace: plain.Trace, code: str) -> str:
    return f"{language.title(TASKS[trace.task], code)} · {_model(trace.model, code)}"


def _caption(trace: plain.Trace, code: str) -> poster.Caption:
    titles = (language.title(TASKS[trace.task], code), _model(trace.model, code))
    return poster.Caption(*titles, None, ())


def _picture(kind: Literal["png", "svg"]) -> Callable[[Trace, bool, Language], bytes]:
    def draw(trace: Trace, dark: bool, code: Language) -> bytes:
        return poster.poster(trace._plain, _caption(trace, code), TEXTS[code], kind, dark)

    return draw


def _json(trace: Trace) -> bytes:
    return json.dumps(trace.to_json(), ensure_ascii=False).encode()


def _html(trace: Trace, code: Language) -> bytes:
    return view.document(trace._plain, _title(trace, code), TEXTS[code], code).encode()


_FILES: dict[str, Callable[[Trace, bool, Any], bytes]] = {
    ".png": _picture("png"),
    ".svg": _picture("svg"),
    ".html": lambda trace, _, code: _html(trace, code),
    ".csv": lambda trace, *_: trace.to_csv().encode(),
    ".json": lambda trace, *_: _json(trace),
    ".zip": lambda trace, *_: tables.archive(trace._plain),
}
"""What each kind of file holds."""
