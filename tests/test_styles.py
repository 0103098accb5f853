"""A style sheet reaches no further than its feature."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[1] / "seqdemo/page"
FOR_ALL = {"html", "shell"}
"""Their sheets are made for every feature."""
EVERYWHERE = {PAGE / "shell/print.css", PAGE / "shell/projector.css"}
"""How all features look on paper, without colours and in front of a class."""
ROOTS = {"sd", "dark"}
SHARED = {
    "asking", "asks", "big", "box", "close", "corner", "desk", "dots", "files", "flow", "heading", "heads",
    "heat", "key", "learned", "limit", "many", "map", "matrix", "models", "modes", "names", "note", "out",
    "outcome", "panel", "part", "quiet", "says", "segments", "strip", "switch", "tasks", "track", "views",
    "white", "wrong",
}  # fmt: skip
"""Classes that a rule of one feature still styles wherever they stand, and another feature uses as well."""


def rules(sheet: str) -> Iterator[list[str]]:
    """The classes of each selector, from left to right; a nested rule begins with those of the rule around it."""
    bare = re.sub(r"/\*.*?\*/|url\(.*?\)|\"[^\"]*\"", "", sheet, flags=re.DOTALL)
    around: list[list[list[str]]] = [[[]]]
    for head, brace in re.findall(r"([^{};]*)([{};])", bare):
        if brace == "}":
            around.pop()
        elif brace == "{" and head.strip().startswith("@"):
            around.append(around[-1])
        elif brace == "{":
            own = [_classes(selector) for selector in re.split(r",(?![^(]*\))", head)]
            around.append([[*outer, *inner] for outer in around[-1] for inner in own])
            yield from around[-1]


def _classes(selector: str) -> list[str]:
    return [name for name in re.findall(r"\.([A-Za-z][\w-]*)", selector) if name not in ROOTS]


def reaching(sheets: dict[str, str]) -> set[str]:
    """Classes that one feature styles without naming a place of its own first, and another feature styles too."""
    found = {feature: [names for names in rules(sheet) if names] for feature, sheet in sheets.items()}
    return {
        names[0]
        for feature, own in found.items() if feature not in FOR_ALL
        for names in own
        if any(names[0] in theirs for other, all_of in found.items() if other != feature for theirs in all_of)
    }  # fmt: skip


@pytest.fixture(scope="module")
def sheets() -> dict[str, str]:
    """All style sheets of each feature."""
    joined: dict[str, str] = {}
    for path in sorted(set(PAGE.rglob("*.css")) - EVERYWHERE):
        feature = path.relative_to(PAGE).parts[0]
        joined[feature] = joined.get(feature, "") + path.read_text()
    return joined


def test_a_class_that_two_features_style_is_found():
    torn = {"lessons": ".sd .told { display: grid; }", "edit": ".sd .matrix tr.told td { color: red; }"}
    assert reaching(torn) == {"told"}
    assert reaching({**torn, "lessons": ".sd .lesson .told { display: grid; }"}) == set()
    assert reaching({**torn, "lessons": ".sd .lesson { color: red; .told { display: grid; } }"}) == set()


def test_no_further_class_is_styled_by_two_features(sheets):
    assert reaching(sheets) == SHARED
