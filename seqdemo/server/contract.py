"""What Python and the page's scripts agree on, as the module that the scripts import.

`python -m seqdemo.server.contract` writes it anew after a change; a test compares.
"""

from __future__ import annotations

import json
from pathlib import Path

from seqdemo.handwriting.letter import RANGES, Letter
from seqdemo.handwriting.strokes import MAX_POINTS, MAX_STROKES, Strokes
from seqdemo.page.compare.comparison import MODES
from seqdemo.page.export.handler import MAX_ADDRESS
from seqdemo.page.html.kind import ROWS
from seqdemo.page.share.sharing import LIMITS
from seqdemo.page.write.forms import MOST_BOXES
from seqdemo.room.rooms import LENGTH, LETTERS
from seqdemo.server.functions import ANSWERED_BY

MODULE = Path(__file__).parents[1] / "page" / "js" / "contract.js"
_UNTOLD = ("label", "background", "thickness", "ink")
"""What an address leaves out of a letter where it is as usual."""


def contract() -> str:
    """The text of the module."""
    return "\n".join(
        [
            "// @ts-check",
            "// Written by python -m seqdemo.server.contract; change the values there.",
            "",
            *(f"export const {name} = {json.dumps(value)};" for name, value in _values().items()),
            "",
        ]
    )


def _values() -> dict[str, object]:
    usual = Letter(Strokes.from_json([[[0.5, 0.5]]]))
    return {
        "MOST_STROKES": MAX_STROKES,
        "MOST_POINTS": MAX_POINTS,
        "MOST_BOXES": MOST_BOXES,
        "MOST_PRINTED": MAX_ADDRESS,
        "ROWS": ROWS,
        "USUAL": {name: getattr(usual, name) for name in (*RANGES, "background")},
        "PLAIN": {name: getattr(usual, name) for name in _UNTOLD},
        "LIMITS": LIMITS,
        "MODES": MODES,
        "FUNCTIONS": list(ANSWERED_BY),
        "CODE": {"letters": LETTERS, "length": LENGTH},
    }


if __name__ == "__main__":
    MODULE.write_text(contract(), encoding="utf-8")
