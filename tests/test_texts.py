"""The sentences of all features come together without losing any."""

import re

from seqdemo.page.core.texts import ENGLISH, FEATURES, KOREAN


def test_no_two_features_say_the_same_key():
    assert sum(len(feature.TEXTS) for feature in FEATURES) == len(ENGLISH)


def test_both_languages_fill_in_the_same_facts():
    facts = re.compile(r"{(\w+)}")
    for key, english in ENGLISH.items():
        assert set(facts.findall(english)) >= set(facts.findall(KOREAN[key])), key


def test_no_line_of_korean_breaks_between_a_quotation_mark_and_its_particle():
    breaking = re.compile("[’”][가-힣]")
    assert any(breaking.search(korean) for feature in FEATURES for _, korean in feature.TEXTS.values())
    assert not any(breaking.search(korean) for korean in KOREAN.values())
