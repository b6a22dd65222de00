"""The digest as files and as an alert: whole, the same when made again, told once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from pipeline.digest.parts import Listed
from pipeline.digest.run import LARGEST_BODY, Written, alert_of, tell_digest, write_digest
from pipeline.errors import Misconfigured
from pipeline.records import Alert, decode
from pipeline.settings import read_settings
from pipeline.topics.base import Topics
from pipeline.warehouse.asking import Ask, asking
from tests.digest.conftest import EMPTY, NIGHT, SINCE, UNTIL, Put, naming, said, whole

SOON = datetime.now(UTC) + timedelta(hours=12)
"""The samples are read while the tests run."""


@pytest.fixture
def write(samples: Path, tmp_path: Path) -> Callable[..., Written]:
    """Writes the digest of the samples, each time with a warehouse that is opened anew."""

    def write(until: datetime = SOON, folder: str = "digests", name: str = "day") -> Written:
        with asking(read_settings({"KIKIMIMI_DATA": str(samples)})) as ask:
            return write_digest(ask, until - timedelta(days=1), until, tmp_path / folder, name)

    return write


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def told(topics: Topics) -> list[Alert]:
    stored = topics.read("alerts", {}, 100)
    alerts = [decode("alerts", one.message.value, one.message.headers) for one in stored]
    assert [one.message.key for one in stored] == [one.alert_id for one in alerts if isinstance(one, Alert)]
    return [one for one in alerts if isinstance(one, Alert)]


def test_a_digest_made_again_is_the_same_bytes(write: Callable[..., Written]) -> None:
    first, second = write(folder="one"), write(folder="two")
    assert first.markdown.read_bytes() == second.markdown.read_bytes()
    assert first.page.read_bytes() == second.page.read_bytes()
    assert b"10 alerts" in first.page.read_bytes()
    assert first.digest == second.digest
    again = write(folder="one")
    assert (again.markdown, again.page) == (first.markdown, first.page)
    assert names(first.page.parent) == ["day.html", "day.md"], "and nothing else is left"


def test_a_reader_finds_the_old_file_or_the_new(
    write: Callable[..., Written], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = write(UNTIL)
    being_read = tmp_path / "being-read"
    being_read.hardlink_to(first.markdown)
    old = being_read.read_text(encoding="utf-8")
    new = write().markdown.read_text(encoding="utf-8")
    assert being_read.read_text(encoding="utf-8") == old != new, "another file has come into its place"
    put = Path.write_text

    def broken(self: Path, text: str, **more: Any) -> int:  # the disk is full halfway
        put(self, text[:40], **more)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", broken)
    with pytest.raises(Misconfigured, match=r"day\.md cannot be written: No space left"):
        write(UNTIL)
    assert first.markdown.read_text(encoding="utf-8") == new
    assert names(tmp_path / "digests") == ["day.html", "day.md"]


def test_it_is_named_by_its_day_where_it_is_told(put: Put, ask: Ask, tmp_path: Path) -> None:
    put(naming("one", "Stargate"))
    late = datetime(2025, 2, 4, 22, tzinfo=UTC)
    tokyo = write_digest(ask, late - timedelta(days=1), late.astimezone(ZoneInfo("Asia/Tokyo")), tmp_path)
    assert tokyo.markdown == tmp_path / "2025-02-05.md"
    assert "From 2025-02-04 07:00 to 2025-02-05 07:00 (JST)." in tokyo.markdown.read_text(encoding="utf-8")
    assert write_digest(ask, late - timedelta(days=1), late, tmp_path).page == tmp_path / "2025-02-04.html"
    naive = write_digest(
        ask, late.replace(tzinfo=None) - timedelta(days=1), late.replace(tzinfo=None), tmp_path
    )
    assert naive.digest.until == late, "UTC, wherever this machine is"
    assert (tokyo.digest.alerts, naive.digest.alerts) == (1, 1)


@pytest.mark.parametrize("name", ["../day", "a/b", "/etc/day"])
def test_a_name_does_not_lead_out_of_the_folder(ask: Ask, tmp_path: Path, name: str) -> None:
    with pytest.raises(Misconfigured, match="is no name for a file"):
        write_digest(ask, SINCE, UNTIL, tmp_path / "digests", name)
    assert not (tmp_path / "digests").exists()


def test_what_documents_say_of_themselves_ends_in_no_markup(put: Put, ask: Ask, tmp_path: Path) -> None:
    evil = "<script>alert(1)</script> | ](http://evil.example) [x"
    put(
        naming(evil, "Stargate", url="javascript:alert(1)"),
        said(f"{evil} a", value=1e9),
        said(f"{evil} b", value=9e9),
    )
    written = write_digest(ask, SINCE, UNTIL, tmp_path)
    page, text = (one.read_text(encoding="utf-8") for one in (written.page, written.markdown))
    assert written.digest.alerts == written.digest.conflicts.total == 1
    for shown in (page, text):
        assert "<script" not in shown
        assert "&lt;script&gt;alert(1)" in shown
        assert "javascript:" not in shown
    assert "](http://evil" not in text


def test_the_alert_says_what_matters_most(write: Callable[..., Written]) -> None:
    written = write()
    alert = alert_of(written.digest)
    assert (alert.kind, alert.rule, alert.entity, alert.doc_id, alert.mentions) == (
        "digest",
        "digest",
        None,
        None,
        None,
    )
    assert re.fullmatch(r"Digest of day: 10 alerts, 1 contradiction, \d\d new names", alert.title)
    conflict, alerts = alert.sentence.split(". ")
    assert re.fullmatch(r"On the [a-z-]+ of .+, [a-z-]+ says .+ USD and [a-z-]+ .+ USD", conflict)
    assert alerts == "6 alerts on DeepSeek in 6 documents."
    assert alert.body == written.markdown.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (EMPTY, "No documents came in. No source was read in the week before."),
        ({"conflicts": Listed()}, "OpenAI surges: 5 documents in seven days, 0.25 expected. 4 alerts on OpenAI in 3 documents."),
        ({"conflicts": Listed(), "surges": Listed(), "alerted": Listed()}, "Validation of figures failed. New: OpenAI."),
    ],
)  # fmt: skip
def test_what_matters_most_depends_on_what_there_is(changes: dict[str, Any], sentence: str) -> None:
    assert alert_of(whole(**changes)).sentence == sentence


def test_that_no_source_answers_comes_before_all_news() -> None:
    health = whole().health
    deaf = type(health)(12, 3, 1, 2, 1, health.failing)
    assert alert_of(whole(health=deaf)).sentence.startswith("No source answers. On the valuation")


def test_the_same_end_gives_the_same_id_for_ever() -> None:
    expected = hashlib.sha256(b"digest\n2025-02-04T07:00:00+00:00").hexdigest()[:32]
    tokyo = whole(until=UNTIL.astimezone(ZoneInfo("Asia/Tokyo")), alerts=99)
    assert alert_of(whole()).alert_id == alert_of(tokyo).alert_id == expected
    assert alert_of(whole(until=NIGHT)).alert_id != expected


def test_it_is_told_once_on_the_topic_alerts(topics: Topics) -> None:
    alert = alert_of(whole())
    assert tell_digest(topics, alert)
    assert not tell_digest(topics, alert_of(whole(alerts=99))), "the task runs again"
    other = alert_of(whole(until=NIGHT))
    assert tell_digest(topics, other)
    assert sorted(told(topics), key=lambda one: one.alert_id) == sorted(
        (alert, other), key=lambda one: one.alert_id
    )


def test_a_message_stays_far_below_a_megabyte(topics: Topics) -> None:
    digest = whole()
    alerted = Listed((digest.alerted.shown[0],) * 5000, 5000)
    alert = alert_of(whole(text="聞き耳" * 50, alerted=alerted))
    assert alert.body
    assert alert.body.endswith("\n\n… the rest stands in the file.\n")
    assert LARGEST_BODY - 1000 < len(alert.body.encode()) < LARGEST_BODY + 100
    tell_digest(topics, alert)
    [stored] = topics.read("alerts", {}, 10)
    assert len(stored.message.value) < 500_000
