"""What the building blocks say."""

from __future__ import annotations

from typing import Final

from seqdemo.page.blocks.attention import texts as attention
from seqdemo.page.blocks.recurrent import cell_texts as cell
from seqdemo.page.blocks.recurrent import texts as recurrent
from seqdemo.page.blocks.report import texts as report
from seqdemo.page.blocks.words import texts as words

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "block.how": ("How does this work?", "어떻게 작동하나요?"),
    "block.close": ("Close", "닫기"),
    "block.walk": ("Step", "시점"),
    "block.back": ("Back", "이전"),
    "block.on": ("Next", "다음"),
    "block.equation": ("Equation", "수식"),
    "block.question": ("Question", "생각해 보기"),
    "block.reveal": ("Show the answer", "답 보기"),
    "block.cell": ("Recurrent cell", "순환 셀"),
    "block.attention": ("Self-attention", "셀프 어텐션"),
    "block.embedding": ("One-hot and embedding", "원-핫과 임베딩"),
    "block.handed": ("What the decoder gets", "디코더가 받는 것"),
    "block.padding": ("Padding and batches", "패딩과 미니배치"),
    "block.gradient": ("Vanishing gradient", "기울기 소실"),
    "block.shapes": ("Many to one, many to many", "다대일과 다대다"),
    "block.wrong": ("Wrong samples", "틀린 예"),
    **cell.TEXTS,
    **report.TEXTS,
    **recurrent.TEXTS,
    **attention.TEXTS,
    **words.TEXTS,
}

COMPLAINTS: Final[dict[str, str]] = {
    "no_pair": "비교하려면 픽셀을 읽는 순환 신경망과 LSTM이 모두 있어야 하는데, 하나를 불러오지 못했습니다.",
    "unknown_block": "그런 설명은 없습니다. 목록에서 고르세요.",
    "unknown_part": "이 모델에는 그런 부분이 없습니다. 그림에서 고르세요.",
}
