"""What the page says about words that are written letter by letter."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "search.label": ("Search", "탐색"),
    "search.greedy": ("greedy", "탐욕적 탐색"),
    "search.beam": ("beam search, k = {width}", "빔 서치, k = {width}"),
    "symbol.start": ("start", "시작"),
    "symbol.end": ("end", "끝"),
    "answer.nothing": ("nothing", "없음"),
    "swap:empty.none": (
        "Write a word in which two neighbours changed places.",
        "이웃한 두 글자의 자리가 바뀐 단어를 써 보세요.",
    ),
    "swap:empty.none.hint": (
        "For example W, R, O, D. Draw it in the boxes, type a word, or take an example.",
        "예를 들면 W, R, O, D. 칸에 그리거나, 단어를 입력하거나, 예제를 불러오세요.",
    ),
    "swap:empty.hint": (
        "The answer appears here as soon as the letters can be read.",
        "글자를 읽을 수 있게 되면 답이 여기에 나타납니다.",
    ),
    "flow.encoder": ("Encoder", "인코더"),
    "flow.encoder.role": ("reads all images in order", "이미지를 모두 차례로 읽습니다"),
    "flow.decoder": ("Decoder", "디코더"),
    "flow.decoder.role": ("writes letter by letter", "한 글자씩 씁니다"),
    "swap:flow.answer.role": ("the word it wrote", "디코더가 쓴 단어"),
    "edit.caption": (
        "The letters as they were read, and the written word below.",
        "읽은 글자와 그 아래 디코더가 쓴 단어.",
    ),
    "edit.read": ("read", "읽음"),
    "edit.written": ("written", "씀"),
    "edit.swap": ("{a} and {b} swapped ({place} and {next})", "{a} ↔ {b} 자리바꿈({place}, {next}번째)"),
    "edit.change": ("{read} → {written} ({place})", "{read} → {written}({place}번째)"),
    "edit.drop": ("{read} left out ({place})", "빠진 글자: {read}({place}번째)"),
    "edit.add": ("{written} added", "더한 글자: {written}"),
    "edit.and": ("; ", "; "),
    "edit.sentence": ("{edits}.", "{edits}."),
    "edit.many": ("{count} changes in all.", "모두 {count}군데가 바뀌었습니다."),
    "edit.none": ("Written as read: nothing was swapped.", "읽은 글자를 그대로 썼습니다. 바꾼 것이 없습니다."),
    "note.short": (
        "Fewer than four letters: no pair inside can be swapped. The model learned from words of 4 to 8 letters with "
        "exactly one swap inside.",
        "네 글자보다 짧아서 안쪽에서 바꿀 두 글자가 없습니다. 이 모델은 안쪽에서 한 번 자리가 바뀐 4~8글자 단어로 "
        "학습했습니다.",
    ),
    "note.long": (
        "More than eight letters: longer than any word in training. Training words had 4 to 8 letters and exactly one "
        "swap inside.",
        "여덟 글자보다 깁니다. 학습에 쓴 단어는 4~8글자이고 안쪽에서 한 번 자리가 바뀌었으므로, 이렇게 긴 단어는 "
        "학습하지 않았습니다.",
    ),
    "note.no_swap": (
        "These letters are a word already. The model learned from words of 4 to 8 letters with exactly one swap "
        "inside, so it may swap something all the same.",
        "이 글자들은 이미 단어입니다. 이 모델은 안쪽에서 한 번 자리가 바뀐 4~8글자 단어로 학습했으므로, 그래도 자리를 "
        "바꿀 수 있습니다.",
    ),
    "note.no_word": (
        "Outside its training: the model learned from listed words of 4 to 8 letters with exactly one swap inside.",
        "학습 범위 밖입니다. 이 모델은 목록의 4~8글자 단어에서 안쪽 이웃 글자를 한 번 바꾼 것으로 학습했습니다.",
    ),
    "note.nothing": (
        "The decoder wrote its end sign at once: the answer has no letters.",
        "디코더가 바로 끝 기호를 썼습니다. 답에 글자가 없습니다.",
    ),
    "swap:panel.letters.help": (
        "Each drawing becomes 28 × 28 grey pixels for the model; here the ink keeps its colour. Under each image "
        "stand its three most probable letters. Arrows join the two swapped images.",
        "쓴 글자는 28 × 28 회색조 픽셀로 모델에 주어집니다. 여기서는 잉크 색을 그대로 보여 줍니다. 이미지 아래에는 "
        "확률이 가장 높은 글자 세 개가 있습니다. 화살표는 자리가 바뀐 두 이미지를 잇습니다.",
    ),
    "swap:panel.vision.title": ("In context: the encoder", "문맥 속에서: 인코더"),
    "swap:panel.vision.help": (
        "A probe on the encoder outputs: which letter each image is, in context. Bidirectional encoders know the "
        "whole word; one-way encoders know only what they have read so far. Two strong cells in a column: the "
        "probability is split.",
        "인코더 출력에서 읽어 낸, 문맥 속의 글자 확률입니다. 양방향 인코더는 단어 전체를, 단방향 인코더는 그때까지 "
        "읽은 부분만 압니다. 한 열에서 두 칸이 진하면 확률이 나뉜 것입니다.",
    ),
    "swap:panel.vision.caption": (
        "Probability of each letter A to Z for each image, read by the encoder.",
        "인코더가 읽은, 이미지마다 A부터 Z까지 각 글자의 확률.",
    ),
    "swap:panel.reasoning.title": ("Writing: the decoder", "쓰기: 디코더"),
    "swap:panel.reasoning.help": (
        "At each decoder step every letter gets a probability; “end” is the probability that the word is complete. "
        "One column is one step; the written letter stands above it.",
        "디코더의 시점마다 모든 글자가 확률을 받습니다. ‘끝’은 단어가 끝났을 확률입니다. 한 열이 한 시점이고, 그 위에 "
        "쓴 글자가 있습니다.",
    ),
    "swap:panel.reasoning.caption": (
        "Probability of each letter A to Z and of the end at each decoder step.",
        "디코더의 시점마다 A부터 Z까지 각 글자와 끝 기호의 확률.",
    ),
    "panel.attention.title": ("Attention: where the decoder looks", "어텐션: 디코더가 보는 곳"),
    "panel.attention.help": (
        "One row for each written letter, one column for each image, in the encoder's reading order. A row adds up to "
        "100%. Bits (the entropy) tell how wide the attention is: 0 is one image, 1 as much as two images in equal "
        "parts.",
        "한 행은 쓴 글자 하나, 한 열은 이미지 하나이며, 열은 인코더가 읽은 순서입니다. 한 행의 합은 100%입니다. "
        "비트(엔트로피)는 어텐션이 얼마나 퍼져 있는지를 나타냅니다. 0이면 이미지 하나, 1이면 두 이미지를 반반 보는 "
        "정도입니다.",
    ),
    "panel.attention.caption": ("Attention weight of each image at each step.", "시점마다 각 이미지의 어텐션 가중치."),
    "panel.alignment.title": ("Alignment: what each letter depends on", "정렬: 각 글자가 의존하는 이미지"),
    "panel.alignment.help": (
        "Measured from outside: one image at a time is hidden, and the cell tells how much of the probability at that "
        "step moves to other letters. So models without attention can be compared too.",
        "모델 밖에서 잰 값입니다. 이미지를 하나씩 가렸을 때 그 시점의 확률이 다른 글자로 얼마나 옮겨 가는지를 "
        "나타냅니다. 어텐션이 없는 모델과도 비교할 수 있습니다.",
    ),
    "panel.alignment.caption": (
        "Share of the probability at each step that moves elsewhere when an image is hidden.",
        "이미지를 가렸을 때 시점마다 다른 글자로 옮겨 가는 확률의 비율.",
    ),
    "panel.state.title": ("State: the numbers inside the decoder", "상태: 디코더 안의 숫자들"),
    "panel.state.help": (
        "One picture for each step, one dot for each unit: blue is negative, orange positive, pale is near zero. The "
        "number is the mean change of a unit since the step before.",
        "그래프 하나가 한 시점, 점 하나가 유닛 하나입니다. 파란색은 음수, 주황색은 양수, 옅으면 0에 가깝습니다. "
        "숫자는 앞 시점에서 유닛이 평균 얼마나 바뀌었는지를 나타냅니다.",
    ),
    "panel.beam.title": ("Beam search: the candidates", "빔 서치: 후보 단어"),
    "panel.beam.help": (
        "Greedy search takes the most probable symbol at each step. Beam search keeps several partial words and ranks "
        "whole words by the sum of their log-probabilities.",
        "탐욕적 탐색은 시점마다 확률이 가장 높은 기호를 고릅니다. 빔 서치는 후보 단어 여러 개를 유지하며, 로그 확률의 "
        "합으로 단어 전체의 순위를 매깁니다.",
    ),
    "panel.beam.caption": (
        "Candidates, best first, with probability and log-probability.",
        "후보 단어를 좋은 순서로, 확률과 로그 확률과 함께.",
    ),
    "panel.steps.title": ("What happens at this step", "이 시점에서 일어나는 일"),
    "panel.steps.help": (
        "The decoder gets the letter that it wrote last, updates its state and gives every letter a probability. "
        "Models with attention also look at the images. Move with the slider, the arrow keys or the letters, or let "
        "it play.",
        "디코더는 방금 쓴 글자를 받아 상태를 갱신하고 모든 글자에 확률을 매깁니다. 어텐션이 있는 모델은 이미지도 "
        "봅니다. 슬라이더, 화살표 키, 글자 단추로 움직이거나 재생해 보세요.",
    ),
    "steps.title": ("Step by step", "한 단계씩"),
    "steps.play": ("Play", "재생"),
    "steps.slider": ("Decoder step", "디코더의 시점"),
    "steps.at": ("{n} of {count}", "{n} / {count}"),
    "steps.chip": ("Step {n}: {symbol}", "시점 {n}: {symbol}"),
    "steps.fed": ("Input", "입력"),
    "steps.by.attention": ("Looks at", "보는 것"),
    "steps.by.alignment": ("Depends on", "의존하는 것"),
    "steps.kept": ("State", "상태"),
    "steps.out": ("Output", "출력"),
    "steps.says": ("Input {fed}, output {written} ({percent}).", "입력: {fed}. 출력: {written}({percent})."),
    "steps.attention": (
        "Most attention: image {image}, {letter} ({percent}).",
        "어텐션이 가장 큰 이미지: {image}번째, {letter}({percent}).",
    ),
    "steps.alignment": (
        "With image {image}, {letter}, hidden, {percent} of the probability would move elsewhere.",
        "{image}번째 이미지({letter})를 가리면 다른 글자로 옮겨 가는 확률: {percent}.",
    ),
    "steps.bar.attention": ("attention", "어텐션"),
    "steps.bar.alignment": ("alignment", "정렬"),
    "state.change": ("change {change}", "변화 {change}"),
    "state.negative": ("negative", "음수"),
    "state.positive": ("positive", "양수"),
    "matrix.peak": ("peak", "최대"),
    "matrix.bits": ("bits", "비트"),
    "matrix.choose": ("Layer and head", "층과 헤드"),
    "matrix.mean": ("mean of all", "전체 평균"),
    "matrix.head": ("layer {layer}, head {head}", "{layer}층, {head}번 헤드"),
    "matrix.crossing": (
        "Outlined: letters {a} and {b} of the right word stand in each other's image. The strong cells of a model "
        "that looks there cross.",
        "테두리: 올바른 단어의 {a}번째와 {b}번째 글자는 서로의 이미지에 있습니다. 모델이 그곳을 보면 진한 칸이 "
        "엇갈립니다.",
    ),
    "matrix.backwards": (
        "This encoder reads from the last image to the first; the columns have its order.",
        "이 인코더는 마지막 이미지부터 거꾸로 읽습니다. 열도 그 순서입니다.",
    ),
    "ranking.word": ("Word", "단어"),
    "ranking.probability": ("Probability", "확률"),
    "ranking.log_probability": ("Log-probability", "로그 확률"),
    "strip.pair": ("Swapped with image {position}", "{position}번째 이미지와 자리가 바뀜"),
    "swap:verdict.unknown": (
        "Write the letters you meant under the boxes: the page then checks the word and each stage.",
        "쓰려던 글자를 칸 아래에 적으면 단어와 각 단계가 맞는지 알려 줍니다.",
    ),
    "swap:verdict.no_row": (
        "No right answer is known for {shown}: one swap inside should give exactly one word of the list.",
        "정답을 알 수 없습니다({shown}). 안쪽 두 글자를 한 번 바꾸어 목록의 단어 하나가 되어야 합니다.",
    ),
    "swap:verdict.none": (
        "Right. {shown} is {target} with two letters swapped.",
        "맞았습니다. {target} → {shown}: 두 글자의 자리가 바뀐 단어입니다.",
    ),
    "swap:verdict.rescued": (
        "Right, it is {target}. Vision misread {slips}; the decoder corrected it.",
        "맞았습니다. 답은 {target}입니다. 오독({slips})을 디코더가 바로잡았습니다.",
    ),
    "swap:verdict.vision": (
        "Wrong: {target} was right. Vision misread {slips}. Given the true letters, the decoder writes {reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 시각 단계에서 잘못 읽은 글자: {slips}. 올바른 글자를 주면 디코더의 답은 "
        "{reasoned}입니다.",
    ),
    "swap:verdict.vision.untold": (
        "Wrong: {target} was right. Vision misread {slips}.",
        "틀렸습니다. 정답은 {target}입니다. 시각 단계에서 잘못 읽은 글자: {slips}.",
    ),
    "swap:verdict.reasoning": (
        "Wrong: {target} was right. Even with the true letters the decoder writes {reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 올바른 글자를 주어도 디코더의 답은 {reasoned}입니다.",
    ),
    "swap:verdict.reasoning.untold": (
        "Wrong: {target} was right. Every letter was read as meant, so the decoder was wrong.",
        "틀렸습니다. 정답은 {target}입니다. 글자는 모두 바르게 읽었으므로 디코더가 틀렸습니다.",
    ),
    "swap:verdict.both": (
        "Wrong: {target} was right. Vision misread {slips}, and even with the true letters the decoder writes "
        "{reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 시각 단계에서 잘못 읽은 글자: {slips}. 올바른 글자를 주어도 디코더의 답은 "
        "{reasoned}입니다.",
    ),
    "swap:verdict.handover": (
        "Wrong: {target} was right. Each stage alone is right, but vision's uncertainty changed the answer.",
        "틀렸습니다. 정답은 {target}입니다. 단계마다 따로는 맞지만, 시각 단계의 불확실한 확률 때문에 답이 "
        "바뀌었습니다.",
    ),
    "swap:verdict.true_letters": ("True letters into the decoder", "올바른 글자를 디코더에 주면"),
    "swap:verdict.exact_rule": ("Letters as read, one swap undone", "읽은 글자에서 한 번 바뀐 자리를 되돌리면"),
    "swap:verdict.no_line": ("no word", "단어 없음"),
}
