"""What the page says about histories and figures."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "next:learned.limit": ("exact inference (reference)", "정확 추론(참고)"),
    "swap:learned.limit": ("exact inference, four-letter model", "정확 추론(네 글자 모델)"),
    "learned.reliability": ("Is confidence calibrated?", "확신도를 믿어도 될까요?"),
    "learned.reliability.note": (
        "Letters of writers kept out of training, by confidence. Above the dashed line: underconfident; below the "
        "line: overconfident. Mean gap (expected calibration error): {errors}.",
        "학습에 쓰지 않은 필자들의 글자를 확신도로 나누었습니다. 점선 위는 과소 확신, 점선 아래는 과대 확신입니다. "
        "평균 차이(기대 보정 오차): {errors}.",
    ),
    "learned.reliability.bands": (
        "The bands are 95% intervals: with other writers, the lines could differ that much.",
        "띠는 95% 구간입니다. 필자가 바뀌면 선도 그만큼 달라질 수 있습니다.",
    ),
    "learned.reliability.sure": ("confidence", "확신도"),
    "learned.reliability.right": ("letters right", "맞은 글자"),
    "learned.reliability.diagonal": ("confidence = accuracy", "확신도 = 정답률"),
    "learned.title": ("What was learned", "무엇을 배웠을까요?"),
    "learned.lead": (
        "How the models of this task were trained, and their test results, side by side.",
        "이 과제의 모델들이 어떻게 학습했는지와 시험 결과를 나란히 비교합니다.",
    ),
    "learned.nothing": (
        "The checkpoints of this task hold neither a history nor figures.",
        "이 과제의 체크포인트에는 학습 기록도 성적도 없습니다.",
    ),
    "learned.legend": ("Lines that are shown", "표시할 선"),
    "learned.every": ("All lines", "모든 선"),
    "learned.alone": ("Only the chosen model", "고른 모델만"),
    "learned.second": ("Beam search too (dotted)", "빔 서치도 보기(점선)"),
    "learned.seen": ("Sequences seen in training", "학습 중에 본 글자열의 수"),
    "swap:learned.seen": ("Words seen in training", "학습 중에 본 단어의 수"),
    "learned.seen.letters": ("Letters seen in training", "학습 중에 본 글자의 수"),
    "row:learned.seen.letters": ("Characters seen in training", "학습 중에 본 문자의 수"),
    "learned.told": ("{n} sequences", "글자열 {n}개"),
    "swap:learned.told": ("{n} words", "단어 {n}개"),
    "learned.told.letters": ("{n} letters", "글자 {n}개"),
    "row:learned.told.letters": ("{n} characters", "문자 {n}개"),
    "learned.loss": ("Loss on what was trained on", "학습 자료에서의 손실"),
    "learned.loss.axis": ("Loss", "손실"),
    "learned.loss.reading": ("Cross-entropy of the letters read.", "읽은 글자의 교차 엔트로피입니다."),
    "learned.loss.report": (
        "Squared error of the probabilities, both stages. It cannot be compared with cross-entropy.",
        "두 단계에서 나온 확률의 제곱 오차입니다. 교차 엔트로피와 비교할 수 없습니다.",
    ),
    "learned.loss.two-stage": (
        "Cross-entropy of the letters read, plus that of GRU 2's predictions against the probabilities of exact "
        "inference (distillation), on distorted letters.",
        "변형한 글자에서, 읽은 글자의 교차 엔트로피와 정확 추론의 확률에 대한 GRU 2의 교차 엔트로피(지식 증류)를 더한 "
        "값입니다.",
    ),
    "learned.loss.writing": (
        "Cross-entropy of the letters read and of those written. Letters are distorted except in the report's recipe, "
        "so its loss is lower than its accuracy suggests.",
        "읽은 글자와 쓴 글자의 교차 엔트로피입니다. 보고서 방식만 글자를 변형하지 않고 학습해서, 정답률에 비해 손실이 "
        "낮습니다.",
    ),
    "learned.loss.letters": (
        "Cross-entropy of the next letter of a word. This kind sees no images in training, so its loss cannot be "
        "compared with the others.",
        "단어의 다음 글자에 대한 교차 엔트로피입니다. 이미지를 보지 않고 학습하므로 다른 모델의 손실과 비교할 수 "
        "없습니다.",
    ),
    "learned.loss.rows": (
        "Cross-entropy of the answer after the last row. (A CNN has no rows; its answer is measured alike.)",
        "마지막 줄까지 읽고 낸 답의 교차 엔트로피입니다. (CNN에는 줄이 없지만 답을 같은 방식으로 잽니다.)",
    ),
    "learned.loss.every_step": (
        "Cross-entropy of the answer with label smoothing, plus that of the predictions after every time step, on "
        "distorted characters. It cannot be compared with that of the answer alone.",
        "레이블 스무딩을 쓴 답의 교차 엔트로피에 시점마다의 예측의 교차 엔트로피를 더한 값이며, 변형한 문자에서 "
        "잽니다. 답만의 교차 엔트로피와 비교할 수 없습니다.",
    ),
    "learned.accuracy": ("Right answers during training", "학습 중의 정답률"),
    "learned.accuracy.axis": ("Right answers", "정답률"),
    "learned.accuracy.note": (
        "Letters of validation writers, from whom nothing was learned.",
        "학습에 쓰지 않은 검증용 필자들의 글자입니다.",
    ),
    "swap:learned.accuracy": ("Right words during training: 4 to 8 letters", "학습 중의 정답률: 4~8글자"),
    "swap:learned.accuracy.axis": ("Right words", "단어 정답률"),
    "swap:learned.accuracy.note": (
        "Words and writers of validation, from which nothing was learned.",
        "학습에 쓰지 않은 검증용 단어와 필자입니다.",
    ),
    "letter:learned.accuracy": ("Letters read right during training", "학습 중에 바르게 읽은 글자"),
    "letter:learned.accuracy.axis": ("Read right", "바르게 읽음"),
    "row:learned.accuracy.note": (
        "Characters of validation writers, from whom nothing was learned.",
        "학습에 쓰지 않은 검증용 필자들의 문자입니다.",
    ),
    "learned.longer": ("Right words during training: 9 and 10 letters", "학습 중의 정답률: 9~10글자"),
    "learned.longer.axis": ("Right words", "단어 정답률"),
    "learned.longer.note": (
        "The same for words longer than any that was trained on.",
        "학습에 나온 어떤 단어보다도 긴 단어에서 잰 것입니다.",
    ),
    "stages.title": ("The report's six curves: {title}", "보고서의 곡선 여섯 개: {title}"),
    "stages.lead": (
        "GRU 1 and GRU 2 are trained side by side; in training GRU 2 gets the true letters. The report observed that "
        "one good and one bad GRU give a bad answer. At the first check here GRU 1 is right for {gru1} and GRU 2 for "
        "{gru2}, but only {train} of the training sequences are answered right.",
        "GRU 1과 GRU 2를 나란히 학습하며, 학습할 때 GRU 2는 올바른 글자를 받습니다. 보고서는 한쪽 GRU가 좋아도 다른 "
        "쪽이 나쁘면 답이 나쁘다고 합니다. 여기서 첫 점검의 정답률은 GRU 1 {gru1}, GRU 2 {gru2}, 학습 글자열의 답 "
        "{train}입니다.",
    ),
    "stages.loss": ("Loss of each stage", "단계마다의 손실"),
    "stages.loss.axis": ("Loss", "손실"),
    "stages.loss.note": (
        "Squared error on what was trained on.",
        "학습 자료에서의 제곱 오차입니다.",
    ),
    "stages.accuracy": ("Right answers of each stage and of both", "단계마다의 정답률과 전체 정답률"),
    "stages.accuracy.axis": ("Right answers", "정답률"),
    "stages.accuracy.note": (
        "GRU 1: letters read right. GRU 2: next letters right, given the true letters. Both on what was trained on. "
        "Training and validation: answers to whole sequences, where GRU 2 gets what GRU 1 read.",
        "GRU 1은 바르게 읽은 글자, GRU 2는 올바른 글자를 받고 맞힌 다음 글자이며 둘 다 학습 자료에서 잽니다. 학습과 "
        "검증은 GRU 2가 GRU 1의 결과를 받아 글자열 전체에 답했을 때입니다.",
    ),
    "stages.gru1_loss": ("GRU 1", "GRU 1"),
    "stages.gru2_loss": ("GRU 2", "GRU 2"),
    "stages.gru1_accuracy": ("GRU 1", "GRU 1"),
    "stages.gru2_accuracy": ("GRU 2", "GRU 2"),
    "stages.train_accuracy": ("Training", "학습"),
    "stages.valid_accuracy": ("Validation", "검증"),
    "learned.away": (
        "Not drawn: {titles}, which counts its training in another unit.",
        "{titles}: 학습량을 세는 단위가 달라 그리지 않았습니다.",
    ),
    "learned.length": ("Right answers by number of letters", "글자 수에 따른 정답률"),
    "learned.length.letters": ("Letters", "글자 수"),
    "learned.length.axis": ("Right answers", "정답률"),
    "learned.length.note": (
        "Letters of test writers, kept out of training and out of the choice of the weights.",
        "학습에도 가중치 선택에도 쓰지 않은 시험용 필자들의 글자입니다.",
    ),
    "swap:learned.length": ("Right words by number of letters", "글자 수에 따른 단어 정답률"),
    "swap:learned.length.axis": ("Right words", "단어 정답률"),
    "swap:learned.length.note": (
        "Test words and writers; a word counts if all of it is right. Greedy search; dotted: beam search.",
        "시험용 단어와 필자이며, 단어 전체가 맞아야 정답입니다. 탐욕적 탐색, 점선은 빔 서치.",
    ),
    "learned.length.border": ("longer than in training", "학습 때보다 긴 단어"),
    "learned.letters": ("{n} letters", "{n}글자"),
    "learned.saliency": ("How sensitive the answer is to each row", "답이 줄마다 얼마나 민감할까요?"),
    "learned.saliency.row": ("Row of the image, from the top", "이미지의 줄, 위에서부터"),
    "learned.saliency.axis": ("Share of the gradient", "기울기의 비율"),
    "learned.saliency.told": ("row {row}", "{row}번째 줄"),
    "learned.saliency.less": ("{share} or less", "{share} 이하"),
    "learned.saliency.note": (
        "How much the answer would change if a row changed a little: each row's mean share of the gradient. This is "
        "sensitivity, not memory. Row 28 was read last. If all rows counted alike, each would have 3.6%. A CNN, which "
        "sees all rows at once, shows where ink matters most.",
        "어느 줄이 조금 바뀌면 답이 얼마나 바뀌는지, 곧 기울기에서 줄마다 차지하는 비율의 평균입니다. 기억이 아니라 "
        "민감도입니다. 28번째 줄을 마지막에 읽습니다. 모든 줄이 똑같다면 3.6%씩입니다. 모든 줄을 한꺼번에 보는 CNN은 "
        "어디의 잉크가 중요한지를 보여 줍니다.",
    ),
    "learned.tested": ("Measured on {letters}.", "측정에 쓴 글자: {letters}."),
    "row:learned.tested": (
        "Measured on {letters}. “Right” counts characters that were written on their own, “all characters” those cut "
        "out of words too.",
        "측정에 쓴 글자: {letters}. ‘정답률’은 하나씩 따로 쓴 문자, ‘모든 문자’는 단어에서 잘라 낸 문자까지 센 "
        "것입니다.",
    ),
    "learned.tested.unipen": ("letters of UNIPEN's test writers", "UNIPEN 시험용 필자들의 글자"),
    "row:learned.tested.unipen": ("characters of UNIPEN's test writers", "UNIPEN 시험용 필자들의 문자"),
    "learned.tested.emnist": ("EMNIST's test letters", "EMNIST 시험용 글자"),
    "learned.tested.pen": ("letters of the pen model", "펜 모델이 쓴 글자"),
    "chart.label": ("{title}. Arrow keys walk along the lines.", "{title}. 화살표 키로 선을 따라갈 수 있습니다."),
    "chart.numbers": ("Numbers as a table", "숫자를 표로 보기"),
    "chart.numbers.of": ("Numbers: {title}", "숫자: {title}"),
    "chart.second": ("{title}, beam search", "{title}, 빔 서치"),
    "standings.title": ("All figures", "모든 성적"),
    "standings.caption": (
        "Parameters, right answers and training of each variant. The buttons in the header sort.",
        "모델마다의 파라미터 수, 정답률, 학습 정보입니다. 머리글의 버튼을 누르면 정렬됩니다.",
    ),
    "standings.variant": ("Variant", "모델"),
    "standings.parameters": ("Parameters", "파라미터"),
    "standings.greedy": ("Right by letters, greedy", "글자 수별 정답률, 탐욕적 탐색"),
    "standings.beam": ("Right by letters, beam search", "글자 수별 정답률, 빔 서치"),
    "standings.accuracy": ("Right", "정답률"),
    "standings.challenge": ("9–10", "9~10"),
    "standings.longer": ("11–14", "11~14"),
    "standings.all": ("All characters", "모든 문자"),
    "swap:standings.accuracy": ("4–8", "4~8"),
    "standings.seeds": ("With each seed", "시드마다"),
    "swap:standings.seeds": ("4–8 with each seed", "4~8, 시드마다"),
    "standings.time": ("Training", "학습 시간"),
    "standings.device": ("Trained on", "학습 장치"),
    "device.cpu": ("CPU, threads: {n}", "CPU 스레드 {n}개"),
    "standings.date": ("Date", "날짜"),
    "duration.seconds": ("{n} s", "{n}초"),
    "duration.minutes": ("{n} min", "{n}분"),
    "duration.hours": ("{hours} h {n} min", "{hours}시간 {n}분"),
    "claims.title": ("What textbooks say, and what came out here", "교과서의 말과 여기서 나온 결과"),
    "claims.rule": (
        "Computed from the figures above. Shares differ clearly from {points} percentage points on, numbers of words "
        "from {sooner} on. A smaller difference may be chance: another seed changes the figures too.",
        "위의 숫자로 계산한 것입니다. 정답률은 {points}%p 이상, 단어 수는 {sooner} 이상 차이가 나야 뚜렷한 차이로 "
        "봅니다. 시드만 바꿔도 값이 달라지므로 그보다 작은 차이는 우연일 수 있습니다.",
    ),
    "row:claims.rule": (
        "Computed from the figures above. Shares differ clearly from {points} percentage points on. Each variant was "
        "trained once, so a smaller difference may be chance.",
        "위의 숫자로 계산한 것입니다. {points}%p 이상 차이가 나야 뚜렷한 차이로 봅니다. 모델마다 한 번씩만 "
        "학습했으므로 그보다 작은 차이는 우연일 수 있습니다.",
    ),
    "claims.yes": ("So it came out", "여기서도 그렇습니다"),
    "claims.no": ("The other way round", "여기서는 반대입니다"),
    "claims.unclear": ("No clear difference", "뚜렷한 차이가 없습니다"),
    "claims.show": ("Show in the charts", "그래프에서 보기"),
    "claims.difference": ("Difference", "차이"),
    "claims.seeds": ("{title}, {n} seeds", "{title}, 시드 {n}개"),
    "claims.points": ("{n} percentage points", "{n}%p"),
    "claim.sooner": (
        "An encoder that reads the word backwards learns faster.",
        "단어를 거꾸로 읽는 인코더가 더 빨리 학습합니다.",
    ),
    "claim.sooner.measure": (
        "Words seen until half of the best accuracy that either of them reached in validation",
        "둘이 검증에서 낸 가장 높은 정답률의 절반에 이를 때까지 본 단어의 수",
    ),
    "claim.reversed": (
        "An encoder that reads the word backwards ends up better, too.",
        "단어를 거꾸로 읽는 인코더가 최종 정답률도 높습니다.",
    ),
    "claim.reversed.measure": (
        "Right words of 4 to 8 letters, test, greedy",
        "4~8글자 단어의 정답률, 시험, 탐욕적 탐색",
    ),
    "claim.peeky": (
        "A decoder that gets the context vector at every step (peeky) beats one that gets it once.",
        "시점마다 문맥 벡터를 받는 디코더(peeky)가 한 번만 받는 디코더보다 낫습니다.",
    ),
    "claim.peeky.measure": ("Right words of 4 to 8 letters, test, greedy", "4~8글자 단어의 정답률, 시험, 탐욕적 탐색"),
    "claim.aligned": (
        "Giving the i-th output of the encoder to the i-th step (aligned) beats the context vector alone.",
        "인코더의 i번째 출력을 i번째 시점에 주는 것(aligned)이 문맥 벡터만 주는 것보다 낫습니다.",
    ),
    "claim.aligned.measure": (
        "Right words of 4 to 8 letters, test, greedy",
        "4~8글자 단어의 정답률, 시험, 탐욕적 탐색",
    ),
    "claim.attention": ("Attention beats the context vector alone.", "어텐션이 문맥 벡터 하나보다 낫습니다."),
    "claim.attention.measure": (
        "Right words of 4 to 8 letters, test, greedy",
        "4~8글자 단어의 정답률, 시험, 탐욕적 탐색",
    ),
    "claim.length": (
        "With the context vector alone, the longer the word, the fewer are right.",
        "문맥 벡터 하나만 쓰면 단어가 길수록 덜 맞힙니다.",
    ),
    "claim.length.measure": (
        "{title}: right words of {first} and of {second} letters, both as in training",
        "{title}: {first}글자와 {second}글자 단어의 정답률, 둘 다 학습 때의 길이",
    ),
    "claim.length_cured": (
        "Attention cures that: what it gets right lasts as words grow longer.",
        "어텐션이 이를 해결합니다. 단어가 길어져도 정답률이 유지됩니다.",
    ),
    "claim.length_cured.measure": (
        "How much of its right answers at {first} letters each keeps at {second}",
        "{first}글자 단어의 정답률 가운데 {second}글자에서도 유지되는 비율",
    ),
    "claim.beyond": (
        "With the context vector alone, words longer than any in training go wrong.",
        "문맥 벡터 하나만 쓰면 학습 때보다 긴 단어를 잘 맞히지 못합니다.",
    ),
    "claim.beyond.measure": (
        "{title}: right words of {first} letters and, longer than in training, of {second}",
        "{title}: {first}글자 단어와 학습 때보다 긴 {second}글자 단어의 정답률",
    ),
    "claim.beyond_cured": (
        "Attention cures that, too: it handles words longer than any in training.",
        "어텐션은 이것도 해결합니다. 학습 때보다 긴 단어도 잘 다룹니다.",
    ),
    "claim.beyond_cured.measure": (
        "How much of its right answers at {first} letters each keeps at {second}",
        "{first}글자 단어의 정답률 가운데 {second}글자에서도 유지되는 비율",
    ),
    "claim.gates": (
        "A plain RNN, whose cells have no gates, has lower accuracy than LSTM and GRU.",
        "게이트가 없는 단순한 RNN은 LSTM과 GRU보다 정답률이 낮습니다.",
    ),
    "claim.gates.measure": ("Right answers to characters of the test writers", "시험용 필자들의 문자에서의 정답률"),
    "claim.forgets": (
        "Its answer is less sensitive to the rows that were read first.",
        "먼저 읽은 줄에 대한 답의 민감도도 더 낮습니다.",
    ),
    "claim.forgets.measure": (
        "Share of the upper 14 rows in the gradient of the answer",
        "답의 기울기에서 위쪽 14줄이 차지하는 비율",
    ),
    "claim.at_once": (
        "A CNN, which sees the whole image at once, reads better than a reader of rows.",
        "이미지 전체를 한꺼번에 보는 CNN이 한 줄씩 읽는 모델보다 잘 읽습니다.",
    ),
    "claim.at_once.measure": ("Right answers to characters of the test writers", "시험용 필자들의 문자에서의 정답률"),
}
