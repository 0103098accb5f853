"""What the block of the recurrent cell says."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "cell.lstm": (
        "An LSTM cell keeps two vectors: the cell state c and the hidden state h. Three gates, each from 0 (closed) to "
        "1 (open), decide what c keeps, what it adds and what h shows.",
        "LSTM 셀에는 벡터가 두 개 있습니다. 셀 상태 c와 은닉 상태 h입니다. 0(닫힘)에서 1(열림) 사이의 게이트 세 개가 "
        "c에 남길 것, 더할 것, h로 내보낼 것을 정합니다.",
    ),
    "cell.gru": (
        "A GRU cell keeps one vector, the hidden state h. The update gate mixes the old state with a candidate; the "
        "reset gate decides how much of the old state the candidate uses.",
        "GRU 셀에는 은닉 상태 h 하나만 있습니다. 업데이트 게이트가 이전 상태와 후보 상태를 섞고, 리셋 게이트가 후보를 "
        "만들 때 이전 상태를 얼마나 쓸지 정합니다.",
    ),
    "cell.rnn": (
        "A plain RNN cell has no gates. At each step it adds what the input says and what the old state says, and "
        "squashes the sum to between −1 and 1.",
        "기본 순환 신경망 셀에는 게이트가 없습니다. 시점마다 입력에서 온 값과 이전 상태에서 온 값을 더한 뒤 −1과 1 "
        "사이로 누릅니다.",
    ),
    "cell.layer": ("Shown is layer {n} of {count}.", "{count}층 가운데 {n}층을 보여 줍니다."),
    "cell.forward": (
        "Of the two directions, the forward one is shown.",
        "두 방향 가운데 앞에서 뒤로 읽는 쪽을 보여 줍니다.",
    ),
    "cell.at.letters": ("Image {name}", "이미지 {name}"),
    "cell.at.rows": ("Row {name} of the image", "이미지의 줄 {name}"),
    "cell.at.step": ("Step {n}: {fed} goes in, {out} comes out", "시점 {n}: 입력 {fed}, 출력 {out}"),
    "cell.inside": ("Inside the cell at this step", "이 시점의 셀 내부"),
    "cell.in": ("Comes in", "입력"),
    "cell.gates": ("Inside", "내부"),
    "cell.onward": ("Goes on to the next step", "다음 시점으로"),
    "cell.mean": ("mean {mean}", "평균 {mean}"),
    "cell.name.input_vector": ("input", "입력"),
    "cell.name.hidden_before": ("old hidden state", "이전 은닉 상태"),
    "cell.name.cell_before": ("old cell state", "이전 셀 상태"),
    "cell.name.input": ("input gate", "입력 게이트"),
    "cell.name.forget": ("forget gate", "망각 게이트"),
    "cell.name.output": ("output gate", "출력 게이트"),
    "cell.name.reset": ("reset gate", "리셋 게이트"),
    "cell.name.update": ("update gate", "업데이트 게이트"),
    "cell.name.candidate": ("candidate", "후보 상태"),
    "cell.name.from_input": ("from the input", "입력에서 온 값"),
    "cell.name.from_state": ("from the old state", "이전 상태에서 온 값"),
    "cell.name.cell": ("cell state", "셀 상태"),
    "cell.name.hidden": ("hidden state", "은닉 상태"),
    "cell.units": ("The {n} units that change most, in numbers", "가장 많이 변한 유닛 {n}개의 계산"),
    "cell.unit": ("unit", "유닛"),
    "cell.signs": (
        "σ squashes to between 0 and 1, tanh to between −1 and 1; ⊙ multiplies unit by unit. W, U, b and d were "
        "learned and are the same at every step.",
        "σ는 0과 1 사이로, tanh는 −1과 1 사이로 누릅니다. ⊙는 유닛끼리 곱합니다. W, U, b, d는 학습한 값이며 모든 "
        "시점에서 같습니다.",
    ),
    "cell.recurrence": ("What goes into the next step", "다음 시점으로 넘어가는 것"),
    "cell.elman": ("State to state (Elman 1990): this model", "상태 → 상태(Elman 1990): 이 모델"),
    "cell.jordan": ("Output to state (Jordan 1986): for comparison", "출력 → 상태(Jordan 1986): 비교"),
    "cell.one": (
        "Only the left one happens here. A Jordan network would hand on nothing but the probabilities on the right, so "
        "whatever they do not say would be lost.",
        "이 모델에서는 왼쪽만 일어납니다. Jordan 망이라면 오른쪽의 확률만 넘기므로, 확률에 드러나지 않은 것은 모두 "
        "사라집니다.",
    ),
    "cell.both": (
        "A decoder does both: its state goes on, and the symbol that it wrote comes back as the next input.",
        "디코더에서는 둘 다 일어납니다. 상태가 넘어가고, 방금 쓴 기호도 다음 입력으로 들어옵니다.",
    ),
    "cell.unrolled": ("Unrolled over the sequence", "시퀀스를 따라 펼친 모습"),
    "cell.unrolled.told": (
        "One cell, used again at every step: above what goes in, then the hidden state, below what is read from it. "
        "Press a step.",
        "셀 하나를 시점마다 다시 씁니다. 위는 입력, 가운데는 은닉 상태, 아래는 그 상태에서 읽은 값입니다. 시점을 눌러 "
        "보세요.",
    ),
    "cell.lstm.question": (
        "The forget gate of a unit is 1 and its input gate is 0. What happens to its cell state?",
        "어떤 유닛의 망각 게이트가 1이고 입력 게이트가 0이면, 셀 상태는 어떻게 될까요?",
    ),
    "cell.lstm.answer": (
        "It stays exactly as it was: c = 1 · c + 0 · g. So an LSTM can carry a number over many steps, and its "
        "gradient too.",
        "그대로입니다. c = 1 · c + 0 · g이기 때문입니다. 그래서 LSTM은 값을 여러 시점 동안 전할 수 있고, 기울기도 "
        "전할 수 있습니다.",
    ),
    "cell.gru.question": (
        "A unit's update gate is near 1. Does the unit take the new value or keep the old one?",
        "업데이트 게이트가 1에 가까운 유닛은 새 값을 받아들일까요, 이전 값을 유지할까요?",
    ),
    "cell.gru.answer": (
        "It keeps the old: h = (1 − z) g + z h. Some books swap the two; here, as in PyTorch, 1 keeps.",
        "이전 값을 유지합니다. h = (1 − z) g + z h이기 때문입니다. 반대로 쓰는 책도 있지만, 여기서는 PyTorch처럼 1이 "
        "유지입니다.",
    ),
    "cell.rnn.question": (
        "Can a unit of this cell keep its value unchanged over ten steps while inputs come in?",
        "입력이 계속 들어올 때, 이 셀의 유닛이 열 시점 동안 값을 그대로 유지할 수 있을까요?",
    ),
    "cell.rnn.answer": (
        "Hardly. Every step computes h anew through tanh from the sum, and nothing can shut the input out. That is "
        "what gates are for.",
        "거의 불가능합니다. 시점마다 합에 tanh를 적용해 h를 새로 계산하며, 입력을 막을 방법이 없습니다. 그래서 "
        "게이트가 필요합니다.",
    ),
}
