"""A file of letters that a visitor opens: read in memory, answered, forgotten."""

from __future__ import annotations

import base64
import binascii
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from seqdemo.checkpoints import Loaded
from seqdemo.errors import InputError
from seqdemo.explain import explain
from seqdemo.explain.options import Options
from seqdemo.handwriting import ink_reader
from seqdemo.handwriting.collection import Collection
from seqdemo.handwriting.letter import Letter
from seqdemo.letters import ALPHABET
from seqdemo.page.album.album import Judged, left_out, report
from seqdemo.page.core import language
from seqdemo.page.core.replies import Reply
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.wording import Words
from seqdemo.sequences.samples import LETTER

MAX_BYTES = 1_000_000
MOST = 260
"""Letters that are shown and read: ten pages of 26."""
_MISTAKES = 6
"""So many kinds of mistakes are told of each reader."""


def opened(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """The letters of a file, and what each reader makes of those whose names are known."""
    code = language.chosen(asked.get("lang"), "")
    words, found = TEXTS[code], ink_reader.read(_bytes(asked.get("file")))
    letters = [Letter(sample.strokes, sample.label) for sample in found.samples[:MOST]]
    if not letters:
        raise InputError("page_file_empty", "The file holds no letters that can be used here.")
    named = [letter for letter in letters if letter.label and letter.label.upper() in ALPHABET]
    judged = [_judged(loaded, named, code) for loaded in resources.of_task(LETTER.name)] if named else []
    return {"letters": [letter.to_json() for letter in letters],
            "html": report(judged, len(named), _notes(found, words), words)}  # fmt: skip


def _bytes(value: Any) -> bytes:
    """A file as the browser sends it, in base64."""
    if not isinstance(value, str):
        raise InputError("page_file", "The file could not be read. Open it again.")
    if len(value) > MAX_BYTES * 4 // 3 + 4:
        raise InputError(
            "page_file_too_large", "A file opened here can have at most 1 MB. Larger ones are for training."
        )
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise InputError("page_file", "The file could not be read. Open it again.") from None


def _notes(found: Collection, words: Words) -> list[str]:
    notes = [words["album.first"].format(most=MOST)] if len(found.samples) > MOST else []
    return [*notes, left_out(found.dropped, words)] if any(found.dropped.values()) else notes


def _judged(loaded: Loaded, letters: Sequence[Letter], code: str) -> Judged:
    """What a reader makes of letters, some at a time as a person would show them."""
    read: list[str] = []
    for at in range(0, len(letters), LETTER.longest):
        trace = explain(loaded, letters[at : at + LETTER.longest], Options(brief=True))
        read += [each.read for each in trace.letters]
    pairs = Counter((str(letter.label).upper(), name) for letter, name in zip(letters, read, strict=True))
    wrong = [(meant, name, times) for (meant, name), times in pairs.most_common() if meant != name]
    return Judged(
        language.title(loaded, code), len(letters) - sum(times for *_, times in wrong), tuple(wrong[:_MISTAKES])
    )
