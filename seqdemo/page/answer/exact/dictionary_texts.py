"""What the page says of the model that knows a list of words."""

from __future__ import annotations

from typing import Final

from seqdemo.page.answer.exact import texts

_OWN: Final[dict[str, tuple[str, str]]] = {
    "flow.dictionary": ("Dictionary", "사전"),
    "flow.dictionary.role": ("every listed word, and others", "목록의 모든 단어와 그 밖의 단어"),
    "part.dictionary": (
        "Nothing was learned here: every word of the list is tried with every swap, and words that are not listed "
        "share the rest, by the letter model.",
        "여기에는 학습한 것이 없습니다. 목록의 모든 단어에 모든 자리바꿈을 시도하고, 목록에 없는 단어에는 글자 "
        "모델로 확률을 나눠 줍니다.",
    ),
    "symbol.listed": ("In the list", "목록에 있음"),
    "symbol.unlisted": ("Not in the list", "목록에 없음"),
    "panel.listed.title": ("Is it a listed word?", "목록에 있는 단어일까요?"),
    "panel.listed.help": (
        "Probability that the word is in the dictionary's list, summed over all words and swaps. A word that is not "
        "listed, such as a name, must be built from letters that often follow each other.",
        "단어가 사전의 목록에 있을 확률로, 모든 단어와 자리바꿈에 걸쳐 더한 값입니다. 이름처럼 목록에 없는 단어는 "
        "자주 이어지는 글자들로 만들어야 합니다.",
    ),
    "panel.listed.caption": (
        "Probability that the word is in the list, and that it is not.",
        "단어가 목록에 있을 확률과 없을 확률.",
    ),
    "ranking.listed": ("In the list", "목록에 있음"),
    "dictionary:ranking.spelling": ("Prior", "사전 확률"),
    "dictionary:panel.place.help": (
        "Probability of each swap, summed over all words, listed or not.",
        "목록에 있든 없든 모든 단어에 걸쳐 더한, 자리바꿈마다의 확률입니다.",
    ),
    "dictionary:panel.words.title": ("Most probable words", "확률이 가장 높은 단어"),
    "dictionary:panel.words.help": (
        "Probability of each word, and its two parts as logarithms: its prior probability before anything is read, "
        "and how well its letters fit the images. All listed words have nearly the same prior; words that are not "
        "listed have a far lower one.",
        "단어의 확률과 그 두 부분(로그값)입니다. 읽기 전의 사전 확률과, 글자가 이미지에 맞는 정도입니다. 목록의 "
        "단어는 사전 확률이 거의 같고, 목록에 없는 단어는 훨씬 낮습니다.",
    ),
    "dictionary:panel.words.caption": (
        "Most probable words: probability, prior, reading, and whether it is listed.",
        "확률이 가장 높은 단어들의 확률, 사전 확률, 읽기, 목록에 있는지 여부.",
    ),
    "dictionary:panel.reasoning.help": (
        "Letter probabilities at each place, summed over all words. Listed words count most.",
        "모든 단어에 걸쳐 더한, 자리마다의 글자 확률입니다. 목록의 단어가 가장 큰 비중을 차지합니다.",
    ),
    "dictionary:verdict.rescued": (
        "Right, the word is {target}. Vision misread {slips}; the dictionary corrected it.",
        "맞았습니다. 답은 {target}입니다. 오독({slips})을 사전이 바로잡았습니다.",
    ),
    "dictionary:verdict.vision": (
        "Wrong: {target} was right. Vision misread {slips}. Given the true letters, the dictionary answers {reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 시각 단계에서 잘못 읽은 글자: {slips}. 올바른 글자를 주면 사전의 답은 "
        "{reasoned}입니다.",
    ),
    "dictionary:verdict.reasoning": (
        "Wrong: {target} was right. Even given the true letters, the dictionary answers {reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 올바른 글자를 주어도 사전의 답은 {reasoned}입니다.",
    ),
    "dictionary:verdict.both": (
        "Wrong: {target} was right. Vision misread {slips}, and even given the true letters the dictionary answers "
        "{reasoned}.",
        "틀렸습니다. 정답은 {target}입니다. 시각 단계에서 잘못 읽은 글자: {slips}. 올바른 글자를 주어도 사전의 답은 "
        "{reasoned}입니다.",
    ),
    "dictionary:verdict.true_letters": ("True letters into the dictionary", "사전에 올바른 글자를 주면"),
}


def _as_dictionary() -> dict[str, tuple[str, str]]:
    """It has the panels of exact reasoning; what it says otherwise goes before."""
    exact = texts.TEXTS.items()
    return {key.replace("exact:", "dictionary:"): row for key, row in exact if key.startswith("exact:")}


TEXTS: Final = _as_dictionary() | _OWN
