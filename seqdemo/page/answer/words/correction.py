"""The letters that were read above the word that was written, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seqdemo.page.answer.words.edits import Edit, edits
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words
from seqdemo.trace import Trace

_SIGNS = {"same": "│", "change": "≠", "drop": "×", "add": "+"}
_CROSSING = Html(
    '<svg viewBox="0 0 2 1" preserveAspectRatio="none"><path d="M.5 0L1.5 1M1.5 0L.5 1" fill="none" '
    'stroke="currentColor" stroke-width="2" vector-effect="non-scaling-stroke"/></svg>'
)

_MOST_TOLD = 3
"""More edits than this are counted, not listed."""


def correction(trace: Trace, words: Words) -> Html:
    """Two rows of letters, between them lines that cross where two changed places, and below the same in words."""
    made = edits(_read(trace), trace.answer)
    table = el(
        "table",
        el("caption", words["edit.caption"], class_="unseen"),
        el("tr", _label(words["edit.read"]), *_before(made, trace.swapped)),
        el("tr", el("td"), *(_sign(edit) for edit in made), aria_hidden="true", class_="between"),
        el("tr", _label(words["edit.written"]), *_after(made)),
        class_="correction",
        style=f"--columns:{sum(max(len(edit.read), len(edit.written)) for edit in made)}",
    )
    return el("div", table, el("p", in_words(made, words), class_="quiet"))


def marked(trace: Trace) -> Html:
    """The answer, with the letters that differ from those that were read marked."""
    return el("span", *(_piece(edit) for edit in edits(_read(trace), trace.answer)))


def changed(trace: Trace, words: Words) -> str:
    """What became of the letters, in a sentence."""
    return in_words(edits(_read(trace), trace.answer), words)


def in_words(made: Sequence[Edit], words: Words) -> str:
    """What was done to the letters, as one sentence."""
    told = [_told(edit, words) for edit in made if edit.kind != "same"]
    if len(told) > _MOST_TOLD:
        return words["edit.many"].format(count=len(told))
    return words["edit.sentence"].format(edits=words["edit.and"].join(told)) if told else words["edit.none"]


def _read(trace: Trace) -> str:
    return "".join(letter.read for letter in trace.letters)


def _told(edit: Edit, words: Words) -> str:
    facts = {"read": edit.read, "written": edit.written, "place": edit.place + 1, "next": edit.place + 2}
    if edit.kind == "swap":
        facts |= {"a": edit.read[0], "b": edit.read[1]}
    return words[f"edit.{edit.kind}"].format(**facts)


def _label(text: str) -> Html:
    return el("th", el("span", text), scope="row")


def _before(made: Iterable[Edit], pair: tuple[int, ...]) -> Iterable[Html]:
    for edit in made:
        for n, letter in enumerate(edit.read or " "):
            yield el("td", letter, class_="pair" if edit.read and edit.place + n in pair else None)


def _after(made: Iterable[Edit]) -> Iterable[Html]:
    for edit in made:
        for letter in edit.written or " ":
            yield el("td", letter, class_=None if edit.kind == "same" else f"made {edit.kind}")


def _sign(edit: Edit) -> Html:
    if edit.kind == "swap":
        return el("td", _CROSSING, colspan=2)
    return el("td", _SIGNS[edit.kind])


def _piece(edit: Edit) -> str:
    return edit.written if edit.kind == "same" else el("mark", edit.written) if edit.written else ""
