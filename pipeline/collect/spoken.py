"""Spoken texts: a text and what was said in it when and by whom in, compact meta out; and from that, the second of an offset.

    times     "0=1.4 52=4.8 …": from this offset on, the text was said from this second on
    speakers  "Sam Altman; Ezra Klein": who speaks, in the order in which they begin
    turns     "0=1 310=2 644=0 …": from this offset on, the speaker of this number speaks; 0 is one without a name
    seconds   how long it is

Offsets are those of the document's text, as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pipeline.collect.found import Meta, Said

SEPARATOR = "; "
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


def second_at(meta: Mapping[str, object], offset: int) -> float | None:
    """The second from which on the words at this offset of the text were shown; None where that is not known."""
    value = _value_at(str(meta.get("times", "")), offset)
    return float(value) if value else None


def speaker_at(meta: Mapping[str, object], offset: int) -> str | None:
    """Who speaks at this offset of the text; None where that is not known."""
    number = int(_value_at(str(meta.get("turns", "")), offset) or 0)
    return str(meta["speakers"]).split(SEPARATOR)[number - 1] if number else None


def _pairs(pairs: Iterable[tuple[int, str]]) -> str:
    """One for each change of the value."""
    kept: list[str] = []
    last = ""
    for start, value in pairs:
        if value != last:
            kept.append(f"{start}={value}")
        last = value
    return " ".join(kept)


def _value_at(pairs: str, offset: int) -> str | None:
    value = None
    for pair in pairs.split():
        start, _, here = pair.partition("=")
        if int(start) > offset:
            break
        value = here
    return value
