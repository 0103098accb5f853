"""`Workshop`: the runs of all visitors, those that wait among them; nothing of it is ever on disk."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread, Timer

from seqdemo.errors import InputError
from seqdemo.workshop import comparisons, examples
from seqdemo.workshop.protocol import Ended, Message, Order, message
from seqdemo.workshop.readings import FILE
from seqdemo.workshop.recipe import WorkshopRecipe
from seqdemo.workshop.run import OVER, Run
from seqdemo.workshop.training import LIMIT

KEPT = 3600.0
"""Seconds for which a run is kept after it was last asked for."""
MOST_RUNS = 60
"""Runs that are kept at once; snapshots of the largest take 5 MB."""
MOST_VISITORS, MOST_WAITING = 1_000, 40
"""Of one run, and runs in line."""
HANGS = 15 * LIMIT
"""Seconds after which a run is ended from outside, however little processor time it got."""
IDLE = 300.0
"""Seconds after which a paused run gives its place to others."""


SIDE_BY_SIDE = ("SEQDEMO_PROCESSES", "SEQDEMO_REPLICAS")
"""Variables that say how many serve the page side by side; runs are in the memory of one."""


class Worker:
    """A process that trains, and what it is training."""

    def __init__(self, folder: Path, heard: Callable[[Worker, Message | None], None]) -> None:
        package = Path(__file__).parents[2]
        self.run: Run | None = None
        self._process = subprocess.Popen(
            [sys.executable, "-m", "seqdemo.workshop.worker", str(folder)], cwd=package, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,  # Ctrl-C is not for it
            env={**os.environ, "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"},
        )  # fmt: skip
        self._heard = heard
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        with self._process as process:
            assert process.stdout is not None
            for text in process.stdout:
                try:
                    self._heard(self, message(text))
                except ValueError:
                    process.kill()
        self._heard(self, None)

    def tell(self, text: str) -> None:
        """A recipe or an order; a process that is gone already is told nothing."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(f"{text}\n")
            self._process.stdin.flush()
        except OSError:
            return

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> None:
        """End it, and wait until it is gone."""
        self.kill()
        self._listener.join()


class Workshop:
    """Trains at most so many runs at once, in processes that are started when the first of them is needed."""

    def __init__(self, folder: Path, workers: int | None = None) -> None:
        self._folder = folder
        self._alone = all(os.environ.get(name, "1") == "1" for name in SIDE_BY_SIDE)
        self.most = workers or max(1, (os.cpu_count() or 1) - 1)
        """Runs at once."""
        self._lock = Lock()
        self._workers: list[Worker] = []
        self._timers: list[Timer] = []
        self._shipped = {run.key: run for run in examples.load(folder)}
        self.compared = comparisons.load(folder)
        """What runs of many seeds came to, made beforehand."""
        self._runs: dict[str, Run] = {}
        self._waiting: list[Run] = []

    def warm(self) -> None:
        """Have a process ready, since a new one takes seconds to begin."""
        with self._lock:
            if not self._workers and (self._folder / FILE).exists():
                self._hire()

    def check(self) -> None:
        """Raises InputError where nothing can be trained."""
        if not (self._folder / FILE).exists():
            raise InputError("no_workshop", "The letters to learn from are missing, so nothing can be trained.")
        if not self._alone:
            raise InputError("several_processes", "This server is several processes, which share no runs. Start it "
                             "with one process to train here.")  # fmt: skip

    def start(self, recipe: WorkshopRecipe, visitor: str, brief: bool = False) -> Run:
        """The run of a recipe for a visitor, who leaves any other that is not over yet; see `Run.brief`."""
        self.check()
        with self._lock:
            self._forget()
            self._leave(visitor, but=recipe.link)
            run = self._runs.get(recipe.link) or self._shipped.get(recipe.link)
            if run is None or run.state == "failed" or (run.ended and run.ended.why == "stopped"):
                if len(self._waiting) >= MOST_WAITING:
                    raise InputError("line_full", "Too many runs are waiting. Try again in a few minutes.")
                run = self._runs[recipe.link] = Run(recipe, set(), brief=brief)
                self._waiting.append(run)
            if len(run.visitors) < MOST_VISITORS:
                run.visitors.add(visitor)
            run.asked = time.monotonic()
            self._assign()
            return run

    def order(self, key: str, visitor: str, order: Order) -> Run:
        """Pause, go on, step or stop; a run that others look at goes on for them. Raises InputError."""
        with self._lock:
            run = self._found(key)
            if run.state in OVER:
                return run
            if run.visitors - {visitor}:
                if order != "stop":
                    raise InputError("run_shared", "Others watch this run too, so it goes on for them.")
                run.visitors.discard(visitor)
            else:
                self._obey(run, order)
            return run

    def run(self, key: str) -> Run:
        """The run of a recipe's link; raises InputError."""
        with self._lock:
            run = self._found(key)
            run.asked = time.monotonic()
            return run

    def known(self, key: str) -> Run | None:
        """The run of a recipe's link, if there is one."""
        with self._lock:
            return self._runs.get(key) or self._shipped.get(key)

    @property
    def shipped(self) -> tuple[Run, ...]:
        """Finished runs that were made beforehand, the usual one of each task first."""
        return tuple(self._shipped.values())

    def is_shipped(self, run: Run) -> bool:
        """Whether it was made beforehand."""
        return self._shipped.get(run.key) is run

    def of(self, visitor: str) -> list[Run]:
        """The runs of a visitor, the oldest first."""
        with self._lock:
            runs = {**self._shipped, **self._runs}
            return sorted((run for run in runs.values() if visitor in run.visitors), key=lambda run: run.since)

    def place(self, run: Run) -> int:
        """How many runs are trained before this one begins; 0 once it has begun."""
        with self._lock:
            return 1 + self._waiting.index(run) if run in self._waiting else 0

    def line(self) -> tuple[int, float]:
        """How many would be before a run that was started now, and about how many seconds it would wait."""
        with self._lock:
            busy = [worker for worker in self._workers if worker.run]
            before = len(self._waiting) + (len(busy) if len(busy) >= self.most else 0)
            return before, before * LIMIT / 2 / self.most

    def close(self) -> None:
        """End all processes, and what watches over them."""
        with self._lock:
            self._waiting.clear()
            workers, timers = list(self._workers), list(self._timers)
        for timer in timers:
            timer.cancel()
            timer.join()
        for worker in workers:
            worker.end()

    def _found(self, key: str) -> Run:
        run = self._runs.get(key) or self._shipped.get(key)
        if run is None:
            raise InputError("run_gone", "This run is gone. Start it again: the same seed gives the same run.")
        return run

    def _leave(self, visitor: str, but: str) -> None:
        for run in self._runs.values():
            if visitor in run.visitors and run.key != but and run.state not in OVER:
                run.visitors.discard(visitor)
                if not run.visitors:
                    self._obey(run, "stop")

    def _obey(self, run: Run, order: Order) -> None:
        if run in self._waiting:
            if order == "stop":
                self._waiting.remove(run)
                run.take(Ended("stopped", 0, 0.0, None, {}))
            return
        if order == "stop":
            run.take(Ended("stopped", run.points[-1].step if run.points else 0, 0.0, None, {}))
        elif run.state in ("running", "paused"):
            run.state = "running" if order == "go" else "paused"
        for worker in self._workers:
            if worker.run is run:
                worker.tell(order)
                if run.state == "paused":
                    self._later(IDLE, worker, lambda: run.state == "paused")

    def _assign(self) -> None:
        """Give runs that wait to processes that do not."""
        while self._waiting:
            free = next((worker for worker in self._workers if worker.run is None), None)
            if free is None and len(self._workers) >= self.most:
                return
            worker = free or self._hire()
            worker.run = self._waiting.pop(0)
            worker.run.state = "starting"
            worker.tell(worker.run.told)
            self._later(HANGS, worker, lambda: True)

    def _hire(self) -> Worker:
        worker = Worker(self._folder, self._hear)
        self._workers.append(worker)
        return worker

    def _later(self, seconds: float, worker: Worker, still: Callable[[], bool]) -> None:
        """End a process that is still at the same run by then."""
        at = worker.run

        def check() -> None:
            if worker.run is at and still():
                worker.kill()

        timer = Timer(seconds, check)
        timer.daemon = True
        timer.start()
        self._timers = [*filter(Timer.is_alive, self._timers), timer]

    def _hear(self, worker: Worker, said: Message | None) -> None:
        with self._lock:
            run = worker.run
            if said is None:
                self._workers.remove(worker)
                if run is not None and run.state not in OVER:
                    run.state = "failed"
            elif run is not None and run.state not in OVER:
                run.take(said)
            if said is None or isinstance(said, Ended):
                worker.run = None
                self._assign()

    def _forget(self) -> None:
        """Runs that nobody asked for, and the oldest of too many."""
        now = time.monotonic()
        over = [run for run in self._runs.values() if run.state in OVER]
        old = [run for run in over if now - run.asked > KEPT]
        many = sorted(over, key=lambda run: run.asked)[: max(0, len(self._runs) - MOST_RUNS + 1)]
        for run in [*old, *many]:
            self._runs.pop(run.key, None)
