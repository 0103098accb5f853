"""The right word by a noisy channel, as a `Trace`: every word that is left speaks with its probability."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import cast

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn

from seqdemo.checkpoints import Loaded
from seqdemo.explain.common import Floats, Seen, letters_read, overruled, readings, seen, trace_of
from seqdemo.explain.correction import corrected
from seqdemo.explain.options import Options
from seqdemo.explain.parts import part
from seqdemo.handwriting import raster
from seqdemo.handwriting.letter import Letter
from seqdemo.letters import ALPHABET, letters_of
from seqdemo.models.kind import kind_of
from seqdemo.models.log_probs import certain
from seqdemo.models.outputs import Corrected
from seqdemo.models.protocols import Corrector
from seqdemo.trace import Panel, Part, Trace


def explain_noisy_channel(loaded: Loaded, letters: Sequence[Letter], options: Options) -> Trace:
    """Which words fit to what was read, and which image each of their letters comes from."""
    model = cast(Corrector, loaded.model)
    ink, glance = glanced(model, letters, options)
    found = model.correct(glance)
    vision = readings("vision", "What the CNN reads", glance[0], options.read)
    letters_found, *looks = _steps(found, None if options.brief else _moved(model, glance))
    panels = (
        vision,
        letters_found,
        *looks,
        *_candidates(found, options.beam),
    )
    answer, confidence = letters_of(found.words[0, 0].tolist()), float(found.posterior[0, 0])
    read = letters_read(vision.values, ink.images, letters)
    parts = stages(loaded.model, ink, vision, letters_found)
    trace = trace_of(loaded)(answer, confidence, read, panels, parts=parts)
    return corrected(trace, letters, lambda truth: from_truth(model, truth), options.brief)


def stages(model: nn.Module, ink: Seen, vision: Panel, found: Panel) -> tuple[Part, Part]:
    """The two parts of a model that weighs whole words: what reads, and what finds the letters of the word."""
    reader, weigher = kind_of(model).parts
    return (
        part(model, reader, "vision", (*ink.images.shape, 3), torch.from_numpy(vision.values), vision),
        part(model, weigher, "reasoning", vision.values.shape, torch.from_numpy(found.values), found),
    )


def glanced(model: Corrector, letters: Sequence[Letter], options: Options) -> tuple[Seen, Float[Tensor, "1 letter 26"]]:
    """The letters as such a model sees them, and as which it is told to read each, as log-probabilities."""
    ink = seen(letters)
    coloured = torch.from_numpy(raster.coloured(ink.images, letters))[None].float() / 255
    glance = model.see(coloured, torch.tensor([len(letters)]), ink.row_written).glance
    assert glance is not None
    return ink, overruled(glance, options.read)


def _steps(found: Corrected, moved: Floats | None) -> tuple[Panel, ...]:
    taken = _shares(found.joint, found.images, found.words.shape[2])[0]
    return by_letter(found, array(_letters(found)[0]), array(taken), moved)


def by_letter(found: Corrected, letters: Floats, origins: Floats, moved: Floats | None) -> tuple[Panel, ...]:
    """The panels with one row for each letter of the answer: (letter, 26), (letter, image) and (letter, image).

    Without the last one if what moves was not measured.
    """
    rows = tuple(letters_of(found.words[0, 0].tolist()))
    images = tuple(str(image + 1) for image in range(len(rows)))
    return (
        Panel(
            "heatmap", "reasoning", "Which letter stands at each place?", rows, tuple(ALPHABET), letters, along="steps"
        ),
        Panel("matrix", "attention", "Which image each letter comes from", rows, images, origins, along="steps"),
        *(
            ()
            if moved is None
            else (Panel("matrix", "alignment", "What each letter depends on", rows, images, moved, along="steps"),)
        ),
    )


def _letters(found: Corrected) -> Tensor:
    """Probability of each letter at each place over all words that are left, shape (batch, letter, 26)."""
    return _shares(found.joint, found.words, len(ALPHABET))


def _shares(joint: Tensor, choices: Tensor, count: int) -> Tensor:
    """How probable each of `count` choices is at each place: the lines that chose it, added up."""
    chosen = torch.nn.functional.one_hot(choices, count).float()
    return torch.einsum("bl,blpc->bpc", joint, chosen)


def array(tensor: Tensor) -> Floats:
    """A tensor as what panels hold."""
    return np.asarray(tensor.numpy(), dtype=np.float32)


def _moved(model: Corrector, glance: Tensor) -> Floats:
    """Share of each letter's probability that goes elsewhere when an image is hidden, shape (places, letters)."""
    count = glance.shape[1]
    hidden = glance.repeat(count + 1, 1, 1)
    hidden[torch.arange(count), torch.arange(count)] = -log(len(ALPHABET))
    letters = _letters(model.correct(hidden))
    return array(((letters[:count] - letters[count]).abs().sum(-1) / 2).T)


def _candidates(found: Corrected, beam: int) -> tuple[Panel, ...]:
    """The likeliest words, each once."""
    if beam == 1:
        return ()
    posterior: dict[str, float] = {}
    for word, probability in zip(found.words[0].tolist(), found.posterior[0].tolist(), strict=True):
        posterior.setdefault(letters_of(word), probability)
    words = tuple(posterior)[:beam]
    values = np.array([[posterior[word], log(max(posterior[word], 1e-30))] for word in words], np.float32)
    return (Panel("ranking", "beam", "The likeliest words", words, ("probability", "log_probability"), values),)


def from_truth(model: Corrector, truth: list[int]) -> str:
    """The word that the model finds when it is told the true letters, as class indices."""
    return letters_of(model.answers(certain(torch.tensor([truth])))[0].tolist())
