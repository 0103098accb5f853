"""From the file of a study to what the page draws; whatever in it is not as expected is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Literal

from seqdemo.page.core import recorded
from seqdemo.page.learned.studies.study import BASE, Group, Outcome, Spread, Study
from seqdemo.sequences.samples import TASKS

_KINDS: dict[str, Literal["answers", "loss"]] = {"answers": "answers", "loss": "loss"}
_FIGURES = ("accuracy", "vision", "reasoning_on_truth")


def studies(files: Iterable[Any], family: str, code: str) -> tuple[Study, ...]:
    """The studies of a family of tasks, with titles in a language."""
    found = (
        study(recorded.mapping(file), code) for file in files if _family(recorded.mapping(file).get("task")) == family
    )
    return tuple(each for each in found if each is not None)


def study(file: Mapping[str, Any], code: str) -> Study | None:
    """One study; None without a name, a budget and a group that can be drawn."""
    name, judged_by = recorded.text(file.get("name")), _KINDS.get(str(file.get("judged_by")))
    steps, batch, sequences = (_counted(file.get(count)) for count in ("steps", "batch", "sequences"))
    seeds, seconds = len(recorded.listed(file.get("seeds"))), recorded.number(file.get("seconds"))
    groups = tuple(group for group in _groups(file, code) if judged_by != "loss" or _curved(group))
    if not (name and judged_by and steps and batch and sequences and seeds and groups) or seconds is None:
        return None
    tested, device, date = (recorded.text(file.get(key)) or "–" for key in ("data", "device", "date"))
    return Study(
        name, _title(file, code), judged_by, seeds, steps, batch, sequences, groups, tested, device, date, seconds
    )


def _family(task: Any) -> str | None:
    """That of a task by its name, if there is such a task."""
    return TASKS[task].family if isinstance(task, str) and task in TASKS else None


def _counted(value: Any) -> int:
    """A whole number; 0 for anything else, or less, or more than a float holds."""
    return 0 if recorded.number(value) is None else max(0, recorded.whole(value) or 0)


def _groups(file: Mapping[str, Any], code: str) -> Iterable[Group]:
    results = recorded.mapping(file.get("results"))
    found = (_group(recorded.mapping(each), results, code) for each in recorded.listed(file.get("groups")))
    return (group for group in found if group is not None)


def _group(listed: Mapping[str, Any], results: Mapping[str, Any], code: str) -> Group | None:
    """The changes of a group that have figures; None if the recipe as it is has none, or nothing stands beside it."""
    found = (_outcome(recorded.mapping(each), results, code) for each in recorded.listed(listed.get("changes")))
    outcomes = tuple(each for each in found if each is not None)
    if len(outcomes) < 2 or BASE not in {outcome.name for outcome in outcomes}:
        return None
    return Group(recorded.text(listed.get("name")) or "", _title(listed, code), outcomes)


def _curved(group: Group) -> bool:
    return all(outcome.losses for outcome in group.outcomes)


def _outcome(listed: Mapping[str, Any], results: Mapping[str, Any], code: str) -> Outcome | None:
    name = recorded.text(listed.get("name"))
    figures = recorded.mapping(results.get(name)) if name is not None else {}
    shares = _shares(figures)
    if name is None or "accuracy" not in shares:
        return None
    return Outcome(
        name,
        _title(listed, code),
        shares,
        _by_length(recorded.by_length(figures.get("by_length"))),
        _losses(recorded.mapping(figures.get("loss"))),
    )


def _title(listed: Mapping[str, Any], code: str) -> str:
    return recorded.text(listed.get("title_ko" if code == "ko" else "title")) or ""


def _shares(figures: Mapping[str, Any]) -> dict[str, Spread]:
    found = {name: _spread(recorded.numbers(figures.get(name))) for name in _FIGURES}
    return {name: share for name, share in found.items() if share is not None}


def _spread(figure: Mapping[str, float]) -> Spread | None:
    """Three shares of 1, in their order."""
    if not {"mean", "least", "most"} <= set(figure) or not 0 <= figure["least"] <= figure["most"] <= 1:
        return None
    return Spread(min(max(figure["mean"], figure["least"]), figure["most"]), figure["least"], figure["most"])


def _by_length(table: Mapping[int, Mapping[str, Any]]) -> dict[str, dict[int, Spread]]:
    rows = {length: _shares(row) for length, row in table.items()}
    return {name: {n: row[name] for n, row in sorted(rows.items()) if name in row} for name in _FIGURES}


def _losses(table: Mapping[str, Any]) -> tuple[tuple[float, Spread], ...]:
    """The whole curve, by growing step, or nothing of it."""
    columns = [_positive(table.get(name)) for name in ("step", "mean", "least", "most")]
    if len({len(column) for column in columns}) > 1 or any(a >= b for a, b in pairwise(columns[0])):
        return ()
    return tuple((step, Spread(*spread)) for step, *spread in zip(*columns, strict=True))


def _positive(value: Any) -> Sequence[float]:
    """A list of numbers above 0; empty if anything else is in it."""
    found = [number for each in recorded.listed(value) if (number := recorded.number(each)) is not None and number > 0]
    return found if len(found) == len(recorded.listed(value)) else []
