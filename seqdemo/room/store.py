"""`Store`: where rooms are kept, as texts by name; and the usual one, in the memory of this process."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Literal, Protocol

Shelf = Literal["said", "ink"]
"""What is looked at all the time, and what is large and looked at seldom."""
SHELVES: tuple[Shelf, ...] = ("said", "ink")
LIFE = 7200.0
"""Seconds for which a room is kept after it was last used."""
MOST_ROOMS = 50


class Store(Protocol):
    """Each change is whole: two at once leave one of both, never a mixture. Whatever is done to a room renews it."""

    def open(self, code: str, texts: Mapping[str, str]) -> bool:
        """A new room with these texts; False if there is one of that code, or too many."""

    def full(self) -> bool:
        """Whether there are as many rooms as there may be."""

    def texts(self, code: str, shelf: Shelf) -> dict[str, str] | None:
        """All that is on a shelf; None where there is no such room."""

    def put(self, code: str, texts: Mapping[str, str], shelf: Shelf = "said", *, drop: Iterable[str] = ()) -> bool:
        """Put texts there in place of those of the same names, and take others away; False if there is no such room."""

    def claim(self, code: str, name: str, text: str) -> bool:
        """Put a text there if its name is free; whether it was."""

    def close(self, code: str) -> None:
        """Take away a room and all that it holds."""


@dataclass
class _Room:
    used: float
    shelves: dict[Shelf, dict[str, str]] = field(default_factory=lambda: {shelf: {} for shelf in SHELVES})


class MemoryStore:
    """Rooms of one process, gone when it ends."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._rooms: dict[str, _Room] = {}

    def open(self, code: str, texts: Mapping[str, str]) -> bool:
        with self._lock:
            self._sweep()
            if code in self._rooms or len(self._rooms) >= MOST_ROOMS:
                return False
            room = self._rooms[code] = _Room(self._clock())
            room.shelves["said"].update(texts)
            return True

    def full(self) -> bool:
        with self._lock:
            self._sweep()
            return len(self._rooms) >= MOST_ROOMS

    def texts(self, code: str, shelf: Shelf) -> dict[str, str] | None:
        with self._lock:
            room = self._used(code)
            return None if room is None else dict(room.shelves[shelf])

    def put(self, code: str, texts: Mapping[str, str], shelf: Shelf = "said", *, drop: Iterable[str] = ()) -> bool:
        with self._lock:
            room = self._used(code)
            if room is None:
                return False
            for name in drop:
                room.shelves[shelf].pop(name, None)
            room.shelves[shelf].update(texts)
            return True

    def claim(self, code: str, name: str, text: str) -> bool:
        with self._lock:
            room = self._used(code)
            if room is None or name in room.shelves["said"]:
                return False
            room.shelves["said"][name] = text
            return True

    def close(self, code: str) -> None:
        with self._lock:
            self._rooms.pop(code, None)

    def _used(self, code: str) -> _Room | None:
        self._sweep()
        room = self._rooms.get(code)
        if room is not None:
            room.used = self._clock()
        return room

    def _sweep(self) -> None:
        now = self._clock()
        for code in [code for code, room in self._rooms.items() if now - room.used > LIFE]:
            del self._rooms[code]
