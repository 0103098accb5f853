"""What the page says otherwise of a word that no decoder wrote: a noisy channel weighs whole words."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "flow.channel": ("Noisy channel", "잡음 채널"),
    "flow.channel.role": ("weighs words and swaps", "단어와 자리바꿈의 확률 비교"),
    "channel:flow.answer.role": ("the most probable word", "확률이 가장 높은 단어"),
    "channel:search.greedy": ("every swap is tried", "모든 자리바꿈을 하나씩 시도"),
    "channel:search.beam": ("every swap is tried", "모든 자리바꿈을 하나씩 시도"),
    "channel:panel.vision.title": ("Vision: the CNN", "시각: CNN"),
    "channel:panel.vision.help": (
        "What the convolutional network reads in each image on its own. Two strong cells in a column: the probability "
        "is split, and the letter model may decide.",
        "합성곱 신경망이 이미지를 하나씩 따로 읽은 결과입니다. 한 열에서 두 칸이 진하면 확률이 나뉜 것이고, 글자 "
        "모델이 정해 줄 수 있습니다.",
    ),
    "channel:panel.vision.caption": (
        "Probability of each letter A to Z for each image, read by the CNN.",
        "CNN이 읽은, 이미지마다 A부터 Z까지 각 글자의 확률.",
    ),
    "channel:panel.reasoning.title": ("Reasoning: which letter at each place", "추론: 자리마다 어떤 글자인가"),
    "channel:panel.reasoning.help": (
        "The words that fit the images are weighed by how usual their letter sequences are. Here their probabilities "
        "are summed, letter by letter.",
        "이미지에 맞는 단어들을, 글자가 얼마나 흔히 이어지는지에 따라 비교합니다. 여기서는 그 확률을 글자마다 "
        "더했습니다.",
    ),
    "channel:panel.reasoning.caption": (
        "Probability of each letter A to Z at each place of the word.",
        "단어의 자리마다 A부터 Z까지 각 글자의 확률.",
    ),
    "channel:panel.attention.title": ("Origin: which image each letter comes from", "출처: 각 글자가 온 이미지"),
    "channel:panel.attention.help": (
        "One row for each letter of the word, one column for each image. The probabilities of all remaining words and "
        "swaps are summed. Bits (the entropy) tell how open the question is: 0 is settled, 1 as open as a coin toss.",
        "한 행은 단어의 글자 하나, 한 열은 이미지 하나입니다. 남아 있는 모든 단어와 자리바꿈의 확률을 더했습니다. "
        "비트(엔트로피)는 불확실성을 나타냅니다. 0이면 확실하고, 1이면 동전 던지기와 같습니다.",
    ),
    "channel:panel.attention.caption": (
        "Probability that a letter of the word stands in an image.",
        "단어의 글자가 각 이미지에 있을 확률.",
    ),
    "channel:panel.steps.title": ("What is known of this letter", "이 글자의 확률"),
    "channel:panel.steps.help": (
        "No decoder writes letter after letter here: whole words are compared. Move from letter to letter to see what "
        "was probable and which image it came from.",
        "한 글자씩 쓰는 디코더가 없습니다. 단어 전체를 비교합니다. 글자를 옮겨 가며 어떤 글자의 확률이 높았고 어느 "
        "이미지에서 왔는지 살펴보세요.",
    ),
    "channel:panel.beam.title": ("Most probable words", "확률이 가장 높은 단어"),
    "channel:panel.beam.help": (
        "The words that fit best to what was read, each with its share among all that remain.",
        "읽은 결과에 가장 잘 맞는 단어들입니다. 남아 있는 모든 단어 가운데 차지하는 비율도 보여 줍니다.",
    ),
    "channel:steps.title": ("Letter by letter", "한 글자씩"),
    "channel:steps.slider": ("Letter of the word", "단어의 글자"),
    "channel:steps.chip": ("Letter {n}: {symbol}", "{n}번째 글자: {symbol}"),
    "channel:steps.by.attention": ("Comes from", "온 곳"),
    "channel:steps.out": ("Probable letters", "확률이 높은 글자"),
    "channel:steps.says": ("At this place: {written} ({percent}).", "이 자리의 글자: {written}({percent})."),
    "channel:steps.attention": (
        "It comes from image {image}, {letter} ({percent}).",
        "출처: {image}번째 이미지, {letter}({percent}).",
    ),
    "channel:steps.bar.attention": ("origin", "출처"),
    "channel:verdict.rescued": (
        "Right, it is {target}. Vision misread {slips}; the letter model corrected it.",
        "맞았습니다. 답은 {target}입니다. 오독({slips})을 글자 모델이 바로잡았습니다.",
    ),
    "channel:verdict.vision": (
        "Wrong: {target} was right. Vision misread {slips}. Given the true letters, the channel answers {reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 시각 단계에서 잘못 읽은 글자: {slips}. 올바른 글자를 주면 답은 "
        "{reasoned}입니다.",
    ),
    "channel:verdict.reasoning": (
        "Wrong: {target} was right. Even with the true letters the letter model answers {reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 올바른 글자를 주어도 글자 모델이 선택한 단어: {reasoned}.",
    ),
    "channel:verdict.both": (
        "Wrong: {target} was right. Vision misread {slips}, and even with the true letters the letter model answers "
        "{reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 시각 단계에서 잘못 읽은 글자: {slips}. 올바른 글자를 주어도 글자 모델이 "
        "선택한 단어: {reasoned}.",
    ),
    "channel:verdict.handover": (
        "Wrong: {target} was right. Every letter was read as meant, but uncertain probabilities let another word win.",
        "틀렸습니다. 정답은 {target}입니다. 글자는 모두 바르게 읽었지만, 불확실한 확률 때문에 다른 단어가 이겼습니다.",
    ),
    "channel:verdict.true_letters": ("True letters into the channel", "올바른 글자를 채널에 주면"),
}
