"""Calls of programs that wait in Gradio's queue: which there are, and an end to those that nobody fetches."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from gradio.queueing import Queue

SECONDS = 60.0
"""After so long without anyone who listens, a call and its answer are dropped."""
LINGER = 1.0
"""Seconds that a session's stream of answers stays open for a next call."""
_LOOK = 0.02
"""Seconds between two looks for that call."""


class Calls:
    """The sessions of Gradio's queue; it must be told who is listening."""

    def __init__(self, queue: Queue, seconds: float = SECONDS) -> None:
        self._queue = queue
        self._seconds = seconds
        self._listening: Counter[str] = Counter()
        self._alone_since: dict[str, float] = {}

    def session_of(self, event: str) -> str:
        """The session of a call; without one of the caller's it is the call itself."""
        running = self._queue.event_ids_to_events.get(event)
        if running is not None:
            return str(running.session_hash)
        held = self._queue.pending_event_ids_session.items()
        return next((session for session, events in held if event in events), event)

    def known(self, session: str) -> bool:
        return session in self._queue.pending_messages_per_session

    @contextmanager
    def listening(self, session: str) -> Iterator[str]:
        """Someone fetches the answers of the session, which the block is told, until it ends."""
        self._listening[session] += 1
        try:
            yield session
        finally:
            self._listening[session] -= 1
            self._listening += Counter()  # without those that nobody listens to

    async def linger(self, session: str) -> None:
        """Wait until a session has a call beside the one that has just been answered, LINGER at most.

        Gradio closes the stream at once, and its Python client (2.7) loses a call that it sends meanwhile.
        """
        until = time.monotonic() + LINGER
        while len(self._queue.pending_event_ids_session.get(session, ())) <= 1 and time.monotonic() < until:
            await asyncio.sleep(_LOOK)

    async def sweep(self) -> None:
        """Drop what nobody has listened to for long."""
        now, waiting = time.monotonic(), list(self._queue.pending_messages_per_session)
        alone = [session for session in waiting if session not in self._listening]
        self._alone_since = {session: self._alone_since.get(session, now) for session in alone}
        for session in [each for each, since in self._alone_since.items() if now - since >= self._seconds]:
            await self._queue.clean_events(session_hash=session)
            for event in self._queue.pending_event_ids_session.pop(session, ()):
                self._queue.event_ids_to_events.pop(event, None)
            self._queue.pending_messages_per_session.pop(session, None)
            del self._alone_since[session]

    async def keep_sweeping(self) -> None:
        while True:
            await asyncio.sleep(self._seconds / 6)
            await self.sweep()
