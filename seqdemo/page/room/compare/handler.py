"""`Compare`: each phone bets, trains one arm with a seed of its own, and becomes a dot on the wall."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import Any

from seqdemo.errors import InputError
from seqdemo.page.core import validation
from seqdemo.page.core.recipes import valued
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.figures import count, points, tenths
from seqdemo.page.html.markup import Html
from seqdemo.page.html.wording import Words, percent
from seqdemo.page.room.activity import Asked
from seqdemo.page.room.compare.dots import Arm, Dot, DotPlot
from seqdemo.page.room.compare.views import OnPhone, OnWall, Phone, Said, Summary, listed, on_phone, on_wall
from seqdemo.page.room.members import badge, called
from seqdemo.room import claims
from seqdemo.room.experiment import BETS, Experiment, arm, partner
from seqdemo.room.room import Member, Room
from seqdemo.workshop.comparisons import COMPARISONS, Comparison, Count, counted
from seqdemo.workshop.recipe import WorkshopRecipe
from seqdemo.workshop.run import OVER, Run

_AHEAD = 1
"""So many runs of a room wait in the workshop's line, and the others in the room's: others get there in between."""


class Compare:
    """The prepared comparisons of the workshop, with one run for each phone."""

    def choices(self, resources: Resources, lang: str) -> Html | None:
        try:
            resources.workshop.check()
        except InputError:
            return None
        return listed([(name, TEXTS[lang][f"bench.question.{name}"]) for name in COMPARISONS], TEXTS[lang])

    def begun(self, resources: Resources, asked: Asked) -> dict[str, Any]:
        resources.workshop.check()
        chosen = validation.name(asked.get("comparison"), COMPARISONS, "comparison")
        resources.workshop.warm()
        return {"comparison": chosen}

    def wall(self, resources: Resources, room: Room, lang: str) -> Html:
        return on_wall(_on_wall(resources, room, TEXTS[lang]), TEXTS[lang])

    def phone(self, resources: Resources, room: Room, member: Member, lang: str) -> Html:
        return on_phone(_on_phone(resources, room, member, TEXTS[lang]), TEXTS[lang])

    def done(self, resources: Resources, room: Room, member: Member, act: Asked) -> Mapping[str, Any]:
        """`bet`, `start`, or both; a start that was heard already changes nothing."""
        experiment, said = Experiment(room), dict[str, Any]()
        started = experiment.started(member.slot)
        if "bet" in act:
            said["bet"] = validation.name(act["bet"], BETS, "bet")
            if started:
                raise InputError("bet_stands", "Your run has started, so your bet stands.")
        if act.get("start") and not started:
            if member.slot not in experiment.bets and not said:
                raise InputError("bet_first", "Place your bet first.")
            said["start"] = experiment.start(member.slot)
        return said

    def led(self, resources: Resources, room: Room, act: Asked) -> Mapping[str, Any]:
        """Take back the `last` dot, or the run of the phone `back`; its phone may start another."""
        experiment = Experiment(room)
        last = experiment.dots[-1].slot if experiment.dots else None
        slot = last if act.get("last") else act.get("back")
        if type(slot) is not int or not experiment.started(slot):
            raise InputError("no_dot", "There is no run to take back.")
        return {"taken": experiment.taken(slot)}

    def settled(self, resources: Resources, room: Room) -> Mapping[int, Mapping[str, Any]]:
        """Runs that have ended become dots, and the next of the line begin, unless the teacher pauses."""
        experiment, workshop = Experiment(room), resources.workshop
        runs = {slot: workshop.known(recipe(room, experiment, slot).link) for slot in experiment.line}
        over = {slot: run for slot, run in runs.items() if run and run.state in OVER}
        if room.stage and not room.stage.paused:
            left = [slot for slot in experiment.line if slot not in over]
            _begin(resources, room, experiment, left[: workshop.most + _AHEAD])
        ended = enumerate(over.items())
        return {slot: {"result": experiment.ended(slot, _accuracy(run), number)} for number, (slot, run) in ended}

    def rehearsed(self, resources: Resources, room: Room, member: Member, chance: random.Random) -> Sequence[Asked]:
        started = Experiment(room).started(member.slot)
        return [] if started else [{"bet": chance.choice(BETS), "start": True}]


def recipe(room: Room, experiment: Experiment, slot: int) -> WorkshopRecipe:
    """What a phone trains."""
    return _recipes(_comparison(room))[arm(slot)].with_seed(experiment.seed(slot))


def _begin(resources: Resources, room: Room, experiment: Experiment, slots: Sequence[int]) -> None:
    """Have these trained, if they are not yet; where the workshop's line is full, at a later look."""
    tokens = {member.slot: member.token for member in room.members}
    for slot in slots:
        try:
            resources.workshop.start(recipe(room, experiment, slot), tokens[slot], brief=True)
        except InputError:
            return


def _accuracy(run: Run) -> float | None:
    """None of a run that failed or was stopped; a loss that is no number any more has no right answers."""
    if run.ended is None or run.ended.why == "stopped":
        return None
    return run.accuracy or 0.0


def _comparison(room: Room) -> Comparison:
    assert room.stage is not None
    return COMPARISONS[room.stage.settings["comparison"]]


def _recipes(comparison: Comparison) -> tuple[WorkshopRecipe, WorkshopRecipe]:
    return comparison.one, comparison.other


def _titles(comparison: Comparison, words: Words) -> tuple[str, str]:
    name = comparison.name
    one, other = (valued(name, recipe.knobs[name], words) for recipe in _recipes(comparison))
    return one, other


def _bets(comparison: Comparison, words: Words) -> list[tuple[str, str]]:
    """What can be bet on, and how people read it."""
    one, other = _titles(comparison, words)
    return [(bet, words[f"room.compare.bet.{bet}"].format(one=one, other=other)) for bet in BETS]


def _on_wall(resources: Resources, room: Room, words: Words) -> OnWall:
    comparison, experiment = _comparison(room), Experiment(room)
    phones = tuple(_phone(resources, room, experiment, member, words) for member in room.members)
    bets, told = list(experiment.bets.values()), room.stage is not None and room.stage.told
    finished = told or all(phone.state == "dot" for phone in phones)
    found = counted(comparison, resources.workshop.compared)
    return OnWall(
        question=words[f"bench.question.{comparison.name}"],
        plot=_plot(room, experiment, found, None, words),
        said=_said(experiment, finished, _titles(comparison, words), words),
        bets=tuple((text, bets.count(bet)) for bet, text in _bets(comparison, words)),
        phones=phones,
        summary=_summary(experiment, comparison, found, words) if told else None,
    )


def _phone(resources: Resources, room: Room, experiment: Experiment, member: Member, words: Words) -> Phone:
    state = _state(resources, room, experiment, member)
    return Phone(member.slot, badge(member, words), state, _share(experiment, member) if state == "dot" else None)


def _state(resources: Resources, room: Room, experiment: Experiment, member: Member) -> str:
    """How far a phone is, as views name it."""
    slot = member.slot
    if experiment.failed(slot):
        return "failed"
    if not experiment.started(slot):
        return "start" if slot in experiment.bets else "bet"
    if slot not in experiment.line:
        return "dot"
    run = _run(resources, room, experiment, slot)
    return "line" if run is None or run.state == "waiting" else "train"


def _run(resources: Resources, room: Room, experiment: Experiment, slot: int) -> Run | None:
    return resources.workshop.known(recipe(room, experiment, slot).link)


def _share(experiment: Experiment, member: Member) -> float | None:
    return next((dot.accuracy for dot in experiment.dots if dot.slot == member.slot), None)


def _plot(room: Room, experiment: Experiment, found: Count | None, own: Member | None, words: Words) -> DotPlot:
    members = {member.slot: member for member in room.members}
    sides = zip(_titles(_comparison(room), words), experiment.arms(), _study(found), strict=True)
    one, other = (
        Arm(title, tuple(_dot(members[dot.slot], dot.accuracy, own, words) for dot in experiment.dots
                         if arm(dot.slot) == side), fmean(shares) if shares else None, claims.spread(shares), study)
        for side, (title, shares, study) in enumerate(sides)
    )  # fmt: skip
    return DotPlot((one, other), studied=room.stage is not None and room.stage.told)


def _study(found: Count | None) -> tuple[claims.Arm, claims.Arm]:
    return (found.one, found.other) if found else ((), ())


def _dot(member: Member, share: float, own: Member | None, words: Words) -> Dot:
    short = words[f"room.{member.animal}"][:2]
    return Dot(share, called(member, words), short, member.colour, member == own)


def _said(experiment: Experiment, finished: bool, titles: tuple[str, str], words: Words) -> Said | None:
    """What the dots of the last look allow to say; None before there was one."""
    looked = experiment.looked(finished)
    claim = claims.claim(*experiment.arms(looked))
    if claim is None:
        return None
    leader = titles[claim.difference > 0]
    head = words[f"room.compare.claim.{claim.level}"].format(title=leader)
    return Said(claim.level, head, _why(claim, looked, leader, words))


def _why(claim: claims.Claim, looked: int, leader: str, words: Words) -> str:
    if claim.interval is None or claim.chance is None:
        return words["room.compare.claim.few.why"].format(dots=looked, fewest=claims.FEWEST)
    if claim.difference == 0:
        return words["room.compare.claim.equal"].format(dots=looked)
    low, high = claim.interval if claim.difference > 0 else (-claim.interval[1], -claim.interval[0])
    return words["room.compare.claim.why"].format(
        dots=looked, title=leader, points=f"{100 * abs(claim.difference):.1f}", low=points(low), high=points(high),
        chance=percent(claim.chance),
    )  # fmt: skip


def _summary(experiment: Experiment, comparison: Comparison, found: Count | None, words: Words) -> Summary | None:
    one, other = experiment.arms()
    if not one or not other:
        return None
    opposed = claims.opposed(experiment.pairs, fmean(other) - fmean(one))
    return Summary(opposed, len(experiment.pairs), claims.opposed_share(one, other),
                   _beforehand(comparison, found, words) if found else "")  # fmt: skip


def _beforehand(comparison: Comparison, found: Count, words: Words) -> str:
    title, steps = _titles(comparison, words)[1], count(float(comparison.one.knobs["steps"]))
    one, other = tenths(fmean(found.one)), tenths(fmean(found.other))
    return words["bench.often"].format(
        seeds=found.seeds, steps=steps, one=one, other=other, often=found.other_better, title=title
    )


def _on_phone(resources: Resources, room: Room, member: Member, words: Words) -> OnPhone:
    comparison, experiment = _comparison(room), Experiment(room)
    slot, state = member.slot, _state(resources, room, experiment, member)
    run = _run(resources, room, experiment, slot) if state == "train" else None
    last = run.points[-1] if run and run.points else None
    told, found = room.stage is not None and room.stage.told, counted(comparison, resources.workshop.compared)
    return OnPhone(
        question=words[f"bench.question.{comparison.name}"],
        bets=tuple(_bets(comparison, words)),
        bet=experiment.bets.get(slot),
        title=_titles(comparison, words)[arm(slot)],
        seed=experiment.seed(slot),
        state=state,
        before=experiment.line.index(slot) if slot in experiment.line else 0,
        step=last.step if last else 0,
        steps=int(comparison.one.knobs["steps"]),
        share=last.accuracy if last else _share(experiment, member),
        pair=_pair(room, experiment, slot, words) if told else "",
        plot=_plot(room, experiment, found, member, words) if told else None,
    )


def _pair(room: Room, experiment: Experiment, slot: int, words: Words) -> str:
    """Whether a phone and its partner came out as the class did."""
    pair, (one, other) = experiment.pair(slot), experiment.arms()
    if pair is None:
        return words["room.compare.pair.none"]
    whole = fmean(other) - fmean(one)
    how = "opposed" if claims.opposed([pair], whole) else "alike" if pair[0] == pair[1] else "agrees"
    beside = next(member for member in room.members if member.slot == partner(slot))
    return words[f"room.compare.pair.{how}"].format(other=called(beside, words))
