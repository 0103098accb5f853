"""Which language a visitor reads, and mistakes said in it."""

from __future__ import annotations

from typing import Any, Protocol

from seqdemo.errors import InputError
from seqdemo.page.core.texts import COMPLAINTS, TEXTS

DEFAULT = "en"


class Titled(Protocol):
    """A model or a task."""

    @property
    def title(self) -> str: ...

    @property
    def title_ko(self) -> str: ...


def title(of: Titled, language: str) -> str:
    """What a model or a task is called in a language."""
    return of.title_ko if language == "ko" else of.title


def chosen(wanted: Any, accept_language: str) -> str:
    """The language that was asked for, else the best of an Accept-Language header, else English."""
    if isinstance(wanted, str) and wanted in TEXTS:
        return wanted
    return next((code for code in _by_preference(accept_language[:500]) if code in TEXTS), DEFAULT)


def _by_preference(header: str) -> list[str]:
    """Language codes of a header such as `ko-KR,ko;q=0.9,en;q=0.8`, the most wanted first."""
    weighed = [(_weight(part), part.split(";")[0].strip()[:2].lower()) for part in header.split(",")]
    return [code for weight, code in sorted(weighed, key=lambda pair: -pair[0]) if weight > 0]


def _weight(part: str) -> float:
    _, _, quality = part.partition("q=")
    try:
        return float(quality) if quality else 1.0
    except ValueError:
        return 0.0


def complaint(error: InputError, language: str) -> str:
    """The sentence of an error in a language; English where there is no other."""
    return COMPLAINTS.get(error.key, str(error)) if language == "ko" else str(error)
