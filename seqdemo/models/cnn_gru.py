"""CNN -> GRU1 ("vision": which letter is each image?) -> GRU2 ("reasoning": what comes next?)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from seqdemo.letters import ALPHABET
from seqdemo.models.frontend import glanced, new_reader
from seqdemo.models.kind import Kind
from seqdemo.models.log_probs import certainty
from seqdemo.models.outputs import NextLetter
from seqdemo.models.pen_reader import PATH_FEATURES
from seqdemo.models.vision import ReaderConfig, ReportCnn

_CELLS: dict[str, type[nn.GRU] | type[nn.LSTM]] = {"gru": nn.GRU, "lstm": nn.LSTM}


class Gru(nn.Module):
    """GRU layers (Cho et al. 2014), or LSTM layers, over padded sequences, each ending at its own length."""

    def __init__(self, inputs: int, hidden: int, layers: int, bidirectional: bool, cell: str) -> None:
        super().__init__()
        self.gru = _CELLS[cell](inputs, hidden, layers, batch_first=True, bidirectional=bidirectional)
        self.size = hidden * (2 if bidirectional else 1)

    def forward(
        self, x: Float[Tensor, "batch letter input"], lengths: Int[Tensor, "batch"]
    ) -> Float[Tensor, "batch letter hidden"]:
        # Packed, because a bidirectional GRU over padding would start its way back from the padding.
        packed = pack_padded_sequence(x, lengths.cpu(), batch_first=True, enforce_sorted=False)
        return pad_packed_sequence(self.gru(packed)[0], batch_first=True, total_length=x.shape[1])[0]


@dataclass(frozen=True)
class CnnGruConfig:
    """Sizes of a `CnnGru`, and the decisions by which its variants differ."""

    cnn: Literal["report", "reader", "pen"]
    width: int
    """Filters of the CNN's first stage."""
    features: int
    dropout: float
    gru1: int
    """Hidden size of GRU1, per direction."""
    gru2: int
    layers: int
    """Of each GRU."""
    bidirectional: bool
    link: Literal["one-hot", "soft"]
    """What GRU2 is given: the likeliest letter alone, or the log-probabilities of all."""
    cell: Literal["gru", "lstm"] = "gru"
    """Of GRU1 and GRU2, which keep their names with either."""


class CnnGru(nn.Module):
    """Two stages: p(letter_t | images) by CNN and GRU1, then p(letter_{t+1} | readings) by GRU2.

    GRU: h_t = (1 - z_t) * n_t + z_t * h_{t-1} (Cho et al. 2014). For a visitor: the first part says what it sees,
    the second sees only what the first one said.
    """

    kind: ClassVar[Kind] = Kind(
        "next",
        NextLetter,
        {"cnn": ("cnn",), "gru1": ("gru1", "vision"), "gru2": ("gru2", "reasoning")},
    )

    def __init__(self, config: CnnGruConfig) -> None:
        super().__init__()
        self.config = config
        letters = len(ALPHABET)
        reader = ReaderConfig(config.width, config.features, config.dropout)
        if config.cnn == "report":
            self.cnn: nn.Module = ReportCnn(config.width, config.features)
        else:
            self.cnn = new_reader(config.cnn, reader)
        self.dropout = nn.Dropout(config.dropout)
        features = config.features + (PATH_FEATURES if config.cnn == "pen" else 0)
        self.gru1 = Gru(features, config.gru1, config.layers, config.bidirectional, config.cell)
        self.vision = nn.Linear(self.gru1.size, letters)
        self.gru2 = Gru(letters, config.gru2, config.layers, config.bidirectional, config.cell)
        self.reasoning = nn.Linear(self.gru2.size, letters)

    def forward(
        self,
        images: Float[Tensor, "batch letter 28 28"],
        lengths: Int[Tensor, "batch"],
        trajectories: Float[Tensor, "batch letter 64 3"] | None = None,
    ) -> NextLetter:
        """Images with 0 black and 1 white, padded at the end to any length; trajectories where they are known."""
        glance, vision = self.see(images, lengths, trajectories)
        return NextLetter(glance, vision, self.reason(vision, lengths))

    def see(
        self,
        images: Float[Tensor, "batch letter 28 28"],
        lengths: Int[Tensor, "batch"],
        trajectories: Float[Tensor, "batch letter 64 3"] | None = None,
    ) -> tuple[Float[Tensor, "batch letter 26"] | None, Float[Tensor, "batch letter 26"]]:
        """Log-probabilities of the letters by the CNN alone (None if it has no opinion of its own), and by GRU1."""
        seen = glanced(self.cnn, images, lengths, trajectories)
        return seen.glance, self.recognise(seen.given, seen.glance, lengths)

    def recognise(
        self,
        features: Float[Tensor, "batch letter feature"],
        glance: Float[Tensor, "batch letter 26"] | None,
        lengths: Int[Tensor, "batch"],
    ) -> Float[Tensor, "batch letter 26"]:
        """GRU1's log-probabilities of the letters: what it adds, from the context, to the CNN's own reading."""
        return self.named(self.gru1(self.dropout(features), lengths), glance)

    def named(
        self, context: Float[Tensor, "batch letter hidden"], glance: Float[Tensor, "batch letter 26"] | None
    ) -> Float[Tensor, "batch letter 26"]:
        """What `recognise` gives, from GRU1's states."""
        scores = self.vision(context).float()
        return F.log_softmax(scores if glance is None else glance + scores, dim=-1)

    def reason(
        self, vision: Float[Tensor, "batch letter 26"], lengths: Int[Tensor, "batch"]
    ) -> Float[Tensor, "batch letter 26"]:
        """Log-probabilities of the letter after each position, from log-probabilities of the letters themselves."""
        return self.following(self.gru2(self.handed(vision), lengths))

    def following(self, context: Float[Tensor, "batch letter hidden"]) -> Float[Tensor, "batch letter 26"]:
        """What `reason` gives, from GRU2's states."""
        return F.log_softmax(self.reasoning(context).float(), dim=-1)

    def handed(self, vision: Float[Tensor, "batch letter 26"]) -> Float[Tensor, "batch letter 26"]:
        """What GRU2 is given of log-probabilities of the letters."""
        if self.config.link == "one-hot":
            return F.one_hot(vision.argmax(dim=-1), len(ALPHABET)).float()
        return certainty(vision)
