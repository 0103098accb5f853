"""One run of a recipe: the training loop's own steps, with the moments at which it is looked at."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from math import exp, isfinite, log

import torch
from torch import Tensor, nn

from seqdemo.checkpoints import FROZEN
from seqdemo.training import loop, run
from seqdemo.workshop import figures
from seqdemo.workshop.protocol import Begun, Ended, Message, Moment, Order, Point, Why, packed
from seqdemo.workshop.readings import Readings
from seqdemo.workshop.recipe import WorkshopRecipe

LIMIT = 60.0
"""Seconds of processor time that a run may take."""
MOMENTS = 12
"""So many snapshots are kept, the first of fresh weights."""
POINTS, FEW = 120, 8
"""So many points make the curves of a run, and of one that is hardly looked at."""
SMALLEST_MOMENT = 10
"""Steps before the second snapshot."""


class Training:
    """A run of a recipe, which goes on step by step."""

    def __init__(
        self,
        recipe: WorkshopRecipe,
        readings: Readings,
        say: Callable[[Message], None],
        limit: float = LIMIT,
        looks: bool = True,
    ) -> None:
        """A run that is hardly looked at on the way learns the same and says less."""
        self._recipe, self._say, self._limit = recipe, say, limit
        self._begun = time.process_time()
        self._variant = recipe.variant()
        self._bank, self._val, self._test = (
            figures.bank_of(recipe.of_task, readings, split) for split in ("train", "val", "test")
        )
        self._run = run.start(self._variant, None, "workshop", recipe.seed, torch.device("cpu"))
        if recipe.of_task.reader is not None:
            self._leave_out_the_reader()
        steps = self._variant.recipe.steps
        self._moments, self._points = moments(steps) if looks else frozenset(), points(steps, POINTS if looks else FEW)
        self._losses: list[float] = []
        self._shares: list[float] = []

    def _leave_out_the_reader(self) -> None:
        """What it reads is known already, so no step need walk through its weights."""
        self._run.model.add_module("cnn", nn.Identity())
        self._run.optimizer.param_groups[0]["params"] = list(self._run.model.parameters())

    @property
    def step(self) -> int:
        return self._run.step

    def go(self, orders: Callable[[bool], Order | None]) -> None:
        """Train to the end. `orders` gives the next order, if there is one; told True it waits for one."""
        self._say(self._introduced())
        self._look()
        paused = False
        while self.step < self._variant.recipe.steps:
            order = orders(paused)
            if order == "stop":
                return self._end("stopped")
            paused = order in ("pause", "step") or (paused and order != "go")
            if paused and order != "step":
                continue
            if not self._advance():
                return self._end("diverged")
            if order == "step" and self.step not in self._points:
                self._point()
            if self._seconds() > self._limit:
                return self._end("limit")
        return self._end("done")

    def _introduced(self) -> Begun:
        task = self._recipe.of_task
        exact = figures.exact(self._val, "val", figures.CHECKED).accuracy if task.name == "next" else None
        return Begun(_parameters(self._run.model), figures.chance(task, self._val), exact)

    def _advance(self) -> bool:
        """One step, and a look where one is due; False once the loss is no number."""
        loss = loop.make_step(self._variant, self._run, self._bank, self._recipe.seed)
        right = loss.vision if loss.reasoning is None else loss.reasoning
        assert right is not None
        self._losses.append(loss.value.item())
        self._shares.append(right.item())
        if not isfinite(self._losses[-1]):
            return False
        self._look()
        return True

    def _look(self) -> None:
        if self.step in self._points:
            self._point()
        if self.step in self._moments:
            self._say(Moment(self.step, packed(trained(self._run.model))))

    def _point(self) -> None:
        found = figures.measured(self._run.model, self._val, "val", figures.CHECKED, self._variant.task)
        loss, fitted = _emptied(self._losses), _emptied(self._shares)
        self._say(Point(self.step, self._seconds(), loss, fitted, found.accuracy, _named(found.by_length)))

    def _end(self, why: Why) -> None:
        if why in ("stopped", "diverged"):
            return self._say(Ended(why, self.step, self._seconds(), None, {}))
        if self.step not in self._moments:
            self._say(Moment(self.step, packed(trained(self._run.model))))
        found = figures.measured(self._run.model, self._test, "test", figures.TESTED, self._variant.task)
        return self._say(Ended(why, self.step, self._seconds(), found.accuracy, _named(found.by_length)))

    def _seconds(self) -> float:
        return round(time.process_time() - self._begun, 2)


def moments(steps: int) -> frozenset[int]:
    """The steps after which weights are kept: none, and then at equal ratios."""
    apart = log(steps / SMALLEST_MOMENT) / (MOMENTS - 2)
    later = (SMALLEST_MOMENT * exp(apart * n) for n in range(MOMENTS - 1))
    return frozenset({0, steps, *(min(steps, round(step)) for step in later)})


def points(steps: int, count: int) -> frozenset[int]:
    """The steps after which the run is checked: closer at first, when it changes most."""
    return frozenset(round(steps * (n / count) ** 1.5) for n in range(count + 1))


def trained(model: nn.Module) -> dict[str, Tensor]:
    """The weights without those of the frozen reader."""
    return {name: tensor for name, tensor in model.state_dict().items() if not name.startswith(FROZEN)}


def _emptied(values: list[float]) -> float | None:
    """Their mean, None of none; they are forgotten."""
    mean = sum(values) / len(values) if values else None
    values.clear()
    return mean


def _parameters(model: nn.Module) -> int:
    return sum(each.numel() for name, each in model.named_parameters() if not name.startswith(FROZEN))


def _named(by_length: Mapping[int, float]) -> dict[str, float]:
    return {str(length): share for length, share in by_length.items()}
