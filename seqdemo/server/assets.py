"""The scripts and style sheets of all features, in the order in which the browser gets them."""

from __future__ import annotations

from pathlib import Path

from seqdemo.page.html import colour
from seqdemo.page.html.charts import palette

_PAGE = Path(__file__).parents[1] / "page"
SCRIPTS = (
    "js/codec.js",
    "js/state.js",
    "js/ink.js",
    "js/pad.js",
    "js/tip.js",
    "shell/theme.js",
    "shell/projector.js",
    "answer/steps/steps.js",
    "rows/rows.js",
    "js/chart.js",
    "js/sort.js",
    "learned/learned.js",
    "scoreboard/scoreboard.js",
    "shell/stuck.js",
    "lessons/lessons.js",
    "tour/tour.js",
    "compare/variants.js",
    "compare/pair.js",
    "compare/compare.js",
    "edit/moving.js",
    "edit/changes.js",
    "edit/editor.js",
    "share/locks.js",
    "shell/address.js",
    "share/share.js",
    "export/download.js",
    "shell/page.js",
)
LIBRARIES = {"leanQr": "js/vendor/lean-qr.js"}
"""Programs of others as they were published, for the page's script under these names."""
STYLES = (
    "shell/page.css",
    "shell/projector.css",
    "write/pad.css",
    "html/panels.css",
    "answer/words/words.css",
    "answer/steps/steps.css",
    "rows/rows.css",
    "learned/learned.css",
    "learned/confusion/confusion.css",
    "learned/studies/study.css",
    "scoreboard/scoreboard.css",
    "compare/compare.css",
    "edit/changes.css",
    "lessons/lessons.css",
    "tour/tour.css",
    "share/share.css",
)


def script() -> str:
    """Everything that runs in the browser."""
    return _libraries() + _joined(SCRIPTS)


def head() -> str:
    """The style sheets, in the page's head so that nothing jumps when it opens."""
    return f"<style>\n{_joined(STYLES)}\n{colour.style_sheet()}\n{palette.style_sheet()}\n</style>"


def _libraries() -> str:
    return "".join(
        f"const {name} = ((exports) => {{\n{_joined((file,))}\nreturn exports;\n}})({{}});\n"
        for name, file in LIBRARIES.items()
    )


def _joined(names: tuple[str, ...]) -> str:
    return "\n".join((_PAGE / name).read_text(encoding="utf-8") for name in names)
