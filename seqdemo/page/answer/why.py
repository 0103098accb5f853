"""One sentence of why: what was read, what fits best, and so what the answer is."""

from __future__ import annotations

from seqdemo.letters import ALPHABET
from seqdemo.page.answer.words.correction import changed
from seqdemo.page.html.kind import last_row, written
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.wording import Words, percent, symbol
from seqdemo.trace import Panel, Trace


def why(trace: Trace, words: Words) -> Html:
    """The sentence, with the values in bold."""
    if trace.family == "row":
        return _by_rows(trace, words)
    read = _told(words["why.read"], letters=" ".join(letters_read(trace)))
    if written(trace):
        return join(read, " ", _corrected(trace, words))
    return join(read, " ", _followed(trace, words) if trace.family == "next" else _least_sure(trace, words))


def letters_read(trace: Trace) -> list[str]:
    """What reasoning was given: the readings, or what a visitor put in their place."""
    handed = trace.set_by("read")
    told = handed.overruled if handed else ()
    return [
        handed.columns[int(handed.values[n].argmax())] if handed and n in told else letter.read
        for n, letter in enumerate(trace.letters)
    ]


def _followed(trace: Trace, words: Words) -> Html:
    """Which step fits best, and whether the answer keeps to it."""
    panel = trace.panel("step")
    if panel is None:
        return _told(words["why.next"], answer=trace.answer)
    best = int(panel.values[:, 0].argmax())
    step = {"step": panel.rows[best].replace("-", "−"), "percent": _share(panel.values[best, 0])}
    follows = ALPHABET.index(letters_read(trace)[-1].upper()) + int(panel.rows[best]) == ALPHABET.index(trace.answer)
    return join(
        _told(words["why.step"], **step), " ", _told(words["why.next" if follows else "why.yet"], answer=trace.answer)
    )


def _least_sure(trace: Trace, words: Words) -> Html | None:
    """The letter that was read with the least certainty."""
    if len(trace.letters) < 2:
        return None
    at = min(range(len(trace.letters)), key=lambda n: trace.letters[n].top[0][1])
    read, share = trace.letters[at].top[0]
    return _told(words["why.least"], n=at + 1, letter=read, percent=_share(share))


def _corrected(trace: Trace, words: Words) -> Html:
    """What became of the letters, and the word."""
    if not trace.answer:
        return join(words["why.nothing"])
    return join(changed(trace, words), " ", _told(words["why.word"], answer=trace.answer))


def _by_rows(trace: Trace, words: Words) -> Html:
    """From which row on the answer stayed what it is."""
    belief = trace.panel("vision")
    assert belief is not None
    facts = {"answer": symbol(trace.answer, words), "percent": _share(trace.confidence)}
    if len(belief.rows) == 1:
        return _told(words["why.once"], **facts)
    return _told(
        words["why.rows"], row=last_row(belief, settled(belief)), last=last_row(belief, len(belief.rows) - 1), **facts
    )


def settled(belief: Panel) -> int:
    """The first step from which on the most probable answer is the last one."""
    best = belief.values.argmax(axis=1)
    others = [step for step, column in enumerate(best) if column != best[-1]]
    return others[-1] + 1 if others else 0


def _told(sentence: str, **facts: str | int) -> Html:
    """A sentence with its values in bold, each in one piece."""
    parts = []
    for text in sentence.split("{"):
        name, closed, rest = text.partition("}")
        parts += [el("b", facts[name]), rest] if closed else [text]
    return join(*parts)


def _share(value: float) -> str:
    """A probability that no line break takes apart."""
    return percent(float(value)).replace(" ", "\u00a0")
