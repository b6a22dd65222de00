"""Counts in English and French: the noun behind a number, with words between (20,000 of Nvidia's latest chips), out as a unit.

A plural that the table of nouns does not hold is counted all the same where it stands right behind a number in digits.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.amounts import numbers_en, numbers_fr
from pipeline.extract.amounts.counts_chips import chips_behind
from pipeline.extract.amounts.counts_latin_words import (
    BETWEEN,
    MONEY,
    MONEY_OF_BILLIONS,
    NO_PARTICIPLE,
    NOT_PLURAL,
    ORDERED,
    STOP,
)
from pipeline.extract.amounts.nouns import Counted
from pipeline.extract.amounts.nouns_fr_nations import nations
from pipeline.extract.amounts.nouns_named import french_nouns, latin_nouns
from pipeline.extract.amounts.nouns_people import PEOPLE

_LEAST_OPEN = 10
"""Fewer of something unknown are no amount for a table."""
_MODEL_SIZES = frozenset(("parameter", "token", "GPU", "TPU", "qubit", "character", "word"))
"""Spoken without a hyphen: a two million token context."""
_NUMBERS = frozenset((*numbers_en.NUMBER_WORDS, *numbers_fr.NUMBER_WORDS)) - {"a", "an", "de", "des"}
_TWO, _LONGEST = 2, 6
"""Words from the number to its noun."""
_RANKS = ("top ", "'s ", "s' ")
_NAMED_FAR = 4
"""The same where a name stands between: 1,200 of the new Acme 9 switches."""
_OF_MONEY = ("sale", "order", "contract", "investment", "loan", "acquisition", "payment")
"""Of which millions are money behind an of."""
_VERSIONS = ("model", "version", "variant", "edition", "release", "sibling", "checkpoint", "one")
_MORE_NOUNS = re.compile(r" (?!than\b|or\b|and\b|of\b|in\b|times\b|years\b|months\b|weeks\b|days\b)[A-Za-z]")
"""Behind `more`, where a noun may follow."""
_OF_WHICH = re.compile(
    r"\b(?:of which|of whom|of these|of those|of them),? (?:only |just |about |some |around )?\Z"
)
_DONE = re.compile(r" [a-z]{3,}(?:ed|ught|ade|ent)\b")
"""Around what some of those told before did, so that no noun behind is theirs: 3,400 letters, of which 900 praised dogs."""
_SHAPES = ("layer", "step", "page", "word", "character", "floor", "stage", "phase", "round")
"""Of which so many make what something is like, behind a hyphen: a ten-layer board, a two-step plan."""
_MILLION = Decimal("1e6")
_BILLIONS = Decimal("1e8")
"""From here on these are money too, as nobody has so many."""
FOR_SO_MUCH = re.compile(r"\bpour (?:quelque |environ |près de |plus de )?\Z")
"""Before what is bought or sold for so much: pour 20 milliards de machines."""
_SOLD_BY_VALUE = frozenset(
    (
        "case",
        "order",
        "contract",
        "sale",
        "share",
        "reservation",
        "account",
        "investment",
        "project",
        "service",
    )
)
_SINGULAR = (
    ("ies", "y"),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("eaux", "eau"),
    ("aux", "al"),
    ("eux", "eu"),
    ("s", ""),
)
_PARTICIPLE = re.compile(
    r"(?:[^t]|[^éiul]t)ée?s\Z|(?:[cdrv]it|[cv]ert|[cd]uit|mis|pris|endu|enu|prévu|perdu|reçu|voulu|connu|requis|acquis|promis|construit|produit|traduit)e?s\Z"
)
_OF = re.compile(
    r"(?:[ -]|(?= ))(?:of (?:its |their |the |our |these |those )?|d[eu] (?:ses |leurs |nos |ces )?|d' ?|des )?"
)
_INNER_OF = re.compile(r"(?:d[eu] |d' ?|of )")
_NAMED_SO = re.compile(
    r"\b[A-Z][\w-]* \d{2,4}[A-Z]?(?: and| or|,|/|) \Z|(?<![.!?] )(?<!\A)(?<!\n)\b(?!(?:Some|About|The|Over|Nearly|Another|Around|Roughly|Les|Quelque|Environ|More|At|Its|Their|These|Ces|Ses)\b)[A-Z][\w-]* \Z"
)
_NUMBER_OF = re.compile(
    r"\b(?:number of |nombre (?:de |d'|total de |total d'))(?=[^.;!?]{0,80}\Z)", re.IGNORECASE
)
_STRONG = re.compile(r"(?P<strong>[ -]strong)(?P<staff> (?:workforce|staff|team|payroll|company))?\b")
_AMOUNT = re.compile(r"\d[\d,.]*")
_LABEL = re.compile(
    r"(?<![\w-])(?P<noun>[^\W\d_]+)(?: (?P<more>(?!sont|ont|are|have|is)[a-zà-ÿ]+))? ?[:=?] ?(?:about |around |environ |~)?\Z"
)
_NUMBERING = re.compile(r"(?<![\w-])(?P<noun>[^\W\d_]{3,}), (?:au nombre de|now at|at|numbering) \Z")
"""`subscribers, at 3 million,` « ses usagers, au nombre de 9 millions »."""
_SUBJECT = re.compile(
    r"(?<![\w-])(?P<noun>[^\W\d_]{3,})(?: (?:in|of|for|en|de|du|des|à|chez) (?:the |la |le )?[\w'-]+){0,2} (?:have |has |had |have already |have since |ont |avaient |were |sont |étaient |now |could |will |pourraient )?"
    r"(?:reach(?:ed|es)?|hit|(?:nearly |almost |more than |roughly |about )?(?:doubled|tripled|trebled|quadrupled) to|swelled to|surged to|soared to|shrank to|slipped to|edged up to|expanded to|rise to|grow to|double to|rose to|fell to|grew to|jumped to|climbed to|dropped to|number(?:ed)?|total(?:l?ed)?|topped|stands? at|stays? at|is at|are at|were at|pass(?:ed)?|stood at|came to|exceed(?:ed)?|surpassed|atteign\w+|atteint|passée?s? à|dépass\w+|totalis\w+|s'élèvent à|tombée?s? à|montée?s? à|frôl\w+|(?:has |have |had )?(?:rose|risen|fell|fallen|grew|grown|climbed|dropped|jumped|surged|soared|swelled|shrank|shrunk|went|gone|doubled|tripled) from)"
    r"(?: about| around| some| nearly| almost| more than| environ| près de| plus de| les| la barre des)? \Z"
)
_SUBJECT_ENDS = re.compile(
    r"\s*(?:[.,;:!?)]|\Z)(?!\d)| (?:to|in|by|last|this|at the|from|and|a (?:day|week|month|year)|per (?:day|week|month|year)|worldwide|globally|so far|today|now|for the first time|en|d'ici|l'an|au|fin|contre|et|cette|depuis|à|chaque|par)\b"
)
_RATED = re.compile(r" (?:a|per|every|par) (?:day|week|month|year|jour|semaine|mois|an)\b")
_MANNED = re.compile(
    r"(?P<who>[ -](?:person|people|man|employee))(?= (?:team|company|firm|start-?up|outfit|shop|staff|lab|group|business|office)s?\b)"
)
"""A forty person team."""
_NAME_NEXT = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]+ [A-ZÀ-Ý]")
_WORD = re.compile(r"[^\W_](?:[\w'./&+-]{0,40}[\w+])?")


def counted_behind(
    text: str, start: int, end: int, more: int, value: Decimal, *, generic: bool, french: bool
) -> Counted | None:
    """The noun within five words behind; words with capitals between are names, and not the amount's."""
    if value >= _TWO and (chips := chips_behind(text, end, more)):
        return chips
    if value >= _TWO and (manned := _MANNED.match(text, end)):
        return Counted("person", manned.end("who"))
    if strong := _STRONG.match(text, end):
        return Counted("employee" if strong["staff"] else "person", strong.end("strong"))
    link = _OF.match(text, more)
    if not link:
        return None
    if french and value < _MILLION and text[end - 1].isdigit() and link[0].strip() in ("de", "d'"):
        return None  # 8 millions pour 52 de ventes
    if not french and _DONE.match(text, end) and _OF_WHICH.search(text, max(0, start - 24), start):
        return None
    position, named = link.end(), more != end
    hyphen = link[0].startswith("-")
    forms = latin_nouns()
    large_french = french and value >= 10**6  # 80 millions souscrits: a noun would have its de
    first: tuple[str, int] | None = None
    if large_french and (of := _WORD.match(text, position)):
        if of[0].lower() == "commandes" and not ORDERED.search(text, max(0, start - 40), start):
            return None
        if of[0].lower() in MONEY or (value >= _BILLIONS and of[0].lower() in MONEY_OF_BILLIONS):
            return None
        if (
            FOR_SO_MUCH.search(text, max(0, start - 24), start)
            and link[0].strip()
            and not of[0].startswith("livres")
            and not _are_people(text, position)
        ):
            return None
    for index in range(_LONGEST):
        noun = forms.at(text, position)
        if french and (own := french_nouns().at(text, position)) and (not noun or own[1] >= noun[1]):
            noun = own
        if french and noun is None and text[position : position + 1].isupper() and link[0] != " des ":
            noun = nations().at(text, position)
        if french and noun and noun[0][0] != "person" and _NAME_NEXT.match(text, position):
            noun = None  # un milliard de Silver Lake
        word = _WORD.match(text, position)
        if not word:
            break
        if noun and value >= _MILLION and link[0] == " of " and noun[0][0] in _OF_MONEY and not french:
            return None  # 50 billion of sales
        if noun and hyphen and noun[0][0] in _SHAPES:
            break  # a ten-layer board
        few = french and value < _TWO and "," in text[start:end]  # 1,4 point
        if noun and (noun[0][1] or hyphen or few or value == 0 or text[position : noun[1]].isupper()):
            singular, _ = noun[0]
            product = (
                not french and singular not in PEOPLE and word[0][:1].isupper() and word[0][1:2].islower()
            )
            return Counted(singular, end if named or product else noun[1])
        lower = word[0].lower()
        if hyphen and lower.startswith(("by-", "to-", "in-", "year", "month", "week", "day", "hour")):
            break  # a 10-by-12-foot room, a six-year-old firm
        if index == 0 and "of " in link[0] and _AMOUNT.fullmatch(word[0]):  # 2,300 of its 5,000 stores
            position, named = word.end() + 1, True
            continue
        if noun and index == 0 and value >= 1000 and noun[0][0] in _MODEL_SIZES:
            return Counted(noun[0][0], noun[1])
        if index == 0 and noun and not noun[0][1] and value == 1:
            break
        if index == 0 and lower in _VERSIONS and text[end - 1] in "BMbm":
            break  # the 70B version beats it
        if index == 0 and lower == "more" and not french and _MORE_NOUNS.match(text, word.end()):
            position = word.end() + 1  # 20 more jets
            continue
        ranked = lower.isdigit() and text.endswith(_RANKS, 0, position)  # 32 of the world's top 50 labs
        if (
            lower in STOP
            or lower in _NUMBERS
            or (lower.isdigit() and not (named or ranked))
            or word[0][-1] in "."
        ):
            break
        if (
            generic
            and (index < 2 or (named and index < _NAMED_FAR and not french))
            and first is None
            and not hyphen
            and (not large_french or index or link[0].strip())
            and lower not in BETWEEN
            and lower not in MONEY
            and not (large_french and (index or lower.removeprefix("d'") in MONEY))
            and _is_plural(word[0])
            and not (french and (_is_participle(lower) or nations().at(word[0].capitalize(), 0)))
        ):
            first = (_singular(lower), word.end())
            break
        named = named or not word[0].islower()
        position = word.end()
        gap = text[position : position + 1]
        if gap not in (" ", "-"):
            break
        position += 1
        of = _INNER_OF.match(text, position)
        if of:
            position = of.end()
    if first and value >= _LEAST_OPEN and not _may_name(text, start, end, value):
        return Counted(first[0], end if named else first[1])
    return None


def counted_by_label(text: str, start: int, end: int, value: Decimal) -> Counted | None:
    """`Daily users: 30.5m`, `Effectif : 350`: what a bare number counts by the label before it; orders of billions are money."""
    found = _counted_by_label(text, start, end)
    worth = (
        value >= _MILLION or value != value.to_integral_value()
    )  # Commandes : 12 millions; Investissements : 3,4
    return None if found and worth and found.noun in _SOLD_BY_VALUE else found


def _counted_by_label(text: str, start: int, end: int) -> Counted | None:
    if (numbered := _NUMBERING.search(text, max(0, start - 48), start)) and _SUBJECT_ENDS.match(text, end):
        noun = latin_nouns().at(text, numbered.start("noun"))
        if noun and noun[1] == numbered.end("noun") and noun[0][1]:
            return Counted(noun[0][0], end)
    label = _LABEL.search(text, max(0, start - 40), start)
    if label is None and _SUBJECT_ENDS.match(text, end):
        subject = _SUBJECT.search(text, max(0, start - 80), start)
        noun = latin_nouns().at(text, subject.start("noun")) if subject else None
        plural = subject and noun and noun[1] == subject.end("noun") and noun[0][1]
        return Counted(noun[0][0], end) if plural and noun else None
    if (
        label
        and "?" in label[0]
        and text[end : end + 1] not in ("", *",.;!)…")
        and not _RATED.match(text, end)
    ):
        return None
    for group in ("more", "noun") if label else ():
        noun = latin_nouns().at(text, label.start(group)) if label and label[group] else None
        if label and noun and noun[1] == label.end(group) and (noun[0][1] or noun[0][0] == "employee"):
            return Counted(noun[0][0], end)  # suit is a French verb
    return None


def counted_by_number_of(text: str, start: int) -> str | None:
    """`the number of users rose to 3.4 million`: what a bare number counts by the words before it."""
    match = _NUMBER_OF.search(text, max(0, start - 90), start)
    noun = latin_nouns().at(text, match.end()) if match else None
    return noun[0][0] if noun else None


def _are_people(text: str, position: int) -> bool:
    noun = (
        nations().at(text, position) or latin_nouns().at(text, position) or french_nouns().at(text, position)
    )
    return bool(noun and (noun[0][0] in PEOPLE or noun[0][0] in ("parameter", "token")))


def _may_name(text: str, start: int, end: int, value: Decimal) -> bool:
    """Whether the number is a year, a version (12.4) or part of a name (Windows 11) rather than how many."""
    bare_year = 1900 <= value <= 2100 and text[start:end].isdigit()
    return bool(
        bare_year or value != value.to_integral_value() or _NAMED_SO.search(text, max(0, start - 24), start)
    )


def _is_plural(word: str) -> bool:
    return (
        len(word) > 3
        and word.islower()
        and word[-1] in "sx"
        and not word.endswith(("ss", "us", "is", "'s", "ous"))
        and word.isalpha()
        and word not in NOT_PLURAL
    )


def _is_participle(word: str) -> bool:
    """les 600 annoncés, 25 apportés par un fonds: said of what was counted, no thing of its own (but comités, sociétés)."""
    return bool(_PARTICIPLE.search(word)) and word not in NO_PARTICIPLE


def _singular(word: str) -> str:
    for plural, singular in _SINGULAR:
        if word.endswith(plural):
            return word.removesuffix(plural) + singular
    return word
