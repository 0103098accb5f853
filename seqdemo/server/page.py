"""The Gradio app: one component for the page, four endpoints for programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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

    return [open_page, *(_server_function(name, work, desk) for name, work in _ANSWERED_BY.items())]


def _server_function(name: str, work: Callable[[Desk, Mapping[str, Any]], dict[str, Any]], desk: Desk) -> Any:
    """A function that the script knows by its name."""

    def answer(asked: Any) -> dict[str, Any]:
        return handlers.guarded(asked, lambda checked: work(desk, checked))

    answer.__name__ = name
    return answer


_ANSWERED_BY: dict[str, Callable[[Desk, Mapping[str, Any]], dict[str, Any]]] = {
    "answer": handlers.answered,
    "vary": changing.varied,
    "write": handlers.written,
    "draw_sample": handlers.sampled,
    "show_learned": learning.shown,
    "show_scoreboard": scoring.shown,
    "show_lesson": teaching.shown,
    "compare": comparing.compared,
    "pair": comparing.paired,
    "download": downloads.made,
}
"""What each server function does."""


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
