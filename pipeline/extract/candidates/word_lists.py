"""Word lists: words written one behind another in, sets and kinds of them out."""

from __future__ import annotations

from pipeline.records import EntityType


def words_in(text: str) -> frozenset[str]:
    """The words of a text, which white space parts."""
    return frozenset(text.split())


def kinds_of(
    *,
    organization: str = "",
    person: str = "",
    model: str = "",
    product: str = "",
    hardware: str = "",
    project: str = "",
    law: str = "",
) -> dict[str, EntityType]:
    """The kind that each word speaks for; a word under two kinds speaks for the later."""
    lists: tuple[tuple[EntityType, str], ...] = (
        ("organization", organization),
        ("person", person),
        ("model", model),
        ("product", product),
        ("hardware", hardware),
        ("project", project),
        ("law", law),
    )
    return {word: kind for kind, words in lists for word in words.split()}
