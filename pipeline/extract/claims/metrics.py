"""Metrics: what a figure measures. In: its sentence, kind and unit, the other figures there. Out: one of GUIDE.md's metrics.

The nearest cue word of its kind decides (nearest_cue.py), for money (metrics_money.py) and percentages (metrics_share.py)
with what the figure itself tells; an answer without a word measures what its question asks for.
"""

from __future__ import annotations

import re

from pipeline.extract.claims.faint_cues import FAINT
from pipeline.extract.claims.metric_cues import BY_COUNTED, CUES, DATA_READ, OPEN_COUNTS
from pipeline.extract.claims.metrics_money import of_money
from pipeline.extract.claims.metrics_share import of_multiple, of_percentage
from pipeline.extract.claims.nearest_cue import FAR, VAGUE, Place, Reading, nearest, within
from pipeline.extract.claims.told_beside import TO_THE_DOLLAR, told_else
from pipeline.records import Metric

_MOST_READ = 2e7
"""So many tokens at most are read at once; a training text has billions."""
_MULTITUDE = 2e6
"""So many people work for nobody."""
_FAINT, _UNSURE, _PRICES = 80.0, FAR - 0.5, 1e5
"""How far a faint cue may be; a cost at which the amounts before still come first; dollars of a dear price."""
_MOVING = re.compile(
    r"\b(?:clips?|videos?|footage|films?|songs?|tracks?|vidéos?|séquences?|plans|morceaux?|chansons?)\b|動画|映像|クリップ|楽曲|音声",
    re.IGNORECASE,
)
"""Seconds of these are how long they last."""
_ANSWERS = re.compile(
    r"\blatenc\w+|\b(?:repl(?:y|ies)|respon(?:ds?|se)) (?:in|within|time)\b|\blatence\b|\bdélai de réponse\b|\brépond en\b|遅延|応答|レイテンシ",
    re.IGNORECASE,
)
"""Seconds of these are how fast a machine is."""
_WITH = re.compile(
    r"(?:\bwith(?: what)?|\bavec|\bc['’]est|\bteam of|\b(?:équipe|pousse|entreprise|société|start-up|boîte) de)\s(?:\w+ )?\Z"
)


def metric_of(reading: Reading, at: Place) -> tuple[Metric, float]:
    """What the figure at this place measures, of which no word right beside it tells, and how far its cue is; `other` where none is."""
    metric, cost = _told(reading, at)
    if (metric == "other" or cost >= FAR - 2) and (probably := told_else(reading, at)):
        return probably, VAGUE
    if metric == "other" and (said := _said_behind(reading, at)):
        return said, VAGUE
    if (
        metric == "other"
        or (cost > VAGUE and _INLINE.search(reading.text, max(0, at.start - 60), at.start))
        or (cost >= FAR - 2 and at.kind in ("money", "multiple"))
    ):
        asked = _asked_for(reading, at)
        if asked:
            return asked, 0.0
        if at.kind == "money" and cost >= FAR - 2:
            return _faintly(reading, at, metric, cost)
    return metric, cost


def _faintly(reading: Reading, at: Place, metric: Metric, cost: float) -> tuple[Metric, float]:
    """What a word that only makes it likely says, or what is said so far; unsure, so that the amount before comes first."""
    likely, away = nearest(reading, at, FAINT[reading.lang])
    much = at.most / TO_THE_DOLLAR.get(at.unit, 1)
    if away > _FAINT or (likely == "price") != (much < _PRICES):
        return metric, cost
    return likely, _UNSURE


def _said_behind(reading: Reading, at: Place) -> Metric | None:
    """`This week's reads $220 million. It is the annualised revenue of Lovable`: what the next sentence calls it."""
    equated = _IT_IS.match(reading.text, at.end) if at.kind == "money" else None
    if not equated:
        return None
    said = reading.cues(CUES[reading.lang].money, equated.end(), min(len(reading.text), equated.end() + 40))
    return min(said)[2] if said else None


_IT_IS = re.compile(
    r"[\"”»]?[.:;,] ?(?:(?:It|That|This|Such|[Tt]hat) (?:is|was)|[Tt]hat['’]s|[Cc]['’]est|これは|それが|これが)\b"
)


def _asked_for(reading: Reading, at: Place) -> Metric | None:
    """What the question in the line before asks for, where the figure stands at the beginning of the answer."""
    text = reading.text
    patterns = {"money": CUES[reading.lang].money, "count": CUES[reading.lang].persons}.get(at.kind)
    inline = _INLINE.search(text, max(0, at.start - 60), at.start)
    if patterns and inline:
        said = [(high, metric) for _, high, metric in reading.cues(patterns, *inline.span("question"))]
        return max(said)[1] if said else None
    line = text.rfind("\n", max(0, at.start - _ANSWER), at.start)
    if line < 0:
        return None
    question = text[max(0, line - _QUESTION) : line].rstrip().rpartition("\n")[2]
    if patterns is None or not _ASKS.search(question):
        return None
    end = max(0, line - _QUESTION) + len(text[max(0, line - _QUESTION) : line].rstrip())
    said = [(high, metric) for _, high, metric in reading.cues(patterns, end - len(question), end)]
    return max(said)[1] if said else None


_INLINE = re.compile(
    r"(?:\A|(?<=[.!?。\n:：]))\s?(?P<question>[^.!?。\n]{3,48}?)\s?(?:[?？]|(?:か|は)。)[»”」]?\s?"
    r"(?:[A-Z]{1,2}\s?[.:．] ?|[–—-] ?)?(?:[A-Za-zÀ-ÿ']{1,8} ){0,2}\Z"
)
"""Le budget ? 8,5 milliards."""
_ANSWER, _QUESTION = 70, 160
_ASKS = re.compile(r"[?？][»”\"」]?\Z|\A\s*[―—–-]{1,2}.*[。は]\Z")


def _told(reading: Reading, at: Place) -> tuple[Metric, float]:
    cues = CUES[reading.lang]
    if at.kind in ("power", "energy"):
        return "power-use", 0.0
    if at.kind == "length":
        return "length", 0.0
    if at.kind == "money":
        return of_money(reading, at, cues.money)
    if at.kind == "percent":
        return of_percentage(reading, at, cues.percent)
    if at.kind == "multiple":
        return of_multiple(reading, at, cues.multiple)
    if at.kind == "data":
        read = DATA_READ.search(reading.text, max(at.floor, at.start - 40), min(at.ceiling, at.end + 40))
        return ("other" if read else "hardware"), 0.0
    if at.kind == "count":
        return _counted(reading, at), 0.0
    if at.kind == "duration" and at.unit in ("s", "min", "minute", "second"):
        near = reading.text[max(at.floor, at.start - 40) : min(at.ceiling, at.end + 24)]
        if at.most < 1 or _ANSWERS.search(near):
            return "benchmark", 0.0
        return ("length" if _MOVING.search(near) else "other"), 0.0
    if at.kind == "duration":
        return "length", 0.0
    return "other", FAR


def _counted(reading: Reading, at: Place) -> Metric:
    cues = CUES[reading.lang]
    unit = at.unit.lower().rsplit("-", 1)[-1]
    if unit == "token":
        few = at.limit or at.most <= _MOST_READ
        return within(FAR - 1, nearest(reading, at, cues.tokens), "context" if few else "tokens")[0]
    if unit not in OPEN_COUNTS and unit in BY_COUNTED:
        return BY_COUNTED[unit]
    open_ = unit in OPEN_COUNTS and unit not in BY_COUNTED
    if at.most >= _MULTITUDE and unit in ("person", "people"):
        return "users"
    if open_ and _WITH.search(reading.text, max(at.floor, at.start - 24), at.start):
        return "employees"
    reach = FAR - 1 if unit in OPEN_COUNTS else VAGUE
    return within(reach, nearest(reading, at, cues.persons), BY_COUNTED.get(unit, "other"))[0]
