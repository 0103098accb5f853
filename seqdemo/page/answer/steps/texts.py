"""What the step player and the inside of a model's parts say."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "letters:panel.steps.title": ("What each stage reads here", "글자별 각 단계의 출력"),
    "letters:panel.steps.help": (
        "One image at a time, with the most probable letters of every stage. Move with the slider, the arrow keys or "
        "the letters, or let it play.",
        "이미지 하나씩, 단계마다 확률이 가장 높은 글자를 보여 줍니다. 슬라이더, 화살표 키, 글자 단추로 옮겨 가거나 "
        "재생해 보세요.",
    ),
    "letters:steps.title": ("Letter by letter", "한 글자씩"),
    "letters:steps.slider": ("Letter of the sequence", "글자열에서 몇 번째 글자인지"),
    "letters:steps.chip": ("Letter {n}: {symbol}", "{n}번째 글자: {symbol}"),
    "positions.says": ("Image {n}: {told}.", "{n}번째 이미지: {told}."),
    "positions.stage": ("{stage}: {letter} ({percent})", "{stage}: {letter}({percent})"),
    "part.close": ("Close", "닫기"),
    "part.panel": ("To its panel", "패널로 가기"),
    "part.takes": ("Input", "입력"),
    "part.gives": ("Output", "출력"),
    "part.parameters": ("Parameters", "파라미터"),
    "part.strongest": (
        "{step}: the {count} numbers, largest absolute values first",
        "{step}: {count}개 중 절댓값이 가장 큰 값",
    ),
    "part.unit": ("unit {n}", "유닛 {n}"),
    "part.cnn": (
        "Convolutions turn the pixels of each image into numbers.",
        "합성곱이 이미지마다 픽셀을 수로 바꿉니다.",
    ),
    "part.gru1": (
        "It reads the images as a sequence and updates its hidden state at each. A one-way GRU knows only the images "
        "so far, a bidirectional one those after, too.",
        "이미지들을 글자열로 읽으며 이미지마다 은닉 상태를 갱신합니다. 단방향 GRU는 그때까지의 이미지만, 양방향 GRU는 "
        "뒤의 이미지도 압니다.",
    ),
    "part.gru2": (
        "It sees no image. It gets the letters that were read and predicts what follows.",
        "이미지는 보지 않습니다. 읽은 글자를 받아 다음에 올 글자를 예측합니다.",
    ),
    "part.encoder": (
        "It reads the whole word before anything is written. Plain, reversed and bridge models hand over its final "
        "states alone; aligned and attention models all of these outputs too.",
        "아무것도 쓰기 전에 단어 전체를 읽습니다. 기본, 거꾸로, 다리(bridge) 모델은 마지막 상태만 넘기고, 위치 맞춤과 "
        "어텐션 모델은 이 출력도 모두 넘깁니다.",
    ),
    "part.decoder": (
        "Its state after each written letter. The next letter is computed from these numbers.",
        "글자를 하나 쓸 때마다의 상태입니다. 이 수들로 다음 글자를 계산합니다.",
    ),
    "part.channel": (
        "The probabilities of the remaining words, summed for each place.",
        "남은 단어들의 확률을 자리마다 더한 값입니다.",
    ),
    "part.rows": (
        "Hidden state of the last recurrent layer after each step down the image.",
        "이미지를 따라 한 시점 내려갈 때마다 마지막 순환층의 은닉 상태입니다.",
    ),
    "part.reader": (
        "The letter probabilities of each image; reasoning gets nothing else.",
        "이미지마다의 글자 확률입니다. 추론이 받는 것은 이것뿐입니다.",
    ),
    "part.exact": (
        "Nothing was learned here: all possibilities are weighed by what was read.",
        "학습한 것이 없습니다. 가능한 모든 경우를 읽은 결과로 비교합니다.",
    ),
    "part.image_alone": (
        "Numbers computed from the image, before a letter is chosen.",
        "글자를 정하기 전에 이미지에서 계산한 수입니다.",
    ),
    "part.path": (
        "Numbers computed from 64 points of the pen strokes, before a letter is chosen.",
        "글자를 정하기 전에 획의 점 64개에서 계산한 수입니다.",
    ),
    "part.both": (
        "Both probabilities multiplied, each raised to a fitted power.",
        "두 확률을 각각 맞춘 지수만큼 거듭제곱해 곱합니다.",
    ),
}
