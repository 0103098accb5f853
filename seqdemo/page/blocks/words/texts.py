"""What the blocks of encoder-decoders say: embedding, and what is handed over."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "embedding.lead": (
        "A network computes with numbers, so each symbol becomes a vector. One-hot says only which symbol it is; its "
        "row in the embedding matrix was learned.",
        "신경망은 수로 계산하므로 기호마다 벡터가 필요합니다. 원-핫은 어떤 기호인지만 나타내고, 임베딩 행렬의 행은 "
        "학습한 값입니다.",
    ),
    "embedding.at": ("Step {n} reads: {symbol}", "시점 {n}의 입력: {symbol}"),
    "embedding.one_hot": ("One-hot: one 1, else 0", "원-핫: 하나만 1, 나머지는 0"),
    "embedding.row": ("Its row in the embedding", "임베딩의 행"),
    "embedding.size": (
        "The embedding matrix E of this model: {symbols} symbols × {size} numbers.",
        "이 모델의 임베딩 행렬 E: 기호 {symbols}개 × 수 {size}개.",
    ),
    "embedding.near": ("Nearest symbols", "가장 가까운 기호"),
    "embedding.near.told": (
        "By the cosine of the angle between two rows: 1 is the same direction, 0 a right angle. Between one-hot "
        "vectors it is always 0.",
        "두 행이 이루는 각의 코사인입니다. 1은 같은 방향, 0은 직각입니다. 원-핫 벡터끼리는 항상 0입니다.",
    ),
    "embedding.signs": (
        "y is the one-hot vector. The product picks one row of E, so programs look the row up instead of multiplying.",
        "y는 원-핫 벡터입니다. 이 곱은 E의 행 하나를 고르는 일이므로, 프로그램은 곱하지 않고 행을 찾아 씁니다.",
    ),
    "embedding.question": (
        "Why not feed the letters as 0, 1, 2, …, 25?",
        "글자를 0, 1, 2, …, 25라는 수로 넣으면 안 될까요?",
    ),
    "embedding.answer": (
        "Then B would lie between A and C, and Z would be 25 times B. One-hot vectors are all equally far apart, and "
        "an embedding learns which symbols behave alike.",
        "그러면 B는 A와 C의 사이가 되고 Z는 B의 25배가 됩니다. 원-핫 벡터는 서로 거리가 모두 같고, 임베딩은 비슷하게 "
        "쓰이는 기호를 학습합니다.",
    ),
    "handed.lead": (
        "The encoder has one output for each letter, and a last state when the word is read. Which of them the decoder "
        "gets is what sets the variants apart.",
        "인코더에는 글자마다 출력이 있고, 단어를 다 읽은 뒤의 마지막 상태가 있습니다. 이 가운데 무엇을 디코더에 "
        "넘기는지가 모델마다 다릅니다.",
    ),
    "handed.outputs": ("1. Outputs for each letter, in the order of reading", "1. 글자별 출력(읽은 순서)"),
    "handed.outputs.stay": (
        "In this model none of these is handed over.",
        "이 모델에서는 어느 것도 디코더에 넘기지 않습니다.",
    ),
    "handed.outputs.go": (
        "In this model the decoder gets these too, at each step.",
        "이 모델에서는 시점마다 이 출력도 디코더에 넘깁니다.",
    ),
    "handed.ended": ("2. The last state", "2. 마지막 상태"),
    "handed.ended.one": (
        "After the last letter read. Its h is the last output above.",
        "마지막으로 읽은 글자 뒤의 상태입니다. h는 위의 마지막 출력과 같습니다.",
    ),
    "handed.ended.two": (
        "Half of it comes from the way forward, after the last letter; the other half from the way back, after the "
        "first letter.",
        "절반은 앞에서 뒤로 읽어 마지막 글자를 지난 상태이고, 절반은 뒤에서 앞으로 읽어 첫 글자를 지난 상태입니다.",
    ),
    "handed.given": ("3. What the decoder starts from", "3. 디코더의 첫 상태"),
    "handed.unchanged": (
        "The last state, unchanged. These numbers are the context vector.",
        "마지막 상태를 그대로 넘깁니다. 이 수들이 문맥 벡터입니다.",
    ),
    "handed.bridged": (
        "A learned layer, the bridge, turns the last state into the decoder's first.",
        "학습한 층(브리지)이 마지막 상태를 디코더의 첫 상태로 바꿉니다.",
    ),
    "handed.numbers": ("{count} numbers.", "수 {count}개."),
    "handed.strongest": ("Largest by size:", "절댓값이 가장 큰 유닛:"),
    "handed.kind.none": (
        "Nothing else: the whole word must fit into these numbers. That is the bottleneck.",
        "그 밖에는 없습니다. 단어 전체가 이 수들에 담겨야 합니다. 이것이 병목입니다.",
    ),
    "handed.kind.deep": (
        "Nothing else. The forward half starts the decoder's first layer, the backward half its second.",
        "그 밖에는 없습니다. 앞 방향 절반은 디코더의 첫째 층, 뒤 방향 절반은 둘째 층에서 시작합니다.",
    ),
    "handed.kind.concat": (
        "And h again at the input of every step.",
        "그리고 시점마다 입력에 h를 다시 넣습니다.",
    ),
    "handed.kind.last": (
        "And h again at every step, at the input and before it writes: the decoder peeks at it.",
        "그리고 시점마다 입력과 출력 직전에 h를 다시 넣습니다(peeky).",
    ),
    "handed.kind.aligned": (
        "And at step i the output for letter i.",
        "그리고 i번째 시점에는 i번째 글자의 출력을 넣습니다.",
    ),
    "handed.kind.bahdanau": (
        "And at each step a weighted sum of all outputs; the weights come from the state before.",
        "그리고 시점마다 모든 출력의 가중합을 넣습니다. 가중치는 직전 상태로 정합니다.",
    ),
    "handed.kind.luong": (
        "And before each letter is written a weighted sum of all outputs; the weights come from the present state.",
        "그리고 글자를 쓰기 직전에 모든 출력의 가중합을 더합니다. 가중치는 현재 상태로 정합니다.",
    ),
    "handed.question": (
        "The word grows from 5 to 14 letters. By how much does the last state grow?",
        "단어가 5글자에서 14글자로 길어지면, 마지막 상태는 얼마나 커질까요?",
    ),
    "handed.answer": (
        "Not at all: it always has the same size. The outputs grow with the word, so models that hand them over do not "
        "have to squeeze everything through the last state.",
        "전혀 커지지 않습니다. 크기는 항상 같습니다. 글자별 출력은 단어와 함께 늘어나므로, 출력을 넘기는 모델은 마지막 "
        "상태에 모든 것을 담지 않아도 됩니다.",
    ),
}
