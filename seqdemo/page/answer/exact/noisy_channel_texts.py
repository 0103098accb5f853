"""What the page says otherwise of a word that no decoder wrote: a noisy channel weighs whole words."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "flow.channel": ("Noisy channel", "잡음 채널"),
    "flow.channel.role": ("weighs words and swaps", "단어와 자리를 견주어 봅니다"),
    "channel:flow.answer.role": ("the likeliest word", "가장 그럴듯한 단어"),
    "channel:search.greedy": ("every swap is tried", "모든 자리를 바꿔 봄"),
    "channel:search.beam": ("every swap is tried", "모든 자리를 바꿔 봄"),
    "channel:panel.vision.title": ("Vision: the CNN", "시각: CNN"),
    "channel:panel.vision.help": (
        "What the convolutional network makes of each image on its own. Two strong cells in a column mean doubt; the "
        "letter model may settle it.",
        "합성곱 신경망이 그림 하나하나를 따로 읽은 결과입니다. 한 열에서 두 칸이 진하면 망설이는 것이고, 글자 모델이 "
        "그 망설임을 풀어 줄 수 있습니다.",
    ),
    "channel:panel.vision.caption": (
        "Probability of each letter A to Z for each image, as the CNN reads it.",
        "CNN이 읽은, 그림마다 A부터 Z까지 각 글자의 확률.",
    ),
    "channel:panel.reasoning.title": ("Reasoning: which letter at each place", "추론: 자리마다 어떤 글자인가"),
    "channel:panel.reasoning.help": (
        "The words that fit to what was read are weighed by how usual their letters are. Here their probabilities are "
        "added up, letter by letter.",
        "읽은 것에 맞는 단어들을, 글자가 얼마나 흔히 이어지는지에 따라 저울질합니다. 여기서는 그 확률을 글자마다 더한 "
        "것입니다.",
    ),
    "channel:panel.reasoning.caption": (
        "Probability of each letter A to Z at each place of the word.",
        "단어의 자리마다 A부터 Z까지 각 글자의 확률.",
    ),
    "channel:panel.attention.title": ("Origin: which image each letter comes from", "출처: 각 글자가 온 그림"),
    "channel:panel.attention.help": (
        "One row for each letter of the word, one column for each image. The probabilities of all words and swaps "
        "that are left are added up. Bits (the entropy) say how open the question is: 0 is settled, 1 as open as the "
        "toss of a coin.",
        "한 행은 단어의 글자 하나, 한 열은 그림 하나입니다. 남아 있는 모든 단어와 자리 바꿈의 확률을 더했습니다. "
        "비트(엔트로피)는 얼마나 열려 있는지를 나타냅니다. 0이면 정해졌고, 1이면 동전 던지기만큼 열려 있습니다.",
    ),
    "channel:panel.attention.caption": (
        "Probability that a letter of the word stands in an image.",
        "단어의 글자가 각 그림에 있을 확률.",
    ),
    "channel:panel.steps.title": ("What is known of this letter", "이 글자에 대해 알고 있는 것"),
    "channel:panel.steps.help": (
        "There is no decoder that writes letter after letter: whole words are weighed against each other. Move from "
        "letter to letter to see what was likely and which image spoke for it.",
        "한 글자씩 쓰는 디코더가 없습니다. 단어 전체를 서로 견주어 봅니다. 글자를 옮겨 가며 무엇이 그럴듯했고 어느 "
        "그림이 뒷받침했는지 살펴보세요.",
    ),
    "channel:panel.beam.title": ("The likeliest words", "가장 그럴듯한 단어들"),
    "channel:panel.beam.help": (
        "The words that fit best to what was read, each with its share among all that are left.",
        "읽은 것에 가장 잘 맞는 단어들입니다. 남아 있는 모든 단어 가운데 차지하는 몫도 함께 보여 줍니다.",
    ),
    "channel:steps.title": ("Letter by letter", "한 글자씩"),
    "channel:steps.slider": ("Letter of the word", "단어의 글자"),
    "channel:steps.chip": ("Letter {n}: {symbol}", "{n}번째 글자: {symbol}"),
    "channel:steps.by.attention": ("Comes from", "온 곳"),
    "channel:steps.out": ("Likely letters", "그럴듯한 글자"),
    "channel:steps.says": ("Here stands {written} ({percent}).", "이 자리의 글자는 {written}입니다({percent})."),
    "channel:steps.attention": (
        "It comes from image {image}, {letter} ({percent}).",
        "{image}번째 그림 {letter}에서 왔습니다({percent}).",
    ),
    "channel:steps.bar.attention": ("origin", "출처"),
    "channel:verdict.rescued": (
        "Right, it is {target}, although vision misread {slips}: knowing words made up for it.",
        "맞았습니다. 시각이 잘못 읽었지만({slips}) 단어를 아는 글자 모델이 바로잡아 {target}(이)라고 답했습니다.",
    ),
    "channel:verdict.vision": (
        "Wrong: {target} was right. Vision is to blame: it misread {slips}. With the true letters, the channel finds "
        "{reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 시각 탓입니다. 잘못 읽은 글자: {slips}. 올바른 글자를 주면 "
        "{reasoned}(이)라고 답합니다.",
    ),
    "channel:verdict.reasoning": (
        "Wrong: {target} was right. The letter model is to blame: even with the true letters it prefers {reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 글자 모델 탓입니다. 올바른 글자를 주어도 {reasoned}을(를) 고릅니다.",
    ),
    "channel:verdict.both": (
        "Wrong: {target} was right. Both are to blame: vision misread {slips}, and even with the true letters the "
        "letter model prefers {reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 둘 다의 탓입니다. 시각이 잘못 읽었고({slips}), 올바른 글자를 주어도 글자 "
        "모델은 {reasoned}을(를) 고릅니다.",
    ),
    "channel:verdict.handover": (
        "Wrong: {target} was right. Every letter was read as it was meant, but the doubt about them let another word "
        "win.",
        "틀렸습니다. 정답은 {target}입니다. 글자는 모두 제대로 읽었지만, 읽을 때의 망설임 때문에 다른 단어가 "
        "앞섰습니다.",
    ),
    "channel:verdict.true_letters": ("True letters into the channel", "올바른 글자를 채널에 주면"),
}
