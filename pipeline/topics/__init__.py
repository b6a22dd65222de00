"""Topics: open the backend that KIKIMIMI_TOPICS names."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import Misconfigured
from pipeline.topics.base import Topics


def open_topics(address: str) -> Topics:
    """The topics at "embedded:PATH". Raises Misconfigured for an address of another form."""
    scheme, _, place = address.partition(":")
    if scheme == "embedded" and place:
        from pipeline.topics.embedded import EmbeddedTopics

        return EmbeddedTopics(Path(place))
    raise Misconfigured(
        f"KIKIMIMI_TOPICS={address} is not known", "use embedded:PATH, as in embedded:data/topics.db"
    )
