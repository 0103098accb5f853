"""A class's reader: shipped models whose reader has the last layer that all of a room's letters trained."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from torch import nn

from seqdemo.checkpoints import FROZEN, Loaded
from seqdemo.errors import InputError
from seqdemo.models.pen_reader import PenReader
from seqdemo.room import last_layer
from seqdemo.room.alphabet import LOOKS, Written, all_of
from seqdemo.room.hands import FEWEST_HANDS, FEWEST_LETTERS, trained
from seqdemo.room.room import Room
from seqdemo.room.rooms import Rooms
from seqdemo.workshop.readings import READER

PREFIX, AT = "class:", "@"
BASES = (READER, "cnn-gru-normal", "swap-best")
"""Shipped models that stand on the reader, one for each question that is asked of letters."""
_KEPT = 12


def name(room: Room, base: str) -> str:
    """What the model of a room is called that is otherwise like a shipped one."""
    return f"{PREFIX}{room.code}-{room.key}{AT}{base}"


def loaded(rooms: Rooms, called: str, models: Mapping[str, Loaded]) -> Loaded:
    """The model of a name; raises InputError."""
    told, _, base = called.removeprefix(PREFIX).partition(AT)
    if base not in BASES or base not in models:
        raise InputError("no_class_reader", "There is no such reader of a class.")
    code, _, key = told.partition("-")
    room = rooms.shared(code, key)
    check_enough(room)
    model = _changed(all_of(room), reader_of(models), models[base].model)
    return Loaded(replace(models[base].variant, name=called), model, {}, sha256=called)


def check_enough(room: Room) -> None:
    """Raises InputError where hands or letters are too few to train on."""
    hands, letters = sum(bool(own) for own in room.inks.values()), sum(map(len, room.inks.values()))
    if hands < FEWEST_HANDS or letters < FEWEST_LETTERS:
        raise InputError("few_hands", f"To train takes at least {FEWEST_HANDS} hands and {FEWEST_LETTERS} letters.")


def reader_of(models: Mapping[str, Loaded]) -> PenReader:
    """The shipped reader; raises InputError."""
    reader = models[READER].model if READER in models else None
    if not isinstance(reader, PenReader):
        raise InputError("no_shipped_reader", "The reader that this stands on could not be loaded.")
    return reader


@lru_cache(maxsize=_KEPT)
def _changed(letters: tuple[Written, ...], reader: PenReader, model: nn.Module) -> nn.Module:
    """A model whose reader has the layer that these letters trained; it is the reader, or stands on it."""
    own = last_layer.with_layer(reader, trained(LOOKS.at(reader, letters), last_layer.shipped(reader)))
    if model is reader:
        return own
    changed = copy.deepcopy(model)
    changed.add_module(FROZEN.removesuffix("."), own)
    return changed
