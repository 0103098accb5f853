"""What the page says about models and letters that are compared."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "mode.label": ("What is shown", "보기"),
    "mode.one": ("One model", "모델 하나"),
    "mode.all": ("All models", "모든 모델"),
    "mode.two": ("Two inputs", "입력 둘"),
    "variants.title": ("All models of the task", "이 과제의 모든 모델"),
    "panel.variants.help": (
        "The same letters go through every model of the task. Choose a name to see that model in full; pin two to "
        "compare them side by side. Time is the processor time of this answer and its explanation on the server; test "
        "accuracy is the share of right answers on writers that were kept out of training.",
        "같은 글자를 이 과제의 모든 모델에 넣습니다. 이름을 누르면 그 모델을 자세히 볼 수 있고, 둘을 고정하면 나란히 "
        "비교할 수 있습니다. 시간은 서버가 이 답과 설명을 계산하는 데 쓴 프로세서 시간, 시험 정답률은 학습에 쓰지 "
        "않은 필자의 글씨로 잰 정답의 비율입니다.",
    ),
    "variants.ms": ("Time", "시간"),
    "variants.parameters": ("Parameters", "파라미터"),
    "variants.accuracy": ("Test accuracy", "시험 정답률"),
    "variants.pin": ("Pin", "고정"),
    "variants.right": ("Right", "맞음"),
    "variants.wrong": ("Wrong", "틀림"),
    "variants.wrong.by_hand": ("Wrong, after a change by hand", "틀림: 중간에 직접 바꾼 것이 있음"),
    "variants.wrong.vision": ("Wrong: vision misread", "틀림: 시각 단계의 오독"),
    "variants.wrong.reasoning": ("Wrong: reasoning", "틀림: 추론 단계"),
    "variants.wrong.both": ("Wrong: both stages", "틀림: 두 단계 모두"),
    "variants.wrong.handover": ("Wrong: probabilities between the stages", "틀림: 단계 사이의 확률"),
    "variants.unknown": ("Right answer unknown", "정답을 알 수 없음"),
    "order.label": ("Order", "순서"),
    "order.menu": ("as in the menu", "메뉴 순서"),
    "order.wrong": ("wrong ones first", "틀린 것부터"),
    "order.confidence": ("most confident first", "확신도가 높은 것부터"),
    "order.ms": ("fastest first", "빠른 것부터"),
    "order.parameters": ("smallest first", "작은 것부터"),
    "order.accuracy": ("best in the test first", "시험 정답률이 높은 것부터"),
    "agreement.right": ("{right} of {count} are right", "정답: {count}개 중 {right}개"),
    "agreement.and": ("; ", ". "),
    "agreement.all": ("all answer {answer}", "모두 같은 답: {answer}"),
    "agreement.most": ("most answer {answer}", "가장 많은 답: {answer}"),
    "agreement.some": ("most frequent answer: {answer} ({n})", "가장 많은 답: {answer}({n}개)"),
    "agreement.none": ("no two answers are the same", "답이 모두 다릅니다"),
    "small.attention": ("Attention", "어텐션"),
    "small.alignment": ("Alignment", "정렬"),
    "small.vision": ("Vision", "시각"),
    "small.reasoning": ("Reasoning", "추론"),
    "letter:small.vision": ("What it reads", "읽은 글자"),
    "row:small.vision": ("Probability, row by row", "줄마다의 확률"),
    "small.told": ("{title}. Strongest in each row: {names}.", "{title}. 행마다 가장 큰 것: {names}."),
    "close.title": ("Two models in detail", "두 모델을 자세히 비교"),
    "panel.close.help": (
        "Two pinned models side by side: answers, images and every panel that both have. Below stands the difference "
        "of each panel, the first minus the second.",
        "고정한 두 모델을 나란히 놓고 답과 이미지, 둘 다 있는 패널을 모두 보여 줍니다. 그 아래는 패널마다 첫째에서 "
        "둘째를 뺀 차이입니다.",
    ),
    "close.empty": (
        "Pin two of the models above to see their answers, their panels and the differences side by side.",
        "위에서 모델 둘을 고정하면 두 모델의 답과 패널, 차이가 나란히 나타납니다.",
    ),
    "close.one": ("pin one more", "하나 더 고정하세요"),
    "close.unpin": ("Unpin", "고정 풀기"),
    "two.title": ("One model, two inputs", "모델 하나, 입력 둘"),
    "panel.two.help": (
        "Keep the letters of the pad as A, then change a letter, its paper or its ink. The page shows both answers "
        "and how the probabilities changed. Letters that are kept stay in your browser.",
        "지금 글자를 A로 남겨 둔 다음, 글자나 종이, 잉크를 바꿔 보세요. 두 답과 확률이 어떻게 달라졌는지 보여 줍니다. "
        "남겨 둔 글자는 이 브라우저에만 있습니다.",
    ),
    "two.keep": ("Keep these letters as A", "지금 글자를 A로 남기기"),
    "two.swap": ("Swap A and B", "A와 B 바꾸기"),
    "two.forget": ("Forget A", "A 지우기"),
    "two.kept": ("Letters kept as A", "A로 남겨 둔 글자"),
    "two.empty": (
        "Keep the letters of the pad as A, then change them: what the pad holds is B, and both are answered side by "
        "side.",
        "지금 글자를 A로 남겨 둔 다음 계속 바꿔 보세요. 칸에 있는 글자가 B가 되고, 두 답이 나란히 나타납니다.",
    ),
    "two.unfit": ("The letters kept as A cannot be answered here:", "A로 남겨 둔 글자에는 여기서 답할 수 없습니다."),
    "difference.title": ("Difference: {one} minus {other}", "차이: {one} 빼기 {other}"),
    "panel.difference.help": (
        "The same panel of both, the first minus the second, in percentage points. Orange cells are larger in the "
        "first, blue cells in the second; empty cells are equal. The largest differences are printed.",
        "같은 패널끼리 첫째에서 둘째를 뺀 값(%p)입니다. 주황색 칸은 첫째가, 파란색 칸은 둘째가 더 크고, 빈 칸은 서로 "
        "같습니다. 가장 큰 차이에는 숫자가 적혀 있습니다.",
    ),
    "difference.panel": ("Panel", "패널"),
    "difference.caption": ("{panel}: {one} minus {other}, in percentage points.", "{panel}: {one} 빼기 {other}(%p)."),
    "difference.cell": ("{difference} percentage points: {a} and {b}", "{difference}%p: {a}, {b}"),
    "difference.probability": ("probability", "확률"),
    "difference.share": ("share", "비율"),
    "difference.at.letters": ("letter {row}, image {column}", "글자 {row}, 이미지 {column}"),
    "difference.at.steps": ("letter {row}, step {n}", "글자 {row}, 시점 {n}"),
    "difference.at.rows": ("row {row}, {column}", "{row}번째 줄, {column}"),
    "difference.at.matrix": ("letter {row}, image {column}", "글자 {row}, 이미지 {column}"),
    "difference.at.bars": ("{row}", "{row}"),
    "difference.at.map": ("start {column}, step {row}", "첫 글자 {column}, 간격 {row}"),
    "difference.most": (
        "They differ most at {place}: {a} in {one}, {b} in {other}.",
        "가장 크게 다른 곳: {place}. {one}: {a}, {other}: {b}.",
    ),
    "difference.same": (
        "They agree everywhere to within half a percentage point.",
        "모든 칸의 차이가 0.5%p 이하입니다.",
    ),
    "difference.none": (
        "No panel of the two can be compared: their rows or columns differ, such as answers of different lengths.",
        "비교할 수 있는 패널이 없습니다. 답의 길이가 다를 때처럼 행이나 열이 서로 다릅니다.",
    ),
    "difference.more": ("{points} percentage points more in {title}", "더 큰 쪽: {title}({points}%p)"),
}
