"""What a visitor changed on the way to an answer, and what became of the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from seqdemo.page.edit.quantity import quantity
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.wording import Words, percent, symbol
from seqdemo.trace import Trace

_SHOWN = 0.01
"""Smaller shares of attention are not named."""


@dataclass(frozen=True)
class Changes:
    """Everything that is not as it was; places and steps count from 0."""

    order: tuple[int, ...]
    """Where each letter stood before."""
    letters: Mapping[int, Mapping[str, float | str]] = field(default_factory=dict)
    """By the place where a letter stands now, what it has become, by the names of a Letter's fields."""
    read: Mapping[int, str] = field(default_factory=dict)
    look: Mapping[int, tuple[float, ...]] = field(default_factory=dict)

    @property
    def moved(self) -> tuple[int, ...]:
        """Places where another letter stands."""
        return tuple(at for at, came in enumerate(self.order) if at != came)

    def __bool__(self) -> bool:
        return bool(self.moved or self.letters or self.read or self.look)


def banner(changes: Changes, before: Trace, now: Trace, words: Words) -> Html:
    """Each change with a button that takes it back, and the answer before and after."""
    chips = [el("li", chip) for chip in _chips(changes, before, now, words)]
    every = el("button", words["changes.reset"], type="button", data_back="all", class_="every")
    readings = (el("li", sentence) for sentence in _readings(changes, before, now, words))
    return el(
        "section",
        el("div", el("h2", words["changes.title"]), every, class_="heading"),
        el("ul", *chips, class_="taken"),
        _answers(before, now, words),
        el("ul", *readings, class_="readings"),
        class_="changes",
        aria_label=words["changes.title"],
    )


def _answers(before: Trace, now: Trace, words: Words) -> Html:
    same = before.answer == now.answer
    told = words["changes.same" if same else "changes.other"]
    return el(
        "p",
        _answer("before", before, words),
        el("span", "→", aria_hidden="true", class_="arrow"),
        _answer("now", now, words),
        el("span", told, class_="quiet"),
        class_="outcome",
    )


def _answer(when: str, trace: Trace, words: Words) -> Html:
    name = symbol(trace.answer, words) or words["answer.nothing"]
    label = el("span", words[f"changes.{when}"], class_="label")
    return el("span", label, el("b", name), " ", percent(trace.confidence), class_=when)


def _chips(changes: Changes, before: Trace, now: Trace, words: Words) -> Iterator[Html]:
    if changes.moved:
        yield _chip(_order(changes, words), words, "order")
    for at, values in changes.letters.items():
        for name, value in values.items():
            key = f"change.{name}.{value}" if isinstance(value, str) else f"change.{name}"
            yield _chip(words[key].format(n=at + 1, value=quantity(name, value)), words, name, at)
    for at, letter in changes.read.items():
        was = before.letters[changes.order[at]].read
        told = words["change.read.sure" if was == letter else "change.read"].format(n=at + 1, letter=letter, before=was)
        yield _chip(told, words, "read", at, None if now.set_by("read") else words["change.read.unheard"])
    for step, shares in changes.look.items():
        yield _chip(
            _look(step, shares, words),
            words,
            "look",
            step,
            None if now.set_by("look") else words["change.look.unheard"],
        )


def _chip(told: str, words: Words, kind: str, at: int | None = None, unheard: str | None = None) -> Html:
    name = words["changes.back"].format(change=told)
    cross = el("span", "×", aria_hidden="true")
    button = el("button", told, cross, type="button", data_back=kind, data_at=at, aria_label=name, title=name,
                class_="unheard" if unheard else None)  # fmt: skip
    return join(button, el("span", unheard, class_="quiet")) if unheard else button


def _order(changes: Changes, words: Words) -> str:
    if len(changes.moved) == 2:
        first, second = changes.moved
        return words["change.order.two"].format(a=first + 1, b=second + 1)
    return words["change.order"].format(order=" ".join(str(came + 1) for came in changes.order))


def _look(step: int, shares: tuple[float, ...], words: Words) -> str:
    named = [(image + 1, share) for image, share in enumerate(shares) if share >= _SHOWN]
    if len(named) == 1:
        return words["change.look.one"].format(n=step + 1, image=named[0][0])
    parts = (words["change.look.part"].format(image=image, percent=percent(share)) for image, share in named)
    return words["change.look"].format(n=step + 1, shares=", ".join(parts))


def _readings(changes: Changes, before: Trace, now: Trace, words: Words) -> Iterator[str]:
    """Which letters are read as something else now, though nobody said so."""
    for at, letter in enumerate(now.letters):
        was = before.letters[changes.order[at]].read
        if letter.read != was and at not in changes.read:
            yield words["changes.reading"].format(n=at + 1, before=symbol(was, words), now=symbol(letter.read, words))
