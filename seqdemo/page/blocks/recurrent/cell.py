"""A recurrent cell: its gates at one step, what a few units compute, what goes on, and the same along the sequence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from seqdemo.page.answer.steps.steps import likeliest
from seqdemo.page.blocks.asking import equation, lead, question, section
from seqdemo.page.blocks.formula import formulas, symbol_of
from seqdemo.page.blocks.moments import each, moving, share, thumbnail, walk
from seqdemo.page.html.figures import signed
from seqdemo.page.html.markup import Html, el, join
from seqdemo.page.html.state import sheet_style, tile
from seqdemo.page.html.wording import Words, symbol
from seqdemo.trace import Block, Panel

UNITS = 4
"""So many units are computed in full at each step."""
SYMBOLS: Mapping[str, str] = {
    "input_vector": "x_t",
    "hidden_before": "h_{t-1}",
    "cell_before": "c_{t-1}",
    "input": "i_t",
    "forget": "f_t",
    "output": "o_t",
    "reset": "r_t",
    "update": "z_t",
    "candidate": "g_t",
    "from_input": "W x_t + b",
    "from_state": "U h_{t-1} + d",
    "cell": "c_t",
    "hidden": "h_t",
}
GATES: Mapping[str, tuple[str, ...]] = {
    "lstm": ("forget", "input", "candidate", "output"),
    "gru": ("reset", "update", "candidate"),
    "rnn": ("from_input", "from_state"),
}
TERMS: Mapping[str, tuple[str, ...]] = {
    "lstm": ("forget", "cell_before", "input", "candidate", "cell", "output", "hidden"),
    "gru": ("reset", "update", "hidden_before", "candidate", "hidden"),
    "rnn": ("hidden_before", "from_input", "from_state", "hidden"),
}
"""What the equations of each cell join, in their order."""
EQUATIONS: Mapping[str, tuple[str, ...]] = {
    "lstm": (
        "f_t = σ(W_f x_t + U_f h_{t-1} + b_f)",
        "i_t = σ(W_i x_t + U_i h_{t-1} + b_i)",
        "g_t = tanh(W_g x_t + U_g h_{t-1} + b_g)",
        "o_t = σ(W_o x_t + U_o h_{t-1} + b_o)",
        "c_t = f_t ⊙ c_{t-1} + i_t ⊙ g_t",
        "h_t = o_t ⊙ tanh(c_t)",
    ),
    "gru": (
        "r_t = σ(W_r x_t + U_r h_{t-1} + b_r)",
        "z_t = σ(W_z x_t + U_z h_{t-1} + b_z)",
        "g_t = tanh(W_g x_t + b_g + r_t ⊙ (U_g h_{t-1} + d_g))",
        "h_t = (1 - z_t) ⊙ g_t + z_t ⊙ h_{t-1}",
    ),
    "rnn": ("h_t = tanh(W x_t + b + U h_{t-1} + d)",),
}
_HANDED: Mapping[str, tuple[str, ...]] = {"lstm": ("cell", "hidden"), "gru": ("hidden",), "rnn": ("hidden",)}


def cell(block: Block, words: Words) -> Html:
    """Everything about the cell; one step shows at a time, at first the last."""
    hidden = block.panel("hidden")
    count = len(hidden.rows)
    start = count - 1
    return el(
        "div",
        lead(words[f"cell.{block.kind}"]),
        _stack(block, words),
        walk([_step(block, n, words) for n in range(count)], start, words),
        section(words["cell.inside"], _diagram(block, words), _key(words)),
        section(
            words["cell.units"].format(n=UNITS),
            el("div", *each(count, start, lambda n: [_units(block, n, words)]), class_="scroll"),
        ),
        equation(EQUATIONS[block.kind], words, words["cell.signs"]),
        section(words["cell.recurrence"], *_recurrences(block, start, words)),
        section(words["cell.unrolled"], el("p", words["cell.unrolled.told"], class_="quiet"), _unrolled(block, words)),
        question(f"cell.{block.kind}", words),
        class_="moments",
        style=share(start, count),
    )


def _stack(block: Block, words: Words) -> Html | None:
    """Which layer and direction this is, where there are several."""
    layer, layers, ways = (int(number) for number in block.panel("stack").values[:, 0])
    told = [words["cell.layer"].format(n=layer, count=layers)] if layers > 1 else []
    told += [words["cell.forward"]] if ways > 1 else []
    return el("p", " ".join(told), class_="quiet") if told else None


def _step(block: Block, step: int, words: Words) -> str:
    """What a step is about: an image, rows of one, or the symbol that goes in and the one that comes out."""
    said = block.panel("said")
    if said.along == "steps":
        fed, out = symbol(block.panel("fed").rows[step], words), symbol(said.rows[step], words)
        return words["cell.at.step"].format(n=step + 1, fed=fed, out=out)
    return words[f"cell.at.{said.along}"].format(name=said.rows[step])


def _diagram(block: Block, words: Words) -> Html:
    """What comes in, the gates, what goes out: each vector as a picture of its numbers, with its mean."""
    before = [f"{name}_before" for name in _HANDED[block.kind]]
    rows = (("in", ("input_vector", *before)), ("gates", GATES[block.kind]), ("onward", _HANDED[block.kind]))
    return el("div", *(_boxes(kind, names, block, words) for kind, names in rows), class_="diagram")


def _boxes(kind: str, names: Iterable[str], block: Block, words: Words) -> Html:
    boxes = (_box(block.panel(name), words) for name in names)
    return el("div", el("b", words[f"cell.{kind}"]), el("ul", *boxes), class_=kind)


def _box(panel: Panel, words: Words) -> Html:
    count = len(panel.rows)
    means = each(count, count - 1, lambda n: [words["cell.mean"].format(mean=signed(panel.values[n].mean()))], "span")
    name = el("span", symbol_of(SYMBOLS[panel.id]), " ", words[f"cell.name.{panel.id}"], class_="name")
    return el("li", name, moving(panel), el("span", *means, class_="quiet"))


def _key(words: Words) -> Html:
    signs = (el("span", words[f"state.{name}"], class_=name) for name in ("negative", "positive"))
    return el("p", *signs, class_="key")


def _units(block: Block, step: int, words: Words) -> Html:
    """The terms of the equations of the units that change most."""
    names = TERMS[block.kind]
    heads = (el("th", symbol_of(SYMBOLS[name]), scope="col") for name in names)
    head = el("thead", el("tr", el("th", words["cell.unit"], scope="col"), *heads))
    changes = np.abs(block.panel("hidden").values[step] - block.panel("hidden_before").values[step])
    rows = (_unit(block, step, int(unit), names) for unit in np.argsort(-changes, kind="stable")[:UNITS])
    return el("table", head, el("tbody", *rows), class_="terms")


def _unit(block: Block, step: int, unit: int, names: Iterable[str]) -> Html:
    cells = (el("td", f"{block.panel(name).values[step, unit]:.3f}".replace("-", "−")) for name in names)
    return el("tr", el("th", unit + 1, scope="row"), *cells)


def _recurrences(block: Block, start: int, words: Words) -> Iterable[Html]:
    """What this cell hands on, beside what one of Jordan's kind would."""
    said = block.panel("said")
    handed = (_box(block.panel(name), words) for name in _HANDED[block.kind])
    answers = each(len(said.rows), start, lambda n: [el("ol", *likeliest(said, n, words), class_="top")])
    elman = el("li", el("h5", words["cell.elman"]), formulas(["h_t = f(x_t, h_{t-1})"]), el("ul", *handed))
    jordan = el("li", el("h5", words["cell.jordan"]), formulas(["h_t = f(x_t, y_{t-1})"]), *answers)
    yield el("ul", elman, jordan, class_="pairing")
    yield el("p", words["cell.both" if said.along == "steps" else "cell.one"], class_="quiet")


def _unrolled(block: Block, words: Words) -> Html:
    """The same cell at every step, and the state that each hands to the next; a step is a press away."""
    hidden, said = block.panel("hidden"), block.panel("said")
    steps = (
        el(
            "li",
            el("button", _input(block, n, words), tile(hidden, n), el("b", _output(said, n, words)), type="button",
               data_go_to=n, aria_label=_step(block, n, words)),
        )
        for n in range(len(hidden.rows))
    )  # fmt: skip
    return el("ol", *steps, class_="unrolled", style=sheet_style(hidden))


def _input(block: Block, step: int, words: Words) -> Html:
    said = block.panel("said")
    if said.along == "steps":
        return el("span", symbol(block.panel("fed").rows[step], words))
    if said.along == "rows":
        return el("span", said.rows[step])
    return thumbnail(block.letters[int(said.rows[step]) - 1])


def _output(said: Panel, step: int, words: Words) -> Html:
    name = said.rows[step] if said.along == "steps" else said.columns[int(said.values[step].argmax())]
    return join(symbol(name, words))
