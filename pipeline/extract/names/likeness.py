"""Likeness: two names and their sounds in, how alike they are out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from pipeline.extract.names.fold import is_cjk
from pipeline.extract.names.rewritten import rewritings, rewritten
from pipeline.extract.names.sounds import REMEMBERED, consonants, latin_of

LEAST_CONSONANTS = 4
"""Consonants from which on equal sounds say much by themselves."""
LONG_SOUNDS = 7
"""From here on one sound may differ."""

_ONE_SOUND = rewritings(
    (pattern, plain)
    for pattern, plain in (
        (r"ee|ea|ie|y", "i"),
        (r"oo|ou", "u"),
        (r"eau|au|aw", "o"),
        (r"ai|ei", "e"),
        (r"ph", "f"),
        (r"x", "ks"),
        (r"c(?=[ei])", "s"),
        (r"qu(?=[ei])|ck|[cq](?!h)", "k"),
        (r"(.)\1+", r"\1"),
    )
)


def how_alike(form: str, letters: str, heard: str, name: str, other: str) -> float:
    """0 to 1; 0 for what does not sound or read alike enough."""
    own = latin_of(name)
    if is_cjk(form[0]) != is_cjk(name[0]):
        return 0.0  # opena, オープンAI
    if own == letters:
        return 1.0  # but for accents
    if (
        own.startswith(letters)
        or (own.endswith(letters) and heard != other)
        or (letters.startswith(own) and len(letters) - len(own) > 1 + (heard == other))
    ):
        return 0.0  # Open and OpenAPI are words of their own, not OpenAI cut off or drawn out
    alike = JaroWinkler.similarity(
        letters[letters[0] in "aeiou" and own[0] not in "aeiou" :], own
    )  # in-vidia
    alike = max(alike, JaroWinkler.similarity(_as_heard(letters), _as_heard(own)))
    differing = Levenshtein.distance(heard, other)
    if heard == other:
        bones = consonants(heard)
        enough = alike >= (0.72 if bones >= LEAST_CONSONANTS else 0.84)
    else:
        longer = max(len(heard), len(other))
        enough = differing == 1 and longer >= LONG_SOUNDS and alike >= 0.88
    return (alike + 1 - differing / max(len(heard), len(other))) / 2 if enough else 0.0


@lru_cache(maxsize=REMEMBERED)
def _as_heard(letters: str) -> str:
    """Letters with the usual spellings of one sound made one: deepseek and dipsic are dipsik."""
    return rewritten(letters, _ONE_SOUND)


def shared(one: str, other: str) -> str:
    """How both begin."""
    same = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return one[:same]


def without_one(heard: str) -> Iterator[str]:
    for place in range(len(heard)):
        yield heard[:place] + heard[place + 1 :]
