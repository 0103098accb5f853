"""What the block of the report's wrong samples says."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "wrong.lead": (
        "The report says of its model that it fails on short sequences with a letter that is hard to read. Here are "
        "samples of the test that this model gets wrong.",
        "보고서는 읽기 어려운 글자가 든 짧은 글자열에서 모델이 틀린다고 합니다. 이 모델이 시험에서 틀린 예입니다.",
    ),
    "wrong.gallery": ("Wrong answers", "틀린 답"),
    "wrong.told": (
        "{wrong} of {sequences} sequences ({share}) were answered wrong, {shortest} of them with two letters. Drawn "
        "from the test writers' letters with seed {seed}, {date}. Letters in red were misread.",
        "글자열 {sequences}개 가운데 {wrong}개({share})가 틀렸고, 그중 {shortest}개는 두 글자입니다. 시험용 필자의 "
        "글자에서 시드 {seed}번으로 뽑았습니다({date}). 빨간 글자는 잘못 읽은 것입니다.",
    ),
    "wrong.card": ("Answer {answer}, right {target}", "모델의 답 {answer}, 정답 {target}"),
    "wrong.short": ("short", "짧음"),
    "wrong.confusion": ("Which letter is taken for which", "어느 글자를 무엇으로 읽을까요?"),
    "wrong.confusion.told": (
        "Each test letter alone, as GRU 1 names it: the row is the letter that was meant, the column what was read. "
        "The stronger the colour, the more of the row.",
        "시험용 글자를 하나씩 보였을 때 GRU 1의 답입니다. 행은 쓰려던 글자, 열은 읽은 글자입니다. 색이 진할수록 그 "
        "행에서 차지하는 비율이 큽니다.",
    ),
    "wrong.caption": ("Counts by letter meant and letter read", "쓰려던 글자와 읽은 글자별 개수"),
    "wrong.signs": (
        "pᵥ is the probability that one letter is read right, P that all T are. Two letters that are both read "
        "right fix the step; with more letters one mistake can be noticed.",
        "pᵥ는 한 글자를, P는 T글자를 모두 바르게 읽을 확률입니다. 두 글자를 모두 바르게 읽어야 간격을 알 수 있고, "
        "글자가 더 많으면 하나를 잘못 읽어도 알아챌 수 있습니다.",
    ),
    "wrong.question": (
        "Why does the same misread letter do more harm among two letters than among six?",
        "같은 글자를 잘못 읽어도 왜 여섯 글자보다 두 글자일 때 더 해로울까요?",
    ),
    "wrong.answer": (
        "Two letters always form some sequence, so nothing contradicts the mistake. Among six, only one step fits the "
        "five that were read right.",
        "두 글자는 항상 어떤 글자열이 되므로 잘못을 드러낼 것이 없습니다. 여섯 글자라면 바르게 읽은 다섯에 맞는 간격은 "
        "하나뿐입니다.",
    ),
}
