"""`Rooms`: opens and finds rooms, and keeps what is said in them. Each mistake is a sentence for whoever made it.

Only `join` and `open` tell whether there is a room of a code, and both are counted by address. Whoever lacks what a
room gave to its teacher, its phones or its reader is told the same as where there is none.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from hmac import compare_digest
from typing import Any

from seqdemo.errors import InputError
from seqdemo.room.attempts import Attempts
from seqdemo.room.room import MOST_MEMBERS, Member, Room, Stage
from seqdemo.room.store import MemoryStore, Store

LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
"""Of codes: without vowels, so that no code is a word."""
LENGTH = 4
WRONG_CODES = (30, 60.0)
"""Wrong codes that one address may try, within so many seconds; a whole school may be one address."""
OPENINGS = (12, 3600.0)
"""Rooms that one address may open, within so many seconds."""


class Rooms:
    """All rooms of a server."""

    def __init__(self, store: Store | None = None, processes: int = 1) -> None:
        """Rooms in the memory of one of several processes would not be there for the others."""
        self._store = store or MemoryStore()
        self._shared = processes == 1 or store is not None
        self._wrong, self._openings = Attempts(*WRONG_CODES), Attempts(*OPENINGS)

    def open(self, code: Any, address: str) -> str | None:
        """A new room of this code: what shows that one is its teacher; None where there is a room of that code.

        Whoever opens a room chooses its code, so that a load balancer that goes by codes leads to where it is.
        """
        if not self._shared:
            raise InputError("rooms_apart", "This server is several processes, which share no rooms. Start it with one "
                             "process, or with Redis.")  # fmt: skip
        if self._openings.used_up(address) or self._store.full():
            raise InputError("rooms_full", "There are too many rooms now. Try again later.")
        self._openings.count(address)
        host, key = secrets.token_hex(16), secrets.token_hex(8)
        return host if self._store.open(_code(code), _texts({"host": host, "key": key, "serial": 0})) else None

    def join(self, code: Any, token: Any, address: str) -> tuple[Room, Member]:
        """A place in a room: the phone's own, if it had one there. Wrong codes are counted by address."""
        if self._wrong.used_up(address):
            raise InputError("codes_used_up", "Too many wrong codes. Wait a minute, then try again.")
        try:
            room = self.room(code)
        except InputError:
            self._wrong.count(address)
            raise
        known = room.member(token)
        return (room, known) if known else self.admit(room)

    def admit(self, room: Room, simulated: bool = False) -> tuple[Room, Member]:
        """The first place that is free."""
        taken = {member.slot for member in room.members}
        for slot in range(MOST_MEMBERS):
            member = Member(slot, secrets.token_hex(16), simulated)
            if slot not in taken and self._store.claim(room.code, f"member:{slot}", member.text()):
                return self.room(room.code), member
        raise InputError("room_full", f"This room is full: {MOST_MEMBERS} phones are in it.")

    def room(self, code: Any) -> Room:
        """A room as it is now."""
        plain = _code(code)
        texts = self._store.texts(plain, "said")
        if texts is None:
            raise _gone()
        return Room(plain, texts, lambda: self._store.texts(plain, "ink") or {})

    def led(self, code: Any, host: Any) -> Room:
        """A room, for its teacher."""
        room = self.room(code)
        if not _same(host, room.host):
            raise _gone()
        return room

    def shared(self, code: Any, key: Any) -> Room:
        """A room, for whoever uses its reader."""
        room = self.room(code)
        if not _same(key, room.key):
            raise _gone()
        return room

    def attended(self, code: Any, token: Any) -> tuple[Room, Member]:
        """A room, for one of its phones."""
        room = self.room(code)
        member = room.member(token)
        if member is None:
            raise _gone()
        return room, member

    def begin(self, room: Room, kind: str, settings: Mapping[str, Any]) -> None:
        """The next stage; what was said in the one before goes."""
        stage = Stage(kind, room.serial + 1, settings)
        self._put(room, _texts({"serial": stage.serial}) | {"stage": stage.text()}, drop=room.names_of_stages())

    def move(self, room: Room, stage: Stage | None) -> None:
        """The same stage further on; None: nothing is done any more."""
        self._put(room, {"stage": stage.text() if stage else "null"})

    def say(self, room: Room, slot: int, values: Mapping[str, Any]) -> None:
        """Keep what a member said, in place of what it said before under the same names; None takes that away."""
        self._put_named(room, {f"say:{room.serial}:{name}:{slot}": value for name, value in values.items()})

    def note(self, room: Room, values: Mapping[str, Any]) -> None:
        """Keep something about this stage; None takes it away."""
        self._put_named(room, {f"note:{room.serial}:{name}": value for name, value in values.items()})

    def write(self, room: Room, slot: int, letters: Mapping[str, Any]) -> None:
        """Keep a member's letters, by label, in place of those that it wrote before; None takes one away."""
        named = {f"{slot}:{label}": value for label, value in letters.items()}
        self._put_named(room, named, "ink")

    def close(self, room: Room) -> None:
        self._store.close(room.code)

    def _put_named(self, room: Room, values: Mapping[str, Any], shelf: Any = "said") -> None:
        if values:
            kept = {name: value for name, value in values.items() if value is not None}
            self._put(room, _texts(kept), shelf, drop=values.keys() - kept.keys())

    def _put(self, room: Room, texts: Mapping[str, str], shelf: Any = "said", drop: Any = ()) -> None:
        if not self._store.put(room.code, texts, shelf, drop=drop):
            raise _gone()


def _code(value: Any) -> str:
    """A code in capitals; anything else is a room that is not there."""
    plain = value.strip().upper() if isinstance(value, str) and len(value) < 20 else ""
    if len(plain) != LENGTH or not set(plain) <= set(LETTERS):
        raise _gone()
    return plain


def _same(said: Any, secret: str) -> bool:
    return isinstance(said, str) and compare_digest(said.encode(), secret.encode())


def _gone() -> InputError:
    return InputError("no_room", "There is no room with this code. It may have ended; ask for a new code.")


def _texts(values: Mapping[str, Any]) -> dict[str, str]:
    return {name: json.dumps(value, ensure_ascii=False) for name, value in values.items()}
