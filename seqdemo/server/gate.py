"""The door of the server: bodies that are too large or not what the app takes get one sentence and go no further.

Gradio itself takes JSON bodies of any size, and says a wrong call back in its log.
"""

from __future__ import annotations

import json
import logging
import re
from typing import Any

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = logging.getLogger(__name__)

MAX_BODY = 2_000_000
"""Largest body of a request, in bytes."""

_CALL = re.compile(r"/gradio_api/(?:(?:call|run|api)/(?P<name>\w+)|queue/join)/?$")
_OTHER = re.compile(r"/gradio_api/(?:component_server|reset|cancel|stream/\w+(?:/close)?)/?$")
_ARGUMENTS = {"models": (0, 0), "sample": (1, 3), "explain": (2, 3), "compare": (1, 2)}
"""Fewest and most arguments of each endpoint."""

_TOO_LARGE = f"A request may have at most {MAX_BODY:,} bytes."
_NO_SUCH = f"There is no such endpoint; choose one of {', '.join(_ARGUMENTS)}."
_NOT_JSON = "The body must be a JSON object with a list called data."
_FAILED = "The request could not be understood."


class _Refused(Exception):
    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


class Gate:
    """ASGI middleware around the whole app."""

    def __init__(self, app: ASGIApp, endpoints: int = len(_ARGUMENTS)) -> None:
        self._app = app
        self._endpoints = endpoints

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            return await self._app(scope, receive, send)
        started = False

        async def noticed(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            body = await _body(receive)
            self._check(scope["path"], body)
            await self._app(scope, _replayed(body, receive), noticed)
        except _Refused as refusal:
            await _say(refusal.status, str(refusal), scope, receive, send)
        except Exception as error:  # a body that fits no endpoint makes Gradio raise; the log names only the kind
            _log.warning("a request failed with %s", type(error).__name__)
            if not started:
                await _say(400, _FAILED, scope, receive, send)

    def _check(self, path: str, body: bytes) -> None:
        call = _CALL.search(path)
        if call is None:
            if _OTHER.search(path) is None:
                raise _Refused(404, _NO_SUCH)
            return
        content = _content(body)
        if call["name"] is not None:
            _check_arguments(call["name"], content["data"])
        else:
            self._check_number(content)

    def _check_number(self, content: dict[str, Any]) -> None:
        """The queue names endpoints by their number."""
        number = content.get("fn_index")
        if type(number) is not int or not 0 <= number < self._endpoints:
            raise _Refused(404, _NO_SUCH)
        _check_arguments(list(_ARGUMENTS)[number], content["data"])


def _content(body: bytes) -> dict[str, Any]:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        raise _Refused(400, _NOT_JSON) from None
    if not isinstance(content, dict) or not isinstance(content.get("data"), list):
        raise _Refused(400, _NOT_JSON)
    return content


def _check_arguments(name: str, arguments: list[Any]) -> None:
    if name not in _ARGUMENTS:
        raise _Refused(404, _NO_SUCH)
    fewest, most = _ARGUMENTS[name]
    if len(arguments) != most:
        raise _Refused(400, f"The endpoint takes {fewest if fewest == most else most} arguments in a list called data.")


async def _body(receive: Receive) -> bytes:
    """The whole body; it is read no further than MAX_BODY."""
    parts, size, more = [], 0, True
    while more:
        message = await receive()
        part = message.get("body", b"")
        size += len(part)
        if size > MAX_BODY:
            raise _Refused(413, _TOO_LARGE)
        parts.append(part)
        more = message.get("more_body", False)
    return b"".join(parts)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """A receive that hands out the body once more, then waits for the connection's end."""
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return waiting.pop() if waiting else await receive()

    return again


async def _say(status: int, sentence: str, scope: Scope, receive: Receive, send: Send) -> None:
    await JSONResponse({"error": sentence, "detail": sentence}, status)(scope, receive, send)
