"""Ellipsis: a bare number and the amounts before it in, the unit (and size) that its clause leaves to them out.

`OpenAI en compte 4 000`, `200 dollars contre 20`, `two billion in March, then three in July`, `Gemini has 650m`,
`15 years, the plants at least 30`. A number without a scale word takes over that of the amount it goes on from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.bounds import bounded
from pipeline.extract.amounts.counts import RANKED
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.numeral_values import ONE, parse_digits

_REACH, _SENTENCE = 200, 120
"""Characters between a number and the amount it goes on from, over a sentence's end and within it."""
_SENTENCE_END = re.compile(r"[。！？!?]|\.\s|\n")
_TALKED = 4
"""Amounts back that a number may go on from."""
_TIMELESS = (
    "money",
    "count",
    "percent",
    "power",
    "energy",
    "data",
    "duration",
    "length",
    "area",
    "mass",
    "temperature",
)
_ENDS = re.compile(
    r"\s*(?:[.,;:!?)»”\n…—–]|\Z)"
    r"| (?:in|by|for|a|an|at|last|this|next|when|once|if|before|after|and|but|now|today|each|only|though|ago|apiece|later|the (?:year|month|quarter|week)|as|so|because|from|on|is|was|are|were"
    r"|en|pour|un an|une|il|à|et|mais|au|aux|ici|cette|cet|ce|dès|auparavant|aujourd'hui|avant|après|chez|ensuite|sur|déjà|seulement|par|dans|là|c'est|à pleine|on|moi|hein|voilà|euh|chacun|quand|lors|hier|demain)\b"
    r"| (?:l'an|d'ici|l'été|l'automne|qu'|qui (?:sont|est|était)\b)"
)
_STRICT = re.compile(
    r"\s*(?:[.,;:!?)»”\n…—–]|\Z)| (?:in|by|en|d'ici|l'an|at the|last|this|a year|un an|fin|dès|today|now|aujourd'hui)\b"
)
_PARTICIPLE = re.compile(
    r" (?:[a-zà-ÿ]+(?:ées?|és?|is|us|its|ites)|promised|announced|planned|expected|active|activated|actives?|actifs?)\b"
)
_AGAINST = re.compile(
    r"(?:\b(?:contre|au lieu d[e']|plutôt que(?: de)?|face à|loin des|up from|down from|instead of|rather than|versus|vs\.?|against|compared (?:with|to)|puis|then|ce qui (?:fait|ferait|donne)|ça (?:fait|ferait)|qui (?:fait|font)|soit"
    r"|voire|if not|or even|maybe(?: even)?|perhaps(?: even)?|even|, from|going on|ou même|peut-être même|dont(?: seulement)?|of which(?: only)?|d'abord|avant|après|after|makes it|bringing it to|passer? (?:ensuite |bientôt )?à|montera? à|monter à|grimpera? à|grimper à|tombera? à|on passe à|bientôt|desormais|désormais"
    r"|(?:plus|moins|more|less|fewer) (?:que|than)(?: les| the)?|sur les|out of the|des|les|aux)|,)\s*\Z",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"(?:\b(?:des|les|aux|the|sur les|out of the|avant|after|even|soit|(?:plus|moins|more|less|fewer) (?:que|than)(?: les| the)?)|,)\s*\Z",
    re.IGNORECASE,
)
"""Words behind which a number alone is another thing as often as not; what is behind it has to speak for it too."""
_LATER = re.compile(
    r" (?:when|once|later|by 20|in 20|en 20|d'ici|plus tard|à terme|après|ensuite|au total|en tout|in all|in total|all told|altogether)"
)
_AND = re.compile(r"\b(?:and|et|,|then|puis)\s*\Z")
_EN = re.compile(
    r"(?:\b|[jnmtls]')en (?!(?:septembre|octobre|novembre|décembre|outre|moyenne|échange|baisse|hausse|place|ligne|charge|tête|vente|une|guise|pleine|bourse|perte|cause|quelque|cette|ce|plus|france)\b)"
    r"(?:(?:a|ont|avait|avaient|aura|auront|aurait|faut|fait|font|vaut|veut|reçoit|promet|vend|perd|attend|produit|sort|détient|faudra|faudrait|fallait|voulait|veulent|vendent|reçoivent|promettent|détiennent|produisent"
    r"|[a-zà-ÿ]{2,14}(?:e|ent|ait|aient|ra|ront|erait|é))(?: pas| plus| déjà| aujourd'hui| désormais| bientôt| encore)? )(?:[a-zà-ÿ]+[éiu]e?s? )?(?:que |plutôt |au total )?\Z"
)
_DRAWN = re.compile(r"en (?:englouti\w*|consomm\w+|aval\w+|tir\w+|absorb\w+|dévor\w+|réclam\w+) ")
_HAS = re.compile(
    r"\b(?:has|have|had|holds?|held|boasts?|counts?|claims?|owns?|runs?|got|gets?|makes?|uses?|needs?|wants?|reach(?:es|ed)|serves?|lists?|says|expects?|targets?|(?:those|one|ones|firms|companies) with"
    r"|compte(?:nt)?|possède(?:nt)?|détien(?:t|nent)|aligne(?:nt)?|revendique(?:nt)?|affiche(?:nt)?|disai(?:t|ent)|promet(?:tent)?|vise(?:nt)?|reçoi(?:t|vent)|plafonne(?:nt)? à|veut|voulait|attend(?:ent)?|runs to|now at)"
    r" (?:just |only |now |already |about |déjà |seulement |même )?\Z"
)
_OF_THEM = re.compile(r" (?:of (?:them|those|these)\b|d'entre (?:eux|elles)\b)", re.IGNORECASE)
_THINGS = re.compile(
    r"\b(?:(?P<GPU>GPUs?|[HAB][12]00s?|cartes graphiques)|(?P<chip>chips|puces)|(?P<accelerator>accelerators|accélérateurs)|(?P<server>servers|serveurs)|(?P<robot>robots|humanoids)|(?P<user>users|utilisateurs)"
    r"|(?P<employee>employees|workers|staff|salariés)|(?P<person>people|personnes)|(?P<card>cards|cartes)|(?P<customer>customers)|(?P<client>clients)|(?P<agent>agents)|(?P<phone>phones)|(?P<car>cars|robotaxis|voitures)"
    r"|(?P<satellite>satellites)|(?P<job>jobs|emplois|postes)|(?P<drone>drones)|(?P<book>books|livres))\b"
)
_CLOSED_OR_COMMA = re.compile(r"\s*(?:[.;!?,]|\Z)(?!\d)")
_ACTIVE = re.compile(
    r" (?:qui (?:sont|est) |of which |are |being )?(?:active|activated|actifs?|activés?|actives?)\b"
)
_ASKED = re.compile(
    r"(?:\b(?:combien|how (?:many|big|large))|[–—-] (?:et|and))(?P<of> (?:de |d'|d’)?[^?\n]{0,60})\?[»”\")]?\s*(?:[–—-] ?|[A-Z]{1,2} ?[:.] ?)?(?:(?:oh|eh bien|euh|well|about|environ|around|une?),? )?\Z",
    re.IGNORECASE,
)
_ONE_NAME = re.compile(r"(?:[A-ZÀ-Ý][a-zà-ÿ'-]+ ?){1,2}")
_OF_PART = re.compile(r" (?:des|du|de la|of (?:the )?)\b")
_ONLY = re.compile(r"(?:\b(?:seulement|only|just|mais|but|et|and)|,)\s*\Z")
_WAS = re.compile(
    r"\b(?:ce (?:fut|sera)|c'(?:est|était)|it was|(?:it|they) made|it(?:'s| is)|ended up (?:with|at)|landed (?:at|on)|got|obtenu|eu|plutôt)\s*\Z"
)
_OF_THE = re.compile(r"\b(?:Sur|Parmi|Des|Of|Out of|Among)(?: (?:les|ses|leurs|the|its|their|those))?\s*\Z")
_WERE = re.compile(
    r" (?:[a-zà-ÿ]+(?:ront|raient)|ont|sont|étaient|seront|avaient|have|had|were|are|went|will)\b"
)
_OR = re.compile(r"(?:\b(?:ou|or|et|and|contre)|[,;])\s*\Z")
_EACH = re.compile(
    r" (?:par (?:an|mois|jour|semaine|personne|siège|utilisateur|tête)|(?:a|per|every) (?:year|month|week|day|seat|user|head)|annually|monthly|yearly)\b"
)
_OF_WHICH = re.compile(r"\b(?:dont(?: seulement)?|of which(?: only)?|of whom(?: only)?|including)\s*\Z")
_PART_OF = re.compile(r" (?:auprès|via|grâce|de la|du|des|de l'|de [A-ZÀ-Ý]|from|aux|au|chez|en)\b")
_MORE = re.compile(r" (?:supplémentaires?|de plus|additional|more)\b(?! than| que)")
_MAYBE = re.compile(r"(?:peut-être|voire|perhaps|maybe|possibly)\b")
_RATE = re.compile(r"\b(?:marges?|taux|part|margins?|rates?|share)\b[^.;,]{0,24}\b(?:à|at|to|de|of)\s*\Z")
_CLOSED = re.compile(r"\s*(?:[.;!?)»”…]|\Z)(?!\d)")
_GAPPED = re.compile(
    r"(?:(?:l'|l’|(?:the|its|their|our|his|her|les?|la|leurs?|son|sa|ses|nos|une?|an?|au|aux|à la|in the|at the|celle|celui|ceux|celles|another) )(?:[a-zà-ÿ'-]+ ){0,3}?[A-Za-zÀ-ÿ'-]*[a-zà-ÿ]"
    r"|(?:chez|for|pour|à|at) (?:eux|elle|elles|lui|nous|vous|them|us|[A-ZÀ-Ý][\w-]+)|[A-ZÀ-Ý][\w-]+ (?:took|takes|got|gets|had|has|needs|wants|a|en a))"
)
_STAFF = re.compile(
    r"\b(?:workforce|headcount|payroll|staff|effectifs?)\b(?! of\b)[^.;:\n]{0,48}\b(?:from|to|of|at|below|above|past|à|de|sous)(?: about| around| some| nearly| almost| environ| près de| plus de| more than| over)? \Z",
    re.IGNORECASE,
)
_TO = re.compile(r" (?:to|à) ")
_PLACED = re.compile(r"(?:pour|for|chez|à|aux?|en|in|at|sur|on|dès|by|avec|with)\b")
_PLACED_SOON = re.compile(
    r"(?: (?!pour|for|chez|à|aux?|en|in|at|sur|on|dès|by|avec|with)[\w-]+){0,2} (?P<place>pour|for|chez|à|aux?|en|in|at|sur|on|dès|by|avec|with)\b"
)
_GIVEN_BY = re.compile(r" (?:d(?:e|es|u) (?:l['’]|la |les )?|d['’]|from (?:the )?)[A-ZÀ-Ý]")
_EACH_ONE = re.compile(r" (?:la|le|l['’]|an?|per|chaque|for an?)\s?[a-zà-ÿ]+s?\b")
"""« 50 des Émirats et 20 de Brookfield », « 40 000 euros la carte, 300 000 le serveur »."""
_LISTED = re.compile(r"(?:,|;|\b(?:et|and|puis|then))\s*\Z")
_ACTIVES = re.compile(
    r" (?:weekly|monthly|daily)(?: actives?)?\b(?! (?:revenue|sales|costs?|dollars|spend|price|fee|rides|tokens|queries))"
)
_PRICE_SIDE = re.compile(
    r" (?:in|en|for|pour|à l'|à la|on|per million)(?: the)? ?(?:sortie|output|entrée|input|out\b)"
)
_TENTH = Decimal("0.1")
_TAKES = re.compile(
    r"\b(?:swallow|gulp|draw|consume|use|need|want|take|require|build|add|supply|deliver|make|order|host|reach|allow|permit|seek|target|plan)(?:s|ed|ing)? (?:for )?\Z"
    r"|\b(?:framework|option|permit|room|plan|plans|target|licen[cs]e|ask(?:s|ed|ing)?|appl(?:y|ies|ied)|built|drew|took|sought) (?:for )?\Z"
    r"|\b(?:avaler|avalera|consommer|engloutir|demande(?:nt|ra)?|réclame(?:nt)?|exige(?:nt)?|voudrait|prévoit|prévoient|construire|ajouter|livrer|fournir|vise(?:nt)?|autorise(?:nt)?|place pour|besoin de|option pour) \Z",
    re.IGNORECASE,
)
"""What takes so much: behind it a bare number is more of what was told."""
_STANDS = re.compile(
    r"\b(?:(?:était|est|reste|plafonne|culmine|arrive|monte|restait|plafonnait|tombe) (?:à|sur)|(?:is|was|sits|stands|stood|stays|stuck|tops out) (?:at|on)|scor(?:es|ed)|manages|managed|obtient|affiche|signe|face aux|face à) \Z",
    re.IGNORECASE,
)
_FACED = re.compile(r"\b(?:face aux?|contre(?: les)?|against(?: the)?|than(?: the)?|que les) \Z")
_NAMED = re.compile(r" (?:d[e'’]|of|in|for) ?[A-ZÀ-Ý]")
_ANOTHERS = re.compile(
    r"(?:[A-ZÀ-Ý][\w-]+ (?:has|holds|owns|keeps|had|gets|took|détient|garde|conserve|possède|obtient)|['’]s (?:is|are|was|were)|\b(?:celle|celui|ceux|celles) d[^ ]+(?: [A-ZÀ-Ý]\w+)? (?:est|sont|était|étaient)(?: de| à)?) (?:just |only |about |seulement )?\Z"
)
"""`The foundation has 26.`, `AMD's are 54.`: another's share beside the one just told."""
_AIMS = re.compile(
    r"\b(?:wants?|wanted|ask(?:s|ed)? for|seek(?:s|ing)?|sought|aim(?:s|ed|ing) for|target(?:s|ed|ing)?|hop(?:es|ed|ing) for|expect(?:s|ed|ing)?|raised|got|vis(?:e|ait)|veut|voulait|demandait|demande|espère|espérait|table sur|attend(?:ait)?|en voulait) (?:about |around |maybe |environ )?\Z",
    re.IGNORECASE,
)
_RECKON = re.compile(
    r"\b(?:comptez|compter|prévoir|prévoyez|ajoutez|ajouter|reckon on|budget|figure on|add) \Z", re.IGNORECASE
)
_SCALES = (
    (re.compile(r"trillions?\b|兆|\dT\b|tn\b", re.IGNORECASE), Decimal("1e12")),
    (re.compile(r"billions?\b|milliards?\b|\bM[dr]s?|bn\b|\dB\b|giga|GW", re.IGNORECASE), Decimal("1e9")),
    (re.compile(r"millions?\b|\dM\b|\bM[€$£]|mn\b|\dm\b|m[ée]ga|MW"), Decimal("1e6")),
    (re.compile(r"kilo", re.IGNORECASE), Decimal(1000)),
)
_HUNDREDS = re.compile(r"\b(?:hundred|cents?) (?:m|b|tr)illi")
_DIGITS = re.compile(r"\d(?:[\d.,'  ]*\d)?")
_FACTORS = (
    *(Decimal(10) ** power for power in (-3, -2, 0, 3, 6, 9, 12, 15)),
    Decimal(60),
    Decimal(3600),
)
_MOST_TIMES, _MOST_GAPPED = 1000, 50
_LEAST_COUNTED, _LEAST_AFAR = 2, 100


def elided(text: str, one: Measured, amounts: Sequence[Amount], lang: str) -> Unit | None:
    """The unit of a bare number in English or French, with what its size is to be multiplied by; None where nothing says one."""
    if lang not in ("en", "fr"):
        return None
    shade, start, end = bounded(text, one.start, one.end)
    before = text[max(0, start - 48) : start]
    if (
        one.low >= 10
        and _STAFF.search(text, max(0, start - 90), start)
        and (_STRICT.match(text, one.end) or _TO.match(text, one.end))
    ):
        return Unit("count", "employee")
    if one.number.scale >= 10**6 and _ACTIVES.match(text, one.end):
        return Unit("count", "user")
    if _OF_THEM.match(text, one.end) and one.low >= _LEAST_COUNTED and (things := _last_thing(text, start)):
        return Unit("count", things)
    if one.low > 1 and (asked := _asked(text, start, lang)):
        return asked
    last = _talked_of(start, amounts)
    if one.number.words and one.low == 1 and one.number.scale == ONE:
        return None
    if last is None or (one.low < _LEAST_COUNTED and one.number.scale == ONE and last.kind == "count"):
        return None
    same = not _SENTENCE_END.search(text, last.end, start)
    drawn = ("power", "energy") if _DRAWN.search(before) else ()
    if _EN.search(before) and (of := _talked_of(start, amounts, ("money", "count", *drawn))):
        return _sized(text, one, of, lang) if _ENDS.match(text, end) or _PARTICIPLE.match(text, end) else None
    if not same and last.kind == "count" and one.low >= _LEAST_AFAR and _HAS.search(before):
        plain = (
            _CLOSED_OR_COMMA.match(text, end)
            and not 1900 <= one.low <= 2100
            and start - last.end <= _SENTENCE
        )
        return _sized(text, one, last, lang, most=_MOST_GAPPED) if plain else None
    if not same or start - last.end > _SENTENCE:
        return None
    if last.unit == "parameter" and _ACTIVE.match(text, end):
        return _sized(text, one, last, lang)
    if (
        shade != "exact"
        and text[start : one.start].strip()
        and text.startswith(text[start : one.start], last.start)
    ):
        return _sized(text, one, last, lang) if _ENDS.match(text, end) else None  # jusqu'à cinq, jusqu'à dix
    if _is_taken(text, one, last, before, end):
        return _sized(text, one, last, lang)
    said = _AGAINST.search(before)
    if (
        _OF_WHICH.search(before)
        and (_PART_OF.match(text, end) or _WERE.match(text, end))
        and not _is_small(one, last)
    ):
        return _sized(text, one, last, lang)
    if _MORE.match(text, one.end) and last.kind in ("power", "money", "energy", "data", "length", "area"):
        return _sized(text, one, last, lang)
    if last.kind == "percent" and one.low != one.low.to_integral_value() and _RATE.search(before):
        return _sized(text, one, last, lang)
    if (
        said
        and not (_OF_WHICH.search(before) and _is_small(one, last))
        and (_PARTICIPLE.match(text, end) or (not _WEAK.search(before) and _ENDS.match(text, end)))
    ):
        return _sized(text, one, last, lang)
    if _AND.search(before) and _LATER.match(text, end) and last.kind != "count":
        return _sized(text, one, last, lang)
    between = text[last.end : start]
    if (
        last.kind == "count"
        and before.endswith(", ")
        and _MAYBE.match(text, start)
        and _ENDS.match(text, end)
    ):
        return _sized(text, one, last, lang)
    if between.strip() in ("to", "à") and _ENDS.match(text, end):
        return _sized(text, one, last, lang)
    if last.kind == "percent" and _OF_PART.match(text, end) and _ONLY.search(before):
        return _sized(text, one, last, lang)
    if _WAS.search(before) and _CLOSED.match(text, end):
        return _sized(text, one, last, lang)
    if (
        before.endswith(", ")
        and _OF_THE.search(text, max(0, last.start - 20), last.start)
        and _WERE.match(text, end)
    ):
        return _sized(text, one, last, lang)
    if last.kind == "money" and _OR.search(before) and _EACH.match(text, end):
        return _sized(text, one, last, lang)
    if _LISTED.search(before) and any(
        shape.match(text, last.end) and shape.match(text, end) for shape in (_GIVEN_BY, _EACH_ONE)
    ):
        return _sized(text, one, last, lang)
    if _LISTED.search(before) and _same_place(text, last.end, end):
        return _sized(text, one, last, lang)
    if last.kind == "money" and _PRICE_SIDE.match(text, end):
        return _sized(text, one, last, lang)
    if shade in ("min", "max") and start < one.start and _STRICT.match(text, end):
        return _sized(text, one, last, lang)
    if last.kind == "count" and one.low >= 10 and _HAS.search(before) and _STRICT.match(text, end):
        return _sized(text, one, last, lang)
    if _CLOSED.match(text, one.end) and _is_gapped(
        between,
        named=last.kind in ("power", "energy", "percent", "data")
        or (last.kind == "money" and one.low >= 100),
    ):
        return _sized(text, one, last, lang, most=_MOST_GAPPED)
    return None


def _is_taken(text: str, one: Measured, last: Amount, before: str, end: int) -> bool:
    """`more than 2 gigawatts and could one day swallow five`, `a framework for 500`, `celui d'OpenAI était à 74,3`, `comptez 449`."""
    if last.kind in ("power", "energy", "data") and one.low >= _LEAST_COUNTED:
        return bool(_TAKES.search(before) and _ENDS.match(text, end))
    if last.kind == "percent" and one.low <= 100 and _ANOTHERS.search(before) and _CLOSED.match(text, end):
        return True
    if last.kind == "percent" and one.low != one.low.to_integral_value():
        return bool(_STANDS.search(before) and _STRICT.match(text, end))
    if (
        last.kind == "money"
        and one.number.scale == ONE
        and 2 <= one.low < 1000
        and (last.low or last.high or 0) >= 10**6
        and _AIMS.search(before)
        and _ENDS.match(text, end)
    ):
        return True
    if last.kind == "money":
        return bool(_RECKON.search(before) and one.low >= _LEAST_COUNTED and _ENDS.match(text, end))
    if last.kind == "count" and last.unit not in ("person", "employee"):
        times = one.low / (last.low or last.high or 1)
        faced = _FACED.search(before) and one.low >= 1000 and _NAMED.match(text, end)
        takes = _TAKES.search(before) and _TENTH <= times <= 10 and one.low >= 10 and _ENDS.match(text, end)
        return bool(faced or takes)
    return False


def _is_small(one: Measured, last: Amount) -> bool:
    """Whether so few of so many people or machines are a story's detail."""
    return last.kind == "count" and last.unit != "parameter" and one.low < 10


def _asked(text: str, start: int, lang: str) -> Unit | None:
    """« Combien êtes-vous ? — Vingt-deux », `How many GPUs do you run? Four hundred.`"""
    if "?" not in text[max(0, start - 12) : start]:
        return None
    asked = _ASKED.search(text, max(0, start - 100), start)
    if not asked:
        return None
    things = _THINGS.search(asked["of"])
    if things:
        named = str(things.lastgroup)
        return Unit("count", "customer" if (lang, named) == ("fr", "client") else named)
    people = re.search(r"\b(?:êtes|sommes|of you|people|team|staff|workforce|équipe)\b", asked["of"])
    return Unit("count", "person") if people else None


def _is_gapped(between: str, *, named: bool) -> bool:
    """`150 megawatts, the second 220.`: after a comma nothing but whose the number is, in a few words and no name of a thing."""
    part = re.split(r"[,;] |\b(?:and|et|while|tandis que|quand) ", between.rstrip(", "))[-1]
    gapped = len(part) < len(between) and (
        _GAPPED.fullmatch(part.strip()) or (named and _ONE_NAME.fullmatch(part.strip()))
    )
    return bool(gapped and not RANKED.search(between))


def _same_place(text: str, first: int, second: int) -> bool:
    """7 milliards de paramètres pour le petit, 70 pour le grand: what stands behind the two begins alike."""
    one, other = _PLACED_SOON.match(text, first), _PLACED.match(text, second + 1)
    return bool(one and other and one["place"] == other[0])


def _talked_of(start: int, amounts: Sequence[Amount], kinds: Sequence[str] = _TIMELESS) -> Amount | None:
    """The amount that a number goes on from: the last of these kinds, but for times between."""
    for amount in reversed(amounts[-_TALKED:]):
        if amount.kind not in kinds and len(kinds) < len(_TIMELESS):
            continue
        if start - amount.end > _REACH or amount.kind not in _TIMELESS:
            return None
        if amount.kind != "duration" or amount is amounts[-1]:
            return amount
    return None


def _sized(text: str, one: Measured, last: Amount, lang: str, *, most: int = _MOST_TIMES) -> Unit | None:
    """The unit of the last amount, if a number of this size can be one of the same."""
    value = last.low if last.low is not None else last.high
    if not value or value < 0:
        return None
    whole = one.number.scale >= 1000 or one.number.letters
    said = text[last.start : last.end]
    factor = ONE if whole else _factor(said, value, lang, few=one.number.words and one.high < 10)
    if factor >= 10**6 and one.high >= 1000 and last.kind in ("money", "count"):
        factor = ONE
    if last.kind == "percent" and (one.high > 100 or one.number.scale != ONE):
        return None
    if one.number.letters and last.kind not in ("count", "money"):
        return None
    times = one.high * factor / value
    if not ONE / most <= times <= most:
        return None
    return Unit(last.kind, last.unit, factor)


def _factor(said: str, value: Decimal, lang: str, *, few: bool) -> Decimal:
    """What a number of the same words would be multiplied by: `50 MW` by a million, `deux milliards` by a billion."""
    if digits := _DIGITS.search(said):
        number = parse_digits(digits[0], lang)
        factor = value / number if number else ONE
        return factor if factor in _FACTORS else ONE
    named = next((size for pattern, size in _SCALES if pattern.search(said)), None)
    if named is None:  # elided itself
        return next((size for _, size in _SCALES if size >= 10**6 and size <= value), ONE)
    hundreds = few and _HUNDREDS.search(said)  # three hundred million, going on four
    return named * 100 if hundreds else named


def _last_thing(text: str, start: int) -> str | None:
    """`they ran out of GPUs and add tens of thousands of them`: what was named last."""
    named = None
    for match in _THINGS.finditer(text, max(0, start - _SENTENCE), start):
        named = match.lastgroup
    return named


def taken_over(one: Measured, unit: Unit) -> Measured:
    """The number in base units of what it takes over."""
    return replace(one, low=one.low * unit.factor, high=one.high * unit.factor)
