"""The functions that the page's script calls: JSON in, JSON out, each in its lane.

A call that waits long is told its place in line meanwhile, by its own reply, so any process may answer the next one.
Gradio would answer them too, but keeps what it calls a session of every page for an hour, and runs all in one line.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from seqdemo.page.album import handler as album
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
from seqdemo.page.room import handler as meeting
from seqdemo.page.room.alphabet import handler as lettering
from seqdemo.page.rows import handler as remembering
from seqdemo.page.scoreboard import handler as scoring
from seqdemo.page.shell import handler as opening
from seqdemo.page.workshop import handler as training
from seqdemo.page.write import handler as writing
from seqdemo.server.calls_log import noted
from seqdemo.server.lanes import Busy, Lanes, Left, Ticket

_log = logging.getLogger(__name__)
PATHS = ("/gradio_api/component_server/", "/gradio_api/component_server")
"""Where the page sends its calls; others leave the slash out."""
TICK = 1.0
"""Seconds between two signs of life to a page whose call waits."""
LONG_WORD = 8
"""A beam search over more letters is heavy."""

Answerer = Callable[[Resources, Mapping[str, Any]], dict[str, Any]]
ANSWERED_BY: dict[str, Answerer] = {
    "open_page": opening.opened,
    "answer": answering.answered,
    "vary": changing.varied,
    "look_back": remembering.looked_back,
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
    "part_training": training.parted,
    "use_runs": training.used,
    "open_letters": album.opened,
    "open_room": meeting.opened,
    "join_room": meeting.joined,
    "show_phone": meeting.looked,
    "act_in_room": meeting.acted,
    "show_wall": meeting.surveyed,
    "lead_room": meeting.led,
    "save_ink": lettering.inked,
}
"""What each function does."""
_HEAVY = {"vary", "look_back", "show_learned", "show_scoreboard", "show_lesson", "compare", "pair", "download",
          "answer_moments", "part_training", "open_letters"}  # fmt: skip
_GZIP = 16 + zlib.MAX_WBITS
"""zlib writes gzip's header and trailer where 16 is added to the size of its window."""
_COUNTED = {"open_room", "join_room"}
"""What one address may do only so often."""
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


_Turn = Callable[[Callable[[], _Drawn]], Awaitable[_Drawn]]
"""Does work when it is a call's turn; raises Busy if that does not come."""


class Functions:
    """Answers the page's calls."""

    def __init__(self, resources: Resources, lanes: Lanes) -> None:
        self._resources = resources
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
        if name in _COUNTED and isinstance(asked, dict):
            asked = {**asked, "address": request.client.host if request.client else ""}
        key = _key(name, asked)
        packed = "gzip" in request.headers.get("accept-encoding", "")
        if key in self._kept:
            return _sent(self._kept[key], packed)
        lane, ticket = self._lanes.of(_heavy(name, asked)), Ticket()
        turn = partial(lane.run, receive=request.receive, ticket=ticket)
        drawing = asyncio.create_task(self._drawn(name, asked, key, turn))
        await asyncio.wait([drawing], timeout=TICK)
        if drawing.done():
            return _sent(drawing.result(), packed and key is not None)
        lines = _lines(drawing, partial(lane.place, ticket))
        headers = _headers(packed) | {"X-Accel-Buffering": "no"}  # nginx sends each line on as it comes
        content = _packed(lines) if packed else lines
        return StreamingResponse(content, media_type="application/x-ndjson", headers=headers)

    async def _drawn(self, name: str, asked: Any, key: tuple[Any, ...] | None, turn: _Turn) -> _Drawn:
        with noted(name, self._resources) as told:
            if isinstance(asked, dict):
                told.model, told.letters = asked.get("model"), asked.get("letters")
            try:
                drawn = await turn(lambda: self._made(name, asked, key))
            except Busy as why:
                outcome = "left" if isinstance(why, Left) else "busy"
                drawn = _reply({"error": TEXTS[replies.spoken(asked)]["crowded"], "busy": True}, outcome)
            told.outcome = drawn.outcome
        return drawn

    def _made(self, name: str, asked: Any, key: tuple[Any, ...] | None) -> _Drawn:
        """The reply; one that is kept may have been made while this call waited for its turn."""
        if key in self._kept:
            return self._kept[key]
        drawn = _answered(self._resources, name, asked)
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
    if name == "lead_room" and isinstance(asked, dict):
        return isinstance(asked.get("act"), dict) and "train" in asked["act"]
    return name in _HEAVY


def _answered(resources: Resources, name: str, asked: Any) -> _Drawn:
    reply = replies.guarded(asked, lambda checked: ANSWERED_BY[name](resources, checked))
    return _reply(reply, "refused" if "error" in reply else "answered")


def _reply(reply: Mapping[str, Any], outcome: str) -> _Drawn:
    return _Drawn(json.dumps(reply, ensure_ascii=False, allow_nan=False).encode(), outcome)


async def _lines(drawing: asyncio.Task[_Drawn], place: Callable[[], int]) -> AsyncIterator[bytes]:
    """A line with the call's place in its lane, again and again, and the reply as the last."""
    while not drawing.done():
        yield b'{"place": %d}\n' % place()
        await asyncio.wait([drawing], timeout=TICK)
    yield drawing.result().content


async def _packed(parts: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The same compressed, each part as soon as it is there; GZipMiddleware would hold it back."""
    packer = zlib.compressobj(wbits=_GZIP)
    async for part in parts:
        yield packer.compress(part) + packer.flush(zlib.Z_SYNC_FLUSH)
    yield packer.flush()


def _sent(drawn: _Drawn, packed: bool) -> Response:
    content = drawn.packed if packed else drawn.content
    return Response(content, media_type="application/json", headers=_headers(packed))


def _headers(packed: bool) -> dict[str, str]:
    return {"Cache-Control": "no-store"} | ({"Content-Encoding": "gzip", "Vary": "Accept-Encoding"} if packed else {})
