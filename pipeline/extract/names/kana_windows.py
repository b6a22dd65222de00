"""Windows of katakana: a text and Sudachi's words in, the runs of katakana that may be a name which no alias explains out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.candidates.more_places_ja import MORE_PLACES_JA
from pipeline.extract.candidates.word_lists import words_in
from pipeline.extract.names.fold import is_katakana
from pipeline.extract.names.sounded import LETTERS
from pipeline.extract.tokens import Token

LEAST = 4
"""Kana of a window."""
LONGEST = 40
MOST_PARTS = 4
MOST_MIXED = 3
"""Words of other characters that a misheard name may hold."""
LONGEST_PIECE = 2
"""Characters of such a word: 株式会社 is heard as what it is. And of all of them, where one is a particle (江のビデア)."""

_UNIT = r"(?:ドル|ユーロ|ポンド|ウォン|ルピー|ペソ|セント|パーセント|ワット|ギガ|メガ|テラ|キロ|トン|トークン|パラメ)"
"""What begins behind a number with no name: 100億ドルペース."""
_RUN = re.compile(
    rf"(?<![\d十百千万億兆](?={_UNIT}))[ァ-ヺ][ァ-ヺー]*(?:[・･][ァ-ヺ][ァ-ヺー]*)*(?:AI(?![A-Za-z]))?"
)
_HEAD_BEHIND = re.compile(
    r"(?<=[ァ-ヺー]{4})(?:チップ|チップス|サーバー|モデル|シリーズ|ジャパン|ユーザー|エンジン|ロボット|アプリ|エージェント|プロセッサー?|クラスター|スーパーコンピューター?"
    r"|スパコン|グループ|ファンド|チーム|バージョン|プラン)\Z"
)
_HEAD_BEFORE = re.compile(
    r"(?:スーパーコンピューター?|スパコン|プロジェクト|ロボット|スタートアップ|メーカー|ライバル|コードネーム)(?=[ァ-ヺ]{4})"
)
_HOUSES = words_in(
    """
    グループ テクノロジーズ テクノロジー システムズ ホールディングス エナジー パワー キャピタル ベンチャーズ パートナーズ リサーチ コーポレーション インダストリーズ
    ラボ ラボズ ネットワークス ロボティクス コンピューティング ソフトウエア ソフトウェア セミコンダクター インターナショナル マテリアルズ モーターズ エレクトロニクス
    """
)
"""Last words of firms' names that a catalogue may leave out: ネビウス・グループ."""
_PART = re.compile(r"[ァ-ヺ][ァ-ヺー]*")


_LETTERS_FIRST = re.compile(
    r"(?<![A-Za-zァ-ヺー・])(?!(?:AI|AR|CPU|DX|EU|EV|GPU|IT|LLM|NPU|OS|PC|SNS|TV|UK|US|VR|XR)[ァ-ヺ])[A-Z]{1,3}(?=[ァ-ヺ])[ァ-ヺー]{2,}(?![ァ-ヺー・A-Za-z])"
)


class KanaWindow(NamedTuple):
    """A possible name at [start, end). `unknown` has a word that no dictionary holds, `family` says so of its last part, or that
    it is made of several words. Of a `mixed` one the surface is its reading."""

    start: int
    end: int
    surface: str
    unknown: bool
    family: bool
    mixed: bool = False


def kana_windows(text: str, tokens: Sequence[Token], free: Sequence[bool]) -> Iterator[KanaWindow]:
    """Whole runs first, then what is left of one without a plain word at its end or its beginning (…チップ, 社長…)."""
    places = {token.start: index for index, token in enumerate(tokens)}
    for run in _RUN.finditer(text):
        start, end = run.span()
        if end - start < LEAST or end - start > LONGEST or start not in places:
            continue
        inside = [token for token in tokens[places[start] : places[start] + end - start] if token.start < end]
        if inside[-1].end > end or run[0] in MORE_PLACES_JA:
            continue
        words = [token for token in inside if is_katakana(token.surface[0])]
        if len(words) == 1 and not (words[0].oov or _is_a_name(words[0]) or run[0].endswith("AI")):
            continue
        parts = run[0].count("・") + 1
        if parts <= MOST_PARTS and all(free[start:end]):
            yield _window(text, words, start, end)
        if parts > 1:
            last = run[0].rindex("・") + 1
            if run[0][last:] in _HOUSES and last > LEAST and all(free[start : start + last - 1]):
                some = [word for word in words if word.start < start + last]
                if len(some) > 1 or some[0].oov:
                    yield _window(text, some, start, start + last - 1)
            continue
        behind, before = _HEAD_BEHIND.search(run[0]), _HEAD_BEFORE.match(run[0])
        low, high = (
            start + (before.end() if before else 0),
            start + (behind.start() if behind else len(run[0])),
        )
        if (before or behind) and any(word.oov for word in words) and all(free[low:high]):
            yield _window(text, words, low, high)
            continue
        if len(words) < 2:
            continue
        for some in (words[:-1], words[1:]):
            left_out = words[-1] if some[0] is words[0] else words[0]
            low, high = some[0].start, some[-1].end
            if (
                not left_out.oov
                and len(left_out.surface) > 1
                and high - low >= LEAST
                and (len(some) > 1 or some[0].oov)
                and all(free[low:high])
            ):
                yield _window(text, some, low, high)


def lettered_windows(text: str, free: Sequence[bool]) -> Iterator[KanaWindow]:
    """Katakana behind letters that the catalogue may have in katakana as they are read out: UBテック is ユービーテック."""
    for match in _LETTERS_FIRST.finditer(text):
        start, end = match.span()
        if all(free[start:end]) and end - start <= LONGEST:
            surface = "".join(LETTERS.get(one, one) for one in match[0])
            yield KanaWindow(start, end, surface, unknown=True, family=True)


def mixed_windows(tokens: Sequence[Token], free: Sequence[bool]) -> Iterator[KanaWindow]:
    """What a recogniser made of a name that it did not know: unknown katakana with words of other characters at it, in
    katakana as they are read (安蘇ロピック, ハイペリ音)."""
    for index, token in enumerate(tokens):
        if not (token.oov and len(token.surface) > 1 and all(map(is_katakana, token.surface))):
            continue
        for first in range(max(0, index - MOST_MIXED), index + 1):
            for last in range(index, min(len(tokens), index + MOST_MIXED)):
                if first == last or last - first > MOST_MIXED:
                    continue
                words = tokens[first : last + 1]
                start, end = words[0].start, words[-1].end
                reading = "".join(word.reading for word in words)
                if (
                    all(free[start:end])
                    and end - start <= LONGEST
                    and all(word is token or _may_be_a_piece(word) for word in words)
                    and not _is_particle(words[0])
                    and not _is_particle(words[-1])
                    and (
                        end - start - len(token.surface) <= LONGEST_PIECE or not any(map(_is_particle, words))
                    )
                ):
                    yield KanaWindow(start, end, reading, unknown=True, family=True, mixed=True)


def _may_be_a_piece(word: Token) -> bool:
    """Whether a recogniser that did not know a name may have heard this word in it: a short one with a sound, no number."""
    return (
        bool(word.reading)
        and len(word.surface) <= LONGEST_PIECE
        and not is_katakana(word.surface[0])
        and word.pos[0] not in ("助動詞", "接続詞", "感動詞", "補助記号")
        and word.pos[1] != "数詞"
    )


def _is_particle(word: Token) -> bool:
    return word.pos[0] == "助詞"


def _is_a_name(word: Token) -> bool:
    """Whether the dictionary holds the word as a name, and of no place: ファナック, コロッサス."""
    return word.pos[1] == "固有名詞" and word.pos[2] != "地名"


def _window(text: str, words: Sequence[Token], start: int, end: int) -> KanaWindow:
    surface = text[start:end]
    last = start + max((part.start() for part in _PART.finditer(surface)), default=0)
    family = [word for word in words if word.start >= last]
    return KanaWindow(
        start,
        end,
        surface,
        unknown=any(word.oov for word in words)
        or (len(words) == 1 and _is_a_name(words[0]) and words[0].pos[2] != "人名"),
        family=len(family) != 1 or family[0].oov,
    )
