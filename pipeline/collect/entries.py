"""Entries: what a reader found in a feed in, each entry once and what is odd or lost out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from pipeline.collect.address import canonical_url
from pipeline.collect.found import Found

_BEGINNING = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed holds. failures: what of it was lost. notes: what is odd about it and harmed nothing. Lines both.

    older: addresses of the page before, as it links to them, the best first. numbered: where WordPress, which links to
    none, has that page if there is one.
    """

    found: list[Found]
    failures: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    older: tuple[str, ...] = ()
    numbered: str | None = None


class Entry(NamedTuple):
    """An entry, and when it was last changed, where it says so."""

    found: Found
    updated: datetime | None = None


def usable(entries: Iterable[Entry]) -> list[Entry]:
    """Those that say anything."""
    return [entry for entry in entries if entry.found.title.strip() or entry.found.text.strip()]


def gathered(entries: Sequence[Entry], *, older: tuple[str, ...] = (), numbered: str | None = None) -> Feed:
    """The feed of these entries: each once, in their order; doubled and empty ones are told."""
    full = usable(entries)
    once = _latest(full, lambda entry: entry.found.key)
    once = _latest(once, lambda entry: canonical_url(entry.found.url or "") or "")
    feed = Feed([entry.found for entry in once], older=older, numbered=numbered)
    if doubled := len(full) - len(once):
        feed.notes.append(f"holds {doubled} entries a second time, the one updated last was taken")
    if empty := len(entries) - len(full):
        feed.failures.append(f"holds {empty} entries without title and text; tell those who publish it")
    return feed


def _latest(entries: Iterable[Entry], key: Callable[[Entry], str]) -> list[Entry]:
    """The entries, and of those that share a key only the one updated last (the first of these: feeds begin with
    the newest), in the place of the first. Entries without a key all stay."""
    chosen: dict[object, Entry] = {}
    for number, entry in enumerate(entries):
        same = key(entry) or number
        if same not in chosen or _updated(entry) > _updated(chosen[same]):
            chosen[same] = entry
    return list(chosen.values())


def _updated(entry: Entry) -> datetime:
    return entry.updated or entry.found.published or _BEGINNING
