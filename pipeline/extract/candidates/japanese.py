"""Sightings in Japanese: a text and its tokens in, the names that no plain word explains, with their cues, out.

Nouns that stand together are a chunk. Inside it, words that the dictionary does not hold, proper nouns and words in Latin
letters are the core of a name; company words behind it belong to it, honorifics behind and describers before do not.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.extract.candidates.cues_ja import (
    ARTS_BEFORE,
    ARTS_BEHIND,
    CORPORATIONS,
    DESCRIBERS,
    HONORIFICS,
    HOUSES,
    INSIDE,
    SEATED,
)
from pipeline.extract.candidates.native_names import closed_name, native_name
from pipeline.extract.candidates.plain_words import FAMOUS, GENERIC, OPENERS, gazetteer, japanese_places
from pipeline.extract.candidates.quoted_names import quoted_sightings
from pipeline.extract.candidates.sightings import Cue, Sighting
from pipeline.extract.candidates.signs_ja import (
    KANJI,
    KATAKANA,
    LATIN,
    LOANED,
    NO_NAMES,
    is_foreign,
    is_listed,
    is_owned,
    is_unknown,
    own_words,
    words_before,
    words_behind,
)
from pipeline.extract.tokens import Token
from pipeline.records import EntityType

_DIGITS: Final = re.compile(r"\d+(?:\.\d+)?")
_VERSIONED: Final = re.compile(r"([^\d\s]{2,}?)[- ‐]?v?\d[\w.]*")
_PARTS: Final = re.compile("[・ ]")
_JOINTS: Final = frozenset("・-‐‑=＝.&＆")
_TOWNS: Final = frozenset(
    ("シティ", "シティー", "バレー", "ビーチ", "アイランド", "ヒルズ", "カウンティ", "ベイ")
)
"""What goes on behind a place's name and makes another place: オクラホマシティ."""
_LONGEST_FIRST: Final = tuple(sorted(INSIDE, key=len, reverse=True))
_SPACES: Final = frozenset(" \u00a0")


def japanese_sightings(
    text: str, tokens: Sequence[Token], taken: Sequence[tuple[int, int]]
) -> list[Sighting]:
    """The sightings of the text in order of their places; none overlaps what is taken (sorted spans)."""
    free = _free(tokens, taken)
    found = list(quoted_sightings(text, tokens, free))
    for first, last in _chunks(tokens, free):
        found += _in_chunk(text, tokens, first, last, taken)
    return sorted(found, key=lambda sighting: (sighting.start, -sighting.end))


def _free(tokens: Sequence[Token], taken: Sequence[tuple[int, int]]) -> list[bool]:
    """Whether each token overlaps nothing that is taken."""
    free = [True] * len(tokens)
    starts = [token.start for token in tokens]
    for start, end in taken:
        first = max(0, bisect_right(starts, start) - 1)
        first += first < len(tokens) and tokens[first].end <= start
        last = bisect_left(starts, end)
        free[first:last] = [False] * (last - first)
    return free


def _chunks(tokens: Sequence[Token], free: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Index ranges of nouns, and what joins them, that stand together."""
    first: int | None = None
    for index, token in enumerate(tokens):
        inside = free[index] and (
            (token.pos[0] == "名詞" and token.pos[1] != "助動詞語幹")
            or (
                token.pos[0] in ("接尾辞", "接頭辞")
                and bool(KANJI.fullmatch(token.surface))
                and token.surface not in NO_NAMES
            )
            or (first is not None and _joins(tokens, index))
        )
        if inside and first is None:
            first = index
        elif not inside and first is not None:
            yield first, index
            first = None
    if first is not None:
        yield first, len(tokens)


def _joins(tokens: Sequence[Token], index: int) -> bool:
    """Whether a mark or a space stands between two words of one name: クレア・デュヴァル, Helio Labs, KX-8."""
    if not 0 < index < len(tokens) - 1:
        return False
    surface, before, behind = (tokens[at].surface for at in (index, index - 1, index + 1))
    if surface in _SPACES:
        return bool(LATIN.fullmatch(before) and (LATIN.fullmatch(behind) or _DIGITS.fullmatch(behind)))
    return surface in _JOINTS and is_foreign(before) and (is_foreign(behind) or behind[:1].isdigit())


def _in_chunk(
    text: str, tokens: Sequence[Token], first: int, last: int, taken: Sequence[tuple[int, int]]
) -> Iterator[Sighting]:
    index = first
    while index < last:
        end, cues = (
            _incorporated(tokens, index, last)
            or _seated(text, tokens, index, last)
            or _name_at(tokens, index, last)
        )
        if end == index:
            index += 1
            continue
        start_at, end_at = tokens[index].start + _described_inside(tokens[index]), tokens[end - 1].end
        if text[start_at:end_at] in FAMOUS:
            index = end
            continue
        if "・" in text[start_at:end_at] and _is_of_the_arts(text, start_at, end_at):
            index = end
            continue
        plain = all(cue.weight <= 0.05 for cue in cues)
        common = plain and not is_foreign(tokens[index].surface)
        before = words_before(tokens, index, plain=plain)
        cues = [*cues, *before, *words_behind(text, end_at, plain=plain, common=common)]
        if any(cue.weight > 0 for cue in cues):
            if not common and is_listed(text, start_at, end_at, taken):
                cues.append(Cue("organization", 0.25, "in a list with a known name"))
            if is_owned(text, start_at, end_at, taken):
                cues.append(Cue("product", 0.35, "of a known name"))
            if index and tokens[index - 1].surface in CORPORATIONS and start_at == tokens[index].start:
                start_at = tokens[index - 1].start
            yield Sighting(start_at, end_at, cues)
        index = end


def _is_of_the_arts(text: str, start: int, end: int) -> bool:
    """Whether a person's name is a composer's, a painter's or a hero's: クロード・ドビュッシーの曲, 画家のフリーダ・カーロ."""
    behind = ARTS_BEHIND.match(text, end)
    return bool(behind or ARTS_BEFORE.search(text, max(0, start - 30), start)) and not HONORIFICS.match(
        text, end
    )


def _described_inside(token: Token) -> int:
    """How many characters of an unknown word in katakana are a describer before a name: モデルソリ."""
    surface = token.surface
    if not (token.oov and KATAKANA.fullmatch(surface)):
        return 0
    return max((at for at in range(3, min(len(surface) - 1, 10)) if surface[:at] in DESCRIBERS), default=0)


def _incorporated(tokens: Sequence[Token], index: int, last: int) -> tuple[int, list[Cue]] | None:
    """All words behind the form of a company: 有限会社|杉本|林業."""
    formed = index and tokens[index - 1].surface in CORPORATIONS
    if not formed or last - index > 5 or HONORIFICS.fullmatch(tokens[last - 1].surface):
        return None
    return last, [Cue("name", 0.1, "behind the form of a company")]


def _seated(text: str, tokens: Sequence[Token], index: int, last: int) -> tuple[int, list[Cue]] | None:
    """All words up to a bracket with a seat, which only companies have: ひなた翼（横浜市）."""
    if last - index not in (2, 3, 4) or not SEATED.match(text, tokens[last - 1].end):
        return None
    long = tokens[last - 1].end - tokens[index].start > 14
    said = any(tokens[at].surface in DESCRIBERS for at in (index, last - 1))
    if long or said or tokens[index].pos[1] == "数詞":
        return None
    return last, [Cue("name", 0.1, "words before a seat")]


def _name_at(tokens: Sequence[Token], index: int, last: int) -> tuple[int, list[Cue]]:
    """Where the name that begins with this token ends (index itself: none begins), and what its own words say."""
    token = tokens[index]
    if is_foreign(token.surface):
        return _foreign_name(tokens, index, last)
    if token.pos[1] == "数詞":
        return index, []
    return native_name(tokens, index, last)


def _foreign_name(tokens: Sequence[Token], index: int, last: int) -> tuple[int, list[Cue]]:
    """A name in katakana or Latin letters, with its version, and a company word in any script behind it."""
    place = tokens[index].pos[2] == "地名"
    if KATAKANA.fullmatch(tokens[index].surface) and (place or not is_unknown(tokens[index])):
        closed = closed_name(tokens, index, last)
        if closed and (place or closed[1][0].kind == "law" or tokens[closed[0] - 1].surface in HOUSES):
            return closed
    cut = place and index + 1 < last and bool(KATAKANA.fullmatch(tokens[index + 1].surface))
    cut = cut and tokens[index + 1].surface not in DESCRIBERS and tokens[index + 1].surface not in INSIDE
    cut = cut and tokens[index + 1].surface not in _TOWNS
    if cut and KATAKANA.fullmatch(tokens[index].surface) and tokens[index].surface not in japanese_places():
        end = index + 2  # ヴェルダン|ティック is no place
        if LOANED.fullmatch("".join(word.surface for word in tokens[index:end])):
            return end, [Cue("name", 0.15, "a loan word")]  # プラット|フォーマー
        return end, [
            Cue("name", 0.4, "katakana that no dictionary holds"),
            *own_words(tokens[index:end]),
        ]
    if _generic(tokens[index]) and not (index + 1 < last and tokens[index + 1].surface in "・-"):
        return index, []
    end = index + 1
    while end < last and _goes_on(tokens[end], tokens[end - 1]):
        end += 1
    while end > index + 1 and tokens[end - 1].surface in _JOINTS | _SPACES:
        end -= 1
    if "".join(word.surface for word in tokens[end : min(last, end + 2)]) in INSIDE:  # アル・ワハ|投資|庁
        house = INSIDE["".join(word.surface for word in tokens[end : min(last, end + 2)])]
        return min(last, end + 2), [
            Cue(house, 0.5, "a company's word behind it"),
            *own_words(tokens[index:end]),
        ]
    return end, list(own_words(tokens[index:end]))


def _goes_on(token: Token, before: Token) -> bool:
    """Whether a name in katakana or Latin letters goes on with this token."""
    surface = token.surface
    if surface in _JOINTS or surface in _SPACES or (surface.isascii() and surface[0].isdigit()):
        return True
    if len(surface) == 1 and surface.isascii() and before.surface[-1].isdigit():
        return surface.isalpha()  # Kotoha-1.3B
    if surface in INSIDE:
        return INSIDE[surface] != "law"
    if HONORIFICS.fullmatch(surface) or not is_foreign(surface):
        return False
    if LATIN.fullmatch(surface) and KATAKANA.fullmatch(before.surface) and not is_unknown(before):
        return False  # ガスタービンHG-50
    letters = surface.isupper() and len(surface) > 2 and is_unknown(before)  # バーラトGPT
    return before.surface in _JOINTS or not _generic(token) or (letters and surface not in DESCRIBERS)


def _generic(token: Token) -> bool:
    """A word that by itself names nothing: short forms, places, plain English words in lower case."""
    surface = token.surface
    if LATIN.fullmatch(surface):
        lower = surface.lower()
        return (
            lower in GENERIC
            or lower in OPENERS
            or lower in gazetteer()
            or surface.islower()
            or len(surface) == 1
        )
    return token.pos[2] == "地名" or surface in japanese_places() or surface in DESCRIBERS or len(surface) < 2


def short_forms_ja(name: str, first: Token | None, kind: EntityType) -> list[str]:
    """What a text may call the owner of this full name later: 佐藤, デュヴァル, ホタル. `first` is the name's first word."""
    if kind in ("model", "product", "hardware") and (versioned := _VERSIONED.fullmatch(name)):
        return [versioned[1]]
    if kind == "person":
        if "・" in name or " " in name:
            parts = _PARTS.split(name)
            return [part for part in (parts[-1], parts[0]) if part not in japanese_places()]
        return [first.surface] if first and first.pos[2] == "人名" and len(first.surface) < len(name) else []
    if kind == "organization" and name.startswith("株式会社"):
        return [name.removeprefix("株式会社")]
    if kind == "organization" and first and first.surface == name and KANJI.fullmatch(name):
        return []  # 欧州 is not 欧州委員会
    if kind == "organization":
        for closing in _LONGEST_FIRST:
            if "・" in name and not name.endswith(closing):
                continue
            least = 2 if first and first.pos[2] != "地名" and KANJI.fullmatch(name) else 3
            if name.endswith(closing) and len(name) - len(closing) >= least:
                return [name[: -len(closing)].rstrip("・ ")]
        return [name.split("・")[0]] if "・" in name else []
    return []
