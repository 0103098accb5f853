"""`Lesson`: what a lesson puts on the page, asks and claims; claims are checked against what the models really do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from seqdemo.explain import explain
from seqdemo.explain.options import Options
from seqdemo.handwriting.pen import WILD
from seqdemo.page.core import recorded
from seqdemo.page.core.resources import Resources
from seqdemo.sequences.samples import sample
from seqdemo.trace import Trace

FULLEST = "fullest"
"""In the path of a figure: of a list of bins the one that holds most letters."""


@dataclass(frozen=True, eq=False)
class Scene:
    """A sample and the model that answers it."""

    task: str
    model: str
    seed: int
    options: Mapping[str, Any] = field(default_factory=dict)
    """What is chosen of the sample."""

    def values(self) -> dict[str, Any]:
        """The same as the page's script keeps what a visitor has set."""
        return {"task": self.task, "model": self.model, "from": {"seed": self.seed, "options": dict(self.options)}}


@dataclass(frozen=True)
class Figure:
    """A share that was measured, as it stands in a model's metrics.json."""

    label: str
    """Words under `lesson.of.{label}`, with places for the model's `{title}` and a number `{n}` of letters."""
    model: str
    path: tuple[str, ...]

    @property
    def count(self) -> str:
        """The number of letters that it is about, of figures by length."""
        return self.path[1] if self.path[0] == "by_length" else ""

    def value(self, resources: Resources) -> float | None:
        """None if it was not measured."""
        found: Any = resources.models[self.model].metrics if self.model in resources.models else {}
        for name in self.path:
            found = _fullest(found) if name == FULLEST else recorded.mapping(found).get(name)
        return recorded.share(found)


def _fullest(bins: Any) -> Any:
    rows = [recorded.mapping(each) for each in recorded.listed(bins)]
    return max(rows, key=lambda row: recorded.share(row.get("share")) or 0.0, default={})


@dataclass(frozen=True, eq=False)
class Evidence:
    """What a lesson may speak of: the answers to its scenes, and its figures, both in its own order."""

    traces: tuple[Trace, ...]
    figures: tuple[float, ...]

    @property
    def first(self) -> Trace:
        return self.traces[0]


Claim = Callable[[Evidence], bool]


@dataclass(frozen=True, eq=False)
class Lesson:
    """One row of the table of lessons; its sentences stand under `lesson.{name}.…`."""

    name: str
    scenes: tuple[Scene, ...]
    options: tuple[Claim, ...]
    """What each option of the question claims: the right one is the only one that is true."""
    right: int
    """The place of that one, from 0, which the reveal explains."""
    needs: Claim
    """What the other sentences take for granted."""
    panel: str
    """The panel that the reveal points at."""
    figures: tuple[Figure, ...]
    """What was measured; the sentences have it as `{m1}`, `{m2}`, …"""
    tried: Callable[[Trace], bool]
    """Whether an answer does what the lesson's task asks for; none of its scenes does."""
    facts: Callable[[Evidence], Mapping[str, str]] = field(default=lambda evidence: {})
    """What else the sentences have places for."""
    shown: tuple[str, ...] | None = None
    """Panels that stay in sight while the question is open; None: all of them."""
    after: int = 0
    """The scene that is put on the page with the reveal."""
    step: Callable[[Evidence], int] | None = None
    """The step of the decoder that the reveal speaks of, from 0."""

    @property
    def models(self) -> set[str]:
        return {scene.model for scene in self.scenes} | {figure.model for figure in self.figures}

    def offered(self, resources: Resources) -> bool:
        """Whether all that it speaks of is there."""
        return self.models <= set(resources.models) and all(
            figure.value(resources) is not None for figure in self.figures
        )


def wild(**options: Any) -> dict[str, Any]:
    """Options of a sample in the pen's wild hand."""
    return {"temperature": WILD, **options}


@lru_cache(maxsize=16)  # the same for every visitor
def evidence(lesson: Lesson, resources: Resources) -> Evidence:
    """What the models make of the scenes."""
    figures = tuple(value for figure in lesson.figures if (value := figure.value(resources)) is not None)
    return Evidence(tuple(_answered(scene, resources) for scene in lesson.scenes), figures)


def _answered(scene: Scene, resources: Resources) -> Trace:
    letters = sample(scene.task, scene.seed, scene.options, resources.pen).letters
    return explain(resources.models[scene.model], letters, Options())


def fits(lesson: Lesson, found: Evidence) -> bool:
    """Whether what the lesson says is true of these models."""
    true = [place for place, claim in enumerate(lesson.options) if claim(found)]
    return true == [lesson.right] and lesson.needs(found)
