"""The Gradio app: one component for the page, four endpoints for programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gradio as gr

from seqdemo.render import colour, palette
from seqdemo.ui import api, changing, comparing, downloads, handlers, learning, scoring, teaching
from seqdemo.ui.desk import Desk
from seqdemo.ui.texts import TEXTS

_WEB = Path(__file__).parent / "web"
_SCRIPTS = (
    "codec.js",
    "state.js",
    "ink.js",
    "pad.js",
    "tip.js",
    "theme.js",
    "projector.js",
    "steps.js",
    "rows.js",
    "chart.js",
    "sort.js",
    "learned.js",
    "scoreboard.js",
    "stuck.js",
    "lessons.js",
    "tour.js",
    "variants.js",
    "pair.js",
    "compare.js",
    "moving.js",
    "changes.js",
    "editor.js",
    "locks.js",
    "address.js",
    "share.js",
    "download.js",
    "page.js",
)
_LIBRARIES = {"leanQr": "vendor/lean-qr.js"}
"""Programs of others as they were published, for the page's script under these names."""
_STYLES = (
    "page.css",
    "projector.css",
    "pad.css",
    "panels.css",
    "words.css",
    "steps.css",
    "rows.css",
    "learned.css",
    "confusion.css",
    "study.css",
    "scoreboard.css",
    "compare.css",
    "changes.css",
    "lessons.css",
    "tour.css",
    "share.css",
)
_WAITING = f'<div class="sd" aria-busy="true"><p class="waiting">{TEXTS["en"]["loading"]}</p></div>'


def build(desk: Desk) -> gr.Blocks:
    """The whole app; it holds nothing about visitors, so any number may use it at once."""
    page = gr.Blocks(title=TEXTS["en"]["title"], analytics_enabled=False, delete_cache=(600, 3600))
    with page:
        api.offer(desk)
        gr.HTML(
            html_template=_WAITING,
            js_on_load=_libraries() + _joined(_SCRIPTS),
            apply_default_css=False,
            server_functions=_server_functions(desk),
        )
    return page


def _server_functions(desk: Desk) -> list[Any]:
    """What the page's script may call. They answer directly, without the queue: a stroke must not wait in line."""

    def open_page(asked: Any, request: gr.Request) -> dict[str, Any]:
        spoken = request.headers.get("accept-language", "")
        return handlers.guarded(asked, lambda checked: handlers.opened(desk, checked, spoken))

    def answer(asked: Any) -> dict[str, Any]:
        return handlers.guarded(asked, lambda checked: handlers.answered(desk, checked))

    def write(asked: Any) -> dict[str, Any]:
        return handlers.guarded(asked, lambda checked: handlers.written(desk, checked))

    def draw_sample(asked: Any) -> dict[str, Any]:
        return handlers.guarded(asked, lambda checked: handlers.sampled(desk, checked))

    def show_learned(asked: Any) -> dict[str, Any]:
        return handlers.guarded(asked, lambda checked: learning.shown(desk, checked))

    def show_scoreboard(asked: Any) -> dict[str, Any]:
        return handlers.guarded(asked, lambda checked: scoring.shown(desk, checked))

    def download(asked: Any) -> dict[str, Any]:
        return handlers.guarded(asked, lambda checked: downloads.made(desk, checked))

    def vary(asked: Any) -> dict[str, Any]:
        return handlers.guarded(asked, lambda checked: changing.varied(desk, checked))

    def compare(asked: Any) -> dict[str, Any]:
        return handlers.guarded(asked, lambda checked: comparing.compared(desk, checked))

    def pair(asked: Any) -> dict[str, Any]:
        return handlers.guarded(asked, lambda checked: comparing.paired(desk, checked))

    def show_lesson(asked: Any) -> dict[str, Any]:
        return handlers.guarded(asked, lambda checked: teaching.shown(desk, checked))

    asked_of_desk = [open_page, answer, vary, write, draw_sample, show_learned, show_scoreboard, compare, pair]
    return [*asked_of_desk, show_lesson, download]


def head() -> str:
    """The style sheets, in the page's head so that nothing jumps when it opens."""
    return f"<style>\n{_joined(_STYLES)}\n{colour.style_sheet()}\n{palette.style_sheet()}\n</style>"


def _libraries() -> str:
    return "".join(
        f"const {name} = ((exports) => {{\n{_joined((file,))}\nreturn exports;\n}})({{}});\n"
        for name, file in _LIBRARIES.items()
    )


def _joined(names: tuple[str, ...]) -> str:
    return "\n".join((_WEB / name).read_text(encoding="utf-8") for name in names)
