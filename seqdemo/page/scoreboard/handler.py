"""From the checkpoints and the benchmark's file to the scoreboard, and the answer when the page asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from seqdemo.checkpoints import Loaded
from seqdemo.page.core import language, recorded
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.charts.history import History
from seqdemo.page.learned import handler as learning
from seqdemo.page.scoreboard.robustness import KINDS
from seqdemo.page.scoreboard.score import Baseline, Benchmark, Corrector, Cost, Distortion, Measured, Score, Stages
from seqdemo.page.scoreboard.scoreboard import scoreboard
from seqdemo.sequences.samples import TASKS

_STRENGTHS = range(2, 33)
"""So many strengths of a distortion may a file hold."""
_Other = TypeVar("_Other", Baseline, Corrector)
_LARGEST = 1e9
"""No time, count or strength is larger."""


def shown(resources: Resources, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The scoreboard of all tasks, drawn."""
    code = language.chosen(asked.get("lang"), "")
    measured = benchmark(resources.benchmark, resources.models)
    measured = replace(
        measured,
        baselines=tuple(_titled(baseline, resources.models, code) for baseline in measured.baselines),
        correctors=tuple(_titled(corrector, resources.models, code) for corrector in measured.correctors),
    )
    return {"html": scoreboard(scores(resources, measured, code), measured, TEXTS[code])}


def _titled(baseline: _Other, models: Mapping[str, Loaded], code: str) -> _Other:
    """Our own under the title that they have in the menu."""
    return replace(baseline, title=language.title(models[baseline.name], code)) if baseline.ours else baseline


def scores(resources: Resources, measured: Benchmark, code: str) -> tuple[Score, ...]:
    """Every variant at every task that it serves, task by task in the menu's order."""
    return tuple(
        _score(loaded, learning.history(loaded, code), task, measured, code)
        for task in TASKS
        for loaded in resources.of_task(task)
    )


def _score(loaded: Loaded, history: History, task: str, measured: Benchmark, code: str) -> Score:
    own = loaded.task == task
    right = history.shares.get("greedy", {}).get(TASKS[task].figure)
    longest = TASKS[task].longest if own else max(history.by_length.get("greedy", {}), default=0)
    lengths = range(TASKS[task].shortest, longest + 1)
    by_length = {
        n: share for n, share in history.by_length.get("greedy", {}).items() if n in lengths and 0 <= share <= 1
    }
    title = language.title(TASKS[task], code)
    return Score(
        history=history,
        task=task,
        family=TASKS[task].family,
        task_title=title,
        right=recorded.share(right),
        by_length=by_length,
        stages=_stages(loaded.metrics) if own else Stages(),
        stages_by_length=_stages_by_length(loaded.metrics, lengths) if own else {},
        size=loaded.size,
        cost=measured.costs.get(loaded.name),
    )


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
        baselines=_baselines(readers, models, known[1]),
        baseline_letters=_amounts(readers.get("letters")),
        baselines_measured=_measured(readers),
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


def _baselines(part: Mapping[str, Any], models: Mapping[str, Loaded], known: frozenset[str]) -> tuple[Baseline, ...]:
    rows = [recorded.mapping(row) for row in recorded.listed(part.get("rows"))]
    found = [_baseline(row, models) for row in rows]
    return tuple(
        baseline for baseline in found if baseline is not None and (baseline.name in known or not baseline.ours)
    )


def _baseline(row: Mapping[str, Any], models: Mapping[str, Loaded]) -> Baseline | None:
    name, title, version, settings = (recorded.text(row.get(key)) for key in ("name", "title", "version", "settings"))
    right = recorded.shares(row.get("right"))
    if name is None or title is None or not {"alone", "every"} <= set(right):
        return None
    return Baseline(title, version or "", settings or "", right, _amounts(row).get("ms"), name in models, name)


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
