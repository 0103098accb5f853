"""What the page says of one character that is read row by row."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "symbol.digit": ("digit", "숫자"),
    "symbol.letter": ("letter", "알파벳"),
    "row:empty.none": ("Write one character.", "문자 하나를 써 보세요."),
    "row:empty.none.hint": (
        "A digit or a letter, large or small. Draw it in the box, type it, or take a sample.",
        "숫자나 알파벳 대문자, 소문자. 칸에 그리거나, 입력하거나, 예제를 불러오세요.",
    ),
    "row:empty.hint": (
        "The answer appears here as soon as the character can be read.",
        "문자를 읽을 수 있게 되면 답이 여기에 나타납니다.",
    ),
    "row:flow.image": ("Image", "이미지"),
    "flow.rows": ("28 rows", "28줄"),
    "flow.rows.role": ("read one after the other", "한 줄씩 차례로 읽습니다"),
    "row:flow.answer.role": ("most probable in the end", "마지막에 확률이 가장 높은 것"),
    "row:flow.cnn.role": ("sees all rows at once", "전체를 한꺼번에 봅니다"),
    "row:verdict.unknown": (
        "Write the character you meant under the box: the page then checks the answer.",
        "쓰려던 문자를 칸 아래에 적으면 답이 맞는지 알려 줍니다.",
    ),
    "row:verdict.none": ("Right. It is {target}.", "맞았습니다. 답은 {target}입니다."),
    "row:verdict.none.digit": ("Right. {letters} is a digit.", "맞았습니다. 쓴 문자({letters})는 숫자입니다."),
    "row:verdict.none.letter": ("Right. {letters} is a letter.", "맞았습니다. 쓴 문자({letters})는 알파벳입니다."),
    "row:verdict.vision": (
        "Wrong. Meant: {target}. Read as: {read}.",
        "틀렸습니다. 쓰려던 문자: {target}. 읽은 결과: {read}.",
    ),
    "row:verdict.vision.digit": (
        "Wrong. {letters} is a digit; it was read as a letter.",
        "틀렸습니다. 쓴 문자({letters})는 숫자인데 알파벳으로 읽었습니다.",
    ),
    "row:verdict.vision.letter": (
        "Wrong. {letters} is a letter; it was read as a digit.",
        "틀렸습니다. 쓴 문자({letters})는 알파벳인데 숫자로 읽었습니다.",
    ),
    "row:doubt": (
        "The answer is uncertain: is it one of the 47 characters, alone and complete?",
        "답이 불확실합니다. 문자 47가지 가운데 하나를, 하나만, 끝까지 썼나요?",
    ),
    "note.scribble": (
        "This looks like a scribble. The network must choose one of its answers all the same: “neither” is not among "
        "them.",
        "문자라기보다 낙서처럼 보입니다. ‘아무것도 아님’이라는 답은 없으므로 신경망은 답 가운데 하나를 고릅니다.",
    ),
    "note.pair": (
        "This looks like two characters side by side. The network learned from single ones and reads the whole box as "
        "one.",
        "문자 두 개가 나란히 있는 것처럼 보입니다. 신경망은 문자 하나씩만 학습했으므로 칸 전체를 하나로 읽습니다.",
    ),
    "note.merged": (
        "Small {letter} looks like capital {capital}, so both are one class here: {capital} is right for both.",
        "소문자({letter})와 대문자({capital})는 모양이 비슷해서 여기서는 한 클래스입니다. 둘 다 정답은 "
        "{capital}입니다.",
    ),
    "rows.covered": (
        "Covered: {rows}. The network sees empty paper there.",
        "가린 곳: {rows}. 신경망에는 그곳이 빈 종이입니다.",
    ),
    "rows.one": ("row {row}", "{row}번째 줄"),
    "rows.several": ("rows {rows}", "{rows}번째 줄"),
    "rows.before": ("Without covering: {answer}.", "가리지 않았을 때의 답: {answer}."),
    "row:steps.title": ("Row by row", "한 줄씩"),
    "row:steps.slider": ("Rows read so far", "지금까지 읽은 줄"),
    "row:steps.at": ("row {n} of {count}", "{n} / {count}번째 줄"),
    "row:steps.at.strip": ("time step {n} of {count}", "시점 {n} / {count}"),
    "row:panel.vision.title": ("Probability after each row", "한 줄 읽을 때마다의 확률"),
    "row:panel.vision.help": (
        "All charts share one axis, the rows of the image. Each line of the map shows the probability of every answer "
        "after that row. Darker is higher (on the dark page: brighter). All but the best reader learned to answer "
        "after the last row only, so their early answers are rough. Move with the slider or the arrow keys, or let it "
        "play. Tap rows of the image to cover them, or drag over several.",
        "모든 그래프의 세로축은 이미지의 줄입니다. 지도의 한 줄은 신경망이 그 줄까지 읽었을 때 각 답의 확률이며, "
        "진할수록(어두운 화면에서는 밝을수록) 높습니다. 가장 잘 읽는 모델 말고는 마지막 줄 뒤의 답만 학습했으므로 "
        "앞쪽의 답은 정확하지 않습니다. 슬라이더나 화살표 키로 옮기거나 재생해 보세요. 이미지의 줄을 누르면 가려지고, "
        "끌면 여러 줄이 가려집니다.",
    ),
    "row:panel.vision.caption": (
        "Most probable answer after each row, and its probability.",
        "한 줄 읽을 때마다 확률이 가장 높은 답과 그 확률.",
    ),
    "once:panel.vision.title": ("What it sees and answers", "보는 것과 답"),
    "once:panel.vision.help": (
        "This network reads all rows at once and has no hidden state. The bars beside the image show how sensitive "
        "the answer is to each row. Tap rows of the image to cover them, or drag over several.",
        "이 신경망은 모든 줄을 한꺼번에 보며 은닉 상태가 없습니다. 이미지 옆의 막대는 답이 각 줄에 얼마나 민감한지 "
        "나타냅니다. 이미지의 줄을 누르면 가려지고, 끌면 여러 줄이 가려집니다.",
    ),
    "rows.image": ("Image", "이미지"),
    "rows.likeliest": ("Top 1", "1순위"),
    "rows.belief": ("Probability of each answer", "각 답의 확률"),
    "rows.depends": ("Depends on", "의존하는 줄"),
    "rows.depends.row": ("Row {row}: {percent} of the answer's gradient", "{row}번째 줄의 기울기 비율: {percent}"),
    "rows.step": ("After row {row}: {answer}, {percent}", "{row}번째 줄까지: {answer}, {percent}"),
    "rows.row": ("Row {row}", "{row}번째 줄"),
    "rows.picture": (
        "The rows of the image: press one to cover it, use the arrow keys to reach the next",
        "이미지의 줄: 누르면 가려지고, 화살표 키로 다음 줄로 갑니다",
    ),
    "rows.map": (
        "Map: a line for each time step, a column for each answer. The same numbers stand under “Numbers”.",
        "지도: 시점마다 한 줄, 답마다 한 열. 같은 수가 ‘수치’에 있습니다.",
    ),
    "rows.cover": ("Cover this row", "이 줄 가리기"),
    "rows.cover.strip": ("Cover these rows", "이 두 줄 가리기"),
    "rows.uncover": ("Uncover all", "모두 드러내기"),
    "rows.hint": ("Tap or drag on the image to cover rows.", "이미지를 누르거나 끌면 그 줄이 가려집니다."),
    "rows.says": (
        "After row {row} of 28: most probable {first} ({chance}), then {second} ({other}).",
        "28줄 중 {row}번째 줄까지: 1순위 {first}({chance}), 2순위 {second}({other}).",
    ),
    "rows.says.once": (
        "All 28 rows at once: most probable {first} ({chance}), then {second} ({other}).",
        "28줄을 한꺼번에: 1순위 {first}({chance}), 2순위 {second}({other}).",
    ),
    "rows.gates.lstm": (
        "Mean gates: forget gate {forget}, input gate {input}, output gate {output}.",
        "게이트의 평균: 망각 게이트 {forget}, 입력 게이트 {input}, 출력 게이트 {output}.",
    ),
    "rows.gates.gru": (
        "Mean gates: update gate {update}, reset gate {reset}.",
        "게이트의 평균: 업데이트 게이트 {update}, 리셋 게이트 {reset}.",
    ),
    "rows.numbers": ("Numbers", "수치"),
    "rows.numbers.row": ("After row", "읽은 줄"),
    "rows.numbers.answer": ("Most probable", "1순위"),
    "rows.numbers.chance": ("Probability", "확률"),
    "rows.numbers.then": ("Then", "2순위"),
    "row:panel.inside.title": ("Inside: gates and states of the last layer", "안쪽: 마지막 층의 게이트와 상태"),
    "row:panel.inside.help": (
        "Each picture has a line for each row that was read and a column for each unit. Units are ordered by the row "
        "at which their value is largest: a diagonal means that different units react to different rows. A gate is a "
        "number from 0, closed, to 1, open.",
        "그래프마다 읽은 줄 하나가 한 줄이고 유닛 하나가 한 열입니다. 유닛은 값이 가장 큰 줄의 순서로 놓았으므로, "
        "대각선은 유닛마다 다른 줄에 반응한다는 뜻입니다. 게이트는 0(닫힘)에서 1(열림)까지의 수입니다.",
    ),
    "row:panel.input.title": ("Input gate", "입력 게이트"),
    "row:panel.input.help": ("How much of the new candidate each cell adds.", "셀이 새 후보를 얼마나 더하는지."),
    "row:panel.forget.title": ("Forget gate", "망각 게이트"),
    "row:panel.forget.help": (
        "Scales the old cell state: 1 keeps it, 0 erases it.",
        "이전 셀 상태에 곱합니다. 1이면 유지하고 0이면 지웁니다.",
    ),
    "row:panel.output.title": ("Output gate", "출력 게이트"),
    "row:panel.output.help": (
        "How much of the cell state enters the hidden state.",
        "셀 상태가 은닉 상태에 얼마나 나오는지.",
    ),
    "row:panel.reset.title": ("Reset gate", "리셋 게이트"),
    "row:panel.reset.help": (
        "How much of the old state the new candidate uses.",
        "새 후보를 만들 때 이전 상태를 얼마나 쓰는지.",
    ),
    "row:panel.update.title": ("Update gate", "업데이트 게이트"),
    "row:panel.update.help": (
        "Mixes old state and candidate: 1 keeps the old state.",
        "이전 상태와 후보를 섞습니다. 1이면 이전 상태를 유지합니다.",
    ),
    "row:panel.cell.title": ("Cell state", "셀 상태"),
    "row:panel.cell.help": (
        "Second state of an LSTM: stripes that run down are values kept over many rows.",
        "LSTM의 둘째 상태입니다. 아래로 길게 이어지는 줄무늬는 여러 줄 동안 유지된 값입니다.",
    ),
    "row:panel.hidden.title": ("Hidden state", "은닉 상태"),
    "row:panel.hidden.help": (
        "Summary of the rows so far; the answer is computed from its last line.",
        "지금까지 읽은 줄의 요약입니다. 답은 마지막 줄에서 계산합니다.",
    ),
    "rows.closed": ("closed (0)", "닫힘 (0)"),
    "rows.open": ("open (1)", "열림 (1)"),
    "rows.inside.picture": (
        "{title}: a line for each row, a column for each of {units} units. {help}",
        "{title}: 읽은 줄마다 한 줄, 유닛 {units}개가 각각 한 열. {help}",
    ),
    "row:panel.recall.title": ("How sensitive the answer is to each row", "답이 줄마다 얼마나 민감한가"),
    "row:panel.recall.help": (
        "How much would the answer change if a row changed a little? That is the row's share of the gradient: local "
        "sensitivity, not memory. In training the error travels back the same way and is multiplied at every time "
        "step. In plain RNN cells it shrinks over long distances (vanishing gradients); gates can let it pass. For "
        "single characters the lines may cross; averaged over many, the plain cells have the smallest share in the "
        "first rows.",
        "어떤 줄이 조금 바뀌면 답이 얼마나 바뀔까요? 그것이 기울기에서 그 줄이 차지하는 비율입니다. 기억이 아니라 "
        "민감도입니다. 학습할 때 오차도 같은 길을 거슬러 가며 시점마다 곱해집니다. 단순한 RNN 셀에서는 먼 거리에서 "
        "작아지고(기울기 소실), 게이트는 이를 통과시킬 수 있습니다. 문자 하나에서는 선이 서로 엇갈릴 수 있지만, 여러 "
        "문자를 평균하면 먼저 읽은 줄의 비율은 단순한 셀이 가장 작습니다.",
    ),
    "rows.saliency": ("Share of each row in the gradient of the answer", "답의 기울기에서 각 줄이 차지하는 비율"),
    "rows.saliency.note": (
        "The rows on the left were read first. Each line of the scale is ten times the one below; anything under a "
        "millionth is drawn as a millionth.",
        "왼쪽이 먼저 읽은 줄입니다. 가로선 하나를 오를 때마다 열 배입니다. 백만분의 일보다 작은 값은 백만분의 일로 "
        "그렸습니다.",
    ),
    "rows.saliency.own": ("This model", "이 모델"),
    "rows.saliency.row": ("Row of the image", "이미지의 줄"),
    "rows.saliency.share": ("Share of the gradient", "기울기의 비율"),
    "rows.saliency.told": ("row {row}", "{row}번째 줄"),
    "row:panel.forms.title": (
        "One or many? Three ways to use a sequence",
        "하나인가 여럿인가? 시퀀스를 쓰는 세 가지 방법",
    ),
    "rows.form.one": ("Many to one", "다대일 (many to one)"),
    "rows.form.one.told": (
        "Many rows go in, one answer comes out after the last. You are looking at it: one character, row by row.",
        "여러 줄이 들어가고 마지막 줄 뒤에 답 하나가 나옵니다. 지금 보는 한 줄씩 읽기가 그렇습니다.",
    ),
    "rows.form.start": ("One to many", "일대다 (one to many)"),
    "rows.form.start.told": (
        "One vector goes in, a sequence comes out: the decoder of the plain encoder-decoder writes a whole word from "
        "the context vector.",
        "벡터 하나가 들어가고 여럿이 차례로 나옵니다. 기본 인코더-디코더의 디코더는 문맥 벡터 하나로 단어 전체를 "
        "씁니다.",
    ),
    "rows.form.start.go": ("To the swapped words", "자리 바뀐 글자로"),
    "rows.form.many": ("Many to many", "다대다 (many to many)"),
    "rows.form.many.told": (
        "One output for every input, as in GRU 1; or first all inputs and then all outputs, as in encoder and decoder.",
        "GRU 1처럼 입력마다 출력이 있거나, 인코더와 디코더처럼 먼저 모두 들어가고 그다음에 모두 나옵니다.",
    ),
    "rows.form.many.go": ("To the next letter", "다음 글자로"),
    "rows.form.in": ("in", "입력"),
    "rows.form.out": ("out", "출력"),
}
