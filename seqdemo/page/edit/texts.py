"""What the page says when a visitor changes something inside the machine."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "pad.move": (
        "Move letter {n}: drag it onto another one, or press an arrow key",
        "{n}번째 글자 옮기기: 다른 글자 위로 끌거나 화살표 키를 누르세요",
    ),
    "pad.edit": ("Change the image of letter {n}", "{n}번째 글자의 이미지 바꾸기"),
    "panel.editor.title": ("Change the image of a letter", "글자의 이미지 바꾸기"),
    "panel.editor.help": (
        "Move a slider and watch when the letter is read differently, and when the answer changes. The images below "
        "show the same letter along the slider; press one to take its value. The strokes stay, so everything can be "
        "undone.",
        "슬라이더를 움직이면서 글자가 언제 다르게 읽히는지, 답이 언제 바뀌는지 보세요. 아래 이미지들은 슬라이더 값에 "
        "따라 달라지는 같은 글자입니다. 누르면 그 값이 됩니다. 획은 그대로 남으므로 모두 되돌릴 수 있습니다.",
    ),
    "editor.of": ("Letter {n}: change its image", "{n}번째 글자의 이미지 바꾸기"),
    "editor.close": ("Close", "닫기"),
    "editor.usual": ("As it was", "원래대로"),
    "slider.turn": ("Turn", "회전"),
    "slider.thickness": ("Pen", "펜 굵기"),
    "slider.blur": ("Blur", "흐림"),
    "slider.noise": ("Noise", "잡음"),
    "slider.background": ("White paper", "흰 종이"),
    "tipping.turn": ("Letter {n}, turned", "{n}번째 글자를 돌릴 때"),
    "tipping.thickness": ("Letter {n}, by the width of the pen", "{n}번째 글자의 펜 굵기를 바꿀 때"),
    "tipping.blur": ("Letter {n}, blurred", "{n}번째 글자를 흐리게 할 때"),
    "tipping.noise": ("Letter {n}, under noise", "{n}번째 글자에 잡음을 넣을 때"),
    "tipping.stop": (
        "{value}: read as {letter}, {percent}; the answer is {answer}",
        "{value}: 읽은 글자 {letter}({percent}), 답 {answer}",
    ),
    "tipping.answers": ("Answer: {answers}", "답: {answers}"),
    "tipping.told": (
        "This reading was set by hand. Undo that, and the image counts again.",
        "읽을 글자를 직접 정한 상태입니다. 되돌리면 다시 이미지를 읽습니다.",
    ),
    "tipping.none": (
        "The readings appear here as soon as there is an answer.",
        "답이 나오면 어떤 글자로 읽히는지 여기에 나타납니다.",
    ),
    "set.read.how": (
        "Press a cell to force this reading, and again to take it back. Keyboard: arrow keys, Enter.",
        "칸을 누르면 그 글자로 읽게 합니다. 다시 누르면 되돌립니다. 키보드: 화살표 키, Enter.",
    ),
    "set.read.mark": ("set by hand", "직접 정함"),
    "set.look.how": (
        "Press a cell to make this step attend to that image alone, and again to take it back. Keyboard: arrow keys, "
        "Enter.",
        "칸을 누르면 이 시점은 그 이미지만 봅니다. 다시 누르면 되돌립니다. 키보드: 화살표 키, Enter.",
    ),
    "set.look.shares": ("Set the attention of a step with sliders", "슬라이더로 한 시점의 어텐션 정하기"),
    "set.look.step": (
        "Step {n}, {symbol}: the weights always add up to 100%.",
        "시점 {n}, {symbol}: 가중치의 합은 언제나 100%입니다.",
    ),
    "set.look.share": ("Weight of image {image}, {letter}", "{image}번째 이미지({letter})의 가중치"),
    "changes.title": ("You changed", "바꾼 것"),
    "changes.reset": ("Take everything back", "모두 되돌리기"),
    "changes.back": ("Take back: {change}", "되돌리기: {change}"),
    "changes.before": ("before", "바꾸기 전"),
    "changes.now": ("now", "지금"),
    "changes.same": ("The answer stays.", "답은 그대로입니다."),
    "changes.other": ("The answer changed.", "답이 달라졌습니다."),
    "changes.say": ("Before your changes: {answer}.", "바꾸기 전의 답: {answer}."),
    "changes.reading": ("Letter {n}: read as {before} before, now as {now}.", "{n}번째 글자: {before} → {now}."),
    "change.order.two": ("Letters {a} and {b} changed places", "{a}번째와 {b}번째 글자의 자리를 바꿈"),
    "change.order": ("Letters in the order {order}", "글자 순서: {order}"),
    "change.turn": ("Letter {n} turned by {value}", "{n}번째 글자 회전: {value}"),
    "change.thickness": ("Letter {n}: pen {value}", "{n}번째 글자의 펜 굵기 {value}"),
    "change.blur": ("Letter {n} blurred by {value}", "{n}번째 글자 흐림: {value}"),
    "change.noise": ("Letter {n}: {value} noise", "{n}번째 글자 잡음: {value}"),
    "change.background.white": ("Letter {n} on white paper", "{n}번째 글자를 흰 종이에"),
    "change.background.black": ("Letter {n} on black paper", "{n}번째 글자를 검은 종이에"),
    "change.read": ("Letter {n} is read as {letter} instead of {before}", "{n}번째 글자의 읽기: {before} → {letter}"),
    "change.read.sure": ("Letter {n} is read as {letter} for certain", "{n}번째 글자의 읽기: {letter}(확률 1)"),
    "change.read.unheard": (
        "No effect: this model cannot be told a letter.",
        "효과 없음: 이 모델에는 어떤 글자인지 알려 줄 수 없습니다.",
    ),
    "change.look": ("Step {n} attends to {shares}", "시점 {n}의 어텐션: {shares}"),
    "change.look.part": ("image {image} ({percent})", "{image}번째 이미지({percent})"),
    "change.look.one": ("Step {n} attends to image {image} alone", "시점 {n}의 어텐션: {image}번째 이미지만"),
    "change.look.unheard": (
        "No effect: this model does not attend to single images.",
        "효과 없음: 이 모델은 이미지를 골라 보지 않습니다.",
    ),
    "verdict.by_hand.right": (
        "Right, it is {target}, although something was changed by hand on the way.",
        "맞았습니다. 답은 {target}입니다. 중간에 직접 바꾼 것이 있습니다.",
    ),
    "verdict.by_hand.wrong": (
        "Wrong: {target} was right. Something was changed by hand, so no stage is named.",
        "틀렸습니다. 정답은 {target}입니다. 중간에 직접 바꾼 것이 있으므로 틀린 단계를 가리지 않습니다.",
    ),
}

COMPLAINTS: Final[dict[str, str]] = {
    "bad_blur": "흐림은 0에서 3 사이의 수여야 합니다.",
    "bad_look": "볼 곳은 단계 번호(0부터)마다 0에서 1 사이의 수를 나열한 것이어야 하고, 모두 0이면 안 됩니다.",
    "bad_noise": "잡음은 0에서 0.6 사이의 수여야 합니다.",
    "bad_original": "바꾸기 전의 글자 수가 지금과 같아야 합니다.",
    "bad_place": "글자 자리의 번호가 맞지 않습니다.",
    "bad_read": "읽을 글자는 자리 번호(0부터)와 A부터 Z까지의 글자로 정해야 합니다.",
    "bad_turn": "회전은 -90도에서 90도 사이여야 합니다.",
    "no_place": "다른 글자로 읽으라고 한 자리에 글자가 없습니다.",
    "uneven_look": "볼 곳의 비율은 글자마다 하나씩 있어야 합니다.",
    "unknown_slider": "그런 슬라이더는 없습니다.",
}
