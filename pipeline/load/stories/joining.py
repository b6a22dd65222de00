"""Joining: groups of documents and which prints are alike in; the groups that hang together out."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from pipeline.load.stories.index import Group
from pipeline.load.stories.likeness import WINDOW

Link = tuple[int, int, int]
"""Two prints, and the days that may lie between documents with them."""


def join(groups: Iterable[Group], copies: Iterable[int], links: Iterable[Link]) -> list[list[str]]:
    """Roots (stories, and documents that stand alone) that tell one story, where these are two or more.

    copies: prints that are copies of themselves, so that documents with one of them hang together from day to day.
    """
    by_print: dict[int, list[Group]] = defaultdict(list)
    for group in sorted(groups, key=attrgetter("day")):
        by_print[group.print].append(group)
    into: dict[str, str] = {group.root: group.root for listed in by_print.values() for group in listed}
    rows = set(copies)
    for name in rows:
        for one, other in pairwise(by_print[name]):
            if (other.day - one.day).days <= WINDOW:
                _unite(into, one.root, other.root)
    for name, other_name, days in links:
        others = by_print[other_name]
        for one, other in _near(by_print[name], others, hang_together=other_name in rows):
            if abs((one.day - other.day).days) <= days:
                _unite(into, one.root, other.root)
    together: dict[str, list[str]] = defaultdict(list)
    for root in into:
        together[_end(into, root)].append(root)
    return [roots for roots in together.values() if len(roots) > 1]


def _near(
    groups: Sequence[Group], others: Sequence[Group], *, hang_together: bool
) -> Iterator[tuple[Group, Group]]:
    """Each group with the others before and after it: the nearest are enough where the others hang together."""
    days = [one.day for one in others]
    for group in groups:
        at = bisect_left(days, group.day)
        for other in others[max(at - 1, 0) : at + 1] if hang_together else others:
            yield group, other


def _unite(into: dict[str, str], one: str, other: str) -> None:
    into[_end(into, one)] = _end(into, other)


def _end(into: dict[str, str], root: str) -> str:
    while (parent := into[root]) != root:
        into[root] = into[parent]  # halves the way for the next
        root = parent
    return root
