"""The letters that a room wrote: kept small, read by the shipped reader, and what follows for all of them."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import torch
from torch import Tensor

from seqdemo.errors import InputError
from seqdemo.explain.common import seen
from seqdemo.handwriting.collection import InkSample
from seqdemo.handwriting.ink_file import written
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.strokes import Strokes
from seqdemo.letters import ALPHABET, index_of
from seqdemo.models.pen_reader import PenReader
from seqdemo.room import last_layer
from seqdemo.room.hands import Ink
from seqdemo.room.room import Room

MOST_BYTES = 8000
"""Of a letter's strokes as JSON."""
_KEPT = 8000
"""Letters whose features are kept, of 2.6 kB each: those of several full rooms."""


@dataclass(frozen=True)
class Written:
    """A letter that stands in a room."""

    slot: int
    label: str
    key: str
    """Of these strokes; others have another."""
    strokes: Sequence[Any] = field(compare=False)
    """As JSON."""

    @property
    def name(self) -> str:
        """No other letter of the room has it."""
        return f"{self.slot}:{self.label}"


def taken(value: Any) -> tuple[str, dict[str, Any]]:
    """A letter's label, and what a room keeps of it: its strokes, in at most MOST_BYTES; raises InputError."""
    letter = Letter.from_json(value)
    if letter.label is None or letter.label not in ALPHABET or letter.strokes is None:
        raise InputError("bad_capital", "The letter must be one of A to Z.")
    return letter.label, kept(letter.strokes)


def kept(strokes: Strokes) -> dict[str, Any]:
    """What a room keeps of a letter."""
    number, text = 1, _packed(strokes.to_json())
    while len(text) > MOST_BYTES:
        number += 1
        text = _packed([[*stroke[:-1:number], stroke[-1]] for stroke in strokes.to_json()])
    return {"strokes": json.loads(text), "key": hashlib.sha256(text.encode()).hexdigest()[:16]}


def _packed(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def all_of(room: Room) -> tuple[Written, ...]:
    """Every letter, by phone and then by letter."""
    return tuple(
        Written(slot, label, letters[label]["key"], letters[label]["strokes"])
        for slot, letters in sorted(room.inks.items())
        for label in sorted(letters)
    )


def ink_file(room: Room) -> bytes:
    """People's letters as an ink file, without a rehearsal's; writers are the numbers of the phones from 1."""
    people = {member.slot for member in room.members if not member.simulated}
    return written(InkSample(Strokes.from_json(each.strokes), each.label, str(each.slot + 1))
                   for each in all_of(room) if each.slot in people)  # fmt: skip


class Looks:
    """What the reader's last layer is given of letters; each is looked at once, those that are new all together."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._rows: OrderedDict[str, Tensor] = OrderedDict()

    def at(self, reader: PenReader, letters: Sequence[Written]) -> Ink:
        """Raises InputError where there are none."""
        if not letters:
            raise InputError("no_hands", "Nobody has written a letter yet.")
        with self._lock:
            new = {each.key: each for each in letters if each.key not in self._rows}
            self._rows.update(_given(reader, new))
            given = torch.stack([self._rows[each.key] for each in letters])
            for each in letters:
                self._rows.move_to_end(each.key)
            while len(self._rows) > _KEPT:
                self._rows.popitem(last=False)
        labels, hands = [index_of(each.label) for each in letters], [each.slot for each in letters]
        return Ink(given, torch.tensor(labels), torch.tensor(hands))


LOOKS = Looks()


def _given(reader: PenReader, new: Mapping[str, Written]) -> dict[str, Tensor]:
    if not new:
        return {}
    ink = seen([Letter(Strokes.from_json(each.strokes)) for each in new.values()])
    assert ink.written is not None
    return dict(zip(new, last_layer.features(reader, ink.bright, ink.written), strict=True))


@dataclass(frozen=True)
class Reading:
    """What a reader made of a letter."""

    letter: Written
    read: str

    @property
    def right(self) -> bool:
        return self.read == self.letter.label


def readings(reader: PenReader, letters: Sequence[Written]) -> list[Reading]:
    """What the reader says as it was shipped."""
    if not letters:
        return []
    best = (LOOKS.at(reader, letters).given @ last_layer.shipped(reader)).argmax(dim=1)
    return [Reading(letter, ALPHABET[n]) for letter, n in zip(letters, best.tolist(), strict=True)]
