"""Every sentence of the page, in English and Korean; one module for each subject."""

from __future__ import annotations

from typing import Final

from seqdemo.page.answer import texts as page
from seqdemo.page.answer.exact import channel_texts as channel
from seqdemo.page.answer.exact import texts as exact
from seqdemo.page.answer.steps import texts as step
from seqdemo.page.answer.words import texts as swap
from seqdemo.page.compare import texts as compare
from seqdemo.page.edit import texts as changes
from seqdemo.page.learned import texts as learned
from seqdemo.page.learned.confusion import texts as confusion
from seqdemo.page.learned.studies import texts as study
from seqdemo.page.lessons import texts as lessons
from seqdemo.page.rows import texts as rows
from seqdemo.page.scoreboard import texts as board
from seqdemo.page.share import texts as share
from seqdemo.page.tour import texts as tour

_SUBJECTS = (
    page,
    swap,
    learned,
    channel,
    exact,
    rows,
    confusion,
    step,
    study,
    share,
    board,
    changes,
    compare,
    lessons,
    tour,
)

ENGLISH: Final[dict[str, str]] = {key: text for subject in _SUBJECTS for key, text in subject.ENGLISH.items()}
KOREAN: Final[dict[str, str]] = {key: text for subject in _SUBJECTS for key, text in subject.KOREAN.items()}

COMPLAINTS: Final[dict[str, str]] = {**page.COMPLAINTS, **share.COMPLAINTS, **changes.COMPLAINTS, **lessons.COMPLAINTS}
"""What an InputError says in Korean, by its key; its own sentence is the English one."""

TEXTS: Final[dict[str, dict[str, str]]] = {"en": ENGLISH, "ko": KOREAN}
"""Sentences by language and key; both languages have the same keys."""

NAMES: Final[dict[str, str]] = {"en": "English", "ko": "한국어"}
"""What each language calls itself."""
