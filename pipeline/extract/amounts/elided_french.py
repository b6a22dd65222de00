"""French ellipsis: a bare number and the amounts before it in, the unit that a decimal comma or the pronoun « en » says it shares, out.

« Lambda affiche 2,99 dollars, RunPod 2,39 », « ils louent des GPU, ils en ont 250 000 », « il n'en reste que 13 000 ».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.counts_latin import noun_named, noun_next
from pipeline.extract.amounts.elided_sizes import MOST_GAPPED, sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.numeral_values import ONE

_REACH, _SENTENCE = 280, 170
"""Characters between a number and the amount whose unit it shares, and in which the thing that `en` stands for is named."""
_BACK = 6
"""Amounts back that are looked at."""
_MEASURED = ("money", "percent", "power", "energy", "data", "length", "area", "mass", "temperature")
_LEAST_MANY, _LEAST_FEW = 10, 2
_MANY = 10**6
_SMALLEST, _LARGEST = 10**8, 10**13
"""Parameters that a model has."""
_SIZED = re.compile(
    r"\b(?:(?P<model>(?:modèles?|variantes?|moutures?|déclinaisons?|LLM|petits? frères?|grands? frères?|versions?|celui|celle)(?: (?:ouverts?|ouvertes?|dense|denses|maison|géante?|de langage|allégée?s?|compacte?s?|phare|open source|plus petite?|plus grande?))?)"
    r"|(?P<held>(?:fenêtres?(?: de contexte)?|contextes?|mémoire de travail|longueur de contexte)(?: (?:étendue?|élargie?|maximale?|portée?|géante?|immense|qui (?:va|monte|grimpe)))?)) (?:de |d['’] ?|à |allant |jusqu['’]à |jusqu['’]au )+\Z|\b(?P<sizes>(?:[Tt]rois|[Dd]eux|[Qq]uatre|[Ss]es|[Ll]es|[Pp]lusieurs)? ?[Tt]ailles?(?: [a-zà-ÿ]+)?(?: d['’e] ?[A-Z]\w+)?(?:,| ?:)) (?:\d+(?:,\d+)?(?:, | et | ou ))*\Z"
)
_OF_IT = re.compile(r"(?: (?:d[eu]|des|[a-zà-ÿ]+s)\b| d['’]| ?[-%$€£]| (?:dollars|euros|yuans))")
_CLAUSES = 110
"""Characters from an amount to one more of it in the same sentence."""
_IN_PLACE = re.compile(r" (?:à|au|aux|en|dans|sur|pour|chez|par) (?:l['’]|la |le |les )?[A-ZÀ-Ý][\w'’-]+")
_IN_TIME = re.compile(
    r" (?:aujourd['’]hui|désormais|maintenant|à présent|actuellement|demain|(?:en|fin|début|mi-|dès|d['’]ici(?: à)?|à l['’]horizon) ?20\d\d|(?:dès |avant |pour )?(?:l['’]an (?:dernier|passé|prochain)|l['’]année (?:dernière|passée|prochaine|suivante|d['’]après))|(?:dès |avant |pour |rien que )?cette année|(?:un|deux|trois) (?:ans?|mois) (?:plus tôt|plus tard|auparavant)|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|au (?:premier|deuxième|troisième|quatrième) trimestre)\b"
)
_OF_KIND = re.compile(
    r" (?:de |d['’])(?!ici\b|eux\b|elles\b|entre\b|autres?\b|plus\b|moins\b|un\b|une\b|ans\b|ce\b|cette\b)[a-zà-ÿ]{3,}"
)
"""Behind so much of a sum, of what it is."""
_MOVED = re.compile(
    r"\b(?:port|relev|ramen|abaiss|réduit|rédui|pass|mont|fix|remont|tomb|ramèn|relèv|descend|grimp|haussé|hiss)\w*(?: [a-zà-ÿ]+)? à \Z"
)
_ALL_OF = re.compile(r"\b(?:à (?:eux|elles)|tous les|toutes les|l['’]un des|l['’]une des) \Z")
"""Before those that were just named, who are no amount: à eux deux, les trois."""
_LABEL = re.compile(r"(?:\*\*)? ?: (?:c['’]est )?(?P<noun>(?:ses|leurs|les|nos) [a-zà-ÿ]+)")
_NUMBER_OF = re.compile(
    r" ?[,.:;–—-] (?:[Cc]['’]est|[Vv]oilà|[Ss]oit|[Tt]el est) le (?:nombre|total) (?:d['’]|des? )(?P<noun>[^\W\d_]+)"
)
"""Behind a number that stands alone at the head of a line: 900 000 : ses salariés."""
_IS_AT = re.compile(
    r"\b(?:[A-ZÀ-Ý][\w-]+,? qui|[A-ZÀ-Ý][\w-]+,? lui,?|celui-ci|celle-ci|l['’]autre) (?:est|était|reste|en est|plafonne|culmine) à \Z"
)
_EACH_TIME = re.compile(
    r" (?:par|le|la|du|de l['’]|l['’]) ?(?:mois|an|million|heure|tête|siège|utilisateur|abonnement)(?: de (?:tokens|jetons))?,? (?:et |puis |ou )?"
)
"""Between two prices of the same, where a speaker makes no pause."""
_THOSE = re.compile(r"\b(?:les|des|aux) \Z")
_THAT = re.compile(
    r" (?:que (?:l['’]|la |le |les |son |sa |ses |leur |lui |nous )|qu['’](?:il|elle|on|ils|elles|un|une|en)\b|dont (?:il|elle|le|la|l['’])|annoncée?s|prévue?s|promis|espérée?s|attendue?s|visée?s|initiale?s|initiaux|de (?:l['’]an|20\d\d)|réclamée?s|investie?s|levée?s|infligée?s)"
)
_PRICED = re.compile(
    r"\b(?:le|la|l['’]|les|en) (?:pay|pai|factur|vend|lou|affich|propos|coût)\w* (?:encore |déjà |toujours |seulement |jusqu['’]à |à )?\Z|\b(?:vendue?s?|facturée?s?|payée?s?|louée?s?|proposée?s?|affichée?s?|tarifée?s?) (?:à |désormais |encore |déjà |seulement ){0,2}\Z"
)
"""Before what one more of it costs."""
_TO_NOUGHT = re.compile(
    r"\b(?:tomb|chut|rédui|ramen|pass|retomb|descend|plafonn|rest)\w* (?:désormais |quasiment |presque )?à \Z"
)
_LEAST_ECHO = 20
"""Fewer are said again by chance."""
_LETTER = re.compile(r"\b[a-z] \Z")
_SAYS_ON = re.compile(r" (?:ça|c['’]est|oui|ouais|hein|quoi|vous|tu|on)\b")
_DECIMAL = re.compile(r"\d{1,4},\d{1,3}")
_POINT = re.compile(r"\bvirgule\b", re.IGNORECASE)
_NO_SHARE = re.compile(
    r"\b(?:PUE|notes?|coefficient|indices?|ratio|version|magnitude|échelle|Richter|moyenne de|facteur|page|article|figure|chapitre|gpt|opus|sonnet|claude|llama|gemini|grok|mistral) (?:(?:est|était|d[eu']|à|moyenne?) ?){0,3}\Z",
    re.IGNORECASE,
)
"""Before a decimal that has no unit, or is a version."""
_OTHER_UNIT = re.compile(
    r" ?(?:[°%$€£×]|[a-zA-Zµ]{1,2}\b(?!['’])(?<! à)(?<! en)(?<! et)(?<! de)(?<! du)(?<! au)(?<! on)(?<! ou)(?<! il)(?<! la)(?<! le)(?<! un)(?<! se)(?<! si)(?<! y)(?<! a)(?<! ça)|(?:sur (?:\d|cinq|dix|vingt)|(?:titre|action|point|fois|enfant|part|étoile|version)s?\b))"
)
"""Behind a decimal, what it is of or out of."""
_EN = re.compile(
    r"(?:\b|(?<=[jnmltsd]['’]))en (?:(?:a|ont|ai|as|avait|avaient|aura|auront|aurait|auraient|avons|avez|est|sont|était|étaient|fait|font|faisait|faisaient|faire|va|vont|peut|peuvent|doit|doivent|pourrait|devrait|veut|veulent|reste|restait) )?"
    r"(?:(?:pas|plus|déjà|aujourd'hui|désormais|bientôt|encore|toujours|alors|même|ainsi) )?(?P<verb>(?!(?:pas|plus|déjà|aujourd|désormais|bientôt|encore|toujours|alors|même|ainsi)\b)[a-zà-ÿ]+) ?(?:(?:pas|plus|déjà|aujourd'hui|désormais|bientôt|encore|toujours|alors|même|ainsi|chaque (?:jour|mois|an)|cette année|au total|ici|là|parfois) )?(?:que |plutôt |à )?\Z"
)
"""Before so much of what was named: il en compte, on n'en voit que, d'en lancer, ils en ont déjà vendu."""
_NO_PRONOUN = re.compile(
    r"en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|outre|moyenne|échange|baisse|hausse|place|ligne|charge|tête|vente|une|guise|pleine|bourse|perte|cause|quelque|cette|ce|plus|france|"
    r"moins|face|dessous|deçà|dehors|cours|chine|inde|europe|asie|amérique|californie|allemagne|italie|espagne|suisse|belgique|tout|toute|deux|trois|quatre|cinq|fait|fin|début|même|effet|revanche|particulier|valeur|volume|nombre|partie|service|euros|dollars|orbite|continu|direct|boucle|sortie|entrée|version|mode|seulement|à peine) "
)
_COUNTS = re.compile(
    r"(?:compt|possèd|possed|align|exploit|achet|achèt|vend|livr|produi|fabriqu|install|emploi|employ|command|déploy|déploi|recens|déclar|revendiqu|lou|lanc|form|recrut|supprim|construi|gèr|gér|détien|déten|reçoi|reçu|trait|usin|répertori|dénombr|énumèr|sign|ouvr|embauch|licenci|post|publi|hébergé?|immatricul|expédi|assembl|branch|racheté?|acquis|acquier|vivre|veu|voulu|voudr|voul)\w*|a|ont|ai|as|avait|avaient|aura|auront|aurait|mets?|mettent|mis"
)
_PAYS = re.compile(
    r"(?:encaiss|dépens|coût|cout|factur|investi|lev|lèv|rapport|pay|pai|vers|génèr|génér|dégag|emprunt|consacr|perd|vau|récolt|touch|gagn|rembours|inject|mobilis|lèvera|décaiss)\w*"
)
_NEEDS = ("faut", "faudra", "faudrait", "fallait", "a", "ont", "avait", "avaient", "veut", "voulait")
"""Verbs behind whose `en` few are a story's detail: il en a trois."""
_RANGE_NEXT = re.compile(
    r" (?:à|ou) (?:\d|(?:trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent)\b)"
)
_ENDS = re.compile(
    r"(?=\s*(?:[.,;:!?)»”…—–]|\Z|\n)(?!\d))| (?:pendant|durant|lors|dont|soit|hors|sans|avec|contre|de plus|de moins|au (?:total|plus|moins|mieux|lieu)|d['’]ici|d['’]exploitation|d['’]un coup|(?:le|la|l['’]|au|cette|ce|cet|l['’]an|chaque) ?(?:jour|mois|an|année|été|hiver|printemps|automne|semaine|heure|moment|départ|lendemain)|parce|car|alors|tandis|lorsque|donc|ce qui|auxquel)"
)


def in_french(
    text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]
) -> tuple[Unit | None, bool]:
    """The unit of a bare number in French, and whether that is settled, so that nobody need look further."""
    if one.number.letters:
        return None, False
    if sized_thing := _size(text, one, start, end):
        return sized_thing, True
    if noun_next(text, one.end) or _ALL_OF.search(text, max(0, start - 14), start):
        return None, True
    if (
        one.start > 0
        and text[max(0, one.start - 2) : one.start] in ("\n", "\n\n", "\n*", "**")
        and (label := _LABEL.match(text, one.end))
    ):
        noun = noun_named(text, label.start("noun"), label.start("noun") + 40, french=True, many=True)
        return (Unit("count", noun), True) if noun else (None, False)
    if counted := _NUMBER_OF.match(text, one.end):
        noun = noun_named(f"les {counted['noun']}", 0, 60, french=True, many=True)
        return (Unit("count", noun), True) if noun else (None, False)
    if unit := _told_again(text, one, start, end, amounts):
        return unit, True
    if (
        one.low == 0
        and amounts
        and amounts[-1].kind == "percent"
        and _TO_NOUGHT.search(text, max(0, start - 24), start)
    ):
        return Unit("percent", "%"), True
    if is_decimal(text, one) and (unit := _decimal(text, one, start, amounts)):
        return unit, True
    before = cues.FILLER.sub(" ", text[max(0, start - 64) : start])
    said = _EN.search(before)
    if not said and (unit := _echo(text, one, start, amounts)):
        return unit, True
    if not said or _NO_PRONOUN.match(said[0]) or one.low < _LEAST_FEW or _is_year(text, one):
        return None, False
    if _RANGE_NEXT.match(text, end):
        return None, True
    if not (_ENDS.match(text, end) or cues.ENDS.match(text, end)):
        return None, False
    return _of_it(text, one, start, amounts, said["verb"])


def _size(text: str, one: Measured, start: int, end: int) -> Unit | None:
    """« un modèle de 70 milliards », « un contexte d'un million »: parameters of models, tokens of what they can hold."""
    if _OF_IT.match(text, end) or not (before := _SIZED.search(text, max(0, start - 48), start)):
        return None
    if before["model"] or before["sizes"]:
        return Unit("count", "parameter") if _SMALLEST <= one.low <= _LARGEST else None
    return Unit("count", "token") if 1000 <= one.low <= _MANY * 100 and not _is_year(text, one) else None


def _told_again(text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """« moins que les 700 que l'entreprise avait levés », « vous le payez vingt-cinq », « Microsoft, qui est à vingt-sept »."""
    last = next(
        (amount for amount in reversed(amounts[-3:]) if amount.kind not in ("duration", "multiple")), None
    )
    if last is None or start - last.end > _REACH or one.low < _LEAST_FEW:
        return None
    before = text[max(0, start - 48) : start]
    if not cues.SENTENCE_END.search(text, last.end, start) and start - last.end <= _CLAUSES:
        if unit := _one_more(text, one, last, before, end):
            return unit
    if (
        last.kind == "percent"
        and one.low <= 100
        and (_IS_AT.search(before) or _MOVED.search(before))
        and cues.CLOSED_OR_COMMA.match(text, end)
    ):
        return Unit("percent", "%")
    if last.kind in ("money", "power") and _IS_AT.search(before) and cues.CLOSED_OR_COMMA.match(text, end):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if (
        last.kind == "money"
        and _EACH_TIME.fullmatch(text, last.end, start)
        and cues.FOR_WHOM.match(text, end)
    ):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if last.kind in ("money", "count", "power") and _THOSE.search(before) and _THAT.match(text, end):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if last.kind == "money" and _PRICED.search(before) and cues.CLOSED_OR_COMMA.match(text, end):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    return None


def _one_more(text: str, one: Measured, last: Amount, before: str, end: int) -> Unit | None:
    """« 300 postes supprimés, 120 à Lyon et 45 à Lille », « 4 000 en 2022, 2 600 aujourd'hui », « dont 5 d'aides, 4 de dette »."""
    listed = cues.LISTED.search(before)
    if not listed and not cues.OF_WHICH.search(before):
        return None
    counted = last.kind == "count" and one.low >= _LEAST_MANY
    if (counted or last.kind in ("money", "power", "energy")) and (
        _IN_PLACE.match(text, end) or _IN_TIME.match(text, end)
    ):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    parts = cues.OF_WHICH.search(before) or last.onward
    if last.kind == "money" and parts and _OF_KIND.match(text, end):
        return sized(text, one, last, "fr")
    return None


def _echo(text: str, one: Measured, start: int, amounts: Sequence[Amount]) -> Unit | None:
    """« 300 agents en parallèle. Trois cents ! », « neuf cents millions, ouais, neuf cents »: the same number said again."""
    written = text[one.number.start : one.number.end].lower()
    if one.low < _LEAST_ECHO or _LETTER.search(text, max(0, start - 3), start):
        return None
    if not (_ENDS.match(text, one.end) or _SAYS_ON.match(text, one.end)):
        return None
    for last in reversed(amounts[-2:]):
        said = text[last.start : last.end].lower()
        if (
            start - last.end <= _SENTENCE
            and re.match(rf"{re.escape(written)}(?![\d\w]| \d)", said)
            and last.kind != "percent"
        ):
            value = last.low if last.low is not None else last.high
            return Unit(last.kind, last.unit, value / one.low) if value else None
    return None


def is_decimal(text: str, one: Measured) -> bool:
    """Whether a number is written with a decimal comma, or said with one."""
    written = text[one.number.start : one.number.end]
    return one.number.scale == ONE and bool(_DECIMAL.fullmatch(written) or _POINT.search(written))


def _decimal(text: str, one: Measured, start: int, amounts: Sequence[Amount]) -> Unit | None:
    """« Broadcom prend 9,8 %, Nvidia 3,9 »: a decimal with no unit of its own has that of the last amount it can be like."""
    if _OTHER_UNIT.match(text, one.end) or _NO_SHARE.search(text, max(0, start - 40), start):
        return None
    return _like(text, one, start, amounts, _MEASURED)


def _like(
    text: str, one: Measured, start: int, amounts: Sequence[Amount], kinds: Sequence[str]
) -> Unit | None:
    """The unit of the last amount of these kinds of which a number of this size can be more."""
    for last in reversed(amounts[-_BACK:]):
        if start - last.end > _REACH:
            return None
        large = last.kind == "count" and (last.low or last.high or 0) >= _MANY
        if (last.kind in kinds or large) and (unit := sized(text, one, last, "fr", most=MOST_GAPPED)):
            return unit
    return None


def _of_it(
    text: str, one: Measured, start: int, amounts: Sequence[Amount], verb: str
) -> tuple[Unit | None, bool]:
    """So much of what `en` stands for: money behind verbs that pay, things behind verbs that count, else what was told last."""
    near = [amount for amount in amounts[-_BACK:] if start - amount.end <= _REACH]
    plain = one.number.scale < _MANY
    if _PAYS.fullmatch(verb):
        return _like(text, one, start, amounts, ("money",)), False
    counted = next((amount for amount in reversed(near) if amount.kind == "count"), None)
    if _COUNTS.fullmatch(verb) and plain and one.low >= _LEAST_MANY and not is_decimal(text, one):
        first = max(start - _SENTENCE, counted.end if counted else 0)
        if noun := noun_named(text, first, start, french=True, many=True):
            return Unit("count", noun), True
        if counted and (unit := sized(text, one, counted, "fr")):
            return unit, True
        parted = one.number.words or cues.PARTED.fullmatch(text, one.number.start, one.number.end)
        return None, bool(parted and one.low >= 1000)
    if verb in _NEEDS and one.low < _LEAST_MANY:
        return None, False
    told = [amount for amount in near if amount.kind not in ("duration", "multiple", "age")]
    if not told or (told[-1].kind == "percent" and one.number.words):
        return None, False
    many = cues.PARTED.fullmatch(text, one.number.start, one.number.end)
    return _like(text, one, start, told if many else told[-1:], (*_MEASURED, "count")), False


def _is_year(text: str, one: Measured) -> bool:
    return 1900 <= one.low <= 2100 and text[one.number.start : one.number.end].isdigit()
