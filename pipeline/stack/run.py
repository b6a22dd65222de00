"""The stack: settings in, the processes of the Procfile run until Ctrl-C, or until `down` is called elsewhere."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import typer

from pipeline.errors import Misconfigured
from pipeline.settings import Settings
from pipeline.stack.airflow import prepare_airflow
from pipeline.stack.environ import ROOT, addresses, check_ports, is_here, ports, stack_environ
from pipeline.stack.screen import Screen
from pipeline.warehouse.token import token_of

WORKERS = 2
"""Processes that extract."""
GOODBYE = 30
"""Seconds in which the processes may end by themselves: Kafka writes its logs, the loader ends its batch."""
PID, LOG = "up.pid", "up.log"


def up(settings: Settings) -> int:
    """Runs the Procfile; returns the exit code of what ended first, 0 after Ctrl-C."""
    import honcho.manager
    from honcho.environ import expand_processes, parse_procfile

    settings.data.mkdir(parents=True, exist_ok=True)
    if (pid := _running(settings)) is not None:
        raise Misconfigured(f"the stack is up already, as process {pid}", "stop it first: make down")
    environ = {**os.environ, **stack_environ(settings, token_of(settings, make=True), os.environ)}
    processes = parse_procfile((ROOT / "Procfile").read_text(encoding="utf-8")).processes
    if not is_here(environ["KIKIMIMI_TOPICS"]):
        del processes["broker"]  # there is a Kafka elsewhere
    check_ports(ports(settings, environ, broker="broker" in processes))
    prepare_airflow(Path(environ["AIRFLOW_HOME"]), environ)
    typer.echo("Starting (half a minute until Airflow is ready; what it prints: make logs) …")
    honcho.manager.KILL_WAIT = GOODBYE
    (settings.data / PID).write_text(f"{os.getpid()}\n", encoding="ascii")
    try:
        with (settings.data / LOG).open("a", encoding="utf-8") as log:
            manager = honcho.manager.Manager(Screen(log, addresses(settings, environ)))
            for one in expand_processes(processes, concurrency={"extract": WORKERS}, env=environ):
                manager.add_process(one.name, one.cmd, quiet=one.quiet, env={**one.env}, cwd=str(ROOT))
            manager.loop()
    finally:
        (settings.data / PID).unlink()
    stopped = manager.returncode in (128 + signal.SIGINT, 128 + signal.SIGTERM)
    return 0 if stopped else int(manager.returncode or 0)


def down(settings: Settings) -> int:
    """Stops what `up` runs, and waits for its end."""
    pid = _running(settings)
    if pid is None:
        typer.echo("The stack is not up.")
        return 0
    os.kill(pid, signal.SIGTERM)
    while _running(settings) is not None:
        time.sleep(0.1)
    typer.echo("The stack is down.")
    return 0


def _running(settings: Settings) -> int | None:
    """The process of a stack that is up; a file that a killed one has left counts for nothing."""
    try:
        pid = int((settings.data / PID).read_text(encoding="ascii"))
        os.kill(pid, 0)
    except (OSError, ValueError):
        return None
    return pid
