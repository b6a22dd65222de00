"""Asking the tracker of this machine: where its pages are in, the rows of its tables out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.errors import Transient

PATIENCE = 3.0
"""Seconds for one answer."""


def ask_rows(port: int, token: str, warehouse: Path) -> dict[str, int]:
    """Rows by table. Raises Transient when no tracker of this very file answers there."""
    import httpx

    address = f"http://127.0.0.1:{port}/api/v1/status"
    shown = {"Authorization": f"Bearer {token}"} if token else {}
    remedy = "name its port with KIKIMIMI_HTTP_PORT, and its token with KIKIMIMI_HTTP_TOKEN"
    try:
        answer = httpx.get(address, headers=shown, timeout=PATIENCE, trust_env=False)  # past any proxy
        answer.raise_for_status()
        status: dict[str, Any] = answer.json()
        path, rows = status["warehouse"]["path"], status["tables"]
    except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
        raise Transient(f"no tracker answers at {address}: {error}", remedy) from error
    if Path(path) != warehouse.resolve():
        raise Transient(f"the tracker at {address} is that of {path}", remedy)
    return {str(name): int(count) for name, count in rows.items()}
