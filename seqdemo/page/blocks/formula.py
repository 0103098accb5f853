"""Equations in MathML, from a short notation: `h_t = tanh(W x_t + U h_{t-1} + b)`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from seqdemo.page.html.markup import Html, el, join

_TOKEN = re.compile(r"[A-Za-z]+|[α-ωΑ-Ω]|\d+(?:\.\d+)?|\S")
_NAMES = re.compile(r"[^\W\d_]+")
_SCRIPTS = {(True, False): "msub", (False, True): "msup", (True, True): "msubsup"}


def formula(text: str) -> Html:
    """One line. `_` and `^` take one sign, or several in braces; `sqrt{…}` is a root.

    Words and capital Greek stand upright.
    """
    return el("math", inline(text), display="block")


def inline(text: str) -> Html:
    """The same for the midst of a line, without its element around it."""
    return join(*_row(_TOKEN.findall(text.replace("-", "−"))))


def symbol_of(text: str) -> Html:
    """A symbol with its scripts amid other text."""
    return el("math", inline(text))


def formulas(lines: Iterable[str]) -> Html:
    return el("div", *map(formula, lines), class_="formulas")


def _row(tokens: list[str]) -> list[Html]:
    """The tokens as elements; they are used up, to the brace that closes this row."""
    found: list[Html] = []
    while tokens and tokens[0] != "}":
        found.append(_scripted(tokens))
    return found


def _scripted(tokens: list[str]) -> Html:
    """One element with what stands below and above it."""
    base, scripts = _atom(tokens), {}
    while tokens and tokens[0] in "_^":
        sign = tokens.pop(0)
        scripts[sign] = _atom(tokens)
    if not scripts:
        return base
    parts = [scripts[sign] for sign in "_^" if sign in scripts]
    return el(_SCRIPTS["_" in scripts, "^" in scripts], base, *parts)


def _atom(tokens: list[str]) -> Html:
    token = tokens.pop(0)
    if token == "{":
        inside = el("mrow", *_row(tokens))
        tokens.pop(0)
        return inside
    if token == "sqrt":
        return el("msqrt", _atom(tokens))
    if _NAMES.fullmatch(token):
        upright = len(token) > 1 or "Α" <= token <= "Ω"
        return el("mi", token, mathvariant="normal" if upright else None)
    if token[0].isdigit():
        return el("mn", token)
    return el("mo", token, stretchy="false")  # without a font for mathematics, brackets would grow too tall
