"""Words that a visitor cannot know, each with one sentence that hover, focus and touch bring up."""

from __future__ import annotations

from typing import Final

from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.wording import Words

TERMS: Final[tuple[str, ...]] = ("gru", "cnn", "attention", "alignment", "bits", "greedy", "search", "report")
"""The keys of the words, as in `term.gru` and `term.gru.tip`."""


def explained(text: str, words: Words) -> Html:
    """The text, with the first of these words that is in it explained."""
    for term in TERMS:
        name = words.get(f"term.{term}", "")
        before, found, after = text.partition(name) if name else (text, "", "")
        if found:
            tip = words[f"term.{term}.tip"]
            shown = el("span", found, tabindex=0, class_="term", data_tip=tip, aria_description=tip)
            return join(before, shown, after)
    return join(text)
