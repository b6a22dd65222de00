"""Stories in the tables: what belongs together is together, in whatever order it came and whatever became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from duckdb import DuckDBPyConnection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from pipeline.alert.outbox import Outbox
from pipeline.alert.rules import Rule, fire
from pipeline.keep.retention import retain
from pipeline.load import run as loader
from pipeline.load.batch import Batch
from pipeline.load.run import load, write_batch
from pipeline.records import Extraction
from pipeline.topics.base import Topics
from pipeline.topics.envelope import pack
from pipeline.warehouse import open_for_writing
from tests.load.conftest import Ask, Put
from tests.load.judged import suspect, verdict
from tests.load.stories.texts import EN, FR, JA, OTHER_EN, edited, price_list
from tests.samples import make_document, make_extraction, make_figure, make_mention

WAREHOUSES = ("file", "sqlite")
DAY = datetime(2025, 2, 3, 12, tzinfo=UTC)
NAMES = ("openai", "nvidia", "oracle", "microsoft")
AMOUNTS = (6.6e9, 1.57e11, 3.7e9, 2.5e8)
STORIES = "SELECT story_id, doc_id, how FROM story_documents ORDER BY story_id, said_at, doc_id"


def told(name: str, text: str, lang: str = "en", days: float = 0, facts: bool = False) -> Extraction:
    """A document of its own source; facts: with four names and four figures, the same in every language."""
    at = DAY + timedelta(days=days)
    document = replace(
        make_document(name, text), source=f"site-{name}", lang=lang, published_at=at, collected_at=at
    )
    mentions = [make_mention(text[:3], 0, one) for one in NAMES] if facts else []
    figures = (
        [make_figure(text[one : one + 2], one, amount) for one, amount in enumerate(AMOUNTS)] if facts else []
    )
    return replace(make_extraction(document, *mentions, figures=figures), lang=lang)


def ids(*extractions: Extraction) -> list[str]:
    return [one.document.doc_id for one in extractions]


@pytest.mark.parametrize(("text", "lang"), [(EN, "en"), (JA, "ja"), (FR, "fr")])
def test_the_same_text_on_several_sites_is_one_story(text: str, lang: str, put: Put, ask: Ask) -> None:
    first, copy, other = (
        told("agency", text, lang),
        told("daily", edited(text, lang), lang, 0.5),
        told("other", OTHER_EN, "en", 0.1),
    )
    put(copy, other)
    put(first)
    first_id, copy_id, _ = ids(first, copy, other)
    assert ask(STORIES) == [(first_id, first_id, "first"), (first_id, copy_id, "copy")]
    ((similarity,),) = ask("SELECT similarity FROM story_documents WHERE how = 'copy'")
    assert 0.5 < similarity < 1


def test_the_view_tells_who_had_it_first_and_who_else(put: Put, ask: Ask) -> None:
    first, copy, alone = told("agency", EN), told("daily", edited(EN, "en"), days=1), told("alone", OTHER_EN)
    put(copy, first, alone)
    assert ask("SELECT story_id, first_source, copies, families, sources, languages, last_said::VARCHAR FROM stories") == [
        (first.document.doc_id, "site-agency", 2, 2, ["site-agency", "site-daily"], ["en"], "2025-02-04 12:00:00")
    ]  # fmt: skip
    assert ask("SELECT source, story, copies FROM latest_documents ORDER BY source") == [
        ("site-agency", first.document.doc_id, 2),
        ("site-alone", alone.document.doc_id, 1),
        ("site-daily", first.document.doc_id, 2),
    ]


def test_a_translation_is_the_same_story_by_its_figures_and_names(put: Put, ask: Ask) -> None:
    first, copy, translation, late = (
        told("agency", EN, facts=True),
        told("daily", edited(EN, "en"), days=0.2, facts=True),
        told("shimbun", JA, "ja", 1, facts=True),
        told("revue", FR, "fr", 30, facts=True),
    )
    put(late, translation)
    put(copy)
    assert ask("SELECT how FROM story_documents ORDER BY said_at") == [("first",), ("translation",)]
    put(first)
    ids_ = ids(first, copy, translation)
    assert ask(STORIES) == [(ids_[0], doc_id, how) for doc_id, how in zip(ids_, ("first", "copy", "translation"), strict=True)]  # fmt: skip


def test_what_comes_a_month_later_is_another_story(put: Put, ask: Ask) -> None:
    put(told("agency", EN), told("daily", EN, days=30))
    assert ask(STORIES) == []


def test_prices_that_change_every_day_are_no_copies(put: Put, ask: Ask) -> None:
    put(*(told(f"day {day}", price_list(day), days=day) for day in range(5)))
    assert ask(STORIES) == []


def test_a_revision_that_tells_something_else_leaves_its_story_and_takes_nobody_along(
    put: Put, ask: Ask
) -> None:
    first, second, third = (
        told(name, edited(EN, "en"), days=day) for day, name in enumerate(("a", "b", "c"))
    )
    put(first, second, third)
    assert {story for story, _, _ in ask(STORIES)} == set(ids(first))
    changed = replace(told("a", OTHER_EN).document, collected_at=DAY + timedelta(days=9))
    put(replace(first, document=changed))
    assert ask(STORIES) == [
        (ids(second)[0], ids(second)[0], "first"),
        (ids(second)[0], ids(third)[0], "copy"),
    ]
    back = replace(first.document, collected_at=DAY + timedelta(days=10))
    put(replace(first, document=back))
    assert {story for story, _, _ in ask(STORIES)} == set(ids(first))


def test_one_that_joins_two_stories_makes_them_one(put: Put, ask: Ask) -> None:
    half = len(EN) // 2
    head, tail, whole = (
        told("head", EN[:half]),
        told("tail", EN[half:], days=0.1),
        told("whole", EN, days=0.2),
    )
    put(head, told("head too", EN[:half], days=0.3), tail, told("tail too", EN[half:], days=0.4))
    assert len({story for story, _, _ in ask(STORIES)}) == 2
    put(whole)
    assert {story for story, _, _ in ask(STORIES)} == set(ids(head))


def test_loading_again_changes_nothing(put: Put, ask: Ask) -> None:
    documents = told("a", EN), told("b", EN, days=1), told("c", JA, "ja")
    put(*documents)
    before = ask("FROM story_documents ORDER BY ALL"), ask("FROM story_prints ORDER BY ALL")
    put(*documents)
    assert (ask("FROM story_documents ORDER BY ALL"), ask("FROM story_prints ORDER BY ALL")) == before


def test_a_batch_that_fails_leaves_no_story(
    topics: Topics, connection: DuckDBPyConnection, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise ConnectionError

    for one in (told("a", EN), told("b", EN, days=1)):
        topics.append("extractions", [pack("extractions", one.document.doc_id, one)])
    with monkeypatch.context() as broken:
        broken.setattr(loader, "write_offsets", break_down)
        with pytest.raises(ConnectionError):
            load(topics, connection, lambda _: [])
    assert ask("SELECT (SELECT count(*) FROM story_documents), (SELECT count(*) FROM story_prints)") == [
        (0, 0)
    ]
    load(topics, connection, lambda _: [])
    assert ask("SELECT count(*) FROM story_documents") == [(2,)]


def test_held_back_documents_do_not_count(put: Put, ask: Ask) -> None:
    first, copy, third = told("a", EN), told("b", EN, days=1), told("c", EN, days=2)
    put(first, copy, third)
    put(verdict(1, suspect(ids(first)[0])))
    assert ask("SELECT first_source, first_doc, copies FROM stories") == [("site-b", ids(copy)[0], 2)]


def test_many_of_the_same_are_one_story(put: Put, ask: Ask) -> None:
    """As from a source that publishes one text under a hundred addresses: more than a key may be shared by."""
    put(*(told(f"{number}", f"{EN} {number}", days=number / 500) for number in range(150)))
    put(*(told(f"late {number}", EN, days=1 + number / 500) for number in range(150)))
    ((stories, documents),) = ask("SELECT count(DISTINCT story_id), count(*) FROM story_documents")
    assert documents >= 150
    assert stories < 10


@pytest.mark.parametrize(
    ("every_copy", "alerts"), [(False, ["a", "c", "other"]), (True, ["a", "b", "c", "other"])]
)
def test_a_rule_fires_once_a_story_and_language_unless_it_asks_for_copies(
    every_copy: bool, alerts: list[str], topics: Topics, connection: DuckDBPyConnection, ask: Ask
) -> None:
    rule = Rule("r", "Nvidia is named", ("nvidia",), every_copy=every_copy)

    def come(*extractions: Extraction) -> None:
        topics.append("extractions", [pack("extractions", one.document.doc_id, one) for one in extractions])
        load(topics, connection, lambda one: fire([rule], one))

    first, other = told("a", EN, facts=True), told("other", OTHER_EN)
    other = replace(other, mentions=[make_mention(OTHER_EN[:3], 0, "nvidia")])
    come(told("b", edited(EN, "en"), days=1, facts=True), first)
    come(told("c", JA, "ja", days=2, facts=True), other)
    come(first)
    fired = ask("SELECT DISTINCT d.source FROM alerts a JOIN documents d USING (doc_id) ORDER BY 1")
    assert fired == [(f"site-{name}",) for name in alerts]
    assert ask("SELECT count(*) FROM alerts") == [(len(alerts),)]


def test_copies_of_one_story_are_one_voice(put: Put, ask: Ask) -> None:
    put(told("a", EN, facts=True), told("b", edited(EN, "en"), days=1, facts=True))
    voices = "SELECT DISTINCT documents, families, independent, stories FROM corroboration"
    assert ask(voices) == [(2, 2, 1, 1)]
    put(told("c", OTHER_EN, days=1, facts=True))
    assert ask(voices) == [(3, 3, 2, 2)]


HALF = len(EN) // 2
MANY = [
    told("head", EN[:HALF]), told("tail", EN[HALF:], days=1), told("whole", EN, days=2), told("edited", edited(EN, "en"), days=5),
    told("same time", EN, days=2), told("week later", EN, days=11), told("other", OTHER_EN), told("ja", JA, "ja", 3, facts=True),
    told("fr", FR, "fr", 4, facts=True), told("en", edited(EN, "en"), "en", 4, facts=True), told("ja too", edited(JA, "ja"), "ja", 9),
]  # fmt: skip


FILLED = (
    *("story_documents", "story_prints", "story_keys", "documents", "revisions", "alerts", "deliveries"),
    *("mentions", "figures", "appearances", "extractor_runs"),
)
"""The tables that extractions go into."""


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with open_for_writing(tmp_path_factory.mktemp("orders") / "t.duckdb", threads=1) as opened:
        yield opened


def _load(
    connection: DuckDBPyConnection,
    batches: Sequence[Sequence[Extraction]],
    rules: Sequence[Rule] = (),
    after: Callable[[int], None] = lambda _: None,
) -> None:
    """From empty tables. after: called after each batch with its number."""
    for table in FILLED:
        connection.execute(f"DELETE FROM {table}")
    for number, one in enumerate(batches):
        batch = Batch(extractions={x.document.doc_id: x for x in one}, revisions=[x.document for x in one])
        write_batch(connection, {}, batch, lambda x: fire(rules, x))
        after(number)


def _stories(
    connection: DuckDBPyConnection, batches: Sequence[Sequence[Extraction]]
) -> list[tuple[Any, ...]]:
    _load(connection, batches)
    return connection.execute("SELECT * FROM story_documents ORDER BY ALL").fetchall()


def _cut(order: list[Extraction], cuts: set[int]) -> list[list[Extraction]]:
    return [order[start:end] for start, end in pairwise([0, *sorted(cuts), len(order)])]


@pytest.fixture(scope="module")
def expected(empty: DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """The stories that they come to as one batch."""
    return _stories(empty, [MANY])


@given(st.permutations(MANY), st.sets(st.integers(1, len(MANY) - 1)))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_any_order_and_in_any_batches_they_come_to_the_same_stories(
    empty: DuckDBPyConnection, expected: list[tuple[Any, ...]], order: list[Extraction], cuts: set[int]
) -> None:
    assert len(expected) > 8
    assert _stories(empty, _cut(order, cuts)) == expected


RULES = [Rule("r", "Nvidia is named", ("nvidia",)), Rule("all", "OpenAI is named", ("openai",), every_copy=True)]  # fmt: skip
NAMING = [
    replace(one, mentions=[make_mention(one.document.text[:3], 0, name) for name in NAMES]) for one in MANY
]
FIRED = "SELECT alert_id, rule, entity, doc_id FROM alerts ORDER BY ALL"
SUBJECTS = """SELECT DISTINCT a.rule, a.entity, coalesce(s.story_id, a.doc_id), d.lang
FROM alerts a JOIN documents d USING (doc_id) LEFT JOIN story_documents s USING (doc_id)"""


@pytest.fixture(scope="module")
def fired(empty: DuckDBPyConnection) -> tuple[list[tuple[Any, ...]], ...]:
    """The alerts that they set off as one batch, and what these are of."""
    _load(empty, [NAMING], RULES)
    alerts, subjects = (empty.execute(query).fetchall() for query in (FIRED, SUBJECTS))
    return alerts, subjects


@given(
    st.permutations(NAMING), st.sets(st.integers(1, len(NAMING) - 1)), st.sets(st.integers(0, len(NAMING)))
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_any_order_the_earliest_tells_it_until_somebody_was_told_and_nothing_is_left_untold(
    empty: DuckDBPyConnection,
    fired: tuple[list[tuple[Any, ...]], ...],
    order: list[Extraction],
    cuts: set[int],
    tellings: set[int],
) -> None:
    expected, subjects = fired

    def tell(number: int) -> None:
        if number in tellings:
            Outbox(empty).tell("console", lambda _: None)

    assert [rule for _, rule, _, _ in expected].count("all") == len(NAMING)
    assert 1 < len(subjects) < len(NAMING) * 2
    _load(empty, _cut(order, cuts), RULES)
    assert empty.execute(FIRED).fetchall() == expected
    _load(empty, _cut(order, cuts), RULES, tell)
    assert sorted(empty.execute(SUBJECTS).fetchall()) == sorted(subjects)
    assert empty.execute("FROM deliveries ANTI JOIN alerts USING (alert_id)").fetchall() == []


@pytest.mark.lakes
def test_an_earlier_copy_takes_the_alert_over_while_nobody_was_told(
    topics: Topics, connection: DuckDBPyConnection, ask: Ask
) -> None:
    def come(one: Extraction) -> list[tuple[Any, ...]]:
        topics.append("extractions", [pack("extractions", one.document.doc_id, one)])
        load(topics, connection, lambda one: fire(RULES[:1], one))
        return ask("SELECT d.source FROM alerts a JOIN documents d USING (doc_id)")

    assert come(told("third", EN, days=3, facts=True)) == [("site-third",)]
    assert come(told("second", EN, days=2, facts=True)) == [("site-second",)]
    assert Outbox(connection).tell("console", lambda _: None) == 1
    assert come(told("first", EN, days=1, facts=True)) == [("site-second",)]
    assert come(told("third", EN, days=3, facts=True)) == [("site-second",)]
    assert Outbox(connection).tell("console", lambda _: None) == 0


@pytest.mark.lakes
def test_the_first_that_had_gone_and_comes_back_is_in_its_story(
    put: Put, connection: DuckDBPyConnection, ask: Ask
) -> None:
    first, second, third = (
        told(name, edited(EN, "en"), days=day) for day, name in enumerate(("a", "b", "c"))
    )
    put(first, second, third)
    whole = ask("FROM story_documents ORDER BY said_at")
    retain(connection, nullcontext(), 0, 1, DAY + timedelta(days=1.5))
    assert [doc_id for _, doc_id, _ in ask(STORIES)] == ids(second, third)
    put(first)
    assert ask("FROM story_documents ORDER BY said_at") == whole


def test_maintain_removes_what_leads_to_documents_that_have_gone(
    put: Put, connection: DuckDBPyConnection, ask: Ask
) -> None:
    put(told("a", EN), told("b", edited(EN, "en"), days=2), told("page", price_list(0)))
    for day in (1, 2, 3):
        put(replace(one := told("page", price_list(day)), document=replace(one.document, collected_at=DAY + timedelta(days=day))))  # fmt: skip
    keys = "SELECT count(DISTINCT (print, day)) FROM story_keys"
    assert ask(keys) == [(6,)]
    retain(connection, nullcontext(), 0, 0)
    assert ask(keys) == [(3,)]
    retain(connection, nullcontext(), 0, 1, DAY + timedelta(days=1.5))
    assert ask(keys) == [(2,)]
    put(told("c", EN, days=4))
    assert [doc_id for _, doc_id, _ in ask(STORIES)] == ids(told("b", EN), told("c", EN))
