"""Carrying: an amount with a bare number in, with the amounts before it, the unit that it takes over from them out.

`11.7 billion euros, against nearly 6 billion`; `260,000 GPUs; Samsung gets 50,000 of them`; `it raises 40 billion`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.bounds import bounded
from pipeline.extract.amounts.counts_ja import MACHINE_UNITS
from pipeline.extract.amounts.counts_latin import counted_by_number_of
from pipeline.extract.amounts.elided import elided
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit

_COMPARED = re.compile(
    r"(?:\bcontre|\bà|\bface à|\bloin (?:toutefois )?des?|\bfrom|\bto|\bthan|\bversus|\bvs\.?|\bagainst|\bwith|\bjusqu'à|\bvoire|\bpuis|\bdont"
    r"|\band|\bet|\bor|\bou|より|から|に対し|比べ|、|を|は)\s*\Z",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[。！？!?]|\.\s")
_MONEY_TALK = re.compile(
    r"\b(?:seed|series [a-f]|backlog|lost|los(?:e|es|ing)|made|makes?|rent\w*|salar(?:y|ies)|cheques?|budgets?|contracts?|guid(?:es|ed|ing|ance)|a pop|apiece|bills?|price[ds]?|run[- ]rate|the quarter|put(?:s|ting)? in(?:to)?|rais(?:ed?|es|ing)|cap ex|bought|buy(?:s|ing)?|acquir\w*|settl\w+|got(?= \|)|sold (?:it |them )?for|sells? (?:it )?for|fetch\w*|borrow\w*|funding|revenues?|valu(?:e[sd]?|ing|ation)|worth|invest\w*|spen[dt]\w*|stake|capex|profits?|loss(?:es)?|sales|burn\w*|cost\w*|paid|pay(?:s|ing)?"
    r"|debt|loan\w*|bonds?|budget|market cap\w*|run rate|earn\w*|in cash|pledg\w*|earmark\w*|bid|fine[sd]?"
    r"|lev(?:er|é|ée|ait|ant)|lève(?:nt)?|levée|chiffre d'affaires|valoris\w*|vau(?:t|drait|dra)|valait|mobilis\w*|dépens\w*|perd(?:ent|u|ait)?|pertes?|bénéfices?|coût\w*"
    r"|budget|dette|emprunt\w*|capitaux|rachet\w*|souscri\w*|enveloppe|annonce\w*|promet\w*|promis\w*|inject\w*|débloqu\w*|consacr\w*|allou\w*|facture|amende)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:another|a further|an additional)(?: about)? \||\| (?:more\b(?! than)|others\b|additional\b|autres\b|(?:in)?directs?\b|payants\b|actifs\b|de plus\b|supplémentaires\b)",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r" (?:of (?:them|those|these|which)\b|d'entre (?:eux|elles)\b)", re.IGNORECASE)
_OF_US = re.compile(r" of us\b", re.IGNORECASE)
_WE_ARE = re.compile(
    r"\b(?:nous (?:sommes|étions|serons)|(?:ils|elles) (?:sont|étaient)|on est|(?:ils|elles) seront|we(?: are|'re| were)|they are) (?:environ |déjà |aujourd'hui |désormais |maintenant |à présent |now |just |only |about )?\Z",
    re.IGNORECASE,
)
_PEOPLE_END = re.compile(
    r"\s*(?:[.,;:!?)\n]|\Z)| (?:in|for|by|from|at|and|now|ils|elles|on|et|mais|à|en|pour|dans|aujourd'hui|désormais)\b"
)
_EMPLOYS = re.compile(
    r"\b(?:employ(?:s|ed|ing)?|emploie(?:nt|ra)?|employait) (?:about |around |over |some |roughly |nearly |more than |environ |près de |plus de )?\Z",
    re.IGNORECASE,
)
_TEAM_OF = re.compile(r"\b(?:a (?:team|staff|crew) of|une équipe de) \Z", re.IGNORECASE)
_AGAINST = re.compile(
    r"(?:\bcontre|\bau lieu d[e']|\bup from|\bdown from|\binstead of|\bversus|\bvs\.?|\bcompared (?:with|to)|\bagainst)\s*\Z",
    re.IGNORECASE,
)
_ENDS_COMPARED = re.compile(
    r"\s*(?:[.,;:!?)\n]|\Z)| (?:in|a|an|at|last|the|un|une|en|l'|il|à|et|and|ago|before)\b", re.IGNORECASE
)
_NAMED_BEFORE = re.compile(r"(?:\b[A-Z][\w.-]*,? |\band )\Z")
_STOPS = re.compile(r"[.,;:!?)](?!\d)|\s*\Z")
_SIZE_ENDS = re.compile(
    r"\s*(?:[.,;:!?)。、」\n]|\Z)| (?:in|for|with|and|at|of which|are|is|were|active|total|actifs|activés|au total|en tout)\b|[のでにはがとしだを]",
    re.IGNORECASE,
)
_JAPANESE_ENDS = re.compile(
    r"\s*(?:[。、）)」\n]|\Z|まで|から|へ|弱|強|超|以上|以下|未満|余り|前後|近く|程度|ほど|くらい|ぐらい|って|とか|なの|だ[。っ]|です|でし|に(?:増|減|達|上|下|引|拡|伸|な|の|乗|届|迫|膨|満)|を(?:超|切|上回|下回|突破|見込|投|出)|(?:を)?(?:ください|下さい|くれ|ちょうだい))"
)
_SCORE_ENDS = re.compile(
    r"[、。）)]|は(?:上回|下回|超)|に(?:は|対|届|達)|を(?:上回|下回|超|記録|マーク)|だ[。っ]|で[、。]|と"
)
_SIZE_ENDS_JA = re.compile(
    r"\s*(?:[。、）)」\n]|\Z|から|より|へ|弱|強|超|以上|以下|近く|程度|ほど|くらい|ぐらい|だ[。っけ]|です|でし|に(?:増|な|拡|達)|だけ|の(?:モデル|版)|と(?:大|小|な))"
)
_SPOKEN_ENDS = re.compile(
    r"\s*(?:[.,;:!?)\n\"”»]|\Z)| (?:it|before|over|and|but|so|against|by|in|for|from|on|which|plus|this|that|they|because|or|a year|already|now|of that|just|at|to|the)\b",
    re.IGNORECASE,
)
_MONEY_IN_JAPANESE = re.compile(
    "調達|出資|投資|評価額|売上|売り上げ|赤字|黒字|利益|買収|予算|時価総額|借り|負債|資金|手元|現金|売却|売って|年商|収入|費用|払"
)
_BARE_GIGA = re.compile(r"\d* ?(?:ギガ|メガ|テラ|gigas?|gigs|mégas?|megs?)", re.IGNORECASE)
_POWER_TALK = re.compile(
    r"電力|出力|発電|ワット|変電|送電|電気|\b(?:puissance|électri\w+|raccord\w+|watts?|power|grid|electric\w*|[MG]W)\b"
)
_TITLES = re.compile(r" (?:de )?titres?")
_WORKS = re.compile(
    r"\b(?:livres?|ouvrages?|auteurs?|autrices?|pirat\w+|musi\w+|albums?|chansons?|catalogue|presse|édit\w+|biblioth\w+|films?)\b"
)
_GPU_TALK = re.compile(
    r"\b(?:GPUs?|N[Vv][Ii][Dd][Ii][Aa]|[HAB][128]00|graphi(?:cs|ques?)|Blackwell|Hopper)\b"
)
_GOES_ON = re.compile(
    r"(?:追加で|さらに|加えて|合計で?|計|年内に|来年に?は?|[、にはを])(?:約|およそ|最大)?\Z"
)
_ENDS_ALONE = re.compile(
    r"\s*(?:[.,;:!?)\n]|\Z)(?!\d)| (?:par (?:an|mois|jour|semaine)|d'ici|en 20|fin|l'an)\b"
)
_COUNT_TALK = re.compile(
    r"\b(?:param\w*|tokens?|users?|people|downloads?|views?|queries|messages|devices|years|stars|images|documents|active|weekly|monthly|daily|model|trained|population)\b",
    re.IGNORECASE,
)
"""What else is counted in billions."""
_LONE = re.compile(r"(?:m|b|tr)illions?|milliards?", re.IGNORECASE)
"""A scale word with no number of it: the word « milliard »."""
_GAPPED = 1000
_FEW = 10
_ENDS = re.compile(
    r"\s*(?:[.,;:!?)。、\n]|\Z)| (?:in|for|by|from|at|this|last|and|next|en|pour|cette|par|à)\b"
)
_COUNTS_ON = re.compile(
    r" (?:of|d[eu']|des)\b(?! ?(?:ici\b|amorçage|capital|(?:sa|leur) (?:dernière |nouvelle )?(?:valoris|levée|dette)|aide|subvention|matériel|commande|crédit|prêt|économie|trésorerie|financement|revenu|chiffre|perte|bénéfice|dette|recette|vente|fonds|capital|sales|debt|profit|loss|funding|sa part|astreinte|amende|pénalit|dommage|frais|loyer|royalt|redevance|droits|prime|indemn|acompte|dommages|damages|fees|travaux|contrat|achat|impôt|bonus|rémunération|valoris|valuation|cash|plus\b|more\b))",
    re.IGNORECASE,
)
_DOLLAR_PEOPLE = re.compile(
    r"OpenAI|Open AI|N[Vv][Ii][Dd][Ii][Aa]|[Mm]icrosoft|Google|Alphabet|Amazon|\bAWS\b|\bMeta\b|Apple|Tesla|xAI|Anthropic|Oracle|\bAMD\b|Intel\b|Broadcom|\bIBM\b|Salesforce|Palantir|CoreWeave|Wall Street|Silicon Valley|Nasdaq"
    r"|[Aa]méricaine?s?\b|États-Unis|Californi|エヌビディア|オープンAI|オープンエーアイ|マイクロソフト|グーグル|アマゾン|メタ|アップル|テスラ|アンソロピック|オラクル|シリコンバレー|米国|米[A-Zァ-ヺ]"
)
"""Who counts in dollars."""
_SAID_BEHIND = re.compile(r"(?<=\ben )(?:euros|dollars)\b|(?<=\bin )(?:euros|dollars)\b")
_USUAL = {"en": "USD", "fr": "EUR", "ja": "JPY"}
_REACH = 240
_NEAR, _CLAUSE, _LAST = 160, 80, 8
"""Characters between an amount and one that takes over its unit, of a clause, and amounts that a currency is looked for in."""
MOST_TIMES = 100_000
"""A later amount of the same things is less than so many times the earlier."""
_CARRIED_KINDS = ("money", "count")


def carried(
    text: str, one: Measured, amounts: Sequence[Amount], lang: str, currencies: Sequence[tuple[int, str]] = ()
) -> Unit | None:
    """The unit that a bare number takes over, or the money that its clause talks of; None if it is no amount.

    `11,7 milliards d'euros, contre près de 6 milliards`; `elle lève 40 milliards` is in the currency last named, else in the
    usual one of the language. currencies: where the text names one.
    """
    if _LONE.fullmatch(text, one.start, one.end) or (
        one.number.scale == 1 and 1900 <= one.number.low <= 2100
    ):
        return None
    if people := _people(text, one):
        return people
    if unit := elided(text, one, amounts, lang):
        return unit
    last = amounts[-1] if amounts else None
    near = last and one.start - last.end <= _NEAR and not _SENTENCE_END.search(text, last.end, one.start)
    if last and last.kind == "count" and (counted := _counted_on(text, one, last, bool(near))):
        return counted
    if one.number.letters:
        return None
    if lang == "ja" and _is_score_in_japanese(text, one):
        return Unit("count", "point")
    if lang == "ja" and _is_size_in_japanese(text, one, amounts):
        return Unit("count", "parameter")
    if lang == "ja" and not near and (before := _money_before(text, one, amounts)):
        return before
    if (
        lang == "ja"
        and not (last and near and last.kind in _CARRIED_KINDS)
        and (money := _money_in_japanese(text, one, amounts, currencies))
    ):
        return money
    if lang == "ja":
        return Unit(last.kind, last.unit) if last and near and _goes_on_in_japanese(text, one, last) else None
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
        compared = _COMPARED.search(text, max(last.end, start - 24), start)
        if compared and (len(compared[0].strip()) > 2 or _ENDS.match(text, one.end)):
            return Unit(last.kind, last.unit)
    if (
        lang == "fr"
        and last
        and near
        and last.kind == "count"
        and (last.low or last.high or 0) >= 10**5
        and _ENDS_ALONE.match(text, one.end)
        and not _MONEY_TALK.search(text, last.end, one.start)
        and not _is_of_another_size(one, last)
    ):
        return Unit("count", last.unit)
    return _money(text, one, amounts, lang, currencies)


def named_again(text: str, one: Measured, unit: Unit, amounts: Sequence[Amount]) -> Unit:
    """Cards are GPUs where GPUs are talked of, 追加で3000基 what was counted before, and gigas of electricity are watts."""
    if unit.kind == "data" and _BARE_GIGA.fullmatch(text, one.number.end, one.end):
        before = text[max(0, one.start - _CLAUSE) : one.start] + text[one.end : one.end + 20]
        power = (amounts and amounts[-1].kind == "power") or _POWER_TALK.search(before)
        return Unit("power", "W", unit.factor) if power else unit
    if unit.unit == "share" and _TITLES.fullmatch(text, one.number.end, one.end):
        works = _WORKS.search(text, max(0, one.start - _NEAR), one.end + _CLAUSE)
        return Unit("count", "title") if works else unit
    if unit.unit == "card":
        near = text[max(0, one.start - 2 * _NEAR) : one.end + _CLAUSE]
        again = any(amount.unit == "GPU" for amount in amounts[-_LAST:]) or _GPU_TALK.search(near)
        return Unit("count", "GPU") if again else unit
    last = amounts[-1] if amounts else None
    if (
        unit.unit == "unit"
        and text[one.end - 1] in "基枚"
        and any(amount.unit == "GPU" for amount in amounts[-2 * _LAST :])
    ):
        return Unit("count", "GPU")
    if unit.unit == "unit" and last and last.unit in MACHINE_UNITS and one.start - last.end <= _CLAUSE // 2:
        return Unit("count", last.unit) if _GOES_ON.search(text, last.end, one.start) else unit
    return unit


def _is_of_another_size(one: Measured, last: Amount) -> bool:
    """32 data centers and 8 billion: so much more is no count of the same."""
    return last.kind == "count" and one.low > MOST_TIMES * (last.high or last.low or one.low)


def _people(text: str, one: Measured) -> Unit | None:
    """`there are 27 of us`, `nous sommes 28`, `ils sont une quinzaine`, `a team of twelve`."""
    if one.low < 2 or one.low >= 10**6 or one.number.letters:
        return None
    if one.low < 1000 and (team := _TEAM_OF.search(text, max(0, one.start - 20), one.start)):
        return Unit("count", "employee" if "staff" in team[0] else "person")
    _, start, _ = bounded(text, one.start, one.end)
    if _PEOPLE_END.match(text, one.end) and _EMPLOYS.search(text, max(0, start - 32), start):
        return Unit("count", "employee")
    if _OF_US.match(text, one.end) or (
        _PEOPLE_END.match(text, one.end) and _WE_ARE.search(text, max(0, one.start - 32), one.start)
    ):
        return Unit("count", "person")
    return None


def _counted_on(text: str, one: Measured, last: Amount, near: bool) -> Unit | None:
    """More of the things counted last: `50,000 of them`, `another 200`, `Naver Cloud 60,000.`, and more parameters."""
    unit = Unit("count", last.unit)
    if one.start - last.end <= _NEAR and one.low >= 2 and _OF_THEM.match(text, one.end):
        return unit
    if near and one.number.low >= _FEW and not one.number.letters:
        if _ANOTHER.search(text[max(0, one.start - 16) : one.start] + "|" + text[one.end : one.end + 12]):
            return unit
        if (
            one.low >= _GAPPED
            and not one.number.words
            and _STOPS.match(text, one.end)
            and _NAMED_BEFORE.search(text, max(last.end, one.start - 40), one.start)
        ):
            return unit
    sized = last.unit == "parameter" and one.number.scale >= 10**6 and one.start - last.end <= _NEAR
    if sized and not _MONEY_TALK.search(text, last.end, one.start) and _SIZE_ENDS.match(text, one.end):
        return unit
    return None


def _money_in_japanese(
    text: str, one: Measured, amounts: Sequence[Amount], currencies: Sequence[tuple[int, str]]
) -> Unit | None:
    """150億とか調達: hundreds of millions of what is raised, spent or lost are money, of the currency named last."""
    if one.number.scale < 10**8 or one.end - one.start < 2 or not _JAPANESE_ENDS.match(text, one.end):
        return None
    clause = (
        text[max(0, one.start - 24) : one.start].rpartition("。")[2]
        + "|"
        + text[one.end : one.end + 16].partition("。")[0]
    )
    if not _MONEY_IN_JAPANESE.search(clause):
        return None
    named = next((amount.unit for amount in reversed(amounts[-_LAST:]) if amount.kind == "money"), None)
    return Unit("money", named or _likely(text, one.start, "ja", currencies))


def _is_score_in_japanese(text: str, one: Measured) -> bool:
    """スコアはLargeが65.4、Miniが46.1: numbers with one decimal, a particle before and an end behind, where scores are told."""
    return (
        one.number.scale == 1
        and one.low != one.low.to_integral_value()
        and bool(_SCORE_ENDS.match(text, one.end))
        and text[one.start - 1 : one.start] in ("が", "は", "の", "で", "、")
        and "スコア" in text[max(0, one.start - _NEAR) : one.start].rpartition("\n")[2]
    )


def _is_size_in_japanese(text: str, one: Measured, amounts: Sequence[Amount]) -> bool:
    """こっちは1兆ですよ, 初代の70億からは大きくなった: so many more parameters, where no money was told since."""
    if one.number.scale < 10**8 or one.end - one.start < 2 or not _SIZE_ENDS_JA.match(text, one.end):
        return False
    for amount in reversed(amounts[-_LAST:]):
        if amount.kind == "money" or one.start - amount.end > _REACH:
            return False
        if amount.unit == "parameter":
            return True
    return False


def _money_before(text: str, one: Measured, amounts: Sequence[Amount]) -> Unit | None:
    """評価額は3500億ドル。半年前は1830億だった: hundreds of millions and more, of the money in the sentence before."""
    if one.number.scale < 10**8 or not _JAPANESE_ENDS.match(text, one.end):
        return None
    for amount in reversed(amounts[-3:]):
        if one.start - amount.end > _CLAUSE:
            return None
        if amount.kind == "money":
            fits = _goes_on_in_japanese(text, one, amount)
            return Unit("money", amount.unit) if fits else None
        if amount.kind == "count":
            return None
    return None


def _goes_on_in_japanese(text: str, one: Measured, last: Amount) -> bool:
    """最大で百億ドル、マイクロソフトが五十億まで: ten thousands and more, and behind them no other thing."""
    return (
        last.kind in _CARRIED_KINDS
        and one.number.scale >= 10**4
        and one.number.end - one.number.start > 1
        and one.low * 1000 >= (last.low or last.high or 0)
        and bool(_JAPANESE_ENDS.match(text, one.end))
    )


def _is_compared(text: str, one: Measured, last: Amount) -> bool:
    """`45 %, contre 38 un an plus tôt`, `up from 12,000 a year ago`."""
    if one.number.letters or one.start - last.end > _CLAUSE or not _ENDS_COMPARED.match(text, one.end):
        return False
    if last.kind == "percent" and (one.low > 100 or one.number.scale != 1):
        return False
    if last.kind == "count" and (one.low < _FEW or one.low * 1000 < (last.low or last.high or 0)):
        return False
    if last.kind == "money" and one.number.scale == 1:
        return False
    _, start, _ = bounded(text, one.start, one.end)
    return bool(_AGAINST.search(text, max(last.end, start - 24), start))


def _money(
    text: str, one: Measured, amounts: Sequence[Amount], lang: str, currencies: Sequence[tuple[int, str]]
) -> Unit | None:
    if lang not in ("en", "fr") or _COUNTS_ON.match(text, one.end):
        return None
    said = _SENTENCE_END.split(text[max(0, one.start - _CLAUSE) : one.start])
    asked = len(said) > 1 and "?" in text[max(0, one.start - 24) : one.start]
    clause = (" ".join(said[-2:]) if asked else said[-1]) + "|" + text[one.end : one.end + 30]
    currency = next((amount.unit for amount in reversed(amounts[-_LAST:]) if amount.kind == "money"), None)
    if lang != "fr" and not _MONEY_TALK.search(clause):  # bare milliards are money
        sized = any(amount.unit in ("parameter", "token") for amount in amounts[-2:])
        counted = sized or _COUNT_TALK.search(clause)
        spoken = one.number.words and one.number.scale >= 10**9 and (currency or not counted)
        if not spoken or not _SPOKEN_ENDS.match(text, one.end):
            return None
    return Unit("money", currency or _likely(text, one.start, lang, currencies))


def _likely(text: str, start: int, lang: str, currencies: Sequence[tuple[int, str]]) -> str:
    """The currency of money that names none: what the text names next, or what those who are named near count in."""
    if said := _SAID_BEHIND.search(text, start, start + _CLAUSE):
        return "EUR" if said[0].startswith("euro") else "USD"
    line = text.find("\n", start, start + _REACH)
    reach = line if line >= 0 else start + _REACH
    named = next((unit for place, unit in currencies if start <= place <= reach), None)
    if named:
        return named
    if _DOLLAR_PEOPLE.search(text, max(0, start - _REACH), start + _CLAUSE):
        return "USD"
    return next((unit for _, unit in currencies), _USUAL[lang])
