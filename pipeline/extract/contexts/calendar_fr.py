"""French words of time: the rules that calendar_words applies to a sentence. T3 2025, d'ici 2030, sur les trois prochaines années."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.extract.contexts.calendar_days import (
    Now,
    Rule,
    Span,
    ago,
    day,
    from_now,
    half,
    known,
    months,
    quarter,
    relative,
    season,
    short_year,
    until_now,
    weekday,
    without_year,
    year,
    year_ended,
    years_from,
)

_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_SHORT = {
    "janv": 1,
    "févr": 2,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "déc": 12,
    "fevrier": 2,
    "aout": 8,
    "decembre": 12,
}
_MONTH = rf"(?:(?:{'|'.join(_MONTHS)}|fevrier|aout|decembre)\b|(?:janv|févr|sept|oct|nov|déc)\.)"
_NUMBERS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    "onze": 11, "douze": 12, "quinze": 15, "dix-huit": 18, "vingt": 20, "vingt-quatre": 24, "trente": 30,
}  # fmt: skip
_NUMBER = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|quelques|plusieurs)"
_UNIT = r"(?P<u>an(?:née)?|trimestre|mois|semaine|jour|décennie)s?\b"
_UNITS = {"an": "year", "année": "year", "trimestre": "quarter", "mois": "month", "moi": "month", "semaine": "week",
          "jour": "day", "décennie": "decade"}  # fmt: skip
_NTH = {"premier": 1, "deuxième": 2, "second": 2, "troisième": 3, "quatrième": 4, "dernier": 4, "1er": 1, "2e": 2, "3e": 3,
        "4e": 4, "2ème": 2, "3ème": 3, "4ème": 4, "première": 1, "seconde": 2}  # fmt: skip
_Y4 = r"(?:19[5-9]\d|20\d\d)"
_LAST_YEAR = r"(?:l'an(?:née)? (?:derni(?:er|ère)|passée?|précédente?))"
_NEXT_YEAR = r"(?:l'an(?:née)? prochaine?)"
_THIS_YEAR = r"(?:cette année|l'année en cours)"
_OF_YEAR = (
    rf"(?: (?:de |d'|du )?(?:l'(?:exercice|année) )?(?:(?:fiscale?|décalée?) )?(?:(?P<y>{_Y4})(?!\d)|(?:de )?(?P<last>{_LAST_YEAR})"
    rf"|(?:de )?(?P<next>{_NEXT_YEAR})|(?:de )?(?P<this>{_THIS_YEAR})))"
)
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_SEASONS = {"printemps": 0, "été": 1, "automne": 2, "hiver": 3}
_AHEAD = re.compile(
    r"\b(?:va|vont|prévoi\w+|prévue?s?|compte(?:nt)? \w+r|envisage\w*|devrai\w+|pourrai\w+|doi(?:t|vent)|vise(?:nt)?|table(?:nt)? sur|ambitionne\w*|projet\w*"
    r"|attend(?:ue?s?|ent)?|espère\w*|veu(?:t|lent)|souhaite\w*|promet\w*|s'engage\w*|objectif|prévisions?|d'ici"
    r"|\w{2,}(?:era|eront|ira|iront|dra|dront|tra|tront)|aura|auront|sera|seront)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"[,;:]\s|\s(?:et|mais|tandis que|alors que|après)\s")


def ahead(sentence: str, start: int, end: int) -> bool:
    """Whether what the clause around this place says lies ahead: a future tense or a word of plan stands in it."""
    low, high = max(0, start - 120), min(len(sentence), end + 120)
    begin = max((mark.end() for mark in _MARK.finditer(sentence, low, start)), default=low)
    mark = _MARK.search(sentence, min(high, end + 2), high)  # En mars, OpenAI lancera …
    return bool(_AHEAD.search(sentence, begin, mark.start() if mark else high))


def _count(word: str | None) -> int | None:
    if word is None:
        return 1
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower())


def _unit(match: re.Match[str]) -> str:
    return _UNITS[match["u"].lower()]


def _month(name: str) -> int:
    plain = name.lower().rstrip(".")
    return _SHORT.get(plain) or _MONTHS.index(plain) + 1


def _placed(match: re.Match[str], now: Now, build: Callable[[int], Span | None]) -> Span | None:
    """What the match names, in the year that it names, or in the year that publication suggests."""
    if digits := known(match, ("y", "y2")):
        return build(short_year(digits))
    for name, away in (("last", -1), ("this", 0), ("next", 1)):
        if known(match, (name,)):
            return build(now.published.year + away) if now.published else None
    return without_year(now, build)


def _quarter(match: re.Match[str], now: Now) -> Span | None:
    which = known(match, ("q", "q2")) or ""
    number = _NTH.get(which.lower()) or int(which)
    return _placed(match, now, lambda y: quarter(y, number))


def _half(match: re.Match[str], now: Now) -> Span | None:
    which = (known(match, ("h", "h2")) or "").lower()
    number = 2 if which == "dernier" else _NTH.get(which) or int(which)
    return _placed(match, now, lambda y: half(y, number))


def _day(match: re.Match[str], now: Now) -> Span | None:
    month, which = _month(match["m"]), int(match["d"].rstrip("er"))
    return _placed(match, now, lambda number: day(number, month, which))


def _named_month(match: re.Match[str], now: Now) -> Span | None:
    month, which = _month(match["m"]), known(match, ("which",))
    if which:
        now = Now(now.published, ahead=which.startswith("prochain"))
    return _placed(match, now, lambda number: months(number, month))


def _season(match: re.Match[str], now: Now) -> Span | None:
    which, said = _SEASONS[match["season"].lower()], (known(match, ("which",)) or "").lower()
    if said.startswith("ce") and now.published:
        return season(now.published.year, which)
    if said:
        now = Now(now.published, ahead=said.startswith("prochain"))
    return _placed(match, now, lambda number: season(number, which))


def _ended(match: re.Match[str], now: Now) -> Span | None:
    length, month = (
        {"exercice": 12, "trimestre": 3, "semestre": 6}[match["length"].lower()],
        _month(match["m"]),
    )
    if match["y"]:
        return year_ended(int(match["y"]), month, length)
    return without_year(now, lambda number: year_ended(number, month, length))


def _first_months(match: re.Match[str], now: Now) -> Span | None:
    count = _count(match["n"])
    return _placed(match, now, lambda number: months(number, 1, count)) if count and count <= 12 else None


def _decade(_match: re.Match[str], now: Now) -> Span | None:
    if now.published is None:
        return None
    first, last = (year(now.published.year // 10 * 10 + more) for more in (0, 9))
    return (first[0], last[1]) if first and last else None


def _last_unit(match: re.Match[str], now: Now) -> Span | None:
    return until_now(now, _count(known(match, ("n",))), _unit(match))


def _counted(match: re.Match[str], now: Now) -> Span | None:
    return from_now(now, _count(known(match, ("n",))), _unit(match))


NEEDS: dict[str, re.Pattern[str]] = {
    "month": re.compile(
        r"janv|f[ée]vr|\bmars\b|avril|\bmai\b|juin|juillet|ao[uû]t|sept|oct|nov|d[ée]c", re.IGNORECASE
    ),
    "unit": re.compile(r"\ban|trimestre|mois|semaine|jour|décennie", re.IGNORECASE),
    "exercise": re.compile(r"exercice", re.IGNORECASE),
    "exercise or unit": re.compile(r"exercice|\ban", re.IGNORECASE),
    "half": re.compile(r"semestre|moitié", re.IGNORECASE),
    "season": re.compile(r"printemps|été|automne|hiver", re.IGNORECASE),
    "t": re.compile(r"T[1-4]|[1-4]T"),
    "s": re.compile(r"S[12]"),
    "year": re.compile(r"19[5-9]\d|20\d\d"),
    "day": re.compile(r"hier|hui|demain", re.IGNORECASE),
    "weekday": re.compile(r"di\b|dimanche", re.IGNORECASE),
    "now": re.compile(r"désorm|actuel|à |mainten", re.IGNORECASE),
}
"""What a sentence must have for the rules that name it."""

RULES: list[Rule] = [
    ("month", re.compile(rf"\b(?:le )?(?P<d>1er|[12]?\d|3[01]) (?P<m>{_MONTH}){_OF_YEAR}?", re.IGNORECASE), _day),
    ("month", re.compile(rf"\b(?:l'|le |un )?(?P<length>exercice|trimestre|semestre)(?: fiscal)?,? (?:clos|achevé|terminé|arrêté)"
                rf"(?: (?:à|au|le|en|fin|à la fin de|31|30|28|29|\d\d?))* (?:d'|de )?(?P<m>{_MONTH})(?: (?P<y>{_Y4}))?", re.IGNORECASE), _ended),
    ("unit", re.compile(r"\b(?:le |au |du )?(?P<q>premier|deuxième|second|troisième|quatrième|1er|[234](?:e|ème))(?: et dernier)? trimestre(?: fiscal)?"
                rf"{_OF_YEAR}?", re.IGNORECASE), _quarter),
    ("t", re.compile(rf"\bT(?P<q>[1-4]){_OF_YEAR}?(?!\w)"), _quarter),
    ("t", re.compile(rf"\b(?P<q>[1-4])T(?P<y2>(?:20)?\d\d)(?!\d)|\b(?P<y>{_Y4}) T(?P<q2>[1-4])\b"), _quarter),
    ("half", re.compile(r"\b(?:le |la |au |du )?(?P<h>premier|second|deuxième|dernier|1er|2e|2ème|première|seconde|deuxième) (?:semestre|moitié)(?: fiscal)?"
                rf"{_OF_YEAR}?", re.IGNORECASE), _half),
    ("s", re.compile(rf"\bS(?P<h>[12]){_OF_YEAR}?(?!\w)"), _half),
    ("month", re.compile(rf"\b(?:début |fin |mi-|courant )?(?P<m>{_MONTH}){_OF_YEAR}", re.IGNORECASE), _named_month),
    ("month", re.compile(rf"\b(?P<m>{_MONTH}) (?P<which>derni|pass|prochain)(?:er|é)?\b", re.IGNORECASE), _named_month),
    ("month", re.compile(rf"\b(?:en|depuis|à|de|d'|fin|début|mi|courant|avant|jusqu'en|jusqu'à|entre|et|dès|mois de|ici)(?:[ -]|(?<='))(?P<at>(?P<m>{_MONTH}))",
                re.IGNORECASE), _named_month),
    ("unit", re.compile(rf"\b(?:(?:sur|pendant|au cours d)(?:es)? )?(?:les |des )?{_NUMBER} premiers mois(?: de l'année(?! \d))?{_OF_YEAR}?", re.IGNORECASE), _first_months),
    ("season", re.compile(rf"\b(?P<which>cet )?(?:l'|le |au |à l')?(?P<season>{'|'.join(_SEASONS)}){_OF_YEAR}", re.IGNORECASE), _season),
    ("season", re.compile(rf"\b(?P<which>cet |ce )(?P<season>{'|'.join(_SEASONS)})\b(?! dernier)", re.IGNORECASE), _season),
    ("season", re.compile(r"\b(?:au |à l'|pendant l'|cet )(?P<season>printemps|été|automne|hiver)\b(?! (?:dernier|prochain|passé|\d|de |austral))", re.IGNORECASE), _season),
    ("season", re.compile(r"\b(?:l'|le |au |à l')(?P<season>printemps|été|automne|hiver) (?P<which>dernier|prochain|passé)\b", re.IGNORECASE), _season),
    ("exercise", re.compile(rf"\b(?:l')?exercice(?: fiscal| comptable| décalé)? (?P<n>{_Y4})(?:[-/](?P<to>{_Y4}|\d\d))?(?!\d)", re.IGNORECASE),
     lambda m, _now: year(int(m["n"])) if not m["to"] else None),
    ("year", re.compile(rf"(?<![\d.,$€£¥#/])(?<![A-Za-z\d]-)(?P<n>{_Y4})(?!\d|[.,]\d|[-/]\d| \d{{3}}|\s?%)"), lambda m, _now: year(int(m["n"]))),
    ("unit", re.compile(rf"\b{_LAST_YEAR}", re.IGNORECASE), lambda _m, now: relative(now, "year", -1)),
    ("exercise or unit", re.compile(rf"\b(?:{_THIS_YEAR}|l'exercice en cours)", re.IGNORECASE), lambda _m, now: relative(now, "year", 0)),
    ("unit", re.compile(rf"\b{_NEXT_YEAR}", re.IGNORECASE), lambda _m, now: relative(now, "year", 1)),
    ("unit", re.compile(r"(?:(?<=fin de )|(?<=début de ))l'année\b|(?<=fin d')année\b", re.IGNORECASE), lambda _m, now: relative(now, "year", 0)),
    ("unit", re.compile(rf"\b(?:(?:sur|dans|pendant|durant|au cours d|lors d|pour|d'ici)(?:es|e)? ?)?(?:les |des |ces )?{_NUMBER} (?:prochaine?s?|années à venir|ans à venir) {_UNIT}",
                re.IGNORECASE), _counted),
    ("unit", re.compile(rf"\b(?:(?:sur|dans|pendant|durant|au cours des|d'ici) )?(?:les |des )?{_NUMBER} {_UNIT} (?:à venir|qui viennent|suivante?s?)", re.IGNORECASE), _counted),
    ("unit", re.compile(r"\b(?:sur|dans|au cours d(?:e|u)|pendant) ?(?:les |la |le )?prochain(?:e)? (?P<u>décennie)\b", re.IGNORECASE), _counted),
    ("unit", re.compile(rf"\b(?:(?:sur|dans|pendant|durant|lors|au cours)(?: des)? )?(?:les |ces |des )?{_NUMBER} (?:dernière?s?|derniers|passée?s) {_UNIT}", re.IGNORECASE), _last_unit),
    ("unit", re.compile(r"\b(?:sur|pendant|durant|au cours de) (?:les )?douze derniers (?P<u>mois)\b", re.IGNORECASE),
     lambda _m, now: until_now(now, 12, "month")),
    ("unit", re.compile(rf"\bd'ici (?:à )?{_NUMBER} {_UNIT}", re.IGNORECASE), _counted),
    ("unit", re.compile(rf"\b(?:dans un délai de|sous|en moins de|dans les) {_NUMBER} {_UNIT}", re.IGNORECASE), _counted),
    ("unit", re.compile(rf"\b(?:sur|en|pendant|durant|sur une (?:période|durée) de) {_NUMBER} {_UNIT}", re.IGNORECASE),
     lambda m, now: _counted(m, now) if now.ahead else None),
    ("unit", re.compile(rf"\b(?:sur|pendant|pour) {_NUMBER} (?P<u>an)s à (?:partir|compter) de (?P<y>{_Y4})(?!\d)", re.IGNORECASE),
     lambda m, _now: years_from(int(m["y"]), _count(m["n"]))),
    ("unit", re.compile(rf"\bil y a {_NUMBER} {_UNIT}", re.IGNORECASE), lambda m, now: ago(now, _count(m["n"]), _unit(m))),
    ("unit", re.compile(rf"\bdans {_NUMBER} {_UNIT}", re.IGNORECASE),
     lambda m, now: ago(now, -count if (count := _count(m["n"])) else None, _unit(m))),
    ("unit", re.compile(r"\b(?:le |la |au |du |de la )(?P<u>trimestre|mois|semaine) (?:derni(?:er|ère)|précédente?|passée?|écoulée?)\b", re.IGNORECASE),
     lambda m, now: relative(now, _unit(m), -1)),
    ("unit", re.compile(r"\b(?:ce|cette|le|la|au) (?P<u>trimestre|mois|semaine)(?:-ci| en cours)\b|\b(?:ce|cette) (?P<u2>trimestre|mois|semaine)\b", re.IGNORECASE),
     lambda m, now: relative(now, _UNITS[(m["u"] or m["u2"]).lower()], 0)),
    ("unit", re.compile(r"\b(?:le |la |au )(?P<u>trimestre|mois|semaine) prochaine?\b", re.IGNORECASE), lambda m, now: relative(now, _unit(m), 1)),
    ("unit", re.compile(r"\b(?:la|cette) décennie\b", re.IGNORECASE), _decade),
    ("day", re.compile(r"\b(?:avant-hier|hier|aujourd'hui|demain)\b", re.IGNORECASE),
     lambda m, now: relative(now, "day", {"avant-hier": -2, "hier": -1, "demain": 1}.get(m[0].lower(), 0))),
    ("weekday", re.compile(rf"\b(?P<w>{'|'.join(_WEEKDAYS)})\b(?! (?:[12]?\d|3[01]|1er) )", re.IGNORECASE), lambda m, now: weekday(now, _WEEKDAYS.index(m["w"].lower()))),
    ("now", re.compile(r"\b(?:désormais|actuellement|à ce jour|maintenant|à présent)\b", re.IGNORECASE), lambda _m, _now: None),
]  # fmt: skip
"""What names a time. Where two overlap, the one that begins first wins, then the longer one."""

BY = re.compile(
    r"(?:\bd'ici(?: à)?|\bjusqu'(?:en|à|au)|\b(?P<before>avant)|\bau plus tard(?: en)?|\bà l'horizon|\bà horizon)(?: (?:la |le )?(?P<edge>fin|début|milieu)(?: de| d'| du)?)?"
    r"(?: (?:le |la |l'|mois de )?|(?<='))\Z",
    re.IGNORECASE,
)
"""Before a time: from publication to its end."""
SINCE = re.compile(
    r"\bdepuis (?:le |la |l'|(?:le )?début (?:de |d')?|(?:la )?fin (?:de |d')?)?\Z", re.IGNORECASE
)
AT_END = re.compile(r"\b(?:à (?:la )?|au )?fin (?:de |d'|du )?\Z", re.IGNORECASE)
AT_START = re.compile(r"\b(?:au|en) (?:tout )?début de (?:l')?\Z", re.IGNORECASE)
OPEN = re.compile(
    r"\b(?:à partir (?:de |d'|du )|dès (?:le |la )?|à compter (?:de |d'|du )|après |post-)\Z", re.IGNORECASE
)
"""Before a time: only one end is said."""
COMPARED = re.compile(
    r"\b(?:par rapport (?:à |au )|(?:qu'|que )(?:en |au |à )?|comparé à |face à |contre (?:en )?|en regard de |(?:plus|moins|mieux) (?:qu'en|que) )"
    r"(?:le |la |l')?\Z",
    re.IGNORECASE,
)
"""Before a time that something is only compared with."""
FROM = re.compile(r"\b(?P<word>d[eu']|entre|depuis) ?(?:le |la )?(?:fin |début |mi-)?\Z", re.IGNORECASE)
TO = re.compile(r"\s?(?:à|au|jusqu'(?:en|à)|et|[-~])\s?(?:la )?(?:fin |début |mi-)?(?:de )?", re.IGNORECASE)
IN = re.compile(
    r"(?:\b(?:en|au cours de|durant|pendant|pour|sur|au|à|du|de|courant|au titre de|lors du|le|ce)|\bd')(?: (?:le |la |l')?(?:mois de |début |mi-)?|(?<='))\Z",
    re.IGNORECASE,
)
"""Words that belong to the time behind them."""
