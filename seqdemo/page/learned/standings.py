"""The figures of all variants in one table, which the script sorts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from seqdemo.page.html.charts.chart import swatch
from seqdemo.page.html.charts.course import Course, Search, looks, titled
from seqdemo.page.html.figures import count, duration, tenths
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.table import Column, Value, having_values, head, scrolling
from seqdemo.page.html.wording import Words, device

Figure = Column[Course]


def standings(courses: Sequence[Course], words: Words) -> Html:
    """One row per variant, one column for each kind of figure that any of them has."""
    columns = having_values(_columns(courses, words), courses)
    looking = zip(courses, looks(courses), strict=True)
    rows = [_row(course, n, look, columns, words) for n, (course, look) in enumerate(looking)]
    name = Figure(words["standings.variant"], lambda course: course.title, text=True)
    header = head([name, *columns])
    return scrolling(words["standings.caption"], words["standings.title"], header, rows, "standings")


def _columns(courses: Sequence[Course], words: Words) -> list[Figure]:
    return [
        Figure(words["standings.parameters"], lambda course: course.parameters, count),
        *_shares("greedy", courses, words),
        *_shares("beam", courses, words),
        Figure(words["standings.time"], lambda course: course.seconds, lambda seconds: duration(seconds, words)),
        Figure(words["standings.device"], lambda course: course.device and device(course.device, words), text=True),
        Figure(words["standings.date"], lambda course: course.date, text=True),
    ]


def _shares(search: Search, courses: Sequence[Course], words: Words) -> list[Figure]:
    """Right answers by kind of length; a group only where there is another search to compare with."""
    kinds = dict.fromkeys(kind for course in courses for kind in course.shares.get(search, {}))
    several = any("beam" in course.shares for course in courses)
    group = words[f"standings.{search}"] if several else ""
    return [Figure(words[f"standings.{kind}"], _share(search, kind), tenths, group, True) for kind in kinds]


def _share(search: Search, kind: str) -> Callable[[Course], Value]:
    return lambda course: course.shares.get(search, {}).get(kind)


def _row(course: Course, number: int, look: int, columns: Sequence[Figure], words: Words) -> Html:
    name = el("th", swatch(look), titled(course, words), scope="row", data_value=number)
    return el("tr", name, *(column.cell(course) for column in columns), data_variant=course.name)
