"""Airflow on one machine: a home folder in, its tables, pool and password made; and `airflow standalone` run and ended."""

from __future__ import annotations

import json
import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import typer

from pipeline.errors import Misconfigured
from pipeline.lifeline import die_with_parent

WEB_AT_ONCE = 4
"""Slots of the pool of tasks that read other people's sites."""
PATIENCE = 15
"""Seconds that its parts have to end."""


def prepare_airflow(home: Path, environ: Mapping[str, str]) -> None:
    """Once: its tables, the pool, and a password of its own, which nobody else on this machine can read."""
    done = home / "prepared"
    if done.exists():
        return
    typer.echo("Preparing Airflow (once, a quarter of a minute) …")
    home.mkdir(parents=True, exist_ok=True)
    password(home)
    pool = ("pools", "set", "kikimimi_web", str(WEB_AT_ONCE), "tasks that read other people's sites")
    for words in (("db", "migrate"), pool):
        ran = subprocess.run(  # noqa: S603
            [str(Path(sys.executable).with_name("airflow")), *words],
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )
        if ran.returncode:
            remedy = f"see {home}; remove it to begin anew"
            raise Misconfigured(f"airflow {' '.join(words[:2])} failed: {ran.stderr.strip()[-300:]}", remedy)
    done.touch()


def standalone() -> int:
    """Airflow, which ends its parts and waits for them when it is interrupted, but not when it is terminated.

    It waits for ever for a part whose children live on, as after a crash; so what is left of it is killed in the end.
    """
    began = subprocess.Popen(  # noqa: S603
        [Path(sys.executable).with_name("airflow"), "standalone"],
        start_new_session=True,
        preexec_fn=_interruptible,
    )

    def interrupt(*_: object) -> None:
        began.send_signal(signal.SIGINT)
        signal.alarm(PATIENCE)

    signal.signal(signal.SIGTERM, interrupt)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(began.pid, signal.SIGKILL))
    try:
        return began.wait()
    finally:
        with suppress(ProcessLookupError):
            os.killpg(began.pid, signal.SIGKILL)


def _interruptible() -> None:
    """In the child: an interrupt counts, also where a shell in the background has it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    die_with_parent(signal.SIGINT)


def password(home: Path) -> str:
    """The password of Airflow's user admin; made where there is none."""
    file = home / "simple_auth_manager_passwords.json.generated"
    if not file.exists():
        file.touch(mode=0o600, exist_ok=False)
        file.write_text(json.dumps({"admin": secrets.token_urlsafe(12)}), encoding="ascii")
    return str(json.loads(file.read_text(encoding="ascii"))["admin"])
