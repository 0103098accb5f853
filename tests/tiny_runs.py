"""Recipes that train within a moment."""

from __future__ import annotations

from typing import Any

from seqdemo.workshop.recipe import WorkshopRecipe

SMALL: dict[str, Any] = {"hidden": 8, "steps": 200, "batch": 16}
"""Knobs of any task."""


def tiny(task: str, seed: int = 1, **knobs: Any) -> WorkshopRecipe:
    return WorkshopRecipe.of({"task": task, "knobs": {**SMALL, **knobs}, "seed": seed})
