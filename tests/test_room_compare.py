"""A class as an experiment in two arms: bets, seeds, the line, dots, and what is said of them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from conftest import CHECKPOINTS

from seqdemo.page.core import replies
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.figures import tenths
from seqdemo.page.room.compare.dots import WIDE, swarm
from seqdemo.room.experiment import BETS
from seqdemo.room.rooms import Rooms
from seqdemo.server.functions import ANSWERED_BY
from seqdemo.workshop import comparisons
from seqdemo.workshop.comparisons import COMPARISONS, SEEDS
from seqdemo.workshop.protocol import BRIEF, Ended, Message
from seqdemo.workshop.recipe import WorkshopRecipe
from seqdemo.workshop.run import Run
from seqdemo.workshop.runs import SIDE_BY_SIDE, Workshop
from tests import shipped

STUDY = comparisons.counted(COMPARISONS["loss"], comparisons.load(CHECKPOINTS))
assert STUDY is not None
SQUARED, CROSS = STUDY.one, STUDY.other


class Scripted:
    """In the place of a process that trains: it ends its run when a test says so."""

    def __init__(self, _: Any, heard: Callable[[Any, Message | None], None]) -> None:
        self.run: Run | None = None
        self.told: list[str] = []
        self._heard = heard

    def tell(self, text: str) -> None:
        self.told.append(text)

    def ends(self, accuracy: float) -> None:
        self._heard(self, Ended("done", 500, 5.0, accuracy, {}))

    def dies(self) -> None:
        self._heard(self, None)

    def end(self) -> None: ...


def plain(html: str) -> str:
    return unescape(re.sub("<[^>]+>", "", html))


class Class:
    """A teacher and phones; the workshop trains one run at a time."""

    def __init__(self) -> None:
        self.workshop = Workshop(CHECKPOINTS, workers=1)
        self.resources = replace(shipped.resources(), rooms=Rooms(), _workshop=self.workshop)
        self.code = "BCDF"
        self.host = self.ask("open_room", code=self.code, address="here")["host"]

    def ask(self, name: str, **asked: Any) -> dict[str, Any]:
        return replies.guarded(asked, lambda checked: ANSWERED_BY[name](self.resources, checked))

    def phones(self, count: int) -> list[str]:
        return [self.ask("join_room", code=self.code, address="here")["token"] for _ in range(count)]

    def lead(self, order: str, **act: Any) -> dict[str, Any]:
        return self.ask("lead_room", code=self.code, host=self.host, order=order, act=act)

    def act(self, token: str, **act: Any) -> dict[str, Any]:
        return self.ask("act_in_room", code=self.code, token=token, act=act)

    def shows(self, token: str, lang: str = "en") -> str:
        """Its text."""
        return plain(self.ask("show_phone", code=self.code, token=token, lang=lang)["html"])

    def wall(self, lang: str = "en") -> str:
        return unescape(self.ask("show_wall", code=self.code, host=self.host, lang=lang)["html"])

    @property
    def worker(self) -> Scripted:
        return self.workshop._workers[-1]  # type: ignore[return-value]

    def trains(self) -> WorkshopRecipe:
        """What is trained now."""
        self.wall()
        assert self.worker.run is not None
        return self.worker.run.recipe

    def trained(self, tokens: list[str], accuracies: list[float]) -> str:
        """All start, and come to these; the wall after that."""
        for token in tokens:
            self.act(token, bet="better", start=True)
        for accuracy in accuracies:
            self.trains()
            self.worker.ends(accuracy)
        return self.wall()


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[Class]:
    monkeypatch.setattr("seqdemo.workshop.runs.Worker", Scripted)
    made = Class()
    made.lead("begin", kind="compare", comparison="loss")
    yield made
    made.workshop.close()


def dots(html: str) -> list[str]:
    return re.findall(r'<li class="hand \w+ dot.*?<span class="unseen">(.*?)</span>', html)


def alternating(count: int) -> list[float]:
    """What the study came to, one of each arm in turn."""
    return [share for pair in zip(SQUARED, CROSS, strict=True) for share in pair][:count]


def test_a_phone_bets_is_told_its_arm_and_seed_and_starts(here: Class) -> None:
    one, two = here.phones(2)
    assert "Start" not in here.shows(one)
    assert here.act(one, start=True)["error"] == "Place your bet first."
    here.act(one, bet="worse")
    here.act(one, bet="same")
    assert "You train: squared error." in here.shows(one)
    here.act(two, bet="better")
    assert "You train: cross-entropy." in here.shows(two)
    here.act(one, start=True)
    recipe = here.trains()
    assert f"seed={recipe.seed}" in recipe.link
    assert recipe.seedless == COMPARISONS["loss"].one.seedless
    assert here.worker.told == [f"{recipe.link} {BRIEF}"]
    assert here.act(one, bet="better")["error"] == "Your run has started, so your bet stands."
    assert here.act(one, start=True)["html"], "pressed twice, it is one run"
    here.worker.ends(0.8)
    assert "Your model gets 80.0% right." in here.shows(one)
    assert dots(here.wall()) == ["red otter: 80.0%"]


def test_each_phone_has_an_arm_in_turn_and_a_seed_of_its_own_outside_the_study(here: Class) -> None:
    tokens = here.phones(60)
    for token in tokens:
        here.act(token, bet="same", start=True)
    trained = []
    for _ in tokens:
        trained.append(here.trains())
        here.worker.ends(0.8)
    links = [comparison.seedless for comparison in (COMPARISONS["loss"].one, COMPARISONS["loss"].other)]
    assert [recipe.seedless for recipe in trained] == links * 30
    seeds = {recipe.seed for recipe in trained}
    assert len(seeds) == 60
    assert not seeds & set(SEEDS)
    assert len(dots(here.wall())) == 60


def test_the_next_run_of_a_room_waits_beside_those_of_others_and_the_rest_behind_it(here: Class) -> None:
    tokens = here.phones(4)
    for token in tokens:
        here.act(token, bet="same", start=True)
    here.wall()
    assert here.workshop.line()[0] == 2, "one is trained and one is next"
    assert [int(re.findall(r"Runs before yours: (\d+)", here.shows(token))[0]) for token in tokens[1:]] == [1, 2, 3]
    assert "Training: step 0 of 500" in here.shows(tokens[0])


def test_while_the_teacher_pauses_no_run_begins(here: Class) -> None:
    tokens = here.phones(3)
    for token in tokens:
        here.act(token, bet="same", start=True)
    here.lead("pause")
    here.wall()
    assert here.worker.told == [], "it is ready since the teacher chose"
    here.lead("go")
    here.trains()


def test_after_every_fifth_dot_the_wall_says_what_can_be_claimed(here: Class) -> None:
    tokens = here.phones(20)
    assert "Too few dots" in here.trained(tokens, alternating(5))
    assert "After 5 dots" in here.trained([], alternating(9)[5:])
    ten = here.trained([], alternating(10)[9:])
    assert "After 10 dots" in ten
    assert "probably better" in ten or "clearly better" in ten
    whole = here.trained([], alternating(20)[10:])
    assert "“squared error” is clearly better" in plain(whole)
    assert "‘제곱 오차’ 쪽이 분명히 더 낫습니다" in plain(here.wall("ko"))
    assert len(dots(whole)) == 20


def test_at_the_end_pairs_are_told_whether_they_proved_the_opposite(here: Class) -> None:
    tokens = here.phones(5)
    wall = here.trained(tokens, [0.80, 0.79, 0.78, 0.79, 0.81])
    assert "pairs came out" not in wall
    here.lead("tell")
    wall = here.wall()
    assert "1 of 2 pairs came out the opposite way" in wall
    assert "After 5 dots: each way needs at least 4." in plain(wall)
    assert "Of all ways to pair two dots, 33% do." in wall
    often = TEXTS["en"]["bench.often"].format(
        seeds=20, steps=500, one=tenths(sum(SQUARED) / 20), other=tenths(sum(CROSS) / 20), title="cross-entropy",
        often=sum(b > a for a, b in zip(SQUARED, CROSS, strict=True)),
    )  # fmt: skip
    assert often in wall
    assert "came out as the class did" in here.shows(tokens[1])
    assert "“proved” the opposite" in here.shows(tokens[2])
    assert "(green owl)" in here.shows(tokens[3])
    assert "Your partner has no dot." in here.shows(tokens[4])
    own = here.ask("show_phone", code=here.code, token=tokens[0])["html"]
    assert own.count("dot own") == 1


def test_the_teacher_takes_back_a_dot_and_its_phone_trains_another_seed(here: Class) -> None:
    one, two = tokens = here.phones(2)
    here.trained(tokens, [0.8])
    first = re.findall("seed=([0-9]+)", here.worker.told[0])
    assert here.lead("act", back=7)["error"] == "There is no run to take back."
    here.lead("act", last=True)
    assert dots(here.wall()) == []
    here.act(one, start=True)
    here.worker.ends(0.79)
    assert here.trains().seed != first
    here.worker.ends(0.81)
    assert sorted(dots(here.wall())) == ["blue fox: 79.0%", "red otter: 81.0%"]
    here.lead("act", back=1)
    assert dots(here.wall()) == ["red otter: 81.0%"]
    assert "Start" in here.shows(two)


def test_a_run_that_failed_can_be_started_again(here: Class) -> None:
    one = here.phones(1)[0]
    here.act(one, bet="same", start=True)
    here.trains()
    here.worker.dies()
    assert "Your run failed." in here.shows(one)
    here.act(one, start=True)
    here.trains()
    here.worker.ends(0.8)
    assert dots(here.wall()) == ["red otter: 80.0%"]


def test_a_run_that_is_gone_is_trained_again_to_the_same_dot(here: Class) -> None:
    one = here.phones(1)[0]
    here.act(one, bet="same", start=True)
    recipe = here.trains()
    here.workshop._runs.clear()
    here.worker.run = None
    assert here.trains() == recipe


def test_simulated_phones_bet_and_start(here: Class) -> None:
    here.lead("simulate", count=6)
    here.lead("simulate", count=2)
    for n in range(8):
        here.trains()
        here.worker.ends(SQUARED[n])
    wall = here.wall()
    assert len(dots(wall)) == 8
    assert "Bets: 8 of 8." in wall


@pytest.mark.parametrize("bet", [None, 7, "", "best", [], {}, "<b>"])
def test_any_other_bet_is_refused_without_an_echo(here: Class, bet: Any) -> None:
    one = here.phones(1)[0]
    error = here.act(one, bet=bet)["error"]
    assert error == f"The bet must be one of {', '.join(BETS)}."


@pytest.mark.parametrize("name", [None, 7, "", "<b>", []])
def test_any_other_comparison_is_refused(here: Class, name: Any) -> None:
    assert "must be one of" in here.lead("begin", kind="compare", comparison=name)["error"]


def test_where_nothing_can_be_trained_it_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SIDE_BY_SIDE[0], "2")
    there = Class()
    assert '"compare"' not in there.wall()
    assert "several processes" in there.lead("begin", kind="compare", comparison="loss")["error"]


@pytest.mark.parametrize("name", COMPARISONS)
@pytest.mark.parametrize("lang", TEXTS)
def test_every_comparison_can_be_held(here: Class, name: str, lang: str) -> None:
    here.lead("begin", kind="compare", comparison=name)
    one = here.phones(1)[0]
    question = TEXTS[lang][f"bench.question.{name}"]
    assert question in plain(here.wall(lang))
    here.act(one, bet="same")
    assert TEXTS[lang]["room.compare.start"] in here.shows(one, lang)


def test_dots_of_a_swarm_hide_none_of_the_others() -> None:
    chance = random.Random(1)
    places = [chance.gauss(0.5, 0.05) for _ in range(30)]
    levels = swarm(places)
    for place, level in zip(places, levels, strict=True):
        near = [p for p, at in zip(places, levels, strict=True) if at == level and abs(p - place) < WIDE]
        assert near == [place]
    assert swarm([0.3, 0.3, 0.3, 0.9]) == [0, 1, -1, 0]
