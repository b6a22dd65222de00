"""`kikimimi quarantine`: rows that are held back are listed, released and confirmed, with the tracker running or not."""

from __future__ import annotations

import getpass
import hashlib
import io
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from pipeline.errors import Rejected
from pipeline.load.run import load
from pipeline.quarantine.run import Row, decide, failing, find, read_rows
from pipeline.records import Edit, Suspect, Verdict, decode
from pipeline.settings import read_settings
from pipeline.terminal.quarantine import show_rows
from pipeline.topics import open_topics
from pipeline.topics.envelope import pack
from pipeline.warehouse import open_for_writing
from pipeline.warehouse.asking import Ask, asking
from tests.conftest import Run
from tests.samples import make_document, make_extraction, make_figure
from tests.serve.conftest import Place

ALIKE = "3f2a" * 7
FIRST, SECOND, THIRD = f"{ALIKE}0000", f"{ALIKE}1111", "beef" * 8
DOC = make_document("one").doc_id


def fill(data: Path) -> None:
    """Three open rows: two of a document of a source `test`, the older first; one of an entity. One released, one confirmed."""
    rows = [
        (FIRST, "open", "figure-span", "figures", DOC, "5 bn is not\n5億ドル\x1b[31m", 1, None),
        (SECOND, "open", "figure-span", "figures", DOC, "7 bn is too\tmuch", 2, None),
        (THIRD, "open", "entity-name", "entities", "open-ai", "two names", 3, None),
        ("cafe" * 8, "released", "alert-age", "alerts", "a1", "fired late", 4, "yuki"),
        ("dada" * 8, "confirmed", "fetch-time", "fetches", "f1", "took long", 5, "ann"),
    ]
    extraction = make_extraction(
        make_document("one", "5億ドル、7億ドル", title="A [bold] title"),
        figures=[make_figure("5億ドル", 0, 5e8), make_figure("7億ドル", 5, 7e8)],
    )
    data.mkdir()
    with (
        closing(open_topics(f"embedded:{data / 'topics.db'}")) as topics,
        closing(open_for_writing(data / "tracker.duckdb")) as connection,
    ):
        topics.append("extractions", [pack("extractions", DOC, extraction)])
        load(topics, connection, lambda _: [])
        for suspect_id, status, expectation, relation, key, what, day, who in rows:
            connection.execute(
                """INSERT INTO quarantine BY NAME SELECT ? AS suspect_id, ? AS status, ? AS expectation, ? AS relation,
                ? AS key, ? AS what, 's' AS suite, 'v' AS verdict_id, ?::TIMESTAMP AS found_at, found_at AS validated_at,
                ? AS who, CASE WHEN who IS NOT NULL THEN found_at END AS decided_at""",
                [suspect_id, status, expectation, relation, key, what, f"2025-03-0{day}", who],
            )
        connection.execute(
            "INSERT INTO alerts VALUES ('a1', 'r', 'e', ?, 't', 's', 1, now()::TIMESTAMP)", [DOC]
        )
        connection.execute(
            """INSERT INTO fetches (fetch_id, source, location, fetched_at, outcome, documents, seconds, status)
            VALUES ('f1', 'bbc', 'l', now()::TIMESTAMP, 'new', 1, 1, 200)"""
        )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    fill(data)
    return data


@pytest.fixture
def ask(data: Path) -> Iterator[Ask]:
    with asking(read_settings({"KIKIMIMI_DATA": str(data)})) as ask:
        yield ask


def edits(data: Path) -> list[tuple[str, str, str]]:
    """What stands on the topic: action, target, who."""
    with closing(open_topics(f"embedded:{data / 'topics.db'}")) as topics:
        stored = topics.read("edits", {}, 10_000)
    records = [decode("edits", one.message.value, one.message.headers) for one in stored]
    return sorted((one.action, one.target, one.who) for one in records if isinstance(one, Edit))


def ids(rows: Sequence[Row]) -> list[str]:
    return [row.suspect_id for row in rows]


def test_rows_come_newest_first_and_say_where_they_stand(ask: Ask) -> None:
    rows = read_rows(ask)
    assert [row.where for row in rows] == [
        "bbc",
        "test, A [bold] title",
        "open-ai",
        *["test, A [bold] title"] * 2,
    ]
    assert ids(read_rows(ask, "open")) == [THIRD, SECOND, FIRST]
    assert ids(read_rows(ask, "open", "figure-span")) == [SECOND, FIRST]
    assert ids(read_rows(ask, document=DOC[:6].upper())) == ["cafe" * 8, SECOND, FIRST], "its alert too"
    assert ids(read_rows(ask, document="open-ai")) == []
    assert read_rows(ask, expectation="it's") == []


def test_a_row_is_named_by_the_beginning_of_its_id(ask: Ask) -> None:
    assert ids(find(ask, [f"{ALIKE}1", "BEEF", "beefbeef"])) == [SECOND, THIRD], "each once"
    with pytest.raises(
        Rejected, match=rf"2 rows .* begins with 3f2a; give more of it, as in {FIRST} or {SECOND}"
    ):
        find(ask, ["beef", "3f2a"])
    with pytest.raises(
        Rejected, match=r"no row in quarantine .* begins with 3f2b; see kikimimi quarantine list"
    ):
        find(ask, ["beef", "3f2b"])
    with pytest.raises(Rejected, match="'bee' is too short for an id; give 4"):
        find(ask, ["bee"])


def test_an_expectation_names_its_open_rows(ask: Ask) -> None:
    assert ids(failing(ask, "figure-span")) == [SECOND, FIRST]
    assert failing(ask, "alert-age") == [], "all are decided"
    with pytest.raises(Rejected, match="no row in quarantine fails figure-spam; see"):
        failing(ask, "figure-spam")


def test_an_edit_is_appended_for_each_row_that_is_not_decided_so(tmp_path: Path) -> None:
    def row(number: int, status: str) -> Row:
        return Row(f"{number:032x}", status, "e", "w", "w", datetime(2025, 3, 1), None, None)  # noqa: DTZ001

    rows = [
        *(row(number, "open") for number in range(1_200)),
        row(1_200, "confirmed"),
        row(1_201, "released"),
    ]
    with closing(open_topics(f"embedded:{tmp_path / 'topics.db'}")) as topics:
        before = datetime.now(UTC)
        decided, settled = decide(topics, rows, "release-row", "yuki")
        stored = topics.read("edits", {}, 10_000)
    assert (decided, settled) == (rows[:1_201], rows[1_201:])
    made = [decode("edits", one.message.value, one.message.headers) for one in stored]
    assert len({one.edit_id for one in made if isinstance(one, Edit) and one.at >= before}) == 1_201
    assert edits(tmp_path) == [("release-row", one.suspect_id, "yuki") for one in rows[:1_201]]


def test_on_a_terminal_ids_are_short_and_the_first_rows_are_shown() -> None:
    when = datetime(2025, 3, 1)  # noqa: DTZ001
    rows = [Row(f"{n:08x}" + "0" * 24, "open", "e", "w[b]", "w\x1b[2J", when, None, None) for n in range(501)]
    screen = io.StringIO()
    show_rows(Console(file=screen, force_terminal=True, no_color=True, highlight=False, width=200), rows)
    lines = [line.strip() for line in screen.getvalue().splitlines()]
    assert sum(line.startswith("000") for line in lines) == 500
    (line,) = (line for line in lines if line.startswith("000001f3"))
    assert line.split() == ["000001f3", "2025-03-01", "open", "e", "w[b]", "w", "[2J"]
    assert "The first 500 of 501" in screen.getvalue()
    assert "kikimimi quarantine release ID" in screen.getvalue()


def test_what_is_piped_on_is_a_whole_line_a_row(kikimimi: Run, data: Path) -> None:
    done = kikimimi("quarantine", "list", COLUMNS="20")
    where = "test, A [bold] title"
    assert [line.split("\t") for line in done.stdout.splitlines()] == [
        [THIRD, "2025-03-03 00:00", "open", "entity-name", "open-ai", "two names"],
        [SECOND, "2025-03-02 00:00", "open", "figure-span", where, "7 bn is too much"],
        [FIRST, "2025-03-01 00:00", "open", "figure-span", where, "5 bn is not 5億ドル [31m"],
    ]
    decided = kikimimi("quarantine", "list", "--status", "released").stdout
    assert "released by yuki\talert-age" in decided
    assert len(kikimimi("quarantine", "list", "--status", "all").stdout.splitlines()) == 5
    none = kikimimi("quarantine", "list", "--expectation", "alert-age", "--document", DOC)
    assert none.stdout == f"No open rows in quarantine that fail alert-age in document {DOC}.\n"
    none = kikimimi("quarantine", "list", "--status", "all", "--expectation", "x")
    assert none.stdout == "No rows in quarantine that fail x.\n"


def test_what_is_decided_goes_on_the_topic_and_is_loaded(kikimimi: Run, data: Path) -> None:
    done = kikimimi("quarantine", "release", f"{ALIKE}0", "cafe")
    assert done.stdout == "cafecafe is released already, by yuki on 2025-03-04.\n1 row is released.\n", (
        done.stderr
    )
    me = getpass.getuser()
    assert edits(data) == [("release-row", FIRST, me)]
    asked = kikimimi("sql", "SELECT target, who FROM edits", "--format", "csv")
    assert asked.stdout.split()[1:] == [f"{FIRST},{me}"], "loaded here: nobody else holds the file"
    wrong = kikimimi("quarantine", "confirm", "beef", "0000")
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert wrong.stderr.startswith("kikimimi: no row in quarantine has an id that begins with 0000; see")
    assert len(edits(data)) == 1, "nothing is decided when one is not to be found"


def test_all_open_rows_of_an_expectation_are_decided_at_once(kikimimi: Run, data: Path) -> None:
    done = kikimimi("quarantine", "confirm", "--expectation", "figure-span")
    assert done.stdout == "2 rows are confirmed.\n", done.stderr
    assert [edit[:2] for edit in edits(data)] == [("confirm-row", FIRST), ("confirm-row", SECOND)]
    assert kikimimi("quarantine", "release", "--expectation", "fetch-time").stdout == "0 rows are released.\n"
    assert len(edits(data)) == 2


def test_the_tracker_answers_and_loads_where_it_holds_the_file(tmp_path: Path) -> None:
    place = Place(tmp_path / "data")
    fill(place.data)
    with place.serving():
        assert place.run("quarantine", "list", "--expectation", "entity-name").startswith(THIRD)
        said = place.run("quarantine", "release", "beef")
        assert said == "1 row is released as soon as the tracker has loaded it.\n"
        place.wait_for_rows("edits", 1)
    assert edits(place.data) == [("release-row", THIRD, getpass.getuser())]


def test_a_claim_that_is_held_back_is_shown_again_when_its_row_is_released(kikimimi: Run, data: Path) -> None:
    suspect = Suspect(expectation="too-much", relation="figures", key=DOC, what="5億ドル", start=0, end=4)
    verdict = Verdict(
        verdict_id="1" * 32, suite="claims", who="yuki", at=datetime(2025, 3, 9, tzinfo=UTC), seconds=1, success=False,
        evaluated=1, rows=2, failed=[], suspects=[suspect],
    )  # fmt: skip
    with closing(open_topics(f"embedded:{data / 'topics.db'}")) as topics:
        topics.append("verdicts", [pack("verdicts", "claims", verdict)])

    def claims() -> list[str]:
        done = kikimimi("sql", "SELECT surface FROM claims ORDER BY char_start", "--format", "csv")
        assert done.returncode == 0, done.stderr
        return done.stdout.split()[1:]

    assert kikimimi("work", "load", "--until-empty").returncode == 0
    assert claims() == ["7億ドル"]
    (line,) = kikimimi("quarantine", "list", "--expectation", "too-much").stdout.splitlines()
    suspect_id = hashlib.sha256(f"figures|{DOC}|0|4|too-much".encode()).hexdigest()[:32]
    assert line.startswith(f"{suspect_id}\t2025-03-09 00:00\topen\ttoo-much\ttest, A [bold] title\t5億ドル")
    assert kikimimi("quarantine", "release", suspect_id[:8]).stdout == "1 row is released.\n"
    assert claims() == ["5億ドル", "7億ドル"]
    listed = kikimimi("quarantine", "list", "--status", "released", "--expectation", "too-much").stdout
    assert f"\treleased by {getpass.getuser()}\t" in listed
    assert "is released already, by" in kikimimi("quarantine", "release", suspect_id[:8]).stdout
    assert kikimimi("quarantine", "confirm", suspect_id[:8]).stdout == "1 row is confirmed.\n", (
        "a change of mind"
    )
    assert claims() == ["7億ドル"]


def test_without_a_warehouse_the_remedy_is_said(kikimimi: Run) -> None:
    done = kikimimi("quarantine", "list")
    assert done.returncode == 2
    assert "is not there yet; fill it first" in done.stderr
