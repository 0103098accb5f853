"""What the page says where letters get onto the pad."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "pad.label": ("Letters", "글자"),
    "pad.box": (
        "Box {n} of {total}: {holds}. Draw in it, or type a letter. Delete empties it, arrow keys move on.",
        "{total}칸 중 {n}번째 칸: {holds}. 칸에 그리거나 글자 키를 누르세요. Delete 키로 지우고 화살표 키로 옮겨 "
        "갑니다.",
    ),
    "pad.empty": ("empty", "비어 있음"),
    "pad.drawn": ("drawn by hand", "손으로 씀"),
    "pad.clear": ("Empty box {n}", "{n}번째 칸 지우기"),
    "pad.paper": ("Change the paper of box {n}", "{n}번째 칸의 종이 색 바꾸기"),
    "pad.meant": ("Letter meant in box {n}", "{n}번째 칸에 쓰려던 글자"),
    "pad.meant.why": (
        "The letter that was meant, so that the page can say which stage was wrong",
        "쓰려던 글자를 적으면 어느 단계가 틀렸는지 알 수 있습니다",
    ),
    "pad.undo": ("Undo", "되돌리기"),
    "pad.redo": ("Redo", "다시 실행"),
    "pad.clear_all": ("Clear all", "모두 지우기"),
    "pad.replay": ("Replay the pen", "필기 다시 보기"),
    "pad.replay.name": ("Replay", "다시 보기"),
    "pad.fewer": ("One box fewer", "칸 하나 줄이기"),
    "pad.more": ("One box more", "칸 하나 늘리기"),
    "pad.boxes": ("Boxes", "칸 수"),
    "pad.too_much": (
        "That is too much ink for one letter. Empty the box and write it again.",
        "한 글자에 획이 너무 많습니다. 칸을 지우고 다시 써 주세요.",
    ),
    "type.label": ("Type letters", "글자 입력"),
    "type.placeholder": ("Type: C E G I K", "입력: C E G I K"),
    "type.go": ("Write", "쓰기"),
    "sample.go": ("Another example", "다른 예제"),
    "sample.options": ("Options", "옵션"),
    "sample.more": ("Choose what is written", "예제 조건 고르기"),
    "sample.length": ("Letters", "글자 수"),
    "sample.step": ("Step", "간격"),
    "sample.character": ("Character", "문자"),
    "sample.start": ("First letter", "첫 글자"),
    "sample.background": ("Paper", "종이"),
    "sample.case": ("Case", "대소문자"),
    "sample.temperature": ("Handwriting", "글씨체"),
    "sample.seed": ("Seed", "시드"),
    "sample.any": ("any", "아무거나"),
    "background.black": ("black", "검은색"),
    "background.white": ("white", "흰색"),
    "background.mixed": ("mixed", "섞어서"),
    "case.upper": ("capitals", "대문자"),
    "case.lower": ("small", "소문자"),
    "case.mixed": ("mixed", "섞어서"),
    "temperature.tidy": ("tidy", "반듯하게"),
    "temperature.usual": ("usual", "보통"),
    "temperature.wild": ("wild", "흘려서"),
    "type.swap": ("Swap two letters inside", "안쪽 두 글자 바꾸기"),
    "type.unswapped": (
        "Inside this word no two neighbours differ, so nothing was swapped.",
        "이 단어 안쪽에는 서로 다른 이웃 글자가 없어서 바꾸지 않았습니다.",
    ),
    "swap:type.placeholder": ("Type: letter", "입력: letter"),
    "sample.word": ("Word", "단어"),
    "sample.swap": ("Swapped pair", "바꿀 자리"),
    "row:type.placeholder": ("Type: 7", "입력: 7"),
}
