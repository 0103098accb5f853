"""From the checkpoints of a task to the histories that the page draws, and the answer when it asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from seqdemo.checkpoints import Loaded
from seqdemo.errors import InputError
from seqdemo.handwriting import raster
from seqdemo.handwriting.pen import WILD, PenModel, Style
from seqdemo.letters import CHARACTERS, MERGED
from seqdemo.page.core import language, recorded, validation
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.charts.history import Check, Confusion, Doubt, History, Mistake, Search, Unit
from seqdemo.page.html.picture import Bytes
from seqdemo.page.html.wording import worded
from seqdemo.page.learned.learned import learned
from seqdemo.page.learned.studies.handler import studies
from seqdemo.sequences.rows import RowTask
from seqdemo.sequences.samples import TASKS
from seqdemo.sequences.task import Task

_BY_LETTER = frozenset({"reading", "letters", "rows", "every_step"})
"""Objectives whose batches are counted in letters."""
_SHARES = ("accuracy", "challenge", "longer", "all")
_BIN = {"confidence", "right", "share"}
_TELLING = 0.003
"""Bins of a smaller share of the letters, about ten, are left out of the picture; the error counts them."""
_CLASSES = tuple(MERGED)
_SEEDS = 2**53
"""The seed of a sample is below it."""


def shown(resources: Resources, asked: Mapping[str, Any]) -> dict[str, Any]:
    """What the models of a task learned, drawn."""
    code = language.chosen(asked.get("lang"), "")
    task = validation.name(asked.get("task"), TASKS, "task")
    words = worded(TEXTS[code], TASKS[task].family)
    return {
        "html": learned(
            histories(resources, task, code),
            longest(resources, task),
            words,
            studies(resources.studies, TASKS[task].family, code),
        )
    }


def histories(resources: Resources, task: str, code: str) -> tuple[History, ...]:
    """The history of every model of a task, in the menu's order, with titles in a language."""
    pen = _pen(resources)
    return tuple(history(loaded, code, pen) for loaded in resources.of_task(task))


def _pen(resources: Resources) -> PenModel | None:
    """The pen, if it could be loaded."""
    try:
        return resources.pen
    except InputError:
        return None


def longest(resources: Resources, task: str) -> int | None:
    """So many letters had the longest samples that the task's models were trained on."""
    return max((TASKS[loaded.task].longest for loaded in resources.of_task(task)), default=None)


def history(loaded: Loaded, code: str, pen: PenModel | None = None) -> History:
    """What a checkpoint tells of its training and its figures; anything in it that is no number is left out.

    The pen writes the letters that are mistaken; without one they have no picture.
    """
    recipe, metrics, task = loaded.variant.recipe, loaded.metrics, TASKS[loaded.task]
    unit: Unit = "letters" if recipe.objective in _BY_LETTER else "samples"
    training = recorded.mapping(metrics.get("training"))
    return History(
        name=loaded.name,
        title=language.title(loaded, code),
        objective=recipe.objective,
        unit=unit,
        exact=loaded.exact,
        checks=_checks(loaded),
        by_length=_by_length(recorded.by_length(metrics.get("by_length"))),
        shares=_shares(metrics, task),
        seeds=tuple(figures["accuracy"] for figures in loaded.seeds.values() if "accuracy" in figures),
        tested=recorded.text(metrics.get("test_data")),
        parameters=recorded.whole(metrics.get("parameters")),
        seconds=recorded.number(training.get("seconds")),
        device=recorded.text(training.get("device")),
        date=recorded.text(training.get("date")),
        reliability=_reliability(recorded.mapping(metrics.get("calibration"))),
        ece=recorded.share(recorded.mapping(metrics.get("calibration")).get("ece")),
        saliency=_saliency(metrics.get("recall")),
        confusion=_confusion(task, metrics.get("confusion")),
        mistakes=_mistakes(task, metrics.get("examples"), pen),
    )


def _checks(loaded: Loaded) -> tuple[Check, ...]:
    rows = [recorded.numbers(row) for row in loaded.history]
    steps = sorted((row for row in rows if "step" in row), key=lambda row: row["step"])
    return tuple(Check(round(row["step"] * loaded.variant.recipe.batch), row) for row in steps)


def _by_length(table: Mapping[int, Mapping[str, Any]]) -> dict[Search, dict[int, float]]:
    columns: dict[Search, str] = {"greedy": "accuracy", "beam": "beam"}
    rows = {length: recorded.numbers(row) for length, row in table.items()}
    found = {
        search: {length: rows[length][column] for length in sorted(rows) if column in rows[length]}
        for search, column in columns.items()
    }
    return {search: line for search, line in found.items() if line}


def _shares(metrics: Mapping[str, Any], task: Task) -> dict[Search, dict[str, float]]:
    every = {"all": recorded.mapping(metrics.get("reading")).get("all")} if isinstance(task, RowTask) else {}
    beam = recorded.mapping(metrics.get("beam"))
    tables: dict[Search, Mapping[str, Any]] = {"greedy": {**metrics, **every}, "beam": beam}
    numbers = {search: recorded.numbers(table) for search, table in tables.items()}
    found = {search: {name: table[name] for name in _SHARES if name in table} for search, table in numbers.items()}
    return {search: shares for search, shares in found.items() if shares}


def _reliability(calibration: Mapping[str, Any]) -> tuple[Doubt, ...]:
    """Every bin that holds enough letters to say something."""
    bins = [recorded.shares(each) for each in recorded.listed(calibration.get("bins"))]
    told = (each for each in bins if each.keys() >= _BIN and each["share"] >= _TELLING)
    return tuple(sorted(map(_doubt, told), key=lambda doubt: doubt.confidence))


def _doubt(told: Mapping[str, float]) -> Doubt:
    within = (told["least"], told["most"]) if told.keys() >= {"least", "most"} else None
    return Doubt(told["confidence"], told["right"], within)


def _saliency(value: Any) -> tuple[float, ...]:
    """The share of each row of the image; all of them or none."""
    found = recorded.series(value, raster.SIZE)
    return found if all(0 <= share <= 1 for share in found) else ()


def _confusion(task: Task, value: Any) -> Confusion | None:
    if not isinstance(task, RowTask):
        return None
    rows = [_counts(row, len(task.answers)) for row in recorded.listed(value)]
    counts = tuple(row for row in rows if row)
    whole = len(counts) == len(rows) == len(_CLASSES)
    return Confusion(_CLASSES, task.answers, task.answer_of, counts) if whole else None


def _counts(value: Any, wide: int) -> tuple[int, ...]:
    """A row of so many whole numbers; empty if it is none."""
    row = tuple(count for each in recorded.listed(value) if (count := recorded.whole(each)) is not None and count >= 0)
    return row if len(row) == len(recorded.listed(value)) == wide else ()


def _mistakes(task: Task, value: Any, pen: PenModel | None) -> tuple[Mistake, ...]:
    if not isinstance(task, RowTask):
        return ()
    found = (_mistake(task, recorded.mapping(entry), pen) for entry in recorded.listed(value))
    return tuple(mistake for mistake in found if mistake is not None)


def _mistake(task: RowTask, entry: Mapping[str, Any], pen: PenModel | None) -> Mistake | None:
    meant, read, character = (recorded.text(entry.get(name)) for name in ("meant", "read", "character"))
    count, of, seed = (recorded.whole(entry.get(name)) for name in ("count", "of", "seed"))
    if meant not in _CLASSES or read not in task.answers or character not in tuple(CHARACTERS):
        return None
    if count is None or of is None or not 0 < count <= of:
        return None
    if entry.get("seed") is not None and (seed is None or not 0 <= seed < _SEEDS):
        return None
    image = None if pen is None or seed is None else _written(pen, character, seed)
    return Mistake(meant, read, count, of, character, seed, WILD, image)


@lru_cache(maxsize=256)  # the same letters are shown to every visitor
def _written(pen: PenModel, character: str, seed: int) -> Bytes:
    """What a model sees of a letter that the pen wrote wildly."""
    image: Bytes = raster.images(pen.write(character, seed, Style(temperature=WILD)))[0]
    return image
