"""Rooms: who may do what in one, what is kept of it, and for how long; in memory and in a real Redis."""

from __future__ import annotations

import itertools
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import redis
from redis.backoff import ConstantBackoff
from redis.retry import Retry

from seqdemo.errors import InputError
from seqdemo.room.attempts import Attempts
from seqdemo.room.redis_store import RedisStore
from seqdemo.room.room import ANIMALS, COLOURS, MOST_MEMBERS
from seqdemo.room.rooms import LETTERS, OPENINGS, WRONG_CODES, Rooms
from seqdemo.room.store import LIFE, MOST_ROOMS, MemoryStore, Store

REDIS = shutil.which("redis-server")
HERE, THERE = "192.0.2.1", "192.0.2.2"
CODES = map("".join, itertools.product(LETTERS, repeat=4))


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Redis server of its own."""
    if REDIS is None:
        pytest.skip("needs Redis: apt-get install redis-server")
    place = tmp_path_factory.mktemp("redis") / "socket"
    command = [REDIS, "--port", "0", "--unixsocket", str(place), "--save", "", "--dir", str(place.parent)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        address = f"unix://{place}"
        redis.Redis.from_url(address, retry=Retry(ConstantBackoff(0.05), 400)).ping()
        yield address
        process.terminate()


@pytest.fixture(params=["memory", "redis"])
def store(request: pytest.FixtureRequest) -> Store:
    if request.param == "memory":
        return MemoryStore()
    address = request.getfixturevalue("server")
    redis.Redis.from_url(address).flushall()
    return RedisStore(address)


@pytest.fixture
def rooms(store: Store) -> Rooms:
    return Rooms(store)


def opened(rooms: Rooms, address: str = HERE) -> tuple[str, str]:
    """A room's code, and what its teacher shows."""
    code = next(CODES)
    host = rooms.open(code, address)
    assert host
    return code, host


def key(error: pytest.ExceptionInfo[InputError]) -> str:
    return error.value.key


def test_a_room_is_open_to_its_code_and_led_by_who_opened_it(rooms: Rooms) -> None:
    code, host = opened(rooms)
    assert rooms.open(code, HERE) is None
    assert rooms.led(code, host).code == code
    assert rooms.room(f" {code.lower()} ").code == code
    for wrong in ("", host[:-1], None, 7, "é"):
        with pytest.raises(InputError) as error:
            rooms.led(code, wrong)
        assert key(error) == "no_room"


@pytest.mark.parametrize("code", ["", "AAAA", "BCD", "BCDFG", None, 7, ["BCDF"], "B" * 30, "<b>x"])
def test_what_is_no_code_leads_nowhere(rooms: Rooms, code: object) -> None:
    for work in (rooms.room, lambda code: rooms.open(code, HERE)):
        with pytest.raises(InputError) as error:
            work(code)
        assert key(error) == "no_room"


def test_several_processes_share_rooms_only_where_there_is_redis(server: str) -> None:
    with pytest.raises(InputError) as error:
        Rooms(processes=2).open("BCDF", HERE)
    assert key(error) == "rooms_apart"
    assert opened(Rooms(RedisStore(server), processes=2))


def test_a_phone_that_joins_twice_has_one_place(rooms: Rooms) -> None:
    code, _ = opened(rooms)
    _, first = rooms.join(code, None, HERE)
    _, second = rooms.join(code, None, HERE)
    _, again = rooms.join(code, first.token, HERE)
    assert again == first
    assert second.slot == 1
    assert [member.slot for member in rooms.room(code).members] == [0, 1]


def test_a_token_of_one_room_is_none_of_another(rooms: Rooms) -> None:
    one, other = (opened(rooms)[0] for _ in range(2))
    _, member = rooms.join(one, None, HERE)
    with pytest.raises(InputError) as error:
        rooms.attended(other, member.token)
    assert key(error) == "no_room"


def test_every_member_is_another_animal_and_one_too_many_is_refused(rooms: Rooms) -> None:
    code, _ = opened(rooms)
    members = [rooms.join(code, None, HERE)[1] for _ in range(MOST_MEMBERS)]
    assert len({(member.colour, member.animal) for member in members}) == len(COLOURS) * len(ANIMALS) == 60
    with pytest.raises(InputError) as error:
        rooms.join(code, None, HERE)
    assert key(error) == "room_full"


def test_codes_cannot_be_tried_out(rooms: Rooms) -> None:
    code, _ = opened(rooms)
    wrong = "BBBB" if code != "BBBB" else "CCCC"
    for _ in range(WRONG_CODES[0]):
        with pytest.raises(InputError) as error:
            rooms.join(wrong, None, HERE)
        assert key(error) == "no_room"
    with pytest.raises(InputError) as error:
        rooms.join(code, None, HERE)
    assert key(error) == "codes_used_up"
    assert rooms.join(code, None, THERE)[1].slot == 0


def test_one_address_opens_only_so_many_rooms(rooms: Rooms) -> None:
    for _ in range(OPENINGS[0]):
        opened(rooms)
    with pytest.raises(InputError) as error:
        opened(rooms)
    assert key(error) == "rooms_full"
    opened(rooms, THERE)


def test_there_are_only_so_many_rooms(rooms: Rooms) -> None:
    for number in range(MOST_ROOMS):
        opened(rooms, f"192.0.2.{number}")
    with pytest.raises(InputError) as error:
        opened(rooms, "198.51.100.1")
    assert key(error) == "rooms_full"


def test_what_is_said_belongs_to_its_stage_and_ink_to_the_room(rooms: Rooms) -> None:
    code, _ = opened(rooms)
    room, member = rooms.join(code, None, HERE)
    rooms.begin(room, "lesson", {"lesson": 3})
    room = rooms.room(code)
    assert room.stage
    assert (room.stage.kind, room.stage.serial, room.stage.settings) == ("lesson", 1, {"lesson": 3})
    rooms.say(room, member.slot, {"guess": 2, "bet": "<b>"})
    rooms.say(room, member.slot, {"guess": 1, "bet": None})
    rooms.note(room, {"split": True})
    rooms.write(room, member.slot, {"A": {"strokes": [[[0.5, 0.5]]]}, "B": {"strokes": []}})
    rooms.write(room, member.slot, {"B": None})
    room = rooms.room(code)
    assert room.said("guess") == {0: 1}
    assert room.said("bet") == {}
    assert room.noted("split") is True
    rooms.begin(room, "lesson", {"lesson": 4})
    after = rooms.room(code)
    assert after.said("guess") == {}
    assert after.noted("split") is None
    assert after.ink(0) == {"A": {"strokes": [[[0.5, 0.5]]]}}
    assert after.ink(1) == {}
    rooms.say(room, member.slot, {"guess": 0})  # a phone that was late speaks of the stage before
    assert rooms.room(code).said("guess") == {}


def test_a_room_that_was_closed_is_gone_with_all_that_it_held(rooms: Rooms, store: Store) -> None:
    code, host = opened(rooms)
    room = rooms.led(code, host)
    rooms.write(room, 0, {"A": {"strokes": []}})
    rooms.close(room)
    assert store.texts(code, "said") is None
    assert store.texts(code, "ink") is None
    with pytest.raises(InputError) as error:
        rooms.say(room, 0, {"guess": 1})
    assert key(error) == "no_room"


def test_a_room_goes_two_hours_after_it_was_last_used() -> None:
    clock = Clock()
    rooms = Rooms(MemoryStore(clock))
    code, _ = opened(rooms)
    clock.now += LIFE - 1
    rooms.room(code)
    clock.now += LIFE - 1
    rooms.room(code)
    clock.now += LIFE + 1
    with pytest.raises(InputError) as error:
        rooms.room(code)
    assert key(error) == "no_room"


def test_a_name_is_claimed_once(store: Store) -> None:
    store.open("BCDF", {"host": "1"})
    assert not store.open("BCDF", {"host": "1"})
    assert store.claim("BCDF", "member:0", "1")
    assert not store.claim("BCDF", "member:0", "2")
    assert store.texts("BCDF", "said") == {"host": "1", "member:0": "1"}
    assert not store.claim("GHJK", "member:0", "1")


def test_attempts_are_forgotten_in_time() -> None:
    clock = Clock()
    attempts = Attempts(2, 60.0, clock)
    attempts.count(HERE)
    clock.now = 30
    attempts.count(HERE)
    assert attempts.used_up(HERE)
    assert not attempts.used_up(THERE)
    clock.now = 61
    assert not attempts.used_up(HERE)


def test_what_sixty_phones_say_at_once_is_all_there(rooms: Rooms) -> None:
    code, _ = opened(rooms)
    rooms.begin(rooms.room(code), "lesson", {})

    def take_part(_: int) -> int:
        room, member = rooms.join(code, None, HERE)
        rooms.say(room, member.slot, {"guess": member.slot})
        rooms.write(room, member.slot, {label: {"strokes": [[[member.slot / 60, 0.5]]]} for label in "ABC"})
        return member.slot

    with ThreadPoolExecutor(8) as pool:
        slots = list(pool.map(take_part, range(MOST_MEMBERS)))
    room = rooms.room(code)
    assert sorted(slots) == list(range(MOST_MEMBERS))
    assert room.said("guess") == {slot: slot for slot in slots}
    assert all(set(room.ink(slot)) == set("ABC") for slot in slots)


def test_a_room_in_redis_outlives_the_server_and_not_the_lesson(server: str) -> None:
    redis.Redis.from_url(server).flushall()
    code, host = opened(Rooms(RedisStore(server)))
    again = Rooms(RedisStore(server))
    assert again.led(code, host).code == code
    left = redis.Redis.from_url(server)
    assert 0 < left.ttl(f"seqdemo:room:{code}:said") <= LIFE
    again.close(again.room(code))
    assert left.keys("*") == []
