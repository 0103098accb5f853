"""What the page asks of rooms: who may, what they get, and what is refused in a sentence."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from seqdemo.errors import InputError
from seqdemo.page.core import replies
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.room.handler import ACTIVITIES, MOST_SIMULATED, ORDERS
from seqdemo.room.room import MOST_MEMBERS
from seqdemo.room.rooms import LETTERS, Rooms
from seqdemo.server.functions import ANSWERED_BY, Functions
from seqdemo.server.lanes import Lanes
from tests import shipped

CODES = map("".join, itertools.product(LETTERS, repeat=4))
BAD: list[Any] = [None, 7, "", "<b>", [], {"code": 1}, "x" * 10_000, True]


class Class:
    """A teacher and phones at one server."""

    def __init__(self, resources: Resources) -> None:
        self.resources = replace(resources, rooms=Rooms())
        self.code = next(CODES)
        self.host = self.ask("open_room", code=self.code, address="here")["host"]

    def ask(self, name: str, **asked: Any) -> dict[str, Any]:
        return replies.guarded(asked, lambda checked: ANSWERED_BY[name](self.resources, checked))

    def phone(self) -> str:
        return str(self.ask("join_room", code=self.code, address="here")["token"])

    def lead(self, order: str, **act: Any) -> dict[str, Any]:
        return self.ask("lead_room", code=self.code, host=self.host, order=order, act=act)

    def act(self, token: Any, act: Any) -> dict[str, Any]:
        return self.ask("act_in_room", code=self.code, token=token, act=act)

    def phone_shows(self, token: str) -> str:
        return str(self.ask("show_phone", code=self.code, token=token)["html"])

    def wall(self) -> str:
        return str(self.ask("show_wall", code=self.code, host=self.host)["html"])


@pytest.fixture
def here() -> Class:
    return Class(shipped.resources())


def test_a_class_answers_a_lesson_before_the_reveal(here: Class) -> None:
    one, two = here.phone(), here.phone()
    here.lead("begin", kind="lesson", lesson=1)
    here.act(one, {"guess": 0})
    here.act(one, {"guess": 1})
    assert "Answered: 1 of 2" in here.wall()
    assert 'class="bar"' not in here.wall()
    assert 'class="bar"' in here.lead("act", split=True)["html"]
    assert 'class="reveal"' not in here.phone_shows(one)
    here.lead("tell")
    assert 'class="reveal"' in here.phone_shows(one)
    assert TEXTS["en"]["room.lesson.late"] in here.phone_shows(two)
    assert "error" in here.act(two, {"guess": 0})
    assert "Answered: 1 of 2" in here.wall()


def test_nothing_is_sent_again_that_is_the_same(here: Class) -> None:
    token = here.phone()
    mark = here.ask("show_phone", code=here.code, token=token)["mark"]
    assert here.ask("show_phone", code=here.code, token=token, mark=mark) == {"same": True}
    wall = here.ask("show_wall", code=here.code, host=here.host)["mark"]
    assert here.ask("show_wall", code=here.code, host=here.host, mark=wall) == {"same": True}
    here.lead("begin", kind="lesson", lesson=1)
    assert "html" in here.ask("show_phone", code=here.code, token=token, mark=mark)
    assert "html" in here.ask("show_wall", code=here.code, host=here.host, mark=wall)


def test_while_the_teacher_pauses_phones_wait(here: Class) -> None:
    token = here.phone()
    assert "Nothing is going on" in here.act(token, {"guess": 0})["error"]
    here.lead("begin", kind="lesson", lesson=1)
    here.lead("pause")
    assert TEXTS["en"]["room.paused"] in here.phone_shows(token)
    assert "paused" in here.act(token, {"guess": 0})["error"]
    here.lead("go")
    assert "error" not in here.act(token, {"guess": 0})


@pytest.mark.parametrize("order", ORDERS)
def test_only_the_teacher_leads(here: Class, order: str) -> None:
    token = here.phone()
    for host in (token, None, "", here.host[::-1]):
        told = here.ask("lead_room", code=here.code, host=host, order=order, act={"kind": "lesson", "lesson": 1})
        assert told["gone"]
    assert here.ask("show_wall", code=here.code, host=token)["gone"]
    assert "lesson" not in here.phone_shows(token)


@pytest.mark.parametrize("name", ["show_phone", "act_in_room", "show_wall", "lead_room", "save_ink", "answer"])
def test_nothing_that_is_not_counted_tells_a_stranger_whether_there_is_a_room(here: Class, name: str) -> None:
    def told(code: str) -> dict[str, Any]:
        model = f"class:{code}-0123456789abcdef@reader-strokes"
        letters = [{"strokes": [[[0.5, 0.1], [0.5, 0.9]]]}]
        return here.ask(name, code=code, token="x", host="x", order="close", act={}, model=model, letters=letters)

    free = next(CODES)
    assert told(here.code) == told(free)
    assert "There is no room" in str(told(free))


def test_a_class_reader_answers_to_its_key_alone(here: Class) -> None:
    room = here.resources.rooms.room(here.code)
    assert here.resources.rooms.shared(here.code, room.key).code == here.code
    for wrong in ("", None, room.key[:-1], here.host):
        with pytest.raises(InputError):
            here.resources.rooms.shared(here.code, wrong)


def test_what_a_room_holds_is_nothing_to_others(here: Class) -> None:
    other = Class(here.resources)
    other.resources = here.resources
    other.host = other.ask("open_room", code=other.code, address="here")["host"]
    token = other.phone()
    assert here.ask("show_phone", code=here.code, token=token)["gone"]
    assert here.act(token, {"guess": 0})["gone"]
    assert here.ask("lead_room", code=here.code, host=other.host, order="close", act={})["gone"]
    assert here.host not in here.wall()
    assert token not in other.wall()


def test_simulated_phones_do_what_others_would(here: Class) -> None:
    here.lead("simulate", count=5)
    here.lead("begin", kind="lesson", lesson=2)
    assert "Answered: 5 of 5" in here.wall()
    here.lead("simulate", count=2)
    assert "Answered: 7 of 7" in here.wall()
    for count in (0, -1, MOST_SIMULATED + 1, "5", None, True):
        assert "simulated" in here.lead("simulate", count=count)["error"]


def test_a_room_that_is_full_says_so(here: Class) -> None:
    for _ in range(MOST_MEMBERS):
        here.phone()
    assert "full" in here.ask("join_room", code=here.code, address="here")["error"]


def test_the_end_of_a_room_is_the_end_for_all(here: Class) -> None:
    token = here.phone()
    assert here.lead("close") == {"over": True}
    assert here.ask("show_phone", code=here.code, token=token)["gone"]
    assert here.ask("show_wall", code=here.code, host=here.host)["gone"]


@pytest.mark.parametrize("name", ["open_room", "join_room", "show_phone", "act_in_room", "show_wall", "lead_room"])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_makes_no_sense_gets_a_sentence(here: Class, name: str, lang: str) -> None:
    token = here.phone()
    here.lead("begin", kind="lesson", lesson=1)
    right: Mapping[str, Any] = {"code": here.code, "token": token, "host": here.host, "order": "begin",
                                "act": {"kind": "lesson", "lesson": 1, "guess": 0}, "address": "x"}  # fmt: skip
    for field, bad in itertools.product(right, BAD):
        told = here.ask(name, **{**right, field: bad, "lang": lang})
        said = told.get("error", "")
        assert said != TEXTS[lang]["failed"], (field, bad)
        assert "<b>" not in said


@pytest.mark.parametrize("kind", ACTIVITIES)
def test_acts_and_orders_that_make_no_sense_get_a_sentence(here: Class, kind: str) -> None:
    token = here.phone()
    room = here.resources.rooms.room(here.code)
    for asked in ({}, {"lesson": "<b>"}, {"lesson": 10**30}, {"name": []}):
        told = here.lead("begin", kind=kind, **asked)
        assert told.get("error") != TEXTS["en"]["failed"], asked
    here.resources.rooms.begin(room, "lesson", {"lesson": 1})
    for bad in BAD:
        for act in ({"guess": bad}, {"bet": bad}, {"start": bad}, {"letter": bad, "label": bad}, bad):
            assert here.act(token, act).get("error") != TEXTS["en"]["failed"], act


def test_wrong_codes_are_counted_by_the_address_that_they_come_from(here: Class) -> None:
    client = TestClient(Starlette(routes=[*Functions(here.resources, Lanes()).routes()]))

    def join(code: str) -> dict[str, Any]:
        asked = {"fn_name": "join_room", "data": {"code": code, "address": f"made up {next(CODES)}"}}
        return dict(client.post("/gradio_api/component_server/", json=asked).json())

    said = [join("BBBB")["error"] for _ in range(40)]
    assert "There is no room" in said[0]
    assert "Too many wrong codes" in said[-1]
