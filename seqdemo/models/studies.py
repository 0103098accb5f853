"""The one table of studies: a recipe as it is, and the same with one thing changed at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from seqdemo.models.catalog import BY_NAME, Variant

BASE = "base"
"""The name of the change that changes nothing."""
Titles = tuple[str, str]
"""In English and in Korean."""


@dataclass(frozen=True)
class Change:
    """A study's base with one thing changed; the base itself where it stands among its like."""

    name: str
    titles: Titles
    variant: Variant


@dataclass(frozen=True)
class Group:
    """Changes of one kind, in the order in which they are shown; the base is among them."""

    name: str
    titles: Titles
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Study:
    """What is changed, and what it is judged by; every change is trained alike, once with each seed."""

    name: str
    titles: Titles
    judged_by: Literal["answers", "loss"]
    """Right answers at the end, or how fast the loss falls."""
    seeds: tuple[int, ...]
    base: Variant
    groups: tuple[Group, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """The base first, then everything else, each once."""
        every = [change for group in self.groups for change in group.changes if change.name != BASE]
        return (Change(BASE, self.titles, self.base), *every)


def _shortened(name: str, **budget: Any) -> Variant:
    """A variant of the catalog with other `steps`, or another `batch` or `learning_rate`."""
    variant = BY_NAME[name]
    return replace(variant, recipe=replace(variant.recipe, **budget))


_NEXT = _shortened("cnn-gru-report-normal", steps=1250)  # one pass of its 50,000 sequences
_SWAP = _shortened("seq2seq-report", steps=1061)  # one pass of its 67,890 words
_PLAIN = _shortened("seq2seq", steps=2000)
_TRANSFORMER = _shortened("transformer", steps=2000, batch=64, learning_rate=2e-3)


def _as_it_is(base: Variant, *titles: str) -> Change:
    return Change(BASE, _both(titles), base)


def _trained(base: Variant, name: str, *titles: str, **changed: Any) -> Change:
    return Change(name, _both(titles), replace(base, recipe=replace(base.recipe, **changed)))


def _built(base: Variant, name: str, *titles: str, **changed: Any) -> Change:
    return Change(name, _both(titles), replace(base, config=replace(base.config, **changed)))


def _both(titles: tuple[str, ...]) -> Titles:
    """A title that is the same in both languages, such as a number, is written once."""
    return titles[0], titles[-1]


def _sizes(name: str, titles: Titles, field: str, at_base: str, values: dict[str, float]) -> Group:
    """One size of the words' base with several values, by what each is called; the base's keeps its place."""
    changes = (
        _as_it_is(_SWAP, title) if title == at_base else _built(_SWAP, f"{name}-{title}", title, **{field: value})
        for title, value in values.items()
    )
    return Group(name, titles, tuple(changes))


ONE_CHANGE = Study(
    "one-change", ("What each decision is worth", "결정 하나하나의 값어치"), "answers", (0, 1, 2), _NEXT,
    (
        Group("loss", ("Loss", "손실"), (
            _as_it_is(_NEXT, "Squared error", "제곱 오차"),
            _trained(_NEXT, "cross-entropy", "Cross entropy", "교차 엔트로피", loss="cross-entropy"),
        )),
        Group("link", ("From GRU 1 to GRU 2", "GRU 1에서 GRU 2로"), (
            _as_it_is(_NEXT, "The likeliest letter alone", "가장 그럴듯한 글자 하나"),
            _built(_NEXT, "soft", "The scores of all letters", "모든 글자의 점수", link="soft"),
        )),
        Group("smoothing", ("Smoothing of GRU 2's labels", "GRU 2 정답의 스무딩"), (
            _trained(_NEXT, "smoothing-0", "None", "없음", smoothing=0.0),
            _trained(_NEXT, "smoothing-0.1", "0.1", smoothing=0.1),
            _as_it_is(_NEXT, "0.2"),
            _trained(_NEXT, "smoothing-0.4", "0.4", smoothing=0.4),
        )),
        Group("told", ("What GRU 2 is told in training", "학습 때 GRU 2가 받는 것"), (
            _as_it_is(_NEXT, "The true letters (teacher forcing)", "올바른 글자(교사 강요)"),
            _trained(_NEXT, "own-reading", "What GRU 1 has read", "GRU 1이 읽은 글자", teacher_forcing=False),
        )),
        Group("images", ("Images in training", "학습 때의 그림"), (
            _as_it_is(_NEXT, "As they are", "있는 그대로"),
            _trained(_NEXT, "turned", "Turned by up to 15°", "15°까지 돌리기",
                     augment=replace(_NEXT.recipe.augment, degrees=15)),
        )),
        Group("cell", ("Cells of both", "둘의 셀"), (
            _as_it_is(_NEXT, "GRU"),
            _built(_NEXT, "lstm", "LSTM", cell="lstm"),
        )),
        Group("direction", ("Where both look", "둘이 보는 쪽"), (
            _as_it_is(_NEXT, "Both ways", "양방향"),
            _built(_NEXT, "causal", "Back only", "앞에서 본 것만", bidirectional=False),
        )),
    ),
)  # fmt: skip

SIZES = Study(
    "sizes", ("How fast the loss falls, by size", "크기에 따라 손실이 줄어드는 속도"), "loss", (0,), _SWAP,
    (
        _sizes("hidden_dim", ("hidden_dim, per direction", "hidden_dim, 한 방향"), "hidden", "256",
               {"64": 64, "128": 128, "256": 256}),
        _sizes("num_layers", ("num_layers, of the encoder", "num_layers, 인코더"), "layers", "1",
               {"1": 1, "2": 2}),
        _sizes("dropout", ("dropout", "dropout"), "dropout", "0.5",
               {"0": 0.0, "0.5": 0.5}),
        _sizes("embedding_dim", ("embedding_dim", "embedding_dim"), "embedding", "90",
               {"22": 22, "90": 90, "180": 180}),
    ),
)  # fmt: skip

RATES = Study(
    "rates", ("Learning rate and batch of the report", "보고서의 학습률과 배치"), "loss", (0,), _NEXT,
    (
        Group("learning_rate", ("Learning rate", "학습률"), (
            _trained(_NEXT, "rate-1e-4", "0.0001", learning_rate=1e-4),
            _as_it_is(_NEXT, "0.0003"),
            _trained(_NEXT, "rate-5e-4", "0.0005", learning_rate=5e-4),
            _trained(_NEXT, "rate-1e-3", "0.001", learning_rate=1e-3),
        )),
        Group("batch", ("Sequences in a batch", "배치의 글자열 수"), (
            _as_it_is(_NEXT, "40"),
            _trained(_NEXT, "batch-100", "100", batch=100),
        )),
    ),
)  # fmt: skip

PARTS = Study(
    "parts", ("What each part of the Transformer is worth", "트랜스포머 각 부분의 값어치"), "loss", (0,), _TRANSFORMER,
    (
        Group("projected", ("Self-attention", "셀프 어텐션"), (
            _as_it_is(_TRANSFORMER, "Queries, keys and values are learned", "쿼리·키·값을 학습"),
            _built(_TRANSFORMER, "unprojected", "Without parameters", "파라미터 없음", projected=False),
        )),
        Group("heads", ("Heads", "헤드"), (
            _as_it_is(_TRANSFORMER, "4"),
            _built(_TRANSFORMER, "one-head", "1", heads=1),
        )),
        Group("residual", ("Residual connections", "잔차 연결"), (
            _as_it_is(_TRANSFORMER, "Around every layer", "모든 층에 있음"),
            _built(_TRANSFORMER, "no-residual", "None", "없음", residual=False),
        )),
        Group("positions", ("Distance between letters", "글자 사이의 거리"), (
            _as_it_is(_TRANSFORMER, "Known to attention", "어텐션이 앎"),
            _built(_TRANSFORMER, "no-positions", "Unknown", "모름", positions=False),
        )),
    ),
)  # fmt: skip

WORD_CHOICES = Study(
    "word-choices", ("Embedding and padding", "임베딩과 패딩"), "loss", (0, 1, 2), _PLAIN,
    (
        Group("one_hot", ("Letters", "글자의 표현"), (
            _as_it_is(_PLAIN, "Embedded", "임베딩"),
            _built(_PLAIN, "one-hot", "One-hot vectors", "원-핫 벡터", one_hot=True),
        )),
        Group("padding", ("Padding behind a short word", "짧은 단어 뒤의 패딩"), (
            _as_it_is(_PLAIN, "Left out", "읽지 않음"),
            _built(_PLAIN, "padding-read", "Read like letters", "글자처럼 읽음", reads_padding=True),
        )),
    ),
)  # fmt: skip


_REPORT_CNN: dict[str, Any] = {"cnn": "report", "width": 32, "features": 90}
_FROZEN_READER: dict[str, Any] = {"cnn": "reader", "width": 48, "features": 192}


def _untrainable(name: str, titles: Titles, like: str, **changed: Any) -> Study:
    """Why a model did not train from images at the report's rate: each remedy alone."""
    report = BY_NAME["seq2seq-report"]
    recipe = replace(report.recipe, steps=600, learning_rate=3e-3, clip=None)
    base = replace(report, config=replace(BY_NAME[like].config, **changed), recipe=recipe)
    pretrained = replace(_built(base, "", "", **_FROZEN_READER).variant, recipe=replace(recipe, start="reader"))
    remedies = Group(
        "remedies",
        ("Remedies, each alone", "처방을 하나씩"),
        (
            _as_it_is(base, "None: CNN from nothing, rate 0.003", "없음: 처음부터 학습하는 CNN, 학습률 0.003"),
            _trained(base, "lower-rate", "Learning rate 0.0005", "학습률 0.0005", learning_rate=5e-4),
            _trained(base, "warm-up", "Warm-up", "학습률 워밍업", one_cycle=True),
            _trained(base, "clipping", "Gradient clipping", "기울기 클리핑", clip=1.0),
            Change("pretrained", ("A reader trained before, frozen", "미리 학습해 고정한 CNN"), pretrained),
        ),
    )
    return Study(name, titles, "loss", (0,), base, (remedies,))


DID_NOT_TRAIN = _untrainable(
    "did-not-train",
    ("Why attention did not train", "어텐션이 학습되지 않은 까닭"),
    "seq2seq-report",
    context="bahdanau",
)
DID_NOT_TRAIN_TRANSFORMER = _untrainable(
    "did-not-train-transformer",
    ("Why the Transformer did not train", "트랜스포머가 학습되지 않은 까닭"),
    "transformer",
    **_REPORT_CNN,
)

_EVERY = (ONE_CHANGE, RATES, SIZES, WORD_CHOICES, PARTS, DID_NOT_TRAIN, DID_NOT_TRAIN_TRANSFORMER)
STUDIES = {study.name: study for study in _EVERY}
