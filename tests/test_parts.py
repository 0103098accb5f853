"""What is told of the parts of each model, and how they are shown step by step."""

from __future__ import annotations

import re

import numpy as np
import pytest
import torch

from seqdemo.checkpoints import Loaded
from seqdemo.explain import explain
from seqdemo.handwriting.pen import Style
from seqdemo.page.answer.flow import flow
from seqdemo.page.answer.results import results
from seqdemo.page.answer.steps.parts import opened
from seqdemo.page.core.texts import ENGLISH
from seqdemo.page.html.kind import along
from seqdemo.trace import Trace
from tests.shipped import resources
from tests.tiers import sampled

RESOURCES = resources()
TEXTS_OF = {"row": "K", "swap": "PALNETS"}


def _trace(loaded: Loaded) -> Trace:
    text = TEXTS_OF.get(loaded.family, "CEGI")
    return explain(loaded, RESOURCES.pen.write(text, 3, Style()))


@pytest.mark.parametrize("name", RESOURCES.models)
def test_the_parts_of_a_model_are_the_stops_of_its_diagram_and_hold_all_its_parameters(name: str) -> None:
    loaded = RESOURCES.models[name]
    trace = _trace(loaded)
    assert re.findall(r'data-part="(\w+)"', flow(trace, trace.family, ENGLISH)) == [part.id for part in trace.parts]
    assert list(loaded.kind.parts) == [part.id for part in trace.parts]
    assert sum(part.parameters for part in trace.parts) == sum(each.numel() for each in loaded.model.parameters())
    for part in trace.parts:
        assert part.numbers.values.shape == part.gives
        assert np.isfinite(part.numbers.values).all()


@pytest.mark.parametrize("name", sampled(RESOURCES.models, "cnn-gru-normal"))
def test_every_part_has_its_shapes_and_the_strongest_of_its_numbers_on_the_page(name: str) -> None:
    trace = _trace(RESOURCES.models[name])
    for part in trace.parts:
        card = opened(trace, part.id, ENGLISH)
        assert card is not None
        assert " × ".join(map(str, part.gives)) in card
        assert f"<dd>{part.parameters:,}</dd>" in card
        strongest = float(part.numbers.values[-1][np.abs(part.numbers.values[-1]).argmax()])
        assert f"<b>{strongest:+.2f}</b>" in card
        assert card.count("data-inside=") == part.gives[0]


def test_no_part_is_open_before_one_is_asked_for_and_an_unknown_one_stays_closed() -> None:
    trace = _trace(RESOURCES.models["cnn-gru-easy"])
    assert 'id="inside-gru1"' in results(trace, ENGLISH, inside="gru1")
    for name in (None, "", "gru3"):
        assert 'id="inside-' not in results(trace, ENGLISH, inside=name)


@pytest.mark.parametrize("name", ["cnn-gru-easy", "exact-line", "reader", "reader-strokes"])
def test_rows_of_letters_are_gone_through_letter_by_letter(name: str) -> None:
    trace = _trace(RESOURCES.models[name])
    drawn = results(trace, ENGLISH)
    assert along(trace) == "letters"
    assert drawn.count("data-view=") == len(trace.letters) == 4
    assert 'max="4" value="4"' in drawn  # the answer stands at the last letter
    says = [re.sub("<[^>]+>", "", each) for each in re.findall(r'<p class="says">(.+?)</p>', drawn)]
    for n, (sentence, read) in enumerate(zip(says, trace.letters, strict=True), 1):
        assert sentence.startswith(f"Image {n}: ")
        assert f": {read.read} (" in sentence


def test_what_gru2_is_shown_to_keep_is_what_its_answer_is_made_of() -> None:
    loaded = RESOURCES.models["cnn-gru-easy"]
    trace = _trace(loaded)
    kept = torch.from_numpy(next(part for part in trace.parts if part.id == "gru2").numbers.values)
    reasoning = trace.panel("reasoning")
    assert reasoning is not None
    with torch.inference_mode():
        again = loaded.model.reasoning(kept).softmax(-1).numpy()  # type: ignore[operator]
    assert np.allclose(again, reasoning.values, atol=1e-5)
