"""The Gradio app: one component for the page, four endpoints for programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import gradio as gr

from seqdemo.page.answer import handler as answering
from seqdemo.page.compare import handler as comparing
from seqdemo.page.core import replies
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.edit import handler as changing
from seqdemo.page.export import handler as downloads
from seqdemo.page.learned import handler as learning
from seqdemo.page.lessons import handler as teaching
from seqdemo.page.scoreboard import handler as scoring
from seqdemo.page.shell import handler as opening
from seqdemo.page.workshop import handler as training
from seqdemo.page.write import handler as writing
from seqdemo.server import api
from seqdemo.server.scripts import Scripts

_WAITING = f'<div class="sd" aria-busy="true"><p class="waiting">{TEXTS["en"]["loading"]}</p></div>'


def build(resources: Resources, scripts: Scripts) -> gr.Blocks:
    """The whole app; it holds nothing about visitors, so any number may use it at once."""
    page = gr.Blocks(title=TEXTS["en"]["title"], analytics_enabled=False, delete_cache=(600, 3600))
    with page:
        api.offer(resources)
        gr.HTML(
            html_template=_WAITING,
            js_on_load=scripts.start(),
            apply_default_css=False,
            server_functions=_server_functions(resources),
        )
    return page


def _server_functions(resources: Resources) -> list[Any]:
    """What the page's script may call. They answer directly, without the queue: a stroke must not wait in line."""

    def open_page(asked: Any, request: gr.Request) -> dict[str, Any]:
        spoken = request.headers.get("accept-language", "")
        return replies.guarded(asked, lambda checked: opening.opened(resources, checked, spoken))

    return [open_page, *(_server_function(name, work, resources) for name, work in _ANSWERED_BY.items())]


def _server_function(
    name: str, work: Callable[[Resources, Mapping[str, Any]], dict[str, Any]], resources: Resources
) -> Any:
    """A function that the script knows by its name."""

    def answer(asked: Any) -> dict[str, Any]:
        return replies.guarded(asked, lambda checked: work(resources, checked))

    answer.__name__ = name
    return answer


_ANSWERED_BY: dict[str, Callable[[Resources, Mapping[str, Any]], dict[str, Any]]] = {
    "answer": answering.answered,
    "vary": changing.varied,
    "write": writing.written,
    "draw_sample": writing.sampled,
    "show_learned": learning.shown,
    "show_scoreboard": scoring.shown,
    "show_lesson": teaching.shown,
    "compare": comparing.compared,
    "pair": comparing.paired,
    "download": downloads.made,
    "show_workshop": training.shown,
    "train": training.ordered,
    "watch_training": training.watched,
    "answer_moments": training.answered,
}
"""What each server function does."""
