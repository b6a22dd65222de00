"""Bare numbers in Japanese: a number without a counter in, what it counts by the name before it out (パラメータ数は340億, 工場を17から10に)."""

from __future__ import annotations

from pipeline.extract.amounts import counts_ja_cues as cues
from pipeline.extract.amounts import counts_ja_kinds as kinds
from pipeline.extract.amounts.counts_ja_told import noun_ending
from pipeline.extract.amounts.nouns import Counted

_JOINTS = frozenset("からを")
"""Letters at which two numbers of a change meet."""


def counted_by_name(text: str, start: int, end: int) -> Counted | None:
    """パラメータ数は340億: a bare number whose name says that it counts."""
    if cues.CONTEXT_LENGTH.search(text, max(0, start - 28), start) and not cues.NOT_BARE.match(text, end):
        return Counted("token", end)
    told = text[max(0, start - 20) : start]
    if (
        ("U" in told or "ユ" in told)
        and cues.ACTIVE_USERS.search(told)
        and not cues.NOT_BARE.match(text, end)
    ):
        return Counted("user", end)
    joint = cues.NAMED_NUMBER.search(text, max(0, start - 24), start)
    if joint is None:
        return _counted_by_label(text, start, end)
    noun = noun_ending(text, joint.start()) if joint and not cues.NOT_BARE.match(text, end) else None
    return Counted(noun, end) if noun else None


def changed_by_name(text: str, start: int, end: int) -> Counted | None:
    """工場を17から10に減らす: two bare numbers behind the name of what there were and will be so many of."""
    if text[end : end + 1] not in _JOINTS and text[start - 1 : start] not in _JOINTS:
        return None
    behind = cues.CHANGES_TO.match(text, end)
    before = None if behind else cues.CHANGED_FROM.search(text, max(0, start - 16), start)
    if not behind and not (before and cues.CHANGE_ENDS.match(text, end)):
        return None
    first = before.start() if before else start
    joint = cues.CHANGING.search(text, max(0, first - 12), first)
    noun = noun_ending(text, joint.start()) if joint else None
    return Counted(noun, end) if noun and noun not in kinds.VERSIONED else None


def _counted_by_label(text: str, start: int, end: int) -> Counted | None:
    """対応言語は200以上だ: a number with no counter, behind the name of what it counts."""
    beside = noun_ending(text, start) if cues.LABEL_RUN.match(text, end) else None
    if (
        beside in kinds.LABELLED
        and beside
        and "," in text[start:end] + ("," if "万" in text[start:end] else "")
    ):
        return Counted(beside, end)
    if not cues.LABEL_ENDS.match(text, end):
        return None
    joint = cues.LABEL_JOINT.search(text, max(0, start - 16), start)
    noun = noun_ending(text, joint.start()) if joint else None
    return Counted(noun, end) if noun in kinds.LABELLED and noun else None
