"""Everyday words: a name in katakana in, whether Japanese uses it as a plain loan word too out (ベンチマーク, アクセル, フィギュア).

The catalogue's makers mark what they think of; Sudachi's dictionary knows the others. It holds names of firms as nouns as well
(スバル, ルンバ), so that an entity whose English name is no English word keeps its name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.candidates.plain_words import dictionary
from pipeline.extract.tokens import tokenize

REMEMBERED = 20_000

_KATAKANA = re.compile(r"[ァ-ヺー]{2,}")


@lru_cache(maxsize=REMEMBERED)
def is_everyday_kana(name: str) -> bool:
    """Whether the dictionary of Japanese holds the name as one common noun."""
    if not _KATAKANA.fullmatch(name):
        return False
    words = tokenize(name)
    return len(words) == 1 and not words[0].oov and words[0].pos[1] != "固有名詞"


@lru_cache(maxsize=REMEMBERED)
def is_plain_word(kana: str, english: str) -> bool:
    """Whether a name that nobody marked is a word in both languages: キャタピラー, a caterpillar."""
    return is_everyday_kana(kana) and english.lower() in dictionary()
