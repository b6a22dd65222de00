"""A warehouse to make digests of, filled through the loader; and a digest that shows every part."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from duckdb import DuckDBPyConnection

from pipeline.alert.rules import Rule, fire
from pipeline.digest.parts import (
    Alerted,
    Cited,
    Conflict,
    Digest,
    Failing,
    Finding,
    Health,
    Listed,
    Named,
    Said,
    Suite,
    Surge,
)
from pipeline.load.run import load
from pipeline.records import DeadLetter, Edit, Extraction, Fetch, Verdict
from pipeline.topics import open_topics
from pipeline.topics.base import Topics
from pipeline.topics.envelope import pack
from pipeline.warehouse import open_for_writing
from pipeline.warehouse.asking import Ask, asking_of
from tests import warm
from tests.conftest import ROOT, environment
from tests.samples import make_document, make_extraction, make_figure, make_mention

Put = Callable[..., None]
RULES = (
    Rule("stargate", "Stargate is named", ("stargate",)),
    Rule("often", "Again and again", ("stargate",), 3),
)
UNTIL = datetime(2025, 2, 4, 7, tzinfo=UTC)
SINCE = UNTIL - timedelta(days=1)
NIGHT = UNTIL - timedelta(hours=4)
"""Within the period."""


@pytest.fixture
def topics(tmp_path: Path) -> Iterator[Topics]:
    with closing(open_topics(f"embedded:{tmp_path / 'topics.db'}")) as opened:
        yield opened


@pytest.fixture
def connection(new_file: Path) -> Iterator[DuckDBPyConnection]:
    with open_for_writing(new_file, threads=1) as opened:
        yield opened


@pytest.fixture
def ask(connection: DuckDBPyConnection) -> Iterator[Ask]:
    with asking_of(connection, 30) as asks:
        yield asks


@pytest.fixture
def put(topics: Topics, connection: DuckDBPyConnection) -> Put:
    """Loads the records as if it were `at`: what the loader stamps with its own time gets that one. All must pass its gate."""
    keys: dict[type, str] = {
        Extraction: "extractions",
        Edit: "edits",
        Fetch: "fetches",
        Verdict: "verdicts",
        DeadLetter: "dead-letters",
    }
    stamped = [("alerts", "fired_at")]
    stamped += [
        (table, "loaded_at")
        for table in ("documents", "appearances", "mentions", "figures", "extractor_runs")
    ]

    def put(*records: Any, at: datetime = NIGHT) -> None:
        began = datetime.now(UTC).replace(tzinfo=None)
        for record in records:
            named = getattr(record, "document", record)
            topic = keys[type(record)]
            topics.append(topic, [pack(topic, getattr(named, named.__struct_fields__[0]), record)])
        load(topics, connection, lambda extraction: fire(RULES, extraction))
        [(broken,)] = connection.execute("SELECT count(*) FROM dead_letters WHERE stage = 'load'").fetchall()
        assert not broken
        for table, column in stamped:
            connection.execute(
                f"UPDATE {table} SET {column} = ? WHERE {column} >= ?", [at.replace(tzinfo=None), began]
            )

    return put


def said(
    name: str, *mentions: Any, came: datetime = NIGHT, day: datetime | None = None, **more: Any
) -> Extraction:
    """A document of this name that came in then and was published on that day, else when it came; figure: what it claims."""
    source, text, lang = (
        more.pop("source", "paper"),
        more.pop("text", f"{name}. It is worth 5 billion."),
        more.pop("lang", "en"),
    )
    document = msgspec.structs.replace(
        make_document(name, text=text, title=more.pop("title", name)),
        source=source, url=more.pop("url", f"https://example.org/{name}"), collected_at=came, published_at=day or came,
    )  # fmt: skip
    start = text.find("5 billion")
    figures = [make_figure("5 billion", start, sentence_end=len(text), **more)] if more else []
    return msgspec.structs.replace(make_extraction(document, *mentions, figures=figures), lang=lang)


def naming(title: str, *names: str, candidates: bool = False, **more: Any) -> Extraction:
    """A document that names these entities, by the usual English names of their ids; or candidates."""
    text = f"{title}: {', '.join(names)}. And that was it."
    at = len(title) + 2
    mentions = []
    for name in names:
        mention = make_mention(name, at, name.lower(), sentence_end=text.index(". And") + 1)
        mentions.append(
            msgspec.structs.replace(mention, entity=None, type="organization") if candidates else mention
        )
        at += len(name) + 2
    return said(title, *mentions, text=text, **more)


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of `kikimimi run` on the samples."""
    data = tmp_path_factory.mktemp("samples") / "data"
    environ = environment(data.parent)
    command = [
        sys.executable,
        "-m",
        "pipeline",
        "run",
        str(ROOT / "seeds/transcripts"),
        str(ROOT / "seeds/feeds"),
    ]
    done = warm.run(command, env=environ)
    assert done.returncode == 0, done.stderr
    return data


def cited(
    title: str = "A title", url: str | None = "https://example.org/a", lang: str = "en", source: str = "paper"
) -> Cited:
    return Cited(source, title, url, lang, datetime(2025, 2, 3, 20, tzinfo=UTC))


def whole(
    text: str = "", url: str | None = "https://example.org/a", lang: str = "en", **changes: Any
) -> Digest:
    """A digest with one of everything; text: what all that comes from elsewhere says."""
    where = cited(text or "A title", url, lang, text or "paper")
    sentence = text and f"{text}, it says"
    sides = (
        Said("157 bn USD", sentence or "It is worth $157 billion.", where, is_new=False),
        Said("300 – 340 bn USD", sentence or "It is worth more.", where, is_new=True),
    )
    name = text or "OpenAI"
    parts: dict[str, Any] = {
        "name": "2025-02-04",
        "since": SINCE,
        "until": UNTIL,
        "health": Health(12, 3, 1, 2, 9, Listed((Failing(name, SINCE, text or "404"),), 1)),
        "alerts": 4,
        "alerted": Listed((Alerted(name, 4, 3, 2, sentence or "OpenAI said so.", where),), 1),
        "surges": Listed((Surge(name, 5, 0.25, 3, is_new=True),), 1),
        "named": Listed((Named(name, "organization", candidate=True, documents=1, cited=where),), 3),
        "conflicts": Listed(
            (
                Conflict(
                    name,
                    "valuation",
                    date(2025, 1, 1),
                    planned=False,
                    period="",
                    claims=5,
                    families=2,
                    said=sides,
                ),
            ),
            1,
        ),
        "suites": (
            Suite("figures", success=False, held=2, findings=(Finding("error", text or "It is too much."),)),
        ),
    }
    return Digest(**parts | changes)


EMPTY: dict[str, Any] = {
    "health": Health(0, 0, 0, 0, 0, Listed()),
    "alerts": 0,
    "alerted": Listed(),
    "surges": Listed(),
    "named": Listed(),
    "conflicts": Listed(),
    "suites": (),
}
