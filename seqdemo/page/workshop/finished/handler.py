"""From the shipped runs to what the page says of them, each beside the model that it is most like."""

from __future__ import annotations

from seqdemo.checkpoints import Loaded
from seqdemo.page.core import language, recorded
from seqdemo.page.core.recipes import valued
from seqdemo.page.core.replies import Reply
from seqdemo.page.core.resources import Resources
from seqdemo.page.core.texts import TEXTS
from seqdemo.page.html.figures import duration, tenths
from seqdemo.page.html.wording import Words
from seqdemo.page.workshop.finished.finished import Finished, Offer
from seqdemo.sequences.samples import TRAINED_ON
from seqdemo.sequences.task import Task
from seqdemo.workshop.recipe import WorkshopRecipe
from seqdemo.workshop.run import Run
from seqdemo.workshop.runs import Workshop


def offered(workshop: Workshop, recipe: WorkshopRecipe, words: Words) -> Offer:
    """The shipped runs of a recipe's task, named by the decisions that set them apart."""
    recipes = [run.recipe for run in workshop.shipped if run.recipe.task == recipe.task]
    apart = [name for name in recipe.knobs if len({each.knobs[name] for each in recipes}) > 1]
    runs = (Finished(each.link, ", ".join(valued(name, each.knobs[name], words) for name in apart), each == recipe)
            for each in recipes)  # fmt: skip
    return Offer(tuple(words[f"bench.knob.{name}"] for name in apart), tuple(runs))


def small(resources: Resources, loaded: Loaded, code: str) -> Reply | None:
    """The shipped run that is like a model, and how good it is beside that; None where there is none."""
    run = next((run for run in resources.workshop.shipped if run.recipe.counterpart == loaded.name), None)
    accuracy = _accuracy(loaded, run) if run else None
    if run is None or run.ended is None or accuracy is None:
        return None
    words = TEXTS[code]
    said = words["bench.small"].format(
        seconds=duration(run.ended.seconds, words), letters=words[f"bench.small.{run.recipe.task}"],
        small=tenths(run.ended.accuracy or 0.0), accuracy=tenths(accuracy),
    )  # fmt: skip
    return {"run": run.key, "said": said}


def counterpart(resources: Resources, run: Run, code: str) -> str:
    """What the model has that a run is most like, trained at full length; empty where that is not known."""
    model, words = resources.models.get(run.recipe.counterpart), TEXTS[code]
    seconds = recorded.number(recorded.mapping(model.metrics.get("training")).get("seconds")) if model else None
    accuracy = _accuracy(model, run) if model else None
    if model is None or seconds is None or accuracy is None:
        return ""
    return words["bench.shipped"].format(title=language.title(model, code), accuracy=tenths(accuracy),
                                         duration=duration(seconds, words))  # fmt: skip


def _accuracy(model: Loaded, run: Run) -> float | None:
    """A model's right answers to samples as long as a run's: the mean over their lengths, where those are known."""
    task: Task = TRAINED_ON[run.recipe.of_task.trained_on]
    by_length = recorded.mapping(model.metrics.get("by_length"))
    lengths = map(str, range(task.shortest, task.longest + 1))
    shares = [recorded.share(recorded.mapping(by_length.get(length)).get("accuracy")) for length in lengths]
    known = [share for share in shares if share is not None]
    return sum(known) / len(known) if len(known) == len(shares) else model.accuracy
