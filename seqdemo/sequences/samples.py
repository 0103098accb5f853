"""Samples to look at: a task's letters, written by the pen model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, ClassVar

import numpy as np

from seqdemo.errors import InputError
from seqdemo.handwriting.letter import Letter
from seqdemo.handwriting.pen import Hand, Style
from seqdemo.letters import ALPHABET, CHARACTERS, letters_of
from seqdemo.sequences.arithmetic import EASY, NORMAL, ArithmeticTask, Line
from seqdemo.sequences.chance import uniforms
from seqdemo.sequences.rows import ROW_2, ROW_47, RowTask
from seqdemo.sequences.task import Family, Task
from seqdemo.sequences.words import (
    LONGEST,
    OWN,
    SHORTEST,
    SWAP_CHALLENGE,
    SWAP_NORMAL,
    SWAP_SHORT,
    OwnWords,
    WordTask,
    corrections,
    places,
    swapped,
)


@dataclass(frozen=True)
class LetterTask(Task):
    """Letters with no order among them: only reading is asked for."""

    family: ClassVar[Family] = "letter"


LETTER = LetterTask("letter", "Read letters", "글자 읽기", 1, 10)
TASKS: Mapping[str, Task] = {
    task.name: task for task in (EASY, NORMAL, SWAP_NORMAL, SWAP_CHALLENGE, ROW_2, ROW_47, LETTER)
}
TRAINED_ON: Mapping[str, Task] = {**TASKS, SWAP_SHORT.name: SWAP_SHORT}
"""Those, and the tasks that models are trained on without a place of their own on the page."""


@lru_cache(maxsize=16)
def trained_on(name: str) -> Task:
    """The task of a name; lists of a person's own words are tasks too."""
    return OwnWords.of(name) if name.startswith(OWN) else TRAINED_ON[name]


@dataclass(frozen=True, eq=False)
class Sample:
    """Letters to show, the right answer and one sentence on why it is right."""

    task: str
    seed: int
    letters: tuple[Letter, ...]
    target: str
    explanation: str

    def to_json(self) -> dict[str, Any]:
        return {**vars(self), "letters": [letter.to_json() for letter in self.letters]}


def sample(task: str, seed: int, options: Mapping[str, Any], pen: Hand) -> Sample:
    """The same sample for the same arguments. What `options` leave open is drawn from the seed.

    Options: `length`, `case` (upper, lower, mixed), `temperature`; for arithmetic tasks also `step`, `start` (a letter)
    and `background` (black, white, mixed); for swapped words `word` (any of 4 to 14 letters; else one that training
    never saw) and `swap` (place of the pair's first letter, from 1); row by row `character` (one of CHARACTERS) instead
    of `length` and `case`. Raises InputError for anything else.
    """
    if task not in TASKS:
        raise InputError("unknown_task", f"The task must be one of {', '.join(TASKS)}.")
    if type(seed) is not int or not 0 <= seed < 2**53:
        raise InputError("bad_seed", "A seed must be a whole number from 0 to 9,007,199,254,740,991.")
    unknown = set(options) - _OPTIONS
    if unknown:
        raise InputError("unknown_option", f"The options are {', '.join(sorted(_OPTIONS))}.")
    return _SAMPLERS[type(TASKS[task])](TASKS[task], seed, options, pen)


_OPTIONS = {"length", "step", "start", "background", "case", "temperature", "word", "swap", "character"}


def _arithmetic(task: ArithmeticTask, seed: int, options: Mapping[str, Any], pen: Hand) -> Sample:
    chance = uniforms(f"{task.name}/page", seed, np.zeros(1, np.int64), 2 + 2 * task.longest)[0]
    length = _length(task, options, chance[0])
    step = _whole(options, "step", task.steps[0], task.steps[-1])
    lines = [
        line
        for line in task.lines(length)
        if step in (None, line.step) and options.get("start") in (None, ALPHABET[line.start])
    ]
    if not lines:
        raise InputError("no_such_line", "No line of letters from A to Z has this start, step and length.")
    line = lines[int(chance[1] * len(lines))]
    letters = letters_of(line.letter(position) for position in range(length))
    written = _write(letters, seed, options, chance[2:], pen)
    papers = _papers(task, options, chance[2 + task.longest :])
    on_paper = tuple(replace(letter, background=paper) for letter, paper in zip(written, papers, strict=False))
    target = letters_of([line.letter(length)])
    return Sample(task.name, seed, on_paper, target, _explanation(letters, line, target))


def _explanation(letters: str, line: Line, target: str) -> str:
    if not line.step:
        return f"Every letter is {letters[0]}, so {target} follows."
    places = "place" if abs(line.step) == 1 else "places"
    way = "forward" if line.step > 0 else "back"
    return f"Each letter is {abs(line.step)} {places} {way} in the alphabet, so after {letters[-1]} comes {target}."


def _word(task: WordTask, seed: int, options: Mapping[str, Any], pen: Hand) -> Sample:
    chance = uniforms(f"{task.name}/page", seed, np.zeros(1, np.int64), 3 + 5 * LONGEST)[0]
    word = _chosen_word(task, options, chance)
    place = _chosen_place(word, options, chance[2])
    letters = swapped(word, place)
    written = _write(letters, seed, {"case": "mixed", **options}, chance[3:], pen)
    inks = chance[3 + LONGEST :].reshape(LONGEST, 4)
    inked = tuple(replace(letter, ink=_ink(share)) for letter, share in zip(written, inks, strict=False))
    return Sample(task.name, seed, inked, word, f"Letters {place + 1} and {place + 2} of {word} have changed places.")


def _chosen_word(task: WordTask, options: Mapping[str, Any], chance: np.ndarray) -> str:
    """The word that was asked for, or one of the test words that can be swapped as asked."""
    wanted = options.get("word")
    if wanted is not None:
        return _asked_word(wanted)
    length = _length(task, options, chance[0])
    words = [word for word in task.words("test") if len(word) == length and _free(word, options)]
    return words[int(chance[1] * len(words))]


def _asked_word(word: Any) -> str:
    letters = isinstance(word, str) and word.isascii() and word.isalpha()
    if not letters or not SHORTEST <= len(word) <= LONGEST:
        raise InputError("bad_word", f"The word must have {SHORTEST} to {LONGEST} letters from A to Z.")
    return str(word).upper()


def _free(word: str, options: Mapping[str, Any]) -> list[int]:
    """Places, from 0, where the pair that is asked for may begin."""
    wanted = _whole(options, "swap", 2, len(word) - 2)
    return [place for place in places(word) if wanted in (None, place + 1)]


def _chosen_place(word: str, options: Mapping[str, Any], chance: float) -> int:
    """Where the pair begins, from 0; if possible so that only one word can be meant."""
    free = _free(word, options)
    if not free:
        raise InputError("same_letters", "Two equal letters look the same when swapped. Choose another place or word.")
    choices = [place for place in free if corrections(swapped(word, place)) == (word,)] or free
    return choices[int(chance * len(choices))]


def _ink(share: np.ndarray) -> str:
    """White for half of the letters, any bright colour for the others."""
    colour = (255, 255, 255) if share[0] < 0.5 else (64 + share[1:] * 192).astype(int)
    return "#" + "".join(f"{int(value):02x}" for value in colour)


def _reading(task: LetterTask, seed: int, options: Mapping[str, Any], pen: Hand) -> Sample:
    chance = uniforms(f"{task.name}/page", seed, np.zeros(1, np.int64), 1 + 2 * task.longest)[0]
    length = _length(task, options, chance[0])
    letters = letters_of((chance[1 : 1 + length] * len(ALPHABET)).astype(int))
    written = _write(letters, seed, options, chance[1 + task.longest :], pen)
    return Sample(task.name, seed, tuple(written), letters, f"The letters are {', '.join(letters)}.")


def _character(task: RowTask, seed: int, options: Mapping[str, Any], pen: Hand) -> Sample:
    chance = uniforms(f"{task.name}/page", seed, np.zeros(1, np.int64), 2)[0]
    wanted = options.get("character")
    if wanted is not None and (not isinstance(wanted, str) or len(wanted) != 1 or wanted not in CHARACTERS):
        raise InputError("bad_character", "The character must be one of A-Z, a-z or 0-9.")
    answer = task.answers[int(chance[0] * len(task.answers))]
    choices = [character for character in CHARACTERS if task.right(character) == answer]
    character = wanted or choices[int(chance[1] * len(choices))]
    style = Style(temperature=options.get("temperature", Style().temperature))
    right = task.right(character)
    return Sample(task.name, seed, tuple(pen.write(character, seed, style)), right, f"It is {character}: {right}.")


_SAMPLERS: Mapping[type, Callable[[Any, int, Mapping[str, Any], Hand], Sample]] = {
    ArithmeticTask: _arithmetic,
    WordTask: _word,
    RowTask: _character,
    LetterTask: _reading,
}


def _length(task: Task, options: Mapping[str, Any], chance: float) -> int:
    chosen = _whole(options, "length", task.shortest, task.longest)
    return task.shortest + int(chance * (task.longest - task.shortest + 1)) if chosen is None else chosen


def _whole(options: Mapping[str, Any], name: str, least: int, most: int) -> int | None:
    value = options.get(name)
    if value is not None and (type(value) is not int or not least <= value <= most):
        raise InputError(f"bad_{name}", f"The {name} must be a whole number from {least} to {most}.")
    return value


def _write(letters: str, seed: int, options: Mapping[str, Any], chance: np.ndarray, pen: Hand) -> list[Letter]:
    case = options.get("case", "upper")
    if case not in ("upper", "lower", "mixed"):
        raise InputError("bad_case", "The case must be upper, lower or mixed.")
    small = [case == "lower" or (case == "mixed" and share < 0.5) for share in chance[: len(letters)]]
    text = "".join(letter.lower() if low else letter for letter, low in zip(letters, small, strict=True))
    return pen.write(text, seed, Style(temperature=options.get("temperature", Style().temperature)))


def _papers(task: ArithmeticTask, options: Mapping[str, Any], chance: np.ndarray) -> list[Any]:
    wanted = options.get("background", "mixed")
    if wanted not in ("mixed", "black", "white"):
        raise InputError("bad_background", "The background must be black, white or mixed.")
    choices = task.backgrounds if wanted == "mixed" else (wanted,)
    if not set(choices) <= set(task.backgrounds):
        raise InputError("bad_background", "In this task the background is always black.")
    return [choices[int(share * len(choices))] for share in chance]
