"""What the lessons on swapped words say."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "lesson.bottleneck.title": ("The context vector's bottleneck", "문맥 벡터라는 병목"),
    "lesson.bottleneck.about": ("A whole word in one fixed-size state", "단어 하나를 고정 크기 상태 하나에"),
    "lesson.bottleneck.text": (
        "The encoder of the plain encoder-decoder reads all images. Then it hands its last hidden state and cell "
        "state to the decoder: two vectors of {units} numbers, and nothing else. From these the decoder writes the "
        "word.",
        "기본 인코더-디코더의 인코더는 이미지를 모두 읽은 뒤 마지막 은닉 상태와 셀 상태만 디코더에 넘깁니다. "
        "{units}차원 벡터 두 개(은닉 상태, 셀 상태)가 전부입니다. 디코더는 이것만으로 단어를 씁니다.",
    ),
    "lesson.bottleneck.question": (
        "All {count} letters of {letters} were read right, but the plain model writes {answer}. The aligned model has "
        "the same reader, and each decoder step also gets the encoder output of its place. What does it write?",
        "{letters}의 {count}글자를 모두 바르게 읽었는데 기본 모델의 답은 {answer}입니다. 위치 맞춤 모델은 판독기는 "
        "같지만, 디코더의 시점마다 그 위치의 인코더 출력도 받습니다. 이 모델은 무엇을 쓸까요?",
    ),
    "lesson.bottleneck.option.1": (
        "{answer} too: the readings are the same.",
        "똑같이 {answer}: 읽은 글자가 같습니다.",
    ),
    "lesson.bottleneck.option.2": (
        "Another wrong word: it has other weaknesses.",
        "다른 틀린 단어: 약점이 다릅니다.",
    ),
    "lesson.bottleneck.option.3": (
        "{target}: the letters were there.",
        "{target}: 글자는 있었습니다.",
    ),
    "lesson.bottleneck.reveal": (
        "It writes {answer2}. The plain model's {answer} begins right ({kept}), then goes wrong: its decoder has only "
        "two vectors of a fixed size, though the encoder had read every letter. In the test the plain model is right "
        "for {m1} of the words of 4 letters and {m3} of those of 8, the aligned one for {m4} of those of 8.",
        "답은 {answer2}입니다. 기본 모델의 답 {answer}: 처음({kept})은 맞지만 그다음이 틀립니다. 인코더는 글자를 모두 "
        "읽었지만 디코더에는 고정 크기 벡터 두 개뿐이기 때문입니다. 시험 정답률: 기본 모델 4글자 {m1}, 8글자 {m3}, "
        "위치 맞춤 모델 8글자 {m4}.",
    ),
    "lesson.bottleneck.average": (
        "On average: of {inputs} test words of 8 letters that were all read right and that the plain model got wrong, "
        "the aligned model writes {mean_right} right, {mean_same} with the same wrong answer and {mean_another} with "
        "another.",
        "평균: 글자를 모두 바르게 읽었지만 기본 모델이 틀린 8글자 시험 단어 {inputs}개에서 위치 맞춤 모델이 맞힌 "
        "비율은 {mean_right}, 똑같이 틀린 비율은 {mean_same}, 다르게 틀린 비율은 {mean_another}입니다.",
    ),
    "lesson.bottleneck.look": (
        "Each picture shows the {units} numbers of the decoder's hidden state after one more letter. What the first "
        "state does not hold cannot be fetched later.",
        "그래프마다 한 글자를 더 쓴 뒤 디코더 은닉 상태의 수 {units}개가 있습니다. 처음 상태에 없는 것은 나중에 "
        "가져올 수 없습니다.",
    ),
    "lesson.bottleneck.task": (
        "Find a word of seven or more letters that the plain model corrects.",
        "기본 모델이 바로잡는 일곱 글자 이상의 단어를 찾아보세요.",
    ),
    "lesson.bottleneck.scene.1": ("{model1}", "{model1}"),
    "lesson.bottleneck.scene.2": ("{model2}", "{model2}"),
    "lesson.reversed.title": ("Reversed and peeky", "거꾸로 읽기와 엿보기(peeky)"),
    "lesson.reversed.about": (
        "Two changes that leave the bottleneck as it is",
        "병목은 그대로 두고 바꾸는 두 가지",
    ),
    "lesson.reversed.text": (
        "Three models with the same bottleneck. “Forward” reads from the first image to the last, “reversed” from the "
        "last to the first. “Peeky” reads both ways, and its decoder gets the context vector at every step.",
        "병목이 같은 모델 셋입니다. ‘앞에서부터’는 첫 이미지부터, ‘거꾸로’는 끝 이미지부터 읽습니다. ‘엿보기’는 "
        "양방향으로 읽고, 디코더가 시점마다 문맥 벡터를 받습니다.",
    ),
    "lesson.reversed.question": (
        "Both learned from words of 4 to 8 letters. Now forward and reversed get the same test words of 9 and 10. "
        "Which one is right more often?",
        "둘 다 4~8글자 단어로 학습했습니다. 이번에는 ‘앞에서부터’와 ‘거꾸로’를 똑같은 9~10글자 단어로 시험합니다. 어느 "
        "것이 더 많이 맞힐까요?",
    ),
    "lesson.reversed.option.1": (
        "Forward, by over 5 percentage points.",
        "앞에서부터, 5%p 넘는 차이로.",
    ),
    "lesson.reversed.option.2": ("Both about the same, within 5 percentage points.", "5%p 안에서 비슷합니다."),
    "lesson.reversed.option.3": ("Reversed, by over 5 percentage points.", "거꾸로, 5%p 넘는 차이로."),
    "lesson.reversed.reveal": (
        "Reversed ({m5}); forward has {m4} and peeky {m6}. With words of 4 to 8 letters the three are close: forward "
        "{m1}, reversed {m2}, peeky {m3}. For {letters} forward writes {answer}, reversed {answer2} and peeky "
        "{answer3}. Peeky's decoder need not keep the context in its own state while it writes.",
        "거꾸로({m5})입니다. 앞에서부터는 {m4}, 엿보기는 {m6}입니다. 4~8글자 단어에서는 셋이 비슷합니다(앞에서부터 "
        "{m1}, 거꾸로 {m2}, 엿보기 {m3}). {letters}: 앞에서부터 {answer}, 거꾸로 {answer2}, 엿보기 {answer3}. 엿보기의 "
        "디코더는 쓰는 동안 문맥을 자기 상태에 담아 두지 않아도 됩니다.",
    ),
    "lesson.reversed.average": (
        "Over {inputs} of these words, reversed minus forward is {front} percentage points where the swap is in the "
        "front half, and {back} where it is in the back half: the front gains no more. So a first letter that was read "
        "last does not explain it. Textbooks give another reason: training is easier. Forward and peeky were trained "
        "once; another seed may move these figures.",
        "그런 단어 {inputs}개에서 ‘거꾸로’의 정답률에서 ‘앞에서부터’의 정답률을 뺀 값: 바뀐 자리가 앞쪽 절반이면 "
        "{front}%p, 뒤쪽 절반이면 {back}%p로 비슷합니다. 그러므로 첫 글자를 마지막에 읽었다는 것만으로는 설명되지 "
        "않습니다. 교과서의 다른 설명은 학습이 쉬워진다는 것입니다. ‘앞에서부터’와 ‘엿보기’는 한 번만 학습했으므로 "
        "시드를 바꾸면 달라질 수 있습니다.",
    ),
    "lesson.reversed.look": (
        "The peeky model. A row shows on which images one written letter depends.",
        "엿보기 모델입니다. 한 행은 쓴 글자 하나가 어느 이미지에 의존하는지 보여 줍니다.",
    ),
    "lesson.reversed.task": (
        "Find a word on which even the peeky model fails.",
        "엿보기 모델조차 틀리는 단어를 찾아보세요.",
    ),
    "lesson.reversed.scene.1": ("Forward", "앞에서부터"),
    "lesson.reversed.scene.2": ("Reversed", "거꾸로"),
    "lesson.reversed.scene.3": ("Peeky", "엿보기"),
    "lesson.crossing.title": ("Attention crosses where letters were swapped", "글자가 바뀐 곳에서 어텐션이 엇갈립니다"),
    "lesson.crossing.about": ("Where does the decoder look?", "디코더는 어디를 볼까요?"),
    "lesson.crossing.text": (
        "With attention the decoder need not keep the whole word in its state. At every step it takes a weighted sum "
        "of the encoder outputs; the weights add up to 100%. In {letters}, images {a} and {b} are swapped.",
        "어텐션이 있으면 디코더가 단어 전체를 상태에 담지 않아도 됩니다. 시점마다 인코더 출력의 가중합을 받으며, "
        "가중치의 합은 100%입니다. {letters}에서는 {a}번째와 {b}번째 이미지의 자리가 바뀌었습니다.",
    ),
    "lesson.crossing.question": (
        "Letter {a} of the right word is {letter}. Which image gets more attention while it is written?",
        "올바른 단어의 {a}번째 글자({letter})를 쓸 때 어느 이미지가 어텐션을 더 받을까요?",
    ),
    "lesson.crossing.option.1": ("Image {a}: it is in the same place.", "{a}번째 이미지: 같은 자리에 있습니다."),
    "lesson.crossing.option.2": (
        "Image {b}: it holds the letter {letter}.",
        "{b}번째 이미지: 글자({letter})가 있습니다.",
    ),
    "lesson.crossing.option.3": ("Both about the same.", "둘 다 비슷하게."),
    "lesson.crossing.reveal": (
        "Image {b} with {across}; image {a} gets {straight}. For the next letter the decoder goes back to image {a} "
        "({back}). Where to look was not programmed; it was learned from corrected words. In the test this model is "
        "right for {m2} of the words, the plain one for {m1}.",
        "{b}번째 이미지가 {across}, {a}번째 이미지가 {straight}입니다. 다음 글자를 쓸 때는 {a}번째 이미지로 "
        "되돌아갑니다({back}). 어디를 볼지는 프로그램한 것이 아니라 단어를 바로잡으며 학습한 것입니다. 시험 정답률: 이 "
        "모델 {m2}, 기본 모델 {m1}.",
    ),
    "lesson.crossing.average": (
        "On average over {inputs} test words that it corrected, the image that holds the letter gets {mean_across}, "
        "the one in its place {mean_straight}.",
        "바로잡은 시험 단어 {inputs}개의 평균: 그 글자가 있는 이미지는 {mean_across}, 같은 자리의 이미지는 "
        "{mean_straight}입니다.",
    ),
    "lesson.crossing.look": (
        "A row is a written letter, a column an image. In rows {a} and {b} the strong cells cross.",
        "한 행은 쓴 글자, 한 열은 이미지입니다. 두 행({a}, {b})에서 진한 칸이 엇갈립니다.",
    ),
    "lesson.crossing.task": (
        "Find a word in which letters 2 and 3 are swapped and the strongest cells cross. Under “Choose what is "
        "written” you can choose the swapped pair.",
        "2번째와 3번째 글자가 바뀌고 가장 진한 칸이 엇갈리는 단어를 찾아보세요. ‘예제 조건 고르기’에서 바꿀 자리를 "
        "고를 수 있습니다.",
    ),
    "lesson.attention.title": ("Self-attention from nothing", "셀프 어텐션, 처음부터"),
    "lesson.attention.about": (
        "What attention does before anything is learned",
        "아무것도 학습하지 않은 어텐션이 하는 일",
    ),
    "lesson.attention.text": (
        "Take what the CNN says of each image as its vector: 26 probabilities. Compare two images by the dot product "
        "of their vectors. For each image, softmax turns its dot products into weights that add up to 100%. This is "
        "self-attention without a single parameter.",
        "CNN이 이미지마다 매긴 확률 26개를 그 이미지의 벡터로 씁니다. 두 이미지는 벡터의 내적으로 비교합니다. "
        "이미지마다 내적들을 소프트맥스에 넣으면 합이 100%인 가중치가 됩니다. 파라미터가 하나도 없는 셀프 "
        "어텐션입니다.",
    ),
    "lesson.attention.question": (
        "In {letters}, images {a} and {b} both show {letter}. Besides itself, which image gets most weight from image "
        "{a}?",
        "{letters}에서 {a}번째와 {b}번째 이미지는 같은 글자({letter})입니다. {a}번째 이미지는 자기 말고 어느 이미지에 "
        "가중치를 가장 많이 줄까요?",
    ),
    "lesson.attention.option.1": ("Its neighbours.", "이웃한 이미지."),
    "lesson.attention.option.2": ("Image {b}.", "{b}번째 이미지."),
    "lesson.attention.option.3": ("All others the same.", "나머지 모두 똑같이."),
    "lesson.attention.reveal": (
        "Image {b} with {same}, about as much as itself ({own}); a neighbour gets {beside}. Equal letters have similar "
        "vectors, so their dot product is near 1, and that of different letters near 0. Places do not count: nothing "
        "here tells the order of the images. This Transformer adds a learned number for the distance of two letters, "
        "and learns matrices for query, key and value. So it can look for something other than the same letter.",
        "{b}번째 이미지가 {same}, 자기 자신({own})과 비슷하게 받습니다. 이웃한 이미지는 {beside}입니다. 같은 글자는 "
        "벡터가 비슷해서 내적이 1에 가깝고, 다른 글자는 0에 가깝습니다. 위치는 쓰지 않으므로 순서를 알 수 없습니다. "
        "이 트랜스포머는 두 글자의 거리마다 학습한 수를 더하고 쿼리, 키, 값의 행렬도 학습합니다. 그래서 같은 글자가 "
        "아닌 것도 찾을 수 있습니다.",
    ),
    "lesson.attention.average": (
        "On average over {inputs} test words with one letter twice: the same letter gets {mean_same}, a neighbour "
        "{mean_beside}, any other image {mean_rest}.",
        "한 글자가 두 번 나오는 시험 단어 {inputs}개의 평균: 같은 글자 {mean_same}, 이웃 {mean_beside}, 그 밖의 이미지 "
        "{mean_rest}.",
    ),
    "lesson.attention.look": (
        "Each column is the vector of one image. Columns {a} and {b} are nearly the same.",
        "열 하나가 이미지 하나의 벡터입니다. 두 열({a}, {b})이 거의 같습니다.",
    ),
    "lesson.attention.task": (
        "Find a word in which two letters occur twice each, such as LETTER, and that the Transformer corrects. Then "
        "press “How it works: Self-attention” above: compare those weights with these.",
        "LETTER처럼 두 글자가 두 번씩 나오고 트랜스포머가 바로잡는 단어를 찾으세요. 그다음 위의 ‘작동 방식: 셀프 "
        "어텐션’을 누르고, 그 가중치를 이 가중치와 비교해 보세요.",
    ),
    "lesson.longer.title": ("Longer than in training", "학습 때보다 긴 단어"),
    "lesson.longer.about": (
        "Words of 14 letters for a model that learned from 4 to 8",
        "4~8글자로 학습한 모델에 14글자 단어를",
    ),
    "lesson.longer.text": (
        "This model with attention was trained on words of 4 to 8 letters. Nothing stops you from giving it longer "
        "ones: attention has no fixed length.",
        "이 어텐션 모델은 4~8글자 단어로 학습했습니다. 어텐션에는 정해진 길이가 없으므로 더 긴 단어도 줄 수 있습니다.",
    ),
    "lesson.longer.question": (
        "All {count} letters of {letters} are read right. What will it write?",
        "{letters}의 {count}글자를 모두 바르게 읽었습니다. 무엇을 쓸까요?",
    ),
    "lesson.longer.option.1": ("The right word.", "올바른 단어."),
    "lesson.longer.option.2": ("A word that is too short.", "너무 짧은 단어."),
    "lesson.longer.option.3": ("A wrong word of {count} letters.", "{count}글자이지만 틀린 단어."),
    "lesson.longer.option.4": ("A word that is too long.", "너무 긴 단어."),
    "lesson.longer.reveal": (
        "{answer}: letters are missing. In the test it is right for {m2} of the words of 8 letters, {m3} of 10, {m4} "
        "of 12 and {m5} of 14. In training its attention never had to move along so many images. In the aligned "
        "model, step i always gets encoder output i: it writes {answer6}, and is right for {m6} of the words of 14.",
        "{answer}. 글자가 빠졌습니다. 시험 정답률: 8글자 {m2}, 10글자 {m3}, 12글자 {m4}, 14글자 {m5}. 학습할 때 "
        "이렇게 많은 이미지를 따라간 적이 없습니다. 위치 맞춤 모델은 i번째 시점에 늘 i번째 인코더 출력을 받습니다. "
        "답은 {answer6}, 14글자 정답률은 {m6}입니다.",
    ),
    "lesson.longer.average": (
        "On average: of {inputs} test words of 14 letters that were all read right, {mean_short} come out too short, "
        "{mean_same} wrong at full length, {mean_long} too long and {mean_right} right.",
        "평균: 글자를 모두 바르게 읽은 14글자 시험 단어 {inputs}개 가운데 너무 짧은 답 {mean_short}, 길이는 맞고 틀린 "
        "답 {mean_same}, 너무 긴 답 {mean_long}, 정답 {mean_right}.",
    ),
    "lesson.longer.look": (
        "Follow the strong cells from row to row. They should move on by one image each time. Where do they jump or "
        "stay?",
        "진한 칸을 행마다 따라가 보세요. 한 번에 이미지 하나씩 옮겨 가야 합니다. 어디에서 건너뛰거나 머무르나요?",
    ),
    "lesson.longer.task": (
        "Find a word of 11 to 13 letters that a model corrects.",
        "모델이 바로잡는 11~13글자 단어를 찾아보세요.",
    ),
    "lesson.longer.scene.1": ("{count}", "{count}글자"),
    "lesson.longer.scene.2": ("{count2}", "{count2}글자"),
    "lesson.longer.scene.3": ("{count3}", "{count3}글자"),
    "lesson.longer.scene.4": ("{count4}", "{count4}글자"),
    "lesson.longer.scene.5": ("{count5}", "{count5}글자"),
    "lesson.longer.scene.6": ("{count6}, {model6}", "{count6}글자, {model6}"),
    "lesson.dictionary.title": ("Dictionary or spelling sense", "사전이냐 철자 감각이냐"),
    "lesson.dictionary.about": ("Knowing words, or knowing how words are spelled", "단어를 아는 것과 철자를 아는 것"),
    "lesson.dictionary.text": (
        "Both models weigh every swap by what was read. The dictionary also weighs it by a list of words. The noisy "
        "channel knows no words: its letter model knows which letters follow which. Of words in the list, the "
        "dictionary gets {m1} right and the noisy channel {m2}.",
        "두 모델 모두 읽은 결과로 모든 자리바꿈을 비교합니다. 사전은 여기에 단어 목록을 더합니다. 잡음 채널은 단어를 "
        "모르고, 어떤 글자 뒤에 어떤 글자가 오는지만 압니다. 목록에 있는 단어의 정답률: 사전 {m1}, 잡음 채널 {m2}.",
    ),
    "lesson.dictionary.question": (
        "Now the word is not in the list: {letters}, which should be {target}. Which model gets more of such words "
        "right?",
        "이번에는 목록에 없는 단어입니다. {letters}, 원래는 {target}. 이런 단어를 어느 모델이 더 많이 맞힐까요?",
    ),
    "lesson.dictionary.option.1": ("The dictionary, by over 2 percentage points.", "사전, 2%p 넘는 차이로."),
    "lesson.dictionary.option.2": ("Both about the same, within 2 percentage points.", "2%p 안에서 비슷합니다."),
    "lesson.dictionary.option.3": ("The noisy channel, by over 2 percentage points.", "잡음 채널, 2%p 넘는 차이로."),
    "lesson.dictionary.reveal": (
        "The noisy channel. For {letters} the dictionary answers {answer}, the noisy channel {answer2}. For words "
        "that are not listed the dictionary has only a simple letter model: which letter follows three others. The "
        "noisy channel learned longer patterns. Knowing words helps where the word is known; elsewhere spelling sense "
        "decides.",
        "잡음 채널입니다. {letters}: 사전의 답 {answer}, 잡음 채널의 답 {answer2}. 목록에 없는 단어에 대해 사전은 "
        "앞의 세 글자 다음에 오는 글자만 보는 단순한 글자 모델을 씁니다. 잡음 채널은 더 긴 규칙을 학습했습니다. 아는 "
        "단어에는 사전이, 모르는 단어에는 철자 감각이 도움이 됩니다.",
    ),
    "lesson.dictionary.average": (
        "Over {inputs} test words that were taken off the list, the dictionary is right for {mean_dictionary}, the "
        "noisy channel for {mean_spelling}.",
        "목록에서 뺀 시험 단어 {inputs}개의 정답률: 사전 {mean_dictionary}, 잡음 채널 {mean_spelling}.",
    ),
    "lesson.dictionary.look": (
        "The probability that the word is listed: the dictionary finds no listed word that fits and falls back on its "
        "letter model.",
        "단어가 목록에 있을 확률입니다. 맞는 단어가 목록에 없어 글자 모델로 답합니다.",
    ),
    "lesson.dictionary.task": (
        "Write a name or an invented word of 4 to 7 letters with two letters swapped inside, so that no single swap "
        "gives a listed word. Write under the boxes which letters you meant.",
        "4~7글자 이름이나 지어낸 단어의 안쪽 두 글자를 바꾸어 쓰세요. 한 번 바꾸어 목록의 단어가 되면 안 됩니다. "
        "쓰려던 글자는 칸 아래에 적으세요.",
    ),
    "lesson.dictionary.scene.1": ("{model1}", "{model1}"),
    "lesson.dictionary.scene.2": ("{model2}", "{model2}"),
    "lesson.training.title": ("Why theirs did not train", "왜 학습되지 않았을까요?"),
    "lesson.training.about": (
        "Four remedies for a model that learns nothing",
        "배우지 못하는 모델에 쓰는 처방 네 가지",
    ),
    "lesson.training.text": (
        "The report's author also built a model with attention and a Transformer, and wrote that they did not train. "
        "Here both were trained anew: with the report's learning rate, 0.003, and with its CNN from random weights. "
        "After {steps} steps the attention model gets {m1} of the words right.",
        "보고서를 쓴 학생은 어텐션 모델과 트랜스포머도 만들었지만 학습되지 않았다고 합니다. 여기서 둘을 새로 "
        "학습했습니다. 학습률은 보고서대로 0.003이고, CNN도 무작위 가중치에서 시작합니다. {steps}스텝 뒤 어텐션 모델의 "
        "단어 정답률은 {m1}입니다.",
    ),
    "lesson.training.question": (
        "Four remedies are tried on the attention model, each alone. With which one are most words right after as many "
        "steps?",
        "어텐션 모델에 처방 네 가지를 하나씩 써 봅니다. 같은 스텝 뒤에 단어 정답률이 가장 높은 것은 무엇일까요?",
    ),
    "lesson.training.option.1": (
        "Warm-up: the learning rate rises slowly to 0.003, then falls.",
        "워밍업: 학습률을 0.003까지 천천히 올렸다가 내립니다.",
    ),
    "lesson.training.option.2": (
        "Gradient clipping: a gradient that is too long is shortened.",
        "기울기 클리핑: 너무 큰 기울기를 줄입니다.",
    ),
    "lesson.training.option.3": (
        "A lower learning rate: 0.0005 all along.",
        "낮은 학습률: 처음부터 끝까지 0.0005로 학습합니다.",
    ),
    "lesson.training.option.4": (
        "A trained reader: a CNN that has learned letters is used and kept frozen.",
        "미리 학습한 판독기: 글자를 학습한 CNN을 고정해서 씁니다.",
    ),
    "lesson.training.reveal": (
        "The trained reader: {m5}. At a rate of 0.003 the CNN learns next to nothing ({m11} of the letters are read "
        "right), so attention has nothing to choose from. Warm-up ({m2}) and clipping ({m3}) do not change that. The "
        "lower rate does: {m12} of the letters, {m4} of the words. The Transformer gets {m6} without a remedy. There "
        "warm-up ({m7}) helps more than the lower rate ({m9}) and clipping ({m8}); the trained reader gives {m10}.",
        "미리 학습한 판독기입니다({m5}). 학습률 0.003에서는 CNN이 거의 배우지 못해서(바르게 읽은 글자 {m11}) 어텐션이 "
        "고를 것이 없습니다. 워밍업({m2})과 클리핑({m3})으로는 달라지지 않습니다. 학습률을 낮추면 글자 {m12}, 단어 "
        "{m4}입니다. 트랜스포머는 처방 없이 {m6}입니다. 워밍업({m7})이 낮은 학습률({m9})이나 클리핑({m8})보다 도움이 "
        "되고, 미리 학습한 판독기로는 {m10}입니다.",
    ),
    "lesson.training.average": (
        "From two studies: each change was trained for {steps} steps of {batch} words and asked {sequences} test "
        "words. Number of seeds: {seeds}. Small differences may be chance, and with more steps all may rise.",
        "연구 두 가지의 결과입니다. 바꿀 때마다 단어 {batch}개씩 {steps}스텝을 학습하고 시험 단어 {sequences}개로 "
        "쟀습니다. 시드의 수는 {seeds}입니다. 작은 차이는 우연일 수 있고, 더 오래 학습하면 모두 높아질 수 있습니다.",
    ),
    "lesson.training.look": (
        "A row is a written letter, a column an image. The reader of this model was trained before, so its attention "
        "has letters to choose from.",
        "한 행은 쓴 글자, 한 열은 이미지입니다. 이 모델의 판독기는 미리 학습한 것이어서 어텐션이 고를 글자가 있습니다.",
    ),
    "lesson.training.task": (
        "With a lower rate and more steps, a CNN from random weights does learn. The report's aligned model here is "
        "one: write a word of six or more letters, two of them swapped, that it corrects.",
        "학습률을 낮추고 더 오래 학습하면 무작위 가중치에서 시작한 CNN도 배웁니다. 보고서의 위치 맞춤 모델이 "
        "그렇습니다. 두 글자가 바뀐 여섯 글자 이상의 단어를 써서 바로잡게 해 보세요.",
    ),
}
