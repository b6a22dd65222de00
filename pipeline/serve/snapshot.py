"""Upkeep of the file that the tracker holds: POST /api/v1/snapshot and /api/v1/maintain, one at a time.

Where a snapshot goes and what is removed are the tracker's own settings: who asks cannot choose.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from fastapi import APIRouter, HTTPException

from pipeline.errors import KikimimiError

Done = TypeVar("Done")


def snapshot_router(take: Callable[[], Path]) -> APIRouter:
    """take: makes a copy of the whole file and says where; whoever asked moves it or removes it."""
    router, one = APIRouter(prefix="/api/v1", tags=["upkeep"]), threading.Lock()

    @router.post("/snapshot", summary="A copy of the whole DuckDB file as of now; answers its path")
    def post_snapshot() -> dict[str, str]:
        with one:
            return {"path": str(_done(take))}

    return router


def maintain_router(maintain: Callable[[], Mapping[str, bool | int | float]]) -> APIRouter:
    """maintain: removes what is older than the settings keep, and says what that came to."""
    router, one = APIRouter(prefix="/api/v1", tags=["upkeep"]), threading.Lock()

    @router.post("/maintain", summary="Removes what is older than KIKIMIMI_KEEP_TEXT and KIKIMIMI_KEEP_ROWS")
    def post_maintain() -> dict[str, bool | int | float]:
        with one:
            return dict(_done(maintain))

    return router


def _done(work: Callable[[], Done]) -> Done:
    try:
        return work()
    except KikimimiError as error:
        raise HTTPException(503, str(error)) from error
