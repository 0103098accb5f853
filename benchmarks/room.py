"""How a room holds a class, on loopback: python -m benchmarks.room [--phones N] [--minutes M] [--only WORDS].

Real browsers join, bet and train in two arms; then simulated phones of two rooms write the alphabet. Other work
on the machine changes times: the load is printed beside each figure. Requires Linux and Chromium.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from playwright.async_api import Browser, Page, async_playwright

from benchmarks.load import Server, p95, served
from seqdemo.letters import ALPHABET
from seqdemo.room.experiment import BETS
from seqdemo.room.room import MOST_MEMBERS

ROOMS = ("BCDF", "GHJK")
COMPARISON = "loss"
BESIDE = 12
"""Phones that write in another room at the same time."""
PATIENCE = 1800.0
LOADING = 3
"""Pages that are loaded at once."""
PACE = 0.5
"""Seconds between two looks at the wall."""


class Teacher:
    """Of one room, over HTTP."""

    def __init__(self, server: Server, code: str) -> None:
        self._server, self._place = server, {"code": code}

    async def ask(self, name: str, **asked: Any) -> dict[str, Any]:
        told = {**self._place, **asked, "lang": "en"}
        reply = await self._server.client.post("/gradio_api/component_server", json={"fn_name": name, "data": told})
        found: dict[str, Any] = json.loads(reply.text.rpartition("\n")[2])  # before it may stand places in line
        if "error" in found:
            raise RuntimeError(f"{name}: {found['error']}")
        return found

    async def begin(self, kind: str, **settings: str) -> None:
        self._place["host"] = (await self.ask("open_room"))["host"]
        await self.ask("lead_room", order="begin", act={"kind": kind, **settings})

    async def dots(self) -> int:
        html: str = (await self.ask("show_wall"))["html"]
        return html.count('class="hand') - html.count('<i class="hand')


async def trained(server: Server, phones: int) -> str:
    """From the first press of Start: seconds to the first dot and to all, and dots that never came."""
    teacher = Teacher(server, ROOMS[0])
    await teacher.begin("compare", comparison=COMPARISON)
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))  # phones take no time of the server's processors
    async with async_playwright() as driver:
        path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = await driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        pages = await _joined(browser, f"{server.client.base_url}#room={ROOMS[0]}", phones)
        begun = time.monotonic()
        watching = asyncio.create_task(_watched(teacher, phones))
        await asyncio.gather(*map(_bet_and_start, pages))
        pressed = time.monotonic() - begun
        first, last, dots = await watching
        told = await asyncio.gather(*(page.get_by_text("Your model gets").is_visible() for page in pages))
        await browser.close()
    return (
        f"all pressed after {pressed:.0f} s; first dot {first - begun:.1f} s, all dots {last - begun:.0f} s, "
        f"{phones - dots} lost; {sum(told)} of {phones} phones show their own"
    )


async def _joined(browser: Browser, address: str, phones: int) -> list[Page]:
    free = asyncio.Semaphore(LOADING)

    async def join() -> Page:
        async with free:
            context = await browser.new_context(
                viewport={"width": 390, "height": 844}, locale="en-GB", reduced_motion="reduce"
            )  # phones would draw what moves with processors of their own
            page = await context.new_page()
            page.set_default_timeout(1000 * PATIENCE)
            await page.goto(address)
            await page.get_by_role("button", name="Join", exact=True).click()
            await page.locator("#room .guesses").wait_for()
            return page

    return list(await asyncio.gather(*(join() for _ in range(phones))))


async def _bet_and_start(page: Page) -> None:
    await page.locator("#room .guesses button").nth(random.randrange(len(BETS))).click()
    await page.get_by_role("button", name="Start", exact=True).click()


async def _watched(teacher: Teacher, phones: int) -> tuple[float, float, int]:
    """When the first dot and the last one came, and how many there are."""
    first = last = until = time.monotonic() + PATIENCE
    dots = 0
    while dots < phones and time.monotonic() < until:
        now = await teacher.dots()
        if now > dots:
            first, last, dots = min(first, time.monotonic()), time.monotonic(), now
        await asyncio.sleep(PACE)
    return first, last, dots


async def written(server: Server, minutes: float) -> str:
    """Phones of a full room and of another one write 26 letters each within some minutes; then the ink is counted."""
    teachers = [Teacher(server, code) for code in ROOMS]
    times: list[float] = []
    for teacher in teachers:
        await teacher.begin("alphabet")

    async def phone(number: int, teacher: Teacher) -> None:
        seconds, token = 60 * minutes / (len(ALPHABET) + 1), (await teacher.ask("join_room"))["token"]
        await asyncio.sleep(random.random() * seconds)
        for label in ALPHABET:
            begun = time.monotonic()
            act = {"letter": {"label": label, "strokes": _marked(number, label)}}
            await teacher.ask("act_in_room", token=token, act=act)
            times.append(time.monotonic() - begun)
            await asyncio.sleep(max(0.0, begun + seconds - time.monotonic()))

    begun, numbers = time.monotonic(), (range(MOST_MEMBERS), range(MOST_MEMBERS, MOST_MEMBERS + BESIDE))
    await asyncio.gather(*(phone(n, teacher) for teacher, own in zip(teachers, numbers, strict=True) for n in own))
    took = time.monotonic() - begun
    found = [await _marks(teacher) for teacher in teachers]
    wanted = [Counter((n, label) for n in own for label in ALPHABET) for own in numbers]
    lost = sum((want - have).total() for want, have in zip(wanted, found, strict=True))
    doubled = sum(have.total() - len(have) for have in found)
    strange = sum((have & want).total() for have, want in zip(found, reversed(wanted), strict=True))
    return (
        f"{lost} lost, {doubled} doubled, {strange} in another room, after {took:.0f} s; "
        f"p95 of {len(times)} letters {p95(times):.2f} s"
    )


def _marked(number: int, label: str) -> list[list[list[float]]]:
    """Strokes that say which phone wrote them, and as which letter."""
    return [[[0.1 + number / 1000, 0.1 + ALPHABET.index(label) / 100], [0.8, 0.9]]]


async def _marks(teacher: Teacher) -> Counter[tuple[int, str]]:
    """How often each phone's letters stand in a room's ink file."""
    file: str = (await teacher.ask("save_ink"))["file"]
    points = [json.loads(line)["strokes"][0][0] for line in file.splitlines()[1:]]
    return Counter((round(1000 * x) - 100, ALPHABET[round(100 * y) - 10]) for x, y in points)


async def measured(phones: int, minutes: float, only: list[str]) -> None:
    shown: dict[str, Callable[[Server], Awaitable[str]]] = {
        f"{phones} browsers train {COMPARISON}": partial(trained, phones=phones),
        f"{MOST_MEMBERS} phones write the alphabet": partial(written, minutes=minutes),
    }
    for what in (what for what in shown if any(each in what for each in only)):
        async with served(1, 1) as server:
            print(f"{what:<36} {await shown[what](server)}; load {os.getloadavg()[0]:.1f}", flush=True)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--phones", type=int, default=30, help="browsers that train")
    options.add_argument("--minutes", type=float, default=3.0, help="within which all letters are written")
    options.add_argument("--only", nargs="+", default=[""], help="figures whose name holds one of these")
    given = options.parse_args()
    asyncio.run(measured(given.phones, given.minutes, given.only))
