"""Lone words in English and French: one capitalised word and its place in the text in, how far its capital says that it is a name out.

Inside a sentence a word that no dictionary holds is a name sooner than not; of a place, a first name, a term or a word of the
language the capital says less, and at the head of a sentence or in a line of capitals nearly nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from pipeline.extract.candidates.abbreviations import TESTS
from pipeline.extract.candidates.more_first_names import LATIN_FIRST_NAMES
from pipeline.extract.candidates.more_places import is_known_place, sounds_like_a_place
from pipeline.extract.candidates.of_culture import OF_CULTURE
from pipeline.extract.candidates.plain_words import dictionary
from pipeline.extract.candidates.sightings import Cue
from pipeline.extract.names.common_words import how_often, is_common

LONGEST_ACRONYM: Final = 5
LEAST_ACRONYM: Final = 3
"""Letters of a word in capitals that is nobody's initials."""
LEAST_ALONE: Final = 4
"""Letters of an unknown word at the head of a sentence that is a name by itself."""
AROUND: Final = 24
"""Characters on each side that are looked at."""

_INFLECTED: Final = re.compile(
    r".{3,}(?:[^su]s|ings?|ed|ly|ness|ments?|tions?|sions?|it(?:y|ies)|ances?|ences?|isms?|ists?|able|ible|ful|less|ers?|ors?"
    r"|és?|ées?|ées|eurs?|euses?|iers?|ières?|ages?|ités?|iques?|eux|ons|ez|ant|ants|ement|er|ir)"
)
"""How words of both languages end that nobody would be called by: Ratepayers, Valorisé."""
_ENDED: Final = re.compile(
    r".{3,}(?:ings?|ed|ly|ness|ments?|tions?|ers|ors|ists|és?|ées?|eurs|euses|iers|ières|ages?|ités?|aux|eux|ons|ez|ables?|ments?)"
)
"""The same of words that no dictionary holds, of which most are names."""
_ABSTRACT: Final = re.compile(r"[a-zà-ÿ]{2,}(?:ement|ations?|isme|ité|ness|ship|ism|esque)")
"""The same of words inside a sentence: Saupoudrage, Intéressement."""
_FRENCH: Final = re.compile(r".{3,}(?:age|aise?s?|oise?s?|iens?|iennes?|éens?|éennes?|auds?|audes?)")
_ARTICLE: Final = re.compile(
    r"(?<![\w’'-])(?:(?:un|une|le|la|les|des|du|aux?|ces?|cette|son|leurs?|petite?)[ \u00a0]|[dl]['’])\Z",
    re.IGNORECASE,
)
"""Behind an article of French such words are nouns and people of towns: un Saupoudrage, le Limougeaud."""
_CLITIC: Final = re.compile(
    r".+-(?:t-)?(?:il|ils|elle|elles|on|je|tu|nous|vous|ce|ci|là|le|la|les|lui|leur|moi|toi|en|y)|(?:jus|lors|puis|quel|quoi)qu['’].+"
)
_NUMBERED: Final = re.compile(
    r"(?:vingt|trente|quarante|cinquante|soixante|quatre|dix|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|demi|mi"
    r"|pre|post|non|ex|outre|sous|anti|pro|co|mid|all|self|pré|vice|semi|multi|inter|trans)-.+"
)
_NOUN_BEFORE: Final = re.compile(
    r"(?:(?<![\w’'-])(?:de|du|des|la|le|les|aux|au|sur|pour|entre|vers|dans|chez ?les|off|per|to|via)|(?<![\w-])(?:[dl]|jusqu)['’])[ \u00a0]?\Z",
    re.IGNORECASE,
)
"""Behind these stand places and things of French as well as names: l'oracle de Delphes, le train pour Giverny, off Tarifa."""
_SHOUTED_BEFORE: Final = re.compile(r"[A-ZÀ-Ý]{2,}[ \u00a0]\Z")
_SHOUTED_BEHIND: Final = re.compile(r"[ \u00a0][A-ZÀ-Ý]{3,}\b")
_TEST_BEFORE: Final = re.compile(
    r"(?:\b(?:[Oo]n|[Ss]ur|tests?|benchmarks?|exam|épreuve|score|scored)|[•*–-]) (?:the |le |l['’])?\Z"
)
_TERM_BEHIND: Final = re.compile(r" ?(?:\(|:)|\.? ?\d")


def lone_word(
    text: str, start: int, end: int, lowered: Collection[str], *, initial: bool, headline: bool
) -> Cue:
    """How far the capital of the word at [start, end) says that it is a name. lowered: the text's words in small letters."""
    surface = text[start:end]
    small = surface.lower()
    before, behind = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    common = small in lowered or is_common(surface)
    if surface.isupper() and len(surface) <= LONGEST_ACRONYM:
        return Cue("name", _of_acronym(surface, before, behind, plain=common), "capitals")
    if is_known_place(small) or sounds_like_a_place(small):
        return Cue("name", 0.1, "a place's name")
    if (initial or headline) and small[-1] == "s" and small[:-1] in dictionary():  # Sceptics
        return Cue(
            "name", min(0.38, _at_the_head(small, common=common, headline=headline)), "an unknown word"
        )
    if (
        small in OF_CULTURE
        or _ABSTRACT.fullmatch(small)
        or (_FRENCH.fullmatch(small) and _ARTICLE.search(before))
    ):
        return Cue("name", 0.3, "a word of culture")
    if _CLITIC.fullmatch(small) or _NUMBERED.fullmatch(small):
        return Cue("name", 0.05, "words joined")
    if initial or headline:
        return Cue("name", _at_the_head(small, common=common, headline=headline), "an unknown word")
    if small in lowered:
        return Cue("name", 0.1, "capitalised here")
    if small in LATIN_FIRST_NAMES:
        return Cue("name", 0.3, "a first name alone")
    if common:
        return Cue("name", 0.4, "capitalised inside a sentence")
    if small in dictionary() or _NOUN_BEFORE.search(before):
        return Cue("name", 0.45, "capitalised inside a sentence")
    return Cue("name", 0.5, "an unknown word inside a sentence")


def is_plain(surface: str, lowered: Collection[str]) -> bool:
    """Whether a word is so much one of the language that what stands behind it does not make it a name at the head of a sentence."""
    small = surface.lower()
    return (
        small in lowered
        or is_common(surface)
        or (small in dictionary() and bool(_INFLECTED.fullmatch(small)))
    )


def _at_the_head(small: str, *, common: bool, headline: bool) -> float:
    if common or (small in dictionary() and _INFLECTED.fullmatch(small)):
        return 0.05
    if small in LATIN_FIRST_NAMES:
        return 0.3
    if small in dictionary() or how_often(small):
        return 0.38
    sure = small.isalpha() and not headline and len(small) >= LEAST_ALONE and not _ENDED.fullmatch(small)
    return 0.5 if sure else 0.3 if _ENDED.fullmatch(small) else 0.4


def _of_acronym(surface: str, before: str, behind: str, *, plain: bool) -> float:
    small = surface.lower()
    if plain or len(surface) < LEAST_ACRONYM or not surface.isalpha():
        return 0.25
    if small in TESTS or _TEST_BEFORE.search(before) or _TERM_BEHIND.match(behind):
        return 0.25
    if _SHOUTED_BEFORE.search(before) or _SHOUTED_BEHIND.match(behind):
        return 0.25
    return 0.5
