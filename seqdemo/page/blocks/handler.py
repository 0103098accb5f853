"""From what the page asks to the card of a building block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from seqdemo.checkpoints import Loaded
from seqdemo.explain.blocks import Asked, computed, offered
from seqdemo.handwriting.letter import Letter
from seqdemo.page.blocks.card import card, doors
from seqdemo.page.core import language, validation
from seqdemo.page.core.replies import Reply
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.markup import Html
from seqdemo.page.html.wording import Words, worded

_SEED = 1
"""Of the letters that stand beside those of the page."""
_FREER = {"next-easy": "next-normal"}
"""A task whose samples may have other lengths, for one whose samples all have the same."""


def shown(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """One block of a part of the model, with the letters of the pad."""
    loaded = resources.model(asked.get("model"))
    part = validation.name(asked.get("part"), loaded.kind.parts, "part")
    names = offered(loaded, part)
    name = validation.name(asked.get("block"), names, "block")
    letters, options = validation.row(asked.get("letters")), validation.options(asked.get("options", {}))

    query = Asked(loaded, letters, options, part, partial(_sample, resources, loaded.task), resources.models)
    block = computed(name, query)
    return {"html": card(block, names, _words(loaded, asked))}


def _sample(resources: Resources, task: str, count: int) -> Sequence[Letter]:
    return resources.sample(_FREER.get(task, task), _SEED, {"length": count}).letters


def _words(loaded: Loaded, asked: Mapping[str, Any]) -> Words:
    return worded(TEXTS[language.chosen(asked.get("lang"), "")], loaded.family, loaded.kind.name)


def of_part(loaded: Loaded, part: str | None, words: Words) -> Html | None:
    """The buttons that open the blocks of a part, where it has some."""
    return doors(offered(loaded, part), part, words) if part else None
