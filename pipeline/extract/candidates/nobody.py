"""Nobody in English and French: capitalised words with what stands around them in, whether nobody and nothing is called so out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pipeline.extract.candidates.abbreviations import ABBREVIATIONS, TESTS
from pipeline.extract.candidates.cues_latin import COUNTED, DESCRIBERS, FORMS
from pipeline.extract.candidates.inhabitants import INHABITANTS
from pipeline.extract.candidates.latin_runs import BODIES, LONGEST
from pipeline.extract.candidates.more_first_names import LATIN_FIRST_NAMES
from pipeline.extract.candidates.of_culture import NAMESAKES, THINKERS
from pipeline.extract.candidates.plain_words import FAMOUS, GENERIC, gazetteer
from pipeline.extract.candidates.signs_latin import Part
from pipeline.extract.candidates.word_lists import words_in

_NO_NAME_ALONE: Final = (
    GENERIC
    | ABBREVIATIONS
    | FORMS
    | BODIES
    | TESTS
    | words_in("st ste sts mt ft groupe société compagnie company firm enterprise entreprise association")
)
"""Words that only with others are a name: the Office, an Act, St; and what tests are called."""
_THOUGHT: Final = THINKERS - NAMESAKES
_LETTERED: Final = COUNTED | words_in("plan vitamin vitamine grade series série model option appendix")
AHEAD: Final = 40
"""Characters behind a name in which a post may be named."""
_WORD: Final = re.compile(r"[a-zà-ÿ-]+")
_KING: Final = re.compile(r"[IVX]{2,5}")
_SUM: Final = re.compile(r"(?:[A-Z]{1,3}[$€£¥]|SFr|CHF|DKr|SKr|NKr|Rs|Rp|Tk|DM|FF)\d\S*")
"""SFr95, Rs500."""
_STATE_BEHIND: Final = re.compile(
    r", (?:(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo"
    r"|N\.[HJMYCD]|S\.[CD]|W\.Va|R\.I|Ont|Qué|Que|Alta)\.|(?:A[LKZR]|C[AOT]|FL|GA|I[DLN]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HK]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\b"
    r"|(?:Ohio|Texas|Utah|Oregon|Nevada|Arizona|Virginia|Georgia|Indiana|Michigan|Wisconsin|Tennessee|Louisiana|Mississippi|Pennsylvania|New (?:York|Mexico|Jersey)"
    r"|North (?:Dakota|Carolina)|Iowa|Kansas|Missouri|Wyoming|Alabama|Ontario|Quebec|Alberta)\b)"
)
"""Behind a town: Middletown, Pa."""
_PORTFOLIO_BEFORE: Final = re.compile(
    r"\b(?:ministres?|ministère|secrétaires? d[’'][ÉE]tat)\b[^.;:!?\n]{0,50}?(?:du |de la |de l[’']|des |à la |au |à l[’'])\Z"
)
"""What a French minister has in charge: ministre de l'Énergie et du Numérique."""
_DATELINE_BEHIND: Final = re.compile(
    r"(?:, [A-ZÀ-Ý][\w. ]{1,24})?(?:,? (?:\(|[—–-] )|, (?:\d{1,2}(?:er)? )?[A-ZÀ-Ýa-zà-ÿ]{3,9}\.? \d)"
)
_LINE_BEFORE: Final = re.compile(r"(?:\A|\n)[\s*•–—-]{0,4}\Z")
FAR: Final = 80
"""Characters before a name in which the minister is named."""
_OF_THE_STATE: Final = words_in(
    "etat état etats états bourse bourses république nation hexagone trésor métropole outre-mer"
)
"""What French writes with a capital and is no single body."""
_HALF_A_RANK: Final = re.compile(r"\b(?:Managing|Principal|Chief|Head|Prime)[ \u00a0]\Z")


def is_nobody(
    text: str, name: Sequence[Part], words: Sequence[Part], known: Sequence[bool], ranks: tuple[bool, bool]
) -> bool:
    """Whether these words name nothing wherever they stand: a place, a term, a king, half a rank.

    `words` are those of the name's parts that are words, `known` whether each is one of the language, `ranks` whether a rank stands
    before the name and behind it.
    """
    if len(words) > LONGEST or " ".join(part.lower for part in name) in gazetteer():
        return True
    if len(words) == 1:
        return _is_nobody_alone(text, name, words[0], known[0], ranks)
    start, end = name[0].start, name[-1].end
    if text[start:end] in FAMOUS:
        return True
    if len(words) > 2 and any(known) and all(part.surface.isupper() for part in words):  # a line in capitals
        return True
    if len(words) != 2:
        return False
    first, last = words
    if len(last.surface) == 1 and first.lower in _LETTERED:
        return True  # Class B
    if first.lower in LATIN_FIRST_NAMES and not any(ranks):
        thought = last.lower in _THOUGHT and not _has_a_post(text, end)
        return thought or bool(_KING.fullmatch(last.surface))  # Hannah Arendt, Henry VIII
    return ranks == (True, True) and all(known) and first.lower not in LATIN_FIRST_NAMES


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a word in capitals at the head of a line says where the text was written: VERONA, Wis. —."""
    return bool(_LINE_BEFORE.search(text, max(0, start - 5), start) and _DATELINE_BEHIND.match(text, end))


def _has_a_post(text: str, end: int) -> bool:
    """Whether the name goes on with what somebody does in a firm: Tom Huxley, chief executive."""
    if text[end : end + 1] != ",":
        return False
    return any(DESCRIBERS.get(word) == "person" for word in _WORD.findall(text, end, end + AHEAD)[:3])


def _is_nobody_alone(
    text: str, name: Sequence[Part], word: Part, known: bool, ranks: tuple[bool, bool]
) -> bool:
    start, end = name[0].start, name[-1].end
    if end - start < 2 or len(word.surface) == 1 or word.lower in _NO_NAME_ALONE:
        return True
    if text[start:end] in FAMOUS or (text[start - 1 : start] == "[" and text[end : end + 1] == "]"):
        return True  # [Music]
    if len(name) == 2 and word.lower in COUNTED:
        return True
    if word.lower in INHABITANTS or word.lower in _OF_THE_STATE or _SUM.fullmatch(word.surface):
        return True
    if word.surface.isupper() and _is_dateline(text, start, end):
        return True
    if _STATE_BEHIND.match(text, end) or _PORTFOLIO_BEFORE.search(text, max(0, start - FAR), start):
        return True
    before = text[max(0, start - 12) : start]
    if len(name) == 1 and word.surface[-1] in "sx" and before[-4:].lower() in ("les ", "des "):
        return True  # les Marseillais, les Gémeaux
    half = ranks[0] and known and word.lower not in LATIN_FIRST_NAMES
    return half and (ranks[1] or bool(_HALF_A_RANK.search(before)))  # Chief Financial Officer, Head Teacher
