"""What a run and whoever started it say to each other: one line of JSON a message."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from safetensors.torch import load as load_tensors
from safetensors.torch import save as save_tensors
from torch import Tensor

from seqdemo.checkpoints import stored

Order = Literal["pause", "go", "step", "stop"]
ORDERS: tuple[Order, ...] = ("pause", "go", "step", "stop")
"""After its recipe, a worker takes these; between two steps of a run it obeys."""
BRIEF = "brief"
"""After a recipe, behind a blank: its run is hardly looked at on the way."""
Why = Literal["done", "stopped", "limit", "diverged"]


@dataclass(frozen=True)
class Begun:
    """A run is about to make its first step."""

    parameters: int
    chance: float
    exact: float | None
    """Right answers by exact reasoning on the same letters."""


@dataclass(frozen=True)
class Point:
    """How the run does after some steps, on writers that it does not learn from."""

    step: int
    seconds: float
    """Of processor time."""
    loss: float | None
    """The mean since the last point; None before the first step."""
    fitted: float | None
    """Right answers to the samples of those steps, as they were learned from."""
    accuracy: float
    by_length: Mapping[str, float]


@dataclass(frozen=True)
class Moment:
    """The weights after some steps, as `packed` gives them."""

    step: int
    weights: str


@dataclass(frozen=True)
class Ended:
    """The run is over. Its figures are those on the test writers, but for runs that were stopped or diverged."""

    why: Why
    step: int
    seconds: float
    accuracy: float | None
    by_length: Mapping[str, float]


Message = Begun | Point | Moment | Ended
_MESSAGES: dict[str, type[Any]] = {kind.__name__: kind for kind in (Begun, Point, Moment, Ended)}


def line(message: Message) -> str:
    """The message as a line, its end included."""
    return json.dumps({"say": type(message).__name__, **asdict(message)}) + "\n"


def message(text: str) -> Message:
    """The message of a line; raises ValueError."""
    told = json.loads(text)
    if not isinstance(told, dict) or told.get("say") not in _MESSAGES:
        raise ValueError("expected a message of a worker")
    kind = _MESSAGES[told.pop("say")]
    try:
        found: Message = kind(**told)
    except TypeError as error:
        raise ValueError("expected a message of a worker") from error
    return found


def packed(weights: Mapping[str, Tensor]) -> str:
    """Weights in 8 bits, as checkpoints keep them, as text."""
    return b64encode(save_tensors(stored(weights))).decode()


def unpacked(text: str) -> dict[str, Tensor]:
    """What was `packed`, still in 8 bits."""
    return load_tensors(b64decode(text))
