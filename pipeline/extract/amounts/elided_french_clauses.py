"""French ellipsis by clause: a bare number and the amounts before it in, the unit that its own clause leaves to one of them out.

« 60 capteurs, mais un permis pour vingt seulement », « outre 90 millions, plus 15 selon le terrain », « loger les 340 milliards ».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts import elided_french_cues as french
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.elided_french_spans import part_of_span, span_again
from pipeline.extract.amounts.elided_sizes import MOST_GAPPED, sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.nouns_named import noun_named

_REACH, _CLAUSE, _FAR = 200, 110, 400
"""Characters from an amount to one more of it in the next clause, in the same, and to the size of a model told before."""
_LEAST_FEW, _LEAST_MANY, _MILLION = 2, 10, 10**6
_MANY, _MANY_TIMES = 10**4, 100
"""So many of a thing are counted in millions when there are more of them, and so many times as many."""
_SMALLEST, _LARGEST = 10**8, 10**13
"""Parameters that a model has."""
_KINDS = ("money", "count", "power", "energy", "percent", "data")
_ONLY_BEHIND = re.compile(
    r" seulement(?=\s*(?:[.,;:!?)»]|\Z)| (?:en|à|au|chez|pour|dans|sur|sont|ont|seront)\b)"
)
_PLUS = re.compile(
    r"(?:[,;(–—]|\bet) (?:auxquels? s['’]ajout\w+ |plus |(?:et )?encore |outre |sans compter (?:les )?|en plus (?:de |des )|puis )\Z"
)
_PART = re.compile(r"[;,:] (?:(?:et|mais|dont|or) )?(?:seuls? )?\Z")
_PLUS_ENDS = re.compile(
    r"\s*(?:[.,;:!?)»–—]|\Z)(?!\d)| (?:au (?:plus|maximum|mieux|titre|besoin)|selon|si|en (?:cas|fonction|20\d\d|option|cash|actions|numéraire|dette|prêts?)|sous|liés?|de (?:prime|bonus|complément|dette|prêts?|subventions?)|d['’]ici|à (?:venir|terme)|dès|l['’]an|par (?:an|mois))\b"
)
"""Around what is added to a sum: 90 millions, plus 15 selon le terrain."""
_WHEN = re.compile(
    r"(?:[.!?;] |\n|\A)(?:En (?:20\d\d|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: 20\d\d)?|L['’](?:an|année|été|hiver) (?:dernier|dernière|passée?|prochaine?|suivante?|d['’](?:après|avant))|(?:Un|Deux|Trois|Cinq|Dix) (?:ans|an|mois) (?:plus tôt|plus tard|auparavant|après)|Aujourd['’]hui|Cette année|Désormais|Maintenant|Au (?:premier|deuxième|troisième|quatrième) trimestre|Hier|Demain|À l['’]époque|Avant|Depuis|À l['’]arrivée)(?:, en moyenne,|,| :) (?:plus de |moins de |près de |environ |à peine )?\Z",
    re.IGNORECASE,
)
"""Before what the same was, or will be, at another time."""
_AIMS = re.compile(
    r"\b(?:tabl\w+ sur|vis(?:e|ent|ait)|prévoi(?:t|ent)|attend(?:ent|ait)?|espèr(?:e|ent)|espérait|veu(?:t|lent)|promet(?:tent)?|promettait|annonc(?:e|ent|ait)|projett?(?:e|ent)|ambitionn\w+|mis(?:e|ent|ait) sur|compt(?:e|ent) en (?:livrer|vendre|ouvrir|produire|installer|recruter|former)|en (?:livrera|livreront|produira|vendra|ouvrira|aura|auront)) (?:plus de |près de |environ |encore )?\Z"
)
_WHOLE = 100
_AMONG = re.compile(r" (?:chez|parmi|dans|pour|en) (?:les |la |le |l['’]|ceux|celles|[A-ZÀ-Ý])")
"""Behind a share, whose it is: 27 % des salariés ; 41 chez les cadres."""
_HELD = re.compile(
    r"\b(?:plafonn\w+|rest\w+|tomb\w+|pass\w+|stagn\w+|était|étaient|est|sont|se situ\w+|se maint\w+|demeur\w+|n['’](?:atteint|atteignait)) (?:[a-zà-ÿ]+ )?\Z"
)
"""Before a share that is told with its bound alone: les autres restaient sous les 8."""
_NO_MORE = re.compile(
    r"\b(?:n['’](?:est|était|atteint|atteignait|excède|en est)|ne (?:sont|seront|sera|dépasse|représente|pèse|vaut)) (?:plus |désormais |aujourd['’]hui )?(?:plus )?qu?(?:e|['’])(?: ?(?:de |d['’]|à ))?\Z"
)
"""Before what is left of it: n'est plus que de 2."""
_SECOND = re.compile(r"(?:\bet|[,;]) (?:puis )?(?:de |d['’]|à |en )?\Z")
_AFTERWARDS = re.compile(
    r" (?:après|ensuite|à terme|par la suite|au-delà|auparavant|avant|aujourd['’]hui|désormais|demain|une fois|d['’]ici|l['’]an|en 20\d\d|plus tard|pendant|durant|en exploitation|dans un (?:premier|second) temps|au départ|au total|à l['’]arrivée)\b"
)
_MONEY_WORDS = re.compile(
    r"[$€£]|\b(?:dollars?|euros?|yuans?|yens?|wons?|livres|francs|lev[éeè]\w*|lèv\w+|valoris\w+|vau[tx]\w*|valai\w+|coût\w*|coûte\w*|investi\w*|dépens\w*|budget|dette|chiffre|revenus?|recettes?|pertes?|bénéfices?|financ\w+|capital\w*|prix|pay\w+|pai\w+|fonds|tour|achet\w+|rachet\w+|rachat|vend\w+|Bourse|contrats?|factur\w+)\b"
)
_CLASSES = re.compile(r" (?:de dollars|d['’]euros|de (?:yuans|yens|livres|wons))\b")
_COMES_TO = re.compile(
    r"(?: :|\b(?:compt|vis|attei|atteign|dépass|franchi|revendiqu|espér|attend|veu|voul|promet|ambitionn|prévoi|tabl|totalis|approch|frôl)\w*(?: sur| bientôt| déjà| les?)?|\b(?:objectif|cap|barre|seuil|total|contre|puis|jusqu['’]à|au-delà|bientôt|déjà|désormais|à terme|soit|voire|pass\w+ à|mont\w+ à|port\w+ à|grimp\w+ à)(?: de| d['’]|,| du)?) (?:plus d['’]|plus de |près d['’]|près de |environ |quelque )?\Z|d['’]\Z",
    re.IGNORECASE,
)
"""Before what the same comes to: objectif : un million."""
_OF_NEXT = re.compile(r" (?:de |d['’]|des |du )")
_STAFF = re.compile(
    r"\b(?:[Ee]ffectifs?|[Mm]asse salariale) (?:(?:du|de la|de l['’]|des|de|d['’]|chez|en) ?[\w'’.&-]+(?: [A-ZÀ-Ý][\w'’.&-]+)? ?){0,2}(?:, |: |\()(?:déjà |encore |passé\w* |environ |près de |plus de )?\Z"
)
_WHO_ARE = re.compile(
    r"\b(?:[Ll]es|[Ss]es|[Ll]eurs|[Nn]os|[Cc]es) [^\W\d_]{4,}(?: [a-zà-ÿ]+)? (?:sont|étaient|seront|ne sont|n['’]étaient) (?:désormais |déjà |environ |aujourd['’]hui |plus |au total )?(?:que )?(?:près de |plus de |quelque )?\Z"
    r"|\b(?:les|des|aux|ses|leurs|nos|ces) [^.,;:!?\n]{3,40}, (?:qui (?:sont|étaient|seront) (?:désormais |déjà |environ |aujourd['’]hui )?|au nombre de |qu['’](?:elle|il) (?:estime|évalue|chiffre) à )(?:près de |plus de |quelque )?\Z"
)
"""Before how many they are: elle prévient les usagers, qui sont 52 000."""
_READERS = re.compile(
    r"\b[Vv]ous (?:êtes|étiez|serez) (?:déjà |désormais |aujourd['’]hui |maintenant |plus de |près de |environ |bientôt |presque )*\Z"
)
_TO_READ = re.compile(r" à (?:nous |me |la |les |y |vous |recevoir|lire|suivre|écouter|regarder|ouvrir)")
_TO_DO = re.compile(r" (?:à |dans |en |sur |chez |devant |aujourd['’]hui|cette)")
_GROUPED = re.compile(r"\d{1,3}(?:[ .]\d{3})+")


def by_clause(text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """The unit of a bare number, where words of its clause say that it is more of what was told, or whose it is."""
    if (
        amounts
        and amounts[-1].kind == "duration"
        and one.low < _LEAST_MANY
        and (part := part_of_span(text, one, amounts[-1], start))
    ):
        return part
    if one.low < _LEAST_FEW or one.number.letters:
        return None
    if readers := _readers(text, one, start):
        return readers
    if (
        one.low >= _LEAST_MANY
        and _STAFF.search(text, max(0, start - 64), start)
        and cues.ENDS.match(text, end)
    ):
        return Unit("count", "employee")
    if (
        (named := _WHO_ARE.search(text, max(0, start - 72), start))
        and one.low >= _LEAST_MANY
        and cues.ENDS.match(text, end)
    ):
        noun = noun_named(text, named.start(), start, french=True, many=True)
        return Unit("count", noun) if noun else None
    if not amounts:
        return None
    if one.number.scale >= _MILLION:
        return _size_again(text, one, end, amounts)
    return _of_last(text, one, start, end, amounts)


def _readers(text: str, one: Measured, start: int) -> Unit | None:
    """« Vous êtes 3 400 à nous lire » : who subscribes to it; « vous êtes vingt dans la salle » : people."""
    if not _READERS.search(text, max(0, start - 40), start):
        return None
    if _TO_READ.match(text, one.end) and one.low >= _LEAST_MANY:
        return Unit("count", "subscriber")
    return (
        Unit("count", "person")
        if _TO_DO.match(text, one.end) or cues.CLOSED_OR_COMMA.match(text, one.end)
        else None
    )


def _size_again(text: str, one: Measured, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """« loger les 340 milliards », « de 2 à 9 milliards » of a model: parameters, where they were told before and no money is near."""
    told = next(
        (amount for amount in reversed(amounts) if amount.low is not None and amount.low == one.low), None
    )
    again = french.THOSE.search(text, max(0, one.start - 6), one.start) or (told and told.unit == "parameter")
    if told and told.kind == "count" and one.low == one.high and again:
        return Unit("count", told.unit)  # the same number again is of the same
    if many := _many_more(text, one, end, amounts):
        return many
    if not _SMALLEST <= one.low <= _LARGEST or _CLASSES.match(text, one.end):
        return None
    large = next(
        (amount for amount in reversed(amounts[-4:]) if (amount.low or amount.high or 0) >= _MILLION), None
    )
    if large is None or large.unit != "parameter" or one.start - large.end > _FAR:
        return None
    line = max(large.end, text.rfind("\n", large.end, one.start))
    if _MONEY_WORDS.search(text, max(line, one.start - _CLAUSE), end + _LEAST_MANY):
        return None
    return Unit("count", "parameter")


def _in_time(text: str, one: Measured, last: Amount, start: int, end: int) -> Unit | None:
    """« En 2023, elle comptait 12 clients. En 2024, 45. » : what it was at another time."""
    if last.kind not in _KINDS or start - last.end > _CLAUSE or not cues.CLOSED_OR_COMMA.match(text, end):
        return None
    return (
        sized(text, one, last, "fr", most=MOST_GAPPED)
        if _WHEN.search(text, max(0, start - 40), start)
        else None
    )


def _many_more(text: str, one: Measured, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """« 300 000 visites par mois. Objectif : un million » : of what was counted last, where nothing speaks of money."""
    last = next(
        (amount for amount in reversed(amounts[-2:]) if amount.kind not in ("percent", "duration")), None
    )
    if (
        one.number.scale != _MILLION
        or last is None
        or last.kind != "count"
        or last.unit in ("parameter", "token")
    ):
        return None
    many = last.low or last.high or 0
    if one.start - last.end > _REACH or not many / _MANY_TIMES <= one.low <= many * _MANY_TIMES:
        return None
    if many < _MANY or _OF_NEXT.match(text, one.end):
        return None
    if not _COMES_TO.search(text, max(last.end, one.start - _CLAUSE // 2), one.start):
        return None
    if _MONEY_WORDS.search(text, max(last.end, one.start - _CLAUSE), end + _REACH // 4):
        return None
    return Unit("count", last.unit) if cues.ENDS.match(text, end) or french.IN_TIME.match(text, end) else None


def _of_last(text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]) -> Unit | None:
    last = amounts[-1]
    if later := _in_time(text, one, last, start, end):
        return later
    if (
        last.onward
        and last.kind in ("money", "percent")
        and text[last.end : start] == " et "
        and one.number.words == text[last.start : last.end].isalpha()
        and (cues.ENDS.match(text, end) or cues.CLOSED_OR_COMMA.match(text, end))
    ):
        return sized(text, one, last, "fr", most=MOST_GAPPED)  # c'est passé à 9 et 29
    if last.kind == "duration":
        return span_again(text, one, last, start, end)
    last = next((amount for amount in reversed(amounts[-3:]) if amount.kind in _KINDS), last)
    if last.kind not in _KINDS or start - last.end > _REACH:
        return None
    same = not cues.SENTENCE_END.search(text, last.end, start)
    if (
        last.kind == "percent"
        and start < one.start
        and one.low <= _WHOLE
        and _HELD.search(text, max(0, start - 32), start)
    ):
        return Unit("percent", "%") if cues.CLOSED_OR_COMMA.match(text, end) else None
    if one.low >= _LEAST_MANY and _ONLY_BEHIND.match(text, one.end) and last.kind == "count":
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if not same:
        return None
    if (
        last.kind == "count"
        and one.low >= _LEAST_MANY
        and start - last.end <= _CLAUSE
        and _AIMS.search(text, max(0, start - 40), start)
        and (cues.CLOSED_OR_COMMA.match(text, end) or french.IN_TIME.match(text, end))
    ):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if (
        last.kind == "count"
        and cues.OF_WHICH.search(text, max(0, start - 24), start)
        and cues.OF_ONES.match(text, end)
    ):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if (
        last.kind == "percent"
        and one.low <= _WHOLE
        and start - last.end <= _CLAUSE
        and cues.LISTED.search(text, max(0, start - 12), start)
        and _AMONG.match(text, end)
    ):
        return Unit("percent", "%")
    if (
        last.kind in ("power", "energy", "money")
        and start - last.end <= _CLAUSE
        and _PART.search(text, max(0, start - 12), start)
        and cues.WERE.match(text, end)
        and (start < one.start or one.low >= _LEAST_MANY)
    ):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if _NO_MORE.search(text, max(0, start - 40), start) and cues.STRICT.match(text, end):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if last.kind == "money" and _PLUS.search(text, max(0, start - 40), start) and _PLUS_ENDS.match(text, end):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if (
        last.kind == "count"
        and start - last.end <= _CLAUSE
        and one.low >= _LEAST_MANY
        and _SECOND.search(text, max(0, start - 12), start)
        and _AFTERWARDS.match(text, end)
    ):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    return None
