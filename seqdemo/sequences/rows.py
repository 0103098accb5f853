"""Row by row: one character, read from top to bottom, and what may be answered."""

from __future__ import annotations

from dataclasses import dataclass

from seqdemo.letters import MERGED, index_of

DIGITS = 10
"""So many of the merged classes, the first, are digits."""


@dataclass(frozen=True)
class RowTask:
    """Which answers there are, and which of them is right for each of the 47 classes."""

    name: str
    title: str
    title_ko: str
    answers: tuple[str, ...]
    answer_of: tuple[int, ...]
    """Index of the right answer for each class of MERGED."""
    shortest: int = 1
    longest: int = 1

    def right(self, character: str) -> str:
        """The right answer for a character; raises ValueError if it is in none of the classes."""
        return self.answers[self.answer_of[index_of(character, MERGED)]]


ROW_2 = RowTask(
    "row-2", "Row by row: digit or letter", "한 줄씩 읽기: 숫자 또는 글자", ("digit", "letter"),
    tuple(int(index >= DIGITS) for index in range(len(MERGED))),
)  # fmt: skip
ROW_47 = RowTask(
    "row-47", "Row by row: 47 characters", "한 줄씩 읽기: 문자 47가지", tuple(MERGED), tuple(range(len(MERGED)))
)
