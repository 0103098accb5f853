"""A call of the page that waits is told its place, or that there is no room; nobody works for whoever has left."""

from __future__ import annotations

import asyncio
import gzip
import json
import threading
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from starlette.applications import Starlette

from seqdemo.page.core.texts import TEXTS
from seqdemo.server import functions
from seqdemo.server.functions import ANSWERED_BY, Functions
from seqdemo.server.lanes import Lane, Lanes
from tests import loop
from tests.shipped import resources


class Room:
    """The page's functions with a narrow heavy lane, in which comparing takes until it is released."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun: list[int] = []
        self.release, self.leave = threading.Event(), asyncio.Event()
        self.lanes = Lanes(heavy=Lane("heavy", at_once=1, room=20, seconds=60))
        self.app = Starlette(routes=list(Functions(resources(), self.lanes).routes()))
        monkeypatch.setitem(ANSWERED_BY, "compare", self._compare)
        monkeypatch.setattr(functions, "TICK", 0.01)

    def _compare(self, _: object, asked: Any) -> dict[str, Any]:
        self.begun.append(asked["n"])
        assert self.release.wait(60)
        return {"told": "글자"}

    async def call(self, n: int, parts: list[bytes], stays: bool = True, packed: bool = False) -> None:
        """Puts the parts of the reply's body into a list; visitors who do not stay all leave at once."""
        asked = [json.dumps({"fn_name": "compare", "data": {"n": n, "lang": "en"}}).encode()]

        async def receive() -> dict[str, Any]:
            if asked:
                return {"type": "http.request", "body": asked.pop()}
            await (asyncio.Event() if stays else self.leave).wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            if message.get("body"):
                parts.append(message["body"])

        told = [(b"accept-encoding", b"gzip")] if packed else []
        scope = {"type": "http", "method": "POST", "path": functions.PATHS[0], "query_string": b"", "headers": told}
        await self.app(scope, receive, send)

    async def until(self, is_so: Callable[[], bool]) -> None:
        async with asyncio.timeout(60):
            while not is_so():
                await asyncio.sleep(0.01)


def in_a(monkeypatch: pytest.MonkeyPatch, visit: Callable[[Room], Awaitable[None]]) -> None:
    async def entered() -> None:
        room = Room(monkeypatch)
        try:
            await visit(room)
        finally:
            room.release.set()

    loop.run(entered())


def test_work_whose_visitors_have_left_is_never_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    async def visit(room: Room) -> None:
        first = asyncio.create_task(room.call(0, []))
        await room.until(lambda: room.begun == [0])
        left = [asyncio.create_task(room.call(n, [], stays=False)) for n in range(1, 21)]
        await room.until(lambda: room.lanes.heavy._inside == 21)
        room.leave.set()
        await asyncio.gather(*left)
        await room.until(lambda: room.lanes.heavy._inside == 1)
        room.release.set()
        await first
        assert room.begun == [0]

    in_a(monkeypatch, visit)


@pytest.mark.parametrize("packed", [False, True])
def test_a_reply_that_takes_its_time_is_lines_with_the_place_and_then_the_answer(
    monkeypatch: pytest.MonkeyPatch, packed: bool
) -> None:
    async def visit(room: Room) -> None:
        parts: list[bytes] = []
        first = asyncio.create_task(room.call(0, []))
        await room.until(lambda: room.begun == [0])
        second = asyncio.create_task(room.call(1, parts, packed=packed))
        await room.until(lambda: len(parts) > 2)
        room.release.set()
        await second
        body = b"".join(parts)
        lines = (gzip.decompress(body) if packed else body).decode().split("\n")
        places = [json.loads(line)["place"] for line in lines[:-1]]
        assert places[0] == 1
        assert set(places) <= {0, 1}
        assert json.loads(lines[-1]) == {"told": "글자"}
        await first

    in_a(monkeypatch, visit)


def test_who_finds_no_room_is_told_so_at_once_in_a_way_that_the_page_understands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def visit(room: Room) -> None:
        waiting = [asyncio.create_task(room.call(n, [])) for n in range(21)]
        await room.until(lambda: room.lanes.heavy._inside == 21)
        parts: list[bytes] = []
        await room.call(99, parts)
        assert json.loads(b"".join(parts)) == {"error": TEXTS["en"]["crowded"], "busy": True}
        room.release.set()
        await asyncio.gather(*waiting)

    in_a(monkeypatch, visit)
