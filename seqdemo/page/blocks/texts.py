"""What the building blocks say."""

from __future__ import annotations

from typing import Final

from seqdemo.page.blocks import attention_texts, cell_texts, word_texts

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
    **cell_texts.TEXTS,
    **attention_texts.TEXTS,
    **word_texts.TEXTS,
}
