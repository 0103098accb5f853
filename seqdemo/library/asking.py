"""Letters and models: what a program asks, checked and answered as on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from seqdemo.checkpoints import Loaded
from seqdemo.explain import Options
from seqdemo.explain import explain as run
from seqdemo.handwriting.letter import MAX_LETTERS, Letter
from seqdemo.handwriting.pen import Style
from seqdemo.library import shelf
from seqdemo.library.given import letters_of
from seqdemo.library.trace import Comparison, Trace
from seqdemo.models.catalog import VARIANTS
from seqdemo.page.core import validation
from seqdemo.sequences.samples import TASKS, Sample
from seqdemo.sequences.samples import sample as drawn

_USUAL = "next-normal"
"""The task of letters of which nothing else is said."""


def sample(task: str, seed: int = 0, **options: Any) -> Sample:
    """Letters of a task, written by the pen model, with the right answer: `letters`, `target`, `explanation`.

    The same arguments give the same sample on any machine. Tasks: next-easy, next-normal, swap-normal, swap-challenge,
    row-2, row-47, letter. Options: `length`, `case` (upper, lower, mixed), `temperature` (0 to 1.5); of sequences
    `step`, `start`, `background` (black, white, mixed); of words `word` (4 to 14 letters) and `swap` (place of the
    pair's first letter, from 1); row by row `character`. Raises InputError for anything else.
    """
    return drawn(task, validation.seed(seed), options, shelf.pen())


def write(text: str, seed: int = 0, style: Style | None = None) -> tuple[Letter, ...]:
    """Letters A-Z and a-z (at most 16), or one digit, in the pen model's hand.

    Each letter has `strokes`, arrays of shape (points, 2) in units of its box, x right and y down. `style` sets
    temperature, slant (degrees), thickness and jitter. Raises InputError for any other text.
    """
    return tuple(shelf.pen().write(validation.writable(text, MAX_LETTERS), validation.seed(seed), style))


@shelf.one_thread()
def explain(
    letters: Any,
    model: str | Path | Loaded | None = None,
    *,
    seed: int = 0,
    beam: int = 1,
    covered: Sequence[int] = (),
    read: Mapping[int, str] | None = None,
    look: Mapping[int, Sequence[float]] | None = None,
) -> Trace:
    """One model's answer to letters, with everything on the way to it.

    `letters`: a text, written by the pen model with `seed`; a `sample`; or a list of letters, each as strokes
    (`[[[x, y], …], …]`, x right, y down, 0 to 1), as an object of the API, as `Letter`, or as an image of 28 x 28
    pixels of PIL, NumPy or PyTorch. An array of shape (letters, 28, 28) holds all images, 0 to 255 or 0 to 1.
    `model`: a name of `models()`, whatever `load` takes, or a loaded model; without it, the first of the sample's
    task, or the model of the next letter. `beam` (1 to 8) partial words are kept; `covered` rows (0 to 27) of a
    character are hidden; `read` sets by place, from 0, as which letter an image is read; `look` sets by decoder step
    the share of each image.

    Raises InputError, with the sentence of the page, for what cannot be used; CheckpointError if the model cannot be
    loaded.
    """
    options = _options(beam, covered, read, look)
    return Trace.of(run(_model(model, letters), letters_of(letters, seed), options))


@shelf.one_thread()
def compare(letters: Any, models: Sequence[str | Path | Loaded] = (), *, seed: int = 0) -> Comparison:
    """The same letters through several models: a tuple of `Trace` that prints as a table.

    `letters` as for `explain`; `models` are all of the sample's task, or all that answer the next letter, if none is
    named. Raises the errors of `explain`.
    """
    row = letters_of(letters, seed)
    chosen = [_model(model, letters) for model in models] or [shelf.load(name) for name in _of_task(letters)]
    return Comparison(Trace.of(run(loaded, row)) for loaded in chosen)


def _model(model: str | Path | Loaded | None, letters: Any) -> Loaded:
    if isinstance(model, Loaded):
        return model
    return shelf.load(_of_task(letters)[0] if model is None else model)


def _of_task(letters: Any) -> list[str]:
    """The models, by name, of the task that the letters are a sample of."""
    task = TASKS[letters.task if isinstance(letters, Sample) else _USUAL].trained_as
    return [variant.name for variant in VARIANTS if variant.task == task]


def _options(
    beam: int, covered: Sequence[int], read: Mapping[int, str] | None, look: Mapping[int, Sequence[float]] | None
) -> Options:
    """Checked as if they had come from the page, whose places are names of JSON objects."""
    named = {str(place): letter for place, letter in (read or {}).items()}
    shares = {str(step): list(each) for step, each in (look or {}).items()}
    return validation.options({"beam": beam, "covered": list(covered), "read": named, "look": shares})
