"""Settings: read once from the environment (KIKIMIMI_*), frozen, handed to the rooms by cli.py."""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from pipeline.errors import Misconfigured

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"
MEGABYTE = 1_000_000
CENTURY = 36_525
"""Days; what is to be kept for longer is to be kept."""
LOCAL = "127.0.0.1"
KAFKA_OPTIONS = (
    "security_protocol",
    "sasl_mechanism",
    "sasl_plain_username",
    "sasl_plain_password",
    "ssl_cafile",
    "ssl_certfile",
    "ssl_keyfile",
    "ssl_password",
)
"""What may stand in the environment behind KIKIMIMI_KAFKA_, in capitals."""


def user_cache() -> Path:
    """Where a user's programs keep what can be made or fetched again (XDG base directories)."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kikimimi"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, with the name of its variable in capitals behind KIKIMIMI_.

    data: folder for everything written. seeds: folder of sources, catalogue, rules and samples.
    topics: "embedded:PATH" or "kafka:HOST:PORT". warehouse: path of the DuckDB file.
    warehouse_memory: what the process that writes it may keep of it in memory, such as "256MB".
    listen: the IPv4 address that the tracker answers at; beyond this machine it wants both tokens.
    tracker: the name of another machine whose tracker is asked instead of the file here; "" where the file is here.
    sql_port, sql_token: where the tracker answers SQL, and what a client must show; a token is made in data/sql-token
    where none is set. sql_seconds: what one statement may take there.
    http_port, http_token: the same of the tracker's pages; without a token they are open to this machine.
    archive: whether answers of the web that brought something new are kept in `archives`.
    keep_archive: days after which `maintain` removes them; 0: never.
    keep_text, keep_rows: days after which a document's text, or all its rows, are removed by `maintain`; 0: never.
    kafka: TLS and SASL settings, by kafka-python's names (KAFKA_OPTIONS); holds passwords, so it is never printed.
    kafka_partitions: of topics that are made on Kafka: the most extract workers that can share one.
    max_document: largest document taken, in bytes; a larger one becomes a dead letter.
    stuck_after: seconds that extracting one document may take; one that takes longer becomes a dead letter.
    cells: documents that a worker extracts at once, each in a process of its own; 0: as many as there are cores.
    interval: seconds between two rounds of `run --watch`. contact: who runs this, told to the sites it reads.
    """

    data: Path
    seeds: Path
    topics: str
    warehouse: Path
    warehouse_memory: str
    listen: str
    tracker: str
    sql_port: int
    sql_seconds: float
    http_port: int
    keep_text: float
    keep_rows: float
    archive: bool
    keep_archive: float
    max_document: int
    stuck_after: float
    cells: int
    kafka_partitions: int
    interval: float
    contact: str
    sql_token: str = field(repr=False)
    http_token: str = field(repr=False)
    kafka: Mapping[str, str] = field(repr=False)

    @property
    def archives(self) -> Path:
        """The folder of the answers of the web that are kept, a file a day."""
        return self.data / "archive"

    @property
    def host(self) -> str:
        """Where the tracker is asked: on its own machine, or at the address that it has on this one."""
        return self.tracker or reached_at(self.listen)


def is_local(address: str) -> bool:
    """Whether only this machine reaches who listens there."""
    return ipaddress.ip_address(address).is_loopback


def reached_at(listen: str) -> str:
    """The address at which this machine reaches who listens there."""
    return LOCAL if ipaddress.ip_address(listen).is_unspecified else listen


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this process. Raises Misconfigured for an unknown name or a value of another form."""
    named = (one.name for one in fields(Settings) if one.name != "kafka")
    known = {
        f"KIKIMIMI_{name.upper()}" for name in (*named, *(f"kafka_{option}" for option in KAFKA_OPTIONS))
    }
    unknown = sorted(name for name in environ if name.startswith("KIKIMIMI_") and name not in known)
    if unknown:
        raise Misconfigured(f"unknown setting {unknown[0]}", f"known are {', '.join(sorted(known))}")

    def text(name: str, default: str) -> str:
        return environ.get(f"KIKIMIMI_{name}") or default

    def number(name: str, default: float, least: float, most: float = float("inf")) -> float:
        raw = text(name, str(default))
        try:
            value = float(raw)
        except ValueError:
            value = float("nan")
        if not value >= least:
            raise Misconfigured(f"KIKIMIMI_{name}={raw} is not a number of {least:g} or more")
        if value > most:
            raise Misconfigured(f"KIKIMIMI_{name}={raw} is more than {most:g}", "0 keeps for ever")
        return value

    data = Path(text("DATA", "data"))
    return Settings(
        data=data,
        seeds=Path(text("SEEDS", "seeds")),
        topics=text("TOPICS", f"embedded:{data / 'topics.db'}"),
        warehouse=Path(text("WAREHOUSE", str(data / "tracker.duckdb"))),
        warehouse_memory=text("WAREHOUSE_MEMORY", "256MB"),
        listen=_address(text("LISTEN", LOCAL)),
        tracker=_host(text("TRACKER", "")),
        sql_port=int(number("SQL_PORT", 9494, 1)),
        sql_token=text("SQL_TOKEN", ""),
        sql_seconds=number("SQL_SECONDS", 30, 0.001),
        http_port=int(number("HTTP_PORT", 8000, 1)),
        http_token=text("HTTP_TOKEN", ""),
        keep_text=number("KEEP_TEXT", 0, 0, CENTURY),
        keep_rows=number("KEEP_ROWS", 0, 0, CENTURY),
        archive=_yes(text("ARCHIVE", "yes")),
        keep_archive=number("KEEP_ARCHIVE", 0, 0, CENTURY),
        max_document=int(number("MAX_DOCUMENT", 10 * MEGABYTE, 1)),
        stuck_after=number("STUCK_AFTER", 60, 0.001),
        cells=int(number("CELLS", 0, 0)),
        kafka_partitions=int(number("KAFKA_PARTITIONS", 8, 1)),
        interval=number("INTERVAL", 900, 1),
        contact=text("CONTACT", ""),
        kafka={option: value for option in KAFKA_OPTIONS if (value := text(f"KAFKA_{option.upper()}", ""))},
    )


def _yes(written: str) -> bool:
    if written not in ("yes", "no"):
        raise Misconfigured(f"KIKIMIMI_ARCHIVE={written} is neither yes nor no", "write one of them")
    return written == "yes"


def _address(listen: str) -> str:
    try:
        return str(ipaddress.IPv4Address(LOCAL if listen == "localhost" else listen))
    except ValueError:
        remedy = f"{LOCAL} is this machine alone, 0.0.0.0 every network that it is in"
        raise Misconfigured(f"KIKIMIMI_LISTEN={listen} is no IPv4 address", remedy) from None


def _host(tracker: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._-]*", tracker):
        remedy = "write the name alone; its ports are KIKIMIMI_SQL_PORT and KIKIMIMI_HTTP_PORT"
        raise Misconfigured(f"KIKIMIMI_TRACKER={tracker} is no host name", remedy)
    return tracker
