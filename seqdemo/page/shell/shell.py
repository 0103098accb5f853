"""The standing parts of the page: heading, pad, the ways to fill it, the menu of models."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from seqdemo.checkpoints import Loaded
from seqdemo.handwriting.letter import RANGES
from seqdemo.page.album import album
from seqdemo.page.blocks.card import place as block_place
from seqdemo.page.compare.comparison import places, switch
from seqdemo.page.core import language
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import NAMES, TEXTS
from seqdemo.page.edit.editor import editor
from seqdemo.page.export import keeping
from seqdemo.page.glossary.glossary import glossary
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.segments import lean
from seqdemo.page.html.terms import explained
from seqdemo.page.html.wording import Words, percent
from seqdemo.page.learned.learned import section as learned_section
from seqdemo.page.lessons import table as lessons
from seqdemo.page.lessons.card import listed as lessons_listed
from seqdemo.page.lessons.card import place as lesson_place
from seqdemo.page.room import door
from seqdemo.page.scoreboard.scoreboard import place as scoreboard_place
from seqdemo.page.share import sharing
from seqdemo.page.teachers.teachers import teachers
from seqdemo.page.workshop.bench import place as workshop_place
from seqdemo.page.workshop.finished.finished import small
from seqdemo.page.write.forms import button, sampling, typing
from seqdemo.sequences.samples import TASKS

BEAM = 4
"""How many partial words the page's beam search keeps."""


def shell(resources: Resources, tasks: Sequence[str], code: str) -> Html:
    """Everything but the results, in one language."""
    words = TEXTS[code]
    taught = [(number, lesson.name) for number, lesson in lessons.offered(resources).items()]
    return join(
        _header(resources, tasks, code, words),
        el("p", id="printed", class_="printed", aria_hidden="true"),
        sharing.notices(words),
        _asked(resources, tasks, code, words),
        lesson_place(),
        workshop_place(words) if tasks else None,
        door.chip(words),
        door.place(words),
        _desk(tasks, words),
        album.place(words),
        el("p", role="status", aria_live="polite", class_="unseen", id="say"),
        sharing.asking(words),
        el("div", id="changes"),
        *([places(words)] if tasks else []),
        el("div", id="results", class_="results", tabindex=-1),
        *([learned_section(words), scoreboard_place(words)] if tasks else []),
        _leaf(words),
        lessons_listed(taught, words, door.way(words), glossary(words)),
        teachers(taught, words, door.opener(words)) if tasks else None,
        sharing.dialog(words),
        block_place(words),
        el("div", class_="tip", id="tip", role="status", hidden=True),
        el(
            "p",
            id="offline",
            role="status",
            data_down=words["line.down"],
            data_full=words["line.full"],
            data_place=words["line.place"],
        ),
    )


def _asked(resources: Resources, tasks: Sequence[str], code: str, words: Words) -> Html:
    """One line: what is asked, how hard it is, which model answers, and how many of them."""
    return el(
        "div",
        *_questions(tasks, words),
        *_levels(tasks, code, words),
        _models(resources, tasks, code, words),
        switch(words) if tasks else None,
        class_="asks",
    )


def _desk(tasks: Sequence[str], words: Words) -> Html:
    """Where letters are written, changed, typed and sampled, with the answer and why beside them."""
    ways = el(
        "div",
        typing(words),
        sampling(tasks, words, join(_search(tasks, words), album.buttons(words))),
        _tools(words),
        class_="ways",
    )
    trouble = el("p", id="trouble", role="alert", class_="slip")
    return el("div", _pad(words), editor(RANGES, words), ways, trouble, class_="card desk", role="region",
              aria_label=words["pad.label"])  # fmt: skip


def _header(resources: Resources, tasks: Sequence[str], code: str, words: Words) -> Html:
    languages = (
        el("button", name, type="button", data_lang=each, lang=each, aria_pressed=str(each == code).lower())
        for each, name in NAMES.items()
    )
    others = el("div", *languages, class_="languages", role="group", aria_label=words["lang.label"])
    tour = _sign("tour", "?", words, class_="tour-button")
    signs = (_sign("project", "▣", words, aria_pressed="false"), _sign("theme", "◐", words, aria_pressed="false"))
    tools = el("div", sharing.opener(words), tour, *signs, others, class_="of-page")
    return el("header", el("h1", words["title.short"]), _tasks(resources, tasks, words), tools)


def _sign(action: str, sign: str, words: Words, **attributes: str) -> Html:
    """A button for the whole page: a sign, where there is room for little else, and its name."""
    shown = (el("span", sign, aria_hidden="true", class_="of-name"), el("span", words[f"page.{action}.name"]))
    name = words[f"page.{action}"]
    return el("button", *shown, type="button", **{f"data_{action}": True}, aria_label=name, title=name, **attributes)


def _leaf(words: Words) -> Html:
    """The bar under one panel at a time."""
    back, on = (
        el("button", sign, type="button", data_leaf=by, aria_label=words[f"leaf.{by}"])
        for by, sign in ((-1, "‹"), (1, "›"))
    )
    leave = el("button", words["leaf.leave"], type="button", data_project=True)
    return el(
        "div", back, el("output"), on, leave, class_="leaf", role="group", aria_label=words["page.project"], hidden=True
    )


def _tasks(resources: Resources, tasks: Sequence[str], words: Words) -> Html:
    """The families of tasks, and the pages that concern them all."""
    families = (_family(each, names, names[0] == tasks[0], words) for each, names in _families(tasks).items())
    views = [_view("lessons", words["lesson.all"])] if lessons.offered(resources) else []
    if tasks:
        views += [_view("scoreboard", words["board.title"]), _view("workshop", words["bench.title"])]
    every = el("div", *views, class_="pages") if views else None
    return el("nav", *families, every, class_="tasks", aria_label=words["task.label"])


def _family(name: str, tasks: Sequence[str], pressed: bool, words: Words) -> Html:
    """A button that leads to a family of tasks; of one that has a single task, to that."""
    several = len(tasks) > 1
    return el(
        "button",
        words[f"family.{name}"],
        type="button",
        aria_pressed=str(pressed).lower(),
        data_go=" ".join(tasks) if several else None,
        data_task=None if several else tasks[0],
    )


def _levels(tasks: Sequence[str], code: str, words: Words) -> list[Html]:
    """The tasks of each family that has several."""
    return [
        el("div", *_level(names, tasks[0], code), class_="segments levels", role="group",
           aria_label=words["level.label"], data_of=" ".join(names), hidden=n > 0)
        for n, names in enumerate(_families(tasks).values()) if len(names) > 1
    ]  # fmt: skip


def _level(names: Sequence[str], pressed: str, code: str) -> Iterable[Html]:
    """Buttons with what sets each task of a family apart: of "Next letter, easy" the last word."""
    titles = [language.title(TASKS[name], code) for name in names]
    ends = [re.split("[,:] ", title)[-1] for title in titles]
    for name, title, shown in zip(names, titles, lean([end[:1].upper() + end[1:] for end in ends]), strict=True):
        chosen = str(name == pressed).lower()
        yield el("button", shown, type="button", data_task=name, aria_label=title, aria_pressed=chosen)


def _view(name: str, title: str) -> Html:
    """A button that opens a page beside the tasks."""
    return el("button", title, type="button", data_show=name, aria_pressed="false")


def _families(tasks: Sequence[str]) -> dict[str, list[str]]:
    families = dict.fromkeys(TASKS[name].family for name in tasks)
    return {each: [name for name in tasks if TASKS[name].family == each] for each in families}


def _questions(tasks: Sequence[str], words: Words) -> list[Html]:
    """What each family of tasks asks."""
    return [
        el("p", words[f"question.{each}"], class_="question", data_of=" ".join(names), hidden=n > 0)
        for n, (each, names) in enumerate(_families(tasks).items())
    ]


def _models(resources: Resources, tasks: Sequence[str], code: str, words: Words) -> Html:
    """One menu per task, of which the script shows one; beside it what the chosen model is, and what was left out."""
    menus = (_menu(resources.of_task(task), task, n > 0, code, words) for n, task in enumerate(tasks))
    none = None if tasks else el("p", words["model.none"], class_="slip")
    mark = el("summary", "?", aria_label=words["model.about"])
    summary = el("p", el("span"), " ", small(words), id="summary")
    about = el("details", mark, summary, class_="help") if tasks else None
    return el("div", *menus, about, none, _refused(resources, words), class_="models")


def _menu(models: Iterable[Loaded], task: str, hidden: bool, code: str, words: Words) -> Html:
    options = (el("option", _title(loaded, task, code), value=loaded.name) for loaded in models)
    return el(
        "label",
        el("span", words["model.label"], class_="unseen"),
        el("select", *options, data_model=task),
        data_of=task,
        hidden=hidden,
    )


def _search(tasks: Sequence[str], words: Words) -> Html | None:
    """How a word is looked for: letter by letter, or with several partial words at once."""
    names = [name for name in tasks if TASKS[name].family == "swap"]
    if not names:
        return None
    greedy = el("option", words["search.greedy"], value=1)
    beam = el("option", words["search.beam"].format(width=BEAM), value=BEAM)
    label = el("span", explained(words["search.label"], words), class_="label")
    hidden = tasks[0] not in names
    return el("label", label, el("select", greedy, beam, id="beam"), data_of=" ".join(names), hidden=hidden)


def _title(loaded: Loaded, task: str, code: str) -> str:
    """A model's name with its accuracy in a task, where that was measured."""
    title = language.title(loaded, code)
    share = loaded.accuracy_at(task)
    return title if share is None else f"{title} · {percent(share)}"


def _refused(resources: Resources, words: Words) -> Html | None:
    if not resources.refused:
        return None
    reasons = (el("li", el("b", name), ": ", reason) for name, reason in resources.refused.items())
    heading = f"{words['model.refused']} ({len(resources.refused)})"
    return el("details", el("summary", heading), el("ul", *reasons), class_="refused")


def _pad(words: Words) -> Html:
    """The boxes, the answer as the last of them, and why it is the answer."""
    row = el("ol", id="pad", class_="pad", aria_label=words["pad.label"])
    answer = el("div", "?", id="tile", class_="tile", role="group", aria_label=words["answer.tile"])
    why = el("div", id="why", class_="why", role="group", aria_label=words["why.label"])
    return el("div", row, el("span", "→", class_="arrow", aria_hidden="true"), answer, why, class_="row")


def _tools(words: Words) -> Html:
    """What is done to all boxes, and the files to take along."""
    size = el(
        "span",
        button("fewer", "−", words["pad.fewer"]),
        el("span", words["pad.boxes"], class_="quiet"),
        button("more", "+", words["pad.more"]),
        class_="stepper",
    )
    actions = (
        *(button(name, words[f"pad.{name}"]) for name in ("undo", "redo", "clear_all")),
        button("replay", words["pad.replay.name"], words["pad.replay"]),
    )
    return el("div", size, *actions, keeping.keeping(words), class_="tools")
