"""The Gradio app: one component for the page, four endpoints for programs."""

from __future__ import annotations

import gradio as gr

from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.server import api
from seqdemo.server.lanes import Lanes
from seqdemo.server.scripts import Scripts

_WAITING = f"""<div class="sd" aria-busy="true"><p class="waiting">{TEXTS["en"]["loading"]}</p>
<p id="offline" role="status"></p></div>"""


def build(resources: Resources, scripts: Scripts, lanes: Lanes) -> gr.Blocks:
    """The whole app; it holds nothing about visitors, so any number may use it at once."""
    page = gr.Blocks(title=TEXTS["en"]["title"], analytics_enabled=False, delete_cache=(600, 3600))
    with page:
        api.offer(resources, lanes)
        gr.HTML(
            html_template=_WAITING,
            js_on_load=scripts.start(),
            apply_default_css=False,
        )
    return page
