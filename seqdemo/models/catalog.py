"""The one table of variants: what each is called, which task it serves, how it is built and how it is trained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from torch import nn

from seqdemo.models.cnn_gru import CnnGru, CnnGruConfig
from seqdemo.models.vision import Reader, ReaderConfig
from seqdemo.sequences.augmentation import UNCHANGED, Augmentation


@dataclass(frozen=True)
class Recipe:
    """How a variant is trained."""

    objective: Literal["reading", "report", "two-stage"]
    batch: int
    """Letters (reading) or sequences (the others) a step."""
    steps: int
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
    """The variant whose image reader is taken over and left as it is."""


@dataclass(frozen=True)
class Variant:
    """One row of the catalog."""

    name: str
    task: str
    title: str
    title_ko: str
    summary: str
    summary_ko: str
    config: ReaderConfig | CnnGruConfig
    recipe: Recipe

    def build(self) -> nn.Module:
        """A model with fresh weights."""
        return Reader(self.config) if isinstance(self.config, ReaderConfig) else CnnGru(self.config)


_BENT = Augmentation(degrees=15, scale=0.2, shear=0.3, shift=1.7, width=0.7, waves=0.8)
# Further than the reader is used to, so that it misreads as many training letters as letters of new writers.
_BENT_FURTHER = Augmentation(degrees=20, scale=0.27, shear=0.4, shift=2.3, width=0.9, waves=1.1)
_READER = ReaderConfig(width=48, features=192, dropout=0.3)
_OURS = CnnGruConfig(
    cnn="reader", width=48, features=192, dropout=0.3, gru1=96, gru2=256, layers=1, bidirectional=False, link="soft"
)
_REPORT = CnnGruConfig(
    cnn="report", width=32, features=512, dropout=0.0, gru1=256, gru2=256, layers=2, bidirectional=True, link="one-hot"
)


def _ours(name: str, task: str, steps: int) -> Variant:
    return Variant(
        name, task, "CNN-GRU-GRU", "CNN-GRU-GRU",
        "Both GRUs look back only, and doubt is handed on from vision to reasoning.",
        "두 GRU 모두 앞에서 본 것만 쓰고, 시각의 불확실함이 추론까지 전해집니다.",
        _OURS, Recipe("two-stage", 256, steps, 1e-2, True, 0.01, 0.995, _BENT_FURTHER, start="reader"),
    )  # fmt: skip


def _report(name: str, task: str, batch: int, steps: int) -> Variant:
    return Variant(
        name, task, "CNN-GRU-GRU, report's recipe", "CNN-GRU-GRU, 보고서 방식",
        "Both GRUs look both ways, and reasoning is told only the likeliest letter.",
        "두 GRU 모두 양방향이고, 추론에는 가장 그럴듯한 글자 하나만 전해집니다.",
        _REPORT, Recipe("report", batch, steps, 1e-3, False, 0.0, 0.0, UNCHANGED, distinct=50_000),
    )  # fmt: skip


VARIANTS = (
    _ours("cnn-gru-easy", "next-easy", 3000),
    _report("cnn-gru-report-easy", "next-easy", 100, 2000),
    _ours("cnn-gru-normal", "next-normal", 8000),
    _report("cnn-gru-report-normal", "next-normal", 40, 6250),
    Variant(
        "reader", "letter", "Residual CNN", "잔차 CNN",
        "Names each letter on its own; the eyes of the two-stage models.",
        "글자 하나하나를 따로 읽습니다. 두 단계 모델의 눈입니다.",
        _READER, Recipe("reading", 256, 9000, 4e-3, True, 0.05, 0.998, _BENT),
    ),
)  # fmt: skip

BY_NAME = {variant.name: variant for variant in VARIANTS}
