"""Draw errors.png: 200 letters that the reader of image and strokes reads wrong, and what a person says of each.

    python docs/errors.py FOLDER

FOLDER holds UNIPEN's letters. errors.json names a sample of the test writers' letters that `reader-strokes` reads
wrong (drawn with seed 0 of all 870), what it read, how sure it was, and the judgement of one person who saw the ink
alone: `readable`, the letter that was meant can be told and the mistake is the reader's; or `open`, it cannot.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from seqdemo.handwriting import raster, unipen

HERE = Path(__file__).parent
COLUMNS = 20
COLOURS = {"readable": "#c02020", "open": "#b0b0b0"}


def main(folder: Path) -> None:
    """Write the sheet beside this script."""
    rows = json.loads((HERE / "errors.json").read_text())
    ink = unipen.load(folder)
    sheet = Figure(figsize=(COLUMNS * 0.62, len(rows) / COLUMNS * 0.85), layout="constrained")
    places = sheet.subplots(len(rows) // COLUMNS, COLUMNS).ravel()
    for place, row in zip(places, sorted(rows, key=lambda row: str(row["verdict"]), reverse=True), strict=True):
        _draw(place, raster.image_of(ink.strokes(row["sample"])), row)
    FigureCanvasAgg(sheet).print_png(HERE / "errors.png")


def _draw(place: Any, image: Any, row: dict[str, Any]) -> None:
    place.imshow(255 - image, cmap="gray", vmin=0, vmax=255)
    place.set_title(f"{row['label']} → {row['read']}", fontsize=6.5, pad=2)
    place.set(xticks=[], yticks=[])
    for spine in place.spines.values():
        spine.set(color=COLOURS[row["verdict"]], linewidth=1.6)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
