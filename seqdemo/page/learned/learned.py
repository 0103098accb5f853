"""What the variants of a task learned: how it went, how they do now, and what textbooks say of it."""

from __future__ import annotations

from collections.abc import Sequence

from seqdemo.page.html.charts.chart import swatch
from seqdemo.page.html.charts.course import Course, looks, titled
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.wording import Words
from seqdemo.page.learned.claims import findings
from seqdemo.page.learned.confusion.confusion import confusion
from seqdemo.page.learned.curves import charts
from seqdemo.page.learned.evidence import evidence
from seqdemo.page.learned.standings import standings
from seqdemo.page.learned.studies.studies import section as study_section
from seqdemo.page.learned.studies.study import Study


def learned(courses: Sequence[Course], longest: int | None, words: Words, studies: Sequence[Study] = ()) -> Html:
    """Charts, table, confusions, claims, studies; `longest` is the greatest number of letters that training had."""
    if not any(course.checks or course.shares for course in courses):
        return el("p", words["learned.nothing"], class_="quiet")
    table = el("section", el("h3", words["standings.title"]), *_tested(courses, words), standings(courses, words),
               class_="part")  # fmt: skip
    return join(
        _legend(courses, words),
        el("div", *charts(courses, longest, words), class_="charts"),
        table,
        *(confusion(course, words) for course in courses),
        evidence(findings(courses), words),
        *(study_section(study, words) for study in studies),
    )


def section(words: Words) -> Html:
    """Where it will stand: closed, and empty until the script asks for it."""
    summary = el("summary", el("h2", words["learned.title"]), el("span", words["learned.lead"], class_="quiet"))
    trouble = el("p", class_="slip trouble", role="alert")
    return el("details", summary, trouble, el("div", class_="body"), id="learned", class_="learned")


def _legend(courses: Sequence[Course], words: Words) -> Html:
    """A switch for each variant's lines, in the look of the lines."""
    switches = (
        el("button", swatch(look), el("span", titled(course, words)), type="button", data_variant=course.name,
           data_toggle=True, aria_pressed="true")
        for course, look in zip(courses, looks(courses), strict=True)
    )  # fmt: skip
    group = el("div", *switches, class_="switches", role="group", aria_label=words["learned.legend"])
    return el("div", group, el("div", *_tools(courses, words), class_="tools"), class_="lines")


def _tools(courses: Sequence[Course], words: Words) -> list[Html]:
    """Every line, only the chosen one, and the lines of the other search."""
    tools = []
    if len(courses) > 1:
        tools += [
            el("button", words["learned.every"], type="button", data_only=" ".join(course.name for course in courses)),
            el("button", words["learned.alone"], type="button", data_alone=True),
        ]
    if any("beam" in course.by_length for course in courses):
        box = el("input", type="checkbox", data_second=True)
        tools.append(el("label", box, el("span", words["learned.second"]), class_="switch"))
    return tools


def _tested(courses: Sequence[Course], words: Words) -> list[Html]:
    """Whose letters the figures were measured on."""
    sources = dict.fromkeys(course.tested for course in courses if course.tested)
    told = ", ".join(words.get(f"learned.tested.{source}", source) for source in sources)
    return [el("p", words["learned.tested"].format(letters=told), class_="quiet")] if told else []
