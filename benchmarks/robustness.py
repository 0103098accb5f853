"""How far answers hold when letters are harder to read than any in training."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from torch import nn
from tqdm import tqdm

from benchmarks.contestants import READING, letters_read
from benchmarks.distortions import DISTORTIONS, Distortion
from benchmarks.inked import Inked
from seqdemo.checkpoints import Loaded
from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.letters import letters_of
from seqdemo.sequences.arithmetic import EASY, NORMAL
from seqdemo.sequences.words import SWAP_NORMAL
from seqdemo.training import spelling
from seqdemo.training.metrics import sequence_accuracy

Figures = dict[str, float]
Seen = dict[bytes, GlyphBank]
"""What frozen readers made of the letters, so that models which took over the same reader have it look only once."""


def robustness(
    models: Iterable[Loaded], letters: Inked, samples: int, distortions: Iterable[Distortion] = DISTORTIONS
) -> dict[str, Any]:
    """Figures of every variant that reads letters at every strength: `answers` right, and `vision`, letters read right.

    Next letter also has `rule_on_vision`, the exact rule on the letters read. Sequences and words are made of
    distorted letters; there are `samples` of each task.
    """
    chosen = [loaded for loaded in models if loaded.task in _MEASURES]
    kinds = tuple(distortions)
    places = [(kind, strength) for kind in kinds for strength in kind.strengths]
    usual = _figures(chosen, letters.bank(letters.images()), samples)
    tables = {
        (kind.name, strength): usual
        if strength == kind.usual
        else _figures(chosen, kind.bank(letters, strength), samples)
        for kind, strength in tqdm(places, "Distorting letters", leave=False)
    }
    found = {kind.name: _told(kind, [tables[kind.name, strength] for strength in kind.strengths]) for kind in kinds}
    return {"letters": len(letters), "samples": samples, "distortions": found}


def _told(kind: Distortion, tables: list[dict[str, Figures]]) -> dict[str, Any]:
    """From one table for each strength to one list over the strengths for each variant and figure."""
    variants = {
        name: {figure: [round(table[name][figure], 4) for table in tables] for figure in figures}
        for name, figures in tables[0].items()
    }
    return {"strengths": list(kind.strengths), "usual": kind.usual, "variants": variants}


def _figures(models: Iterable[Loaded], bank: GlyphBank, samples: int) -> dict[str, Figures]:
    """Of each variant, on these letters."""
    seen: Seen = {}
    return {loaded.name: _MEASURES[loaded.task](loaded, bank, samples, seen) for loaded in models}


def _letter(loaded: Loaded, bank: GlyphBank, _: int, __: Seen) -> Figures:
    assert bank.trajectories is not None
    read = letters_read(loaded, bank.images.numpy(), bank.trajectories.float().numpy())
    return {"answers": sum(a == b for a, b in zip(read, letters_of(bank.labels.tolist()), strict=True)) / len(bank)}


def _next(loaded: Loaded, bank: GlyphBank, samples: int, _: Seen) -> Figures:
    found = sequence_accuracy(loaded.variant, loaded.model, bank, "test", samples)
    return {"answers": found["accuracy"], "vision": found["vision"], "rule_on_vision": found["rule_on_vision"]}


def _words(loaded: Loaded, bank: GlyphBank, samples: int, seen: Seen) -> Figures:
    """Words of 4 to 8 letters, greedily written."""
    model: Any = loaded.model
    reader = _digest(model.cnn)
    if reader not in seen:
        seen[reader] = spelling.seen(model, bank)
    spelled = spelling.spell(model, SWAP_NORMAL, seen[reader], "test", samples)
    return {"answers": float(spelled.right.mean()), "vision": spelled.vision}


def _digest(reader: nn.Module) -> bytes:
    """The same for the same weights."""
    found = hashlib.sha256()
    for tensor in reader.state_dict().values():
        found.update(tensor.numpy().tobytes())
    return found.digest()


_MEASURES: Mapping[str, Callable[[Loaded, GlyphBank, int, Seen], Figures]] = {
    **dict.fromkeys(READING, _letter),
    **dict.fromkeys((EASY.name, NORMAL.name), _next),
    SWAP_NORMAL.name: _words,
}
"""By task; models of other tasks name no letters."""
