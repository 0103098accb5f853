"""How fast training is beside the plain ways to do it: `python -m benchmarks.training_speed [--device cuda]`.

Samples a second of the same model in one process with one thread, all in one run: by `train.py`'s own steps; by a
Dataset whose items are drawn with PIL, a DataLoader with two workers and padded batches; and by such batches, ready in
memory, of which each sample goes through both GRUs on its own, as in the report's code.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional as F
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader, Dataset

from seqdemo.checkpoints import load
from seqdemo.models.catalog import BY_NAME, Variant
from seqdemo.models.cnn_gru import CnnGru
from seqdemo.sequences.arithmetic import NORMAL
from seqdemo.training import data, loop
from seqdemo.training.features import precomputed
from seqdemo.training.run import start

CHECKPOINTS = Path(__file__).parents[1] / "checkpoints"
NAME = "cnn-gru-normal"
AIMS = {"plain": 4, "one by one": 10}
WARM = 2
SHEETS = 20
"""Letters of each kind that are drawn: how many there are changes no step's time."""
SECONDS = 20.0
"""How long each way is measured, at least."""


class Lines(Dataset[tuple[Tensor, Tensor]]):
    """The plain way: each item is drawn when it is asked for, letter by letter."""

    def __init__(self, letters: data.Letters, count: int) -> None:
        self.images, self.offsets = letters.train.images.numpy(), letters.train.offsets.numpy()
        self.count = count

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, index: int) -> tuple[Tensor, Tensor]:
        """Images (T, 28, 28) and the T letters with the one that follows."""
        drawn, dice = NORMAL.draw("train", 1, np.array([index])), np.random.default_rng(index)
        length = int(drawn.lengths[0])
        letters = drawn.letters[0, : length + 1]
        shown = [self._letter(*each, dice) for each in zip(letters, drawn.glyphs[0][:length], strict=False)]
        return torch.stack(shown), torch.from_numpy(letters)

    def _letter(self, letter: int, share: float, dice: np.random.Generator) -> Tensor:
        """One image, turned and stretched by PIL."""
        first, after = self.offsets[letter], self.offsets[letter + 1]
        image = Image.fromarray(self.images[first + int(share * (after - first))])
        turned = image.rotate(dice.uniform(-20, 20), Image.Resampling.BILINEAR)
        across, down, shear = dice.uniform(0.8, 1.2), dice.uniform(0.8, 1.2), dice.uniform(-0.3, 0.3)
        matrix = (across, shear, 14 * (1 - across - shear), 0, down, 14 * (1 - down))
        bent = turned.transform((28, 28), Image.Transform.AFFINE, matrix, Image.Resampling.BILINEAR)
        return torch.from_numpy(np.array(bent, np.float32) / 255)


def padded(items: list[tuple[Tensor, Tensor]]) -> tuple[Tensor, Tensor, Tensor]:
    """Images (batch, letter, 28, 28), letters (batch, letter + 1), and how many images each row has."""
    images, letters = zip(*items, strict=True)
    lengths = torch.tensor([len(each) for each in images])
    return pad_sequence(list(images), batch_first=True), pad_sequence(list(letters), batch_first=True), lengths


def losses(model: CnnGru, images: Tensor, letters: Tensor, lengths: Tensor) -> Tensor:
    """Cross entropy of both stages over a padded batch."""
    _, vision = model.see(images, lengths)
    return _losses(model, vision, letters, lengths)


def losses_one_by_one(model: CnnGru, images: Tensor, letters: Tensor, lengths: Tensor) -> Tensor:
    """The same, with each sample on its own through both GRUs; the CNN sees all images at once."""
    reading = model.cnn(images.flatten(0, 1))
    features, glance = (each.unflatten(0, images.shape[:2]) for each in (reading.features, reading.vision))
    parts = []
    for row, length in enumerate(lengths.tolist()):
        one = lengths[row : row + 1]
        vision = model.recognise(features[row : row + 1, :length], glance[row : row + 1, :length], one)
        parts.append(_losses(model, vision, letters[row : row + 1, : length + 1], one))
    return torch.stack(parts).mean()


def _losses(model: CnnGru, vision: Tensor, letters: Tensor, lengths: Tensor) -> Tensor:
    real = torch.arange(vision.shape[1], device=lengths.device) < lengths[:, None]
    reasoning = model.reason(vision, lengths)
    return F.nll_loss(vision[real], letters[:, :-1][real]) + F.nll_loss(reasoning[real], letters[:, 1:][real])


def stepping(variant: Variant, batches: Iterator[Any], loss: Callable[..., Tensor], device: torch.device) -> Any:
    """A function that makes one step of a fresh model on the next batch."""
    run = start(variant, load(CHECKPOINTS / str(variant.recipe.start)).model, "pen", 0, device)
    assert isinstance(run.model, CnnGru)
    model = run.model.train()
    model.cnn.eval()

    def step() -> None:
        run.optimizer.zero_grad()
        loss(model, *(each.to(device) for each in next(batches))).backward()
        run.optimizer.step()

    return step


def own_steps(variant: Variant, letters: data.Letters, device: torch.device) -> Any:
    """A function that makes one step as `train.py` does."""
    reader = load(CHECKPOINTS / str(variant.recipe.start)).model.to(device)
    run = start(variant, reader, "pen", 0, device)
    begun = time.perf_counter()
    bank = precomputed(reader, letters.train, variant.recipe.augment, 0)
    each = (time.perf_counter() - begun) / len(letters.train) * 1e3
    print(f"features of the frozen reader, once in a training: {each:.1f} ms a letter")
    return lambda: loop.make_step(variant, run, bank, 0)


def per_second(step: Callable[[], object], batch: int) -> float:
    """Samples a second, after WARM steps."""
    for _ in range(WARM):
        step()
    settle()
    begun, steps = time.perf_counter(), 0
    while time.perf_counter() - begun < SECONDS:
        step()
        steps += 1
    settle()
    return steps * batch / (time.perf_counter() - begun)


def settle() -> None:
    """Wait for what a GPU has been asked for."""
    if torch.cuda.is_available():
        torch.cuda.synchronize()


def main() -> None:
    """Print a row for each way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--device", type=torch.device, default=torch.device("cpu"))
    device = parser.parse_args().device
    torch.set_num_threads(1)
    variant, batch = BY_NAME[NAME], BY_NAME[NAME].recipe.batch
    data.WRITTEN = {"train": SHEETS, "val": 1, "test": 1}
    letters = data.load("pen", None, CHECKPOINTS / "pen", torch.device("cpu"))
    on_device = data.load("pen", None, CHECKPOINTS / "pen", device)
    lines = Lines(letters, 1_000_000)
    loader = DataLoader(lines, batch, num_workers=2, collate_fn=padded, multiprocessing_context="spawn")
    ready = padded([lines[n] for n in range(batch)])
    ways = {
        "train.py": own_steps(variant, on_device, device),
        "plain": stepping(variant, iter(loader), losses, device),
        "one by one": stepping(variant, iter(lambda: ready, None), losses_one_by_one, device),
    }
    speeds = {name: per_second(step, batch) for name, step in ways.items()}
    print(f"{NAME}, batches of {batch}, {variant.recipe.steps:,} steps in a training\n")
    print(f"{'way':12}{'samples/s':>12}{'train.py is':>14}{'aim':>8}")
    for name, speed in speeds.items():
        beside = f"{speeds['train.py'] / speed:12.1f} x{AIMS[name]:6} x" if name in AIMS else ""
        print(f"{name:12}{speed:12,.0f}{beside}")


if __name__ == "__main__":
    main()
