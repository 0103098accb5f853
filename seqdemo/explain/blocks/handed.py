"""What an encoder hands over: its last states as the decoder gets them, beside its outputs for every letter."""

from __future__ import annotations

from typing import cast

from seqdemo.explain.blocks.asked import Asked, numbers
from seqdemo.explain.common import letters_read, positions, probabilities
from seqdemo.explain.word import reading_order, run
from seqdemo.models.seq2seq import Seq2Seq
from seqdemo.trace import Block, Panel

STATES = ("hidden", "cell")


def handed(asked: Asked) -> Block:
    """`kind` says what each step of the decoder gets beside its own last symbol, as `Seq2SeqConfig.context` has it,
    or `deep`."""
    model = cast(Seq2Seq, asked.loaded.model)
    way = run(model, asked.letters, asked.options)
    vision = probabilities(way.memory.vision[0])
    letters = letters_read(vision, way.images, asked.letters)
    order = reading_order(model, len(letters))
    like = positions("vision", "vision", vision)
    like = Panel("heatmap", "vision", "vision", tuple(str(place + 1) for place in order), like.columns, vision[order])
    entered = model.enter(way.frontend.given)[:, order]
    ended = model.encoder(entered, way.lengths)[1]
    one = Panel("bars", "one", "one", ("h",), ("",), vision[:1, :1])
    states = {f"ended_{name}": state for name, state in zip(STATES, ended, strict=False)}
    given = {f"handed_{name}": state for name, state in zip(STATES, way.memory.last, strict=False)}
    panels = (
        numbers("outputs", like, way.memory.read[0]),
        *(numbers(name, one, state) for name, state in {**states, **given}.items()),
    )
    return Block("handed", asked.part, "deep" if model.config.deep else model.config.context, letters, panels)
