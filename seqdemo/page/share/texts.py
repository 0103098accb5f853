"""What the page says where it is passed on: the dialog, a teacher's link."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "share.open": ("Share", "공유"),
    "share.title": ("Share this page", "이 화면 공유하기"),
    "share.close": ("Close", "닫기"),
    "share.lead": (
        "Everything that is set here is in the address itself, behind the #, drawn letters too. The server never sees "
        "that part and keeps nothing.",
        "여기서 정한 것은 그린 글자까지 모두 주소의 # 뒤에 들어 있습니다. 서버는 그 부분을 보지 않으며 아무것도 "
        "저장하지 않습니다.",
    ),
    "share.own": (
        "Only this computer can open this address. For a class, start the app with “make class” and open the address "
        "that it prints.",
        "이 주소는 이 컴퓨터에서만 열립니다. 수업에서는 앱을 “make class”로 실행하고, 그때 표시되는 주소로 여세요.",
    ),
    "share.address": ("Address of this page", "이 화면의 주소"),
    "share.copy": ("Copy", "복사"),
    "share.send": ("Send …", "보내기 …"),
    "share.copied": ("Copied.", "복사했습니다."),
    "share.uncopied": (
        "The browser does not allow it here: the text is selected, copy it with Ctrl+C or a long press.",
        "이 브라우저에서는 복사할 수 없습니다. 선택된 글을 Ctrl+C나 길게 누르기로 복사하세요.",
    ),
    "share.drawn": ("With the drawn letters", "직접 그린 글자도 넣기"),
    "share.code": ("QR code of this address", "이 주소의 QR 코드"),
    "share.enlarge": ("Full screen", "전체 화면"),
    "share.long": (
        "This address is too long for a QR code that phones can read from a wall. Leave out the drawn letters, or "
        "copy the address.",
        "주소가 너무 길어서, QR 코드로 만들면 멀리서 휴대전화로 읽을 수 없습니다. 직접 그린 글자를 빼거나 주소를 "
        "복사하세요.",
    ),
    "share.class": ("For a class: lock or hide parts", "수업용: 일부를 잠그거나 숨기기"),
    "share.class.told": (
        "The link above then opens a page that keeps to it. Anyone can open the page without locks.",
        "위의 주소로 열면 그대로 적용됩니다. 누구나 잠금 없이 열 수도 있습니다.",
    ),
    "lock.label": ("Shown, but locked", "보이지만 바꿀 수 없게"),
    "lock.task": ("The task", "과제"),
    "lock.model": ("The model", "모델"),
    "lock.letters": ("The letters", "글자"),
    "hide.label": ("Hidden from view", "숨기기"),
    "hide.answer": ("Answer, until a button shows it", "답 (단추를 누를 때까지)"),
    "hide.tasks": ("Menu of tasks", "과제 메뉴"),
    "hide.models": ("Menu of models", "모델 메뉴"),
    "hide.type": ("Typing", "글자 입력"),
    "hide.sample": ("Samples", "예제"),
    "hide.learned": ("Training charts", "학습 과정"),
    "share.embed": ("Embed in another page", "다른 페이지에 넣기"),
    "share.embed.told": (
        "Shows the pad, the answer and the results only. Paste it into a page of your own.",
        "글자판과 답, 결과만 보입니다. 자신의 페이지에 붙여 넣으세요.",
    ),
    "locked.says": (
        "This link was prepared for a class: parts of the page are locked or hidden.",
        "수업용으로 만든 주소입니다. 화면의 일부가 잠겨 있거나 숨겨져 있습니다.",
    ),
    "locked.open": ("Open without locks", "잠금 없이 열기"),
    "damaged.says": (
        "Part of this address could not be read and was left out.",
        "주소에서 읽을 수 없는 부분은 빼고 열었습니다.",
    ),
    "damaged.dismiss": ("Hide this message", "이 안내 닫기"),
    "asking.says": (
        "What do you think? Guess before you see the answer.",
        "어떻게 생각하나요? 답을 보기 전에 예상해 보세요.",
    ),
    "asking.reveal": ("Show the answer", "답 보기"),
}
