"""Periods: the figures of a text in, the time that each is about out, as its clause says it (first and last day, ISO).

Each time of a sentence belongs to the figure it stands nearest to, on its own side of commas (`$4 billion in 2024, $11
billion in 2025`). A figure without one takes the time that its sentence or clause begins with (`In 2024, …`), or the time
behind the figure it is joined to (`$19 billion and 40,000 GPUs in 2024`). A time of saying (`said on Tuesday`) or of
founding is no figure's, nor is what a figure is compared with.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.extract.contexts import period_words as words
from pipeline.extract.contexts.calendar_days import Span, year_before
from pipeline.extract.contexts.calendar_words import Time, find_times, narrowed
from pipeline.extract.sentences import Sentences

Place = tuple[int, int]
"""[start, end) of a figure."""


def periods_of(
    text: str, lang: str, figures: Sequence[Place], sentences: Sentences, published: date | None
) -> list[tuple[str, str] | None]:
    """The period of each figure of a text; the figures sorted by start, the periods in their order."""
    starts = [start for start, _ in figures]
    found: list[tuple[str, str] | None] = []
    plain = narrowed(text) if figures else ""
    here: tuple[int, _Reading] | None = None
    for start, end in figures:
        low, high = sentences.around(start)
        if here is None or here[0] != low:
            inside = figures[bisect_left(starts, low) : bisect_left(starts, high)]
            here = low, _read(plain[low:high], lang, published, _moved(inside, low))
        found.append(_iso(_period(here[1], (start - low, end - low))))
    return found


@dataclass(frozen=True, slots=True)
class _Reading:
    """A sentence with its times that may be a figure's, each with its owner and how far that is, and its figures.

    named: all its times. mains: for each figure the one that it says once more in other units, else itself.
    """

    sentence: str
    lang: str
    named: Sequence[Time] = ()
    owned: Sequence[tuple[Time, Place | None, float]] = ()
    mains: Mapping[Place, Place] = field(default_factory=dict)


def _moved(figures: Sequence[Place], by: int) -> list[Place]:
    return [(start - by, end - by) for start, end in figures]


def _read(sentence: str, lang: str, published: date | None, figures: Sequence[Place]) -> _Reading:
    named = find_times(sentence, lang, published)
    if not named:
        return _Reading(sentence, lang)
    times = [time for time in named if not _elsewhere(sentence, lang, time, figures)]
    apart = [one for one in figures if not any(_holds(time, one) for time in times)]
    mains = _mains(sentence, apart)
    owners = sorted(set(mains.values()))
    owned = [(time, *_owner(sentence, lang, time, owners)) for time in times]
    return _Reading(sentence, lang, named, owned, mains)


def _holds(time: Time, figure: Place) -> bool:
    """Whether the figure is a duration that is said as a time: five years in `within five years`."""
    return time.start <= figure[0] and figure[1] <= time.end


def _iso(span: Span | None) -> tuple[str, str] | None:
    return (span[0].isoformat(), span[1].isoformat()) if span and span[0] <= span[1] else None


def _period(reading: _Reading, figure: Place) -> Span | None:
    sentence = reading.sentence
    if not reading.named or words.AGE.search(sentence, *figure):
        return None
    if inside := next((time for time in reading.named if _holds(time, figure)), None):
        return inside.span
    if words.EARLIER_BEHIND.match(sentence, figure[1]) or words.EARLIER_BEFORE.search(
        sentence, max(0, figure[0] - 12), figure[0]
    ):
        return year_before(next((time.span for time, _, _ in reading.owned if time.span), None))
    return _told(reading, reading.mains.get(figure, figure))


def _elsewhere(sentence: str, lang: str, time: Time, figures: Sequence[Place]) -> bool:
    """Whether the time is part of a figure, or says when something was said or began to exist."""
    first = max(0, bisect_left(figures, (time.start, 0)) - 1)
    for figure in figures[first : bisect_left(figures, (time.end, 0))]:
        if time.start < figure[1] and not _holds(time, figure):
            return True
    if time.start < words.HEAD and words.DATELINE.match(sentence, time.end):
        return True
    if words.BARE_YEAR.fullmatch(sentence, time.start, time.end) and words.NAME.search(
        sentence, max(0, time.start - 30), time.start
    ):
        return True
    short = time.span is not None and (time.span[1] - time.span[0]).days <= words.A_MONTH
    if lang == "ja":
        day = time.span is not None and time.span[0] == time.span[1]
        born = words.BIRTH[lang].match(sentence, time.end) or words.BORN.search(
            sentence, max(0, time.start - 6), time.start
        )
        return bool(born) or bool(
            day and words.SAID[lang].match(sentence, time.end - (sentence[time.end - 1] == "に"))
        )
    low = max(0, time.start - 40)
    if words.BIRTH[lang].search(sentence, low, time.start):
        return True
    day = time.span is not None and time.span[0] == time.span[1]
    return short and bool(
        words.SAID[lang].search(sentence, low, time.start)
        or words.SAID_BEHIND.match(sentence, time.end)
        or (day and _heads(sentence, lang, time) and words.SAID_LATER.match(sentence, time.end))
    )


def _mains(sentence: str, figures: Sequence[Place]) -> dict[Place, Place]:
    """For each figure the place that it shares with those that say it once more in other units, else its own."""
    groups: list[list[Place]] = []
    for figure in figures:
        last = groups[-1][-1] if groups else None
        if last and figure[0] - last[1] < 16 and words.IN_OTHER_UNITS.fullmatch(sentence, last[1], figure[0]):
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return {figure: (group[0][0], group[-1][1]) for group in groups for figure in group}


def _told(reading: _Reading, figure: Place) -> Span | None:
    sentence, lang, owned = reading.sentence, reading.lang, reading.owned
    own = [(cost, time) for time, owner, cost in owned if owner == figure]
    if own:
        return min(own, key=lambda pair: pair[0])[1].span
    for time, owner, _ in reversed(owned):
        if time.end > figure[0]:
            continue
        if owner is None or (owner[0] >= time.end and not _of_old(sentence, time, owner)):
            if _heads(sentence, lang, time) or _in_one_clause(sentence, lang, time.end, figure[0]):
                return time.span
        elif owner[0] < time.start and _goes_on(sentence, lang, time.end, figure[0]):
            return time.span
    for time, owner, _ in owned:
        joined = owner and figure[1] <= owner[0] < time.start and owner[0] - figure[1] <= words.JOINT
        if joined and owner and words.SHARED.fullmatch(sentence, figure[1], owner[0]):
            return time.span
    return None


def _of_old(sentence: str, time: Time, owner: Place) -> bool:
    """昨年の10億ドルから2倍に: the time is only that of what has grown."""
    return owner[0] - time.end <= 1 and bool(words.OLD.match(sentence, owner[1]))


def _goes_on(sentence: str, lang: str, start: int, end: int) -> bool:
    """Whether what is said before a time that ends at start goes on to a figure at end: …, adding $3 billion."""
    return bool(words.GOES_ON.match(sentence, start)) and not _marks(sentence, lang, start + 2, end)[1]


def _owner(sentence: str, lang: str, time: Time, figures: Sequence[Place]) -> tuple[Place | None, float]:
    """The figure that a time belongs to, with what lies between in characters, commas counted for more."""
    index = bisect_left(figures, (time.start, 0))
    left = figures[index - 1] if index and figures[index - 1][1] <= time.start else None
    right = next((one for one in figures[index : index + 3] if one[0] >= time.end), None)
    costs: list[tuple[float, Place]] = []
    if left and time.start - left[1] <= words.FAR[lang]:
        commas, broken = _marks(sentence, lang, left[1], time.start)
        gap = sentence[left[1] : time.start].strip()
        behind_comma = gap in (",", "、", "(") or (
            commas == 1 and gap.endswith(",") and words.ENDS.match(sentence, time.end)
        )
        if not broken and (not commas or behind_comma):
            cost = float(time.start - left[1]) + words.COMMA * (
                commas + _joins(sentence, left[1], time.start)
            )
            costs.append((cost * 1.5 + 3 if lang == "ja" else cost, left))
    if right:
        commas, broken = _marks(sentence, lang, time.end, right[0])
        head = _heads(sentence, lang, time)
        near = right[0] - time.end <= words.FAR["ahead"] and _in_one_clause(
            sentence, lang, time.end, right[0]
        )
        if head or near:
            behind = _joins(sentence, time.end, right[0]) + max(
                0, commas - (head and not costs)
            )  # {A}を2025年に、{B}を…: a comma ends what A has begun
            costs.append((right[0] - time.end + words.COMMA * behind + words.BREAK * broken, right))
    cost, figure = min(costs, default=(0.0, None))
    return figure, cost


def _joins(sentence: str, start: int, end: int) -> bool:
    """Whether an `and` stands between."""
    return bool(words.AND.search(sentence, start, end))


def _marks(sentence: str, lang: str, start: int, end: int) -> tuple[int, bool]:
    """How many commas stand between two places, and whether another clause begins there; `and` is no comma."""
    marks = list(words.MARKS[lang].finditer(sentence, start, end))
    commas = sum(not words.AND.fullmatch(match[0]) for match in marks)
    return commas, any(match["break"] for match in marks)


def _heads(sentence: str, lang: str, time: Time) -> bool:
    """Whether a clause begins with the time, so that all of it is about that time."""
    if lang == "ja":
        topic = sentence[time.end - 1] == "は" or sentence[time.end : time.end + 1] == "、"
        return topic or bool(words.OPENS[lang].match(sentence, time.end))
    return bool(words.OPENS[lang].search(sentence, max(0, time.start - 40), time.start))


def _in_one_clause(sentence: str, lang: str, start: int, end: int) -> bool:
    """Whether a time that ends at start and a figure at end stand in one clause."""
    commas, broken = _marks(sentence, lang, start, end)
    if lang == "ja":
        return not broken and commas <= 3 and not words.OF_A_NAME.search(sentence, start, end)
    return not broken and not commas
