"""`WorkshopRecipe`: one task and its knobs, checked; the same recipe gives the same run."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import isfinite
from types import MappingProxyType
from typing import Any

from seqdemo.errors import InputError
from seqdemo.models.catalog import BY_NAME, Config, Recipe, Variant
from seqdemo.models.line_reasoner import LineReasonerConfig
from seqdemo.models.row_rnn import RowRnnConfig
from seqdemo.models.seq2seq import Seq2SeqConfig
from seqdemo.models.vision import ReaderConfig
from seqdemo.sequences.augmentation import UNCHANGED
from seqdemo.sequences.words import LONGEST, OWN, SHORTEST, places

Value = str | int | float | bool
MAX_SEED = 2**31 - 1
LONGEST_LINK = 4_000
"""Characters."""
FEWEST_WORDS, MOST_WORDS, MOST_LETTERS = 5, 200, 3_000
"""Of a list of one's own words."""


@dataclass(frozen=True)
class Knob:
    """One decision of a recipe."""

    name: str
    choices: tuple[Value, ...]
    """From the least to the most."""
    usual: Value
    """As it is set at first."""
    source: str
    """The paper that recommends it, or brought it in."""

    def checked(self, value: Any) -> Value:
        """One of the choices, of their type; raises InputError."""
        for choice in self.choices:
            if type(choice) is type(value) and choice == value:
                return choice
            if type(choice) is float and type(value) is int and choice == value:
                return choice
        listed = ", ".join(_said(choice) for choice in self.choices)
        raise InputError(f"knob_{self.name}", f"The {self.name.replace('_', ' ')} must be one of {listed}.")


@dataclass(frozen=True)
class Task:
    """What is learned in the workshop, with its knobs: those that are shown first come first."""

    name: str
    trained_on: str
    """The name of the task whose samples are drawn."""
    asked_as: str
    """The task of the page whose letters a run answers."""
    knobs: tuple[Knob, ...]
    build: Callable[[Mapping[str, Any]], Config]
    objective: Any
    reader: str | None
    """The frozen reader that a run stands on."""
    counterpart: Callable[[Mapping[str, Any]], str]
    """The variant of the catalog that is most like a recipe's model, trained at full length."""
    exact: str | None
    """The exact reasoner, where there is one."""

    def knob(self, name: str) -> Knob:
        return next(knob for knob in self.knobs if knob.name == name)


SHOWN = 5
"""So many knobs show at first."""

_CELL = Knob("cell", ("rnn", "lstm", "gru"), "gru", "Cho 2014")
_LSTM = Knob("cell", ("rnn", "lstm", "gru"), "lstm", "Hochreiter & Schmidhuber 1997")
_HIDDEN = Knob("hidden", (8, 16, 32, 64, 96, 128), 64, "Elman 1990")
_LAYERS = Knob("layers", (1, 2), 1, "Graves 2013")
_WAYS = Knob("bidirectional", (False, True), False, "Schuster & Paliwal 1997")
_DROPOUT = Knob("dropout", (0.0, 0.1, 0.3, 0.5), 0.0, "Srivastava 2014")
_LOSS = Knob("loss", ("squared", "cross-entropy"), "cross-entropy", "Bridle 1990")
_SMOOTHING = Knob("smoothing", (0.0, 0.1, 0.2), 0.0, "Szegedy 2016")
_FORCING = Knob("teacher_forcing", (False, True), False, "Williams & Zipser 1989")
_LINK = Knob("link", ("one-hot", "soft"), "soft", "Bridle 1990")
_CONTEXT = Knob("context", ("none", "last", "aligned", "bahdanau", "luong"), "aligned", "Bahdanau 2015, Luong 2015")
_REVERSE = Knob("reverse", (False, True), False, "Sutskever 2014")
_RATE = Knob("learning_rate", (0.0003, 0.001, 0.003, 0.005, 0.01, 0.1, 1.0), 0.005, "Kingma & Ba 2015")
_BATCH = Knob("batch", (16, 32, 64, 128, 256), 128, "Masters & Luschi 2018")
_DISTINCT = Knob("distinct", (0, 100, 1_000, 10_000), 0, "Banko & Brill 2001")


def _steps(usual: int) -> Knob:
    return Knob("steps", (200, 500, 1_000, 2_000, 4_000, 7_600), usual, "Smith 2018")


_READER = BY_NAME["reader"].config
assert isinstance(_READER, ReaderConfig)
_READER_SIZES: Mapping[str, Any] = {"width": _READER.width, "features": _READER.features}


def _line(knobs: Mapping[str, Any]) -> Config:
    sizes = {name: knobs[name] for name in ("cell", "hidden", "layers", "bidirectional", "dropout", "link")}
    return LineReasonerConfig(cnn="pen", **_READER_SIZES, cnn_dropout=_READER.dropout, **sizes)


def _word(knobs: Mapping[str, Any]) -> Config:
    sizes = {name: knobs[name] for name in ("cell", "hidden", "layers", "bidirectional", "reverse", "context",
                                            "dropout")}  # fmt: skip
    return Seq2SeqConfig(cnn="reader", **_READER_SIZES, embedding=32, bridge=False, **sizes)


def _row(knobs: Mapping[str, Any]) -> Config:
    return RowRnnConfig(answers=2, **{name: knobs[name] for name in ("cell", "hidden", "layers", "dropout")})


_BY_CONTEXT = {"none": "seq2seq", "last": "seq2seq-peeky", "aligned": "seq2seq-aligned", "bahdanau": "seq2seq-bahdanau",
               "luong": "seq2seq-luong"}  # fmt: skip

TASKS: Mapping[str, Task] = {
    task.name: task
    for task in (
        Task("next", "next-normal", "next-normal",
             (_CELL, _HIDDEN, _LOSS, _LINK, _FORCING, _LAYERS, _WAYS, _DROPOUT, _SMOOTHING, _DISTINCT, _RATE, _BATCH,
              _steps(2_000)), _line, "reasoning", "reader-strokes", lambda _: "cnn-gru-normal",
             "exact-line"),
        Task("words", "swap-short", "swap-normal",
             (_LSTM, _HIDDEN, _CONTEXT, Knob("bidirectional", (False, True), True, "Schuster & Paliwal 1997"), _REVERSE,
              _LAYERS, _DROPOUT, _DISTINCT, _RATE, _BATCH, _steps(1_000)),
             _word, "writing", "reader", lambda knobs: _BY_CONTEXT[knobs["context"]], "exact-swap"),
        Task("rows", "row-2", "row-2",
             (_LSTM, _HIDDEN, _LAYERS, _DROPOUT, _RATE, Knob("batch", _BATCH.choices, 64, _BATCH.source),
              _steps(2_000)),
             _row, "rows", None, lambda _: "row-lstm-2", None),
    )
}  # fmt: skip
"""By name."""


@dataclass(frozen=True)
class WorkshopRecipe:
    """A task, a value for each of its knobs and a seed."""

    task: str
    knobs: Mapping[str, Value] = field(default_factory=dict)
    """Every knob of the task."""
    seed: int = 1
    words: tuple[str, ...] = ()
    """One's own, in capitals, that swapped words are made of; empty for those that are shipped."""

    @classmethod
    def of(cls, value: Any) -> WorkshopRecipe:
        """From an object {task, knobs, seed, words} of which all but the task may be left out; raises InputError."""
        if not isinstance(value, dict) or set(value) - {"task", "knobs", "seed", "words"}:
            raise InputError("recipe_form", "A recipe must be an object with task, knobs, seed and words.")
        task = _task(value.get("task"))
        given = value.get("knobs", {})
        if not isinstance(given, dict) or set(given) - {knob.name for knob in task.knobs}:
            raise InputError("recipe_knobs", f"The knobs of this task are {', '.join(k.name for k in task.knobs)}.")
        knobs = {knob.name: knob.checked(given.get(knob.name, knob.usual)) for knob in task.knobs}
        return cls(task.name, MappingProxyType(knobs), _seed(value.get("seed", 1)), _own(value.get("words", []), task))

    @classmethod
    def from_link(cls, text: Any) -> WorkshopRecipe:
        """From what `link` writes; raises InputError."""
        if not isinstance(text, str) or len(text) > LONGEST_LINK or not _LINK_FORM.fullmatch(text):
            raise InputError("recipe_link", "A recipe's link looks like next,hidden=128,seed=3.")
        task, *parts = text.split(",")
        told = dict(part.split("=") for part in parts)
        seed, words = _read(told.pop("seed", "1")), told.pop("list", "")
        knobs = {name: _read(value) for name, value in told.items()}
        return cls.of({"task": task, "knobs": knobs, "seed": seed, "words": words.split(".") if words else []})

    @property
    def link(self) -> str:
        """The shortest text that stands for it: knobs that are as usual are left out."""
        parts = [f"{name}={_said(value)}" for name, value in self.changed.items()]
        own = [f"list={'.'.join(self.words)}"] if self.words else []
        return ",".join([self.task, *parts, *own, f"seed={self.seed}"])

    @property
    def seedless(self) -> str:
        """The link without its seed: what recipes have in common that differ in nothing else."""
        return self.link.rpartition(",")[0]

    def with_seed(self, seed: int) -> WorkshopRecipe:
        return replace(self, seed=_seed(seed))

    @property
    def of_task(self) -> Task:
        return TASKS[self.task]

    @property
    def counterpart(self) -> str:
        """The variant of the catalog that is most like its model, trained at full length."""
        return self.of_task.counterpart(self.knobs)

    @property
    def changed(self) -> dict[str, Value]:
        """The knobs that are not as usual."""
        return {knob.name: self.knobs[knob.name] for knob in self.of_task.knobs if self.knobs[knob.name] != knob.usual}

    def differences(self, other: WorkshopRecipe) -> int:
        """In how many decisions it differs from another of its task, its seed and its words among them."""
        knobs = sum(value != other.knobs[name] for name, value in self.knobs.items())
        return knobs + (self.seed != other.seed) + (self.words != other.words)

    def variant(self) -> Variant:
        """As the training loop takes it."""
        task, knobs = self.of_task, self.knobs
        told: Any = {name: knobs[name] for name in ("loss", "smoothing", "teacher_forcing") if name in knobs}
        recipe = Recipe(
            task.objective, int(knobs["batch"]), int(knobs["steps"]), float(knobs["learning_rate"]), True, 0.01, 0.0,
            UNCHANGED, int(knobs.get("distinct", 0)) or None, task.reader, clip=1.0, **told,
        )  # fmt: skip
        trained_on = OWN + ".".join(self.words) if self.words else task.trained_on
        return Variant(self.link, trained_on, self.link, self.link, "", "", task.build(knobs), recipe)

    def to_json(self) -> dict[str, Any]:
        return {"task": self.task, "knobs": dict(self.knobs), "seed": self.seed, "words": list(self.words)}


_LINK_FORM = re.compile(r"[a-z]+(,[a-z_]+=[A-Za-z0-9.-]+)*")


def _task(name: Any) -> Task:
    if not isinstance(name, str) or name not in TASKS:
        raise InputError("recipe_task", f"The task must be one of {', '.join(TASKS)}.")
    return TASKS[name]


def _seed(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= MAX_SEED:
        raise InputError("recipe_seed", f"The seed must be a whole number from 0 to {MAX_SEED:,}.")
    return value


def _own(words: Any, task: Task) -> tuple[str, ...]:
    """A list of words in capitals, each once; raises InputError."""
    if (
        not isinstance(words, list)
        or not all(isinstance(word, str) for word in words)
        or (words and task.name != "words")
    ):
        raise InputError("recipe_words", "Words of your own must be a list, for the task of swapped words.")
    found = tuple(dict.fromkeys(word.strip().upper() for word in words if word.strip()))
    if not all(word.isascii() and word.isalpha() and SHORTEST <= len(word) <= LONGEST for word in found):
        raise InputError(
            "word_form", f"Each word must have {SHORTEST} to {LONGEST} letters from A to Z, one word a line."
        )
    if len(found) > MOST_WORDS or sum(map(len, found)) > MOST_LETTERS:
        raise InputError("word_many", f"A list can have at most {MOST_WORDS} words and {MOST_LETTERS:,} letters.")
    if found and sum(bool(places(word)) for word in found) < FEWEST_WORDS:
        raise InputError("word_few", f"A list needs at least {FEWEST_WORDS} words in which two letters can be swapped.")
    return found


def _said(value: Value) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _read(text: str) -> Value:
    try:
        value = json.loads(text, parse_constant=lambda _: "nan")
    except ValueError:
        return text
    return value if isinstance(value, bool | int) or (isinstance(value, float) and isfinite(value)) else text
