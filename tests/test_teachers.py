"""The page for teachers: its links lead to what is there, its worksheet has two pages, its plan the same lessons."""

from __future__ import annotations

from pathlib import Path

import pytest

from seqdemo.page.core.texts import ENGLISH, TEXTS
from seqdemo.page.html.markup import el
from seqdemo.page.lessons.table import LESSONS
from seqdemo.page.share.sharing import LIMITS
from seqdemo.page.teachers.teachers import CLASSES, QUESTIONS, teachers
from seqdemo.sequences.samples import TASKS, sample
from tests import shipped
from tests.parts import Parts

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize("name", CLASSES)
def test_a_link_sets_what_there_is(name: str) -> None:
    values = CLASSES[name]
    for kind, known in LIMITS.items():
        assert set(values.get(kind, ())) <= set(known)
    assert values["task"] in TASKS
    if "from" in values:
        written = sample(values["task"], values["from"]["seed"], values["from"]["options"], shipped.resources().pen)
        assert written.letters


@pytest.mark.parametrize("code", TEXTS)
def test_the_page_has_a_link_for_each_class_and_lesson_and_two_sheets(code: str) -> None:
    html = teachers([(1, "sees"), (2, "believes")], TEXTS[code], el("p"))
    assert Parts(html).open == []
    assert html.count("data-values=") == len(CLASSES) + 2
    assert html.count('class="sheet"') == 2
    assert html.count('class="line"') == sum(lines for _, lines in QUESTIONS)


def test_both_plans_name_every_lesson_of_the_course() -> None:
    for code, name in (("en", "teaching.md"), ("ko", "teaching.ko.md")):
        plan = (DOCS / name).read_text(encoding="utf-8").replace("’", "'")
        titles = [TEXTS[code][f"lesson.{lesson.name}.title"].replace("’", "'").split("(")[0] for lesson in LESSONS]
        assert [title for title in titles if title not in plan] == []


def test_the_answers_are_as_many_as_the_questions() -> None:
    for name in ("teaching.md", "teaching.ko.md"):
        answers = (DOCS / name).read_text(encoding="utf-8").rpartition("\n## ")[2].splitlines()
        assert sum(line[:1].isdigit() for line in answers) == len(QUESTIONS)
    assert all(f"sheet.{name}" in ENGLISH for name, _ in QUESTIONS)
