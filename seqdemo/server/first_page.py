"""The first page is the same for everyone at one address: Gradio renders it once, and it is kept compressed."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_MOST = 32
"""Addresses under which the page is kept; anyone can make up more."""
_TELLING = ("host", "x-forwarded-host", "x-forwarded-proto")
"""Headers that say what the page's address is."""


@dataclass(frozen=True)
class _Page:
    tag: str
    plain: bytes
    packed: bytes


class FirstPage:
    """ASGI middleware that keeps the reply to GET and HEAD / by its address."""

    def __init__(self, app: ASGIApp, head: str = "") -> None:
        """`head`: what is put at the end of the page's head; Gradio puts there only what its own script adds."""
        self._app = app
        self._head = head.encode()
        self._pages: dict[tuple[str | None, ...], _Page] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        read = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        if not read or scope["path"] != "/" or scope["query_string"]:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        key = (scope["scheme"], scope.get("root_path"), *(headers.get(name) for name in _TELLING))
        page = self._pages.get(key) or await self._rendered(key, scope, receive, send)
        if page is not None:
            await _sent(page, headers)(scope, receive, send)

    async def _rendered(self, key: tuple[str | None, ...], scope: Scope, receive: Receive, send: Send) -> _Page | None:
        """The page, from now on kept; None if the app had something else to say, which was sent on."""
        messages: list[Message] = []

        async def kept(message: Message) -> None:
            messages.append(message)

        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self._app({**scope, "method": "GET", "headers": plain}, receive, kept)
        if messages[0]["status"] != 200:
            for message in messages:
                await send(message)
            return None
        body = b"".join(message.get("body", b"") for message in messages)
        body = body.replace(b"</head>", self._head + b"</head>", 1)
        page = _Page(f'"{hashlib.sha256(body).hexdigest()[:16]}"', body, gzip.compress(body, mtime=0))
        while len(self._pages) >= _MOST:
            self._pages.pop(next(iter(self._pages)))
        self._pages[key] = page
        return page


def _sent(page: _Page, asked: Headers) -> Response:
    told = {"ETag": page.tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if asked.get("if-none-match") in (page.tag, f"W/{page.tag}"):
        return Response(status_code=304, headers=told)
    if "gzip" in asked.get("accept-encoding", ""):
        return Response(page.packed, headers=told | {"Content-Encoding": "gzip"}, media_type="text/html")
    return Response(page.plain, headers=told, media_type="text/html")
