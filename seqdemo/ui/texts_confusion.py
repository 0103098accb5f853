"""What the page says of characters that are taken for each other."""

from __future__ import annotations

from typing import Final

ENGLISH: Final[dict[str, str]] = {}

KOREAN: Final[dict[str, str]] = {}
