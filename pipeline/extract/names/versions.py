"""Versions: where a family's name ends in a text in, where its version ends out (GPT-4.7, Claude Opus 6, クロード4.8).

A version is what makers hang on a family's name: numbers, letters with numbers, sizes (70B, 8x7B) and size words.
The catalogue need not hold it; the whole is one name.
"""

from __future__ import annotations

import re

_JOINT = r"[ \u00a0\-‐–・]?"
# What counts things is no version: Claude 3 million users, Gemini 2倍, GPT-4 10%.
_COUNTED = (
    r"(?![ \u00a0]?(?:%|％|[€$¥£]|(?:million|billion|thousand|hundred|percent|per cent|times|users?|people|years?|months?|days?|hours?"
    r"|minutes?|weeks?|gigawatts?|megawatts?|dollars?|euros?|mill|milli|fois|pour|ans|mois|jours|utilisateurs|tokens?)\b"
    r"|[年月日時分秒人社件億万兆倍割つ個台本円章位歳回種]|カ月|ドル|ユーロ|パーセント|パラメ|トークン))"
)
_NUMBER = rf"[Vv]?\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[a-z]?(?![\w.,]*\d)(?![A-Za-z0-9%]){_COUNTED}"
_SIZE = r"\d{1,4}(?:\.\d)?(?:x\d{1,3})?[BMb](?:-A\d{1,3}[Bb])?(?![A-Za-z0-9])"
_LETTERED = r"[KMRVkrv]\d(?:\.\d{1,2})?(?![A-Za-z0-9])"
_WORD = (
    r"(?:Mini|Nano|Micro|Tiny|Small|Medium|Large|Pro|Max|Plus|Ultra|Flash|Lite|Light|Turbo|Preview|Experimental|Exp|Thinking"
    r"|Reasoning|Instruct|Chat|Base|Coder|VL|Vision|Audio|Omni|Instant|Opus|Sonnet|Haiku|Fast|Heavy|Air|Next|Realtime|Distill"
    r"|Math|Codex|Maverick|Scout|Behemoth|Nemo|Speciale|Embedding|Guard|Zero|Lightning|XL|XXL|MoE|Deep Think|High|Low"
    r"|MINI|NANO|PRO|MAX|ULTRA|FLASH|LITE|TURBO|PREVIEW)(?![A-Za-z0-9])"
)
_LOWER = (
    r"(?:mini|nano|pro|max|ultra|flash|lite|turbo|preview|instruct|thinking|coder|vl|exp)(?![A-Za-z0-9-])"
)
_HUNG = r"-(?:mini|nano|pro|max|ultra|flash|lite|turbo|preview|instruct|thinking|coder|chat|base|high|low|fast|latest)(?![A-Za-z0-9])"
_KANA = (
    r"(?:ミニ|ナノ|スモール|ミディアム|ラージ|プロ|マックス|プラス|ウルトラ|フラッシュ|ライト|ターボ|プレビュー|シンキング|オーパス|ソネット|ハイク)"
    r"(?![ァ-ヺー])"
)
_FIRST = rf"(?:{_HUNG}|{_JOINT}(?:{_SIZE}|{_LETTERED}|{_NUMBER}|{_WORD}|{_KANA}))"
_AFTER = rf"(?:{_HUNG}|{_JOINT}(?:{_SIZE}|{_LETTERED}|{_NUMBER}|{_WORD}|{_LOWER}|{_KANA}))"
_VERSION = re.compile(rf"{_FIRST}{_AFTER}{{0,4}}")
_MORE = re.compile(rf"(?:{_HUNG}|{_JOINT}(?:{_SIZE}|{_WORD}|{_LOWER}|{_KANA})){{1,4}}")
_OF_A_MAKER = re.compile(rf"[ -]?[VRMvr]\d(?:\.\d{{1,2}})?(?:{_HUNG}|[ -]{_WORD})?(?![A-Za-z0-9])")
_DIGITS = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix|un)"
_SAID = re.compile(
    rf"(?: version)? {_DIGITS}(?:(?: (?:point|dot|virgule))?(?: {_DIGITS}){{1,2}})?(?! ?[a-z]*(?:illion|illiard))\b"
)
_SAID_IN_FULL = re.compile(rf"(?: version)? {_DIGITS} (?:point|dot|virgule)(?: {_DIGITS}){{1,2}}\b")


def version_end(text: str, end: int, *, spoken: bool) -> int:
    """The end of the family's name that ends at `end`, its version with it."""
    grammar = _MORE if text[end - 1].isdigit() else _VERSION
    found = grammar.match(text, end)
    if not found and spoken and not text[end - 1].isdigit():
        found = _SAID_IN_FULL.match(text, end) or _SAID.match(text, end)
        if found and found[0].split()[-1] in ("one", "un") and "point" not in found[0]:
            found = None  # one of them
    return found.end() if found else end


def makers_version_end(text: str, end: int) -> int:
    """The same for a maker whose models have its own name: DeepSeek V5, DeepSeek-R3."""
    found = _OF_A_MAKER.match(text, end)
    return found.end() if found else end
