"""Latin spelling: a text and names in katakana in, the Latin letters in which the text itself writes them out.

In brackets beside it (ヴェルサンティ（Versanti）), in an address (flexion.ai) or anywhere else, what sounds like the name is the name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from pipeline.extract.names.apart import apart, size
from pipeline.extract.names.phonemes import bones, phonemes, readings_of_bones

LEAST_LETTERS: Final = 3
ALIKE: Final = 0.16
"""Distance, as a share of the name's size, up to which Latin letters anywhere are the katakana."""
ALIKE_BESIDE: Final = 0.4
"""The same of what stands in brackets beside it."""
MOST_SPELLINGS: Final = 3_000

_KANA: Final = re.compile(r"[ァ-ヺー][ァ-ヺー・]*")
_LATIN: Final = re.compile(
    r"(?<![A-Za-z0-9@])[A-Z][A-Za-zÀ-ÿ'’]+(?:[ -][A-Z][A-Za-zÀ-ÿ'’]+){0,3}(?![A-Za-zÀ-ÿ])"
)
_HOST: Final = re.compile(
    r"(?<![A-Za-z0-9])([a-z]{3,20})\.(?:ai|com|io|jp|co|org|net|dev|tech|eu|fr|de|kr|cn)(?![a-z])"
)
_BEHIND: Final = re.compile(
    r"[」』]?[（(](?:[仏英独米]?社名[:：]?|英語?名?[:：]?|[仏英独米])?[ ]?([A-Z][A-Za-zÀ-ÿ'’.]+(?:[ -][A-Z][A-Za-zÀ-ÿ'’.]+){0,3})(?=[）)、,：: ])"
)
_BEFORE: Final = re.compile(r"([A-Z][A-Za-zÀ-ÿ'’]+(?:[ -][A-Z][A-Za-zÀ-ÿ'’]+){0,3})[ ]?[（(][「『]?\Z")


def spelled_in_text(text: str, names: Mapping[str, Iterable[int]]) -> dict[str, str]:
    """By name in katakana its Latin spelling, for those that the text gives one; `names` with where they stand."""
    kana = {name: places for name, places in names.items() if _KANA.fullmatch(name)}
    if not kana:
        return {}
    spellings: dict[str, list[tuple[str, str]]] = defaultdict(list)
    written = [match[0] for match in _LATIN.finditer(text)][:MOST_SPELLINGS]
    hosts = [match[1].capitalize() for match in _HOST.finditer(text)]
    for latin in dict.fromkeys((*written, *hosts)):
        sounds = _sounds(latin)
        if len(latin) >= LEAST_LETTERS and sounds:
            for key in set(readings_of_bones(sounds)):
                spellings[key].append((sounds, latin))
    found: dict[str, str] = {}
    for name, places in kana.items():
        sounds = _sounds(name)
        if latin := _beside(text, name, sounds, places) or _anywhere(sounds, spellings):
            found[name] = latin
    return found


def _sounds(name: str) -> str:
    return "".join(phonemes(part) for part in re.split(r"[・ -]", name))


def _beside(text: str, name: str, sounds: str, places: Iterable[int]) -> str | None:
    for place in places:
        end = place + len(name)
        match = _BEHIND.match(text, end) or _BEFORE.search(text, max(0, place - 50), place)
        if match and _share(sounds, _sounds(match[1])) <= ALIKE_BESIDE:
            return match[1].rstrip(".")
    return None


def _anywhere(sounds: str, spellings: Mapping[str, list[tuple[str, str]]]) -> str | None:
    near = [
        (share, latin)
        for other, latin in spellings.get(bones(sounds), ())
        if (share := _share(sounds, other)) <= ALIKE
    ]
    return min(near)[1] if near else None


def _share(sounds: str, other: str) -> float:
    """How far apart two names are, as a share of how much there is to tell them by."""
    much = max(size(sounds), size(other), 1.0)
    return apart(sounds, other, much) / much
