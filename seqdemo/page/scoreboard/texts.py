"""What the scoreboard says."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "learned.limit": ("exact inference", "정확 추론"),
    "board.title": ("Scoreboard", "모델 성능 비교"),
    "board.lead": (
        "Every model at every task: accuracy, cost, where errors arise, and what happens when letters get harder. All "
        "figures come from the checkpoints and from one benchmark.",
        "모든 모델의 과제별 정답률, 비용, 오류가 생기는 단계, 읽기 어려운 글자에서의 정답률을 보여 줍니다. 모든 "
        "숫자는 체크포인트와 하나의 벤치마크에서 나온 것입니다.",
    ),
    "board.every": ("All", "모두"),
    "board.families": ("Which tasks are shown", "표시할 과제"),
    "board.scores": ("Every model at every task", "모든 과제의 모든 모델"),
    "board.scores.note": (
        "The bar is the share of right answers; the dashed mark is exact inference at that task, as a reference. For "
        "sequences it would be the best on average if the letter probabilities were calibrated and independent; for "
        "words it only knows which letter follows three others, so a better letter model may pass it. Vision counts "
        "letters read right; reasoning, right answers given the true letters; the exact rule, right answers that the "
        "rule finds from the letters read.",
        "막대는 정답률이고, 점선 표시는 그 과제의 정확 추론(참고)입니다. 글자열에서는 글자 확률이 보정되어 있고 서로 "
        "독립이라면 평균적으로 가장 높은 값이고, 단어에서는 앞의 세 글자만 아는 글자 모델이라 더 나은 글자 모델이 "
        "넘을 수 있습니다. 시각은 바르게 읽은 글자, 추론은 올바른 글자를 주었을 때의 정답, 정확한 규칙은 읽은 글자에 "
        "규칙을 적용했을 때의 정답을 셉니다.",
    ),
    "board.caption": (
        "Right answers, stages, size and cost of each model at each task. The buttons in the header sort.",
        "과제마다 각 모델의 정답률, 단계별 성적, 크기와 비용. 머리글의 버튼을 누르면 정렬됩니다.",
    ),
    "board.lengths": ("By number of letters", "글자 수별"),
    "board.lengths.told": ("Right answers by number of letters: {told}", "글자 수에 따른 정답률: {told}"),
    "board.answers": ("Answers", "답"),
    "board.vision": ("Vision", "시각"),
    "board.reasoning": ("Reasoning", "추론"),
    "board.rule": ("Exact rule", "정확한 규칙"),
    "board.size": ("On disk", "파일 크기"),
    "board.cost": ("Processor time", "프로세서 시간"),
    "board.ratio": ("Times the reader's", "판독기의 몇 배"),
    "board.stages": ("Where errors arise", "오류가 생기는 곳"),
    "board.stages.note": (
        "What each stage gets right, by number of letters. If the exact rule on the letters read does worse than the "
        "model, reasoning corrected letters that vision misread.",
        "각 단계의 정답률을 글자 수별로 나타냅니다. 읽은 글자에 정확한 규칙을 적용한 것이 모델보다 못하다면, 시각 "
        "단계가 잘못 읽은 글자를 추론 단계가 바로잡은 것입니다.",
    ),
    "board.hardships": ("Letters that are harder to read", "읽기 어려운 글자"),
    "board.hardships.note": (
        "Right answers as letters get harder to read. Usual letters are at 0, for the pen width at 1×.",
        "글자를 점점 읽기 어렵게 만들었을 때의 정답률입니다. 보통 글자는 0, 펜 굵기에서는 1×입니다.",
    ),
    "board.hardships.choose": ("What is done to the letters", "글자를 어떻게 바꿀까요?"),
    "board.dotted": ("Letters read right, too (dotted)", "바르게 읽은 글자도 보기(점선)"),
    "board.read": ("{title}, letters read", "{title}, 읽은 글자"),
    "board.rotation": ("Rotation", "회전"),
    "board.rotation.axis": ("Turned clockwise by", "시계 방향으로 돌린 각도"),
    "board.rotation.note": (
        "Each letter is turned before it is drawn, then cropped and centred as usual.",
        "글자를 돌린 다음 평소처럼 잘라 내어 가운데에 놓습니다.",
    ),
    "board.noise": ("Noise", "잡음"),
    "board.noise.axis": ("Noise, standard deviation", "잡음의 표준 편차"),
    "board.noise.note": (
        "Gaussian noise on each of the 28 × 28 pixels, as a share of the range from black to white.",
        "28 × 28 픽셀마다 가우스 잡음을 더합니다. 검은색에서 흰색까지의 범위에 대한 비율입니다.",
    ),
    "board.blur": ("Blur", "흐리기"),
    "board.blur.axis": ("Blur, pixels", "흐린 정도, 픽셀"),
    "board.blur.note": (
        "Gaussian blur of the image; its standard deviation in pixels.",
        "이미지를 가우스 필터로 흐리게 합니다. 표준 편차를 픽셀로 나타냅니다.",
    ),
    "board.thickness": ("Pen width", "펜 굵기"),
    "board.thickness.axis": ("Width of the pen", "펜의 굵기"),
    "board.thickness.note": (
        "The same strokes with a thinner or thicker pen; 1× is the usual one.",
        "같은 획을 더 가늘거나 굵은 펜으로 그립니다. 1×가 보통 굵기입니다.",
    ),
    "board.paper": ("Paper", "종이"),
    "board.paper.axis": ("Brightness of the paper", "종이의 밝기"),
    "board.paper.note": (
        "From black paper with white ink to white paper with black ink; halfway, both would be the same grey. In the "
        "normal next-letter task, half of the letters have their colours inverted.",
        "검은 종이의 흰 잉크에서 흰 종이의 검은 잉크까지입니다. 한가운데에서는 둘이 같은 회색이 됩니다. 보통 난이도의 "
        "다음 글자 과제에서는 글자의 절반은 색을 반전합니다.",
    ),
    "board.rivals": ("Other readers on the same letters", "같은 글자를 읽는 다른 방법"),
    "board.rivals.note": (
        "Single letters of the test writers; capitals and small letters count as the same. Programs for printed text "
        "were not made for such letters; the two methods that learned from the same training writers were.",
        "시험용 필자들이 쓴 글자 하나하나이며 대문자와 소문자를 구별하지 않습니다. 인쇄물용 프로그램은 이런 글자를 "
        "위해 만든 것이 아니고, 같은 학습용 필자들로 학습한 두 방법은 이를 위한 것입니다.",
    ),
    "board.rival.knn": ("k nearest neighbours", "k-최근접 이웃"),
    "board.rival.hog-svm": ("HOG + linear SVM", "HOG + 선형 SVM"),
    "board.rivals.caption": (
        "Letters read right by each method, with its cost, version and settings.",
        "방법마다 바르게 읽은 글자의 비율, 비용, 버전과 설정.",
    ),
    "board.reader": ("Reader", "읽는 방법"),
    "board.rivals.alone": ("{n} letters written on their own", "따로 쓴 글자 {n}개"),
    "board.rivals.every": ("{n} letters, those cut out of words too", "단어에서 잘라 낸 것까지 {n}개"),
    "board.rivals.ms": ("Processor time per letter", "글자당 프로세서 시간"),
    "board.rivals.version": ("Version", "버전"),
    "board.rivals.settings": ("Settings", "설정"),
    "board.correctors": ("Other correctors of the same words", "같은 단어를 고치는 다른 방법"),
    "board.correctors.note": (
        "Swapped words in the test writers' letters, as the same reader reads them. A spelling corrector finds the "
        "listed word with the fewest edits and sees only the most probable letters; the dictionary here weighs all "
        "letter probabilities. Words in the list and words taken off the list are counted separately.",
        "시험용 필자들의 글자로 쓴, 자리 바뀐 단어를 같은 판독기가 읽은 결과입니다. 맞춤법 교정기는 확률이 가장 높은 "
        "글자만 보고 편집 횟수가 가장 적은 목록의 단어를 찾습니다. 여기의 사전은 모든 글자 확률을 비교합니다. 목록에 "
        "있는 단어와 목록에서 뺀 단어를 따로 셉니다.",
    ),
    "board.corrector": ("Corrector", "고치는 방법"),
    "board.correctors.caption": (
        "Words written right by each corrector, its cost, version and settings.",
        "방법마다 바르게 쓴 단어의 비율, 비용, 버전과 설정.",
    ),
    "board.correctors.listed": ("Words in the list", "목록에 있는 단어"),
    "board.correctors.unlisted": ("Words not in the list", "목록에 없는 단어"),
    "board.correctors.accuracy": ("4–8 letters", "4~8글자"),
    "board.correctors.challenge": ("9–10 letters", "9~10글자"),
    "board.correctors.longer": ("11–14 letters", "11~14글자"),
    "board.correctors.ms": ("Processor time per word", "단어당 프로세서 시간"),
    "board.source.correctors": ("{words} words of each kind.", "종류마다 단어 {words}개입니다."),
    "board.source.cards": (
        "Right answers, stages, parameters and training time: from each model's card, README.md in the folder under "
        "its name, written from its metrics.json on letters of test writers.",
        "정답률, 단계별 성적, 파라미터 수, 학습 시간은 모델 이름 아래 적힌 폴더의 README.md에서 나온 것이며, 시험용 "
        "필자들의 글자로 잰 metrics.json에서 만들어집니다.",
    ),
    "board.source.costs": (
        "Processor time: one answer as the page asks for it (a sequence of five letters, a word of ten, or one "
        "character), the median of many, all models taking turns.",
        "프로세서 시간은 페이지가 묻는 대로 답 하나(글자열 다섯 글자, 열 글자 단어, 또는 문자 하나)에 걸린 시간이며, "
        "모든 모델이 번갈아 답한 여러 번의 중앙값입니다.",
    ),
    "board.source.measured": ("Measured on {date}, {machine}: {command}.", "{date}에 측정, {machine}: {command}."),
    "board.source.none": (
        "Processor time has not been measured for these weights: run “make benchmark”.",
        "이 가중치의 프로세서 시간은 아직 재지 않았습니다. “make benchmark”를 실행하세요.",
    ),
    "board.source.stale": (
        "Trained again since the benchmark ran, and therefore without its figures: {titles}.",
        "벤치마크 뒤에 다시 학습해서 그 숫자를 뺀 모델: {titles}.",
    ),
    "board.source.distorted": (
        "{letters} letters of the test writers, each written on its own, and {samples} sequences or words of 4 to 8 "
        "letters made of them.",
        "시험용 필자들이 따로 쓴 글자 {letters}개와, 그것으로 만든 글자열 또는 4~8글자 단어 {samples}개입니다.",
    ),
}
