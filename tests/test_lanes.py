"""Light calls pass heavy ones, and nobody waits for ever."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable

import pytest

from seqdemo.server.lanes import Busy, Lane, Left, Ticket
from tests import loop


def held() -> tuple[Callable[[], str], threading.Event]:
    """Work that goes on until the event is set."""
    stop = threading.Event()

    def work() -> str:
        assert stop.wait(20)
        return "done"

    return work, stop


async def nobody_leaves() -> dict[str, str]:
    await asyncio.Event().wait()
    return {"type": "http.disconnect"}


async def has_left() -> dict[str, str]:
    return {"type": "http.disconnect"}


def test_a_light_call_does_not_wait_for_heavy_ones() -> None:
    async def visit() -> None:
        work, stop = held()
        heavy, light = Lane("heavy", 1, 9, 20), Lane("light", 1, 9, 20)
        waiting = [asyncio.create_task(heavy.run(work)) for _ in range(5)]
        assert await light.run(lambda: "quick", nobody_leaves) == "quick"
        assert not any(task.done() for task in waiting)
        stop.set()
        assert await asyncio.gather(*waiting) == ["done"] * 5

    loop.run(visit())


def test_who_finds_no_room_is_told_at_once_and_may_come_again() -> None:
    async def visit() -> None:
        work, stop = held()
        lane = Lane("lane", 1, 2, 20)
        waiting = [asyncio.create_task(lane.run(work)) for _ in range(3)]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await lane.run(work)
        stop.set()
        await asyncio.gather(*waiting)
        await asyncio.sleep(0.01)
        assert await lane.run(lambda: 1) == 1

    loop.run(visit())


@pytest.mark.parametrize(("receive", "seconds", "why"), [(has_left, 20, Left), (nobody_leaves, 0.05, Busy)])
def test_work_whose_caller_has_left_or_whose_time_is_up_is_never_begun(
    receive: Callable[[], object], seconds: float, why: type[Busy]
) -> None:
    begun = []

    async def visit() -> None:
        work, stop = held()
        lane = Lane("lane", 1, 9, 20)
        first = asyncio.create_task(lane.run(work))
        await asyncio.sleep(0.01)
        lane._seconds = seconds
        with pytest.raises(why):
            await lane.run(lambda: begun.append(1), receive)  # type: ignore[arg-type]
        stop.set()
        assert await first == "done"
        await lane.run(lambda: time.sleep(0), nobody_leaves) if seconds > 1 else None
        await asyncio.sleep(0.05)
        assert lane._inside == 0

    loop.run(visit())
    assert begun == []


def test_work_that_ends_after_the_server_says_nothing(caplog: pytest.LogCaptureFixture) -> None:
    work, stop = held()
    lane = Lane("lane", 1, 0, 0.05)

    async def visit() -> None:
        with pytest.raises(Busy):
            await lane.run(work)

    loop.run(visit())
    stop.set()
    lane._pool.shutdown()
    assert (lane._inside, caplog.records) == (0, [])


def test_what_goes_wrong_in_a_lane_is_told_and_its_place_is_free_again() -> None:
    async def visit() -> None:
        lane = Lane("lane", 1, 0, 20)
        for _ in range(3):
            with pytest.raises(ZeroDivisionError):
                await lane.run(lambda: 1 / 0)
            await asyncio.sleep(0.02)

    loop.run(visit())


def test_a_call_knows_its_place_and_moves_up_when_another_leaves() -> None:
    async def visit() -> None:
        work, stop = held()
        lane, tickets = Lane("lane", 1, 9, 20), [Ticket() for _ in range(4)]
        calls = [asyncio.create_task(lane.run(work, ticket=ticket)) for ticket in tickets]

        async def places(expected: list[int]) -> None:
            async with asyncio.timeout(20):
                while [lane.place(ticket) for ticket in tickets] != expected:
                    await asyncio.sleep(0.01)

        await places([0, 1, 2, 3])
        calls[1].cancel()
        await places([0, 0, 1, 2])
        stop.set()
        await asyncio.gather(*calls, return_exceptions=True)
        await places([0, 0, 0, 0])

    loop.run(visit())
