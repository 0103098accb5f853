"""Recipes of the workshop, and the models that are made here, as people read them."""

from __future__ import annotations

import json
from dataclasses import replace

from seqdemo.checkpoints import Loaded
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.wording import Words
from seqdemo.workshop.recipe import Value, WorkshopRecipe


def titled(recipe: WorkshopRecipe, words: Words) -> str:
    """A recipe by its knobs that are not as usual, and its seed where that is not the first."""
    changed = [f"{words[f'bench.knob.{name}']}: {valued(name, value, words)}" for name, value in recipe.changed.items()]
    if recipe.words:
        changed.append(_own(recipe, words))
    if recipe.seed != 1:
        changed.append(f"{words['bench.seed']}: {recipe.seed}")
    return ", ".join(changed or [words["bench.as_usual"]])


def apart(recipe: WorkshopRecipe, other: WorkshopRecipe, words: Words) -> str:
    """A recipe by what sets it apart from another of its task: `Loss: squared error → cross-entropy`."""
    told = [f"{words[f'bench.knob.{name}']}: {valued(name, other.knobs[name], words)} → {valued(name, value, words)}"
            for name, value in recipe.knobs.items() if value != other.knobs[name]]  # fmt: skip
    if recipe.words != other.words:
        told.append(f"{_own(other, words)} → {_own(recipe, words)}")
    if recipe.seed != other.seed:
        told.append(f"{words['bench.seed']}: {other.seed} → {recipe.seed}")
    return ", ".join(told)


def _own(recipe: WorkshopRecipe, words: Words) -> str:
    return words["bench.own.count"].format(count=len(recipe.words)) if recipe.words else words["bench.own.none"]


def valued(name: str, value: Value, words: Words) -> str:
    """A knob's value."""
    told = value if isinstance(value, str) else json.dumps(value)
    plain = f"{value:,}" if type(value) is int else told
    return words.get(f"bench.value.{name}.{told}", words.get(f"bench.value.{told}", plain))


def named(loaded: Loaded, recipe: WorkshopRecipe) -> Loaded:
    """A run's model with a title that people understand."""
    titles = {code: f"{words['bench.title']}: {titled(recipe, words)}" for code, words in TEXTS.items()}
    return replace(loaded, variant=replace(loaded.variant, title=titles["en"], title_ko=titles["ko"]))


def of_class(loaded: Loaded) -> Loaded:
    """A class's model with a title that people understand."""
    titles = {code: words["room.alphabet.reader"].format(title=title) for (code, words), title in
              zip(TEXTS.items(), (loaded.title, loaded.title_ko), strict=True)}  # fmt: skip
    return replace(loaded, variant=replace(loaded.variant, title=titles["en"], title_ko=titles["ko"]))
