"""Standing: a place of a text where a name or pronoun stands in, how far it is from being what its clause is about out.

English and French tell it by what stands before (a preposition, a verb with its subject) and by a genitive; Japanese is in
standing_ja.py. The numbers are costs: 0 is the clause's subject, and what stands oblique needs a reason to own a figure.
"""

from __future__ import annotations

import re

SUBJECT, POSSESSOR, OTHER, MODIFIER, OBJECT, OBLIQUE, CITED = 0.0, 2.0, 12.0, 22.0, 26.0, 40.0, 64.0
"""The clause's subject; X's …, Xの…; unclear; the X of an X's Y that is named itself; what is bought; behind a preposition; according to X."""

_ARTICLES = r"(?:the |its |a |an |l['’]|le |la |les |un |une |son |sa |ses |M\. |Mme )"
_WORD = r"(?:(?!(?:which|whom|that|what|dont|qui|lequel|laquelle|lesquels)\b)[A-Za-zà-ÿ.'’-]+ (?!(?:said|says)\b))"
_PREPOSITION = re.compile(
    r"(?:(?:\b(?:[Bb]y|[Ww]ith|[Ff]rom|[Tt]o|[Ii]nto|[Ii]n|[Oo]f|than|[Ll]ike|[Aa]gainst|[Ff]or|[Bb]etween|[Vv]ia|[Oo]n|[Aa]t|[Uu]nder|[Aa]mong|including|through|over|near|beside|behind|[Bb]efore|[Aa]fter|within|inside|across|around|despite|without"
    r"|[Pp]ar|de|[Dd]u|[Dd]es|[Aa]vec|[Dd]ans|[Àà]|[Aa]u|[Aa]ux|[Pp]our|[Cc]ontre|que|[Cc]hez|[Ss]ur|[Aa]uprès d[eu]s?|[Vv]ia|devant|comme|[Ss]elon|dont)\s|\b[Dd]['’]\s?)"
    rf"(?:{_ARTICLES}{_WORD}{{0,2}}|{_WORD}?))\Z"
)
_THEN = re.compile(
    r"(?:\b(?:In|By|Since|On|En|Depuis|Dès) (?:early |late |mid-|\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|spring|summer|autumn|fall|winter|total|all|turn|return|response|addition|short|fact|parallel|private|public|practice"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|effet|fait|réponse|outre|revanche|\d{4})|\d{4}),? \Z"
)
"""In March OpenAI …: a time or a turn of speech between the preposition and the name."""
_WE_AT = re.compile(r"\b(?:[Ww]e|[Uu]s|[Nn]ous) (?:at|chez) \Z")
_ESTIMATES = re.compile(r"\s(?:puts?|pegs?|estimates?|reckons?|forecasts?|évalue|estime|chiffre)\s")
_SUBORDINATED = re.compile(
    r"\b(?:que|comme|before|after|than|where|when|while|dont|où)\s(?:le |la |l['’]|the )?\Z|qu['’]\Z"
)
_CITED = re.compile(
    r"\b(?:[Aa]ccording to|[Ss]elon|[Dd]['’]après|(?:[Aa]nalysts?|[Ee]conomists?|[Rr]esearchers) (?:at|from|with)|(?:[Aa]nalystes?|[Éé]conomistes?) (?:de|d['’]|chez))\s?(?:the |l['’]|la |le |les )?\Z"
)
_CITES = re.compile(r"(?:['’]s)?\s(?:analysts?|economists?|strategists?|researchers)\b")
"""Who is only quoted owns nothing."""
_GAPPED = re.compile(
    r"(?:,?\s(?:de|d['’]|à|up to|about|some|nearly|over|more than|around|just|only|jusqu['’]à|environ|près de|plus de|quelque))?\s?[$€£¥]?\d"
)
"""Nvidia invests $10bn and Microsoft $5bn: the verb is not said again."""
_NOT_A_PREPOSITION = re.compile(r"\b(?:des|de|du|à|to) (?:[a-zà-ÿ]+(?:er|ir|re|ed|é)) \Z")
_FRONTED = re.compile(
    r"(?:Chez|At|For|Pour|Quant à|Quant aux?|Au|À propos de|About|Du côté de)\s(?:l['’]|la |le |the )?\Z"
)
_WITH_THIS = re.compile(r"(?:Avec|With)\s(?:l['’]|la |le |the )?\Z")
"""With this thing, somebody does something: what follows is mostly of the thing."""
_COUNTED_THINGS = re.compile(
    r"\d\s(?:puces|cartes|processeurs|accélérateurs|GPU|GPUs|chips|accelerators|cards|processors)\s(?:de\s|d['’])?\Z"
)
_OF_ITS_OWN = re.compile(
    r"\b(?:valuation|revenues?|sales|shares?|value|stock|users|profits?|losses|loss|workforce|staff|spending|cost|budget|turnover|capacity|size|output"
    r"|earnings|margin|cash|backlog|capitalisation|capitalization|footprint|consumption|debt|performance|empreinte|consommation|dette|capital|usage|entraînement|valorisation|chiffre d['’]affaires|bénéfices?|action|titre|cours|ventes|effectifs?|part|revenus|pertes?|résultats?"
    r"|marge|dépenses|coûts?|prix|puissance|tarif|trésorerie|aides|investissements|patron|patronne|valeur|celui|celle|ceux|those|that|(?:[Ll]a|[Ll]['’])(?: ?firme|entreprise|société)|(?:[Ll]e) groupe|PDG|directeur général|company|apport|investissement|participation|chèque|investment|stake|contribution)"
    r"(?: \w+)? (?:of|de|du|d['’]|des)\s?(?:l['’]|la |the )?\Z"
)
_RELATED = re.compile(
    r"\b(?:suppliers?|customers?|clients?|rivals?|competitors?|partners?|subsidiary|unit|backers?|investors?|spin-?off|ally|fournisseurs?|rival|concurrente?|partenaire|filiale|actionnaire|allié)"
    r" (?:of|to|de|du|d['’])\s?(?:the |l['’])?\Z",
    re.IGNORECASE,
)
"""A supplier of X is not X."""
_HEADED = re.compile(
    r"\W*(?!(?:ahead|instead|because|out|inside|outside|regardless|speaking|hors|près|loin|autour|lors|au|en|à)\b)(?:[A-Za-zà-ÿ'’-]+\s){1,3}(?:of|de|du|d['’]|des)\s?(?:the |l['’]|la )?"
)
"""Mass production of X, Le fondateur de X: all that stands before it in the sentence."""
_BESIDE_THAT = re.compile(r"\b(?:ça|cela|this|that|which),?\s\Z")
_CREATED = re.compile(
    r"\b(?:creation|launch|release|debut|arrival|création|naissance|lancement|sortie|arrivée) (?:of|de|du|d['’])\s?(?:the |l['’]|la |le )?\Z"
)
_DOES_SOMETHING = re.compile(
    r"\s(?:takes|uses|costs|draws|needs|consumes|emits|totals|scores|starts|begins|coûte|consomme|requiert|réclame|nécessite|engloutit|émet|absorbe|atteint|compte)\b"
)
"""A prompt to X takes …: nobody stands between the oblique name and the verb."""
_GENITIVE = re.compile(r"['’]s?\s|['’]s?\Z")
_SAID_BEFORE = re.compile(
    r"\b(?:said|says|told|added|according to|replied|noted|[Ss]elon|déclare|déclaré|reconnaît|assure|annoncé|indiqué|explique|ajoute|confie|estime|affirme|souligne)"
    r"(?:(?!\bthat\b|\bque\b|\bqu['’])[^.;,\n]){0,50}?\Z"
)
_HEADS_A_CLAUSE = re.compile(
    r"\s(?:will|has|have|had|is|was|were|are|would|could|can|may|might|plans|expects|said|says|raised|raises|posted|reported|spent|spends|made|lost|loses|wants|paid|got|counts|put|puts|bought|buys|sold|sells|took|takes|gave|gives|led|leads|cut|cuts|hit|grew|rose|fell|became|won|kept|built|owns|holds|needs|costs|uses|runs|makes|gets|earns|draws|employs|charges|claims|sees|says|told|spun|beat|set"
    r"|a|va|ont|est|était|avait|aura|serait|aurait|pourrait|compte|lève|prévoit|vise|doit|veut|détient|emploie|perd|cédait|comptait|offre|réclame)\b"
)
_SAYING = re.compile(
    r"\b(?:said|says|say|claims?|claimed|told \w+|thinks?|believes?|reported|announced|expects|noted|added|that|if|lets?|allow(?:s|ed)|helps|helped|indiqué que|dit qu[e']|annoncé que|estime qu[e'])\s*\Z"
)
_LISTED = re.compile(
    r"(?:\s*,\s*|\s*,?\s+(?:and|or|et|ou|&|plus)\s+|、|や|と|・)(?:the |l['’]|le |la |de |d['’])?\Z"
)


def listed(text: str, first: int, second: int) -> bool:
    """Whether only a comma or an `and` stands between two names: A, B and C share what A is."""
    return second - first <= 8 and bool(_LISTED.fullmatch(text, first, second))


def latin_standing(text: str, start: int, end: int, floor: int, following: int, *, first: bool) -> float:
    """Of the name at [start, end) of a sentence that begins at `floor`; the next name begins at `following`.

    `first`: no other stands before it in the sentence.
    """
    before = text[max(floor, start - 44) : start]
    if _GENITIVE.match(text, end, end + 3):
        near = following - end <= 26 and not re.search(r"[,;.()]", text[end + 2 : following])
        return MODIFIER if near else POSSESSOR
    if _OF_ITS_OWN.search(before):
        return POSSESSOR
    if before[-2:-1].isdigit() and before[-1:] == " ":
        return OBJECT  # 4,096 B200 chips
    if _COUNTED_THINGS.search(before):
        return OBJECT
    if start - floor <= 10 and text[end : end + 1] == "," and _WITH_THIS.search(before):
        return POSSESSOR
    if start - floor <= 16 and _FRONTED.search(before):
        return POSSESSOR
    if _RELATED.search(before):
        return OBLIQUE
    if _CITED.search(before) or _CITES.match(text, end):
        return CITED
    if first and start - floor <= 44 and _HEADED.fullmatch(text, floor, start):
        return POSSESSOR
    if _THEN.search(before) or _WE_AT.search(before):
        return SUBJECT
    if _SUBORDINATED.search(before) and heads_a_clause(text, end):
        return SUBJECT
    if _ESTIMATES.match(text, end):
        return OTHER
    if _BESIDE_THAT.search(before):
        return SUBJECT
    if _PREPOSITION.search(before) and not _NOT_A_PREPOSITION.search(before):
        if _CREATED.search(before) or _DOES_SOMETHING.match(text, end):
            return OTHER
        return OBLIQUE
    if _SAID_BEFORE.search(text, max(floor, start - 80), start):
        return OBLIQUE if not heads_a_clause(text, end) else SUBJECT
    return SUBJECT


def heads_a_clause(text: str, end: int) -> bool:
    """Whether a verb follows a name that ends here."""
    return bool(
        _HEADS_A_CLAUSE.match(text, end)
        or re.match(r"(?:\s(?:se|ne|en|y|lui)|\s[sn]['’])?\s?\w+(?:ed|es|it|ait|met)\b", text[end : end + 20])
    )


def is_gapped(text: str, end: int) -> bool:
    """Whether a figure follows a name that ends here, with no verb between."""
    return bool(_GAPPED.match(text, end))


def is_acted_on(text: str, start: int, end: int) -> bool:
    """Whether a verb stands right before a name that does nothing itself: … and bought X."""
    low = max(0, start - 40)
    return bool(_ACTS.search(text, low, start) or _AND_ACTS.search(text, low, start)) and not heads_a_clause(
        text, end
    )


_AND_ACTS = re.compile(
    r"(?<!,)\s(?:and|et)\s(?:then |also |a )?[a-z]{3,}(?:[a-z]s|ed|é)\s(?:the |le |la |l['’])?\Z"
)
"""… and undercuts X."""
_ACTS = re.compile(
    r"\b(?:bought|buys|sold|built|made|gave|paid|beat|beats|sued|hired|acquired|acquires|backed|funded|matched|matches|overtook|overtaken|overtakes|topped|tops|joined|left|quit|poached|trailed|trails|undercut"
    r"|vendu|vend|cédé|cède|racheté|rachète|rachètent|acquis|acquiert|choisi|choisit|poursuivi|poursuit|attaque|attaqué|défie|quitte|quitté|rejoint|dépasse|dépassé|devance|devancé|finance|financé|concurrence|affronte|talonne)\s"
    r"(?:the |le |la |l['’])?\Z"
)


def is_presented(text: str, start: int) -> bool:
    """Whether somebody launches what is named here: then the text goes on about it."""
    return bool(_PRESENTS.search(text, max(0, start - 60), start))


_PRESENTS = re.compile(
    r"\b(?:launch(?:es|ed|ing)?|unveil(?:s|ed|ing)?|releas(?:es|ed|ing|e)|introduc(?:es|ed|ing|e)|presents?|presented|debut(?:s|ed)|ship(?:s|ped)|open-sourced?|announc(?:es|ed|ing)"
    r"|shows? off|rolls? out|rolled out|publish(?:es|ed)|lanc(?:e|é|ent|er)|dévoil(?:e|é|ent|er)|présent(?:e|é|ent|er)|publi(?:e|é|ent|er)|sort(?:i|ir)?|dégain(?:e|é)|annonc(?:e|é|er))\s"
    r"(?:(?:its|their|his|the|an?|new|latest|own|first|flagship|open|son|sa|ses|le|la|les|une?|nouveau|nouvelle|dernier|dernière|premier|modèle|model|chip|puce|phare|assistant)\s){0,5}\Z"
)


def is_introduced(text: str, start: int) -> bool:
    """Whether the talk turns to what is named here: Then there is X; au tour de X."""
    return bool(_INTRODUCES.search(text, max(0, start - 40), start))


_INTRODUCES = re.compile(
    r"\b(?:(?:the|its|her|his) turn (?:of|for)|[Tt]hen there(?: is|['’]s| was)|[Tt]hen (?:comes|came)|[Nn]ext (?:comes|up(?: is)?:?)|[Ee]nter|[Mm]eet|([Nn]ow|[Oo]n|[Oo]ver|[Tt]urn(?:ing)?) to|[Cc]onsider|[Tt]ake(?= [A-Z])"
    r"|tour d[eu]|tour à|[Pp]lace à|[Vv]oici|[Rr]este(?:nt)?|[Vv]enons-en à|[Pp]arlons (?:de|d['’])|[Pp]assons à|[Qq]uant à|[Ii]l y a aussi|[Cc]itons|[Pp]renons)\s?(?:the |l['’]|le |la |à |au )?\Z"
)


def is_object(text: str, subject_end: int, start: int, end: int) -> bool:
    """Whether a name that follows the subject of its own clause is what the verb acts on: A buys B."""
    if _HEADS_A_CLAUSE.match(text, end) or _SAYING.search(text, max(subject_end, start - 24), start):
        return False
    return bool(re.search(r"[a-zà-ÿ]{2}", text[subject_end:start]))


def in_brackets(text: str, start: int, floor: int) -> bool:
    """Whether a bracket that opens before this place of the sentence is not closed yet."""
    low = max(floor, start - 60)
    opened = max(text.rfind("(", low, start), text.rfind("（", low, start))
    return opened > max(text.rfind(")", low, start), text.rfind("）", low, start))
