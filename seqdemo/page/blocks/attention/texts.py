"""What the block of self-attention says."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "attention.lead": (
        "In self-attention every letter looks at every letter of the same word and takes a weighted sum of them. "
        "Choose the letter that looks.",
        "셀프 어텐션에서는 글자마다 같은 단어의 모든 글자를 보고 가중합을 구합니다. 보는 글자를 골라 보세요.",
    ),
    "attention.at": ("Letter {n} looks: {letter}", "보는 글자: {n}번째({letter})"),
    "attention.letter": ("letter", "글자"),
    "attention.weight": ("weight (softmax)", "가중치(softmax)"),
    "attention.vector": ("vector", "벡터"),
    "attention.sum": ("weighted sum", "가중합"),
    "attention.plain": ("1. Without parameters", "1. 학습한 값 없이"),
    "attention.plain.told": (
        "The similarity of two letters is the dot product of their vectors. Softmax turns similarities into weights; "
        "they weigh the vectors themselves. Nothing was learned for comparing, so the weights stay near an equal "
        "share: none is twice as large.",
        "두 글자의 유사도는 벡터의 내적입니다. softmax가 유사도를 가중치로 바꾸고, 그 가중치로 벡터 자신을 더합니다. "
        "비교하도록 학습한 것이 없어 가중치가 고른 편이고, 똑같이 나눈 값의 두 배를 넘지 않습니다.",
    ),
    "attention.learned": ("2. With query, key and value: layer 1, head 1", "2. 쿼리, 키, 값: 1층 1번 헤드"),
    "attention.learned.told": (
        "Three learned matrices make a query, a key and a value of each letter. The query of the letter that looks "
        "meets all keys; the weights sum the values. This model also adds b, a learned number for the distance.",
        "학습한 행렬 세 개가 글자마다 쿼리, 키, 값을 만듭니다. 보는 글자의 쿼리와 모든 키의 내적을 구하고, 가중치로 "
        "값을 더합니다. 이 모델은 거리마다 학습한 수 b도 더합니다.",
    ),
    "attention.heads": ("3. Several heads: layer 1", "3. 여러 헤드: 1층"),
    "attention.heads.told": (
        "Each head has queries, keys and values of its own, so each may look elsewhere. Their sums stand side by side "
        "and pass one more matrix.",
        "헤드마다 쿼리, 키, 값이 따로 있어 서로 다른 곳을 볼 수 있습니다. 헤드의 가중합을 이어 붙여 행렬을 한 번 더 "
        "곱합니다.",
    ),
    "attention.head": ("head {n}", "{n}번 헤드"),
    "attention.residual": ("4. Residual connection", "4. 잔차 연결"),
    "attention.residual.told": (
        "What attention found is added to what went in. So the letter keeps what it was, and gradients have a short "
        "way back.",
        "어텐션의 결과를 들어온 벡터에 더합니다. 그래서 글자의 정보가 남고, 기울기가 짧은 길로 되돌아갑니다.",
    ),
    "attention.length": ("length {length}, {count} numbers", "길이 {length}, 수 {count}개"),
    "attention.maps": ("Every layer and head of this answer", "이 답의 모든 층과 헤드"),
    "attention.maps.told": (
        "Rows look, columns are looked at; each row sums to 100%. In each block of pictures a row is a layer and a "
        "column a head. Press one to see its numbers in per cent.",
        "행이 보는 쪽, 열이 보이는 쪽이며 행의 합은 100%입니다. 작은 그림은 행이 층, 열이 헤드입니다. 누르면 값을 "
        "퍼센트로 보여 줍니다.",
    ),
    "attention.encoder": ("Encoder: self-attention", "인코더: 셀프 어텐션"),
    "attention.encoder.told": ("Every letter looks at every letter.", "모든 글자가 모든 글자를 봅니다."),
    "attention.decoder": ("Decoder: self-attention", "디코더: 셀프 어텐션"),
    "attention.decoder.told": (
        "Every step looks at the symbols read so far, never ahead: the upper right stays empty.",
        "시점마다 지금까지 들어온 기호만 보고 뒤는 보지 않습니다. 그래서 오른쪽 위가 비어 있습니다.",
    ),
    "attention.cross": ("Decoder: cross-attention", "디코더: 크로스 어텐션"),
    "attention.cross.told": (
        "Every step looks at the encoder's letters: queries from the decoder, keys and values from the encoder.",
        "시점마다 인코더의 글자를 봅니다. 쿼리는 디코더에서, 키와 값은 인코더에서 옵니다.",
    ),
    "attention.named": ("Layer {layer}, head {head}", "{layer}층 {head}번 헤드"),
    "attention.signs": (
        "X holds one row for each letter, after layer normalization; d is the number of units of a key, and B depends "
        "on the distance of two letters.",
        "X의 행은 층 정규화를 거친 글자 벡터입니다. d는 키의 유닛 수이고, B는 두 글자의 거리로 정해집니다.",
    ),
    "attention.question": (
        "Without b and without parameters, what would change if the letters of the word were shuffled?",
        "b도 없고 학습한 값도 없다면, 단어의 글자 순서를 섞었을 때 무엇이 달라질까요?",
    ),
    "attention.answer": (
        "Nothing but the order of the rows: every letter would gather the same sum. Attention alone does not know the "
        "order, so a Transformer must be told positions.",
        "행의 순서만 바뀌고, 글자마다 얻는 가중합은 같습니다. 어텐션은 순서를 모르므로 트랜스포머에는 위치 정보를 따로 "
        "주어야 합니다.",
    ),
}
