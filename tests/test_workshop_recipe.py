"""Recipes of the workshop: what is one, its link, and what is refused."""

from __future__ import annotations

import math
from typing import Any

import pytest

from seqdemo.errors import InputError
from seqdemo.workshop.recipe import TASKS, Knob, WorkshopRecipe
from tests.tiny_runs import tiny

OWN = ["apple", "plums", "grapes", "banana", "orange", "lemon"]


@pytest.mark.parametrize("task", TASKS)
def test_a_link_gives_the_same_recipe_back(task: str) -> None:
    for recipe in (WorkshopRecipe.of({"task": task}), tiny(task, 7)):
        assert WorkshopRecipe.from_link(recipe.link) == recipe


def test_a_link_names_only_what_is_changed() -> None:
    assert WorkshopRecipe.of({"task": "next"}).link == "next,seed=1"
    assert tiny("next", 3).link == "next,hidden=8,batch=16,steps=200,seed=3"


@pytest.mark.parametrize("task", TASKS)
def test_every_choice_of_every_knob_is_a_model_and_comes_back_from_its_link(task: str) -> None:
    for knob in TASKS[task].knobs:
        for choice in knob.choices:
            recipe = WorkshopRecipe.of({"task": task, "knobs": {knob.name: choice}})
            assert WorkshopRecipe.from_link(recipe.link).knobs[knob.name] == choice
            assert type(WorkshopRecipe.from_link(recipe.link).knobs[knob.name]) is type(choice)
            parameters = sum(each.numel() for name, each in recipe.variant().build().named_parameters()
                             if not name.startswith("cnn."))  # fmt: skip
            assert parameters < 1_000_000


WRONG = [
    (None, "recipe_form"),
    ([], "recipe_form"),
    ({"task": "next", "colour": 1}, "recipe_form"),
    ({}, "recipe_task"),
    ({"task": ["next"]}, "recipe_task"),
    ({"task": "next", "knobs": 3}, "recipe_knobs"),
    ({"task": "rows", "knobs": {"context": "luong"}}, "recipe_knobs"),
    ({"task": "next", "knobs": {"layers": 10_000}}, "knob_layers"),
    ({"task": "next", "knobs": {"hidden": 5_000_000}}, "knob_hidden"),
    ({"task": "next", "knobs": {"hidden": 64.5}}, "knob_hidden"),
    ({"task": "next", "knobs": {"hidden": True}}, "knob_hidden"),
    ({"task": "next", "knobs": {"learning_rate": math.nan}}, "knob_learning_rate"),
    ({"task": "next", "knobs": {"learning_rate": math.inf}}, "knob_learning_rate"),
    ({"task": "next", "knobs": {"learning_rate": "0.005"}}, "knob_learning_rate"),
    ({"task": "next", "knobs": {"bidirectional": 1}}, "knob_bidirectional"),
    ({"task": "next", "knobs": {"cell": {}}}, "knob_cell"),
    ({"task": "next", "seed": -1}, "recipe_seed"),
    ({"task": "next", "seed": 1.0}, "recipe_seed"),
]


@pytest.mark.parametrize(("value", "key"), WRONG)
def test_a_wrong_recipe_gets_one_sentence_that_does_not_repeat_it(value: Any, key: str) -> None:
    with pytest.raises(InputError) as caught:
        WorkshopRecipe.of(value)
    assert caught.value.key == key
    assert str(caught.value).endswith(".")
    assert "5000000" not in str(caught.value)


@pytest.mark.parametrize(
    "link", ["", "next", None, "next,hidden", "next,seed=x", "next,hidden=1e999", "x" * 999, "nope"]
)
def test_a_damaged_link_gets_a_sentence_or_the_usual_recipe(link: Any) -> None:
    if link == "next":
        assert WorkshopRecipe.from_link(link) == WorkshopRecipe.of({"task": "next"})
        return
    with pytest.raises(InputError):
        WorkshopRecipe.from_link(link)


def test_own_words_stand_in_the_link() -> None:
    recipe = WorkshopRecipe.of({"task": "words", "words": [*OWN, " Apple ", ""]})
    assert recipe.words == ("APPLE", "PLUMS", "GRAPES", "BANANA", "ORANGE", "LEMON")
    assert WorkshopRecipe.from_link(recipe.link) == recipe


@pytest.mark.parametrize(
    ("task", "words", "key"),
    [("next", OWN, "recipe_words"), ("words", "apple", "recipe_words"), ("words", [5], "recipe_words"),
     ("words", ["apple", "naïve"], "word_form"), ("words", ["cat"], "word_form"), ("words", ["a.b.c"], "word_form"),
     ("words", OWN[:3], "word_few"), ("words", [f"{a}{b}OOO" for a in "ABCDEFGHIJKLMNO" for b in "ABCDEFGHIJKLMN"],
                                      "word_many")],
)  # fmt: skip
def test_a_wrong_list_of_words_gets_a_sentence(task: str, words: Any, key: str) -> None:
    with pytest.raises(InputError) as caught:
        WorkshopRecipe.of({"task": task, "words": words})
    assert caught.value.key == key


def test_a_knob_lists_its_choices() -> None:
    with pytest.raises(InputError, match=r"must be one of rnn, lstm, gru\."):
        Knob("cell", ("rnn", "lstm", "gru"), "gru", "").checked("tcn")
