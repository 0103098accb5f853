"""What the scoreboard shows, as plain numbers: every variant at every task, other readers and
correctors, and letters made harder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from seqdemo.page.html.charts.history import History


@dataclass(frozen=True)
class Measured:
    """When, where and how figures were measured."""

    date: str
    machine: str
    command: str


@dataclass(frozen=True)
class Cost:
    """Processor time of one answer."""

    ms: float
    ratio: float | None
    """To that of the reader alone, for the same letters."""


@dataclass(frozen=True)
class Stages:
    """What each stage gets right on its own; shares of 1, None where it was not measured."""

    vision: float | None = None
    """Letters."""
    reasoning: float | None = None
    """Answers, given the true letters."""
    rule: float | None = None
    """Answers of the exact rule, given the letters that were read."""


@dataclass(frozen=True)
class Score:
    """How one variant does at one task."""

    history: History
    task: str
    family: str
    task_title: str
    right: float | None
    """Accuracy."""
    by_length: Mapping[int, float] = field(default_factory=dict)
    """The same by number of letters."""
    stages: Stages = Stages()
    stages_by_length: Mapping[int, Stages] = field(default_factory=dict)
    size: int | None = None
    """Bytes of the weights."""
    cost: Cost | None = None


@dataclass(frozen=True)
class Baseline:
    """A reader of letters, ours or another, and how it does on the letters of the test writers."""

    title: str
    version: str
    settings: str
    right: Mapping[str, float]
    """`alone`: letters written on their own; `every`: those cut out of words too."""
    ms: float | None
    """Processor time per letter, many in one go."""
    ours: bool
    name: str


@dataclass(frozen=True)
class Corrector:
    """A corrector of swapped words, ours or another, told what the same reader read."""

    title: str
    version: str
    settings: str
    listed: Mapping[str, float]
    """Words right that are in its list: `accuracy` (4 to 8 letters), `challenge` (9, 10), `longer` (11 to 14)."""
    unlisted: Mapping[str, float]
    """The same of words that were taken off the list."""
    ms: float | None
    """Processor time per word."""
    ours: bool
    name: str


@dataclass(frozen=True)
class Distortion:
    """Answers to letters that are made harder, at each of some strengths."""

    name: str
    strengths: tuple[float, ...]
    answers: Mapping[str, tuple[float, ...]]
    """Accuracy of each variant."""
    vision: Mapping[str, tuple[float, ...]]
    """Share of letters that those variants read right which do more than read."""


@dataclass(frozen=True)
class Benchmark:
    """What was measured beside the cards; all of it may be missing."""

    costs: Mapping[str, Cost] = field(default_factory=dict)
    costs_measured: Measured | None = None
    baselines: tuple[Baseline, ...] = ()
    baseline_letters: Mapping[str, float] = field(default_factory=dict)
    """How many letters `alone` and `every` are."""
    baselines_measured: Measured | None = None
    correctors: tuple[Corrector, ...] = ()
    corrector_words: float = 0
    """How many words of each kind they were asked."""
    correctors_measured: Measured | None = None
    distortions: tuple[Distortion, ...] = ()
    distorted: Mapping[str, float] = field(default_factory=dict)
    """How many `letters` were distorted, and how many `samples` of each task were made of them."""
    distortions_measured: Measured | None = None
    stale: tuple[str, ...] = ()
    """Variants whose weights have changed since: their figures are left out."""
