"""A style sheet reaches no further than its feature."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[1] / "seqdemo/page"
FOR_ALL = {"html", "shell"}
"""Their sheets are made for every feature."""
ROOTS = {"sd", "dark"}
SHARED = {
    "arrow", "asked", "asking", "big", "box", "choices", "close", "controls", "corner", "desk", "dots", "flow",
    "heading", "heads", "heat", "joined", "keep", "key", "learned", "limit", "many", "map", "matrix", "models",
    "modes", "names", "note", "of-page", "out", "outcome", "panel", "part", "question", "quiet", "results", "row",
    "says", "segments", "stage", "strip", "switch", "tasks", "tile", "tools", "track", "under", "views", "ways",
    "white", "wrong",
}  # fmt: skip
"""Classes that a rule of one feature still styles wherever they stand, and another feature uses as well."""


def rules(sheet: str) -> Iterator[list[str]]:
    """The classes of each selector, from left to right."""
    bare = re.sub(r"/\*.*?\*/|url\(.*?\)", "", sheet, flags=re.DOTALL)
    for selectors in re.findall(r"([^{};]+)\{", bare):
        if not selectors.strip().startswith("@"):
            for selector in re.split(r",(?![^(]*\))", selectors):
                yield [name for name in re.findall(r"\.([A-Za-z][\w-]*)", selector) if name not in ROOTS]


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
    for path in sorted(PAGE.rglob("*.css")):
        feature = path.relative_to(PAGE).parts[0]
        joined[feature] = joined.get(feature, "") + path.read_text()
    return joined


def test_a_class_that_two_features_style_is_found():
    torn = {"lessons": ".sd .told { display: grid; }", "edit": ".sd .matrix tr.told td { color: red; }"}
    assert reaching(torn) == {"told"}
    assert reaching({**torn, "lessons": ".sd .lesson .told { display: grid; }"}) == set()


def test_no_further_class_is_styled_by_two_features(sheets):
    assert reaching(sheets) == SHARED
