"""Back spelling: a foreign word in katakana in, how it is written in Latin letters out (ヘロン: heron, ポラリス: polaris).

A joint model of katakana and Latin letters (Bisani and Ney 2008, in rows of three pieces with absolute discounting) says what
spellings are likely; of the likeliest an English word, two of them in one, or a name of the catalogue is preferred.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, TypeVar

from pipeline.extract.candidates.plain_words import FIRST_NAMES
from pipeline.extract.names.common_words import counts_of
from pipeline.extract.spellings import Spellings, morae, read_spellings

SEEN: Final = 2
"""How often a piece must be seen to be one."""
WAYS: Final = 12
"""Of writing a mora or two, the most frequent."""
RARE: Final = 0.02
"""A way that is so much rarer than the most frequent is none."""
BEAM: Final = 6
"""Beginnings of spellings that are followed at a time."""
LIKELIEST: Final = 8
WORTH: Final = 0.4
"""What e times the frequency of a word is worth; chosen on a tenth of the catalogue's words that had not taught."""
NEAR: Final = 6.0
"""By how much the spelling of a word that a Japanese dictionary has may be less likely than the likeliest."""
FREQUENT, VERY_FREQUENT = 6.0, 7.0
"""From which a word is a frequent one: the logarithm of its count, and 1; and a word in a run of several."""
NAME: Final = 8.0
"""What a name is worth, as if it were a word that stands so often."""
MOST: Final = 15.0
"""What no word is worth more than, of those that are not among the likeliest anyway."""
HALF: Final = 0.45
"""What the rarer half of a compound is worth of what it would be alone."""
LEAST_WORTH: Final = 5.0
"""Of each half of a compound."""
LEAST: Final = 3
"""Letters of a word, and of each half of a compound."""
DISCOUNT: Final = (0.4, 0.75, 0.75)
"""What is taken from each count for what was not seen, by the number of pieces before."""

_BEGIN, _END, _FIRST = 0, 1, 2
"""Numbers of a word's beginning and end, and of the most frequent piece."""
Key = TypeVar("Key", bound=Any)
Way = tuple[int, str, float]
Share = tuple[Mapping[int, float], float]
_NOTHING: Final[Share] = ({}, 1.0)


@lru_cache(maxsize=20_000)
def back_spelled(kana: str) -> str:
    """The likeliest spelling, in small letters; "" where none is known."""
    return _speller().best(_likely(kana))


@lru_cache(maxsize=20_000)
def english_word(kana: str, frequent: float = FREQUENT) -> str:
    """The frequent English word that the katakana is, which a Japanese dictionary has; "" where none sounds so."""
    likely = _likely(kana)
    least = max(likely.values(), default=0.0) - NEAR
    words = {
        one: often for one in likely if likely[one] > least and (often := _frequency(one, ())) >= frequent
    }
    return max(words, key=lambda spelled: likely[spelled] + WORTH * words[spelled], default="")


@lru_cache(maxsize=500)
def _likely(kana: str) -> Mapping[str, float]:
    return _speller().likely(kana)


@cache
def _speller() -> Speller:
    return speller_of(read_spellings())


@dataclass(frozen=True, slots=True)
class Speller:
    """ways: how morae are written, as numbers of pieces, their letters and their share of all pieces; names: words that are names.

    shares: by the two pieces before, or the one, what each piece has of what follows, discounted, and what is left for the others.
    """

    ways: Mapping[str, tuple[Way, ...]]
    shares: Mapping[tuple[int, ...], Share]
    end: Way
    names: frozenset[str]

    def best(self, likely: Mapping[str, float]) -> str:
        """The likeliest of these spellings, a word or a name before others; "" of none."""
        found, most = "", -math.inf
        for spelled, alone in likely.items():
            if alone + WORTH * MOST <= most:
                break
            if (score := alone + WORTH * _worth(spelled, self.names)) > most:
                found, most = spelled, score
        return found

    def likely(self, kana: str) -> dict[str, float]:
        """The likeliest spellings, and the logarithm of how likely each is, the likeliest first."""
        sounds = morae(kana)
        reached: list[dict[tuple[int, int, str], float]] = [{} for _ in range(len(sounds) + 1)]
        reached[0][_BEGIN, _BEGIN, ""] = 0.0
        for at in range(len(sounds)):
            ways = [
                (reached[to], self.ways.get("".join(sounds[at:to]), ()))
                for to in range(at + 1, min(at + 2, len(sounds)) + 1)
            ]
            for (first, second, spelled), so_far in _best(reached[at], BEAM):
                behind_two, behind_one = self._behind(first, second)
                for there, pieces in ways:
                    for piece, letters, share in pieces:
                        here = (second, piece, spelled + letters)
                        likely = so_far + _likelihood(piece, share, behind_one, behind_two)
                        if likely > there.get(here, -math.inf):
                            there[here] = likely
        ended: dict[str, float] = {}
        for (first, second, spelled), so_far in reached[-1].items():
            behind_two, behind_one = self._behind(first, second)
            likely = so_far + _likelihood(self.end[0], self.end[2], behind_one, behind_two)
            ended[spelled] = max(likely, ended.get(spelled, -math.inf))
        return dict(_best(ended, LIKELIEST))

    def _behind(self, first: int, second: int) -> tuple[Share, Share]:
        return self.shares.get((first, second), _NOTHING), self.shares.get((second,), _NOTHING)


def _likelihood(piece: int, share: float, behind_one: Share, behind_two: Share) -> float:
    """The logarithm of how likely the piece is, which has this share of all, behind one and two others."""
    share = behind_one[0].get(piece, 0.0) + behind_one[1] * share
    return math.log(behind_two[0].get(piece, 0.0) + behind_two[1] * share)


def speller_of(known: Spellings) -> Speller:
    """What spells as these words are spelled."""
    seen = Counter(piece for word in known.foreign for piece in word)
    often = sorted((piece for piece in seen if seen[piece] >= SEEN), key=lambda one: (-seen[one], one))
    number = {piece: place for place, piece in enumerate(often, _FIRST)}
    rows: dict[tuple[int, ...], Counter[int]] = defaultdict(Counter)
    for word in known.foreign:
        if all(piece in number for piece in word):
            row = (_BEGIN, _BEGIN, *(number[piece] for piece in word), _END)
            for at in range(2, len(row)):
                for before in range(3):
                    rows[row[at - before : at]][row[at]] += 1
    shares = {before: _discounted(row, DISCOUNT[len(before)]) for before, row in rows.items()}
    alone, left = shares.pop(())
    unseen = left / len(alone)
    ways: dict[str, list[Way]] = defaultdict(list)
    for kana, letters in often:
        if len(ways[kana]) < WAYS and (
            not ways[kana] or seen[kana, letters] >= RARE * seen[kana, ways[kana][0][1]]
        ):
            ways[kana].append(
                (number[kana, letters], letters, unseen + alone.get(number[kana, letters], 0.0))
            )
    names = FIRST_NAMES | {"".join(latin for _, latin in word) for word in known.foreign}
    return Speller(
        {kana: tuple(some) for kana, some in ways.items()}, shares, (_END, "", unseen + alone[_END]), names
    )


def _discounted(row: Counter[int], discount: float) -> Share:
    total = row.total()
    return {piece: (count - discount) / total for piece, count in row.items()}, discount * len(row) / total


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
    count = counts_of("en").get(word, 0)
    return max(math.log(count) + 1 if count else 0.0, NAME if word in names else 0.0)
