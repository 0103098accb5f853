"""What the page says about words that are written letter by letter."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "search.label": ("Search", "탐색"),
    "search.greedy": ("greedy", "탐욕 탐색"),
    "search.beam": ("beam of {width}", "빔 탐색, 폭 {width}"),
    "symbol.start": ("start", "시작"),
    "symbol.end": ("end", "끝"),
    "answer.nothing": ("nothing", "없음"),
    "swap:empty.none": (
        "Write a word in which two neighbours changed places.",
        "이웃한 두 글자의 자리가 바뀐 단어를 써 보세요.",
    ),
    "swap:empty.none.hint": (
        "For example W, R, O, D. Draw it in the boxes, type a word, or take a sample.",
        "예를 들면 W, R, O, D. 칸에 그리거나, 단어를 입력하거나, 예제를 불러오세요.",
    ),
    "swap:empty.hint": (
        "The answer appears here as soon as the letters can be read.",
        "글자를 읽을 수 있게 되면 답이 여기에 나타납니다.",
    ),
    "flow.encoder": ("Encoder", "인코더"),
    "flow.encoder.role": ("reads all images as a row", "그림을 모두 차례로 읽습니다"),
    "flow.decoder": ("Decoder", "디코더"),
    "flow.decoder.role": ("writes letter by letter", "한 글자씩 씁니다"),
    "swap:flow.answer.role": ("the word it wrote", "디코더가 쓴 단어"),
    "edit.caption": (
        "The letters as they were read, and below them the word that was written.",
        "읽은 글자와 그 아래 디코더가 쓴 단어.",
    ),
    "edit.read": ("read", "읽음"),
    "edit.written": ("written", "씀"),
    "edit.swap": (
        "{a} and {b} changed places ({place} and {next})",
        "{a}와(과) {b}의 자리를 바꿈({place}, {next}번째)",
    ),
    "edit.change": ("{read} became {written} ({place})", "{read}을(를) {written}(으)로 고침({place}번째)"),
    "edit.drop": ("{read} was left out ({place})", "{read}을(를) 뺌({place}번째)"),
    "edit.add": ("{written} was added", "{written}을(를) 더함"),
    "edit.and": ("; ", "; "),
    "edit.sentence": ("{edits}.", "{edits}."),
    "edit.many": ("{count} changes in all.", "모두 {count}군데가 바뀌었습니다."),
    "edit.none": (
        "The letters were written as they were read: nothing was swapped.",
        "읽은 글자를 그대로 썼습니다. 바꾼 것이 없습니다.",
    ),
    "note.short": (
        "Fewer than four letters: no pair inside can be swapped. The model was trained on words of 4 to 8 letters "
        "with exactly one swap inside.",
        "네 글자보다 짧아서 안쪽에서 바꿀 두 글자가 없습니다. 이 모델은 안쪽에서 딱 한 번 자리가 바뀐 4~8글자 단어로 "
        "학습했습니다.",
    ),
    "note.long": (
        "More than eight letters: longer than any word in training, where words had 4 to 8 letters and exactly one "
        "swap inside.",
        "여덟 글자보다 깁니다. 학습에 쓴 단어는 4~8글자이고 안쪽에서 딱 한 번 자리가 바뀐 것이어서, 이렇게 긴 단어는 "
        "본 적이 없습니다.",
    ),
    "note.no_swap": (
        "These letters are a word already. The model was trained on words of 4 to 8 letters with exactly one swap "
        "inside, so it may swap something all the same.",
        "이 글자들은 이미 단어입니다. 이 모델은 안쪽에서 딱 한 번 자리가 바뀐 4~8글자 단어로 학습했기 때문에, 그래도 "
        "무언가를 바꿀 수 있습니다.",
    ),
    "note.no_word": (
        "No single swap inside these letters gives a word of the list. The model was trained on words of 4 to 8 "
        "letters with exactly one swap inside.",
        "안쪽의 두 글자를 한 번 바꾸어서 단어 목록에 있는 단어가 되지 않습니다. 이 모델은 안쪽에서 딱 한 번 자리가 "
        "바뀐 4~8글자 단어로 학습했습니다.",
    ),
    "note.nothing": (
        "The decoder wrote its end sign at once: the answer has no letters.",
        "디코더가 바로 끝 기호를 썼습니다. 답에 글자가 없습니다.",
    ),
    "swap:panel.letters.help": (
        "Each drawing becomes 28 × 28 pixels. The model gets them in grey; here they keep the colour of their ink. "
        "Under each image stand the three letters that the model finds likeliest. Arrows lead from each of the two "
        "swapped images to the other.",
        "쓴 글자는 28 × 28 화소가 됩니다. 모델에는 회색으로 주어지지만, 여기서는 잉크 색을 그대로 보여 줍니다. 그림 "
        "아래에는 모델이 가장 그럴듯하다고 보는 글자 세 개가 있습니다. 화살표는 자리가 바뀐 두 그림이 서로를 "
        "가리킵니다.",
    ),
    "swap:panel.vision.title": ("In context: the encoder", "문맥 속에서: 인코더"),
    "swap:panel.vision.help": (
        "What the encoder takes each image for, now that it knows the whole word. A column with one strong cell means "
        "that it is sure; two strong cells mean doubt.",
        "단어 전체를 본 인코더가 그림을 각각 어떤 글자로 여기는지 보여 줍니다. 한 열에서 한 칸만 진하면 확신하는 "
        "것이고, 두 칸이 진하면 망설이는 것입니다.",
    ),
    "swap:panel.vision.caption": (
        "Probability of each letter A to Z for each image, as the encoder reads it.",
        "인코더가 읽은, 그림마다 A부터 Z까지 각 글자의 확률.",
    ),
    "swap:panel.reasoning.title": ("Writing: the decoder", "쓰기: 디코더"),
    "swap:panel.reasoning.help": (
        "At each step the decoder gives every letter a probability, and “end” the probability that the word is "
        "complete. One column is one step; above it stands what was written.",
        "디코더는 단계마다 모든 글자에 확률을 매깁니다. ‘끝’은 단어가 끝났을 확률입니다. 한 열이 한 단계이고, 그 위에 "
        "실제로 쓴 글자가 있습니다.",
    ),
    "swap:panel.reasoning.caption": (
        "Probability of each letter A to Z and of the end at each step of the decoder.",
        "디코더의 단계마다 A부터 Z까지 각 글자와 끝 기호의 확률.",
    ),
    "panel.attention.title": ("Attention: where the decoder looks", "어텐션: 디코더가 보는 곳"),
    "panel.attention.help": (
        "One row for each letter that was written, one column for each image, in the order in which the encoder reads "
        "them. A row adds up to 100 %. Bits (the entropy) say how wide the look is: 0 is a single image, 1 as much as "
        "two images in equal parts.",
        "한 행은 쓴 글자 하나, 한 열은 그림 하나이며, 열은 인코더가 읽은 순서입니다. 한 행을 모두 더하면 100 %입니다. "
        "비트(엔트로피)는 얼마나 넓게 보는지를 나타냅니다. 0이면 그림 하나만, 1이면 두 그림을 반반씩 보는 정도입니다.",
    ),
    "panel.attention.caption": (
        "Share of the attention that each image gets at each step.",
        "단계마다 각 그림이 받는 어텐션의 몫.",
    ),
    "panel.alignment.title": ("Alignment: what each letter depends on", "정렬: 각 글자가 의존하는 그림"),
    "panel.alignment.help": (
        "Measured from outside: each image in turn is hidden from the model, and the cell says how much of the "
        "probability at that step then moves to other letters. So models without attention can be compared as well.",
        "모델 밖에서 잰 값입니다. 그림을 하나씩 가렸을 때 그 단계의 확률이 다른 글자로 얼마나 옮겨 가는지를 "
        "나타냅니다. 그래서 어텐션이 없는 모델과도 비교할 수 있습니다.",
    ),
    "panel.alignment.caption": (
        "Share of the probability at each step that moves elsewhere when an image is hidden.",
        "그림을 가렸을 때 단계마다 다른 글자로 옮겨 가는 확률의 몫.",
    ),
    "panel.state.title": ("State: the numbers inside the decoder", "상태: 디코더 안의 숫자들"),
    "panel.state.help": (
        "One picture for each step, one dot for each unit: blue is negative, orange positive, pale is near zero. The "
        "number says by how much a unit changed on average since the step before.",
        "그림 하나가 한 단계, 점 하나가 유닛 하나입니다. 파란색은 음수, 주황색은 양수, 옅으면 0에 가깝습니다. 숫자는 "
        "앞 단계보다 유닛이 평균 얼마나 바뀌었는지를 나타냅니다.",
    ),
    "panel.beam.title": ("Beam search: the candidates", "빔 탐색: 후보 단어"),
    "panel.beam.help": (
        "A greedy search takes the likeliest letter at each step. A beam search keeps several beginnings at once and "
        "ranks whole words by the sum of their letters' log-probabilities.",
        "탐욕 탐색은 단계마다 가장 그럴듯한 글자를 고릅니다. 빔 탐색은 여러 시작을 함께 이어 가며, 글자들의 로그 "
        "확률을 더한 값으로 단어 전체의 순위를 매깁니다.",
    ),
    "panel.beam.caption": (
        "Candidates, best first, with probability and log-probability.",
        "후보 단어를 좋은 순서로, 확률과 로그 확률과 함께.",
    ),
    "panel.steps.title": ("What happens at this step", "이 단계에서 일어나는 일"),
    "panel.steps.help": (
        "The decoder gets the letter that it wrote last, looks at the images, changes its state and gives every "
        "letter a probability. Move with the slider, the arrow keys or the letters, or let it play.",
        "디코더는 방금 쓴 글자를 받고, 그림을 보고, 상태를 바꾸고, 모든 글자에 확률을 매깁니다. 슬라이더, 화살표 키, "
        "글자 단추로 움직이거나 재생해 보세요.",
    ),
    "steps.title": ("Step by step", "한 단계씩"),
    "steps.play": ("Play", "재생"),
    "steps.slider": ("Step of the decoder", "디코더의 단계"),
    "steps.at": ("{n} of {count}", "{count}단계 중 {n}"),
    "steps.chip": ("Step {n}: {symbol}", "{n}단계: {symbol}"),
    "steps.fed": ("Goes in", "들어가는 것"),
    "steps.by.attention": ("Looks at", "보는 것"),
    "steps.by.alignment": ("Depends on", "의존하는 것"),
    "steps.kept": ("Has in mind", "품고 있는 것"),
    "steps.out": ("Comes out", "나오는 것"),
    "steps.says": (
        "In goes {fed}, out comes {written} ({percent}).",
        "입력은 {fed}, 출력은 {written}입니다({percent}).",
    ),
    "steps.attention": (
        "It looks most at image {image}, {letter} ({percent}).",
        "가장 많이 보는 것은 {image}번째 그림 {letter}입니다({percent}).",
    ),
    "steps.alignment": (
        "With image {image}, {letter}, hidden, {percent} of the probability would move elsewhere.",
        "{image}번째 그림 {letter}을(를) 가리면 확률의 {percent}가 다른 글자로 옮겨 갑니다.",
    ),
    "steps.bar.attention": ("attention", "어텐션"),
    "steps.bar.alignment": ("alignment", "정렬"),
    "state.change": ("change {change}", "변화 {change}"),
    "state.negative": ("negative", "음수"),
    "state.positive": ("positive", "양수"),
    "matrix.peak": ("peak", "최대"),
    "matrix.bits": ("bits", "비트"),
    "matrix.choose": ("Layer and head", "층과 헤드"),
    "matrix.mean": ("mean of all", "모두의 평균"),
    "matrix.head": ("layer {layer}, head {head}", "{layer}층, {head}번 헤드"),
    "matrix.crossing": (
        "Outlined: letters {a} and {b} of the right word stand in each other's image. A model that looks there has "
        "strong cells that cross.",
        "테두리: 올바른 단어의 {a}번째와 {b}번째 글자는 서로의 그림에 있습니다. 모델이 그곳을 보면 진한 칸이 "
        "엇갈립니다.",
    ),
    "matrix.backwards": (
        "This encoder reads from the last image to the first; the columns stand in its order.",
        "이 인코더는 마지막 그림부터 거꾸로 읽습니다. 열도 그 순서입니다.",
    ),
    "ranking.word": ("Word", "단어"),
    "ranking.probability": ("Probability", "확률"),
    "ranking.log_probability": ("Log-probability", "로그 확률"),
    "strip.pair": ("In the place of image {position}", "{position}번째 그림과 자리가 바뀜"),
    "swap:verdict.unknown": (
        "Which letters were meant? Write them under the boxes, and the page says whether the word is right and, if "
        "not, which stage was wrong.",
        "어떤 글자를 쓰려고 했나요? 칸 아래에 적으면 단어가 맞는지, 틀렸다면 어느 단계가 틀렸는지 알려 줍니다.",
    ),
    "swap:verdict.no_row": (
        "For {shown} no right answer is known: one swap inside should give exactly one word of the list.",
        "{shown}의 정답은 알 수 없습니다. 안쪽 두 글자를 한 번 바꾸어 목록의 단어 하나가 되어야 합니다.",
    ),
    "swap:verdict.none": (
        "Right. {shown} is {target} with two letters swapped.",
        "맞았습니다. {target} → {shown}: 두 글자의 자리가 바뀐 단어입니다.",
    ),
    "swap:verdict.rescued": (
        "Right, it is {target}, although vision misread {slips}: the decoder made up for it.",
        "맞았습니다. 시각이 잘못 읽었지만({slips}) 디코더가 바로잡아 {target}(이)라고 썼습니다.",
    ),
    "swap:verdict.vision": (
        "Wrong: {target} was right. Vision is to blame: it misread {slips}. With the true letters, the decoder writes "
        "{reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 시각 탓입니다. 잘못 읽은 글자: {slips}. 올바른 글자를 주면 디코더는 "
        "{reasoned}(이)라고 씁니다.",
    ),
    "swap:verdict.vision.untold": (
        "Wrong: {target} was right. Vision is to blame: it misread {slips}.",
        "틀렸습니다. 정답은 {target}입니다. 시각 탓입니다. 잘못 읽은 글자: {slips}.",
    ),
    "swap:verdict.reasoning": (
        "Wrong: {target} was right. The decoder is to blame: even with the true letters it writes {reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 디코더 탓입니다. 올바른 글자를 주어도 {reasoned}(이)라고 씁니다.",
    ),
    "swap:verdict.reasoning.untold": (
        "Wrong: {target} was right. Every letter was read as it was meant, so the decoder is to blame.",
        "틀렸습니다. 정답은 {target}입니다. 글자는 모두 제대로 읽었으니 디코더 탓입니다.",
    ),
    "swap:verdict.both": (
        "Wrong: {target} was right. Both stages are to blame: vision misread {slips}, and with the true letters the "
        "decoder still writes {reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 두 단계 모두의 탓입니다. 시각이 잘못 읽었고({slips}), 올바른 글자를 "
        "주어도 디코더는 {reasoned}(이)라고 씁니다.",
    ),
    "swap:verdict.handover": (
        "Wrong: {target} was right. Each stage alone does well; the doubt that vision handed on led the decoder "
        "astray.",
        "틀렸습니다. 정답은 {target}입니다. 단계 하나하나는 맞지만, 시각이 넘긴 망설임이 디코더를 헷갈리게 했습니다.",
    ),
    "swap:verdict.true_letters": ("True letters into the decoder", "올바른 글자를 디코더에 주면"),
    "swap:verdict.exact_rule": ("Letters as read, one swap undone", "읽은 글자에서 한 번 바뀐 자리를 되돌리면"),
    "swap:verdict.no_line": ("no word", "단어 없음"),
}
