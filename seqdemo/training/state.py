"""A run's state in one safetensors file, so that killing it at any moment loses nothing but the steps since."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save as save_tensors
from torch import Tensor

from seqdemo.errors import DataError
from seqdemo.files import write_atomically
from seqdemo.training.run import Run

_PLAIN = ("origin", "step", "seconds", "best_score", "history")
"""What of a run is no tensor."""


def save(path: Path, run: Run) -> None:
    """Write the state atomically; raises OSError."""
    tensors = {f"model/{name}": tensor for name, tensor in run.model.state_dict().items()}
    tensors |= {f"best/{name}": tensor for name, tensor in run.best.items()}
    if run.average is not None:
        tensors |= {f"average/{name}": tensor for name, tensor in run.average.state_dict().items()}
    for number, slots in run.optimizer.state_dict()["state"].items():
        tensors |= {f"optimizer/{number}/{name}": tensor for name, tensor in slots.items()}
    tensors |= {f"logged/{name}": values for name, values in run.logged.items()}
    plain = {name: getattr(run, name) for name in _PLAIN}
    kept = {name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()}
    write_atomically(path, save_tensors(kept, {"run": json.dumps(plain)}))


def restore(path: Path, run: Run) -> None:
    """Put a saved state into a fresh run of the same variant; raises DataError if it does not fit."""
    try:
        with safe_open(path, "pt") as file:
            plain = json.loads(file.metadata()["run"])
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
        if plain["origin"] != run.origin:
            raise ValueError("expected the same seed, data and recipe")
        run.model.load_state_dict(_under("model/", tensors))
        if run.average is not None:
            run.average.load_state_dict(_under("average/", tensors))
        _restore_optimizer(run.optimizer, _under("optimizer/", tensors))
    except (OSError, SafetensorError, KeyError, RuntimeError, TypeError, ValueError) as error:
        raise DataError(
            f"Cannot resume from {path}: it is damaged, or of another seed, data or recipe. "
            "Leave out --resume to start anew."
        ) from error
    run.best = _under("best/", tensors)
    device = next(run.model.parameters()).device
    run.logged = {name: values.to(device) for name, values in _under("logged/", tensors).items()}
    for name in _PLAIN:
        setattr(run, name, plain[name])


def _under(prefix: str, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name.removeprefix(prefix): tensor for name, tensor in tensors.items() if name.startswith(prefix)}


def _restore_optimizer(optimizer: torch.optim.Optimizer, tensors: dict[str, Tensor]) -> None:
    slots: dict[int, dict[str, Tensor]] = {}
    for name, tensor in tensors.items():
        number, slot = name.split("/")
        slots.setdefault(int(number), {})[slot] = tensor
    optimizer.load_state_dict({"state": slots, "param_groups": optimizer.state_dict()["param_groups"]})
