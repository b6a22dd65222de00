"""The gate: an extraction that is not what it says becomes a dead letter, with the reason, and the rest is loaded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, get_args

import pytest
from duckdb import DuckDBPyConnection
from msgspec.structs import replace

from pipeline.contract import UNITS, check_extraction
from pipeline.errors import Rejected
from pipeline.extract.extractor import Extractor
from pipeline.extract.read import load_extractor
from pipeline.load.batch import sort_batch
from pipeline.load.offsets import logs_of, read_offsets
from pipeline.load.run import TOPICS, load
from pipeline.records import DeadLetter, Extraction, Kind, decode, encode
from pipeline.topics.base import Partition, Stored, Topics
from pipeline.topics.envelope import pack
from tests.conftest import ROOT
from tests.samples import make_document, make_extraction, make_figure, make_mention

TEXT = "聞き耳🙂 Stargateは$5、か\n$6を使う。"
STARGATE, FIVE, SIX = 5, 14, 19
RANGE: dict[str, Any] = {"value": None, "low": 5.0, "high": 6.0, "bound": "range"}


def named(start: int = STARGATE, surface: str = "Stargate", **more: Any) -> Extraction:
    return make_extraction(make_document("x", TEXT), replace(make_mention(surface, start), **more))


def said(start: int = FIVE, surface: str = "$5", **more: Any) -> Extraction:
    return make_extraction(make_document("x", TEXT), figures=[make_figure(surface, start, **more)])


def twice() -> Extraction:
    again = replace(make_mention("Stargate", STARGATE), method="phonetic")
    return make_extraction(make_document("x", TEXT), make_mention("Stargate", STARGATE), again)


BROKEN: dict[str, tuple[Extraction, str]] = {
    "as UTF-16 would count": (named(STARGATE + 1), "mention 'Stargate' at 6 to 14 of document [0-9a-f]{32}: the text has 'targateは' there"),
    "as bytes would count": (named(14), "mention 'Stargate' at 14 to 22 .*: the text has"),
    "another case": (named(surface="stargate"), "mention 'stargate' at 5 to 13 .*: the text has 'Stargate' there"),
    "beyond the text": (named(20), "at 20 to 28 .*: it is not inside the text, which has 25 characters"),
    "empty": (named(surface="", end=STARGATE), "mention '' at 5 to 5 .*: it is not inside the text"),
    "backwards": (named(end=STARGATE - 1), "at 5 to 4 .*: it is not inside the text"),
    "sentence behind": (named(sentence_start=6), "at 5 to 13 .*: it does not begin inside its sentence, 6 to 13"),
    "sentence before": (named(sentence_end=5), "it does not begin inside its sentence, 0 to 5"),
    "sentence beyond the text": (named(sentence_end=26), "it does not begin inside its sentence, 0 to 26"),
    "named twice": (twice(), "mention 'Stargate' at 5 to 13 .*: stargate is named there twice"),
    "figure elsewhere": (said(SIX), r"figure '\$5' at 19 to 21 .*: the text has '\$6' there"),
    "figure beyond the text": (said(24), r"figure '\$5' at 24 to 26 .*: it is not inside the text"),
    "figure's sentence": (said(sentence_end=FIVE), "it does not begin inside its sentence, 0 to 14"),
    "dollars by their sign": (said(unit="$"), r"'\$' is no unit of money"),
    "dollars in lower case": (said(unit="usd"), "'usd' is no unit of money"),
    "dollars and more": (said(unit="USD\n"), "is no unit of money"),
    "hours of power": (said(kind="power", unit="Wh"), "'Wh' is no unit of power"),
    "watts of energy": (said(kind="energy", unit="W"), "'W' is no unit of energy"),
    "kilograms": (said(kind="mass", unit="kg"), "'kg' is no unit of mass"),
    "hours": (said(kind="duration", unit="hour"), "'hour' is no unit of duration"),
    "an age in months": (said(kind="age", unit="month"), "'month' is no unit of age"),
    "counts of nothing": (said(kind="count", unit=""), "'' is no unit of count"),
    "counts of blanks": (said(kind="count", unit=" "), "' ' is no unit of count"),
    "exact without a value": (said(value=None), "its bound is exact, but value is None, low None, high None"),
    "exact and another end": (said(high=6.0), "its bound is exact, but value is 5000000000.0, low 5000000000.0, high 6.0"),
    "approximate and open": (said(bound="approx", high=None), "its bound is approx, but value is"),
    "at least, with an end": (said(**RANGE | {"bound": "min"}), "its bound is min, but value is None, low 5.0, high 6.0"),
    "at least nothing": (said(**RANGE | {"bound": "min", "low": None, "high": None}), "its bound is min, but"),
    "at least, with a value": (said(bound="min", high=None), "its bound is min, but value is 5000000000.0,"),
    "at most, with a start": (said(**RANGE | {"bound": "max"}), "its bound is max, but"),
    "at most, with a value": (said(bound="max", low=None), "its bound is max, but value is 5000000000.0,"),
    "at most nothing": (said(**RANGE | {"bound": "max", "low": None, "high": None}), "its bound is max, but"),
    "a range that is turned": (said(**RANGE | {"low": 7.0}), "its bound is range, but value is None, low 7.0, high 6.0"),
    "a range that is open": (said(**RANGE | {"high": None}), "its bound is range, but"),
    "a range with a value": (said(**RANGE | {"value": 5.5}), "its bound is range, but value is 5.5,"),
    "vague and open": (said(**RANGE | {"bound": "vague", "high": None}), "its bound is vague, but"),
    "vague with a value": (said(bound="vague"), "its bound is vague, but"),
    "a period in words": (said(period_start="2025年"), "its period is from 2025年 to None, which are not both dates"),
    "a day that never was": (said(period_end="2025-02-29"), "its period is from None to 2025-02-29"),
    "a period that is turned": (said(period_start="2025-02-01", period_end="2025-01-31"),
                                "its period ends on 2025-01-31, before it begins on 2025-02-01"),
}  # fmt: skip
SOUND: dict[str, Extraction] = {
    "nothing": make_extraction(make_document("x", TEXT)),
    "a name": named(),
    "two entities at one place": make_extraction(
        make_document("x", TEXT), make_mention("Stargate", STARGATE), make_mention("Stargate", STARGATE, "openai")
    ),
    "a figure": said(),
    "zero": said(value=0.0),
    "approximate": said(bound="approx"),
    "at least": said(**RANGE | {"bound": "min", "high": None}),
    "at most": said(**RANGE | {"bound": "max", "low": None}),
    "a range": said(**RANGE),
    "vague": said(**RANGE | {"bound": "vague"}),
    "a line break inside": said(surface="$5、か\n$6", sentence_end=18, **RANGE),
    "a currency without a rate": said(unit="XYZ"),
    "a count of anything": said(kind="count", unit="data-center"),
    "a day": said(period_start="2025-02-01", period_end="2025-02-01"),
    "an open period": said(period_start="2025-02-01"),
    **{f"{kind} in {unit}": said(kind=kind, unit=unit) for kind, units in UNITS.items() for unit in sorted(units or ())},
}  # fmt: skip
NUMBERLESS = [float("inf"), float("nan"), float("-inf")]
"""Numbers that JSON cannot carry."""
EVERY_UNIT = """
It spent $5 million, €6 million and 7億円, up 40%. It draws 200 MW and used 3 TWh. The set has 15 TB. A cable of 30 km.
The site covers 40 hectares and holds 900 tonnes. It runs at 65 °C, 3x faster. The founder is 35 years old.
It has 20,000 GPUs. The deal runs over the next 10 years, for 18 months, for 6 weeks, within 30 days and up to 48 hours.
"""


def stored(extractions: Sequence[Extraction]) -> list[Stored]:
    now = datetime.now(UTC)
    return [
        Stored(Partition("extractions", 0), number, now, pack("extractions", one.document.doc_id, one))
        for number, one in enumerate(extractions)
    ]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_extraction_becomes_a_dead_letter_that_says_why_and_keeps_its_bytes(name: str) -> None:
    broken, why = BROKEN[name]
    good = make_extraction(make_document(), make_mention("Stargate", 0))
    batch = sort_batch(stored([good, broken, replace(good, document=make_document("two"))]))
    assert list(batch.extractions) == [make_document("one").doc_id, make_document("two").doc_id]
    assert list(batch.positions.values()) == [3]
    (message,) = batch.broken
    letter = decode("dead-letters", message.value, message.headers)
    assert isinstance(letter, DeadLetter)
    assert (letter.stage, letter.origin, letter.payload) == ("load", "extractions/0/1", encode(broken))
    assert re.search(why, letter.error)


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_extraction_passes(name: str) -> None:
    check_extraction(SOUND[name])


@pytest.mark.parametrize(
    "broken",
    [
        *(said(value=number, low=number, high=number) for number in NUMBERLESS),
        *(said(value=None, low=number, high=None, bound="min") for number in NUMBERLESS),
        *(said(value=None, low=None, high=number, bound="max") for number in NUMBERLESS),
        said(value=None, low=5.0, high=float("inf"), bound="range"),
        named(start=-18, end=-10),
        named(sentence_start=-1),
    ],
)
def test_what_the_schema_would_see_is_rejected_too(broken: Extraction) -> None:
    with pytest.raises(Rejected, match=r"its bound is|inside"):
        check_extraction(broken)


def test_each_kind_has_its_units() -> None:
    assert set(UNITS) == set(get_args(Kind))


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_extractor(ROOT / "seeds" / "catalogue")


def test_every_unit_of_the_extractor_passes(extractor: Extractor) -> None:
    found = extractor.extract(make_document(text=EVERY_UNIT))
    check_extraction(found)
    units = {(one.kind, one.unit) for one in found.figures if UNITS[one.kind]}
    assert units == {(kind, unit) for kind, units in UNITS.items() for unit in units or ()}
    assert {one.kind for one in found.figures} == set(UNITS)


@pytest.mark.parametrize("folder", ["seeds/transcripts", "seeds/feeds"])
def test_what_the_extractor_finds_in_real_texts_passes(folder: str, extractor: Extractor) -> None:
    """What it finds in the gold documents: tests/gold/test_gold.py, where they are read."""
    paths = [one for one in sorted((ROOT / folder).iterdir()) if one.suffix in (".txt", ".xml", ".md")]
    texts = [one.read_text(encoding="utf-8") for one in paths]
    found = [extractor.extract(replace(make_document(text=text), lang=None)) for text in texts]
    empty = [one for one in found if not (one.mentions and one.figures)]
    assert not empty
    for one in found:
        check_extraction(one)


def test_an_error_quotes_no_more_than_a_line_of_a_long_text() -> None:
    document = make_document(text="長い" * 5000)
    with pytest.raises(Rejected) as caught:
        check_extraction(make_extraction(document, make_mention("短い" * 4000, 0)))
    assert len(str(caught.value)) < 350


def test_the_loader_goes_on_behind_broken_extractions(topics: Topics, connection: DuckDBPyConnection) -> None:
    first, last = make_document("first"), make_document("last")
    broken = [one for one, _ in BROKEN.values()]
    for one in (make_extraction(first), *broken, make_extraction(last, make_mention("Stargate", 0))):
        topics.append("extractions", [pack("extractions", one.document.doc_id, one)])
    assert load(topics, connection, lambda _: []) == len(broken) + 2 + len(broken), "each has its dead letter"

    def ask(query: str) -> list[tuple[Any, ...]]:
        return connection.execute(query).fetchall()

    assert ask("SELECT doc_id FROM documents ORDER BY doc_id") == sorted([(first.doc_id,), (last.doc_id,)])
    assert ask("SELECT surface FROM mentions") == [("Stargate",)]
    assert ask("SELECT DISTINCT stage FROM dead_letters") == [("load",)]
    assert len(ask("SELECT DISTINCT error FROM dead_letters")) > 30
    ends = topics.ends("extractions")
    held = read_offsets(connection, logs_of(topics, TOPICS))
    assert {partition: held[partition] for partition in ends} == ends
