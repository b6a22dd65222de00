"""Checking: sources in; what stands at each of them now out. Nothing is appended, noted or followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Literal

from pipeline.collect.glance import visits
from pipeline.collect.sources import Source
from pipeline.collect.visit import Item, Visit
from pipeline.records import Document
from pipeline.settings import Settings

Form = Literal["feed", "page", "text", "mixed", ""]
"""What is read there; mixed: a folder of several kinds; "": nothing is."""
_FORMS: Mapping[str, Form] = {"feed-item": "feed", "article": "page", "transcript": "text"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What one source holds. status: of HTTP. entries: documents. newest: when the latest was published, where any says.

    languages: as declared, the most frequent first. problem: why nothing can be read there, and what to do; "" where
    something is. notes: what of it was lost, or is odd.
    """

    source: Source
    status: int | None
    form: Form
    entries: int
    newest: datetime | None
    languages: tuple[str, ...]
    seconds: float
    problem: str
    notes: tuple[str, ...]

    @property
    def ok(self) -> bool:
        return not self.problem


def check(sources: Sequence[Source], settings: Settings) -> Iterator[Finding]:
    """Visits each source once, several at a time; what was found comes in the order of the sources."""
    for visit, drawn in visits(sources, settings):
        yield look(visit, drawn)


def look(visit: Visit, drawn: Iterable[Item]) -> Finding:
    """What one visit finds."""
    began, forms, languages = monotonic(), set[Form](), Counter[str]()
    entries, newest = 0, None
    for item in drawn:
        if not isinstance(item, Document):
            continue
        entries += 1
        forms |= {_FORMS[found.kind] for found in (visit.feed.found if visit.feed else ())}
        languages.update(filter(None, (item.lang,)))
        newest = max(filter(None, (newest, item.published_at)), default=None)
    said = tuple(line.removeprefix(f"{visit.source.id}: ") for line in visit.failures)
    nothing = bool(said) and not entries
    (form,) = forms if len(forms) == 1 else (("mixed" if forms else _empty(visit)),)
    return Finding(
        source=visit.source,
        status=visit.status,
        form=form,
        entries=entries,
        newest=newest,
        languages=tuple(lang for lang, _ in languages.most_common()),
        seconds=monotonic() - began if visit.seconds is None else visit.seconds,
        problem=said[0] if nothing else "",
        notes=(*(said[1:] if nothing else said), *visit.notes),
    )


def _empty(visit: Visit) -> Form:
    return "feed" if visit.feed else ""
