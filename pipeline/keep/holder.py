"""The holder of the DuckDB file: settings in, a snapshot or a report out, made here or by the tracker that holds it.

Nobody holds it: this process does for the moment. The tracker does, here or on the machine of KIKIMIMI_TRACKER: it is asked
over HTTP. Another process does (`run`, `work load`): that is an error that names it.
"""

from __future__ import annotations

from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import Misconfigured, Transient
from pipeline.settings import Settings
from pipeline.warehouse import open_for_reading
from pipeline.warehouse.snapshot import snapshot

if TYPE_CHECKING:
    import httpx

PATIENCE = 5.0
"""Seconds for the tracker to be there."""
SNAPSHOTS = "snapshots"
"""The folder in KIKIMIMI_DATA where snapshots are made, whoever asks for one."""


def take_snapshot(settings: Settings) -> Path:
    """A copy of the whole file as of now; the caller moves it or removes it."""
    if settings.tracker:
        return _taken_by_tracker(settings, None)
    try:
        connection = open_for_reading(settings.warehouse)
    except Transient as held:
        return _taken_by_tracker(settings, held)
    with closing(connection):  # which keeps writers away
        return snapshot(
            connection, nullcontext(), settings.data / SNAPSHOTS, memory=settings.warehouse_memory
        )


def _taken_by_tracker(settings: Settings, held: Transient | None) -> Path:
    path = Path(ask_tracker(settings, "snapshot", held)["path"])
    if not path.exists():
        problem = f"the tracker has written {path}, which is not on this machine"
        remedy = "run this where the tracker runs, or share its folder of snapshots with this machine, under the same path"
        raise Misconfigured(problem, remedy)
    return path


def ask_tracker(settings: Settings, verb: str, held: Transient | None = None) -> dict[str, Any]:
    """What the tracker answers: that of KIKIMIMI_TRACKER, else the one that holds the file.

    Raises `held`, which says who holds it, when that is no tracker.
    """
    import httpx

    headers = {"Authorization": f"Bearer {settings.http_token}"} if settings.http_token else {}
    address = f"http://{settings.host}:{settings.http_port}/api/v1"
    # however long a copy takes: the connection ends with the tracker
    with httpx.Client(
        headers=headers, timeout=httpx.Timeout(None, connect=PATIENCE), trust_env=False
    ) as client:
        try:
            status = _answer(client.get(f"{address}/status", timeout=PATIENCE))
            if held and Path(status["warehouse"]["path"]) != settings.warehouse.resolve():
                raise held
            return _answer(client.post(f"{address}/{verb}"))
        except httpx.ConnectError as error:
            remedy = "is KIKIMIMI_TRACKER its name, and does KIKIMIMI_LISTEN let others in there?"
            raise held or Transient(f"no tracker answers at {address}: {error}", remedy) from None
        except httpx.HTTPError as error:
            raise Transient(f"the tracker at {address} has not answered: {error}", "try again") from error


def _answer(answer: httpx.Response) -> dict[str, Any]:
    if answer.is_success:
        told: dict[str, Any] = answer.json()
        return told
    if answer.status_code == 401:
        problem = "the tracker, which holds the DuckDB file, wants a token"
        raise Misconfigured(problem, "set KIKIMIMI_HTTP_TOKEN to its own")
    raise Transient(f"the tracker could not do it: {answer.text[:300]}", "try again")
