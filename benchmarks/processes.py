"""Processes: a module to run in, a running process out; its id in, its CPU, memory and children out (from /proc, so on Linux)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pipeline.lifeline import die_with_parent

ROOT = Path(__file__).resolve().parent.parent
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Memory:
    """Resident megabytes: now, and the most there ever were."""

    now: float
    peak: float


def cpu_of(pid: int) -> float:
    """Seconds of CPU that the process has used, user and system, all threads."""
    fields = (
        Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    )
    return (int(fields[11]) + int(fields[12])) / _TICKS


def cpu_of_all() -> float:
    """Seconds of CPU that the whole machine has used."""
    first = Path("/proc/stat").read_text(encoding="ascii").partition("\n")[0]
    user, nice, system, _idle, _wait, *interrupts = map(int, first.split()[1:9])
    return (user + nice + system + sum(interrupts[:2])) / _TICKS


def memory_of(pid: int) -> Memory:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    kilobytes = dict(re.findall(r"^(VmRSS|VmHWM):\s+(\d+) kB$", status, re.MULTILINE))
    return Memory(int(kilobytes["VmRSS"]) / 1024, int(kilobytes["VmHWM"]) / 1024)


def children_of(pid: int) -> list[int]:
    """The processes that this one has started and that still run."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text(encoding="ascii").split()]


def settings_of(folder: Path, servers: str) -> dict[str, str]:
    """The environment of a process that keeps its data in the folder and its topics on these servers."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KIKIMIMI_")}
    return kept | {
        "KIKIMIMI_DATA": str(folder),
        "KIKIMIMI_WAREHOUSE": str(folder / "tracker.duckdb"),
        "KIKIMIMI_SEEDS": str(ROOT / "seeds"),
        "KIKIMIMI_TOPICS": f"kafka:{servers}",
        "COLUMNS": "1000",  # an alert is a line, not wrapped
    }


@contextmanager
def started(
    module: Sequence[str], environ: Mapping[str, str], told: int | IO[str]
) -> Iterator[subprocess.Popen[str]]:
    """`python -m` the words; killed at the end, and when this process is gone. told: where its output goes."""
    process = subprocess.Popen(
        [sys.executable, "-m", *module],
        env=environ,
        cwd=ROOT,
        stdout=told,
        text=True,
        preexec_fn=die_with_parent,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
