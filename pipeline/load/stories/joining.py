"""Joining: groups of documents and which prints are alike in; the groups that hang together out."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from pipeline.load.stories.index import Group
from pipeline.load.stories.likeness import WINDOW


def join(
    groups: Iterable[Group],
    copies: Iterable[int],
    pairs: Iterable[tuple[int, int]],
    reach: Callable[[int, int], int],
) -> list[list[str]]:
    """Roots (stories, and documents that stand alone) that tell one story, where these are two or more.

    copies: prints that are copies of themselves, so that documents with one of them hang together from day to day.
    pairs: prints that may be alike. reach: how many days may lie between documents with two prints; -1 if they are not.
    It is not asked where both hang together already, which of a form that is filled in anew each hour most pairs do.
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
    for name, other_name in pairs:
        found, others = by_print[name], by_print[other_name]
        if len({_end(into, one.root) for one in (*found, *others)}) < 2:
            continue
        days = reach(name, other_name)
        for one, other in _near(found, others, hang_together=other_name in rows):
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
