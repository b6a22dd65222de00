"""What a digest says in words: a digest in; its title, its most important sentence, and how things stand out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.digest.parts import Conflict, Digest, Health, Suite


def many(count: int, one: str, several: str = "") -> str:
    """As in `1 alert`, `2 alerts`, `1,200 alerts`."""
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"


def title(digest: Digest) -> str:
    """As in `Digest of 2025-02-04: 12 alerts, 1 surge, 2 contradictions`."""
    counts = (
        (digest.alerts, "alert"),
        (digest.conflicts.total, "contradiction"),
        (digest.surges.total, "surge"),
        (digest.named.total, "new name"),
    )
    said = ", ".join(many(count, what) for count, what in counts if count)
    if not said:
        said = many(digest.health.documents, "document") if digest.health.documents else "nothing new"
    return f"Digest of {digest.name}: {said}"


def important(digest: Digest) -> str:
    """The most important in one sentence or two."""
    return " ".join([said for said, _ in zip(_by_weight(digest), range(2), strict=False)])


def lead(digest: Digest) -> list[str]:
    """A line each: which time it covers, how things stand, and of what there is nothing to tell."""
    since, until = digest.since, digest.until
    covers = f"From {since:%Y-%m-%d %H:%M} to {until:%Y-%m-%d %H:%M} ({until:%Z})."
    stands = " ".join((*_stands(digest.health), _judged(digest.suites)))
    return [covers, stands, *_nothing(digest)]


def two_sides(conflict: Conflict) -> str:
    """As in `On the valuation of OpenAI, sample-en says 157 bn USD and transcripts 300 – 340 bn USD.`"""
    low, high = conflict.said[0], conflict.said[-1]
    return (
        f"On the {conflict.metric} of {conflict.subject}, {low.cited.source} says {low.amount} "
        f"and {high.cited.source} {high.amount}."
    )


def _by_weight(digest: Digest) -> Iterator[str]:
    health = digest.health
    if health.read and health.failing.total == health.read:
        yield "No source answers."
    for conflict in digest.conflicts.shown[:1]:
        if conflict.families > 1:
            yield two_sides(conflict)
    for surge in digest.surges.shown[:1]:
        yield f"{surge.name} surges: {many(surge.documents, 'document')} in seven days, {surge.expected:.3g} expected."
    for one in digest.alerted.shown[:1]:
        yield f"{many(one.alerts, 'alert')} on {one.name} in {many(one.documents, 'document')}."
    if failing := [one.suite for one in digest.suites if not one.success]:
        yield f"Validation of {_and(failing)} failed."
    if digest.named.shown:
        yield f"New: {_and([one.name for one in digest.named.shown[:3]])}."
    yield from _stands(health)


def _stands(health: Health) -> Iterator[str]:
    came = "No documents came in"
    if health.documents:
        came = f"{many(health.documents, 'document')} came in from {many(health.sources, 'source')}"
    yield f"{came}{f', {health.changed:,} changed' if health.changed else ''}."
    failing, were = health.failing.total, "was" if health.read == 1 else "were"
    if not health.read:
        yield "No source was read in the week before."
    elif failing:
        yield f"{many(health.read, 'source')} {were} read, {failing} without an answer."
    else:
        yield f"{many(health.read, 'source')} {were} read and answered."
    if health.letters:
        yield f"{many(health.letters, 'dead letter')} {'waits' if health.letters == 1 else 'wait'} for a decision."


def _judged(suites: Sequence[Suite]) -> str:
    failing = sum(not one.success for one in suites)
    if not suites:
        return "The data was not validated yet."
    if failing:
        return f"{failing} of {many(len(suites), 'suite')} of expectations failed."
    return f"{many(len(suites), 'suite')} of expectations passed."


def _nothing(digest: Digest) -> Iterator[str]:
    missing = [
        name
        for name, total in (
            ("alerts", digest.alerts),
            ("contradicting claims", digest.conflicts.total),
            ("surges", digest.surges.total),
            ("new names", digest.named.total),
        )
        if not total
    ]
    if missing:
        yield f"No {_and(missing, 'or')}."


def _and(words: Sequence[str], last: str = "and") -> str:
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1])))
