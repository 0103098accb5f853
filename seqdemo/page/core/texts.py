"""Every sentence of the page, in English and Korean, from the rows of all features."""

from __future__ import annotations

import re
from typing import Final

from seqdemo.page.album import texts as album
from seqdemo.page.answer import texts as answer
from seqdemo.page.answer.exact import dictionary_texts as dictionary
from seqdemo.page.answer.exact import noisy_channel_texts as channel
from seqdemo.page.answer.exact import texts as exact
from seqdemo.page.answer.steps import texts as steps
from seqdemo.page.answer.words import texts as words
from seqdemo.page.blocks import texts as blocks
from seqdemo.page.compare import texts as compare
from seqdemo.page.core import complaints
from seqdemo.page.edit import texts as edit
from seqdemo.page.export import texts as export
from seqdemo.page.glossary import texts as glossary
from seqdemo.page.html.wording import Words
from seqdemo.page.learned import texts as learned
from seqdemo.page.learned.confusion import texts as confusion
from seqdemo.page.learned.studies import texts as studies
from seqdemo.page.lessons import texts as lessons
from seqdemo.page.room import texts as room
from seqdemo.page.room.alphabet import texts as room_alphabet
from seqdemo.page.room.compare import texts as room_compare
from seqdemo.page.room.lesson import texts as room_lesson
from seqdemo.page.rows import texts as rows
from seqdemo.page.scoreboard import texts as scoreboard
from seqdemo.page.share import texts as share
from seqdemo.page.shell import texts as shell
from seqdemo.page.teachers import texts as teachers
from seqdemo.page.tour import texts as tour
from seqdemo.page.workshop import texts as workshop
from seqdemo.page.write import texts as write

FEATURES = (
    shell,
    write,
    album,
    answer,
    words,
    exact,
    channel,
    dictionary,
    steps,
    rows,
    edit,
    compare,
    lessons,
    blocks,
    learned,
    confusion,
    studies,
    scoreboard,
    workshop,
    export,
    share,
    tour,
    glossary,
    teachers,
    room,
    room_lesson,
    room_compare,
    room_alphabet,
)

_CLOSED = re.compile(r"(?<=[’”])(?=[가-힣])")


def _bound(korean: str) -> str:
    """With its particles bound to the quotation mark before them (U+2060): browsers break the line there."""
    return _CLOSED.sub("\u2060", korean)


_ROWS = {key: row for feature in FEATURES for key, row in feature.TEXTS.items()}
ENGLISH: Final = Words({key: english for key, (english, _) in _ROWS.items()})
KOREAN: Final = Words({key: _bound(korean) for key, (_, korean) in _ROWS.items()})

COMPLAINTS: Final[dict[str, str]] = {
    **complaints.COMPLAINTS,
    **album.COMPLAINTS,
    **export.COMPLAINTS,
    **edit.COMPLAINTS,
    **lessons.COMPLAINTS,
    **blocks.COMPLAINTS,
    **workshop.COMPLAINTS,
    **room.COMPLAINTS,
    **room_lesson.COMPLAINTS,
    **room_compare.COMPLAINTS,
    **room_alphabet.COMPLAINTS,
}
"""What an InputError says in Korean, by its key; its own sentence is the English one."""

TEXTS: Final[dict[str, Words]] = {"en": ENGLISH, "ko": KOREAN}
"""Sentences by language and key; both languages have the same keys."""

NAMES: Final[dict[str, str]] = {"en": "English", "ko": "한국어"}
"""What each language calls itself."""
