"""Whether the server answers as it should: every model must still give its golden outputs."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from seqdemo import golden
from seqdemo.page.core.resources import Resources


class Health:
    """Looks once, beside the first visitors, and tells what it found."""

    def __init__(self, resources: Resources, checkpoints: Path) -> None:
        self._resources = resources
        self._checkpoints = checkpoints
        self._found: Mapping[str, str | None] | None = None

    def route(self) -> Route:
        return Route("/health", self._told, methods=["GET"])

    async def look(self) -> None:
        self._found = await asyncio.to_thread(self.examined)

    def examined(self) -> dict[str, str | None]:
        """What is wrong with each model, by name; None where nothing is."""
        return {
            name: golden.complaint(loaded.model, self._checkpoints / name / golden.FILE)
            for name, loaded in self._resources.models.items()
        }

    async def _told(self, request: Request) -> Response:
        """200 once all is well; which models are not, and which were left out when the server started."""
        found = self._found
        healthy = found is not None and bool(found) and not any(found.values())
        told = {
            "healthy": healthy,
            "models": len(self._resources.models),
            "wrong": {name: reason for name, reason in (found or {}).items() if reason},
            "left_out": dict(self._resources.refused),
        }
        return JSONResponse(told, 200 if healthy else 503, {"Cache-Control": "no-store"})
