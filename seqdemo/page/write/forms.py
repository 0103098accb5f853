"""The two forms that fill the pad: letters that are typed, and samples with what may be chosen of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from seqdemo.handwriting.pen import WILD, Style
from seqdemo.letters import ALPHABET, CHARACTERS
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words, signed
from seqdemo.sequences.arithmetic import ArithmeticTask
from seqdemo.sequences.rows import RowTask
from seqdemo.sequences.samples import TASKS
from seqdemo.sequences.task import Family, Task
from seqdemo.sequences.words import LONGEST, WordTask

MOST_BOXES = 14
FIRST_SEED = 19
"""The sample that greets a visitor: C E G I K, easy to see through."""
_TEMPERATURES = {"tidy": 0.2, "usual": Style().temperature, "wild": WILD}


def button(action: str, text: str, label: str | None = None, kind: str | None = None) -> Html:
    """A button that the page's script knows by its action."""
    return el("button", text, type="button", data_do=action, aria_label=label, title=label, class_=kind)


def typing(words: Words) -> Html:
    """Letters to be written in the pen model's hand."""
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
    label = el("label", el("span", words["type.label"], class_="unseen"), box)
    return el("form", label, el("button", words["type.go"], type="submit"), id="type")


def _swap(tasks: Sequence[str], words: Words) -> Html | None:
    """Whether to swap two of the letters that are typed, for swapped words."""
    names = [name for name in tasks if TASKS[name].family == "swap"]
    if not names:
        return None
    box = el("input", type="checkbox", id="swap", checked=True)
    hidden = tasks[0] not in names
    return el("label", box, el("span", words["type.swap"]), class_="switch", data_of=" ".join(names), hidden=hidden)


def sampling(tasks: Sequence[str], words: Words, rest: Html) -> Html:
    """Another sample, and behind "Options" what is rarely used: the choices of each task, the seed that brings a sample
    back, whether typed letters are swapped, and the rest."""
    options = (_options(task, n > 0, words) for n, task in enumerate(tasks))
    seed = el(
        "label",
        el("span", words["sample.seed"], class_="label"),
        el("input", type="number", id="seed", min=0, step=1, value=FIRST_SEED, inputmode="numeric"),
    )
    chosen = el("div", el("p", words["sample.more"], class_="quiet"), *options, seed, _swap(tasks, words), rest,
                class_="options")  # fmt: skip
    more = el("details", el("summary", words["sample.options"]), chosen, class_="drop")
    return el("form", button("another", words["sample.go"], kind="primary"), more, id="sample")


def _options(name: str, hidden: bool, words: Words) -> Html:
    """The choices that a task leaves open, found by looking at the task."""
    task = TASKS[name]
    own = _OWN[task.family](task, words)
    fields = [
        *own,
        _select(
            "temperature",
            [(str(value), words[f"temperature.{key}"]) for key, value in _TEMPERATURES.items()],
            words,
            str(_TEMPERATURES["usual"]),
        ),
    ]
    return el("fieldset", *fields, data_of=name, hidden=hidden)


def _of_word(task: WordTask, words: Words) -> list[Html | None]:
    """A word of one's own, or the length of one that is drawn; and which pair is swapped."""
    word = el("input", type="text", data_option="word", maxlength=LONGEST, autocomplete="off", spellcheck="false",
              placeholder=words["sample.any"], autocapitalize="characters")  # fmt: skip
    pairs = [(str(n), f"{n} ⇄ {n + 1}") for n in range(2, task.longest - 1)]
    return [
        el("label", el("span", words["sample.word"], class_="label"), word),
        _length(task, words),
        _select("swap", pairs, words),
        _case(words, "mixed"),
    ]


def _of_sequence(task: ArithmeticTask, words: Words) -> list[Html | None]:
    papers = (*task.papers, "mixed") if len(task.papers) > 1 else ()
    return [
        _length(task, words),
        _select("step", [(str(step), signed(step)) for step in task.steps], words),
        _select("start", [(letter, letter) for letter in ALPHABET], words),
        _select("background", _named("background", papers, words), words),
        _case(words, "upper"),
    ]


def _of_letters(task: Task, words: Words) -> list[Html | None]:
    return [_length(task, words), _case(words, "upper")]


def _of_character(_: RowTask, words: Words) -> list[Html | None]:
    """Which character; its menu holds no numbers, though some look so."""
    choices = (el("option", character, value=character) for character in CHARACTERS)
    menu = el("select", el("option", words["sample.any"], value=""), *choices, data_option="character", data_text=True)
    return [el("label", el("span", words["sample.character"], class_="label"), menu)]


_OWN: dict[Family, Callable[[Any, Words], list[Html | None]]] = {
    "next": _of_sequence,
    "swap": _of_word,
    "row": _of_character,
    "letter": _of_letters,
}
"""The choices of each family of tasks."""


def _length(task: Task, words: Words) -> Html | None:
    return _select("length", [(str(n), str(n)) for n in range(task.shortest, task.longest + 1)], words)


def _case(words: Words, usual: str) -> Html | None:
    return _select("case", _named("case", ("upper", "lower", "mixed"), words), words, usual)


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
