"""The prepared comparisons: what they are, how they are made, and what is read of their file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from seqdemo.workshop import comparisons
from seqdemo.workshop.comparisons import COMPARISONS
from seqdemo.workshop.recipe import WorkshopRecipe


@pytest.mark.parametrize("name", COMPARISONS)
def test_a_comparison_changes_one_decision(name: str) -> None:
    one, other = COMPARISONS[name].one, COMPARISONS[name].other
    assert [knob for knob in one.knobs if one.knobs[knob] != other.knobs[knob]] == [name]
    assert (one.task, one.seed) == (other.task, other.seed)


def test_what_is_missing_of_the_comparisons_is_made_once_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr(comparisons, "SEEDS", (1, 2))
    monkeypatch.setattr(comparisons.readings, "load", lambda _: None)
    monkeypatch.setattr(comparisons.os, "nice", lambda _: 19)

    def accuracy(recipe: WorkshopRecipe, _: Any) -> float:
        made.append(recipe.link)
        if len(made) == 12:
            raise KeyboardInterrupt
        return 0.5 + 0.01 * recipe.seed

    monkeypatch.setattr(comparisons, "accuracy", accuracy)
    with pytest.raises(KeyboardInterrupt):
        comparisons.main(tmp_path)
    comparisons.main(tmp_path)
    assert len(made) == 1 + len(set(made)), "only the run that was interrupted is made again"
    found = comparisons.load(tmp_path)
    assert not list(comparisons.missing(found))
    assert comparisons.between_seeds((COMPARISONS["loss"].one, COMPARISONS["loss"].other), found) == pytest.approx(0.01)
    count = comparisons.counted(COMPARISONS["loss"], found)
    assert count is not None
    assert (count.seeds, count.other_better) == (2, 0)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"accuracy": {"next": {"x": 1.0}}}', '{"accuracy": {"a": {"1": 2.0}}}']
)
def test_a_damaged_file_of_comparisons_counts_as_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "workshop").mkdir()
    (tmp_path / comparisons.FILE).write_text(text)
    assert comparisons.load(tmp_path) == {}


def test_seeds_differ_as_those_of_the_recipes_at_hand_or_of_any_of_the_task() -> None:
    one, other, unknown = map(WorkshopRecipe.from_link, ("next,loss=squared", "next", "next,batch=16"))
    known = {"next,loss=squared": {1: 0.5, 2: 0.6}, "next": {1: 0.5, 2: 0.7}, "next,hidden=8": {1: 0.1, 2: 0.9}}
    assert comparisons.between_seeds((one, other), known) == pytest.approx(0.2)
    assert comparisons.between_seeds((one, unknown), known) == pytest.approx(0.1)
    assert comparisons.between_seeds((unknown, unknown), known) == pytest.approx(0.8)
    assert comparisons.between_seeds((one,), {"rows": {1: 0.1, 2: 0.2}}) is None
