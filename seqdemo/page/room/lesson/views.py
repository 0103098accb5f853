"""A lesson in a room: what to choose from, the wall, and a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seqdemo.page.html.markup import Html, el, join, packed
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words
from seqdemo.page.lessons.card import Taught
from seqdemo.page.room.wall import lead


@dataclass(frozen=True)
class Held:
    """A lesson, and how the class answers it."""

    lesson: Taught
    counts: tuple[int, ...]
    """Phones by option."""
    phones: int
    split: bool
    """Whether the wall shows these counts."""
    told: bool

    @property
    def answered(self) -> int:
        return sum(self.counts)


def listed(lessons: Sequence[tuple[int, str]], words: Words) -> Html:
    """Buttons by number and name."""
    return el("ol", *(el("li", _choice(*lesson, words)) for lesson in lessons), class_="choices")


def _choice(number: int, name: str, words: Words) -> Html:
    return lead(f"{number}. {words[f'lesson.{name}.title']}", "begin", {"kind": "lesson", "lesson": number})


def on_wall(held: Held, words: Words) -> Html:
    """Question and answers in large type; how the class is split when the teacher shows it, and then what is right."""
    status = words["room.lesson.answered"].format(count=held.answered, all=held.phones)
    options = (_option(held, place, text) for place, text in enumerate(held.lesson.options))
    example = el("button", words["room.lesson.example"], type="button", data_lesson=held.lesson.number)
    return join(
        el("h3", explained(held.lesson.title, words)),
        el("p", explained(held.lesson.text, words), class_="text"),
        el("p", explained(held.lesson.question, words), class_="question"),
        el("ol", *options, class_="split"),
        el("p", status, role="status", class_="quiet"),
        _told(held, words) if held.told else None,
        el("div", None if held.split else lead(words["room.lesson.split"], "act", {"split": True}),
           None if held.told else lead(words["room.lesson.tell"], "tell", class_="primary"), example, class_="orders"),
    )  # fmt: skip


def _option(held: Held, place: int, text: str) -> Html:
    right = held.told and place == held.lesson.right
    share = held.counts[place] / max(1, held.answered)
    bar = el("span", class_="bar", style=f"--share:{share:.4f}")
    shown = (bar, el("b", held.counts[place])) if held.split else ()
    sign = el("span", "✓ ", aria_hidden="true") if right else None
    return el("li", el("span", sign, text), *shown, class_="right" if right else None)


def on_phone(held: Held, guess: int | None, words: Words) -> Html:
    """Question and answers to press; a guess may be changed until the reveal."""
    buttons = (_answer(held, place, place == guess) for place in range(len(held.lesson.options)))
    said = _outcome(held, guess) if held.told else "room.lesson.guess" if guess is None else "room.lesson.noted"
    look = el("button", words["room.lesson.here"], type="button", data_lesson=held.lesson.number)
    return join(
        el("h3", explained(held.lesson.title, words)),
        el("p", explained(held.lesson.question, words), class_="question"),
        el("div", *buttons, class_="guesses"),
        el("p", words[said], role="status", class_="note"),
        _told(held, words) if held.told else None,
        look,
    )


def _answer(held: Held, place: int, chosen: bool) -> Html:
    right = "right" if held.told and place == held.lesson.right else None
    return el("button", held.lesson.options[place], type="button", data_act=packed({"guess": place}), class_=right,
              disabled=held.told, aria_pressed=str(chosen).lower())  # fmt: skip


def _outcome(held: Held, guess: int | None) -> str:
    if guess is None:
        return "room.lesson.late"
    return "lesson.guess.right" if guess == held.lesson.right else "lesson.guess.wrong"


def _told(held: Held, words: Words) -> Html:
    return el(
        "div",
        el("p", explained(held.lesson.reveal, words), class_="reveal"),
        el("p", explained(held.lesson.average, words)),
    )
