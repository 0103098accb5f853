"""What came of a bet: a finished run beside another one, and whether two seeds may differ as much."""

from __future__ import annotations

from dataclasses import dataclass

from seqdemo.page.html.figures import points
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words


@dataclass(frozen=True)
class Verdict:
    """A finished run beside another one."""

    title: str
    """What sets it apart."""
    other: str
    apart: float
    """Its right answers, less the other's."""
    between: float | None
    """By so much two seeds of one recipe may differ; None where that is not known."""
    bet: str
    """What a visitor expected, as in BETS; may be empty."""

    @property
    def outcome(self) -> str:
        if abs(self.apart) <= (self.between or 0.0):
            return "same"
        return "better" if self.apart > 0 else "worse"


def verdict(shown: Verdict, words: Words) -> Html:
    """By how much it is better or worse, whether seeds explain that, and whether the bet was right."""
    said = words["bench.verdict"].format(title=shown.title, other=shown.other, points=points(shown.apart))
    if shown.between is not None:
        within = words["bench.verdict.within" if shown.outcome == "same" else "bench.verdict.larger"]
        said = f"{said} {within.format(seeds=f'{100 * shown.between:.1f}')}"
    return el("p", _bet(shown, words), said, class_="compared")


def _bet(shown: Verdict, words: Words) -> Html | None:
    if not shown.bet:
        return None
    won, bet, outcome = shown.bet == shown.outcome, words[f"bench.bet.{shown.bet}"], words[f"bench.bet.{shown.outcome}"]
    said = words["bench.bet.won" if won else "bench.bet.lost"].format(bet=bet, outcome=outcome)
    return el("b", said, " ", class_="right" if won else "wrong")
