"""The page for teachers; its script writes the addresses and draws their codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from seqdemo.page.html.markup import Html, el, packed
from seqdemo.page.html.wording import Words

_CLOSED: Final[Mapping[str, Any]] = {"lock": ["task"], "hide": ["answer", "tasks"]}
"""One task, its answer hidden until a button shows it."""
_FREE: Final[Mapping[str, Any]] = {"lock": ["task"], "hide": ["tasks"]}
CLASSES: Final[Mapping[str, Mapping[str, Any]]] = {
    "guess": {"task": "next-normal", "from": {"seed": 3, "options": {"length": 4}}, **_CLOSED},
    "write": {"task": "next-normal", "boxes": 4, **_FREE},
    "blame": {"task": "next-normal", "from": {"seed": 1081, "options": {"length": 3}}, **_CLOSED},
    "words": {"task": "swap-normal", "from": {"seed": 1, "options": {"length": 6}}, **_CLOSED},
    "rows": {"task": "row-47", "from": {"seed": 3, "options": {"character": "8"}}, **_CLOSED},
}
"""What each ready link sets, as an address holds it."""
QUESTIONS: Final[tuple[tuple[str, int], ...]] = (
    ("images", 2), ("sees", 3), ("step", 2), ("blame", 3), ("two", 3),
    ("bottleneck", 3), ("attention", 3), ("longer", 2), ("rows", 3), ("confidence", 3),
)  # fmt: skip
"""Questions of the worksheet, with the lines that are left for an answer; each half fills a page."""


def teachers(lessons: Sequence[tuple[int, str]], words: Words, room: Html) -> Html:
    """The whole page; lessons by number and name, and the way to a room for the class."""
    again = el("button", words["lesson.again"], type="button", data_again=True, title=words["lesson.again.told"])
    paper = el("button", words["teachers.print"], type="button", data_print=True)
    plan = el("a", words["teachers.plan"], href=words["teachers.plan.file"], target="_blank", rel="noopener")
    return el(
        "section",
        el("div", el("h2", words["teachers.title"]), class_="heading"),
        el("p", words["teachers.lead"], class_="quiet"),
        el("div", plan, paper, again, class_="ways"),
        room,
        el("h3", words["teachers.links"]),
        el("p", words["teachers.links.told"], class_="quiet"),
        el("ul", *_links(lessons, words), class_="links"),
        _worksheet(words),
        id="teachers", data_page="teachers", hidden=True,
    )  # fmt: skip


def _links(lessons: Sequence[tuple[int, str]], words: Words) -> list[Html]:
    ready = [_link(words[f"teachers.{name}"], values, words) for name, values in CLASSES.items()]
    taught = [
        _link(words["teachers.lesson"].format(n=number, title=words[f"lesson.{name}.title"]),
              {"lesson": {"n": number, "told": False, "scene": 0}}, words)
        for number, name in lessons
    ]  # fmt: skip
    return ready + taught


def _link(name: str, values: Mapping[str, Any], words: Words) -> Html:
    copy = el("button", words["share.copy"], type="button", data_copy_link=True)
    code = el("details", el("summary", words["teachers.code"]), el("div", class_="qr"), data_label=name)
    return el("li", el("a", name, href="#", data_values=packed(dict(values))), copy, code)


def _worksheet(words: Words) -> Html:
    """Two pages of questions with room for answers; only paper shows them."""
    half = len(QUESTIONS) // 2
    return el("div", *(_sheet(n, QUESTIONS[n * half : (n + 1) * half], words) for n in (0, 1)), id="worksheet")


def _sheet(page: int, questions: Sequence[tuple[str, int]], words: Words) -> Html:
    first = page * len(questions) + 1
    asked = (
        el("li", el("p", words[f"sheet.{name}"]), *(el("i", class_="line") for _ in range(lines)))
        for name, lines in questions
    )
    return el(
        "section",
        el("h2", words[f"sheet.title.{page + 1}"]),
        el("p", words["sheet.name"], class_="name"),
        el("ol", *asked, start=first),
        class_="sheet",
    )
