"""What the workshop says."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "bench.title": ("Workshop", "학습 실험실"),
    "bench.lead": (
        "Make the decisions of a training run, and watch what comes of them within a minute. The reader stays frozen: "
        "only the reasoning is trained.",
        "학습에서 내리는 결정을 직접 바꾸고, 그 결과를 1분 안에 지켜보세요. 글자를 읽는 판독기는 고정하고 추론만 "
        "학습합니다.",
    ),
    "bench.task": ("What is learned", "학습할 과제"),
    "bench.next": ("Next letter", "다음 글자"),
    "bench.words": ("Swapped word", "자리 바뀐 글자"),
    "bench.rows": ("Digit or letter", "숫자 또는 글자"),
    "bench.next.note": (
        "Which letter follows 2 to 6 letters? Their readings by the frozen reader are all that the model gets.",
        "글자 2~6개 다음에 올 글자를 맞힙니다. 모델은 고정된 판독기가 읽은 결과만 받습니다.",
    ),
    "bench.words.note": (
        "Words of 4 and 5 letters in which two neighbours changed places. Training and test words differ.",
        "이웃한 두 글자의 자리가 바뀐 4~5글자 단어입니다. 학습용 단어와 시험용 단어는 다릅니다.",
    ),
    "bench.rows.note": (
        "One image, read row by row: is it a digit or a letter?",
        "이미지 하나를 한 줄씩 읽고 숫자인지 글자인지 맞힙니다.",
    ),
    "bench.finished": ("Finished runs", "미리 학습한 실행"),
    "bench.small": (
        "A smaller model of this kind, trained for {seconds}, gets {small} of {letters} right; this one {accuracy}.",
        "같은 방식의 작은 모델: 학습 시간 {seconds}, 정답률 {small}({letters}). 이 모델의 정답률: {accuracy}.",
    ),
    "bench.small.next": ("sequences of 2 to 6 letters", "글자 2~6개의 글자열"),
    "bench.small.words": ("words of 4 and 5 letters", "4~5글자 단어"),
    "bench.small.rows": ("single digits and letters", "숫자 또는 글자 하나"),
    "bench.small.watch": ("Watch a small one learn", "작은 모델이 학습하는 과정 보기"),
    "bench.questions": ("Two ways: which is better?", "둘 중 어느 쪽이 나을까요?"),
    "bench.question.loss": ("Squared error or cross-entropy?", "제곱 오차와 교차 엔트로피"),
    "bench.question.link": ("Hand on one letter or all probabilities?", "글자 하나를 넘기기와 확률을 모두 넘기기"),
    "bench.question.hidden": ("Hidden size 16 or 128?", "은닉 크기 16과 128"),
    "bench.question.reverse": ("Read forward or reversed?", "앞에서부터 읽기와 거꾸로 읽기"),
    "bench.question.cell": ("RNN or LSTM over 28 rows?", "28줄에서 RNN과 LSTM"),
    "bench.often": (
        "{seeds} seeds of {steps} steps: {one} and {other} right on average. “{title}” is better in {often} of "
        "{seeds}.",
        "시드 {seeds}개, 학습 스텝 {steps}개: 평균 정답률 {one}, {other}. "
        "‘{title}’ 쪽이 나은 경우는 {seeds}번 중 {often}번입니다.",
    ),
    "bench.bet": ("Your bet", "내기"),
    "bench.bet.against": ("Compared with “{other}”, this run will be", "비교할 실행({other})보다 이 실행은"),
    "bench.bet.better": ("better", "낫다"),
    "bench.bet.same": ("no different", "차이 없다"),
    "bench.bet.worse": ("worse", "못하다"),
    "bench.bet.won": ("Your bet was right: {bet}.", "내기에서 맞혔습니다: {bet}."),
    "bench.bet.lost": ("Your bet: {bet}. It came out: {outcome}.", "내기: {bet}. 결과: {outcome}."),
    "bench.verdict": (
        "{title}: {points} percentage points compared with “{other}”.",
        "{title}: 비교한 실행({other})과의 차이 {points}%p.",
    ),
    "bench.verdict.larger": (
        "In 95 of 100 pairs, two seeds of one recipe differ by at most {seeds} percentage points. This difference is "
        "larger: the decision matters more than the seed.",
        "레시피가 같고 시드만 다른 두 실행의 차이는 100쌍 중 95쌍에서 {seeds}%p 이하입니다. 이 차이는 그보다 큽니다.",
    ),
    "bench.verdict.within": (
        "In 95 of 100 pairs, two seeds of one recipe differ by at most {seeds} percentage points. This difference may "
        "be chance.",
        "레시피가 같고 시드만 다른 두 실행의 차이는 100쌍 중 95쌍에서 {seeds}%p 이하입니다. 이 차이는 우연일 수 "
        "있습니다.",
    ),
    "bench.use": ("Use this one", "이 모델 사용하기"),
    "bench.use.note": (
        "Puts the trained model into your menu of models and into “All models”, for an hour.",
        "학습한 모델을 나의 모델 메뉴와 ‘모든 모델’에 넣습니다. 한 시간 동안 남습니다.",
    ),
    "bench.use.done": ("It is in your menu of models now.", "모델 메뉴에 넣었습니다."),
    "bench.use.summary": (
        "Trained in the workshop, on what the frozen reader read.",
        "학습 실험실에서 학습한 모델입니다.",
    ),
    "bench.code": ("As code", "코드로 보기"),
    "bench.code.note": (
        "The same recipe in plain PyTorch. For this project's own letters: python train.py --recipe with the link.",
        "같은 레시피를 PyTorch만으로 쓴 것입니다. 이 프로젝트의 글자로 학습하려면 python train.py --recipe에 링크를 "
        "붙이세요.",
    ),
    "bench.only": ("For a class", "수업용 링크"),
    "bench.only.all": ("nothing is locked", "잠그지 않음"),
    "bench.only.note": (
        "Choose the one decision that stays open. “Share” then gives a link that locks all others.",
        "바꿀 수 있는 항목을 하나 고르세요. 그다음 ‘공유’에서 얻는 링크는 나머지를 잠급니다.",
    ),
    "bench.own": ("Words of your own", "나의 단어"),
    "bench.own.placeholder": ("APPLE\nPEAR\nPLUM", "APPLE\nPEAR\nPLUM"),
    "bench.own.note": (
        "At least 5 words of 4 to 14 letters, a line each. Test and training then have the same words, but no writer "
        "in common. The words stand in the link.",
        "4~14글자 단어를 한 줄에 하나씩 5개 이상 쓰세요. 학습과 시험의 단어는 같고 필자만 다릅니다. 단어는 링크에 "
        "들어갑니다.",
    ),
    "bench.own.count": ("own words: {count}", "나의 단어 {count}개"),
    "bench.own.none": ("shipped words", "함께 제공되는 단어"),
    "bench.pin": ("Pin", "고정"),
    "bench.pin.note": (
        "Pin two runs to see where they first differ.",
        "실행 둘을 고정하면 갈라지는 곳을 볼 수 있습니다.",
    ),
    "bench.part": ("Where do they first differ?", "어디서 갈라질까요?"),
    "bench.part.at": (
        "They first differ after {steps} training steps, at step {step} of “{panel}”: {one} against {other}.",
        "처음 갈라지는 곳: 학습 스텝 {steps}개 뒤, 패널({panel})의 {step}번째. {one}, {other}.",
    ),
    "bench.part.never": (
        "With these letters the two runs agree at every moment.",
        "이 글자들에 대해서는 두 실행이 모든 시점에서 같습니다.",
    ),
    "bench.more": ("More decisions", "결정 더 보기"),
    "bench.usual": ("{value} (default)", "{value}(기본값)"),
    "bench.seed": ("Seed", "시드"),
    "bench.seed.note": (
        "Fixes the first weights and the order of the samples: the same seed gives the same run.",
        "처음 가중치와 예제의 순서를 정합니다. 시드가 같으면 같은 결과가 나옵니다.",
    ),
    "bench.dice": ("New seed", "새 시드"),
    "bench.do.start": ("Start", "시작"),
    "bench.do.pause": ("Pause", "일시 정지"),
    "bench.do.go": ("Go on", "계속"),
    "bench.do.step": ("One step", "한 스텝"),
    "bench.do.stop": ("Stop", "중지"),
    "bench.line.free": ("A place is free: a run begins at once.", "빈자리가 있어 바로 시작합니다."),
    "bench.line.before": (
        "Runs before yours: {count}. Waiting time: about {wait}.",
        "앞에 있는 실행: {count}개. 예상 대기 시간: 약 {wait}.",
    ),
    "bench.state.shipped": (
        "This run was made beforehand. Change a decision and press Start to make your own.",
        "미리 학습해 둔 실행입니다. 결정을 바꾸고 시작을 눌러 직접 학습해 보세요.",
    ),
    "bench.none": ("Press Start to train this.", "시작을 누르면 학습합니다."),
    "bench.state.waiting": ("Waiting. Runs before this one: {place}.", "대기 중입니다. 앞에 있는 실행: {place}개."),
    "bench.state.starting": ("Starting …", "시작하는 중 …"),
    "bench.state.running": ("Step {step} of {steps}.", "학습 스텝 {step} / {steps}."),
    "bench.state.paused": ("Paused at step {step} of {steps}.", "학습 스텝 {step} / {steps}에서 멈췄습니다."),
    "bench.state.failed": (
        "The run was interrupted. Start it again: the same seed gives the same run.",
        "실행이 중단되었습니다. 다시 시작하세요. 시드가 같으면 같은 결과가 나옵니다.",
    ),
    "bench.ended.done": (
        "Done after {steps} steps and {seconds} of processor time. On writers it never saw: {accuracy} right.",
        "학습 스텝 {steps}개를 마쳤습니다(프로세서 시간 {seconds}). 처음 보는 필자에 대한 정답률: {accuracy}.",
    ),
    "bench.ended.limit": (
        "Ended at its limit of processor time, after {steps} steps and {seconds}. On writers it never saw: {accuracy} "
        "right. Fewer steps or a smaller model would finish.",
        "프로세서 시간 한도에 이르러 끝났습니다(학습 스텝 {steps}개, {seconds}). 처음 보는 필자에 대한 정답률: "
        "{accuracy}. 스텝을 줄이거나 모델을 작게 하면 끝까지 학습합니다.",
    ),
    "bench.ended.stopped": ("Stopped after {steps} steps.", "학습 스텝 {steps}개에서 중지했습니다."),
    "bench.ended.diverged": (
        "After {steps} steps the loss was no longer a number: the learning rate is too high. Lower it and start again.",
        "학습 스텝 {steps}개 뒤 손실이 발산했습니다. 학습률이 너무 높습니다. 낮추어 다시 시작하세요.",
    ),
    "bench.plateau": (
        "It has learned next to nothing: it is about as good as a guess. Try another learning rate, or more steps.",
        "거의 배우지 못했습니다. 정답률이 무작위 추측과 비슷합니다. 학습률이나 스텝 수를 바꾸어 보세요.",
    ),
    "bench.overfit": (
        "It knows its few training sequences by heart, and is much worse at new ones: it has seen too little data.",
        "몇 안 되는 학습 예제만 외웠고 새 예제는 훨씬 못 맞힙니다. 학습 데이터가 너무 적습니다.",
    ),
    "bench.shipped": (
        "The shipped model “{title}” answers {accuracy} right. Its training took {duration}.",
        "함께 제공되는 모델: {title}. 정답률 {accuracy}, 학습 시간 {duration}.",
    ),
    "bench.accuracy": ("Right answers", "정답률"),
    "bench.accuracy.note": (
        "On validation writers, whom the run never learns from.",
        "학습에 쓰지 않은 검증용 필자의 글자로 잰 값입니다.",
    ),
    "bench.loss": ("Loss", "손실"),
    "bench.loss.note": ("On the samples that it learns from.", "학습하는 예제에서 잰 값입니다."),
    "bench.steps": ("Training steps", "학습 스텝"),
    "bench.told": ("step {n}", "스텝 {n}"),
    "bench.exact": ("Exact reasoning", "정확 추론"),
    "bench.chance": ("Chance", "무작위 추측"),
    "bench.this": ("This run", "이 실행"),
    "bench.lengths": ("By number of letters", "글자 수별 정답률"),
    "bench.lengths.n": ("{n} letters", "{n}글자"),
    "bench.as_usual": ("default recipe", "기본 레시피"),
    "bench.runs": ("Your runs", "나의 실행"),
    "bench.time": ("Training time", "학습 시점"),
    "bench.time.note": (
        "The letters on the pad, answered by the model as it was after so many steps. Choose a moment: all panels "
        "below show the model of that moment.",
        "패드의 글자에 대한 답을 학습 시점마다 보여 줍니다. 시점을 고르면 아래 패널이 모두 그때의 모델을 보여 줍니다.",
    ),
    "bench.rewind": ("Rewind", "처음으로"),
    "bench.time.step": ("after {n} steps", "스텝 {n}개 뒤"),
    "bench.knob.cell": ("Cell", "셀"),
    "bench.knob.cell.note": (
        "How a state is carried to the next time step. Gates help over many of them.",
        "상태를 다음 시점에 넘기는 방법입니다. 시점이 많으면 게이트가 도움이 됩니다.",
    ),
    "bench.knob.hidden": ("Hidden size", "은닉 크기"),
    "bench.knob.hidden.note": ("Numbers in the hidden state.", "은닉 상태의 수가 몇 개인지 정합니다."),
    "bench.knob.layers": ("Layers", "층"),
    "bench.knob.layers.note": ("Recurrent layers, one above the other.", "겹쳐 쌓은 순환층의 수입니다."),
    "bench.knob.bidirectional": ("Direction", "방향"),
    "bench.knob.bidirectional.note": (
        "Read left to right only, or in both directions.",
        "왼쪽에서 오른쪽으로만 읽거나 양방향으로 읽습니다.",
    ),
    "bench.knob.dropout": ("Dropout", "드롭아웃"),
    "bench.knob.dropout.note": (
        "Share of the hidden units that is switched off at random in training.",
        "학습할 때 무작위로 끄는 은닉 유닛의 비율입니다.",
    ),
    "bench.knob.loss": ("Loss", "손실 함수"),
    "bench.knob.loss.note": (
        "How wrong answers are measured. The report takes squared errors.",
        "오답을 재는 방법입니다. 보고서는 제곱 오차를 씁니다.",
    ),
    "bench.knob.smoothing": ("Label smoothing", "레이블 스무딩"),
    "bench.knob.smoothing.note": (
        "Probability that the target takes from the right letter and gives to all.",
        "정답의 확률을 덜어 모든 글자에 나누는 양입니다.",
    ),
    "bench.knob.teacher_forcing": ("Teacher forcing", "교사 강요"),
    "bench.knob.teacher_forcing.note": (
        "Train on the true letters instead of what the reader read.",
        "판독기가 읽은 글자 대신 올바른 글자로 학습합니다.",
    ),
    "bench.knob.link": ("Handed on", "넘기는 것"),
    "bench.knob.link.note": (
        "Of each letter the reasoning gets the most probable one, or the probabilities of all.",
        "추론 단계에 가장 확률이 높은 글자만 넘기거나 모든 글자의 확률을 넘깁니다.",
    ),
    "bench.knob.context": ("Decoder looks at", "디코더가 보는 것"),
    "bench.knob.context.note": (
        "What each decoder step gets from the encoder.",
        "디코더의 각 시점이 인코더에서 받는 것입니다.",
    ),
    "bench.knob.reverse": ("Reading order", "읽는 순서"),
    "bench.knob.reverse.note": (
        "The encoder reads from the first letter or from the last one.",
        "인코더가 첫 글자부터 또는 끝 글자부터 읽습니다.",
    ),
    "bench.knob.distinct": ("Training sequences", "학습 예제 수"),
    "bench.knob.distinct.note": (
        "How many different sequences are repeated; or new ones at every step.",
        "정한 수의 예제를 되풀이하거나 스텝마다 새 예제를 씁니다.",
    ),
    "bench.knob.learning_rate": ("Learning rate", "학습률"),
    "bench.knob.learning_rate.note": (
        "Highest learning rate: it rises for a tenth of the run, then falls to 0.",
        "학습률의 최댓값입니다. 처음 10분의 1 동안 커졌다가 0까지 줄어듭니다.",
    ),
    "bench.knob.batch": ("Batch", "배치"),
    "bench.knob.batch.note": ("Samples in each training step.", "학습 스텝 하나에 쓰는 예제의 수입니다."),
    "bench.knob.steps": ("Steps", "스텝 수"),
    "bench.knob.steps.note": ("Updates of the weights.", "가중치를 고치는 횟수입니다."),
    "bench.value.rnn": ("RNN", "RNN"),
    "bench.value.lstm": ("LSTM", "LSTM"),
    "bench.value.gru": ("GRU", "GRU"),
    "bench.value.squared": ("squared error", "제곱 오차"),
    "bench.value.cross-entropy": ("cross-entropy", "교차 엔트로피"),
    "bench.value.one-hot": ("one-hot", "원-핫"),
    "bench.value.soft": ("probabilities", "확률"),
    "bench.value.none": ("nothing", "없음"),
    "bench.value.last": ("context vector", "문맥 벡터"),
    "bench.value.aligned": ("the same place", "같은 위치"),
    "bench.value.bahdanau": ("Bahdanau attention", "바다나우 어텐션"),
    "bench.value.luong": ("Luong attention", "루옹 어텐션"),
    "bench.value.true": ("on", "켬"),
    "bench.value.false": ("off", "끔"),
    "bench.value.bidirectional.true": ("both ways", "양방향"),
    "bench.value.bidirectional.false": ("left to right", "왼쪽에서 오른쪽"),
    "bench.value.reverse.true": ("from the last letter", "끝 글자부터"),
    "bench.value.reverse.false": ("from the first letter", "첫 글자부터"),
    "bench.value.distinct.0": ("always new", "항상 새것"),
    "flow.reasoner": ("Reasoner", "추론 단계"),
    "flow.reasoner.role": ("what follows?", "다음은?"),
    "part.reasoner": (
        "A recurrent network that was trained in the workshop. It sees only what the reader said.",
        "학습 실험실에서 학습한 순환 신경망입니다. 판독기가 읽은 결과만 봅니다.",
    ),
    "reasoner:panel.vision.title": ("Vision: the reader", "시각: 판독기"),
    "reasoner:panel.vision.help": (
        "Probability of each letter by the frozen reader. Training in the workshop does not change it.",
        "고정된 판독기가 매긴 글자별 확률입니다. 학습 실험실의 학습은 이 값을 바꾸지 않습니다.",
    ),
    "reasoner:panel.vision.caption": (
        "Probability of each letter for each image, by the frozen reader.",
        "고정된 판독기가 이미지마다 매긴 글자별 확률입니다.",
    ),
    "reasoner:panel.reasoning.title": ("Reasoning: trained in the workshop", "추론: 학습 실험실에서 학습"),
    "reasoner:panel.reasoning.help": (
        "Probability of the letter that follows, after each letter. The last column is the answer.",
        "글자마다 그 뒤에 올 글자의 확률입니다. 마지막 열이 답입니다.",
    ),
    "reasoner:verdict.true_letters": ("True letters into the reasoning", "추론에 올바른 글자를 주면"),
    "reasoner:verdict.exact_rule": (
        "The reader's letters into the exact rule",
        "판독기가 읽은 글자에 정확한 규칙을 쓰면",
    ),
}

_KNOB = "이 항목은 목록에 있는 값 가운데 하나여야 합니다."
COMPLAINTS: Final[dict[str, str]] = {
    "recipe_form": "레시피는 과제, 결정, 시드로 이루어져야 합니다.",
    "recipe_knobs": "이 과제에 없는 항목이 있습니다.",
    "recipe_link": "레시피 링크를 읽을 수 없습니다. 예: next,hidden=128,seed=3",
    "recipe_task": "그런 과제는 학습 실험실에 없습니다.",
    "recipe_words": "나의 단어는 바뀐 단어 과제에서만 목록으로 쓸 수 있습니다.",
    "word_form": "단어는 한 줄에 하나씩, A-Z 글자 4~14개여야 합니다.",
    "word_many": "단어는 200개, 글자는 모두 3,000개까지입니다.",
    "word_few": "두 글자를 바꿀 수 있는 단어가 5개 이상 있어야 합니다.",
    "recipe_seed": "시드는 0에서 2,147,483,647 사이의 정수여야 합니다.",
    "bad_visitor": "방문자 표시는 영문자와 숫자 8~40자여야 합니다.",
    "unknown_order": "그런 지시는 없습니다.",
    "two_pins": "먼저 실행 둘을 고정하세요.",
    "unknown_bet": "내기는 better, same, worse 가운데 하나여야 합니다.",
    "several_processes": "서버가 여러 프로세스로 나뉘어 있어 학습할 수 없습니다. 프로세스 하나로 시작해야 합니다.",
    "line_full": "기다리는 실행이 너무 많습니다. 몇 분 뒤에 다시 시도하세요.",
    "run_gone": "이 실행은 사라졌습니다. 다시 시작하세요. 시드가 같으면 같은 결과가 나옵니다.",
    "run_shared": "다른 사람도 이 실행을 보고 있어 계속됩니다.",
    "no_moment": "이 실행에는 아직 그 시점이 없습니다.",
    "no_reader": "이 실행에 필요한 판독기를 불러오지 못했습니다.",
    "no_workshop": "학습 실험실의 글자 파일을 읽을 수 없어 학습할 수 없습니다.",
    "diverged": "이 시점의 가중치는 더 이상 유한한 수가 아닙니다.",
    **{
        f"knob_{name}": _KNOB
        for name in (
            "cell", "hidden", "layers", "bidirectional", "dropout", "loss", "smoothing", "teacher_forcing", "link",
            "context", "reverse", "distinct", "learning_rate", "batch", "steps",
        )
    },
}  # fmt: skip
