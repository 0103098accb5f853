"""The alphabets, and how letters become class indices."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_lowercase, ascii_uppercase, digits

ALPHABET = ascii_uppercase
"""The 26 classes of the letter tasks; a lower-case letter belongs to the class of its capital."""

MERGED = digits + ascii_uppercase + "abdefghnqrt"
"""The 47 classes of EMNIST ByMerge: small letters that look like their capitals share their class."""

CHARACTERS = ascii_uppercase + ascii_lowercase + digits
"""Everything that the pen model can write."""


def index_of(character: str, classes: str = ALPHABET) -> int:
    """Class of one character, whose own or whose capital's it is; raises ValueError if it has none."""
    known = [each for each in (character, character.upper()) if len(each) == 1 and each in classes]
    if not known:
        raise ValueError("expected one letter from A to Z" if classes == ALPHABET else f"expected one of {classes}")
    return classes.index(known[0])


def members(classes: str) -> str:
    """The characters that have a class, in the order of CHARACTERS."""
    return "".join(character for character in CHARACTERS if {character, character.upper()} & set(classes))


def letters_of(indices: Iterable[int]) -> str:
    """The capitals that stand for class indices 0..25."""
    return "".join(ALPHABET[int(index)] for index in indices)
