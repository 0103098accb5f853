"""The cards of building blocks: equations in MathML, every sentence in both languages, nothing unescaped."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from parts import Parts, told_by
from shipped import resources

from seqdemo.explain.blocks import offered
from seqdemo.page.blocks.formula import formula
from seqdemo.page.blocks.handler import shown
from seqdemo.page.core.replies import guarded
from tests.tiers import exhaustive

MODELS = ("cnn-gru-normal", "seq2seq-bridge", "seq2seq-luong", "transformer", "row-rnn-47")
CARDS = [
    (name, part, block)
    for name in MODELS
    for part in resources().models[name].kind.parts
    for block in offered(resources().models[name], part)
]


def shape(element):
    return (element.tag, element.text, *map(shape, element)) if len(element) else (element.tag, element.text)


def test_an_equation_has_its_scripts_roots_and_upright_words():
    assert shape(ElementTree.fromstring(formula("tanh x_{t-1}^2"))) == (
        "math",
        None,
        ("mi", "tanh"),
        ("msubsup", None, ("mi", "x"), ("mrow", None, ("mi", "t"), ("mo", "−"), ("mn", "1")), ("mn", "2")),
    )
    assert shape(ElementTree.fromstring(formula("sqrt{d_k} < 1")))[2] == (
        "msqrt",
        None,
        ("mrow", None, ("msub", None, ("mi", "d"), ("mi", "k"))),
    )
    assert 'mathvariant="normal"' in formula("tanh")
    assert "mathvariant" not in formula("h")


@exhaustive
@pytest.mark.parametrize(("name", "part", "block"), CARDS)
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_card_is_whole_in_both_languages(name, part, block, lang):
    desk = resources()
    letters = [each.to_json() for each in desk.sample(desk.models[name].task, 1, {}).letters]
    letters[0]["label"] = None
    html = shown(desk, {"model": name, "part": part, "block": block, "letters": letters, "lang": lang})["html"]
    drawn = Parts(html)
    assert drawn.open == []
    assert len(drawn.ids) == len(set(drawn.ids))
    assert not re.search(r"[{}]", told_by(html))
    for line in re.findall(r"<math.*?</math>", html):
        ElementTree.fromstring(line)
    assert 'class="question"' in html
    assert len(html) < 400_000


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_is_not_offered_is_refused_with_a_sentence_that_repeats_nothing(lang):
    asked = {"model": "seq2seq", "part": "encoder", "block": "<b>", "letters": [], "lang": lang}
    for wrong in ({}, {"part": "<b>"}, {"block": "attention"}, {"block": "cell"}, {"block": "cell", "letters": 5}):
        reply = guarded({**asked, **wrong}, lambda checked: shown(resources(), checked))
        assert reply.keys() == {"error"}
        assert "<b>" not in reply["error"]
