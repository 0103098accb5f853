"""What HTML holds, for tests of what is drawn."""

from __future__ import annotations

import re
from html.parser import HTMLParser


class Parts(HTMLParser):
    """Notes every element that is opened and not closed, and the ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in ("img", "input", "br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def told_by(html: str) -> str:
    return re.sub(r"<[^>]*>", " ", html)
