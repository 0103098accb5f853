"""HTML that is escaped by construction: what is not `Html` already is taken for plain text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from html import escape

VOID = frozenset({"br", "img", "input", "hr"})
"""Elements without an end."""


class Html(str):
    """A string that is HTML, not text; only this module makes one from something else."""

    __slots__ = ()


Content = str | int | None
"""What may stand inside an element: `Html` goes in as it is, anything else as text, None not at all."""


def packed(value: object) -> str:
    """JSON for an attribute: what a script needs to know of a part, so that it reads no text that is for people."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def style(sheet: str) -> Html:
    """A style sheet of our own where it is needed; browsers read it as it stands, without escapes."""
    assert "</" not in sheet
    return Html(f"<style>{sheet}</style>")


def start(name: str, attributes: Iterable[tuple[str, str | None]]) -> Html:
    """The start of an element whose attributes have been read from `Html`."""
    return Html(f"<{name}{''.join(_attribute(key, value or '') for key, value in attributes)}>")


def end(name: str) -> Html:
    """Its end."""
    return Html(f"</{name}>")


def join(*parts: Content) -> Html:
    """The parts one after the other, with plain text escaped."""
    return Html("".join(part if isinstance(part, Html) else escape(str(part)) for part in parts if part is not None))


def el(name: str, *content: Content, **attributes: Content | bool) -> Html:
    """One element. Attributes are escaped; None and False leave one out, True gives it no value.

    Write `class_` and `for_` for names that Python keeps, and `aria_label` for aria-label.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{join(*content)}</{name}>")


def _attribute(key: str, value: Content | bool) -> str:
    if value is None or value is False:
        return ""
    return f" {_name(key)}" if value is True else f' {_name(key)}="{escape(str(value))}"'


@cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
