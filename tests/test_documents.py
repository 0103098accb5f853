"""What README and documents tell people to type works, and the site is built without a broken link."""

from __future__ import annotations

import argparse
import json
import re
import shlex
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
import yaml
from nbclient import NotebookClient

from docs import api
from seqdemo import hub
from seqdemo.commands import train
from tests.tiers import exhaustive

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("README*.md"), ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
OTHERS = {".", "apt-get", "cp", "docker", "hf", "mkdir", "mkdocs", "pip", "pytest", "torchrun", "uv"}
"""Programs that are not ours: their own documents say what they understand."""
OURS = {"make", "python", "seqdemo"}


def blocks(*languages: str) -> Iterator[tuple[Path, str]]:
    """The fenced blocks of some languages in all documents."""
    for document in DOCUMENTS:
        for language, text in re.findall(r"^ *```(\w*)\n(.*?)^ *```", document.read_text("utf-8"), re.M | re.S):
            if language in languages:
                yield document, textwrap.dedent(text)


def commands() -> Iterator[str]:
    """What is to be typed into a terminal: blocks without a language, and commands within sentences."""
    for _, text in blocks("", "sh"):
        lines = [line.split("  #")[0].strip() for line in text.splitlines() if line.strip()]
        typed = [line for line in lines if program_of(line) in OTHERS | OURS]
        assert typed in ([], lines), "a block holds commands, or none"
        yield from typed
    for document in DOCUMENTS:
        whole = re.sub(r"^ *```.*?^ *```", "", document.read_text("utf-8"), flags=re.M | re.S)
        spans = (" ".join(span.split()) for span in re.findall(r"`([^`]+)`", whole))
        yield from (span for span in spans if re.match(r"(python|make|seqdemo train|\.venv/bin/python) \S", span))


def program_of(line: str) -> str:
    """The first word that is no setting of a variable, without the folder of the environment."""
    words = [word for word in line.split() if not re.match(r"[A-Z_]+=", word)]
    return words[0].removeprefix(".venv/bin/") if words else ""


COMMANDS = sorted(set(commands()))
SNIPPETS: dict[str, list[str]] = {}
for _document, _snippet in blocks("python"):
    if "gradio_client" not in _snippet:  # tests/test_api.py runs it, beside a page
        SNIPPETS.setdefault(_document.name, []).append(_snippet)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_names_what_there_is(command: str) -> None:
    for each in command.split(" && "):
        words = shlex.split(each)
        program = program_of(each)
        understood(program, words[[word.removeprefix(".venv/bin/") for word in words].index(program) + 1 :])


def understood(program: str, rest: list[str]) -> None:
    """Fails if a command of ours would not be understood; placeholders in capitals stand for themselves."""
    if program == "make":
        assert re.search(rf"^{rest[0]}:", (ROOT / "Makefile").read_text(), re.M)
    elif program == "python" and rest[0] == "-m":
        module(rest[1], rest[2:])
    elif program == "python":
        assert (ROOT / rest[0]).exists()
        if rest[0] == "train.py":
            arguments(train._parser("train"), rest[1:])
    elif program == "seqdemo":
        arguments(train._parser("train"), rest[1:])
    else:
        assert program in OTHERS, program


def module(name: str, rest: list[str]) -> None:
    path = ROOT / name.replace(".", "/")
    assert path.with_suffix(".py").exists() or path.is_dir() or name in OTHERS
    if name == "seqdemo.hub":
        arguments(hub._parser(), ["reader" if word == "NAME" else word for word in rest])


def arguments(parser: argparse.ArgumentParser, given: list[str]) -> None:
    if "--help" not in given and "…" not in given:
        parser.parse_args(given)


@pytest.mark.parametrize("document", SNIPPETS)
def test_the_snippets_of_a_document_run(document: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for snippet in SNIPPETS[document]:
        exec(compile(snippet, document, "exec"), names)


def test_the_reference_is_that_of_the_docstrings() -> None:
    assert api.API.read_text("utf-8") == api.rendered(), "python -m docs.api"


@exhaustive
def test_the_tour_runs_from_top_to_bottom() -> None:
    notebook = nbformat.read(ROOT / "docs" / "tour.ipynb", as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells), "it is kept without outputs"
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(ROOT)}}).execute()
    shown = [output.data for cell in notebook.cells for output in cell.get("outputs", []) if "data" in output]
    assert sum("text/html" in data for data in shown) >= 3
    assert any("image/png" in data for data in shown)


def test_the_site_is_built_without_a_broken_link(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site" / "api" / "index.html").read_text("utf-8")
    assert "seqdemo.explain" in page
    assert "fonts.googleapis.com" not in page


def test_the_workflows_do_only_what_can_be_done_by_hand() -> None:
    ci, space = (yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text()) for name in ("ci", "space"))
    runs = [step["run"] for step in ci["jobs"]["run"]["steps"] if "run" in step]
    assert runs == ["sudo --preserve-env .ci/run"]
    assert "hf upload" in json.dumps(space)
