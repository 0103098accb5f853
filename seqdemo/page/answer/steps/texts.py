"""What the step player and the inside of a model's parts say."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "letters:panel.steps.title": ("What each stage says of this letter", "이 글자에 대해 각 단계가 말하는 것"),
    "letters:panel.steps.help": (
        "One image at a time, and the likeliest letters of every stage. Move with the slider, the arrow keys or the "
        "letters, or let it play.",
        "그림을 하나씩 놓고 단계마다 가장 그럴듯한 글자를 보여 줍니다. 슬라이더, 화살표 키, 글자 단추로 옮겨 가거나 "
        "재생해 보세요.",
    ),
    "letters:steps.title": ("Letter by letter", "한 글자씩"),
    "letters:steps.slider": ("Letter of the row", "줄에서 몇 번째 글자인지"),
    "letters:steps.chip": ("Letter {n}: {symbol}", "{n}번째 글자: {symbol}"),
    "positions.says": ("Image {n}: {told}.", "{n}번째 그림: {told}."),
    "positions.stage": ("{stage} says {letter} ({percent})", "{stage}의 답은 {letter}({percent})"),
    "part.close": ("Close", "닫기"),
    "part.panel": ("To its picture", "그림으로 가기"),
    "part.takes": ("Goes in", "들어가는 것"),
    "part.gives": ("Comes out", "나오는 것"),
    "part.parameters": ("Parameters", "매개변수"),
    "part.strongest": ("At {step}: the strongest of {count} numbers", "{step}: 수 {count}개 가운데 가장 큰 것들"),
    "part.unit": ("unit {n}", "유닛 {n}"),
    "part.cnn": (
        "Convolutions turn the pixels of each image into numbers, one image at a time.",
        "합성곱이 그림을 하나씩 수로 바꿉니다.",
    ),
    "part.gru1": (
        "It goes along the row with a state of its own, and weighs each image with what stands around it.",
        "자기 상태를 지니고 줄을 따라가며, 그림마다 둘레의 글자와 함께 헤아립니다.",
    ),
    "part.gru2": (
        "It never sees an image: it is given the letters that were read, and keeps in mind what may follow.",
        "그림은 보지 못합니다. 읽어 낸 글자만 받아서 무엇이 뒤따를지 상태에 담아 둡니다.",
    ),
    "part.encoder": (
        "It reads the whole word before anything is written. These are its outputs for each letter; what of them the "
        "decoder gets differs from model to model.",
        "아무것도 쓰기 전에 단어 전체를 읽습니다. 글자마다의 출력이며, 이 가운데 디코더에 넘기는 것은 모델마다 "
        "다릅니다.",
    ),
    "part.decoder": (
        "Its state after each letter that it wrote. From these numbers it finds the next one.",
        "글자를 하나 쓸 때마다의 상태입니다. 이 수들에서 다음 글자를 찾습니다.",
    ),
    "part.channel": (
        "Every word that is left speaks with its probability; the numbers are what they say of each place.",
        "남은 단어마다 제 확률만큼 말합니다. 이 수들은 자리마다 그 말을 모은 것입니다.",
    ),
    "part.rows": (
        "What the last recurrent layer keeps in mind after each step down the image.",
        "그림을 따라 한 단계 내려갈 때마다 마지막 순환층이 품고 있는 것입니다.",
    ),
    "part.reader": (
        "The names of each letter with their probabilities; this is all that the reasoning is given.",
        "글자마다 이름과 확률입니다. 추론이 받는 것은 이것뿐입니다.",
    ),
    "part.exact": (
        "Nothing was learned here: all possibilities are weighed by what was read.",
        "여기에는 학습한 것이 없습니다. 가능한 모든 경우를 읽은 것으로 저울질합니다.",
    ),
    "part.image_alone": (
        "What the image becomes before a letter is named.",
        "글자 이름을 정하기 전에 그림이 바뀐 수입니다.",
    ),
    "part.path": (
        "What the pen's way, as 64 points, becomes before a letter is named.",
        "펜이 지나간 길 64점이 글자 이름을 정하기 전에 바뀐 수입니다.",
    ),
    "part.both": (
        "Two opinions multiplied, each raised to a power that says how far it is trusted.",
        "두 의견을 곱합니다. 각각 얼마나 믿을지를 지수로 나타냅니다.",
    ),
}
