"""Names of buttons that stand side by side."""

from __future__ import annotations

from collections.abc import Sequence

from seqdemo.page.html.markup import Html, el, join


def lean(names: Sequence[str]) -> list[Html]:
    """Each name; the style sheet may leave out what it repeats of the one before: "One model", "All (models)"."""
    return [_lean(name, before) for name, before in zip(names, ("", *names[:-1]), strict=True)]


def _lean(name: str, before: str) -> Html:
    rest, _, last = name.rpartition(" ")
    repeated = last.rstrip("s") in (word.rstrip("s") for word in before.split())
    return join(rest, el("span", f" {last}", class_="again")) if rest and repeated else join(name)
