"""People: the catalogue's persons in, who is known by a family name alone out; and whether a name stands for a private person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from pipeline.extract.names.fold import fold_name
from pipeline.extract.names.short import given_names
from pipeline.records import Entity

# Whom nobody need introduce is a relative or a neighbour: ma tante Claude, my cousin Gemma.
_RELATIVE = (
    r"aunt(?:ie)?|uncle|friend|dog|cat|puppy|horse|hamster|parrot|cousin|neighbou?r|grand(?:ma|pa|mother|father|son|daughter)|brother|sister(?! (?:company|firm|brand|lab|model|site|project|publication))|wife|husband|(?:my|his|her|their) son|daughter|niece|nephew"
    r"|mother|father|mum|mom|dad|colleague|roommate|flatmate|buddy|boyfriend|girlfriend"
    r"|tante|tonton|oncle|cousine?|voisine?|mari|femme|frère|sœur|fils|fille|nièce|neveu|ami|amie|maman|papa|mamie|papy|papi|grand-mère|grand-père"
    r"|père|(?<!maison )(?<!société )(?<!carte )(?<!maison-)(?<!entreprise )mère|beau-frère|belle-sœur|copain|copine|collègue|chien|chienne"
)
_BEFORE = re.compile(rf"(?<![’'])\b(?:{_RELATIVE}),?\s\Z", re.IGNORECASE)
_SAYS_WHO = rf"(?:my|our|his|her|their|your|a|an|the|mon|ma|notre|nos|son|sa|leur|votre|un|une|le|la|l[’'])\s?(?:\w+ (?!voisine?))?(?:{_RELATIVE})\b"
_BEHIND = re.compile(
    rf",? (?:{_SAYS_WHO}|qui a \w+ ans\b)"
    r"|(?:おじ|おば|叔父|伯父|叔母|伯母|じい|ばあ|お?(?:姉|兄)|ちゃん|くん|君(?![ァ-ヺ一-鿿]))(?:さん|ちゃん|に|は|が|も|の|を|と|、|。|$)"
    r"|という名(?:前)?の(?:少|男|女|子|犬|猫|娘|息子|友)|という(?:少年|少女|男性|女性|犬|猫|子|名前|友人|娘|息子)"
)
_AGE_BEHIND = re.compile(r", (?:aged )?\d{1,2}(?:,| ans\b)| \(\d{1,2} ans\)|(?:、|（)\d{1,2}歳")
_SAID_BEFORE = re.compile(
    r"(?:父|母|祖父|祖母|兄|姉|妹|弟|娘|息子|孫|友人|隣人|隣|姪|甥|同僚|親戚|叔父|叔母|伯父|伯母|いとこ|従兄|飼い?犬|愛犬|飼い?猫|愛猫)の\Z"
)


def famous(entities: Iterable[Entity]) -> frozenset[str]:
    """Those whose family name is one of their names in the catalogue, not only a short one beside the full: Musk, Nadella."""
    return frozenset(
        entity.id
        for entity in entities
        if entity.type == "person" and entity.name.rpartition(" ")[2] in entity.aliases
    )


def lone_given_names(entities: Iterable[Entity]) -> frozenset[str]:
    """Folded first names that one person alone has and that the catalogue gives as a name of theirs: Elon, ジェンスン."""
    entities = tuple(entities)
    single = single_given_names(entities)
    return frozenset(
        form
        for entity in entities
        if entity.type == "person"
        for text in entity.short
        if text not in entity.ambiguous and (form := fold_name(text)) in single
    )


def single_given_names(entities: Iterable[Entity]) -> frozenset[str]:
    """Folded first names that one person of the catalogue alone has."""
    owners: Counter[str] = Counter()
    for entity in entities:
        if entity.type == "person":
            owners.update({fold_name(text) for text in given_names((entity.name, *entity.aliases))})
    return frozenset(form for form, count in owners.items() if count == 1)


def is_private(text: str, start: int, end: int, *, aged: bool = True) -> bool:
    """Whether the name at [start, end) is that of somebody's aunt, neighbour or dog.

    aged: whether an age says so too; of one whom the text has named in full it does not.
    """
    return bool(
        _BEFORE.search(text, max(0, start - 16), start)
        or _SAID_BEFORE.search(text, max(0, start - 5), start)
        or _BEHIND.match(text, end)
        or (aged and _AGE_BEHIND.match(text, end))
    )
