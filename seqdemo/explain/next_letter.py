"""From a model and letters to a `Trace`: the only place where tensors become arrays."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from seqdemo.checkpoints import Loaded
from seqdemo.errors import InputError
from seqdemo.handwriting import raster
from seqdemo.handwriting.letter import MAX_LETTERS, Letter
from seqdemo.letters import ALPHABET, index_of, letters_of
from seqdemo.models.cnn_gru import CnnGru, certain
from seqdemo.models.outputs import NextLetter, Reading
from seqdemo.models.vision import Reader
from seqdemo.sequences.arithmetic import NORMAL, next_letter
from seqdemo.trace import LetterRead, Panel, Stage, Trace, Verdict

Images = NDArray[np.uint8]
TOP = 3


@torch.inference_mode()
def explain(loaded: Loaded, letters: Sequence[Letter]) -> Trace:
    """Run one model on letters and keep everything worth seeing; raises InputError if they are too few or too many."""
    begun = time.perf_counter()
    _check_count(len(letters), 1 if isinstance(loaded.model, Reader) else 2)
    images = raster.images(letters)
    return _EXPLAINERS[type(loaded.model)](loaded, letters, images, begun)


def _check_count(count: int, least: int) -> None:
    if count == 0:
        raise InputError("no_letters", "There are no letters yet: draw, type or sample some.")
    if count < least:
        raise InputError("too_few_letters", "One letter says nothing about what follows: at least two are needed.")
    if count > MAX_LETTERS:
        raise InputError("too_many_letters", f"At most {MAX_LETTERS} letters can be read at once.")


def _explain_reading(loaded: Loaded, letters: Sequence[Letter], images: Images, begun: float) -> Trace:
    output: Reading = loaded.model(_input(images))
    assert output.vision is not None
    vision = _probabilities(output.vision)
    answer = letters_of(vision.argmax(axis=1))
    panels = (_positions("vision", "What the CNN reads", vision),)
    confidence = float(vision.max(axis=1).prod())
    read = _read(vision, images, letters)
    meant = _meant(letters)
    verdict = None
    if meant is not None:
        target = letters_of(meant)
        verdict = Verdict(target, target, answer == target, "none" if answer == target else "vision", None, None)
    return Trace(loaded.name, loaded.task, answer, confidence, read, panels, _since(begun), verdict)


def _explain_next(loaded: Loaded, letters: Sequence[Letter], images: Images, begun: float) -> Trace:
    model: CnnGru = loaded.model  # type: ignore[assignment]
    lengths = torch.tensor([len(letters)])
    output: NextLetter = model(_input(images)[None], lengths)
    vision, reasoning = _probabilities(output.vision[0]), _probabilities(output.reasoning[0])
    last = len(letters) - 1
    seen_ahead = tuple(range(last)) if model.config.bidirectional else ()
    panels = (
        *_glance(output),
        _positions("vision", "GRU1: which letter is each image?", vision),
        _positions("reasoning", "GRU2: what comes next?", reasoning, marked=(last,), faded=seen_ahead),
        _steps(vision[last], reasoning[last]),
    )
    answer, confidence = letters_of([int(reasoning[last].argmax())]), float(reasoning[last].max())
    verdict = _verdict(model, letters, vision, answer)
    read = _read(vision, images, letters)
    return Trace(loaded.name, loaded.task, answer, confidence, read, panels, _since(begun), verdict)


_EXPLAINERS: dict[type, Callable[[Loaded, Sequence[Letter], Images, float], Trace]] = {
    Reader: _explain_reading,
    CnnGru: _explain_next,
}


def _glance(output: NextLetter) -> tuple[Panel, ...]:
    if output.glance is None:
        return ()
    return (_positions("glance", "What the CNN alone reads", _probabilities(output.glance[0])),)


def _verdict(model: CnnGru, letters: Sequence[Letter], vision: NDArray[np.float32], answer: str) -> Verdict | None:
    """Which stage was to blame; None where the truth is unknown or the letters meant form no line."""
    meant = _meant(letters)
    target = None if meant is None else next_letter(meant)
    if meant is None or target is None:
        return None
    told = model.reason(certain(torch.tensor([meant])), torch.tensor([len(meant)]))
    on_truth = letters_of([int(told[0, -1].argmax())])
    followed = next_letter([int(index) for index in vision.argmax(axis=1)])
    rule = None if followed is None else letters_of([followed])
    right = letters_of([target])
    blame = _blame(answer == right, on_truth == right, rule == right)
    return Verdict(letters_of(meant), right, answer == right, blame, on_truth, rule)


def _meant(letters: Sequence[Letter]) -> list[int] | None:
    """Class indices of the letters that were meant; None unless all are known."""
    labels = [letter.label for letter in letters if letter.label and letter.label.isalpha()]
    return [index_of(label) for label in labels] if len(labels) == len(letters) else None


def _blame(right: bool, reasoning_right: bool, vision_right: bool) -> Stage:
    if right:
        return "none"
    if reasoning_right:
        return "handover" if vision_right else "vision"
    return "reasoning" if vision_right else "both"


def _input(images: Images) -> Tensor:
    return torch.from_numpy(images).float() / 255


def _probabilities(log_probabilities: Tensor) -> NDArray[np.float32]:
    return np.asarray(log_probabilities.exp().numpy(), dtype=np.float32)


def _read(vision: NDArray[np.float32], images: Images, letters: Sequence[Letter]) -> tuple[LetterRead, ...]:
    best = np.argsort(-vision, axis=1)[:, :TOP]
    return tuple(
        LetterRead(ALPHABET[order[0]], tuple((ALPHABET[i], float(row[i])) for i in order), image, letter.label)
        for order, row, image, letter in zip(best, vision, images, letters, strict=True)
    )


def _positions(
    id: str, title: str, values: NDArray[np.float32], marked: tuple[int, ...] = (), faded: tuple[int, ...] = ()
) -> Panel:
    rows = tuple(str(position + 1) for position in range(len(values)))
    return Panel("heatmap", id, title, rows, tuple(ALPHABET), values, marked, faded)


def _steps(letter: NDArray[np.float32], following: NDArray[np.float32]) -> Panel:
    """How likely each step is if the last letter and the one that follows are taken from the two stages' beliefs."""
    joint = np.outer(letter, following)
    beliefs = [float(np.trace(joint, offset=step)) for step in NORMAL.steps]
    rows = tuple(f"{step:+d}" if step else "0" for step in NORMAL.steps)
    return Panel("bars", "step", "The step it seems to believe in", rows, ("probability",),
                 np.array(beliefs, dtype=np.float32)[:, None])  # fmt: skip


def _since(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000
