"""No names: a proposed name in, whether it is made of plain words alone out (la formule Pro, メガプロジェクト, トレーニング方法)."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.candidates.abbreviations import ABBREVIATIONS, TESTS
from pipeline.extract.candidates.cues_ja import DESCRIBERS, INSIDE, TERMS
from pipeline.extract.candidates.cues_latin import INSIDE as LATIN_INSIDE
from pipeline.extract.candidates.plain_words import dictionary
from pipeline.extract.candidates.terms import KINDS_OF_AI, PHRASES
from pipeline.extract.candidates.word_lists import words_in

PLANS: Final = words_in(
    """
    pro plus max business enterprise entreprise premium team teams ultra basic standard starter lite free gratuit essentiel
    gold silver platinum unlimited illimité personal personnel family famille student étudiant education
    プロ プラス マックス ビジネス エンタープライズ プレミアム チーム ウルトラ ベーシック スタンダード ライト パーソナル
    """
)
"""What every maker calls the plans of a service."""
LEAST_SHOUTED: Final = 4
"""Letters of a word in capitals from which on it is no abbreviation."""

_LATIN: Final = re.compile(r"[A-Za-zÀ-ÿ]+")
_METHOD: Final = re.compile(
    r"[ァ-ヺー・一-鿿A-Za-z]*(?:方法|手法|技法|製法|用法|療法|解法|工法|作法|対処法|活用法|学習法|勉強法)"
)
_PERIOD: Final = re.compile(r"[1-4]Q|Q[1-4]|[12]H|H[12]|FY ?\d{2,4}(?:[EF]|年度?)?")
_LABEL: Final = re.compile(
    r"(?:Speaker|Locuteur|Intervenante?|Interviewe[ru]|Participante?|Orateur|Voix|Voice)s? ?\d*|[QAR]\.(?: \w+)?"
)
"""Who speaks in an interview: Speaker 1, Q."""
_TESTED: Final = re.compile(r"[A-Z]{3,}(?=[ァ-ヺ])|\S+[Bb]ench\b|[^\s・]+")
_ALSO_MAKERS: Final = words_in("metr aider gaia arena helm lmarena polyglot squad")
"""Who or what else is called as a test is."""
_KANA: Final = re.compile(r"[ァ-ヺー・]+")
_SIZE: Final = re.compile(r"(?:メガ|ギガ|スーパー|ハイパー|ミニ|マイクロ|ビッグ)")
_PLAIN_KANA: Final = frozenset(
    (*DESCRIBERS, *INSIDE, *TERMS, "トレーニング", "メガ", "システム", "アルゴリズム")
)


def is_no_name(surface: str) -> bool:
    """Whether nobody would call one thing so: a plan, a way of doing, shouted words, kinds of things side by side."""
    words = surface.split()
    if all(word.lower() in PLANS for word in words) or (
        surface.isupper() and surface.lower() in ABBREVIATIONS
    ):
        return True
    if _LABEL.fullmatch(surface):
        return True
    if surface.lower() in PHRASES or _is_a_kind_of_ai(surface):
        return True
    if _METHOD.fullmatch(surface) or _PERIOD.fullmatch(surface) or _is_test(words):
        return True
    if _KANA.fullmatch(surface):
        return all(map(_is_plain_kana, surface.split("・")))
    return _is_shouted(words)


def _is_a_kind_of_ai(surface: str) -> bool:
    """Generative AI, ソブリンAI."""
    return surface[-2:] in ("AI", "IA") and surface[:-2].rstrip(" -").lower() in KINDS_OF_AI


def _is_test(words: list[str]) -> bool:
    """SWE-bench Verified, Arena Hard, GPQAダイヤモンド."""
    first = _TESTED.match(words[0])
    if not first or (len(words) == 1 and first[0].lower() in _ALSO_MAKERS):
        return False
    return first[0].lower() in TESTS or first[0].lower().endswith("bench")


def _is_plain_kana(word: str) -> bool:
    """A kind of thing, or two joined, with a word of size before it."""
    size = _SIZE.match(word)
    rest = word[size.end() :] if size else word
    if not rest or (rest in _PLAIN_KANA and (size or rest in DESCRIBERS)):
        return True
    return any(rest[:cut] in _PLAIN_KANA and rest[cut:] in DESCRIBERS for cut in range(2, len(rest) - 1))


def _is_shouted(words: list[str]) -> bool:
    """Révélation CHOC: among words of the dictionary one in capitals."""
    if len(words) < 2 or not all(map(_LATIN.fullmatch, words)) or words[-1].lower() in LATIN_INSIDE:
        return False  # the RAISE Act
    shouted = [word for word in words if word.isupper() and len(word) >= LEAST_SHOUTED]
    return 0 < len(shouted) < len(words) and all(word.lower() in dictionary() for word in words)
