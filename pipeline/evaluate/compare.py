"""Comparison: one gold document and what was found in its text in; counts, and each thing missed or wrong, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from pipeline.evaluate.gold import Gold, GoldFigure
from pipeline.evaluate.same import Spans, same_amount, same_entity
from pipeline.evaluate.scores import Count, Scores, summed
from pipeline.records import Figure, Mention

NOTHING = "none"
What = Literal[
    "missed name", "wrong name", "missed figure", "wrong figure", "wrong bound", "wrong subject",
    "wrong metric", "missed new name", "wrong new name",
]  # fmt: skip


class Found(Protocol):
    """What was found in one text."""

    @property
    def mentions(self) -> Sequence[Mention]: ...
    @property
    def figures(self) -> Sequence[Figure]: ...


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that was missed or is wrong. start: where it stands in the text. why: what the extractor went by."""

    document: str
    what: What
    surface: str
    start: int
    expected: str
    got: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of one document."""

    gold: Gold
    scores: Scores
    slips: Sequence[Slip]


def compare(gold: Gold, found: Found) -> Compared:
    """Each marked thing meets at most one that was found, the first that touches it and is the same."""
    slips: list[Slip] = []
    linked = [one for one in found.mentions if one.entity]
    proposed = [one for one in found.mentions if not one.entity]
    scores: dict[str, Count] = dict(summed(()))
    scores["mentions"] = _compare_names(gold, linked, slips)
    scores["new names"] = _compare_new_names(gold, linked, proposed, slips)
    met = _meet(gold, found.figures, slips)
    pairs = [(gold.figures[marked], found.figures[one]) for marked, one in met.items()]
    ours = _counted(found.figures, set(met.values()), gold, slips)
    scores["figures"] = Count(len(gold.figures), len(met), ours, len(met))
    scores["bounds"] = _compare_bounds(gold, pairs, slips)
    scores["subjects"] = _compare_subjects(gold, pairs, slips)
    scores["metrics"] = _compare_metrics(gold, pairs, slips)
    return Compared(gold, scores, sorted(slips, key=lambda slip: slip.start))


def _compare_names(gold: Gold, linked: Sequence[Mention], slips: list[Slip]) -> Count:
    spans, used = Spans(linked), set[int]()
    marked = [one for one in gold.mentions if not one.new]
    for one in marked:
        near = [place for place in spans.touching(one) if place not in used]
        same = [place for place in near if same_entity(one.id, linked[place].entity, linked[place].name)]
        used.update(same[:1])
        if not same:
            got = ", ".join(str(linked[place].entity) for place in near) or NOTHING
            why = "; ".join(_ground(linked[place]) for place in near)
            slips.append(Slip(gold.id, "missed name", one.surface, one.start, one.id, got, why))
    every = Spans(gold.mentions)
    for place, name in enumerate(linked):
        if place not in used:
            expected = ", ".join(gold.mentions[near].id for near in every.touching(name)) or NOTHING
            slips.append(
                Slip(gold.id, "wrong name", name.surface, name.start, expected, str(name.entity), _ground(name))
            )  # fmt: skip
    return Count(len(marked), len(used), len(linked), len(used))


def _compare_new_names(
    gold: Gold, linked: Sequence[Mention], proposed: Sequence[Mention], slips: list[Slip]
) -> Count:
    links, proposals = Spans(linked), Spans(proposed)
    marked = [one for one in gold.mentions if one.new]
    met = 0
    for one in marked:
        wrong = [str(linked[place].entity) for place in links.touching(one)]
        hit = bool(proposals.touching(one)) and not wrong
        met += hit
        if not hit:
            got = ", ".join(wrong) or NOTHING
            slips.append(Slip(gold.id, "missed new name", one.surface, one.start, one.id, got))
    right = 0
    new = Spans(marked)
    every = Spans(gold.mentions)
    for name in proposed:
        if new.touching(name):
            right += 1
        else:
            expected = ", ".join(gold.mentions[near].id for near in every.touching(name)) or NOTHING
            slips.append(
                Slip(gold.id, "wrong new name", name.surface, name.start, expected, name.name, _ground(name))
            )
    return Count(len(marked), met, len(proposed), right)


def _meet(gold: Gold, figures: Sequence[Figure], slips: list[Slip]) -> dict[int, int]:
    """Which marked figure meets which of those found, by their places."""
    spans = Spans(figures)
    met: dict[int, int] = {}
    used: set[int] = set()
    for place, marked in enumerate(gold.figures):
        near = [one for one in spans.touching(marked) if one not in used]
        same = [one for one in near if same_amount(marked, figures[one])]
        if same:
            met[place] = same[0]
            used.add(same[0])
        else:
            got = ", ".join(_words(figures[one]) for one in near) or NOTHING
            slips.append(
                Slip(gold.id, "missed figure", marked.surface, marked.start, _words(marked), got)
            )  # fmt: skip
    return met


def _counted(figures: Sequence[Figure], used: set[int], gold: Gold, slips: list[Slip]) -> int:
    """How many of the figures found count: those that meet one, and else all but durations."""
    every = Spans(gold.figures)
    wrong = [one for place, one in enumerate(figures) if place not in used and one.kind != "duration"]
    for one in wrong:
        expected = ", ".join(_words(gold.figures[near]) for near in every.touching(one)) or NOTHING
        slips.append(Slip(gold.id, "wrong figure", one.surface, one.start, expected, _words(one)))
    return len(used) + len(wrong)


def _compare_bounds(gold: Gold, pairs: Sequence[tuple[GoldFigure, Figure]], slips: list[Slip]) -> Count:
    right = 0
    for marked, one in pairs:
        if one.bound == marked.bound:
            right += 1
        else:
            slips.append(Slip(gold.id, "wrong bound", marked.surface, marked.start, marked.bound, one.bound))
    return Count(len(pairs), right, len(pairs), right)


def _compare_subjects(gold: Gold, pairs: Sequence[tuple[GoldFigure, Figure]], slips: list[Slip]) -> Count:
    right = 0
    for marked, one in pairs:
        if marked.subject and same_entity(marked.subject, one.subject):
            right += 1
        elif marked.subject or one.subject:
            expected, got = marked.subject or NOTHING, one.subject or NOTHING
            why = f"metric {one.metric or NOTHING}"
            slips.append(Slip(gold.id, "wrong subject", marked.surface, marked.start, expected, got, why))
    named = sum(bool(one.subject) for _, one in pairs)
    return Count(sum(bool(marked.subject) for marked, _ in pairs), right, named, right)


def _compare_metrics(gold: Gold, pairs: Sequence[tuple[GoldFigure, Figure]], slips: list[Slip]) -> Count:
    scored = [(marked, one) for marked, one in pairs if marked.metric != "other"]
    right = 0
    for marked, one in scored:
        said = None if one.metric == "other" else one.metric
        if marked.metric and said == marked.metric:
            right += 1
        elif marked.metric or said:
            expected, got = marked.metric or NOTHING, one.metric or NOTHING
            why = f"subject {one.subject or NOTHING}"
            slips.append(Slip(gold.id, "wrong metric", marked.surface, marked.start, expected, got, why))
    named = sum(one.metric not in (None, "other") for _, one in scored)
    return Count(sum(bool(marked.metric) for marked, _ in scored), right, named, right)


def _ground(mention: Mention) -> str:
    if mention.evidence.startswith(mention.method):
        return mention.evidence
    return f"{mention.method}: {mention.evidence}" if mention.evidence else mention.method


def _words(figure: GoldFigure | Figure) -> str:
    """The amount in the markup's own words, so that it can be compared with the document at a glance."""
    low, high = ("" if edge is None else f"{edge:.15g}" for edge in (figure.low, figure.high))
    value = low if low == high else f"{low}..{high}"
    return f"{figure.kind} {value} {figure.unit} {figure.bound}"
