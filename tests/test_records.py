"""Records: what travels between rooms keeps its form, and says when it is broken."""

from __future__ import annotations

import pytest

from pipeline.errors import Rejected
from pipeline.records import TOPICS, Alert, decode, encode, headers
from pipeline.schemas import schema_text
from pipeline.settings import SCHEMAS

ALERT = Alert(
    alert_id="0" * 32,
    rule="stargate",
    entity="stargate",
    doc_id="1" * 32,
    title="聞き耳",
    sentence="…",
    mentions=2,
)


@pytest.mark.parametrize("topic", TOPICS)
def test_schema_files_are_those_of_the_records(topic: str) -> None:
    assert (SCHEMAS / "topics" / f"{topic}.json").read_text(encoding="utf-8") == schema_text(topic), (
        "run: make schemas"
    )


def test_no_schema_file_is_left_over() -> None:
    assert {path.stem for path in (SCHEMAS / "topics").iterdir()} == set(TOPICS)


def test_a_record_comes_back_as_it_went() -> None:
    assert decode("alerts", encode(ALERT), headers("alerts")) == ALERT


@pytest.mark.parametrize(
    ("value", "marks", "said"),
    [
        (b"{}", headers("alerts"), "breaks its schema"),
        (b"\xff\xfe", headers("alerts"), "breaks its schema"),
        (b"", headers("alerts"), "breaks its schema"),
        (encode(ALERT).replace(b'"mentions":2', b'"mentions":0'), headers("alerts"), "mentions"),
        (encode(ALERT), {"schema": "alerts", "version": "999"}, "version 999"),
        (encode(ALERT), {}, "None"),
        (encode(ALERT), headers("documents"), "documents"),
    ],
)
def test_a_broken_message_is_rejected_with_the_reason(value: bytes, marks: dict[str, str], said: str) -> None:
    with pytest.raises(Rejected, match=said):
        decode("alerts", value, marks)
