"""What changed in documents: newer texts of documents in; rows of revised_documents and revised_figures out.

All of it is of the loader's one transaction. A text that is loaded again replaces none, and a change that is known is not
written a second time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec

from pipeline.load.changes import Change, Text, Told, change, text_of
from pipeline.load.rows import Columns, to_table, utc
from pipeline.load.write import Held, insert_rows
from pipeline.records import Extraction
from pipeline.warehouse.transaction import lent

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

MOST_SENTENCES, LONGEST_SENTENCE, MOST_NAMES = 20, 500, 50
"""What is kept of a change; characters and figures are of all of it."""
_SIDES = ("unit", "value", "low", "high", "bound", "modality", "speaker", "surface", "sentence")
_TOLD = ("kind", "metric", "subject", *_SIDES)


def write_changes(
    connection: DuckDBPyConnection,
    current: Iterable[Extraction],
    former: Iterable[Extraction],
    held: Mapping[str, Held],
) -> None:
    """Keeps what changes with the current texts, before they take the place of those that DuckDB holds.

    former: texts that came in the same batch and were replaced in it.
    """
    newer = _newer(current, former, held)
    if not newer:
        return
    replaced = {
        one: held[one]
        for one, texts in newer.items()
        if one in held and held[one].revision != texts[0].revision
    }
    stored = _read(connection, replaced)
    changes = [
        change(before, after)
        for doc_id, texts in newer.items()
        for before, after in pairwise([*([stored[doc_id]] if doc_id in stored else []), *texts])
        if before.revision != after.revision
    ]
    known = _known(connection, newer)
    fresh = [one for one in changes if (one.after.doc_id, utc(one.after.collected_at)) not in known]
    insert_rows(connection, "revised_documents", _documents(fresh))
    insert_rows(connection, "revised_figures", _figures(fresh))


def _newer(
    current: Iterable[Extraction], former: Iterable[Extraction], held: Mapping[str, Held]
) -> dict[str, list[Text]]:
    """By document, its texts that are newer than what DuckDB holds, in their order; only where one replaces another."""
    between: dict[str, list[Extraction]] = defaultdict(list)
    for one in former:
        doc_id = one.document.doc_id
        if doc_id not in held or one.document.collected_at > held[doc_id].collected_at:
            between[doc_id].append(one)
    newer = {}
    for one in current:
        doc_id = one.document.doc_id
        if doc_id in between or (doc_id in held and held[doc_id].revision != one.document.revision):
            ones = sorted(between[doc_id], key=lambda other: other.document.collected_at)
            newer[doc_id] = [text_of(other) for other in (*ones, one)]
    return newer


def _read(connection: DuckDBPyConnection, replaced: Mapping[str, Held]) -> dict[str, Text]:
    """These documents as DuckDB holds them."""
    if not replaced:
        return {}
    marks = ", ".join(sorted({f"TIMESTAMP '{one.loaded_at}'" for one in replaced.values()}))
    chosen = f"loaded_at IN ({marks}) AND doc_id IN (SELECT doc_id FROM lent)"
    with lent(connection, doc_id=list(replaced)):
        documents = connection.execute(
            f"SELECT doc_id, revision, collected_at, title, text FROM documents WHERE {chosen}"
        ).fetchall()
        extractors = dict(
            connection.execute(f"SELECT doc_id, extractor FROM extractor_runs WHERE {chosen}").fetchall()
        )
        names: dict[str, set[str]] = defaultdict(set)
        for doc_id, name in connection.execute(
            f"SELECT DISTINCT doc_id, name FROM mentions WHERE {chosen}"
        ).fetchall():
            names[doc_id].add(name)
        figures: dict[str, list[Told]] = defaultdict(list)
        query = f"SELECT doc_id, char_start, char_end, {', '.join(_TOLD)} FROM figures WHERE {chosen} ORDER BY doc_id, char_start"
        for doc_id, start, end, *told in connection.execute(query).fetchall():
            figures[doc_id].append(Told(start=start, end=end, **dict(zip(_TOLD, told, strict=True))))
    return {
        doc_id: Text(
            doc_id,
            revision,
            collected_at.replace(tzinfo=UTC),
            title,
            text,
            extractors.get(doc_id),
            frozenset(names[doc_id]),
            figures[doc_id],
        )
        for doc_id, revision, collected_at, title, text in documents
    }


def _known(connection: DuckDBPyConnection, doc_ids: Iterable[str]) -> set[tuple[str, Any]]:
    query = "SELECT doc_id, replaced_at FROM revised_documents WHERE doc_id IN (SELECT doc_id FROM lent)"
    with lent(connection, doc_id=list(doc_ids)):
        return {(doc_id, at) for doc_id, at in connection.execute(query).fetchall()}


def _documents(changes: Sequence[Change]) -> pa.Table:
    columns = _heads(changes)
    return to_table(
        columns
        | {
            "collected_at": [utc(one.before.collected_at) for one in changes],
            "title_before": [one.before.title for one in changes],
            "title_after": [one.after.title for one in changes],
            "characters_removed": [one.removed for one in changes],
            "characters_added": [one.added for one in changes],
            "sentences": [_sentences(one) for one in changes],
            "names_gone": [_less(one.before.names, one.after.names) for one in changes],
            "names_come": [_less(one.after.names, one.before.names) for one in changes],
            "same_extractor": [one.before.extractor == one.after.extractor for one in changes],
        }
    )


def _figures(changes: Sequence[Change]) -> pa.Table:
    pairs = [(one, before, after) for one in changes for before, after in one.figures]
    heads = _heads([one for one, _, _ in pairs])
    sides = {
        f"{name}_{when}": [getattr(pair[side], name, None) for pair in pairs]
        for when, side in (("before", 1), ("after", 2))
        for name in _SIDES
    }
    either = [after or before for _, before, after in pairs]
    about = {name: [getattr(one, name) for one in either] for name in ("kind", "metric", "subject")}
    what = [
        "changed" if before and after else "appeared" if after else "vanished" for _, before, after in pairs
    ]
    spans = {
        "char_start": [after.start if after else None for _, _, after in pairs],
        "char_end": [after.end if after else None for _, _, after in pairs],
    }
    return to_table(heads | {"what": what} | about | sides | spans)


def _heads(changes: Sequence[Change]) -> Columns:
    return {
        "doc_id": [one.after.doc_id for one in changes],
        "revision": [one.before.revision for one in changes],
        "replaced_by": [one.after.revision for one in changes],
        "replaced_at": [utc(one.after.collected_at) for one in changes],
    }


def _sentences(one: Change) -> str | None:
    if one.gone is None or one.come is None:
        return None
    shown = {
        name: [sentence[:LONGEST_SENTENCE] for sentence in sentences[:MOST_SENTENCES]]
        for name, sentences in (("before", one.gone), ("after", one.come))
    }
    return msgspec.json.encode(shown).decode()


def _less(names: frozenset[str], others: frozenset[str]) -> list[str]:
    return sorted(names - others)[:MOST_NAMES]
