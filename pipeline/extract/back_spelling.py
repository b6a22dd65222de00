"""Back spelling: a foreign word in katakana in, how it is written in Latin letters out (ヘロン: heron, ポラリス: polaris).

A joint model of katakana and Latin letters (Bisani and Ney 2008, in rows of three pieces with absolute discounting) says what
spellings are likely; of the likeliest an English word, two of them in one, or a name of the catalogue is preferred.
"""

from __future__ import annotations

import gzip
import json
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final, TypeVar

from pipeline.extract.candidates.plain_words import FIRST_NAMES
from pipeline.extract.spellings import Piece, Spellings, morae, read_spellings

SEEN: Final = 2
"""How often a piece must be seen to be one."""
WAYS: Final = 12
"""Of writing a mora or two, the most frequent."""
BEAM: Final = 10
"""Beginnings of spellings that are followed at a time."""
LIKELIEST: Final = 30
WORTH: Final = 0.4
"""What e times the frequency of a word is worth; chosen on a tenth of the catalogue's words that had not taught."""
NEAR: Final = 6.0
"""By how much the spelling of a word that a Japanese dictionary has may be less likely than the likeliest."""
FREQUENT, VERY_FREQUENT = 6.0, 7.0
"""From which a word is a frequent one: the logarithm of its count, and 1; and a word in a run of several."""
NAME: Final = 8.0
"""What a name is worth, as if it were a word that stands so often."""
HALF: Final = 0.45
"""What the rarer half of a compound is worth of what it would be alone."""
LEAST_WORTH: Final = 5.0
"""Of each half of a compound."""
LEAST: Final = 3
"""Letters of a word, and of each half of a compound."""
DISCOUNT: Final = (0.4, 0.75, 0.75)
"""What is taken from each count for what was not seen, by the number of pieces before."""

_BEGIN: Final = ("<", "<")
_END: Final = (">", ">")
Key = TypeVar("Key", bound=Any)


@lru_cache(maxsize=20_000)
def back_spelled(kana: str) -> str:
    """The likeliest spelling, in small letters; "" where none is known."""
    return _speller().spelled(kana)


@lru_cache(maxsize=20_000)
def english_word(kana: str, frequent: float = FREQUENT) -> str:
    """The frequent English word that the katakana is, which a Japanese dictionary has; "" where none sounds so."""
    likely = _speller().likely(morae(kana))
    least = max(likely.values(), default=0.0) - NEAR
    words = {
        one: often for one in likely if likely[one] > least and (often := _frequency(one, ())) >= frequent
    }
    return max(words, key=lambda spelled: likely[spelled] + WORTH * words[spelled], default="")


@cache
def _speller() -> Speller:
    return speller_of(read_spellings())


@dataclass(frozen=True, slots=True)
class Speller:
    """ways: how morae are written; rows: by the pieces before (none, one, two), how often each follows; names: words that are names.

    known: the likelihoods that were asked for already.
    """

    ways: Mapping[str, tuple[Piece, ...]]
    rows: Mapping[tuple[Piece, ...], Counter[Piece]]
    names: frozenset[str]
    known: dict[tuple[Piece, Piece, Piece], float]

    def spelled(self, kana: str) -> str:
        """The likeliest spelling of a word in katakana; "" where none is known."""
        likely = self.likely(morae(kana))
        return max(likely, key=lambda one: likely[one] + WORTH * _worth(one, self.names)) if likely else ""

    def likely(self, sounds: tuple[str, ...]) -> dict[str, float]:
        """The likeliest spellings, and the logarithm of how likely each is."""
        reached: list[dict[tuple[Piece, Piece, str], float]] = [{} for _ in range(len(sounds) + 1)]
        reached[0][_BEGIN, _BEGIN, ""] = 0.0
        for at in range(len(sounds)):
            for (first, second, spelled), likely in _best(reached[at], BEAM):
                for to in range(at + 1, min(at + 2, len(sounds)) + 1):
                    for piece in self.ways.get("".join(sounds[at:to]), ()):
                        here = (second, piece, spelled + piece[1])
                        there = likely + self._likelihood(first, second, piece)
                        if there > reached[to].get(here, -math.inf):
                            reached[to][here] = there
        ended: dict[str, float] = {}
        for (first, second, spelled), likely in reached[-1].items():
            there = likely + self._likelihood(first, second, _END)
            ended[spelled] = max(there, ended.get(spelled, -math.inf))
        return dict(_best(ended, LIKELIEST))

    def _likelihood(self, first: Piece, second: Piece, piece: Piece) -> float:
        """The logarithm of how likely the piece stands behind these two."""
        asked = (first, second, piece)
        if (likely := self.known.get(asked)) is None:
            likely = self.known[asked] = math.log(self._share(asked))
        return likely

    def _share(self, asked: tuple[Piece, Piece, Piece]) -> float:
        share = 1 / len(self.rows[()])
        for before, discount in enumerate(DISCOUNT):
            behind = self.rows.get(asked[2 - before : 2])
            if behind is None:
                break
            total = behind.total()
            share = max(behind[asked[2]] - discount, 0) / total + discount * len(behind) / total * share
        return share


def speller_of(known: Spellings) -> Speller:
    """What spells as these words are spelled."""
    seen = Counter(piece for word in known.foreign for piece in word)
    rows: dict[tuple[Piece, ...], Counter[Piece]] = defaultdict(Counter)
    for word in known.foreign:
        if any(seen[piece] < SEEN for piece in word):
            continue
        row = (_BEGIN, _BEGIN, *word, _END)
        for at in range(2, len(row)):
            for before in range(3):
                rows[row[at - before : at]][row[at]] += 1
    ways: dict[str, list[Piece]] = defaultdict(list)
    for piece, count in sorted(seen.items(), key=lambda one: (-one[1], one[0])):
        if count >= SEEN and len(ways[piece[0]]) < WAYS:
            ways[piece[0]].append(piece)
    names = FIRST_NAMES | {"".join(latin for _, latin in word) for word in known.foreign}
    return Speller({kana: tuple(some) for kana, some in ways.items()}, dict(rows), names, {})


def _best(scored: Mapping[Key, float], most: int) -> list[tuple[Key, float]]:
    return sorted(scored.items(), key=lambda one: (-one[1], one[0]))[:most]


def _worth(spelled: str, names: Collection[str]) -> float:
    """How much more a spelling is worth for being a word, a name or two words in one."""
    halves = (
        HALF * min(one, other)
        for cut in range(LEAST, len(spelled) - LEAST + 1)
        if (one := _frequency(spelled[:cut], names)) > LEAST_WORTH
        and (other := _frequency(spelled[cut:], names)) > LEAST_WORTH
    )
    return max(_frequency(spelled, names), *halves, 0.0)


def _frequency(word: str, names: Collection[str]) -> float:
    if len(word) < LEAST:
        return 0.0
    count = _words().get(word, 0)
    return max(math.log(count) + 1 if count else 0.0, NAME if word in names else 0.0)


@cache
def _words() -> dict[str, int]:
    """English words, and how often each was counted (pyspellchecker's list)."""
    counted: dict[str, int] = json.loads(
        gzip.decompress((files("spellchecker") / "resources" / "en.json.gz").read_bytes())
    )
    return counted
