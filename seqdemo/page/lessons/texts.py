"""What every lesson says; the sentences of each lesson stand in files of their own."""

from __future__ import annotations

from typing import Final

from seqdemo.page.lessons.sentences import letters, words

_COMMON: Final[dict[str, tuple[str, str]]] = {
    "lesson.all": ("Lessons", "실습"),
    "lesson.lead": (
        "Short lessons. Each shows an example, asks what you expect, and then shows what the model did and why. Each "
        "ends with a task.",
        "짧은 실습입니다. 예를 하나 보고 결과를 예상한 다음, 모델이 무엇을 왜 했는지 확인합니다. 끝에는 직접 해 보는 "
        "과제가 있습니다.",
    ),
    "lesson.seen": ("done", "마침"),
    "lesson.tried": ("task done", "과제 완료"),
    "lesson.at": ("Lesson {n} of {count}", "실습 {n} / {count}"),
    "lesson.fold": ("Fold the lesson up or down", "실습 접기 또는 펼치기"),
    "lesson.close": ("Close the lesson", "실습 닫기"),
    "lesson.unfit": (
        "This lesson was written for other models. The example may not show what the text says.",
        "다른 모델에 맞추어 쓴 실습입니다. 예의 결과가 설명과 다를 수 있습니다.",
    ),
    "lesson.reveal": ("Reveal", "결과 보기"),
    "lesson.covered": (
        "Guess first. The answer is hidden until you do.",
        "먼저 예상해 보세요. 답은 그때까지 가려 둡니다.",
    ),
    "lesson.guess.right": ("You were right.", "맞혔습니다."),
    "lesson.guess.wrong": ("Not quite: see the ticked answer.", "예상과 다릅니다. 체크 표시가 정답입니다."),
    "lesson.show": ("Show me where", "어디인지 보기"),
    "lesson.block": ("How it works: {block}", "작동 방식: {block}"),
    "lesson.back": ("Back to the lesson", "실습으로 돌아가기"),
    "lesson.scenes": ("On the page", "화면에 보이는 것"),
    "lesson.measured": (
        "Measured on writers and words that were kept out of training",
        "학습에 쓰지 않은 필자와 단어로 잰 값",
    ),
    "lesson.task": ("Now you", "직접 해 보기"),
    "lesson.task.set": ("Set up the page", "화면 준비하기"),
    "lesson.task.done": ("done", "완료"),
    "lesson.task.fulfilled": ("Done! That is what the task asked for.", "완료! 과제에서 요구한 그대로입니다."),
    "lesson.previous": ("Previous", "이전"),
    "lesson.next": ("Next lesson", "다음 실습"),
    "lesson.list": ("All lessons", "실습 목록"),
    "lesson.again": ("Start over", "처음부터"),
    "lesson.again.told": (
        "Start over: remove all ticks, letters and settings for the next group",
        "처음부터: 다음 모둠을 위해 완료 표시, 글자, 설정을 모두 지웁니다",
    ),
    "lesson.yet.task": ("Not yet: another task is chosen.", "아직입니다. 다른 과제가 선택되어 있습니다."),
    "lesson.yet.model": ("Not yet: another model is chosen.", "아직입니다. 다른 모델이 선택되어 있습니다."),
    "lesson.yet.count": (
        "Not yet: the task asks for another number of letters.",
        "아직입니다. 과제에서 요구한 글자 수가 아닙니다.",
    ),
    "lesson.yet.meant": (
        "Not yet: write under the boxes which letters you meant.",
        "아직입니다. 쓰려던 글자를 칸 아래에 적어 주세요.",
    ),
    "lesson.yet.wrong": ("Not yet: the answer is wrong.", "아직입니다. 답이 틀렸습니다."),
    "lesson.yet.right": ("Not yet: the answer is right.", "아직입니다. 답이 맞았습니다."),
    "lesson.yet.clear": ("Not yet: every letter was read right.", "아직입니다. 모든 글자를 바르게 읽었습니다."),
    "lesson.yet.gain": (
        "Not yet: GRU 1 gains less than 10 percentage points on every letter. Write one letter less clearly.",
        "아직입니다. 모든 글자에서 GRU 1로 높아진 확률이 10%p보다 작습니다. 한 글자를 덜 또렷하게 써 보세요.",
    ),
    "lesson.yet.step": ("Not yet: the step is not −3.", "아직입니다. 간격이 −3이 아닙니다."),
    "lesson.yet.sure": (
        "Not yet: the model is at least 50% sure of its answer.",
        "아직입니다. 답의 확신도가 50% 이상입니다.",
    ),
    "lesson.yet.hesitates": (
        "Not yet: every letter is clear. Write one so that a second reading gets 10% or more.",
        "아직입니다. 모든 글자가 또렷합니다. 둘째 후보의 확률이 10% 이상인 글자를 하나 써 보세요.",
    ),
    "lesson.yet.pair": (
        "Not yet: the swapped letters are not numbers 2 and 3.",
        "아직입니다. 2번째와 3번째 글자가 바뀐 단어가 아닙니다.",
    ),
    "lesson.yet.cross": (
        "Not yet: the strongest cells do not cross. Try another word.",
        "아직입니다. 가장 진한 칸이 엇갈리지 않습니다. 다른 단어로 해 보세요.",
    ),
    "lesson.yet.twice": (
        "Not yet: two different letters must occur twice.",
        "아직입니다. 서로 다른 두 글자가 두 번씩 나와야 합니다.",
    ),
    "lesson.yet.unlisted": (
        "Not yet: one swap turns these letters into a listed word.",
        "아직입니다. 자리를 한 번 바꾸면 목록에 있는 단어가 됩니다.",
    ),
    "lesson.yet.covered": ("Not yet: fewer than 12 rows are covered.", "아직입니다. 가린 줄이 12줄보다 적습니다."),
    "lesson.yet.second": (
        "Not yet: no second reading gets 25%.",
        "아직입니다. 둘째 후보의 확률이 25% 이상인 글자가 없습니다.",
    ),
    "lesson.yet.by_hand": (
        "Not yet: something inside the model was set by hand. Take it back first.",
        "아직입니다. 모델 안의 값을 직접 정했습니다. 먼저 되돌리세요.",
    ),
    "lesson.of.cnn": ("Letters read right by the CNN alone", "CNN만으로 바르게 읽은 글자"),
    "lesson.of.gru1": ("Letters read right by GRU 1", "GRU 1이 바르게 읽은 글자"),
    "lesson.of.gru2": ("Next letters right, given the true letters", "올바른 글자를 주었을 때 맞힌 다음 글자"),
    "lesson.of.row": ("Next letters right, given the images", "이미지를 주었을 때 맞힌 다음 글자"),
    "lesson.of.length": ("{n} letters", "{n}글자"),
    "lesson.of.model": ("{title}, {n} letters", "{title}, {n}글자"),
    "lesson.of.words": ("{title}", "{title}"),
    "lesson.of.usual": ("{title}, 4 to 8 letters", "{title}, 4~8글자"),
    "lesson.of.beyond": ("{title}, 9 and 10 letters", "{title}, 9~10글자"),
    "lesson.of.characters": ("{title}: right answers", "{title}: 정답률"),
    "lesson.of.upper": ("{title}: share of the upper half", "{title}: 위쪽 절반의 비율"),
    "lesson.of.sure": ("{title}: mean confidence", "{title}: 평균 확신도"),
    "lesson.of.right": ("{title}: letters right", "{title}: 바르게 읽은 글자"),
    "lesson.of.across": ("Attention to the image of the needed letter", "필요한 글자의 이미지에 주는 어텐션"),
    "lesson.of.straight": ("Attention to the image in its place", "같은 자리의 이미지에 주는 어텐션"),
    "lesson.of.same": ("Attention to the same letter", "같은 글자에 주는 어텐션"),
    "lesson.of.beside": ("Attention to a neighbour", "이웃 글자에 주는 어텐션"),
    "lesson.of.rest": ("Attention to any other image", "그 밖의 이미지에 주는 어텐션"),
    "lesson.of.listed": ("{title}: listed words", "{title}: 목록에 있는 단어"),
    "lesson.of.unlisted": ("{title}: words not in its list", "{title}: 목록에 없는 단어"),
    "lesson.of.decision.base": ("Report's recipe (mean of 3 seeds)", "보고서 방식(시드 3개의 평균)"),
    "lesson.of.decision.cross-entropy": ("with cross-entropy", "교차 엔트로피로 바꾸면"),
    "lesson.of.decision.soft": ("with all probabilities passed on", "모든 확률을 넘기면"),
    "lesson.of.decision.lstm": ("with LSTM cells", "LSTM 셀로 바꾸면"),
    "lesson.of.decision.causal": ("with unidirectional GRUs", "단방향 GRU로 바꾸면"),
    "lesson.of.remedy.base": ("{title}: no remedy", "{title}: 처방 없음"),
    "lesson.of.remedy.warm-up": ("{title}: warm-up", "{title}: 워밍업"),
    "lesson.of.remedy.clipping": ("{title}: gradient clipping", "{title}: 기울기 클리핑"),
    "lesson.of.remedy.lower-rate": ("{title}: lower learning rate", "{title}: 낮은 학습률"),
    "lesson.of.remedy.pretrained": ("{title}: trained reader", "{title}: 미리 학습한 판독기"),
    "lesson.of.remedy.read.base": ("{title}: letters read, no remedy", "{title}: 바르게 읽은 글자, 처방 없음"),
    "lesson.of.remedy.read.lower-rate": (
        "{title}: letters read, lower learning rate",
        "{title}: 바르게 읽은 글자, 낮은 학습률",
    ),
}

TEXTS: Final = _COMMON | letters.TEXTS | words.TEXTS

COMPLAINTS: Final[dict[str, str]] = {
    "unknown_lesson": "그런 실습은 없습니다. 목록에서 고르세요.",
}
