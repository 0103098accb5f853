"""Whatever becomes of a file, its folder is left out by name or answers as before, and all others work."""

from __future__ import annotations

import json
import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import torch
from conftest import CHECKPOINTS as SHIPPED
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seqdemo.page.core.resources import Resources
from seqdemo.page.learned import handler as learned
from seqdemo.page.scoreboard import handler as scoreboard
from seqdemo.page.shell import handler as shell
from tests.tiers import TIMES, exhaustive

HIT, BESIDE = "row-cnn-2", "row-lstm-2"
OF_MODEL = ("model.safetensors", "config.json", "metrics.json", "history.jsonl", "seed-1.json")
FILES = (*(f"{HIT}/{name}" for name in OF_MODEL), "studies/sizes.json", "scoreboard.json")
NASTY: list[Any] = [
    None, True, -1, 0, 10**400, 1e999, "", "\ud800", "x" * 5000, "9" * 5000, "<b>", [], {}, [[[]]], {"9" * 5000: {}},
    {"1": None}, [None], 1.5, "²", 2**63,
]  # fmt: skip
LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two small models, a study and the benchmark."""
    folder = tmp_path_factory.mktemp("whole")
    for name in (HIT, BESIDE):
        shutil.copytree(SHIPPED / name, folder / name)
    figures = json.loads((folder / HIT / "metrics.json").read_text())
    told = {"seed": 1, "recipe": figures["training"].get("recipe"), "accuracy": 0.5}
    (folder / HIT / "seed-1.json").write_text(json.dumps(told))
    (folder / "studies").mkdir()
    shutil.copy(SHIPPED / "studies" / "sizes.json", folder / "studies")
    shutil.copy(SHIPPED / "scoreboard.json", folder)
    return folder


@contextmanager
def copied(whole: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as place:
        yield Path(shutil.copytree(whole, Path(place) / "checkpoints"))


@contextmanager
def in_time(seconds: int = 20) -> Iterator[None]:
    """Nothing that is read may hold up the reader."""

    def late(*_: object) -> None:
        raise TimeoutError("it hangs")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _replace(path: Path, make: Callable[[Path], object]) -> None:
    path.unlink()
    make(path)


FORMS: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "a pipe": lambda path: _replace(path, os.mkfifo),
    "a folder": lambda path: _replace(path, Path.mkdir),
    "a device": lambda path: _replace(path, lambda at: at.symlink_to("/dev/zero")),
    "a link to itself": lambda path: _replace(path, lambda at: at.symlink_to(at)),
    "a pointer": lambda path: path.write_bytes(LFS),
    "nothing": lambda path: path.write_bytes(b""),
    "brackets": lambda path: path.write_bytes(b"[" * 100_000),
    "nested objects": lambda path: path.write_bytes(b'{"a":' * 900 + b"1" + b"}" * 900),
    "twice as long": lambda path: path.write_bytes(path.read_bytes() * 2),
    "larger than allowed": lambda path: os.truncate(path, 11_000_000),
    "a surrogate": lambda path: path.write_bytes(b'{"accuracy": 0.5, "test_data": "\\ud800"}'),
    "another file": lambda path: shutil.copy(SHIPPED / "reader" / "metrics.json", path),
}


def view(resources: Resources) -> list[Any]:
    """What of the files a visitor sees."""
    shown = [shell.opened(resources, {"lang": "ko"}), scoreboard.shown(resources, {})]
    return [*shown, *(learned.shown(resources, {"task": task}) for task in ("row-2", "swap-normal"))]


def answer(resources: Resources, name: str) -> torch.Tensor:
    with torch.inference_mode():
        beliefs: torch.Tensor = resources.models[name].model(torch.ones(1, 28, 28)).beliefs
    return beliefs


def check(folder: Path, healthy: Resources) -> Resources:
    with in_time():
        resources = Resources.open(folder)
        drawn = view(resources)
    json.dumps([drawn, dict(resources.refused)], ensure_ascii=False, allow_nan=False).encode("utf-8")
    assert all(len(reason) < 300 and str(folder) not in reason for reason in resources.refused.values())
    assert HIT in resources.models or HIT in resources.refused
    for name in {HIT, BESIDE} & resources.models.keys():
        assert answer(resources, name).equal(answer(healthy, name))
    assert BESIDE in resources.models
    return resources


@pytest.fixture(scope="module")
def healthy(whole: Path) -> Resources:
    resources = Resources.open(whole)
    assert {HIT, BESIDE} <= resources.models.keys()
    return resources


@exhaustive
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_none_leaves_out_its_folder_alone(whole: Path, healthy: Resources, file: str, form: str) -> None:
    with copied(whole) as folder:
        FORMS[form](folder / file)
        check(folder, healthy)


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from _places(each, (*path, key))


def _put(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    value[path[0]] = _put(value[path[0]], path[1:], new)
    return value


def _bits(data: st.DataObject, path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(content)


def _length(data: st.DataObject, path: Path) -> None:
    os.truncate(path, data.draw(st.integers(0, 2 * path.stat().st_size)))


def _value(data: st.DataObject, path: Path) -> None:
    """One value, name or row somewhere in the JSON, replaced by what nobody expects there."""
    if path.suffix == ".safetensors":
        return _bits(data, path)
    lines = path.read_text().splitlines() if path.suffix == ".jsonl" else [path.read_text()]
    at = data.draw(st.integers(0, len(lines) - 1))
    value = json.loads(lines[at])
    places = list(_places(value))
    shallow = [place for place in places if len(place) <= 2] or places
    place = data.draw(st.sampled_from(shallow) | st.sampled_from(places))
    lines[at] = json.dumps(_put(value, place, data.draw(st.sampled_from(NASTY))))
    path.write_text("\n".join(lines))
    return None


@exhaustive
@settings(max_examples=60 * TIMES, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), file=st.sampled_from(FILES), damage=st.sampled_from([_bits, _length, _value, _value]))
def test_no_damage_stops_the_app_or_changes_an_answer(
    whole: Path, healthy: Resources, data: st.DataObject, file: str, damage: Callable[[st.DataObject, Path], None]
) -> None:
    with copied(whole) as folder:
        damage(data, folder / file)
        check(folder, healthy)


def test_a_folder_that_holds_another_variant_is_refused_by_both_names(whole: Path, healthy: Resources) -> None:
    with copied(whole) as folder:
        shutil.rmtree(folder / HIT)
        shutil.copytree(folder / BESIDE, folder / HIT)
        assert check(folder, healthy).refused[HIT] == f"the folder holds {BESIDE}, not {HIT}"


def test_however_many_variants_there_are_one_that_is_unknown_is_refused_in_a_short_sentence(
    whole: Path, healthy: Resources
) -> None:
    with copied(whole) as folder:
        config = json.loads((folder / HIT / "config.json").read_text())
        (folder / HIT / "config.json").write_text(json.dumps({**config, "variant": "another"}))
        assert "names no variant" in check(folder, healthy).refused[HIT]


def test_a_pointer_is_named_with_the_command_that_fetches_the_file(whole: Path, healthy: Resources) -> None:
    with copied(whole) as folder:
        (folder / HIT / "model.safetensors").write_bytes(LFS)
        assert check(folder, healthy).refused[HIT].endswith("fetch it with: git lfs pull")


def test_a_file_whose_name_is_no_text_is_named_in_text(whole: Path, healthy: Resources) -> None:
    with copied(whole) as folder:
        Path(os.fsdecode(bytes(folder / "studies") + b"/\xff.json")).write_text("[")
        assert "studies/?.json" in check(folder, healthy).refused
