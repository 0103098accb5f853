"""The alphabets, and how letters become class indices."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_lowercase, ascii_uppercase, digits

ALPHABET = ascii_uppercase
"""The 26 classes of the letter tasks; a lower-case letter belongs to the class of its capital."""

CHARACTERS = ascii_uppercase + ascii_lowercase + digits
"""Everything that the pen model can write."""


def index_of(letter: str) -> int:
    """Class 0..25 of one letter, whatever its case; raises ValueError for anything else."""
    index = ALPHABET.find(letter.upper()) if len(letter) == 1 else -1
    if index < 0:
        raise ValueError("expected one letter from A to Z")
    return index


def letters_of(indices: Iterable[int]) -> str:
    """The capitals that stand for class indices 0..25."""
    return "".join(ALPHABET[int(index)] for index in indices)
