"""How far back every reader of rows remembers, which the page asks for when somebody looks at it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from seqdemo.explain import beside, check
from seqdemo.page.answer.handler import question
from seqdemo.page.core import language
from seqdemo.page.core.replies import Reply
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.wording import worded
from seqdemo.page.rows.saliency import Remembered, abreast


def looked_back(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """The chart of every model of the chosen one's task; raises InputError."""
    code, chosen, told = language.chosen(asked.get("lang"), ""), resources.model(asked.get("model")), question(asked)
    check(chosen, told.letters, told.options)
    everyone = dict.fromkeys((*resources.of_task(chosen.task), chosen))  # one that a visitor has trained is in no menu
    found = beside(everyone, told.letters, told.options)
    models = [Remembered(language.title(loaded, code), panel, loaded is chosen) for loaded, panel in found]
    return {"html": abreast(models, worded(TEXTS[code], chosen.family, chosen.kind.name))}
