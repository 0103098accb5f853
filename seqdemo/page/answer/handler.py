"""What the page asks the server: plain functions from checked values to plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from seqdemo.errors import InputError
from seqdemo.explain import Options, explain
from seqdemo.handwriting.letter import Letter
from seqdemo.page.answer.answer import beside as why
from seqdemo.page.answer.answer import tile
from seqdemo.page.answer.flow import flow
from seqdemo.page.answer.results import empty, results
from seqdemo.page.blocks import handler as blocks
from seqdemo.page.core import language, validation
from seqdemo.page.core.replies import Reply
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.edit import handler as changing
from seqdemo.page.html.wording import percent, symbol, worded
from seqdemo.page.lessons import table as lessons


@dataclass(frozen=True)
class Question:
    """What a model is asked."""

    letters: tuple[Letter, ...]
    options: Options


def question(asked: Mapping[str, Any]) -> Question:
    """The letters of the pad and how they are to be answered; raises InputError where they make no sense."""
    options = validation.options(asked.get("options", {}))
    return Question(validation.row(asked.get("letters")), options)


def answered(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """The answer to what the pad holds, drawn; or what to do next."""
    code = language.chosen(asked.get("lang"), "")
    words = TEXTS[code]
    family = ""
    try:
        inside = asked.get("inside") if isinstance(asked.get("inside"), str) else None
        loaded = resources.model(asked.get("model"))
        family = loaded.family
        asked_for = question(asked)
        letters, options = asked_for.letters, asked_for.options
        original = validation.original(asked.get("original"), letters)
        trace = explain(loaded, letters, options)
        changes, before = changing.compared(loaded, trace, letters, original, options, code)
    except InputError as error:
        return _nothing_yet(error, family, code)
    answer = symbol(trace.answer, words) or words["answer.nothing"]
    say = words["answer.say"].format(answer=answer, percent=percent(trace.confidence))
    if before:
        was = symbol(before.answer, words) or words["answer.nothing"]
        say = f"{say} {words['changes.say'].format(answer=was)}"
    drawn = results(trace, words, inside, blocks.of_part(loaded, inside, words))
    return {
        "ok": True,
        "tile": tile(trace, words),
        "why": why(trace, worded(words, trace.family, trace.kind)),
        "changes": changes,
        "results": drawn,
        "say": say,
        "lacking": lessons.lacking(trace),
        "panels": [panel.id for panel in trace.panels],
    }


def _nothing_yet(error: InputError, family: str, code: str) -> Reply:
    words = worded(TEXTS[code], family)
    blank = error.key == "no_letters"
    sentence = words["empty.none"] if blank else language.complaint(error, code)
    told = empty(sentence, words["empty.none.hint" if blank else "empty.hint"])
    return {"ok": False, "tile": "?", "why": told, "results": flow(None, family, words), "say": sentence}
