"""What a visitor takes along: the answer on the page as a picture, as tables or as JSON, made when it is asked for."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from seqdemo.checkpoints import Loaded
from seqdemo.errors import InputError
from seqdemo.explain import explain
from seqdemo.page.answer import handler as answering
from seqdemo.page.core import language, replies, validation
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.export import tables
from seqdemo.page.export.canvas import Format
from seqdemo.page.export.poster import Caption, poster
from seqdemo.page.export.typeface import can_write_korean
from seqdemo.page.html.wording import percent
from seqdemo.page.write.forms import MOST_BOXES
from seqdemo.sequences.samples import TASKS
from seqdemo.trace import Panel, Trace

MAX_ADDRESS = 300
"""Longest address that is printed under a picture, in characters."""


@dataclass(frozen=True)
class _File:
    name: str
    type: str
    content: bytes


def made(resources: Resources, asked: Mapping[str, Any]) -> replies.Reply:
    """The file that was asked for: its name, its media type and its bytes."""
    loaded = resources.model(asked.get("model"))
    kind = validation.name(asked.get("kind"), _MAKERS, "file")
    question = answering.question(asked)
    trace = explain(loaded, question.letters, question.options)
    file = _MAKERS[kind](loaded, trace, asked)
    name = f"seqdemo-{trace.task}-{trace.model}{file.name}"
    return {"name": name, "type": file.type, "base64": base64.b64encode(file.content).decode()}


def _json(loaded: Loaded, trace: Trace, asked: Mapping[str, Any]) -> _File:
    return _File(".json", "application/json", json.dumps(trace.to_json(), ensure_ascii=False).encode())


def _csv(loaded: Loaded, trace: Trace, asked: Mapping[str, Any]) -> _File:
    """All tables, or the one panel that was named."""
    if asked.get("panel") is None:
        return _File("-csv.zip", "application/zip", tables.archive(trace))
    panel = _panel(asked["panel"], trace)
    return _File(f"-{panel.id}.csv", "text/csv", tables.of_panel(panel).encode())


def _panel(name: Any, trace: Trace) -> Panel:
    found = trace.panel(name) if isinstance(name, str) else None
    if found is None:
        raise InputError("unknown_panel", "This answer has no such panel.")
    return found


def _picture(loaded: Loaded, trace: Trace, asked: Mapping[str, Any]) -> _File:
    """In the page's language, or in English where no typeface for it is at hand."""
    code = language.chosen(asked.get("lang"), "")
    if code == "ko" and not can_write_korean():
        code = "en"
    kind = cast(Format, asked["kind"])
    dark = validation.switch(asked.get("dark", False))
    content = poster(trace, _caption(loaded, trace, asked, code), TEXTS[code], kind, dark)
    return _File(f".{kind}", "image/svg+xml" if kind == "svg" else "image/png", content)


def _caption(loaded: Loaded, trace: Trace, asked: Mapping[str, Any], code: str) -> Caption:
    words, task = TEXTS[code], TASKS[trace.task]
    share = loaded.accuracy
    return Caption(
        language.title(task, code),
        language.title(loaded, code),
        None if share is None else words["picture.accuracy"].format(percent=percent(share)),
        tuple(filter(None, (_source(asked.get("from"), code), _address(asked.get("address"))))),
    )


def _source(origin: Any, code: str) -> str:
    """Where the letters came from: a seed, a text, or a hand."""
    words = TEXTS[code]
    if origin is None:
        return words["picture.drawn"]
    given = validation.mapping(origin, "from")
    if "text" in given:
        return words["picture.text"].format(text=validation.writable(given["text"], MOST_BOXES))
    return words["picture.seed"].format(seed=validation.seed(given.get("seed")))


def _address(value: Any) -> str | None:
    """The address of the page as its script says it; it is printed, and never followed."""
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > MAX_ADDRESS or not value.isascii() or not value.isprintable():
        raise InputError("bad_address", f"The address must be a text of at most {MAX_ADDRESS} plain characters.")
    return value


_MAKERS: dict[str, Callable[[Loaded, Trace, Mapping[str, Any]], _File]] = {
    "png": _picture,
    "svg": _picture,
    "csv": _csv,
    "json": _json,
}
"""How each kind of file is made."""
