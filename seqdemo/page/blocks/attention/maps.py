"""Every layer and head: small pictures of all maps, and the one that is pressed as a table of its numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from seqdemo.page.blocks.moments import thumbnail
from seqdemo.page.html import tinted
from seqdemo.page.html.markup import Html, el, packed
from seqdemo.page.html.wording import Words, symbol
from seqdemo.trace import Block, Panel

GROUPS = ("encoder", "decoder", "cross")


def maps(block: Block, words: Words) -> Html:
    """Three groups side by side; each has a table, which the script fills with the numbers of the pressed map."""
    groups = ([panel for panel in block.panels if panel.group == name] for name in GROUPS)
    return el("div", *(_group(block, panels, words) for panels in groups), class_="maps-of-heads")


def _group(block: Block, panels: Sequence[Panel], words: Words) -> Html:
    first = panels[0]
    buttons = (_button(panel, panel is first, words) for panel in panels)
    heads = len({panel.id.rsplit("-", 1)[1] for panel in panels})
    return el(
        "section",
        el("h5", words[f"attention.{first.group}"]),
        el("p", words[f"attention.{first.group}.told"], class_="quiet"),
        el("div", *buttons, class_="thumbs", style=f"--heads:{heads}"),
        el("output", _named(first, words), class_="quiet"),
        el("div", _table(block, first, words), class_="scroll"),
        data_maps=True,
    )


def _button(panel: Panel, shown: bool, words: Words) -> Html:
    """A map as a picture, with its numbers in hundredths."""
    hundredths = np.rint(100 * panel.values).astype(int).tolist()
    name = _named(panel, words)
    picture = el(
        "span", class_="map", style=f"{tinted.style(panel.values)};--map:{len(panel.columns)}/{len(panel.rows)}"
    )
    return el("button", picture, type="button", data_map=packed(hundredths), data_named=name, aria_label=name,
              title=name, aria_pressed=str(shown).lower())  # fmt: skip


def _named(panel: Panel, words: Words) -> str:
    _, layer, head = panel.id.split("-")
    return words["attention.named"].format(layer=layer, head=head)


def _table(block: Block, panel: Panel, words: Words) -> Html:
    columns = (el("th", _name(block, name, words), scope="col") for name in panel.columns)
    rows = (
        el("tr", el("th", _name(block, name, words), scope="row"), *(el("td") for _ in panel.columns))
        for name in panel.rows
    )
    return el("table", el("thead", el("tr", el("td"), *columns)), el("tbody", *rows), class_="weights")


def _name(block: Block, name: str, words: Words) -> Html:
    """An image by its picture, a symbol by its sign."""
    if name.isdecimal():
        return el("span", thumbnail(block.letters[int(name) - 1]), el("span", name, class_="unseen"))
    return el("span", symbol(name, words))
