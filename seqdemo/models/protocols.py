"""What models that give out the same can be asked, whatever they are made of. Shapes and units as in `outputs`."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from torch import Tensor, nn

from seqdemo.models.outputs import Corrected, FrontendOutput, Memory, NextLetter, Reasoned
from seqdemo.models.search import Writer


@runtime_checkable
class Reasoner(Protocol):
    """Gives out a `NextLetter`: one stage reads the letters, another says what follows."""

    def __call__(self, images: Tensor, lengths: Tensor, trajectories: Tensor | None = None) -> NextLetter: ...

    def see(
        self, images: Tensor, lengths: Tensor, trajectories: Tensor | None = None
    ) -> tuple[Tensor | None, Tensor]: ...

    def reason(self, vision: Tensor, lengths: Tensor) -> Tensor: ...


@runtime_checkable
class Speller(Protocol):
    """Answers letters with a word."""

    @property
    def config(self) -> Any: ...

    @property
    def cnn(self) -> nn.Module: ...


@runtime_checkable
class Corrector(Speller, Protocol):
    """Gives out a `Corrected`: weighs whole words, with a search of its own."""

    def see(self, images: Tensor, lengths: Tensor, trajectories: Tensor | None = None) -> FrontendOutput: ...

    def correct(self, glance: Tensor) -> Corrected: ...

    def answers(self, glance: Tensor) -> Tensor: ...


@runtime_checkable
class ExactCorrector(Corrector, Protocol):
    """Gives out a `Reasoned`: weighs every word that there could be."""

    def correct(self, glance: Tensor) -> Reasoned: ...

    def fits(self, glance: Tensor) -> Tensor: ...


@runtime_checkable
class EncoderDecoder(Speller, Writer, Protocol):
    """Gives out a `Decoded`: reads a word, then writes one symbol at a time."""

    @property
    def embed(self) -> nn.Embedding: ...

    @property
    def reads_backwards(self) -> bool: ...

    @property
    def heads(self) -> int: ...

    def see(self, images: Tensor, lengths: Tensor) -> FrontendOutput: ...

    def encode(self, given: Tensor, lengths: Tensor) -> Memory: ...
