"""The package: one list of what it needs, every part in the wheel, the checkpoints found wherever they lie."""

from __future__ import annotations

import ast
import runpy
import sys
import tomllib
from collections import namedtuple
from pathlib import Path
from types import SimpleNamespace

import pytest
import setuptools

import seqdemo
from seqdemo import checkpoints, commands

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def test_what_is_needed_stands_in_one_list() -> None:
    assert {"dependencies", "optional-dependencies"} <= set(PROJECT["project"]["dynamic"])
    told = PROJECT["tool"]["setuptools"]["dynamic"]
    lists = [told["dependencies"], *told["optional-dependencies"].values()]
    assert all((ROOT / name).exists() for each in lists for name in each["file"])


def test_every_folder_of_the_package_goes_into_the_wheel(monkeypatch) -> None:
    asked: dict = {}
    monkeypatch.setattr(setuptools, "setup", asked.update)
    monkeypatch.chdir(ROOT)
    runpy.run_path("setup.py")
    packed = {name.replace(".", "/") for name in asked["packages"]}
    files = [path.relative_to(ROOT) for path in (ROOT / "seqdemo").rglob("*") if path.is_file()]
    assert {str(path.parent) for path in files if path.parent.name != "__pycache__"} == packed - {"seqdemo/shipped"}
    assert not any("__pycache__" in name for name in packed)
    assert asked["package_dir"] == {"seqdemo.shipped": "checkpoints"}


def test_the_checkpoints_are_found_beside_the_code_or_inside_it(tmp_path, monkeypatch) -> None:
    monkeypatch.delenv("SEQDEMO_CHECKPOINTS", raising=False)
    assert checkpoints.shipped() == ROOT / "checkpoints"
    monkeypatch.setattr(checkpoints, "__file__", str(tmp_path / "checkpoints.py"))
    (tmp_path / "shipped").mkdir()
    assert checkpoints.shipped() == tmp_path / "shipped"
    monkeypatch.setenv("SEQDEMO_CHECKPOINTS", str(tmp_path / "mine"))
    assert checkpoints.shipped() == tmp_path / "mine"


def test_an_older_python_is_refused_in_one_sentence(monkeypatch) -> None:
    source = Path(seqdemo.__file__).read_text("utf-8")
    ast.parse(source, feature_version=(3, 8))  # it must be understood to be refused
    version = namedtuple("version", "major minor micro releaselevel serial")
    monkeypatch.setattr(sys, "version_info", version(3, 10, 12, "final", 0))
    with pytest.raises(ImportError, match=r"^seqdemo needs Python 3\.11 or newer\.$"):
        exec(compile(source, "seqdemo", "exec"), {"__name__": "refused"})
    monkeypatch.chdir(ROOT)
    with pytest.raises(SystemExit, match=r"^seqdemo needs Python 3\.11 or newer\.$"):
        runpy.run_path("setup.py")


def test_the_command_trains_or_serves(monkeypatch) -> None:
    asked: list = []
    training = SimpleNamespace(main=lambda *given: asked.append(given) or 3)
    monkeypatch.setitem(sys.modules, "seqdemo.commands.train", training)
    monkeypatch.setitem(sys.modules, "seqdemo.commands.serve", SimpleNamespace(main=lambda: 4))
    monkeypatch.setattr(sys, "argv", ["seqdemo", "train", "reader", "--seed", "1"])
    assert commands.main() == 3
    assert asked == [(["reader", "--seed", "1"], "seqdemo train")]
    monkeypatch.setattr(sys, "argv", ["seqdemo", "--check"])
    assert commands.main() == 4
