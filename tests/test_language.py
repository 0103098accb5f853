"""Sentences keep to the language guide: no particle hangs on a value, no word is ruled out, every term has its tip."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from seqdemo.explain import explain
from seqdemo.models.catalog import VARIANTS
from seqdemo.page.answer.results import results
from seqdemo.page.core.texts import COMPLAINTS, ENGLISH, KOREAN, TEXTS
from seqdemo.page.html.terms import TERMS, terms_in
from seqdemo.page.lessons import handler as teaching
from seqdemo.page.lessons import table as lessons
from seqdemo.page.shell.shell import shell
from seqdemo.sequences.samples import sample
from tests import shipped

ROOT = Path(__file__).parents[1]
HANGING = re.compile(
    r"}(?:\((?:으|이|은|는|을|를|가|와|과)\)|을|를|은(?=[\s,.])|는(?=[\s,.])|과(?=[\s,.])|와(?=[\s,.])|으로|로(?=[\s,.])|"
    r"이라|라고|였|이었|이(?=[\s,.])|가(?=[\s,.])|나(?=[\s,.])|이고|이며)"
)
"""A particle or ending that depends on the sound before it, right behind a value."""
RULED_OUT = {
    "en": re.compile(
        r"\blikeliest\b|\bdoubts?\b|\bbelieves?\b|\bboast|\bto blame\b|way of the pen|\bthere stands\b|} points\b|"
        r"\d %|} %|exact reasoner",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"그럴듯|망설|탓입니다|허풍|저울질|화소|탐욕 탐색|빔 탐색|정확한 추론|점수판|"
        r"바뀐 단어[,:]|(?<!체크)포인트|생각하는 중|\d %|} %"
    ),
}
DOCUMENTS = {"en": ["README.md", "docs/teaching.md"], "ko": ["README.ko.md", "docs/teaching.ko.md"]}
NO_TEXT = {"script", "style", "template", "option", "title"}


class Page(HTMLParser):
    """The text that is to be seen, and the texts that have a tip."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tipped: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("img", "input", "br", "hr"):
            self._open.append((tag, "data-tip" in dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if any(tag in NO_TEXT for tag, _ in self._open):
            return
        (self.tipped if any(tip for _, tip in self._open) else self.text).append(data)


def untold(html: str, code: str) -> set[str]:
    """Terms of the glossary that are to be seen and have no tip anywhere."""
    page, words = Page(html), TEXTS[code]
    told = {term for text in page.tipped for term in terms_in(text, words)}
    return {term for text in page.text for term in terms_in(text, words)} - told


def test_no_particle_hangs_on_a_value() -> None:
    hanging = {key: text for key, text in {**KOREAN, **COMPLAINTS}.items() if HANGING.search(text)}
    assert hanging == {}


@pytest.mark.parametrize("code", TEXTS)
def test_no_sentence_has_a_word_that_is_ruled_out(code: str) -> None:
    sentences = {**TEXTS[code], **(COMPLAINTS if code == "ko" else {})}
    sentences |= {variant.name: variant.summary_ko if code == "ko" else variant.summary for variant in VARIANTS}
    found = {key: text for key, text in sentences.items() if RULED_OUT[code].search(text)}
    assert found == {}


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, names in DOCUMENTS.items() for name in names])
def test_no_document_has_a_word_that_is_ruled_out(code: str, name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if RULED_OUT[code].search(line)] == []


def test_every_term_has_a_name_and_a_tip() -> None:
    assert {key.split(".")[1] for key in ENGLISH if key.startswith("term.")} == set(TERMS)
    for words in TEXTS.values():
        for term in TERMS:
            assert terms_in(words[f"term.{term}"], words)[0] == term
            assert 0 < len(words[f"term.{term}.tip"]) <= 110


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize(("model", "task"), [
    ("cnn-gru-normal", "next-normal"), ("exact-line", "next-normal"), ("seq2seq-bahdanau", "swap-normal"),
    ("swap-dictionary", "swap-normal"), ("row-lstm-47", "row-47"), ("reader-strokes", "letter"),
])  # fmt: skip
def test_an_answer_has_a_tip_for_every_term(model: str, task: str, code: str) -> None:
    resources = shipped.resources()
    trace = explain(resources.models[model], sample(task, 3, {}, resources.pen).letters)
    assert untold(results(trace, TEXTS[code]), code) == set()


@pytest.mark.parametrize("code", TEXTS)
def test_lessons_and_lists_have_a_tip_for_every_term(code: str) -> None:
    resources = shipped.resources()
    for number in lessons.offered(resources):
        html = teaching.shown(resources, {"lesson": number, "lang": code})["html"]
        assert untold(re.sub(r"</?template>", "", html), code) == set(), number


@pytest.mark.parametrize("code", TEXTS)
def test_the_glossary_lists_every_term(code: str) -> None:
    html = shell(shipped.resources(), ["next-normal"], code)
    listed = html.partition('id="glossary"')[2].partition("</section>")[0]
    assert listed.count("<dt>") == listed.count("<dd>") == len(TERMS)
