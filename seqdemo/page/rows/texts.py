"""What the page says of one character that is read row by row."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "symbol.digit": ("digit", "숫자"),
    "symbol.letter": ("letter", "글자"),
    "row:empty.none": ("Write one character.", "문자 하나를 써 보세요."),
    "row:empty.none.hint": (
        "A digit or a letter, large or small. Draw it in the box, type it, or take a sample.",
        "숫자나 알파벳 대문자, 소문자. 칸에 그리거나, 입력하거나, 예제를 불러오세요.",
    ),
    "row:empty.hint": (
        "The answer appears here as soon as the character can be read.",
        "문자를 읽을 수 있게 되면 답이 여기에 나타납니다.",
    ),
    "row:flow.image": ("Image", "그림"),
    "flow.rows": ("28 rows", "28줄"),
    "flow.rows.role": ("read one after the other", "한 줄씩 차례로 읽습니다"),
    "row:flow.answer.role": ("the likeliest in the end", "마지막에 가장 그럴듯한 것"),
    "row:flow.cnn.role": ("looks at all of it at once", "전체를 한꺼번에 봅니다"),
    "row:verdict.unknown": (
        "Which character was meant? Write it under the box, and the page says whether the answer is right.",
        "어떤 문자를 쓰려고 했나요? 칸 아래에 적으면 답이 맞는지 알려 줍니다.",
    ),
    "row:verdict.none": ("Right. It is {target}.", "맞았습니다. {target}입니다."),
    "row:verdict.none.digit": ("Right: {letters} is a digit.", "맞았습니다. {letters}은(는) 숫자입니다."),
    "row:verdict.none.letter": ("Right: {letters} is a letter.", "맞았습니다. {letters}은(는) 글자입니다."),
    "row:verdict.vision": (
        "Wrong: it was meant to be {target}; read as {read}.",
        "틀렸습니다. 쓰려던 것은 {target}인데 {read}(으)로 읽었습니다.",
    ),
    "row:verdict.vision.digit": (
        "Wrong: {letters} is a digit, it was read as a letter.",
        "틀렸습니다. {letters}은(는) 숫자인데 글자로 읽었습니다.",
    ),
    "row:verdict.vision.letter": (
        "Wrong: {letters} is a letter, it was read as a digit.",
        "틀렸습니다. {letters}은(는) 글자인데 숫자로 읽었습니다.",
    ),
    "row:doubt": (
        "The network is unsure: is it one of the 47 characters, alone and complete?",
        "신경망이 망설입니다. 문자 47가지 가운데 하나를, 하나만, 끝까지 썼나요?",
    ),
    "note.scribble": (
        "This looks more like a scribble than a character. The network must choose one of its answers all the same: "
        "it has none for “neither”.",
        "문자라기보다 낙서처럼 보입니다. 그래도 신경망은 답 가운데 하나를 골라야 합니다. “아무것도 아님”이라는 답은 "
        "없습니다.",
    ),
    "note.pair": (
        "This looks like two characters side by side. The network learned from single ones and reads the whole box as "
        "one.",
        "문자 두 개가 나란히 있는 것처럼 보입니다. 신경망은 문자 하나씩만 배웠으므로 칸 전체를 하나로 읽습니다.",
    ),
    "note.merged": (
        "Small {letter} looks like capital {capital}, so the two are one class here: {capital} is the right answer "
        "for both.",
        "소문자 {letter}은(는) 대문자 {capital}와(과) 모양이 비슷해서 여기서는 한 종류로 칩니다. 둘 다 "
        "{capital}이(가) 정답입니다.",
    ),
    "rows.covered": (
        "Covered: {rows}. The network sees empty paper there.",
        "가린 곳: {rows}. 신경망에는 그곳이 빈 종이로 보입니다.",
    ),
    "rows.one": ("row {row}", "{row}번째 줄"),
    "rows.several": ("rows {rows}", "{rows}번째 줄"),
    "rows.before": ("Without covering: {answer}.", "가리지 않았을 때의 답: {answer}."),
    "row:steps.title": ("Row by row", "한 줄씩"),
    "row:steps.slider": ("How far it has read", "어디까지 읽었는지"),
    "row:steps.at": ("row {n} of {count}", "{count}줄 중 {n}번째"),
    "row:steps.at.strip": ("step {n} of {count}", "{count}단계 중 {n}번째"),
    "row:panel.vision.title": ("What it believes after each row", "한 줄 읽을 때마다 무엇이라고 믿나"),
    "row:panel.vision.help": (
        "All pictures share one axis, the rows of the image. Each line of the map says how probable every answer is "
        "when the network has read down to that row; darker is likelier (in the dark: brighter). The likeliest answer "
        "stands beside it. All but the best reader learned to answer after the last row only, so their early guesses "
        "are rough. Move with the slider or the arrow keys, or let it play. Tap rows of the image to cover them, or "
        "drag over several.",
        "모든 그림이 문자 그림의 줄을 같은 축으로 씁니다. 지도의 한 줄은 신경망이 그 줄까지 읽었을 때 각 답의 "
        "확률입니다. 진할수록(어두운 화면에서는 밝을수록) 그럴듯합니다. 가장 그럴듯한 답은 그 옆에 있습니다. 가장 잘 "
        "읽는 모델 말고는 마지막 줄 뒤에 답하는 것만 배웠으므로 앞쪽의 추측은 거칩니다. 슬라이더나 화살표 키로 "
        "옮기거나 재생해 보세요. 그림의 줄을 누르면 가려지고, 끌면 여러 줄이 가려집니다.",
    ),
    "row:panel.vision.caption": (
        "The likeliest answer after each row and its probability.",
        "한 줄 읽을 때마다 가장 그럴듯한 답과 그 확률.",
    ),
    "once:panel.vision.title": ("What it sees and says", "무엇을 보고 무엇이라고 하나"),
    "once:panel.vision.help": (
        "This network has no rows and no memory. The bars beside the image say how much the answer depends on each of "
        "its rows. Tap rows of the image to cover them, or drag over several.",
        "이 신경망에는 줄도 기억도 없습니다. 그림 옆의 막대는 답이 각 줄에 얼마나 달려 있는지 나타냅니다. 그림의 줄을 "
        "누르면 가려지고, 끌면 여러 줄이 가려집니다.",
    ),
    "rows.image": ("Image", "그림"),
    "rows.likeliest": ("Likeliest", "1순위"),
    "rows.belief": ("Probability of each answer", "각 답의 확률"),
    "rows.depends": ("Depends on", "의존하는 줄"),
    "rows.depends.row": ("Row {row}: {percent} of the answer's gradient", "{row}번째 줄: 답의 기울기 가운데 {percent}"),
    "rows.step": ("After row {row}: {answer}, {percent}", "{row}번째 줄까지: {answer}, {percent}"),
    "rows.row": ("Row {row}", "{row}번째 줄"),
    "rows.picture": (
        "The rows of the image: press one to cover it, use the arrow keys to reach the next",
        "그림의 줄: 누르면 가려지고, 화살표 키로 다음 줄로 갑니다",
    ),
    "rows.map": (
        "Map: a line for each step, a column for each answer. The same numbers stand under “Numbers”.",
        "지도: 단계마다 한 줄, 답마다 한 열. 같은 수가 “수치”에 있습니다.",
    ),
    "rows.cover": ("Cover this row", "이 줄 가리기"),
    "rows.cover.strip": ("Cover these rows", "이 두 줄 가리기"),
    "rows.uncover": ("Uncover all", "모두 드러내기"),
    "rows.hint": ("Tap or drag on the image to cover rows.", "그림을 누르거나 끌면 그 줄이 가려집니다."),
    "rows.says": (
        "After row {row} of 28: most likely {first} ({chance}), then {second} ({other}).",
        "28줄 중 {row}번째 줄까지 읽은 뒤: {first}일 확률이 가장 높고({chance}), 다음은 {second}입니다({other}).",
    ),
    "rows.says.once": (
        "It sees all 28 rows at once, so there is nothing to remember: most likely {first} ({chance}), then {second} "
        "({other}).",
        "28줄을 한꺼번에 보므로 기억할 것이 없습니다. {first}일 확률이 가장 높고({chance}), 다음은 "
        "{second}입니다({other}).",
    ),
    "rows.gates.lstm": (
        "On average the forget gate keeps {forget} of what the cells knew, the input gate lets in {input}, and the "
        "output gate shows {output}.",
        "평균으로, 망각 게이트는 셀이 알던 것의 {forget}를 남기고, 입력 게이트는 {input}를 들이고, 출력 게이트는 "
        "{output}를 내보입니다.",
    ),
    "rows.gates.gru": (
        "On average the update gate keeps {update} of what the units knew, and the reset gate shows {reset} of it to "
        "the new proposal.",
        "평균으로, 업데이트 게이트는 알던 것의 {update}를 남기고, 리셋 게이트는 그 가운데 {reset}를 새 제안에 보여 "
        "줍니다.",
    ),
    "rows.numbers": ("Numbers", "수치"),
    "rows.numbers.row": ("After row", "읽은 줄"),
    "rows.numbers.answer": ("Likeliest", "1순위"),
    "rows.numbers.chance": ("Probability", "확률"),
    "rows.numbers.then": ("Then", "2순위"),
    "row:panel.inside.title": ("Inside: gates and states of the last layer", "안쪽: 마지막 층의 게이트와 상태"),
    "row:panel.inside.help": (
        "Each picture has a line for each row that was read and a column for each unit. The units are ordered by the "
        "row at which they are most excited, so a diagonal means that different units wait for different rows. A gate "
        "is a number from 0, closed, to 1, open.",
        "그림마다 읽은 줄 하나가 한 줄이고 유닛 하나가 한 열입니다. 유닛은 가장 크게 반응한 줄의 순서로 놓았으므로, "
        "대각선은 유닛마다 다른 줄을 기다린다는 뜻입니다. 게이트는 0(닫힘)에서 1(열림)까지의 수입니다.",
    ),
    "row:panel.input.title": ("Input gate", "입력 게이트"),
    "row:panel.input.help": ("How much of the new row each cell lets in.", "셀이 새로 읽은 줄을 얼마나 들이는지."),
    "row:panel.forget.title": ("Forget gate", "망각 게이트"),
    "row:panel.forget.help": (
        "How much of what it knew each cell keeps: 1 keeps all, 0 forgets.",
        "셀이 알던 것을 얼마나 남기는지. 1이면 모두 남기고 0이면 잊습니다.",
    ),
    "row:panel.output.title": ("Output gate", "출력 게이트"),
    "row:panel.output.help": (
        "How much of what it holds each cell shows to the rest of the network.",
        "셀이 가진 것을 나머지 신경망에 얼마나 내보이는지.",
    ),
    "row:panel.reset.title": ("Reset gate", "리셋 게이트"),
    "row:panel.reset.help": (
        "How much of the past a unit looks at when it proposes something new.",
        "새것을 제안할 때 지난 일을 얼마나 보는지.",
    ),
    "row:panel.update.title": ("Update gate", "업데이트 게이트"),
    "row:panel.update.help": (
        "How much of the old each unit keeps: 1 keeps all, 0 takes the new proposal.",
        "옛것을 얼마나 남기는지. 1이면 모두 남기고 0이면 새 제안을 받아들입니다.",
    ),
    "row:panel.cell.title": ("Cell", "셀"),
    "row:panel.cell.help": (
        "The long-term memory: stripes that run down are things remembered over many rows.",
        "오래가는 기억. 아래로 길게 이어지는 줄무늬는 여러 줄 동안 기억한 것입니다.",
    ),
    "row:panel.hidden.title": ("Hidden state", "은닉 상태"),
    "row:panel.hidden.help": (
        "What the network works with at that row; the answer is read off its last line.",
        "그 줄에서 신경망이 쓰는 값. 답은 마지막 줄에서 읽어 냅니다.",
    ),
    "rows.closed": ("closed (0)", "닫힘 (0)"),
    "rows.open": ("open (1)", "열림 (1)"),
    "rows.inside.picture": (
        "{title}: a line for each row, a column for each of {units} units. {help}",
        "{title}: 읽은 줄마다 한 줄, 유닛 {units}개가 각각 한 열. {help}",
    ),
    "row:panel.recall.title": ("How far back it remembers", "얼마나 멀리 기억하나"),
    "row:panel.recall.help": (
        "How much would the answer change if a row changed a little? That is the row's share of the gradient. In "
        "training the error must travel back the same way, and at every step it is multiplied again. Plain RNN cells "
        "lose it on long ways (vanishing gradients); gates let it pass. Over 28 rows little vanishes once a model is "
        "trained: for single characters the lines may cross, over many the plain cells count the first rows least.",
        "어떤 줄이 조금 바뀌면 답이 얼마나 바뀔까요? 그것이 기울기에서 그 줄이 차지하는 몫입니다. 학습할 때 오차도 "
        "같은 길을 거슬러 가며 단계마다 거듭 곱해집니다. 단순한 RNN 셀은 먼 길에서 그것을 잃고(기울기 소실) 게이트는 "
        "통과시킵니다. 학습을 마친 모델은 28줄로는 거의 잃지 않습니다. 문자 하나에서는 선이 서로 엇갈릴 수 있지만, "
        "여러 문자를 평균하면 단순한 셀이 처음 줄들을 가장 적게 씁니다.",
    ),
    "rows.saliency": ("Share of each row in the gradient of the answer", "답의 기울기에서 각 줄이 차지하는 몫"),
    "rows.saliency.note": (
        "On the left the rows that were read first. From line to line it is ten times as much; what is smaller than a "
        "millionth is drawn as a millionth.",
        "왼쪽이 먼저 읽은 줄입니다. 가로선 하나를 오를 때마다 열 배입니다. 백만분의 일보다 작은 값은 백만분의 일로 "
        "그렸습니다.",
    ),
    "rows.saliency.row": ("Row of the image", "그림의 줄"),
    "rows.saliency.share": ("Share of the gradient", "기울기의 몫"),
    "rows.saliency.told": ("row {row}", "{row}번째 줄"),
    "row:panel.forms.title": (
        "One or many? Three ways to use a sequence",
        "하나인가 여럿인가? 순서를 쓰는 세 가지 방법",
    ),
    "rows.form.one": ("Many to one", "다대일 (many to one)"),
    "rows.form.one.told": (
        "Many rows go in, one answer comes out after the last. You are looking at it: one character, row by row.",
        "여러 줄이 들어가고 마지막 줄 뒤에 답 하나가 나옵니다. 지금 보고 있는, 문자 하나를 한 줄씩 읽기입니다.",
    ),
    "rows.form.start": ("One to many", "일대다 (one to many)"),
    "rows.form.start.told": (
        "One thing goes in and a sequence comes out: the decoder of the plain encoder-decoder gets one vector and "
        "writes a whole word from it.",
        "하나가 들어가고 여럿이 차례로 나옵니다. 기본 인코더-디코더의 디코더는 벡터 하나를 받아 단어 전체를 씁니다.",
    ),
    "rows.form.start.go": ("To the swapped words", "순서가 바뀐 단어로"),
    "rows.form.many": ("Many to many", "다대다 (many to many)"),
    "rows.form.many.told": (
        "An output for every input, as GRU 1 names every letter of a row at once; or first all inputs and then all "
        "outputs, as encoder and decoder do.",
        "GRU 1이 글자마다 이름을 대듯 입력마다 출력이 있거나, 인코더와 디코더처럼 먼저 모두 들어가고 그다음에 모두 "
        "나옵니다.",
    ),
    "rows.form.many.go": ("To the next letter", "다음 글자로"),
    "rows.form.in": ("in", "입력"),
    "rows.form.out": ("out", "출력"),
}
