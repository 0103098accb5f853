"""What share of words a dictionary should leave to its letter model: `python benchmarks/unlisted_share.py FOLDER`.

Validation words in the letters of validation writers, with these words in the list and without.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a file, Python looks for modules beside it only

from benchmarks.inked import alone
from seqdemo import checkpoints
from seqdemo.models.swap_dictionary import SwapDictionary
from seqdemo.sequences.words import SWAP_CHALLENGE, SWAP_LONGER, SWAP_NORMAL
from seqdemo.training.spelling import seen, spell

SHARES = (0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99)


def main(arguments: list[str]) -> None:
    """Print the share of words that come out right, for each share of unlisted words."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="folder of UNIPEN's letters")
    parser.add_argument("--samples", type=int, default=1000, help="words of each kind of length")
    parser.add_argument("--checkpoint", type=Path, default=Path(__file__).parents[1] / "checkpoints/swap-dictionary")
    chosen = parser.parse_args(arguments)
    torch.set_num_threads(1)
    model = checkpoints.load(chosen.checkpoint).model
    assert isinstance(model, SwapDictionary)
    letters = alone(chosen.folder, "val")
    bank = seen(model, letters.bank(letters.images()))
    for share in SHARES:
        model.config = replace(model.config, unlisted=share)
        for name, knowing in (("listed", model), ("unlisted", model.not_knowing("val"))):
            tasks = (SWAP_NORMAL, SWAP_CHALLENGE, SWAP_LONGER)
            right = [spell(knowing, task, bank, "val", chosen.samples).right.mean() for task in tasks]
            print(f"{share:5} {name:9}", *(f"{each:.2%}" for each in right), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
