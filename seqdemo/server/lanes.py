"""Two lanes: what takes long has threads and a waiting room of its own, so that a stroke never waits for it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

from starlette.types import Receive

_T = TypeVar("_T")


class Busy(Exception):
    """There is no room to wait in, or the turn did not come in time."""


class Left(Busy):
    """The caller has closed the connection."""


class Ticket:
    """What a call holds while it waits; the lane knows its place by it."""


class Lane:
    """So many calls at once, and so many more that wait for their turn.

    A call whose caller has left, or whose time is up, is dropped while it waits. One that runs goes on to its end, as a
    thread cannot be stopped, and keeps its place until then.
    """

    def __init__(self, name: str, at_once: int, room: int, seconds: float) -> None:
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix=name)
        self._most = at_once + room
        self._seconds = seconds
        self._inside = 0
        self._waiting: dict[Ticket, None] = {}
        self._lock = threading.Lock()

    async def run(self, work: Callable[[], _T], receive: Receive | None = None, ticket: Ticket | None = None) -> _T:
        """What `work` returns; raises Busy, or whatever it raises. `receive` tells when the caller has left."""
        if self._inside >= self._most:
            raise Busy
        ticket = ticket or Ticket()
        with self._lock:
            self._inside += 1
            self._waiting[ticket] = None
        call = self._pool.submit(self._begin, work, ticket)
        call.add_done_callback(lambda _: self._leave(ticket))
        answer = asyncio.wrap_future(call)
        left = asyncio.ensure_future(_gone(receive))
        either: list[asyncio.Future[Any]] = [answer, left]
        try:
            await asyncio.wait(either, timeout=self._seconds, return_when=asyncio.FIRST_COMPLETED)
            if not answer.done():
                raise Left if left.done() else Busy
            return answer.result()
        finally:
            left.cancel()
            answer.cancel()
            call.cancel()

    def place(self, ticket: Ticket) -> int:
        """Where a call stands in line: 1 is the next; 0 waits no more, or not yet."""
        with self._lock:
            return list(self._waiting).index(ticket) + 1 if ticket in self._waiting else 0

    def _begin(self, work: Callable[[], _T], ticket: Ticket) -> _T:
        with self._lock:
            self._waiting.pop(ticket, None)
        return work()

    def _leave(self, ticket: Ticket) -> None:
        """Called by the thread that did the work, if need be after the server has stopped."""
        with self._lock:
            self._waiting.pop(ticket, None)
            self._inside -= 1


async def _gone(receive: Receive | None) -> None:
    """Ends when the caller has closed the connection."""
    if receive is None:
        await asyncio.Event().wait()
        return
    while (await receive())["type"] != "http.disconnect":
        pass


@dataclass(frozen=True)
class Lanes:
    """Where calls are answered. One heavy call at a time leaves the rest of the machine to strokes.

    More than two light ones only fight for the interpreter: two serve a crowd sooner (`benchmarks/load.py`).
    """

    light: Lane = field(default_factory=lambda: Lane("light", at_once=2, room=600, seconds=30))
    heavy: Lane = field(default_factory=lambda: Lane("heavy", at_once=1, room=60, seconds=60))

    def of(self, heavy: bool) -> Lane:
        return self.heavy if heavy else self.light
