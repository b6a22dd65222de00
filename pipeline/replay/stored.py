"""Stored documents: the tables in; how many of them each extractor made, and Documents as they were collected, out.

Pages follow (collected_at, doc_id): a replay changes neither, so no document is passed over or met twice while the
loader puts new rows in the place of old ones; and it is about the order of the rows in the file, so that a page reads
a part of the table and not all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from pipeline.errors import Rejected
from pipeline.records import Document
from pipeline.replay.choice import HAS_TEXT, TABLES, Choice
from pipeline.topics.base import LARGEST_BATCH

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

PAGE = 500
"""Documents a page, or LARGEST_BATCH bytes of text: memory is bounded, whatever is replayed."""
STRETCH = 10 * PAGE
"""Documents looked up at once: finding those that come next costs a look at all that are left."""
_PLAIN = ("doc_id", "revision", "source", "kind", "url", "title", "author", "text")

Ask = Callable[[str], "DuckDBPyRelation"]
"""A query in, its answer out: from the file, or from the tracker that holds it."""
Key = tuple[datetime, str]


@dataclass(frozen=True, slots=True)
class Made:
    """Documents whose rows one version of the extractor made.

    named: those of the choice, by whichever extractor. wanted: those to replay. textless: those that cannot be,
    because their text was removed.
    """

    version: str
    documents: int
    named: int
    wanted: int
    textless: int


def survey(ask: Ask, choice: Choice) -> list[Made]:
    """What each version has made, most documents first."""
    query = f"""SELECT coalesce(r.extractor, 'none') AS version, count(*) AS documents,
          count(*) FILTER ({choice.named}) AS named, count(*) FILTER ({choice.wanted}) AS wanted,
          count(*) FILTER ({choice.asked} AND NOT ({HAS_TEXT})) AS textless
        FROM {TABLES} GROUP BY r.extractor"""
    made = [Made(*row) for row in ask(query).fetchall()]
    return sorted(made, key=lambda one: (-one.documents, one.version))


def count_outdated(ask: Ask, choice: Choice) -> int:
    """Documents of the choice that have a text, and rows of another extractor than the current one."""
    return _count(ask, f"{choice.outdated} AND {HAS_TEXT}")


def check_ids(ask: Ask, choice: Choice) -> None:
    """Raises Rejected where no document has an id that begins as one of the choice's."""
    for one in choice.docs:
        if not _count(ask, f"starts_with(d.doc_id, '{one}')"):
            remedy = "see kikimimi sql 'SELECT doc_id, title FROM documents'"
            raise Rejected(f"no document has an id that begins with {one}", remedy)


def pages(ask: Ask, choice: Choice) -> Iterator[list[Document]]:
    """The documents to replay, as their sources brought them, oldest first."""
    # A file that has only been opened for reading may be of a program that kept no declared language: then the
    # extractor detects it. What `lang` holds would fix an old detection for ever.
    columns = ask("SELECT * FROM documents LIMIT 0").columns
    lang = "d.declared_lang" if "declared_lang" in columns else "NULL::VARCHAR AS declared_lang"
    read = ", ".join((*(f"d.{name}" for name in _PLAIN), lang, "d.published_at", "d.collected_at", "d.meta"))
    after: Key | None = None
    while ends := _ends_of_pages(ask, choice, after):
        for end in ends:
            query = f"""SELECT {read} FROM {TABLES}
                WHERE {choice.wanted} AND {_behind(after)} AND {_up_to(end)} ORDER BY d.collected_at, d.doc_id"""
            yield [_document(row) for row in ask(query).fetchall()]
            after = end


def _ends_of_pages(ask: Ask, choice: Choice, after: Key | None) -> list[Key]:
    """The keys of the documents that end the pages of the stretch behind `after`; [] where nothing is left."""
    query = f"""WITH stretch AS MATERIALIZED (
          SELECT d.collected_at, d.doc_id FROM {TABLES} WHERE {choice.wanted} AND {_behind(after)}
          ORDER BY d.collected_at, d.doc_id LIMIT {STRETCH})
        SELECT collected_at, doc_id, strlen(d.text) AS size FROM stretch JOIN documents d USING (collected_at, doc_id)"""
    ends: list[Key] = []
    count = size = 0
    for collected_at, doc_id, bytes_of_text in sorted(ask(query).fetchall()):
        count, size = count + 1, size + bytes_of_text
        if ends and count <= PAGE and size <= LARGEST_BATCH:
            ends.pop()
        else:
            count, size = 1, bytes_of_text
        ends.append((collected_at, doc_id))
    return ends


def _document(row: tuple[Any, ...]) -> Document:
    *plain, lang, published_at, collected_at, meta = row
    return Document(
        **dict(zip(_PLAIN, plain, strict=True)),
        lang=lang,
        published_at=published_at and published_at.replace(tzinfo=UTC),
        collected_at=collected_at.replace(tzinfo=UTC),
        meta=msgspec.json.decode(meta),
    )


def _count(ask: Ask, condition: str) -> int:
    ((count,),) = ask(f"SELECT count(*) AS documents FROM {TABLES} WHERE {condition}").fetchall()
    return int(count)


def _behind(key: Key | None) -> str:
    """The plain comparison of the time lets DuckDB pass over row groups; comparing pairs, it reads them all."""
    if key is None:
        return "true"
    moment = _moment(key)
    return f"d.collected_at >= {moment} AND (d.collected_at > {moment} OR d.doc_id > '{key[1]}')"


def _up_to(key: Key) -> str:
    moment = _moment(key)
    return f"d.collected_at <= {moment} AND (d.collected_at < {moment} OR d.doc_id <= '{key[1]}')"


def _moment(key: Key) -> str:
    return f"TIMESTAMP '{key[0].isoformat(sep=' ')}'"
