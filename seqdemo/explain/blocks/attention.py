"""Self-attention from nothing: similarities, softmax and weighted sum; then queries, keys, values, heads, residual."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from torch import Tensor, nn

from seqdemo.explain.blocks.asked import Asked, matrix, numbers
from seqdemo.explain.common import letters_read, positions, probabilities
from seqdemo.explain.word import Run, run
from seqdemo.models.symbols import NAMES
from seqdemo.models.transformer import Attention, Transformer
from seqdemo.models.transformer import Block as Layer
from seqdemo.trace import Block, Panel


def attention(asked: Asked) -> Block:
    """The first layer of the encoder in full, and every layer and head of encoder, decoder and across."""
    model = cast(Transformer, asked.loaded.model)
    way = run(model, asked.letters, asked.options)
    vision = probabilities(way.memory.vision[0])
    letters = letters_read(vision, way.images, asked.letters)
    like = positions("vision", "vision", vision)
    entered = model.enter(way.frontend.given)
    panels = (
        *_without_parameters(entered[0], like),
        *_first_layer(cast(Layer, model.encoder[0]), entered, like),
        *_every_map(model, way, like.rows),
    )
    return Block("attention", asked.part, "self", letters, panels)


def _without_parameters(x: Tensor, like: Panel) -> Iterable[Panel]:
    """softmax(X X^T / sqrt(d)) X."""
    similar = x @ x.T / x.shape[1] ** 0.5
    weights = similar.softmax(dim=-1)
    yield numbers("entered", like, x)
    yield matrix("similarity", like.rows, like.rows, similar)
    yield matrix("plain", like.rows, like.rows, weights)
    yield numbers("mixed", like, weights @ x)


def _first_layer(layer: Layer, entered: Tensor, like: Panel) -> Iterable[Panel]:
    """softmax(Q K^T / sqrt(d) + b) V of each head; what all heads together add to what went in."""
    look, norm = cast(Attention, layer.attentions[0]), cast(nn.LayerNorm, layer.norms[0])
    x = norm(entered)
    query, key, value = (look.split(part(x))[0] for part in (look.query, look.key, look.value))
    scores = query @ key.transpose(1, 2) / query.shape[-1] ** 0.5
    near = scores.new_zeros(scores.shape) + look.nearness(len(like.rows), len(like.rows))
    weights = (scores + near).softmax(dim=-1)
    for head in range(look.heads):
        for name, of_head in (("query", query), ("key", key), ("value", value), ("gathered", weights @ value)):
            yield numbers(f"{name}-{head + 1}", like, of_head[head])
        for name, pairs in (("score", scores), ("near", near), ("weight", weights)):
            yield matrix(f"{name}-{head + 1}", like.rows, like.rows, pairs[head])
    added = look.join((weights @ value).transpose(0, 1).flatten(1))
    yield numbers("added", like, added)
    yield numbers("sum", like, entered[0] + added if layer.residual else added)


def _every_map(model: Transformer, way: Run, places: tuple[str, ...]) -> Iterable[Panel]:
    """`encoder-1-1`, `decoder-1-1`, `cross-1-1`, …: where each letter or step looks, by layer and head."""
    fed = tuple(NAMES[symbol] for symbol in way.fed[0].tolist())
    written = tuple(NAMES[symbol] for symbol in way.written)
    sorts = (
        ("encoder", way.memory.attention, places, places),
        ("decoder", way.decoded.self_attention, written, fed),
        ("cross", way.decoded.attention, written, places),
    )
    for name, maps, rows, columns in sorts:
        assert maps is not None
        for number, weights in enumerate(maps[0]):
            layer, head = divmod(number, model.heads)
            drawn = matrix(f"{name}-{layer + 1}-{head + 1}", rows, columns, weights)
            yield replace(drawn, group=name, along="letters" if name == "encoder" else "steps")
