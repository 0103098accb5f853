"""The list of all terms; where a term stands in a sentence, `html.terms` explains it there."""

from __future__ import annotations

from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.terms import TERMS
from seqdemo.page.html.wording import Words


def glossary(words: Words) -> Html:
    """Every term with its sentence, in the alphabet's order."""
    named = sorted(TERMS, key=lambda term: words[f"term.{term}"].casefold())
    rows = (each for term in named for each in (el("dt", words[f"term.{term}"]), el("dd", words[f"term.{term}.tip"])))
    return el("section", el("h3", words["glossary.title"]), el("dl", *rows), class_="glossary", id="glossary")
