"""What the page asks the server: plain functions from checked values to plain values."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from seqdemo.checkpoints import Loaded
from seqdemo.errors import InputError
from seqdemo.explain import Options, beside, explain
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.pen import Style
from seqdemo.handwriting.strokes import Strokes
from seqdemo.render.answer import tile
from seqdemo.render.results import empty, results
from seqdemo.render.wording import family, of_task, percent, symbol
from seqdemo.sequences.rows import RowTask
from seqdemo.sequences.samples import TASKS
from seqdemo.sequences.words import places, swapped
from seqdemo.trace import Panel
from seqdemo.ui import changing, incoming, language, lessons
from seqdemo.ui.desk import Desk
from seqdemo.ui.forms import FIRST_SEED, MOST_BOXES
from seqdemo.ui.shell import shell
from seqdemo.ui.texts import TEXTS

_log = logging.getLogger(__name__)

Reply = dict[str, Any]

_INK = 0.72
"""How much of a box a written letter fills; the pen model fills all of it."""


def opened(desk: Desk, asked: Mapping[str, Any], accept_language: str) -> Reply:
    """The page in the visitor's language, what its menus offer, and a first sample."""
    code = language.chosen(asked.get("lang"), accept_language)
    tasks = [name for name in TASKS if desk.of_task(name)]
    first = tasks[0] if tasks else next(iter(TASKS))
    greeting = sampled(desk, {"task": first, "seed": FIRST_SEED, "options": {}, "lang": code})
    return {
        "lang": code,
        "html": shell(desk, tasks, code),
        "texts": TEXTS[code],
        "tasks": {name: _offer(desk, name, code) for name in tasks},
        "letters": greeting.get("letters", []),
    }


@dataclass(frozen=True)
class Question:
    """What a model is asked."""

    letters: tuple[Letter, ...]
    options: Options


def question(asked: Mapping[str, Any]) -> Question:
    """The letters of the pad and how they are to be answered; raises InputError where they make no sense."""
    options = incoming.options(asked.get("options", {}))
    return Question(incoming.row(asked.get("letters")), options)


def answered(desk: Desk, asked: Mapping[str, Any]) -> Reply:
    """The answer to what the pad holds, drawn; or what to do next."""
    code = language.chosen(asked.get("lang"), "")
    words = TEXTS[code]
    task = ""
    try:
        loaded = desk.model(asked.get("model"))
        task = loaded.task
        asked_for = question(asked)
        letters, options = asked_for.letters, asked_for.options
        original = incoming.original(asked.get("original"), letters)
        trace = explain(loaded, letters, options)
        changes, before = changing.compared(loaded, trace, letters, original, options, code)
        others = beside(desk.of_task(task), letters, options)
    except InputError as error:
        return _nothing_yet(error, task, code)
    answer = symbol(trace.answer, words) or words["answer.nothing"]
    say = words["answer.say"].format(answer=answer, percent=percent(trace.confidence))
    if before:
        was = symbol(before.answer, words) or words["answer.nothing"]
        say = f"{say} {words['changes.say'].format(answer=was)}"
    inside = asked.get("inside")
    drawn = results(trace, words, _titled(others, code), inside if isinstance(inside, str) else None)
    return {
        "ok": True, "tile": tile(trace, words), "changes": changes, "results": drawn, "say": say,
        "fulfilled": lessons.fulfilled(trace), "panels": [panel.id for panel in trace.panels],
    }  # fmt: skip


def _titled(panels: Iterable[tuple[Loaded, Panel]], code: str) -> list[tuple[str, Panel]]:
    return [(language.title(loaded, code), panel) for loaded, panel in panels]


def written(desk: Desk, asked: Mapping[str, Any]) -> Reply:
    """Letters that were typed, in the pen model's hand; two of them swapped if that is asked for and possible."""
    if isinstance(TASKS.get(str(asked.get("task"))), RowTask):
        text, seed = incoming.character(asked.get("text")), incoming.seed(asked.get("seed"))
        return {"letters": _inked(desk.pen.write(text, seed, Style()))}
    text, seed = incoming.text(asked.get("text"), MOST_BOXES), incoming.seed(asked.get("seed"))
    wanted = incoming.switch(asked.get("swap", False))
    free = places(text.upper()) if wanted else ()
    if free:
        text = swapped(text, free[int(np.random.default_rng(seed).integers(len(free)))])
    note = TEXTS[_language(asked)]["type.unswapped"] if wanted and not free else None
    return {"letters": _inked(desk.pen.write(text, seed, Style())), "note": note}


def sampled(desk: Desk, asked: Mapping[str, Any]) -> Reply:
    """A sample for the pad."""
    try:
        drawn = desk.sample(asked.get("task"), asked.get("seed"), asked.get("options"))
    except InputError as error:
        return {"error": language.complaint(error, language.chosen(asked.get("lang"), ""))}
    return {"letters": _inked(drawn.letters)}


def guarded(asked: Any, work: Callable[[Mapping[str, Any]], Reply]) -> Reply:
    """Whatever goes wrong, the page gets a sentence and the log no more than it needs."""
    try:
        return work(incoming.mapping(asked, "request"))
    except InputError as error:
        return {"error": language.complaint(error, _language(asked))}
    except Exception:
        _log.exception("a page handler failed")
        return {"error": TEXTS[_language(asked)]["failed"]}


def _language(asked: Any) -> str:
    return language.chosen(asked.get("lang") if isinstance(asked, dict) else None, "")


def _nothing_yet(error: InputError, task: str, code: str) -> Reply:
    words = of_task(TEXTS[code], task)
    blank = error.key == "no_letters"
    sentence = words["empty.none"] if blank else language.complaint(error, code)
    drawn = empty(sentence, words["empty.none.hint" if blank else "empty.hint"], task, words)
    return {"ok": False, "tile": "?", "results": drawn, "say": sentence}


def _offer(desk: Desk, name: str, code: str) -> Reply:
    """What the page's script must know of a task."""
    korean = code == "ko"
    models = [
        {
            "name": loaded.name,
            "title": language.title(loaded, code),
            "summary": loaded.summary_ko if korean else loaded.summary,
        }
        for loaded in desk.of_task(name)
    ]
    return {
        "papers": list(getattr(TASKS[name], "backgrounds", ("black",))),
        "fewest": 2 if family(name) == "next" else 1,
        "most": 1 if isinstance(TASKS[name], RowTask) else MOST_BOXES,
        "digits": isinstance(TASKS[name], RowTask),
        "models": models,
    }


def _inked(letters: list[Letter] | tuple[Letter, ...]) -> list[Reply]:
    return [{**letter.to_json(), "strokes": _inset(letter.strokes).to_json()} for letter in letters]


def _inset(strokes: Strokes) -> Strokes:
    return Strokes(tuple((stroke - 0.5) * _INK + 0.5 for stroke in strokes.strokes))
