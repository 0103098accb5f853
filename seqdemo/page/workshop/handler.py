"""What the page asks the workshop: recipes become runs, runs become curves, and snapshots answer the pad."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any

from seqdemo.checkpoints import Loaded
from seqdemo.errors import InputError
from seqdemo.explain import explain
from seqdemo.explain.options import Options
from seqdemo.handwriting.letter import Letter
from seqdemo.page.core import language, recorded, validation
from seqdemo.page.core.replies import Reply
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.figures import count, duration, points, tenths
from seqdemo.page.html.markup import Html, el
from seqdemo.page.html.wording import Words, symbol
from seqdemo.page.workshop.bench import ORDERS, Bench, Choice, KnobShown, bench
from seqdemo.page.workshop.outcome import Answer, Curve, Outcome, answers, outcome
from seqdemo.sequences.samples import TRAINED_ON
from seqdemo.sequences.task import Task
from seqdemo.workshop import moments
from seqdemo.workshop.figures import TESTED
from seqdemo.workshop.recipe import QUESTIONS, SHOWN, TASKS, Knob, Value, WorkshopRecipe
from seqdemo.workshop.run import OVER, Run
from seqdemo.workshop.runs import Workshop

TWO_ERRORS = 1.96
"""Standard errors within which 95 of 100 repeated tests would lie."""
OVERLAID = 5
"""So many runs share the axes at most."""
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
    questions = {name: link for name, link in QUESTIONS.items() if link.split(",")[0] == recipe.task}
    html = bench(Bench(tuple(TASKS), recipe.task, knobs, SHOWN, recipe.seed, questions), words)
    told = (
        {"outcome": el("p", words["bench.none"], class_="quiet")}
        if run is None
        else _told(resources, run, visitor, code)
    )
    return {"html": html, "task": recipe.of_task.asked_as, "recipe": recipe.link, **told}


def ordered(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """Start a run, or tell one to pause, go on, make a step or stop."""
    code, visitor = language.chosen(asked.get("lang"), ""), _visitor(asked)
    order = validation.name(asked.get("order"), ("start", *ORDERS), "order")
    if order == "start":
        run = resources.workshop.start(WorkshopRecipe.of(asked.get("recipe")), visitor)
    else:
        run = resources.workshop.order(_key(asked), visitor, order)  # type: ignore[arg-type]
    return _told(resources, run, visitor, code)


def watched(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """How a run stands now; short where nothing has changed since."""
    run = resources.workshop.run(_key(asked))
    if asked.get("mark") == _mark(resources.workshop, run):
        return {"same": True}
    return _told(resources, run, _visitor(asked), language.chosen(asked.get("lang"), ""))


def answered(resources: Resources, asked: Mapping[str, Any]) -> Reply:
    """The letters of the pad, answered by the run as it was at each of its moments."""
    words = TEXTS[language.chosen(asked.get("lang"), "")]
    run, letters = resources.workshop.run(_key(asked)), validation.row(asked.get("letters"))
    found = [_answer(resources, run, number, letters, words) for number in range(len(run.moments))]
    return {"html": answers(found, words)}


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


def _told(resources: Resources, run: Run, visitor: str, code: str) -> Reply:
    words, workshop = TEXTS[code], resources.workshop
    before, wait = workshop.line()
    line = words["bench.line.before"].format(count=before, wait=duration(wait, words)) if before else ""
    return {
        "run": run.key, "state": run.state, "mark": _mark(workshop, run), "over": run.state in OVER,
        "moments": [moment.step for moment in run.moments], "line": line or words["bench.line.free"],
        "outcome": _outcome(resources, run, visitor, code),
    }  # fmt: skip


def _mark(workshop: Workshop, run: Run) -> str:
    return f"{run.state} {len(run.points)} {len(run.moments)} {workshop.place(run)}"


def _outcome(resources: Resources, run: Run, visitor: str, code: str) -> Html:
    words = TEXTS[code]
    others = _others(resources.workshop, run, visitor)
    together = [*[each for each in others if each.points][-(OVERLAID - 1) :], run]
    begun, last = run.begun, run.ended or (run.points[-1] if run.points else None)
    lengths = (run.ended.by_length if run.ended else None) or (run.points[-1].by_length if run.points else {})
    told = Outcome(
        said=_said(resources.workshop, run, words),
        warning=_warning(run, words) if last else "",
        compared=_compared(run, others, words),
        shipped=_shipped(resources, run, code),
        steps=int(run.recipe.knobs["steps"]),
        curves=tuple(_curve(each, run, words) for each in together),
        chance=begun.chance if begun else None,
        exact=begun.exact if begun else None,
        by_length=lengths,
    )
    return outcome(told, words)


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


def _compared(run: Run, others: Sequence[Run], words: Words) -> str:
    """How far a finished run is from the visitor's last finished one, and whether the test can tell."""
    finished = [each for each in others if each.ended and each.ended.accuracy is not None]
    if not finished or run.ended is None or run.ended.accuracy is None:
        return ""
    before = finished[-1]
    assert before.ended is not None
    before_it = before.ended.accuracy or 0.0
    apart = run.ended.accuracy - before_it
    error = sqrt(sum(share * (1 - share) / TESTED for share in (run.ended.accuracy, before_it)))
    said = words["bench.compared.same" if abs(apart) < TWO_ERRORS * error else "bench.compared"]
    return said.format(other=titled(before, run, words), points=points(apart), error=f"{100 * TWO_ERRORS * error:.1f}")


def _shipped(resources: Resources, run: Run, code: str) -> str:
    """What the shipped model of the same question has."""
    model, words = resources.models.get(run.recipe.of_task.shipped), TEXTS[code]
    seconds = model.metrics.get("training", {}).get("seconds") if model else None
    if model is None or not isinstance(seconds, int | float):
        return ""
    accuracy = _accuracy(model, TRAINED_ON[run.recipe.of_task.trained_on])
    return (
        ""
        if accuracy is None
        else words["bench.shipped"].format(
            title=language.title(model, code), accuracy=tenths(accuracy), duration=duration(seconds, words)
        )
    )


def _accuracy(model: Loaded, task: Task) -> float | None:
    """Its right answers to samples as long as a task's: the mean over their lengths, where those are known."""
    by_length = recorded.mapping(model.metrics.get("by_length"))
    lengths = map(str, range(task.shortest, task.longest + 1))
    shares = [recorded.share(recorded.mapping(by_length.get(length)).get("accuracy")) for length in lengths]
    known = [share for share in shares if share is not None]
    return sum(known) / len(known) if len(known) == len(shares) else model.accuracy


def _curve(run: Run, beside: Run, words: Words) -> Curve:
    right = [(float(point.step), point.accuracy) for point in run.points]
    losses = [(float(point.step), point.loss) for point in run.points if point.loss is not None]
    return Curve(run.key, titled(run, beside, words), tuple(right), tuple(losses))


def titled(run: Run, beside: Run, words: Words) -> str:
    """What sets a run apart: its knobs that are not as usual, and its seed if it is another."""
    changed = [f"{words[f'bench.knob.{name}']}: {valued(name, value, words)}"
               for name, value in run.recipe.changed.items()]  # fmt: skip
    if run.recipe.seed != beside.recipe.seed:
        changed.append(f"{words['bench.seed']}: {run.recipe.seed}")
    return ", ".join(changed or [words["bench.as_usual"]])


def _knob(knob: Knob, recipe: WorkshopRecipe, words: Words) -> KnobShown:
    choices = (Choice(json.dumps(value), valued(knob.name, value, words), value == recipe.knobs[knob.name],
                      value == knob.usual) for value in knob.choices)  # fmt: skip
    return KnobShown(knob.name, tuple(choices), knob.source)


def valued(name: str, value: Value, words: Words) -> str:
    """A knob's value as people read it."""
    told = value if isinstance(value, str) else json.dumps(value)
    plain = f"{value:,}" if type(value) is int else told
    return words.get(f"bench.value.{name}.{told}", words.get(f"bench.value.{told}", plain))
