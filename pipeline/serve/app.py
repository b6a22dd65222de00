"""The pages of the tracker: health, metrics, status. Small and quick: the loader works beside them.

Its own description stands at /api/v1/openapi.json; FastAPI's pages about it are off, since they fetch their scripts
from elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, FastAPI, HTTPException, Response
from fastapi.responses import JSONResponse
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from pipeline.errors import Transient
from pipeline.serve.guard import LOCAL_NAMES, Guard
from pipeline.serve.metrics import Metrics
from pipeline.serve.status import Status, status_of
from pipeline.serve.tracker import Tracker

PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


def build_app(
    tracker: Tracker, token: str = "", more: Sequence[APIRouter] = (), *, any_name: bool = False
) -> FastAPI:
    """The pages. token: what whoever asks must show, "" for nothing. more: pages of other rooms, behind the same guard.

    any_name: it may be asked under other names than this machine's own to itself, which only a token makes safe.
    """
    app = FastAPI(
        title="Kikimimi",
        summary="The tracker of AI-industry news: how it is, and what it holds.",
        version=tracker.version,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        middleware=[
            Middleware(Guard, token=token),
            Middleware(
                TrustedHostMiddleware, allowed_hosts=("*",) if any_name else LOCAL_NAMES, www_redirect=False
            ),
        ],
    )
    metrics = Metrics(tracker)

    @app.get("/healthz", tags=["health"], summary="Whether it lives: 503 says why not")
    def healthz() -> Response:
        return _health(tracker.unwell())

    @app.get("/readyz", tags=["health"], summary="Whether its tables are up to date: 503 says why not")
    def readyz() -> Response:
        return _health(tracker.unready())

    @app.get("/metrics", tags=["health"], summary="Metrics for Prometheus")
    def metrics_page() -> Response:
        return Response(metrics.text(), media_type=PROMETHEUS)

    @app.get("/api/v1/status", tags=["status"], summary="Topics, tables, the last load, addresses")
    def status() -> Status:
        try:
            return status_of(tracker)
        except Transient as error:
            raise HTTPException(503, str(error)) from error

    for router in more:
        app.include_router(router)
    return app


def _health(reason: str | None) -> Response:
    if reason:
        return JSONResponse({"status": "unavailable", "reason": reason}, 503)
    return JSONResponse({"status": "ok"})
