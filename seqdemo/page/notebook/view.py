"""An answer as one piece of HTML that needs no script, no server and no other file."""

from __future__ import annotations

from seqdemo.page.answer.answer import answer
from seqdemo.page.answer.results import results
from seqdemo.page.html.markup import Html, el, join, style
from seqdemo.page.html.wording import Words, worded
from seqdemo.page.notebook.still import still
from seqdemo.page.notebook.styles import Place, styles
from seqdemo.trace import Trace

_CLOSED = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
"""Nothing is fetched, and no script runs."""


def fragment(trace: Trace, title: str, words: Words, place: Place) -> Html:
    """The answer and the panels of the page, under their style sheet."""
    own = worded(words, trace.family, trace.kind)
    said = el("div", answer(trace, own), class_="card answered")
    shown = still(join(el("h1" if place == "file" else "p", title, class_="named"), said, results(trace, words)))
    return join(
        style(styles(place)),
        el("div", shown, class_="sd still", data_family=trace.family),
    )


def document(trace: Trace, title: str, words: Words, language: str) -> str:
    """A whole page, light or dark as the system wants it."""
    return _DOCUMENT.format(
        language=language,
        closed=_CLOSED,
        title=join(title),
        answer=fragment(trace, title, words, "file"),
    )


_DOCUMENT = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{closed}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · seqdemo</title>
<style>html {{ color-scheme: light dark; }} body {{ margin: 0; }}</style>
</head>
<body><main>{answer}</main></body>
</html>
"""
