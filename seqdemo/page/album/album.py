"""The letters of a file: where they stand, and how many of them each reader names right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seqdemo.page.html.figures import count
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.wording import Words, percent


@dataclass(frozen=True)
class Judged:
    """What a reader made of letters whose names are known."""

    title: str
    right: int
    confused: tuple[tuple[str, str, int], ...]
    """What was meant, what it was read as and how often, the most frequent first."""


def buttons(words: Words) -> Html:
    """The two ways between the pad and files."""
    save = el("button", words["album.save"], type="button", data_album="save")
    open_ = el("button", words["album.open"], type="button", data_album="open")
    field = el("input", type="file", id="album-file", accept=".jsonl,.inkml,.xml,.dat,.unp,.txt", class_="unseen",
               tabindex=-1, aria_label=words["album.open"])  # fmt: skip
    return el("div", save, open_, field, class_="album-ways")


def place(words: Words) -> Html:
    """Empty until a file is opened."""
    close = el("button", "×", type="button", data_album="close", aria_label=words["album.close"])
    head = el("div", el("h2", words["album.title"]), close, class_="heading")
    back, on = (el("button", sign, type="button", data_album=name, aria_label=words[f"album.{name}"])
                for sign, name in (("‹", "back"), ("›", "on")))  # fmt: skip
    leaf = el("div", back, el("output", id="album-range"), on, class_="leafing")
    return el("section", head, el("p", words["album.lead"], class_="quiet"), el("ol", id="album-letters"), leaf,
              el("div", id="album-report"), id="album", class_="card album", hidden=True)  # fmt: skip


def report(judged: Sequence[Judged], named: int, notes: Sequence[str], words: Words) -> Html:
    """A row for each reader, and what was left out of the file."""
    table = _table(judged, named, words) if named else el("p", words["album.unlabelled"], class_="quiet")
    return join(table, *(el("p", note, class_="quiet") for note in notes))


def _table(judged: Sequence[Judged], named: int, words: Words) -> Html:
    head = el("tr", *(el("th", words[f"album.{name}"], scope="col") for name in ("reader", "right", "confused")))
    return el("table", el("thead", head), el("tbody", *(_row(each, named, words) for each in judged)))


def _row(judged: Judged, named: int, words: Words) -> Html:
    share = words["album.share"].format(
        right=count(judged.right), count=count(named), share=percent(judged.right / named)
    )
    mistakes = ", ".join(words["album.mistake"].format(meant=meant, read=read, times=times)
                         for meant, read, times in judged.confused)  # fmt: skip
    return el("tr", el("th", judged.title, scope="row"), el("td", share), el("td", mistakes or "–"))


def left_out(dropped: Mapping[str, int], words: Words) -> str:
    """How many letters were left out, and why."""
    reasons = ", ".join(words["album.reason"].format(count=count(number), why=words[f"album.reason.{key}"])
                        for key, number in dropped.items())  # fmt: skip
    return words["album.dropped"].format(reasons=reasons)
