"""What the variants of a task learned: how it went, how they do now, and what textbooks say of it."""

from __future__ import annotations

from collections.abc import Sequence

from seqdemo.page.html.charts.chart import swatch
from seqdemo.page.html.charts.history import History, looks, titled
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.wording import Words
from seqdemo.page.learned.claims import findings
from seqdemo.page.learned.confusion.confusion import confusion
from seqdemo.page.learned.curves import charts
from seqdemo.page.learned.evidence import evidence
from seqdemo.page.learned.stages import stages
from seqdemo.page.learned.standings import standings
from seqdemo.page.learned.studies.studies import section as study_section
from seqdemo.page.learned.studies.study import Study


def learned(histories: Sequence[History], longest: int | None, words: Words, studies: Sequence[Study] = ()) -> Html:
    """Charts, table, confusions, claims, studies; `longest` is the greatest number of letters that training had."""
    if not any(history.checks or history.shares for history in histories):
        return el("p", words["learned.nothing"], class_="quiet")
    table = el(
        "section",
        el("h3", words["standings.title"]),
        *_tested(histories, words),
        standings(histories, words),
        class_="part",
    )
    return join(
        _legend(histories, words),
        el("div", *charts(histories, longest, words), class_="charts"),
        table,
        *(stages(history, words) for history in histories),
        *(confusion(history, words) for history in histories),
        evidence(findings(histories), words),
        *(study_section(study, words) for study in studies),
    )


def section(words: Words) -> Html:
    """Where it will stand: closed, and empty until the script asks for it."""
    summary = el("summary", el("h2", words["learned.title"]), el("span", words["learned.lead"], class_="quiet"))
    trouble = el("p", class_="slip trouble", role="alert")
    return el("details", summary, trouble, el("div", class_="body"), id="learned", class_="learned")


def _legend(histories: Sequence[History], words: Words) -> Html:
    """A switch for each variant's lines, in the look of the lines."""
    switches = (
        el("button", swatch(look), el("span", titled(history, words)), type="button", data_variant=history.name,
           data_toggle=True, aria_pressed="true")
        for history, look in zip(histories, looks(histories), strict=True)
    )  # fmt: skip
    group = el("div", *switches, class_="switches", role="group", aria_label=words["learned.legend"])
    return el("div", group, el("div", *_tools(histories, words), class_="tools"), class_="lines")


def _tools(histories: Sequence[History], words: Words) -> list[Html]:
    """Every line, only the chosen one, and the lines of the other search."""
    tools = []
    if len(histories) > 1:
        tools += [
            el(
                "button",
                words["learned.every"],
                type="button",
                data_only=" ".join(history.name for history in histories),
            ),
            el("button", words["learned.alone"], type="button", data_alone=True),
        ]
    if any("beam" in history.by_length for history in histories):
        box = el("input", type="checkbox", data_second=True)
        tools.append(el("label", box, el("span", words["learned.second"]), class_="switch"))
    return tools


def _tested(histories: Sequence[History], words: Words) -> list[Html]:
    """Whose letters the figures were measured on."""
    sources = dict.fromkeys(history.tested for history in histories if history.tested)
    told = ", ".join(words.get(f"learned.tested.{source}", source) for source in sources)
    return [el("p", words["learned.tested"].format(letters=told), class_="quiet")] if told else []
