"""The README says what the checkpoints carry."""

import json
import re
from pathlib import Path

import pytest

from seqdemo.models.catalog import VARIANTS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()
FIGURES = {variant.name: json.loads((ROOT / "checkpoints" / variant.name / "metrics.json").read_text())
           for variant in VARIANTS}  # fmt: skip


def cells(name: str) -> list[str]:
    row = re.search(rf"^\| `{name}` \|(.*)\|$", README, re.M)
    assert row, f"no row for {name}"
    return [cell.strip() for cell in row[1].split("|")]


def accuracies(figures: dict) -> list[str]:
    """The first cells of a row: of single images, or of words of three kinds of length, greedy and by beam search."""
    if "beam" not in figures:
        beside = "all" if "confusion" in figures else "own_standing"
        return [f"{figures['accuracy']:.2%}", f"{figures['reading'][beside]:.2%}"]
    kinds = ("accuracy", "challenge", "longer")
    return [f"{way[kind]:.1%}" for kind in kinds for way in (figures, figures["beam"])]


def test_every_variant_is_listed_with_the_figures_of_its_checkpoint():
    for name, figures in FIGURES.items():
        shown, expected = cells(name), accuracies(figures)
        assert shown[: len(expected)] == expected, name
        assert f"{figures['parameters'] / 1e6:.2f} M" in shown, name
        assert f"{figures['training']['seconds'] / 60:.0f} min" in shown, name


@pytest.mark.parametrize("name", ["cnn-gru-normal", "cnn-gru-report-normal"])
def test_the_table_by_length_is_that_of_the_checkpoint(name):
    row = re.search(rf"^\| `{name}` by T \|(.*)\|$", README, re.M)
    expected = [f"{figures['accuracy']:.2%}" for figures in FIGURES[name]["by_length"].values()]
    assert [cell.strip() for cell in row[1].split("|")] == expected


def test_every_link_to_a_file_leads_somewhere():
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert linked
    assert [path for path in linked if not (ROOT / path).exists()] == []


def test_the_tree_names_every_module():
    for file in (ROOT / "seqdemo").rglob("*.py"):
        if file.name != "__init__.py":
            assert file.stem in README, file.name


def test_the_space_uses_the_pinned_gradio():
    pinned = re.search(r"^gradio==(\S+)", (ROOT / "requirements.txt").read_text(), re.M)[1]
    assert f"sdk_version: {pinned}" in README
