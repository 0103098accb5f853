"""What the page says of models that reason exactly, and of the reader that looks at image and strokes."""

from __future__ import annotations

from typing import Final

from seqdemo.page.answer.exact import noisy_channel_texts

_OWN: Final[dict[str, tuple[str, str]]] = {
    "flow.reader": ("Reader", "판독기"),
    "flow.reader.role": ("image and strokes", "이미지와 획"),
    "flow.exact": ("Exact inference", "정확 추론"),
    "flow.exact.role": ("all possibilities", "가능한 모든 경우"),
    "flow.image_alone": ("CNN · image", "CNN · 이미지"),
    "flow.image_alone.role": ("reads the image", "이미지를 읽습니다"),
    "flow.path": ("CNN · strokes", "CNN · 획"),
    "flow.path.role": ("reads the strokes", "획을 읽습니다"),
    "flow.both": ("Both", "둘 다"),
    "flow.both.role": ("combined", "결합합니다"),
    "panel.image.title": ("The image alone", "이미지만으로"),
    "panel.image.help": (
        "What the CNN reads in the 28 × 28 pixels, without the strokes.",
        "CNN이 획을 모른 채 28 × 28 픽셀만 보고 읽은 결과입니다.",
    ),
    "panel.image.caption": (
        "Probability of each letter A to Z for each image, by the image alone.",
        "이미지만으로 읽은, 이미지마다 A부터 Z까지 각 글자의 확률.",
    ),
    "panel.path.title": ("The strokes alone", "획만으로"),
    "panel.path.help": (
        "What a second CNN reads in the strokes: 64 points in writing order. It sees no image. D and P may look "
        "alike, but are rarely written alike.",
        "둘째 CNN이 획만 보고 읽은 결과입니다. 쓴 순서대로 놓인 점 64개를 보며, 이미지는 보지 않습니다. D와 P는 "
        "모양이 비슷할 수 있지만 쓰는 법은 대개 다릅니다.",
    ),
    "panel.path.caption": (
        "Probability of each letter A to Z for each image, by the strokes alone.",
        "획만으로 읽은, 이미지마다 A부터 Z까지 각 글자의 확률.",
    ),
    "witnesses:panel.vision.title": ("Both together", "둘을 함께"),
    "witnesses:panel.vision.help": (
        "Both probabilities are multiplied, each raised to a power that was fitted to other writers. On test writers "
        "the confidence is close to accuracy for most letters, but too high between 70% and 95%.",
        "두 확률을 곱하되, 각각을 따로 떼어 둔 필자들에게 맞춘 지수만큼 거듭제곱합니다. 시험용 필자의 글자는 대부분 "
        "확신도가 정답률에 가깝지만, 70%와 95% 사이에서는 과대 확신입니다.",
    ),
    "witnesses:panel.vision.caption": (
        "Probability of each letter A to Z for each image, by image and strokes.",
        "이미지와 획으로 읽은, 이미지마다 A부터 Z까지 각 글자의 확률.",
    ),
    "lines:panel.vision.title": ("Vision: the reader", "시각: 판독기"),
    "lines:panel.vision.help": (
        "What the reader makes of each letter on its own, by image and strokes. Its confidence is close to accuracy "
        "for most letters, but too high between 70% and 95%.",
        "판독기가 이미지와 획으로 글자를 하나씩 따로 읽은 결과입니다. 대부분의 글자는 확신도가 정답률에 가깝지만, "
        "70%와 95% 사이에서는 과대 확신입니다.",
    ),
    "lines:panel.vision.caption": (
        "Probability of each letter A to Z for each image, by the reader.",
        "판독기가 읽은, 이미지마다 A부터 Z까지 각 글자의 확률.",
    ),
    "lines:panel.reasoning.title": ("Reasoning: exact inference", "추론: 정확 추론"),
    "lines:panel.reasoning.help": (
        "At every position, the probabilities of all sequences that go on with the same letter are summed. Nothing "
        "was learned: this is Bayes' rule. The last column is the answer.",
        "위치마다, 같은 글자로 이어지는 모든 글자열의 확률을 더합니다. 학습한 것은 없고 베이즈 정리로 계산합니다. "
        "마지막 열이 답입니다.",
    ),
    "lines:panel.step.title": ("The step", "간격"),
    "lines:panel.step.help": (
        "The probabilities of all sequences with the same step, summed.",
        "간격이 같은 모든 글자열의 확률을 더한 것입니다.",
    ),
    "lines:verdict.true_letters": ("True letters into exact inference", "정확 추론에 올바른 글자를 주면"),
    "lines:verdict.exact_rule": (
        "The reader's letters into the exact rule",
        "판독기가 읽은 글자에 정확한 규칙을 적용하면",
    ),
    "panel.line.title": ("Which sequence is it?", "어느 글자열인가?"),
    "panel.line.help": (
        "Every sequence has a first letter (across) and a step (down). Each square is one of them; its colour tells "
        "how well it fits all letters so far. Each letter leaves fewer: two sequences agree in at most one place.",
        "글자열은 첫 글자(가로)와 간격(세로)으로 정해집니다. 칸 하나가 글자열 하나이고, 색은 지금까지 본 글자와 "
        "얼마나 맞는지를 나타냅니다. 서로 다른 두 글자열은 많아야 한 자리에서만 같으므로, 글자를 볼 때마다 남는 것이 "
        "줄어듭니다.",
    ),
    "panel.line.caption": ("Probability of each first letter and step.", "첫 글자와 간격마다의 확률."),
    "lines.after": ("After {n}", "{n}개를 본 뒤"),
    "panel.place.title": ("Which two were swapped?", "어느 두 글자의 자리가 바뀌었나?"),
    "panel.place.help": (
        "Probability of each swap, summed over all words that letters can make.",
        "글자로 만들 수 있는 모든 단어에 걸쳐 더한, 자리바꿈마다의 확률입니다.",
    ),
    "panel.place.caption": (
        "Probability that the letters at two neighbouring places were swapped.",
        "이웃한 두 자리의 글자가 바뀌었을 확률.",
    ),
    "panel.words.title": ("Most probable words", "확률이 가장 높은 단어"),
    "panel.words.help": (
        "Their probability among all possible words, and its two parts as logarithms: how usual the spelling is, and "
        "how well the letters fit the images.",
        "가능한 모든 단어 가운데서의 확률과, 그 두 부분(로그값)입니다. 철자가 얼마나 흔한지와 글자가 이미지에 얼마나 "
        "맞는지입니다.",
    ),
    "panel.words.caption": (
        "Most probable words with probability, spelling and reading.",
        "확률이 가장 높은 단어들의 확률, 철자, 읽기.",
    ),
    "ranking.spelling": ("Spelling", "철자"),
    "ranking.reading": ("Reading", "읽기"),
    "exact:flow.answer.role": ("the most probable word", "확률이 가장 높은 단어"),
    "exact:search.greedy": ("all possibilities", "모든 경우"),
    "exact:search.beam": ("all possibilities", "모든 경우"),
    "exact:panel.vision.title": ("Vision: the reader", "시각: 판독기"),
    "exact:panel.vision.caption": (
        "Probability of each letter A to Z for each image, by the reader.",
        "판독기가 읽은, 이미지마다 A부터 Z까지 각 글자의 확률.",
    ),
    "exact:panel.vision.help": (
        "What the reader makes of each letter on its own, by image and strokes. Two strong cells in a column: the "
        "probability is split.",
        "판독기가 이미지와 획으로 글자를 하나씩 따로 읽은 결과입니다. 한 열에서 두 칸이 진하면 확률이 나뉜 것입니다.",
    ),
    "exact:panel.reasoning.help": (
        "The probabilities of all letter strings, words or not, summed letter by letter. For n letters these are 26ⁿ "
        "strings, each with every swap.",
        "단어이든 아니든 모든 글자 조합의 확률을 글자마다 더한 것입니다. 글자가 n개이면 26ⁿ개의 조합마다 모든 "
        "자리바꿈을 따집니다.",
    ),
    "exact:panel.attention.help": (
        "One row for each letter of the word, one column for each image. The probabilities of all swaps are summed. "
        "Bits (the entropy) tell how open the question is: 0 is settled, 1 as open as a coin toss.",
        "행은 단어의 글자, 열은 이미지입니다. 모든 자리바꿈의 확률을 더했습니다. 비트(엔트로피)는 불확실성을 "
        "나타냅니다. 0이면 확실하고, 1이면 동전 던지기와 같습니다.",
    ),
    "exact:panel.steps.help": (
        "No decoder writes letter after letter here: all words are compared at once. Move from letter to letter to "
        "see what was probable and which image it came from.",
        "여기에는 글자를 차례로 쓰는 디코더가 없고 모든 단어를 한꺼번에 비교합니다. 글자를 옮겨 가며 어떤 글자의 "
        "확률이 높았고 어느 이미지에서 왔는지 보세요.",
    ),
    "exact:verdict.true_letters": ("True letters into exact inference", "정확 추론에 올바른 글자를 주면"),
}


def _as_exact() -> dict[str, tuple[str, str]]:
    """Exact reasoning about words has the panels of the noisy channel; what it says otherwise goes before."""
    channel = noisy_channel_texts.TEXTS.items()
    return {key.replace("channel:", "exact:"): row for key, row in channel if key.startswith("channel:")}


TEXTS: Final = _as_exact() | _OWN
