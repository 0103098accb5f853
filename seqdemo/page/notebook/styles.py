"""The style sheets of an answer that stands outside the page, where another page or the system says what is dark."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

from seqdemo.page.html import colour
from seqdemo.page.html.charts import palette

Place = Literal["notebook", "file"]
_PAGE = Path(__file__).parents[1]
_SHEETS = (
    "shell/page.css",
    "html/panels.css",
    "answer/words/words.css",
    "answer/steps/steps.css",
    "rows/rows.css",
    "learned/learned.css",
    "edit/changes.css",
    "notebook/notebook.css",
)
_DARK_NOTEBOOK = ':is(.dark, .vscode-dark, [data-jp-theme-light="false"], [theme="dark"]) .sd'
"""How a page that shows notebooks says that it is dark: Gradio, VS Code, JupyterLab, Colab."""


@cache
def styles(place: Place) -> str:
    """In a notebook dark as the page around it; as a file, as the system wants it."""
    sheets = [(_PAGE / name).read_text(encoding="utf-8") for name in _SHEETS]
    joined = "\n".join([*sheets, colour.style_sheet(), palette.style_sheet()])
    if place == "notebook":
        return joined.replace(".dark .sd", _DARK_NOTEBOOK)
    return re.sub(r"@media screen\s*\{", "@media screen and (prefers-color-scheme: dark) {", joined).replace(
        ".dark .sd", ".sd"
    )
