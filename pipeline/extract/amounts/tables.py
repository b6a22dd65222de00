"""Headers of tables: a text in, where it says once for all figures in which unit they stand (`en milliards de dollars : …`) out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.amounts import currencies, measures
from pipeline.extract.amounts.measures import Unit

_HEADER = re.compile(
    r"(?:\b(?:[Ee]n|[Ii]n)|単位\s?[:：は]?)\s?(?:(?P<sign>US\$|[$€£¥]) ?)?(?P<size>milliers|millions?|milliards|thousands|billions?|trillions?|百万|十億|億|兆|千|万|[MBm]n?|bn|Md|k)?(?: of | de | d'|d'| |)?"
    r"(?P<name>dollars américains|dollars?|euros?|yens?|yuans?|pounds|livres sterling|ドル|円|ユーロ|元|US\$|[$€£¥]|USD|EUR|GBP|JPY)?"
    r"(?=\s?[):：）\n]|, )"
)
_BRACKETED = re.compile(
    r"(?:[(（]|(?<=\n)|(?<=[,;] ))(?:all |figures |amounts |values |sums |prices |capacity |output |power |share )*(?:in |, )?(?:"
    r"(?P<sign>US\$|[A-Z]{1,2}\$|[$€£¥]|USD|EUR|GBP|JPY|CNY) ?(?P<size>millions?|billions?|trillions?|thousands|mn?|bn?|tn|M|B|k)"
    r"|(?P<measure>MW|GW|kW|TWh|GWh|MWh|kWh|megawatts?|gigawatts?|kilowatts?|terawatt[- ]hours?|gigawatt[- ]hours?|megawatt[- ]hours?|per ?cent|%))(?:[)）]|[:.](?= |\n))"
)
"""($m), (in US$ billion), (MW), `Second column: gigawatts.`: the unit of what follows, in brackets or between commas."""
_SIZES = {
    "milliers": 3, "thousands": 3, "k": 3, "千": 3, "万": 4, "million": 6, "millions": 6, "b": 9, "tn": 12, "thousand": 3, "百万": 6, "m": 6, "mn": 6, "Mn": 6, "M": 6, "億": 8, "milliards": 9, "billion": 9,
    "billions": 9, "十億": 9, "bn": 9, "Bn": 9, "B": 9, "Md": 9, "trillion": 12, "trillions": 12, "兆": 12,
}  # fmt: skip
_HINTS = ("en m", "En m", "in ", "In ", "単位")
"""One of which stands before every header in words."""
_OTHERWISE = re.compile(
    r",? (?:sauf (?:indication|mention) contraires?|sauf (?:pour|les) [^:\n]{1,40}|sauf précision|unless [^:\n]{1,40})"
)
_LONGEST = 600
_LAST_LINE = re.compile(r" ?[)\]]\.?(?:\n\n|\n?\Z)")
_CELL_BEFORE = re.compile(
    r"(?:[:：;；|,、\t(（/=]|\b(?:à|de|at|to|of|and|contre|against|vs))\s*\Z|(?:^|\n|[:;,]\s)[^\d\n:;,]{1,40}\s\Z"
)
_CELL_ENDS = re.compile(
    r"\s*(?:[,;.、。|)）/\n](?!\d)|\Z)| (?:au|en|and|pour|in|for|contre|à|to|against|vs)\b| ?\("
)


class Header(NamedTuple):
    """The unit of the numbers in [start, end), where the header's own words begin at `said`."""

    said: int
    start: int
    end: int
    unit: Unit


def find_headers(text: str) -> list[Header]:
    """The headers of a text, each good up to the end of its paragraph."""
    return sorted([*_in_words(text), *_in_brackets(text)])


def _in_brackets(text: str) -> Iterator[Header]:
    for match in _BRACKETED.finditer(text):
        if sign := match["sign"]:
            money = currencies.named_before(sign)
            size = Decimal(10) ** _SIZES.get(match["size"], _SIZES.get(match["size"].lower(), 0))
            unit = Unit("money", money.code, size) if money else None
        else:
            named = measures.symbols("en").at(match["measure"], 0) or measures.names().at(match["measure"], 0)
            unit = named[0] if named else None
        if unit:
            yield Header(match.start(), match.end(), _stop(text, match.end()), unit)


def _stop(text: str, start: int) -> int:
    if text.startswith((":\n\n", " :\n\n", "\n\n"), start) or text[start - 1 : start + 2] == ":\n\n":
        start += len(":\n\n")  # the header is a paragraph of its own
    end = text.find("\n\n", start, start + _LONGEST)
    return end if end > 0 else min(len(text), start + _LONGEST)


def _in_words(text: str) -> list[Header]:
    found: list[Header] = []
    for match in _HEADER.finditer(text) if any(hint in text for hint in _HINTS) else ():
        name = match["name"] or match["sign"]
        if not name or (not match["size"] and "単位" not in match[0]):
            continue
        money = currencies.named_before(name) or currencies.signs_behind().meaning.get(name)
        unit = Unit("money", money.code) if money else None
        if unit is None:
            named = measures.names().at(name, 0)
            unit = named[0] if named and named[1] == len(name) else None
        if unit and unit.kind == "money":
            size = Decimal(10) ** _SIZES.get(match["size"] or "", 0)
            said = _OTHERWISE.match(text, match.end() - 2 if text[match.end() - 2] == "," else match.end())
            end = said.end() if said else match.end()
            unit = Unit("money", unit.unit, unit.factor * size)
            if footer := _footer(text, match.start(), match.end(), unit):
                found.append(footer)
            found.append(
                Header(
                    match.start(),
                    end,
                    _stop(text, end),
                    unit,
                )
            )
    return found


def _footer(text: str, start: int, end: int, unit: Unit) -> Header | None:
    """A header in brackets on a line of its own that ends its paragraph is of the lines above it: (all in billions of euros)."""
    line = text.rfind("\n", 0, start) + 1
    if text[line : line + 1] not in ("(", "[") or not _LAST_LINE.match(text, end):
        return None
    first = max(text.rfind("\n\n", 0, line - 1), line - _LONGEST, 0)
    return Header(first, first, line, unit)


def tabled(text: str, start: int, end: int, headers: Sequence[Header]) -> Unit | None:
    """The unit that a header gives to the bare number at [start, end), if it stands like a table's entry."""
    for header in headers:
        if header.start <= start < header.end:
            year = re.fullmatch(r"(?:19|20)\d\d", text[start:end])
            cell = _CELL_BEFORE.search(text, max(header.start, start - 48), start) and _CELL_ENDS.match(
                text, end
            )
            return header.unit if cell and not year else None
    return None


def is_header(start: int, end: int, headers: Sequence[Header]) -> bool:
    """Whether an amount at [start, end) is the words of a header itself."""
    return any(header.said <= start and end <= header.start for header in headers)
