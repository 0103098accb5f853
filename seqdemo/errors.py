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


class FileInputError(InputError):
    """A file that a person opened cannot be used; the sentence begins with the line where there is one.

    `line` counts from 1 and is None where the file as a whole is meant, so that the page can say it in its language.
    """

    def __init__(self, key: str, sentence: str, line: int | None = None) -> None:
        super().__init__(key, sentence if line is None else f"Line {line}: {sentence}")
        self.line = line


class UnreadableError(ValueError):
    """A file is none that is read here; the message names it without its folder, and never repeats its content."""


class CheckpointError(ValueError):
    """A checkpoint folder is missing, damaged or of a kind that this version does not understand."""


class DataError(RuntimeError):
    """Training data is missing or unreadable; the message says what to do."""
