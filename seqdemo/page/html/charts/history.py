"""`History`: how one variant learned and how it did, as plain numbers. It knows nothing of models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Literal

from seqdemo.page.html.charts.palette import LIMIT
from seqdemo.page.html.picture import Bytes
from seqdemo.page.html.wording import Words

Unit = Literal["letters", "samples"]
Search = Literal["greedy", "beam"]


@dataclass(frozen=True)
class Check:
    """One look at a run: so much had been seen, and these were the figures."""

    seen: int
    figures: Mapping[str, float]
    """`loss` on what was trained on; on the validation writers `reasoning`, `vision`, `longer` where there are such."""


@dataclass(frozen=True)
class Confusion:
    """How many images of each class got each answer."""

    classes: tuple[str, ...]
    answers: tuple[str, ...]
    right: tuple[int, ...]
    """Index of the right answer for each class."""
    counts: tuple[tuple[int, ...], ...]
    """One row for each class, one column for each answer."""


@dataclass(frozen=True, eq=False)
class Mistake:
    """One answer that a class often gets wrongly, and a letter of the pen model that gets it too."""

    meant: str
    read: str
    count: int
    of: int
    """So many images the class had."""
    character: str
    """The form that the pen wrote, such as l of the class L."""
    seed: int | None
    """With which the pen writes it again; None if no letter of the pen was mistaken so."""
    temperature: float
    image: Bytes | None = None
    """What the model saw of it."""


@dataclass(frozen=True)
class Doubt:
    """How often a reader was right when it was about so sure."""

    confidence: float
    right: float
    within: tuple[float, float] | None
    """The 95% interval of `right` over writers; None where they are not known."""


@dataclass(frozen=True)
class History:
    """One variant's training and its figures on the test writers; whatever was not recorded is empty or None."""

    name: str
    title: str
    objective: str
    """What its loss measures; losses of different objectives cannot be compared."""
    unit: Unit
    """What `seen` counts: letters, or whole samples of the task."""
    exact: bool = False
    """It reasons without a mistake about what its reader names: the limit of the models with the same frozen reader."""
    checks: tuple[Check, ...] = ()
    by_length: Mapping[Search, Mapping[int, float]] = field(default_factory=dict)
    """Accuracy by number of letters."""
    shares: Mapping[Search, Mapping[str, float]] = field(default_factory=dict)
    """Accuracy: `accuracy` for lengths as in training, `challenge` and `longer` beyond; `all` of the
    characters, with those that were cut out of words."""
    seeds: tuple[float, ...] = ()
    """`accuracy` of the same recipe with each seed that was tried, its own first."""
    tested: str | None = None
    """Whose letters it was tested on: `unipen`, `emnist` or `pen`."""
    parameters: int | None = None
    seconds: float | None = None
    """How long training took."""
    device: str | None = None
    date: str | None = None
    reliability: tuple[Doubt, ...] = ()
    """By growing confidence."""
    ece: float | None = None
    """Expected calibration error: how far the two are apart on average."""
    saliency: tuple[float, ...] = ()
    """How much of the answer hangs on each row of the image, from top to bottom; shares of 1."""
    confusion: Confusion | None = None
    mistakes: tuple[Mistake, ...] = ()
    """The most frequent first."""

    def curve(self, figure: str) -> tuple[tuple[float, float], ...]:
        """What had been seen and the figure, at every check that has it."""
        return tuple((check.seen, check.figures[figure]) for check in self.checks if figure in check.figures)

    def accuracy_curve(self) -> tuple[tuple[float, float], ...]:
        """Right answers during training; letters read right where nothing else is asked for."""
        return self.curve("reasoning") or self.curve("vision")


def looks(histories: Sequence[History]) -> tuple[int, ...]:
    """The number of each history's look; the limit has one of its own, so that it takes no colour from the others."""
    numbers = count()
    return tuple(LIMIT if history.exact else next(numbers) for history in histories)


def titled(history: History, words: Words) -> str:
    """The history's title; that of an exact reasoner says what its line stands for."""
    return words["learned.limit"] if history.exact else history.title
