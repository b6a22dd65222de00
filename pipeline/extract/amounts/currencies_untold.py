"""Currencies untold: money that names none in, what those who are named near it count in out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts import carried_cues as cues
from pipeline.extract.amounts.amount import Amount

_USUAL = {"en": "USD", "fr": "EUR", "ja": "JPY"}
_REACH, _CLAUSE = 240, 80
"""Characters before and behind that are looked at, and behind those of a clause."""


_SENTENCE = re.compile(r"[.!?] |\n")
_DOLLARS = re.compile(
    cues.DOLLAR_PEOPLE.pattern
    + r"|\b(?:Figure|Cursor|Anysphere|Perplexity|Databricks|Snowflake|Crusoe|Cerebras|Groq|Waymo|Zoox|Uber|Netflix|Disney|Midjourney|Runway|Thinking Machines|Safe Superintelligence|Harvey|Anduril|SpaceX|Micron|Qualcomm|Dell|Blackstone|BlackRock|Goldman|JPMorgan|Morgan Stanley|Sequoia|Andreessen|a16z|Founders Fund|Thrive|Coatue|General Catalyst|Lightspeed|Iconiq|Scale AI|californienne?s?|new-yorkaise?s?|texane?s?|San Francisco|Palo Alto|Santa Clara|Seattle|Washington|Trump|Musk|Altman|Zuckerberg)\b"
)
_EUROS = re.compile(
    r"\b(?:EDF|RTE|Bruxelles|Bercy|Matignon|Commission|CNIL|Bundes\w+|Caisse des dépôts|Région|département|métropole|amendes?|sanctions?|l['’]État|le contribuable|le gouvernement français)\b"
)
_WHOLE = 160


def told_currency(
    text: str, start: int, lang: str, amounts: Sequence[Amount], currencies: Sequence[tuple[int, str]]
) -> str | None:
    """The currency of the last money told, but in French that of those whom another sentence names; None if there is none."""
    told = next((amount for amount in reversed(amounts) if amount.kind == "money"), None)
    if told is None or lang != "fr":
        return told.unit if told else None
    return _whose(text, start, told.end, told.unit, currencies)


def _whose(text: str, start: int, last: int, told: str, currencies: Sequence[tuple[int, str]]) -> str:
    """The currency of money that names none behind money of another sentence: that of those whom its own sentence names."""
    ends = [match.end() for match in _SENTENCE.finditer(text, max(last, start - _WHOLE), start)]
    both = {unit for _, unit in currencies}
    if not ends or told not in ("EUR", "USD") or not both.issuperset(("EUR", "USD")):
        return told
    stop = _SENTENCE.search(text, start, start + _CLAUSE)
    end = stop.start() if stop else start + _CLAUSE
    dollars, euros = _DOLLARS.search(text, ends[-1], end), _EUROS.search(text, ends[-1], end)
    if bool(dollars) == bool(euros):
        return told
    return "USD" if dollars else "EUR"


def likely_currency(text: str, start: int, lang: str, currencies: Sequence[tuple[int, str]]) -> str:
    """The currency of money that names none: what the text names next, or what those who are named near count in."""
    if said := cues.SAID_BEHIND.search(text, start, start + _CLAUSE):
        return "EUR" if said[0].startswith("euro") else "USD"
    line = text.find("\n", start, start + _REACH)
    reach = line if line >= 0 else start + _REACH
    named = next((unit for place, unit in currencies if start <= place <= reach), None)
    if named:
        return named
    people = _DOLLARS if lang == "fr" else cues.DOLLAR_PEOPLE
    if people.search(text, max(0, start - _REACH), start + _CLAUSE):
        return "USD"
    return next((unit for _, unit in currencies), _USUAL[lang])
