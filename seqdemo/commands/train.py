"""Train, resume and evaluate the shipped variants: `python train.py --help`, or `seqdemo train --help`."""

from __future__ import annotations

import argparse
import math
import os
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from seqdemo.checkpoints import shipped
from seqdemo.errors import CheckpointError, DataError
from seqdemo.handwriting import unipen
from seqdemo.models.catalog import BY_NAME, VARIANTS, Variant
from seqdemo.models.studies import STUDIES
from seqdemo.training import pen, plan, study
from seqdemo.training.loop import Interrupted
from seqdemo.training.produce import add_seed, evaluate, judge_pen, needed, produce
from seqdemo.training.session import RunOptions, Session
from seqdemo.workshop import readings
from seqdemo.workshop.protocol import Ended, Message, Point
from seqdemo.workshop.recipe import WorkshopRecipe
from seqdemo.workshop.training import Training

SHIPPED = shipped()
"""Their metrics say how long each variant took."""
HERE = SHIPPED.parent if SHIPPED.name == "checkpoints" else Path()
"""Where results go: beside the code in a checkout; an installed package is not written to."""
_KINDS = ("evaluate", "seeds", "study")


def main(arguments: list[str], command: str = "python train.py") -> int:
    """Run the command line, which began with `command`; returns the exit status."""
    parser = _parser(command)
    options = parser.parse_args(arguments)
    try:
        if options.recipe is None:
            _run(options, Session(_run_options(options)))
        else:
            _recipe(options.recipe)
    except Interrupted:
        again = [argument for argument in arguments if argument != "--resume"]
        print(f"Saved. Go on with: {command} {shlex.join([*again, '--resume'])}")
        return 130
    except KeyboardInterrupt:
        print("Stopped; no checkpoint was changed.")
        return 130
    except (DataError, CheckpointError, ValueError) as error:
        print(f"{command.split()[-1]}: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(
            f"{command.split()[-1]}: cannot write {error.filename or 'a file'} ({error.strerror}). Make room, or name "
            "another folder with --checkpoints or --runs. Checkpoints that were there before are whole.",
            file=sys.stderr,
        )
        return 2
    return 0


def _run(options: argparse.Namespace, session: Session) -> None:
    kind = options.what[0] if options.what and options.what[0] in _KINDS else "train"
    names = options.what[kind != "train" :]
    if not names:
        known = ", ".join(STUDIES if kind == "study" else BY_NAME)
        raise ValueError(f"expected {'' if kind == 'train' else kind + ' '}NAME, one of: {known}")
    if kind == "seeds":
        _seeds(names, options.seeds, session)
    else:
        {"train": _train, "evaluate": _evaluate, "study": _study}[kind](names, session)


def _train(names: list[str], session: Session) -> None:
    """Train variants, readers first and then the shortest; of several processes, each its share."""
    options, variants = session.options, _variants(names)
    jobs = plan.planned(variants, options, SHIPPED)
    mine, fits_pen = plan.share(jobs, *_rank()), _fits_pen(names, options)
    for job in mine:
        folder = options.checkpoints / job.variant.name
        plan.guard(plan.metrics_of(folder).get("training", {}), "data", job.variant.name, options)
    plan.check(mine, options, fits_pen)
    if len(jobs) > 1 or not mine:
        print(plan.told(jobs), flush=True)
    if fits_pen:
        assert options.data_dir is not None
        pen.train_pen(options.data_dir, options.checkpoints / "pen", options.seed)
    for job in mine:
        _tell(job.variant.name, produce(job.variant, session))


def _evaluate(names: list[str], session: Session) -> None:
    """Measure variants again."""
    options, variants = session.options, _variants(names)
    for variant in variants:
        plan.guard(plan.metrics_of(options.checkpoints / variant.name), "test_data", variant.name, options)
    plan.check([], options)
    if "pen" in names:
        print(f"pen: {judge_pen(options):.2%} of its letters are named right")
    for variant in variants:
        _tell(variant.name, evaluate(variant, session))


def _seeds(names: list[str], seeds: list[int], session: Session) -> None:
    """Train variants with further seeds, whose figures alone are kept; of several processes, each its share."""
    jobs = plan.seeds(_variants(names), seeds, session.options, SHIPPED)
    mine = plan.share(jobs, *_rank())
    plan.check(mine, session.options)
    print(plan.told(jobs), flush=True)
    for job in mine:
        _tell(f"{job.variant.name}, seed {job.seed}", add_seed(job.variant, session.with_seed(job.seed)))


def _variants(names: list[str]) -> list[Variant]:
    """Each variant that is named, once."""
    return list({variant.name: variant for name in names for variant in needed(name)}.values())


def _tell(name: str, figures: Mapping[str, Any]) -> None:
    print(f"{name}: {figures['accuracy']:.2%} on {figures['test_data']} letters it never saw", flush=True)


def _rank() -> tuple[int, int]:
    """Which of how many processes this is, if torchrun has started several."""
    return int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))


def _study(names: list[str], session: Session) -> None:
    """Conduct studies; of several processes that torchrun has started, each makes its share of the runs."""
    studies = [study.named(name) for name in names]
    for wanted in studies:
        plan.guard(plan.held(study.file_of(wanted, session.options)), "data", wanted.name, session.options)
    plan.check([], session.options)
    for wanted in studies:
        collected = study.conduct(wanted, session, *_rank())
        rest = "the runs of this process are finished; the last process to finish collects them"
        print(f"{wanted.name}: {collected or rest}", flush=True)


def _recipe(link: str) -> None:
    """Make a run of the workshop, however long it takes, on the letters that are shipped for it."""

    def say(message: Message) -> None:
        if isinstance(message, Point):
            print(f"step {message.step}: {message.accuracy:.2%} on validation writers", flush=True)
        elif isinstance(message, Ended):
            end = "" if message.accuracy is None else f", {message.accuracy:.2%} on test writers"
            print(f"{message.why} after {message.step} steps and {message.seconds:.0f} s{end}", flush=True)

    Training(WorkshopRecipe.from_link(link), readings.load(SHIPPED), say, limit=math.inf).go(lambda _: None)


def _fits_pen(names: list[str], options: RunOptions) -> bool:
    """Whether the pen model is fitted: of all, where there is ink to learn from and it is not there from before."""
    if "pen" in names:
        if options.data_dir is None:
            raise DataError("The pen model learns from UNIPEN: name its folder with --data-dir, or in SEQDEMO_DATA.")
        return True
    if "all" not in names or options.data_dir is None or _rank()[1] > 1:
        return False
    there = options.resume and (options.checkpoints / "pen").is_dir()
    return unipen.found(options.data_dir) and not there


def _run_options(options: argparse.Namespace) -> RunOptions:
    if options.seed < 0:
        raise ValueError("expected a seed of at least 0")
    return RunOptions(
        _device(options.device), options.data, options.data_dir, options.seed, options.resume,
        options.checkpoints, options.runs, options.replace,
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


def _parser(command: str) -> argparse.ArgumentParser:
    names = "\n".join(f"  {variant.name:26}{variant.task:14}{variant.title}" for variant in VARIANTS)
    studies = "\n".join(f"  {each.name:26}{each.base.task:14}{each.titles[0]}" for each in STUDIES.values())
    parser = argparse.ArgumentParser(
        usage=f"{command} [evaluate | seeds | study] NAME [NAME …] [options]",
        description="Train variants, measure trained ones again, train them with further seeds, "
        "or study what single decisions are worth.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=f"variants:\n{names}\n  {'pen':26}{'':14}The pen model\n  {'all':26}{'':14}All of these, in order\n\n"
        f"studies, by {command} study NAME:\n{studies}",
    )
    data_dir = os.environ.get("SEQDEMO_DATA")
    parser.add_argument("what", nargs="*", metavar="NAME", help="variants, pen, or all; after study: studies")
    parser.add_argument("--device", default="auto", help="auto (a GPU where there is one), cpu, cuda, cuda:1, …")
    parser.add_argument("--data", default="auto", choices=["auto", "unipen", "emnist", "ink", "pen"],
                        help="whose letters; ink: of your own, as ink files, InkML or UNIPEN text; auto: UNIPEN if "
                        "--data-dir has it, else the pen model's")  # fmt: skip
    parser.add_argument("--data-dir", type=Path, default=Path(data_dir) if data_dir else None,
                        help="folder of the letters (default: $SEQDEMO_DATA)")  # fmt: skip
    parser.add_argument("--seed", type=int, default=0,
                        help="the same seed gives the same weights (default: 0; a study has its own)")  # fmt: skip
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2], metavar="SEED",
                        help="with seeds NAME: further seeds; only figures are kept (default: 1 2)")  # fmt: skip
    parser.add_argument("--recipe", metavar="LINK",
                        help="make a run of the workshop, such as next,hidden=128,seed=3")  # fmt: skip
    parser.add_argument("--resume", action="store_true",
                        help="go on where an interrupted run stopped, and leave what is trained already")  # fmt: skip
    parser.add_argument("--replace", action="store_true", help="write over what stands on other letters")
    parser.add_argument("--checkpoints", type=Path, default=HERE / "checkpoints", help="where results go")
    parser.add_argument("--runs", type=Path, default=HERE / "runs", help="where unfinished runs are kept")
    return parser
