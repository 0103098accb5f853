"""A gallery of wrong answers of the test, and which letters are taken for which."""

from __future__ import annotations

from seqdemo.page.blocks.asking import equation, lead, question, section
from seqdemo.page.blocks.moments import thumbnail
from seqdemo.page.html.colour import level
from seqdemo.page.html.figures import tenths
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words
from seqdemo.trace import Block, LetterRead


def wrong(block: Block, words: Words) -> Html:
    facts = {name: int(block.panel("facts").values[n, 0]) for n, name in enumerate(block.panel("facts").rows)}
    told = words["wrong.told"].format(
        **{**facts, "share": tenths(facts["wrong"] / facts["sequences"])}, date=block.kind
    )
    return el(
        "div",
        lead(words["wrong.lead"]),
        section(words["wrong.gallery"], el("p", told), _gallery(block, words)),
        section(
            words["wrong.confusion"],
            el("p", words["wrong.confusion.told"]),
            el("div", _confusion(block, words), class_="scroll", tabindex=0, role="region",
               aria_label=words["wrong.confusion"]),
        ),
        equation(("P = p_v^T",), words, words["wrong.signs"]),
        question("wrong", words),
    )  # fmt: skip


def _gallery(block: Block, words: Words) -> Html:
    """A card for each sequence: its images with what was read, the answer, and the right one."""
    cards, first = [], 0
    for name, count in zip(block.panel("lengths").rows, block.panel("lengths").values[:, 0].astype(int), strict=True):
        cards.append(_card(block.letters[first : first + count], name[0], name[1], words))
        first += count
    return el("ol", *cards, class_="gallery")


def _card(letters: tuple[LetterRead, ...], answer: str, target: str, words: Words) -> Html:
    images = (
        el("li", thumbnail(read), el("b", read.read), class_=None if read.read == read.meant else "slipped")
        for read in letters
    )
    short = el("span", words["wrong.short"], class_="mine") if len(letters) == 2 else None
    told = words["wrong.card"].format(answer=answer, target=target)
    return el("li", el("ol", *images), el("p", told, short, class_="quiet"))


def _confusion(block: Block, words: Words) -> Html:
    """A row for each letter that was meant, coloured by the share of the row."""
    table = block.panel("confusion")
    head = el("thead", el("tr", el("td"), *(el("th", name, scope="col") for name in table.columns)))
    rows = (
        el("tr", el("th", name, scope="row"), *(_cell(int(count), float(of)) for count in row))
        for name, row, of in zip(table.rows, table.values, table.values.sum(axis=1), strict=True)
    )
    return el(
        "table", el("caption", words["wrong.caption"], class_="unseen"), head, el("tbody", *rows), class_="weights"
    )


def _cell(count: int, of: float) -> Html:
    return el("td", count or None, class_=f"h{level(count / max(1.0, of))}")
