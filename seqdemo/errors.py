"""The exceptions that a person may see; each carries one plain sentence."""

from __future__ import annotations


class InputError(ValueError):
    """Something that came from outside cannot be used.

    The message never repeats what was sent. `key` names the kind of mistake, so that the page can say
    the same sentence in another language.
    """

    def __init__(self, key: str, sentence: str) -> None:
        super().__init__(sentence)
        self.key = key


class CheckpointError(ValueError):
    """A checkpoint folder is missing, damaged or of a kind that this version does not understand."""


class DataError(RuntimeError):
    """Training data is missing or unreadable; the message says what to do."""
