"""The cards of building blocks: equations in MathML, every sentence in both languages, nothing unescaped."""

from __future__ import annotations

from xml.etree import ElementTree

from seqdemo.page.blocks.formula import formula


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
