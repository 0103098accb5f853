"""What came of a run: how it stands, its curves beside those of other runs, and its answers as it learned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seqdemo.page.html.charts.chart import Axis, Chart, Line, Points, chart, swatch
from seqdemo.page.html.charts.palette import LIMIT
from seqdemo.page.html.charts.scale import fitting, from_zero, of_shares
from seqdemo.page.html.figures import count, decimal, percent_tick, ten_to_the, tenths
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.wording import Words, percent
from seqdemo.page.workshop.verdict import Verdict, verdict

LONGEST = 8
"""Letters of an answer that are shown beside those of other moments."""


@dataclass(frozen=True)
class Curve:
    """One run on the axes that all share."""

    key: str
    title: str
    accuracy: Points
    loss: Points


@dataclass(frozen=True)
class Outcome:
    """What is known of the run that is looked at."""

    said: str
    """How it stands, in a sentence."""
    warning: str
    """What went wrong, and what to do; may be empty."""
    verdict: Verdict | None
    """Beside another run, where both are finished."""
    shipped: str
    """What the shipped model has; may be empty."""
    steps: int
    curves: tuple[Curve, ...]
    """The run itself is the last."""
    pins: tuple[str, ...]
    """Keys of the runs that are pinned, two at most."""
    chance: float | None
    exact: float | None
    by_length: Mapping[str, float]
    code: str
    """The recipe as a program."""
    ready: bool
    """Whether its model can be used."""


@dataclass(frozen=True)
class Answer:
    """What was answered after so many steps."""

    step: int
    text: str
    share: float | None
    right: bool | None
    """None where the truth is not known."""


def outcome(shown: Outcome, words: Words) -> Html:
    """Sentences and charts."""
    warning = el("p", shown.warning, class_="slip") if shown.warning else None
    return join(
        el("p", shown.said, class_="standing"),
        warning,
        verdict(shown.verdict, words) if shown.verdict else None,
        el("p", shown.shipped, class_="quiet"),
        _runs(shown, words) if len(shown.curves) > 1 else None,
        el("div", *_charts(shown, words), class_="charts"),
        _lengths(shown.by_length, words) if len(shown.by_length) > 1 else None,
        _use(words) if shown.ready else None,
        _code(shown.code, words),
    )


def _runs(shown: Outcome, words: Words) -> Html:
    """A button for each run with the look of its line, and one that pins it; two that are pinned can be told apart."""
    last = len(shown.curves) - 1
    runs = (el("div", _run(curve, n, n == last), _pin(curve, curve.key in shown.pins, words))
            for n, curve in enumerate(shown.curves))  # fmt: skip
    apart = el("button", words["bench.part"], type="button", data_parting=True) if len(shown.pins) > 1 else None
    note = None if apart else el("p", words["bench.pin.note"], class_="quiet")
    return el("div", *runs, apart, note, class_="runs", role="group", aria_label=words["bench.runs"])


def _run(curve: Curve, number: int, shows: bool) -> Html:
    return el("button", swatch(number), el("span", curve.title), type="button", data_run=curve.key,
              aria_pressed=str(shows).lower())  # fmt: skip


def _pin(curve: Curve, pinned: bool, words: Words) -> Html:
    return el("button", words["bench.pin"], type="button", data_twin=curve.key, aria_pressed=str(pinned).lower(),
              aria_label=f"{words['bench.pin']}: {curve.title}")  # fmt: skip


def _charts(shown: Outcome, words: Words) -> list[Html]:
    if not any(curve.accuracy for curve in shown.curves):
        return []
    x = Axis(words["bench.steps"], from_zero([float(shown.steps), *(p[0] for c in shown.curves for p in c.accuracy)]),
             count, lambda n: words["bench.told"].format(n=count(n)))  # fmt: skip
    right = (*_lines(shown, [curve.accuracy for curve in shown.curves]), *_references(shown, x.scale.high, words))
    shares = Axis(words["bench.accuracy"], of_shares([0.0, 1.0, *(p[1] for line in right for p in line.points)]),
                  percent_tick, tenths)  # fmt: skip
    charts = [Chart("bench-accuracy", words["bench.accuracy"], words["bench.accuracy.note"], x, shares, right)]
    losses = _lines(shown, [curve.loss for curve in shown.curves])
    if losses:
        scale = fitting([p[1] for line in losses for p in line.points])
        held = tuple(line for line in losses if all(scale.holds(p[1]) for p in line.points))
        y = Axis(words["bench.loss"], scale, ten_to_the if scale.by_ratio else decimal, decimal)
        charts.append(Chart("bench-loss", words["bench.loss"], words["bench.loss.note"], x, y, held))
    return [chart(each, words) for each in charts]


def _lines(shown: Outcome, points: Sequence[Points]) -> tuple[Line, ...]:
    last = len(points) - 1
    pairs = enumerate(zip(shown.curves, points, strict=True))
    return tuple(Line(curve.key, curve.title, n, each, picked=n == last) for n, (curve, each) in pairs if each)


def _references(shown: Outcome, end: float, words: Words) -> list[Line]:
    """Straight lines for chance and for the exact reasoner."""
    found = []
    if shown.exact is not None:
        found.append(Line("exact", words["bench.exact"], LIMIT, ((0.0, shown.exact), (end, shown.exact))))
    if shown.chance is not None:
        found.append(Line("chance", words["bench.chance"], LIMIT, ((0.0, shown.chance), (end, shown.chance))))
    return found


def _lengths(by_length: Mapping[str, float], words: Words) -> Html:
    rows = (el("div", el("dt", words["bench.lengths.n"].format(n=length)), el("dd", percent(share)))
            for length, share in by_length.items())  # fmt: skip
    return el("div", el("h3", words["bench.lengths"]), el("dl", *rows), class_="part lengths")


def _use(words: Words) -> Html:
    button = el("button", words["bench.use"], type="button", data_use=True)
    return el("div", button, el("p", words["bench.use.note"], class_="quiet", role="status",
                                 data_done=words["bench.use.done"]), class_="using")  # fmt: skip


def _code(code: str, words: Words) -> Html:
    """The recipe as a program, which can be selected with the keyboard too."""
    note = el("p", words["bench.code.note"], class_="quiet")
    listing = el("pre", el("code", code), tabindex=0, role="region", aria_label=words["bench.code"])
    return el("details", el("summary", words["bench.code"]), note, listing, class_="program")


def answers(found: Sequence[Answer], words: Words) -> Html:
    """A button for each moment with what was answered then."""
    return el("ol", *(el("li", _moment(n, each, words)) for n, each in enumerate(found)))


def _moment(number: int, answer: Answer, words: Words) -> Html:
    after = words["bench.time.step"].format(n=count(answer.step))
    kinds = ["right" if answer.right else "wrong"] if answer.right is not None else []
    text = answer.text if len(answer.text) <= LONGEST else f"{answer.text[:LONGEST]}…"
    kind = " ".join([*kinds, "long"] if len(text) > 2 else kinds) or None
    sure = None if answer.share is None else el("span", percent(answer.share))
    return el("button", el("b", text, class_=kind), sure, el("small", after), type="button", data_moment=number,
              aria_pressed="false")  # fmt: skip
