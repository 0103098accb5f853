"""What kind of model a class is. The class says so itself; all that differs by kind is looked up by what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol, TypeVar, runtime_checkable

from torch import nn

Entry = TypeVar("Entry")


@dataclass(frozen=True)
class Kind:
    """A name, the type of the output, and the parts."""

    name: str
    """As `Trace.kind` has it: the family of its tasks, or another word where it is unlike the others."""
    output: type
    """What it gives out: one of `outputs`."""
    parts: Mapping[str, tuple[str, ...]]
    """Which modules make up each part, in the order in which the parts work."""

    def entry(self, table: Mapping[type, Entry]) -> Entry:
        """What a table has for its output, or for the nearest type that this one is derived from."""
        return next(table[each] for each in self.output.__mro__ if each in table)


@runtime_checkable
class _OfKind(Protocol):
    kind: ClassVar[Kind]


def kind_of(model: nn.Module) -> Kind:
    """The kind of a model of the catalog."""
    assert isinstance(model, _OfKind)
    return model.kind
