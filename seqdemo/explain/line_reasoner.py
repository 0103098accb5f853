"""The letter that follows by a reasoner that was trained alone, as a `Trace`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import torch

from seqdemo.checkpoints import Loaded
from seqdemo.explain.common import letters_read, overruled, positions, probabilities, readings, seen, trace_of
from seqdemo.explain.next_letter import judged, trained, unlike_training
from seqdemo.explain.options import Options
from seqdemo.explain.parts import part
from seqdemo.handwriting.letter import Letter
from seqdemo.letters import letters_of
from seqdemo.models.line_reasoner import LineReasoner
from seqdemo.trace import Trace


def explain_line_reasoner(loaded: Loaded, letters: Sequence[Letter], options: Options) -> Trace:
    """What the reader says of each image, and what the reasoner expects after each of them."""
    model = cast(LineReasoner, loaded.model)
    ink = seen(letters)
    lengths = torch.tensor([len(letters)])
    read = overruled(model.see(ink.bright[None], lengths, ink.row_written)[1], options.read)
    named = readings("vision", "What the reader says", read[0], options.read)
    reasoning = probabilities(model.reason(read, lengths)[0])
    last = len(letters) - 1
    seen_ahead = tuple(range(last)) if model.config.bidirectional else ()
    follows = positions("reasoning", "What follows after each letter", reasoning, marked=(last,), faded=seen_ahead)
    answer, confidence = letters_of([int(reasoning[last].argmax())]), float(reasoning[last].max())
    parts = (
        part(model, "reader", "vision", ink.images.shape, torch.from_numpy(named.values), named),
        part(model, "reasoner", "reasoning", named.values.shape, model.remember(read, lengths)[0], named),
    )
    return trace_of(loaded)(
        answer,
        confidence,
        letters_read(named.values, ink.images, letters),
        (named, follows),
        verdict=judged(model, letters, named.values, answer),
        notes=unlike_training(loaded.task, letters, named.values),
        parts=parts,
        trained=trained(loaded.task),
    )
