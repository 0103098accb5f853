"""The table of who may import whom holds."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "seqdemo"
EVERYWHERE = {"errors", "letters", "files", "__init__"}
ALLOWED = {
    "errors": set(),
    "letters": set(),
    "files": set(),
    "trace": set(),
    "handwriting": set(),
    "sequences": {"handwriting"},
    "models": {"sequences", "handwriting"},
    "checkpoints": {"models"},
    "training": {"checkpoints", "models", "sequences", "handwriting"},
    "explain": {"checkpoints", "models", "sequences", "handwriting", "trace"},
    "render": {"trace"},
    "ui": {"render", "explain", "checkpoints", "sequences", "handwriting", "trace"},
}
FORBIDDEN = {
    "training": {"gradio"},
    "models": {"gradio"},
    "trace": {"torch"},
    "render": {"torch", "gradio"},
    "ui": {"torch", "torchvision"},
}
FILES = sorted(ROOT.rglob("*.py"))


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


def test_every_layer_is_in_the_table():
    assert {layer(path) for path in FILES} <= set(ALLOWED) | {"__init__"}


@pytest.mark.parametrize(
    ("script", "absent"), [("app", {"torchvision", "matplotlib"}), ("train", {"gradio", "torchvision"})]
)
def test_a_script_does_not_bring_in_what_it_does_not_need(script, absent):
    code = f"import sys, {script}; print(sorted({absent} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT.parent, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
