"""Teaching spellings: the catalogue and Japanese lessons in, what katakana is spelled like (pipeline/extract/spellings.json) out.

    make teach                                            # or, with --check, only say how many words that did not teach are spelled right
    python -m benchmarks.teaching_spellings benchmarks/lessons/documents --check

A name of the catalogue whose parts in Latin letters and in katakana are as many and sound alike teaches how they are written;
kana and letters are joined by expectation maximization.
"""

from __future__ import annotations

import argparse
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from zlib import crc32

from pipeline.evaluate.gold import find_documents, read_gold
from pipeline.extract.back_spelling import speller_of
from pipeline.extract.names.apart import apart, size
from pipeline.extract.names.catalogue import load_catalogue
from pipeline.extract.names.phonemes import phonemes
from pipeline.extract.spellings import LEARNED, Piece, Spellings, morae, write_spellings
from pipeline.extract.tokens import tokenize
from pipeline.records import Entity

CATALOGUE = Path("seeds/catalogue")
ALIKE = 0.3
"""Distance of the sounds up to which two spellings are of one word, as a share of their size."""
ROUNDS = 8
LETTERS = 4
"""That a piece has at most."""
RARE = 0.3
"""Expected times up to which a piece is noise."""
HELD = 10
"""One word in so many is held out by --check."""
LEAST, LONGEST = 2, 7
"""Kana of a Japanese word."""
_LATIN = re.compile(r"[A-Za-zÀ-ž .&'’-]+")
_KATAKANA = re.compile(r"[ァ-ヺー・]+")
_KANJI = re.compile(r"[一-鿿々]")

Pair = tuple[str, str]
"""A word in katakana and in Latin letters."""


def pairs_of(entities: Collection[Entity]) -> set[Pair]:
    """The words of which names are made, in both scripts."""
    found = set()
    for entity in entities:
        names = [entity.name, *entity.aliases, *entity.short, *entity.ambiguous]
        latin = [_words(name) for name in names if _LATIN.fullmatch(name)]
        kana = [name.split("・") for name in names if _KATAKANA.fullmatch(name)]
        found |= {
            pair
            for some in kana
            for others in latin
            if len(some) == len(others)
            for pair in zip(some, others, strict=True)
            if _alike(*pair)
        }
    return found


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.lower().replace("'", "").replace("’", ""))
    return re.findall(r"[a-z]+", "".join(one for one in plain if not unicodedata.combining(one)))


def _alike(kana: str, latin: str) -> bool:
    if min(len(kana), len(latin)) < LEAST:
        return False
    one, other = phonemes(kana), phonemes(latin)
    most = max(size(one), size(other), 1.0)
    return bool(one and other) and apart(one, other, most) < ALIKE * most


def _steps(pair: Pair) -> Iterator[tuple[int, int, int, int, Piece]]:
    """From how many morae and letters to how many the word can go on by a piece, and the piece."""
    sounds, latin = morae(pair[0]), pair[1]
    for at in range(len(sounds)):
        for much in (1, 2):
            if at + much > len(sounds):
                break
            kana = "".join(sounds[at : at + much])
            for start in range(len(latin) + 1):
                for end in range(start + (much == 2), min(start + LETTERS, len(latin)) + 1):
                    yield at, start, at + much, end, (kana, latin[start:end])


def learn_pieces(pairs: Sequence[Pair]) -> dict[Piece, float]:
    """How likely each piece is, by what the words are best explained with."""
    likely: dict[Piece, float] = {}
    steps = [list(_steps(pair)) for pair in pairs]
    for _ in range(ROUNDS):
        expected: dict[Piece, float] = defaultdict(float)
        for pair, some in zip(pairs, steps, strict=True):
            _expect(pair, some, likely, expected)
        total = sum(expected.values())
        likely = {piece: (times - RARE) / total for piece, times in expected.items() if times > RARE}
    return likely


def _expect(
    pair: Pair,
    steps: Sequence[tuple[int, int, int, int, Piece]],
    likely: Mapping[Piece, float],
    expected: dict[Piece, float],
) -> None:
    """Adds how often each piece is expected in the word (forward and backward sums)."""
    end = (len(morae(pair[0])), len(pair[1]))
    forward: dict[tuple[int, int], float] = defaultdict(float, {(0, 0): 1.0})
    weights = []
    for at, start, to, stop, piece in steps:
        weight = likely.get(piece, 0.0) if likely else _first_guess(to - at, stop - start)
        weights.append(weight)
        forward[to, stop] += forward[at, start] * weight
    if not forward[end]:
        return
    backward: dict[tuple[int, int], float] = defaultdict(float, {end: 1.0})
    for (at, start, to, stop, piece), weight in zip(reversed(steps), reversed(weights), strict=True):
        behind = backward[to, stop] * weight
        backward[at, start] += behind
        if share := forward[at, start] * behind / forward[end]:
            expected[piece] += share


def _first_guess(sounds: int, letters: int) -> float:
    """A mora has one or two letters, and is a piece by itself."""
    return float(0.3 ** abs(letters - 1.6 * sounds) * (0.2 if sounds == 2 else 1.0))


def joined(pair: Pair, likely: Mapping[Piece, float]) -> list[Piece]:
    """The word's likeliest pieces; none where it has no such."""
    best: dict[tuple[int, int], tuple[float, list[Piece]]] = {(0, 0): (0.0, [])}
    for at, start, to, stop, piece in _steps(pair):
        if (at, start) in best and piece in likely:
            score = best[at, start][0] + math.log(likely[piece])
            if (to, stop) not in best or score > best[to, stop][0]:
                best[to, stop] = (score, [*best[at, start][1], piece])
    return best.get((len(morae(pair[0])), len(pair[1])), (0.0, []))[1]


def japanese_of(places: Sequence[Path]) -> list[str]:
    """How the nouns in kanji of the Japanese documents there sound."""
    golds = [read_gold(path) for path in find_documents(places)]
    return sorted(
        {
            word.reading
            for gold in golds
            if gold.lang == "ja" and gold.half == "tune"
            for word in tokenize(gold.text)
            if word.pos[0] == "名詞" and _KANJI.search(word.surface)
            if word.reading and LEAST <= len(word.reading) <= LONGEST
        }
    )


def spellings_of(pairs: Sequence[Pair], japanese: Sequence[str]) -> Spellings:
    """What these words teach."""
    likely = learn_pieces(pairs)
    foreign = sorted({tuple(word) for pair in pairs if (word := joined(pair, likely))})
    return Spellings(tuple(foreign), tuple(japanese))


def main() -> None:
    """Reads arguments; writes spellings.json, or prints the share of held words that are spelled right."""
    parser = argparse.ArgumentParser(description="Learn how words in katakana are spelled.")
    parser.add_argument("places", nargs="+", type=Path, help="lesson documents, or folders of them")
    parser.add_argument("--check", action="store_true", help="only hold words out, write nothing")
    told = parser.parse_args()
    pairs = sorted(pairs_of(load_catalogue(CATALOGUE).values()))
    japanese = japanese_of(told.places)
    if not told.check:
        write_spellings(spellings_of(pairs, japanese))
        print(f"{LEARNED}: {len(pairs)} words of the catalogue, {len(japanese)} Japanese ones")
        return
    held = {kana for kana, _ in pairs if crc32(kana.encode()) % HELD == 0}
    speller = speller_of(spellings_of([pair for pair in pairs if pair[0] not in held], japanese))
    right = sum((kana, speller.best(speller.likely(kana))) in pairs for kana in held)
    print(f"{right / len(held):.3f} of {len(held)}")


if __name__ == "__main__":
    main()
