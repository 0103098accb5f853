"""Runs and their processes: places in line, orders, visitors, and what is forgotten."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any, cast

import pytest
from conftest import CHECKPOINTS

from seqdemo.errors import InputError
from seqdemo.workshop import runs
from seqdemo.workshop.run import OVER, Run
from seqdemo.workshop.runs import Workshop
from tests.tiers import exhaustive
from tests.tiny_runs import tiny

PATIENCE = 900
"""Seconds to wait for a process of the lowest priority, which gets next to no time on a busy machine."""


@pytest.fixture
def workshop() -> Any:
    made = Workshop(CHECKPOINTS, workers=1)
    yield made
    made.close()


def waited(run: Run, *states: str) -> Run:
    until = time.monotonic() + PATIENCE
    while run.state not in states:
        assert time.monotonic() < until, run.state
        time.sleep(0.02)
    return run


@exhaustive
def test_runs_are_trained_one_after_the_other_and_shared(workshop: Workshop) -> None:
    first = workshop.start(tiny("next", 1), "visitor-one")
    second = workshop.start(tiny("next", 2), "visitor-two")
    assert workshop.place(second) == 1
    assert workshop.start(tiny("next", 2), "visitor-three") is second
    assert second.visitors == {"visitor-two", "visitor-three"}
    for run in (first, second):
        assert waited(run, *OVER).ended is not None
    assert workshop.start(tiny("next", 1), "visitor-four") is first, "answered from memory"
    assert workshop.of("visitor-four") == [first]


@exhaustive
def test_a_run_is_paused_stepped_and_stopped_by_its_only_visitor(workshop: Workshop) -> None:
    run = waited(workshop.start(tiny("next", 3, steps=7_600), "visitor-one"), "running")
    workshop.order(run.key, "visitor-one", "pause")
    assert run.state == "paused"
    workshop.order(run.key, "visitor-one", "stop")
    assert run.state == "ended"
    assert run.ended is not None
    assert run.ended.why == "stopped"
    assert workshop.start(run.recipe, "visitor-one") is not run, "a stopped run can be started again"


def test_a_visitor_has_one_place_and_a_shared_run_goes_on_for_the_others(workshop: Workshop) -> None:
    shared = workshop.start(tiny("next", 4, steps=7_600), "visitor-one")
    workshop.start(shared.recipe, "visitor-two")
    with pytest.raises(InputError, match="Others"):
        workshop.order(shared.key, "visitor-one", "pause")
    workshop.start(tiny("next", 5), "visitor-one")
    assert shared.visitors == {"visitor-two"}
    assert shared.state not in OVER
    workshop.start(tiny("next", 6), "visitor-two")
    assert shared.state == "ended"


@exhaustive
def test_a_process_that_dies_fails_its_run_and_the_next_one_is_trained(workshop: Workshop) -> None:
    first = workshop.start(tiny("next", 7, steps=7_600), "visitor-one")
    second = workshop.start(tiny("next", 8), "visitor-two")
    workshop._workers[0].kill()
    waited(first, "failed")
    assert waited(second, *OVER).state == "ended"


def test_runs_that_are_unknown_or_cannot_be_trained_give_a_sentence(workshop: Workshop, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gone"):
        workshop.run("next,seed=99")
    with pytest.raises(InputError, match="missing"):
        Workshop(tmp_path).start(tiny("next"), "visitor-one")


class Deaf:
    """In the place of a process: it is told things and says nothing."""

    def __init__(self, *_: Any) -> None:
        self.run: Run | None = None
        self.told: list[str] = []
        self.killed = Event()

    def tell(self, text: str) -> None:
        self.told.append(text)

    def kill(self) -> None:
        self.killed.set()

    end = kill


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> Iterator[Workshop]:
    """Its only process says nothing; when it is closed, nothing of it goes on."""
    before = set(threading.enumerate())
    monkeypatch.setattr("seqdemo.workshop.runs.Worker", Deaf)
    made = Workshop(CHECKPOINTS, workers=1)
    yield made
    made.close()
    assert set(threading.enumerate()) <= before


def test_a_process_that_hangs_is_killed(crowded: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seqdemo.workshop.runs.HANGS", 0.05)
    crowded.start(tiny("next", 11), "visitor-one")
    [process] = cast(list[Deaf], crowded._workers)
    assert process.killed.wait(PATIENCE)


def test_thirty_visitors_with_ten_recipes_get_a_place_each_and_stop_at_once(crowded: Workshop) -> None:
    started = [crowded.start(tiny("next", 100 + n % 10), f"visitor-{n:02}") for n in range(30)]
    assert sorted({crowded.place(run) for run in started}) == list(range(10))
    before, wait = crowded.line()
    assert before == 10
    assert wait > 0
    begun = time.monotonic()
    for n, run in enumerate(started):
        crowded.order(run.key, f"visitor-{n:02}", "stop")
    assert time.monotonic() - begun < 30 * 0.2
    assert {run.state for run in started} == {"ended"}


@pytest.mark.parametrize("variable", runs.SIDE_BY_SIDE)
def test_one_of_several_server_processes_trains_nothing(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.setenv(variable, "2")
    with pytest.raises(InputError, match="several processes"):
        Workshop(CHECKPOINTS).start(tiny("next"), "visitor-one")


def test_the_line_has_an_end(crowded: Workshop) -> None:
    for n in range(runs.MOST_WAITING + 1):
        crowded.start(tiny("next", n), f"visitor-{n:02}")
    with pytest.raises(InputError, match="Too many"):
        crowded.start(tiny("next", 1_000), "visitor-late")


def test_old_runs_are_forgotten(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    old = workshop.start(tiny("next", 9), "visitor-one")
    workshop.order(old.key, "visitor-one", "stop")
    monkeypatch.setattr("seqdemo.workshop.runs.KEPT", -1.0)
    workshop.start(tiny("next", 10), "visitor-one")
    assert workshop.known(old.key) is None
