"""Spoken texts: a text and what was said in it when and by whom in, compact meta out; pipeline/spoken.py says how it is read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.collect.found import Meta, Said
from pipeline.spoken import SEPARATOR

_SLACK = 4
"""Characters that may stand between two pieces: a space, or a paragraph's end."""


class _Placed(NamedTuple):
    start: int
    said: Said


def spoken_meta(body: str, said: Iterable[Said], shift: int) -> Meta:
    """The meta of a text that begins `shift` characters before `body`. A piece that is not there any more is passed over."""
    placed: list[_Placed] = []
    at = 0
    last = 0.0
    for one in said:
        last = max(last, one.end)
        found = body.find(one.text, at, at + _SLACK + len(one.text))
        if found >= 0:
            placed.append(_Placed(found + shift, one))
            at = found + len(one.text)
    if not placed:
        return {}
    meta: Meta = {"times": _pairs((start, f"{one.start:.1f}".removesuffix(".0")) for start, one in placed)}
    meta["seconds"] = round(last)
    names = list(dict.fromkeys(one.speaker for _, one in placed if one.speaker))
    if names:
        meta["speakers"] = SEPARATOR.join(names)
        numbers = {name: str(number) for number, name in enumerate(names, start=1)}
        meta["turns"] = _pairs((start, numbers.get(one.speaker, "0")) for start, one in placed)
    return meta


def _pairs(pairs: Iterable[tuple[int, str]]) -> str:
    """One for each change of the value."""
    kept: list[str] = []
    last = ""
    for start, value in pairs:
        if value != last:
            kept.append(f"{start}={value}")
        last = value
    return " ".join(kept)
