"""Carrying in Japanese: a bare number and the amounts before it in, the unit that it takes over from them out.

最大で百億ドル、マイクロソフトが五十億まで; 20メガワット、来年は50まで増やす; 150億とか調達.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.amounts import carried_cues as cues
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.counts_ja_cues import SCORE_BEHIND
from pipeline.extract.amounts.currencies_told import Currencies
from pipeline.extract.amounts.currencies_untold import likely_currency
from pipeline.extract.amounts.elided_sizes import sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.parallel_ja import beside_it, in_parallel

_REACH, _NEAR, _CLAUSE, _LAST = 240, 160, 80, 8
"""Characters to a size told before, of a sentence, of a clause, and amounts that a currency is looked for in."""
_JUST, _TALK = 24, 3000
"""Characters from an amount to what it becomes in the next sentence, and around it in which parameters are talked of."""
_OTHER_SIZE = 10_000
"""How many times a count a later one of the same things is less than."""
_LEAST_RATING, _MOST_RATING = 1000, 4000
_COMPARED_KINDS = ("power", "energy", "data", "percent", "mass", "temperature", "multiple")
_CARRIED_KINDS = ("money", "count")


def carried_in_japanese(
    text: str, one: Measured, amounts: Sequence[Amount], currencies: Currencies, *, near: bool
) -> Unit | None:
    """What a bare number counts or measures; None if nothing says it. near: the last amount stands in its sentence."""
    last = amounts[-1] if amounts else None
    if last and last.kind == "percent" and (share := in_parallel(text, one, last)):
        return share  # 正答率は甲が71.5%、乙は68.2
    if _is_score(text, one) or (one.number.scale == 1 and SCORE_BEHIND.match(text, one.end)):
        return Unit("count", "point")
    if _is_size(text, one, amounts):
        return Unit("count", "parameter")
    if not near and (before := _money_before(text, one, amounts)):
        return before
    other = (
        last is not None
        and last.kind == "count"
        and one.low > _OTHER_SIZE * (last.high or last.low or one.low)
    )
    if (not (last and near and last.kind in _CARRIED_KINDS) or other) and (
        money := _money(text, one, amounts, currencies)
    ):
        return money
    just = last is not None and one.start - last.end <= _JUST
    if last and (near or just) and (grown := _grown(text, one, last)):
        return grown
    if last and (before_it := _compared(text, one, last)):
        return before_it
    if last and (beside := beside_it(text, one, last, near=near)):
        return beside
    return Unit(last.kind, last.unit) if last and near and _goes_on(text, one, last) else None


def _money(text: str, one: Measured, amounts: Sequence[Amount], currencies: Currencies) -> Unit | None:
    """150億とか調達: hundreds of millions of what is raised, spent or lost are money, of the currency named last."""
    if one.number.scale < 10**8 and not _is_priced(text, one):
        return None
    if one.end - one.start < 2 or not (
        cues.JAPANESE_ENDS.match(text, one.end)
        or cues.PAID_JA.match(text, one.end)
        or cues.BECOMES_JA.match(text, one.end)
        or cues.SPENT_JA.match(text, one.end)
    ):
        return None
    priced = cues.FOR_SO_MANY.search(text, max(0, one.start - 16), one.start) or cues.SPENT_JA.match(
        text, one.end
    )
    clause = (
        text[max(0, one.start - 24) : one.start].rpartition("。")[2]
        + "|"
        + text[one.end : one.end + 16].partition("。")[0]
    )
    if not (priced or cues.MONEY_IN_JAPANESE.search(clause) or one.number.scale < 10**8):
        return None
    named = next((amount.unit for amount in reversed(amounts[-_LAST:]) if amount.kind == "money"), None)
    return Unit("money", named or likely_currency(text, one.start, "ja", currencies))


def _is_priced(text: str, one: Measured) -> bool:
    """年収は800万ぐらい, 500万払った: ten thousands whose name or verb says that they are money."""
    return one.number.scale == 10**4 and bool(
        cues.PRICED_JA.search(text, max(0, one.start - 20), one.start) or cues.PAID_JA.match(text, one.end)
    )


def _is_score(text: str, one: Measured) -> bool:
    """スコアはLargeが65.4、Miniが46.1: numbers with one decimal, a particle before and an end behind, where scores are told."""
    return (
        one.number.scale == 1
        and (one.low != one.low.to_integral_value() or _is_rating(text, one))
        and bool(cues.SCORE_ENDS.match(text, one.end))
        and text[one.start - 1 : one.start] in ("が", "は", "の", "で", "、", "(", "（")
        and bool(cues.SCORE_TALK_JA.search(text[max(0, one.start - _NEAR) : one.start].rpartition("\n")[2]))
    )


def _is_rating(text: str, one: Measured) -> bool:
    """点数では上位型が1,540、軽量型は1,490: a whole number, parted as no year is, where ratings are told."""
    return (
        _LEAST_RATING <= one.low <= _MOST_RATING
        and "," in text[one.start : one.end]
        and bool(cues.RATED_JA.search(text, max(0, one.start - _CLAUSE), one.start))
    )


def _is_size(text: str, one: Measured, amounts: Sequence[Amount]) -> bool:
    """こっちは1兆ですよ, 初代の70億からは大きくなった: so many more parameters, where no money was told since."""
    if one.number.scale >= 10**8 and cues.NAMED_SIZE_JA.match(text, one.end):
        if text.startswith("版", one.end):
            return True  # 90億版
        around = text[max(0, one.start - _CLAUSE) : one.start] + "|" + text[one.end : one.end + _JUST]
        before = text[max(0, one.start - _REACH) : one.start]
        return bool(
            cues.MODELS_JA.search(before) or cues.MODELS_JA.search(around)
        ) and not cues.MONEY_IN_JAPANESE.search(around)
    if one.number.scale < 10**8 or one.end - one.start < 2 or not cues.SIZE_ENDS_JA.match(text, one.end):
        return False
    if cues.SIZES_JA.search(text, max(0, one.start - 20), one.start) and cues.MODELS_JA.search(
        text, max(0, one.start - _NEAR), one.start
    ):
        return True
    if (
        cues.MODEL_SAID_JA.search(text, max(0, one.start - 40), one.start)
        and text.find("パラメ", max(0, one.start - _TALK), one.end + _TALK) >= 0
    ):
        return True
    for amount in reversed(amounts[-_LAST:]):
        if amount.kind == "money" or one.start - amount.end > _REACH:
            return False
        if amount.unit == "parameter":
            return True
    return False


def _money_before(text: str, one: Measured, amounts: Sequence[Amount]) -> Unit | None:
    """評価額は3500億ドル。半年前は1830億だった: hundreds of millions and more, of the money in the sentence before."""
    spent = cues.SPENT_JA.match(text, one.end)
    if one.number.scale < 10**8 or not (spent or cues.JAPANESE_ENDS.match(text, one.end)):
        return None
    for amount in reversed(amounts[-3:]):
        if one.start - amount.end > _CLAUSE:
            return None
        if amount.kind == "money":
            fits = _goes_on(text, one, amount)
            return Unit("money", amount.unit) if fits else None
        if amount.kind == "count":
            return None
    return None


def _grown(text: str, one: Measured, last: Amount) -> Unit | None:
    """20メガワット、来年は50まで増やす: a small number that what was told last becomes, in its unit and size."""
    if last.kind not in ("power", "energy", "data", "percent", "count") or not cues.GROWS_JA.match(
        text, one.end
    ):
        return None
    return sized(text, one, last, "ja", most=50) if one.number.scale == 1 and one.low >= 2 else None


def _compared(text: str, one: Measured, last: Amount) -> Unit | None:
    """1ラック130キロワット、昔は40だった: what was told last as it was before, or is with another, in its unit and size."""
    if (
        last.kind not in _COMPARED_KINDS
        or one.number.scale != 1
        or one.low < 2
        or one.start - last.end > _CLAUSE
    ):
        return None
    said = cues.COMPARED_JA.search(text, max(last.end, one.start - 16), one.start)
    if not said or not cues.COMPARED_ENDS_JA.match(text, one.end):
        return None
    return sized(text, one, last, "ja", most=50)


def _goes_on(text: str, one: Measured, last: Amount) -> bool:
    """最大で百億ドル、マイクロソフトが五十億まで: ten thousands and more, and behind them no other thing."""
    return (
        last.kind in _CARRIED_KINDS
        and one.number.scale >= 10**4
        and one.number.end - one.number.start > 1
        and one.low * 1000 >= (last.low or last.high or 0)
        and (last.kind == "money" or one.low <= _OTHER_SIZE * (last.high or last.low or one.low))
        and bool(
            cues.JAPANESE_ENDS.match(text, one.end)
            or (
                last.kind == "money"
                and (cues.PAID_JA.match(text, one.end) or cues.SPENT_JA.match(text, one.end))
            )
        )
    )
