"""From the checkpoints of a task to the courses that the page draws, and the answer when it asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any

from seqdemo.checkpoints import Loaded
from seqdemo.render.course import Check, Course, Search, Unit
from seqdemo.render.learned import learned
from seqdemo.render.wording import of_task
from seqdemo.sequences.samples import TASKS
from seqdemo.ui import incoming, language
from seqdemo.ui.desk import Desk
from seqdemo.ui.texts import TEXTS

_BY_LETTER = frozenset({"reading", "letters"})
"""Objectives whose batches are counted in letters."""
_SHARES = ("accuracy", "challenge", "longer")


def shown(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """What the models of a task learned, drawn."""
    code = language.chosen(asked.get("lang"), "")
    task = incoming.name(asked.get("task"), TASKS, "task")
    return {"html": learned(courses(desk, task, code), longest(desk, task), of_task(TEXTS[code], task))}


def courses(desk: Desk, task: str, code: str) -> tuple[Course, ...]:
    """The course of every model of a task, in the menu's order, with titles in a language."""
    return tuple(course(loaded, code) for loaded in desk.of_task(task))


def longest(desk: Desk, task: str) -> int | None:
    """So many letters had the longest samples that the task's models were trained on."""
    return max((TASKS[loaded.task].longest for loaded in desk.of_task(task)), default=None)


def course(loaded: Loaded, code: str) -> Course:
    """What a checkpoint tells of its training and its figures; anything in it that is no number is left out."""
    recipe, metrics = loaded.variant.recipe, loaded.metrics
    unit: Unit = "letters" if recipe.objective in _BY_LETTER else "samples"
    training = _mapping(metrics.get("training"))
    return Course(
        name=loaded.name,
        title=loaded.title_ko if code == "ko" else loaded.title,
        objective=recipe.objective,
        unit=unit,
        checks=_checks(loaded),
        by_length=_by_length(_mapping(metrics.get("by_length"))),
        shares=_shares(metrics),
        tested=_text(metrics.get("test_data")),
        parameters=_whole(metrics.get("parameters")),
        seconds=_number(training.get("seconds")),
        device=_text(training.get("device")),
        date=_text(training.get("date")),
    )


def _checks(loaded: Loaded) -> tuple[Check, ...]:
    rows = [_numbers(row) for row in loaded.history]
    steps = sorted((row for row in rows if "step" in row), key=lambda row: row["step"])
    return tuple(Check(round(row["step"] * loaded.variant.recipe.batch), row) for row in steps)


def _by_length(table: Mapping[str, Any]) -> dict[Search, dict[int, float]]:
    columns: dict[Search, str] = {"greedy": "accuracy", "beam": "beam"}
    rows = {int(length): _numbers(row) for length, row in table.items() if length.isdecimal()}
    found = {
        search: {length: rows[length][column] for length in sorted(rows) if column in rows[length]}
        for search, column in columns.items()
    }
    return {search: line for search, line in found.items() if line}


def _shares(metrics: Mapping[str, Any]) -> dict[Search, dict[str, float]]:
    tables: dict[Search, Mapping[str, Any]] = {"greedy": metrics, "beam": _mapping(metrics.get("beam"))}
    numbers = {search: _numbers(table) for search, table in tables.items()}
    found = {search: {name: table[name] for name in _SHARES if name in table} for search, table in numbers.items()}
    return {search: shares for search, shares in found.items() if shares}


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _numbers(value: Any) -> dict[str, float]:
    """The entries of a table that are finite numbers."""
    found = {name: _number(each) for name, each in _mapping(value).items()}
    return {name: number for name, number in found.items() if number is not None}


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and isfinite(value) else None


def _whole(value: Any) -> int | None:
    return value if type(value) is int else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
