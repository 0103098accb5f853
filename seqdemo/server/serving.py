"""How the app is served: to many people at once, and without any request to another host."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import gradio as gr
import uvicorn
from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from seqdemo.page.core.resources import Resources
from seqdemo.server import guide
from seqdemo.server.api import arguments_of
from seqdemo.server.assets import head
from seqdemo.server.calls import Calls
from seqdemo.server.deadline import Deadline
from seqdemo.server.first_page import FirstPage
from seqdemo.server.functions import Functions
from seqdemo.server.gate import Gate
from seqdemo.server.headers import Headers
from seqdemo.server.health import Health
from seqdemo.server.lanes import Lanes
from seqdemo.server.page import build
from seqdemo.server.scripts import Scripts

_FONTS = ["ui-sans-serif", "system-ui", "sans-serif"]
LEAVE = 10
"""Seconds that answers have to be finished when the server is told to stop."""
REST = 0.05
"""Seconds between two looks for calls of programs; Gradio takes one, and 7% of a core, every millisecond."""
_LOG = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(message)s"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "line"}},
    "loggers": {
        "seqdemo": {"handlers": ["out"], "level": "INFO"},
        "uvicorn": {"handlers": ["out"], "level": "WARNING"},
    },
}


@dataclass(frozen=True)
class Place:
    """Where and how the app is served."""

    host: str = "127.0.0.1"
    port: int = 7860
    processes: int = 1
    frames: str = "*"
    """Which sites may show the page in a frame, as in Content-Security-Policy."""
    proxies: str = "127.0.0.1"
    """Whose forwarded headers are believed: addresses with commas between them, or `*`."""


def application(resources: Resources, health: Health, place: Place) -> FastAPI:
    """The whole server as an ASGI app: the page, its calls, the endpoints and /health, behind the gate."""
    scripts, lanes = Scripts(), Lanes()
    page = build(resources, scripts, lanes)
    page.queue(max_size=400, status_update_rate=2, api_open=True, default_concurrency_limit=None)
    page._queue.sleep_when_free = page._queue.progress_update_sleep_when_free = REST
    calls = Calls(page._queue)

    @asynccontextmanager
    async def running(app: FastAPI) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(calls.keep_sweeping()), asyncio.create_task(health.look())]
        yield
        for task in tasks:
            task.cancel()

    app = FastAPI(
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=running,
        routes=[health.route(), scripts.route(), *guide.routes(), *Functions(resources, lanes).routes()],
        middleware=[
            Middleware(Headers, frames=place.frames),
            # Anyone's page may ask, but for nobody in particular. Gradio would name each site and allow it all cookies.
            Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST"], allow_headers=["*"]),
            Middleware(Gate, calls=calls, arguments=arguments_of(page)),
            Middleware(FirstPage, head=scripts.watch()),
            Middleware(GZipMiddleware, minimum_size=2000, compresslevel=3),  # tables and pictures shrink tenfold
        ],
    )
    gr.mount_gradio_app(
        app,
        page,
        "/",
        server_name=place.host,
        server_port=place.port,
        app_kwargs={"docs_url": None, "redoc_url": None, "openapi_url": None},
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
    return app


def serve(app: FastAPI | str, place: Place) -> None:
    """Serve until stopped; several processes need the app as `module:factory`.

    On SIGTERM or SIGINT nothing new is taken, what runs has LEAVE seconds, and the process ends with 0.
    """
    for number in (signal.SIGTERM, signal.SIGINT):  # uvicorn raises them once more when it has stopped
        signal.signal(number, lambda *_: None)
    print(f"Serving on http://{place.host}:{place.port}", flush=True)
    uvicorn.run(
        app,
        factory=isinstance(app, str),
        host=place.host,
        port=place.port,
        workers=place.processes,
        http=Deadline,
        ws="none",
        timeout_keep_alive=30,
        timeout_graceful_shutdown=LEAVE,
        timeout_worker_healthcheck=60,  # a process that only computes is not to be replaced
        proxy_headers=True,
        forwarded_allow_ips=place.proxies,
        access_log=False,
        server_header=False,
        log_config=_LOG,
    )
