"""What people type is taken in whatever width their keyboard writes it."""

import pytest

from seqdemo.errors import InputError
from seqdemo.page.core import incoming


@pytest.mark.parametrize("typed", ["ABCz", "ＡＢＣｚ", "Ａ，Ｂ Ｃ　z"])
def test_full_width_letters_are_taken(typed: str) -> None:
    assert incoming.text(typed, 14) == "ABCz"


@pytest.mark.parametrize(("typed", "character"), [("７", "7"), (" ｑ ", "q")])
def test_a_full_width_character_is_taken(typed: str, character: str) -> None:
    assert incoming.character(typed) == character


@pytest.mark.parametrize("typed", ["ㅎ", "É", "Ⅳ7", "A" * 201, None, 7])
def test_other_signs_are_still_refused(typed: object) -> None:
    with pytest.raises(InputError):
        incoming.text(typed, 14)
