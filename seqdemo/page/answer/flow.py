"""The diagram that is always on the page: images and the stages of the model, and what each says just now."""

from __future__ import annotations

from seqdemo.page.html.markup import Content, Html, el, join
from seqdemo.page.html.picture import data_uri
from seqdemo.page.html.wording import Words, stage_name, symbol
from seqdemo.trace import Panel, Part, Trace

BEFORE: dict[str, tuple[tuple[str, bool], ...]] = {
    "next": (("cnn", True), ("gru1", True), ("gru2", True)),
    "swap": (("cnn", False), ("encoder", False), ("decoder", True)),
    "row": (("rows", True),),
    "letter": (("cnn", True),),
}
"""Before there is an answer, the stages that a family of tasks usually has, and whether each works at every step."""
_SPACED = 6
"""So many letters stand apart from each other; more would not fit on a line."""


def flow(trace: Trace | None, family: str, words: Words) -> Html:
    """The stops on the way in a family of tasks; with a Trace, each carries its letters and opens its part's inside."""
    if trace:
        stops = [_stop(n, part, part in at_work(trace), trace, words) for n, part in enumerate(trace.parts)]
    else:
        usual = BEFORE.get(family, BEFORE["next"])
        stops = [_item(n, _inside(words, stage, None, None), works, False) for n, (stage, works) in enumerate(usual)]
    first = "vision" if family == "row" else "letters"
    images = _images(trace) if trace else None
    letters = el("li", _inside(words, "image", f"#panel-{first}" if trace else None, images))
    room = _room(trace, words) if trace else None
    return el("ol", letters, *stops, class_="flow", aria_label=words["flow.label"], style=room)


def _stop(number: int, part: Part, works: bool, trace: Trace, words: Words) -> Html:
    """A part that names no letters itself says that it only hands on what it saw."""
    panel = trace.panel(part.shows)
    said = words["flow.silent"] if panel is None else _said(panel, words)
    return _item(number, _inside(words, part.id, f"#inside-{part.id}", said), works, panel is None)


def _item(number: int, content: Html, works: bool, silent: bool) -> Html:
    classes = " ".join(name for name, so in (("silent", silent), ("works", works)) if so)
    return el("li", content, class_=classes or None, style=f"--turn:{number}")


def _images(trace: Trace) -> Html:
    pictures = (el("img", src=data_uri(read.image, read.ink), alt="", width=28, height=28) for read in trace.letters)
    return el("span", *pictures, class_="pictures")


def at_work(trace: Trace) -> tuple[Part, ...]:
    """The parts that work at every step; where some write step by step, the others have done their work before."""
    return tuple(part for part in trace.parts if part.numbers.along == "steps") or trace.parts


def _inside(words: Words, stage: str, target: str | None, said: Content) -> Html:
    name, _, more = stage_name(stage, words).partition(" · ")  # on a phone there is only room for the name
    title = el("b", name, el("i", f" · {more}") if more else None)
    content = (title, el("span", words.get(f"flow.{stage}.role")), el("em", said or "\u00a0", data_tells=True))
    if target and target.startswith("#inside-"):
        return el(
            "button",
            *content,
            type="button",
            data_part=stage,
            aria_expanded="false",
            aria_controls=target.removeprefix("#"),
        )
    return el("a", *content, href=target) if target else el("div", *content)


def _said(panel: Panel, words: Words) -> Html:
    """The strongest letter of each row; the script lights up the one of the present step."""
    said = _names(panel, words)
    space = " " if 1 < len(said) <= _SPACED else None
    return join(*(join(space if n else None, el("span", letter, data_said=n)) for n, letter in enumerate(said)))


def _names(panel: Panel, words: Words) -> list[str]:
    """The letters that a stop shows; where rows or time steps are read, the last answer alone."""
    if panel.along == "steps":
        return [name for name in panel.rows if len(name) == 1]
    said = [symbol(panel.columns[best], words) for best in panel.values.argmax(axis=1)]
    return said if panel.along == "letters" else said[-1:]


def _room(trace: Trace, words: Words) -> str:
    """How many letters the longest line of the diagram has, for the style sheet."""
    panels = filter(None, (trace.panel(part.shows) for part in trace.parts))
    return f"--letters:{max((len(_names(panel, words)) for panel in panels), default=1)}"
