"""The claims of textbooks beside the figures that bear them out, or do not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from seqdemo.page.html.figures import about, points, span, tenths
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words
from seqdemo.page.learned.claims import CLEAR, CLEARLY_SOONER, Finding, on_usual_lengths

_SIGNS = {"yes": "✓", "no": "✗", "unclear": "≈"}


def evidence(found: Sequence[Finding], words: Words) -> Html | None:
    """Each claim with its numbers and its outcome, and from which difference on it counts."""
    if not found:
        return None
    rule = words["claims.rule"].format(points=f"{100 * CLEAR:g}", sooner=f"{100 * CLEARLY_SOONER:g}%")
    items = (_claim(list(cases), words) for _, cases in groupby(found, key=lambda finding: finding.claim.key))
    heading = el("h3", words["claims.title"])
    return el("section", heading, el("p", rule, class_="quiet"), el("ol", *items, class_="claims"), class_="part")


def _claim(cases: Sequence[Finding], words: Words) -> Html:
    """One claim and each pair of variants that it was tried on."""
    key = cases[0].claim.key
    names = dict.fromkeys(name for case in cases for name in case.claim.names)
    show = el("button", words["claims.show"], type="button", data_only=" ".join(names))
    told = el("div", *(_case(case, words) for case in cases), class_="cases")
    return el(
        "li",
        el("h4", explained(words[f"claim.{key}"], words)),
        el("p", explained(_measure(cases[0], words), words), class_="quiet"),
        told,
        show,
    )


def _case(case: Finding, words: Words) -> Html:
    sign = el("span", _SIGNS[case.outcome], aria_hidden="true")
    outcome = el("p", sign, words[f"claims.{case.outcome}"], class_=f"outcome {case.outcome}")
    return el("div", outcome, _numbers(case, words))


def _measure(finding: Finding, words: Words) -> str:
    """What the two numbers are."""
    first, second = finding.claim.lengths or (None, None)
    told = words[f"claim.{finding.claim.key}.measure"]
    return told.format(title=finding.histories[0].title, first=first, second=second)


def _numbers(finding: Finding, words: Words) -> Html:
    pairs = zip(_labels(finding, words), finding.numbers, strict=True)
    write = tenths if finding.claim.measure == "share" else about
    cells = (each for label, number in pairs for each in (el("dt", label), el("dd", write(number))))
    return el(
        "dl",
        *cells,
        *_ranges(finding, words),
        el("dt", words["claims.difference"]),
        el("dd", _difference(finding, words)),
    )


def _ranges(finding: Finding, words: Words) -> list[Html]:
    """From where to where each variant comes with its seeds, where it was trained with several."""
    cells: list[Html] = []
    for history in finding.histories if finding.claim.take is on_usual_lengths else ():
        if len(history.seeds) > 1:
            name = words["claims.seeds"].format(title=history.title, n=len(history.seeds))
            cells += [el("dt", name), el("dd", span(history.seeds))]
    return cells


def _labels(finding: Finding, words: Words) -> tuple[str, ...]:
    """The variants, or for one variant the lengths."""
    if len(finding.histories) == 2:
        return tuple(history.title for history in finding.histories)
    return tuple(words["learned.letters"].format(n=length) for length in finding.claim.lengths or ())


def _difference(finding: Finding, words: Words) -> str:
    first, second = finding.numbers
    if finding.claim.measure == "share":
        return words["claims.points"].format(n=points(second - first))
    return f"{100 * (second - first) / first:+.0f}%".replace("-", "−")
