"""The four endpoints for programs: JSON in, JSON out, one plain sentence for a mistake."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from functools import partial
from inspect import signature
from typing import Any

import gradio as gr
from gradio.events import api

from seqdemo.errors import InputError
from seqdemo.explain import explain as run
from seqdemo.page.core import validation
from seqdemo.page.core.resources import Resources
from seqdemo.server.calls_log import Told, noted
from seqdemo.server.gate import BUSY, FAILED
from seqdemo.server.lanes import Busy, Lane, Lanes

_log = logging.getLogger(__name__)


def offer(resources: Resources, lanes: Lanes) -> None:
    """Add the endpoints to the gr.Blocks that is being built."""
    quickly, slowly = (partial(_in_turn, resources, lane) for lane in (lanes.light, lanes.heavy))

    async def models() -> str:
        """List the models: JSON list of {name, title, task, summary, accuracy}; accuracy is 0..1, or null."""
        return await quickly("models", lambda told: _menu(resources))

    async def sample(task: str, seed: int = 0, options: str = "{}") -> str:
        """Write one sample of a task: JSON {task, seed, letters: [{strokes, label, …}], target, explanation}.

        The same arguments give the same sample. `options` is a JSON object with any of length, case and
        temperature; for next-letter tasks also step, start and background; for swapped words also word (4 to 14
        letters) and swap (place of the pair's first letter, from 1); row by row instead of length and case
        character (A-Z, a-z, 0-9).
        """
        return await quickly("sample", lambda told: _sampled(resources, task, seed, options))

    async def explain(letters: str, model: str, options: str = "{}") -> str:
        """Answer a list of letters: JSON of the Trace {model, task, answer, confidence, letters, panels, timing_ms, …}.

        `letters` is a JSON list of 1 to 16 objects {strokes: [[[x, y], …], …]}, x right, y down, both in 0..1 of the
        letter's box and refused outside; label, background (black, white), thickness and ink (#rrggbb) may be given
        too, and turn (degrees clockwise, -90 to 90), blur (0 to 3 pixels of the image) and noise (0 to 0.6).
        `options` may hold any of
        - beam, from 1 to 8: how many partial words are kept at every step; 1 takes the most probable letter each time,
          more add the panel `beam` with the most probable words;
        - covered, a list of rows from 0 to 27 that are hidden from models that read one character row by row, which
          take exactly one letter;
        - read, such as {"2": "K"}: the letter at place 2, from 0, is handed to reasoning as a K for certain; in the
          Trace, the panel with "sets": "read" names the places in "overruled";
        - look, such as {"0": [0, 0.5, 0.5]}: where the decoder's first step, 0, looks, with a share for each letter,
          which are made to sum to 1; the panel with "sets": "look" names the steps in "overruled".
        Each model takes no notice of options that are not for it.
        """
        answered = slowly if "beam" in str(options) else quickly
        return await answered("explain", lambda told: _explained(resources, letters, model, options, told))

    async def compare(letters: str, models: str = "[]") -> str:
        """Answer the same letters with several models: JSON list of Traces.

        `models` is a JSON list of names; an empty one means every model with a task of so many letters.
        """
        return await slowly("compare", lambda told: _compared(resources, letters, models, told))

    for endpoint in (models, sample, explain, compare):
        api(endpoint, api_name=endpoint.__name__, concurrency_limit=None)


def arguments_of(page: gr.Blocks) -> dict[str, int]:
    """How many arguments each endpoint takes, in the order in which the queue numbers them."""
    return {str(each.api_name): len(signature(each.fn).parameters) for each in page.fns.values() if each.fn}


def _menu(resources: Resources) -> list[dict[str, Any]]:
    fields = ("name", "title", "task", "summary", "accuracy")
    return [{field: getattr(loaded, field) for field in fields} for loaded in resources.models.values()]


def _sampled(resources: Resources, task: Any, seed: Any, options: Any) -> dict[str, Any]:
    return resources.sample(task, seed, validation.parsed(options, "options")).to_json()


def _explained(resources: Resources, letters: Any, model: Any, options: Any, told: Told) -> dict[str, Any]:
    chosen = validation.options(validation.parsed(options, "options"))
    loaded = resources.model(model)
    row = validation.letters(validation.parsed(letters, "letters"))
    told.model, told.letters = loaded.name, row
    return run(loaded, row, chosen).to_json()


def _compared(resources: Resources, letters: Any, models: Any, told: Told) -> list[dict[str, Any]]:
    told.letters = row = validation.letters(validation.parsed(letters, "letters"))
    names = validation.names(validation.parsed(models, "models"))
    chosen = [resources.model(name) for name in names] or resources.fitting(len(row))
    return [run(loaded, row).to_json() for loaded in chosen]


async def _in_turn(resources: Resources, lane: Lane, name: str, work: Callable[[Told], Any]) -> str:
    with noted(f"/{name}", resources) as told:
        try:
            return await lane.run(lambda: _answered(work, told))
        except Busy:
            told.outcome = "busy"
            raise gr.Error(BUSY, print_exception=False) from None


def _answered(work: Callable[[Told], Any], told: Told) -> str:
    """The JSON of what `work` returns; a caller's mistake becomes its sentence, without a traceback in the log."""
    try:
        answer = json.dumps(work(told), ensure_ascii=False, allow_nan=False)
        told.outcome = "answered"
        return answer
    except InputError as error:
        told.outcome = "refused"
        raise gr.Error(str(error), print_exception=False) from None
    except Exception:
        told.outcome = "failed"
        _log.exception("an endpoint failed")
        raise gr.Error(FAILED, print_exception=False) from None
