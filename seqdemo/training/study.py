"""Runs a study, each change with each seed on its own, and collects what came out in one file.

A run that is finished leaves its figures in the folder of unfinished runs, so that any number of processes may share a
study and whichever is last collects it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from torch import nn

from seqdemo import checkpoints
from seqdemo.files import read_json, write_json
from seqdemo.models.catalog import Variant
from seqdemo.models.studies import STUDIES, Change, Group, Study
from seqdemo.sequences.samples import TASKS
from seqdemo.sequences.words import WordTask
from seqdemo.training import loop, metrics, run, spelling, state
from seqdemo.training.data import Letters
from seqdemo.training.produce import device_name
from seqdemo.training.session import RunOptions, Session

FOLDER = "studies"
SEQUENCES = 2000
"""Of the test split, the same ones for every run."""
CHECKS = 5
"""How often a run is validated and saved: rarely, since runs are short and losses are kept anyway."""
POINTS = 50
"""Places at which a run's losses are kept, each the mean since the one before."""
_FIGURES = ("accuracy", "vision", "reasoning_on_truth", "rule_on_vision")


@dataclass(frozen=True)
class Trial:
    """One change with one seed."""

    study: str
    change: Change
    seed: int

    @property
    def variant(self) -> Variant:
        """Named after the trial, for the progress bar and so that no state is taken for another's."""
        return replace(self.change.variant, name=f"{self.study}: {self.change.name}, seed {self.seed}")

    def place(self, options: RunOptions) -> Path:
        """The file of its figures; its state, while it runs, lies beside it."""
        return options.runs / FOLDER / self.study / f"{self.change.name}-{self.seed}.json"


def named(name: str) -> Study:
    """The study of a name; raises ValueError."""
    if name not in STUDIES:
        raise ValueError(f"expected one of the studies: {', '.join(STUDIES)}")
    return STUDIES[name]


def file_of(study: Study, options: RunOptions) -> Path:
    """Where what came out of a study is kept."""
    return options.checkpoints / FOLDER / f"{study.name}.json"


def conduct(study: Study, session: Session, rank: int = 0, ranks: int = 1) -> Path | None:
    """Make every `ranks`-th run from number `rank` on; returns the study's file once all runs of it are finished.

    Raises what `produce` raises. The session's own seed is not used: a study has its own.
    """
    mine, options = trials(study)[rank::ranks], session.options
    if not options.resume:
        for trial in mine:
            trial.place(options).unlink(missing_ok=True)
    letters = session.letters(study.base)
    for trial in mine:
        if _finished(trial, letters.source, options) is None:
            _make(trial, session)
    return _collected(study, letters, options)


def trials(study: Study) -> list[Trial]:
    """Every run of a study; those of one change are neighbours."""
    return [Trial(study.name, change, seed) for change in study.changes for seed in study.seeds]


def _finished(trial: Trial, source: str, options: RunOptions) -> Mapping[str, Any] | None:
    """The figures of a run, if it has been made on these letters and with this recipe."""
    place = trial.place(options)
    known: Mapping[str, Any] = read_json(place) if place.exists() else {}
    return known if known.get("origin") == run.origin(trial.variant, source, trial.seed) else None


def _make(trial: Trial, session: Session) -> None:
    variant, options = trial.variant, session.options
    place, letters, reader = trial.place(options), session.letters(variant), session.reader(variant)
    underway = place.with_suffix(".safetensors")
    made = run.start(variant, None if reader is None else reader.model, letters.source, trial.seed, options.device)
    if options.resume and underway.exists():
        state.restore(underway, made)
    loop.train(variant, made, letters, session.bank(variant, reader), trial.seed, underway, CHECKS)
    model = checkpoints.filled(variant, checkpoints.stored(made.best)).to(options.device)
    known = {
        "origin": made.origin,
        "test": _tested(variant, model, letters),
        "loss": thinned(made.logged["loss"].tolist()),
        "seconds": round(made.seconds, 1),
        "device": device_name(options.device),
    }
    write_json(place, known)
    underway.unlink()


def _tested(variant: Variant, model: nn.Module, letters: Letters) -> dict[str, Any]:
    """Right answers of writers that training never saw, as a whole and by length; for lines also each stage apart."""
    task = TASKS[variant.task]
    if isinstance(task, WordTask):
        spelled = spelling.spell(model, task, spelling.seen(model, letters.test), "test", SEQUENCES)
        lengths = {length: spelled.right[spelled.lengths == length] for length in sorted(set(spelled.lengths.tolist()))}
        by_length = {str(length): {"accuracy": float(right.mean())} for length, right in lengths.items()}
        return {"accuracy": float(spelled.right.mean()), "vision": spelled.vision, "by_length": by_length}
    measured = metrics.sequence_accuracy(variant, model, letters.test, "test", SEQUENCES)
    by_length = {length: {name: row[name] for name in _FIGURES} for length, row in measured["by_length"].items()}
    return {**{name: measured[name] for name in _FIGURES}, "by_length": by_length}


def thinned(losses: Sequence[float]) -> dict[str, Sequence[float]]:
    """At most POINTS steps at equal distances, and the mean loss of the steps up to each since the one before."""
    marks = sorted({round(len(losses) * n / POINTS) for n in range(POINTS + 1)})
    means = [sum(losses[a:b]) / (b - a) for a, b in pairwise(marks)]
    return {"step": marks[1:], "mean": [round(mean, 5) for mean in means]}


def _collected(study: Study, letters: Letters, options: RunOptions) -> Path | None:
    """Write the study's file; None while any run is missing."""
    runs: dict[str, list[Mapping[str, Any]]] = {}
    for trial in trials(study):
        known = _finished(trial, letters.source, options)
        if known is None:
            return None
        runs.setdefault(trial.change.name, []).append(known)
    place = file_of(study, options)
    results = {name: _result(made) for name, made in runs.items()}
    write_json(place, {**_told(study, letters, [run for made in runs.values() for run in made]), "results": results})
    return place


def _told(study: Study, letters: Letters, runs: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What was done, and how, with whose letters."""
    return {
        **_titled(study),
        "task": study.base.task,
        "base": study.base.name,
        "judged_by": study.judged_by,
        "seeds": list(study.seeds),
        "steps": study.base.recipe.steps,
        "batch": study.base.recipe.batch,
        "sequences": SEQUENCES,
        "data": letters.source,
        "credit": letters.credit,
        "command": f"python train.py study {study.name} --data {letters.source}",
        "date": datetime.now(UTC).date().isoformat(),
        "device": ", ".join(dict.fromkeys(run["device"] for run in runs)),
        "seconds": round(sum(run["seconds"] for run in runs)),
        "groups": [{**_titled(group), "changes": list(map(_titled, group.changes))} for group in study.groups],
    }


def _titled(told: Study | Group | Change) -> dict[str, str]:
    return {"name": told.name, "title": told.titles[0], "title_ko": told.titles[1]}


def _result(runs: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What the seeds of one change have in common and how far they differ."""
    losses = [run["loss"]["mean"] for run in runs]
    spreads = [_over_seeds(places) for places in zip(*losses, strict=True)]
    loss = {name: [spread[name] for spread in spreads] for name in ("mean", "least", "most")}
    return {**_over_seeds([run["test"] for run in runs]), "loss": {"step": runs[0]["loss"]["step"], **loss}}


def _over_seeds(figures: Sequence[Any]) -> dict[str, Any]:
    """Tables of numbers, one for each seed, as one table of the same form with a mean and a spread in each place."""
    if isinstance(figures[0], Mapping):
        return {name: _over_seeds([table[name] for table in figures]) for name in figures[0]}
    return {"mean": _mean(figures), "least": min(figures), "most": max(figures), "by_seed": list(figures)}


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 6)
