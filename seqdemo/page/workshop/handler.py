"""What the page asks the workshop: recipes become runs, runs become curves, and snapshots answer the pad."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import Any

from seqdemo.errors import InputError
from seqdemo.explain import explain
from seqdemo.explain.options import Options
from seqdemo.handwriting.letter import Letter
from seqdemo.page.core import language, validation
from seqdemo.page.core.recipes import apart, titled, valued
from seqdemo.page.core.replies import Reply
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.figures import count, duration, tenths
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words, percent, symbol, worded
from seqdemo.page.workshop.bench import BETS, ORDERS, Bench, Choice, KnobShown, Prepared, bench
from seqdemo.page.workshop.finished.handler import counterpart, offered
from seqdemo.page.workshop.outcome import Answer, Curve, Outcome, answers, outcome
from seqdemo.page.workshop.parting import Parting, parting
from seqdemo.page.workshop.verdict import Verdict
from seqdemo.workshop import moments
from seqdemo.workshop.code import as_code
from seqdemo.workshop.comparisons import COMPARISONS, Comparison, between_seeds, counted
from seqdemo.workshop.recipe import SHOWN, TASKS, Knob, WorkshopRecipe
from seqdemo.workshop.run import OVER, Run
from seqdemo.workshop.runs import Workshop

OVERLAID, TWINS = 5, 2
"""So many runs share the axes at most, and so many are pinned."""
_FLAT = 0.03
"""Shares of right answers that are no further above chance count as none."""
_BY_HEART = 0.25
"""Right answers that training has more of than validation, where few sequences were learned by heart."""
_VISITOR = re.compile(r"[A-Za-z0-9-]{8,40}")


def shown(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """The bench for a task or a recipe, with the run that goes with it: the visitor's last, or the shipped one."""
    code = language.chosen(asked.get("lang"), "")
    words, workshop = TEXTS[code], resources.workshop
    visitor = _visitor(asked)
    workshop.warm()
    run = _first(workshop, asked, visitor)
    recipe = WorkshopRecipe.from_link(asked["recipe"]) if asked.get("recipe") else run.recipe if run else _usual(asked)
    knobs = tuple(_knob(knob, recipe, words) for knob in recipe.of_task.knobs)
    prepared = tuple(_prepared(each, workshop, words) for each in COMPARISONS.values() if each.one.task == recipe.task)
    own, offer = recipe.words if recipe.task == "words" else None, offered(workshop, recipe, words)
    html = bench(Bench(tuple(TASKS), recipe.task, knobs, SHOWN, recipe.seed, offer, prepared, own), words)
    none = {"outcome": el("p", words["bench.none"], class_="quiet")}
    told = _told(resources, run, asked) if run else none
    return {"html": html, "task": recipe.of_task.asked_as, "recipe": recipe.link, **told}


def ordered(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """Start a run, or tell one to pause, go on, make a step or stop."""
    visitor = _visitor(asked)
    order = validation.name(asked.get("order"), ("start", *ORDERS), "order")
    if order == "start":
        run = resources.workshop.start(WorkshopRecipe.of(asked.get("recipe")), visitor)
    else:
        run = resources.workshop.order(_key(asked), visitor, order)  # type: ignore[arg-type]
    return _told(resources, run, asked)


def watched(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """How a run stands now; short where nothing has changed since."""
    run = resources.workshop.run(_key(asked))
    if asked.get("mark") == _mark(resources.workshop, run):
        return {"same": True}
    return _told(resources, run, asked)


def answered(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """The letters of the pad, answered by the run as it was at each of its moments."""
    words = TEXTS[language.chosen(asked.get("lang"), "")]
    run, letters = resources.workshop.run(_key(asked)), validation.row(asked.get("letters"))
    found = [_answer(resources, run, number, letters, words) for number in range(len(run.moments))]
    return {"html": answers(found, words)}


def parted(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """The first moment, step and panel at which two pinned runs answer the pad in different ways."""
    words, letters = TEXTS[language.chosen(asked.get("lang"), "")], validation.row(asked.get("letters"))
    pins = validation.names(asked.get("pins"))
    if len(pins) != TWINS:
        raise InputError("two_pins", "Pin two runs first.")
    twins = [resources.workshop.run(WorkshopRecipe.from_link(key).link) for key in pins]
    for number in range(min(len(run.moments) for run in twins)):
        names = [moments.name(run.key, number) for run in twins]
        one, other = (explain(resources.model(name), letters, Options()) for name in names)
        found, own = parting(one, other), worded(words, one.family, one.kind)
        if found:
            return {"said": _parting(found, twins[0].moments[number].step, own), "moment": number, "step": found.step,
                    "panel": found.panel.id, "models": names}  # fmt: skip
    return {"said": words["bench.part.never"]}


def _parting(found: Parting, steps: int, words: Words) -> str:
    panel = words.get(f"panel.{found.panel.id}.title", found.panel.title)
    one, other = symbol(found.one, words), symbol(found.other, words)
    return words["bench.part.at"].format(steps=count(steps), step=found.step + 1, panel=panel, one=one, other=other)


def _answer(resources: Resources, run: Run, number: int, letters: Sequence[Letter], words: Words) -> Answer:
    moment = run.moments[number]
    try:
        model = moments.as_it_was(run, moment, moments.name(run.key, number), resources.models)
    except InputError as error:
        if error.key != "diverged":
            raise
        return Answer(moment.step, "–", None, None)
    trace = explain(model, letters, Options(brief=True))
    text = symbol(trace.answer, words) or words["answer.nothing"]
    return Answer(moment.step, text, trace.confidence, None if trace.verdict is None else trace.verdict.right)


def used(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """Runs as models of their tasks' menus, without those that are gone."""
    words = TEXTS[language.chosen(asked.get("lang"), "")]
    keys = [WorkshopRecipe.from_link(key).link for key in validation.names(asked.get("runs"))]
    found = [run for run in map(resources.workshop.known, keys) if run is not None and run.accuracy is not None]
    return {"models": [_used(run, words) for run in found]}


def _used(run: Run, words: Words) -> Reply:
    title = f"{words['bench.title']}: {titled(run.recipe, words)}"
    return {"task": run.recipe.of_task.asked_as, "run": run.key, "name": moments.name(run.key, len(run.moments) - 1),
            "title": title, "label": f"{title} · {percent(run.accuracy or 0.0)}",
            "summary": words["bench.use.summary"]}  # fmt: skip


def _visitor(asked: Mapping[str, Any]) -> str:
    """The name that a browser gave itself; it says nothing of a person."""
    value = asked.get("visitor")
    if not isinstance(value, str) or not _VISITOR.fullmatch(value):
        raise InputError("bad_visitor", "The visitor must be 8 to 40 letters or digits.")
    return value


def _key(asked: Mapping[str, Any]) -> str:
    return WorkshopRecipe.from_link(asked.get("run")).link


def _usual(asked: Mapping[str, Any]) -> WorkshopRecipe:
    return WorkshopRecipe.of({"task": asked.get("learn") or next(iter(TASKS))})


def _first(workshop: Workshop, asked: Mapping[str, Any], visitor: str) -> Run | None:
    """The run of the recipe that was asked for, or the visitor's last; where there is none, the shipped one."""
    if asked.get("recipe"):
        recipe = WorkshopRecipe.from_link(asked["recipe"])
        return workshop.known(recipe.link) or workshop.known(WorkshopRecipe.of({"task": recipe.task}).link)
    task = asked.get("learn")
    mine = [run for run in workshop.of(visitor) if task in (None, run.recipe.task)]
    return mine[-1] if mine else workshop.known(_usual(asked).link)


def _told(resources: Resources, run: Run, asked: Mapping[str, Any]) -> Reply:
    words, workshop = TEXTS[language.chosen(asked.get("lang"), "")], resources.workshop
    before, wait = workshop.line()
    line = words["bench.line.before"].format(count=before, wait=duration(wait, words)) if before else ""
    pins = _pins(workshop, run.recipe.task, asked)
    others = _others(workshop, run, _visitor(asked))
    against = next((each for each in [*pins, run, *reversed(others)] if each.accuracy is not None), None)
    return {
        "run": run.key, "state": run.state, "mark": _mark(workshop, run), "over": run.state in OVER,
        "moments": [moment.step for moment in run.moments], "line": line or words["bench.line.free"],
        "against": {"run": against.key, "title": titled(against.recipe, words)} if against else None,
        "outcome": _outcome(resources, run, others, pins, asked),
    }  # fmt: skip


def _known(workshop: Workshop, task: str, keys: Sequence[Any]) -> list[Run]:
    """Those of some runs that are of a task and still there."""
    found = [workshop.known(WorkshopRecipe.from_link(key).link) for key in keys]
    return [run for run in found if run is not None and run.recipe.task == task]


def _pins(workshop: Workshop, task: str, asked: Mapping[str, Any]) -> list[Run]:
    """The runs that a visitor pinned."""
    return _known(workshop, task, validation.names(asked.get("pins", []))[:TWINS])


def _bet(workshop: Workshop, task: str, asked: Mapping[str, Any]) -> tuple[str, Run | None]:
    """What a visitor expected of a run, and beside which other one; nothing where that one is gone."""
    if asked.get("bet") is None:
        return "", None
    bet = validation.mapping(asked["bet"], "bet")
    said = validation.name(bet.get("said"), BETS, "bet")
    against = _known(workshop, task, [bet.get("against")])
    return (said, against[0]) if against else ("", None)


def _mark(workshop: Workshop, run: Run) -> str:
    return f"{run.state} {len(run.points)} {len(run.moments)} {workshop.place(run)} {workshop.line()[0]}"


def _outcome(
    resources: Resources, run: Run, others: Sequence[Run], pins: Sequence[Run], asked: Mapping[str, Any]
) -> Html:
    code = language.chosen(asked.get("lang"), "")
    words, workshop = TEXTS[code], resources.workshop
    bet, held_against = _bet(workshop, run.recipe.task, asked)
    beside = held_against or next((each for each in pins if each is not run), None) or _closest(run, others)
    begun, last = run.begun, run.ended or (run.points[-1] if run.points else None)
    told = Outcome(
        said=_said(workshop, run, words),
        warning=_warning(run, words) if last else "",
        verdict=_verdict(workshop, run, beside, bet, words),
        shipped=counterpart(resources, run, code),
        steps=int(run.recipe.knobs["steps"]),
        curves=tuple(
            _curve(each, pins[0] if pins else None, words) for each in _together(run, others, [*pins, beside])
        ),
        pins=tuple(each.key for each in pins),
        chance=begun.chance if begun else None,
        exact=begun.exact if begun else None,
        by_length=(run.ended.by_length if run.ended else None) or (run.points[-1].by_length if run.points else {}),
        code=as_code(run.recipe),
        ready=run.accuracy is not None,
    )
    return outcome(told, words)


def _closest(run: Run, others: Sequence[Run]) -> Run | None:
    """The finished run that differs in the fewest decisions; of several the latest."""
    finished = [each for each in reversed(others) if each.accuracy is not None]
    return min(finished, key=lambda each: run.recipe.differences(each.recipe), default=None)


def _together(run: Run, others: Sequence[Run], first: Sequence[Run | None]) -> list[Run]:
    """The run and up to four others: those that it is held against, then the latest."""
    wanted = dict.fromkeys(each for each in [*first, *reversed(others)] if each and each is not run and each.points)
    return [*sorted(list(wanted)[: OVERLAID - 1], key=lambda each: each.since), run]


def _others(workshop: Workshop, run: Run, visitor: str) -> list[Run]:
    """The visitor's other runs of the task, after the one that is shipped."""
    shipped = workshop.known(WorkshopRecipe.of({"task": run.recipe.task}).link)
    mine = [each for each in workshop.of(visitor) if each.recipe.task == run.recipe.task]
    return [each for each in dict.fromkeys([*([shipped] if shipped else []), *mine]) if each is not run]


def _said(workshop: Workshop, run: Run, words: Words) -> str:
    """How the run stands, in a sentence."""
    if run.ended and run.ended.why in ("done", "limit"):
        seconds, accuracy = duration(run.ended.seconds, words), tenths(run.ended.accuracy or 0.0)
        said = words[f"bench.ended.{run.ended.why}"]
        before = f"{words['bench.state.shipped']} " if workshop.is_shipped(run) else ""
        return before + said.format(steps=count(run.ended.step), seconds=seconds, accuracy=accuracy)
    if run.ended:
        return words[f"bench.ended.{run.ended.why}"].format(steps=count(run.ended.step))
    step = run.points[-1].step if run.points else 0
    steps = count(int(run.recipe.knobs["steps"]))
    return words[f"bench.state.{run.state}"].format(step=count(step), steps=steps, place=workshop.place(run))


def _warning(run: Run, words: Words) -> str:
    """What went wrong with a run that ended: it learned nothing, or by heart."""
    if not run.ended or run.ended.why not in ("done", "limit") or run.begun is None:
        return ""
    checked = run.points[-1].accuracy
    if checked < run.begun.chance + _FLAT:
        return words["bench.plateau"]
    few = int(run.recipe.knobs.get("distinct", 0)) > 0
    return words["bench.overfit"] if few and run.fitted - checked > _BY_HEART else ""


def _verdict(workshop: Workshop, run: Run, before: Run | None, bet: str, words: Words) -> Verdict | None:
    """A finished run beside another finished one."""
    if before is None or run.accuracy is None or before.accuracy is None:
        return None
    between = between_seeds((run.recipe, before.recipe), workshop.compared)
    title, other = apart(run.recipe, before.recipe, words), titled(before.recipe, words)
    return Verdict(title, other, run.accuracy - before.accuracy, between, bet)


def _curve(run: Run, beside: Run | None, words: Words) -> Curve:
    """Named by what sets it apart from the run that is pinned first, else from the default recipe."""
    right = [(float(point.step), point.accuracy) for point in run.points]
    losses = [(float(point.step), point.loss) for point in run.points if point.loss is not None]
    title = titled(run.recipe, words) if beside in (None, run) else apart(run.recipe, beside.recipe, words)
    return Curve(run.key, title, tuple(right), tuple(losses))


def _prepared(comparison: Comparison, workshop: Workshop, words: Words) -> Prepared:
    sides, found = (comparison.one, comparison.other), counted(comparison, workshop.compared)
    return Prepared(
        name=comparison.name,
        links=(comparison.one.link, comparison.other.link),
        titles=(_side(comparison, 0, words), _side(comparison, 1, words)),
        steps=int(sides[0].knobs["steps"]),
        means=(fmean(found.one), fmean(found.other)) if found else None,
        seeds=found.seeds if found else 0,
        often=found.other_better if found else 0,
    )


def _side(comparison: Comparison, number: int, words: Words) -> str:
    recipe = (comparison.one, comparison.other)[number]
    return valued(comparison.name, recipe.knobs[comparison.name], words)


def _knob(knob: Knob, recipe: WorkshopRecipe, words: Words) -> KnobShown:
    choices = (Choice(json.dumps(value), valued(knob.name, value, words), value == recipe.knobs[knob.name],
                      value == knob.usual) for value in knob.choices)  # fmt: skip
    return KnobShown(knob.name, tuple(choices), knob.source)
