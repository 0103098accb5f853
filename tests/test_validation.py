"""What people type is taken in whatever width their keyboard writes it."""

import pytest

from seqdemo.errors import InputError
from seqdemo.page.core import language, validation
from seqdemo.page.core.texts import TEXTS


@pytest.mark.parametrize("typed", ["ABCz", "ＡＢＣｚ", "Ａ，Ｂ Ｃ　z"])
def test_full_width_letters_are_taken(typed: str) -> None:
    assert validation.text(typed, 14) == "ABCz"


@pytest.mark.parametrize(("typed", "character"), [("７", "7"), (" ｑ ", "q")])
def test_a_full_width_character_is_taken(typed: str, character: str) -> None:
    assert validation.character(typed) == character


@pytest.mark.parametrize("typed", ["ㅎ", "É", "Ⅳ7", "A" * 201, None, 7])
def test_other_signs_are_still_refused(typed: object) -> None:
    with pytest.raises(InputError):
        validation.text(typed, 14)


@pytest.mark.parametrize("point", [[120, 80], [0.5, -0.5]], ids=["pixels", "y upwards"])
def test_the_page_refuses_ink_outside_its_box_in_both_languages(point: list[float]) -> None:
    with pytest.raises(InputError) as caught:
        validation.row([{"strokes": [[[0.2, 0.2], point]]}])
    said = {language.complaint(caught.value, code) for code in TEXTS}
    assert len(said) == len(TEXTS)
    assert all("0" in sentence and "1" in sentence for sentence in said)
