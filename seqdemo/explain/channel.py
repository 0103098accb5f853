"""The right word by a noisy channel, as a `Trace`: every word that is left speaks with its probability."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

import numpy as np
import torch
from torch import Tensor

from seqdemo.checkpoints import Loaded
from seqdemo.explain.common import Floats, letters_read, positions, probabilities, seen, since
from seqdemo.explain.correction import corrected
from seqdemo.explain.options import Options
from seqdemo.handwriting import raster
from seqdemo.handwriting.letter import Letter
from seqdemo.letters import ALPHABET, letters_of
from seqdemo.models.channel import Channel
from seqdemo.models.doubt import certain
from seqdemo.models.outputs import Corrected
from seqdemo.trace import Panel, Trace


def explain_channel(loaded: Loaded, letters: Sequence[Letter], options: Options, begun: float) -> Trace:
    """Which words fit to what was read, and which image each of their letters comes from."""
    model: Channel = loaded.model  # type: ignore[assignment]
    ink = seen(letters)
    coloured = torch.from_numpy(raster.coloured(ink.images, letters))[None].float() / 255
    glance = model.see(coloured, torch.tensor([len(letters)]), ink.written[None]).glance
    assert glance is not None
    found = model.correct(glance)
    vision = probabilities(glance[0])
    panels = (
        positions("vision", "What the CNN reads", vision),
        *_steps(found, _moved(model, glance)),
        *_candidates(found, options.beam),
    )
    answer, confidence = letters_of(found.words[0, 0].tolist()), float(found.support[0, 0])
    read = letters_read(vision, ink.images, letters)
    trace = Trace(loaded.name, loaded.task, answer, confidence, read, panels, since(begun))
    return corrected(trace, letters, lambda truth: _from_truth(model, truth), begun)


def _steps(found: Corrected, moved: Floats) -> tuple[Panel, ...]:
    """The panels with one row for each letter of the answer."""
    rows = tuple(letters_of(found.words[0, 0].tolist()))
    places = tuple(str(place + 1) for place in range(len(rows)))
    taken = _shares(found.chances, found.images, len(rows))[0]
    return (
        Panel("heatmap", "reasoning", "Which letter stands at each place?", rows, tuple(ALPHABET),
              _array(_letters(found)[0]), along="steps"),
        Panel("matrix", "attention", "Which image each letter comes from", rows, places, _array(taken), along="steps"),
        Panel("matrix", "alignment", "What each letter depends on", rows, places, moved, along="steps"),
    )  # fmt: skip


def _letters(found: Corrected) -> Tensor:
    """Probability of each letter at each place over all words that are left, shape (batch, letter, 26)."""
    return _shares(found.chances, found.words, len(ALPHABET))


def _shares(chances: Tensor, choices: Tensor, count: int) -> Tensor:
    """How probable each of `count` choices is at each place: the lines that chose it, added up."""
    chosen = torch.nn.functional.one_hot(choices, count).float()
    return torch.einsum("bl,blpc->bpc", chances, chosen)


def _array(tensor: Tensor) -> Floats:
    return np.asarray(tensor.numpy(), dtype=np.float32)


def _moved(model: Channel, glance: Tensor) -> Floats:
    """Share of each letter's probability that goes elsewhere when an image is hidden, shape (places, letters)."""
    count = glance.shape[1]
    hidden = glance.repeat(count + 1, 1, 1)
    hidden[torch.arange(count), torch.arange(count)] = -log(len(ALPHABET))
    letters = _letters(model.correct(hidden))
    return _array(((letters[:count] - letters[count]).abs().sum(-1) / 2).T)


def _candidates(found: Corrected, beam: int) -> tuple[Panel, ...]:
    """The likeliest words, each once."""
    if beam == 1:
        return ()
    chances: dict[str, float] = {}
    for word, chance in zip(found.words[0].tolist(), found.support[0].tolist(), strict=True):
        chances.setdefault(letters_of(word), chance)
    words = tuple(chances)[:beam]
    values = np.array([[chances[word], log(max(chances[word], 1e-30))] for word in words], np.float32)
    return (Panel("ranking", "beam", "The likeliest words", words, ("probability", "log_probability"), values),)


def _from_truth(model: Channel, truth: list[int]) -> str:
    return letters_of(model.correct(certain(torch.tensor([truth]))).words[0, 0].tolist())
