"""What the page says of models that reason exactly, and of the reader that looks at image and strokes."""

from __future__ import annotations

from typing import Final

from seqdemo.page.answer.exact import noisy_channel_texts

_OWN: Final[dict[str, tuple[str, str]]] = {
    "flow.reader": ("Reader", "판독기"),
    "flow.reader.role": ("image and strokes", "그림과 획"),
    "flow.exact": ("Exact reasoning", "정확한 추론"),
    "flow.exact.role": ("everything that is possible", "가능한 모든 경우"),
    "flow.image_alone": ("CNN · image", "CNN · 그림"),
    "flow.image_alone.role": ("what the image says", "그림이 말하는 것"),
    "flow.path": ("CNN · strokes", "CNN · 획"),
    "flow.path.role": ("what the pen's way says", "펜이 지나간 길이 말하는 것"),
    "flow.both": ("Both", "둘 다"),
    "flow.both.role": ("weighed against each other", "서로 저울질합니다"),
    "panel.image.title": ("The image alone", "그림만으로"),
    "panel.image.help": (
        "What the CNN makes of the 28 × 28 pixels. It does not know how the letter was written.",
        "CNN이 28 × 28 화소만 보고 읽은 결과입니다. 글자를 어떻게 썼는지는 모릅니다.",
    ),
    "panel.image.caption": (
        "Probability of each letter A to Z for each image, by the image alone.",
        "그림만으로 읽은, 그림마다 A부터 Z까지 각 글자의 확률.",
    ),
    "panel.path.title": ("The way of the pen alone", "펜이 지나간 길만으로"),
    "panel.path.help": (
        "What a second CNN makes of the strokes: 64 points in the order in which they were written. It sees no image. "
        "U and V may look alike and be written alike; D and P rarely are.",
        "둘째 CNN이 획만 보고 읽은 결과입니다. 쓴 순서대로 놓인 점 64개를 보며, 그림은 보지 않습니다. U와 V는 모양도 "
        "쓰는 법도 비슷할 수 있지만, D와 P는 쓰는 법이 대개 다릅니다.",
    ),
    "panel.path.caption": (
        "Probability of each letter A to Z for each image, by the way of the pen alone.",
        "펜이 지나간 길만으로 읽은, 그림마다 A부터 Z까지 각 글자의 확률.",
    ),
    "witnesses:panel.vision.title": ("Both together", "둘을 함께"),
    "witnesses:panel.vision.help": (
        "Both probabilities are multiplied, each raised to a power that was fitted to writers of its own. So its "
        "doubt can be believed: of letters that it is 80 % sure of, about 80 % are right.",
        "두 확률을 곱하되, 각각을 따로 떼어 둔 필자들에게 맞춘 만큼 거듭제곱합니다. 그래서 확신의 정도를 믿을 수 "
        "있습니다. 80 % 확신한다고 한 글자는 약 80 %가 맞습니다.",
    ),
    "witnesses:panel.vision.caption": (
        "Probability of each letter A to Z for each image, by image and strokes.",
        "그림과 획으로 읽은, 그림마다 A부터 Z까지 각 글자의 확률.",
    ),
    "lines:panel.vision.title": ("Vision: the reader", "시각: 판독기"),
    "lines:panel.vision.help": (
        "What the reader makes of each letter on its own, by image and strokes. Its doubt is calibrated: of letters "
        "that it is 80 % sure of, about 80 % are right.",
        "판독기가 그림과 획으로 글자 하나하나를 따로 읽은 결과입니다. 확신의 정도가 실제와 맞아서, 80 % 확신한다고 한 "
        "글자는 약 80 %가 맞습니다.",
    ),
    "lines:panel.vision.caption": (
        "Probability of each letter A to Z for each image, as the reader says.",
        "판독기가 읽은, 그림마다 A부터 Z까지 각 글자의 확률.",
    ),
    "lines:panel.reasoning.title": ("Reasoning: exact", "추론: 정확한 계산"),
    "lines:panel.reasoning.help": (
        "At every position, the probabilities of all lines that go on with the same letter are added up. Nothing here "
        "was learned: it is Bayes' rule. The last column is the answer.",
        "위치마다, 같은 글자로 이어지는 모든 글자열의 확률을 더합니다. 배운 것은 없고 베이즈 규칙뿐입니다. 마지막 "
        "열이 답입니다.",
    ),
    "lines:panel.step.title": ("The step", "간격"),
    "lines:panel.step.help": (
        "The probabilities of all lines with the same step, added up.",
        "간격이 같은 모든 글자열의 확률을 더한 것입니다.",
    ),
    "lines:verdict.true_letters": ("True letters into exact reasoning", "정확한 추론에 올바른 글자를 주면"),
    "lines:verdict.exact_rule": ("The reader's letters into the exact rule", "판독기가 읽은 글자에 정확한 규칙을 쓰면"),
    "panel.line.title": ("Which line is it?", "어느 글자열인가?"),
    "panel.line.help": (
        "Every row of letters has a first letter (across) and a step (down). Each square is one such line, and its "
        "colour says how well it fits to all letters seen so far. With each letter fewer are left: two lines agree in "
        "at most one place.",
        "글자열은 첫 글자(가로)와 간격(세로)으로 정해집니다. 칸 하나가 글자열 하나이고, 색은 지금까지 본 모든 글자와 "
        "얼마나 맞는지를 나타냅니다. 글자를 볼 때마다 남는 것이 줄어듭니다. 서로 다른 두 글자열은 많아야 한 "
        "자리에서만 같기 때문입니다.",
    ),
    "panel.line.caption": ("Probability of each first letter and step.", "첫 글자와 간격마다의 확률."),
    "lines.after": ("After {n}", "{n}개를 본 뒤"),
    "panel.place.title": ("Which two were swapped?", "어느 두 글자가 바뀌었나?"),
    "panel.place.help": (
        "Probability of each swap, summed over all words that letters can make.",
        "글자로 만들 수 있는 모든 단어에 걸쳐 더한, 자리바꿈마다의 확률입니다.",
    ),
    "panel.place.caption": (
        "Probability that the letters at two neighbouring places were swapped.",
        "이웃한 두 자리의 글자가 바뀌었을 확률.",
    ),
    "panel.words.title": ("The likeliest words", "가장 그럴듯한 단어"),
    "panel.words.help": (
        "Their probability among all words that there could be, and its two parts as logarithms: how usual the "
        "spelling is, and how well the letters fit to the images. A word can win by either.",
        "가능한 모든 단어 가운데서의 확률과, 그 확률을 이루는 두 부분(로그값)입니다. 철자가 얼마나 흔한지와 글자가 "
        "그림에 얼마나 맞는지입니다. 어느 쪽으로든 이길 수 있습니다.",
    ),
    "panel.words.caption": (
        "The likeliest words with probability, spelling and reading.",
        "가장 그럴듯한 단어들의 확률, 철자, 읽기.",
    ),
    "ranking.spelling": ("Spelling", "철자"),
    "ranking.reading": ("Reading", "읽기"),
    "exact:flow.answer.role": ("the likeliest word", "가장 그럴듯한 단어"),
    "exact:search.greedy": ("nothing is left out", "빠뜨리는 것이 없음"),
    "exact:search.beam": ("nothing is left out", "빠뜨리는 것이 없음"),
    "exact:panel.vision.title": ("Vision: the reader", "시각: 판독기"),
    "exact:panel.vision.help": (
        "What the reader makes of each letter on its own, by image and strokes. Two strong cells in a column mean "
        "doubt.",
        "판독기가 그림과 획으로 글자 하나하나를 따로 읽은 결과입니다. 한 열에서 두 칸이 진하면 망설이는 것입니다.",
    ),
    "exact:panel.reasoning.help": (
        "The probabilities of all words that letters can make, usual or not, added up letter by letter: 26 to the "
        "power of the length, times every swap.",
        "흔하든 아니든 글자로 만들 수 있는 모든 단어의 확률을 글자마다 더한 것입니다. 26의 글자 수 거듭제곱에 모든 "
        "자리바꿈을 곱한 만큼입니다.",
    ),
    "exact:panel.attention.help": (
        "One row for each letter of the word, one column for each image. The probabilities of all swaps are added up. "
        "Bits (the entropy) say how open the question is: 0 is settled, 1 as open as the toss of a coin.",
        "행은 단어의 글자, 열은 그림입니다. 모든 자리바꿈의 확률을 더했습니다. 비트(엔트로피)는 얼마나 열려 있는지를 "
        "나타냅니다. 0이면 정해진 것, 1이면 동전 던지기만큼 열린 것입니다.",
    ),
    "exact:panel.steps.help": (
        "No decoder writes letter after letter here: all words are weighed at once. Move from letter to letter to see "
        "what was likely and which image spoke for it.",
        "여기에는 글자를 차례로 쓰는 디코더가 없고 모든 단어를 한꺼번에 견줍니다. 글자를 옮겨 가며 무엇이 그럴듯했고 "
        "어느 그림이 뒷받침했는지 보세요.",
    ),
    "exact:verdict.true_letters": ("True letters into exact reasoning", "정확한 추론에 올바른 글자를 주면"),
}


def _as_exact() -> dict[str, tuple[str, str]]:
    """Exact reasoning about words has the panels of the noisy channel; what it says otherwise goes before."""
    channel = noisy_channel_texts.TEXTS.items()
    return {key.replace("channel:", "exact:"): row for key, row in channel if key.startswith("channel:")}


TEXTS: Final = _as_exact() | _OWN
