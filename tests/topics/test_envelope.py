"""The envelope: what is sent has been checked as its readers will check it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from pipeline.errors import Rejected
from pipeline.records import decode
from pipeline.topics.base import LARGEST_KEPT
from pipeline.topics.envelope import pack
from tests.samples import make_document


def test_a_message_says_what_it_is() -> None:
    message = pack("documents", "k", make_document())
    assert (message.key, message.headers) == ("k", {"schema": "documents", "version": "1"})
    assert decode("documents", message.value, message.headers) == make_document()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"doc_id": "short"}, "breaks its schema"),
        ({"kind": "poem"}, "breaks its schema"),
        ({"text": ""}, "breaks its schema"),
        ({"title": 7}, "breaks its schema"),
        ({"title": "half a \ud83d"}, "is not text"),
        (
            {"text": "x" * LARGEST_KEPT},
            "too large: 24,000,[0-9]{3} bytes, 24,000,000 are the most; lower KIKIMIMI_MAX",
        ),
    ],
    ids=["id", "kind", "empty", "type", "surrogate", "size"],
)
def test_a_record_that_its_readers_would_refuse_is_not_sent(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(Rejected, match=said):
        pack("documents", "k", msgspec.structs.replace(make_document(), **changed))


def test_a_record_goes_to_its_own_topic_only() -> None:
    with pytest.raises(Rejected, match="a message on alerts breaks its schema"):
        pack("alerts", "k", make_document())
