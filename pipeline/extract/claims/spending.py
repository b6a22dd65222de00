"""Spending: money that was put or paid in, capex out where a company buys machines and halls for itself with it."""

from __future__ import annotations

import re

from pipeline.extract.amounts.find import Amount
from pipeline.records import EntityType, Metric

_INFRASTRUCTURE = re.compile(
    r"\bGPUs?\b|インフラ|計算基盤|計算資源|データセンター|設備|新棟|新工場|(?:工場|拠点)(?:に|を|の建設|の(?:総)?(?:投資|事業費))|を(?:\d|[０-９])?[^。、]{0,6}整備|(?<![A-Za-z])AI(?:関連)?(?:市場|事業|分野|基盤)に"
    r"|\b[Ii]nfrastructures?\b|\b[Dd]ata ?-?cent(?:er|re)s?\b|\b(?:plants|fabs?|factor(?:y|ies)|servers)\b|\bcloud computing\b|\bcentres? de données\b|\busines?\b"
)
_SPENDING = re.compile(
    r"\bspend(?:s|ing)?\b|投じ|使う|かけ[てる]|充て|投資|\bdépens\w+|\bconsacr\w+|\b[Ii]nvest\w*|\bmet(?:tre)?\b|\bplans?\b|\bput(?:s|ting)?\b|\bpour(?:s|ed|ing)?\b(?= [$€£\d])|\bpledg\w+|\bcommit\w*|\bplough\w*"
)
_EVERYBODYS = re.compile(r"世界の|\bworldwide\b|\bglobal(?:ly)?\b|\bmondia\w+|市場全体")
_IN_A_COMPANY = re.compile(r"出資|買収|株式|\bstake\b|\bcheque\b|\bshares of\b|\bdu capital\b")


def spent_as(
    text: str, amount: Amount, metric: Metric, owner: EntityType | None, clause: tuple[int, int]
) -> Metric:
    """`capex` for an organisation's spending on infrastructure; any other metric as it is."""
    if metric not in ("investment", "cost") or owner != "organization":
        return metric
    start, end = max(clause[0], amount.start - 90), min(clause[1], amount.end + 70)
    around = text[start:end]
    if _EVERYBODYS.search(around):
        return metric
    if _INFRASTRUCTURE.search(around) and _SPENDING.search(around) and not _IN_A_COMPANY.search(around):
        return "capex"
    return metric
