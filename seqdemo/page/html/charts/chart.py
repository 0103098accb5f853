"""A line chart: SVG for what may stretch, HTML for what must stay readable at any width.

The drawing is 1000 by 1000 and stretched to its place; strokes keep their width. Labels stand around it as text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from seqdemo.page.html.charts.palette import LIMIT, look
from seqdemo.page.html.charts.scale import Scale
from seqdemo.page.html.markup import Html, el, packed
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words

Points = tuple[tuple[float, float], ...]
_SIZE = 1000
_TOP = 0.88
"""Above this share of the height there is no room for a name."""
SPARSE = 12
"""Lines of at most so many points show them all."""


@dataclass(frozen=True)
class Line:
    """One line of a chart."""

    key: str
    """Lines of one key, in all charts, light up and disappear together."""
    title: str
    look: int
    points: Points
    """x and y, by growing x."""
    second: bool = False
    """A further line of the same key, such as that of another search; it is dotted and may be switched off."""
    picked: bool = False
    """It stands out from the others."""
    spread: tuple[tuple[float, float], ...] = ()
    """The least and the greatest y at each point, where it is the mean of several or has an interval."""

    def told(self, number: int, axis: Axis) -> str:
        """Its y at one point, in words; with the spread where there is one."""
        ends = f" ({'–'.join(map(axis.told, self.spread[number]))})" if self.spread else ""
        return f"{axis.told(self.points[number][1])}{ends}"


@dataclass(frozen=True)
class Axis:
    """What an axis measures and how its numbers are written."""

    title: str
    scale: Scale
    label: Callable[[float], str]
    """At the ticks."""
    told: Callable[[float], str]
    """Of one point, exactly."""


@dataclass(frozen=True)
class Chart:
    """Lines over two axes."""

    id: str
    title: str
    note: str
    """What to bear in mind, or which line is which, in a sentence or two; may be empty."""
    x: Axis
    y: Axis
    lines: tuple[Line, ...]
    border: tuple[float, str] | None = None
    """Where on the x axis something else begins, and what."""
    legend: Html | None = None
    """Which line is which, where no switches above the chart say so."""


def chart(drawn: Chart, words: Words) -> Html:
    """The chart with its title, what to bear in mind, and its numbers as a table."""
    note = el("p", explained(drawn.note, words), class_="quiet") if drawn.note else None
    caption = el("figcaption", el("h3", drawn.title), note, drawn.legend)
    most = max((len(line.points) for line in drawn.lines), default=0)
    kind = "chart sparse" if most <= SPARSE else "chart"
    return el("figure", caption, _plot(drawn, words), numbers(drawn, words), class_=kind, id=f"chart-{drawn.id}")


def _plot(drawn: Chart, words: Words) -> Html:
    """The drawing amid its labels; the keyboard walks along its lines."""
    lines = (_line(line, drawn) for line in drawn.lines)
    svg = el("svg", _grid(drawn), _beyond(drawn), *lines, viewBox=f"0 0 {_SIZE} {_SIZE}", preserveAspectRatio="none",
             aria_hidden="true")  # fmt: skip
    told = el("p", class_="told", role="status", hidden=True)
    area = el("div", svg, *_labels(drawn), _border(drawn), *_ends(drawn), told, class_="area")
    names = el("span", drawn.y.title, class_="title y"), el("span", drawn.x.title, class_="title x")
    label = words["chart.label"].format(title=drawn.title)
    return el("div", *names, area, class_="plot", tabindex=0, role="group", aria_label=label)


def _grid(drawn: Chart) -> Html:
    across = "".join(f"M0 {_down(drawn, tick)}H{_SIZE}" for tick in drawn.y.scale.ticks)
    return el("path", class_="rules", d=across)


def _beyond(drawn: Chart) -> Html | None:
    """The border, and the ground behind what lies beyond it."""
    if drawn.border is None:
        return None
    at = _right(drawn, drawn.border[0])
    ground, edge = el("path", d=f"M{at} 0H{_SIZE}V{_SIZE}H{at}z"), el("path", class_="edge", d=f"M{at} 0V{_SIZE}")
    return el("g", ground, edge, class_="beyond")


def _border(drawn: Chart) -> Html | None:
    if drawn.border is None:
        return None
    place, text = drawn.border
    return el("span", text, class_="border", style=f"--x:{drawn.x.scale.share(place):.4f}")


def _line(line: Line, drawn: Chart) -> Html:
    """One line: its stroke, its markers, and for the script its places and what to say at each."""
    places = [(_right(drawn, x), _down(drawn, y)) for x, y in line.points]
    stroke = "M" + "L".join(f"{x} {y}" for x, y in places)
    dots = "".join(f"M{x} {y}h.01" for x, y in places)
    told = [f"{drawn.x.told(x)}: {line.told(n, drawn.y)}" for n, (x, _) in enumerate(line.points)]
    shares = [[x / _SIZE, y / _SIZE] for x, y in places]
    kinds = (
        "course",
        look(line.look),
        "second" if line.second else "",
        "alone" if len(places) == 1 else "",
        "picked" if line.picked else "",
    )
    parts = _spread(line, drawn), *_drawn(stroke, dots)
    return el("g", *parts, class_=" ".join(filter(None, kinds)), data_variant=line.key, data_title=line.title,
              data_told=packed(told), data_points=packed(shares))  # fmt: skip


def _spread(line: Line, drawn: Chart) -> Html | None:
    """The ground between the least and the greatest, there along the one and back along the other."""
    if not line.spread:
        return None
    least, most = (
        [f"{_right(drawn, x)} {_down(drawn, y)}" for (x, _), y in zip(line.points, ends, strict=True)]
        for ends in zip(*line.spread, strict=True)
    )
    return el("path", class_="spread", d=f"M{'L'.join([*least, *reversed(most)])}z")


def swatch(number: int) -> Html:
    """A short piece of the line that has this look."""
    return el(
        "svg", *_drawn("M2 6H34", "M18 6h.01"), class_=f"swatch {look(number)}", viewBox="0 0 36 12", aria_hidden="true"
    )


def _drawn(stroke: str, dots: str) -> tuple[Html, Html, Html]:
    """A stroke and its markers: dots, and on top of them what makes some of them hollow."""
    return el("path", class_="stroke", d=stroke), el("path", class_="dots", d=dots), el("path", class_="holes", d=dots)


def _ends(drawn: Chart) -> Iterable[Html]:
    """The name of each line at its end, away from where it came; the style sheet shows the chosen one's and the limit.

    The limit's is above the beginning of its line, where no other name comes; of one that runs along the upper or lower
    edge above its end, where neither the axis is named nor lines set out. A line that ends early leaves its name no
    room before its end.
    """
    for line in drawn.lines:
        if not line.second:
            at = line.points[0 if line.look == LIMIT and not _is_edge(line, drawn) else -1]
            x, y = drawn.x.scale.share(at[0]), drawn.y.scale.share(at[1])
            falls = line.points[0][1] > line.points[-1][1]
            side = " below" if line.look != LIMIT and (y > _TOP or (falls and y > 1 - _TOP)) else ""
            early = " early" if x < 0.5 else ""
            yield el(
                "b",
                line.title,
                class_=f"end {look(line.look)}{side}{early}",
                style=f"--x:{x:.4f};--y:{y:.4f}",
                data_variant=line.key,
                aria_hidden="true",
            )


def _is_edge(line: Line, drawn: Chart) -> bool:
    """Whether a line is level, near the upper or lower edge."""
    shares = {drawn.y.scale.share(y) for _, y in line.points}
    return len(shares) == 1 and not 1 - _TOP <= max(shares) <= _TOP


def _labels(drawn: Chart) -> Iterable[Html]:
    for axis, name in ((drawn.x, "x"), (drawn.y, "y")):
        for tick in axis.scale.ticks:
            share = axis.scale.share(tick)
            yield el("span", axis.label(tick), class_=f"mark {name}", style=f"--at:{share:.4f}", aria_hidden="true")


def _right(drawn: Chart, x: float) -> int:
    return round(_SIZE * drawn.x.scale.share(x))


def _down(drawn: Chart, y: float) -> int:
    return round(_SIZE * (1 - drawn.y.scale.share(y)))


def numbers(drawn: Chart, words: Words) -> Html:
    """The same as tables: lines that have the same x share one, with a row per x and a column per line."""
    alike: dict[tuple[float, ...], list[Line]] = {}
    for line in drawn.lines:
        alike.setdefault(tuple(x for x, _ in line.points), []).append(line)
    tables = (_table(places, lines, drawn, words) for places, lines in alike.items())
    label = words["chart.numbers.of"].format(title=drawn.title)
    scroll = el("div", *tables, class_="scroll", tabindex=0, role="region", aria_label=label)
    return el("details", el("summary", words["chart.numbers"]), scroll, class_="numbers")


def _table(places: Sequence[float], lines: Sequence[Line], drawn: Chart, words: Words) -> Html:
    heads = el("tr", el("th", drawn.x.title, scope="col"), *(_head(line, words) for line in lines))
    rows = (_row(n, x, lines, drawn) for n, x in enumerate(places))
    caption = el("caption", f"{drawn.title}. {drawn.y.title}", class_="unseen")
    return el("table", caption, el("thead", heads), el("tbody", *rows))


def _row(number: int, x: float, lines: Sequence[Line], drawn: Chart) -> Html:
    cells = (el("td", line.told(number, drawn.y)) for line in lines)
    return el("tr", el("th", drawn.x.label(x), scope="row"), *cells)


def _head(line: Line, words: Words) -> Html:
    title = words["chart.second"].format(title=line.title) if line.second else line.title
    return el("th", title, scope="col", data_variant=line.key)
