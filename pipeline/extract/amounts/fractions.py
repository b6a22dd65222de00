"""Fractions and multiples in words: a text in, the amounts that need no unit out (a third of, un tiers, 3分の1, twice as, tenfold).

A part of a whole is a percentage of one decimal where it does not end with the second (33.3, 6.25), as writers round it; 10分の1に and 1.5x are multiples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.extract.amounts.fraction import Fraction, percent
from pipeline.extract.amounts.fractions_ja import JAPANESE, in_japanese
from pipeline.extract.amounts.measures import AGE, PERCENT, Unit

_TIMES = Unit("multiple", "x")
_NUMERATORS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "un": 1, "une": 1, "deux": 2, "trois": 3,
               "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "seven": 7, "eight": 8, "nine": 9}  # fmt: skip
_DENOMINATORS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "tier": 3, "quart": 4,
                 "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "onzième": 11, "douzième": 12, "quinzième": 15,
                 "vingtième": 20, "trentième": 30, "quarantième": 40, "cinquantième": 50, "centième": 100, "millième": 1000}  # fmt: skip
_TIMES_WORDS = {
    "twice": 2,
    "double": 2,
    "thrice": 3,
    "triple": 3,
    "treble": 3,
    "quadruple": 4,
    "quintuple": 5,
    "sextuple": 6,
    "décuple": 10,
    "centuple": 100,
}
_FOLDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "twenty": 20,
          "thirty": 30, "fifty": 50, "hundred": 100, "thousand": 1000}  # fmt: skip
_GROWN = {"doub": Decimal(2), "trip": Decimal(3), "treb": Decimal(3), "quad": Decimal(4), "quin": Decimal(5), "sext": Decimal(6),
          "décu": Decimal(10), "cent": Decimal(100)}  # fmt: skip
_SPANS = {"decade": (10, "year"), "fortnight": (2, "week")}
_LITTLE = {"half": Decimal("0.5"), "a": Decimal("0.25"), "quarter": Decimal("0.25"), "three": Decimal("0.75")}
_PARTS = {"half": Decimal("0.5"), "un": Decimal("0.5"), "a": Decimal("0.25"), "three": Decimal("0.75")}
_WATTS = {"g": Decimal("1e9"), "m": Decimal("1e6"), "t": Decimal("1e12")}
_OF_WHOLE = re.compile(
    r"(?: (?:environ|seulement|à peine|tout au plus|au plus|au moins))?(?: (?:d(?:es?|u)\b|d['’]|moins\b|plus\b)|\s*[.!?]?\Z)"
)
_PART_ENDS = re.compile(
    r"\s*(?:[.,;:!?)»]|\Z)| (?:environ|seulement|à|en|au|l'an|cette|aujourd'hui|ailleurs|par|pour|dans)\b"
)
_PART_TAKEN = re.compile(
    r"(?:\b(?:d|qu)['’]|\b(?:soit|pour|à|de|contre|environ|presque|peine|seulement|dont|que|représent\w+|pès\w+|vau\w+|atteint|dépass\w+|coût\w+|perd\w*|gagn\w+|touch\w+|un) )\Z"
)
_GROWTH = re.compile(
    r"\b(?:croissances?|hausses?|progressions?|marges?|rendements?|parts?|inflation|taux|baisses?|reculs?|rythmes?|pourcentages?|augment\w+|progress\w+|bond\w*|gains?|chutes?)(?: [a-zà-ÿ]+){0,3} à \Z"
)
"""Before the figures that a percentage has: une croissance annuelle à deux chiffres."""
_PART_BEGINS = re.compile(
    r" (?:revien\w+|reviendr\w+|ira(?:it|ient)?|iront|va|vont|vient|viendra\w*|part(?:ira|irait)?|provien\w+|échoi\w+|sera\w*|est|sont|seulement|environ)\b"
)
"""Behind a part at the head of its sentence: Un cinquième reviendrait aux salariés."""
_NO_VERB = re.compile(r"\b(?:de|le|la|une?|du|au|en|à|ce) \Z")
"""Before a double that is no verb."""

_ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100, "a hundred": 100, "a thousand": 1000,
         "onze": 11, "douze": 12, "quinze": 15, "trente": 30, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "vingt": 20, "cent": 100}  # fmt: skip
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_FEW = "one|two|three|four|five|six|seven|eight|nine"
_UNITS = r"(?:\w*watts?|gigs?|\w+bytes?|dollars?|bucks|cents?|euros?|pounds?|percent|points?|[mbtr]+illion|thousand|hundred|(?:year|month|week|day|hour|minute|second)s?)"
"""No things of which some are meant: two gigawatts in twenty twenty-five."""
_PEU = "une?|deux|trois|quatre|cinq|six|sept|huit|neuf"

_NO_HALF = "".join(
    f"(?<!{which} )"
    for which in (
        "first", "second", "other", "good", "better", "worse", "top", "bottom", "latter", "back", "front", "lower",
        "upper", "left", "right", "later", "early", "late", "northern", "southern", "eastern", "western", "and a",
        "this", "each", "either", "final", "opening", "closing", "coming", "past", "north", "south", "younger", "older",
        "bigger", "smaller", "larger", "richer", "poorer", "cheaper", "dearer", "weaker", "stronger",
    )
)  # fmt: skip
"""Which of two halves it is; none of these is a share."""
_GROWING = "(?:(?!digits?)[a-z][a-z-]+ ){0,2}(?:capacity|output|production|sales|revenues?|staff|headcount|workforce|spending|investments?|earnings|profits?|turnover|exports?|imports?|prices|demand|shipments?|deliveries|orders|capex|consumption|supply|throughput|traffic|usage|bookings|margins|wages|salaries|tariffs)"
_EN = re.compile(
    r"(?<![\w-])(?=[adefhnoqstu\d])(?:(?P<hour>half an hour|a quarter of an hour|three quarters of an hour)\b(?! ago| earlier| later)|(?P<top>an?|one|two|three|four|five|seven|nine)[ -](?P<bottom>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?(?= the (?:price|cost|size|rate|power|energy|number|length|weight|speed|time|amount)\b| (?:less|more|fewer|cheaper|dearer|lower|higher|faster|slower|smaller|larger|bigger|off|extra|again)\b| to (?:an? |one |two[- ]|three[- ])?(?:half|thirds?|quarters?|fifths)\b|,? of (?!an? (?:m|b|tr)illion|an? (?:percent|per cent|percentage point|point)\b|growth|20\d\d|the (?:kind|sort|type|year|series|three|trio)\b))"
    r"|(?=a)(?:(?<=\bwas )|(?<=vides )|(?<=akes )|(?<=gets )|(?<=\bhas )|(?<=\blost )|(?<=\bshed )|(?<=fell )|(?<=rose )|(?<=\bfrom )|(?<=\bto )|(?<=arly )|(?<=most )|(?<=bout )|(?<=ghly )|(?<=than )|(?<=takes )|(?<=took )|(?<=take )|(?<=owns )|(?<=own )|(?<=holds )|(?<=held )|(?<=hold )|(?<=keeps )|(?<=kept )|(?<=keep )|(?<=owned )|(?<=up )|(?<=down ))(?P<alone>an? (?:third|fifth|sixth|eighth|tenth|quarter))(?=[.,;:)]|\Z| (?:last|this|since|by 20|in 20|a year|from)\b)"
    r"|(?=[ao])(?:(?<=; )|(?<=, )|(?<=and )|(?<=\n)|(?<=\. )|(?<=\A)|(?<=[“\"])|(?<=nks )|(?<=hink )|(?<=ckon )|(?<=ays )|(?<=kons )|(?<=eves )|(?<=that )|(?<=nly )|(?<=bout )|(?<=ghly )|(?<=arly )|(?<=of which )|(?<=of whom )|(?<=of them ))(?P<some>(?:an?|one) (?:third|fourth|fifth|sixth|seventh|eighth|tenth|quarter))(?= (?:is|are|was|were|do|does|did|has|have|had|go|goes|went|say|said|come|comes|came|use|used|want|think|believe|stay|stays|stayed|remain|remains|belong|belongs|live|work|pay|paid|would|will|could|should|must|may|might|can) (?!hopeful|place)[a-z]| \(|,? (?:from|in|on) )"
    r"|(?=a)(?<=[Aa]sk for )(?P<asked>an? (?:third|quarter|fifth|sixth|eighth|tenth))(?=[.,;:)]|\Z)"
    r"|(?P<only>(?:two|three|four)[- ](?:thirds|fifths|quarters(?= of\b)|(?<=of which )three[- ]quarters|(?<=of whom )three[- ]quarters)|(?:three|seven|nine)[- ]tenths)\b(?! of an? (?:(?:m|b|tr)illion|percent\b|per cent\b|percentage point|point\b))"
    rf"|(?<=than |over |arly |most |bout |ghly )(?P<half>half)(?= (?:of|the|its|their|all)\b)|(?<=buys |ught |owns |olds |akes |took |sold |ells |ired |trol )(?P<bought>half)(?= of (?-i:[A-Z]))|(?=h){_NO_HALF}(?P<halfof>half)(?= of (?:(?:that|it|them|what|the|its|all|their|those|these|our|last|this|next|users|people|companies|respondents|an?|one|each|every|which|whom|[a-z]{{3,}}s)\b|[$€£¥\d]|[\w-]+['’]s?\b))"
    r"|(?P<times>twice|double|thrice|triple|treble|quadruple|quintuple)(?= (?:(?:as|the|its|their|what|that|last|this|our|his|her|those|today['’]s|yesterday['’]s|(?:January|February|March|April|May|June|July|August|September|October|November|December)['’]s)\b|[$€£¥]))"
    rf"|(?=[tqd])(?P<bare>treble|triple|quadruple|quintuple|(?<=to )double|(?<=than )double|(?<=will )double|(?<=could )double|(?<=would )double)(?= {_GROWING}\b)"
    r"|(?=a)(?:(?<=for )|(?<=over )|(?<=ithin )|(?<=free )|(?<=east )|(?<=akes )|(?<=asts )|(?<=eeds )|(?<=most )|(?<=arly )|(?<=than )|(?<=bout )|(?<=nder ))(?P<span>an? (?:free )?(?:decade|year|fortnight|month|week))(?=[.,;:)?!\n]|\Z| (?:and(?! a half)|until|before|with|on|from|at|without|by|while|when|nobody|no|it|they|he|she|we|the|its|need|needs|is|are|was|were)\b)"
    r"|(?:under|over)-(?P<aged>1[0-9]|[2-9]\d)s\b"
    rf"|(?=h){_NO_HALF}(?P<partof>half)(?= (?:of what|(?:the|its|their|all|our) (?:[a-z]+ )?[a-z]{{2,}}[^s\W]s\b|(?:the |that |last |those )?(?:[$€£¥]|\d[\d,.]* (?:m|b|tr)illion\b)|(?:last|this) (?:year|month|quarter|week|spring|summer|autumn|winter)['’]s\b|the (?:staff|workforce|price|cost|size|time|power|energy|people|team|money|revenue|profits?|employees|users|world|country|population|market)\b))"
    r"|(?<=\bby )(?P<by>(?:an?|one) (?:third|quarter|fifth|sixth|eighth|tenth)|half)\b(?! (?:past|of an? (?:m|b|tr)illion|an?\b|[ap]\.?m))"
    rf"|(?<!number )(?<!the )(?<!point )(?P<among>{_FEW}|{_TEENS}|[1-9]\d?)(?! times\b)(?: (?!in\b|out\b|{_UNITS}\b)[a-z]+)? (?:in|out of)(?: every)? (?P<all>{_FEW}|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|a hundred|a thousand|[1-9]0{{0,3}}|20)(?![\w%]|[.,:-]\d|-[a-z])"
    rf"(?! (?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|million|billion|thousand|hundred|percent|per cent|oh|{_TEENS}|twenty|thirty)\b)"
    r"|(?P<little>half|a quarter of|three[ -]quarters of) an? (?:percentage point|percent\b|per cent\b|point(?= (?:above|below|higher|lower|more|less|up|down|from)\b))"
    r"|(?=[hqt])(?P<littlepoint>(?<=\ba )(?:half|quarter)(?=[ -](?:percentage )?point\b)|(?:half|quarter|three-quarter)(?=-(?:percentage-)?point\b))"
    r"|(?<!/)(?P<slash>[1-9]\d?/[2-9]\d?)(?= of (?:the |its |all |their |our |those )?[a-z])"
    rf"|(?P<fold>{'|'.join(_FOLDS)})-?fold\b"
    r"|(?P<gig>half|a quarter of|three quarters of) an? (?P<watt>gigawatts?|gigs?|GW|megawatts?|MW|terawatts?)\b"
    r"|(?<=over |than |arly |most |bout |ghly )(?P<justhalf>half)(?=[.,;:)]|\Z|\n| (?:and|or|went|goes|go|is|was|are|were|come|comes|came|will|would|have|has|had|this|last|in|by|on|to|from|at|for)\b)|(?P<halfway>half)(?= to (?:two[- ]thirds|three[- ]quarters|three[- ]fourths)\b|[ -]price[sd]?\b)"
    r"|(?=[dtq])(?:(?<=\ba )|(?<= an )|(?<=near )|(?<=the )|(?<=this )|(?<=tual )|(?<=least ))(?P<nouned>(?:doubl|tripl|trebl|quadrupl|quintupl)ing)(?= (?:of|in|since|by|to|over|within|every)\b|[.,;:!?)]|\Z)"
    r"|(?P<grown>doubled|tripled|trebled|quadrupled|quintupled)(?! (?:down|as\b|up\b|over\b|back\b))"
    rf"|(?=[dtq])(?P<more>(?:doubl|tripl|trebl|quadrupl|quintupl)(?:es|ing))(?=(?<=s) (?:its|their|his|her|our|the|usable|in|to|every|each|with|from|within|by)\b|(?<=g) (?:its|their|his|her|our|every|each|year|from|within)\b|(?<=s)(?:[.,;:!?]|\n|\Z)| {_GROWING}\b)"
    r"|(?=[dtq])(?<= to |ost |not |ill |uld |sts |han |hly |pay |and |rly )(?P<times2>double|triple|treble|quadruple)(?= (?:its|their|our|his|her|the|that|today's|last|this|in|by|with|a year|every|each|again|within|over|since|from|[a-z]+ (?:capacity|output|production)|[A-Z]\w+['’]s)\b|[.,;?!]|\Z))",
    re.IGNORECASE,
)
_FR = re.compile(
    r"(?<![\w-])(?:(?P<top>une?|deux|trois|quatre|cinq|sept|huit|neuf) (?P<bottom>tiers|quarts?|(?:cinqu|six|sept|huit|neuv|dix|onz|douz|quinz|vingt|trent|quarant|cinquant|cent|mill)ièmes?)"
    r"(?!\w| (?:lui|leur|nous|vous|a|ait|aura|peut|doit|indépendant)\b| d'heure| de (?:confiance|siècle|tour|finale|m?illi)|[- ](?:monde|temps))"
    r"|(?:(?:\bun |\ble )(?:bon|gros|petit) )(?P<good>tiers|quart|dixième|cinquième)(?= d(?:e[s ]|u |e l'|')|\s*[.,;:!?)\n]|\Z| (?:celui|celle|ceux|celles|les?|la|en|à|au|aux|cette|plus|moins|sur|par|pour|l'an)\b)"
    r"|(?:(?<=\ble )|(?<=\bdu )|(?<=\bau ))(?P<share>tiers|quart)(?= d(?:e[s ]|u |e l'|')| une fois| restant|[.,;:!?)](?!\d)| (?:l'an|en 20|cette|environ|seulement|en|à|au|par|pour|sont|seront|sera|est|serait|vien\w+|provien\w+|moins|plus)\b)|(?<=\ble )(?P<tenth>cinquième|dixième|vingtième|centième)(?= (?:du (?:prix|coût|tarif|total|budget|chiffre|PIB|marché|capital|parc|temps|montant|volume|trafic)|de la (?:puissance|consommation|valeur|population|taille|facture|production|capacité|somme|mémoire|superficie)|de (?:ses|leurs|son|sa|leur|ce que|ce qu)))"
    r"|(?P<hour>une demi-heure|un quart d'heure|trois quarts d'heure)\b|(?P<half>moitié (?:moins|plus|moindre))\b|(?:une (?:bonne|grosse|petite) )(?P<goodhalf>moitié)(?= d(?:e[s ]|u |'))|(?:la |pour |par )(?P<halfof>moitié)\b(?! (?:basse|haute|inférieure|supérieure|nord|sud|est|ouest|gauche|droite)\b| du (?:temps|monde|chemin|boulot)| d'un (?:prix|siècle))|(?:de )(?P<by>moitié)(?![\w-])|(?=m)(?:(?<=, )|(?<=\()|(?<=: )|(?<=[–—] ))(?P<partof>moitié)(?= (?:en |de |d['’]|des )?[a-zà-ÿ'’-]+(?: [a-zà-ÿ0-9,%'’-]+){0,5}?,? (?:et )?moitié\b)|(?=m)(?<!-)(?:(?<=\w, )|(?<= et )|(?<=t, )|(?<=% [a-z]['’]intérêt, ))(?P<justhalf>moitié)(?= (?:en |de |d['’]|des )?(?!prix\b|moins\b|plus\b|moindre\b)[a-zà-ÿ]+)"
    r"|(?:le |du |au )(?P<times>double|triple|quadruple|quintuple|sextuple|décuple|centuple)(?= d(?:e[s ]|u |['’])|[.,;:!?)]|\Z|\n| (?:que\b|qu['’]|à|au|par|pour|si|chez|avec|sans|sur|et|ou|ici|lorsque|quand|mais|dans|il|elle|on|vers|fin|dès|ensuite|après|chaque|aujourd'hui|demain|en|l'an|cette|plus tard|bientôt)\b)"
    r"|(?P<grown>doublé|triplé|quadruplé|quintuplé|sextuplé|décuplé|centuplé|doublera|triplera|quadruplera)e?s?\b(?! (?:par|en (?:VF|version|français|anglais)))"
    r"|\b(?:un|le|au|du|ce|son|quasi|leur) (?P<grown2>(?:double|triple|quadruple|quintuple|décuple)ment)\b(?= (?:d(?:es?|u)\b|d['’]|en \w+ (?:an|mois)|l'an))"
    r"|(?<!la )(?<!une )(?<!des )(?<!les )(?<!chaque )(?<!quelques )(?<!cette )(?<!\d )(?<!première )(?<!dernière )(?<!e )fois (?P<by2>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent|\d{1,3})\b(?!,\d| ?%| (?:fois|par|plus|moins|mille|million))"
    r"|(?P<more>(?:doubl|tripl|quadrupl|quintupl|décupl|centupl)(?:er|ant|ent|aient|ait|eront|erait|eraient|èrent|erons))\b(?! (?:par|en (?:VF|version|français|anglais)|la mise|le pas|une? |tout|tous))"
    r"|(?P<now>(?:tripl|quadrupl|quintupl|décupl|doubl)e) (?!(?:sa|la|leur) mise\b)(?=(?:ses?|son|sa|leurs?|la (?:capacité|production|taille|fenêtre|puissance|surface|valeur)|dès|le (?:parc|nombre|prix)|à |en 20|en (?:un|deux|trois|six) (?:an|mois))\b|à )"
    r"|(?:\b(?:dépass\w+|excèd\w+|excéd\w+|franchi\w*|atteint|atteign\w+|atteindr\w+|approch\w+|frôl\w+) le |\b(?:supérieure?s?|jusqu['’]) ?au |\b(?:au-delà|autour|près|barre|cap|seuil) du )(?P<one>(?:méga|giga|téra)watt(?!-?heure)|(?:méga|giga|téra)wattheure)\b"
    r"|(?P<figures>deux|trois|quatre|2|3) chiffres\b"
    r"|(?P<little>(?:un )?demi[- ]point|un demi[- ]pour cent|un quart de point)(?![\w-])"
    r"|(?P<gig>un demi)[- ](?P<watt>gigawatt|mégawatt|térawatt|GW)\b"
    rf"|(?<!\d[.,])(?P<among>{_PEU}|onze|douze|quinze|vingt|[1-9]) (?:(?!fois sur (?:dix|10|cent)|ans\b|mois\b|jours\b|clic|m(?:illi|ille))[^\W\d_]+(?:-[^\W\d_]+)* (?:d(?:e |['’])[^\W\d_]+ |(?!sur\b)[a-zà-ÿ-]{{4,}}(?<!é)(?<!ée) )?)?sur (?P<all>{_PEU}|dix|onze|douze|quinze|vingt|trente|cent|[1-9]0{{0,3}}|20)(?![\w%]|[.,:-]\d|-[a-z]| \d{{3}})(?! (?:(?!(?:les|dans|sans|plus|des|ses|nous|vous)\b)[^\W\d_]+s|m(?:ois|illi\w+)|ans?|%)\b))",
    re.IGNORECASE,
)
_BY_LANGUAGE = {"en": _EN, "fr": _FR, "ja": JAPANESE}


def find_fractions(text: str, lang: str) -> Iterator[Fraction]:
    """The fractions and multiples of a text, in order."""
    pattern = _BY_LANGUAGE.get(lang)
    for match in pattern.finditer(text) if pattern else ():
        groups = {name: value.lower() for name, value in match.groupdict().items() if value}
        start, end = match.span()
        if groups.get("hour"):
            minutes = 45 if groups["hour"].startswith("t") else 15 if "quart" in groups["hour"] else 30
            yield Fraction(start, end, Decimal(minutes * 60), Unit("duration", "s"))
        elif aged := groups.get("aged"):
            yield Fraction(start, end, Decimal(aged), AGE)
        elif span := groups.get("span"):
            many, unit = _SPANS.get(span.split()[-1], (1, span.split()[-1]))
            yield Fraction(*match.span("span"), Decimal(many), Unit("duration", unit))
        elif times := groups.get("times") or groups.get("bare") or groups.get("times2"):
            said = next(one for one in ("times", "bare", "times2") if one in groups)
            yield Fraction(*match.span(said), Decimal(_TIMES_WORDS[times]), _TIMES)
        elif fold := groups.get("fold"):
            yield Fraction(start, end, Decimal(_FOLDS[fold]), _TIMES)
        elif "now" in groups and _NO_VERB.search(text, max(0, start - 4), start):
            continue  # une double cotation
        elif by := groups.get("by2"):
            yield Fraction(start, end, Decimal(_small(by)), _TIMES)
        elif (
            grown := groups.get("grown")
            or groups.get("grown2")
            or groups.get("more")
            or groups.get("now")
            or groups.get("nouned")
        ):
            name = next(one for one in ("grown", "grown2", "more", "now", "nouned") if one in groups)
            yield Fraction(*match.span(name), _GROWN[grown[:4]], _TIMES)
        elif whole_one := groups.get("one"):
            energy = whole_one.endswith("heure")
            unit = Unit("energy", "Wh") if energy else Unit("power", "W")
            yield Fraction(*match.span("one"), _WATTS[whole_one[0]], unit)
        elif figures := groups.get("figures"):
            if _GROWTH.search(text, max(0, start - 48), start):
                least = Decimal(10) ** (_small(figures) - 1)
                yield Fraction(start, end, least, PERCENT, most=least * 10 - 1)
        elif gig := groups.get("gig"):
            of_one = _PARTS[gig.split()[0]]
            yield Fraction(start, end, of_one * _WATTS[groups["watt"][0]], Unit("power", "W"))
        elif lang == "ja":
            yield from in_japanese(text, match, groups)
        elif "among" in groups:
            some, among = _small(groups["among"]), _small(groups["all"])
            if some < among:
                yield Fraction(start, end, percent(Decimal(some) / among), PERCENT)
        elif little := groups.get("little"):
            yield Fraction(
                start, end, _LITTLE["half" if "demi" in little else little.split("-")[0].split()[0]], PERCENT
            )
        elif point := groups.get("littlepoint"):
            yield Fraction(start, end, _LITTLE[point.split("-")[0]], PERCENT)
        elif slash := groups.get("slash"):
            part, parts = map(int, slash.split("/"))
            if part < parts:
                yield Fraction(start, end, percent(Decimal(part) / parts), PERCENT)
        elif share := groups.get("share") or groups.get("good") or groups.get("tenth"):
            whole = percent(Decimal(1) / _DENOMINATORS[share.removesuffix("s")])
            yield Fraction(start, end, whole, PERCENT, about="good" in groups)
        elif groups.get("goodhalf"):
            yield Fraction(start, end, Decimal(50), PERCENT, about=True)
        elif half := next(
            (
                name
                for name in (
                    "half",
                    "halfof",
                    "partof",
                    "justhalf",
                    "halfway",
                    "bought",
                    "by",
                    "alone",
                    "some",
                    "asked",
                )
                if name in groups
            ),
            None,
        ):
            top, _, bottom = groups[half].partition(" ")
            part = (
                2
                if half not in ("by", "alone", "some", "asked") or bottom not in _DENOMINATORS
                else _DENOMINATORS[bottom]
            )
            yield Fraction(*match.span(half), percent(Decimal(1) / part), PERCENT)
        else:
            top, bottom = (
                (groups["top"], groups["bottom"]) if "top" in groups else re.split("[- ]", groups["only"])
            )
            if lang == "fr" and _is_ordinal(text, start, end, bottom):
                continue
            share = Decimal(_NUMERATORS[top]) / _DENOMINATORS[bottom.removesuffix("s")]
            if share < 1:
                yield Fraction(start, end, percent(share), PERCENT)


def _is_ordinal(text: str, start: int, end: int, bottom: str) -> bool:
    """un sixième, à Lyon: one more of a row, and no part, which would be of something or told behind words that take a share."""
    if not bottom.endswith("ième"):
        return False
    if text[start : start + 2].lower() != "un":
        return True  # la trois millième fois
    if _OF_WHOLE.match(text, end):
        return False
    if text[start] == "U" and _PART_BEGINS.match(text, end):
        return False
    return not (_PART_ENDS.match(text, end) and _PART_TAKEN.search(text, max(0, start - 20), start))


def _small(written: str) -> int:
    return int(written) if written.isdigit() else _ONES.get(written, 6)
