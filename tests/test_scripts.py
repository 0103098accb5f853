"""The page's scripts: modules that are type-checked, linted and tested without a browser, and served as they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from node import node
from starlette.applications import Starlette
from starlette.testclient import TestClient

from seqdemo.server.contract import MODULE, contract
from seqdemo.server.scripts import Scripts

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "seqdemo" / "page"
TOOLS = "tests/scripts/node_modules"
SCRIPTS = [path for path in sorted(PAGE.rglob("*.js")) if "vendor" not in path.parts]
NAMES = [str(path.relative_to(PAGE)) for path in SCRIPTS]
VIEWS = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PAGE.rglob("*.py")))
OF_SCRIPTS = {
    "painted": "which answer is on the page, for those who wait for it",
    "length": "of a stroke, for its replay",
    "at": "the place of a box",
    "shows": "which page beside the tasks is open, for the style sheets",
    "family": "of the task, for the style sheets",
    "projector": "which panel is projected, for the style sheets",
    "hides": "what a link hides, for the style sheets",
    "embed": "whether a page stands around this one, for the style sheets",
    "locked": "what was disabled by a link",
    "beat": "restarts the animation of the flow",
    "holds": "what a part was fetched for",
    "box": "what a button of the pad does",
    "return": "leads from a panel back to the lesson",
    "panel": "of which panel a file is made",
    "end": "leaves the tour",
    "on": "to the next stop of the tour",
    "back": "to the stop before",
    "kind": "which file is made",
    "added": "what a script added to the page, which a repaint leaves there",
    "name": "of a variant's card",
}
"""Attributes that scripts write themselves, and why."""
FOR_STYLES = {"group", "tells"}
"""Attributes that views write for style sheets or for people who test, and no script reads."""


def test_types_fit() -> None:
    done = node(f"{TOOLS}/typescript/bin/tsc", "--project", "tests/scripts")
    assert done.returncode == 0, done.stdout


def test_style_and_length_of_functions() -> None:
    done = node(f"{TOOLS}/eslint/bin/eslint.js", "--config", "tests/scripts/eslint.config.js", "seqdemo")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("test", sorted(path.name for path in (ROOT / "tests/scripts").glob("*.test.js")))
def test_without_a_browser(test: str) -> None:
    done = node("--test", f"tests/scripts/{test}")
    assert done.returncode == 0, done.stdout


def imported(code: str) -> list[str]:
    return re.findall(r'^import .* from "(.*)";$', code, re.MULTILINE)


@pytest.mark.parametrize("path", SCRIPTS, ids=NAMES)
def test_each_script_is_a_checked_module_that_imports_only_its_neighbours(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    assert code.startswith("// @ts-check\n")
    assert re.search(r"^export ", code, re.MULTILINE)
    for place in imported(code):
        assert place.startswith("."), place
        assert (path.parent / place).resolve().is_relative_to(PAGE)
        assert (path.parent / place).is_file(), place


def test_all_scripts_are_reached_from_the_first() -> None:
    found, waiting = set(), [PAGE / "shell/main.js"]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        code = path.read_text(encoding="utf-8")
        waiting += [(path.parent / place).resolve() for place in imported(code)]
    assert {path.resolve() for path in SCRIPTS} <= {path.resolve() for path in found}


def test_python_and_scripts_agree() -> None:
    assert MODULE.read_text(encoding="utf-8") == contract(), "run python -m seqdemo.server.contract"


def read_by_scripts() -> set[str]:
    """The data attributes that scripts look for or read, as Python writes them."""
    found: set[str] = set()
    for path in SCRIPTS:
        code = path.read_text(encoding="utf-8")
        found |= set(re.findall(r"\[data-([\w-]+)", code)) | set(re.findall(r"json\([^)]*?, \"(\w+)\"\)", code))
        found |= {re.sub("([A-Z])", r"-\1", name).lower() for name in re.findall(r"dataset\.(\w+)", code)}
    return {name.replace("-", "_") for name in found}


def written_by_views() -> set[str]:
    return set(re.findall(r"\bdata_(\w+)=", VIEWS)) | {"theme", "project", "tour"}


def test_what_scripts_read_is_written() -> None:
    assert read_by_scripts() - written_by_views() - OF_SCRIPTS.keys() == set()


def test_what_views_write_is_read() -> None:
    taken = {re.sub("([A-Z])", r"_\1", name).lower() for name in destructured()}
    assert written_by_views() - read_by_scripts() - taken - FOR_STYLES == set()


def destructured() -> set[str]:
    """All words of the lines that take something out of a dataset."""
    lines = [line for path in SCRIPTS for line in path.read_text(encoding="utf-8").splitlines()]
    taking = [line for line in lines if "dataset" in line]
    return {name for line in taking for name in re.findall(r"\w+", line)}


@pytest.mark.parametrize("path", SCRIPTS, ids=NAMES)
def test_nothing_is_read_back_from_what_people_read(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    for read in re.findall(r"\.(?:textContent|innerText|innerHTML)\b(?! = )[^\n]*", code):
        pytest.fail(f"read, not written: {read}")
    assert 'getAttribute("aria-label")' not in code


@pytest.fixture(scope="module")
def scripts() -> Scripts:
    return Scripts()


@pytest.fixture(scope="module")
def client(scripts: Scripts) -> TestClient:
    return TestClient(Starlette(routes=[scripts.route()]))


def test_scripts_are_served_for_ever_under_their_digest(scripts: Scripts, client: TestClient) -> None:
    for attempt in (0, 2):
        reply = client.get("/" + scripts.address("shell/main.js", attempt))
        assert reply.status_code == 200
        assert reply.text == (PAGE / "shell/main.js").read_text(encoding="utf-8")
        assert reply.headers["content-type"].startswith("text/javascript")
        assert "immutable" in reply.headers["cache-control"]


@pytest.mark.parametrize(
    "name", ["shell/shell.py", "../server/start.js", "%2e%2e/server/start.js", "", "shell", "a.js"]
)
def test_nothing_else_is_served(name: str, scripts: Scripts, client: TestClient) -> None:
    assert client.get("/" + scripts.address(name)).status_code == 404


def test_another_version_is_not_mixed_in(scripts: Scripts, client: TestClient) -> None:
    other = re.sub("/[0-9a-f]{16}/", "/0123456789abcdef/", scripts.address("shell/main.js"))
    assert client.get("/" + other).status_code == 404


def test_another_script_gives_another_address(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("export const a = 1;")
    one = Scripts(tmp_path)
    (tmp_path / "a.js").write_text("export const a = 2;")
    assert one.address("a.js") != Scripts(tmp_path).address("a.js")
    assert one.preloads() == f'<link rel="modulepreload" href="{one.address("a.js")}">'
