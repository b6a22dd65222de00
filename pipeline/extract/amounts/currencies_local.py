"""Local currencies: the amounts of a text in, the same out with bare dollars, francs, dirhams and cents in what the text means by them.

A paper that writes US$ or « dollars américains » means its own dollars where it does not: $20,000 in Toronto is CAD.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.amounts.amount import Amount

_US = re.compile(
    r"US ?\$|\$ ?US\b|U\.S\. dollars|\bUS dollars|[Dd]ollars (?:américains|US\b|des États-Unis)|\b(?:millions?|milliards?|demi) (?:US\b|américains\b)"
)
_US_HINTS = (
    "US$",
    "US $",
    "$US",
    "$ US",
    "U.S. dollars",
    "US dollars",
    "ollars américains",
    "ollars US",
    "ollars des États",
    "illions US",
    "illiards US",
    "illions américains",
    "illiards américains",
    "demi américains",
)
"""One of which stands wherever the pattern does: a look for these is quick."""
_HOMES = (
    ("CAD", ("Canad", "canad", "Ottawa", "Toronto", "Montréal", "Montreal", "Québec", "Quebec", "québécois", "Ontario", "Alberta", "Vancouver", "Calgary", "British Columbia")),
    ("AUD", ("Australia", "Sydney", "Melbourne", "Canberra", "Queensland", "australien")),
    ("NZD", ("New Zealand", "Auckland", "Nouvelle-Zélande", "néo-zélandais")),
    ("SGD", ("Singapore", "Singapour")),
)  # fmt: skip
"""Where a bare dollar is the country's own, by the places and people that a text names."""
_NORDIC = (
    ("NOK", ("Norw", "Oslo", "Bergen", "Trondheim", "Stavanger", "Equinor")),
    ("DKK", ("Denmark", "Danish", "Copenhagen", "Aarhus", "Novo Nordisk", "Odense")),
    ("SEK", ("Swed", "Stockholm", "Gothenburg", "Malmö", "Ericsson")),
    ("ISK", ("Iceland", "Reykjav")),
)
_CROWNS = (*_NORDIC, ("CZK", ("Czech", "Prague", "Brno")))
_SHARED = (
    (re.compile(r"\bkron(?:e|er|a|or)s?\b|(?<![A-Za-zÀ-ÿ])kr\b", re.IGNORECASE), ("SEK", "DKK", "NOK"), _NORDIC),
    (re.compile(r"(?:\A|\d|ion|sand) crowns?\b"), ("SEK", "DKK", "NOK", "CZK"), _CROWNS),
    (
        re.compile(r"(?<!Mexican )(?<!Argentine )(?<!Argentinian )(?<!Chilean )(?<!Colombian )(?<!Philippine )\bpesos?\b"),
        ("MXN",),
        (
            ("MXN", ("Mexic",)), ("ARS", ("Argentin", "Buenos Aires")), ("CLP", ("Chile", "Santiago", "Antofagasta")),
            ("COP", ("Colombia", "Bogotá", "Medellín")), ("PHP", ("Philippin", "Manila", "Filipin")), ("UYU", ("Urugua", "Montevideo")),
        ),
    ),
    (
        re.compile(r"(?<!Indian )\brupees?\b|\ARs\b"),
        ("INR",),
        (
            ("INR", ("India", "Mumbai", "Delhi", "Bengaluru", "Bangalore", "Hyderabad", "Chennai", "crore")),
            ("PKR", ("Pakistan", "Karachi", "Lahore", "Islamabad")), ("LKR", ("Sri Lanka", "Colombo")), ("NPR", ("Nepal", "Kathmandu")),
        ),
    ),
    (
        re.compile(r"(?<![A-Z])¥|(?<=\d)¥"),
        ("JPY",),
        (
            ("JPY", ("Japan", "Tokyo", "Osaka", "SoftBank", "Hokkaido", "yen", "日本", "円")),
            ("CNY", ("China", "Chinese", "Beijing", "Shanghai", "Shenzhen", "Hangzhou", "yuan", "renminbi", "RMB", "Chine", "chinois")),
        ),
    ),
    (
        re.compile(r"(?<!British )\bpounds?\b"),
        ("GBP",),
        (
            ("GBP", ("Brit", "UK", "U.K.", "London", "England", "Scot", "Wales", "sterling", "£")),
            ("EGP", ("Egypt", "Cairo", "Alexandria", "Suez")),
        ),
    ),
)  # fmt: skip
"""Names and signs that countries share: which, the codes that they are read as, and the places by which a text tells whose."""
_LEAST_NAMED = 2
_FRANCS = re.compile(r"\bfrancs?\b", re.IGNORECASE)
_OF_AFRICA = re.compile(
    r"\bF?CFA\b|\bSénégal|\bsénégalais|\bDakar\b|\bAbidjan\b|\bCôte d['’]Ivoire|\bivoirien|\bMali\b|\bBamako\b|\bBénin\b|\bCotonou\b|\bTogo\b|\bLomé\b|\bBurkina\b|\bOuagadougou\b|\bNiamey\b|\bSenegal"
)
_SWISS = re.compile(
    r"\bSuisses?\b|\bsuisses?\b|\bZurich\b|\bGenève\b|\bLausanne\b|\bSwiss\b|\bSwitzerland\b|\bCHF\b"
)
_MOROCCO = re.compile(r"\bMaroc\b|\bmarocaine?s?\b|\bCasablanca\b|\bRabat\b|\bMorocc(?:o|an)\b")
_EMIRATES = re.compile(r"Émirats|[ée]mirati|Abou Dh?abi|Abu Dhabi|Duba[iï]|Emirates|UAE")
_MARKED = re.compile(r"US|U\.S|[Aa]m[ée]ric|États")
_SAID_US = re.compile(r" ?(?:US\b|U\.S\.|américains?\b|American\b)")
_CENTIME = re.compile(r"centimes?\Z")
_OF_DOLLAR = re.compile(r" de (?:dollar|billet vert)")


def localized(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts in order, money in the currency that the text means."""
    if not any(amount.kind == "money" for amount in amounts):
        return list(amounts)
    units = {amount.unit for amount in amounts}
    home = _home(text, amounts)
    francs = "XOF" if "CHF" in units and _OF_AFRICA.search(text) and not _SWISS.search(text) else "CHF"
    dirhams = "MAD" if "AED" in units and _MOROCCO.search(text) and not _EMIRATES.search(text) else "AED"
    shared = {
        index: _told_most(text, homes, codes[0])
        for index, (_, codes, homes) in enumerate(_SHARED)
        if units.intersection(codes)
    }
    told: list[Amount] = []
    last: Amount | None = None
    for amount in amounts:
        if amount.kind == "money":
            unit = _meant(text, amount, last, home, francs, dirhams)
            for index, whose in shared.items():
                said, codes, _ = _SHARED[index]
                goes_on = amount.onward and last and last.unit == whose
                if unit in codes and (goes_on or said.search(text, amount.start, amount.end)):
                    unit = whose or unit
            amount = replace(amount, unit=unit)
            last = amount
        told.append(amount)
    return told


def _meant(
    text: str, amount: Amount, last: Amount | None, home: str | None, francs: str, dirhams: str
) -> str:
    said = text[amount.start : amount.end]
    if amount.unit == "USD" and home:
        if amount.onward and last and not _SAID_US.match(text, amount.end):
            return last.unit if last.unit in ("USD", home) else amount.unit
        return amount.unit if _MARKED.search(said) or _SAID_US.match(text, amount.end) else home
    if amount.unit == "EUR" and _CENTIME.search(said):
        dollar = _OF_DOLLAR.match(text, amount.end) or (last and last.unit == "USD")
        return "USD" if dollar else "EUR"
    if amount.unit == "CHF" and _FRANCS.search(said):
        return francs
    if amount.unit == "AED" and "irham" in said:
        return dirhams
    return amount.unit


def _told_most(text: str, homes: Sequence[tuple[str, Sequence[str]]], default: str) -> str | None:
    """The country's code whose places a text names most; None where it names none, or the usual one as often."""
    named = {code: sum(text.count(place) for place in places) for code, places in homes}
    most = max(named, key=lambda code: (named[code], code == default))
    return most if named[most] else None


def _home(text: str, amounts: Sequence[Amount]) -> str | None:
    """Whose dollar a bare one is, where the text tells those of America apart; None where it does not."""
    if not any(hint in text for hint in _US_HINTS) or not _US.search(text):
        return None
    if not any(amount.unit == "USD" for amount in amounts):
        return None
    named = {code: sum(text.count(place) for place in places) for code, places in _HOMES}
    most = max(named, key=lambda code: named[code])
    return most if named[most] >= _LEAST_NAMED else None
