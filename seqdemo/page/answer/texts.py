"""What the page says of an answer."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "answer.tile": ("The model's answer", "모델의 답"),
    "answer.sure": ("{percent} sure", "확신도 {percent}"),
    "answer.confidence": ("Confidence", "확신도"),
    "answer.step": ("Estimated step", "추정한 간격"),
    "answer.say": ("The answer is {answer}, {percent} sure.", "답: {answer}, 확신도: {percent}."),
    "why.label": ("Why", "이유"),
    "why.read": ("Read as {letters}.", "읽은 글자: {letters}."),
    "why.step": ("Step {step} fits best ({percent}).", "가장 잘 맞는 간격: {step}({percent})."),
    "why.next": ("So {answer} comes next.", "그래서 다음 글자는 {answer}입니다."),
    "why.yet": ("Even so, {answer} is the most probable answer.", "그래도 확률이 가장 높은 답은 {answer}입니다."),
    "why.least": (
        "Least certain: letter {n}, {letter} ({percent}).",
        "확신도가 가장 낮은 글자: {n}번째, {letter}({percent}).",
    ),
    "why.word": ("So the word is {answer}.", "그래서 원래 단어는 {answer}입니다."),
    "why.nothing": ("The decoder wrote no letter.", "디코더가 쓴 글자가 없습니다."),
    "why.once": (
        "The whole image at once: {answer} is most probable ({percent}).",
        "이미지 전체를 한 번에 봅니다. 확률이 가장 높은 답: {answer}({percent}).",
    ),
    "why.rows": (
        "{answer} is most probable from row {row} on. After row {last} it has {percent}.",
        "{row}번째 줄부터 확률이 가장 높은 답: {answer}. {last}번째 줄까지 읽은 뒤의 확률: {percent}.",
    ),
    "note.range": ("{first} to {last}", "{first}~{last}"),
    "note.outside": (
        "Outside its training: this model learned only from {what}.",
        "학습 범위 밖입니다. 이 모델이 학습한 범위: {what}.",
    ),
    "outside.count": ("sequences of {lengths} letters", "글자 수 {lengths}"),
    "outside.paper": ("white ink on black paper", "검은 종이에 흰 글자"),
    "outside.step": ("steps {steps}", "간격 {steps}"),
    "empty.none": ("Write the first letters of a sequence.", "글자열의 처음 몇 글자를 써 보세요."),
    "empty.none.hint": (
        "For example C E G I K. Draw them in the boxes, type them, or take an example.",
        "예를 들면 C E G I K. 칸에 그리거나, 글자를 입력하거나, 예제를 불러오세요.",
    ),
    "empty.hint": (
        "The answer appears here as soon as the letters can be read.",
        "글자를 읽을 수 있게 되면 답이 여기에 나타납니다.",
    ),
    "flow.label": ("From the images to the answer", "이미지에서 답까지의 과정"),
    "flow.image": ("Images", "이미지"),
    "flow.image.role": ("28 × 28 pixels", "28 × 28 픽셀"),
    "flow.cnn": ("CNN", "CNN"),
    "flow.cnn.role": ("one image at a time", "이미지를 하나씩 봅니다"),
    "flow.gru1": ("GRU 1 · vision", "GRU 1 · 시각"),
    "flow.gru1.role": ("which letters are these?", "어떤 글자인가?"),
    "flow.gru2": ("GRU 2 · reasoning", "GRU 2 · 추론"),
    "flow.gru2.role": ("what follows?", "다음은?"),
    "flow.silent": ("passes on its outputs", "출력을 다음 단계로 넘깁니다"),
    "panel.answer.title": ("Answer", "답"),
    "panel.changed.title": ("What was changed", "바뀐 것"),
    "panel.letters.title": ("What the model sees", "모델이 보는 글자"),
    "panel.letters.help": (
        "Each drawing becomes 28 × 28 grey pixels. Under each image stand its three most probable letters.",
        "쓴 글자는 28 × 28 회색조 픽셀이 됩니다. 이미지 아래에는 확률이 가장 높은 글자 세 개가 있습니다.",
    ),
    "panel.glance.title": ("At a glance: the CNN alone", "첫눈에: CNN만으로"),
    "panel.glance.help": (
        "What the convolutional network reads in each image on its own, without the other letters.",
        "합성곱 신경망이 다른 글자 없이 이미지 하나만 보고 읽은 결과입니다.",
    ),
    "panel.glance.caption": (
        "Probability of each letter A to Z for each image, read by the CNN alone.",
        "CNN만으로 읽은, 이미지마다 A부터 Z까지 각 글자의 확률.",
    ),
    "panel.vision.title": ("Vision: GRU 1", "시각: GRU 1"),
    "panel.vision.help": (
        "GRU 1 reads the images as a sequence and gives each letter a probability. One strong cell in a column: it is "
        "sure. Two strong cells: the probability is split.",
        "GRU 1이 이미지들을 글자열로 읽고 글자마다 확률을 매깁니다. 한 열에서 한 칸만 진하면 확실한 것이고, 두 칸이 "
        "진하면 확률이 나뉜 것입니다.",
    ),
    "panel.vision.caption": (
        "Probability of each letter A to Z for each image, read by GRU 1.",
        "GRU 1이 읽은, 이미지마다 A부터 Z까지 각 글자의 확률.",
    ),
    "letter:panel.vision.title": ("Vision: the CNN", "시각: CNN"),
    "letter:panel.vision.help": (
        "This model has no second stage. It reads each image on its own. Two strong cells in a column: the "
        "probability is split.",
        "이 모델에는 둘째 단계가 없습니다. 이미지마다 따로 읽습니다. 한 열에서 두 칸이 진하면 확률이 나뉜 것입니다.",
    ),
    "letter:panel.vision.caption": (
        "Probability of each letter A to Z for each image, read by the CNN.",
        "CNN이 읽은, 이미지마다 A부터 Z까지 각 글자의 확률.",
    ),
    "panel.reasoning.title": ("Reasoning: GRU 2", "추론: GRU 2"),
    "panel.reasoning.help": (
        "GRU 2 gets the letters that were read. At every position it predicts the next letter. The last column is the "
        "answer.",
        "GRU 2는 읽은 글자를 받아, 위치마다 다음에 올 글자를 예측합니다. 마지막 열이 답입니다.",
    ),
    "panel.reasoning.caption": (
        "Probability of each letter A to Z to follow each position; the last is the answer.",
        "위치마다 다음에 올 A부터 Z까지 각 글자의 확률. 마지막이 답입니다.",
    ),
    "panel.step.title": ("Estimated step", "추정한 간격"),
    "panel.step.help": (
        "Distance between letters: +1 is the next letter of the alphabet, −2 goes two back. CNN-GRU-GRU computes no "
        "step: the bars combine its last reading and its prediction as if they were independent.",
        "글자 사이의 간격입니다. +1은 알파벳의 바로 다음 글자, −2는 두 글자 앞입니다. CNN-GRU-GRU는 간격을 계산하지 "
        "않습니다. 막대는 마지막으로 읽은 글자와 예측을 서로 독립이라고 보고 결합한 값입니다.",
    ),
    "panel.step.caption": ("Probability of each step.", "간격마다의 확률."),
    "heat.legend": ("Probability", "확률"),
    "heat.rest": ("Empty cells are below 0.5%.", "빈 칸은 0.5% 미만입니다."),
    "heat.answer": ("answer", "답"),
    "heat.after": ("after {position}", "{position} 다음"),
    "faded.why": (
        "Faded columns predict nothing: this bidirectional GRU 2 has read those letters.",
        "흐린 열은 실제 예측이 아닙니다. 이 GRU 2는 양방향이라 그 글자를 이미 읽었습니다.",
    ),
    "strip.image": ("Image {position}, read as {letter}", "{position}번째 이미지, 읽은 글자: {letter}"),
    "strip.meant": ("{letter} was meant", "쓰려던 글자: {letter}"),
    "help.about": ("About: {title}", "설명: {title}"),
    "verdict.unknown": (
        "Write the letters you meant under the boxes: the page then checks the answer and each stage.",
        "쓰려던 글자를 칸 아래에 적으면 답과 각 단계가 맞는지 알려 줍니다.",
    ),
    "doubt": (
        "Hard to read: letter {positions}. Write it again with clear strokes.",
        "읽기 어려운 글자: {positions}번째. 획을 또렷하게 다시 써 보세요.",
    ),
    "doubt.row": (
        "The CNN alone reads letter {positions} clearly; the letters around it made GRU 1 uncertain.",
        "CNN은 또렷하게 읽었지만 주변 글자 때문에 불확실해진 글자: {positions}번째.",
    ),
    "verdict.no_row": (
        "No letter follows {letters}: the step changes, or the alphabet ends.",
        "다음에 올 글자가 없습니다({letters}). 간격이 일정하지 않거나 알파벳이 끝났습니다.",
    ),
    "letter:verdict.none": ("Right. Every letter was read as meant.", "맞았습니다. 모든 글자를 쓴 대로 읽었습니다."),
    "letter:verdict.vision": ("Wrong. Misread: {slips}.", "틀렸습니다. 잘못 읽은 글자: {slips}."),
    "verdict.none": (
        "Right. Given the true letters, reasoning answers {reasoned} too.",
        "맞았습니다. 올바른 글자를 주어도 추론 단계의 답은 {reasoned}입니다.",
    ),
    "verdict.rescued": (
        "Right, it is {target}. Vision misread {slips}; reasoning corrected it.",
        "맞았습니다. 답은 {target}입니다. 오독({slips})을 추론 단계가 바로잡았습니다.",
    ),
    "verdict.vision": (
        "Wrong: {target} was right. Vision misread {slips}. Given the true letters, reasoning answers {reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 시각 단계에서 잘못 읽은 글자: {slips}. 올바른 글자를 주면 답은 "
        "{reasoned}입니다.",
    ),
    "verdict.reasoning": (
        "Wrong: {target} was right. Even with the true letters, reasoning answers {reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 올바른 글자를 주어도 추론 단계의 답은 {reasoned}입니다.",
    ),
    "verdict.both": (
        "Wrong: {target} was right. Vision misread {slips}, and even with the true letters reasoning answers "
        "{reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 시각 단계에서 잘못 읽은 글자: {slips}. 올바른 글자를 주어도 추론 단계의 "
        "답은 {reasoned}입니다.",
    ),
    "verdict.handover": (
        "Wrong: {target} was right. Each stage alone is right, but vision's uncertainty changed the answer.",
        "틀렸습니다. 정답은 {target}입니다. 단계마다 따로는 맞지만, 시각 단계의 불확실한 확률 때문에 답이 "
        "바뀌었습니다.",
    ),
    "verdict.slip": ("{meant} as {read}", "{meant} → {read}"),
    "verdict.true_letters": ("True letters into GRU 2", "올바른 글자를 GRU 2에 주면"),
    "verdict.exact_rule": ("GRU 1's letters into the exact rule", "GRU 1이 읽은 글자에 정확한 규칙을 적용하면"),
    "verdict.no_line": ("no sequence", "규칙 없음"),
}
