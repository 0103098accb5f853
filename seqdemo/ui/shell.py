"""The standing parts of the page: heading, pad, the ways to fill it, the menu of models."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seqdemo.checkpoints import Loaded
from seqdemo.letters import ALPHABET
from seqdemo.render.markup import Html, el, join
from seqdemo.render.wording import Words, percent, signed
from seqdemo.sequences.samples import TASKS
from seqdemo.ui.desk import Desk
from seqdemo.ui.texts import NAMES, TEXTS

MOST_BOXES = 10
FIRST_SEED = 3
"""The sample that greets a visitor."""
_TEMPERATURES = {"tidy": 0.2, "usual": 0.6, "wild": 1.1}


def shell(desk: Desk, tasks: Sequence[str], code: str) -> Html:
    """Everything but the results, in one language."""
    words = TEXTS[code]
    ways = el("div", _type(words), _sample(tasks, words), class_="ways")
    return join(
        _header(code, words),
        el("div", _tasks(tasks, code, words), _models(desk, tasks, code, words), class_="choices"),
        el("div", _pad(words), ways, class_="card desk"),
        el("p", role="status", aria_live="polite", class_="unseen", id="say"),
        el("div", id="results", class_="results"),
        el("div", class_="tip", id="tip", role="status", hidden=True),
    )


def _header(code: str, words: Words) -> Html:
    languages = (
        el("button", name, type="button", data_lang=each, lang=each, aria_pressed=str(each == code).lower())
        for each, name in NAMES.items()
    )
    switch = el("div", *languages, class_="segments", role="group", aria_label=words["lang.label"])
    return el("header", el("div", el("h1", words["title"]), el("p", words["lead"], class_="lead")), switch)


def _tasks(tasks: Sequence[str], code: str, words: Words) -> Html:
    def button(name: str, first: bool) -> Html:
        title = TASKS[name].title_ko if code == "ko" else TASKS[name].title
        return el("button", title, type="button", data_task=name, aria_pressed=str(first).lower())

    buttons = (button(name, n == 0) for n, name in enumerate(tasks))
    return el(
        "div",
        el("span", words["task.label"], class_="label"),
        el("div", *buttons, class_="segments", role="group", aria_label=words["task.label"]),
        class_="field",
    )


def _models(desk: Desk, tasks: Sequence[str], code: str, words: Words) -> Html:
    """One menu per task, of which the script shows one; below it what the chosen model is, and what was left out."""
    menus = (_menu(desk.of_task(task), task, n > 0, code, words) for n, task in enumerate(tasks))
    none = None if tasks else el("p", words["model.none"], class_="slip")
    return el("div", *menus, none, el("p", id="summary", class_="quiet"), _refused(desk, words), class_="field models")


def _menu(models: Iterable[Loaded], task: str, hidden: bool, code: str, words: Words) -> Html:
    options = (el("option", _title(loaded, code), value=loaded.name) for loaded in models)
    return el(
        "label",
        el("span", words["model.label"], class_="label"),
        el("select", *options, data_model=task),
        data_of=task,
        hidden=hidden,
    )


def _title(loaded: Loaded, code: str) -> str:
    title = loaded.title_ko if code == "ko" else loaded.title
    return title if loaded.accuracy is None else f"{title} · {percent(loaded.accuracy)}"


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
        _button("fewer", "−", words["pad.fewer"]),
        el("span", words["pad.boxes"], class_="quiet"),
        _button("more", "+", words["pad.more"]),
        class_="stepper",
    )
    tools = el(
        "div",
        size,
        *(_button(name, words[f"pad.{name}"]) for name in ("undo", "clear_all", "replay")),
        el("span", words["pad.hint"], class_="quiet hint"),
        class_="tools",
    )
    return el("div", el("div", row, el("span", "→", class_="arrow", aria_hidden="true"), answer, class_="line"), tools)


def _button(action: str, text: str, label: str | None = None, kind: str | None = None) -> Html:
    return el("button", text, type="button", data_do=action, aria_label=label, title=label, class_=kind)


def _type(words: Words) -> Html:
    box = el(
        "input",
        type="text",
        id="text",
        placeholder=words["type.placeholder"],
        maxlength=40,
        autocomplete="off",
        autocapitalize="characters",
        spellcheck="false",
    )
    label = el("label", el("span", words["type.label"], class_="label"), box)
    return el("form", el("div", label, el("button", words["type.go"], type="submit"), class_="joined"), id="type")


def _sample(tasks: Sequence[str], words: Words) -> Html:
    go = el(
        "div",
        el("span", words["sample.label"], class_="label"),
        _button("another", words["sample.go"], kind="primary"),
        class_="go",
    )
    options = (_options(task, n > 0, words) for n, task in enumerate(tasks))
    seed = el(
        "label",
        el("span", words["sample.seed"], class_="label"),
        el("input", type="number", id="seed", min=0, step=1, value=FIRST_SEED, inputmode="numeric"),
    )
    more = el("details", el("summary", words["sample.more"]), el("div", *options, seed, class_="options"))
    return el("form", go, more, el("p", id="trouble", role="alert", class_="slip"), id="sample")


def _options(name: str, hidden: bool, words: Words) -> Html:
    """The choices that a task leaves open, found by looking at the task."""
    task = TASKS[name]
    papers = getattr(task, "backgrounds", ())
    fields = [
        _select("length", [(str(n), str(n)) for n in range(task.shortest, task.longest + 1)], words),
        _select("step", [(str(step), signed(step)) for step in task.steps], words),
        _select("start", [(letter, letter) for letter in (ALPHABET if task.steps else "")], words),
        _select("background", _named("background", (*papers, "mixed") if len(papers) > 1 else (), words), words),
        _select("case", _named("case", ("upper", "lower", "mixed"), words), words, "upper"),
        _select("temperature", [(str(value), words[f"temperature.{key}"]) for key, value in _TEMPERATURES.items()],
                words, str(_TEMPERATURES["usual"])),
    ]  # fmt: skip
    return el("fieldset", *fields, data_of=name, hidden=hidden)


def _named(kind: str, values: Iterable[str], words: Words) -> list[tuple[str, str]]:
    return [(value, words[f"{kind}.{value}"]) for value in values]


def _select(name: str, choices: list[tuple[str, str]], words: Words, usual: str | None = None) -> Html | None:
    """A menu, with "any" on top unless it has a usual choice; None where there is nothing to choose."""
    if len(choices) < 2:
        return None
    any_one = el("option", words["sample.any"], value="") if usual is None else None
    options = (el("option", text, value=value, selected=value == usual) for value, text in choices)
    return el(
        "label", el("span", words[f"sample.{name}"], class_="label"), el("select", any_one, *options, data_option=name)
    )
