"""From the table of lessons to the card of one of them, when the page asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from seqdemo.errors import InputError
from seqdemo.page.core import language
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.wording import percent
from seqdemo.page.lessons import table as lessons
from seqdemo.page.lessons.card import Taught, card
from seqdemo.page.lessons.claims import told
from seqdemo.page.lessons.lesson import Evidence, Figure, Lesson, Mean, Studied, evidence, fits


def shown(resources: Resources, asked: Mapping[str, Any]) -> dict[str, Any]:
    """One lesson: its card, what it puts on the page, and where the reveal points."""
    code = language.chosen(asked.get("lang"), "")
    offered, number = lessons.offered(resources), asked.get("lesson")
    if type(number) is not int or number not in offered:
        raise InputError("unknown_lesson", "There is no such lesson. Choose one of the list.")
    lesson = offered[number]
    found = evidence(lesson, resources)
    words = TEXTS[code]
    return {
        "html": card(taught(number, lesson, found, resources, code), list(offered), words),
        "name": lesson.name,
        "scenes": [scene.values() for scene in lesson.scenes],
        "shown": lesson.shown,
        "after": lesson.after,
        "panel": lesson.panel,
        "step": lesson.step(found) if lesson.step else None,
        "task": dict(lesson.task.values),
        "look": said(lesson, found, resources, code)[f"lesson.{lesson.name}.look"],
    }


def taught(number: int, lesson: Lesson, found: Evidence, resources: Resources, code: str) -> Taught:
    """What the card says, in a language."""
    own = f"lesson.{lesson.name}."
    one = {key.removeprefix(own): sentence for key, sentence in said(lesson, found, resources, code).items()}
    labels = [_label(figure, resources, code) for figure in lesson.figures]
    return Taught(
        number=number,
        title=one["title"],
        text=one["text"],
        question=one["question"],
        options=tuple(one[f"option.{n}"] for n in range(1, len(lesson.options) + 1)),
        right=lesson.right,
        reveal=one["reveal"],
        average=one["average"],
        task=one["task"],
        scenes=tuple(one[f"scene.{n}"] for n in range(1, len(lesson.scenes) + 1) if f"scene.{n}" in one),
        measured=tuple(zip(labels, found.figures, strict=True)),
        covers=lesson.shown is not None,
        fits=fits(lesson, found),
        block=lesson.block,
    )


def said(lesson: Lesson, found: Evidence, resources: Resources, code: str) -> dict[str, str]:
    """The lesson's own sentences with every fact in its place, by key."""
    facts = {**lesson.budget(resources), **lesson.facts(found)}
    for number, (scene, trace) in enumerate(zip(lesson.scenes, found.traces, strict=True), 1):
        facts |= told(trace, "" if number == 1 else str(number))
        facts[f"model{number}"] = _title(scene.model, resources, code)
    facts |= {f"m{number}": percent(share) for number, share in enumerate(found.figures, 1)}
    facts |= {f"mean_{name}": percent(mean) for name, mean in found.averages.means.items()}
    facts |= {"inputs": f"{found.averages.inputs:,}", "held": percent(found.averages.held)}
    own = f"lesson.{lesson.name}."
    return {key: sentence.format(**facts) for key, sentence in TEXTS[code].items() if key.startswith(own)}


def _label(figure: Figure | Mean | Studied, resources: Resources, code: str) -> str:
    """What a figure tells."""
    title = _title(figure.model, resources, code) if figure.model else ""
    return TEXTS[code][f"lesson.of.{figure.label}"].format(title=title, n=figure.count)


def _title(model: str, resources: Resources, code: str) -> str:
    loaded = resources.models[model]
    return loaded.title_ko if code == "ko" else loaded.title
