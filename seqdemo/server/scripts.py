"""The page's scripts: native modules, handed to the browser as they stand in the features' folders."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from seqdemo.page.core.texts import TEXTS

_PAGE = Path(__file__).parents[1] / "page"
_MAIN = "shell/main.js"
_FOREVER = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
    "Vary": "Accept-Encoding",
}

_PATIENCE = 20_000
"""Milliseconds for the page to come before it says that it did not."""
_OPENING = {
    language: {
        "loading": texts["loading"],
        "failed": texts["loading.failed"],
        "again": texts["loading.again"],
        "down": texts["line.down"],
        "full": texts["line.full"],
        "place": texts["line.place"],
    }
    for language, texts in TEXTS.items()
}
"""What may have to be said before the page is there, by language."""


class Scripts:
    """All scripts under one address, which holds their digest: browsers keep them, and never mix two versions."""

    def __init__(self, folder: Path = _PAGE) -> None:
        found = sorted(folder.rglob("*.js"))
        self._files = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}
        self._packed = {name: gzip.compress(text.encode(), mtime=0) for name, text in self._files.items()}
        self._version = hashlib.sha256(json.dumps(self._files).encode()).hexdigest()[:16]

    def address(self, name: str, attempt: int = 0) -> str:
        """Relative to the page, wherever that is served. Browsers remember a failed module by its address, so each
        further attempt has one of its own."""
        return f"page/{self._version}/{attempt}/{name}"

    def preloads(self) -> str:
        """Links for the page's head, so that all modules come side by side instead of one after the other."""
        return "\n".join(f'<link rel="modulepreload" href="{self.address(name)}">' for name in self._files)

    def start(self) -> str:
        """What gr.HTML runs when the page is there."""
        attempts = [self.address(_MAIN, attempt) for attempt in range(3)]
        code = f"{_own('unloaded.js')}\n{_own('start.js')}"
        return f"{code}\nstart(element, {json.dumps(attempts)}, {json.dumps(_OPENING)}, {_PATIENCE});"

    def watch(self) -> str:
        """What the page's head runs before Gradio's own script: it stops Gradio's clock, and tells if nothing comes."""
        code = f"{_own('unloaded.js')}\n{_own('resting.js')}"
        return f"<script>\n{code}\nexpectGradio({json.dumps(_OPENING)}, {_PATIENCE});\nrestClock();\n</script>"

    def route(self) -> Route:
        """Serves these files and no others."""
        return Route("/page/{version}/{attempt:int}/{name:path}", self._served, methods=["GET"])

    async def _served(self, request: Request) -> Response:
        """Packed once for all, since a page asks for dozens at a time."""
        asked = request.path_params
        name = asked["name"]
        if asked["version"] != self._version or name not in self._files:
            return PlainTextResponse("There is no such script.", 404)
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(self._files[name], media_type="text/javascript", headers=_FOREVER)
        return Response(
            self._packed[name], media_type="text/javascript", headers=_FOREVER | {"Content-Encoding": "gzip"}
        )


def _own(name: str) -> str:
    """A script that is no module and stands in the document itself."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")
