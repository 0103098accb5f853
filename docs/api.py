"""Write docs/api.md from docs/api.md.j2 and the library's docstrings: python -m docs.api."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2

import seqdemo

API = Path(__file__).parent / "api.md"
TEMPLATE = API.with_suffix(".md.j2")
FUNCTIONS = ("models", "load", "sample", "write", "explain", "compare")
METHODS = ("panel", "to_json", "to_csv", "figure", "save")


@dataclass(frozen=True)
class Entry:
    """What is said of one name."""

    signature: str
    text: str


def rendered() -> str:
    """api.md as it should be now."""
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, keep_trailing_newline=True, autoescape=False)
    return environment.from_string(TEMPLATE.read_text(encoding="utf-8")).render(names=list(_entries()))


def _entries() -> Iterator[Entry]:
    for name in FUNCTIONS:
        yield _entry(f"seqdemo.{name}", getattr(seqdemo, name))
    yield Entry("seqdemo.Trace", _said(seqdemo.Trace))
    for name in METHODS:
        yield _entry(f"Trace.{name}", getattr(seqdemo.Trace, name))


def _entry(name: str, function: Any) -> Entry:
    found = inspect.signature(function)
    shown = [each for each in found.parameters.values() if each.name != "self"]
    signature = re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(found.replace(parameters=shown)))  # annotations are quoted
    return Entry(f"{name}{signature}", _said(function))


def _said(named: Any) -> str:
    text = inspect.getdoc(named)
    assert text, f"{named} says nothing of itself"
    return text


if __name__ == "__main__":
    API.write_text(rendered(), encoding="utf-8")
