"""Untold units: a bare number that is written like an amount in (48,000; 7 trillion), with the amounts before it, the likeliest unit out.

Nobody groups the digits of a version and nobody numbers rooms by the million, so that such a number counts something even if
nothing next to it says what: a price, people, or more of what was told last. In English, after all that is surer (carried.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts import untold_cues as cues
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.bounds import bounded
from pipeline.extract.amounts.currencies_told import NO_CURRENCIES, Currencies
from pipeline.extract.amounts.currencies_untold import likely_currency
from pipeline.extract.amounts.elided_sizes import MOST_GAPPED, sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.nouns_meant import machine_told
from pipeline.extract.amounts.nouns_named import noun_at
from pipeline.extract.amounts.nouns_people import PEOPLE
from pipeline.extract.amounts.numeral_values import ONE

_PARTED = re.compile(r"\d{1,3}(?:,\d{3})+")
_MILLION, _THOUSAND, _HUNDRED, _FEW = 10**6, 1000, 100, 10
_FAR, _SENTENCES, _CLAUSE, _BEFORE = 400, 200, 120, 40
"""Characters from the last amount, and before the number in which what it counts may be named."""
_TALKED, _NEARLY = 5, 30
"""Amounts back that it may go on from, and how many times one of them it may be where nothing else tells."""
_LEAST_MODEL, _LARGEST_MODEL = 5 * 10**8, 5 * 10**12
_TOLD = ("money", "count", "power", "energy", "data")


def untold(
    text: str, one: Measured, amounts: Sequence[Amount], currencies: Currencies = NO_CURRENCIES
) -> Unit | None:
    """The likeliest unit of the number; None where it is not written like an amount, or nothing near is counted."""
    if cues.NO_AMOUNT_BEHIND.match(text, one.end):
        return None
    _, start, end = bounded(text, one.start, one.end)
    before = text[max(0, start - _BEFORE) : start]
    if cues.NUMBERED.search(before):
        return None
    if one.number.vague:
        ordered = one.low >= _THOUSAND and cues.MAKES.search(before)
        hardware = _hardware(text, start, amounts) if ordered else None
        return Unit("count", hardware) if hardware else None
    if people := _people(text, one, start, end, before, amounts):
        return people
    if not one.number.letters and one.low > 1 and cues.EACH.match(text, one.end):
        return _money(text, one, amounts, currencies)
    written = _written(text, one)
    if written == "decimal":
        return _as_decimal(text, one, start, before, amounts)
    if not written:
        return None
    if cues.POCKET.match(text, end) or cues.SOLD.search(before):
        return _money(text, one, amounts, currencies)
    if thing := _named(text, start, end, before, large=written == "large"):
        return Unit("count", thing)
    if written == "large":
        return _as_large(text, one, start, amounts)
    if hardware := _hardware(text, start, amounts):
        return Unit("count", hardware)
    if cues.MAKES.search(before) and (machine := machine_told(text, start)):
        return Unit("count", machine)
    return _as_last(text, one, start, amounts) if written == "parted" else None


def _written(text: str, one: Measured) -> str:
    """How the number is written as only amounts are; "" if it is not."""
    number = one.number
    if number.words and number.scale == ONE and one.low != one.low.to_integral_value():
        return "decimal"
    if number.scale >= _MILLION and not number.letters:
        return "large"
    if number.scale == ONE and _PARTED.fullmatch(text, number.start, number.end):
        return "parted"
    return "said" if number.words and one.low == one.high and _HUNDRED <= one.low < _MILLION else ""


def _people(
    text: str, one: Measured, start: int, end: int, before: str, amounts: Sequence[Amount]
) -> Unit | None:
    """`signed by 40,000`, `400 turned up`, `cuts 48,000`, `4,000 on its payroll`, `of whom 90,000 pay`."""
    if one.low < _FEW or one.number.letters:
        return None
    parted = bool(_PARTED.fullmatch(text, one.number.start, one.number.end))
    if parted and cues.PAYROLL.match(text, end):
        return Unit("count", "employee")
    gathered = cues.WHO.search(before) and cues.CLOSED.match(text, end)
    if gathered or cues.PEOPLE_DO.match(text, end) or (parted and cues.STAFF_DONE.search(before)):
        folk = next((said.unit for said in reversed(amounts[-_TALKED:]) if said.unit in PEOPLE), "person")
        return Unit("count", folk)
    last = _last(start, amounts)
    if _written(text, one) and last and last.unit in ("user", "person", "customer"):
        return Unit("count", "subscriber") if cues.PAY.match(text, end) else None
    return None


def _named(text: str, start: int, end: int, before: str, *, large: bool) -> str | None:
    """What the words next to the number name: a context of so many, a town of, N: jobs that go, bots, N of them."""
    if cues.WINDOW.search(before):
        return "token"
    if cues.PLACE.search(before) or (large and cues.NATION.match(text, end)):
        return "person"
    if (label := cues.LABELLED.match(text, end)) and (noun := noun_at(text, label.end())):
        return noun
    if cues.OF_THEM.match(text, end) and (thing := cues.APPOSED.search(before)):
        return noun_at(text, start - 2 - len(thing["noun"])) or thing["noun"].removesuffix("s")
    return None


def _last(start: int, amounts: Sequence[Amount]) -> Amount | None:
    last = next((said for said in reversed(amounts[-_TALKED:]) if said.kind in _TOLD), None)
    return last if last and start - last.end <= _FAR else None


def _as_last(text: str, one: Measured, start: int, amounts: Sequence[Amount]) -> Unit | None:
    """Of the last amount if that is one of things or of small money; else of people where staff is talked of."""
    last = _last(start, amounts)
    small = last and last.kind == "money" and (last.high or last.low or 0) < _MILLION
    if last and (last.kind == "count" or small) and _alike(one, last):
        return Unit(last.kind, last.unit)
    staff = cues.STAFF_TALK.search(text, max(0, start - _SENTENCES), start)
    return Unit("count", "employee") if staff else None


def _as_decimal(text: str, one: Measured, start: int, before: str, amounts: Sequence[Amount]) -> Unit | None:
    """`and last year Acme signed twelve point six`, `SWE bench seventy four point nine`: no version is said so."""
    if cues.VERSIONED.search(before):
        return None
    latest = amounts[-1] if amounts else None
    near = latest and latest.kind == "percent" and start - latest.end <= _SENTENCES
    if near and one.high <= 100 and cues.AT.search(before):
        return Unit("percent", "%")
    for last in reversed(amounts[-_TALKED:]):
        if last.kind in ("money", "power", "energy") and start - last.end <= _FAR:
            found = sized(text, one, last, "en", most=MOST_GAPPED)
            if found and found.factor != ONE:
                return found
    scored = one.high <= 100 and cues.SCORED.search(text, max(0, start - _CLAUSE), start)
    return Unit("percent", "%") if scored else None


def _hardware(text: str, start: int, amounts: Sequence[Amount]) -> str | None:
    """The chips that the sentence or the one before talks of, by the unit that they were counted in last."""
    talked = None
    for match in cues.HARDWARE.finditer(text, max(0, start - _SENTENCES), start):
        talked = str(match.lastgroup)
    if talked is None:
        return None
    return next(
        (said.unit for said in reversed(amounts[-2 * _TALKED :]) if said.unit in cues.HARDWARE_UNITS), talked
    )


def _as_large(
    text: str,
    one: Measured,
    start: int,
    amounts: Sequence[Amount],
) -> Unit | None:
    """Of the money and the things told last what is told in such sizes, or the size of a model."""
    near = [said for said in amounts[-_TALKED:] if said.kind in _TOLD and start - said.end <= _FAR]
    for said in reversed(near):
        if said.kind in ("money", "count") and _alike(one, said, most=_NEARLY):
            return Unit(said.kind, said.unit)
    model = cues.MODELS.search(text, max(0, start - _CLAUSE), one.end + _CLAUSE // 2)
    if (
        model
        and _LEAST_MODEL <= one.high <= _LARGEST_MODEL
        and not any(said.kind == "money" for said in near)
    ):
        return Unit("count", "parameter")
    return None


def _money(text: str, one: Measured, amounts: Sequence[Amount], currencies: Currencies) -> Unit:
    told = next((said.unit for said in reversed(amounts[-2 * _TALKED :]) if said.kind == "money"), None)
    return Unit("money", told or likely_currency(text, one.start, "en", currencies))


def _alike(one: Measured, last: Amount, *, most: int = 1000) -> bool:
    """Whether the two can count the same: neither is so many times the other."""
    told = last.high or last.low or 0
    return bool(told) and told <= most * one.high and one.high <= most * told
