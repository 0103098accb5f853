"""From a variant's name to its checkpoint folder: data, training, figures, card."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import save as save_tensors
from torch import Tensor, nn

from seqdemo import checkpoints, golden
from seqdemo.checkpoints import Loaded
from seqdemo.files import json_bytes, write_json, write_together
from seqdemo.handwriting.pen import PenModel, Style
from seqdemo.models.catalog import BY_NAME, Variant
from seqdemo.models.pen_reader import PenReader
from seqdemo.training import calibration, card, cross_fitting, loop, metrics, pen, state
from seqdemo.training.data import Letters
from seqdemo.training.run import Run, fingerprint, planned, start
from seqdemo.training.session import RunOptions, Session

WRITTEN = 200
"""Letters of each kind on which the pen model is judged."""


@dataclass(frozen=True, eq=False)
class _Trained:
    """A finished run, ready to be written."""

    variant: Variant
    run: Run
    weights: Mapping[str, Tensor]
    reader: Loaded | None
    letters: Letters
    model: nn.Module
    measured: dict[str, Any]


def produce(variant: Variant, session: Session) -> dict[str, Any]:
    """Train one variant and write its folder; returns its metrics.

    Raises DataError, CheckpointError or OSError with a sentence on what to do, and loop.Interrupted on Ctrl-C.
    Nothing in the folder changes before everything that goes into it is on the disk.
    """
    options = session.options
    place = options.runs / variant.name / "state.safetensors"
    made = _train(variant, session, place)
    files = {
        **checkpoints.files(made.variant, made.weights, made.letters.source, options.seed, made.reader),
        checkpoints.HISTORY: "".join(json.dumps(row) + "\n" for row in made.run.history).encode(),
        **_described(made.variant, made.model, made.measured, session),
    }
    _write(variant, files, options)
    place.unlink(missing_ok=True)
    return made.measured


def add_seed(variant: Variant, session: Session) -> dict[str, Any]:
    """Train a variant with the session's seed and keep its test figures, not its weights, beside the shipped ones.

    Raises what `produce` raises.
    """
    options = session.options
    place = options.runs / f"{variant.name}-seed-{options.seed}" / "state.safetensors"
    made = _train(variant, session, place)
    known = {name: made.measured[name] for name in checkpoints.SEED_FIGURES if name in made.measured}
    source = made.letters.source
    known |= made.measured["training"]
    known["command"] = f"python train.py seeds {variant.name} --seeds {options.seed} --data {source}"
    write_json(options.checkpoints / variant.name / f"seed-{options.seed}.json", known)
    place.unlink(missing_ok=True)
    return made.measured


def _train(variant: Variant, session: Session, place: Path) -> _Trained:
    """Train one variant and measure it, its state at `place` while it is under way."""
    options, recipe = session.options, fingerprint(variant)
    reader, earlier, letters = session.reader(variant), session.earlier(variant), session.letters(variant)
    variant = planned(variant, letters)
    modules = [None if each is None else each.model for each in (reader, earlier)]
    run = start(variant, modules[0], letters.source, options.seed, options.device, modules[1])
    bank = session.bank(variant, reader)
    if options.resume and place.exists():
        state.restore(place, run)
    loop.train(variant, run, letters, bank, options.seed, place)
    weights = _finished(variant, run, letters, options)
    model = checkpoints.filled(variant, checkpoints.stored(weights))
    training = {**_training(run, variant, letters, options), "recipe": recipe}
    measured = _measured(variant, model, letters, session, training)
    return _Trained(variant, run, weights, reader, letters, model, measured)


def _finished(variant: Variant, run: Run, letters: Letters, options: RunOptions) -> dict[str, Tensor]:
    """The weights that are kept: the best of the run, with fitted temperatures; or those where nothing is trained."""
    weights, model = run.best or run.judged.state_dict(), run.judged
    if not isinstance(model, PenReader):
        return weights
    place = options.runs / variant.name / "held-out.safetensors"
    calibration.calibrate(model, cross_fitting.held_out(variant, letters, options.seed, place))
    return {**weights, **{name: buffer for name, buffer in model.named_buffers() if name.startswith("trust")}}


def evaluate(variant: Variant, session: Session) -> dict[str, Any]:
    """Measure the stored weights on the test writers again and write figures and card anew; returns the metrics."""
    loaded = checkpoints.load(session.options.checkpoints / variant.name)
    letters = session.letters(variant)
    measured = _measured(variant, loaded.model, letters, session, loaded.metrics.get("training", {}))
    _write(variant, _described(variant, loaded.model, measured, session), session.options)
    return measured


def _measured(
    variant: Variant, model: nn.Module, letters: Letters, session: Session, training: Mapping[str, Any]
) -> dict[str, Any]:
    """What metrics.json holds; leaves the model on the session's device."""
    return {
        **metrics.measure(variant, model.to(session.options.device), letters, session.pen),
        "test_data": letters.source,
        "parameters": sum(parameter.numel() for parameter in model.parameters()),
        "training": training,
    }


def _described(variant: Variant, model: nn.Module, measured: Mapping[str, Any], session: Session) -> dict[str, bytes]:
    """Figures, golden tensors and card, by file name."""
    return {
        checkpoints.METRICS: json_bytes(measured),
        golden.FILE: save_tensors(golden.of(model.cpu(), session.pen)),
        "README.md": card.of(variant, measured).encode(),
    }


def _write(variant: Variant, files: Mapping[str, bytes], options: RunOptions) -> None:
    write_together({options.checkpoints / variant.name / name: content for name, content in files.items()})


def _training(run: Run, variant: Variant, letters: Letters, options: RunOptions) -> dict[str, Any]:
    return {
        "data": letters.source,
        "credit": letters.credit,
        "letters": len(letters.train),
        "seed": options.seed,
        "command": f"python train.py {variant.name} --data {letters.source} --seed {options.seed}",
        "date": datetime.now(UTC).date().isoformat(),
        "device": device_name(options.device),
        "seconds": round(run.seconds),
        "steps": run.step,
        "start": variant.recipe.start,
        "goes_on_from": variant.recipe.goes_on_from,
        "ended": loop.ended(variant.recipe, run),
    }


def device_name(device: torch.device) -> str:
    """The GPU, or how many threads of the CPU."""
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    threads = torch.get_num_threads()
    return f"{device.type}, {threads} thread{'s' if threads > 1 else ''}"


def judge_pen(options: RunOptions) -> float:
    """The share of its usual letters that the pen writes legibly, by the reader; noted in the pen's folder."""
    model = checkpoints.load(options.checkpoints / "reader").model.to(options.device)

    def read(images: NDArray[np.uint8]) -> NDArray[np.int64]:
        vision: Tensor = model(torch.from_numpy(images).to(options.device).float() / 255).vision
        return vision.argmax(-1).cpu().numpy()

    folder = options.checkpoints / "pen"
    figures = pen.measure(PenModel.load(folder), read, WRITTEN, options.seed)
    pen.record(folder, figures)
    return float(figures["named_right"][str(Style().temperature)]["all"]) / 100


def needed(name: str) -> list[Variant]:
    """The variants that a name stands for (`all`: every one, readers first; `pen`: none); raises ValueError."""
    if name == "pen":
        return []
    if name == "all":
        return checkpoints.readers_first(BY_NAME.values())
    if name not in BY_NAME:
        raise ValueError(f"expected one of: {', '.join(BY_NAME)}, pen, all")
    return [BY_NAME[name]]
