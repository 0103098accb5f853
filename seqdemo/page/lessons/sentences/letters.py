"""What the lessons on single letters and on the letter that follows say."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "lesson.sees.title": ("What GRU 1 sees", "GRU 1이 보는 것"),
    "lesson.sees.about": (
        "One image, read alone and read in its sequence",
        "같은 이미지를 혼자 읽을 때와 글자열로 읽을 때",
    ),
    "lesson.sees.text": (
        "The CNN reads one image at a time and gives each letter from A to Z a probability. GRU 1 then reads the "
        "images from left to right. Its hidden state summarizes the images before.",
        "CNN은 이미지를 하나씩 읽고 A부터 Z까지 글자마다 확률을 매깁니다. 그다음 GRU 1이 이미지들을 왼쪽부터 차례로 "
        "읽습니다. 앞의 이미지들은 은닉 상태에 요약되어 있습니다.",
    ),
    "lesson.sees.question": (
        "The CNN alone reads image {at} as {guess} ({guessed}). Before it stand {before}. What does GRU 1 read?",
        "CNN만으로 읽은 {at}번째 이미지: {guess}({guessed}). 그 앞의 글자: {before}. GRU 1은 무엇으로 읽을까요?",
    ),
    "lesson.sees.option.1": (
        "{guess}: GRU 1 gets what the CNN saw, and nothing else.",
        "{guess}: GRU 1은 CNN이 본 것만 받습니다.",
    ),
    "lesson.sees.option.2": (
        "No letter clearly: none gets 60%.",
        "뚜렷하지 않음: 60%를 넘는 글자가 없습니다.",
    ),
    "lesson.sees.option.3": (
        "{truth}: GRU 1 has the letters before in its state.",
        "{truth}: GRU 1의 상태에는 앞의 글자들이 있습니다.",
    ),
    "lesson.sees.reveal": (
        "GRU 1 reads {truth} ({known}). The context {before} outweighs strokes that look like {guess}. This rule was "
        "not programmed: GRU 1 learned it from sequences.",
        "GRU 1의 답은 {truth}입니다({known}). {guess} 모양의 획보다 {before} 다음이라는 문맥이 크게 작용했습니다. 이 "
        "규칙은 프로그램한 것이 아니라 글자열에서 학습한 것입니다.",
    ),
    "lesson.sees.average": (
        "On average: of {inputs} test sequences in which the CNN misread one letter from the third on, GRU 1 reads "
        "it right in {mean_true}, keeps the CNN's letter in {mean_same} and is unclear in {mean_unclear}.",
        "평균: 셋째 이후의 글자 하나를 CNN이 잘못 읽은 시험 글자열 {inputs}개 가운데 GRU 1이 바로잡은 비율은 "
        "{mean_true}, CNN과 같은 글자로 읽은 비율은 {mean_same}, 뚜렷하지 않은 비율은 {mean_unclear}입니다.",
    ),
    "lesson.sees.look": (
        "Column {at}: in GRU 1 the strongest cell is {truth}. In “At a glance”, the CNN alone, it is {guess}.",
        "{at}번째 열: GRU 1에서 가장 진한 칸은 {truth}, CNN만으로 읽은 ‘첫눈에’ 패널에서는 {guess}입니다.",
    ),
    "lesson.sees.task": (
        "Write four letters of a sequence, one of them carelessly. GRU 1 must give the right letter at least 10 "
        "percentage points more than the CNN alone. Write under the boxes which letters you meant.",
        "글자열의 네 글자를 쓰되 하나는 대충 쓰세요. 올바른 글자의 확률이 CNN만으로 읽을 때보다 GRU 1에서 10%p 이상 "
        "높아야 합니다. 쓰려던 글자는 칸 아래에 적으세요.",
    ),
    "lesson.believes.title": ("What GRU 2 predicts", "GRU 2가 예측하는 것"),
    "lesson.believes.about": ("How many letters fix the step?", "글자가 몇 개면 간격이 정해질까요?"),
    "lesson.believes.text": (
        "GRU 2 gets the letter probabilities of GRU 1. After every image it predicts the letter that follows. It is "
        "unidirectional: after image 3 it has not read image 4.",
        "GRU 2는 GRU 1이 매긴 글자 확률을 받아, 이미지마다 다음에 올 글자를 예측합니다. 단방향이므로 세 번째 "
        "이미지에서는 네 번째 이미지를 아직 읽지 않았습니다.",
    ),
    "lesson.believes.question": (
        "The sequence is {letters}. From which image on does GRU 2 always predict the right letter?",
        "글자열은 {letters}입니다. GRU 2는 몇 번째 이미지부터 다음 글자를 계속 맞힐까요?",
    ),
    "lesson.believes.option.1": ("From image 1 on.", "첫 번째 이미지부터."),
    "lesson.believes.option.2": ("From image 2 on.", "두 번째 이미지부터."),
    "lesson.believes.option.3": ("From image 3 on.", "세 번째 이미지부터."),
    "lesson.believes.option.4": ("At the last image only.", "마지막 이미지에서만."),
    "lesson.believes.reveal": (
        "From image 2 on. One letter says nothing about the step: the most probable next letter gets only {after1}. "
        "Two letters that are read right fix it ({after2}). The third confirms it ({after3}).",
        "두 번째 이미지부터입니다. 글자 하나로는 간격을 알 수 없어서 1순위 글자의 확률도 {after1}입니다. 글자 둘을 "
        "바르게 읽으면 간격이 정해지고({after2}), 셋째 글자가 확인해 줍니다({after3}).",
    ),
    "lesson.believes.average": (
        "On average: of {inputs} test sequences of six letters, GRU 2 is right from image 2 on in {mean_image2}, from "
        "image 3 on in {mean_image3} and from image 1 on, by chance, in {mean_image1}.",
        "평균: 여섯 글자 시험 글자열 {inputs}개 가운데 두 번째 이미지부터 계속 맞힌 비율은 {mean_image2}, 세 "
        "번째부터는 {mean_image3}, 우연히 첫 번째부터 맞힌 비율은 {mean_image1}입니다.",
    ),
    "lesson.believes.look": (
        "The first column is pale: many letters are possible. From the second on, one cell is dark.",
        "첫째 열은 모두 흐립니다. 여러 글자가 가능하다는 뜻입니다. 둘째 열부터는 한 칸만 진합니다.",
    ),
    "lesson.believes.task": (
        "Write at least four letters, each three places before the last in the alphabet, so that the answer is right. "
        "You could begin with T.",
        "알파벳을 세 글자씩 거꾸로 가는 글자열을 네 글자 이상 써서 답을 맞히게 해 보세요. T에서 시작해도 좋습니다.",
    ),
    "lesson.blame.title": ("Which stage was wrong?", "어느 단계가 틀렸을까요?"),
    "lesson.blame.about": ("How to find the stage that was wrong", "틀린 단계를 찾는 방법"),
    "lesson.blame.text": (
        "The answer to this sequence is wrong. GRU 1 may have misread a letter, or GRU 2 may have predicted the wrong "
        "one. A test tells them apart: give GRU 2 the true letters and see what it answers then.",
        "이 글자열의 답은 틀렸습니다. GRU 1이 글자를 잘못 읽었을 수도, GRU 2가 잘못 예측했을 수도 있습니다. GRU 2에 "
        "올바른 글자를 주고 답을 보면 구별할 수 있습니다.",
    ),
    "lesson.blame.question": (
        "The model answers {answer}; {target} is right. Look at the panels below. Which stage was wrong?",
        "모델의 답은 {answer}, 정답은 {target}입니다. 아래 패널을 보세요. 어느 단계가 틀렸을까요?",
    ),
    "lesson.blame.option.1": ("Vision: GRU 1 misread a letter.", "시각: GRU 1이 글자를 잘못 읽었습니다."),
    "lesson.blame.option.2": (
        "Reasoning: GRU 2 is wrong even with the true letters.",
        "추론: 올바른 글자를 주어도 GRU 2가 틀립니다.",
    ),
    "lesson.blame.option.3": ("Both of them.", "두 단계 모두."),
    "lesson.blame.option.4": (
        "Neither alone: the uncertain probabilities between them.",
        "어느 쪽도 아님: 둘 사이에서 넘긴 불확실한 확률 때문입니다.",
    ),
    "lesson.blame.reveal": (
        "Vision. The {meant} in box {place} was read as {seen}. Given the true letters {letters}, GRU 2 answers "
        "{target}. In the test GRU 2 is right in {m2} of the sequences when it gets the true letters; GRU 1 reads "
        "{m1} of the letters right.",
        "시각 단계입니다. {place}번째 칸의 오독: {meant} → {seen}. 올바른 글자({letters})를 주면 GRU 2의 답은 "
        "{target}입니다. 시험에서 올바른 글자를 받은 GRU 2의 정답률은 {m2}, GRU 1이 바르게 읽은 글자의 비율은 "
        "{m1}입니다.",
    ),
    "lesson.blame.average": (
        "On average: of {inputs} wrong answers to test sequences of two letters, vision alone caused {mean_vision} "
        "and the probabilities between the stages {mean_handover}.",
        "평균: 두 글자 시험 글자열의 오답 {inputs}개 가운데 시각 단계만의 오류는 {mean_vision}, 단계 사이의 확률 "
        "때문인 것은 {mean_handover}입니다.",
    ),
    "lesson.blame.look": (
        "Below the verdict stands the evidence: the answer of GRU 2 to the true letters, and what the exact rule makes "
        "of the letters as they were read.",
        "판정 아래에 근거가 있습니다. 올바른 글자를 받은 GRU 2의 답과, 읽은 글자에 정확한 규칙을 적용한 결과입니다.",
    ),
    "lesson.blame.task": (
        "Get a right answer although GRU 1 misreads a letter: write four or more letters, with a crooked one in box 3. "
        "Write under the boxes which letters you meant.",
        "GRU 1은 한 글자를 잘못 읽지만 답은 맞게 해 보세요. 네 글자 이상 쓰고 세 번째 글자를 비뚤게 쓰면 됩니다. "
        "쓰려던 글자는 칸 아래에 적으세요.",
    ),
    "lesson.two.title": ("Two letters are not enough", "두 글자로는 모자랍니다"),
    "lesson.two.about": (
        "What more letters change when one is misread",
        "하나를 잘못 읽었을 때 글자가 더 있으면 무엇이 달라질까요?",
    ),
    "lesson.two.text": (
        "With two letters a single error counts. The {meant} in box {place} was read as {seen}; {read} has another "
        "step than {letters}. So the answer is {answer} instead of {target}, at a confidence of {sure}.",
        "글자가 둘뿐이면 하나만 틀려도 답이 바뀝니다. {place}번째 칸의 오독: {meant} → {seen}. 읽은 글자 {read}의 "
        "간격은 {letters}의 간격과 다릅니다. 그래서 정답 {target} 대신 {answer}(확신도 {sure})입니다.",
    ),
    "lesson.two.question": (
        "Now three more letters of the same sequence follow. The first two boxes stay as they are, and both GRUs are "
        "unidirectional. What will happen?",
        "이제 같은 글자열의 세 글자가 더 옵니다. 앞의 두 칸은 그대로이고 두 GRU 모두 단방향입니다. 어떻게 될까요?",
    ),
    "lesson.two.option.1": (
        "Wrong again; box {place} is still misread.",
        "또 틀립니다. {place}번째 칸은 여전히 잘못 읽습니다.",
    ),
    "lesson.two.option.2": (
        "Right; box {place} is still misread.",
        "맞습니다. {place}번째 칸은 여전히 잘못 읽습니다.",
    ),
    "lesson.two.option.3": (
        "Right; box {place} is now read as {meant}.",
        "맞습니다. 이제 {place}번째 칸의 답은 {meant}입니다.",
    ),
    "lesson.two.reveal": (
        "Right: {answer2} ({sure2}). When GRU 1 read box {place}, the later letters had not come yet, so it still "
        "reads {seen}. But GRU 2 now has four letters that fit one step and one that does not. The estimated step "
        "went from {step} to {step2}.",
        "맞습니다. 답은 {answer2}입니다({sure2}). GRU 1은 뒤의 글자들이 오기 전에 {place}번째 칸을 읽었으므로 여전히 "
        "{seen}입니다. 하지만 이제 GRU 2에는 한 간격에 맞는 글자가 넷, 맞지 않는 글자가 하나 있습니다. 추정한 간격: "
        "{step} → {step2}.",
    ),
    "lesson.two.average": (
        "On average: of {inputs} test sequences that one misread letter of two made wrong, three more letters make "
        "{mean_despite} right although that letter stays misread; {mean_wrong} stay wrong.",
        "평균: 두 글자 가운데 하나를 잘못 읽어 틀린 시험 글자열 {inputs}개에 세 글자를 더하면, 그 글자를 여전히 잘못 "
        "읽으면서도 맞는 비율은 {mean_despite}, 계속 틀리는 비율은 {mean_wrong}입니다.",
    ),
    "lesson.two.look": (
        "With two letters the highest bar was {step}. Now it is {step2}, the true step.",
        "글자가 둘일 때 가장 높은 막대는 {step}, 지금은 올바른 간격인 {step2}입니다.",
    ),
    "lesson.two.task": (
        "Write just two letters, unclear enough that the model is less than 50% sure of its answer.",
        "두 글자만, 답의 확신도가 50%보다 낮아질 만큼 불분명하게 써 보세요.",
    ),
    "lesson.two.scene.1": ("{count} letters", "{count}글자"),
    "lesson.two.scene.2": ("{count2} letters", "{count2}글자"),
    "lesson.decision.title": ("The decision, not the model", "모델보다 결정"),
    "lesson.decision.about": (
        "What one changed decision does to the same network",
        "같은 신경망에서 결정 하나를 바꾸면",
    ),
    "lesson.decision.text": (
        "The report's recipe trains GRU 2 on true letters, each a one-hot vector. In use, GRU 1 therefore passes on "
        "only its most probable letter. Its other probabilities, such as a close second letter, are lost.",
        "보고서 방식은 GRU 2를 올바른 글자의 원-핫 벡터로 학습합니다. 그래서 사용할 때도 GRU 1은 확률이 가장 높은 글자 "
        "하나만 넘깁니다. 근소한 차이의 둘째 글자 같은 나머지 확률은 버려집니다.",
    ),
    "lesson.decision.question": (
        "One decision is changed: GRU 1 passes on the scores of all letters. All else stays, the training too. What "
        "happens to the share of right answers?",
        "결정 하나만 바꿉니다. GRU 1이 모든 글자의 점수를 넘깁니다. 나머지는 학습 방법까지 그대로입니다. 정답률은 "
        "어떻게 될까요?",
    ),
    "lesson.decision.option.1": ("It rises by more than 5 percentage points.", "5%p 넘게 오릅니다."),
    "lesson.decision.option.2": ("It stays within 5 percentage points.", "5%p 안에서 비슷합니다."),
    "lesson.decision.option.3": ("It falls by more than 5 percentage points.", "5%p 넘게 떨어집니다."),
    "lesson.decision.reveal": (
        "It falls, from {mean_hard} to {mean_all}. GRU 2 gets more information, but in training it never saw a "
        "mixture of letters. For this example the change takes the probability of {target} from {p_hard} to {p_all}. "
        "The page's CNN-GRU-GRU passes on probabilities too, but its GRU 2 was trained on them: {m6} right. What the "
        "second stage gets in use must be what it was trained on.",
        "떨어집니다: {mean_hard} → {mean_all}. GRU 2는 더 많은 정보를 받지만, 여러 글자가 섞인 입력을 학습한 적이 "
        "없습니다. 이 예에서는 정답({target})의 확률이 달라집니다: {p_hard} → {p_all}. 이 페이지의 CNN-GRU-GRU도 "
        "확률을 넘기지만 GRU 2를 그런 확률로 학습했고 정답률은 {m6}입니다. 둘째 단계에는 학습할 때와 같은 종류의 "
        "입력을 주어야 합니다.",
    ),
    "lesson.decision.average": (
        "From a study: the recipe was trained anew, one pass with each of {seeds} seeds, and asked {sequences} test "
        "sequences each time. With longer training the gap may be smaller. Differences within the seed range cannot "
        "be told from seed variation.",
        "연구 결과: 시드 {seeds}개로 한 번씩 새로 학습하고 매번 시험 글자열 {sequences}개로 쟀습니다. 더 오래 학습하면 "
        "차이가 줄어들 수 있습니다. 시드의 범위 안에 있는 차이는 시드에 따른 변동과 구별할 수 없습니다.",
    ),
    "lesson.decision.look": (
        "GRU 1 of the report's recipe: wherever a column has two strong cells, only the strongest is passed on.",
        "보고서 방식의 GRU 1입니다. 한 열에 진한 칸이 둘이어도 가장 진한 하나만 넘깁니다.",
    ),
    "lesson.decision.task": (
        "With the report's recipe, write a letter so unclear that a second reading gets 10% or more, and still get a "
        "right answer. Write under the boxes which letters you meant.",
        "보고서 방식으로, 둘째 후보의 확률이 10% 이상일 만큼 불분명한 글자를 쓰고도 답을 맞히게 해 보세요. 쓰려던 "
        "글자는 칸 아래에 적으세요.",
    ),
    "lesson.decision.scene.1": ("{model1}", "{model1}"),
    "lesson.decision.scene.2": ("{model2}", "{model2}"),
    "lesson.rows.title": ("Row by row, and vanishing gradients", "한 줄씩 읽기와 기울기 소실"),
    "lesson.rows.about": (
        "How much do the first rows count for the answer?",
        "먼저 읽은 줄은 답에 얼마나 작용할까요?",
    ),
    "lesson.rows.text": (
        "One character is read row by row from the top; the answer comes after the last row. LSTM and GRU cells have "
        "gates that decide what the state keeps. Plain RNN cells have none.",
        "문자 하나를 위에서부터 한 줄씩 읽고 마지막 줄 다음에 답합니다. LSTM과 GRU 셀에는 상태가 남길 것을 정하는 "
        "게이트가 있고, 단순한 RNN 셀에는 없습니다.",
    ),
    "lesson.rows.question": (
        "The gradient of the answer shows how sensitive it is to each row. In the LSTM, {upper1} of it lies in the "
        "upper half of this {target}. And in the RNN?",
        "답의 기울기는 답이 각 줄에 얼마나 민감한지를 나타냅니다. 이 문자({target})에서 LSTM의 기울기 가운데 위쪽 "
        "절반의 비율은 {upper1}입니다. RNN은 어떨까요?",
    ),
    "lesson.rows.option.1": ("More, by over 5 percentage points.", "5%p 넘게 많습니다."),
    "lesson.rows.option.2": ("About as much, within 5 percentage points.", "5%p 안에서 비슷합니다."),
    "lesson.rows.option.3": ("Less, by over 5 percentage points.", "5%p 넘게 적습니다."),
    "lesson.rows.reveal": (
        "{upper3}. At every row the gradient is multiplied by another factor; without gates these factors are mostly "
        "below 1, so the first rows get less of it. That is sensitivity, not memory: this {target} is read right all "
        "the same. Over all test characters the RNN is right for {m3}, the GRU for {m2} and the LSTM for {m1}.",
        "{upper3}입니다. 줄마다 기울기에 인수가 하나씩 곱해지는데, 게이트가 없으면 이 인수가 대개 1보다 작아 먼저 "
        "읽은 줄의 기울기가 작아집니다. 이것은 민감도이지 기억이 아닙니다. 이 문자({target})는 세 모델 모두 바르게 "
        "읽습니다. 시험 문자 전체의 정답률: RNN {m3}, GRU {m2}, LSTM {m1}.",
    ),
    "lesson.rows.average": (
        "On average over {inputs} test characters the upper half has {mean_lstm} of the gradient in the LSTM, "
        "{mean_gru} in the GRU and {mean_rnn} in the RNN. For single characters it varies: the RNN's share is the "
        "smaller one, by over 5 percentage points, for {held}.",
        "시험 문자 {inputs}개의 평균: 위쪽 절반의 비율은 LSTM {mean_lstm}, GRU {mean_gru}, RNN {mean_rnn}입니다. "
        "문자마다 다르며, RNN의 비율이 5%p 넘게 작은 문자는 {held}입니다.",
    ),
    "lesson.rows.look": (
        "One line for each model. The lower it is on the left, the less the answer reacts to the upper rows. Each mark "
        "on the scale is a tenth of the one above.",
        "모델마다 선이 하나입니다. 왼쪽에서 선이 낮을수록 답이 윗줄에 덜 반응합니다. 눈금 하나를 내려가면 10분의 1이 "
        "됩니다.",
    ),
    "lesson.rows.task": (
        "Cover at least twelve rows of a character so that the answer stays right.",
        "문자의 줄을 열두 줄 이상 가리고도 답이 맞게 해 보세요.",
    ),
    "lesson.rows.scene.1": ("LSTM", "LSTM"),
    "lesson.rows.scene.2": ("GRU", "GRU"),
    "lesson.rows.scene.3": ("RNN", "RNN"),
    "lesson.doubt.title": ("Calibration", "확신도와 보정"),
    "lesson.doubt.about": (
        "Is a model that is 90% sure right nine times out of ten?",
        "확신도가 90%라면 열에 아홉은 맞을까요?",
    ),
    "lesson.doubt.text": (
        "Confidence is calibrated if it matches accuracy: of the letters at 80%, 80% are right. The residual CNN reads "
        "the first letter as {name} at {first}; second comes {other} ({less}). The last letter gets {last}.",
        "확신도가 정답률과 맞으면 보정되었다고 합니다. 확신도 80%인 글자는 80%가 맞아야 합니다. 잔차 CNN이 읽은 첫 "
        "글자: {name}({first}), 둘째 후보: {other}({less}). 마지막 글자의 확신도: {last}.",
    ),
    "lesson.doubt.question": (
        "Over all test letters, the residual CNN's mean confidence is {m1}. What share of the letters is right?",
        "시험 글자 전체에서 잔차 CNN의 평균 확신도는 {m1}입니다. 바르게 읽은 글자의 비율은 얼마일까요?",
    ),
    "lesson.doubt.option.1": (
        "Less, by over 2 percentage points: it is overconfident.",
        "2%p 넘게 낮습니다. 과대 확신입니다.",
    ),
    "lesson.doubt.option.2": ("About as much, within 2 percentage points.", "2%p 안에서 비슷합니다."),
    "lesson.doubt.option.3": (
        "More, by over 2 percentage points: it is underconfident.",
        "2%p 넘게 높습니다. 과소 확신입니다.",
    ),
    "lesson.doubt.reveal": (
        "{m2}: it is underconfident. The cause is label smoothing: in training the right letter's target is not 100%, "
        "so the model never learns to be that sure. The model of image and strokes was calibrated on writers of its "
        "own: mean confidence {m3}, right {m4}. Even so it is overconfident between 70% and 95%; the chart under “What "
        "was learned” shows all groups.",
        "{m2}입니다. 과소 확신입니다. 원인은 레이블 스무딩입니다. 학습할 때 정답의 목표 확률이 100%가 아니므로 모델도 "
        "그만큼 확신하지 않습니다. 이미지와 획을 함께 보는 모델은 따로 둔 필자들로 보정했습니다. 평균 확신도 {m3}, "
        "정답률 {m4}. 그래도 70%와 95% 사이에서는 과대 확신입니다. ‘무엇을 배웠을까요?’의 그래프에 모든 구간이 "
        "있습니다.",
    ),
    "lesson.doubt.average": (
        "Measured on {inputs} test inputs of one to ten letters.",
        "한 글자에서 열 글자까지의 시험 입력 {inputs}개로 잰 값입니다.",
    ),
    "lesson.doubt.look": (
        "The three most probable letters stand under each image. Compare the two models.",
        "이미지마다 아래에 확률이 가장 높은 글자 셋이 있습니다. 두 모델을 비교해 보세요.",
    ),
    "lesson.doubt.task": (
        "Write a letter that could be two, so that the second one gets at least 25%. Try something between U and V.",
        "두 글자로 보일 수 있는 글자를 써서 둘째 후보가 25% 이상이 되게 해 보세요. U와 V의 중간은 어떨까요?",
    ),
    "lesson.doubt.scene.1": ("{model1}", "{model1}"),
    "lesson.doubt.scene.2": ("{model2}", "{model2}"),
}
