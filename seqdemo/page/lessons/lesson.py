"""`Lesson`: what a lesson puts on the page, asks and claims; claims are checked against what the models really do.

A question has one right option, which must be right of the example and on average over many inputs of test writers:
`measure` turns the answers to one input into numbers, and the options are claims about these numbers or their means.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from seqdemo.checkpoints import Loaded
from seqdemo.explain import explain
from seqdemo.explain.options import Options
from seqdemo.handwriting.pen import WILD, Hand
from seqdemo.page.core import recorded
from seqdemo.page.core.resources import Resources
from seqdemo.sequences.samples import TASKS, sample
from seqdemo.trace import Trace


@dataclass(frozen=True, eq=False)
class Scene:
    """A sample and the model that answers it."""

    task: str
    model: str
    seed: int
    options: Mapping[str, Any] = field(default_factory=dict)
    """What is chosen of the sample."""
    altered: Callable[[Loaded], Loaded] | None = None
    """What is done to the model first; never of a scene that is put on the page."""

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

    def value(self, resources: Resources, lesson: str) -> float | None:
        """None if it was not measured."""
        found: Any = resources.models[self.model].metrics if self.model in resources.models else {}
        for name in self.path:
            found = recorded.mapping(found).get(name)
        return recorded.share(found)


@dataclass(frozen=True)
class Mean:
    """The mean of one of the lesson's own measures over many inputs."""

    label: str
    """Words under `lesson.of.{label}`."""
    key: str
    model: str = ""
    """Whose title the label takes, if it takes one."""
    count: str = ""

    def value(self, resources: Resources, lesson: str) -> float | None:
        return averages(resources, lesson).means.get(self.key)


@dataclass(frozen=True)
class Studied:
    """The mean of a figure, such as right answers, that one change of a study came to."""

    label: str
    study: str
    change: str
    model: str = ""
    count: str = ""
    figure: str = "accuracy"

    def value(self, resources: Resources, lesson: str) -> float | None:
        found: Any = self.file(resources).get("results")
        for name in (self.change, self.figure, "mean"):
            found = recorded.mapping(found).get(name)
        return recorded.share(found)

    def file(self, resources: Resources) -> Mapping[str, Any]:
        """All that was kept of the study; empty without it."""
        studies = map(recorded.mapping, resources.studies)
        return next((each for each in studies if each.get("name") == self.study), {})


Measures = Mapping[str, float]
"""Numbers of one input, or their means over many."""
Claim = Callable[[Measures], bool]
Asked = Callable[[int], Trace]
"""The answer to one of several scenes, worked out when it is wanted."""


@dataclass(frozen=True)
class Averages:
    """What came out over many inputs; all empty where nothing was measured."""

    inputs: int = 0
    """That the question is about."""
    asked: int = 0
    """That were drawn until there were so many."""
    held: float = 0.0
    """For what share of the inputs the right option holds of their own numbers."""
    means: Measures = field(default_factory=dict)
    date: str = ""


def averages(resources: Resources, lesson: str) -> Averages:
    """As the file has them."""
    found = recorded.mapping(resources.averages.get(lesson))
    return Averages(
        inputs=recorded.whole(found.get("inputs")) or 0,
        asked=recorded.whole(found.get("asked")) or 0,
        held=recorded.share(found.get("held")) or 0.0,
        means=recorded.numbers(found.get("means")),
        date=recorded.text(found.get("date")) or "",
    )


@dataclass(frozen=True, eq=False)
class Evidence:
    """What a lesson may speak of: the answers to its scenes, its figures (both in its own order) and its measures."""

    traces: tuple[Trace, ...]
    figures: tuple[float, ...]
    measures: Measures
    """Of the example."""
    averages: Averages

    @property
    def first(self) -> Trace:
        return self.traces[0]


@dataclass(frozen=True, eq=False)
class Task:
    """What a visitor is to do at the end, and where."""

    values: Mapping[str, Any]
    """What the page is set to: task, model and number of boxes."""
    wants: tuple[tuple[str, Callable[[Trace], bool]], ...]
    """Conditions by the name of what is said as long as one is not met (`lesson.yet.{name}`), in the order to meet."""

    def lacks(self, trace: Trace) -> str:
        """The first condition that an answer does not meet, or an empty string."""
        return next((name for name, met in self.wants if not met(trace)), "")


@dataclass(frozen=True, eq=False)
class Lesson:
    """One row of the table of lessons; its sentences stand under `lesson.{name}.…`."""

    name: str
    scenes: tuple[Scene, ...]
    measure: Callable[[Asked], Measures | None]
    """The numbers of one input, from the answers to it; None of an input that the question is not about.

    None of all of them where only a study answers it: then its averages stand for the example too."""
    options: tuple[Claim, ...]
    """What each option of the question claims: the right one is the only one that is true."""
    right: int
    """The place of that one, from 0, which the reveal explains."""
    needs: Callable[[Evidence], bool]
    """What the other sentences take for granted."""
    panel: str
    """The panel that the reveal points at."""
    figures: tuple[Figure | Mean | Studied, ...]
    """What was measured; the sentences have it as `{m1}`, `{m2}`, …"""
    task: Task
    """None of its scenes does it."""
    facts: Callable[[Evidence], Mapping[str, str]] = field(default=lambda evidence: {})
    """What else the sentences have places for."""
    shown: tuple[str, ...] | None = None
    """Panels that stay in sight while the question is open; None: all of them."""
    after: int = 0
    """The scene that is put on the page with the reveal."""
    step: Callable[[Evidence], int] | None = None
    """The step of the decoder that the reveal speaks of, from 0."""
    measured: tuple[Scene, ...] | None = None
    """What the measure is of, where that is not what is put on the page."""
    drawn: Callable[[int], tuple[Scene, ...]] | None = None
    """The same of a seed, for the averages; None: samples as the task draws them."""
    studied: Mapping[str, Studied] = field(default_factory=dict)
    """The averages of the measures where a study has them."""
    block: tuple[str, str] | None = None
    """The building block that shows more of it, and the part of the model that it opens from."""

    @property
    def models(self) -> set[str]:
        return {scene.model for scene in self.scenes} | {figure.model for figure in self.figures if figure.model}

    def offered(self, resources: Resources) -> bool:
        """Whether all that it speaks of is there."""
        return (
            bool(self.averages(resources).means)
            and self.models <= set(resources.models)
            and all(figure.value(resources, self.name) is not None for figure in self.figures)
        )

    def inputs(self, seed: int) -> tuple[Scene, ...]:
        """What one input of the averages is."""
        if self.drawn is not None:
            return self.drawn(seed)
        return tuple(
            replace(scene, seed=seed, options={} if TASKS[scene.task].family == "row" else {"case": "mixed"})
            for scene in self.measured or self.scenes
        )

    def averages(self, resources: Resources) -> Averages:
        """What came out over many inputs, its own or those of a study."""
        values = {name: studied.value(resources, self.name) for name, studied in self.studied.items()}
        means = {name: value for name, value in values.items() if value is not None}
        return Averages(means=means) if means else averages(resources, self.name)

    def budget(self, resources: Resources) -> Mapping[str, str]:
        """How the study was run that has its averages."""
        found = next((studied.file(resources) for studied in self.studied.values()), {})
        counts = {name: recorded.whole(found.get(name)) or 0 for name in ("steps", "batch", "sequences")}
        counts["seeds"] = len(recorded.listed(found.get("seeds")))
        return {name: f"{number:,}" for name, number in counts.items()}

    def holds(self, measures: Measures) -> bool:
        """Whether the right option, and no other, is true of these numbers."""
        return [claim(measures) for claim in self.options] == [n == self.right for n in range(len(self.options))]


def wild(**options: Any) -> dict[str, Any]:
    """Options of a sample in the pen's wild hand."""
    return {"temperature": WILD, **options}


@lru_cache(maxsize=32)  # the same for every visitor
def evidence(lesson: Lesson, resources: Resources) -> Evidence:
    """What the models make of the scenes."""
    values = (figure.value(resources, lesson.name) for figure in lesson.figures)
    figures = tuple(value for value in values if value is not None)
    traces = tuple(answered(scene, resources) for scene in lesson.scenes)
    measured = traces if lesson.measured is None else tuple(answered(scene, resources) for scene in lesson.measured)
    means = lesson.averages(resources)
    measures = lesson.measure(measured.__getitem__) or (means.means if lesson.studied else {})
    return Evidence(traces, figures, measures, means)


def answered(scene: Scene, resources: Resources, hand: Hand | None = None, brief: bool = False) -> Trace:
    """The answer to a scene, written by the pen model or by another hand."""
    letters = sample(scene.task, scene.seed, scene.options, hand or resources.pen).letters
    loaded = resources.models[scene.model]
    return explain(scene.altered(loaded) if scene.altered else loaded, letters, Options(brief=brief))


def fits(lesson: Lesson, found: Evidence) -> bool:
    """Whether what the lesson says of its example is true of these models."""
    return bool(found.measures) and lesson.holds(found.measures) and lesson.needs(found)
