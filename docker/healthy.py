"""A health check of docker-compose.yml: what to look at in, exit code 0 out, or 1 and why.

Of a URL, whether it answers; with a name behind it, whether Airflow says there that this part of it is healthy. Of
connected:PORT, whether this container has a connection to such a port of another.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 4.0
ESTABLISHED = "01"
"""A connection that both ends have agreed on, as the kernel writes it."""


def trouble(looked_at: str, part: str = "") -> str | None:
    """Why it is not healthy."""
    if looked_at.startswith("connected:"):
        port = int(looked_at.partition(":")[2])
        return None if port in connected_ports() else f"no connection to port {port}"
    try:
        with urlopen(looked_at, timeout=PATIENCE) as answer:  # noqa: S310 — from docker-compose.yml
            told = json.load(answer) if part else None
    except (URLError, OSError, ValueError) as error:
        return f"{looked_at}: {error}"
    status = told[part]["status"] if told else "healthy"
    return None if status == "healthy" else f"the {part} is {status}"


def connected_ports(tables: Path = Path("/proc/net")) -> set[int]:
    """The ports that this container is connected to."""
    rows = [
        line.split()
        for table in (tables / "tcp", tables / "tcp6")
        if table.exists()
        for line in table.read_text(encoding="ascii").splitlines()[1:]
    ]
    return {int(row[2].rpartition(":")[2], 16) for row in rows if row[3] == ESTABLISHED}


if __name__ == "__main__":
    sys.exit(trouble(*sys.argv[1:]))
