"""What the page asks the server when it compares: cards of several variants, and two answers in full."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from seqdemo.checkpoints import Loaded
from seqdemo.explain import Options, explain
from seqdemo.handwriting.letter import Letter
from seqdemo.page.compare.difference import Side
from seqdemo.page.compare.pair import pair
from seqdemo.page.compare.variant import Known, card
from seqdemo.page.core import language, validation
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.wording import symbol
from seqdemo.sequences.samples import TASKS
from seqdemo.trace import Trace

Reply = dict[str, Any]


def compared(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """The same letters through some variants, a card for each."""
    code = language.chosen(asked.get("lang"), "")
    task = validation.name(asked.get("task"), TASKS, "task")
    letters = validation.row(asked.get("letters"))
    options = replace(validation.options(asked.get("options", {})), brief=True)
    chosen = [resources.model(name) for name in validation.names(asked.get("models"))]
    return {"cards": [_card(loaded, task, letters, options, code) for loaded in chosen]}


def _card(loaded: Loaded, task: str, letters: Sequence[Letter], options: Options, code: str) -> Reply:
    """The card, and what the page sorts and counts by."""
    begun = time.thread_time()
    trace = explain(loaded, letters, options)
    ms = 1000 * (time.thread_time() - begun)
    parameters = sum(each.numel() for each in loaded.model.parameters())
    known = Known(language.title(loaded, code), ms, parameters, loaded.accuracy_at(task))
    words = TEXTS[code]
    return {
        "name": loaded.name,
        "html": card(trace, known, words),
        "answer": symbol(trace.answer, words) or words["answer.nothing"],
        "right": None if trace.verdict is None else trace.verdict.right,
        "confidence": trace.confidence,
        "ms": ms,
        "parameters": parameters,
        "accuracy": known.accuracy,
    }


def paired(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """Two answers in full and their difference; each side is asked for with its own model, letters and options."""
    code = language.chosen(asked.get("lang"), "")
    asked_of = [validation.mapping(asked.get(name), "side") for name in ("one", "other")]
    models = [resources.model(side.get("model")) for side in asked_of]
    titles = ("A", "B") if models[0] is models[1] else tuple(language.title(loaded, code) for loaded in models)
    sides = [
        Side(_explained(loaded, side), title) for loaded, side, title in zip(models, asked_of, titles, strict=True)
    ]
    return {"html": pair(sides[0], sides[1], TEXTS[code])}


def _explained(loaded: Loaded, side: Mapping[str, Any]) -> Trace:
    return explain(loaded, validation.row(side.get("letters")), validation.options(side.get("options", {})))
