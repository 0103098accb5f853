"""What the page's script gets back, whatever goes wrong."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from seqdemo.errors import InputError
from seqdemo.page.core import language, validation
from seqdemo.page.core.texts import TEXTS

_log = logging.getLogger(__name__)

Reply = dict[str, Any]


def guarded(asked: Any, work: Callable[[Mapping[str, Any]], Reply]) -> Reply:
    """Whatever goes wrong, the page gets a sentence and the log no more than it needs."""
    try:
        return work(validation.mapping(asked, "request"))
    except InputError as error:
        return {"error": language.complaint(error, spoken(asked))}
    except Exception:
        _log.exception("a page handler failed")
        return {"error": TEXTS[spoken(asked)]["failed"]}


def spoken(asked: Any) -> str:
    """The language that a request is to be answered in."""
    return language.chosen(asked.get("lang") if isinstance(asked, dict) else None, "")
