"""Points: a number before `points` in, whether they are of a share (percent) or of a score out, or none, as of an exchange."""

from __future__ import annotations

import re

from pipeline.extract.amounts import measures
from pipeline.extract.amounts.measures import Unit

_SCORE_TALK = re.compile(
    r"(?:\b(?:\w*[Bb]ench\w*|MMLU|GPQA|AIME|Elo|ELO|\w*[Aa]rena|scor\w+|tests?|exams?|examens?|notes?|classement)\b|スコア|得点|満足度|NPS|ベンチマーク)[^.;。\n]{0,40}\Z"
)
_BOARD = re.compile(r"\b(?:LM ?Arena|Chatbot Arena|classement|Elo)\b[^.;\n]{0,110}\Z")
_RISES = re.compile(
    r"(?:ポイント|pts?)(?:ほど|程度|近く|弱|強|以上|超)?(?:の?(?:上昇|低下|改善|悪化|増|減|下落|上げ|下げ)|上が|下が|上回|下回|プラス|マイナス|高|低|伸)"
)
_POINTS = re.compile(
    r" ?(?:ポイント(?!サービス|還元|カード|制|付与)|pts?(?![A-Za-zÀ-ÿ0-9_])|points?\b(?! (?:guard|of(?! \d\d+\b)|in|out(?! of \d)|to(?! (?:about |around |just |some |nearly )?[\d.,]+ ?(?:%|per ?cent))|de (?:vente|vue|base|départ|contact|passage|chute|rencontre|accès|recharge|livraison|retrait)|d['’](?!audience|écart|avance|inflation))))"
)
_OUT_OF = re.compile(r" (?:out )?of \d\d+\b(?![.,]?\d|%| ?per)")
_SHARE_TALK = re.compile(
    r"(?:率|金利|シェア|割合|比率|占有|%|％|\b(?:rates?|margins?|share|polls?|approval|percent|per cent|marges?|taux|parts?|sondages?|pour cent|écarts?|avance|retard)\b)(?:[^。.;]|\.(?=\d)){0,44}\Z",
    re.IGNORECASE,
)
_TO_SHARE = re.compile(r",? (?:à|to) [\d.,]+ ?(?:%|pour cent|per ?cent)")
_POINTS_OF = re.compile(
    r" (?:de (?:pourcentage|marges?|croissance|PIB|taux|inflation|productivité|rentabilité|rendement|part de marché|parts de marché|hausse|baisse|pénétration|TVA|retard|écart)\b|d['’](?:inflation|audience|écart|avance)\b)"
)
"""Behind points that are of a share, in French."""
_POINTS_MORE = re.compile(
    r" (?:de (?:plus|moins|mieux)|d['’]avance|au-dessus|au-dessous|en dessous|sous l)\b"
)
_LEADS = re.compile(
    r"\b(?:devanc|distanc|dépass|surpass|surclass|batt?|bat|domin|talonn|précèd|améliore|progress|recul|gagn|perd|mont|baiss|grimp|creus|réduit|rattrap)\w*(?: [\w'’.-]+){0,5}? (?:de |d['’])(?:plus de |près de |quelque |environ )?\Z"
)
"""Before points by which one leads or moves: il distance la suivante de 6 points."""
_INDEX_LIKE = re.compile(r"\d{1,3}(?: \d{3})+(?:,\d+)?|\d{4,}(?:,\d+)?")
"""Points of an exchange, as French writes thousands."""
_FEW_POINTS = re.compile(r"\d{1,2}(?:[.,]\d{1,2})?|[a-zà-ÿA-Z-]+(?: virgule [a-zà-ÿ-]+)?")
_PERCENT_TOLD = re.compile(r"\d ?(?:%|pour cent)[^.;]{0,90}\Z")
_INDEX_TALK = re.compile(
    r"(?:指数|平均株価|日経平均|ダウ|スコア|得点|Elo|\bindex|\bscored?|indice)[^。.;]{0,28}\Z"
)
_PARTED = re.compile(r"\d{1,3}(?:,\d{3})+")
_BY_POINTS = re.compile(
    r"\bby (?:about |around |nearly |some |more than |over |up to )?(?:[\w.]{1,8} (?:to|or) )?\Z"
)
_DIFFER = re.compile(r"ポイント(?:の|ほど|程度|近く)?(?:差|上回|下回|高|低|開|リード|上昇|低下|縮|増|減)")


def points_behind(text: str, start: int, position: int) -> tuple[Unit, int] | None:
    """Points behind a number where the words before it talk of a share in percent (粗利率は1ポイント, margins fell 2 points)."""
    match = _POINTS.match(text, position)
    window = max(0, start - 60)
    if not match:
        return None
    if _OUT_OF.match(text, match.end()):
        return Unit("count", "point"), match.end()  # 30 points of 48
    few = _FEW_POINTS.fullmatch(text, start, position)
    if few and (
        _POINTS_OF.match(text, match.end()) or _PERCENT_TOLD.search(text, max(0, start - 100), start)
    ):
        return measures.PERCENT, match.end()
    if _INDEX_TALK.search(text, window, start) or _SCORE_TALK.search(text, window, start):
        scored = _SCORE_TALK.search(text, window, start)
        return (Unit("count", "point"), match.end()) if scored else None
    if few and _LEADS.search(text, max(0, start - 72), start):
        return measures.PERCENT, match.end()
    if few and _POINTS_MORE.match(text, match.end()):
        return measures.PERCENT, match.end()
    if _INDEX_LIKE.fullmatch(text, start, position) and _BOARD.search(text, max(0, start - 130), start):
        return Unit("count", "point"), match.end()
    if _INDEX_LIKE.fullmatch(text, start, position):
        return None
    if plain := _plain_points(text, start, position):
        return plain[0], match.end()
    told = (
        _TO_SHARE.match(text, match.end())
        or _SHARE_TALK.search(text, window, start)
        or (position - start <= len("12.5") and _RISES.match(text, position))
    )
    return (measures.PERCENT, match.end()) if told else None


def _plain_points(text: str, start: int, position: int) -> tuple[Unit] | None:
    """`differ by six points`, 12ポイントの差 of a share; `has 1,100 points` of a board."""
    if _BY_POINTS.search(text, max(0, start - 24), start) and position - start <= len("twenty"):
        return (measures.PERCENT,)
    if _DIFFER.match(text, position):
        return (measures.PERCENT,)
    if _PARTED.fullmatch(text, start, position):
        return (Unit("count", "point"),)
    return None
