"""The letter that follows, as a `Trace`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import cast

import numpy as np
import torch

from seqdemo.checkpoints import Loaded
from seqdemo.explain.common import (
    Floats,
    blame,
    letters_read,
    meant,
    overruled,
    positions,
    probabilities,
    readings,
    seen,
    trace_of,
)
from seqdemo.explain.options import Options
from seqdemo.explain.parts import part
from seqdemo.handwriting.letter import Letter
from seqdemo.letters import letters_of
from seqdemo.models.cnn_gru import CnnGru
from seqdemo.models.frontend import glanced
from seqdemo.models.log_probs import certain
from seqdemo.models.outputs import FrontendOutput
from seqdemo.models.protocols import Reasoner
from seqdemo.sequences.arithmetic import NORMAL, TRAINED, next_letter
from seqdemo.trace import Panel, Trace, Trained, Verdict


def named(steps: Iterable[int]) -> tuple[str, ...]:
    """Steps as +2, 0, -3."""
    return tuple(f"{step:+d}" if step else "0" for step in steps)


def explain_next(loaded: Loaded, letters: Sequence[Letter], options: Options) -> Trace:
    """What each stage of a two-stage model says, and which was to blame."""
    model = cast(CnnGru, loaded.model)
    ink = seen(letters)
    lengths = torch.tensor([len(letters)])
    frontend = glanced(model.cnn, ink.bright[None], lengths, ink.row_written)
    context = model.gru1(frontend.given, lengths)
    read = overruled(model.named(context, frontend.glance), options.read)
    handed = model.handed(read)
    memory = model.gru2(handed, lengths)
    named_letters = readings("vision", "GRU1: which letter is each image?", read[0], options.read)
    vision, reasoning = named_letters.values, probabilities(model.following(memory)[0])
    last = len(letters) - 1
    seen_ahead = tuple(range(last)) if model.config.bidirectional else ()
    panels = (
        *_glance(frontend),
        named_letters,
        positions("reasoning", "GRU2: what comes next?", reasoning, marked=(last,), faded=seen_ahead),
        _steps(vision[last], reasoning[last]),
    )
    answer, confidence = letters_of([int(reasoning[last].argmax())]), float(reasoning[last].max())
    verdict = judged(model, letters, vision, answer)
    letters_seen = letters_read(vision, ink.images, letters)
    given = frontend.given[0]
    parts = (
        part(model, "cnn", "glance", ink.images.shape, given, named_letters),
        part(model, "gru1", "vision", given.shape, context[0], named_letters),
        part(model, "gru2", "reasoning", handed[0].shape, memory[0], named_letters),
    )
    return trace_of(loaded)(
        answer,
        confidence,
        letters_seen,
        panels,
        verdict=verdict,
        notes=unlike_training(loaded.task, letters, vision),
        parts=parts,
        trained=trained(loaded.task),
    )


def trained(task: str) -> Trained:
    """What the sequences of a task's training were like."""
    of = TRAINED[task]
    return Trained(of.shortest, of.longest, of.steps[0], of.steps[-1])


def unlike_training(task: str, letters: Sequence[Letter], vision: Floats) -> tuple[str, ...]:
    """In what a row differs from those of training: `count`, `paper`, `step`."""
    usual = TRAINED[task]
    row = meant(letters) or [int(index) for index in vision.argmax(axis=1)]
    steps = {b - a for a, b in pairwise(row)}
    unlike = {
        "count": not usual.shortest <= len(letters) <= usual.longest,
        "paper": any(letter.background not in usual.backgrounds for letter in letters),
        "step": len(steps) == 1 and not steps <= set(usual.steps),
    }
    return tuple(name for name, differs in unlike.items() if differs)


def _glance(frontend: FrontendOutput) -> tuple[Panel, ...]:
    if frontend.glance is None:
        return ()
    return (positions("glance", "What the CNN alone reads", probabilities(frontend.glance[0])),)


def judged(model: Reasoner, letters: Sequence[Letter], vision: Floats, answer: str) -> Verdict | None:
    """Which stage was to blame; None where the truth is unknown or the letters meant form no line."""
    truth = meant(letters)
    target = None if truth is None else next_letter(truth)
    if truth is None or target is None:
        return None
    reasoned = model.reason(certain(torch.tensor([truth])), torch.tensor([len(truth)]))
    on_truth = letters_of([int(reasoned[0, -1].argmax())])
    followed = next_letter([int(index) for index in vision.argmax(axis=1)])
    rule = None if followed is None else letters_of([followed])
    right = letters_of([target])
    to_blame = blame(answer == right, on_truth == right, rule == right)
    return Verdict(letters_of(truth), right, answer == right, to_blame, on_truth, rule)


def _steps(letter: Floats, following: Floats) -> Panel:
    """How likely each step is if the last letter and the one that follows are taken from the two stages' beliefs."""
    joint = np.outer(letter, following)
    beliefs = np.array([np.trace(joint, offset=step) for step in NORMAL.steps], dtype=np.float32)
    return Panel(
        "bars", "step", "The step it seems to believe in", named(NORMAL.steps), ("probability",), beliefs[:, None]
    )
