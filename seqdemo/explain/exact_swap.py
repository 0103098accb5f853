"""The right word by exact reasoning, as a `Trace`: every swap and every word has its probability.

A dictionary has it too, and says besides which words it knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from seqdemo.checkpoints import Loaded
from seqdemo.explain.common import letters_read, readings, trace_of
from seqdemo.explain.correction import corrected
from seqdemo.explain.noisy_channel import array, by_letter, from_truth, glanced, stages
from seqdemo.explain.options import Options
from seqdemo.handwriting.letter import Letter
from seqdemo.letters import ALPHABET, letters_of
from seqdemo.models.outputs import Known, Reasoned
from seqdemo.models.protocols import ExactCorrector
from seqdemo.trace import Panel, Trace

_TOLD = 6
"""Words that are shown."""


def explain_swap(loaded: Loaded, letters: Sequence[Letter], options: Options) -> Trace:
    """Which letters were swapped, which words fit, and how much of each is spelling and how much is reading."""
    model = cast(ExactCorrector, loaded.model)
    ink, glance = glanced(model, letters, options)
    found = model.correct(glance)
    vision = readings("vision", "What the reader says", glance[0], options.read)
    moved = None if options.brief else array(_moved(found, model.fits(glance)[0]))
    letters_found, *looks = by_letter(found, array(found.letters[0]), array(_origins(found.swaps[0])), moved)
    panels = (
        vision,
        *_places(found),
        *_listed(found),
        letters_found,
        *looks,
        _words(found),
    )
    answer, confidence = letters_of(found.words[0, 0].tolist()), float(found.posterior[0, 0])
    read = letters_read(vision.values, ink.images, letters)
    parts = stages(loaded.model, ink, vision, letters_found)
    trace = trace_of(loaded)(answer, confidence, read, panels, parts=parts)
    return corrected(trace, letters, lambda truth: from_truth(model, truth), options.brief)


def _places(found: Reasoned) -> tuple[Panel, ...]:
    """Where two letters may have been swapped; nowhere in short words."""
    places = range(1, found.words.shape[2] - 2)
    if not places:
        return ()
    rows = tuple(f"{place + 1}–{place + 2}" for place in places)
    shares = array(found.swaps[0, list(places), None])
    return (Panel("bars", "place", "Which two letters were swapped?", rows, ("probability",), shares),)


def _listed(found: Reasoned) -> tuple[Panel, ...]:
    """Whether the word is one that the dictionary knows."""
    if not isinstance(found, Known):
        return ()
    share = float(found.in_list[0])
    shares = np.array([[share], [1 - share]], np.float32).clip(0, 1)
    return (Panel("bars", "listed", "Is the word in the list?", ("listed", "unlisted"), ("probability",), shares),)


def _origins(swaps: Float[Tensor, "place"]) -> Float[Tensor, "place image"]:
    """Probability that a letter's image stands at its own place, at the next one, or at the one before."""
    crossed = torch.diag(swaps[:-1], 1) + torch.diag(swaps[:-1], -1)
    return crossed + torch.diag(1 - crossed.sum(dim=1))


def _moved(found: Reasoned, fits: Float[Tensor, "letter 26"]) -> Float[Tensor, "place image"]:
    """Share of each letter's probability that goes elsewhere when an image is hidden, among the words followed up."""
    words, joint = found.words[0], found.joint[0]
    shown = words.gather(1, found.images[0].argsort(dim=1))
    hidden = joint / fits[torch.arange(len(fits)), shown].T
    shares = torch.cat([joint[None], hidden])
    shares = shares / shares.sum(dim=1, keepdim=True)
    letters = torch.einsum("vl,lpc->vpc", shares, torch.nn.functional.one_hot(words, len(ALPHABET)).float())
    return ((letters[1:] - letters[0]).abs().sum(dim=-1) / 2).T


def _words(found: Reasoned) -> Panel:
    """The likeliest words, each once with its likelier swap, and the two parts of their weight."""
    lines: dict[str, int] = {}
    for line, word in enumerate(found.words[0].tolist()):
        lines.setdefault(letters_of(word), line)
    names = tuple(lines)[:_TOLD]
    chosen = list(lines.values())[:_TOLD]
    columns = {"probability": found.posterior[0], "spelling": found.spelling[0], "reading": found.reading[0]}
    if isinstance(found, Known):
        columns["listed"] = found.listed[0].float()
    values = array(torch.stack([column[chosen] for column in columns.values()], dim=1))
    return Panel("ranking", "words", "The likeliest words", names, tuple(columns), values)
