"""What the alphabet of a class says, on phones and on the wall."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "room.alphabet": ("Trained on us", "우리 글씨로 학습"),
    "room.alphabet.about": (
        "Everyone writes the alphabet. The reader's last layer is trained on the class and tested on unseen hands.",
        "모두가 알파벳을 씁니다. 판독기의 마지막 층을 우리 글씨로 학습하고, 처음 보는 글씨로 시험합니다.",
    ),
    "room.alphabet.begin": ("Write the alphabet", "알파벳 쓰기 시작"),
    "room.alphabet.ask": ("Write {letter}", "쓸 글자: {letter}"),
    "room.alphabet.ask.again": ("Write {letter} again, or choose another letter", "다시 쓸 글자: {letter}"),
    "room.alphabet.done": (
        "That is the whole alphabet. Choose a letter to write it again.",
        "알파벳을 모두 썼습니다. 다시 쓸 글자를 고르세요.",
    ),
    "room.alphabet.sheet": (
        "Sheet for {letter}. Draw it, or type a letter and the pen writes it",
        "{letter} 쓰는 칸. 직접 그리거나, 글자를 입력하면 펜이 씁니다",
    ),
    "room.alphabet.undo": ("Undo", "되돌리기"),
    "room.alphabet.clear": ("Clear", "지우기"),
    "room.alphabet.next": ("Next", "다음"),
    "room.alphabet.write": ("{letter}, not written yet", "{letter}, 아직 쓰지 않음"),
    "room.alphabet.again": ("{letter}, written", "{letter}, 썼음"),
    "room.alphabet.sent": ("Letters that the class has: {count} of 26", "보낸 글자: 26개 중 {count}개"),
    "room.alphabet.waits": (
        "Waiting to be sent: {letters}. They are kept on this phone until then.",
        "보내는 중: {letters}. 보낼 때까지 이 휴대전화에 남아 있습니다.",
    ),
    "room.alphabet.how": (
        "Write as you always do, in capitals. Without a pen or a finger, select the sheet and type the letter.",
        "평소처럼 대문자로 쓰세요. 그릴 수 없으면 칸을 선택하고 글자를 입력하세요.",
    ),
    "room.alphabet.ours": ("Your class's reader is ready. Try it:", "우리 반 판독기가 준비되었습니다. 써 보세요."),
    "room.alphabet.use": ("Use it for “{task}”", "사용해 보기: {task}"),
    "room.alphabet.reader": ("{title}, trained on this class", "{title} (우리 글씨로 학습)"),
    "room.alphabet.summary": (
        "The last layer of its reader was trained again on the letters of this class. All else is as shipped.",
        "판독기의 마지막 층만 우리 글씨로 다시 학습했습니다. 나머지는 원래 모델과 같습니다.",
    ),
    "room.alphabet.letters": ("Letters", "글자"),
    "room.alphabet.mistakes": ("Mistakes", "오독"),
    "room.alphabet.result": ("Trained on us", "학습 결과"),
    "room.alphabet.none": ("No letters yet.", "아직 쓴 글자가 없습니다."),
    "room.alphabet.right": (
        "The shipped reader reads {right} of {count} letters right ({share}).",
        "원래 판독기가 맞게 읽은 글자: {count}개 중 {right}개({share})",
    ),
    "room.alphabet.hardest": ("Hardest letters", "가장 어려운 글자"),
    "room.alphabet.share": ("{share} of {count} read right", "{count}개 중 {share} 맞음"),
    "room.alphabet.far": ("Letters written", "쓴 글자 수"),
    "room.alphabet.drawing": (
        "{letter} by {who}, read right. Take it off the wall",
        "{letter}, 쓴 사람: {who}, 맞게 읽음. 벽에서 내리기",
    ),
    "room.alphabet.drawing.misread": (
        "{letter} by {who}, read as {read}. Take it off the wall",
        "{letter}, 쓴 사람: {who}, 읽은 결과: {read}. 벽에서 내리기",
    ),
    "room.alphabet.restore": ("Put the last drawing back ({count})", "마지막으로 내린 글자 되돌리기({count})"),
    "room.alphabet.file": ("Save the class's ink", "우리 글씨 파일로 저장"),
    "room.alphabet.train": ("Train on us", "우리 글씨로 학습하기"),
    "room.alphabet.train.about": (
        "Only the reader's last layer is trained; the layers before it stay frozen. Each hand is then read by a layer "
        "that was trained on the other hands. This takes some seconds.",
        "판독기의 마지막 층만 학습하고 앞의 층은 그대로 둡니다. 한 사람의 글씨는 나머지 사람들의 글씨로 학습한 층이 "
        "읽습니다. 몇 초 걸립니다.",
    ),
    "room.alphabet.few": (
        "Training needs at least {hands} hands and {letters} letters.",
        "학습하려면 적어도 {hands}명의 글자 {letters}개가 필요합니다.",
    ),
    "room.alphabet.mean": (
        "Hands that were left out: {before} of the letters are read right by the shipped reader (standard deviation "
        "over hands {spread_before}), {after} by the class's (standard deviation {spread_after}). Difference: "
        "{difference} percentage points.",
        "학습에서 뺀 글씨의 정답률: 원래 판독기 {before}(사람 간 표준편차 {spread_before}), 우리 판독기 {after}"
        "(표준편차 {spread_after}). 차이: {difference}%p.",
    ),
    "room.alphabet.hands": (
        "Read better: {better} hands. Read worse: {worse}. The same: {same}.",
        "더 잘 읽힌 사람: {better}명. 더 못 읽힌 사람: {worse}명. 같은 사람: {same}명.",
    ),
    "room.alphabet.effect": (
        "Chance alone splits the hands this unevenly in {p} of cases: training made a difference.",
        "우연만으로 이만큼 치우칠 확률은 {p}입니다. 학습의 효과가 있었습니다.",
    ),
    "room.alphabet.unclear": (
        "Chance alone splits the hands this unevenly in {p} of cases: this class cannot tell whether training helped.",
        "우연만으로 이만큼 치우칠 확률은 {p}입니다. 우리 반만으로는 학습의 효과가 있는지 알 수 없습니다.",
    ),
    "room.alphabet.even": (
        "As many hands are read worse as better: this class cannot tell whether training helped.",
        "더 잘 읽힌 사람과 더 못 읽힌 사람의 수가 같습니다. 우리 반만으로는 학습의 효과가 있는지 알 수 없습니다.",
    ),
    "room.alphabet.unchanged": (
        "No hand changed: this class cannot tell whether training helped.",
        "정답률이 달라진 사람이 없습니다. 우리 반만으로는 학습의 효과가 있는지 알 수 없습니다.",
    ),
    "room.alphabet.left_out": (
        "Each hand, read by a layer that never saw it. Lines span {low} to 100%. Ring: as shipped. Dot: trained on us.",
        "처음 보는 글씨를 읽은 결과. 선의 범위는 {low}~100%이고, 고리는 원래 판독기, 점은 우리 판독기입니다.",
    ),
    "room.alphabet.hand": ("Hand", "글씨"),
    "room.alphabet.letters_of": ("Letters", "글자 수"),
    "room.alphabet.shipped": ("As shipped", "원래 판독기"),
    "room.alphabet.trained": ("Trained on us", "우리 판독기"),
    "room.alphabet.curve": ("What one more hand is worth", "한 사람이 더 쓰면 얼마나 좋아질까요?"),
    "room.alphabet.curve.note": (
        "Mean over the hands that were left out. Each is read by a layer trained on so many of the others.",
        "학습에서 뺀 글씨의 평균 정답률입니다. 나머지 가운데 표시된 수만큼의 글씨로 학습했습니다.",
    ),
    "room.alphabet.curve.x": ("Hands trained on", "학습한 사람 수"),
    "room.alphabet.curve.y": ("Letters read right", "맞게 읽은 글자"),
    "room.alphabet.matrix": (
        "Rows: what was meant. Columns: what it was read as. Numbers count mistakes.",
        "행은 쓰려던 글자, 열은 읽은 글자입니다. 숫자는 오독 횟수입니다.",
    ),
    "room.alphabet.before": ("As shipped", "원래 판독기"),
    "room.alphabet.after": ("Trained on the other hands", "다른 사람의 글씨로 학습한 판독기"),
    "room.alphabet.wrong": ("Mistakes: {count}", "오독: {count}개"),
}

COMPLAINTS: Final[dict[str, str]] = {
    "bad_capital": "글자는 A부터 Z까지만 쓸 수 있습니다.",
    "bad_order": "무엇을 하라는 것인지 알 수 없습니다.",
    "few_hands": "학습하려면 적어도 3명의 글자 30개가 필요합니다.",
    "no_class_reader": "그런 우리 반 판독기는 없습니다.",
    "no_drawing": "이 글자는 이제 벽에 없습니다.",
    "no_hands": "아직 쓴 글자가 없습니다.",
    "no_shipped_reader": "판독기를 불러오지 못했습니다.",
}
