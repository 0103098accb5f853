"""Row by row: one character, read from top to bottom, and what may be answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from seqdemo.letters import MERGED, index_of
from seqdemo.sequences.task import Family, Task

DIGITS = 10
"""So many of the merged classes, the first, are digits."""


@dataclass(frozen=True)
class RowTask(Task):
    """Which answers there are, and which of them is right for each of the 47 classes."""

    family: ClassVar[Family] = "row"
    most: ClassVar[int] = 1

    answers: tuple[str, ...]
    answer_of: tuple[int, ...]
    """Index of the right answer for each class of MERGED."""

    def right(self, character: str) -> str:
        """The right answer for a character; raises ValueError if it is in none of the classes."""
        return self.answers[self.answer_of[index_of(character, MERGED)]]


_IS_LETTER = tuple(int(index >= DIGITS) for index in range(len(MERGED)))
_ITSELF = tuple(range(len(MERGED)))
ROW_2 = RowTask(
    "row-2", "Row by row: digit or letter", "한 줄씩 읽기: 숫자 또는 글자", 1, 1, ("digit", "letter"), _IS_LETTER
)
ROW_47 = RowTask("row-47", "Row by row: 47 characters", "한 줄씩 읽기: 문자 47가지", 1, 1, tuple(MERGED), _ITSELF)
