"""What a decoder writes: the 26 letters and an end; what it reads back: the letters, and a start before the first."""

from __future__ import annotations

from seqdemo.letters import ALPHABET

END = len(ALPHABET)
"""The symbol with which a decoder stops."""
START = END + 1
"""The symbol that a decoder is fed before its first."""
SYMBOLS = END + 1
"""How many symbols a decoder may write."""
NAMES = (*ALPHABET, "end", "start")
"""How each symbol is called."""
LIMIT = 20
"""Longest answer: a decoder that has not stopped by then is stopped."""
