"""Conditions of the tasks that end lessons, by what is said as long as one is not met."""

from __future__ import annotations

from collections.abc import Callable

from seqdemo.page.lessons.claims import meant, right, slips
from seqdemo.trace import Trace

Want = tuple[str, Callable[[Trace], bool]]

KNOWN: Want = ("meant", lambda trace: "." not in meant(trace))
RIGHT: Want = ("wrong", right)
WRONG: Want = ("right", lambda trace: trace.verdict is not None and not trace.verdict.right)
MISREAD: Want = ("clear", lambda trace: bool(slips(trace)))


def at_task(family: str) -> Want:
    """Letters of one family of tasks are answered."""
    return "task", lambda trace: trace.family == family


def by(*models: str) -> Want:
    """One of these models answers."""
    return "model", lambda trace: trace.model in models


def with_letters(fewest: int, most: int = 16) -> Want:
    return "count", lambda trace: fewest <= len(trace.letters) <= most


def second(share: float) -> Callable[[Trace], bool]:
    """That the second most probable reading of some letter gets so much at least."""
    return lambda trace: any(letter.top[1][1] >= share for letter in trace.letters)


def that(name: str, met: Callable[[Trace], bool]) -> Want:
    """A condition of one task alone."""
    return name, met
