"""Limits: what a claim can be, what an analyst reads when it cannot, and what a limits.yaml may say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, get_args

import duckdb
import pytest
from duckdb import DuckDBPyConnection

from pipeline.errors import Misconfigured
from pipeline.extract.names.catalogue import load_catalogue
from pipeline.records import Kind
from pipeline.round import build_stages, lay_seeds
from pipeline.settings import read_settings
from pipeline.validate.limits import PLAUSIBLE, Limit, limits_sql, load_limits
from pipeline.warehouse import open_for_writing
from tests.conftest import ROOT, Fill

KNOWN = frozenset(load_catalogue(ROOT / "seeds" / "catalogue"))
LIMITS = load_limits(ROOT / "seeds" / "limits.yaml", KNOWN)
MARK = re.compile(r"\{\{([^|}]+)\|([^|}]+)\|([^|}]+)\|([^|}]+)\|([^|}]+)\|?([^}]*)\}\}")


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DuckDBPyConnection]:
    """A warehouse with the catalogue and the rates, and no figures."""
    path = tmp_path_factory.mktemp("limits")
    settings = read_settings({"KIKIMIMI_SEEDS": str(ROOT / "seeds"), "KIKIMIMI_DATA": str(path)})
    with closing(open_for_writing(path / "t.duckdb", threads=1)) as connection:
        lay_seeds(connection, build_stages(settings))
        yield connection


@pytest.fixture
def warehouse(seeded: DuckDBPyConnection) -> Iterator[DuckDBPyConnection]:
    yield seeded
    seeded.execute("DELETE FROM figures")


def claim(connection: DuckDBPyConnection, kind: str, amount: float | None = None, **more: Any) -> None:
    """Writes a figure as the loader does: an exact one, of no subject and metric unless told."""
    row = {
        "doc_id": "d", "surface": "so much", "char_start": 0, "char_end": 7, "sentence_start": 0, "sentence_end": 7, "kind": kind,
        "value": amount, "low": amount, "high": amount, "unit": "USD", "bound": "exact", "modality": "asserted", "sentence": "",
        "source": "s", "title": "", "lang": "en", "said_at": "2025-02-03", "first_seen": "2025-02-03", "revisions": 1, "loaded_at": "2025-02-03",
    } | more  # fmt: skip
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO figures ({', '.join(row)}) VALUES ({marks})", list(row.values()))


def beyond(connection: DuckDBPyConnection, limits: tuple[Limit, ...] = LIMITS) -> list[str]:
    """What an analyst reads of each claim that cannot be true."""
    found = connection.execute(PLAUSIBLE.format(limits=limits_sql(limits))).fetchall()
    return [what for *_, what in found]


def test_the_projects_limits_cover_every_kind_of_figure() -> None:
    assert {limit.kind for limit in LIMITS} == set(get_args(Kind))


def test_of_the_samples_only_the_six_trillion_dollars_of_meta_cannot_be_true(
    fill: Fill, environ: dict[str, str]
) -> None:
    fill(str(ROOT / "seeds" / "transcripts"), *map(str, (ROOT / "seeds" / "feeds").iterdir()))
    with closing(duckdb.connect(f"{environ['KIKIMIMI_DATA']}/tracker.duckdb", read_only=True)) as connection:
        assert connection.execute("SELECT count(*) > 80 FROM claims_all").fetchall() == [(True,)]
        (what,) = beyond(connection)
    assert what.startswith(
        "6兆ドル: capex of Meta, 6 trillion USD, is more than 5 trillion USD. The most that one company"
    )


def test_of_the_gold_documents_only_what_garbled_speech_made_of_two_figures_cannot_be_true(
    warehouse: DuckDBPyConnection,
) -> None:
    figures = [
        mark
        for path in (ROOT / "tests" / "gold").glob("*.txt")
        for mark in MARK.findall(path.read_text("utf-8"))
    ]
    assert len(figures) > 80
    for surface, kind, value, unit, bound, rest in figures:
        low, _, high = value.partition("..") if ".." in value else (value, "", value)
        more = dict(pair.split("=", 1) for pair in rest.split("|") if pair)
        claim(
            warehouse,
            kind,
            surface=surface,
            low=low or None,
            high=high or None,
            unit=unit,
            bound=bound,
            **more,
        )
    users, dollars = sorted(beyond(warehouse), reverse=True)
    assert dollars.startswith("6兆ドル: capex of Meta, ")
    assert users.startswith("8000億人: users of OpenAI, ")


@pytest.mark.parametrize(
    ("kind", "metric", "subject", "unit", "amount"),
    [
        ("money", "investment", "stargate", "USD", 5e11),
        ("count", "hardware", "grok-4", "FLOP", 5e26),  # what its training is said to have taken
        ("count", "hardware", "nvidia", "flop-per-second", 2e16),  # what one of its chips does
        ("money", "capex", "openai", "USD", 1.4e12),  # its plans of 2025 for eight years
        ("money", "capex", "microsoft", "USD", 2e11),
        ("money", "capex", "nvidia", "USD", 4e12),  # what it expects of all until 2030
        ("money", "capex", "mckinsey", "USD", 6.7e12),  # the same
        ("money", "funding", "openai", "USD", 7e12),  # what Altman was said to seek
        ("money", "valuation", "nvidia", "USD", 5e12),
        ("money", "valuation", None, "USD", 1.3e14),  # all shares
        ("money", "loss", "nvidia", "USD", 5.89e11),
        ("money", "cost", "deepseek-r1", "USD", 294_000),
        ("money", "price", "gpt-5", "USD", 0.0001),
        ("money", "price", "chatgpt", "USD", 0),
        ("money", "other", None, "JPY", 1.3e15),  # the debt of Japan
        ("count", "parameters", "gpt-4", "parameter", 1.8e12),
        ("count", "parameters", None, "parameter", 5e13),
        ("count", "tokens", "llama", "token", 4e13),
        ("count", "tokens", "google", "token", 1.3e15),  # a month
        ("count", "context", "llama", "token", 1e7),
        ("count", "users", "chatgpt", "user", 1e9),
        ("count", "hardware", "openai", "GPU", 1e8),
        ("count", "employees", "mckinsey", "person", 8e8),
        ("count", "other", None, "person", 8.2e9),
        ("power", "power-use", "openai", "W", 2.5e11),
        ("power", "power-use", "hyperion", "W", 5e9),
        ("power", "power-use", None, "W", 0.001),
        ("energy", "power-use", None, "Wh", 9.45e14),
        ("percent", "share", "nvidia", "%", 100),
        ("percent", "growth", "anthropic", "%", 9900),
        ("multiple", "growth", "nvidia", "x", 1e6),
        ("temperature", "other", None, "Cel", 1.5e8),  # in a reactor
        ("age", "other", "sam-altman", "year", 39),
        ("age", "other", None, "year", 2000),  # the scrolls of Herculaneum
        ("duration", "other", "google-willow", "year", 1e25),
        ("length", "other", None, "m", 3.8e8),
    ],
)
def test_what_was_really_said_is_plausible(
    warehouse: DuckDBPyConnection, kind: str, metric: str, subject: str | None, unit: str, amount: float
) -> None:
    assert subject is None or subject in KNOWN
    claim(warehouse, kind, amount, metric=metric, subject=subject, unit=unit)
    assert beyond(warehouse) == []


@pytest.mark.parametrize(
    ("kind", "metric", "subject", "unit", "amount"),
    [
        ("money", "capex", "microsoft", "USD", 8e14),  # 億 heard as 兆, as the next ones
        ("money", "valuation", "openai", "USD", 3e15),
        ("money", "revenue", "openai", "USD", 3.7e13),
        ("money", "funding", "anthropic", "USD", 2e13),
        ("money", "loss", "nvidia", "USD", 5.89e15),
        ("money", "cost", "gpt-4", "USD", 1e13),
        ("money", "price", "nvidia-h100", "USD", 3e12),
        ("money", "price", "chatgpt", "USD", -20),
        ("money", None, None, "USD", 1e18),
        ("count", "users", "chatgpt", "user", 3e12),
        ("count", "subscribers", "chatgpt", "subscriber", 2e11),
        ("count", "employees", "openai", "employee", 3e10),
        ("count", "parameters", "deepseek-r1", "parameter", 6.7e16),
        ("count", "tokens", "llama", "token", 1.5e20),
        ("count", "context", "llama", "token", 0),
        ("count", "hardware", "xai", "GPU", 2e12),
        ("count", None, None, "robot", -1),
        ("power", "power-use", "hyperion", "W", 5e12),
        ("power", "power-use", "openai", "W", 1e14),
        ("energy", "power-use", "google", "Wh", 3e19),
        ("percent", "share", None, "%", 170),
        ("percent", "benchmark", "gpt-4", "%", 864),
        ("temperature", None, None, "Cel", -300),
        ("age", None, None, "year", -1),
        ("age", None, "sam-altman", "year", 390),
        ("duration", None, None, "day", -3),
        ("length", None, None, "m", 1e20),
        ("area", None, "stargate", "m2", 1e13),
        ("mass", None, None, "g", 1e22),
        ("data", None, None, "B", 1e27),
        ("multiple", None, None, "x", -2),
    ],
)
def test_what_cannot_be_is_not_plausible(
    warehouse: DuckDBPyConnection,
    kind: str,
    metric: str | None,
    subject: str | None,
    unit: str,
    amount: float,
) -> None:
    assert subject is None or subject in KNOWN
    claim(warehouse, kind, amount, metric=metric, subject=subject, unit=unit)
    assert len(beyond(warehouse)) == 1


HUNDRED = Limit("money", "price", None, None, "USD", 10.0, 100.0, "Nobody pays more.")


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (101, 101, "101 USD, is more than 100 USD"),
        (101, None, "at least 101 USD, is more than 100 USD"),
        (2e6, 3e9, "2 million to 3 billion USD, is more than 100 USD"),
        (None, 9, "at most 9 USD, is less than 10 USD"),
        (50, 5000, None),
        (None, 5000, None),
        (1, None, None),
        (100, 100, None),
        (10, 10, None),
    ],
)
def test_the_closest_reading_counts(
    warehouse: DuckDBPyConnection, low: float | None, high: float | None, said: str | None
) -> None:
    claim(warehouse, "money", low=low, high=high, metric="price", subject="chatgpt", surface="$$$")
    read = [f"$$$: price of ChatGPT, {said}. Nobody pays more."] if said else []
    assert beyond(warehouse, (HUNDRED,)) == read


def test_money_is_judged_in_dollars_of_the_day_and_only_with_a_rate(warehouse: DuckDBPyConnection) -> None:
    claim(warehouse, "money", 14_000, metric="price", unit="JPY", doc_id="yen, 90 dollars")
    claim(warehouse, "money", 20_000, metric="price", unit="JPY", doc_id="yen, 130 dollars")
    claim(warehouse, "money", 1000, metric="price", unit="JPY", doc_id="yen, 6 dollars")
    claim(warehouse, "money", 1e9, metric="price", unit="XXX", doc_id="no rate")
    claim(warehouse, "count", 1e9, metric="price", unit="USD", doc_id="no money")
    found = warehouse.execute(PLAUSIBLE.format(limits=limits_sql((HUNDRED,)))).fetchall()
    assert sorted(doc_id for doc_id, *_ in found) == ["yen, 130 dollars", "yen, 6 dollars"]


@pytest.mark.parametrize(
    ("kind", "amount", "unit", "said"),
    [
        ("count", 35.6e9, "user", "35.6 billion users"),
        ("count", 2e15, "company", "2 quadrillion companies"),
        ("count", 1500, "person", "1500 people"),
        ("duration", 12.5, "day", "12.5 days"),
        ("percent", 250, "%", "250 %"),
        ("multiple", 40, "x", "40 times"),
        ("power", 1.2e12, "W", "1.2 trillion W"),
        ("temperature", 3000, "Cel", "3000 °C"),
        ("money", 123456, "USD", "123456 USD"),
    ],
)
def test_amounts_read_as_people_say_them(
    warehouse: DuckDBPyConnection, kind: str, amount: float, unit: str, said: str
) -> None:
    claim(warehouse, kind, amount, unit=unit)
    (what,) = beyond(warehouse, (Limit(kind, None, None, None, unit, None, 2.0, "No."),))
    assert what.startswith(f"so much: {kind}, {said}, is more than 2 ")


def test_a_denial_is_not_judged_and_what_is_held_back_still_is(warehouse: DuckDBPyConnection) -> None:
    claim(warehouse, "money", 1000, metric="price", modality="denied")
    assert beyond(warehouse, (HUNDRED,)) == []
    claim(warehouse, "money", 1000, metric="price", quarantined=["figure-plausible"])
    assert beyond(warehouse, (HUNDRED,)) == [
        "so much: price, 1000 USD, is more than 100 USD. Nobody pays more."
    ]


def test_units_are_not_mixed(warehouse: DuckDBPyConnection) -> None:
    day = Limit("duration", None, None, None, "day", None, 100.0, "A term has a hundred days.")
    anything = Limit("count", None, None, None, None, None, 100.0, "There are a hundred.")
    gpu = Limit("count", None, None, None, "GPU", None, 1000.0, "There are a thousand GPUs.")
    claim(warehouse, "duration", 500, unit="s")
    claim(warehouse, "count", 500, unit="GPU")
    assert beyond(warehouse, (day, anything, gpu)) == []
    claim(warehouse, "duration", 500, unit="day")
    claim(warehouse, "count", 500, unit="robot")
    assert len(beyond(warehouse, (day, anything, gpu))) == 2


def test_the_most_specific_limit_counts_alone(warehouse: DuckDBPyConnection) -> None:
    fields = {
        "kind": {}, "kind of unit": {"unit": "GPU"}, "type": {"type": "organization"}, "metric": {"metric": "hardware"},
        "metric of type": {"metric": "hardware", "type": "organization"}, "entity": {"entity": "xai"},
        "metric of entity": {"entity": "xai", "metric": "hardware"},
    }  # fmt: skip
    nothing = dict.fromkeys(("metric", "type", "entity", "unit"))
    claim(warehouse, "count", 5, metric="hardware", subject="xai", unit="GPU")
    limits: list[Limit] = []
    for name, holds_for in fields.items():
        limits.insert(0, Limit(kind="count", least=None, most=1.0, reason=name, **(nothing | holds_for)))
        assert [what.rpartition(". ")[2] for what in beyond(warehouse, tuple(limits))] == [name]
    wide = Limit(
        "count", "hardware", None, "xai", "GPU", None, 10.0, "The most specific of all lets it pass."
    )
    assert beyond(warehouse, (*limits, wide)) == []


def test_a_limit_is_for_no_other_metric_type_or_entity(warehouse: DuckDBPyConnection) -> None:
    claim(warehouse, "count", 5, metric="users", subject="xai", unit="GPU")
    claim(warehouse, "count", 5, unit="GPU")
    others = [{"metric": "hardware"}, {"type": "person"}, {"entity": "openai"}, {"unit": "TPU"}]
    nothing = dict.fromkeys(("metric", "type", "entity", "unit"))
    limits = [
        Limit(kind="count", least=None, most=1.0, reason="No.", **(nothing | other)) for other in others
    ]
    assert beyond(warehouse, tuple(limits)) == []


def test_any_text_is_quoted_and_no_limits_find_nothing(warehouse: DuckDBPyConnection) -> None:
    claim(warehouse, "age", 5, unit="year")
    odd = "It's \"odd\": {x} -- 100 %; DROP TABLE figures; 'なに'"
    limit = Limit("age", None, None, None, "year", None, 1.0, odd)
    assert beyond(warehouse, (limit,)) == [f"so much: age, 5 years, is more than 1 years. {odd}"]
    assert beyond(warehouse, ()) == []


def test_lists_stand_for_a_limit_each_and_units_follow_from_the_kind(tmp_path: Path) -> None:
    path = tmp_path / "limits.yaml"
    path.write_text(
        "limits:\n  - kind: money\n    metric: [cost, price]\n    type: [model, product]\n    least: -1\n    most: 5e12\n"
        "    reason: >\n      So it\n      is.\n  - {kind: count, entity: openai, most: 1_000, reason: So it is too.}\n",
        encoding="utf-8",
    )
    limits = load_limits(path, {"openai"})
    assert limits[:4] == tuple(
        Limit("money", metric, subject, None, "USD", -1.0, 5e12, "So it is.")
        for metric in ("cost", "price")
        for subject in ("model", "product")
    )
    assert limits[4:] == (Limit("count", None, None, "openai", None, None, 1000.0, "So it is too."),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("limits: [", r"limits\.yaml:1: "),
        ("rules: []\n", r"limits\.yaml:1: no limits stand here"),
        ("limits:\n  - money\n", r"'money' is no limit"),
        ("limits:\n  - {most: 1, reason: R}\n", r":2: the limit is not of one kind"),
        ("limits:\n  - kind: [age, mass]\n    most: 1\n    reason: R\n", r":2: the limit is not of one kind"),
        ("limits:\n  - kind: monney\n    most: 1\n    reason: R\n", r":2: 'monney' is no kind that is known; did you mean money\?"),
        ("limits:\n  - kind: money\n    metric: capx\n    most: 1\n    reason: R\n", r":3: 'capx' is no metric that is known; did you mean capex"),
        ("limits:\n  - kind: money\n    type: [model, firm]\n    most: 1\n    reason: R\n", r":3: 'firm' is no type that is known; known: organization"),
        ("limits:\n  - kind: money\n    entity: opnai\n    most: 1\n    reason: R\n", r":3: 'opnai' is no entity that is known; did you mean openai\?"),
        ("limits:\n  - kind: money\n    entity: zzz\n    most: 1\n    reason: R\n", r":3: 'zzz' is no entity that is known; add it to seeds/catalogue/"),
        ("limits:\n  - kind: money\n    unit: JPY\n    most: 1\n    reason: R\n", r":3: 'JPY' is no unit that is known; known: USD"),
        ("limits:\n  - kind: count\n    unit: ''\n    most: 1\n    reason: R\n", r":3: '' is no unit that is known"),
        ("limits:\n  - kind: duration\n    most: 1\n    reason: R\n", r":2: a limit of durations has no unit; write unit: one of s, day"),
        ("limits:\n  - kind: money\n    type: model\n    entity: openai\n    most: 1\n    reason: R\n", r":3: the limit has an entity, which has a type"),
        ("limits:\n  - kind: money\n    reason: R\n", r":2: the limit has neither least nor most"),
        ("limits:\n  - kind: money\n    least: 2\n    most: 1\n    reason: R\n", r":3: least is more than most: 2 > 1"),
        ("limits:\n  - kind: money\n    most: lots\n    reason: R\n", r":3: most is 'lots', which is no number; write it like 5e12"),
        ("limits:\n  - kind: money\n    most: nan\n    reason: R\n", r":3: most is 'nan', which is no number"),
        ("limits:\n  - kind: money\n    most: [1]\n    reason: R\n", r":3: most is \['1'\], which is no number"),
        ("limits:\n  - kind: money\n    most: 1\n", r":2: the limit has no reason"),
        ("limits:\n  - kind: money\n    most: 1\n    reason: ' '\n", r":4: the limit has no reason"),
        ("limits:\n  - kind: money\n    most: 1\n    reason: R\n    why: W\n", r":5: why is not a word of a limit"),
        ("limits:\n  - {kind: age, most: 1, reason: R}\n  - {kind: age, least: 1, reason: R}\n", r":3: line 2 has a limit for the same already"),
    ],
)  # fmt: skip
def test_a_wrong_limit_is_named_with_file_and_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "limits.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Misconfigured, match=said):
        load_limits(path, {"openai", "deepseek"})


def test_a_missing_file_is_named_and_without_ids_any_entity_will_do(tmp_path: Path) -> None:
    path = tmp_path / "limits.yaml"
    with pytest.raises(Misconfigured, match=r"limits\.yaml cannot be read"):
        load_limits(path)
    path.write_text("limits:\n  - {kind: age, entity: whoever, most: 1, reason: R}\n", encoding="utf-8")
    assert [limit.entity for limit in load_limits(path)] == ["whoever"]
