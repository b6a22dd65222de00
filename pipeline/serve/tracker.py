"""The tracker, as those that answer see it: who it is, how it is, and whether it is ready."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from datetime import datetime

from pipeline.serve.contents import Contents
from pipeline.serve.loading import Loading
from pipeline.serve.lookout import Lookout


@dataclass(frozen=True, slots=True)
class Tracker:
    """One process that owns the DuckDB file. sql_address: where it answers SQL, "" where it does not.

    sql_host, sql_port: the same, as this machine reaches it.
    """

    version: str
    started_at: datetime
    sql_address: str
    sql_host: str
    sql_port: int
    loading: Loading
    lookout: Lookout
    contents: Contents

    def unwell(self) -> str | None:
        """Why it does not live."""
        return self.loading.ended

    def unready(self) -> str | None:
        """Why its tables are not as new as they could be."""
        if reason := self.loading.ended or self.loading.trouble:
            return reason
        if reason := self.lookout.trouble:
            return f"the topics do not answer: {reason}"
        if not self.lookout.caught_up:
            return f"still catching up: {self.lookout.waiting:,} messages to load"
        return None

    def answers_sql(self) -> bool:
        """Whether somebody listens at the SQL port."""
        try:
            socket.create_connection((self.sql_host, self.sql_port), timeout=0.2).close()
        except OSError:
            return False
        return True
