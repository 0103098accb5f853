"""Where comparisons stand on the page, empty until the script fills them."""

from __future__ import annotations

from seqdemo.page.html.frame import framed
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.segments import lean
from seqdemo.page.html.wording import Words

MODES = ("one", "all", "two")
ORDERS = ("menu", "wrong", "confidence", "ms", "parameters", "accuracy")


def switch(words: Words) -> Html:
    """One model, all of them, or two inputs."""
    names = [words[f"mode.{mode}"] for mode in MODES]
    buttons = (
        el("button", shown, type="button", data_mode=mode, aria_label=name, aria_pressed=str(mode == "one").lower())
        for mode, name, shown in zip(MODES, names, lean(names), strict=True)
    )
    return el("div", *buttons, class_="segments modes", role="group", aria_label=words["mode.label"])


def places(words: Words) -> Html:
    """The sections of the modes other than that of one model."""
    return el("div", _all(words), _two(words), id="compare")


def _all(words: Words) -> Html:
    summary = el("p", id="agreement", role="status", class_="agreement")
    tools = el("div", summary, _orders(words), class_="tools")
    trouble = el("p", class_="slip trouble", role="alert")
    cards = framed("variants", words["variants.title"], words, tools, trouble, el("ol", id="variants"))
    hint = el("p", words["close.empty"], class_="quiet")
    unpin = el("button", words["close.unpin"], type="button", data_unpin=True, hidden=True)
    close = framed("close", words["close.title"], words, el("div", hint, unpin, class_="tools"))
    return el("div", cards, close, el("div", class_="abreast", id="pair-all"), data_in_mode="all", hidden=True)


def _orders(words: Words) -> Html:
    options = (el("option", words[f"order.{name}"], value=name) for name in ORDERS)
    label = el("span", words["order.label"], class_="label")
    return el("label", label, el("select", *options, id="order"), class_="order")


def _two(words: Words) -> Html:
    buttons = (
        el(
            "button",
            words[f"two.{name}"],
            type="button",
            data_two=name,
            disabled=name != "keep",
            class_="primary" if name == "keep" else None,
        )
        for name in ("keep", "swap", "forget")
    )
    kept = el("ol", id="kept", aria_label=words["two.kept"])
    hint = el("p", words["two.empty"], class_="quiet")
    tools = el("div", kept, *buttons, class_="tools")
    return el(
        "div",
        framed("two", words["two.title"], words, tools, hint),
        el("div", class_="abreast", id="pair-two"),
        data_in_mode="two",
        hidden=True,
    )
