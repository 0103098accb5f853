"""Measure what the scoreboard shows beside the cards' figures: `python benchmarks/scoreboard.py --data-dir FOLDER`.

Processor time per answer of every shipped variant, other readers on the same letters, another corrector of the same
words, and answers on letters that are turned, thinned, blurred, noisy or on other paper. Each part is written when it
is done; --only measures some anew, and --variants only some variants of the last one.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import torch

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a file, Python looks for modules beside it only

from benchmarks.answer_times import answer_times
from benchmarks.inked import Written, written
from benchmarks.reading_contest import contest
from benchmarks.robustness import robustness
from benchmarks.word_correctors import correctors_contest
from seqdemo.checkpoints import Loaded, ModelStore
from seqdemo.errors import CheckpointError, DataError
from seqdemo.files import read_json, write_json
from seqdemo.handwriting.pen import PenModel
from seqdemo.models.catalog import BY_NAME
from seqdemo.page.core.resources import BENCHMARK, BENCHMARK_FORMAT

HERE = Path(__file__).parents[1]
_PACKAGES = ("torch", "numpy", "pillow", "scikit-learn", "scikit-image", "symspellpy")


@dataclass(frozen=True)
class Order:
    """What is measured, and how much of it."""

    data_dir: Path
    checkpoints: Path
    out: Path
    only: tuple[str, ...]
    seed: int = 0
    rounds: int = 30
    """Answers that are timed, of each variant."""
    letters: int = 1000
    """Test letters that are distorted."""
    words: int = 2000
    """Swapped words of each task that correctors are asked."""
    samples: int = 300
    """Sequences, and words, that are made of distorted letters, of each task."""
    variants: tuple[str, ...] = ()
    """Those whose answers to distorted letters are measured, beside what is known of the others; none: all."""


@dataclass(frozen=True, eq=False)
class Stock:
    """What all parts measure with."""

    models: Mapping[str, Loaded]
    pen: PenModel
    letters: Written


PARTS: Mapping[str, Callable[[Stock, Order], dict[str, Any]]] = {
    "times": lambda stock, order: answer_times(stock.models, stock.pen, order.rounds),
    "readers": lambda stock, _: contest(stock.models.values(), stock.letters),
    "words": lambda stock, order: correctors_contest(stock.models.values(), stock.letters.alone, order.words),
    "robustness": lambda stock, order: robustness(
        [loaded for name, loaded in stock.models.items() if name in (order.variants or stock.models)],
        stock.letters.alone.some(order.letters, order.seed),
        order.samples,
    ),
}


def run(order: Order) -> dict[str, Any]:
    """Measure the parts that were ordered; those in the file that were not stay as they are."""
    stock = Stock(
        ModelStore.open(order.checkpoints).models, PenModel.load(order.checkpoints / "pen"), written(order.data_dir)
    )
    board = _begun(order.out)
    for name in order.only:
        begun = time.perf_counter()
        found = PARTS[name](stock, order)
        measured = _measured(name, stock, order, _names(found), time.perf_counter() - begun)
        before = board.get(name, {}) if name == "robustness" and order.variants else {}
        board[name] = _beside(before, {"measured": measured, **found})
        write_json(order.out, board)
        print(f"{name}: {time.perf_counter() - begun:.0f} s, written to {order.out}", flush=True)
    return board


def _names(part: Mapping[str, Any]) -> set[str]:
    """Everything that a part has figures of, by name."""
    tables = [part, *part.get("distortions", {}).values()]
    listed = {row["name"] for row in part.get("rows", ())}
    return listed.union(*(table.get("variants", {}) for table in tables))


def _beside(before: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    """Two tables of tables as one; where both have an entry, the one that was found."""
    joined = {**before, **found}
    both = (name for name in before.keys() & found.keys() if isinstance(found[name], dict))
    return {**joined, **{name: _beside(before[name], found[name]) for name in both}}


def _begun(out: Path) -> dict[str, Any]:
    """What the file holds already, if it is one of these."""
    board = read_json(out) if out.exists() else {}
    known = isinstance(board, dict) and board.get("format") == BENCHMARK_FORMAT
    return dict(board) if known else {"format": BENCHMARK_FORMAT}


def _measured(name: str, stock: Stock, order: Order, shown: set[str], seconds: float) -> dict[str, Any]:
    """When, where, how, and of which weights: a model that was trained again since is another one."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": _machine(),
        "command": f"python benchmarks/scoreboard.py --only {name}",
        "seed": order.seed,
        "seconds": round(seconds),
        "versions": {"python": platform.python_version(), **_versions()},
        "weights": {variant: loaded.sha256 for variant, loaded in stock.models.items() if variant in shown},
    }


def _machine() -> str:
    """Such as `AMD EPYC 7B13, 2 processors, one thread, Linux x86_64`."""
    told = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    names = [line.partition(":")[2].strip() for line in told.splitlines() if line.startswith("model name")]
    chip = names[0] if names else platform.processor() or "unknown processor"
    return f"{chip}, {os.cpu_count()} processors, one thread, {platform.system()} {platform.machine()}"


def _versions() -> dict[str, str]:
    found = {}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def _order(arguments: list[str]) -> Order:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    known = os.environ.get("SEQDEMO_DATA")
    parser.add_argument(
        "--data-dir", type=Path, default=known, required=known is None, help="folder of UNIPEN's letters"
    )
    parser.add_argument("--checkpoints", type=Path, default=HERE / "checkpoints")
    parser.add_argument("--out", type=Path, help="file to write; CHECKPOINTS/scoreboard.json if it is not named")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=tuple(PARTS), help="measure only these parts anew")
    parser.add_argument("--variants", nargs="+", choices=BY_NAME, default=(), help="distort letters for these alone")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args(arguments)
    out = chosen.out or chosen.checkpoints / BENCHMARK
    only, variants = tuple(chosen.only), tuple(chosen.variants)
    return Order(Path(chosen.data_dir), chosen.checkpoints, out, only, chosen.seed, variants=variants)


def main(arguments: list[str]) -> int:
    """Run the command line; returns the exit status."""
    torch.set_num_threads(1)
    try:
        run(_order(arguments))
    except (DataError, CheckpointError, OSError, ValueError) as error:
        print(f"scoreboard.py: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
