"""A dot plot, arm against arm on one axis: each dot a phone's run, with the mean and the spread of each arm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seqdemo.page.html.charts.palette import look
from seqdemo.page.html.charts.scale import Scale, of_shares
from seqdemo.page.html.figures import percent_tick, tenths
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words

WIDE = 0.034
"""Of a dot, as a share of the axis."""
_FEWEST_LEVELS = 5


@dataclass(frozen=True)
class Dot:
    """A phone's run."""

    share: float
    """Right answers."""
    name: str
    short: str
    """What stands in the dot, where it is large enough."""
    colour: str
    own: bool = False
    """It is that of whoever looks."""


@dataclass(frozen=True)
class Arm:
    """All runs of one way."""

    title: str
    dots: tuple[Dot, ...]
    mean: float | None
    deviation: float | None
    study: tuple[float, ...]
    """Right answers of the runs that were made beforehand."""


@dataclass(frozen=True)
class DotPlot:
    """Two arms."""

    arms: tuple[Arm, Arm]
    studied: bool
    """Whether the runs that were made beforehand show; the axis has room for them in any case."""

    @property
    def dotted(self) -> bool:
        return any(arm.dots for arm in self.arms)


def dot_plot(drawn: DotPlot, words: Words) -> Html:
    """Both arms above one axis, and what is what."""
    legend = [words["room.compare.legend"]]
    if drawn.studied and drawn.arms[0].study:
        legend.append(words["room.compare.legend.study"].format(count=len(drawn.arms[0].study)))
    return el("div", _plot(drawn, words), el("p", " ".join(legend), class_="quiet"), class_="plots")


def _plot(drawn: DotPlot, words: Words) -> Html:
    scale = of_shares([share for arm in drawn.arms for share in (*arm.study, *(dot.share for dot in arm.dots))])
    levels = [swarm([scale.share(dot.share) for dot in arm.dots]) for arm in drawn.arms]
    deep = max(_FEWEST_LEVELS, *(2 * max(map(abs, each), default=0) + 1 for each in levels))
    arms = (_arm(arm, number, levels[number], scale, drawn.studied, words) for number, arm in enumerate(drawn.arms))
    return el("div", *arms, _ticks(scale), class_="dot-plot", style=f"--deep:{deep}")


def swarm(places: Sequence[float]) -> list[int]:
    """How many dots above (or, negative, below) the middle each stands, so that none hides another."""
    last: dict[int, float] = {}
    levels = [0] * len(places)
    for number in sorted(range(len(places)), key=places.__getitem__):
        level = next(each for each in _outwards() if places[number] - last.get(each, -1.0) >= WIDE)
        levels[number], last[level] = level, places[number]
    return levels


def _outwards() -> Sequence[int]:
    return [sign * level for level in range(60) for sign in ((1,) if level == 0 else (1, -1))]


def _arm(arm: Arm, number: int, levels: Sequence[int], scale: Scale, studied: bool, words: Words) -> Html:
    told = el("span", _told(arm, words), class_="quiet")
    dots = (_dot(dot, level, scale) for dot, level in zip(arm.dots, levels, strict=True))
    strip = el("div", _spread(arm, scale), el("ul", *dots, aria_label=arm.title), class_="strip")
    study = _study(arm, scale) if studied and arm.study else None
    return el("div", el("p", el("b", arm.title), " ", told), strip, study, class_=f"arm {look(number)}")


def _told(arm: Arm, words: Words) -> str:
    if arm.mean is None:
        return words["room.compare.empty"]
    if arm.deviation is None:
        return words["room.compare.mean"].format(mean=tenths(arm.mean), count=len(arm.dots))
    deviation = f"{100 * arm.deviation:.1f}"
    return words["room.compare.spread"].format(mean=tenths(arm.mean), deviation=deviation, count=len(arm.dots))


def _spread(arm: Arm, scale: Scale) -> Html | None:
    """The mean as a line amid a band one standard deviation to each side."""
    if arm.mean is None:
        return None
    low, high = (scale.share(arm.mean + sign * (arm.deviation or 0.0)) for sign in (-1, 1))
    band = f"--from:{low:.4f};--to:{high:.4f};--x:{scale.share(arm.mean):.4f}"
    return el("div", el("i", class_="band"), el("i", class_="mean"), class_="along", style=band, aria_hidden="true")


def _dot(dot: Dot, level: int, scale: Scale) -> Html:
    said = f"{dot.name}: {tenths(dot.share)}"
    kinds = f"hand {dot.colour} dot own" if dot.own else f"hand {dot.colour} dot"
    place = f"--x:{scale.share(dot.share):.4f};--y:{level}"
    return el("li", el("b", dot.short, aria_hidden="true"), el("span", said, class_="unseen"), class_=kinds,
              title=said, style=place)  # fmt: skip


def _study(arm: Arm, scale: Scale) -> Html:
    marks = (el("i", style=f"--x:{scale.share(share):.4f}") for share in arm.study)
    return el("div", el("div", *marks, class_="along"), class_="before", aria_hidden="true")


def _ticks(scale: Scale) -> Html:
    ticks = (el("span", percent_tick(tick), style=f"--x:{scale.share(tick):.4f}") for tick in scale.ticks)
    return el("div", el("div", *ticks, class_="along"), class_="ticks", aria_hidden="true")
