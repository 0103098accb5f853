"""The one table of variants: what each is called, which task it serves, how it is built and how it is trained."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from torch import nn

from seqdemo.models.channel import Channel, ChannelConfig
from seqdemo.models.character_cnn import CharacterCnn, CharacterCnnConfig
from seqdemo.models.cnn_gru import CnnGru, CnnGruConfig
from seqdemo.models.exact_line import ExactLine, ExactLineConfig
from seqdemo.models.exact_swap import ExactSwap, ExactSwapConfig
from seqdemo.models.pen_reader import PenReader, PenReaderConfig
from seqdemo.models.row_rnn import RowRnn, RowRnnConfig
from seqdemo.models.seq2seq import Seq2Seq, Seq2SeqConfig
from seqdemo.models.transformer import Transformer, TransformerConfig
from seqdemo.models.vision import Reader, ReaderConfig
from seqdemo.sequences.augmentation import UNCHANGED, Augmentation


@dataclass(frozen=True)
class Recipe:
    """How a variant is trained."""

    objective: Literal[
        "reading", "strokes", "report", "two-stage", "exact", "writing", "letters", "rows", "throughout"
    ]  # fmt: skip
    batch: int
    """Letters a step (reading, strokes, letters, rows, throughout), or sequences (the others)."""
    steps: int
    """0 where `epochs` says how long, and where nothing is trained (exact)."""
    learning_rate: float
    warm: bool
    """True: the rate rises for a tenth of the run and then falls to zero (one cycle); False: it stays."""
    weight_decay: float
    average: float
    """Decay of the running average of the weights that is kept instead of the last weights; 0 keeps the last."""
    augment: Augmentation
    distinct: int | None = None
    """So many different sequences, over and over; None: every sequence is new."""
    start: str | None = None
    """The variant whose image reader is taken over and left as it is; a reader goes on from all of its weights."""
    clip: float | None = None
    """Gradients longer than this are shortened to it (Pascanu et al. 2013)."""
    epochs: int | None = None
    """So many passes through all letters, each in a new order."""
    loss: Literal["squared", "cross-entropy"] = "squared"
    """How far both stages' probabilities are off (report)."""
    smoothing: float = 0.2
    """Of GRU2's labels (report): the right letter gets 1 - 0.2 + 0.2/26, each other one 0.2/26."""
    teacher_forcing: bool = True
    """GRU2 is told the true letters in training (report); else what GRU1 has read."""


Config = (
    ReaderConfig | PenReaderConfig | CnnGruConfig | ExactLineConfig
    | Seq2SeqConfig | TransformerConfig | ChannelConfig | ExactSwapConfig | RowRnnConfig | CharacterCnnConfig
)  # fmt: skip
_MODELS: dict[type, type[nn.Module]] = {
    ReaderConfig: Reader,
    PenReaderConfig: PenReader,
    CnnGruConfig: CnnGru,
    ExactLineConfig: ExactLine,
    Seq2SeqConfig: Seq2Seq,
    TransformerConfig: Transformer,
    ChannelConfig: Channel,
    ExactSwapConfig: ExactSwap,
    RowRnnConfig: RowRnn,
    CharacterCnnConfig: CharacterCnn,
}


@dataclass(frozen=True)
class Variant:
    """One row of the catalog."""

    name: str
    task: str
    title: str
    title_ko: str
    summary: str
    summary_ko: str
    config: Config
    recipe: Recipe

    def build(self) -> nn.Module:
        """A model with fresh weights."""
        return _MODELS[type(self.config)](self.config)


_BENT = Augmentation(degrees=15, scale=0.2, shear=0.3, shift=1.7, width=0.7, waves=0.8)
_UNCLEAR = replace(_BENT, blur=2.5, noise=0.2, clear=0.7)
# Further than the reader is used to, so that it misreads as many training letters as letters of new writers.
_BENT_FURTHER = Augmentation(degrees=20, scale=0.27, shear=0.4, shift=2.3, width=0.9, waves=1.1)
_READER = ReaderConfig(width=48, features=192, dropout=0.3)
_OURS = CnnGruConfig(
    cnn="pen", width=48, features=192, dropout=0.3, gru1=96, gru2=256, layers=1, bidirectional=False, link="soft"
)
_UNTRAINED = Recipe("exact", 0, 0, 0.0, False, 0.0, 0.0, UNCHANGED, start="reader-strokes")
_REPORT = CnnGruConfig(
    cnn="report", width=32, features=512, dropout=0.0, gru1=256, gru2=256, layers=2, bidirectional=True, link="one-hot"
)


def _ours(name: str, task: str, steps: int) -> Variant:
    return Variant(
        name, task, "CNN-GRU-GRU", "CNN-GRU-GRU",
        "Both GRUs look back only, and doubt is handed on from vision to reasoning.",
        "두 GRU 모두 앞에서 본 것만 쓰고, 시각의 불확실함이 추론까지 전해집니다.",
        _OURS, Recipe("two-stage", 256, steps, 1e-2, True, 0.01, 0.995, _BENT_FURTHER, start="reader-strokes"),
    )  # fmt: skip


def _report(name: str, task: str, batch: int, steps: int) -> Variant:
    return Variant(
        name, task, "CNN-GRU-GRU, report's recipe", "CNN-GRU-GRU, 보고서 방식",
        "Both GRUs look both ways, and reasoning is told only the likeliest letter.",
        "두 GRU 모두 양방향이고, 추론에는 가장 그럴듯한 글자 하나만 전해집니다.",
        _REPORT, Recipe("report", batch, steps, 1e-3, False, 0.0, 0.0, UNCHANGED, distinct=50_000),
    )  # fmt: skip


def _exact(name: str, task: str) -> Variant:
    return Variant(
        name, task, "Exact reasoner", "정확한 추론",
        "Tries every start and every step: no model can do better with the same eyes.",
        "모든 시작 글자와 간격을 따져 봅니다. 같은 눈으로는 어떤 모델도 이보다 나을 수 없습니다.",
        ExactLineConfig(task, "pen", _READER.width, _READER.features, _READER.dropout, misread=0.02), _UNTRAINED,
    )  # fmt: skip


_PLAIN = Seq2SeqConfig(
    cnn="reader", width=48, features=192, embedding=64, cell="lstm", hidden=256, layers=1, bidirectional=True,
    reverse=False, bridge=False, context="none", dropout=0.3,
)  # fmt: skip
_REPORT_WORDS = Seq2SeqConfig(
    cnn="report", width=32, features=90, embedding=90, cell="lstm", hidden=512, layers=1, bidirectional=True,
    reverse=False, bridge=False, context="none", dropout=0.5,
)  # fmt: skip
_WORDS = Recipe("writing", 256, 2500, 3e-3, True, 0.01, 0.995, _BENT_FURTHER, start="reader", clip=1.0)
# At the report's learning rate, 0.003, its CNN told no letters apart after 1,700 steps on these ones.
_WORDS_REPORT = Recipe("writing", 64, 1300, 1e-3, False, 0.0, 0.0, UNCHANGED, distinct=67_890, clip=1.0)


def _swap(
    name: str, titles: tuple[str, str], summaries: tuple[str, str], config: Config, recipe: Recipe = _WORDS
) -> Variant:
    return Variant(name, "swap-normal", *titles, *summaries, config, recipe)


_SWAPS = (
    _swap("seq2seq", ("Encoder-decoder, plain", "인코더-디코더, 기본"), (
        "Reads the word both ways; all that the decoder gets is the state at the end.",
        "단어를 양쪽으로 읽고, 디코더는 마지막 상태 하나만 받습니다.",
    ), _PLAIN),
    _swap("seq2seq-forward", ("One way, forward", "한 방향, 앞에서부터"), (
        "Reads from the first letter to the last: the plain one to compare the reversed one with.",
        "첫 글자부터 끝까지 한 방향으로 읽습니다. 거꾸로 읽는 모델과 견주기 위한 것입니다.",
    ), replace(_PLAIN, bidirectional=False)),
    _swap("seq2seq-reversed", ("One way, reversed", "한 방향, 거꾸로"), (
        "Reads from the last letter to the first, so that the first one to write was the last one read.",
        "끝 글자부터 거꾸로 읽어, 처음 쓸 글자를 가장 나중에 읽습니다.",
    ), replace(_PLAIN, bidirectional=False, reverse=True)),
    _swap("seq2seq-peeky", ("Peeky", "엿보기(peeky)"), (
        "The decoder is shown the context vector again at every step.",
        "디코더가 단계마다 문맥 벡터를 다시 봅니다.",
    ), replace(_PLAIN, context="last")),
    _swap("seq2seq-bridge", ("With a bridge", "다리(bridge)"), (
        "A fully connected layer translates the encoder's last state into the decoder's first.",
        "완전 연결층이 인코더의 마지막 상태를 디코더의 첫 상태로 옮깁니다.",
    ), replace(_PLAIN, bridge=True)),
    _swap("seq2seq-aligned", ("Aligned", "위치 맞춤(aligned)"), (
        "The i-th step of the decoder is given the i-th output of the encoder.",
        "디코더의 i번째 단계가 인코더의 i번째 출력을 받습니다.",
    ), replace(_PLAIN, context="aligned")),
    _swap("seq2seq-bahdanau", ("Bahdanau attention", "바다나우 어텐션"), (
        "Before each step the decoder chooses which images to look at.",
        "단계마다 쓰기 전에 어느 그림을 볼지 고릅니다.",
    ), replace(_PLAIN, context="bahdanau")),
    _swap("seq2seq-luong", ("Luong attention", "루옹 어텐션"), (
        "The decoder makes its step first and then looks at the images before it writes.",
        "디코더가 한 단계 나아간 뒤, 쓰기 전에 그림을 봅니다.",
    ), replace(_PLAIN, context="luong")),
    _swap("seq2seq-rnn", ("Plain, RNN cells", "기본, RNN 셀"), (
        "The plain one with the simplest cell, which forgets soonest.",
        "가장 단순한 셀을 쓴 기본 모델입니다. 가장 빨리 잊습니다.",
    ), replace(_PLAIN, cell="rnn"), replace(_WORDS, learning_rate=1e-3)),
    _swap("seq2seq-gru", ("Plain, GRU cells", "기본, GRU 셀"), (
        "The plain one with two gates in each cell instead of three.",
        "셀마다 게이트가 셋이 아니라 둘인 기본 모델입니다.",
    ), replace(_PLAIN, cell="gru")),
    _swap("transformer", ("Transformer", "트랜스포머"), (
        "No memory from step to step: every letter looks at every other, in several heads.",
        "단계 사이의 기억이 없고, 여러 헤드에서 모든 글자가 서로를 봅니다.",
    ), TransformerConfig(
        cnn="reader", width=48, features=192, size=128, heads=4, layers=3, inner=256, reach=4, dropout=0.1,
    ), replace(_WORDS, learning_rate=2e-3)),
    _swap("swap-best", ("Noisy channel", "잡음 채널"), (
        "Knows which letters follow which, tries every swap, and keeps the words that fit best to what was read.",
        "어떤 글자 뒤에 어떤 글자가 오는지 알고, 모든 자리를 바꿔 보며, 읽은 것에 가장 잘 맞는 단어를 남깁니다.",
    ), ChannelConfig(
        cnn="pen", width=48, features=192, window=6, embedding=48, hidden=512, dropout=0.3, order=6,
        learned=0.3, misread=0.003, beam=16,
    ), Recipe("letters", 2048, 4000, 3e-3, True, 0.05, 0.995, UNCHANGED, start="reader-strokes")),
    _swap("exact-swap", ("Exact reasoner", "정확한 추론"), (
        "Adds up every swap and every word that letters can make, by what was read and which letters follow which.",
        "읽은 것과 글자의 잦은 순서로, 가능한 모든 자리바꿈과 모든 단어를 빠짐없이 더합니다.",
    ), ExactSwapConfig(cnn="pen", width=48, features=192, dropout=0.3, misread=0.003), _UNTRAINED),
    _swap("seq2seq-report", ("Plain, report's recipe", "기본, 보고서 방식"), (
        "Its own small CNN, trained with the rest from nothing, and the context vector alone.",
        "작은 CNN까지 처음부터 함께 학습하고, 문맥 벡터만 씁니다.",
    ), _REPORT_WORDS, _WORDS_REPORT),
    _swap("seq2seq-aligned-report", ("Aligned, report's recipe", "위치 맞춤, 보고서 방식"), (
        "The report's plain model with the i-th output of the encoder given to the i-th step.",
        "보고서의 기본 모델에, 인코더의 i번째 출력을 i번째 단계에 줍니다.",
    ), replace(_REPORT_WORDS, context="aligned"), _WORDS_REPORT),
)  # fmt: skip

# The report's, passes included: digit or letter 8, 47 characters 7.
_ROWS_2 = Recipe("rows", 256, 0, 1e-3, False, 0.0, 0.0, UNCHANGED, epochs=8)
_ROWS_47 = replace(_ROWS_2, epochs=7)
_BEST_ROWS = Recipe("throughout", 256, 0, 4e-3, True, 0.05, 0.995, _BENT, clip=1.0, epochs=8)
_LSTM_2 = RowRnnConfig(answers=2, cell="lstm", hidden=128, layers=3, dropout=0.2)
_LSTM_47 = RowRnnConfig(answers=47, cell="lstm", hidden=256, layers=3, dropout=0.2)
_CNN_2 = CharacterCnnConfig(answers=2, width=16, hidden=128, dropout=0.2)


def _row(name: str, titles: tuple[str, str], summaries: tuple[str, str], config: Config, recipe: Recipe) -> Variant:
    task = "row-2" if name.endswith("-2") else "row-47"
    return Variant(name, task, *titles, *summaries, config, recipe)


_LSTM_TOLD = (
    "Three layers of LSTM cells read the pixels of one row at a time.",
    "LSTM 셀 세 층이 화소를 한 줄씩 읽습니다.",
)
_BEST_TOLD = (
    "Two rows at a time with those just above; learned from bent letters, and to answer at every step.",
    "두 줄씩 바로 윗줄들과 함께 읽고, 휘어진 글자로 배우며, 단계마다 답을 말합니다.",
)
_CNN_TOLD = (
    "A small CNN sees the whole image at once: no rows, nothing to remember. Trained like the report's LSTM.",
    "작은 CNN이 그림 전체를 한꺼번에 봅니다. 줄도 기억도 없습니다. 보고서의 LSTM과 똑같이 학습했습니다.",
)
_ROWS = (
    _row("row-best-47", ("Best reader of rows", "가장 잘 읽는 모델"), _BEST_TOLD,
         replace(_LSTM_47, layers=2, dropout=0.3, strip=2, width=24), _BEST_ROWS),
    _row("row-lstm-47", ("LSTM, report's recipe", "LSTM, 보고서 방식"), _LSTM_TOLD, _LSTM_47, _ROWS_47),
    _row("row-gru-47", ("GRU cells", "GRU 셀"), (
        "The same with GRU cells: two gates in each instead of three.",
        "같은 모델에 GRU 셀을 썼습니다. 게이트가 셋이 아니라 둘입니다.",
    ), replace(_LSTM_47, cell="gru"), _ROWS_47),
    _row("row-rnn-47", ("RNN cells", "RNN 셀"), (
        "The same with plain cells: no gates, and less weight on the first rows.",
        "같은 모델에 게이트가 없는 단순한 셀을 썼습니다. 처음에 읽은 줄을 덜 씁니다.",
    ), replace(_LSTM_47, cell="rnn"), _ROWS_47),
    _row("row-cnn-47", ("Small CNN", "작은 CNN"), _CNN_TOLD, replace(_CNN_2, answers=47, width=32), _ROWS_47),
    _row("row-best-2", ("Best reader of rows", "가장 잘 읽는 모델"), _BEST_TOLD,
         replace(_LSTM_2, layers=2, dropout=0.3, strip=2, width=12), _BEST_ROWS),
    _row("row-lstm-2", ("LSTM, report's recipe", "LSTM, 보고서 방식"), _LSTM_TOLD, _LSTM_2, _ROWS_2),
    _row("row-cnn-2", ("Small CNN", "작은 CNN"), _CNN_TOLD, _CNN_2, _ROWS_2),
)  # fmt: skip

VARIANTS = (
    _ours("cnn-gru-easy", "next-easy", 3000),
    _report("cnn-gru-report-easy", "next-easy", 100, 2000),
    _ours("cnn-gru-normal", "next-normal", 12000),
    _report("cnn-gru-report-normal", "next-normal", 40, 6250),
    _exact("exact-line-easy", "next-easy"),
    _exact("exact-line", "next-normal"),
    *_SWAPS,
    *_ROWS,
    Variant(
        "reader", "letter", "Residual CNN", "잔차 CNN",
        "Names each letter on its own; the eyes of the encoder-decoders.",
        "글자 하나하나를 따로 읽습니다. 인코더-디코더의 눈입니다.",
        _READER, Recipe("reading", 128, 4000, 7e-4, True, 0.05, 0.998, _UNCLEAR, start="reader-clear"),
    ),
    Variant(
        "reader-clear", "letter", "Residual CNN, clear letters", "잔차 CNN, 선명한 글자",
        "The same before it was shown letters blurred and under noise.",
        "흐리거나 잡음이 낀 글자를 보기 전의 같은 모델입니다.",
        _READER, Recipe("reading", 256, 9000, 4e-3, True, 0.05, 0.998, _BENT),
    ),
    Variant(
        "reader-strokes", "letter", "Image and strokes", "그림과 획",
        "Looks at the image and at the way of the pen, and weighs both; its doubt is calibrated.",
        "그림과 펜이 지나간 길을 함께 보고 저울질합니다. 확신의 정도가 실제 정답률과 맞습니다.",
        PenReaderConfig(**vars(_READER)),
        Recipe("strokes", 256, 6000, 4e-3, True, 0.05, 0.998, replace(_BENT, backwards=0.1), start="reader"),
    ),
)  # fmt: skip

BY_NAME = {variant.name: variant for variant in VARIANTS}
