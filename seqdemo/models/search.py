"""How an encoder-decoder is made to write: the likeliest symbol at each step, or the likeliest words of several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import torch
from jaxtyping import Float, Int
from torch import Tensor

from seqdemo.models.context import FREE, Forced
from seqdemo.models.outputs import Decoded, Memory
from seqdemo.models.symbols import END, LIMIT, START, SYMBOLS


@runtime_checkable
class Writer(Protocol):
    """What a search needs of a model."""

    def begin(self, memory: Memory) -> tuple[Tensor, ...]: ...

    def decode(self, memory: Memory, fed: Tensor, carry: tuple[Tensor, ...], forced: Forced) -> Decoded: ...


@dataclass(frozen=True, eq=False)
class Found:
    """The answers of a search, best first."""

    symbols: Int[Tensor, "batch beam step"]
    """Letters up to an `END`, which is repeated to the end."""
    scores: Float[Tensor, "batch beam"]
    """Log-probability of each answer, its end included."""


def search(model: Writer, memory: Memory, beam: int = 1, forced: Forced = FREE) -> Found:
    """Beam search (Graves 2012) that keeps the `beam` likeliest beginnings; with 1 it is greedy.

    Every beginning looks where the steps that are `forced` are told to.
    It never learns how long the answer is: it stops when every beginning has ended, or after LIMIT steps.
    """
    batch, device = len(memory.real), memory.real.device
    wide = _repeated(memory, beam)
    carry = model.begin(wide)
    fed = torch.full((batch * beam, 1), START, device=device)
    written = torch.empty(batch, beam, 0, dtype=torch.long, device=device)
    # All beginnings are the same at first, so only one of them may grow.
    scores = torch.zeros(batch, beam, device=device)
    scores[:, 1:] = -torch.inf
    for _ in range(LIMIT):
        decoded = model.decode(wide, fed, carry, forced)
        step = _ended_stay(decoded.symbols[:, -1].view(batch, beam, SYMBOLS), written)
        scores, chosen = (scores[..., None] + step).flatten(1).topk(beam, dim=1)
        parent, symbol = chosen // SYMBOLS, chosen % SYMBOLS
        written = torch.cat([written.gather(1, parent[..., None].expand_as(written)), symbol[..., None]], dim=-1)
        if bool((symbol == END).all()):
            break
        rows = (parent + beam * torch.arange(batch, device=device)[:, None]).flatten()
        carry = tuple(each[rows] for each in decoded.carry)
        fed = symbol.view(-1, 1)
    return Found(written, scores)


def _ended_stay(
    step: Float[Tensor, "batch beam symbol"], written: Int[Tensor, "batch beam step"]
) -> Float[Tensor, "batch beam symbol"]:
    """An answer that has ended goes on with `END` at no cost, and with nothing else."""
    if written.shape[-1] == 0:
        return step
    ended = (written[..., -1] == END)[..., None]
    free = torch.full_like(step, -torch.inf)
    free[..., END] = 0.0
    return torch.where(ended, free, step)


def _repeated(memory: Memory, times: int) -> Memory:
    if times == 1:
        return memory
    read, real, vision = (each.repeat_interleave(times, 0) for each in (memory.read, memory.real, memory.vision))
    return Memory(read, real, tuple(each.repeat_interleave(times, 0) for each in memory.last), vision)
