"""Foreign words: a word in katakana in, its most usual spelling in Latin letters out; a Japanese one stays in katakana.

A word that sounds like a frequent English one is that (バスケット: basket); a name that no list holds is spelled as English spells
such sounds (ヴェルダンティック: verdantic). Hepburn would keep the vowels that katakana must add.
"""

from __future__ import annotations

import gzip
import json
import math
import re
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from pipeline.extract.candidates.plain_words import FIRST_NAMES
from pipeline.extract.given_names import FAMILIES, GIVEN
from pipeline.extract.loan_words import in_english, is_loan_word
from pipeline.extract.names.apart import apart, size
from pipeline.extract.names.phonemes import LATIN_VOWELS, VOWELS, phonemes
from pipeline.extract.tokens import usual_form, words_of

FREQUENT: Final = 25_000
"""English words that are looked among, the most frequent."""
LEAST_LETTERS: Final = 3
LEAST_SIZE: Final = 1.6
ALIKE: Final = 0.03
ALIKE_LOAN: Final = 0.13
"""Distance up to which a word that no dictionary holds is the English one, as a share of its size; and a loan word."""
SHORT_FOR_LONG: Final = 0.05
"""What speaks against a short vowel (not) where katakana has a long one (ノート)."""
WORTH_OF_FREQUENCY: Final = 0.012
"""What ten times the frequency is worth, as a share of the size."""

_FOREIGN: Final = re.compile(
    r".ー.|[ヴァィゥェォ]|ッ[クトドグプスズ]|[シチジ][ャュョ]ン|(?:ント|ンド|ング|ンク|ンス|クス|クト|スト|プト|ルト|ルド|ター|リア|ニア|シア)\Z"
)
_NATIVE: Final = re.compile(r"[ぁ-ゖ一-鿿々]")
_ENDS_IN_R: Final = re.compile(r"(?:r|re|a|rs)\Z")
_ENDS_IN_Y: Final = re.compile(r"(?:y|ee|ie|ey|i|ea)\Z")
_SHORT: Final = re.compile(r"(?<![aeiou])[aeiou][b-df-hj-np-qs-vxz]{1,2}\Z")
_A_ROW: Final = frozenset("アカサタナハマヤラワガザダバパャァ")
_I_ROW: Final = frozenset("イキシチニヒミリギジビピィ")
_MERGED: Final = {ord(one): None for one in VOWELS + LATIN_VOWELS + "VLhywj"} | {
    ord(one): ord(other) for one, other in zip("PXGTqz", "sCJtks", strict=True)
}
_BEGINS: Final = {
    "k": "ckq", "g": "g", "s": "sctx", "S": "sc", "z": "zjgs", "J": "jgz", "t": "tc", "T": "tz", "C": "c", "d": "d", "n": "n", "h": "hwj", "f": "fph", "b": "bv",
    "p": "p", "m": "m", "r": "rl", "y": "yuje", "w": "wou",
}  # fmt: skip
_KANA: Final = re.compile(r"[ァ-ヺー]+")
_RULES: Final = tuple(
    (re.compile(pattern), spelled)
    for pattern, spelled in (
        (r"クイ", "qui"), (r"クエ", "que"), (r"クア", "qua"), (r"クオ", "quo"), (r"クション\Z", "ction"), (r"(?:ショ|シヨ)ン\Z", "tion"), (r"ジョン\Z", "sion"), (r"ティック\Z", "tic"), (r"([ミニリシディ])ック\Z", r"\1c"), (r"ィック\Z", "ic"),
        (r"ックス|クス", "x"), (r"ッジ\Z", "dge"), (r"ッチ", "tch"), (r"ック", "ck"), (r"ッ(?=.)", ""), (r"イング\Z", "ing"),
        (r"([ケセテネヘメレゲゼデベペ])[ーイ](.)(?=\Z)", r"\1\2e"), (r"エイ|ェイ(?=[ンルトドス]\Z)", "ェa"), (r"ター\Z", "ter"), (r"ダー\Z", "der"), (r"ナー\Z", "ner"), (r"ラー\Z", "ler"),
        (r"([カガサザタダナハバパマヤラワャ])ー(?=.)", r"\1r"), (r"([ガカサザバパマ])ー\Z", r"\1r"), (r"([ティディリニシジビミ])ー\Z", r"\1y"), (r"ヨー|ョー", "yo"),
        (r"ー", ""), (r"(?<=ヴェ)ル(?=[ァ-ヺ])", "r"), (r"(?<=[コノォトペェ])ル(?=[ダドトタテデンマベバ])", "r"),
    )
)  # fmt: skip
_MORAE: Final = {
    "ヴァ": "va", "ヴィ": "vi", "ヴェ": "ve", "ヴォ": "vo", "ヴ": "v", "ファ": "fa", "フィ": "fi", "フェ": "fe", "フォ": "fo", "フュ": "fu",
    "ティ": "ti", "ディ": "di", "トゥ": "tu", "ドゥ": "du", "テュ": "tu", "デュ": "du", "ウィ": "wi", "ウェ": "we", "ウォ": "wo", "ジェ": "je", "シェ": "she", "チェ": "che",
    "クァ": "qua", "クィ": "qui", "クェ": "que", "クォ": "quo", "シャ": "sha", "シュ": "sh", "ショ": "sho", "ジャ": "ja", "ジュ": "ju", "ジョ": "jo", "チャ": "cha", "チュ": "chu",
    "チョ": "cho", "ツァ": "za", "カ": "ca", "コ": "co", "キャ": "ca", "ギャ": "ga", "ツ": "ts", "フ": "fu", "シ": "si", "チ": "chi", "ジ": "gi", "ン": "n", "ヤ": "ya", "ユ": "yu",
    "ヨ": "yo", "ワ": "wa", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ャ": "a", "ュ": "u", "ョ": "o",
}  # fmt: skip
_ROWS: Final = {
    "": "アイウエオ", "k": "カキクケコ", "g": "ガギグゲゴ", "s": "サシスセソ", "z": "ザジズゼゾ", "t": "タチツテト", "d": "ダヂヅデド",
    "n": "ナニヌネノ", "h": "ハヒフヘホ", "b": "バビブベボ", "p": "パピプペポ", "m": "マミムメモ", "r": "ラリルレロ",
}  # fmt: skip
_BARE: Final = {
    "ク": "c",
    "グ": "g",
    "ス": "s",
    "ズ": "s",
    "ム": "m",
    "ル": "l",
    "フ": "f",
    "ブ": "b",
    "プ": "p",
    "ト": "t",
    "ド": "d",
    "ヴ": "v",
    "シュ": "sh",
}
"""Kana whose vowel Japanese adds, where a consonant or nothing follows."""
_VOWELS_BEHIND: Final = "アイエオァィゥェォャュョヤユヨ"
_CLUSTER: Final = "クグフブプス"
"""Before ラ to ロ their own: プラ is pla."""


@lru_cache(maxsize=20_000)
def foreign_spelling(run: str) -> str:
    """A run of katakana as English would spell it, its words apart, or the run itself where it is Japanese or may be."""
    pieces = words_of(run)
    if len(pieces) > 1 and all(english := [_known(piece) for piece in pieces]):
        return " ".join(filter(None, english))
    return " ".join(_one_word(part) if _KANA.fullmatch(part) else part for part in in_english(run).split(" "))


def first_name(kana: str) -> str | None:
    """The usual English or French first name that sounds like this."""
    if kana in GIVEN:
        return GIVEN[kana]
    sounds = phonemes(kana)
    alike = [
        (share, name)
        for name, said in _first_names().get(_skeleton(sounds), ())
        if _ends_alike(kana, name)
        and (share := apart(sounds, said, size(sounds)) / max(size(sounds), 1.0)) <= ALIKE_LOAN
    ]
    return min(alike)[1] if alike else None


@cache
def _first_names() -> dict[str, list[tuple[str, str]]]:
    """The usual first names and their sounds, by their consonants."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in sorted(FIRST_NAMES):
        sounds = phonemes(name)
        found[_skeleton(sounds)].append((name, sounds))
    return dict(found)


def family_name(kana: str) -> str:
    """A family name behind a first name, spelled as it is usually or as it sounds: it is hardly ever a word."""
    if kana in FAMILIES:
        return FAMILIES[kana]
    if not _KANA.fullmatch(kana) or is_loan_word(kana):
        return foreign_spelling(kana)
    word = usual_form(kana) and _english(kana, loan=False)  # プリンス
    return word or _spelled(kana)


def _known(piece: str) -> str | None:
    if is_loan_word(piece):
        return in_english(piece)
    usual = usual_form(piece)
    if _NATIVE.search(usual):
        return piece
    return _english(piece, loan=True) if usual else None


def _one_word(word: str) -> str:
    usual = usual_form(word)
    if usual and _NATIVE.search(usual):
        return word  # カワセミ
    foreign = bool(_FOREIGN.search(word))
    if not (usual or foreign):
        return word
    return _english(word, loan=bool(usual)) or (_spelled(word) if foreign else word)


def _english(word: str, *, loan: bool) -> str | None:
    """The frequent English word that it sounds like."""
    sounds = phonemes(word)
    if not sounds or size(sounds) < LEAST_SIZE or len(word) < LEAST_LETTERS:
        return None
    most = ALIKE_LOAN if loan else ALIKE
    skeleton, ending = _skeleton(sounds), _ending(word)
    best: tuple[float, str] | None = None
    for letter in _BEGINS.get(sounds[0], "aeiouh"):
        for other, spelled, worth in _vocabulary(letter).get(skeleton, ()):
            if (ending and not ending.search(spelled)) or not _ends_alike(word, spelled):
                continue
            much = size(other)
            share = apart(sounds, other, much * most) / max(much, 1.0)
            against = SHORT_FOR_LONG if "ー" in word and _SHORT.search(spelled) else 0
            if share <= most and (best is None or share - worth + against < best[0]):
                best = (share - worth + against, spelled)
    return best[1] if best else None


def _ends_alike(kana: str, spelled: str) -> bool:
    """Whether neither has an r at its end, or a v, that the other has not."""
    return (spelled[-1] != "r" or kana[-1] in "ーア") and ("ヴ" not in kana or "v" in spelled)


def _skeleton(sounds: str) -> str:
    """The consonants, voiced and unvoiced apart, but for those that katakana does not tell apart."""
    return sounds.translate(_MERGED)


def _ending(word: str) -> re.Pattern[str] | None:
    """What a long vowel at a word's end says of its spelling: ハーバー ends with r, パーティー with a y."""
    if not word.endswith("ー") or len(word) < 2:
        return None
    return _ENDS_IN_R if word[-2] in _A_ROW else _ENDS_IN_Y if word[-2] in _I_ROW else None


@cache
def _frequent() -> dict[str, list[tuple[str, int]]]:
    """The frequent words with their counts by their first letter."""
    counts = json.loads(gzip.decompress((files("spellchecker") / "resources" / "en.json.gz").read_bytes()))
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for word in sorted(counts, key=lambda one: (-counts[one], one))[:FREQUENT]:
        if len(word) >= LEAST_LETTERS:
            found[word[0]].append((word, counts[word]))
    return found


@cache
def _vocabulary(letter: str) -> dict[str, list[tuple[str, str, float]]]:
    """The frequent words with this first letter by their consonants: sounds, spelling, what their frequency is worth."""
    found: dict[str, list[tuple[str, str, float]]] = defaultdict(list)
    for word, count in _frequent().get(letter, ()):
        if sounds := phonemes(word):
            found[_skeleton(sounds)].append((sounds, word, math.log10(count) * WORTH_OF_FREQUENCY))
    return found


def _spelled(word: str) -> str:
    """A name of foreign sounds as English spells them."""
    for pattern, spelled in _RULES:
        word = pattern.sub(spelled, word)
    written, at = "", 0
    while at < len(word):
        for length in (2, 1):
            kana = word[at : at + length]
            if len(kana) == length and (letters := _letters(kana, word[at + length :])):
                break
        else:
            letters, length = word[at], 1
        written += letters
        at += length
    return re.sub(r"c(?=[ei])", "k", re.sub(r"iy\Z", "y", written))


def _letters(kana: str, rest: str) -> str:
    if kana in _BARE and (not rest or rest[0] not in _VOWELS_BEHIND + "ン"):
        if not rest and kana == "ク":
            return "k"
        return _BARE[kana]
    return _MORAE.get(kana) or _syllables().get(kana, "")


@cache
def _syllables() -> dict[str, str]:
    return {
        kana: consonant + vowel
        for consonant, row in _ROWS.items()
        for kana, vowel in zip(row, "aiueo", strict=True)
    }
