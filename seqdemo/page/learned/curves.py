"""Which charts are drawn of the courses of a task, and which lines belong into each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import ceil, floor, log10

from seqdemo.page.html.charts.chart import Axis, Chart, Line, Points, chart
from seqdemo.page.html.charts.course import Course, Search, looks, titled
from seqdemo.page.html.charts.palette import LIMIT
from seqdemo.page.html.charts.scale import Scale, counting, fitting, from_zero, of_shares
from seqdemo.page.html.figures import count, decimal, percent_tick, ten_to_the, tenths
from seqdemo.page.html.markup import Html
from seqdemo.page.html.wording import Words

FAINTEST = 1e-8
"""Smaller shares of a row in the answer are drawn as this one: figures are kept to so many places."""
_EVERY = 7
"""Every so many rows have their number on the axis."""


def charts(courses: Sequence[Course], longest: int | None, words: Words) -> list[Html]:
    """Loss, right answers during training and by length, rows remembered; losses of rarer kinds come last."""
    losses = _losses(courses, words)
    right = [_accuracy(courses, words), _longer(courses, words), _by_length(courses, longest, words)]
    found = [*losses[:1], *right, _reliability(courses, words), _recall(courses, words), *losses[1:]]
    return [chart(drawn, words) for drawn in found if drawn is not None]


def _losses(courses: Sequence[Course], words: Words) -> list[Chart]:
    """One chart for each kind of loss, the most frequent first: only losses of one kind can be compared.

    None for an exact reasoner, of which next to nothing is learned.
    """
    kinds = Counter(course.objective for course in courses if course.curve("loss") and not course.exact)
    return [_loss(kind, courses, words) for kind, _ in kinds.most_common()]


def _loss(objective: str, courses: Sequence[Course], words: Words) -> Chart:
    alike = [course for course in courses if course.objective == objective]
    scale = fitting([y for course in alike for _, y in course.curve("loss")])
    lines = _lines(courses, lambda course: _held(course.curve("loss"), scale) if course in alike else (), words)
    kind = words.get(f"learned.loss.{objective}", "")
    y = Axis(words["learned.loss.axis"], scale, ten_to_the if scale.by_ratio else decimal, decimal)
    return Chart(f"loss-{objective}", words["learned.loss"], kind, _seen(lines, alike, words), y, lines)


def _held(points: Points, scale: Scale) -> Points:
    """A loss of 0 has no place where equal ratios are equally far apart."""
    return tuple((x, y) for x, y in points if scale.holds(y))


def _accuracy(courses: Sequence[Course], words: Words) -> Chart | None:
    return _rising("accuracy", Course.accuracy_curve, courses, words)


def _longer(courses: Sequence[Course], words: Words) -> Chart | None:
    return _rising("longer", lambda course: course.curve("longer"), courses, words)


def _rising(id: str, take: Callable[[Course], Points], courses: Sequence[Course], words: Words) -> Chart | None:
    """Right answers on the validation writers by what had been seen; courses that count something else stay away."""
    having = [course for course in courses if take(course) and not course.exact]
    if not having:
        return None
    unit = Counter(course.unit for course in having).most_common()[0][0]
    alike = [course for course in having if course.unit == unit]
    lines = _lines(courses, lambda course: take(course) if course in alike else (), words)
    lines += _limits(courses, take, lines, words)
    away = ", ".join(course.title for course in having if course not in alike)
    note = " ".join([words[f"learned.{id}.note"], *([words["learned.away"].format(titles=away)] if away else [])])
    y = _share_axis(lines, words[f"learned.{id}.axis"])
    return Chart(id, words[f"learned.{id}"], note, _seen(lines, alike, words), y, lines)


def _limits(
    courses: Sequence[Course], take: Callable[[Course], Points], lines: Iterable[Line], words: Words
) -> tuple[Line, ...]:
    """The best of each exact reasoner, all along the axis: it does not come into being step by step."""
    end = max(x for line in lines for x, _ in line.points)
    tops = ((course, max(share for _, share in take(course))) for course in courses if course.exact and take(course))
    return tuple(
        Line(course.name, titled(course, words), LIMIT, ((0.0, top), (float(end), top))) for course, top in tops
    )


def _by_length(courses: Sequence[Course], longest: int | None, words: Words) -> Chart | None:
    """Right answers on the test writers by number of letters; None where there is only one length."""
    searches: tuple[Search, ...] = ("greedy", "beam")
    lines = tuple(line for search in searches for line in _lines(courses, _of_length(search), words, search == "beam"))
    lengths = sorted({x for line in lines for x, _ in line.points})
    if len(lengths) < 2:
        return None
    x = Axis(words["learned.length.letters"], counting(lengths), count, lambda n: words["learned.letters"].format(n=n))
    y = _share_axis(lines, words["learned.length.axis"])
    border = None
    if longest is not None and lengths[-1] > longest:
        border = (longest + 0.5, words["learned.length.border"])
    return Chart("length", words["learned.length"], words["learned.length.note"], x, y, lines, border)


def _of_length(search: Search) -> Callable[[Course], Points]:
    return lambda course: tuple(course.by_length.get(search, {}).items())


def _reliability(courses: Sequence[Course], words: Words) -> Chart | None:
    """How often readers were right, by how sure they were; who is as sure as right lies on the diagonal."""
    lines = _lines(courses, lambda course: course.reliability, words)
    if not lines:
        return None
    scale = of_shares((0.0, 1.0))
    errors = ", ".join(f"{course.title} {course.ece:.3f}" for course in courses if course.ece is not None)
    x, y = (Axis(words[f"learned.reliability.{name}"], scale, percent_tick, tenths) for name in ("sure", "right"))
    diagonal = Line("diagonal", words["learned.reliability.diagonal"], LIMIT, ((0.0, 0.0), (1.0, 1.0)))
    note = words["learned.reliability.note"].format(errors=errors)
    return Chart("reliability", words["learned.reliability"], note, x, y, (*lines, diagonal))


def _recall(courses: Sequence[Course], words: Words) -> Chart | None:
    """How much of the answer hangs on each row of the image."""
    lines = _lines(courses, _looked_back, words)
    if not lines:
        return None
    rows = max(len(line.points) for line in lines)
    across = Scale(1.0, rows, (1.0, *range(_EVERY, rows + 1, _EVERY)))
    told = words["learned.recall.told"]
    x = Axis(words["learned.recall.row"], across, count, lambda row: told.format(row=count(row)))
    down = _powers([share for line in lines for _, share in line.points])
    y = Axis(words["learned.recall.axis"], down, ten_to_the, lambda share: _faint(share, words))
    return Chart("remembered", words["learned.recall"], words["learned.recall.note"], x, y, lines)


def _looked_back(course: Course) -> Points:
    return tuple((float(row), max(share, FAINTEST)) for row, share in enumerate(course.recall, 1))


def _powers(values: Sequence[float]) -> Scale:
    """By ratio, over whole powers of ten, at least one."""
    first = floor(log10(min(values)))
    last = max(first + 1, ceil(log10(max(values))))
    return Scale(10.0**first, 10.0**last, tuple(10.0**power for power in range(first, last + 1)), by_ratio=True)


def _faint(share: float, words: Words) -> str:
    told = f"{decimal(100 * max(share, FAINTEST))} %"
    return words["learned.recall.less"].format(share=told) if share <= FAINTEST else told


def _lines(
    courses: Sequence[Course], take: Callable[[Course], Points], words: Words, second: bool = False
) -> tuple[Line, ...]:
    """A line for each course that has points, in the look that it has everywhere."""
    taken = ((look, course, take(course)) for course, look in zip(courses, looks(courses), strict=True))
    return tuple(
        Line(course.name, titled(course, words), look, points, second) for look, course, points in taken if points
    )


def _seen(lines: Iterable[Line], courses: Sequence[Course], words: Words) -> Axis:
    unit = ".letters" if courses[0].unit == "letters" else ""
    scale = from_zero([x for line in lines for x, _ in line.points])
    return Axis(words[f"learned.seen{unit}"], scale, count, lambda n: words[f"learned.told{unit}"].format(n=count(n)))


def _share_axis(lines: Iterable[Line], title: str) -> Axis:
    return Axis(title, of_shares([y for line in lines for _, y in line.points]), percent_tick, tenths)
