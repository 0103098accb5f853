"""The page as it opens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from seqdemo.checkpoints import Loaded
from seqdemo.page.core import language
from seqdemo.page.core.replies import Reply
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.shell.shell import shell
from seqdemo.page.workshop.finished.handler import small
from seqdemo.page.write.forms import FIRST_SEED, MOST_BOXES
from seqdemo.page.write.handler import sampled
from seqdemo.sequences.rows import RowTask
from seqdemo.sequences.samples import TASKS


def opened(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """The page in the visitor's language, what its menus offer, and a first sample."""
    code = language.chosen(asked.get("lang"), "")
    tasks = [name for name in TASKS if resources.of_task(name)]
    first = tasks[0] if tasks else next(iter(TASKS))
    greeting = sampled(resources, {"task": first, "seed": FIRST_SEED, "options": {}, "lang": code})
    return {
        "lang": code,
        "html": shell(resources, tasks, code),
        "texts": TEXTS[code],
        "tasks": {name: _offer(resources, name, code) for name in tasks},
        "letters": greeting.get("letters", []),
    }


def _offer(resources: Resources, name: str, code: str) -> Reply:
    """What the page's script must know of a task."""
    task = TASKS[name]
    models = [
        {
            "name": loaded.name,
            "title": language.title(loaded, code),
            "summary": _summary(loaded, code),
            "small": small(resources, loaded, code),
        }
        for loaded in resources.of_task(name)
    ]
    return {
        "title": language.title(task, code),
        "family": task.family,
        "papers": list(task.papers),
        "fewest": task.fewest,
        "most": min(task.most, MOST_BOXES),
        "digits": isinstance(task, RowTask),
        "models": models,
    }


def _summary(loaded: Loaded, code: str) -> str:
    """What the model is; a menu has no room for a tip, so what its title takes for granted is said here."""
    words, said = TEXTS[code], loaded.summary_ko if code == "ko" else loaded.summary
    return f"{said} {words['term.report.tip']}" if words["term.report"] in language.title(loaded, code) else said
