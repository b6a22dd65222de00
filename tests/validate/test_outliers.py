"""Slips and outliers: a claim is told apart by what other publishers say of the same, and by nothing else."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from statistics import median
from typing import Any

import pytest
from duckdb import DuckDBPyConnection

from pipeline.validate.outliers import OUTLIER, SLIP, SLOT, SLOTS
from pipeline.warehouse import open_for_writing

DAY = date(2025, 6, 1)
Say = Callable[..., None]
Found = Callable[[str], dict[str, str]]


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DuckDBPyConnection]:
    """A warehouse that knows OpenAI, two rates, and two sources of one family; other sources are families themselves."""
    with open_for_writing(tmp_path_factory.mktemp("outliers") / "t.duckdb", threads=1) as connection:
        connection.execute(
            "INSERT INTO entities BY NAME SELECT 'openai' AS entity, 'OpenAI' AS name, 'organization' AS type"
        )
        connection.execute(
            "INSERT INTO fx_rates VALUES ('USD', '2025-01-01', 1), ('JPY', '2025-01-01', 0.01)"
        )
        connection.execute(
            "INSERT INTO sources VALUES ('asahi', 'A', 'asahi', '', []), ('asahi-ai', 'A', 'asahi', '', [])"
        )
        yield connection


@pytest.fixture
def say(seeded: DuckDBPyConnection) -> Iterator[Say]:
    """Writes a figure as the loader does: money that OpenAI raises, in Japanese, unless told otherwise."""

    def say(source: str, amount: float | None, **more: Any) -> None:
        row = {
            "doc_id": source, "surface": "so much", "char_start": 0, "char_end": 7, "sentence_start": 0, "sentence_end": 7, "kind": "money",
            "value": amount, "low": amount, "high": amount, "unit": "USD", "bound": "exact", "subject": "openai", "metric": "funding",
            "modality": "asserted", "sentence": "", "source": source, "title": "", "lang": "ja", "said_at": DAY, "first_seen": DAY,
            "revisions": 1, "loaded_at": DAY,
        } | more  # fmt: skip
        marks = ", ".join("?" * len(row))
        seeded.execute(f"INSERT INTO figures ({', '.join(row)}) VALUES ({marks})", list(row.values()))

    yield say
    seeded.execute("DELETE FROM figures")


@pytest.fixture
def found(seeded: DuckDBPyConnection) -> Found:
    return lambda query: {doc_id: what for doc_id, _, _, what in seeded.execute(query).fetchall()}


def test_a_slip_between_oku_and_cho_is_told_with_the_median_of_the_others(say: Say, found: Found) -> None:
    for source, amount in {"nikkei": 4e10, "asahi": 3.9e10, "kyodo": 4.1e10}.items():
        say(source, amount)
    say("tube", 4e14, surface="400兆ドル", char_start=12, char_end=18)
    assert found(SLIP) == {
        "tube": "400兆ドル: funding of OpenAI, 400 trillion USD, is 10,000 times more than the 40 billion USD of 3 other publishers"
        " (their median); 億 and 兆, or 万 and 億, are easily confused"
    }
    assert found(OUTLIER) == {}


def test_what_is_found_is_named_by_its_span(say: Say, seeded: DuckDBPyConnection) -> None:
    say("nikkei", 4e10)
    say("asahi", 4e10)
    say("tube", 4e14, char_start=12, char_end=18)
    ((*span, _),) = seeded.execute(SLIP).fetchall()
    assert span == ["tube", 12, 18]


@pytest.mark.parametrize(
    ("lang", "times", "slip"),
    [
        ("ja", 10_000, "10,000 times more"),
        ("ja", 1 / 10_000, "10,000 times less"),
        ("ja", 10_400, "10,000 times more"),
        ("ja", 9_600, "10,000 times more"),
        ("ja", 10_600, None),
        ("ja", 9_400, None),
        ("ja", 5_000, None),
        ("en", 10_000, None),
        ("fr", 1 / 10_000, None),
        ("ja", 1_000, "1,000 times more"),
        ("en", 1_000, "1,000 times more"),
        ("fr", 1 / 1_040, "1,000 times less"),
        ("en", 960, "1,000 times more"),
        ("en", 940, None),
        ("en", 1_060, None),
    ],
)
def test_a_slip_is_a_thousand_times_or_ten_thousand_in_japanese(
    say: Say, found: Found, lang: str, times: float, slip: str | None
) -> None:
    for source in ("wire", "post", "times"):
        say(source, 4e10, lang="en")
    say("tube", 4e10 * times, lang=lang)
    told = [what for what in found(SLIP).values() if slip and slip in what]
    assert len(found(SLIP)) == len(told) == (1 if slip else 0)
    assert set(found(OUTLIER)) == (set() if slip else {"tube"})


def test_a_slip_takes_two_other_families(say: Say, found: Found) -> None:
    say("tube", 4e14)
    say("asahi", 4e10)
    say("asahi-ai", 4e10)  # of one family
    assert found(SLIP) == {}
    say("kyodo", 4e10)
    assert set(found(SLIP)) == {"tube"}


def test_an_outlier_takes_three_other_families(say: Say, found: Found) -> None:
    say("post", 5e11)
    for source in ("asahi", "asahi-ai", "kyodo"):
        say(source, 4e10)
    assert found(OUTLIER) == {}
    say("nikkei", 4e10)
    assert set(found(OUTLIER)) == {"post"}


def test_an_outlier_is_ten_times_off_either_way(say: Say, found: Found) -> None:
    for number, source in enumerate(("nikkei", "asahi", "kyodo", "wire", "post")):
        say(source, 4e10 + number * 1e9)
    say("near", 4.1e11)
    say("far", 4.3e11)
    say("less", 4e9, surface="40億ドル")
    assert found(OUTLIER) == {
        "far": "so much: funding of OpenAI, 430 billion USD, is 10 times more than the 42 billion USD of 7 other publishers (their median)",
        "less": "40億ドル: funding of OpenAI, 4 billion USD, is 11 times less than the 43 billion USD of 7 other publishers (their median)",
    }


def test_a_family_has_one_opinion_the_median_of_its_claims(say: Say, found: Found) -> None:
    for number in range(9):
        say("tube", 4e14, doc_id=f"tube {number}")
    for source in ("nikkei", "asahi", "kyodo"):
        say(source, 4e10)
        say(source, 4.1e10, doc_id=f"{source} 2")
    say("asahi-ai", 9e14, doc_id="asahi 3")
    assert set(found(SLIP)) == {f"tube {number}" for number in range(9)}, "nine voices of one are one"
    assert set(found(OUTLIER)) == {"asahi 3"}, "and a slip of its own does not move what Asahi says"


@pytest.mark.parametrize(("days", "counts"), [(0, True), (60, True), (135, True), (180, False), (365, False)])
def test_only_what_is_said_within_half_a_year_counts(say: Say, found: Found, days: int, counts: bool) -> None:
    for shift in range(0, 50, 7):  # wherever the slots begin
        day = DAY + timedelta(days=shift)
        say("tube", 4e14, doc_id=f"tube {shift}", subject=f"s-{shift}", said_at=day)
        for sign, source in zip((1, -1, 1), ("nikkei", "asahi", "kyodo"), strict=True):
            say(source, 4e10, subject=f"s-{shift}", said_at=day + sign * timedelta(days=days))
    assert len(found(SLIP)) == (8 if counts else 0)


@pytest.mark.parametrize(
    "other",
    [
        {"subject": "anthropic"},
        {"subject": None},
        {"metric": "revenue"},
        {"kind": "count", "unit": "user"},
        {"unit": "XXX"},  # without a rate
        {"modality": "denied"},
        {"value": None, "bound": "vague"},
        {"value": 0},
    ],
    ids=str,
)
def test_what_is_not_said_of_the_same_does_not_count(say: Say, found: Found, other: dict[str, Any]) -> None:
    for source in ("nikkei", "asahi", "kyodo"):
        say(source, 4e10, **other)
    say("tube", 4e14)
    say("post", 5e11)
    assert found(SLIP) == {}
    assert found(OUTLIER) == {}


@pytest.mark.parametrize(
    "metric", ["other", "price", "benchmark", "length", "hardware", "growth", "share", None]
)
def test_metrics_with_many_values_at_once_are_left_out(say: Say, found: Found, metric: str | None) -> None:
    for source in ("nikkei", "asahi", "kyodo"):
        say(source, 4e10, metric=metric)
    say("tube", 4e14, metric=metric)
    say("post", 5e11, metric=metric)
    assert found(SLIP) == {}
    assert found(OUTLIER) == {}


def test_money_is_compared_in_dollars_and_what_is_held_back_stays_found(say: Say, found: Found) -> None:
    for source in ("nikkei", "asahi", "kyodo"):
        say(source, 4e12, unit="JPY")
    say("post", 4e10)
    say("tube", 4e14, quarantined=["figure-slip"])
    assert set(found(SLIP)) == {"tube"}


def test_no_other_claims_are_found_than_by_counting_one_by_one(
    say: Say, found: Found, seeded: DuckDBPyConnection
) -> None:
    chance = random.Random(7)
    for number in range(600):
        say(
            f"f-{chance.randrange(7)}",
            float(f"{4e10 * chance.choice([1, 1, 1, 1, 1.3, 0.7, 12, 0.05, 1e3, 1e4, 1e-4]):.3g}"),
            doc_id=f"{number}",
            lang=chance.choice(["ja", "en"]),
            subject=chance.choice(["openai", "xai", "meta"]),
            said_at=DAY + timedelta(days=chance.randrange(500)),
        )
    rows = seeded.execute("SELECT doc_id, family, lang, subject, said_at, usd FROM claims_all").fetchall()
    slots = {row[0]: (row[4].date() - date(1970, 1, 1)).days // SLOT for row in rows}
    slips, outliers = set(), set()
    for doc_id, family, lang, subject, _, usd in rows:
        near: dict[str, list[float]] = {}
        for other, its_family, _, its_subject, _, its_usd in rows:
            if its_subject == subject and its_family != family and abs(slots[other] - slots[doc_id]) <= SLOTS:
                near.setdefault(its_family, []).append(its_usd)
        if len(near) < 2:
            continue
        middle = median(map(median, near.values()))
        times = max(usd / middle, middle / usd)
        if 950 <= times <= 1050 or (lang == "ja" and 9500 <= times <= 10500):
            slips.add(doc_id)
        elif times >= 10 and len(near) >= 3:
            outliers.add(doc_id)
    assert min(len(slips), len(outliers)) > 20
    assert (set(found(SLIP)), set(found(OUTLIER))) == (slips, outliers)
