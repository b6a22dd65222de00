"""Kin in kana: a Japanese text and what is linked in it in, its relatives' Latin names in katakana of one word out.

Words that are short or in the dictionary (ネオ, ディジット, コグニッション) say nothing by their sound alone. Beside their maker, or
what they make, and placed as a name is (1Xの「ネオ」, ロボット「ディジット」), they are the relative of that sound.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.extract.candidates.cues_ja import DESCRIBERS, TERMS
from pipeline.extract.loan_words import is_loan_word
from pipeline.extract.names.apart import apart, size
from pipeline.extract.names.certain import Linked
from pipeline.extract.names.fold import is_katakana
from pipeline.extract.names.kin_sounds import LEAST_KANA, MADE, KinSounds
from pipeline.extract.names.phonemes import bones, phonemes
from pipeline.extract.tokens import Token
from pipeline.records import Entity

NEARLY, LEAST_APART = 0.1, 0.13
"""Distance up to which a word sounds like a name, as a share of its size and at least."""
TIED = 0.05
AMONG = 2
"""Names that make a text one of the industry."""
FAR = 400
"""Characters between the word and its relative."""

_OPENS, _CLOSES = '「『“"', re.compile('[」』”"]')
_CALLED = re.compile(r"(?:名前|名称|愛称|呼び名|コードネーム|その名)[はも]?[「『]?\Z")
_PARTICLE = re.compile(r"[はがをのにでともへや、。」』]|から|など|より|社(?!会)")


class Relative(NamedTuple):
    """A word at [start, end) that sounds like a relative of an entity of the text."""

    start: int
    end: int
    entity: str
    name: str
    beside: str


def kin_in_kana(
    text: str,
    tokens: Sequence[Token],
    linked: Sequence[Linked],
    kin: KinSounds,
    catalogue: Mapping[str, Entity],
    spelled_right: Mapping[int, int],
) -> Iterator[Relative]:
    """The words of katakana that are a relative's name, each place of a word that is one once.

    spelled_right: where words that the catalogue holds but nobody speaks for begin and end.
    """
    ends = {link.end: link.entity for link in linked}
    begins = {link.start: link.entity for link in linked}
    places = [link.start for link in linked]
    held = {place for link in linked for place in range(link.start, link.end)}
    words: dict[str, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens):
        if (
            len(token.surface) >= LEAST_KANA
            and is_katakana(token.surface[0])
            and token.start not in held
            and token.start not in spelled_right
            and _is_a_word(tokens, index)
        ):
            words[token.surface].append(index)
    if not words or not linked:
        return
    named = dict.fromkeys(link.entity for link in linked)
    for surface, indexes in words.items():
        if surface in DESCRIBERS or surface in TERMS or is_loan_word(surface):
            continue
        if tokens[indexes[0]].pos[2] == "地名":
            continue
        heard = _like(surface, named, kin)
        if not heard:
            continue
        entity, name, beside = heard
        made = catalogue[entity].type in MADE
        if catalogue[entity].type == "person" and not tokens[indexes[0]].oov:
            continue
        plain = not tokens[indexes[0]].oov
        project = catalogue[entity].type == "project"  # named after its place, more often than not
        words_too = name in catalogue[entity].ambiguous or project
        first = next(
            (
                at
                for at, index in enumerate(indexes)
                if _is_placed(
                    text,
                    tokens,
                    index,
                    ends,
                    begins,
                    beside,
                    made=made,
                    plain=plain or words_too,
                    project=project,
                )
            ),
            None,
        )
        if first is not None:
            for index in indexes[first if plain else 0 :]:  # ストロベリー is a fruit before it is a project
                token = tokens[index]
                if _PARTICLE.match(text, token.end) and any(abs(token.start - at) < FAR for at in places):
                    yield Relative(token.start, token.end, entity, name, beside)


def _is_a_word(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word of katakana stands alone, joined with no other."""
    token = tokens[index]
    before = tokens[index - 1].surface[-1:] if index else ""
    behind = tokens[index + 1].surface[:1] if index + 1 < len(tokens) else ""
    return (
        all(map(is_katakana, token.surface))
        and not (before and (is_katakana(before) or before == "・"))
        and not (behind and (is_katakana(behind) or behind == "・"))
    )


def _is_placed(
    text: str,
    tokens: Sequence[Token],
    index: int,
    ends: Mapping[int, str],
    begins: Mapping[int, str],
    beside: str,
    *,
    made: bool,
    plain: bool,
    project: bool,
) -> bool:
    """Whether the word stands as a name does: in quotes, behind its maker's の, behind what it is, as who does something."""
    token = tokens[index]
    before = tokens[index - 1] if index else None
    if not made and text.startswith("の", token.end) and begins.get(token.end + 1) == beside:
        return True  # コグニッションのスコット・ウー
    if before is None:
        return not plain or not made
    if _CALLED.search(text, max(0, token.start - 8), token.start):
        return True
    if before.surface in _OPENS:
        return bool(_CLOSES.match(text, token.end))
    at = index - 1
    if before.surface == "の" and at:
        at -= 1
        if ends.get(before.start) == beside and not project:
            return True
    kind = DESCRIBERS.get(tokens[at].surface)
    if kind and (kind in MADE) == made:
        return True
    return not plain or not made


def _like(surface: str, named: Collection[str], kin: KinSounds) -> tuple[str, str, str] | None:
    """The one relative of what is named that the word sounds like: entity, name, who is named."""
    sounds = phonemes(surface)
    key = bones(sounds)
    relatives = [
        (*relative, beside)
        for beside in named
        for relative in kin.of(beside).get(key, ())
        if relative[1] not in named
    ]
    if len(named) >= AMONG:
        relatives += [(*one, next(iter(named))) for one in kin.famous.get(key, ())]
    near: list[tuple[float, str, str, str]] = []
    for other, entity, name, beside in relatives:
        most = max(LEAST_APART, size(other) * NEARLY)
        if (distance := apart(sounds, other, most)) <= most:
            near.append((distance, entity, name, beside))
    if not near:
        return None
    distance, entity, name, beside = min(near)
    rivals = {one for far, one, _, _ in near if far <= distance + TIED}
    return (entity, name, beside) if len(rivals) == 1 else None
