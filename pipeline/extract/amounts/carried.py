"""Carrying: an amount with a bare number in, with the amounts before it, the unit that it takes over from them out.

`11.7 billion euros, against nearly 6 billion`; `260,000 GPUs; Samsung gets 50,000 of them`; `it raises 40 billion`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.extract.amounts import carried_cues as cues
from pipeline.extract.amounts import carried_french_cues as french
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.bounds import bounded
from pipeline.extract.amounts.carried_ja import carried_in_japanese
from pipeline.extract.amounts.carried_plain import plain
from pipeline.extract.amounts.carried_untold import untold
from pipeline.extract.amounts.carried_worth import of_a_firm
from pipeline.extract.amounts.counts_latin import FOR_SO_MUCH, counted_by_number_of
from pipeline.extract.amounts.currencies_told import NO_CURRENCIES, Currencies
from pipeline.extract.amounts.currencies_untold import likely_currency, said_before, told_currency
from pipeline.extract.amounts.elided import elided
from pipeline.extract.amounts.elided_cues import FILLER
from pipeline.extract.amounts.elided_money import lone_money
from pipeline.extract.amounts.elided_sizes import sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.money_french import is_of_money
from pipeline.extract.amounts.nouns_people import PEOPLE

_GAPPED, _FEW, _REACH, _MILLION = 1000, 10, 240, Decimal(10**6)
_NEAR, _CLAUSE, _LAST = 160, 80, 8
"""Characters between an amount and one that takes over its unit, of a clause, and amounts that a currency is looked for in."""
MOST_TIMES = 100_000  # a later amount of the same things is less than so many times the earlier
_FOLLOWED = 10_000  # so many of a channel's « on est » are who follows it
_CARRIED_KINDS = ("money", "count")


def carried(
    text: str, one: Measured, amounts: Sequence[Amount], lang: str, currencies: Currencies = NO_CURRENCIES
) -> Unit | None:
    """The unit that a bare number takes over, or the money that its clause talks of; None if it is no amount.

    `11,7 milliards d'euros, contre près de 6 milliards`; `elle lève 40 milliards` is in the currency last named, else in the
    usual one of the language. currencies: where the text names one.
    """
    found = _carried(text, one, amounts, lang, currencies)
    if found:
        return of_a_firm(text, one, found, amounts)
    if lang != "en":
        return None
    return untold(text, one, amounts, currencies) or plain(text, one, amounts)


def _carried(
    text: str, one: Measured, amounts: Sequence[Amount], lang: str, currencies: Currencies
) -> Unit | None:
    lone = (
        cues.LONE.fullmatch(text, one.start, one.end)
        and not cues.ANOTHER_ONE.search(text, max(0, one.start - 12), one.start)
        and not (lang == "fr" and french.PASSED.search(text, max(0, one.start - 32), one.start))
    )
    if lone:
        return lone_money(text, one, amounts, currencies) if lang == "en" else None
    if (
        one.number.scale == 1
        and 1900 <= one.number.low <= 2100
        and text[one.number.start : one.number.end].isdigit()
    ):
        return None
    if people := _people(text, one):
        return people
    rupees = lang == "fr" and french.INDIAN.search(text, one.number.start, one.number.end)
    if unit := Unit("money", "INR") if rupees else elided(text, one, amounts, lang):
        return unit
    last = amounts[-1] if amounts else None
    near = last and one.start - last.end <= _NEAR and not cues.SENTENCE_END.search(text, last.end, one.start)
    if (
        last
        and last.unit == "parameter"
        and one.start - last.end <= _NEAR
        and french.ACTIVE.match(text, one.end)
    ):
        return sized(text, one, last, lang)
    if last and last.kind == "count" and (counted := _counted_on(text, one, last, bool(near), lang)):
        return counted
    if one.number.letters:
        return None
    if many := _many(text, one, amounts, lang):
        return many
    if lang == "ja":
        return carried_in_japanese(text, one, amounts, currencies, near=bool(near))
    if last and near and last.kind in (*_CARRIED_KINDS, "percent") and _is_compared(text, one, last):
        return Unit(last.kind, last.unit)
    if one.number.kanji or one.number.scale < 10**6:
        return None
    if named := counted_by_number_of(text, one.start):
        return Unit("count", named)
    if (
        last
        and near
        and last.kind in _CARRIED_KINDS
        and not _is_of_another_size(one, last)
        and not (one.number.vague and last.kind == "count")
    ):
        _, start, _ = bounded(text, one.start, one.end)
        compared = cues.COMPARED.search(text, max(last.end, start - 24), start)
        priced = last.kind == "count" and cues.MONEY_TALK.search(text, last.end, start)
        if compared and not priced and (len(compared[0].strip()) > 2 or cues.ENDS.match(text, one.end)):
            return Unit(last.kind, last.unit)
    if (
        lang == "fr"
        and last
        and near
        and last.kind == "count"
        and (last.low or last.high or 0) >= 10**5
        and cues.ENDS_ALONE.match(text, one.end)
        and not cues.MONEY_TALK.search(text, last.end, one.start)
        and not FOR_SO_MUCH.search(text, max(0, one.start - 24), one.start)
        and not _is_of_another_size(one, last)
    ):
        return Unit("count", last.unit)
    return _money(text, one, amounts, lang, currencies)


def _many(text: str, one: Measured, amounts: Sequence[Amount], lang: str) -> Unit | None:
    """`ChatGPT passes 800 million` where users were named last, and no money since: what is counted in millions."""
    if lang not in ("en", "fr") or one.number.scale < 10**6 or not cues.THING_ENDS.match(text, one.end):
        return None
    if cues.CURRENCY_BEHIND.match(text, one.end):
        return None
    line = text.rfind("\n", max(0, one.start - _NEAR), one.start)
    first = line + 1 if line >= 0 else max(0, one.start - _NEAR)
    named, end = None, first
    for thing in cues.MANY_THINGS.finditer(text, first, one.start):
        named, end = str(thing.lastgroup), thing.end()
    if named is None or one.low < cues.LEAST_OF.get(named, 10**6):
        return None
    if cues.MONEY_TALK.search(text, end, one.start) or cues.MONEY_NEAR.search(text, end, one.start):
        return None
    last = amounts[-1] if amounts else None
    same = last and last.unit == named and last.start >= end - 40 and not _is_of_another_size(one, last)
    numbered = cues.NUMBERED.search(text, max(0, one.start - 40), one.start) or french.EACH.match(
        text, one.end
    )
    if lang == "fr" and not same and not numbered:
        return None
    if any(
        amount.kind != "percent"
        and amount.kind != "duration"
        and amount.unit != named
        and amount.start >= end
        for amount in amounts[-3:]
    ):
        return None
    return Unit("count", named)


def _is_of_another_size(one: Measured, last: Amount) -> bool:
    """32 data centers and 8 billion: so much more is no count of the same."""
    return last.kind == "count" and one.low > MOST_TIMES * (last.high or last.low or one.low)


def _people(text: str, one: Measured) -> Unit | None:
    """`there are 27 of us`, `nous sommes 28`, `ils sont une quinzaine`, `a team of twelve`."""
    if one.low < 2 or one.number.letters:
        return None
    if one.low >= 10**6:
        many = one.low < 10**9 and french.THEY_ARE.search(text, max(0, one.start - 48), one.start)
        return Unit("count", "person") if many and french.ARE_ENDS.match(text, one.end) else None
    _, start, _ = bounded(text, one.start, one.end)
    crew = one.low < 1000 and cues.CREW_OF.search(text, max(0, start - 36), start)
    if crew or (cues.TEAM_ENDS.match(text, one.end) and cues.TEAM_OF.search(text, max(0, start - 56), start)):
        return Unit("count", "person")
    if cues.CLOSED_PEOPLE.match(text, one.end) and cues.HEADCOUNT.search(text, max(0, start - 64), start):
        return Unit("count", "person")
    if (
        one.low >= _FEW
        and cues.LET_GO_ENDS.match(text, one.end)
        and cues.LET_GO.search(text, max(0, start - 24), start)
    ):
        return Unit("count", "person")
    if cues.PEOPLE_END.match(text, one.end) and cues.EMPLOYS.search(text, max(0, start - 32), start):
        return Unit("count", "employee")
    if cues.OF_US.match(text, one.end) or (
        cues.PEOPLE_END.match(text, one.end)
        and cues.WE_ARE.search(FILLER.sub(" ", text[max(0, one.start - 48) : one.start]))
    ):
        return Unit(
            "count", "subscriber" if one.low >= _FOLLOWED and french.CHANNEL.search(text) else "person"
        )
    return None


def _counted_on(text: str, one: Measured, last: Amount, near: bool, lang: str) -> Unit | None:
    """More of the things counted last: `50,000 of them`, `another 200`, `Naver Cloud 60,000.`, and more parameters."""
    unit = Unit("count", last.unit)
    if one.start - last.end <= _NEAR and one.low >= 2 and cues.OF_THEM.match(text, one.end):
        return unit
    few = last.unit not in PEOPLE and one.low >= 2  # another five data centres
    if near and (one.number.low >= _FEW or few) and not one.number.letters:
        bought = last.unit == "parameter" and cues.MONEY_TALK.search(
            text, max(last.end, one.start - 32), one.start
        )
        if not bought and cues.ANOTHER.search(
            text[max(0, one.start - 16) : one.start] + "|" + text[one.end : one.end + 12]
        ):
            return unit
        if (
            one.low >= _GAPPED
            and not one.number.words
            and not cues.CODE.fullmatch(text, one.number.start, one.number.end)
            and cues.STOPS.match(text, one.end)
            and cues.NAMED_BEFORE.search(text, max(last.end, one.start - 64), one.start)
        ):
            return unit
    sized = last.unit == "parameter" and one.number.scale >= 10**6 and one.start - last.end <= _NEAR
    if (
        sized
        and (
            near
            or lang != "fr"
            or french.MODELS_NEAR.search(text, max(last.end, one.start - _CLAUSE), one.start)
        )
        and not cues.MONEY_TALK.search(text, last.end, one.start)
        and cues.SIZE_ENDS.match(text, one.end)
    ):
        return unit
    return None


def _is_compared(text: str, one: Measured, last: Amount) -> bool:
    """`45 %, contre 38 un an plus tôt`, `up from 12,000 a year ago`."""
    if one.number.letters or one.start - last.end > _CLAUSE or not cues.ENDS_COMPARED.match(text, one.end):
        return False
    if last.kind == "percent" and (one.low > 100 or one.number.scale != 1):
        return False
    if last.kind == "count" and (one.low < _FEW or one.low * 1000 < (last.low or last.high or 0)):
        return False
    if last.kind == "money" and one.number.scale == 1:
        return False
    _, start, _ = bounded(text, one.start, one.end)
    return bool(cues.AGAINST.search(text, max(last.end, start - 24), start))


def _money(
    text: str, one: Measured, amounts: Sequence[Amount], lang: str, currencies: Currencies
) -> Unit | None:
    if (
        lang not in ("en", "fr")
        or (
            cues.COUNTS_ON.match(text, one.end)
            and not (lang == "fr" and is_of_money(text, one.end))
            and not (lang == "fr" and FOR_SO_MUCH.search(text, max(0, one.start - 24), one.start))
        )
        or cues.CHANCE.search(text, max(0, one.start - 32), one.start)
    ):
        return None
    said = cues.SENTENCE_END.split(text[max(0, one.start - _CLAUSE) : one.start])
    asked = len(said) > 1 and "?" in text[max(0, one.start - 24) : one.start]
    clause = (" ".join(said[-2:]) if asked else said[-1]) + "|" + text[one.end : one.end + 30]
    named = cues.CURRENCY_BEHIND.match(text, one.end)
    if named:
        return Unit("money", str(named.lastgroup))
    again = said_before(one.low, one.high, amounts) if lang == "fr" else None
    currency = again or told_currency(text, one.start, lang, amounts[-_LAST:], currencies)
    if lang != "fr" and not cues.MONEY_TALK.search(clause):  # bare milliards are money
        sized = any(amount.unit in ("parameter", "token") for amount in amounts[-2:])
        if _is_more_money(text, one, amounts, clause):
            return Unit("money", currency or likely_currency(text, one.start, lang, currencies))
        counted = sized or cues.COUNT_TALK.search(clause)
        spoken = one.number.words and one.number.scale >= 10**9 and (currency or not counted)
        if not spoken or not cues.SPOKEN_ENDS.match(text, one.end):
            return None
    return Unit("money", currency or likely_currency(text, one.start, lang, currencies))


def _is_more_money(text: str, one: Measured, amounts: Sequence[Amount], clause: str) -> bool:
    """Whether bare billions follow on money, with nothing else near that is counted in billions."""
    if not amounts or one.number.vague or cues.COUNT_TALK.search(clause):
        return False
    last = next(
        (
            amount
            for amount in reversed(amounts[-3:])
            if amount.kind not in ("percent", "duration", "multiple")
        ),
        None,
    )
    return bool(
        last
        and last.kind == "money"
        and one.start - last.end <= _REACH
        and (last.low or last.high or 0) >= 10**6
        and cues.THING_ENDS.match(text, one.end)
    )
