"""`make up`: settings in, the whole stack in one terminal out, until Ctrl-C: the processes of the Procfile, supervised.

All of it writes below KIKIMIMI_DATA, listens on this machine only, and ends when one of its processes does. What they
print is in up.log; the terminal shows the addresses and what is not Airflow's chatter.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from pipeline.errors import KikimimiError, Misconfigured
from pipeline.lifeline import die_with_parent
from pipeline.settings import Settings, read_settings
from pipeline.warehouse.token import token_of

if TYPE_CHECKING:
    from honcho.printer import Message

ROOT = Path(__file__).resolve().parent.parent
WORKERS = 2
"""Processes that extract."""
GOODBYE = 30
"""Seconds in which the processes may end by themselves: Kafka writes its logs, the loader ends its batch."""
BROKER_PORT, AIRFLOW_PORT = 9092, 8080
WEB_AT_ONCE = 4
"""Slots of the pool of tasks that read other people's sites."""
PID, LOG = "up.pid", "up.log"


def main(words: list[str]) -> int:
    """up and down are for people; airflow is what the Procfile says."""
    try:
        if words == ["airflow"]:
            return standalone()
        return down(read_settings()) if words == ["down"] else up(read_settings())
    except KikimimiError as error:
        print(f"kikimimi: {error}", file=sys.stderr)  # noqa: T201
        return 2 if isinstance(error, Misconfigured) else 1


def up(settings: Settings) -> int:
    """Runs the Procfile; returns the exit code of what ended first, 0 after Ctrl-C."""
    import honcho.manager
    from honcho.environ import expand_processes, parse_procfile

    settings.data.mkdir(parents=True, exist_ok=True)
    if (pid := _running(settings)) is not None:
        raise Misconfigured(f"the stack is up already, as process {pid}", "stop it first: make down")
    environ = {**os.environ, **stack_environ(settings, token_of(settings, make=True), os.environ)}
    prepare_airflow(Path(environ["AIRFLOW_HOME"]), environ)
    processes = parse_procfile((ROOT / "Procfile").read_text(encoding="utf-8")).processes
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
    return (
        0
        if manager.returncode in (128 + signal.SIGINT, 128 + signal.SIGTERM)
        else int(manager.returncode or 0)
    )


def down(settings: Settings) -> int:
    """Stops what `up` runs, and waits for its end."""
    pid = _running(settings)
    if pid is None:
        print("The stack is not up.")  # noqa: T201
        return 0
    os.kill(pid, signal.SIGTERM)
    while _running(settings) is not None:
        time.sleep(0.1)
    print("The stack is down.")  # noqa: T201
    return 0


def standalone() -> int:
    """Airflow, which ends its parts and waits for them when it is interrupted, but not when it is terminated.

    It waits for ever for a part whose children live on, as after a crash; so what is left of it is killed in the end.
    """
    began = subprocess.Popen(  # noqa: S603
        [Path(sys.executable).with_name("airflow"), "standalone"],
        start_new_session=True,
        preexec_fn=lambda: die_with_parent(signal.SIGINT),
    )

    def interrupt(*_: object) -> None:
        began.send_signal(signal.SIGINT)
        signal.alarm(GOODBYE // 2)

    signal.signal(signal.SIGTERM, interrupt)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(began.pid, signal.SIGKILL))
    try:
        return began.wait()
    finally:
        with suppress(ProcessLookupError):
            os.killpg(began.pid, signal.SIGKILL)


def stack_environ(settings: Settings, sql_token: str, given: Mapping[str, str]) -> dict[str, str]:
    """What the processes find in their environment; a variable that is given already stays as it is."""
    data = settings.data.resolve()
    kafka = (
        settings.topics.partition(":")[2]
        if settings.topics.startswith("kafka:")
        else f"127.0.0.1:{BROKER_PORT}"
    )
    port = given.get("AIRFLOW__API__PORT", str(AIRFLOW_PORT))
    extra = {
        "bootstrap.servers": kafka,
        "group.id": "kikimimi-on-alert",
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
        "session.timeout.ms": 6000,
    }
    tracker = {
        "conn_type": "generic",
        "host": "127.0.0.1",
        "port": settings.http_port,
        "password": settings.http_token,
        "extra": {"sql_port": settings.sql_port, "sql_token": sql_token},
    }
    ours = {
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), given.get("PATH", ""))),
        "PYTHONUNBUFFERED": "1",
        "BROKER_PORT": kafka.rpartition(":")[2],
        "KIKIMIMI_DATA": str(data),
        "KIKIMIMI_SEEDS": str(settings.seeds.resolve()),
        "KIKIMIMI_TOPICS": f"kafka:{kafka}",
    }
    airflow = {
        "AIRFLOW_HOME": str(data / "airflow"),
        "AIRFLOW_CONN_KIKIMIMI_KAFKA": json.dumps({"conn_type": "kafka", "extra": extra}),
        "AIRFLOW_CONN_KIKIMIMI_TRACKER": json.dumps(tracker),
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__API__PORT": port,
        "AIRFLOW__API__WORKERS": "1",
        "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
        "AIRFLOW__CORE__DAGS_FOLDER": str(ROOT / "dags"),
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"http://127.0.0.1:{port}/execution/",
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__PARALLELISM": "4",
        "AIRFLOW__LOGGING__LOGGING_LEVEL": "WARNING",
        "AIRFLOW__SCHEDULER__ORPHANED_TASKS_CHECK_INTERVAL": "15",
        "AIRFLOW__SCHEDULER__SCHEDULER_HEALTH_CHECK_THRESHOLD": "15",
        "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT": "60",
    }
    return ours | {name: given.get(name, value) for name, value in airflow.items()}


def addresses(settings: Settings, environ: Mapping[str, str]) -> str:
    """Where people look."""
    return "\n".join(
        (
            "Kikimimi is up; Ctrl-C, or `make down` elsewhere, stops it. All it prints: make logs",
            f"  Airflow  http://127.0.0.1:{environ['AIRFLOW__API__PORT']}  (admin, {_password(Path(environ['AIRFLOW_HOME']))})",
            f"  Tracker  http://127.0.0.1:{settings.http_port}/api/v1/status",
            f"  SQL      kikimimi sql 'FROM watchlist'  (Quack on port {settings.sql_port})",
            f"  Kafka    {environ['KIKIMIMI_TOPICS'].partition(':')[2]}",
        )
    )


class Screen:
    """Honcho's printer: every line into the log; onto the terminal what is not Airflow's, and the addresses once it is ready."""

    width = 0

    def __init__(self, log: TextIO, ready: str) -> None:
        self._log, self._ready = log, ready

    def write(self, message: Message) -> None:
        """Takes one line of a process, or what honcho says itself."""
        text = message.data.decode("utf-8", "replace") if isinstance(message.data, bytes) else message.data
        for line in text.splitlines():
            written = f"{message.time:%H:%M:%S} {message.name:<{self.width}} | {line}"
            print(written, file=self._log, flush=True)
            if message.name != "airflow.1":
                print(written, flush=True)  # noqa: T201
            elif "Airflow is ready" in line:
                print(self._ready, flush=True)  # noqa: T201


def prepare_airflow(home: Path, environ: Mapping[str, str]) -> None:
    """Once: its tables, the pool, and a password of its own, which nobody else on this machine can read."""
    done = home / "prepared"
    if done.exists():
        return
    print("Preparing Airflow (once, a quarter of a minute) …", flush=True)  # noqa: T201
    home.mkdir(parents=True, exist_ok=True)
    _password(home)
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


def _password(home: Path) -> str:
    """The password of Airflow's user admin; made where there is none."""
    file = home / "simple_auth_manager_passwords.json.generated"
    if not file.exists():
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as out:  # noqa: PTH123
            json.dump({"admin": secrets.token_urlsafe(12)}, out)
    return str(json.loads(file.read_text(encoding="ascii"))["admin"])


def _running(settings: Settings) -> int | None:
    """The process of a stack that is up; a file that a killed one has left counts for nothing."""
    try:
        pid = int((settings.data / PID).read_text(encoding="ascii"))
        os.kill(pid, 0)
    except (OSError, ValueError):
        return None
    return pid


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
