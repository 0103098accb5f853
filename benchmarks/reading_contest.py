"""How many letters each reader reads right, and what a letter costs it."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterable
from typing import Any

from tqdm import tqdm

from benchmarks.contestants import Contestant, ours
from benchmarks.inked import Images, Inked, Written
from benchmarks.other_readers import OTHERS, MissingError
from seqdemo.checkpoints import Loaded
from seqdemo.handwriting.trajectory import Trajectories

Shown = tuple[Images, Trajectories]


def contest(
    models: Iterable[Loaded], letters: Written, others: Iterable[Callable[[Inked], Contestant]] = OTHERS
) -> dict[str, Any]:
    """Ours and others on the same images: those written on their own (`alone`), and cut out of words too (`every`).

    `ms` is processor time per letter with many letters in one go, that of starting a program included; what was
    learned from letters had them before. `left_out` says what to install for a reader that was not there.
    """
    found, left_out = list(ours(models)), {}
    for make_ready in tqdm(others, "Making other readers ready", leave=False):
        try:
            found.append(make_ready(letters.train))
        except MissingError as error:
            left_out[make_ready.__name__] = str(error)
    alone, every = letters.alone.images(), letters.every.images()
    shown = ((alone, letters.alone.ways()), (every, letters.every.ways()))
    rows = [_row(each, letters, *shown) for each in tqdm(found, "Asking readers", leave=False)]
    sizes = {"train": len(letters.train), "alone": len(letters.alone), "every": len(letters.every)}
    return {"letters": sizes, "rows": rows, "left_out": left_out}


def _row(reader: Contestant, letters: Written, alone: Shown, every: Shown) -> dict[str, Any]:
    begun = _busy()
    answers = reader.read(*alone)
    ms = 1000 * (_busy() - begun) / len(letters.alone)
    right = {"alone": share(answers, letters.alone), "every": share(reader.read(*every), letters.every)}
    told = {"name": reader.name, "title": reader.title, "version": reader.version, "settings": reader.settings}
    return {**told, "right": right, "ms": round(ms, 4)}


def share(answers: list[str], letters: Inked) -> float:
    """Letters read right; nothing read is wrong."""
    return round(sum(a == b for a, b in zip(answers, letters.meant, strict=True)) / len(letters), 5)


def _busy() -> float:
    """Seconds of processor time that this process and the programs that it called have used."""
    called = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + called.ru_utime + called.ru_stime
