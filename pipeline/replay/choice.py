"""The choice: words of the command line in, what to replay as SQL conditions out.

The conditions name `documents d` and `extractor_runs r`. Values stand in them as literals: a query that goes to the
tracker over the network carries no parameters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.errors import Misconfigured

TABLES = """documents d LEFT JOIN extractor_runs r ON r.doc_id = d.doc_id
    LEFT JOIN (SELECT doc_id FROM documents WHERE text IS NULL) lost ON lost.doc_id = d.doc_id"""
HAS_TEXT = "lost.doc_id IS NULL"
"""As d.text IS NOT NULL, for which DuckDB would read every text there is."""
_DAY = "coalesce(d.published_at, d.collected_at)::DATE"
_BEGINNING = re.compile("[0-9a-f]{4,32}")


@dataclass(frozen=True, slots=True)
class Choice:
    """version: what the current extractor calls itself. everything: its own documents too. docs: beginnings of ids."""

    version: str
    since: date | None = None
    until: date | None = None
    source: str | None = None
    docs: tuple[str, ...] = ()
    everything: bool = False

    @property
    def named(self) -> str:
        """Documents of these days, this source and these ids, whichever extractor they had."""
        conditions = [f"{_DAY} >= DATE '{self.since}'"] if self.since else []
        conditions += [f"{_DAY} <= DATE '{self.until}'"] if self.until else []
        conditions += [f"d.source = {_quoted(self.source)}"] if self.source else []
        if self.docs:
            conditions.append(
                f"({' OR '.join(f'starts_with(d.doc_id, {_quoted(one)})' for one in self.docs)})"
            )
        return " AND ".join(conditions) or "true"

    @property
    def outdated(self) -> str:
        """Those of them whose rows another extractor made."""
        return f"{self.named} AND r.extractor IS DISTINCT FROM {_quoted(self.version)}"

    @property
    def asked(self) -> str:
        """Those of them to replay, were there no lost texts."""
        return self.named if self.everything else self.outdated

    @property
    def wanted(self) -> str:
        """Those of them to replay: without its text a document cannot be extracted."""
        return f"{self.asked} AND {HAS_TEXT}"


def choose(
    version: str,
    since: str | None = None,
    until: str | None = None,
    source: str | None = None,
    docs: Sequence[str] = (),
    *,
    everything: bool = False,
) -> Choice:
    """The choice that these words make. Raises Misconfigured for one that is no date or no beginning of an id."""
    first, last = _day("--since", since), _day("--until", until)
    if first and last and first > last:
        raise Misconfigured(f"--since {first} is after --until {last}", "swap them")
    ids = tuple(one.lower() for one in docs)
    for one in ids:
        if not _BEGINNING.fullmatch(one):
            remedy = (
                "give 4 or more of its hexadecimal digits: kikimimi sql 'SELECT doc_id, title FROM documents'"
            )
            raise Misconfigured(f"--doc {one!r} does not begin the id of a document", remedy)
    return Choice(version, first, last, source, ids, everything)


def _day(option: str, written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written is not None else None
    except ValueError as error:
        raise Misconfigured(f"{option} {written!r} is no date", "write it as 2025-02-03") from error


def _quoted(text: str) -> str:
    return "'{}'".format(text.replace("'", "''"))
