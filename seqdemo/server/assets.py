"""The style sheets of all features, in the order in which the browser gets them."""

from __future__ import annotations

from pathlib import Path

from seqdemo.page.html import colour
from seqdemo.page.html.charts import palette

_PAGE = Path(__file__).parents[1] / "page"
STYLES = (
    "shell/page.css",
    "shell/gradio.css",
    "write/pad.css",
    "album/album.css",
    "html/panels.css",
    "answer/words/words.css",
    "answer/steps/steps.css",
    "rows/rows.css",
    "learned/learned.css",
    "learned/confusion/confusion.css",
    "learned/studies/study.css",
    "scoreboard/scoreboard.css",
    "workshop/workshop.css",
    "compare/compare.css",
    "edit/changes.css",
    "lessons/lessons.css",
    "blocks/blocks.css",
    "glossary/glossary.css",
    "tour/tour.css",
    "share/share.css",
    "teachers/teachers.css",
    "room/room.css",
    "room/lesson/lesson.css",
    "room/compare/compare.css",
    "room/alphabet/alphabet.css",
    "projector/projector.css",
    "export/print.css",
)


def head() -> str:
    """The style sheets, in the page's head so that nothing jumps when it opens."""
    return f"<style>\n{_joined(STYLES)}\n{colour.style_sheet()}\n{palette.style_sheet()}\n</style>"


def _joined(names: tuple[str, ...]) -> str:
    return "\n".join((_PAGE / name).read_text(encoding="utf-8") for name in names)
