"""How a client finds the tracker's SQL: settings in, the token to show and the address to ask out."""

from __future__ import annotations

import secrets
from pathlib import Path

from pipeline.errors import Misconfigured
from pipeline.settings import Settings

TOKEN_FILE = "sql-token"  # noqa: S105 — the name of a file


def token_of(settings: Settings, make: bool) -> str:
    """The token set, else that of data/sql-token, which only its owner can read and which is made where `make` says so.

    Raises Misconfigured where there is none, or the file cannot be read or made.
    """
    file = settings.data / TOKEN_FILE
    if settings.sql_token:
        return settings.sql_token
    try:
        if make and not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            part = file.with_name(f"{file.name}.part")
            part.unlink(missing_ok=True)
            part.touch(mode=0o600, exist_ok=False)  # unreadable to others from the start
            part.write_text(secrets.token_urlsafe() + "\n", encoding="ascii")
            part.replace(file)
        token = file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        said = error.strerror if isinstance(error, OSError) else "no text"
        remedy = "set KIKIMIMI_SQL_TOKEN to the tracker's own, or ask its owner for the file"
        raise Misconfigured(f"there is no token for the tracker's SQL: {file}: {said}", remedy) from error
    if not token:
        raise Misconfigured(f"{file} is empty", "remove it, and start the tracker again")
    return token


def address_file(warehouse: Path) -> Path:
    """The file where the tracker of this warehouse says its address, as long as it serves SQL."""
    return warehouse.with_name(f"{warehouse.name}.sql-address")


def address_of(settings: Settings) -> str:
    """Where to ask: the tracker of another machine, else what the one of this file says, else the port of the settings."""
    by_settings = f"quack:{settings.host}:{settings.sql_port}"
    if settings.tracker:
        return by_settings
    try:
        return address_file(settings.warehouse).read_text(encoding="ascii").strip()
    except OSError:
        return by_settings
