"""JSON Schemas of the messages: records in, schemas/topics/*.json out (`make schemas`; a test keeps them in step)."""

from __future__ import annotations

import json

import msgspec

from pipeline.records import TOPICS, VERSION
from pipeline.settings import SCHEMAS


def schema_text(topic: str) -> str:
    """The JSON Schema (draft 2020-12) of this topic's messages, as it stands in its file."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{topic}, version {VERSION}",
    }
    return json.dumps(head | msgspec.json.schema(TOPICS[topic]), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name in TOPICS:
        (SCHEMAS / "topics" / f"{name}.json").write_text(schema_text(name), encoding="utf-8")
