"""The glossary: what each term is called, in what form it stands in sentences, and what it means."""

from __future__ import annotations

from typing import Final

_TERMS: Final[dict[str, tuple[str, str]]] = {
    "term.hidden_state": ("hidden state", "은닉 상태"),
    "term.cell_state": ("cell state", "셀 상태"),
    "term.time_step": ("time step", "시점"),
    "term.rnn": ("RNN", "순환 신경망"),
    "term.lstm": ("LSTM", "LSTM"),
    "term.gru": ("GRU", "GRU"),
    "term.gate": ("gate", "게이트"),
    "term.forget_gate": ("forget gate", "망각 게이트"),
    "term.update_gate": ("update gate", "업데이트 게이트"),
    "term.bidirectional": ("bidirectional RNN", "양방향 순환 신경망"),
    "term.cnn": ("CNN", "합성곱 신경망"),
    "term.encoder": ("encoder", "인코더"),
    "term.decoder": ("decoder", "디코더"),
    "term.context_vector": ("context vector", "문맥 벡터"),
    "term.bottleneck": ("bottleneck", "병목"),
    "term.attention": ("attention weight", "어텐션 가중치"),
    "term.alignment": ("alignment", "정렬(alignment)"),
    "term.teacher_forcing": ("teacher forcing", "교사 강요"),
    "term.label_smoothing": ("label smoothing", "레이블 스무딩"),
    "term.cross_entropy": ("cross-entropy", "교차 엔트로피"),
    "term.gradient": ("gradient", "기울기"),
    "term.vanishing_gradient": ("vanishing gradient", "기울기 소실"),
    "term.conditional_probability": ("conditional probability", "조건부 확률"),
    "term.confidence": ("confidence", "확신도"),
    "term.calibration": ("calibration", "보정"),
    "term.ece": ("ECE", "기대 보정 오차"),
    "term.greedy": ("greedy search", "탐욕적 탐색"),
    "term.beam": ("beam search", "빔 서치"),
    "term.entropy": ("entropy", "엔트로피"),
    "term.bits": ("bits", "비트"),
    "term.exact_inference": ("exact inference", "정확 추론"),
    "term.self_attention": ("self-attention", "셀프 어텐션"),
    "term.softmax": ("softmax", "소프트맥스"),
    "term.dropout": ("dropout", "드롭아웃"),
    "term.one_hot": ("one-hot vector", "원-핫 벡터"),
    "term.report": ("report's recipe", "보고서 방식"),
    "glossary.title": ("Glossary", "용어"),
}

_TIPS: Final[dict[str, tuple[str, str]]] = {
    "term.hidden_state.tip": (
        "Vector an RNN updates at each time step; it summarizes the input so far.",
        "순환 신경망이 시점마다 갱신하며, 지금까지의 입력을 요약한 벡터입니다.",
    ),
    "term.cell_state.tip": (
        "Second state of an LSTM; gates decide what it keeps and adds.",
        "LSTM의 둘째 상태로, 게이트가 남길 것과 더할 것을 정합니다.",
    ),
    "term.time_step.tip": (
        "One position of a sequence, processed in one update.",
        "한 번의 갱신으로 처리하는 시퀀스의 한 위치입니다.",
    ),
    "term.rnn.tip": (
        "Network that reads a sequence in order and passes on a state.",
        "시퀀스를 차례로 읽으며 상태를 다음 시점에 넘기는 신경망입니다.",
    ),
    "term.lstm.tip": (
        "RNN cell with a cell state and input, forget and output gates.",
        "셀 상태와 입력·망각·출력 게이트가 있는 순환 셀입니다.",
    ),
    "term.gru.tip": (
        "RNN cell with update and reset gates and no separate cell state.",
        "업데이트·리셋 게이트가 있고 셀 상태는 따로 없는 순환 셀입니다.",
    ),
    "term.gate.tip": (
        "Vector of values from 0 to 1 that scales what passes.",
        "정보를 얼마나 통과시킬지 정하는 0~1의 값들입니다.",
    ),
    "term.forget_gate.tip": (
        "Scales the old cell state: 1 keeps it, 0 erases it.",
        "이전 셀 상태에 곱합니다. 1이면 유지하고 0이면 지웁니다.",
    ),
    "term.update_gate.tip": (
        "Mixes old state and candidate; here 1 keeps the old state.",
        "이전 상태와 후보 상태를 섞습니다. 여기서는 1이 이전 상태입니다.",
    ),
    "term.bidirectional.tip": (
        "Two RNNs, one per direction, combined.",
        "앞뒤 두 방향으로 읽은 상태를 합치는 순환 신경망입니다.",
    ),
    "term.cnn.tip": (
        "Network that applies the same filters across an image.",
        "이미지 전체에 같은 필터를 적용하는 신경망입니다.",
    ),
    "term.encoder.tip": ("Turns the input sequence into vectors.", "입력 시퀀스를 벡터로 바꿉니다."),
    "term.decoder.tip": ("Writes the output symbol by symbol.", "출력을 한 기호씩 만듭니다."),
    "term.context_vector.tip": (
        "Vector that carries the encoder's information to the decoder.",
        "인코더의 정보를 디코더에 전하는 벡터입니다.",
    ),
    "term.bottleneck.tip": (
        "Fixed-size vector that all input information must pass through.",
        "입력의 모든 정보가 거쳐야 하는 고정 크기 벡터입니다.",
    ),
    "term.attention.tip": (
        "Share of one input in the weighted sum a step uses; sums to 1.",
        "한 시점의 가중합에서 입력 하나의 비율로, 합은 1입니다.",
    ),
    "term.alignment.tip": (
        "Which input each output symbol depends on.",
        "출력 기호가 어느 입력에 의존하는지를 나타냅니다.",
    ),
    "term.teacher_forcing.tip": (
        "Training the decoder on the correct previous symbol, not its own output.",
        "학습 때 디코더에 자기 출력 대신 올바른 이전 기호를 넣는 방법입니다.",
    ),
    "term.label_smoothing.tip": (
        "Target that moves a little probability from the right class to all.",
        "정답의 확률을 조금 덜어 모든 클래스에 나누는 목표값입니다.",
    ),
    "term.cross_entropy.tip": (
        "Loss: mean negative log-probability of the right answers.",
        "정답에 준 로그 확률의 부호를 바꾸어 평균한 손실입니다.",
    ),
    "term.gradient.tip": (
        "How fast a value changes with each input or weight.",
        "입력이나 가중치마다 값이 얼마나 빨리 변하는지를 나타냅니다.",
    ),
    "term.vanishing_gradient.tip": (
        "Gradients shrink toward 0 over many steps or layers.",
        "시점이나 층을 거치며 기울기가 0에 가까워지는 현상입니다.",
    ),
    "term.conditional_probability.tip": (
        "Probability of an event given another event.",
        "다른 사건이 주어졌을 때의 확률입니다.",
    ),
    "term.confidence.tip": ("Probability the model gives its own answer.", "모델이 자기 답에 준 확률입니다."),
    "term.calibration.tip": (
        "Making confidence match accuracy: at 80%, 80% are right.",
        "확신도를 정답률에 맞추는 일: 80%라면 80%가 맞습니다.",
    ),
    "term.ece.tip": (
        "Weighted mean of the absolute gap between confidence and accuracy.",
        "구간별 확신도와 정답률 차이(절댓값)의 가중 평균입니다.",
    ),
    "term.greedy.tip": ("Takes the most probable symbol at each step.", "시점마다 확률이 가장 높은 기호를 고릅니다."),
    "term.beam.tip": ("Keeps the k most probable partial outputs.", "확률이 높은 후보 k개를 유지하며 찾습니다."),
    "term.entropy.tip": (
        "Uncertainty in bits: 0 certain, 1 a fair coin.",
        "불확실성(비트): 0은 확실, 1은 동전 던지기입니다.",
    ),
    "term.bits.tip": (
        "Unit of entropy: 0 bits is certain, 1 bit a fair coin.",
        "엔트로피의 단위: 0비트는 확실, 1비트는 동전 던지기입니다.",
    ),
    "term.exact_inference.tip": (
        "Sums over all possibilities with Bayes' rule.",
        "베이즈 정리로 모든 경우의 확률을 더합니다.",
    ),
    "term.self_attention.tip": (
        "Attention of a sequence to itself: every position takes a weighted sum of all positions.",
        "시퀀스가 자기 자신에 주는 어텐션: 위치마다 모든 위치의 가중합을 받습니다.",
    ),
    "term.softmax.tip": ("Turns numbers into positive shares that sum to 1.", "수들을 합이 1인 양수 비율로 바꿉니다."),
    "term.dropout.tip": (
        "Switches off a random share of the units in training.",
        "학습할 때 유닛의 일부를 무작위로 끕니다.",
    ),
    "term.one_hot.tip": (
        "Vector with a 1 for one class and 0 for all others.",
        "한 클래스만 1이고 나머지는 0인 벡터입니다.",
    ),
    "term.report.tip": (
        "A baseline built as in a student's report, with simpler settings than the other models.",
        "학생 보고서의 방식으로 만든 기준 모델로, 다른 모델보다 설정이 단순합니다.",
    ),
}

_FORMS: Final[dict[str, tuple[str, str]]] = {
    "term.time_step.form": ("time step", "시점(?!의 모델)"),
    "term.rnn.form": ("RNN", "순환 신경망|RNN"),
    "term.bidirectional.form": ("bidirectional(?: RNN)?", "양방향(?: 순환 신경망)?"),
    "term.cnn.form": ("CNN|convolutional network", "합성곱 신경망|CNN"),
    "term.attention.form": ("attention(?: weight)?", "어텐션(?: 가중치)?"),
    "term.alignment.form": ("alignment", "정렬(?!됩|됨)"),
    "term.gradient.form": ("gradient", "기울기(?! 소실)"),
    "term.calibration.form": ("calibrat(?:ion|ed)", "보정(?: 오차)?"),
    "term.ece.form": ("ECE|expected calibration error", "기대 보정 오차"),
    "term.greedy.form": ("greedy(?: search)?", "탐욕적(?: 탐색)?"),
    "term.entropy.form": ("entropy", "(?<!교차 )엔트로피"),
    "term.one_hot.form": ("one-hot(?: vector)?", "원-핫(?: 벡터)?"),
}
"""Regular expressions, where a term stands in other forms than its name."""

TEXTS: Final = _TERMS | _TIPS | _FORMS
