"""What the page says of studies: one recipe, and the same with one thing changed at a time."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "study.budget": (
        "The report's recipe was trained anew with one thing changed each time, on the same letters and for as long: "
        "{steps} steps of {batch} samples, one pass. With more training, slower ones may catch up.",
        "보고서 방식을 한 번에 하나씩만 바꾸어, 같은 글자로 똑같이 한 번씩({batch}개씩 {steps}단계) 새로 "
        "학습했습니다. 더 오래 학습하면 느린 쪽이 따라잡을 수도 있습니다.",
    ),
    "study.answers": (
        "A dot is the mean of {n} seeds; its bar reaches from the lowest of them to the highest. The line is the "
        "recipe as it is, with the spread of its own {n} seeds as a band. Differences smaller than the spread of {n} "
        "seeds say nothing: where the bar overlaps the band, the dot is hollow.",
        "점은 시드 {n}개의 평균이고, 막대는 그 가운데 가장 낮은 값에서 가장 높은 값까지입니다. 세로선은 보고서 방식 "
        "그대로이고, 띠는 그 시드 {n}개의 범위입니다. 시드 {n}개의 범위보다 작은 차이는 아무것도 말해 주지 않습니다. "
        "막대가 띠와 겹치면 점의 속이 비어 있습니다.",
    ),
    "study.loss": (
        "A line is the mean of {n} seeds; the band around it reaches from the lowest of them to the highest. "
        "Differences smaller than the spread of {n} seeds say nothing.",
        "선은 시드 {n}개의 평균이고, 띠는 그 가운데 가장 낮은 값에서 가장 높은 값까지입니다. 시드 {n}개의 범위보다 "
        "작은 차이는 아무것도 말해 주지 않습니다.",
    ),
    "study.one_seed": (
        "With one seed there is no spread: how far another seed would differ is not known.",
        "시드가 하나뿐이라 범위가 없습니다. 다른 시드라면 얼마나 다를지 알 수 없습니다.",
    ),
    "study.one-change.note": (
        "Each change is measured beside the report's other decisions: the scores of all letters, for one, come to a "
        "GRU 2 that was told nothing but sure letters in training.",
        "어느 것이나 보고서의 나머지 결정과 함께 잰 값입니다. 예를 들어 모든 글자의 점수를 받는 GRU 2도 학습 때는 "
        "확실한 글자만 받았습니다.",
    ),
    "study.sizes.note": (
        "The loss is the cross entropy of the letters read and of those written, on what was trained on and with "
        "units dropped out: with less dropout it is lower from the start, which alone does not make a better model. "
        "All charts have the same axes.",
        "손실은 읽은 글자와 쓴 글자의 교차 엔트로피로, 학습한 단어에서 드롭아웃을 켠 채 잰 것입니다. 드롭아웃이 "
        "적으면 처음부터 낮지만, 그것만으로 더 나은 모델은 아닙니다. 모든 그림의 축이 같습니다.",
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
    "study.points": ("{n} points", "{n}%p"),
    "study.accuracy": ("Right answers", "정답률"),
    "study.accuracy.note": ("The mean over the numbers of letters shown.", "보여 준 글자 수별 정답률의 평균입니다."),
    "study.vision": ("Vision: letters that GRU 1 reads right", "시각: GRU 1이 바르게 읽은 글자"),
    "study.vision.note": ("In their row, beside the other letters.", "다른 글자들과 함께 줄지어 있을 때입니다."),
    "study.reasoning_on_truth": (
        "Reasoning: right answers from the true letters",
        "추론: 올바른 글자를 받았을 때의 정답률",
    ),
    "study.reasoning_on_truth.note": (
        "GRU 2 alone, told which letters they are.",
        "어떤 글자인지 알려 주었을 때 GRU 2만의 정답률입니다.",
    ),
    "study.change": ("Change", "바꾼 것"),
    "study.mean": ("Mean", "평균"),
    "study.least": ("Lowest", "최저"),
    "study.most": ("Highest", "최고"),
    "study.steps": ("Steps", "단계"),
    "study.step": ("step {n}", "{n}단계"),
    "study.of_base": ("{title} (report)", "{title}(보고서)"),
    "study.end": ("loss {loss} at the end", "끝의 손실 {loss}"),
    "study.words": ("{share} of the words right", "맞힌 단어 {share}"),
}
