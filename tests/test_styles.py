"""A style sheet reaches no further than its feature."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from seqdemo.server import assets

PAGE = Path(__file__).parents[1] / "seqdemo/page"
FOR_ALL = {"html", "shell"}
"""Their sheets are made for every feature."""
EVERYWHERE = {PAGE / name for name in ("export/print.css", "projector/projector.css", "notebook/notebook.css")}
"""How all features look on paper, without colours, in front of a class, and where no script runs."""
ROOTS = {".sd", ".dark"}


def rules(sheet: str) -> Iterator[list[str]]:
    """What each selector names, from left to right; a nested rule begins with what the rule around it names."""
    bare = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", sheet, flags=re.DOTALL)  # pictures in quotes hold brackets and dots
    around: list[list[list[str]]] = [[[]]]
    for head, brace in re.findall(r"([^{};]*)([{};])", bare):
        if brace == "}":
            around.pop()
        elif brace == "{" and head.strip().startswith("@"):
            around.append(around[-1])
        elif brace == "{":
            own = [_names(selector) for selector in re.split(r",(?![^(]*\))", head)]
            around.append([[*outer, *inner] for outer in around[-1] for inner in own])
            yield from around[-1]


def _names(selector: str) -> list[str]:
    """Its classes, ids, and the states of the page's root, such as `[data-embed]`, that it begins with."""
    state = re.match(r"\s*&?\.sd(\[[\w-]+)", selector)
    named = re.findall(r"[.#][A-Za-z][\w-]*", selector)
    return [*([state[1]] if state else []), *(name.lstrip(".") for name in named if name not in ROOTS)]


def reaching(sheets: dict[str, str]) -> set[str]:
    """Names that one feature styles without a place of its own around them, and another feature styles too."""
    found = {feature: [names for names in rules(sheet) if names] for feature, sheet in sheets.items()}
    return {
        names[0]
        for feature, own in found.items()
        if feature not in FOR_ALL
        for names in own
        if not names[0].startswith("[")  # a state of the whole page is a place
        if any(names[0] in theirs for other, all_of in found.items() if other != feature for theirs in all_of)
    }


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


def test_no_class_is_styled_by_two_features(sheets):
    assert reaching(sheets) == set()


def test_no_class_is_styled_by_two_activities_of_a_room():
    own = {path.stem: path.read_text().replace(".sd .room", ".sd") for path in (PAGE / "room").glob("*/*.css")}
    assert len(own) == 3
    assert reaching(own) == set()


def _outside_screen(sheet: str) -> str:
    """What is left of a sheet without its blocks for screens alone."""
    left, depth = "", 0
    for part in re.split(r"(@media screen\s*\{|[{}])", sheet):
        if part.startswith("@media screen") or (depth and part == "{"):
            depth += 1
        elif depth and part == "}":
            depth -= 1
        elif not depth:
            left += part
    return left


def test_a_dark_page_is_printed_on_white():
    assert ".dark" in _outside_screen("@media screen { .dark .a { color: red; } } .dark .b { color: red; }")
    assert ".dark" not in _outside_screen("@media screen { .dark .a { color: red; } } .b { color: red; }")
    assert re.findall(r"[^\n]*\.dark[^\n]*", _outside_screen(assets.head())) == []
