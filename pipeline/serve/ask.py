"""Asking the tracker over HTTP: settings in, the rows of its tables out, or whether it is well."""

from __future__ import annotations

from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from pipeline.errors import Transient
from pipeline.settings import Settings

PATIENCE = 3.0
"""Seconds for one answer."""
SHORT = 1.5
"""Seconds for an answer about health, which whoever supervises the tracker asks for again and again."""
REASON = 4096
"""Bytes of such an answer that are read."""


def ask_rows(settings: Settings) -> dict[str, int]:
    """Rows by table. Raises Transient when no tracker of this very file, or of KIKIMIMI_TRACKER, answers there."""
    import httpx

    address = f"http://{settings.host}:{settings.http_port}/api/v1/status"
    shown = {"Authorization": f"Bearer {settings.http_token}"} if settings.http_token else {}
    remedy = "name its port with KIKIMIMI_HTTP_PORT, and its token with KIKIMIMI_HTTP_TOKEN"
    try:
        answer = httpx.get(address, headers=shown, timeout=PATIENCE, trust_env=False)  # past any proxy
        answer.raise_for_status()
        status: dict[str, Any] = answer.json()
        path, rows = status["warehouse"]["path"], status["tables"]
    except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
        raise Transient(f"no tracker answers at {address}: {error}", remedy) from error
    if not settings.tracker and Path(path) != settings.warehouse.resolve():
        raise Transient(f"the tracker at {address} is that of {path}", remedy)
    return {str(name): int(count) for name, count in rows.items()}


def ask_health(settings: Settings, page: str) -> None:
    """Raises Transient where the tracker says that it is not well, or nothing. Quick: it loads no HTTP library."""
    address = f"http://{settings.host}:{settings.http_port}{page}"
    connection = HTTPConnection(settings.host, settings.http_port, timeout=SHORT)
    try:
        connection.request("GET", page)
        answer = connection.getresponse()
        said = answer.read(REASON).decode("utf-8", "replace")
    except (OSError, HTTPException, UnicodeError) as error:
        raise Transient(f"no tracker answers at {address}: {error}", "start it: kikimimi serve") from error
    finally:
        connection.close()
    if answer.status != 200:
        raise Transient(f"the tracker at {address} is not well: {said}")
