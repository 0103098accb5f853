"""What the page says of one character that is read row by row."""

from __future__ import annotations

from typing import Final

ENGLISH: Final[dict[str, str]] = {}

KOREAN: Final[dict[str, str]] = {}
