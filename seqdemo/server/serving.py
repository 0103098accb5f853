"""How the app is served: to many people at once, and without any request to another host."""

from __future__ import annotations

import gradio as gr
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from seqdemo.server.assets import head
from seqdemo.server.gate import Gate
from seqdemo.server.scripts import Scripts

_FONTS = ["ui-sans-serif", "system-ui", "sans-serif"]


def serve(page: gr.Blocks, scripts: Scripts) -> None:
    """Serve until stopped; GRADIO_SERVER_NAME and GRADIO_SERVER_PORT say where, else http://127.0.0.1:7860."""
    page.queue(max_size=400, status_update_rate=2, api_open=True, default_concurrency_limit=None)
    packed = Middleware(GZipMiddleware, minimum_size=2000, compresslevel=3)  # tables and pictures shrink tenfold
    page.launch(
        app_kwargs={
            "routes": [scripts.route()],
            "middleware": [Middleware(Gate), packed],
            "docs_url": None,
            "redoc_url": None,
            "openapi_url": None,
        },
        theme=gr.themes.Base(font=_FONTS, font_mono=["ui-monospace", "monospace"]),
        head=f"{head()}\n{scripts.preloads()}",
        footer_links=[],
        show_error=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        enable_monitoring=False,
        run_history=False,
        max_file_size="1mb",
    )
