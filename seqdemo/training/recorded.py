"""A step recorded as a CUDA graph: a GPU is asked once to do what it would otherwise be asked a thousand times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

import torch
from torch import Tensor

from seqdemo.models.recurrent import fixed_shapes
from seqdemo.sequences.batches import WordBatch
from seqdemo.training.objectives import Loss

WARM_UP = 3
"""Steps that are made as they come before one is recorded, so that libraries have set themselves up."""


class RecordedStep:
    """What a step does once its words are drawn (`learn`), on a GPU, with batches that all have the same shapes."""

    def __init__(self, learn: Callable[[WordBatch], Loss]) -> None:
        self._learn = learn
        self._made = 0
        self._graph = torch.cuda.CUDAGraph()
        self._batch: WordBatch
        self._loss: Loss

    def __call__(self, batch: WordBatch) -> Loss:
        """Make the step; the next one writes over the tensors of the loss."""
        self._made += 1
        with fixed_shapes():
            if self._made <= WARM_UP:
                return self._aside(batch)
            if self._made == WARM_UP + 1:
                self._record(batch)
        for kept, new in zip(_tensors(self._batch), _tensors(batch), strict=True):
            kept.copy_(new)
        self._graph.replay()
        return self._loss

    def _aside(self, batch: WordBatch) -> Loss:
        """On a stream of its own, as recording is."""
        stream, here = torch.cuda.Stream(), torch.cuda.current_stream()
        stream.wait_stream(here)
        with torch.cuda.stream(stream):
            loss = self._learn(batch)
        here.wait_stream(stream)
        return loss

    def _record(self, batch: WordBatch) -> None:
        self._batch = WordBatch(*(tensor.clone() for tensor in _tensors(batch)))
        with torch.cuda.graph(self._graph):
            self._loss = self._learn(self._batch)


def _tensors(batch: WordBatch) -> list[Tensor]:
    return [getattr(batch, each.name) for each in fields(batch)]
