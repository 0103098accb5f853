"""The standing parts of the page: heading, pad, the ways to fill it, the menu of models."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from seqdemo.checkpoints import Loaded
from seqdemo.handwriting.letter import RANGES
from seqdemo.page.compare.comparison import places, switch
from seqdemo.page.core import language
from seqdemo.page.core.desk import Desk
from seqdemo.page.core.texts import NAMES, TEXTS
from seqdemo.page.edit.editor import editor
from seqdemo.page.export import keeping
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.wording import Words, family, percent
from seqdemo.page.learned.learned import section as learned_section
from seqdemo.page.lessons import table as lessons
from seqdemo.page.lessons.card import listed as lessons_listed
from seqdemo.page.lessons.card import place as lesson_place
from seqdemo.page.scoreboard.scoreboard import place as scoreboard_place
from seqdemo.page.share import sharing
from seqdemo.page.write.forms import button, sampling, typing
from seqdemo.sequences.samples import TASKS

BEAM = 4
"""How many beginnings the page's beam search keeps."""


def shell(desk: Desk, tasks: Sequence[str], code: str) -> Html:
    """Everything but the results, in one language."""
    words = TEXTS[code]
    return join(
        _header(code, words),
        sharing.notices(words),
        el("div", _tasks(desk, tasks, code, words), _models(desk, tasks, code, words), class_="choices"),
        *_questions(tasks, words),
        lesson_place(),
        _desk(tasks, words),
        el("p", role="status", aria_live="polite", class_="unseen", id="say"),
        sharing.asking(words),
        el("div", id="changes"),
        *([el("div", switch(words), keeping.keeping(words), class_="over-results"), places(words)] if tasks else []),
        el("div", id="results", class_="results", tabindex=-1),
        *([learned_section(words), scoreboard_place(words)] if tasks else []),
        _leaf(words),
        lessons_listed([(number, lesson.name) for number, lesson in lessons.offered(desk).items()], words),
        sharing.dialog(words),
        el("div", class_="tip", id="tip", role="status", hidden=True),
    )


def _desk(tasks: Sequence[str], words: Words) -> Html:
    """Where letters are written, changed, typed and sampled."""
    ways = el("div", typing(tasks, words), sampling(tasks, words), class_="ways")
    return el("div", _pad(words), editor(RANGES, words), ways, class_="card desk", role="region",
              aria_label=words["pad.label"], data_title=words["pad.label"])  # fmt: skip


def _header(code: str, words: Words) -> Html:
    languages = (
        el("button", name, type="button", data_lang=each, lang=each, aria_pressed=str(each == code).lower())
        for each, name in NAMES.items()
    )
    switch = el("div", *languages, class_="segments", role="group", aria_label=words["lang.label"])
    tour = el("button", words["tour.take"], type="button", data_tour=True, class_="tour-button")
    signs = (_sign("theme", "◐", words), _sign("project", "▣", words))
    tools = el("div", sharing.opener(words), tour, *signs, switch, class_="of-page")
    return el("header", el("div", el("h1", words["title"]), el("p", words["lead"], class_="lead")), tools)


def _sign(action: str, sign: str, words: Words) -> Html:
    """A button for the whole page, with a sign in place of its name."""
    name = words[f"page.{action}"]
    shown = el("span", sign, aria_hidden="true")
    return el("button", shown, type="button", **{f"data_{action}": True}, aria_label=name, title=name,
              aria_pressed="false", class_="sign")  # fmt: skip


def _leaf(words: Words) -> Html:
    """The bar under one panel at a time."""
    back, on = (
        el("button", sign, type="button", data_leaf=by, aria_label=words[f"leaf.{by}"])
        for by, sign in ((-1, "‹"), (1, "›"))
    )
    leave = el("button", words["leaf.leave"], type="button", data_project=True)
    return el("div", back, el("output"), on, leave, class_="leaf", role="group", aria_label=words["page.project"],
              hidden=True)  # fmt: skip


def _tasks(desk: Desk, tasks: Sequence[str], code: str, words: Words) -> Html:
    """One group of buttons for each family of tasks, and one for what concerns them all."""
    groups = [
        _group(words[f"family.{each}"], [_task(name, name == tasks[0], code) for name in names])
        for each, names in _families(tasks).items()
    ]
    views = [_view("scoreboard", words["board.title"])] if tasks else []
    if lessons.offered(desk):
        views.append(_view("lessons", words["lesson.all"]))
    every = _group(words["board.group"], views) if views else None
    return el("div", *groups, every, class_="field tasks", role="group", aria_label=words["task.label"])


def _group(title: str, buttons: Sequence[Html]) -> Html:
    label = el("span", title, class_="label")
    return el("div", label, el("div", *buttons, class_="segments"), role="group", aria_label=title)


def _task(name: str, pressed: bool, code: str) -> Html:
    """A button with what sets the task apart in its family: of "Next letter, easy" the last word."""
    title = language.title(TASKS[name], code)
    short = re.split("[,:] ", title)[-1]
    short = short[:1].upper() + short[1:]
    return el("button", short, type="button", data_task=name, aria_label=title, aria_pressed=str(pressed).lower())


def _view(name: str, title: str) -> Html:
    """A button that opens a page beside the tasks."""
    return el("button", title, type="button", data_show=name, aria_pressed="false")


def _families(tasks: Sequence[str]) -> dict[str, list[str]]:
    return {each: [name for name in tasks if family(name) == each] for each in dict.fromkeys(map(family, tasks))}


def _questions(tasks: Sequence[str], words: Words) -> list[Html]:
    """What each family of tasks asks."""
    return [
        el("p", words[f"question.{each}"], class_="question", data_of=" ".join(names), hidden=n > 0)
        for n, (each, names) in enumerate(_families(tasks).items())
    ]


def _models(desk: Desk, tasks: Sequence[str], code: str, words: Words) -> Html:
    """One menu per task, of which the script shows one; below it what the chosen model is, and what was left out."""
    menus = (_menu(desk.of_task(task), task, n > 0, code, words) for n, task in enumerate(tasks))
    none = None if tasks else el("p", words["model.none"], class_="slip")
    chosen = el("div", *menus, _search(tasks, words), class_="chosen")
    return el("div", chosen, none, el("p", id="summary", class_="quiet"), _refused(desk, words), class_="field models")


def _menu(models: Iterable[Loaded], task: str, hidden: bool, code: str, words: Words) -> Html:
    options = (el("option", _title(loaded, task, code), value=loaded.name) for loaded in models)
    return el(
        "label",
        el("span", words["model.label"], class_="label"),
        el("select", *options, data_model=task),
        data_of=task,
        hidden=hidden,
    )


def _search(tasks: Sequence[str], words: Words) -> Html | None:
    """How a word is looked for: letter by letter, or with several beginnings at once."""
    names = [name for name in tasks if family(name) == "swap"]
    if not names:
        return None
    greedy = el("option", words["search.greedy"], value=1)
    beam = el("option", words["search.beam"].format(width=BEAM), value=BEAM)
    label = el("span", words["search.label"], class_="label")
    hidden = tasks[0] not in names
    return el("label", label, el("select", greedy, beam, id="beam"), data_of=" ".join(names), hidden=hidden)


def _title(loaded: Loaded, task: str, code: str) -> str:
    """A model's name with its share of right answers in a task, where that was measured."""
    title = language.title(loaded, code)
    share = loaded.accuracy_at(task)
    return title if share is None else f"{title} · {percent(share)}"


def _refused(desk: Desk, words: Words) -> Html | None:
    if not desk.refused:
        return None
    reasons = (el("li", el("b", name), ": ", reason) for name, reason in desk.refused.items())
    heading = f"{words['model.refused']} ({len(desk.refused)})"
    return el("details", el("summary", heading), el("ul", *reasons), class_="refused")


def _pad(words: Words) -> Html:
    row = el("ol", id="pad", class_="pad", aria_label=words["pad.label"])
    answer = el("div", "?", id="tile", class_="tile", role="img", aria_label=words["answer.tile"])
    size = el(
        "span",
        button("fewer", "−", words["pad.fewer"]),
        el("span", words["pad.boxes"], class_="quiet"),
        button("more", "+", words["pad.more"]),
        class_="stepper",
    )
    tools = el(
        "div",
        size,
        *(button(name, words[f"pad.{name}"]) for name in ("undo", "clear_all", "replay")),
        el("span", words["pad.hint"], class_="quiet hint"),
        class_="tools",
    )
    return el("div", el("div", row, el("span", "→", class_="arrow", aria_hidden="true"), answer, class_="row"), tools)
