"""The right word, as a `Trace`: what was read, how each letter was written, and what it depended on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log
from typing import cast

import numpy as np
import torch
from jaxtyping import Int
from torch import Tensor

from seqdemo.checkpoints import Loaded
from seqdemo.explain.common import Floats, Images, letters_read, overruled, positions, probabilities, readings, trace_of
from seqdemo.explain.correction import corrected
from seqdemo.explain.options import Options
from seqdemo.explain.parts import part
from seqdemo.handwriting import raster
from seqdemo.handwriting.letter import Letter
from seqdemo.letters import ALPHABET, letters_of
from seqdemo.models import log_probs
from seqdemo.models.context import Forced
from seqdemo.models.outputs import Decoded, FrontendOutput, Memory
from seqdemo.models.protocols import EncoderDecoder
from seqdemo.models.search import Found, search
from seqdemo.models.symbols import END, NAMES, START, SYMBOLS
from seqdemo.trace import Panel, Trace


@dataclass(frozen=True, eq=False)
class Run:
    """One way of an encoder-decoder from images to a word."""

    images: Images
    lengths: Int[Tensor, "1"]
    frontend: FrontendOutput
    memory: Memory
    forced: Forced
    found: Found
    written: list[int]
    """Symbols of the best word, its end included."""
    fed: Int[Tensor, "1 step"]
    """What the decoder reads at each step: the start, then what it wrote."""
    decoded: Decoded


def run(model: EncoderDecoder, letters: Sequence[Letter], options: Options) -> Run:
    """Read the letters and write the word."""
    images = raster.images(letters)
    coloured = torch.from_numpy(raster.coloured(images, letters))[None].float() / 255
    lengths = torch.tensor([len(letters)])
    frontend = _told(model.see(coloured, lengths), options)
    memory = model.encode(frontend.given, lengths)
    forced = _forced(model, options)
    found = search(model, memory, options.beam, forced)
    written = _until_end(found.symbols[0, 0].tolist())
    fed = torch.tensor([[START, *written[:-1]]])
    decoded = model.decode(memory, fed, model.begin(memory), forced)
    return Run(images, lengths, frontend, memory, forced, found, written, fed, decoded)


def explain_word(loaded: Loaded, letters: Sequence[Letter], options: Options) -> Trace:
    """What an encoder-decoder reads and writes, step by step."""
    model = cast(EncoderDecoder, loaded.model)
    way = run(model, letters, options)
    frontend, memory, decoded, forced = way.frontend, way.memory, way.decoded, way.forced
    answer = _word(way.written)
    in_context = positions("vision", "Encoder: which letter is each image?", probabilities(memory.vision[0]))
    readings_first = (*_glance(frontend, options), in_context)
    tells = options.brief and decoded.attention is not None
    moved = None if tells else _moved(model, frontend, way.lengths, way.fed, decoded, forced)
    read = letters_read(readings_first[0].values, way.images, letters)
    steps = _steps(model, way.written, decoded, moved, len(letters), forced)
    panels = (*readings_first, *steps, *_candidates(way.found))
    confidence = float(way.found.scores[0, 0].exp())
    symbols = (len(way.written), model.embed.embedding_dim)
    parts = (
        part(loaded.model, "cnn", "glance", (*way.images.shape, 3), frontend.given[0], in_context),
        part(loaded.model, "encoder", "vision", frontend.given[0].shape, _in_order(model, memory.read[0]), in_context),
        part(loaded.model, "decoder", "reasoning", symbols, decoded.state[0], steps[0]),
    )
    trace = trace_of(loaded)(answer, confidence, read, panels, parts=parts)
    told_truth = None if frontend.glance is None else lambda truth: _from_truth(model, truth, options.beam, forced)
    return corrected(trace, letters, told_truth, options.brief)


def _told(frontend: FrontendOutput, options: Options) -> FrontendOutput:
    """What the encoder is given when some letters are read as they are set by hand; features cannot be set so."""
    if frontend.glance is None or not options.read:
        return frontend
    glance = overruled(frontend.glance, options.read)
    return FrontendOutput(glance, log_probs.certainty(glance))


def _glance(frontend: FrontendOutput, options: Options) -> tuple[Panel, ...]:
    if frontend.glance is None:
        return ()
    return (readings("glance", "What the CNN alone reads", frontend.glance[0], options.read),)


def _forced(model: EncoderDecoder, options: Options) -> Forced:
    """Where the decoder must look, in the order in which the encoder reads."""
    return {
        step: torch.tensor([shares[place] for place in reading_order(model, len(shares))])
        for step, shares in options.look.items()
    }


def _until_end(symbols: list[int]) -> list[int]:
    return symbols[: symbols.index(END) + 1] if END in symbols else symbols


def _word(symbols: list[int]) -> str:
    return letters_of(symbol for symbol in symbols if symbol != END)


def _steps(
    model: EncoderDecoder, written: list[int], decoded: Decoded, moved: Floats | None, count: int, forced: Forced
) -> tuple[Panel, ...]:
    """The panels with one row for each step of the decoder, for so many images."""
    rows = tuple(NAMES[symbol] for symbol in written)
    order = reading_order(model, count)
    images = tuple(str(place + 1) for place in order)
    state = np.asarray(decoded.state[0].float().numpy())
    units = tuple(str(unit + 1) for unit in range(state.shape[1]))
    return (
        Panel("heatmap", "reasoning", "Decoder: what is written at each step?", rows, NAMES[:SYMBOLS],
              probabilities(decoded.symbols[0]), along="steps"),
        *_attention(decoded, rows, images, model.heads, forced),
        *_alignment(rows, images, moved, order),
        Panel("state", "state", "What the decoder keeps in mind", rows, units, state, along="steps"),
    )  # fmt: skip


def _alignment(
    rows: tuple[str, ...], images: tuple[str, ...], moved: Floats | None, order: list[int]
) -> tuple[Panel, ...]:
    if moved is None:
        return ()
    return (Panel("matrix", "alignment", "What each letter depends on", rows, images, moved[:, order], along="steps"),)


def reading_order(model: EncoderDecoder, count: int) -> list[int]:
    """Places of the images in the order in which the encoder reads them."""
    return list(range(count))[::-1] if model.reads_backwards else list(range(count))


def _in_order(model: EncoderDecoder, read: Tensor) -> Tensor:
    """What the encoder made of each letter, shape (letters, units), in the order of the images."""
    return read[reading_order(model, len(read))]


def _attention(
    decoded: Decoded, rows: tuple[str, ...], images: tuple[str, ...], heads: int, forced: Forced
) -> tuple[Panel, ...]:
    """Where each step looked; of several layers and heads the mean first."""
    if decoded.attention is None:
        return ()
    maps = decoded.attention[0].float().numpy()
    group = "attention" if len(maps) > 1 else ""
    overruled = tuple(step for step in sorted(forced) if step < len(rows))
    mean = Panel("matrix", "attention", "Where each step looks", rows, images, maps.mean(0), along="steps",
                 group=group, sets="look", overruled=overruled)  # fmt: skip
    if not group:
        return (mean,)
    each = (
        replace(
            mean,
            id=f"attention-{n // heads + 1}-{n % heads + 1}",
            values=weights,
            title=f"Layer {n // heads + 1}, head {n % heads + 1}",
        )
        for n, weights in enumerate(maps)
    )
    return (mean, *each)


def _moved(
    model: EncoderDecoder, frontend: FrontendOutput, lengths: Tensor, fed: Tensor, seen: Decoded, forced: Forced
) -> Floats:
    """Share of each step's probability that goes elsewhere when an image is hidden, shape (steps, letters).

    Half the sum of |p - q| (total variation), the steps before being fed as they were written.
    """
    count = int(lengths)
    given = frontend.given.repeat(count, 1, 1)
    given[torch.arange(count), torch.arange(count)] = _hidden(model, frontend)
    memory: Memory = model.encode(given, lengths.expand(count))
    without = model.decode(memory, fed.expand(count, -1), model.begin(memory), forced)
    moved = (without.symbols.exp() - seen.symbols.exp()).abs().sum(-1) / 2
    return np.asarray(moved.T.numpy(), dtype=np.float32)


def _hidden(model: EncoderDecoder, frontend: FrontendOutput) -> Tensor:
    """What the encoder is given in place of an image: no idea which letter it is, or a black one."""
    if frontend.glance is not None:
        return log_probs.certainty(torch.full((1, 1, len(ALPHABET)), -log(len(ALPHABET))))[0, 0]
    return model.see(torch.zeros(1, 1, 28, 28, 3), torch.tensor([1])).given[0, 0]


def _candidates(found: Found) -> tuple[Panel, ...]:
    """The words that a beam search ended with; a greedy one has only its answer."""
    if found.symbols.shape[1] == 1:
        return ()
    words = tuple(_word(row) for row in found.symbols[0].tolist())
    scores = found.scores[0].float().numpy()
    values = np.stack([np.exp(scores), scores], axis=1).astype(np.float32)
    return (Panel("ranking", "beam", "The likeliest words", words, ("probability", "log_probability"), values),)


def _from_truth(model: EncoderDecoder, truth: list[int], beam: int, forced: Forced) -> str:
    """What is written when the encoder is told the true letters."""
    memory = model.encode(log_probs.certainty(log_probs.certain(torch.tensor([truth]))), torch.tensor([len(truth)]))
    return _word(search(model, memory, beam, forced).symbols[0, 0].tolist())
