"""What the lessons say; facts of the prepared answers and measured shares have places."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "lesson.all": ("Lessons", "수업"),
    "lesson.lead": (
        "Ten short lessons. Each puts an example on the page, asks what you expect, and then shows what the model did "
        "with it and why. A task to try ends each one.",
        "짧은 수업 열 개입니다. 수업마다 예를 하나 보여 주고, 어떻게 될지 먼저 물은 다음, 모델이 실제로 무엇을 왜 "
        "했는지 보여 줍니다. 끝에는 직접 해 볼 과제가 있습니다.",
    ),
    "lesson.seen": ("done", "마침"),
    "lesson.tried": ("task done", "과제 해냄"),
    "lesson.at": ("Lesson {n} of {count}", "{count}개 중 {n}번째 수업"),
    "lesson.fold": ("Fold the lesson up or down", "수업 접기 또는 펼치기"),
    "lesson.close": ("Close the lesson", "수업 닫기"),
    "lesson.unfit": (
        "The models here are not those that this lesson was written for: the example may turn out differently from "
        "what is said.",
        "이 수업을 만들 때와 다른 모델입니다. 예의 결과가 설명과 다를 수 있습니다.",
    ),
    "lesson.reveal": ("Reveal", "결과 보기"),
    "lesson.covered": (
        "Make your guess first; what would give it away is covered until then.",
        "먼저 예상해 보세요. 답이 드러나는 부분은 그때까지 가려 둡니다.",
    ),
    "lesson.guess.right": ("You were right.", "맞혔습니다."),
    "lesson.guess.wrong": (
        "It is another one, the one with the tick.",
        "예상과 다릅니다. 체크 표시가 있는 것이 정답입니다.",
    ),
    "lesson.show": ("Show me where", "어디인지 보기"),
    "lesson.back": ("Back to the lesson", "수업으로 돌아가기"),
    "lesson.scenes": ("On the page", "화면에 놓을 것"),
    "lesson.measured": (
        "Measured on writers, and words, that were kept out of training",
        "학습에 쓰지 않은 사람의 글씨와 단어로 잰 값",
    ),
    "lesson.task": ("Now you", "직접 해 보기"),
    "lesson.task.done": ("done", "해냄"),
    "lesson.task.fulfilled": ("Done! That is what the task asked for.", "해냈습니다! 과제에서 바란 그대로입니다."),
    "lesson.previous": ("Previous", "이전"),
    "lesson.next": ("Next lesson", "다음 수업"),
    "lesson.list": ("All lessons", "수업 목록"),
    "lesson.of.cnn": ("Letters read right by the CNN alone", "CNN만으로 바르게 읽은 글자"),
    "lesson.of.gru1": ("Letters read right by GRU 1", "GRU 1이 바르게 읽은 글자"),
    "lesson.of.gru2": ("Next letters right, given the true letters", "올바른 글자를 주었을 때 맞힌 다음 글자"),
    "lesson.of.row": ("Next letters right, given the images", "그림을 주었을 때 맞힌 다음 글자"),
    "lesson.of.length": ("{n} letters", "{n}글자"),
    "lesson.of.model": ("{title}, {n} letters", "{title}, {n}글자"),
    "lesson.of.words": ("{title}", "{title}"),
    "lesson.of.characters": ("{title}", "{title}"),
    "lesson.of.confidence": ("{title}: how sure it is", "{title}: 스스로 말하는 확신"),
    "lesson.of.right": ("{title}: how many are right", "{title}: 실제로 맞은 몫"),
    "lesson.sees.title": ("What GRU 1 sees", "GRU 1이 보는 것"),
    "lesson.sees.about": (
        "Why a letter is read better in a row than alone",
        "글자는 왜 혼자보다 줄 속에서 더 잘 읽힐까요?",
    ),
    "lesson.sees.text": (
        "The CNN looks at one image at a time and gives each letter from A to Z a probability. GRU 1 goes through the "
        "images from left to right and keeps in mind what it has seen so far. So each image is judged a second time, "
        "now as part of a row.",
        "CNN은 그림을 하나씩 보고 A부터 Z까지 글자마다 확률을 매깁니다. GRU 1은 그림들을 왼쪽부터 차례로 보면서 "
        "앞에서 본 것을 기억합니다. 그래서 그림마다 글자열의 일부로서 한 번 더 판단합니다.",
    ),
    "lesson.sees.question": (
        "The CNN alone takes image {at} for {guess} ({guessed}). What will GRU 1 take it for, after {before}?",
        "CNN만으로는 {at}번째 그림을 {guess}(으)로 봅니다({guessed}). {before} 다음에 오는 이 그림을 GRU 1은 무엇으로 "
        "읽을까요?",
    ),
    "lesson.sees.option.1": ("For {guess} too: the ink is still the same.", "똑같이 {guess}. 잉크는 그대로이니까요."),
    "lesson.sees.option.2": ("For {truth}: that fits the row.", "{truth}. 글자열에 맞으니까요."),
    "lesson.sees.option.3": ("For some other letter.", "또 다른 글자."),
    "lesson.sees.reveal": (
        "GRU 1 reads {truth} ({known}). After {before} the row goes on with {truth}, and this outweighs ink that "
        "looks more like {guess}. Nobody wrote that rule into GRU 1: it was learned from rows.",
        "GRU 1은 {truth}(으)로 읽습니다({known}). {before} 다음에는 {truth}이(가) 와야 하고, 이것이 {guess}에 더 "
        "가까워 보이는 잉크보다 무겁게 작용했습니다. 아무도 GRU 1에 이 규칙을 써 넣지 않았습니다. 글자열에서 스스로 "
        "배운 것입니다.",
    ),
    "lesson.sees.look": (
        "Column {at}: the strong cell of GRU 1 is at {truth}. In the panel “At a glance” the same column is strongest "
        "at {guess}.",
        "{at}번째 열을 보세요. GRU 1에서 가장 진한 칸은 {truth}입니다. ‘첫눈에’ 패널의 같은 열에서는 {guess}이(가) "
        "가장 진합니다.",
    ),
    "lesson.sees.task": (
        "Write a row of four letters, one of them carelessly, so that GRU 1 finds the right letter at least 10 "
        "percentage points likelier than the CNN alone. Write under the boxes which letters you meant.",
        "네 글자를 쓰되 하나는 대충 써서, GRU 1이 올바른 글자에 주는 확률이 CNN만일 때보다 10 %포인트 이상 높아지게 "
        "해 보세요. 쓰려던 글자는 칸 아래에 적으세요.",
    ),
    "lesson.believes.title": ("What GRU 2 believes", "GRU 2가 믿는 것"),
    "lesson.believes.about": (
        "How much a second letter tells that the first did not",
        "둘째 글자는 첫째 글자가 말해 주지 않은 무엇을 알려 줄까요?",
    ),
    "lesson.believes.text": (
        "GRU 2 is given what GRU 1 read, doubt included, and says after every image which letter comes next. It looks "
        "back only: after image 3 it knows nothing of image 4.",
        "GRU 2는 GRU 1이 읽은 것을 망설임까지 그대로 받아, 그림마다 다음에 올 글자를 말합니다. 앞쪽만 보므로, 세 번째 "
        "그림에서는 네 번째 그림을 전혀 모릅니다.",
    ),
    "lesson.believes.question": (
        "The row is {letters}. From which image on does GRU 2 always name the right next letter?",
        "글자열은 {letters}입니다. GRU 2는 몇 번째 그림부터 다음 글자를 계속 맞힐까요?",
    ),
    "lesson.believes.option.1": ("From image 1 on.", "첫 번째 그림부터."),
    "lesson.believes.option.2": ("From image 2 on.", "두 번째 그림부터."),
    "lesson.believes.option.3": ("From image 3 on.", "세 번째 그림부터."),
    "lesson.believes.option.4": ("Only at the last image.", "마지막 그림에서만."),
    "lesson.believes.reveal": (
        "From image 2 on. One letter says nothing about the step, so the likeliest next letter gets only {after1}. "
        "Two letters fix the step: {after2}. The third one confirms it: {after3}.",
        "두 번째 그림부터입니다. 글자 하나로는 간격을 알 수 없어서, 가장 그럴듯한 글자도 {after1}밖에 되지 않습니다. "
        "글자가 둘이면 간격이 정해집니다({after2}). 셋째 글자가 그것을 굳혀 줍니다({after3}).",
    ),
    "lesson.believes.look": (
        "The first column is pale all over: many letters are possible. From the second on, one cell is dark.",
        "첫째 열은 온통 흐립니다. 여러 글자가 가능하다는 뜻입니다. 둘째 열부터는 한 칸만 진합니다.",
    ),
    "lesson.believes.task": (
        "Write a row of at least four letters that goes three places back each time, and that is answered right. You "
        "could begin with T.",
        "알파벳을 세 글자씩 거슬러 가는 네 글자 이상의 글자열을 써서 답을 맞히게 해 보세요. T에서 시작해도 좋습니다.",
    ),
    "lesson.blame.title": ("Which stage was wrong?", "어느 단계가 틀렸을까요?"),
    "lesson.blame.about": (
        "A wrong answer, and a fair test of who is to blame",
        "틀린 답, 그리고 누구 탓인지 가리는 공정한 시험",
    ),
    "lesson.blame.text": (
        "This row is answered wrong. GRU 1 may have misread a letter, or GRU 2 may have reasoned badly. There is a "
        "fair test: give GRU 2 the letters that were really meant, and see what it says then.",
        "이 글자열의 답은 틀렸습니다. GRU 1이 글자를 잘못 읽었을 수도, GRU 2가 추론을 잘못했을 수도 있습니다. "
        "공정하게 가리는 방법이 있습니다. GRU 2에 올바른 글자를 주고 뭐라고 하는지 보는 것입니다.",
    ),
    "lesson.blame.question": (
        "The model says {answer}; {target} would have been right. Look at the panels below. Which stage is to blame?",
        "모델은 {answer}(이)라고 했지만 정답은 {target}입니다. 아래 패널들을 보세요. 어느 단계 탓일까요?",
    ),
    "lesson.blame.option.1": ("Vision: GRU 1 misread a letter.", "시각: GRU 1이 글자를 잘못 읽었습니다."),
    "lesson.blame.option.2": (
        "Reasoning: GRU 2 is wrong with the true letters, too.",
        "추론: 올바른 글자를 주어도 GRU 2는 틀립니다.",
    ),
    "lesson.blame.option.3": ("Both of them.", "두 단계 모두."),
    "lesson.blame.option.4": (
        "Neither on its own: the doubt that was handed on did it.",
        "하나하나는 맞지만, 넘겨받은 망설임 때문입니다.",
    ),
    "lesson.blame.reveal": (
        "Vision. The {meant} in box {place} was read as {seen}. Given the true letters {letters}, GRU 2 says "
        "{target}. In the tests GRU 2 was right in {m2} of the rows when it was given the true letters; of the "
        "letters, GRU 1 read {m1} right.",
        "시각 탓입니다. {place}번째 칸의 {meant}을(를) {seen}(으)로 읽었습니다. 올바른 글자 {letters}을(를) 주면 GRU "
        "2는 {target}(이)라고 답합니다. 시험에서 올바른 글자를 받은 GRU 2는 글자열의 {m2}를 맞혔고, GRU 1은 글자의 "
        "{m1}를 바르게 읽었습니다.",
    ),
    "lesson.blame.look": (
        "Under the verdict stand two pieces of evidence: what GRU 2 makes of the true letters, and what the exact "
        "rule makes of the letters that were read.",
        "판정 아래에 증거가 두 개 있습니다. 올바른 글자를 받은 GRU 2의 답, 그리고 읽은 글자에 정확한 규칙을 쓴 "
        "결과입니다.",
    ),
    "lesson.blame.task": (
        "Make GRU 1 err and the answer stay right: write a row of four or more letters with a crooked K, or another "
        "crooked letter, in box 3. Write under the boxes which letters you meant.",
        "GRU 1은 틀리고 답은 맞게 해 보세요. 네 글자 이상의 글자열에서 세 번째 칸에 비뚤어진 K나 다른 비뚤어진 글자를 "
        "쓰면 됩니다. 쓰려던 글자는 칸 아래에 적으세요.",
    ),
    "lesson.two.title": ("Two letters are not enough", "두 글자로는 모자랍니다"),
    "lesson.two.about": (
        "What more letters are good for when one is misread",
        "하나를 잘못 읽었을 때 글자가 더 있으면 무엇이 좋을까요?",
    ),
    "lesson.two.text": (
        "Of two letters each one counts for a lot. The {meant} in box {place} was read as {seen}, and {read} has "
        "another step than {letters}. So the answer is {answer} instead of {target}, and the model is {sure} sure of "
        "it.",
        "글자가 둘뿐이면 하나하나가 중요합니다. {place}번째 칸의 {meant}을(를) {seen}(으)로 읽었는데, {read}의 간격은 "
        "{letters}의 간격과 다릅니다. 그래서 {target} 대신 {answer}(이)라고 답하면서도 {sure}나 확신합니다.",
    ),
    "lesson.two.question": (
        "Now three more letters of the same row follow; the first two boxes stay as they are. Remember that both GRUs "
        "only look back. What will happen?",
        "이제 같은 글자열의 세 글자가 더 옵니다. 앞의 두 칸은 그대로입니다. 두 GRU 모두 앞에서 본 것만 쓴다는 점을 "
        "떠올려 보세요. 어떻게 될까요?",
    ),
    "lesson.two.option.1": (
        "Wrong again: box {place} is still misread.",
        "또 틀립니다. {place}번째 칸을 여전히 잘못 읽으니까요.",
    ),
    "lesson.two.option.2": (
        "Right, although box {place} is still misread.",
        "맞습니다. {place}번째 칸은 여전히 잘못 읽지만요.",
    ),
    "lesson.two.option.3": (
        "Right, because box {place} is now read as {meant}.",
        "맞습니다. 이제 {place}번째 칸을 {meant}(으)로 읽으니까요.",
    ),
    "lesson.two.reveal": (
        "The answer is right: {answer2} ({sure2}). When GRU 1 came to box {place}, the later letters were still to "
        "come, so it says {seen} as before. But GRU 2 now has four letters that fit one step and one that does not. "
        "The step that the model believes in went from {step} to {step2}.",
        "답은 {answer2}(으)로 맞습니다({sure2}). GRU 1이 {place}번째 칸을 읽을 때 뒤의 글자들은 아직 오지 않았으므로, "
        "여전히 {seen}(이)라고 합니다. 하지만 이제 GRU 2에는 한 간격에 맞는 글자가 넷, 맞지 않는 글자가 하나 "
        "있습니다. 모델이 믿는 간격은 {step}에서 {step2}(으)로 바뀌었습니다.",
    ),
    "lesson.two.look": (
        "With two letters the highest bar was at {step}. Now it is at {step2}, the true step.",
        "글자가 둘일 때 가장 높은 막대는 {step}에 있었습니다. 지금은 올바른 간격인 {step2}에 있습니다.",
    ),
    "lesson.two.task": (
        "Write just two letters, badly enough that the model is less than 50 % sure of its answer.",
        "두 글자만, 모델의 확신이 50 %보다 낮아질 만큼 서툴게 써 보세요.",
    ),
    "lesson.two.scene.1": ("{count} letters", "{count}글자"),
    "lesson.two.scene.2": ("{count2} letters", "{count2}글자"),
    "lesson.bottleneck.title": ("The context vector’s bottleneck", "문맥 벡터라는 병목"),
    "lesson.bottleneck.about": ("A whole word squeezed into one state", "단어 하나를 통째로 상태 하나에 눌러 담기"),
    "lesson.bottleneck.text": (
        "The plain encoder-decoder first reads all the images. Then the encoder hands its last state to the decoder "
        "and nothing else: two lists of {units} numbers. From these alone the decoder writes the word, letter by "
        "letter.",
        "기본 인코더-디코더는 먼저 그림을 모두 읽습니다. 그러고 나서 인코더는 마지막 상태만 디코더에 넘깁니다. 숫자 "
        "{units}개짜리 목록 두 개가 전부입니다. 디코더는 이것만으로 단어를 한 글자씩 씁니다.",
    ),
    "lesson.bottleneck.question": (
        "All {count} letters were read right: {read}. What will the decoder write?",
        "{count}글자를 모두 바르게 읽었습니다: {read}. 디코더는 무엇을 쓸까요?",
    ),
    "lesson.bottleneck.option.1": ("The right word, {target}.", "올바른 단어 {target}."),
    "lesson.bottleneck.option.2": (
        "Something that begins right and then goes astray.",
        "처음은 맞다가 길을 잃는 글자들.",
    ),
    "lesson.bottleneck.option.3": ("Something that is wrong from the first letter on.", "첫 글자부터 틀린 글자들."),
    "lesson.bottleneck.reveal": (
        "It writes {answer}: {kept} is right, then it goes astray. The aligned model has the same reader, but at every "
        "step its decoder also gets what the encoder said at that place; it writes {answer2}. In the tests the plain "
        "model was right for {m1} of the words of 4 letters and {m3} of those of 8; the aligned one for {m4} of those "
        "of 8.",
        "{answer}(이)라고 씁니다. {kept}까지는 맞고 그다음에 길을 잃습니다. 위치 맞춤 모델은 판독기는 같지만, 디코더가 "
        "단계마다 인코더가 그 자리에서 말한 것도 받습니다. 그래서 {answer2}(이)라고 씁니다. 시험에서 기본 모델은 "
        "4글자 단어의 {m1}, 8글자 단어의 {m3}를 맞혔고, 위치 맞춤 모델은 8글자 단어의 {m4}를 맞혔습니다.",
    ),
    "lesson.bottleneck.look": (
        "Each picture shows {units} numbers of the decoder’s state after one more letter. What is not in the first "
        "state cannot be fetched later.",
        "그림마다 한 글자를 더 쓴 뒤 디코더 상태의 숫자 {units}개가 있습니다. 처음 상태에 없는 것은 나중에 가져올 수 "
        "없습니다.",
    ),
    "lesson.bottleneck.task": (
        "Find a word of seven or more letters that the plain model corrects.",
        "기본 모델이 바로잡는 일곱 글자 이상의 단어를 찾아보세요.",
    ),
    "lesson.bottleneck.scene.1": ("{model1}", "{model1}"),
    "lesson.bottleneck.scene.2": ("{model2}", "{model2}"),
    "lesson.reversed.title": ("Reversed and peeky", "거꾸로 읽기와 엿보기"),
    "lesson.reversed.about": ("Two small changes that help a short memory", "짧은 기억을 돕는 작은 변화 두 가지"),
    "lesson.reversed.text": (
        "Three models with the same bottleneck. “Forward” reads from the first image to the last. “Reversed” reads "
        "from the last to the first, so that what it must write first is what it read last. “Peeky” reads both ways, "
        "and its decoder sees the context vector again at every step.",
        "병목이 같은 모델 셋입니다. ‘앞에서부터’는 첫 그림에서 끝 그림으로 읽습니다. ‘거꾸로’는 끝 그림부터 읽어서, "
        "처음 쓸 글자를 가장 나중에 읽습니다. ‘엿보기’는 양쪽으로 읽고, 디코더가 단계마다 문맥 벡터를 다시 봅니다.",
    ),
    "lesson.reversed.question": (
        "All three were tested on the same words of 4 to 8 letters. Which one was right most often?",
        "셋 모두 똑같은 4~8글자 단어로 시험했습니다. 어느 것이 가장 많이 맞혔을까요?",
    ),
    "lesson.reversed.option.1": ("Forward", "앞에서부터"),
    "lesson.reversed.option.2": ("Reversed", "거꾸로"),
    "lesson.reversed.option.3": ("Peeky", "엿보기"),
    "lesson.reversed.reveal": (
        "Peeky ({m3}), before reversed ({m2}) and forward ({m1}). In {letters} the swapped pair stands near the "
        "front. Forward, which read the front long ago, writes {answer}; reversed, which has just read it, writes "
        "{answer2}; peeky writes {answer3}.",
        "엿보기({m3})가 거꾸로({m2})와 앞에서부터({m1})보다 앞섰습니다. {letters}에서는 자리가 바뀐 두 글자가 앞쪽에 "
        "있습니다. 앞쪽을 오래전에 읽은 ‘앞에서부터’는 {answer}, 방금 읽은 ‘거꾸로’는 {answer2}, ‘엿보기’는 "
        "{answer3}(이)라고 씁니다.",
    ),
    "lesson.reversed.look": (
        "This is the reversed model: the columns stand in the order in which it reads, from the last image to the "
        "first. A row shows on which images one written letter depends.",
        "거꾸로 읽는 모델입니다. 열은 읽은 순서대로, 끝 그림부터 첫 그림까지 놓여 있습니다. 한 행은 쓴 글자 하나가 "
        "어느 그림에 의존하는지 보여 줍니다.",
    ),
    "lesson.reversed.task": (
        "Find a word on which even the peeky model fails.",
        "엿보기 모델조차 틀리는 단어를 찾아보세요.",
    ),
    "lesson.reversed.scene.1": ("Forward", "앞에서부터"),
    "lesson.reversed.scene.2": ("Reversed", "거꾸로"),
    "lesson.reversed.scene.3": ("Peeky", "엿보기"),
    "lesson.crossing.title": ("Attention crosses where letters were swapped", "글자가 바뀐 곳에서 어텐션이 엇갈립니다"),
    "lesson.crossing.about": (
        "The decoder looks where the letter stands that it needs",
        "디코더는 필요한 글자가 있는 곳을 봅니다",
    ),
    "lesson.crossing.text": (
        "With attention the decoder need not remember everything: before every step it looks at the images again and "
        "divides its attention among them, 100 % in all. In {letters}, images {a} and {b} stand in each other’s place.",
        "어텐션이 있으면 디코더가 모든 것을 기억하지 않아도 됩니다. 단계마다 그림들을 다시 보고 어텐션을 나누어 "
        "줍니다. 모두 더하면 100 %입니다. {letters}에서는 {a}번째와 {b}번째 그림이 서로 자리를 바꾸었습니다.",
    ),
    "lesson.crossing.question": (
        "Which image will it look at more while it writes letter {a} of the right word, {letter}?",
        "올바른 단어의 {a}번째 글자 {letter}을(를) 쓸 때 어느 그림을 더 볼까요?",
    ),
    "lesson.crossing.option.1": (
        "Image {a}: letter {a} comes from image {a}.",
        "{a}번째 그림. {a}번째 글자는 {a}번째 그림에서 오니까요.",
    ),
    "lesson.crossing.option.2": (
        "Image {b}: there stands the letter that it needs.",
        "{b}번째 그림. 필요한 글자가 거기 있으니까요.",
    ),
    "lesson.crossing.option.3": ("Both about alike.", "둘을 비슷하게."),
    "lesson.crossing.reveal": (
        "Image {b}, with {across} of its attention; image {a} gets {straight}. For the next letter it goes back to "
        "image {a} ({back}). Nobody told it where to look: it learned that by correcting words. In the tests it was "
        "right for {m2} of the words, the plain model for {m1}.",
        "{b}번째 그림에 {across}를 주고, {a}번째 그림에는 {straight}를 줍니다. 다음 글자를 쓸 때는 {a}번째 그림으로 "
        "되돌아갑니다({back}). 어디를 볼지 아무도 알려 주지 않았습니다. 단어를 바로잡으면서 배운 것입니다. 시험에서 "
        "이 모델은 단어의 {m2}를, 기본 모델은 {m1}를 맞혔습니다.",
    ),
    "lesson.crossing.look": (
        "A row is a letter that was written, a column is an image. In rows {a} and {b} the strong cells change "
        "places: they cross.",
        "한 행은 쓴 글자, 한 열은 그림입니다. {a}행과 {b}행에서 진한 칸이 자리를 바꾸어 엇갈립니다.",
    ),
    "lesson.crossing.task": (
        "Make the cross appear at letters 2 and 3. Under “Choose what is written” you can choose the swapped pair; "
        "not every word is crossed clearly.",
        "둘째와 셋째 글자에서 엇갈리게 해 보세요. ‘예제 조건 고르기’에서 바꿀 자리를 고를 수 있습니다. 모든 단어가 "
        "뚜렷하게 엇갈리지는 않습니다.",
    ),
    "lesson.longer.title": ("Longer than in training", "학습 때보다 긴 단어"),
    "lesson.longer.about": ("What words of 4 to 8 letters do not teach", "4~8글자 단어가 가르쳐 주지 않는 것"),
    "lesson.longer.text": (
        "This model with attention was trained on words of 4 to 8 letters. Nothing stops you from giving it more. "
        "{target}, with {count} letters, is no trouble.",
        "이 어텐션 모델은 4~8글자 단어로 학습했습니다. 더 긴 단어를 주어도 됩니다. {count}글자인 {target}쯤은 "
        "문제없습니다.",
    ),
    "lesson.longer.question": (
        "It reads all 14 letters of {letters5} right. What will it write?",
        "{letters5}의 14글자를 모두 바르게 읽습니다. 무엇을 쓸까요?",
    ),
    "lesson.longer.option.1": ("The right word, as with short ones.", "짧은 단어처럼 올바른 단어."),
    "lesson.longer.option.2": ("Something too short: letters get lost.", "너무 짧은 단어. 글자가 빠집니다."),
    "lesson.longer.option.3": ("14 letters, but not the right ones.", "14글자이지만 틀린 글자들."),
    "lesson.longer.reveal": (
        "{answer5}: letters got lost. In the tests it was right for {m2} of the words of 8 letters, {m3} of 10, {m4} "
        "of 12 and {m5} of 14. It never had to find its way along so many images. The aligned model is not free to "
        "choose, its i-th step always gets image i and what stands around it: it writes {answer6}, and was right for "
        "{m6} of the words of 14.",
        "{answer5}. 글자가 빠졌습니다. 시험에서 8글자 단어는 {m2}, 10글자는 {m3}, 12글자는 {m4}, 14글자는 {m5}를 "
        "맞혔습니다. 이렇게 많은 그림 사이에서 길을 찾아야 했던 적이 없기 때문입니다. 위치 맞춤 모델은 볼 곳을 고르지 "
        "않고 i번째 단계에서 늘 i번째 그림과 그 둘레를 받습니다. {answer6}(이)라고 쓰며, 14글자 단어의 {m6}를 "
        "맞혔습니다.",
    ),
    "lesson.longer.look": (
        "Follow the strong cells from row to row. They should move on by one image each time; see where they jump or "
        "stay.",
        "진한 칸을 행마다 따라가 보세요. 한 번에 그림 하나씩 옮겨 가야 합니다. 어디에서 건너뛰거나 머무르나요?",
    ),
    "lesson.longer.task": (
        "Find a model that corrects a word of 11 to 13 letters.",
        "11~13글자 단어를 바로잡는 모델을 찾아보세요.",
    ),
    "lesson.longer.scene.1": ("{count}", "{count}글자"),
    "lesson.longer.scene.2": ("{count2}", "{count2}글자"),
    "lesson.longer.scene.3": ("{count3}", "{count3}글자"),
    "lesson.longer.scene.4": ("{count4}", "{count4}글자"),
    "lesson.longer.scene.5": ("{count5}", "{count5}글자"),
    "lesson.longer.scene.6": ("{count6}, {model6}", "{count6}글자, {model6}"),
    "lesson.rows.title": ("Rows and forgetting", "줄과 잊기"),
    "lesson.rows.about": (
        "What is left of the top of a letter at its bottom?",
        "맨 아랫줄에 왔을 때 윗부분은 얼마나 남아 있을까요?",
    ),
    "lesson.rows.text": (
        "Now one character is read row by row, from the top, and the answer is due after the last row. LSTM and GRU "
        "cells have gates that protect what they hold. Plain RNN cells have none.",
        "이번에는 문자 하나를 위에서부터 한 줄씩 읽고, 마지막 줄 다음에 답합니다. LSTM과 GRU 셀에는 품은 것을 지키는 "
        "게이트가 있고, 단순한 RNN 셀에는 없습니다.",
    ),
    "lesson.rows.question": (
        "How much the answer depends on each row can be measured. In the LSTM, {upper1} of that falls on the upper "
        "half of the image. And in the RNN?",
        "답이 줄마다 얼마나 의존하는지 잴 수 있습니다. LSTM에서는 그 가운데 {upper1}가 그림의 위쪽 절반에 있습니다. "
        "RNN은 어떨까요?",
    ),
    "lesson.rows.option.1": ("More than that.", "그보다 많습니다."),
    "lesson.rows.option.2": ("About as much.", "비슷합니다."),
    "lesson.rows.option.3": ("Less than half of that.", "그 절반도 되지 않습니다."),
    "lesson.rows.reveal": (
        "Only {upper3}. A plain cell writes its whole state anew at every row, so little is left of the first rows "
        "when the answer is due. This {target} is read right all the same; but over all test characters the RNN was "
        "right for {m3}, the LSTM for {m1} and the GRU for {m2}.",
        "{upper3}뿐입니다. 단순한 셀은 줄마다 상태를 통째로 새로 쓰기 때문에, 답할 때가 되면 처음 줄들은 거의 남지 "
        "않습니다. 그래도 이 {target}은(는) 바르게 읽습니다. 하지만 시험 문자 전체에서 RNN은 {m3}, LSTM은 {m1}, GRU는 "
        "{m2}를 맞혔습니다.",
    ),
    "lesson.rows.look": (
        "One line for each model. The lower a line is on the left, the less the top rows count. Each mark on the "
        "scale is a tenth of the one above it.",
        "모델마다 선이 하나입니다. 왼쪽에서 선이 낮을수록 윗줄을 덜 씁니다. 눈금 하나를 내려가면 10분의 1이 됩니다.",
    ),
    "lesson.rows.task": (
        "Cover at least twelve rows of a character in such a way that the answer stays right.",
        "문자의 줄을 열두 줄 이상 가려도 답이 여전히 맞게 해 보세요.",
    ),
    "lesson.rows.scene.1": ("LSTM", "LSTM"),
    "lesson.rows.scene.2": ("GRU", "GRU"),
    "lesson.rows.scene.3": ("RNN", "RNN"),
    "lesson.doubt.title": ("Calibrated doubt", "믿을 수 있는 확신"),
    "lesson.doubt.about": (
        "Are nine of ten right where a model is 90 % sure?",
        "90 % 확신한다면 열에 아홉은 맞을까요?",
    ),
    "lesson.doubt.text": (
        "A model should mean what it says: of the letters that it is 80 % sure of, 80 % should be right. Then its "
        "doubt is called calibrated. Here the residual CNN is {first} sure of the first letter, {name}, which might "
        "also be {other} ({less}). Of the last letter it is {last} sure.",
        "모델의 확신은 말한 그대로여야 합니다. 80 % 확신한 글자라면 그 가운데 80 %가 맞아야 합니다. 그럴 때 확신이 "
        "보정되었다고 합니다. 여기서 잔차 CNN은 첫 글자를 {name}(으)로 읽으며 {first} 확신합니다. 어쩌면 {other}일 "
        "수도 있습니다({less}). 마지막 글자는 {last} 확신합니다.",
    ),
    "lesson.doubt.question": (
        "Of the test letters, the largest group are those that it is about {m1} sure of. How many of these are right?",
        "시험 글자 가운데 가장 큰 무리는 확신이 {m1}쯤인 글자들입니다. 이 가운데 얼마나 맞았을까요?",
    ),
    "lesson.doubt.option.1": ("Fewer: it is too sure of itself.", "그보다 적게. 지나치게 자신합니다."),
    "lesson.doubt.option.2": ("As many as it says.", "말한 만큼."),
    "lesson.doubt.option.3": ("More: it is too modest.", "그보다 많이. 지나치게 겸손합니다."),
    "lesson.doubt.reveal": (
        "{m2}: it is too modest. The model that sees the image and the way of the pen is {m3} sure of its largest "
        "group, and {m4} of it is right: much closer. The best next-letter model has this reader: doubt that is "
        "handed on should be meant. Some smaller groups are farther off; the chart under “What was learned” shows "
        "them all.",
        "{m2}가 맞았습니다. 지나치게 겸손합니다. 그림과 펜의 길을 함께 보는 모델은 가장 큰 무리에서 {m3} 확신하고 "
        "{m4}가 맞아, 훨씬 가깝습니다. 가장 좋은 다음 글자 모델이 이 판독기를 씁니다. 넘겨줄 망설임은 말한 그대로여야 "
        "하니까요. 작은 무리 가운데에는 차이가 더 큰 것도 있습니다. ‘무엇을 배웠을까요?’의 그래프에 모두 나와 "
        "있습니다.",
    ),
    "lesson.doubt.look": (
        "Under each image stand the three likeliest letters. Compare the first image with the others, and one model "
        "with the other.",
        "그림마다 아래에 가장 그럴듯한 글자 셋이 있습니다. 첫 그림을 다른 그림들과, 한 모델을 다른 모델과 견주어 "
        "보세요.",
    ),
    "lesson.doubt.task": (
        "Write a letter that could be two, so that the second likeliest gets at least 25 %. Try something between U "
        "and V.",
        "두 글자로 보일 수 있는 글자를 써서, 둘째로 그럴듯한 글자가 25 % 이상이 되게 해 보세요. U와 V의 중간은 "
        "어떨까요?",
    ),
    "lesson.doubt.scene.1": ("{model1}", "{model1}"),
    "lesson.doubt.scene.2": ("{model2}", "{model2}"),
}

COMPLAINTS: Final[dict[str, str]] = {
    "unknown_lesson": "그런 수업은 없습니다. 목록에서 고르세요.",
}
