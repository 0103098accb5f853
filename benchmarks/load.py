"""How the server holds, on loopback: python -m benchmarks.load [--processes N] [--replicas N] [--long].

Several replicas stand behind nginx with the configuration of docs/. Every ratio compares figures of the same run; other
work on the machine changes times more than ratios. Requires Linux.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import ExitStack, asynccontextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

import httpx

from benchmarks import nginx

ROOT = Path(__file__).parents[1]
STROKE = {"strokes": [[[0.2, 0.2], [0.8, 0.8]], [[0.8, 0.2], [0.2, 0.8]]]}
ANSWER = ("answer", {"model": "cnn-gru-normal", "letters": [STROKE] * 3, "lang": "en"})
A_CHARACTER = ("answer", {"model": "row-lstm-47", "letters": [STROKE], "lang": "en"})
A_WORD = ("answer", {"model": "seq2seq-bahdanau", "letters": [STROKE] * 5, "lang": "en"})
WORDS = ["seq2seq", "seq2seq-forward", "seq2seq-reversed", "seq2seq-peeky", "seq2seq-bridge", "seq2seq-deep",
         "seq2seq-aligned", "seq2seq-bahdanau", "seq2seq-luong", "transformer", "swap-best", "exact-swap"]  # fmt: skip
HEAVY: dict[str, tuple[str, dict[str, Any]]] = {
    "40 comparisons of 12 models": ("compare", {"task": "swap-normal", "letters": [STROKE] * 8, "models": WORDS}),
    "40 pictures of 14 letters": ("download", {"model": "transformer", "letters": [STROKE] * 14, "kind": "png"}),
    "40 scoreboards": ("show_scoreboard", {"lang": "ko"}),
}
PATIENCE = 120.0


class Server:
    """`python app.py` on a free port, or several behind nginx."""

    def __init__(self, client: httpx.AsyncClient, processes: list[subprocess.Popen[bytes]]) -> None:
        self.client = client
        self.processes = processes
        self.outcomes: Counter[str] = Counter()

    async def call(self, name: str, asked: dict[str, Any]) -> float:
        """Seconds until the reply; what came of it is counted."""
        begun = time.monotonic()
        try:
            reply = await self.client.post("/gradio_api/component_server", json={"fn_name": name, "data": asked})
            told = json.loads(reply.text.rpartition("\n")[2])  # before it may stand places in line
            busy = "busy" in str(told.get("error", ""))
            self.outcomes["busy" if busy else "answered" if "error" not in told else "refused"] += 1
        except (httpx.HTTPError, ValueError):
            self.outcomes["failed"] += 1
        return time.monotonic() - begun

    async def arrive(self) -> float:
        """Seconds to open the page: its document, and what it asks first."""
        begun = time.monotonic()
        try:
            (await self.client.get("/")).raise_for_status()
            await self.call("open_page", {"lang": "en"})
        except httpx.HTTPError:
            self.outcomes["failed"] += 1
        return time.monotonic() - begun

    def memory(self) -> float:
        """Megabytes that the processes hold."""
        states = (Path(f"/proc/{pid}/status").read_text() for pid in self._pids())
        return sum(int(re.findall(r"VmRSS:\s*(\d+)", state)[0]) for state in states) / 1024

    def processor(self) -> float:
        """Seconds of processor that they have taken."""
        fields = (Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in self._pids())
        return sum(int(each[11]) + int(each[12]) for each in fields) / os.sysconf("SC_CLK_TCK")

    def _pids(self) -> list[str]:
        """Of the servers and those that they have started."""
        return [*(str(process.pid) for process in self.processes), *self.children()]

    def children(self) -> list[str]:
        """Processes that the servers have started, from whichever thread."""
        threads = (each for process in self.processes for each in Path(f"/proc/{process.pid}/task").glob("*/children"))
        return [child for each in threads for child in each.read_text().split()]


@asynccontextmanager
async def served(processes: int, replicas: int) -> AsyncIterator[Server]:
    door, *ports = free_ports(1 + replicas)
    front = nginx.running(nginx.balanced(door, ports)) if replicas > 1 else nullcontext()
    replicated = [started(port, processes) for port in ports]
    limits = httpx.Limits(max_connections=None)
    address = f"http://127.0.0.1:{door if replicas > 1 else ports[0]}"
    try:
        with front:
            for port in ports:
                async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as replica:
                    await _until_healthy(replica)
            async with httpx.AsyncClient(base_url=address, timeout=PATIENCE, limits=limits) as client:
                yield Server(client, replicated)
    finally:
        for process in replicated:
            process.terminate()
        for process in replicated:
            process.wait(60)


def free_ports(count: int) -> list[int]:
    with ExitStack() as held:
        probes = [held.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]


def started(port: int, processes: int) -> subprocess.Popen[bytes]:
    told = {**os.environ, "GRADIO_SERVER_PORT": str(port), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "app.py", "--processes", str(processes)]
    return subprocess.Popen(command, cwd=ROOT, env=told, stdout=subprocess.DEVNULL)


async def _until_healthy(client: httpx.AsyncClient) -> None:
    until = time.monotonic() + 600
    while time.monotonic() < until:
        try:
            if (await client.get("/health")).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        await asyncio.sleep(0.2)
    raise TimeoutError("the server does not get healthy")


def p95(seconds: Iterable[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]


async def strokes(server: Server, count: int = 15) -> float:
    """Median seconds of one stroke's answer after the other."""
    return statistics.median([await server.call(*ANSWER) for _ in range(count)])


async def beside(server: Server, what: str) -> str:
    alone = await strokes(server)
    heavy = [asyncio.create_task(server.call(*HEAVY[what])) for _ in range(40)]
    await asyncio.sleep(0.05)
    among = await strokes(server)
    running = sum(not task.done() for task in heavy)
    await asyncio.gather(*heavy)
    return (
        f"{among / alone:.1f} times alone ({1000 * alone:.0f} -> {1000 * among:.0f} ms; {running} of 40 still at work)"
    )


async def crowd(server: Server, people: int, each: int, asked: tuple[str, dict[str, Any]] = ANSWER) -> str:
    async def person() -> list[float]:
        return [await server.call(*asked) for _ in range(each)]

    server.outcomes.clear()
    begun, taken = time.monotonic(), server.processor()
    times = [second for person_s in await asyncio.gather(*(person() for _ in range(people))) for second in person_s]
    rate = len(times) / (time.monotonic() - begun)
    each_takes = 1000 * (server.processor() - taken) / len(times)
    return (
        f"p95 {p95(times):.2f} s, {rate:.0f} answers/s, {each_takes:.0f} ms of processor each, {dict(server.outcomes)}"
    )


async def arrivals(server: Server) -> str:
    server.outcomes.clear()
    times = await asyncio.gather(*(server.arrive() for _ in range(200)))
    return f"p95 {p95(times):.2f} s, {dict(server.outcomes)}"


async def rush(server: Server) -> str:
    alone = await strokes(server, 5)
    told = await crowd(server, 600, 1)
    begun = time.monotonic()
    while await strokes(server, 3) > 3 * alone and time.monotonic() - begun < 60:
        pass
    return f"{told}; as before after {time.monotonic() - begun:.1f} s"


async def slow(server: Server) -> str:
    """Connections that send a byte of a body every half second, and bystanders."""
    alone = await strokes(server)
    host, port = server.client.base_url.host, server.client.base_url.port
    assert port is not None
    opened = [await asyncio.open_connection(host, port) for _ in range(100)]
    head = b"POST /gradio_api/component_server HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n"

    async def trickle() -> None:
        for _, writer in opened:
            writer.write(head)
        while True:
            for _, writer in opened:
                writer.write(b" ")
            await asyncio.sleep(0.5)

    task = asyncio.create_task(trickle())
    among = await strokes(server)
    task.cancel()
    for _, writer in opened:
        writer.close()
    return f"{among / alone:.2f} times alone"


async def memory(server: Server) -> str:
    async def grown(calls: list[Awaitable[Any]]) -> float:
        before = server.memory()
        for start in range(0, len(calls), 20):
            await asyncio.gather(*calls[start : start + 20])
        return server.memory() - before

    await strokes(server, 100)
    begun = time.monotonic()
    answers = await grown([server.call(*ANSWER) for _ in range(5000)]) / ((time.monotonic() - begun) / 60)
    pictures = await grown([server.call(*HEAVY["40 pictures of 14 letters"]) for _ in range(200)])
    named = json.dumps({"data": [], "fn_index": 0, "session_hash": "x" * 1_800_000}).encode()
    names = await grown([server.client.post("/gradio_api/queue/join", content=named) for _ in range(200)])
    return (
        f"{answers:+.1f} MB a minute of answers, {pictures:+.0f} MB for 200 pictures, {names:+.0f} for 200 long names"
    )


async def measured(processes: int, replicas: int, long: bool, only: list[str]) -> None:
    shown: dict[str, Callable[[Server], Awaitable[str]]] = {
        **{f"a stroke beside {what}": partial(beside, what=what) for what in HEAVY},
        "30 people x 5": lambda server: crowd(server, 30, 5),
        "30 people x 5, row by row": lambda server: crowd(server, 30, 5, A_CHARACTER),
        "30 people x 5, swapped words": lambda server: crowd(server, 30, 5, A_WORD),
        "200 people x 3": lambda server: crowd(server, 200, 3),
        "a page while 200 arrive": arrivals,
        "600 at once": rush,
        "a stroke beside 100 slow connections": slow,
        **({"memory": memory} if long and processes == 1 else {}),
    }
    async with served(processes, replicas) as server:
        for what, figure in ((what, shown[what]) for what in shown if any(each in what for each in only)):
            print(f"{what:<44} {await figure(server)}; load {os.getloadavg()[0]:.1f}", flush=True)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--processes", type=int, default=1)
    options.add_argument("--replicas", type=int, default=1, help="more than one stand behind nginx")
    options.add_argument("--long", action="store_true", help="memory too, some minutes")
    options.add_argument("--only", nargs="+", default=[""], help="figures whose name holds one of these")
    given = options.parse_args()
    asyncio.run(measured(given.processes, given.replicas, given.long, given.only))
