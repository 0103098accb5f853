"""What a lesson says when a room holds it."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "room.lesson": ("Guess with us", "함께 맞혀 보기"),
    "room.lesson.about": (
        "Hold a lesson together: every phone answers before the answer is revealed.",
        "실습을 함께 합니다. 답을 보기 전에 모두가 휴대전화로 답합니다.",
    ),
    "room.lesson.answered": ("Answered: {count} of {all}", "답한 휴대전화: {all}대 중 {count}대"),
    "room.lesson.split": ("Show how the class is split", "우리 반의 답 보기"),
    "room.lesson.tell": ("Reveal the answer", "답 공개"),
    "room.lesson.example": ("Show the example on this page", "이 페이지에서 예 보기"),
    "room.lesson.here": ("Open this lesson on your phone", "내 휴대전화에서 이 실습 열기"),
    "room.lesson.guess": ("What do you think? Choose an answer.", "어떻게 생각하나요? 답을 고르세요."),
    "room.lesson.noted": (
        "Your answer is in. You can change it until the reveal.",
        "답을 보냈습니다. 공개하기 전까지 바꿀 수 있습니다.",
    ),
    "room.lesson.late": ("The answer came before your guess.", "답하기 전에 공개되었습니다."),
}

COMPLAINTS: Final[dict[str, str]] = {
    "bad_guess": "답 가운데 하나를 고르세요.",
    "told": "답이 이미 공개되었습니다.",
}
