"""How the workshop holds, on loopback: python -m benchmarks.workshop [--only WORDS].

Visitors watch runs as the page does. Other work on the machine changes times: the load is printed beside each figure.
Requires Linux.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

import httpx

from benchmarks.load import ANSWER, STROKE, Server, p95, served
from seqdemo.workshop.recipe import TASKS
from seqdemo.workshop.run import OVER

PACE, SOON = 0.5, 0.15
"""Seconds between two looks at a run, and at one that begins: as the page's script looks."""
THINKING = 10.0
"""Seconds from the opened workshop to the press of Start."""
VISITORS, RECIPES, WITHIN = 30, 10, 5.0
STROKES = 60
"""Answers that are timed, of each kind."""
SMALL = {"hidden": 8, "steps": 200}
LONG = {"steps": 7_600}


class Visitor:
    """Of the workshop, over HTTP."""

    def __init__(self, server: Server, number: int) -> None:
        self._server, self._name = server, f"visitor-{number:04}"
        self.seen: dict[str, Any] = {}
        """How the run stood last."""

    async def ask(self, name: str, **asked: Any) -> dict[str, Any]:
        told = {"visitor": self._name, "lang": "en", **asked}
        reply = await self._server.client.post("/gradio_api/component_server", json={"fn_name": name, "data": told})
        found: dict[str, Any] = json.loads(reply.text.rpartition("\n")[2])  # before it may stand places in line
        if "error" in found:
            raise RuntimeError(f"{name}: {found['error']}")
        return found

    async def start(self, task: str, seed: int, **knobs: Any) -> None:
        recipe = {"task": task, "seed": seed, "knobs": knobs}
        self.seen = await self.ask("train", order="start", recipe=recipe)

    async def look(self) -> None:
        """As the page: after a pause, and short where nothing has changed."""
        begins = self.seen["state"] != "waiting" and not self.seen["moments"]
        await asyncio.sleep(SOON if begins else PACE)
        told = await self.ask("watch_training", run=self.seen["run"], mark=self.seen["mark"])
        self.seen = self.seen if told.get("same") else told

    async def stop(self) -> float:
        """Seconds until the page shows that it has stopped."""
        begun = time.monotonic()
        self.seen = await self.ask("train", order="stop", run=self.seen["run"])
        return time.monotonic() - begun

    @property
    def points(self) -> int:
        return int(self.seen["mark"].split()[1])

    @property
    def place(self) -> int:
        return int(self.seen["mark"].split()[3])

    @property
    def over(self) -> bool:
        return self.seen["state"] in OVER


async def curve(server: Server, task: str) -> str:
    """From Start to the first point on the page, and how fast others follow."""
    visitor = Visitor(server, 1)
    await visitor.ask("show_workshop", learn=task)
    await asyncio.sleep(THINKING)
    begun = time.monotonic()
    await visitor.start(task, seed=random.randrange(2**31))
    while not visitor.points:
        await visitor.look()
    first = time.monotonic() - begun
    while not visitor.over:
        await visitor.look()
    took = time.monotonic() - begun
    return (
        f"first point {first:.2f} s, then {(visitor.points - 1) / (took - first):.1f} a second, over after {took:.0f} s"
    )


async def beside(server: Server) -> str:
    """A stroke's answer while a run is trained and watched, against before and after it, on the same server."""
    visitor = Visitor(server, 1)
    await visitor.ask("show_workshop")
    await asyncio.sleep(THINKING)
    alone = await _strokes(server)
    await visitor.start("next", seed=random.randrange(2**31), **LONG)
    while not visitor.points:
        await visitor.look()
    watching = asyncio.create_task(_watch(visitor))
    among = await _strokes(server)
    watching.cancel()
    still = not visitor.over
    await visitor.stop()
    alone += await _strokes(server)
    ratios = ", ".join(f"{name} {of(among) / of(alone):.2f} times" for name, of in (("median", _median), ("p95", p95)))
    return f"{ratios} alone ({1000 * _median(alone):.0f} -> {1000 * _median(among):.0f} ms; still training: {still})"


async def _watch(visitor: Visitor) -> None:
    while not visitor.over:
        await visitor.look()


async def _strokes(server: Server) -> list[float]:
    return [await server.call(*ANSWER) for _ in range(STROKES)]


def _median(seconds: list[float]) -> float:
    return sorted(seconds)[len(seconds) // 2]


async def crowd(server: Server) -> str:
    """Visitors who press Start within some seconds, and then Stop, one after the other."""
    visitors = [Visitor(server, n) for n in range(VISITORS)]

    async def press(n: int, visitor: Visitor) -> None:
        await visitor.ask("show_workshop")
        await asyncio.sleep(WITHIN * random.random())
        await visitor.start("next", seed=1_000 + n % RECIPES)
        await visitor.look()

    await asyncio.gather(*(press(n, visitor) for n, visitor in enumerate(visitors)))
    have = Counter("a curve" if each.points else "a place" if each.place else each.seen["state"] for each in visitors)
    stops = [await visitor.stop() for visitor in visitors]
    states = Counter(visitor.seen["state"] for visitor in visitors)
    return f"{dict(have)}; Stop after at most {max(stops):.2f} s, median {_median(stops):.3f} s; then {dict(states)}"


async def told_to_stop(server: Server) -> str:
    """SIGTERM while visitors watch runs; the same server again gives the same run."""
    visitors = [Visitor(server, n) for n in range(VISITORS)]
    await _finished(visitors[0])
    before = await _answers(visitors[0])
    await asyncio.gather(*(each.start("next", seed=n % RECIPES) for n, each in enumerate(visitors[1:])))
    looking = [asyncio.create_task(_until_gone(each)) for each in visitors[1:]]
    await asyncio.sleep(2.0)
    workers, [process], begun = server.children(), server.processes, time.monotonic()
    process.send_signal(signal.SIGTERM)
    lost = sum(await asyncio.gather(*looking))
    status = await asyncio.to_thread(process.wait, 60)
    took = time.monotonic() - begun
    await asyncio.sleep(1.0)
    left = sum(map(_lives, workers))
    async with served(1, 1) as again:
        visitor = Visitor(again, 0)
        await _finished(visitor)
        same = await _answers(visitor) == before
    return (
        f"{lost} calls lost, ended after {took:.1f} s with status {status}, {left} of {len(workers)} workers left a "
        f"second later; the same run again: {same}"
    )


def _lives(pid: str) -> bool:
    """A process that has ended may stand in the table for a while, until somebody asks how it ended."""
    place = Path(f"/proc/{pid}/stat")
    return place.exists() and place.read_text().rpartition(")")[2].split()[0] != "Z"


async def _finished(visitor: Visitor) -> None:
    await visitor.ask("show_workshop")
    await visitor.start("next", seed=3, **SMALL)
    await _watch(visitor)


async def _answers(visitor: Visitor) -> str:
    """Letters as the run answers them at each of its moments."""
    html: str = (await visitor.ask("answer_moments", run=visitor.seen["run"], letters=[STROKE] * 3))["html"]
    return html


async def _until_gone(visitor: Visitor) -> int:
    """Watches until the server takes no more calls; how many were taken and not answered."""
    while True:
        try:
            await visitor.look()
        except httpx.ConnectError:
            return 0
        except httpx.HTTPError:
            return 1


async def measured(only: list[str]) -> None:
    shown: dict[str, Callable[[Server], Awaitable[str]]] = {
        **{f"a run watched: {task}": partial(curve, task=task) for task in TASKS},
        "a stroke beside a run": beside,
        f"{VISITORS} visitors start {RECIPES} recipes": crowd,
        "the server is told to stop": told_to_stop,
    }
    for what in (what for what in shown if any(each in what for each in only)):
        async with served(1, 1) as server:
            print(f"{what:<36} {await shown[what](server)}; load {os.getloadavg()[0]:.1f}", flush=True)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", nargs="+", default=[""], help="figures whose name holds one of these")
    asyncio.run(measured(options.parse_args().only))
