"""What the blocks of padding, gradients and patterns of sequences say."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "padding.lead": (
        "Models compute many sequences at once, in a batch: one block of numbers. Shorter sequences are filled up with "
        "zeros to the longest. Two samples stand beside your letters here.",
        "모델은 여러 시퀀스를 하나의 수 덩어리(배치)로 묶어 함께 계산합니다. 짧은 시퀀스는 가장 긴 것에 맞추어 0으로 "
        "채웁니다. 여기서는 지금 쓴 글자 옆에 예제 두 개를 놓았습니다.",
    ),
    "padding.batch": ("The batch", "배치"),
    "padding.batch.told": (
        "Each row is a sequence, each column a step; 0 is padding. Packed, a step holds only the sequences that still "
        "have a letter.",
        "행은 시퀀스, 열은 시점이고 0은 패딩입니다. 패킹하면 시점마다 글자가 남은 시퀀스만 계산합니다.",
    ),
    "padding.together": ("computed together", "함께 계산하는 수"),
    "padding.states": ("The last hidden state, by three ways", "세 가지 방법으로 구한 마지막 은닉 상태"),
    "padding.states.told": (
        "Computed by this model's own layer. Packed equals alone. Reading on through the zeros changes the state, "
        "although there is nothing to read.",
        "이 모델의 층으로 계산했습니다. 패킹한 결과는 따로 계산한 것과 같습니다. 0까지 읽으면 읽을 것이 없는데도 "
        "상태가 달라집니다.",
    ),
    "padding.alone": ("alone", "따로"),
    "padding.packed": ("packed", "패킹"),
    "padding.plain": ("over the padding", "패딩까지"),
    "padding.far": ("{share} off", "차이 {share}"),
    "padding.signs": (
        "T is the length of a sequence, Tₘₐₓ that of the longest in the batch. A plain pass returns the state after "
        "Tₘₐₓ steps, a packed one after T.",
        "T는 시퀀스의 길이, Tₘₐₓ는 배치에서 가장 긴 시퀀스의 길이입니다. 그냥 읽으면 Tₘₐₓ 시점 뒤의 상태를, 패킹하면 "
        "T 시점 뒤의 상태를 얻습니다.",
    ),
    "padding.question": (
        "Which sequence of the batch is not changed by reading over the padding?",
        "패딩까지 읽어도 상태가 달라지지 않는 시퀀스는 무엇일까요?",
    ),
    "padding.answer": (
        "The longest: it has no padding. For the others the state forward is overwritten at the end, and the way back "
        "of a bidirectional layer even starts in the padding.",
        "가장 긴 시퀀스입니다. 패딩이 없기 때문입니다. 나머지는 앞 방향 상태가 끝에서 바뀌고, 양방향 층의 뒤 방향은 "
        "아예 패딩에서 시작합니다.",
    ),
    "gradient.lead": (
        "Training follows the gradient from the answer back through all steps. At each step it is multiplied by a "
        "factor. What is left of it at the upper rows says how well they can be learned from.",
        "학습은 답에서 시작해 모든 시점을 거슬러 기울기를 따라갑니다. 시점마다 인수가 하나씩 곱해집니다. 위쪽 줄에 "
        "남은 기울기가 클수록 그 줄에서 배우기 쉽습니다.",
    ),
    "gradient.at": ("Back to row {row}", "줄 {row}까지 거슬러 가기"),
    "gradient.rnn": ("RNN", "순환 신경망"),
    "gradient.lstm": ("LSTM", "LSTM"),
    "gradient.product": ("The product of the step factors", "시점별 인수의 곱"),
    "gradient.signs": (
        "s is the state of the last layer: h, in an LSTM h and c. A factor is the length of the gradient after a step "
        "back, divided by the length before. L is how far the answer leads over the others, as log-odds.",
        "s는 마지막 층의 상태(h, LSTM은 h와 c)입니다. 인수는 한 시점 거슬러 간 뒤의 기울기 길이를 그 전의 길이로 나눈 "
        "값입니다. L은 답이 다른 후보보다 앞선 정도(로그 오즈)입니다.",
    ),
    "gradient.question": (
        "If every factor is 0.8, what is left after 27 steps?",
        "인수가 모두 0.8이면 27시점 뒤에는 얼마나 남을까요?",
    ),
    "gradient.answer": (
        "0.8 to the power of 27: 0.0024, about a four-hundredth. With factors near 1 almost all would be left. The "
        "gradient is local: it says where a small change would count, not what the model remembers.",
        "0.8의 27제곱은 0.0024로, 약 400분의 1입니다. 인수가 1에 가까우면 거의 다 남습니다. 기울기는 작은 변화의 "
        "영향을 나타낼 뿐, 모델이 기억하는 양은 아닙니다.",
    ),
    "shapes.lead": (
        "The same cell serves tasks of different shape. What differs is at which steps something goes in, and at which "
        "something is read out.",
        "같은 셀로 모양이 다른 과제를 풉니다. 어느 시점에 입력을 넣고 어느 시점에서 출력을 읽는지가 다릅니다.",
    ),
    "shapes.mine": ("this model", "이 모델"),
    "shapes.many_one": ("Many to one", "다대일"),
    "shapes.many_one.told": (
        "Row by row: many rows in, one character out. An encoder's last state is the same shape.",
        "한 줄씩 읽기: 여러 줄을 넣고 문자 하나를 얻습니다. 인코더의 마지막 상태도 같은 모양입니다.",
    ),
    "shapes.one_many": ("One to many", "일대다"),
    "shapes.one_many.told": (
        "A decoder alone: from one context vector it writes many symbols. Captions of pictures have this shape.",
        "디코더만 보면 이렇습니다. 문맥 벡터 하나에서 여러 기호를 씁니다. 이미지 설명문이 이런 과제입니다.",
    ),
    "shapes.aligned": ("Many to many, step by step", "다대다(시점마다)"),
    "shapes.aligned.told": (
        "Next letter: at each letter GRU 1 names it and GRU 2 says what follows. The answer is the last output.",
        "다음 글자: 글자마다 GRU 1은 그 글자를, GRU 2는 다음 글자를 말합니다. 마지막 출력이 답입니다.",
    ),
    "shapes.delayed": ("Many to many, first read, then write", "다대다(다 읽고 쓰기)"),
    "shapes.delayed.told": (
        "Swapped letters: the encoder reads the whole word, then the decoder writes. Translation has this shape.",
        "자리 바뀐 글자: 인코더가 단어를 다 읽은 뒤 디코더가 씁니다. 번역이 이런 과제입니다.",
    ),
    "shapes.here": ("In this answer", "이 답에서는"),
    "shapes.counted.row": ("{inputs} steps in, {outputs} answer out.", "입력 시점 {inputs}개, 답 {outputs}개."),
    "shapes.counted.next": (
        "{inputs} images in, {outputs} outputs; the last one is the answer.",
        "이미지 {inputs}개를 넣어 출력 {outputs}개를 얻고, 마지막이 답입니다.",
    ),
    "shapes.counted.swap": (
        "{inputs} images in, {outputs} symbols out, the end included.",
        "이미지 {inputs}개를 넣어 기호 {outputs}개(끝 포함)를 얻습니다.",
    ),
    "shapes.signs": (
        "f is the cell, the same at every step; g reads an output from the state, at some steps or at all.",
        "f는 모든 시점에서 같은 셀이고, g는 일부 또는 모든 시점의 상태에서 출력을 읽습니다.",
    ),
    "shapes.question": (
        "You want to know whether a film review is friendly. Which shape has the task?",
        "영화평이 긍정적인지 알고 싶습니다. 어떤 모양의 과제일까요?",
    ),
    "shapes.answer": (
        "Many to one: many words go in, one judgement comes out after the last.",
        "다대일입니다. 여러 단어를 넣고, 마지막 단어 뒤에서 판단 하나를 얻습니다.",
    ),
}
