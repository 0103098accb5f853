"""Where a phone writes the alphabet; the script lays the sheet into it, and says which letter is next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from seqdemo.letters import ALPHABET
from seqdemo.page.html.markup import Html, el, join, packed
from seqdemo.page.html.wording import Words
from seqdemo.room.room import Member


@dataclass(frozen=True)
class Offered:
    """A model of the class's, for the page's menus."""

    name: str
    task: str
    question: str
    """What its task is called."""
    said: Mapping[str, Mapping[str, str]]
    """What the menus call it and say of it, by language: it stays there when the language changes."""


def phone(code: str, member: Member, written: str, offered: Sequence[Offered], words: Words) -> Html:
    """The sheet for one letter, and a strip of all; `written` are those that the class has."""
    facts = packed({"place": f"{code}:{member.token[:8]}", "written": written})
    ask = el("p", class_="ask", role="status", aria_live="polite")
    sheet = el("div", class_="write", data_at=0)
    ways = (el("button", words[f"room.alphabet.{name}"], type="button", data_alphabet=name,
               class_="primary" if name == "next" else None) for name in ("undo", "clear", "next"))  # fmt: skip
    strip = el("ol", *(el("li", _letter(label, label in written, words)) for label in ALPHABET), class_="strip-of-26")
    sent = el("p", words["room.alphabet.sent"].format(count=len(written)), class_="quiet sent")
    hint = el("p", words["room.alphabet.how"], class_="quiet")
    pad = el("div", ask, sheet, el("div", *ways, class_="ways"), sent, strip, hint, class_="hand-pad",
             data_writing=facts)  # fmt: skip
    return join(pad, uses(offered, words))


def _letter(label: str, is_written: bool, words: Words) -> Html:
    return el("button", label, type="button", data_letter=label, class_="written" if is_written else None,
              aria_label=words[f"room.alphabet.{'again' if is_written else 'write'}"].format(letter=label))  # fmt: skip


def uses(offered: Sequence[Offered], words: Words) -> Html | None:
    """Buttons that take the class's reader to the page's tasks."""
    if not offered:
        return None
    buttons = (el("button", words["room.alphabet.use"].format(task=each.question), type="button",
                  data_class_model=packed(asdict(each))) for each in offered)  # fmt: skip
    return el("div", el("p", words["room.alphabet.ours"]), el("div", *buttons, class_="ways"), class_="ours")
