"""The one table of variants: what each is called, which task it serves, how it is built and how it is trained."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from torch import nn

from seqdemo.models.character_cnn import CharacterCnn, CharacterCnnConfig
from seqdemo.models.cnn_gru import CnnGru, CnnGruConfig
from seqdemo.models.exact_line import ExactLine, ExactLineConfig
from seqdemo.models.exact_swap import ExactSwap, ExactSwapConfig
from seqdemo.models.line_reasoner import LineReasoner, LineReasonerConfig
from seqdemo.models.noisy_channel import NoisyChannel, NoisyChannelConfig
from seqdemo.models.pen_reader import PenReader, PenReaderConfig
from seqdemo.models.row_rnn import RowRnn, RowRnnConfig
from seqdemo.models.seq2seq import Seq2Seq, Seq2SeqConfig
from seqdemo.models.swap_dictionary import SwapDictionary, SwapDictionaryConfig
from seqdemo.models.transformer import Transformer, TransformerConfig
from seqdemo.models.vision import Reader, ReaderConfig
from seqdemo.sequences.augmentation import UNCHANGED, Augmentation


@dataclass(frozen=True)
class Recipe:
    """How a variant is trained."""

    objective: Literal[
        "reading", "strokes", "report", "two-stage", "exact", "writing", "letters", "rows", "every_step",
        "reasoning",
    ]  # fmt: skip
    batch: int
    """Letters a step (reading, strokes, letters, rows, every_step), or sequences (the others)."""
    steps: int
    """0 where `epochs` says how long, and where nothing is trained (exact)."""
    learning_rate: float
    one_cycle: bool
    """True: the rate rises for a tenth of the run and then falls to zero (one cycle); False: it stays."""
    weight_decay: float
    ema_decay: float
    """Decay of the running average of the weights that is kept instead of the last weights; 0 keeps the last."""
    augment: Augmentation
    dataset_size: int | None = None
    """So many different sequences, over and over; None: every sequence is new."""
    start: str | None = None
    """The variant whose image reader is taken over and left as it is."""
    goes_on_from: str | None = None
    """The variant of the same sizes whose weights are the first ones, instead of random ones."""
    clip: float | None = None
    """Gradients longer than this are shortened to it (Pascanu et al. 2013)."""
    epochs: int | None = None
    """So many passes through all letters, each in a new order."""
    loss: Literal["squared", "cross-entropy"] = "squared"
    """How far both stages' probabilities are off (report, reasoning)."""
    smoothing: float = 0.2
    """Of GRU2's labels (report, reasoning): the right letter gets 1 - 0.2 + 0.2/26, each other one 0.2/26."""
    rare_words: bool = False
    """Words are also taken from the longer list (writing)."""
    teacher_forcing: bool = True
    """GRU2 is told the true letters in training (report, reasoning); else what was read."""

    @property
    def stands_on(self) -> str | None:
        """The variant that must have been trained before this one."""
        return self.start or self.goes_on_from


Config = (
    ReaderConfig | PenReaderConfig | CnnGruConfig | ExactLineConfig
    | Seq2SeqConfig | TransformerConfig | NoisyChannelConfig | ExactSwapConfig | SwapDictionaryConfig
    | RowRnnConfig | CharacterCnnConfig | LineReasonerConfig
)  # fmt: skip
_MODELS: dict[type, type[nn.Module]] = {
    ReaderConfig: Reader,
    PenReaderConfig: PenReader,
    CnnGruConfig: CnnGru,
    ExactLineConfig: ExactLine,
    Seq2SeqConfig: Seq2Seq,
    TransformerConfig: Transformer,
    NoisyChannelConfig: NoisyChannel,
    ExactSwapConfig: ExactSwap,
    SwapDictionaryConfig: SwapDictionary,
    RowRnnConfig: RowRnn,
    CharacterCnnConfig: CharacterCnn,
    LineReasonerConfig: LineReasoner,
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


_DISTORTED = Augmentation(degrees=15, scale=0.2, shear=0.3, shift=1.7, width=0.7, waves=0.8)
_UNCLEAR = replace(_DISTORTED, blur=2.5, noise=0.2, clear=0.5)
# Further than the reader is used to, so that it misreads as many training letters as letters of new writers.
_DISTORTED_FURTHER = Augmentation(degrees=20, scale=0.27, shear=0.4, shift=2.3, width=0.9, waves=1.1)
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
        "Both GRUs are unidirectional. GRU 1 passes its letter probabilities to GRU 2.",
        "두 GRU 모두 단방향이고, GRU 1의 글자 확률을 GRU 2가 받습니다.",
        _OURS, Recipe("two-stage", 256, steps, 1e-2, True, 0.01, 0.995, _DISTORTED_FURTHER, start="reader-strokes"),
    )  # fmt: skip


# The report's learning rate is cut off in print, "0.000…": of 1e-4, 3e-4 and 5e-4 these are best on validation writers.
def _report(name: str, task: str, batch: int, steps: int, learning_rate: float) -> Variant:
    return Variant(
        name, task, "CNN-GRU-GRU, report's recipe", "CNN-GRU-GRU, 보고서 방식",
        "Both GRUs are bidirectional. GRU 1 passes only its most probable letter to GRU 2.",
        "두 GRU 모두 양방향이고, GRU 1에서 확률이 가장 높은 글자만 GRU 2가 받습니다.",
        _REPORT, Recipe("report", batch, steps, learning_rate, False, 0.0, 0.0, UNCHANGED, dataset_size=50_000),
    )  # fmt: skip


def _exact(name: str, task: str) -> Variant:
    return Variant(
        name, task, "Exact inference", "정확 추론",
        "A reference: Bayes' rule over every start and every step, with the same reader. Nothing is learned.",
        "참고 모델입니다. 같은 판독기로, 모든 시작 글자와 간격에 베이즈 정리를 적용합니다. 학습하는 것은 없습니다.",
        ExactLineConfig(task, "pen", _READER.width, _READER.features, _READER.dropout, lapse_rate=0.02), _UNTRAINED,
    )  # fmt: skip


_PLAIN = Seq2SeqConfig(
    cnn="reader", width=48, features=192, embedding=64, cell="lstm", hidden=128, layers=1, bidirectional=True,
    reverse=False, bridge=False, context="none", dropout=0.3,
)  # fmt: skip
# Those that read one way hand over a state of the same size; all others have the same size in each direction.
_ONE_WAY = replace(_PLAIN, bidirectional=False, hidden=256)
_REPORT_WORDS = Seq2SeqConfig(
    cnn="report", width=32, features=90, embedding=90, cell="lstm", hidden=256, layers=1, bidirectional=True,
    reverse=False, bridge=False, context="none", dropout=0.5,
)  # fmt: skip
_WORDS = Recipe(
    "writing", 256, 25_000, 3e-3, True, 0.01, 0.995, _DISTORTED_FURTHER, start="reader", clip=1.0, rare_words=True
)
# At the report's learning rate, 0.003, its CNN told no letters apart after 1,700 steps on these ones.
_WORDS_REPORT = Recipe("writing", 64, 31_800, 1e-3, False, 0.0, 0.0, UNCHANGED, dataset_size=67_890, clip=1.0)


def _swap(
    name: str, titles: tuple[str, str], summaries: tuple[str, str], config: Config, recipe: Recipe = _WORDS
) -> Variant:
    return Variant(name, "swap-normal", *titles, *summaries, config, recipe)


_SWAPS = (
    _swap("seq2seq", ("Encoder-decoder, plain", "인코더-디코더, 기본"), (
        "A bidirectional encoder. The decoder gets only its last state, the context vector.",
        "양방향 인코더입니다. 디코더는 마지막 상태인 문맥 벡터만 받습니다.",
    ), _PLAIN),
    _swap("seq2seq-forward", ("One way, forward", "한 방향, 앞에서부터"), (
        "The encoder reads from the first letter to the last, for comparison with the reversed one.",
        "인코더가 첫 글자부터 끝까지 읽습니다. 거꾸로 읽는 모델과 비교하기 위한 모델입니다.",
    ), _ONE_WAY),
    _swap("seq2seq-reversed", ("One way, reversed", "한 방향, 거꾸로"), (
        "The encoder reads from the last letter to the first, so the first letter to write is the last one read.",
        "인코더가 끝 글자부터 거꾸로 읽어, 처음 쓸 글자를 가장 나중에 읽습니다.",
    ), replace(_ONE_WAY, reverse=True)),
    _swap("seq2seq-concat", ("Context at every input", "입력마다 문맥 벡터"), (
        "The context vector is concatenated to every decoder input. Peeky also gives it to the output layer.",
        "문맥 벡터를 디코더의 모든 입력에 이어 붙입니다. 엿보기(peeky)는 출력층에도 넣습니다.",
    ), replace(_PLAIN, context="concat")),
    _swap("seq2seq-peeky", ("Peeky", "엿보기(peeky)"), (
        "The context vector goes to every decoder input and to the output layer.",
        "문맥 벡터를 디코더의 모든 입력과 출력층에 넣습니다.",
    ), replace(_PLAIN, context="last")),
    _swap("seq2seq-bridge", ("With a bridge", "다리(bridge)"), (
        "A fully connected layer maps the encoder's last state to the decoder's first state.",
        "완전 연결층이 인코더의 마지막 상태를 디코더의 첫 상태로 바꿉니다.",
    ), replace(_PLAIN, bridge=True)),
    _swap("seq2seq-deep", ("Deep decoder", "깊은 디코더"), (
        "The decoder has two layers instead of one twice as wide. Each starts from one direction of the encoder.",
        "디코더가 두 배 넓은 대신 두 층입니다. 층마다 인코더의 한 방향에서 시작합니다.",
    ), replace(_PLAIN, deep=True)),
    _swap("seq2seq-aligned", ("Aligned", "위치 맞춤(aligned)"), (
        "The i-th decoder step gets the i-th encoder output.",
        "디코더의 i번째 시점이 인코더의 i번째 출력을 받습니다.",
    ), replace(_PLAIN, context="aligned")),
    _swap("seq2seq-bahdanau", ("Bahdanau attention", "바다나우 어텐션"), (
        "Before each step, the decoder's state chooses which encoder outputs to use.",
        "시점마다 먼저 디코더의 상태로 어느 인코더 출력을 쓸지 정합니다.",
    ), replace(_PLAIN, context="bahdanau")),
    _swap("seq2seq-luong", ("Luong attention", "루옹 어텐션"), (
        "The decoder updates its state first, then chooses encoder outputs before it writes.",
        "디코더가 상태를 먼저 갱신한 뒤, 쓰기 전에 인코더 출력을 고릅니다.",
    ), replace(_PLAIN, context="luong")),
    _swap("seq2seq-rnn", ("Plain, RNN cells", "기본, RNN 셀"), (
        "The plain model with the simplest cell, which has no gates.",
        "게이트가 없는 가장 단순한 셀을 쓴 기본 모델입니다.",
    ), replace(_PLAIN, cell="rnn")),
    _swap("seq2seq-gru", ("Plain, GRU cells", "기본, GRU 셀"), (
        "The plain model with two gates in each cell instead of three.",
        "셀마다 게이트가 셋이 아니라 둘인 기본 모델입니다.",
    ), replace(_PLAIN, cell="gru")),
    _swap("transformer", ("Transformer", "트랜스포머"), (
        "No recurrence. In the encoder every letter attends to every other; the decoder attends to what it wrote and "
        "to all images.",
        "순환이 없습니다. 인코더에서는 모든 글자가 서로를, 디코더는 앞에서 쓴 글자와 모든 이미지를 참조합니다.",
    ), TransformerConfig(
        cnn="reader", width=48, features=192, size=128, heads=4, layers=3, inner=256, reach=4, dropout=0.1,
    )),
    _swap("swap-best", ("Noisy channel", "잡음 채널"), (
        "A letter model knows which letters follow which. Every swap is tried; the words that fit best are kept.",
        "글자 모델이 어떤 글자 뒤에 어떤 글자가 오는지 압니다. 모든 자리바꿈을 시도해 가장 잘 맞는 단어를 남깁니다.",
    ), NoisyChannelConfig(
        cnn="pen", width=48, features=192, window=6, embedding=48, hidden=512, dropout=0.3, order=6,
        learned=0.3, lapse_rate=0.003, beam=16, rare_words=True,
    ), Recipe("letters", 2048, 4000, 3e-3, True, 0.05, 0.995, UNCHANGED, start="reader-strokes")),
    _swap("exact-swap", ("Exact inference", "정확 추론"), (
        "Sums over every swap and every letter string, by what was read and which letter follows three others.",
        "읽은 결과와 세 글자 다음에 올 글자의 확률로, 모든 자리바꿈과 글자 조합의 확률을 더합니다.",
    ), ExactSwapConfig(cnn="pen", width=48, features=192, dropout=0.3, lapse_rate=0.003), _UNTRAINED),
    _swap("swap-dictionary", ("Dictionary", "사전"), (
        "Tries every word of a dictionary with every swap. Words that are not listed get a share, letter by letter.",
        "사전의 모든 단어에 모든 자리바꿈을 시도합니다. 사전에 없는 단어에는 글자 모델로 확률을 나눠 줍니다.",
    ), SwapDictionaryConfig("pen", width=48, features=192, dropout=0.3, lapse_rate=0.003, unlisted=0.7), _UNTRAINED),
    _swap("seq2seq-report", ("Plain, report's recipe", "기본, 보고서 방식"), (
        "A small CNN is trained from scratch with the rest. The decoder gets only the context vector.",
        "작은 CNN까지 처음부터 함께 학습합니다. 디코더는 문맥 벡터만 받습니다.",
    ), _REPORT_WORDS, _WORDS_REPORT),
    _swap("seq2seq-aligned-report", ("Aligned, report's recipe", "위치 맞춤, 보고서 방식"), (
        "The report's plain model. The i-th decoder step also gets the i-th encoder output.",
        "보고서의 기본 모델입니다. 디코더의 i번째 시점이 인코더의 i번째 출력도 받습니다.",
    ), replace(_REPORT_WORDS, context="aligned"), _WORDS_REPORT),
)  # fmt: skip

# The report's, passes included: digit or letter 8, 47 characters 7.
_ROWS_2 = Recipe("rows", 256, 0, 1e-3, False, 0.0, 0.0, UNCHANGED, epochs=8)
_ROWS_47 = replace(_ROWS_2, epochs=7)
_BEST_ROWS = Recipe("every_step", 256, 0, 4e-3, True, 0.05, 0.995, _DISTORTED, clip=1.0, epochs=8)
_LSTM_2 = RowRnnConfig(answers=2, cell="lstm", hidden=128, layers=3, dropout=0.2, between=False)
_LSTM_47 = RowRnnConfig(answers=47, cell="lstm", hidden=256, layers=3, dropout=0.2, between=False)
_CNN_2 = CharacterCnnConfig(answers=2, width=16, hidden=128, dropout=0.2)


def _row(name: str, titles: tuple[str, str], summaries: tuple[str, str], config: Config, recipe: Recipe) -> Variant:
    task = "row-2" if name.endswith("-2") else "row-47"
    return Variant(name, task, *titles, *summaries, config, recipe)


_LSTM_TOLD = (
    "Three LSTM layers read one row of pixels at a time.",
    "LSTM 세 층이 픽셀을 한 줄씩 읽습니다.",
)
_BEST_TOLD = (
    "Two rows per time step, together with those just above; trained on distorted letters to answer at every step.",
    "시점마다 두 줄씩 바로 윗줄들과 함께 읽습니다. 변형한 글자로, 시점마다 답하도록 학습했습니다.",
)
_CNN_TOLD = (
    "A small CNN sees the whole image at once: no rows, no hidden state. Trained like the report's LSTM.",
    "작은 CNN이 이미지 전체를 한꺼번에 봅니다. 줄도 은닉 상태도 없습니다. 보고서의 LSTM과 똑같이 학습했습니다.",
)
_ROWS = (
    _row("row-best-47", ("Best reader of rows", "가장 잘 읽는 모델"), _BEST_TOLD,
         replace(_LSTM_47, layers=2, dropout=0.3, between=True, strip=2, width=24), _BEST_ROWS),
    _row("row-lstm-47", ("LSTM, report's recipe", "LSTM, 보고서 방식"), _LSTM_TOLD, _LSTM_47, _ROWS_47),
    _row("row-gru-47", ("GRU cells", "GRU 셀"), (
        "The same model with GRU cells: two gates instead of three.",
        "같은 모델에 GRU 셀을 썼습니다. 게이트가 셋이 아니라 둘입니다.",
    ), replace(_LSTM_47, cell="gru"), _ROWS_47),
    _row("row-rnn-47", ("RNN cells", "RNN 셀"), (
        "The same model with plain RNN cells, which have no gates.",
        "같은 모델에 게이트가 없는 단순한 RNN 셀을 썼습니다.",
    ), replace(_LSTM_47, cell="rnn"), _ROWS_47),
    _row("row-jordan-47", ("Jordan network", "조던 신경망"), (
        "One layer of plain cells. Its answer, not its hidden state, goes back to the next step.",
        "단순한 셀 한 층입니다. 은닉 상태가 아니라 출력이 다음 시점으로 돌아갑니다.",
    ), replace(_LSTM_47, cell="jordan", layers=1), _ROWS_47),
    _row("row-cnn-47", ("Small CNN", "작은 CNN"), _CNN_TOLD, replace(_CNN_2, answers=47, width=32), _ROWS_47),
    _row("row-best-2", ("Best reader of rows", "가장 잘 읽는 모델"), _BEST_TOLD,
         replace(_LSTM_2, layers=2, dropout=0.3, between=True, strip=2, width=12), _BEST_ROWS),
    _row("row-lstm-2", ("LSTM, report's recipe", "LSTM, 보고서 방식"), _LSTM_TOLD, _LSTM_2, _ROWS_2),
    _row("row-cnn-2", ("Small CNN", "작은 CNN"), _CNN_TOLD, _CNN_2, _ROWS_2),
)  # fmt: skip

VARIANTS = (
    _ours("cnn-gru-easy", "next-easy", 3000),
    _report("cnn-gru-report-easy", "next-easy", 100, 2000, 5e-4),
    _ours("cnn-gru-normal", "next-normal", 12000),
    _report("cnn-gru-report-normal", "next-normal", 40, 6250, 3e-4),
    _exact("exact-line-easy", "next-easy"),
    _exact("exact-line", "next-normal"),
    *_SWAPS,
    *_ROWS,
    Variant(
        "reader", "letter", "Residual CNN", "잔차 CNN",
        "Names each letter on its own; the frozen reader of the encoder-decoders.",
        "글자 하나하나를 따로 읽습니다. 인코더-디코더에 고정되어 쓰이는 판독기입니다.",
        _READER, Recipe("reading", 256, 9000, 4e-3, True, 0.05, 0.998, _DISTORTED),
    ),
    Variant(
        "reader-robust", "letter", "Residual CNN, robust", "잔차 CNN, 흐림과 잡음에 강함",
        "The residual CNN after further training on letters that are blurred or noisy.",
        "잔차 CNN을 흐리거나 잡음이 섞인 글자로 더 학습한 모델입니다.",
        _READER, Recipe("reading", 128, 5500, 2e-3, True, 0.05, 0.998, _UNCLEAR, goes_on_from="reader"),
    ),
    Variant(
        "reader-strokes", "letter", "Image and strokes", "이미지와 획",
        "Reads the image and the pen strokes and combines both probabilities.",
        "이미지와 획을 따로 읽고 두 확률을 결합합니다.",
        PenReaderConfig(**vars(_READER)),
        Recipe("strokes", 256, 6000, 4e-3, True, 0.05, 0.998, replace(_DISTORTED, backwards=0.1), start="reader"),
    ),
)  # fmt: skip

BY_NAME = {variant.name: variant for variant in VARIANTS}
