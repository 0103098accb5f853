"""Readers of one character in small odd sizes, and images for them; driven by the catalog."""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor, nn

from seqdemo.checkpoints import Loaded
from seqdemo.models.catalog import BY_NAME, VARIANTS, Variant
from seqdemo.models.character_cnn import CharacterCnnConfig
from seqdemo.models.row_rnn import Jordan, RowRnnConfig

ROWS = [variant for variant in VARIANTS if isinstance(variant.config, RowRnnConfig | CharacterCnnConfig)]
IN_STEPS = [
    *(variant for variant in ROWS if isinstance(variant.config, RowRnnConfig)),
    # Kinds that no shipped variant is of.
    *(
        replace(BY_NAME["row-lstm-47"], name=name, config=replace(BY_NAME["row-lstm-47"].config, **changed))
        for name, changed in {"dropout-after": {"between": False}, "jordan": {"cell": "jordan", "layers": 1}}.items()
    ),
]


CELLS = {
    "lstm": ["input", "forget", "output", "cell", "hidden"],
    "gru": ["reset", "update", "hidden"],
    "rnn": ["hidden"],
    "jordan": ["hidden"],
}
"""What there is to see in each kind of cell."""


def steps_of(variant: Variant) -> int:
    """28 rows one by one, 14 strips of two, or the whole image at a glance."""
    return 28 // variant.config.strip if isinstance(variant.config, RowRnnConfig) else 1


def small(variant: Variant) -> Variant:
    """The same variant with few weights."""
    config = variant.config
    if isinstance(config, RowRnnConfig):
        return replace(variant, config=replace(config, hidden=5, width=3 if config.width else 0))
    return replace(variant, config=replace(config, width=3, hidden=5))


def lively(variant: Variant, seed: int = 0) -> nn.Module:
    """A small model in evaluation mode whose weights are so large that its answers depend on what it sees."""
    torch.manual_seed(seed)
    model = small(variant).build().eval()
    for name, parameter in model.named_parameters():
        # Features of a strip are many, and larger ones would saturate the cells.
        nn.init.normal_(parameter, std=0.7) if not name.startswith("strips.") else parameter.data.mul_(2)
    for layer in model.modules():
        if isinstance(layer, Jordan):  # forgets the first rows unless what goes back weighs far more than what comes in
            nn.init.normal_(layer.hidden.weight, std=0.15)
            nn.init.normal_(layer.back.weight, std=4)
    return model


def loaded(variant: Variant, seed: int = 0) -> Loaded:
    """A lively small model as a checkpoint folder would give it."""
    return Loaded(variant, lively(variant, seed), {})


def on_dark(count: int, seed: int = 1) -> Tensor:
    """Noise on dark paper: images (count, 28, 28) whose edges are dark, whatever is changed inside."""
    images = torch.rand(count, 28, 28, generator=torch.Generator().manual_seed(seed))
    images[:, [0, -1]] *= 0.5
    images[:, :, [0, -1]] *= 0.5
    return images
