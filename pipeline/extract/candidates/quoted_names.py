"""Names in Japanese quotation marks: a text and its tokens in, what stands in 「」 and is named rather than said, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.extract.candidates.cues_ja import INSIDE, QUOTED_THEN, WORKS
from pipeline.extract.candidates.sightings import Cue, CueKind, Sighting
from pipeline.extract.candidates.signs_ja import is_foreign, is_unknown, words_before
from pipeline.extract.candidates.word_lists import words_in
from pipeline.extract.tokens import Token

_QUOTED: Final = re.compile(r"[「『]([^「」『』。\n]{2,24})[」』]")
_REFERRING: Final = frozenset("同両各自他数当弊御貴新旧前本全")
_NO_NOUNS: Final = words_in("助詞 助動詞 動詞 形容詞 副詞 代名詞")
_SHOWN: Final = words_in(
    "発売 新発売 公開 開発中 発売中 提供中 予定 目玉 主力 看板 話題 自慢 新型 最新 国産 自社製 自社 自社開発 独自 初 旗艦"
)
"""What is said of a thing before its name: 来春発売の「X」."""
_KINDS: Final[dict[str, CueKind]] = {
    "project": "project",
    "model": "model",
    "law": "law",
    "hardware": "hardware",
    "organization": "organization",
    "product": "product",
}


def quoted_sightings(text: str, tokens: Sequence[Token], free: Sequence[bool]) -> Iterator[Sighting]:
    """Names in 「」 as a whole, where words before or behind say that it is one."""
    starts = {token.start: index for index, token in enumerate(tokens)}
    for match in _QUOTED.finditer(text):
        first = last = starts.get(match.start(1), len(tokens))
        while last < len(tokens) and tokens[last].end <= match.end(1):
            last += 1
        inside = tokens[first:last]
        if not inside or not all(free[first:last]) or inside[0].surface in _REFERRING:
            continue
        cues = list(words_before(tokens, first, plain=False))
        described = cues and tokens[first - 2].surface != "の" and len(inside) <= 4  # アプリ「はなすくん」
        if any(
            word.pos[0] in _NO_NOUNS or word.surface in "、，"
            for word in (inside[-1:] if described else inside)
        ):
            continue
        if not described:
            cues += _owned_quote(tokens, first, inside)
        cues += _behind_quote(text, match.end(1))
        closing = inside[-1].surface
        if len(inside) > 1 and closing in INSIDE:
            cues.append(Cue(INSIDE[closing], 0.45, f"ends with {closing}"))
        if cues:
            if any(is_unknown(word) or is_foreign(word.surface) for word in inside):
                cues.append(Cue("name", 0.3, "in quotes"))
            yield Sighting(match.start(1), match.end(1), cues)


def _owned_quote(tokens: Sequence[Token], first: int, inside: Sequence[Token]) -> Iterator[Cue]:
    """What stands before a quoted name that no describer explains: 接合機「スワ3」, テスラの「X」; not 映画「X」."""
    before, owner = (tokens[at] if at >= 0 else None for at in (first - 2, first - 3))
    if before is None or len(inside) > 3:
        return
    if before.pos[1] == "普通名詞" and not any(before.surface.endswith(work) for work in WORKS):
        yield Cue("product", 0.35, f"{before.surface} before it")
    elif before.surface == "の" and owner is not None and owner.surface in _SHOWN:
        yield Cue("product", 0.5, f"{owner.surface}の before it")
    elif before.surface == "の" and owner is not None and is_foreign(owner.surface):
        named = is_unknown(owner) or owner.surface in INSIDE
        yield Cue("product", 0.5 if named else 0.4, f"{owner.surface}の before it")


def _behind_quote(text: str, end: int) -> Iterator[Cue]:
    if match := QUOTED_THEN.match(text, end):
        words = f"{match.group()[1:]} behind it"
        group = match.lastgroup or ""
        if group in ("named", "shown"):
            yield Cue("name", 0.6 if group == "named" else 0.35, words)
        elif group in _KINDS:
            yield Cue(_KINDS[group], 0.5, words)
