"""HTML without what only a script could bring to life: controls are left out, and what they would show is shown."""

from __future__ import annotations

from html.parser import HTMLParser

from seqdemo.page.html.markup import VOID, Html, end, join, start

_DEAD = frozenset({"controls", "covering", "forms", "heads", "how", "sharing"})
"""Classes of parts that do nothing but ask the script for something."""


def still(content: Html) -> Html:
    """The same panels; buttons become plain boxes, and steps of which the page shows one at a time all show."""
    reader = _Still()
    reader.feed(content)
    reader.close()
    return join(*reader.kept)


class _Still(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.kept: list[Html | str] = []
        self._left_out = 0
        """How many elements are open within one that is left out, itself among them."""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if self._left_out or tag in ("input", "select") or _DEAD & _classes(attributes):
            self._left_out += tag not in VOID
            return
        if tag == "button":
            tag, attributes = "div", [each for each in attributes if each[0] in ("class", "style")]
        self.kept.append(start(tag, (each for each in attributes if not _waits(each[0], attributes))))

    def handle_endtag(self, tag: str) -> None:
        if self._left_out:
            self._left_out -= 1
            return
        self.kept.append(end("div" if tag == "button" else tag))

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self.kept.append(data)


def _classes(attributes: list[tuple[str, str | None]]) -> set[str]:
    return set((dict(attributes).get("class") or "").split())


def _waits(name: str, attributes: list[tuple[str, str | None]]) -> bool:
    """Whether an attribute hides a step until the script shows it, or tells the script something."""
    return name.startswith("data-") or (name == "hidden" and "data-view" in dict(attributes))
