"""Letters of a class: what a room keeps of them, what the wall shows, and what they train."""

import json
from dataclasses import replace

import pytest
import torch

from seqdemo.errors import InputError
from seqdemo.explain import explain
from seqdemo.handwriting import ink_reader
from seqdemo.handwriting.pen import Style
from seqdemo.letters import ALPHABET
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.room import handler
from seqdemo.page.room.alphabet.handler import inked
from seqdemo.page.room.alphabet.result import Result, chance, result
from seqdemo.room import class_reader
from seqdemo.room.alphabet import MOST_BYTES, ink_file, taken
from seqdemo.room.rooms import Rooms
from tests import shipped

CODE = "BCDF"
LINE = [[[0.2, 0.1], [0.5, 0.9], [0.8, 0.1]]]


class Class:
    """A teacher and some phones."""

    def __init__(self, phones):
        self.resources = replace(shipped.resources(), rooms=Rooms())
        self.teacher = {"code": CODE} | self.ask(handler.opened, code=CODE, address="1")
        self.lead("begin", kind="alphabet")
        self.phones = [self.ask(handler.joined, code=self.teacher["code"], address="1") for _ in range(phones)]

    def ask(self, what, **asked):
        return what(self.resources, {"lang": "en", **asked})

    def lead(self, order, **act):
        return self.ask(handler.led, **self.as_teacher, order=order, act=act)

    @property
    def as_teacher(self):
        return {name: self.teacher[name] for name in ("code", "host")}

    @property
    def room(self):
        return self.resources.rooms.room(self.teacher["code"])

    def act(self, phone, **act):
        told = self.phones[phone]
        return self.ask(handler.acted, code=told["code"], token=told["token"], act=act)

    def wall(self):
        return self.ask(handler.surveyed, **self.as_teacher)["html"]


@pytest.fixture(scope="module")
def trained():
    """Three hands in the pen's writing, and what training on them came to."""
    found = Class(3)
    for phone in range(3):
        found.act(phone, pen=ALPHABET)
    found.lead("act", train=True)
    return found


def test_a_letter_that_is_sent_twice_or_written_again_is_there_once():
    found = Class(2)
    for _ in range(2):
        found.act(0, letter={"label": "V", "strokes": LINE})
    html = found.act(0, letter={"label": "V", "strokes": [[[0.1, 0.1], [0.9, 0.9]]]})["html"]
    assert found.room.ink(0)["V"]["strokes"] == [[[0.1, 0.1], [0.9, 0.9]]]
    assert found.room.ink(1) == {}
    assert "class has: 1 of 26" in html


def test_a_room_keeps_at_most_so_much_of_a_letter():
    scribble = [[[n % 1000 / 1000, n * 7 % 1000 / 1000] for n in range(3999)]]
    label, kept = taken({"label": "Q", "strokes": scribble})
    assert label == "Q"
    assert len(json.dumps(kept["strokes"], separators=(",", ":"))) <= MOST_BYTES
    assert kept["strokes"][0][0] == scribble[0][0]
    assert kept["strokes"][0][-1] == scribble[0][-1]


@pytest.mark.parametrize("letter", [
    None, {}, {"label": "a", "strokes": LINE}, {"label": "7", "strokes": LINE}, {"label": None, "strokes": LINE},
    {"label": "<b>", "strokes": LINE}, {"label": "A", "strokes": []}, {"label": "A", "strokes": [[["<b>", 0]]]},
    {"label": "A", "strokes": [[[0.5, 2.0]]]}, {"label": "A", "strokes": [[[0.5, 0.5]] * 4001]},
])  # fmt: skip
def test_what_is_no_capital_is_refused_and_never_repeated(letter):
    found = Class(1)
    with pytest.raises(InputError) as refused:
        found.act(0, letter=letter)
    assert "<b>" not in str(refused.value)
    assert found.room.inks == {}


def test_nothing_but_strokes_is_kept_of_a_letter():
    found = Class(1)
    found.act(0, letter={"label": "A", "strokes": LINE, "writer": "Ann", "ink": "#ffcc66"})
    assert found.room.ink(0)["A"].keys() == {"strokes", "key"}


def test_the_wall_shows_every_drawing_and_the_teacher_takes_one_off_and_puts_it_back():
    found = Class(2)
    for phone in range(2):
        found.act(phone, pen="ABC")
    assert found.wall().count('id="ink-') == 6
    found.lead("act", drop="1:B")
    assert 'id="ink-1-B"' not in found.wall()
    html = found.ask(handler.looked, code=found.teacher["code"], token=found.phones[1]["token"])["html"]
    assert "class has: 2 of 26" in html
    assert 'id="ink-1-B"' in found.lead("act", restore=True)["html"]
    with pytest.raises(InputError):
        found.lead("act", drop="1:Z")


def test_a_drawing_that_was_written_anew_is_not_overwritten_by_the_one_that_was_taken_off():
    found = Class(1)
    found.act(0, letter={"label": "V", "strokes": LINE})
    found.lead("act", drop="0:V")
    found.act(0, letter={"label": "V", "strokes": [[[0.1, 0.1], [0.9, 0.9]]]})
    found.lead("act", restore=True)
    assert found.room.ink(0)["V"]["strokes"] == [[[0.1, 0.1], [0.9, 0.9]]]


def test_letters_outlast_the_activity_and_are_counted_when_it_comes_again():
    found = Class(1)
    found.act(0, pen="AB")
    found.lead("begin", kind="alphabet")
    assert (
        "class has: 2 of 26"
        in found.ask(handler.looked, code=found.teacher["code"], token=found.phones[0]["token"])["html"]
    )


def test_too_few_hands_are_not_trained_on_and_the_wall_says_so():
    found = Class(2)
    for phone in range(2):
        found.act(phone, pen=ALPHABET)
    assert "at least 3 hands" in found.wall()
    with pytest.raises(InputError, match="at least 3 hands"):
        found.lead("act", train=True)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_result_has_a_row_for_each_hand_a_curve_and_a_claim(trained, lang):
    html = trained.ask(handler.surveyed, **trained.as_teacher, lang=lang)["html"]
    assert html.count('class="pair"') == 3
    assert 'id="chart-room-curve"' in html
    assert ("cannot tell" if lang == "en" else "알 수 없습니다") in html


def test_mistakes_are_counted_before_and_after(trained):
    html = trained.lead("act", show="mistakes")["html"]
    assert html.count('class="taken-for"') == 2


def test_the_ink_file_holds_letters_and_numbers_of_phones_alone(trained):
    text = trained.ask(inked, **trained.as_teacher)["file"]
    found = ink_reader.read(text.encode())
    assert [(each.label, each.writer) for each in found.samples] == [(a, w) for w in "123" for a in ALPHABET]
    assert {key for line in text.splitlines()[1:] for key in json.loads(line)} == {"label", "strokes", "writer"}
    with pytest.raises(InputError):
        trained.ask(inked, code=trained.teacher["code"], host=trained.phones[0]["token"])


@pytest.mark.parametrize("base", ["reader-strokes", "cnn-gru-normal", "swap-best"])
def test_the_class_reader_answers_as_shipped_models_do_and_leaves_them_as_they_were(trained, base):
    letters, shipped_model = trained.resources.pen.write("ABCD", 7, Style(1.5)), trained.resources.models[base]
    before = explain(shipped_model, letters)
    own = trained.resources.model(class_reader.name(trained.room, base))
    after = explain(own, letters)
    assert after.model.startswith("class:")
    assert [each.top for each in after.letters] != [each.top for each in before.letters]
    assert [each.top for each in explain(shipped_model, letters).letters] == [each.top for each in before.letters]
    assert "trained on this class" in own.title
    state, changed = shipped_model.model.state_dict(), own.model.state_dict()
    other = {name for name, tensor in state.items() if not torch.equal(tensor, changed[name])}
    assert {name.split(".")[-2] for name in other} == {"name"}


@pytest.mark.parametrize(
    "name",
    [
        "class:",
        "class:{code}-wrong@reader-strokes",
        "class:GHJK@reader-strokes",
        "class:{code}@transformer",
        "class:{code}",
    ],
)
def test_a_class_reader_that_is_not_there_is_refused(trained, name):
    with pytest.raises(InputError):
        trained.resources.model(name.format(code=trained.teacher["code"]))


def test_a_simulated_phone_writes_the_whole_alphabet_which_is_in_no_ink_file():
    found = Class(0)
    found.lead("simulate", count=1)
    assert "".join(sorted(found.room.ink(0))) == ALPHABET
    assert len(ink_file(found.room).splitlines()) == 1


def test_the_sign_test_counts_as_a_fair_coin_falls():
    assert chance(0, 0) == 1.0
    assert chance(5, 0) == pytest.approx(2 / 32)
    assert chance(3, 11) == pytest.approx(0.05737, abs=1e-5)


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize(
    ("after", "claim"),
    [
        ((0.5, 0.6, 0.7), "unchanged"),
        ((0.6, 0.5, 0.7), "even"),
        ((0.6, 0.5, 0.8), "unclear"),
        ((0.6, 0.7, 0.8), "unclear"),
    ],
)
def test_chance_is_spoken_of_only_where_the_hands_split(after, claim, language):
    words, before = TEXTS[language], (0.5, 0.6, 0.7)
    nothing = tuple((0,) * 26 for _ in range(26))
    found = Result((0, 1, 2), (26, 26, 26), before, after, ((0, 0.5), (2, 0.6)), (nothing, nothing), 1.0)
    said = result(found, {}, words)
    claims = {key: words[f"room.alphabet.{key}"].split("{")[0] for key in ("effect", "unclear", "even", "unchanged")}
    assert claims[claim] in said
    assert ("{p}" in words[f"room.alphabet.{claim}"]) == (claims["unclear"] in said)
