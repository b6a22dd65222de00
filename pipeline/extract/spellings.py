"""Spellings: how foreign words are written in katakana and in Latin letters, and how Japanese words sound, as far as the program knows; in: spellings.json.

`make teach` takes them from the catalogue's names and from the words of Japanese lessons (benchmarks/teaching_spellings.py).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

LEARNED: Final = Path(__file__).with_name("spellings.json")
SMALL: Final = frozenset("ァィゥェォャュョヮ")
"""Kana that are one mora with the one before."""

Piece = tuple[str, str]
"""One or two morae, and the Latin letters they are written with, which may be none."""


@dataclass(frozen=True, slots=True)
class Spellings:
    """foreign: words as pieces that belong together; japanese: words in katakana as they sound."""

    foreign: tuple[tuple[Piece, ...], ...]
    japanese: tuple[str, ...]


@cache
def read_spellings() -> Spellings:
    """What stands in spellings.json: {"foreign": ["ヘ=he ロ=ro ン=n", …], "japanese": ["アサギリ", …]}."""
    told = json.loads(LEARNED.read_text(encoding="utf-8"))
    foreign = (tuple(_piece(one) for one in line.split(" ")) for line in told["foreign"])
    return Spellings(tuple(foreign), tuple(told["japanese"]))


def write_spellings(known: Spellings) -> None:
    """Writes spellings.json, a word a line."""
    foreign = [" ".join(f"{kana}={latin}" for kana, latin in word) for word in known.foreign]
    told = {"foreign": foreign, "japanese": known.japanese}
    LEARNED.write_text(json.dumps(told, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _piece(written: str) -> Piece:
    kana, _, latin = written.partition("=")
    return kana, latin


def morae(kana: str) -> tuple[str, ...]:
    """The morae of a word in katakana; ー and ッ are morae of their own."""
    found: list[str] = []
    for letter in kana:
        if letter in SMALL and found:
            found[-1] += letter
        else:
            found.append(letter)
    return tuple(found)
