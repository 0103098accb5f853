"""Ink that is no single character: two of them in one box, or a scribble."""

from __future__ import annotations

from seqdemo.handwriting.strokes import Strokes


def oddities(strokes: Strokes) -> tuple[str, ...]:
    """`pair` where two characters seem to stand side by side, `scribble` where there is more ink than in any."""
    return ()
