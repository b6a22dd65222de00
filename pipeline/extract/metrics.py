"""Metrics: what a figure measures, and whether it is asserted, reported, planned or denied.

In: the sentence, where the figure stands in it, its kind and unit. Out: one of GUIDE.md's metrics. The nearest cue word
decides; Japanese says it behind the amount more often than before, so there the words behind count as nearer.
"""

from __future__ import annotations

import re

from pipeline.records import Metric, Modality


def _cues(**words: str) -> list[tuple[Metric, re.Pattern[str]]]:
    return [(name.replace("_", "-"), re.compile(pattern, re.IGNORECASE)) for name, pattern in words.items()]  # type: ignore[misc]


_MONEY = _cues(
    valuation=r"評価額|企業価値|時価総額|と評価|valuation|valued|valuing|market (?:cap|value)|(?<!deal )(?<!contract )(?<!agreement )worth|valoris|capitalisation",
    funding=r"資金調達|調達|増資|ラウンド|シリーズ[A-H]|rais(?:e|ed|es|ing)\b|funding|financing|\bround\b|series [a-h]\b"
    r"|levée|lev(?:er|é|ait)\b|lève|tour de table|financement",
    capex=r"設備投資|資本(?:的)?支出|cap(?:ital )?ex(?:penditures?|penses?)?\b|capital spending|dépenses d['’]investissement"
    r"|data cent(?:er|re)s? spending|infrastructure spending",
    revenue=r"売上高?|売り上げ|収益|収入|年商|営業収入|revenues?\b|sales\b|\bARR\b|turnover|chiffre d['’]affaires|revenus?\b|recettes",
    profit=r"(?:純|営業|経常)?利益|黒字|profits?\b|net income|earnings|bénéfices?",
    loss=r"赤字|損失|純損|失っ|loss(?:es)?\b|\blos(?:e|t|ing)\b|wip(?:ed?|ing)\b|déficit|pertes?\b|perd(?:u|re|ait)\b",
    price=r"価格|料金|月額|年額|値段|販売価格|定額|受講|講座|もする|price[ds]?\b|pricing|per (?:month|year|user|million|seat)|a month|/month"
    r"|subscription|\bfee\b|tarif|prix|par mois|abonnement|facturé",
    cash=r"現金|手元資金|手持ち|預金|資金しか|準備(?:し|でき|金)|\bcash\b|reserves?\b|trésorerie|liquidités",
    cost=r"コスト|費用|経費|費や|かかっ|かけて|予算|(?:構築|開発|訓練|学習)(?:し|に|費)|costs?\b|\bburn(?:s|ed|ing)?\b|brûle|spen[dt]\b|spending|expens|budget"
    r"|to (?:train|build|develop)|trained|coûts?\b|coût(?:e|é|er)\b|dépens|fine[ds]?\b|罰金|amende",
    investment=r"投資|出資|投じ|拠出|invest(?:s|ed|ing|ment|ments|ors?)?\b|pledg|commit(?:s|ted|ment)?\b|inject|stake|plan\b|project\b"
    r"|プロジェクト|の計画|構想|investi|apport|\bput(?:s|ting)? (?:in|up)\b|injecte|placer|買収|acqui",
)
_PERCENT = _cues(
    growth=r"増|伸び|成長|上昇|急騰|下落|減少|低下|減|値上|値下|前年比|grow|gr[eo]w|\bup\b|\bdown\b|ris(?:e|en|ing)|rose|fell|fall"
    r"|drop|jump|plung|increas|decreas|surge|year[- ]over[- ]year|hausse|baisse|croissance|augment|progress|recul|chut|bond",
    benchmark=r"正答|正解|精度|スコア|ベンチマーク|得点|評価で|試験|scor|benchmark|accuracy|MMLU|AIME|SWE|GPQA|ARC|précision|exact",
    share=r"シェア|占め|割合|比率|株式|持ち分|持株|のうち|market share|share|stake|of (?:all|the|its|their|users|companies)|part de|parts"
    r"|proportion|détien|des (?:utilisateurs|entreprises|salariés)",
)
_BY_COUNTED: dict[str, Metric] = {
    "gpu": "hardware", "chip": "hardware", "server": "hardware", "accelerator": "hardware", "tpu": "hardware",
    "processor": "hardware", "user": "users", "visitor": "users", "customer": "users", "subscriber": "subscribers",
    "employee": "employees", "worker": "employees", "engineer": "employees", "researcher": "employees",
    "job": "employees", "parameter": "parameters", "token": "tokens", "character": "length", "word": "length",
    "page": "length",
}  # fmt: skip
_A_TIME = re.compile(r"\s?(?:a|per|each|every|/|par)\s?(?:month|seat|user|mois)\b|[/／]月", re.IGNORECASE)
_GROWN = re.compile(r"(?:以上)?[にへ増]|の伸び")
_USING = re.compile(
    r"\b(?:us(?:e[sd]?|ing|ers?)|reach(?:es|ed)?|serv(?:e[sd]?|ing))\b|利用|使っ|utilis", re.IGNORECASE
)
_CONTEXT_WINDOW = re.compile(r"コンテキスト|文脈長|context|contexte", re.IGNORECASE)
_LAID_OFF = re.compile(
    r"解雇|削減|従業員|社員|人員|雇用|人を減ら|laid off|layoff|staff|workforce|hire|hiring|licenci|effectif|salarié",
    re.IGNORECASE,
)
_SUBSCRIBED = re.compile(r"登録者|加入者|購読者|会員|フォロワー|subscriber|followers?|abonné", re.IGNORECASE)

_INFRASTRUCTURE = re.compile(
    r"インフラ|データセンター|設備|半導体工場|(?<![A-Za-z])AI(?:関連)?(?:市場|事業|分野|基盤)に|infrastructure|data ?cent(?:er|re)s?|\bon AI\b|in AI\b|dans l['’]IA",
    re.IGNORECASE,
)

SPENDING = re.compile(r"\bspend(?:s|ing)?\b|投じる|dépenser", re.IGNORECASE)
"""A cost that is meant to buy something lasting, if it goes into infrastructure."""

_MODALITIES: list[tuple[Modality, re.Pattern[str]]] = [
    (
        "denied",
        re.compile(
            r"否定し|ではないと|事実ではない|\bden(?:y|ied|ies)\b|not true|\bdément|faux que", re.IGNORECASE
        ),
    ),
    (
        "planned",
        re.compile(
            r"計画|予定|目指し|見込み|見通し|方針|する考え|検討|\bplans?\b|\bplanned\b|\bwill\b|\bexpects?\b|\baims?\b|\bseek|in talks"
            r"|\bcould\b|prévoi|envisage|compte\b|devrait|va (?:investir|lever|dépenser)|d['’]ici",
            re.IGNORECASE,
        ),
    ),
    (
        "reported",
        re.compile(
            r"によると|によれば|と報じ|報道|とされ|そうです|らしい|ようです|という話|推定|主張|reportedly|according to|sources? (?:say|said)"
            r"|estimated|\bclaims?\b|claimed|selon|d['’]après|serait|aurait",
            re.IGNORECASE,
        ),
    ),
]

CROSSING = 40
"""Characters that a cue counts as farther away for each other figure between it and this one."""


def metric_of(
    sentence: str, start: int, end: int, kind: str, unit: str, others: list[tuple[int, int]], japanese: bool
) -> Metric:
    """The metric of the figure at [start, end) of the sentence; `others` are the sentence's other figures."""
    if kind in ("power", "energy"):
        return "power-use"
    if kind == "money" and _A_TIME.match(sentence, end):
        return "price"
    if kind == "money":
        return _nearest(sentence, start, end, others, _MONEY, japanese) or "other"
    if kind == "percent":
        return _nearest(sentence, start, end, others, _PERCENT, japanese) or "share"
    if kind == "multiple":
        grown = _GROWN.match(sentence, end) or _nearest(sentence, start, end, others, _PERCENT[:1], japanese)
        return "growth" if grown else "other"
    if kind == "count":
        return _counted(sentence, start, end, unit)
    return "other"


def spent_on_infrastructure(sentence: str) -> bool:
    """Whether money in this sentence goes into machines and halls rather than into a company."""
    return bool(_INFRASTRUCTURE.search(sentence))


def modality_of(sentence: str) -> Modality:
    """How the sentence stands to what it says."""
    return next((modality for modality, cue in _MODALITIES if cue.search(sentence)), "asserted")


def _counted(sentence: str, start: int, end: int, unit: str) -> Metric:
    near = sentence[max(0, start - 30) : end + 30]
    if unit == "token" and _CONTEXT_WINDOW.search(near):
        return "context"
    if unit in ("person", "people", "") and _SUBSCRIBED.search(near):
        return "subscribers"
    if unit in ("person", "people", "") and _LAID_OFF.search(near):
        return "employees"
    if unit in ("person", "people", "") and _USING.search(near):
        return "users"
    return _BY_COUNTED.get(unit.lower().rsplit("-", 1)[-1], "other")


def _nearest(
    sentence: str,
    start: int,
    end: int,
    others: list[tuple[int, int]],
    cues: list[tuple[Metric, re.Pattern[str]]],
    japanese: bool,
) -> Metric | None:
    best: tuple[float, Metric] | None = None
    for metric, pattern in cues:
        for match in pattern.finditer(sentence):
            if match.end() <= start:
                distance = (start - match.end()) * (1.6 if japanese else 1.0)
                crossed = sum(match.end() <= low and high <= start for low, high in others)
            elif match.start() >= end:
                distance = float(match.start() - end) * (1.0 if japanese else 1.2)
                crossed = sum(end <= low and high <= match.start() for low, high in others)
            else:
                distance, crossed = 0.0, 0
            cost = distance + CROSSING * crossed
            if best is None or cost < best[0]:
                best = (cost, metric)
    return best[1] if best else None
