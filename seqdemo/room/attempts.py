"""`Attempts`: how often one address may try something within a time."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from threading import Lock

_MOST_ADDRESSES = 10_000
"""That are remembered; anyone can send from many."""


class Attempts:
    """Counts for each address; nothing of it is kept for longer than the time."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._lock = Lock()
        self._times: dict[str, deque[float]] = {}

    def used_up(self, address: str) -> bool:
        """Whether the address must wait."""
        with self._lock:
            self._forget()
            return len(self._times.get(address, ())) >= self._most

    def count(self, address: str) -> None:
        """One more from this address; the address that was quiet for longest gives way to one too many."""
        with self._lock:
            self._forget()
            times = self._times.pop(address, deque())
            times.append(self._clock())
            self._times[address] = times
            if len(self._times) > _MOST_ADDRESSES:
                del self._times[next(iter(self._times))]

    def _forget(self) -> None:
        """The addresses stand in the order in which they were last counted, so the old ones are the first."""
        before = self._clock() - self._seconds
        for address in list(self._times):
            if self._times[address][-1] > before:
                break
            del self._times[address]
        for times in self._times.values():
            while times[0] <= before:
                times.popleft()
