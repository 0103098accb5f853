"""What the page says of studies: one recipe, and the same with one thing changed at a time."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "study.budget": (
        "The report's recipe was trained anew with one thing changed each time, on the same letters and for as long: "
        "{steps} training steps of {batch} samples, one pass. With more training, slower ones may catch up.",
        "보고서 방식을 한 번에 하나씩만 바꾸어, 같은 글자로 똑같이 한 번씩(예제 {batch}개씩 학습 스텝 {steps}개) 새로 "
        "학습했습니다. 더 오래 학습하면 느린 쪽이 따라잡을 수도 있습니다.",
    ),
    "study.answers": (
        "A dot is the mean of {n} seeds; its bar runs from the lowest to the highest. The line is the recipe as it "
        "is, with the range of its own {n} seeds as a band. Differences within the seed range cannot be told from "
        "seed variation: where the bar overlaps the band, the dot is hollow. pp: percentage points.",
        "점은 시드 {n}개의 평균이고, 막대는 그 가운데 가장 낮은 값에서 가장 높은 값까지입니다. 세로선은 보고서 방식 "
        "그대로이고, 띠는 그 시드 {n}개의 범위입니다. 시드의 범위 안에 있는 차이는 시드에 따른 변동과 구별할 수 "
        "없습니다. 막대가 띠와 겹치면 점의 속이 비어 있습니다.",
    ),
    "study.loss": (
        "A line is the mean of {n} seeds; the band runs from the lowest to the highest. Differences within the seed "
        "range cannot be told from seed variation.",
        "선은 시드 {n}개의 평균이고, 띠는 그 가운데 가장 낮은 값에서 가장 높은 값까지입니다. 시드의 범위 안에 있는 "
        "차이는 시드에 따른 변동과 구별할 수 없습니다.",
    ),
    "study.one_seed": (
        "With one seed there is no range: how much another seed would differ is not known.",
        "시드가 하나뿐이라 범위가 없습니다. 다른 시드라면 얼마나 다를지 알 수 없습니다.",
    ),
    "study.one-change.note": (
        "Each change is measured with the report's other decisions in place. For example, with the probabilities of "
        "all letters passed on, GRU 2 was still trained on certain letters.",
        "어느 것이나 보고서의 나머지 결정은 그대로 두고 잰 값입니다. 예를 들어 모든 글자의 확률을 받는 GRU 2도 학습할 "
        "때는 확실한 글자만 받았습니다.",
    ),
    "study.sizes.note": (
        "The loss is the cross-entropy of the letters read and of those written, measured on training words with "
        "dropout on, so losses with different dropout cannot be compared as models. All charts have the same axes.",
        "손실은 읽은 글자와 쓴 글자의 교차 엔트로피로, 학습한 단어에서 드롭아웃을 켠 채 잰 값입니다. 그래서 "
        "드롭아웃이 다른 모델끼리는 손실로 비교할 수 없습니다. 모든 그래프의 축이 같습니다.",
    ),
    "study.rates.note": (
        "A batch of 100 shows 2.5 times as many sequences in the same number of steps.",
        "배치가 100이면 같은 학습 스텝 수에 글자열을 2.5배 봅니다.",
    ),
    "study.parts.note": (
        "Self-attention without parameters compares the letters' vectors directly and adds them up.",
        "파라미터 없는 셀프 어텐션은 글자 벡터를 그대로 비교하고 더합니다.",
    ),
    "study.word-choices.note": (
        "Words are padded to 8 letters in training and in the test.",
        "학습과 시험에서 모두 단어를 8글자까지 패딩합니다.",
    ),
    "study.did-not-train.note": (
        "The CNN starts from random weights and is trained with the rest; the frozen one was trained before.",
        "CNN은 무작위 가중치에서 시작해 나머지와 함께 학습합니다. 고정한 CNN은 미리 학습한 것입니다.",
    ),
    "study.did-not-train-transformer.note": (
        "The CNN starts from random weights and is trained with the rest; the frozen one was trained before.",
        "CNN은 무작위 가중치에서 시작해 나머지와 함께 학습합니다. 고정한 CNN은 미리 학습한 것입니다.",
    ),
    "study.source": (
        "Right answers: {sequences} samples by writers that training never saw ({letters}), the same ones for every "
        "run. All runs together: {time} on {device}, {date}.",
        "정답률: 학습에 없던 필자들의 예제 {sequences}개({letters}), 모든 실행에 같은 것. 모든 실행을 합친 시간: "
        "{time}, {device}, {date}.",
    ),
    "study.base": ("The report's recipe", "보고서 방식 그대로"),
    "study.instead": ("{group} (instead of: {base})", "{group} ({base} 대신)"),
    "study.points": ("{n} pp", "{n}%p"),
    "study.accuracy": ("Right answers", "정답률"),
    "study.accuracy.note": ("The mean over the numbers of letters shown.", "보여 준 글자 수별 정답률의 평균입니다."),
    "study.vision": ("Vision: letters that GRU 1 reads right", "시각: GRU 1이 바르게 읽은 글자"),
    "study.vision.note": (
        "In their sequence, with the other letters.",
        "글자열로, 다른 글자들과 함께 읽었을 때입니다.",
    ),
    "study.reasoning_on_truth": (
        "Reasoning: right answers from the true letters",
        "추론: 올바른 글자를 받았을 때의 정답률",
    ),
    "study.reasoning_on_truth.note": (
        "GRU 2 alone, given the true letters.",
        "올바른 글자를 주었을 때 GRU 2만의 정답률입니다.",
    ),
    "study.change": ("Change", "바꾼 것"),
    "study.mean": ("Mean", "평균"),
    "study.least": ("Lowest", "최저"),
    "study.most": ("Highest", "최고"),
    "study.steps": ("Training steps", "학습 스텝"),
    "study.step": ("training step {n}", "학습 스텝 {n}"),
    "study.of_base": ("{title} (report)", "{title} (보고서)"),
    "study.end": ("loss {loss} at the end", "끝의 손실 {loss}"),
    "study.right": ("{share} of the answers right", "정답률 {share}"),
    "swap:study.right": ("{share} of the words right", "단어 정답률 {share}"),
}
