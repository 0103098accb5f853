"""What every reply tells the browser it may do with it."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = {
    "default-src": "'self'",
    # Gradio starts its page from a script within it, and makes functions of texts.
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}


class Headers:
    """ASGI middleware: nothing is guessed, told to other sites, or loaded from them.

    `frames` says which sites may show the page in a frame, as in Content-Security-Policy: `*`, `'self'`, `'none'`, or
    addresses.
    """

    def __init__(self, app: ASGIApp, frames: str = "*") -> None:
        self._app = app
        policy = "; ".join(f"{name} {value}" for name, value in {**_POLICY, "frame-ancestors": frames}.items())
        self._told = {
            "Content-Security-Policy": policy,
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._told.items():
                    headers[name] = value
            await send(message)

        await self._app(scope, receive, telling if scope["type"] == "http" else send)
