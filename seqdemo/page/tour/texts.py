"""What the tour of the page says."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "tour.label": ("Tour of the page", "페이지 둘러보기"),
    "tour.at": ("{n} of {count}", "{n} / {count}"),
    "tour.back": ("Back", "이전"),
    "tour.next": ("Next", "다음"),
    "tour.end": ("Done", "마치기"),
    "tour.close": ("End the tour", "둘러보기 끝내기"),
    "tour.pad.title": ("Write here", "여기에 쓰세요"),
    "tour.pad": (
        "Draw a letter in each box with mouse, finger or pen, or click a box and press a letter key. The yellow box "
        "is the model's answer; it changes with every stroke.",
        "칸마다 마우스, 손가락, 펜으로 글자를 그리거나, 칸을 누르고 글자 키를 누르세요. 노란 칸이 모델의 답이며 획을 "
        "그을 때마다 바뀝니다.",
    ),
    "tour.ways.title": ("Or let the page write", "대신 써 달라고 할 수도 있습니다"),
    "tour.ways": (
        "Type letters, and they are handwritten for you. Or take an example; its length, handwriting and more can be "
        "chosen.",
        "글자를 입력하면 손글씨로 써 줍니다. 예제를 불러올 수도 있고, 길이와 글씨체 같은 조건도 고를 수 있습니다.",
    ),
    "tour.tasks.title": ("Choose a task", "과제 고르기"),
    "tour.tasks": (
        "Which letter follows? Which word was meant? Which character is it, row by row? The boxes keep their letters "
        "when you change.",
        "다음에 올 글자는? 원래 어떤 단어? 한 줄씩 읽으면 어떤 문자? 과제를 바꾸어도 칸의 글자는 그대로입니다.",
    ),
    "tour.models.title": ("Choose a model", "모델 고르기"),
    "tour.models": (
        "Every task has several models, each with its accuracy in the test. Try the same letters on all of them.",
        "과제마다 모델이 여럿이고 시험 정답률이 함께 나옵니다. 같은 글자를 여러 모델에 보여 주세요.",
    ),
    "tour.flow.title": ("From images to the answer", "답까지의 과정"),
    "tour.flow": (
        "Every stage of the model, with its present output. Press a stage to see its values and their shapes.",
        "모델의 단계마다 지금의 출력을 보여 줍니다. 단계를 누르면 값과 크기(shape)를 볼 수 있습니다.",
    ),
    "tour.vision.title": ("What it sees", "무엇을 보는가"),
    "tour.vision": (
        "One column for each image, one cell for each letter: the darker, the more probable. Point at a cell, or use "
        "the arrow keys, to see its number.",
        "한 열이 이미지 하나, 한 칸이 글자 하나입니다. 진할수록 확률이 높습니다. 칸을 가리키거나 화살표 키로 옮겨 "
        "가면 숫자가 나옵니다.",
    ),
    "tour.reasoning.title": ("What it answers", "무엇이라고 답하는가"),
    "tour.reasoning": (
        "The same for the answer: which letter comes next, or which letter is written at each step.",
        "답도 똑같이 보여 줍니다. 다음에 올 글자, 또는 시점마다 쓰는 글자입니다.",
    ),
    "tour.player.title": ("Step by step", "한 단계씩"),
    "tour.player": (
        "Play the steps one after the other, or move with the slider and the arrow keys. Everything below follows.",
        "차례로 재생하거나, 슬라이더와 화살표 키로 옮겨 보세요. 아래의 모든 것이 따라갑니다.",
    ),
    "tour.views.title": ("All models, and lessons", "모든 모델, 그리고 실습"),
    "tour.views": (
        "The scoreboard compares all models. The lessons show how models get to their answers, and where they go "
        "wrong.",
        "모델 성능 비교에서 모든 모델을 견줄 수 있습니다. 실습에서는 모델이 어떻게 답에 이르고 어디에서 틀리는지 "
        "하나씩 보여 줍니다.",
    ),
    "tour.language.title": ("Your language", "언어"),
    "tour.language": (
        "The whole page in English or Korean. What you have written stays.",
        "페이지 전체를 영어나 한국어로 볼 수 있습니다. 쓴 글자는 그대로 남습니다.",
    ),
}
