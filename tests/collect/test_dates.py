"""Dates: as they are written in three languages and by careless programs; a doubtful one is none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.collect.dates import read_date


@pytest.mark.parametrize(
    "written",
    [
        "2025-02-03T10:05:00Z",
        "2025-02-03t10:05:00z",
        "2025-02-03T19:05:00+09:00",
        "2025-02-03T19:05+0900",
        "2025-02-03 10:05",
        "2025-02-03 10:05:00 UTC",
        "2025-02-03 19:05:00 JST",
        "2025-02-03 19:05:00 +0900",
        "2025-2-3 10:5",
        "2025/02/03 10:05:00",
        "2025.02.03 10:05",
        "20250203T100500Z",
        "202502031005",
        "1738577100",
        "1738577100000",
        "Mon, 03 Feb 2025 10:05:00 GMT",
        "Mon, 3 Feb 2025 19:05:00 +0900",
        "Mon, 3 Feb 2025 19:05:00 +09:00",
        "Mon,03 Feb 2025 10:05:00 UT",
        "Mon, 03 Feb 25 10:05 Z",
        "03 Feb 2025 05:05:00 EST",
        "Mon, 03 Feb 2025 19:05:00 GMT+9",
        "Mon Feb  3 10:05:00 2025",
        "Mon Feb 3 19:05:00 JST 2025",
        "Monday, February 3, 2025 - 10:05am",
        "February 3rd, 2025 at 10:05 a.m. UTC",
        "Feb. 3, 2025, 11:05 AM CET",
        "3 February 2025, 10:05",
        "lun., 03 févr. 2025 11:05:00 +0100",
        "Lundi 3 février 2025 à 10h05",
        "Publié le 3 février 2025 à 10 h 05",
        "lun. 3 févr. 2025 | 10:05",
        "2025年2月3日 19時5分",
        "2025年02月03日(月) 19:05",
        "２０２５年２月３日　１９時０５分",
        "2025年2月3日月曜日 午後7時5分",
        "令和7年2月3日19時5分0秒",
        "2025年2月3日 10:05 UTC",
    ],
)
def test_a_time_is_read(written: str) -> None:
    assert read_date(written) == datetime(2025, 2, 3, 10, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-02-03", (2025, 2, 3)),
        ("20250203", (2025, 2, 3)),
        ("2025年2月3日", (2025, 2, 3)),
        ("令和7年2月3日", (2025, 2, 3)),
        ("令和元年5月1日", (2019, 5, 1)),
        ("平成31年4月30日", (2019, 4, 30)),
        ("1er août 2025", (2025, 8, 1)),
        ("15 déc. 2024", (2024, 12, 15)),
        ("mardi 4 mars 2025", (2025, 3, 4)),
        ("May 5, 2025", (2025, 5, 5)),
        ("Mar 5, 2025", (2025, 3, 5)),
        ("mar. 4 mars 2025", (2025, 3, 4)),
        ("5-May-2025", (2025, 5, 5)),
        ("Sept. 5, 2025", (2025, 9, 5)),
        ("2025/2/3", (2025, 2, 3)),
        ("Sun, 02 Feb 2025 24:00:00 GMT", (2025, 2, 3)),
    ],
)
def test_a_day_is_read(written: str, day: tuple[int, int, int]) -> None:
    assert read_date(written) == datetime(*day, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "03/02/2025", "2025", "2025-02-30", "2025年13月1日", "32 Feb 2025", "3 Foo 2025", "Feb 2025", None, True,
     [], "0000-00-00T00:00:00Z", "Mon, 03 Feb 2025 10:05:00 XYZ", "Mon, 03 Feb 2025 99:05:00", "2025-02-03 and more",
     "令和99年", "9" * 200, "12345678901234567890", "2025年2月3日から4日まで"],
)  # fmt: skip
def test_a_doubtful_date_is_none(written: object) -> None:
    assert read_date(written) is None


@given(st.text(alphabet="0123456789-/:. TZ年月日時分令和元+JSTFebMonàh,()", max_size=40))
def test_anything_is_a_date_or_none(written: str) -> None:
    time = read_date(written)
    assert time is None or time.tzinfo is UTC
