"""What the page says of characters that are taken for each other."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "confusion.title": ("What is read as what: {title}", "무엇을 무엇으로 읽을까요? {title}"),
    "confusion.help": (
        "Each row is a character as meant by its writer, each column an answer; the right one is outlined. The "
        "stronger the colour, the larger the share of the row. Point at a cell, or use the arrow keys.",
        "행은 쓴 사람이 뜻한 문자, 열은 모델의 답이며, 테두리를 두른 칸이 정답입니다. 색이 진할수록 그 행에서 "
        "차지하는 비율이 큽니다. 칸을 가리키거나 화살표 키로 옮겨 다녀 보세요.",
    ),
    "confusion.label": (
        "Answers to each character of the test writers. Arrow keys walk from cell to cell.",
        "시험용 필자들이 쓴 문자마다의 답. 화살표 키로 칸을 옮겨 다닐 수 있습니다.",
    ),
    "confusion.share": ("Share of the row", "행에서 차지하는 비율"),
    "confusion.told": (
        "{meant} read as {read}: {count} of {of} ({share}%)",
        "{meant} → {read}: {of}개 중 {count}개({share}%)",
    ),
    "confusion.digit": ("digit", "숫자"),
    "confusion.letter": ("letter", "알파벳"),
    "confusion.meant": ("Meant", "뜻한 문자"),
    "confusion.right": ("Right", "정답"),
    "confusion.wrong": ("Most frequent wrong answers", "가장 잦은 오답"),
    "confusion.frequent": ("The most frequent mistakes", "가장 잦은 오류"),
    "confusion.pen": (
        "Counted on people's writing; the images are letters of the pen model that this model misreads in the same "
        "way.",
        "횟수는 사람들의 글씨에서 센 것이고, 이미지는 이 모델이 똑같이 잘못 읽는 펜 모델의 글자입니다.",
    ),
    "confusion.pair": ("{meant} read as {read}", "{meant} → {read}"),
    "confusion.count": ("{count} of {of} ({share})", "{of}개 중 {count}개({share})"),
    "confusion.written": ("{character}, written by the pen model", "펜 모델이 쓴 {character}"),
    "confusion.form": ("here as {character}", "여기서는 {character}"),
    "confusion.try": ("Try it", "해 보기"),
    "confusion.try.label": ("Try it: {pair}", "해 보기: {pair}"),
    "confusion.none": (
        "The pen model's letters are clearer: none of 300 was misread like this.",
        "펜 모델의 글자는 더 또렷해서, 300개 가운데 이렇게 잘못 읽힌 것이 없습니다.",
    ),
    "confusion.alike": ("look-alikes", "닮은꼴"),
    "confusion.alike.why": (
        "Look-alikes such as 0 and O, 1 and I and l, 2 and Z, 5 and S, 9 and g and q: the image is cropped to the "
        "ink, so a character loses its size and its height on the line, and some pairs become the same image.",
        "0과 O, 1과 I와 l, 2와 Z, 5와 S, 9와 g와 q는 닮은꼴입니다. 이미지는 잉크에 맞추어 잘라 내므로 문자의 크기와 "
        "높이가 사라지고, 어떤 쌍은 똑같은 이미지가 됩니다.",
    ),
}
