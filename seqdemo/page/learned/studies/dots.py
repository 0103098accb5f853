"""One figure of a study: a row for each change, with the mean as a dot, the spread as a bar, and the recipe as a line.

The rows are HTML, so that names and numbers stay readable at any width; only the tracks between them stretch.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seqdemo.page.html.charts.scale import Scale, of_shares
from seqdemo.page.html.figures import percent_tick, points, tenths
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words
from seqdemo.page.learned.studies.study import Group, Outcome, Spread, Study


def dots(study: Study, figure: str, words: Words) -> Html | None:
    """The picture of one figure with its numbers; None where it was not measured of the recipe as it is."""
    base = study.groups[0].base.shares.get(figure)
    if base is None:
        return None
    scale = of_shares([end for outcome in _outcomes(study, figure) for end in _ends(outcome.shares[figure])])
    title, note = words[f"study.{figure}"], words[f"study.{figure}.note"]
    caption = el("figcaption", el("h4", title), el("p", note, class_="quiet"))
    rows = el("ol", *_rows(study, figure, base, scale, words), _axis(scale), style=_behind(base, scale))
    numbers = _numbers(study, figure, words)
    return el("figure", caption, rows, numbers, class_="worth", id=f"study-{study.name}-{figure}")


def _outcomes(study: Study, figure: str) -> list[Outcome]:
    """The recipe as it is, then every change that has the figure."""
    changed = (outcome for group in study.groups for outcome in group.changed)
    return [outcome for outcome in (study.groups[0].base, *changed) if figure in outcome.shares]


def _rows(study: Study, figure: str, base: Spread, scale: Scale, words: Words) -> Iterable[Html]:
    yield _row(el("b", explained(words["study.base"], words)), base, base, scale, "base", words)
    for group in study.groups:
        for outcome in group.changed:
            if figure in outcome.shares:
                share = outcome.shares[figure]
                kind = "apart" if study.seeds > 1 and share.apart(base) else "within"
                yield _row(_name(outcome, group, words), share, base, scale, kind, words)


def _name(outcome: Outcome, group: Group, words: Words) -> Html:
    kind = words["study.instead"].format(group=group.title, base=group.base.title)
    return el("span", el("span", kind, class_="quiet"), " ", el("b", outcome.title))


def _row(name: Html, share: Spread, base: Spread, scale: Scale, kind: str, words: Words) -> Html:
    track = el(
        "span",
        el("i", class_="bar"),
        el("i", class_="dot"),
        class_="track",
        style=_places(share, scale, "at"),
        aria_hidden="true",
    )
    worth = "" if share is base else words["study.points"].format(n=points(share.mean - base.mean))
    told = el("b", tenths(share.mean)), " ", el("span", _range(share), class_="quiet"), " ", el("span", worth)
    return el("li", name, track, el("span", *told, class_="number"), class_=kind)


def _behind(base: Spread, scale: Scale) -> str:
    """What is behind all tracks: the recipe as it is, and how far one tick is from the next."""
    return f"{_places(base, scale, 'base')};--tick:{scale.share(scale.ticks[1]):.4f}"


def _places(share: Spread, scale: Scale, name: str) -> str:
    """Where mean and ends lie on the axis."""
    places = {name: share.mean, f"{name}-least": share.least, f"{name}-most": share.most}
    return ";".join(f"--{each}:{scale.share(value):.4f}" for each, value in places.items())


def _axis(scale: Scale) -> Html:
    marks = (
        el("span", percent_tick(tick), class_="mark x", style=f"--at:{scale.share(tick):.4f}") for tick in scale.ticks
    )
    return el("li", el("span"), el("span", *marks, class_="track"), el("span"), class_="ticks", aria_hidden="true")


def _ends(share: Spread) -> tuple[float, float]:
    return share.least, share.most


def _range(share: Spread) -> str:
    return f"{100 * share.least:.1f}–{100 * share.most:.1f}%"


def _numbers(study: Study, figure: str, words: Words) -> Html:
    """The same as a table, with the means by number of letters."""
    outcomes = _outcomes(study, figure)
    lengths = sorted({length for outcome in outcomes for length in outcome.by_length.get(figure, {})})
    heads = [words[f"study.{name}"] for name in ("change", "mean", "least", "most")]
    heads += [words["learned.letters"].format(n=length) for length in lengths]
    titles = [words["study.base"], *_titles(study, figure)]
    rows = (_line(title, outcome, figure, lengths) for title, outcome in zip(titles, outcomes, strict=True))
    caption = el("caption", words[f"study.{figure}"], class_="unseen")
    head = el("thead", el("tr", *(el("th", head, scope="col") for head in heads)))
    label = words["chart.numbers.of"].format(title=words[f"study.{figure}"])
    scroll = el(
        "div",
        el("table", caption, head, el("tbody", *rows)),
        class_="scroll",
        tabindex=0,
        role="region",
        aria_label=label,
    )
    return el("details", el("summary", words["chart.numbers"]), scroll, class_="numbers")


def _titles(study: Study, figure: str) -> list[str]:
    """What each change is called where no group stands above it."""
    return [
        f"{group.title}: {outcome.title}"
        for group in study.groups
        for outcome in group.changed
        if figure in outcome.shares
    ]


def _line(title: str, outcome: Outcome, figure: str, lengths: Sequence[int]) -> Html:
    share, by_length = outcome.shares[figure], outcome.by_length.get(figure, {})
    cells = [tenths(each) for each in (share.mean, share.least, share.most)]
    cells += [tenths(by_length[length].mean) if length in by_length else "–" for length in lengths]
    return el("tr", el("th", title, scope="row"), *(el("td", cell) for cell in cells))
