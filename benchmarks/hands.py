"""A class made of UNIPEN's writers: `python benchmarks/hands.py test` (or `val`, where the penalty was chosen).

Of the 30 writers with the most letters one of each kind is taken, those written on their own and capitals first. UNIPEN
lies in the folder that SEQDEMO_DATA names. Prints, for each penalty, what hands that were left out are read with.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import torch
from torch.nn import functional as F

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a file, Python looks for modules beside it only

from seqdemo import checkpoints
from seqdemo.handwriting import raster, trajectory, unipen
from seqdemo.handwriting.inkset import InkSet, Split
from seqdemo.letters import ALPHABET, index_of, members
from seqdemo.models.pen_reader import PenReader
from seqdemo.room import last_layer
from seqdemo.room.hands import Ink, left_out
from seqdemo.workshop.readings import READER, reader_of

WRITERS = 30
PENALTIES = (10.0, 30.0, 100.0, 300.0, 1000.0)


def class_of(ink: InkSet, split: Split) -> dict[str, dict[str, int]]:
    """Samples by writer and letter."""
    found: dict[str, dict[str, int]] = {}
    chosen = ink.where(split, members(ALPHABET))
    for n in sorted(chosen, key=lambda n: (bool(ink.in_context[n]), str(ink.labels[n]), n)):
        found.setdefault(str(ink.writers[n]), {}).setdefault(str(ink.labels[n]).upper(), int(n))
    most = sorted(found, key=lambda writer: (-len(found[writer]), writer))[:WRITERS]
    return {writer: found[writer] for writer in most}


def read(ink: InkSet, reader: PenReader, split: Split) -> Ink:
    """What the last layer is given of this class."""
    rows = [(hand, label, n) for hand, own in enumerate(class_of(ink, split).values()) for label, n in own.items()]
    strokes = [ink.strokes(n) for *_, n in rows]
    images = torch.from_numpy(raster.light_on_dark(strokes)).float() / 255
    given = last_layer.features(reader, images, torch.from_numpy(trajectory.of_inks(strokes)))
    labels, hands = [index_of(label) for _, label, _ in rows], [hand for hand, *_ in rows]
    return Ink(given, torch.tensor(labels), torch.tensor(hands))


def loss(ink: Ink, shipped: torch.Tensor, penalty: float) -> float:
    """The mean over letters, each hand read by a layer trained on the others."""
    summed = 0.0
    for hand in ink.writers:
        own, rest = ink.of([hand]), ink.of([other for other in ink.writers if other != hand])
        layer = last_layer.fitted(rest.given, rest.labels, shipped, penalty)
        summed += float(F.cross_entropy(own.given @ layer, own.labels, reduction="sum"))
    return summed / len(ink.labels)


def main(split: Split) -> None:
    """Print the losses by penalty, and for the one that is used the figures that a class sees."""
    torch.set_num_threads(1)
    reader = reader_of(checkpoints.shipped())
    assert isinstance(reader, PenReader)
    ink, shipped = read(unipen.load(Path(os.environ["SEQDEMO_DATA"])), reader, split), last_layer.shipped(reader)
    print(f"{READER}, {split}: {len(ink.writers)} writers, {len(ink.labels)} letters")
    print(f"as shipped: loss {float(F.cross_entropy(ink.given @ shipped, ink.labels)):.4f}")
    begun, ran = time.perf_counter(), time.process_time()
    found = left_out(ink, shipped)
    print(
        f"leave one hand out: {time.perf_counter() - begun:.1f} s, of one processor {time.process_time() - ran:.1f} s"
    )
    print("hands: mean share read right", {size: round(share, 4) for size, share in found.curve})
    pairs = list(zip(found.before, found.after, strict=True))
    print("hands read better", sum(b < a for b, a in pairs), "worse", sum(b > a for b, a in pairs))
    for penalty in PENALTIES if split == "val" else ():
        print(f"penalty {penalty:g}: loss {loss(ink, shipped, penalty):.4f}")


if __name__ == "__main__":
    main("val" if sys.argv[1:] == ["val"] else "test")
