"""Every sentence of the page, in English and Korean; one module for each subject."""

from __future__ import annotations

from typing import Final

from seqdemo.ui.texts import (
    board,
    changes,
    channel,
    compare,
    confusion,
    dictionary,
    exact,
    learned,
    lessons,
    page,
    rows,
    share,
    step,
    study,
    swap,
    tour,
)

_SUBJECTS = (
    page,
    swap,
    learned,
    channel,
    exact,
    dictionary,
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
