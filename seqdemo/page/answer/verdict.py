"""Right or wrong, and which stage was to blame, in a sentence."""

from __future__ import annotations

from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words, symbol
from seqdemo.trace import Trace, Verdict


def verdict(trace: Trace, words: Words) -> Html:
    """The sentence and its two pieces of evidence; where no right answer is known, why not."""
    found = trace.verdict
    if found is None:
        return el("p", _why_none(trace, words), class_="quiet")
    mark = el("span", "✓" if found.right else "✗", class_="mark", aria_hidden="true")
    return el(
        "div",
        mark,
        el("div", el("p", sentence(trace, found, words)), _evidence(found, words)),
        class_="verdict right" if found.right else "verdict wrong",
    )


def _why_none(trace: Trace, words: Words) -> str:
    meant = [letter.meant for letter in trace.letters if letter.meant]
    if len(meant) < len(trace.letters):
        return words["verdict.unknown"]
    return words["verdict.no_row"].format(letters=" ".join(meant).upper(), shown="".join(meant).upper())


def sentence(trace: Trace, found: Verdict, words: Words) -> str:
    """What happened, for a class."""
    facts = {
        "letters": " ".join(found.letters),
        "shown": found.letters,
        "target": symbol(found.target, words),
        "read": symbol(trace.answer, words),
        "slips": _slips(trace, found, words),
        "reasoned": found.reasoning_on_truth or words["answer.nothing"],
    }
    if any(panel.overruled for panel in trace.panels):
        return words["verdict.by_hand.right" if found.right else "verdict.by_hand.wrong"].format(**facts)
    key = ("rescued" if facts["slips"] else "none") if found.right else found.blame
    own = f"verdict.{key}.{found.target}" if found.reasoning_on_truth is None else ""
    untold = f"verdict.{key}.untold" if found.reasoning_on_truth is None else ""
    return next(words[name] for name in (own, untold, f"verdict.{key}") if name in words).format(**facts)


def _slips(trace: Trace, found: Verdict, words: Words) -> str:
    """Letters that were misread; of a character that may be read as a digit or a letter, the answer says it all."""
    if trace.family == "row":
        return ""
    pairs = zip(found.letters.upper(), (letter.read.upper() for letter in trace.letters), strict=False)
    return ", ".join(words["verdict.slip"].format(meant=a, read=b) for a, b in pairs if a != b)


def _evidence(found: Verdict, words: Words) -> Html | None:
    """What each stage makes of the truth, where any went wrong; nothing from a model that has one stage only."""
    told, ruled = found.reasoning_on_truth, found.rule_on_vision
    if (told is None and ruled is None) or (found.right and ruled == told == found.target):
        return None
    reasoned = _check(words["verdict.true_letters"], told or words["answer.nothing"], found) if told is not None else ()
    return el("dl", *reasoned, *_check(words["verdict.exact_rule"], ruled or words["verdict.no_line"], found))


def _check(label: str, value: str, found: Verdict) -> tuple[Html, Html]:
    return el("dt", label), el("dd", value, " ✓" if value == found.target else " ✗")
