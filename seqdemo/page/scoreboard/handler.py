"""From the checkpoints and the benchmark's file to the scoreboard, and the answer when the page asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from seqdemo.checkpoints import Loaded
from seqdemo.page.core import language, recorded
from seqdemo.page.core.desk import Desk
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.charts.course import Course
from seqdemo.page.learned import handler as learning
from seqdemo.page.scoreboard.hardships import KINDS
from seqdemo.page.scoreboard.score import Benchmark, Corrector, Cost, Distortion, Measured, Rival, Score, Stages
from seqdemo.page.scoreboard.scoreboard import scoreboard
from seqdemo.sequences.samples import TASKS

_STRENGTHS = range(2, 33)
"""So many strengths of a distortion may a file hold."""
_Other = TypeVar("_Other", Rival, Corrector)
_LARGEST = 1e9
"""No time, count or strength is larger."""


def shown(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The scoreboard of all tasks, drawn."""
    code = language.chosen(asked.get("lang"), "")
    measured = benchmark(desk.benchmark, desk.models)
    measured = replace(
        measured,
        rivals=tuple(_titled(rival, desk.models, code) for rival in measured.rivals),
        correctors=tuple(_titled(corrector, desk.models, code) for corrector in measured.correctors),
    )
    return {"html": scoreboard(scores(desk, measured, code), measured, TEXTS[code])}


def _titled(rival: _Other, models: Mapping[str, Loaded], code: str) -> _Other:
    """Our own under the title that they have in the menu."""
    return replace(rival, title=language.title(models[rival.name], code)) if rival.ours else rival


def scores(desk: Desk, measured: Benchmark, code: str) -> tuple[Score, ...]:
    """Every variant at every task that it serves, task by task in the menu's order."""
    return tuple(
        _score(loaded, learning.course(loaded, code), task, measured, code)
        for task in TASKS
        for loaded in desk.of_task(task)
    )


def _score(loaded: Loaded, course: Course, task: str, measured: Benchmark, code: str) -> Score:
    own = loaded.task == task
    # Figures of a task that a model was not trained for stand under that task's last name.
    right = course.shares.get("greedy", {}).get("accuracy" if own else task.partition("-")[2])
    longest = TASKS[task].longest if own else max(course.by_length.get("greedy", {}), default=0)
    lengths = range(TASKS[task].shortest, longest + 1)
    by_length = {
        n: share for n, share in course.by_length.get("greedy", {}).items() if n in lengths and 0 <= share <= 1
    }
    title = language.title(TASKS[task], code)
    return Score(
        course=course, task=task, task_title=title, right=recorded.share(right), by_length=by_length,
        stages=_stages(loaded.metrics) if own else Stages(),
        stages_by_length=_stages_by_length(loaded.metrics, lengths) if own else {},
        size=loaded.size, cost=measured.costs.get(loaded.name),
    )  # fmt: skip


def _stages(table: Mapping[str, Any]) -> Stages:
    found = recorded.shares(table)
    return Stages(found.get("vision"), found.get("reasoning_on_truth"), found.get("rule_on_vision"))


def _stages_by_length(metrics: Mapping[str, Any], lengths: range) -> dict[int, Stages]:
    """By number of letters, of those that the task has, where the stages were measured one by one."""
    found = {length: _stages(row) for length, row in recorded.by_length(metrics.get("by_length")).items()}
    return {length: found[length] for length in lengths if found.get(length, Stages()) != Stages()}


def benchmark(file: Mapping[str, Any], models: Mapping[str, Loaded]) -> Benchmark:
    """What the benchmark's file holds; figures of other weights than those that are loaded are left out."""
    parts = [recorded.mapping(file.get(part)) for part in ("times", "readers", "robustness", "words")]
    times, readers, robust, words = parts
    known = [_same_weights(part, models) for part in parts]
    changed = {name for part, same in zip(parts, known, strict=True) for name in _weights(part) if name not in same}
    return Benchmark(
        costs=_costs(times, known[0]),
        costs_measured=_measured(times),
        rivals=_rivals(readers, models, known[1]),
        rival_letters=_amounts(readers.get("letters")),
        rivals_measured=_measured(readers),
        correctors=_correctors(words, models, known[3]),
        corrector_words=_amounts(words).get("samples", 0),
        correctors_measured=_measured(words),
        distortions=_distortions(robust, known[2]),
        distorted=_amounts(robust),
        distortions_measured=_measured(robust),
        stale=tuple(name for name in models if name in changed),
    )


def _weights(part: Mapping[str, Any]) -> Mapping[str, Any]:
    return recorded.mapping(recorded.mapping(part.get("measured")).get("weights"))


def _same_weights(part: Mapping[str, Any], models: Mapping[str, Loaded]) -> frozenset[str]:
    """The variants whose weights are those that were measured."""
    weights = _weights(part)
    return frozenset(name for name, loaded in models.items() if weights.get(name) == loaded.sha256)


def _measured(part: Mapping[str, Any]) -> Measured | None:
    told = recorded.mapping(part.get("measured"))
    date, machine, command = (recorded.text(told.get(name)) for name in ("date", "machine", "command"))
    return Measured(date, machine, command) if date and machine and command else None


def _amounts(value: Any) -> dict[str, float]:
    """The entries of a table that may be times or counts."""
    return {name: number for name, number in recorded.numbers(value).items() if 0 <= number <= _LARGEST}


def _costs(part: Mapping[str, Any], known: frozenset[str]) -> dict[str, Cost]:
    rows = recorded.mapping(part.get("variants"))
    found = {name: _cost(_amounts(rows.get(name))) for name in known}
    return {name: cost for name, cost in found.items() if cost is not None}


def _cost(row: Mapping[str, float]) -> Cost | None:
    return Cost(row["ms"], row.get("ratio")) if "ms" in row else None


def _rivals(part: Mapping[str, Any], models: Mapping[str, Loaded], known: frozenset[str]) -> tuple[Rival, ...]:
    rows = [recorded.mapping(row) for row in recorded.listed(part.get("rows"))]
    found = [_rival(row, models) for row in rows]
    return tuple(rival for rival in found if rival is not None and (rival.name in known or not rival.ours))


def _rival(row: Mapping[str, Any], models: Mapping[str, Loaded]) -> Rival | None:
    name, title, version, settings = (recorded.text(row.get(key)) for key in ("name", "title", "version", "settings"))
    right = recorded.shares(row.get("right"))
    if name is None or title is None or not {"alone", "every"} <= set(right):
        return None
    return Rival(title, version or "", settings or "", right, _amounts(row).get("ms"), name in models, name)


def _correctors(part: Mapping[str, Any], models: Mapping[str, Loaded], known: frozenset[str]) -> tuple[Corrector, ...]:
    rows = [recorded.mapping(row) for row in recorded.listed(part.get("rows"))]
    found = [_corrector(row, models) for row in rows]
    return tuple(each for each in found if each is not None and (each.name in known or not each.ours))


def _corrector(row: Mapping[str, Any], models: Mapping[str, Loaded]) -> Corrector | None:
    name, title, version, settings = (recorded.text(row.get(key)) for key in ("name", "title", "version", "settings"))
    listed, unlisted = (recorded.shares(row.get(key)) for key in ("listed", "unlisted"))
    if name is None or title is None or "accuracy" not in listed:
        return None
    return Corrector(
        title, version or "", settings or "", listed, unlisted, _amounts(row).get("ms"), name in models, name
    )


def _distortions(part: Mapping[str, Any], known: frozenset[str]) -> tuple[Distortion, ...]:
    table = recorded.mapping(part.get("distortions"))
    found = [_distortion(name, recorded.mapping(table.get(name)), known) for name in KINDS]
    return tuple(kind for kind in found if kind is not None and kind.answers)


def _distortion(name: str, row: Mapping[str, Any], known: frozenset[str]) -> Distortion | None:
    strengths = recorded.series(row.get("strengths"), len(recorded.listed(row.get("strengths"))))
    size = len(strengths)
    if size not in _STRENGTHS or list(strengths) != sorted(set(strengths)) or max(map(abs, strengths)) > _LARGEST:
        return None
    rows = recorded.mapping(row.get("variants"))
    figures = {each: recorded.mapping(rows.get(each)) for each in rows if each in known}
    return Distortion(name, strengths, _lines(figures, "answers", size), _lines(figures, "vision", size))


def _lines(figures: Mapping[str, Mapping[str, Any]], figure: str, size: int) -> dict[str, tuple[float, ...]]:
    """One share for each strength, of those variants for which all are there."""
    found = {name: recorded.series(row.get(figure), size) for name, row in figures.items()}
    return {name: line for name, line in found.items() if line and all(0 <= share <= 1 for share in line)}
