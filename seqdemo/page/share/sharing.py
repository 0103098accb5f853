"""What of the page passes it on: the dialog, the menu of files, and what a teacher's link says of itself."""

from __future__ import annotations

from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.wording import Words

LIMITS = {
    "lock": ("task", "model", "letters"),
    "hide": ("answer", "tasks", "models", "type", "sample", "learned"),
}
"""What a link may lock or hide, as an address names it."""


def opener(words: Words) -> Html:
    """The button that opens the dialog."""
    sign = el("span", "↗", aria_hidden="true", class_="of-name")
    name = el("span", words["share.open"])
    return el("button", sign, name, type="button", data_pass=True, aria_haspopup="dialog", class_="opener")


def notices(words: Words) -> Html:
    """What the page says of a link that locks it, and of one that it could not read as a whole."""
    unlock = el("button", words["locked.open"], type="button", data_unlock=True)
    dismiss = el("button", "×", type="button", data_dismiss=True, aria_label=words["damaged.dismiss"])
    return join(
        el("div", el("p", words["locked.says"]), unlock, id="locked", class_="notice", hidden=True),
        el("div", el("p", words["damaged.says"]), dismiss, id="damaged", class_="notice beware", role="status",
           hidden=True),
    )  # fmt: skip


def asking(words: Words) -> Html:
    """What covers an answer until the class has given its own."""
    reveal = el("button", words["asking.reveal"], type="button", data_tell=True, class_="primary")
    return el("div", el("p", words["asking.says"]), reveal, class_="ask-first card")


def dialog(words: Words) -> Html:
    """Address, QR code, locks and code to embed; the script fills them in."""
    close = el("button", "×", type="button", data_close=True, aria_label=words["share.close"])
    head = el("div", el("h2", words["share.title"], id="share-title"), close, class_="heading")
    return el("dialog", head, _address(words), _code(words), _limits(words), _embedding(words), id="share",
              aria_labelledby="share-title")  # fmt: skip


def _address(words: Words) -> Html:
    field = el("input", type="text", readonly=True, data_link=True, aria_label=words["share.address"])
    send = el("button", words["share.send"], type="button", data_send=True, hidden=True)
    row = el("div", field, _copy("[data-link]", words), send, class_="joined")
    drawn = el("label", _box(data_drawn=True, checked=True), el("span", words["share.drawn"]), class_="switch drawn")
    said = el(
        "p", role="status", class_="quiet copied", data_done=words["share.copied"], data_failed=words["share.uncopied"]
    )
    own = el("p", words["share.own"], class_="own", hidden=True)
    return el("div", el("p", words["share.lead"], class_="quiet"), own, row, drawn, said)


def _copy(field: str, words: Words) -> Html:
    return el("button", words["share.copy"], type="button", data_copy=field)


def _code(words: Words) -> Html:
    enlarge = el("button", words["share.enlarge"], type="button", data_enlarge=True)
    code = el("div", el("svg"), enlarge, class_="code", data_label=words["share.code"])
    return join(code, el("p", words["share.long"], class_="too-long", hidden=True))


def _limits(words: Words) -> Html:
    """Boxes to tick, for a class."""
    groups = (
        el("fieldset", el("legend", words[f"{kind}.label"]), *(_tick(kind, name, words) for name in names))
        for kind, names in LIMITS.items()
    )
    about = el("p", words["share.class.told"], class_="quiet")
    return el("details", el("summary", words["share.class"]), about, el("div", *groups, class_="limits"))


def _tick(kind: str, name: str, words: Words) -> Html:
    box = _box(data_limit=kind, value=name)
    return el("label", box, el("span", words[f"{kind}.{name}"]), class_="switch")


def _box(**attributes: str | bool) -> Html:
    return el("input", type="checkbox", **attributes)


def _embedding(words: Words) -> Html:
    area = el("textarea", readonly=True, rows=4, data_embedding=True, aria_label=words["share.embed"])
    about = el("p", words["share.embed.told"], class_="quiet")
    return el("details", el("summary", words["share.embed"]), about, area, _copy("[data-embedding]", words))
