"""Which test samples the report's model gets wrong, and which letters it takes for which: the file behind a gallery.

    python benchmarks/wrong_samples.py FOLDER

FOLDER holds UNIPEN's letters. Writes seqdemo/explain/blocks/wrong_samples.json: the first WRONG wrong answers among
sequences drawn from the test writers' letters, and how many of their letters GRU 1 named as which, each on its own.
"""

from __future__ import annotations

import json
import sys
from base64 import b64encode
from datetime import date
from pathlib import Path
from typing import Any, cast
from zlib import compress

import numpy as np
import torch

from seqdemo.checkpoints import Loaded, load
from seqdemo.explain.blocks.wrong import FILE, MODEL
from seqdemo.handwriting.glyphs import GlyphBank
from seqdemo.letters import letters_of
from seqdemo.models.protocols import Reasoner
from seqdemo.sequences.arithmetic import NORMAL
from seqdemo.sequences.batches import Batch, next_letter_batch
from seqdemo.training import data
from seqdemo.training.metrics import named

CHECKPOINTS = Path(__file__).parents[1] / "checkpoints"
SEED, SEQUENCES, WRONG = 7, 600, 24


@torch.inference_mode()
def main(folder: Path) -> None:
    """Write the file."""
    loaded = load(CHECKPOINTS / MODEL)
    bank = data.unipen_test(folder, torch.device("cpu"))
    batch = next_letter_batch(NORMAL, bank, "test", SEED, np.arange(SEQUENCES))
    output = cast(Reasoner, loaded.model)(batch.images, batch.lengths)
    last = batch.lengths - 1
    answers = output.reasoning[torch.arange(SEQUENCES), last].argmax(-1)
    wrong = (answers != batch.answers).nonzero()[:, 0].tolist()
    facts = {
        "format": 1,
        "model": MODEL,
        "credit": data.UNIPEN_CREDIT,
        "date": date.today().isoformat(),
        "seed": SEED,
        "sequences": SEQUENCES,
        "wrong": len(wrong),
        "shortest": sum(int(batch.lengths[n]) == NORMAL.shortest for n in wrong),
        "samples": [_sample(batch, output.vision[n], answers[n], n) for n in wrong[:WRONG]],
        "confusion": _confusion(loaded, bank),
    }
    FILE.write_text(json.dumps(facts, separators=(",", ":")) + "\n")


def _sample(batch: Batch, vision: torch.Tensor, answer: torch.Tensor, n: int) -> dict[str, Any]:
    count = int(batch.lengths[n])
    images = (255 * batch.images[n, :count]).round().to(torch.uint8).numpy()
    return {
        "images": [b64encode(compress(image.tobytes(), 9)).decode() for image in images],
        "meant": letters_of(batch.letters[n, :count].tolist()),
        "read": letters_of(vision[:count].argmax(-1).tolist()),
        "answer": letters_of([int(answer)]),
        "target": letters_of([int(batch.answers[n])]),
    }


def _confusion(loaded: Loaded, bank: GlyphBank) -> list[list[int]]:
    """Row: the letter that was meant; column: the one that it was taken for."""
    counts = np.zeros((26, 26), int)
    np.add.at(counts, (bank.labels.numpy(), named(loaded.model, bank).argmax(-1).numpy()), 1)
    return cast(list[list[int]], counts.tolist())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
