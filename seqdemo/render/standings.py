"""The figures of all variants in one table, which the script sorts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from seqdemo.render.chart import swatch
from seqdemo.render.course import Course, Search
from seqdemo.render.figures import count, duration, tenths
from seqdemo.render.markup import Html, el
from seqdemo.render.wording import Words

Value = float | str | None


@dataclass(frozen=True)
class Column:
    """One column: what it is called, which value it takes and how that is written."""

    title: str
    value: Callable[[Course], Value]
    write: Callable[[float], str] = str
    group: str = ""
    """Neighbours of one group stand under a common heading."""
    downwards: bool = False
    """Sorted from the greatest down at first."""
    text: bool = False
    """Words, not numbers."""


def standings(courses: Sequence[Course], words: Words) -> Html:
    """One row per variant, one column for each kind of figure that any of them has."""
    columns = [
        column for column in _columns(courses, words) if any(column.value(course) is not None for course in courses)
    ]
    rows = (_row(course, n, columns) for n, course in enumerate(courses))
    caption = el("caption", words["standings.caption"], class_="unseen")
    table = el("table", caption, _head(columns, words), el("tbody", *rows), class_="standings")
    return el("div", table, class_="scroll", tabindex=0, role="region", aria_label=words["standings.title"])


def _columns(courses: Sequence[Course], words: Words) -> list[Column]:
    return [
        Column(words["standings.parameters"], lambda course: course.parameters, count),
        *_shares("greedy", courses, words),
        *_shares("beam", courses, words),
        Column(words["standings.time"], lambda course: course.seconds, lambda seconds: duration(seconds, words)),
        Column(words["standings.device"], lambda course: course.device, text=True),
        Column(words["standings.date"], lambda course: course.date, text=True),
    ]


def _shares(search: Search, courses: Sequence[Course], words: Words) -> list[Column]:
    """Right answers by kind of length; a group only where there is another search to compare with."""
    kinds = dict.fromkeys(kind for course in courses for kind in course.shares.get(search, {}))
    several = any("beam" in course.shares for course in courses)
    group = words[f"standings.{search}"] if several else ""
    return [Column(words[f"standings.{kind}"], _share(search, kind), tenths, group, True) for kind in kinds]


def _share(search: Search, kind: str) -> Callable[[Course], Value]:
    return lambda course: course.shares.get(search, {}).get(kind)


def _head(columns: Sequence[Column], words: Words) -> Html:
    """The headers, each a button that sorts; above them those of the groups."""
    name = Column(words["standings.variant"], lambda course: course.title, text=True)
    titles = el("tr", *(_header(column, n) for n, column in enumerate([name, *columns])))
    groups = (_over(title, len(list(members))) for title, members in groupby(columns, key=lambda column: column.group))
    over = el("tr", el("td"), *groups) if any(column.group for column in columns) else None
    return el("thead", over, titles)


def _over(title: str, wide: int) -> Html:
    return el("th", title, colspan=wide, scope="colgroup") if title else el("td", colspan=wide)


def _header(column: Column, number: int) -> Html:
    order = "descending" if column.downwards else "ascending"
    sort = el("button", column.title, type="button", data_sort=number, data_first=order)
    return el("th", sort, scope="col", class_="text" if column.text else None)


def _row(course: Course, number: int, columns: Sequence[Column]) -> Html:
    name = el("th", swatch(number), course.title, scope="row", data_value=number)
    return el("tr", name, *(_cell(column, course) for column in columns), data_variant=course.name)


def _cell(column: Column, course: Course) -> Html:
    value = column.value(course)
    if value is None:
        return el("td", "–")
    text = value if isinstance(value, str) else column.write(value)
    return el("td", text, data_value=f"{value}", class_="text" if column.text else None)
