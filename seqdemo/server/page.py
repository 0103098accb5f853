"""The Gradio app: one component for the page, four endpoints for programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gradio as gr

from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.server import api
from seqdemo.server.functions import ANSWERED_BY
from seqdemo.server.lanes import Lanes
from seqdemo.server.scripts import Scripts

_WAITING = f'<div class="sd" aria-busy="true"><p class="waiting">{TEXTS["en"]["loading"]}</p></div>'


def build(resources: Resources, scripts: Scripts, lanes: Lanes) -> gr.Blocks:
    """The whole app; it holds nothing about visitors, so any number may use it at once."""
    page = gr.Blocks(title=TEXTS["en"]["title"], analytics_enabled=False, delete_cache=(600, 3600))
    with page:
        api.offer(resources, lanes)
        gr.HTML(
            html_template=_WAITING,
            js_on_load=scripts.start(),
            apply_default_css=False,
            server_functions=[_named(name) for name in ANSWERED_BY],
        )
    return page


def _named(name: str) -> Callable[[Any], Any]:
    """What Gradio tells the page's script to call by its name; Functions answers before Gradio hears of it."""

    def function(asked: Any) -> None:
        raise AssertionError("Functions answers this")

    function.__name__ = name
    return function
