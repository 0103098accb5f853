"""The lesson plan for teachers, in both languages, as it stands in docs."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

_DOCS = Path(__file__).parents[2] / "docs"
FILES = ("teaching.md", "teaching.ko.md")


def routes() -> list[Route]:
    """One for each file; nothing else of the folder is served."""
    return [Route(f"/{name}", _served, methods=["GET"]) for name in FILES]


async def _served(request: Request) -> PlainTextResponse:
    path = _DOCS / request.url.path.rpartition("/")[2]
    if not path.is_file():
        return PlainTextResponse("The lesson plan is not part of this installation.", 404)
    return PlainTextResponse(path.read_text(encoding="utf-8"))
