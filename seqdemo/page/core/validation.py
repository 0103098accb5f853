"""What comes from outside becomes checked values here, or an InputError with one plain sentence."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

from seqdemo.errors import InputError
from seqdemo.explain.options import MOST_BEAMS, MOST_STEPS, Options
from seqdemo.handwriting.letter import MAX_LETTERS, Letter
from seqdemo.handwriting.raster import SIZE
from seqdemo.letters import ALPHABET, CHARACTERS

MAX_JSON = 1_500_000
"""Longest JSON text that is looked at, in characters: 16 letters of 4,000 points fit."""
MAX_SEED = 2**53 - 1
"""Largest seed: the largest whole number that JSON keeps exact everywhere."""


def parsed(text: Any, name: str) -> Any:
    """The value of a JSON text; `name` says in the sentence which argument it was."""
    if not isinstance(text, str):
        raise InputError("not_json", f"The {name} must be a string that holds JSON.")
    if len(text) > MAX_JSON:
        raise InputError("too_large", f"The {name} may have at most {MAX_JSON:,} characters.")
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise InputError("not_json", f"The {name} must be a string that holds JSON.") from None


def _refuse(_: str) -> NoReturn:
    raise ValueError("not JSON")  # NaN and Infinity are no JSON, though Python would read them


def letters(value: Any) -> tuple[Letter, ...]:
    """1 to 16 letters from a list of objects."""
    if not isinstance(value, list):
        raise InputError("bad_letters", "Letters must be a list of objects with strokes.")
    return tuple(map(Letter.from_json, counted(value)))


def counted(letters: Sequence[Any]) -> Sequence[Any]:
    """The letters, if they are 1 to 16."""
    if not letters:
        raise InputError("no_letters", "Send at least one letter.")
    if len(letters) > MAX_LETTERS:
        raise InputError("too_many_letters", f"Send at most {MAX_LETTERS} letters.")
    return letters


def row(value: Any) -> tuple[Letter, ...]:
    """The letters of the pad, where an empty box is None; boxes at the end may be empty, a gap may not."""
    if not isinstance(value, list) or len(value) > MAX_LETTERS:
        raise InputError("bad_letters", "Letters must be a list of objects with strokes.")
    filled = [box for box in value if box is not None]
    if not filled:
        raise InputError("no_letters", "Send at least one letter.")
    if any(box is None for box in value[: len(filled)]):
        raise InputError("gap", "There is an empty box in the middle. Write a letter in it, or clear those after it.")
    return letters(filled)


def original(value: Any, now: tuple[Letter, ...]) -> tuple[Letter, ...]:
    """The letters before they were changed, of which those that are None are as they are now; None: all are."""
    if value is None:
        return now
    if not isinstance(value, list) or len(value) != len(now):
        raise InputError("bad_original", "The original must hold as many letters as there are now.")
    return tuple(here if was is None else Letter.from_json(was) for was, here in zip(value, now, strict=True))


def place(value: Any, count: int) -> int:
    """One of so many letters, from 0."""
    if type(value) is not int or not 0 <= value < count:
        raise InputError("bad_place", "The place must be the number of one of the letters.")
    return value


def mapping(value: Any, name: str) -> Mapping[str, Any]:
    """An object of at most 32 named values."""
    if not isinstance(value, dict) or len(value) > 32:
        raise InputError("bad_options", f"The {name} must be a JSON object, such as {{}}.")
    return value


def name(value: Any, valid: Iterable[str], what: str) -> str:
    """One of the valid names; the sentence lists them."""
    choices = tuple(valid)
    if not isinstance(value, str) or value not in choices:
        raise InputError(f"unknown_{what}", f"The {what} must be one of {', '.join(choices)}.")
    return value


def options(value: Any) -> Options:
    """How an answer is looked for, and what is changed on the way; what is left out stays as usual."""
    given = mapping(value, "options")
    if set(given) - {"beam", "covered", "read", "look"}:
        raise InputError("unknown_option", "The options are beam, covered, read and look.")
    beam = given.get("beam", 1)
    if type(beam) is not int or not 1 <= beam <= MOST_BEAMS:
        raise InputError("bad_beam", f"The beam must be a whole number from 1 to {MOST_BEAMS}.")
    read, look = _read(given.get("read", {})), _look(given.get("look", {}))
    return Options(beam, _covered(given.get("covered", [])), read=read, look=look)


def _covered(value: Any) -> tuple[int, ...]:
    """Rows of an image, each once, in order."""
    rows = range(SIZE)
    if not isinstance(value, list) or len(value) > SIZE or any(type(n) is not int or n not in rows for n in value):
        raise InputError("bad_covered", f"The covered rows must be a list of whole numbers from 0 to {SIZE - 1}.")
    return tuple(sorted(set(value)))


def _read(value: Any) -> dict[int, str]:
    """Letters by the place where they are to be read."""
    told = _numbered(value, MAX_LETTERS)
    if told is None or not all(
        isinstance(letter, str) and len(letter) == 1 and letter in ALPHABET for letter in told.values()
    ):
        raise InputError("bad_read", "What is to be read must be an object of places from 0 with letters A-Z.")
    return told


def _look(value: Any) -> dict[int, tuple[float, ...]]:
    """Shares of the letters by the step that is to look at them, made to sum to 1."""
    told = _numbered(value, MOST_STEPS)
    if told is None or not all(map(_are_shares, told.values())):
        raise InputError(
            "bad_look", "Where to look must be an object of steps from 0 with lists of numbers from 0 to 1, not all 0."
        )
    return {step: tuple(share / sum(shares) for share in shares) for step, shares in told.items()}


def _are_shares(value: Any) -> bool:
    if not isinstance(value, list) or not 0 < len(value) <= MAX_LETTERS:
        return False
    return all(type(share) in (int, float) and 0 <= share <= 1 for share in value) and sum(value) > 0.001


def _numbered(value: Any, below: int) -> dict[int, Any] | None:
    """An object whose keys are whole numbers from 0, each once; None for anything else."""
    names = {str(number): number for number in range(below)}
    if not isinstance(value, dict) or not names.keys() >= value.keys():
        return None
    return {names[key]: each for key, each in value.items()}


def switch(value: Any) -> bool:
    """On or off."""
    if not isinstance(value, bool):
        raise InputError("bad_switch", "A switch must be true or false.")
    return value


def seed(value: Any) -> int:
    """A whole number from 0 to MAX_SEED."""
    if type(value) is not int or not 0 <= value <= MAX_SEED:
        raise InputError("bad_seed", f"The seed must be a whole number from 0 to {MAX_SEED}.")
    return value


def names(value: Any) -> tuple[str, ...]:
    """A short list of names."""
    if not isinstance(value, list) or len(value) > 32 or not all(isinstance(name, str) for name in value):
        raise InputError("bad_models", "The models must be a JSON list of names; [] means all that fit.")
    return tuple(dict.fromkeys(value))


def text(value: Any, longest: int) -> str:
    """1 to `longest` letters A-Z or a-z, full-width ones too; blanks and commas between them are dropped."""
    plain = "".join(_narrow(value).replace(",", " ").split())
    if not plain:
        raise InputError("no_text", "Type some letters from A to Z first.")
    if not plain.isascii() or not plain.isalpha():
        raise InputError("bad_text", "Only letters from A to Z can be written.")
    if len(plain) > longest:
        raise InputError("long_text", f"Type at most {longest} letters.")
    return plain


def writable(value: Any, longest: int) -> str:
    """Up to `longest` letters, or one character."""
    return character(value) if isinstance(value, str) and len(value.strip()) == 1 else text(value, longest)


def character(value: Any) -> str:
    """One letter or digit, full-width ones too; blanks around it are dropped."""
    plain = _narrow(value).strip()
    if not plain:
        raise InputError("no_character", "Type a letter or a digit first.")
    if len(plain) > 1 and all(each in CHARACTERS for each in plain):
        raise InputError("one_character", "Row by row one character is read at a time: type exactly one.")
    if plain not in CHARACTERS:
        raise InputError("bad_character", "Only letters from A to Z and digits can be written and are known here.")
    return plain


def _narrow(value: Any) -> str:
    """A short text in the usual form of its signs (Unicode's NFKC: Ａ is an A); "" for anything else."""
    return unicodedata.normalize("NFKC", value) if isinstance(value, str) and len(value) <= 200 else ""
