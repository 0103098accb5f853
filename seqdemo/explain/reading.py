"""Letters read one by one, as a `Trace`."""

from __future__ import annotations

from collections.abc import Sequence

from torch import nn

from seqdemo.checkpoints import Loaded
from seqdemo.explain.common import Seen, letters_read, meant, positions, probabilities, seen, trace_of
from seqdemo.explain.options import Options
from seqdemo.explain.parts import part
from seqdemo.handwriting.letter import Letter
from seqdemo.letters import letters_of
from seqdemo.models.frontend import reading_of
from seqdemo.models.outputs import Reading
from seqdemo.models.pen_reader import PATH_FEATURES
from seqdemo.trace import Panel, Part, Trace, Verdict


def explain_reading(loaded: Loaded, letters: Sequence[Letter], _: Options) -> Trace:
    """What a reader makes of each letter on its own."""
    ink = seen(letters)
    output = reading_of(loaded.model, ink.bright, ink.written)
    assert output.vision is not None
    vision = probabilities(output.vision)
    answer = letters_of(vision.argmax(axis=1))
    named = positions("vision", "What the reader says", vision)
    panels = (*_witnesses(output), named)
    confidence = float(vision.max(axis=1).prod())
    read = letters_read(vision, ink.images, letters)
    verdict = _verdict(meant(letters), answer)
    parts = _parts(loaded.model, output, ink, named)
    return trace_of(loaded)(answer, confidence, read, panels, verdict=verdict, parts=parts)


def _parts(model: nn.Module, output: Reading, ink: Seen, named: Panel) -> tuple[Part, ...]:
    """One part that looks at the image; or two witnesses, each with its features, and what both together say."""
    if output.image is not None and ink.written is None:
        image = output.features[:, :-PATH_FEATURES]
        return (part(model, "image_alone", "vision", ink.images.shape, image, named),)
    if output.path is None or ink.written is None:
        return (part(model, "cnn", "vision", ink.images.shape, output.features, named),)
    assert output.vision is not None
    image, path = output.features.split([output.features.shape[1] - PATH_FEATURES, PATH_FEATURES], dim=1)
    return (
        part(model, "image_alone", "image", ink.images.shape, image, named),
        part(model, "path", "path", ink.written.shape, path, named),
        part(model, "both", "vision", (2, *output.vision.shape), output.vision.exp(), named),
    )


def _witnesses(output: Reading) -> tuple[Panel, ...]:
    """What image and way of the pen say, each without the other."""
    if output.image is None or output.path is None:
        return ()
    return (
        positions("image", "What the image alone says", probabilities(output.image)),
        positions("path", "What the way of the pen alone says", probabilities(output.path)),
    )


def _verdict(truth: list[int] | None, answer: str) -> Verdict | None:
    if truth is None:
        return None
    target = letters_of(truth)
    return Verdict(target, target, answer == target, "none" if answer == target else "vision", None, None)
