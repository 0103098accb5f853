"""The menu of files beside the results."""

from __future__ import annotations

from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words

_FILES = ("png", "svg", "csv", "json")


def keeping(words: Words) -> Html:
    """The menu of files beside the results."""
    files = (
        el(
            "button",
            el("b", words[f"keep.{kind}"]),
            el("span", words[f"keep.{kind}.told"]),
            type="button",
            data_kind=kind,
        )
        for kind in _FILES
    )
    menu = el("details", el("summary", words["keep.label"]), el("div", *files, class_="files"), class_="drop")
    said = el(
        "span",
        id="saved",
        role="status",
        class_="quiet",
        data_done=words["keep.done"],
        data_failed=words["keep.failed"],
    )
    return el("div", said, menu, class_="keep", hidden=True, data_csv=words["keep.panel"])
