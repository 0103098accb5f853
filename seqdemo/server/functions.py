"""The functions that the page's script calls: JSON in, JSON out, each in its lane.

Gradio would answer them too, but keeps what it calls a session of every page for an hour, and runs all in one line.
"""

from __future__ import annotations

import gzip
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from seqdemo.page.answer import handler as answering
from seqdemo.page.blocks import handler as building
from seqdemo.page.compare import handler as comparing
from seqdemo.page.core import language, replies
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
from seqdemo.server.calls_log import noted
from seqdemo.server.lanes import Busy, Lanes, Left

_log = logging.getLogger(__name__)
PATHS = ("/gradio_api/component_server/", "/gradio_api/component_server")
"""Where Gradio's script sends the page's calls; others leave the slash out."""
LONG_WORD = 8
"""A beam search over more letters is heavy."""

Answerer = Callable[[Resources, Mapping[str, Any]], dict[str, Any]]
ANSWERED_BY: dict[str, Answerer] = {
    "open_page": lambda resources, asked: opening.opened(resources, asked, ""),
    "answer": answering.answered,
    "vary": changing.varied,
    "write": writing.written,
    "draw_sample": writing.sampled,
    "show_learned": learning.shown,
    "show_scoreboard": scoring.shown,
    "show_lesson": teaching.shown,
    "show_block": building.shown,
    "compare": comparing.compared,
    "pair": comparing.paired,
    "download": downloads.made,
    "show_workshop": training.shown,
    "train": training.ordered,
    "watch_training": training.watched,
    "answer_moments": training.answered,
}
"""What each function does."""
_HEAVY = {"vary", "show_learned", "show_scoreboard", "show_lesson", "compare", "pair", "download", "answer_moments"}
_SAME_FOR_ALL = {"open_page": (), "show_scoreboard": (), "show_learned": ("task",), "show_lesson": ("lesson",)}
"""What depends on nothing but the language and these arguments is drawn once."""


@dataclass(frozen=True)
class _Drawn:
    """A reply as it goes out."""

    content: bytes
    outcome: str

    @cached_property
    def packed(self) -> bytes:
        return gzip.compress(self.content, mtime=0)


class Functions:
    """Answers the page's calls."""

    def __init__(self, resources: Resources, lanes: Lanes) -> None:
        self._desk = resources
        self._lanes = lanes
        self._kept: dict[tuple[Any, ...], _Drawn] = {}

    def routes(self) -> list[Route]:
        return [Route(path, self._asked, methods=["POST"]) for path in PATHS]

    async def _asked(self, request: Request) -> Response:
        call = _call(await request.body())
        if call is None:
            return JSONResponse({"error": "The body must be a JSON object with fn_name and data."}, 400)
        name, asked = call
        if not isinstance(name, str) or name not in ANSWERED_BY:
            return JSONResponse({"error": f"There is no such function; choose one of {', '.join(ANSWERED_BY)}."}, 404)
        if name == "open_page" and isinstance(asked, dict):
            spoken = request.headers.get("accept-language", "")
            asked = {**asked, "lang": language.chosen(asked.get("lang"), spoken)}
        key = _key(name, asked)
        drawn = self._kept.get(key) if key else None
        if drawn is None:
            drawn = await self._drawn(name, asked, key, request)
        return _sent(drawn, key is not None and "gzip" in request.headers.get("accept-encoding", ""))

    async def _drawn(self, name: str, asked: Any, key: tuple[Any, ...] | None, request: Request) -> _Drawn:
        with noted(name, asked, self._desk) as told:
            try:
                lane = self._lanes.of(_heavy(name, asked))
                drawn = await lane.run(lambda: self._made(name, asked, key), request.receive)
            except Busy as why:
                outcome = "left" if isinstance(why, Left) else "busy"
                drawn = _reply({"error": TEXTS[replies.spoken(asked)]["crowded"]}, outcome)
            told.outcome = drawn.outcome
        return drawn

    def _made(self, name: str, asked: Any, key: tuple[Any, ...] | None) -> _Drawn:
        """The reply; one that is kept may have been made while this call waited for its turn."""
        if key in self._kept:
            return self._kept[key]
        drawn = _answered(self._desk, name, asked)
        if key and drawn.outcome == "answered":
            self._kept[key] = drawn
        return drawn


def _call(body: bytes) -> tuple[Any, Any] | None:
    """The function's name and its argument; None if the body is no call."""
    try:
        call = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return (call["fn_name"], call["data"]) if isinstance(call, dict) and {"fn_name", "data"} <= call.keys() else None


def _key(name: str, asked: Any) -> tuple[Any, ...] | None:
    """What a reply depends on that is kept; None for one that is not."""
    if name not in _SAME_FOR_ALL or not isinstance(asked, dict):
        return None
    values = [asked.get(argument) for argument in _SAME_FOR_ALL[name]]
    if not all(type(value) in (str, int) for value in values):
        return None
    return name, replies.spoken(asked), *values


def _heavy(name: str, asked: Any) -> bool:
    """Whether a call may take as long as many answers."""
    if name == "answer" and isinstance(asked, dict):
        options, letters = asked.get("options"), asked.get("letters")
        searched = isinstance(options, dict) and options.get("beam", 1) != 1
        return searched and isinstance(letters, list) and len(letters) > LONG_WORD
    return name in _HEAVY


def _answered(resources: Resources, name: str, asked: Any) -> _Drawn:
    reply = replies.guarded(asked, lambda checked: ANSWERED_BY[name](resources, checked))
    return _reply(reply, "refused" if "error" in reply else "answered")


def _reply(reply: Mapping[str, Any], outcome: str) -> _Drawn:
    return _Drawn(json.dumps(reply, ensure_ascii=False, allow_nan=False).encode(), outcome)


def _sent(drawn: _Drawn, packed: bool) -> Response:
    headers = {"Cache-Control": "no-store"} | (
        {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"} if packed else {}
    )
    return Response(drawn.packed if packed else drawn.content, media_type="application/json", headers=headers)
