"""What the page says when a visitor changes something inside the machine."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "pad.move": (
        "Move letter {n}: drag it onto another one, or press an arrow key",
        "{n}번째 글자 옮기기: 다른 글자 위로 끌거나 화살표 키를 누르세요",
    ),
    "pad.edit": ("Change the image of letter {n}", "{n}번째 글자의 그림 바꾸기"),
    "panel.editor.title": ("Change the image of a letter", "글자의 그림 바꾸기"),
    "panel.editor.help": (
        "Move a slider and watch when the letter is read as another one, and when the answer tips over. The images "
        "below show the same letter all along the slider; press one to take its value. The strokes stay as they are, "
        "so everything can be taken back.",
        "슬라이더를 움직이면서 글자가 언제 다른 글자로 읽히는지, 답이 언제 뒤집히는지 보세요. 아래 그림들은 슬라이더 "
        "값에 따라 달라지는 같은 글자입니다. 그림을 누르면 그 값이 됩니다. 획은 그대로 남으므로 모두 되돌릴 수 "
        "있습니다.",
    ),
    "editor.of": ("Letter {n}: change its image", "{n}번째 글자의 그림 바꾸기"),
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
        "{value}: {letter}(으)로 읽음, {percent}. 답은 {answer}",
    ),
    "tipping.answers": ("Answer: {answers}", "답: {answers}"),
    "tipping.told": (
        "What is read here was set by hand. Take that back, and the image counts again.",
        "여기서 읽는 글자는 직접 정한 것입니다. 그것을 되돌리면 다시 그림을 읽습니다.",
    ),
    "tipping.none": (
        "What it is read as shows here as soon as the row can be answered.",
        "글자열에 답할 수 있게 되면, 어떤 글자로 읽히는지 여기에 나타납니다.",
    ),
    "set.read.how": (
        "Press a cell to force this reading, and again to take it back. Keyboard: arrow keys, Enter.",
        "칸을 누르면 그 글자로 읽게 합니다. 다시 누르면 되돌립니다. 키보드: 화살표 키, Enter.",
    ),
    "set.read.mark": ("set by hand", "직접 정함"),
    "set.look.how": (
        "Press a cell, and this step looks at that image alone. Press it again to take it back. On the keyboard: "
        "arrow keys and Enter.",
        "칸을 누르면 이 단계는 그 그림만 봅니다. 한 번 더 누르면 되돌립니다. 키보드에서는 화살표 키와 Enter 키를 "
        "쓰세요.",
    ),
    "set.look.shares": ("Set where a step looks with sliders", "한 단계가 어디를 볼지 슬라이더로 정하기"),
    "set.look.step": (
        "Step {n}, {symbol}: the shares always make 100 % together.",
        "{n}번째 단계, {symbol}: 비율을 모두 더하면 언제나 100 %입니다.",
    ),
    "set.look.share": ("Share of image {image}, {letter}", "{image}번째 그림({letter})의 비율"),
    "changes.title": ("You changed", "바꾼 것"),
    "changes.reset": ("Take everything back", "모두 되돌리기"),
    "changes.back": ("Take back: {change}", "되돌리기: {change}"),
    "changes.before": ("before", "바꾸기 전"),
    "changes.now": ("now", "지금"),
    "changes.same": ("The answer stays.", "답은 그대로입니다."),
    "changes.other": ("The answer is another one.", "답이 달라졌습니다."),
    "changes.say": ("Before your changes it was {answer}.", "바꾸기 전의 답은 {answer}였습니다."),
    "changes.reading": (
        "Letter {n} was read as {before} and is now read as {now}.",
        "{n}번째 글자를 {before}(으)로 읽다가 이제는 {now}(으)로 읽습니다.",
    ),
    "change.order.two": ("Letters {a} and {b} changed places", "{a}번째와 {b}번째 글자의 자리를 바꿈"),
    "change.order": ("Letters in the order {order}", "글자 순서: {order}"),
    "change.turn": ("Letter {n} turned by {value}", "{n}번째 글자를 {value} 돌림"),
    "change.thickness": ("Letter {n}: pen {value}", "{n}번째 글자의 펜 굵기 {value}"),
    "change.blur": ("Letter {n} blurred by {value}", "{n}번째 글자를 {value} 흐리게 함"),
    "change.noise": ("Letter {n}: {value} noise", "{n}번째 글자에 잡음 {value}"),
    "change.background.white": ("Letter {n} on white paper", "{n}번째 글자를 흰 종이에"),
    "change.background.black": ("Letter {n} on black paper", "{n}번째 글자를 검은 종이에"),
    "change.read": (
        "Letter {n} is read as {letter} instead of {before}",
        "{n}번째 글자를 {before} 대신 {letter}(으)로 읽음",
    ),
    "change.read.sure": (
        "Letter {n} is read as {letter} without a doubt",
        "{n}번째 글자를 확실하게 {letter}(으)로 읽음",
    ),
    "change.read.unheard": (
        "Of no effect: this model cannot be told a letter.",
        "효과 없음: 이 모델에는 어떤 글자인지 알려 줄 수 없습니다.",
    ),
    "change.look": ("Step {n} looks at {shares}", "{n}번째 단계는 {shares}을 봄"),
    "change.look.part": ("image {image} ({percent})", "{image}번째 그림({percent})"),
    "change.look.one": ("Step {n} looks at image {image} alone", "{n}번째 단계는 {image}번째 그림만 봄"),
    "change.look.unheard": (
        "Of no effect: this model does not look at single images.",
        "효과 없음: 이 모델은 그림을 하나씩 골라 보지 않습니다.",
    ),
    "verdict.by_hand.right": (
        "Right, it is {target}, although something was changed by hand on the way.",
        "중간에 바꾼 것이 있는데도 맞았습니다. 답은 {target}입니다.",
    ),
    "verdict.by_hand.wrong": (
        "Wrong: {target} was right. Something was changed by hand on the way, so no stage is blamed for it.",
        "틀렸습니다. 정답은 {target}입니다. 중간에 직접 바꾼 것이 있으므로 어느 단계의 탓도 아닙니다.",
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
