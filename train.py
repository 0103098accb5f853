"""Train, resume and evaluate the shipped variants: `python train.py --help`."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from pathlib import Path

import torch

from seqdemo.errors import CheckpointError, DataError
from seqdemo.handwriting import unipen
from seqdemo.models.catalog import VARIANTS
from seqdemo.models.studies import STUDIES
from seqdemo.training import pen, study
from seqdemo.training.loop import Interrupted
from seqdemo.training.produce import evaluate, judge_pen, needed, produce
from seqdemo.training.session import RunOptions, Session

HERE = Path(__file__).parent


def main(arguments: list[str]) -> int:
    """Run the command line; returns the exit status."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        _run(options, Session(_run_options(options)))
    except Interrupted:
        again = [argument for argument in arguments if argument != "--resume"]
        print(f"Saved. Go on with: python train.py {shlex.join([*again, '--resume'])}")
        return 130
    except KeyboardInterrupt:
        print("Stopped; no checkpoint was changed.")
        return 130
    except (DataError, CheckpointError, ValueError) as error:
        print(f"train.py: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(
            f"train.py: cannot write {error.filename or 'a file'} ({error.strerror}). Make room, or name another "
            "folder with --checkpoints or --runs. Checkpoints that were there before are whole.",
            file=sys.stderr,
        )
        return 2
    return 0


def _run(options: argparse.Namespace, session: Session) -> None:
    if options.what[0] == "study":
        _study(options.what[1:], session)
    else:
        _train(options, session)


def _train(options: argparse.Namespace, session: Session) -> None:
    """Train variants, or measure them again."""
    measure = options.what[0] == "evaluate"
    names = options.what[measure:]
    if not names:
        raise ValueError("expected NAME, evaluate NAME or study NAME")
    wanted = [(name, needed(name)) for name in names]
    for name, variants in wanted:
        if name == "pen" and measure:
            print(f"pen: {judge_pen(session.options):.2%} of its letters are named right")
        elif name in ("pen", "all") and not measure:
            _pen(session.options, required=name == "pen")
        for variant in variants:
            figures = evaluate(variant, session) if measure else produce(variant, session)
            right = f"{figures['accuracy']:.2%} on {figures['test_data']} letters it never saw"
            print(f"{variant.name}: {right}", flush=True)


def _study(names: list[str], session: Session) -> None:
    """Conduct studies; of several processes that torchrun has started, each makes its share of the runs."""
    if not names:
        raise ValueError(f"expected study NAME, one of: {', '.join(STUDIES)}")
    rank, ranks = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
    for wanted in [study.named(name) for name in names]:
        collected = study.conduct(wanted, session, rank, ranks)
        rest = "the runs of this process are finished; the last process to finish collects them"
        print(f"{wanted.name}: {collected or rest}", flush=True)


def _pen(options: RunOptions, required: bool) -> None:
    """Fit the pen model where there is ink to learn from; the shipped one serves where there is none."""
    if options.data_dir is None and required:
        raise DataError("The pen model learns from UNIPEN: name its folder with --data-dir, or in SEQDEMO_DATA.")
    if options.data_dir is None or not (required or unipen.found(options.data_dir)):
        return
    pen.train_pen(options.data_dir, options.checkpoints / "pen", options.seed)


def _run_options(options: argparse.Namespace) -> RunOptions:
    if options.seed < 0:
        raise ValueError("expected a seed of at least 0")
    return RunOptions(
        _device(options.device), options.data, options.data_dir, options.seed, options.resume,
        options.checkpoints, options.runs,
    )  # fmt: skip


def _device(name: str) -> torch.device:
    try:
        return torch.empty(0, device=_best() if name == "auto" else name).device
    except (RuntimeError, AssertionError) as error:
        raise ValueError("expected a device that this machine has: auto, cpu, cuda, cuda:1, …") from error


def _best() -> str:
    """A GPU where there is one; each of torchrun's processes takes another."""
    gpus = torch.cuda.device_count()
    return f"cuda:{int(os.environ.get('LOCAL_RANK', 0)) % gpus}" if gpus else "cpu"


def _parser() -> argparse.ArgumentParser:
    names = "\n".join(f"  {variant.name:24}{variant.task:14}{variant.title}" for variant in VARIANTS)
    studies = "\n".join(f"  {each.name:24}{each.base.task:14}{each.titles[0]}" for each in STUDIES.values())
    parser = argparse.ArgumentParser(
        usage="python train.py [evaluate | study] NAME [NAME …] [options]",
        description="Train variants, measure trained ones again, or study what single decisions are worth.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=f"variants:\n{names}\n  {'pen':24}{'':14}The pen model\n  {'all':24}{'':14}All of these, in order\n\n"
        f"studies, by python train.py study NAME:\n{studies}",
    )
    data_dir = os.environ.get("SEQDEMO_DATA")
    parser.add_argument("what", nargs="+", metavar="NAME", help="variants, pen, or all; after study: studies")
    parser.add_argument("--device", default="auto", help="auto (a GPU where there is one), cpu, cuda, cuda:1, …")
    parser.add_argument("--data", default="auto", choices=["auto", "unipen", "emnist", "pen"],
                        help="whose letters; auto: UNIPEN if --data-dir has it, else the pen model's")  # fmt: skip
    parser.add_argument("--data-dir", type=Path, default=Path(data_dir) if data_dir else None,
                        help="folder of the letters (default: $SEQDEMO_DATA)")  # fmt: skip
    parser.add_argument("--seed", type=int, default=0,
                        help="the same seed gives the same weights (default: 0; a study has its own)")  # fmt: skip
    parser.add_argument("--resume", action="store_true", help="go on where an interrupted run stopped")
    parser.add_argument("--checkpoints", type=Path, default=HERE / "checkpoints", help="where results go")
    parser.add_argument("--runs", type=Path, default=HERE / "runs", help="where unfinished runs are kept")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
