"""Revisions: a document keeps count of its texts, in whatever order and batches they come."""

from __future__ import annotations

import itertools
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from pipeline.load.run import load
from pipeline.records import Document
from pipeline.topics import open_topics
from pipeline.topics.envelope import pack
from pipeline.warehouse import open_for_writing
from tests.load.conftest import Ask, Put
from tests.samples import make_document, make_extraction, make_figure

TEXTS = ("It raised $1.", "It raised $2.", "It raised $3.")


def revision(number: int) -> Document:
    document = make_document(text=TEXTS[number], title=f"Title {number}")
    return msgspec.structs.replace(document, collected_at=document.collected_at + timedelta(hours=number))


def test_a_changed_text_is_counted_and_the_first_seen_time_stays(put: Put, ask: Ask) -> None:
    put(make_extraction(revision(0), figures=[make_figure("$1", 10)]))
    put(make_extraction(revision(1), figures=[make_figure("$2", 10)]))
    assert ask("SELECT text, revisions, first_seen::VARCHAR, collected_at::VARCHAR FROM documents") == [
        (TEXTS[1], 2, "2025-02-03 00:00:00", "2025-02-03 01:00:00")
    ]
    assert ask("SELECT surface, revisions, first_seen::VARCHAR FROM claims") == [
        ("$2", 2, "2025-02-03 00:00:00")
    ]
    assert ask("SELECT title FROM revisions ORDER BY collected_at") == [("Title 0",), ("Title 1",)]


def test_what_a_changed_text_says_otherwise_is_kept(put: Put, ask: Ask) -> None:
    put(make_extraction(revision(0), figures=[make_figure("$1", 10, 1.0)]))
    for _ in range(2):
        put(make_extraction(revision(1), figures=[make_figure("$2", 10, 2.0)]))
    assert ask(
        'SELECT what, subject_name, "before", "after", sentence_before, sentence_after FROM revised_claims'
    ) == [("changed", "openai", "$1", "$2", "It raised $1", "It raised $2")]
    assert ask(
        "SELECT title_before, title_after, characters_added, names_come, same_extractor FROM revised_documents"
    ) == [("Title 0", "Title 1", 1, [], True)]


@pytest.mark.lakes
def test_the_same_text_again_is_no_revision(put: Put, ask: Ask) -> None:
    again = msgspec.structs.replace(revision(0), collected_at=revision(2).collected_at)
    put(make_extraction(revision(0)))
    put(make_extraction(again))
    assert ask("SELECT revisions, first_seen::VARCHAR, collected_at::VARCHAR FROM documents") == [
        (1, "2025-02-03 00:00:00", "2025-02-03 02:00:00")
    ]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
@pytest.mark.parametrize("batches", [1, 2, 3])
def test_any_order_in_any_batches_comes_to_the_same_rows(
    order: tuple[int, ...], batches: int, tmp_path: Path, new_file: Path
) -> None:
    topics = open_topics(f"embedded:{tmp_path / 'topics.db'}")
    with open_for_writing(new_file, threads=1) as connection:
        for at in range(0, 3, -(-3 // batches)):
            for number in order[at : at + -(-3 // batches)]:
                one = make_extraction(revision(number), figures=[make_figure(f"${number + 1}", 10)])
                topics.append("extractions", [pack("extractions", one.document.doc_id, one)])
            load(topics, connection, lambda _: [])
        assert connection.execute(
            "SELECT d.text, d.revisions, d.first_seen::VARCHAR, f.surface, f.revisions, f.first_seen::VARCHAR, f.title "
            "FROM documents d JOIN figures f USING (doc_id)"
        ).fetchall() == [(TEXTS[2], 3, "2025-02-03 00:00:00", "$3", 3, "2025-02-03 00:00:00", "Title 2")]
        assert connection.execute("SELECT count(*) FROM revisions").fetchall() == [(3,)]
    topics.close()
