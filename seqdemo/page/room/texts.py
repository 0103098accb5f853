"""What a room says: its door, its wall, its phones."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "room.title": ("A room for your class", "우리 반 방"),
    "room.about": (
        "Everyone joins with a phone, and the class experiments together: the projector shows what comes of it.",
        "모두가 휴대전화로 들어와 함께 실험하고, 결과는 프로젝터에 나타납니다.",
    ),
    "room.kept": (
        "A room asks for no names. What phones write and choose is kept in the server's memory for this lesson only: "
        "it goes when the teacher ends the room, or two hours after it was last used.",
        "방에서는 이름을 묻지 않습니다. 휴대전화로 쓰고 고른 것은 이 수업 동안만 서버의 메모리에 남습니다. 교사가 방을 "
        "닫거나 마지막으로 쓴 지 두 시간이 지나면 사라집니다.",
    ),
    "room.open": ("Open a room", "방 열기"),
    "room.enter": ("Join a room", "방에 들어가기"),
    "room.join": ("Join", "들어가기"),
    "room.code": ("Code of the room", "방 코드"),
    "room.qr": ("QR code of the address that leads into the room", "방으로 들어가는 주소의 QR 코드"),
    "room.back": ("Back to the room", "방으로 돌아가기"),
    "room.leave": ("Leave the room", "방에서 나가기"),
    "room.you": ("You are the", "내 이름:"),
    "room.called": ("{colour} {animal}", "{colour} {animal}"),
    "room.count": ("Phones in the room: {count}", "방에 있는 휴대전화: {count}대"),
    "room.waits": (
        "You are in. Look at the projector: your teacher begins soon.",
        "들어왔습니다. 프로젝터를 보세요. 선생님이 곧 시작합니다.",
    ),
    "room.paused": ("Your teacher has paused.", "선생님이 잠시 멈추었습니다."),
    "room.pause": ("Pause", "잠시 멈춤"),
    "room.go": ("Go on", "계속"),
    "room.next": ("Something else", "다른 활동"),
    "room.close": ("End the room", "방 닫기"),
    "room.closed": (
        "The room has ended, and all that it held is gone.",
        "방을 닫았습니다. 방에 있던 것은 모두 지웠습니다.",
    ),
    "room.gone": (
        "This room has ended. To go on, open or join another one.",
        "이 방은 끝났습니다. 계속하려면 다른 방을 열거나 다른 방에 들어가세요.",
    ),
    "room.simulate": ("Rehearse: add {count} simulated phones", "연습: 가상 휴대전화 {count}대 추가"),
    "room.red": ("red", "빨간"),
    "room.blue": ("blue", "파란"),
    "room.green": ("green", "초록"),
    "room.yellow": ("yellow", "노란"),
    "room.purple": ("purple", "보라"),
    "room.otter": ("otter", "수달"),
    "room.fox": ("fox", "여우"),
    "room.owl": ("owl", "부엉이"),
    "room.bear": ("bear", "곰"),
    "room.cat": ("cat", "고양이"),
    "room.duck": ("duck", "오리"),
    "room.frog": ("frog", "개구리"),
    "room.hare": ("hare", "토끼"),
    "room.seal": ("seal", "물개"),
    "room.deer": ("deer", "사슴"),
    "room.crow": ("crow", "까마귀"),
    "room.wolf": ("wolf", "늑대"),
}

COMPLAINTS: Final[dict[str, str]] = {
    "bad_act": "무엇을 했는지 알 수 없습니다.",
    "bad_count": "가상 휴대전화는 1대에서 30대까지 추가할 수 있습니다.",
    "codes_used_up": "틀린 코드를 너무 많이 입력했습니다. 1분 뒤에 다시 해 보세요.",
    "no_room": "이 코드의 방이 없습니다. 이미 닫힌 방일 수 있으니 새 코드를 물어보세요.",
    "no_stage": "지금은 방에서 하는 활동이 없습니다.",
    "paused": "선생님이 잠시 멈추었습니다. 조금 기다리세요.",
    "rooms_apart": (
        "여러 프로세스로 실행한 서버에서는 방을 함께 쓸 수 없습니다. 프로세스를 하나만 쓰거나 Redis를 쓰세요."
    ),
    "room_full": "방이 가득 찼습니다. 휴대전화는 60대까지 들어갈 수 있습니다.",
    "rooms_full": "지금은 방이 너무 많습니다. 나중에 다시 해 보세요.",
}
