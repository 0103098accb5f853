"""The scoreboard: every variant at every task, where errors arise, harder letters, other readers and correctors."""

from __future__ import annotations

from collections.abc import Sequence

from seqdemo.page.html.figures import count
from seqdemo.page.html.markup import Content, Html, el, join
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words
from seqdemo.page.scoreboard.baselines import baselines
from seqdemo.page.scoreboard.correctors import correctors
from seqdemo.page.scoreboard.robustness import robustness
from seqdemo.page.scoreboard.score import Benchmark, Measured, Score
from seqdemo.page.scoreboard.score_table import score_table
from seqdemo.page.scoreboard.stages import stages


def place(words: Words) -> Html:
    """Where it will stand: empty until the script asks for it."""
    trouble = el("p", class_="slip trouble", role="alert")
    heading = el("h2", words["board.title"])
    lead = el("p", words["board.lead"], class_="quiet")
    return el("section", heading, lead, trouble, el("div", class_="body"), id="scoreboard",
              data_page="scoreboard", hidden=True, class_="learned scores")  # fmt: skip


def scoreboard(scores: Sequence[Score], measured: Benchmark, words: Words) -> Html:
    """All of it; a part of which nothing is known is not there."""
    told = measured.distortions_measured
    hard = robustness(scores, measured, words)
    return join(
        _part("scores", score_table(scores, words), _sources(measured, words), words),
        _part("stages", stages(scores, words), words["board.source.cards"], words),
        _part("hardships", hard, _of_letters(measured, words) + _measured(told, words), words),
        _part("correctors", correctors(measured, words), _of_words(measured, words), words),
        _part("rivals", baselines(measured, words), _measured(measured.baselines_measured, words), words),
    )


def _part(name: str, content: Html | None, told: Content, words: Words) -> Html | None:
    if content is None:
        return None
    heading = el("h3", words[f"board.{name}"])
    note = el("p", explained(words[f"board.{name}.note"], words), class_="quiet")
    where_from = el("p", told, class_="quiet source")
    return el("section", heading, note, content, where_from, class_="part", id=f"board-{name}")


def _measured(measured: Measured | None, words: Words) -> str:
    """When, where and with which command."""
    return "" if measured is None else words["board.source.measured"].format(**vars(measured))


def _of_letters(measured: Benchmark, words: Words) -> str:
    letters, samples = (count(measured.distorted.get(name, 0)) for name in ("letters", "samples"))
    return words["board.source.distorted"].format(letters=letters, samples=samples) + " "


def _of_words(measured: Benchmark, words: Words) -> str:
    told = words["board.source.correctors"].format(words=count(measured.corrector_words))
    return f"{told} {_measured(measured.correctors_measured, words)}"


def _sources(measured: Benchmark, words: Words) -> str:
    """Where the numbers of the table come from, and which are missing."""
    costs = words["board.source.costs"] + " " + _measured(measured.costs_measured, words)
    told = [words["board.source.cards"], costs if measured.costs else words["board.source.none"]]
    if measured.stale:
        told.append(words["board.source.stale"].format(titles=", ".join(measured.stale)))
    return " ".join(told)
