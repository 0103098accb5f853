"""The door of the server: what the app does not take, or what is too large or too slow, gets one sentence and no more.

Gradio itself takes JSON bodies of any size, and says a wrong call back in its log.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any
from urllib.parse import parse_qs

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from seqdemo.server.calls import Calls

_log = logging.getLogger(__name__)

MAX_BODY = 2_000_000
"""Largest body of a request, in bytes."""
PATIENCE = 20.0
"""Seconds in which a body must be there."""
FAILED = "Something went wrong on the server; its log says what."
BUSY = "The server is busy; try again in a moment."

_CALL = re.compile(r"/gradio_api/(?:(?:call|run|api)/(?P<name>\w+)|queue/join)/?$")
_OTHER = re.compile(r"/gradio_api/(?:component_server|reset|cancel|stream/\w+(?:/close)?)/?$")
_DIRECT = re.compile(r"/gradio_api/(?:run|api)/\w+/?$")
_READ = re.compile(
    r"(?:/|/config/?|/theme\.css|/robots\.txt|/favicon\.ico|/health|/teaching(?:\.ko)?\.md"
    r"|/(?:page|static|assets|svelte)/.+"
    r"|/gradio_api/(?:info/?|app_id/?|startup-events|theme\.css|queue/status|heartbeat/[^/]+"
    r"|queue/data|call/(?:v2/)?\w+/[^/]+))$"
)
"""What may be read; Gradio has more: files, proxies, deep links, reloading."""
_FETCH = re.compile(r"/gradio_api/(?:queue/data|call/(?:v2/)?\w+/(?P<event>[^/]+))$")
_PLAIN = re.compile(r"[\w-]{1,64}", re.ASCII)

_TOO_LARGE = f"A request may have at most {MAX_BODY:,} bytes."
_NOT_JSON = "The body must be a JSON object with a list called data."
_FAILED = "The request could not be understood."
_NOTHING = "There is nothing here."
_NO_SESSION = "A session_hash must have 1 to 64 letters, digits, - or _."
_NO_CALL = "There is no such call, or it has ended."
_TOO_SLOW = f"A request must arrive within {PATIENCE:.0f} seconds."


class _Refused(Exception):
    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


class Gate:
    """ASGI middleware around the whole app."""

    def __init__(self, app: ASGIApp, calls: Calls, arguments: Mapping[str, int]) -> None:
        """`arguments`: how many each endpoint takes, in the order in which the queue numbers them."""
        self._app = app
        self._calls = calls
        self._arguments = arguments
        self._no_such = f"There is no such endpoint; choose one of {', '.join(arguments)}."

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or (scope["type"] == "http" and scope["method"] == "OPTIONS"):
            return await self._app(scope, receive, send)
        if scope["type"] != "http":
            return await send({"type": "websocket.close"})
        started, failed = False, list[Message]()

        async def noticed(message: Message) -> None:
            nonlocal started
            if failed or message.get("status") == 500:
                failed.append(message)
                return
            started = True
            await send(message)

        try:
            if scope["method"] in ("GET", "HEAD"):
                with self._listening(scope) as session:
                    await self._app(scope, receive, self._lingering(session, noticed) if session else noticed)
                return await _say(500, FAILED, scope, receive, send) if failed else None
            body = await _body(receive)
            self._check(scope["path"], body)
            await self._app(scope, _replayed(body, receive), noticed)
            if failed:
                await _say(*_told(failed, scope["path"]), scope, receive, send)
        except _Refused as refusal:
            await _say(refusal.status, str(refusal), scope, receive, send)
        except Exception as error:  # a body that fits no endpoint makes Gradio raise; the log names only the kind
            _log.warning("a request failed with %s", type(error).__name__)
            if not started:
                await _say(400, _FAILED, scope, receive, send)

    def _lingering(self, session: str, send: Send) -> Send:
        """A send after whose answers the session's stream stays open for a while."""

        async def lingering(message: Message) -> None:
            await send(message)
            if b'"msg":"process_completed"' in message.get("body", b""):
                await self._calls.linger(session)

        return lingering

    def _listening(self, scope: Scope) -> AbstractContextManager[str | None]:
        """For a request that only reads: until it ends, whoever fetches answers is known to listen."""
        path, query = scope["path"], parse_qs(scope["query_string"].decode("latin-1"))
        if _READ.match(path) is None:
            raise _Refused(404, _NOTHING)
        session = query.get("session_hash", [path.rpartition("/")[2] if "/heartbeat/" in path else "-"])[0]
        if _PLAIN.fullmatch(session) is None:
            raise _Refused(400, _NO_SESSION)
        fetch = _FETCH.match(path)
        if fetch is None:
            return nullcontext()
        session = self._calls.session_of(fetch["event"]) if fetch["event"] else session
        if not self._calls.known(session):
            raise _Refused(404, _NO_CALL)
        return self._calls.listening(session)

    def _check(self, path: str, body: bytes) -> None:
        call = _CALL.search(path)
        if call is None:
            if _OTHER.search(path) is None:
                raise _Refused(404, self._no_such)
            return
        content = _content(body)
        _check_session(content)
        if call["name"] is not None:
            self._check_arguments(call["name"], content["data"])
        else:
            self._check_number(content)

    def _check_number(self, content: dict[str, Any]) -> None:
        """The queue names endpoints by their number."""
        number = content.get("fn_index")
        if type(number) is not int or not 0 <= number < len(self._arguments):
            raise _Refused(404, self._no_such)
        self._check_arguments(list(self._arguments)[number], content["data"])

    def _check_arguments(self, name: str, given: list[Any]) -> None:
        if name not in self._arguments:
            raise _Refused(404, self._no_such)
        if len(given) != self._arguments[name]:
            raise _Refused(400, f"The endpoint takes {self._arguments[name]} arguments in a list called data.")


def _content(body: bytes) -> dict[str, Any]:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        raise _Refused(400, _NOT_JSON) from None
    if not isinstance(content, dict) or not isinstance(content.get("data"), list):
        raise _Refused(400, _NOT_JSON)
    return content


def _check_session(content: dict[str, Any]) -> None:
    """Gradio keeps a session by its name, so a name is short."""
    session = content.get("session_hash")
    if session is not None and (not isinstance(session, str) or _PLAIN.fullmatch(session) is None):
        raise _Refused(400, _NO_SESSION)


async def _body(receive: Receive) -> bytes:
    """The whole body, in time."""
    try:
        async with asyncio.timeout(PATIENCE):
            return await _read(receive)
    except TimeoutError:
        raise _Refused(408, _TOO_SLOW) from None


async def _read(receive: Receive) -> bytes:
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


def _told(failed: list[Message], path: str) -> tuple[int, str]:
    """Status and sentence for what Gradio calls a failure: the mistake of a caller whom it answers directly is none."""
    try:
        sentence = json.loads(b"".join(message.get("body", b"") for message in failed))["error"]
    except (ValueError, KeyError, TypeError):
        sentence = None
    if _DIRECT.search(path) is None or not isinstance(sentence, str) or sentence == FAILED:
        return 500, FAILED
    return (503 if sentence == BUSY else 400), sentence


async def _say(status: int, sentence: str, scope: Scope, receive: Receive, send: Send) -> None:
    await JSONResponse({"error": sentence, "detail": sentence}, status)(scope, receive, send)
