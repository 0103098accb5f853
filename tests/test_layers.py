"""The table of who may import whom holds, and every folder of the page stays small."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tiers import exhaustive

ROOT = Path(__file__).parents[1] / "seqdemo"
PAGE = ROOT / "page"
EVERYWHERE = {"errors", "letters", "files", "__init__"}
BELOW = {"explain", "checkpoints", "sequences", "handwriting", "trace"}
ALLOWED = {
    "errors": set(),
    "letters": set(),
    "files": set(),
    "trace": set(),
    "handwriting": set(),
    "sequences": {"handwriting"},
    "models": {"sequences", "handwriting"},
    "checkpoints": {"models", "sequences"},
    "golden": {"models", "handwriting"},
    "training": {"golden", "checkpoints", "models", "sequences", "handwriting"},
    "explain": {"checkpoints", "models", "sequences", "handwriting", "trace"},
    "workshop": {"training", "checkpoints", "models", "sequences", "handwriting"},
    "room": {"workshop", "models"} | BELOW,
    "page": {"room", "workshop"} | BELOW,
    "server": {"page", "room", "golden"} | BELOW,
    "hub": {"checkpoints", "models", "sequences"},
    "library": {"page", "hub", "models"} | BELOW,
    "commands": {"room", "server", "training", "workshop", "page", "golden", "models"} | BELOW,
}
FORBIDDEN = {
    "training": {"gradio"},
    "models": {"gradio"},
    "trace": {"torch"},
    "page": {"torch", "torchvision", "gradio"},
    "server": {"torch", "torchvision"},
}
COMPOSING = {
    "shell/shell.py": "puts every feature's place on the page",
    "write/forms.py": "its menus offer what a task leaves open",
    "lessons/lesson.py": "checks what a lesson claims with the models",
    "lessons/table.py": "says which lessons the models at hand bear out",
    "room/activity.py": "says what the handlers of activities are asked with",
}
"""Files of a feature that reach as far as its handler, and why."""
BESIDE = {
    ("answer/results.py", "rows"): "a character read row by row is an answer too",
    ("room/lesson/views.py", "lessons"): "a room holds the page's own lessons",
}
"""A view that draws with another feature than `answer`, and why."""
MOST_FILES = 15
FILES = sorted(ROOT.rglob("*.py"))
MODULES = {".".join(("seqdemo", *path.relative_to(ROOT).with_suffix("").parts)): path for path in FILES}
VIEWS = [
    name
    for path in FILES
    if path.is_relative_to(PAGE)
    if (name := str(path.relative_to(PAGE))) not in COMPOSING and path.name != "handler.py" and name[:5] != "core/"
]
FOLDERS = [path for path in [PAGE, *PAGE.rglob("*")] if path.is_dir() and path.name != "__pycache__"]


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def layer(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def test_a_file_imports_only_what_its_layer_may():
    for path in FILES:
        here = layer(path)
        for name in imports(path):
            parts = name.split(".")
            assert parts[0] not in FORBIDDEN.get(here, set()), f"{path} imports {name}"
            if parts[0] == "seqdemo" and here != "__init__":
                assert parts[1] in ALLOWED.get(here, set()) | EVERYWHERE | {here}, f"{path} imports {name}"


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_imports_html_the_trace_its_own_folder_and_views_of_the_answer(view):
    here = view.split("/")[0]
    beside = {"html"} if here == "html" else {"html", "answer", here}
    for name in imports(PAGE / view):
        _, *parts = name.split(".") if name.startswith("seqdemo.") else ("", "trace")
        if parts[0] not in EVERYWHERE | {"trace", here}:  # a room is plain data, as a Trace is
            assert parts[0] == "page", name
            assert parts[1] in beside or (view, parts[1]) in BESIDE, name
            assert "handler" not in parts, name


def test_files_that_reach_further_are_still_there():
    assert all((PAGE / name).exists() for name in [*COMPOSING, *(view for view, _ in BESIDE)])


@pytest.mark.parametrize("folder", FOLDERS, ids=[str(path.relative_to(ROOT)) for path in FOLDERS])
def test_no_folder_of_the_page_is_full(folder):
    assert sum(path.is_file() for path in folder.iterdir()) <= MOST_FILES


def test_page_and_server_import_in_one_direction():
    left = {name: ours(path) for name, path in MODULES.items() if layer(path) in ("page", "server")}
    while free := {name for name, needed in left.items() if not needed & left.keys()}:
        left = {name: needed for name, needed in left.items() if name not in free}
    assert not left, "these import one another, or what does"


def ours(path: Path) -> set[str]:
    """The modules of seqdemo that a file brings in: of `a.b.c` the module a.b.c, or c of the module a.b."""
    whole = imports(path)
    return (whole | {name.rpartition(".")[0] for name in whole}) & MODULES.keys()


def test_every_layer_is_in_the_table():
    assert {layer(path) for path in FILES} <= set(ALLOWED) | {"__init__"}


@pytest.mark.parametrize(
    ("script", "absent"),
    [
        pytest.param("app", {"torchvision", "matplotlib"}, marks=exhaustive),
        ("train", {"gradio", "torchvision"}),
    ],
)
def test_a_script_does_not_bring_in_what_it_does_not_need(script, absent):
    code = f"import sys, {script}; print(sorted({absent} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT.parent, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
