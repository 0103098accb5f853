"""One of several variants that answered the same letters: a card with what is needed to choose among them."""

from __future__ import annotations

from dataclasses import dataclass

from seqdemo.page.answer.words.correction import marked
from seqdemo.page.compare.small import glimpses
from seqdemo.page.html.figures import about, decimal, tenths
from seqdemo.page.html.kind import written
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words, percent, symbol, worded
from seqdemo.trace import Trace


@dataclass(frozen=True)
class Known:
    """What is known of a variant beside its answer."""

    title: str
    ms: float
    """Processor time that the answer took."""
    parameters: int
    accuracy: float | None
    """Accuracy on the test writers."""


def card(trace: Trace, known: Known, words: Words) -> Html:
    """The name as a button that takes the variant to the page of one model; answer, verdict, pictures and figures."""
    own = worded(words, trace.family, trace.kind)
    pin = el("input", type="checkbox", data_pin=trace.model)
    return el(
        "article",
        el("h3", el("button", known.title, type="button", data_choose=trace.model)),
        _answer(trace, own),
        el("div", *glimpses(trace, own), class_="glimpses"),
        _figures(known, own),
        el("label", pin, el("span", own["variants.pin"]), class_="switch"),
    )


def _answer(trace: Trace, words: Words) -> Html:
    name = symbol(trace.answer, words) or words["answer.nothing"]
    said = marked(trace) if written(trace) and trace.answer else el("span", name)
    sure = el("span", words["answer.sure"].format(percent=percent(trace.confidence)))
    bar = el("span", class_="bar", style=f"--share:{trace.confidence:.3f}", aria_hidden="true")
    big = el("b", said, style=f"--letters:{len(name)}")
    return el("div", big, el("p", bar, sure, class_="sure"), _verdict(trace, words), class_="answered")


def _verdict(trace: Trace, words: Words) -> Html:
    """Right or wrong, and the stage to blame where there are stages."""
    found = trace.verdict
    if found is None:
        return el("p", words["variants.unknown"], class_="quiet judged")
    if found.right:
        return _judged("✓", words["variants.right"], "right")
    if any(panel.overruled for panel in trace.panels):
        return _judged("✗", words["variants.wrong.by_hand"], "wrong")
    stages = trace.family in ("next", "swap")
    return _judged("✗", words[f"variants.wrong.{found.blame}" if stages else "variants.wrong"], "wrong")


def _judged(mark: str, sentence: str, kind: str) -> Html:
    return el("p", el("span", mark, aria_hidden="true"), f" {sentence}", class_=f"judged {kind}")


def _figures(known: Known, words: Words) -> Html:
    accuracy = "–" if known.accuracy is None else tenths(known.accuracy)
    facts = {"ms": f"{decimal(known.ms)} ms", "parameters": about(known.parameters), "accuracy": accuracy}
    pairs = (el("div", el("dt", words[f"variants.{name}"]), el("dd", value)) for name, value in facts.items())
    return el("dl", *pairs)
