"""What changed: a newer text of a document leaves behind what the one before said otherwise, once, however it is loaded."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from duckdb import DuckDBPyConnection

from pipeline.keep.retention import retain
from pipeline.load.run import load
from pipeline.records import Extraction, Figure, Mention
from pipeline.topics import open_topics
from pipeline.topics.base import Topics
from pipeline.topics.envelope import pack
from pipeline.warehouse import open_for_writing
from tests.load.conftest import Ask, Put
from tests.samples import make_document, make_extraction, make_figure, make_mention

WAREHOUSES = ("file",)
"""That it does so on lakes too, test_revisions.py shows."""
START = datetime.fromisoformat("2025-02-03T00:00:00+00:00")
FIGURES = "SELECT what, subject, metric, surface_before, surface_after FROM revised_figures ORDER BY ALL"


Said = tuple[str, float] | tuple[str, float, dict[str, Any]]


def said(
    text: str, hours: float, *found: Said, name: str = "one",
    mentions: Sequence[str] = (), extractor: str = "test", title: str = "Title",
) -> Extraction:  # fmt: skip
    """A text, and the amounts in it as extracted: how each is written, its value and what else is not as usual."""
    document = msgspec.structs.replace(
        make_document(name, text, title), collected_at=START + timedelta(hours=hours)
    )
    figures = [_figure(text, *one) for one in found]
    names: list[Mention] = [make_mention(one, text.index(one), one.lower()) for one in mentions]
    return msgspec.structs.replace(make_extraction(document, *names, figures=figures), extractor=extractor)


def _figure(text: str, surface: str, value: float, more: dict[str, Any] | None = None) -> Figure:
    start = text.index(surface)
    begins = text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0
    ends = text.index(".", start + len(surface)) + 1
    span = {"sentence_start": begins, "sentence_end": ends}
    return make_figure(surface, start, value, **(span | (more or {})))


FIRST = "OpenAI raised $5 million. Rain is expected. It employs 300 people."
SECOND = "OpenAI raised $6 million. Rain is expected. It employs 300 people."
STAFF = ("300 people", 300.0, {"kind": "count", "unit": "people", "metric": "employees"})


def first() -> Extraction:
    return said(FIRST, 0, ("$5 million", 5e6), STAFF)


def second() -> Extraction:
    return said(SECOND, 1, ("$6 million", 6e6), STAFF)


def test_a_revised_figure_is_kept_with_both_sentences(put: Put, ask: Ask) -> None:
    put(first())
    put(second())
    assert ask(
        """SELECT what, subject, metric, "before", "after", value_before, value_after, sentence_before, sentence_after,
            source, revised_at::VARCHAR, is_latest FROM revised_claims"""
    ) == [
        (
            "changed", "openai", "funding", "$5 million", "$6 million", 5e6, 6e6, "OpenAI raised $5 million.",
            "OpenAI raised $6 million.", "test", "2025-02-03 01:00:00", True,
        )
    ]  # fmt: skip
    ((removed, added, sentences, gone, same),) = ask(
        "SELECT characters_removed, characters_added, sentences, names_gone, same_extractor FROM revised_documents"
    )
    assert (removed, added, gone, same) == (1, 1, [], True)
    assert json.loads(sentences) == {
        "before": ["OpenAI raised $5 million."],
        "after": ["OpenAI raised $6 million."],
    }


def test_loading_without_a_new_text_leaves_nothing(put: Put, ask: Ask) -> None:
    again = msgspec.structs.replace(first().document, collected_at=START + timedelta(hours=5))
    put(first(), said("Another text.", 0, name="two"))
    put(msgspec.structs.replace(first(), document=again, figures=[], extractor="newer"))
    put(msgspec.structs.replace(first(), document=again))
    assert ask("SELECT count(*) FROM revised_documents") == [(0,)]
    assert ask(FIGURES) == []


CASES: dict[str, tuple[str, list[Said], str, list[Said], list[tuple[str | None, ...]]]] = {
    "appeared": ("OpenAI is large.", [], "OpenAI is large. It raised $5 million.", [("$5 million", 5e6)],
                 [("appeared", "openai", "funding", None, "$5 million")]),
    "vanished": ("OpenAI is large. It raised $5 million.", [("$5 million", 5e6)], "OpenAI is large.", [],
                 [("vanished", "openai", "funding", "$5 million", None)]),
    "moved and reworded": ("It raised $5 million. It is large.", [("$5 million", 5e6)],
                           "It is large. Now it has raised $5,000,000.", [("$5,000,000", 5e6)], []),
    "currency": ("It raised $5 million.", [("$5 million", 5e6)], "It raised €5 million.", [("€5 million", 5e6, {"unit": "EUR"})],
                 [("changed", "openai", "funding", "$5 million", "€5 million")]),
    "denied": ("It raised $5 million.", [("$5 million", 5e6)], "It never raised $5 million.",
               [("$5 million", 5e6, {"modality": "denied"})], [("changed", "openai", "funding", "$5 million", "$5 million")]),
    "another's": ("It raised $5 million.", [("$5 million", 5e6)], "xAI raised $5 million.", [("$5 million", 5e6, {"subject": "xai"})],
                  [("appeared", "xai", "funding", None, "$5 million"), ("vanished", "openai", "funding", "$5 million", None)]),
    "two of a kind": ("In May it raised $5 million. In June it raised $7 million.", [("$5 million", 5e6), ("$7 million", 7e6)],
                      "In June it raised $8 million. In May it raised $5 million.", [("$8 million", 8e6), ("$5 million", 5e6)],
                      [("changed", "openai", "funding", "$7 million", "$8 million")]),
    "nobody's, unlike": ("The storm took 3 days.", [("3 days", 3.0, {"subject": None, "metric": None})],
                         "A quite other thing lasted all of 9 days.", [("9 days", 9.0, {"subject": None, "metric": None})],
                         [("appeared", None, None, None, "9 days"), ("vanished", None, None, "3 days", None)]),
    "in an unchanged sentence": ("It raised $5 million. A.", [("$5 million", 5e6)], "It raised $5 million. B.", [], []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_is_otherwise_is_told_and_nothing_else(put: Put, ask: Ask, case: str) -> None:
    before, old, after, new, told = CASES[case]
    put(said(before, 0, *old))
    put(said(after, 1, *new))
    assert ask(FIGURES) == told


def test_names_titles_and_the_extractor(put: Put, ask: Ask) -> None:
    put(said("Mistral and Qwen.", 0, mentions=["Mistral", "Qwen"]))
    put(said("Mistral and Llama.", 1, mentions=["Mistral", "Llama"], extractor="newer", title="Changed"))
    assert ask(
        "SELECT title_before, title_after, names_gone, names_come, same_extractor FROM revised_documents"
    ) == [("Title", "Changed", ["Qwen"], ["Llama"], False)]


def test_japanese_sentences_are_compared_too(put: Put, ask: Ask) -> None:
    old, new = "OpenAIは5億円を調達した。雨が降る。", "OpenAIは6億円を調達した。雨が降る。"
    put(make_extraction(make_document(text=old), figures=[make_figure("5億円", 7, 5e8, sentence_end=15)]))
    put(
        make_extraction(
            msgspec.structs.replace(make_document(text=new), collected_at=START + timedelta(hours=1)),
            figures=[make_figure("6億円", 7, 6e8, sentence_end=15)],
        )
    )
    assert ask(FIGURES) == [("changed", "openai", "funding", "5億円", "6億円")]
    assert ask("SELECT characters_removed, characters_added FROM revised_documents") == [(1, 1)]


THIRD = "OpenAI raised $7 million. Rain is expected. It employs 300 people."


@pytest.mark.parametrize("batches", [1, 2, 3])
def test_every_step_is_kept_once_in_any_batches_and_again(
    batches: int, tmp_path: Path, new_file: Path
) -> None:
    steps = [first(), second(), said(THIRD, 2, ("$7 million", 7e6), STAFF)]
    with open_for_writing(new_file, threads=1) as connection:
        for log in ("a", "b"):  # another log is loaded from its start, over what is there
            topics = open_topics(f"embedded:{tmp_path / log}")
            for at in range(0, 3, -(-3 // batches)):
                _append(topics, *steps[at : at + -(-3 // batches)])
                load(topics, connection, lambda _: [])
            topics.close()
            assert connection.execute(FIGURES).fetchall() == [
                ("changed", "openai", "funding", "$5 million", "$6 million"),
                ("changed", "openai", "funding", "$6 million", "$7 million"),
            ]
            assert connection.execute("SELECT count(*) FROM revised_documents").fetchall() == [(2,)]


def test_a_text_that_comes_late_leaves_what_is_known(put: Put, ask: Ask) -> None:
    put(second())
    put(first())
    assert ask(FIGURES) == []
    assert ask("SELECT surface FROM claims WHERE metric = 'funding'") == [("$6 million",)]


def test_there_and_back_are_two_changes(put: Put, ask: Ask) -> None:
    put(first())
    put(second())
    put(said(FIRST, 2, ("$5 million", 5e6), STAFF))
    assert ask("SELECT \"before\", \"after\", is_latest FROM revised_claims") == [
        ("$6 million", "$5 million", True), ("$5 million", "$6 million", False),
    ]  # fmt: skip


class Turn:
    def __enter__(self) -> None: ...
    def __exit__(self, *_: object) -> None: ...


def test_retention_takes_changes_with_their_documents(
    put: Put, ask: Ask, connection: DuckDBPyConnection
) -> None:
    put(first())
    put(second())
    retain(connection, Turn(), 30, 0, START + timedelta(days=60))
    assert ask("SELECT sentences FROM revised_documents") == [(None,)]
    put(said(THIRD, 2, ("$7 million", 7e6), STAFF))
    assert ask(
        "SELECT characters_added, sentences FROM revised_documents ORDER BY replaced_at DESC LIMIT 1"
    ) == [(None, None)], "the text before is not there any more"
    assert ask('SELECT "before", "after" FROM revised_claims LIMIT 1') == [("$6 million", "$7 million")]
    retain(connection, Turn(), 0, 30, START + timedelta(days=60))
    assert (
        ask("SELECT count(*) FROM revised_documents") == ask("SELECT count(*) FROM revised_figures") == [(0,)]
    )


def _append(topics: Topics, *extractions: Extraction) -> None:
    for one in extractions:
        topics.append("extractions", [pack("extractions", one.document.doc_id, one)])
