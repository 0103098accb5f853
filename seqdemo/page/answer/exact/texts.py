"""What the page says of models that reason exactly, and of the reader that looks at image and strokes."""

from __future__ import annotations

from typing import Final

from seqdemo.page.answer.exact import channel_texts as channel

_ENGLISH: Final[dict[str, str]] = {
    "flow.reader": "Reader",
    "flow.reader.role": "image and strokes",
    "flow.exact": "Exact reasoning",
    "flow.exact.role": "everything that is possible",
    "flow.image_alone": "CNN · image",
    "flow.image_alone.role": "what the image says",
    "flow.path": "CNN · strokes",
    "flow.path.role": "what the pen's way says",
    "flow.both": "Both",
    "flow.both.role": "weighed against each other",
    "panel.image.title": "The image alone",
    "panel.image.help": "What the CNN makes of the 28 × 28 pixels. It does not know how the letter was written.",
    "panel.image.caption": "Probability of each letter A to Z for each image, by the image alone.",
    "panel.path.title": "The way of the pen alone",
    "panel.path.help": "What a second CNN makes of the strokes: 64 points in the order in which they were written. It "
    "sees no image. U and V may look alike and be written alike; D and P rarely are.",
    "panel.path.caption": "Probability of each letter A to Z for each image, by the way of the pen alone.",
    "witnesses:panel.vision.title": "Both together",
    "witnesses:panel.vision.help": "Both probabilities are multiplied, each raised to a power that was fitted to "
    "writers of its own. So its doubt can be believed: of letters that it is 80 % sure of, about 80 % are right.",
    "witnesses:panel.vision.caption": "Probability of each letter A to Z for each image, by image and strokes.",
    "lines:panel.vision.title": "Vision: the reader",
    "lines:panel.vision.help": "What the reader makes of each letter on its own, by image and strokes. Its doubt is "
    "calibrated: of letters that it is 80 % sure of, about 80 % are right.",
    "lines:panel.vision.caption": "Probability of each letter A to Z for each image, as the reader says.",
    "lines:panel.reasoning.title": "Reasoning: exact",
    "lines:panel.reasoning.help": "At every position, the probabilities of all lines that go on with the same letter "
    "are added up. Nothing here was learned: it is Bayes' rule. The last column is the answer.",
    "lines:panel.step.title": "The step",
    "lines:panel.step.help": "The probabilities of all lines with the same step, added up.",
    "lines:verdict.true_letters": "True letters into exact reasoning",
    "lines:verdict.exact_rule": "The reader's letters into the exact rule",
    "panel.line.title": "Which line is it?",
    "panel.line.help": "Every row of letters has a first letter (across) and a step (down). Each square is one such "
    "line, and its colour says how well it fits to all letters seen so far. With each letter fewer are left: two "
    "lines agree in at most one place.",
    "panel.line.caption": "Probability of each first letter and step.",
    "lines.after": "After {n}",
    "panel.place.title": "Which two were swapped?",
    "panel.place.help": "Probability of each swap, summed over all words that letters can make.",
    "panel.place.caption": "Probability that the letters at two neighbouring places were swapped.",
    "panel.words.title": "The likeliest words",
    "panel.words.help": "Their probability among all words that there could be, and its two parts as logarithms: how "
    "usual the spelling is, and how well the letters fit to the images. A word can win by either.",
    "panel.words.caption": "The likeliest words with probability, spelling and reading.",
    "ranking.spelling": "Spelling",
    "ranking.reading": "Reading",
    "exact:flow.answer.role": "the likeliest word",
    "exact:search.greedy": "nothing is left out",
    "exact:search.beam": "nothing is left out",
    "exact:panel.vision.title": "Vision: the reader",
    "exact:panel.vision.help": "What the reader makes of each letter on its own, by image and strokes. Two strong "
    "cells in a column mean doubt.",
    "exact:panel.reasoning.help": "The probabilities of all words that letters can make, usual or not, added up letter "
    "by letter: 26 to the power of the length, times every swap.",
    "exact:panel.attention.help": "One row for each letter of the word, one column for each image. The probabilities "
    "of all swaps are added up. Bits (the entropy) say how open the question is: 0 is settled, 1 as open as the toss "
    "of a coin.",
    "exact:panel.steps.help": "No decoder writes letter after letter here: all words are weighed at once. Move from "
    "letter to letter to see what was likely and which image spoke for it.",
    "exact:verdict.true_letters": "True letters into exact reasoning",
    "next:learned.limit": "exact reasoner (limit)",
    "swap:learned.limit": "exact reasoner, four-letter model",
    "learned.reliability": "Can its doubt be believed?",
    "learned.reliability.note": "Letters of writers it never saw, by how sure the reader was. Above the dashed line it "
    "is right more often than it says, below it boasts. Mean distance (expected calibration error): {errors}.",
    "learned.reliability.sure": "how sure",
    "learned.reliability.right": "letters right",
    "learned.reliability.diagonal": "as often right as sure",
}

_KOREAN: Final[dict[str, str]] = {
    "flow.reader": "판독기",
    "flow.reader.role": "그림과 획",
    "flow.exact": "정확한 추론",
    "flow.exact.role": "가능한 모든 경우",
    "flow.image_alone": "CNN · 그림",
    "flow.image_alone.role": "그림이 말하는 것",
    "flow.path": "CNN · 획",
    "flow.path.role": "펜이 지나간 길이 말하는 것",
    "flow.both": "둘 다",
    "flow.both.role": "서로 저울질합니다",
    "panel.image.title": "그림만으로",
    "panel.image.help": "CNN이 28 × 28 화소만 보고 읽은 결과입니다. 글자를 어떻게 썼는지는 모릅니다.",
    "panel.image.caption": "그림만으로 읽은, 그림마다 A부터 Z까지 각 글자의 확률.",
    "panel.path.title": "펜이 지나간 길만으로",
    "panel.path.help": "둘째 CNN이 획만 보고 읽은 결과입니다. 쓴 순서대로 놓인 점 64개를 보며, 그림은 보지 않습니다. "
    "U와 V는 모양도 쓰는 법도 비슷할 수 있지만, D와 P는 쓰는 법이 대개 다릅니다.",
    "panel.path.caption": "펜이 지나간 길만으로 읽은, 그림마다 A부터 Z까지 각 글자의 확률.",
    "witnesses:panel.vision.title": "둘을 함께",
    "witnesses:panel.vision.help": "두 확률을 곱하되, 각각을 따로 떼어 둔 필자들에게 맞춘 만큼 거듭제곱합니다. "
    "그래서 확신의 정도를 믿을 수 있습니다. 80 % 확신한다고 한 글자는 약 80 %가 맞습니다.",
    "witnesses:panel.vision.caption": "그림과 획으로 읽은, 그림마다 A부터 Z까지 각 글자의 확률.",
    "lines:panel.vision.title": "시각: 판독기",
    "lines:panel.vision.help": "판독기가 그림과 획으로 글자 하나하나를 따로 읽은 결과입니다. 확신의 정도가 실제와 "
    "맞아서, 80 % 확신한다고 한 글자는 약 80 %가 맞습니다.",
    "lines:panel.vision.caption": "판독기가 읽은, 그림마다 A부터 Z까지 각 글자의 확률.",
    "lines:panel.reasoning.title": "추론: 정확한 계산",
    "lines:panel.reasoning.help": "위치마다, 같은 글자로 이어지는 모든 글자열의 확률을 더합니다. 배운 것은 없고 "
    "베이즈 규칙뿐입니다. 마지막 열이 답입니다.",
    "lines:panel.step.title": "간격",
    "lines:panel.step.help": "간격이 같은 모든 글자열의 확률을 더한 것입니다.",
    "lines:verdict.true_letters": "정확한 추론에 올바른 글자를 주면",
    "lines:verdict.exact_rule": "판독기가 읽은 글자에 정확한 규칙을 쓰면",
    "panel.line.title": "어느 글자열인가?",
    "panel.line.help": "글자열은 첫 글자(가로)와 간격(세로)으로 정해집니다. 칸 하나가 글자열 하나이고, 색은 지금까지 "
    "본 모든 글자와 얼마나 맞는지를 나타냅니다. 글자를 볼 때마다 남는 것이 줄어듭니다. 서로 다른 두 글자열은 많아야 한 "
    "자리에서만 같기 때문입니다.",
    "panel.line.caption": "첫 글자와 간격마다의 확률.",
    "lines.after": "{n}개를 본 뒤",
    "panel.place.title": "어느 두 글자가 바뀌었나?",
    "panel.place.help": "글자로 만들 수 있는 모든 단어에 걸쳐 더한, 자리바꿈마다의 확률입니다.",
    "panel.place.caption": "이웃한 두 자리의 글자가 바뀌었을 확률.",
    "panel.words.title": "가장 그럴듯한 단어",
    "panel.words.help": "가능한 모든 단어 가운데서의 확률과, 그 확률을 이루는 두 부분(로그값)입니다. 철자가 얼마나 "
    "흔한지와 글자가 그림에 얼마나 맞는지입니다. 어느 쪽으로든 이길 수 있습니다.",
    "panel.words.caption": "가장 그럴듯한 단어들의 확률, 철자, 읽기.",
    "ranking.spelling": "철자",
    "ranking.reading": "읽기",
    "exact:flow.answer.role": "가장 그럴듯한 단어",
    "exact:search.greedy": "빠뜨리는 것이 없음",
    "exact:search.beam": "빠뜨리는 것이 없음",
    "exact:panel.vision.title": "시각: 판독기",
    "exact:panel.vision.help": "판독기가 그림과 획으로 글자 하나하나를 따로 읽은 결과입니다. 한 열에서 두 칸이 진하면 "
    "망설이는 것입니다.",
    "exact:panel.reasoning.help": "흔하든 아니든 글자로 만들 수 있는 모든 단어의 확률을 글자마다 더한 것입니다. "
    "26의 글자 수 거듭제곱에 모든 자리바꿈을 곱한 만큼입니다.",
    "exact:panel.attention.help": "행은 단어의 글자, 열은 그림입니다. 모든 자리바꿈의 확률을 더했습니다. "
    "비트(엔트로피)는 얼마나 열려 있는지를 나타냅니다. 0이면 정해진 것, 1이면 동전 던지기만큼 열린 것입니다.",
    "exact:panel.steps.help": "여기에는 글자를 차례로 쓰는 디코더가 없고 모든 단어를 한꺼번에 견줍니다. "
    "글자를 옮겨 가며 무엇이 그럴듯했고 어느 그림이 뒷받침했는지 보세요.",
    "exact:verdict.true_letters": "정확한 추론에 올바른 글자를 주면",
    "next:learned.limit": "정확한 추론 (한계)",
    "swap:learned.limit": "정확한 추론 (네 글자 모델)",
    "learned.reliability": "확신을 믿어도 될까?",
    "learned.reliability.note": "배운 적 없는 필자들의 글자를 확신의 정도로 나누었습니다. 점선 위는 말한 것보다 더 "
    "자주 맞는 것이고, 아래는 허풍입니다. 평균 거리(기대 보정 오차): {errors}.",
    "learned.reliability.sure": "확신의 정도",
    "learned.reliability.right": "맞은 글자",
    "learned.reliability.diagonal": "확신한 만큼 맞음",
}


def _with_channel(own: dict[str, str], channel: dict[str, str]) -> dict[str, str]:
    """Exact reasoning about words has the panels of the noisy channel; what it says otherwise goes before."""
    alike = {key.replace("channel:", "exact:"): said for key, said in channel.items() if key.startswith("channel:")}
    return alike | own


ENGLISH: Final = _with_channel(_ENGLISH, channel.ENGLISH)
KOREAN: Final = _with_channel(_KOREAN, channel.KOREAN)
