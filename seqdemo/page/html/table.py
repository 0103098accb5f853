"""A table that the page's script sorts: one row for each thing, one column for each kind of figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, TypeVar

from seqdemo.page.html.markup import Content, Html, el

Row = TypeVar("Row")
Value = float | str | None


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: what it is called, which value it takes and how that is written."""

    title: str
    value: Callable[[Row], Value]
    """By which it is sorted; None where there is none."""
    write: Callable[[Any], str] = str
    group: str = ""
    """Neighbours of one group stand under a common heading."""
    downwards: bool = False
    """Sorted from the greatest down at first."""
    text: bool = False
    """Words, not numbers."""
    verbatim: bool = False
    """As programs write it, in no language of the page."""
    picture: Callable[[Row], Content] = lambda _: None
    """What is drawn beside the value."""
    sorts: bool = True

    def cell(self, row: Row) -> Html:
        value = self.value(row)
        if value is None:
            return el("td", "–")
        text = value if isinstance(value, str) else self.write(value)
        return el(
            "td",
            self.picture(row),
            text,
            data_value=f"{value}",
            class_="text" if self.text else None,
            translate="no" if self.verbatim else None,
        )


def having_values(columns: Sequence[Column[Row]], rows: Sequence[Row]) -> list[Column[Row]]:
    """The columns in which any row has a value."""
    return [column for column in columns if any(column.value(row) is not None for row in rows)]


def head(columns: Sequence[Column[Row]]) -> Html:
    """The headers, each a button that sorts; above them those of the groups."""
    titles = el("tr", *(_header(column, n) for n, column in enumerate(columns)))
    groups = (_over(title, len(list(members))) for title, members in groupby(columns, key=lambda column: column.group))
    over = el("tr", *groups) if any(column.group for column in columns) else None
    return el("thead", over, titles)


def _over(title: str, wide: int) -> Html:
    return el("th", title, colspan=wide, scope="colgroup") if title else el("td", colspan=wide)


def _header(column: Column[Row], number: int) -> Html:
    order = "descending" if column.downwards else "ascending"
    sort = el("button", column.title, type="button", data_sort=number, data_first=order)
    return el("th", sort if column.sorts else column.title, scope="col", class_="text" if column.text else None)


def scrolling(caption: str, label: str, header: Html, rows: Sequence[Html], kind: str) -> Html:
    """The table in a place of its own, in which it may be wider than the page."""
    table = el("table", el("caption", caption, class_="unseen"), header, el("tbody", *rows), class_=kind)
    return el("div", table, class_="scroll", tabindex=0, role="region", aria_label=label)
