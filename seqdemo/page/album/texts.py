"""What the page says of files of letters."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "album.save": ("Save these letters", "이 글자들 저장"),
    "album.save.none": ("Write letters first.", "먼저 글자를 쓰세요."),
    "album.open": ("Open letters", "글자 파일 열기"),
    "album.title": ("Letters from your file", "파일의 글자"),
    "album.lead": (
        "Press a letter to put it and those after it on the pad. The file is read in memory and not kept.",
        "글자를 누르면 그 글자부터 패드에 올립니다. 파일은 메모리에서만 읽고 저장하지 않습니다.",
    ),
    "album.close": ("Close", "닫기"),
    "album.back": ("Letters before", "이전 글자"),
    "album.on": ("Letters after", "다음 글자"),
    "album.range": ("{from} to {to} of {count}", "{count}개 중 {from}~{to}"),
    "album.put": ("Put on the pad from here: {letter}", "여기부터 패드에 올리기: {letter}"),
    "album.unnamed": ("not named", "이름 없음"),
    "album.reader": ("Reader", "판독기"),
    "album.right": ("Right", "정답"),
    "album.confused": ("Most frequent mistakes", "가장 잦은 오독"),
    "album.share": ("{right} of {count} ({share})", "{count}개 중 {right}개({share})"),
    "album.mistake": ("{meant} as {read} ({times})", "{meant} → {read}({times})"),
    "album.unlabelled": (
        "None of these letters says what was meant, so nothing can be judged.",
        "쓰려던 글자가 적혀 있지 않아 채점할 수 없습니다.",
    ),
    "album.first": ("Only the first {most} letters are shown.", "처음 {most}글자만 보여 줍니다."),
    "album.dropped": ("Left out: {reasons}.", "제외: {reasons}."),
    "album.reason": ("{count} {why}", "{why} {count}개"),
    "album.reason.illegible": ("marked as illegible", "읽을 수 없다고 표시된 것"),
    "album.reason.no_label": ("without a label", "이름이 없는 것"),
    "album.reason.several_characters": ("labelled with several characters", "이름이 여러 글자인 것"),
    "album.reason.other_character": ("labelled with another character", "이름이 A-Z, a-z, 0-9가 아닌 것"),
    "album.reason.no_place": ("that do not say which strokes are theirs", "어느 획인지 적혀 있지 않은 것"),
    "album.reason.no_ink": ("without ink", "획이 없는 것"),
    "album.reason.too_large": ("with too much ink", "획이나 점이 너무 많은 것"),
    "album.reason.other_level": ("words, lines or other groups", "단어, 줄 등 글자가 아닌 묶음"),
    "album.too_large": (
        "A file opened here can have at most 1 MB. Larger ones are for training.",
        "여기서 여는 파일은 1MB 이하여야 합니다. 더 큰 파일은 학습에 쓰세요.",
    ),
}

COMPLAINTS: Final[dict[str, str]] = {
    "page_file": "파일을 읽을 수 없습니다. 다시 여세요.",
    "page_file_too_large": TEXTS["album.too_large"][1],
    "page_file_empty": "파일에 쓸 수 있는 글자가 없습니다.",
}
