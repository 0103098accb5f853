"""A recipe as the plain PyTorch that it amounts to: a model, its loss and the loop, without this project."""

from __future__ import annotations

from seqdemo.workshop.recipe import WorkshopRecipe

_CELLS = {"rnn": "RNN", "lstm": "LSTM", "gru": "GRU"}

_HEAD = """\
import math
import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

torch.manual_seed({seed})
"""

_TAIL = """
model, steps = Model(), {steps}
optimizer = torch.optim.AdamW(model.parameters(), lr={rate}, weight_decay=0.01)
rise = steps / 10
rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: (n + 1) / rise if n < rise else
                                         (1 + math.cos(math.pi * (n - rise) / (steps - rise))) / 2)
for step in range(steps):
    loss = loss_of(model, *batch(step))
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    rate.step()
"""

_NEXT = """
# batch(step) gives {batch} rows of 2 to 6 letters: {given} (row, 6, 26), lengths,
# the letters that follow (row, 6), and which of the 6 places are no padding.

class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.recurrent = nn.{cell}(26, {hidden}, {layers}, batch_first=True, bidirectional={ways}, dropout={between})
        self.dropout, self.reasoning = nn.Dropout({dropout}), nn.Linear({read}, 26)

    def forward(self, readings, lengths):
{one_hot}        packed = pack_padded_sequence(readings, lengths, batch_first=True, enforce_sorted=False)
        states, _ = pad_packed_sequence(self.recurrent(packed)[0], batch_first=True, total_length=6)
        return F.log_softmax(self.reasoning(self.dropout(states)), dim=-1)

def loss_of(model, readings, lengths, following, real):
    scores, wanted = model(readings, lengths), F.one_hot(following, 26) * {sure} + {spread} / 26
    return {loss}[real].mean()
"""

_ROWS = """
# batch(step) gives {batch} images (image, 28, 28) from 0 to 1, and 0 for a digit or 1 for a letter.

class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.rows = nn.{cell}(28, {hidden}, {layers}, batch_first=True, dropout={between})
        self.dropout, self.name = nn.Dropout({dropout}), nn.Linear({hidden}, 2)

    def forward(self, images):
        return F.log_softmax(self.name(self.dropout(self.rows(images)[0][:, -1])), dim=-1)

def loss_of(model, images, right):
    return F.nll_loss(model(images), right)
"""

_WORDS = """
# batch(step) gives {batch} swapped words: readings of their letters (word, letter, 26), lengths, the letters,
# what the decoder is fed (27 and the right word) and what it is to write (the word, 26 for its end, and -1).

class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.enter, self.embed, self.dropout = nn.Linear(26, 32), nn.Embedding(28, 32), nn.Dropout({dropout})
        self.encoder = nn.{cell}(32, {hidden}, {layers}, batch_first=True, bidirectional={ways}, dropout={between})
        self.probe = nn.Linear({read}, 26)  # what the encoder knows of each letter; it teaches the encoder nothing
        self.decoder = nn.{cell}({fed}, {read}, batch_first=True)
{parts}        self.write = nn.Linear({read}, 27)

    def forward(self, readings, lengths, fed):
        given = self.dropout(self.enter(readings))
        place = torch.arange(given.shape[1])
        real = place < lengths[:, None]
{turned}        packed = pack_padded_sequence({entering}, lengths, batch_first=True, enforce_sorted=False)
        read, last = self.encoder(packed)
        read = pad_packed_sequence(read, batch_first=True, total_length=len(place))[0]
        state = {state}
        x = self.dropout(self.embed(fed))
{look}        symbols = F.log_softmax(self.write(self.dropout({seen})), dim=-1)
        return symbols, F.log_softmax(self.probe({in_order}.detach()), dim=-1)

def loss_of(model, readings, lengths, letters, fed, wanted):
    symbols, probe = model(readings, lengths, fed)
    real = torch.arange(letters.shape[1]) < lengths[:, None]
    return F.nll_loss(symbols.flatten(0, 1), wanted.flatten(), ignore_index=-1) + F.nll_loss(probe[real], letters[real])
"""

_PARTS = {
    "bahdanau": """\
        self.of_query, self.of_memory = nn.Linear({read}, {half}), nn.Linear({read}, {half}, bias=False)
        self.score = nn.Linear({half}, 1, bias=False)
""",
    "luong": "        self.of_memory = nn.Linear({read}, {read}, bias=False)\n",
}
_COMBINE = "        self.combine = nn.Linear({read} + {read}, {read})\n"

_LOOKS = {
    "none": "        hidden, _ = self.decoder(x, state)\n",
    "last": """\
        contexts = {last_hidden}[0][:, None].expand(-1, x.shape[1], -1)
        hidden, _ = self.decoder(torch.cat([x, contexts], -1), state)
""",
    "aligned": """\
        contexts = F.pad(read, (0, 0, 0, 1))  # step i looks at letter i
        hidden, _ = self.decoder(torch.cat([x, contexts], -1), state)
""",
    "luong": """\
        hidden, _ = self.decoder(x, state)
        scores = hidden @ self.of_memory(read).transpose(1, 2)
        contexts = scores.masked_fill(~real[:, None], -torch.inf).softmax(-1) @ read
""",
    "bahdanau": """\
        keys, steps = self.of_memory(read), []
        for n in range(x.shape[1]):
            scores = self.score(torch.tanh(self.of_query({last_hidden}[0])[:, None] + keys))[..., 0]
            context = scores.masked_fill(~real, -torch.inf).softmax(-1)[:, None] @ read
            hidden, state = self.decoder(torch.cat([x[:, n : n + 1], context], -1), state)
            steps.append((hidden, context))
        hidden, contexts = (torch.cat(each, 1) for each in zip(*steps))
""",
}
_TURN = """\
        turn = torch.where(real, lengths[:, None] - 1 - place, place)[..., None]  # from the last letter to the first
"""
_LOSSES = {"squared": "((scores.exp() - wanted) ** 2).mean(-1)", "cross-entropy": "-(wanted * scores).sum(-1)"}


def as_code(recipe: WorkshopRecipe) -> str:
    """A program that trains a recipe, but for `batch(step)`, of which it says what it gives."""
    body = {"next": _next, "words": _words, "rows": _rows}[recipe.task](recipe)
    told = {"seed": recipe.seed, "steps": recipe.knobs["steps"], "rate": recipe.knobs["learning_rate"]}
    return _HEAD.format(**told) + body + _TAIL.format(**told)


def _sizes(recipe: WorkshopRecipe) -> dict[str, object]:
    """What all three kinds of model have."""
    knobs = recipe.knobs
    ways = bool(knobs.get("bidirectional", False))
    return {
        "cell": _CELLS[str(knobs["cell"])],
        "ways": ways,
        "read": int(knobs["hidden"]) * (1 + ways),
        "between": knobs["dropout"] if int(knobs["layers"]) > 1 else 0.0,
        **{name: knobs[name] for name in ("hidden", "layers", "dropout", "batch")},
    }


def _next(recipe: WorkshopRecipe) -> str:
    knobs, smoothing = recipe.knobs, float(recipe.knobs["smoothing"])
    one_hot = "        readings = F.one_hot(readings.argmax(-1), 26).float()\n" if knobs["link"] == "one-hot" else ""
    given = "the true letters, one-hot" if knobs["teacher_forcing"] else "readings from 0 to 1"
    return _NEXT.format(**_sizes(recipe), one_hot=one_hot, given=given, sure=1 - smoothing, spread=smoothing,
                        loss=_LOSSES[str(knobs["loss"])])  # fmt: skip


def _rows(recipe: WorkshopRecipe) -> str:
    return _ROWS.format(**_sizes(recipe))


def _words(recipe: WorkshopRecipe) -> str:
    knobs, sizes = recipe.knobs, _sizes(recipe)
    context, ways, lstm = str(knobs["context"]), 1 + bool(sizes["ways"]), knobs["cell"] == "lstm"
    read = int(knobs["hidden"]) * ways
    combine = context != "none"
    return _WORDS.format(
        **sizes,
        fed=32 if context in ("none", "luong") else 32 + read,
        parts=(_PARTS.get(context, "") + (_COMBINE if combine else "")).format(read=read, half=read // 2),
        turned=_TURN if knobs["reverse"] else "",
        entering="given.gather(1, turn.expand_as(given))" if knobs["reverse"] else "given",
        in_order="read.gather(1, turn.expand_as(read))" if knobs["reverse"] else "read",
        state=f"tuple({_joined('each', ways)} for each in last)" if lstm else _joined("last", ways),
        look=_LOOKS[context].format(last_hidden="state[0]" if lstm else "state"),
        seen="torch.tanh(self.combine(torch.cat([hidden, contexts], -1)))" if combine else "hidden",
    )  # fmt: skip


def _joined(state: str, ways: int) -> str:
    """The last layer's directions side by side."""
    return f"torch.cat(list({state}[-{ways}:]), -1)[None]"
