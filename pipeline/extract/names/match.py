"""Matching: a text and the catalogue's aliases in, every place where an alias stands as a word of its own out.

All aliases are looked for at once (Aho-Corasick, over the folded text); then each script's own idea of where a word
ends decides: no OpenAI in OpenAIR, no メタ in メタ認知, no ラマ in ドラマ.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_letters

import ahocorasick_rs
import msgspec

from pipeline.extract.names.aliases import Alias
from pipeline.extract.names.common_words import is_everyday
from pipeline.extract.names.fold import JOINTS, fold, fold_name, is_cjk, is_kanji, is_katakana, is_latin
from pipeline.extract.names.spoken import is_caseless
from pipeline.extract.names.versions import makers_version_end, version_end
from pipeline.extract.names.windows import is_function_word
from pipeline.records import Entity


@dataclass(frozen=True, slots=True)
class Hit:
    """An alias found at [start, end) of the original text."""

    start: int
    end: int
    alias: Alias


# Names inside addresses and handles are not mentions; and a dot with letters behind makes a name a host's.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s　、。「」（）]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}"
)
_HOST_TAIL = re.compile(r"\.[a-z]{2,}(?![A-Za-z])", re.ASCII)
_JOINT = re.compile(rf"[{re.escape(JOINTS)}]")
_PLURAL = re.compile(r"s(?![A-Za-z0-9])")
_COMPOUND = re.compile(
    r"-(?!(?:owned|backed|led|made|run|based|funded|built|designed|developed|powered|style|like)\b)[a-z]"
)
# A name that ends in a small word is a piece of a sentence where the sentence goes on: AI inside the annexes.
_SMALL_END = re.compile(r" (?:inside|in|on|of|for|with|at|by|to|now|here|up|out)\Z")
_GOES_ON = re.compile(r" [a-zà-ÿ]")
_SIZE = re.compile(r"-\d{1,4}B")
NUMBER_GOES_ON = re.compile(
    r"[ -](?:hundreds?|thousands?|[mbt]rillions?|cents?|mille|millions?|milliards?|percent|per cent|pour cent|of|times|fois|point|virgule|dot|and a half|et demie?"
    r"|one|two|three|five|seven|eight|nine|deux|trois|quatre|cinq|sept|huit|neuf|years?|ans|days?|jours|hours?|heures|weeks?|semaines|months?|mois|people|users?|enfants)\b|[十百千万億兆倍人年月日時個台社]"
)
# A number that counts something is no version: ジェミニ3億人, Gemini 3 million users.
_COUNTS = re.compile(r"[ \u00a0](?:[mb]illions?|milliards?|trillions?)\b")
_COUNTED = re.compile(
    r"[億万兆割倍%％]|人(?![工型間材気])|カ月|か月|ヶ月|ドル|ユーロ|パーセント|年間|時間|トークン"
)
"""What makes the number at the end of a name a number: ジェミニ3億人."""
_CHINESE_FIRM = re.compile(r"(?:科技|集団|股份)(?:有限公司)?(?![一-鿿])")
"""What Chinese firms have behind their names: 緯穎科技."""
_DESCRIBED = re.compile(
    r"(?:モデル|アプリ|サービス|メーカー|ロボット|アシスタント|チャットボット|ツール|チップ|スタートアップ|ベンチャー)\Z"
)
_ARTICLED = re.compile(r"(?:Le |La |Les |L['’]|The )[A-ZÀ-Ý][a-zà-ÿ]+")
_LEAST_JOINED = 10
"""Letters of a spelled-out name from which on its words may stand together as one."""
LONGEST_STRICT = 3
"""Letters of an acronym up to which its capitals tell it from a word; with one more, its first."""
LEAST_SPLIT = 6
"""Letters and a space of a name that speech may split in two."""
# Words that end a company's or an institution's own name.
_OTHERS_BEHIND = re.compile(
    r"(?:証券|銀行|信託|生命|損保|損害保険|海上|火災|製薬|薬品|化学|化成|電機|電工|電子工業|工業|工務店|産業|興業|商事|商会|物産|建設|建機|不動産|食品|飲料|運輸"
    r"|物流|航空|鉄道|重工|製作所|製鋼|製紙|出版|書房|書店|新聞|放送|学園|学院|高校|高等学校|病院|医院|神社|財団|法律事務所|会計事務所|特許事務所|税理士法人|監査法人)"
)
# What stands right before a name of kanji without being a part of it: 米, 韓国, 新, 政府.
_USUAL_BEFORE = re.compile(
    r"(?:[米英仏独伊韓中台印欧加豪蘭日露新旧元現同各対反親前両当国州省庁市都府県会社側]|日本|台湾|欧州|政府)\Z"
)
_WORD_LETTERS = frozenset(ascii_letters)
_WIDE_JOINT = re.compile(rf"[{re.escape(JOINTS)}]{{3,}}")


class Matcher:
    """The aliases of a catalogue, ready to be found. Building takes tens of milliseconds; share one."""

    def __init__(self, entities: Collection[Entity], aliases: Iterable[Alias]) -> None:
        by_form: dict[str, list[Alias]] = {}
        for alias in aliases:
            by_form.setdefault(fold_name(alias.text), []).append(alias)
        by_form.pop("", None)
        self._forms = frozenset(
            form
            for form, aliases in by_form.items()
            if not all(alias.given or alias.head or alias.noun for alias in aliases)
        )
        self._aliases = list(by_form.values())
        self._families = {entity.id for entity in entities if entity.type in ("model", "product", "hardware")}
        self._makers = {entity.id for entity in entities if entity.type == "organization"}
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(by_form), matchkind=ahocorasick_rs.MatchKind.Standard
        )

    def holds(self, form: str) -> bool:
        """Whether an alias has this folded form."""
        return form in self._forms

    def find(self, text: str, word_edges: Collection[int], *, spoken: bool) -> list[list[Hit]]:
        """The hits, longest first where they overlap, by position; several at one place where an alias is shared.

        `word_edges` are the offsets at which a word of a script without spaces begins or ends.
        """
        folded = fold(text)
        origin = folded.origin
        caseless = spoken or is_caseless(text)
        addresses = [match.span() for match in _ADDRESS.finditer(text)] if "." in text or "@" in text else []
        found: list[tuple[int, int, list[Alias]]] = []
        for index, first, last in self._automaton.find_matches_as_indexes(folded.text, overlapping=True):
            start, end = origin[first], origin[last - 1] + 1
            if _inside_a_word(text, start, end) or _inside_folded_character(origin, first, last):
                continue
            fitting = [
                alias
                for alias in self._aliases[index]
                if _fits(text, start, end, alias, word_edges, caseless=caseless, spoken=spoken)
            ]
            if spoken and fitting and " " in text[start:end]:
                fitting = [_open_if_split(text[start:end], alias) for alias in fitting]
            if fitting and not any(low <= start < high for low, high in addresses):
                found.append((start, end, fitting))
        return [
            [Hit(start, self._with_version(text, end, alias, spoken=spoken), alias) for alias in aliases]
            for start, end, aliases in longest(found)
        ]

    def _with_version(self, text: str, end: int, alias: Alias, *, spoken: bool) -> int:
        if alias.entity in self._families:
            return version_end(text, end, spoken=spoken)
        if alias.entity in self._makers and is_kanji(text[end - 1]):
            whole = _CHINESE_FIRM.match(text, end)
            return whole.end() if whole else end
        if alias.entity in self._makers:
            return makers_version_end(text, end)
        return end


def longest(found: list[tuple[int, int, list[Alias]]]) -> Iterator[tuple[int, int, list[Alias]]]:
    """Without those that overlap a longer one (of two as long, the earlier stays)."""
    taken: list[tuple[int, int]] = []
    kept = []
    last_end = -1
    group: list[tuple[int, int, list[Alias]]] = []
    for item in [*sorted(found, key=lambda item: item[0]), None]:
        if item is None or item[0] >= last_end:
            taken.clear()
            for start, end, aliases in sorted(group, key=lambda one: (one[0] - one[1], one[0])):
                if all(end <= low or start >= high for low, high in taken):
                    taken.append((start, end))
                    kept.append((start, end, aliases))
            group = []
        if item is not None:
            group.append(item)
            last_end = max(last_end, item[1])
    return iter(sorted(kept, key=lambda item: item[0]))


def _inside_folded_character(origin: Sequence[int], first: int, last: int) -> bool:
    # One original character may fold to several (㌦ to ドル): a name never begins or ends inside one.
    return (first > 0 and origin[first - 1] == origin[first]) or (
        last < len(origin) and origin[last] == origin[last - 1]
    )


def _fits(
    text: str,
    start: int,
    end: int,
    alias: Alias,
    word_edges: Collection[int],
    *,
    caseless: bool,
    spoken: bool,
) -> bool:
    surface = text[start:end]
    return (
        _edge(text, start, start - 1, start, alias, word_edges)
        and _edge(text, end, end, end - 1, alias, word_edges)
        and _capitals_kept(text, end, surface, alias, caseless=caseless)
        and _joined_like_a_name(surface, alias, spoken=spoken)
        and not ((alias.given or alias.head or alias.noun) and len(surface) != len(alias.text))  # de l'A M D
        and not (_SMALL_END.search(alias.text) and _GOES_ON.match(text, end))
        and not _HOST_TAIL.match(text, end)
        and not (surface[-1].isdigit() and (_COUNTS.match(text, end) or _COUNTED.match(text, end)))
        and (alias.said or not _is_in_another_name(text, start, end, surface))
        and not (alias.said and not _is_said(text, end, surface, alias))
    )


def _open_if_split(surface: str, alias: Alias) -> Alias:
    """In speech, a name of one word that was written as two everyday ones needs evidence: we ride."""
    split = (
        len(alias.text) <= LEAST_SPLIT
        and " " not in alias.text
        and surface.islower()
        and alias.text.isascii()
        and alias.text.isalpha()
    )
    return (
        msgspec.structs.replace(alias, ambiguous=True)
        if split and all(map(is_everyday, surface.split()))
        else alias
    )


def _is_said(text: str, end: int, surface: str, alias: Alias) -> bool:
    """Whether the words of a spelled-out name stand apart, and its number is whole: o one, no gpt four million."""
    spaces = alias.text.count(" ")
    apart = len(alias.text) >= _LEAST_JOINED or len(_JOINT.findall(surface)) >= spaces
    return apart and not NUMBER_GOES_ON.match(text, end)


def _is_in_another_name(text: str, start: int, end: int, surface: str) -> bool:
    """Whether a word that is joined to it makes another name of it: ハイペリオン証券, 通信AI基本法."""
    if not is_kanji(surface[-1]):
        return bool(_OTHERS_BEHIND.match(text, end))
    if is_kanji(surface[0]) or not is_kanji(text[start - 1 : start] or " "):
        return False
    return not _USUAL_BEFORE.search(text, max(0, start - 4), start)


def _inside_a_word(text: str, start: int, end: int) -> bool:
    """Whether the match is plainly a piece of a longer Latin word: most are, and are told here at once."""
    if start and text[start] in _WORD_LETTERS and text[start - 1] in _WORD_LETTERS:
        return True
    behind = text[end : end + 1]
    return behind != "s" and behind in _WORD_LETTERS and behind != "" and text[end - 1] in _WORD_LETTERS


def _edge(text: str, edge: int, outside: int, inside: int, alias: Alias, word_edges: Collection[int]) -> bool:
    """Whether a word may begin or end at `edge`, between the characters `outside` and `inside` the match."""
    if not 0 <= outside < len(text):
        return True
    near, own = text[outside], text[inside]
    if is_cjk(own):
        if is_katakana(own) and is_katakana(near):
            described = outside < inside and _DESCRIBED.search(text, max(0, edge - 8), edge)
            return not alias.ambiguous and len(alias.text) > 2 and (edge in word_edges or bool(described))
        if alias.ambiguous and outside < inside and is_kanji(own) and is_kanji(near):
            return False  # 日本俳優連合 is no 連合
        titled = outside > inside and near == "氏" and alias.short  # 習氏 is one word to Sudachi
        return not is_cjk(near) or edge in word_edges or titled
    if is_latin(own):
        if is_latin(near):
            if outside < inside:
                return False
            if alias.countable and _PLURAL.match(text, outside):
                return True
            return (
                alias.versioned
                and own.isalpha()
                and near.isdigit()
                and version_end(text, edge, spoken=False) > edge
            )
        if near == "-" and _SIZE.match(text, outside):
            return True
        if near in ".,-" and own.isdigit():  # 4 in 4.1, 4,000 or 4-5 is no whole number
            beyond = outside + (1 if outside > inside else -1)
            return not (0 <= beyond < len(text) and text[beyond].isdigit())
    return True


def _capitals_kept(text: str, end: int, surface: str, alias: Alias, *, caseless: bool) -> bool:
    """Whether an acronym stands in capitals where it must: UE is no `Ue`, D-ID no `did`, EU never `eu`."""
    if surface == alias.text:
        return True
    if alias.word and not caseless and not surface.isupper():
        return False  # Dora, Nice
    if surface.islower() and not alias.text.islower() and _COMPOUND.match(text, end):
        return False  # the anthropic-principle reader
    if alias.cased and not caseless and surface.islower():
        return False
    if caseless and not alias.ambiguous and surface.islower() and _ARTICLED.fullmatch(alias.text):
        return False  # le point est que
    if alias.ambiguous and " " in alias.text and not caseless:  # Le chat is no Le Chat
        words = zip(alias.text.split(" "), surface.split(" "), strict=False)
        if any(own[0].isupper() and written[:1].islower() for own, written in words):
            return False
    letters = "".join(filter(str.isalpha, alias.text))
    if len(letters) > LONGEST_STRICT + 1 or not (letters.isascii() and letters.isupper()):
        return True
    written = "".join(filter(str.isalpha, surface))
    if len(letters) > LONGEST_STRICT and not alias.ambiguous:
        return caseless or not written.islower()
    return written.isupper() or (
        caseless
        and (len(letters) > 2 or (alias.ambiguous and not is_everyday(surface)))
        and "-" not in alias.text
        and not (alias.ambiguous and is_function_word(surface))
    )


def _joined_like_a_name(surface: str, alias: Alias, *, spoken: bool) -> bool:
    """Whether the parts of the surface stand together as one name's do.

    Joints may differ from the catalogue's, one at a time. But a Latin name that the catalogue writes as one word and
    the text as two must keep its capital, unless its second part keeps its own and is no word: `Open AI` is the company,
    `open AI` is not, `chat GPT` is. Speech written down knows no such rule.
    """
    if "\n" in surface:
        return False
    joints = _JOINT.findall(surface)
    if not joints:
        return True
    if _WIDE_JOINT.search(surface):
        return False
    if " " in surface and " " not in alias.text and alias.text.isascii() and alias.text.isalpha():
        parts = surface.lower().split(" ")
        if (
            is_function_word(parts[0])
            and not alias.said
            and not (parts[0] + parts[1]).isupper()
            and len(parts) == 2
        ):
            return bool(surface[0].isupper() and surface.split(" ")[1][0].isupper())  # An act, one point
    if (
        not surface[0].islower()
        or not alias.text[0].isupper()
        or len(joints) <= len(_JOINT.findall(alias.text))
    ):
        return True
    if spoken and all(len(part) == 1 for part in _JOINT.split(surface)):
        return True  # g p t
    tail = _JOINT.split(surface)[-1]
    return (tail.isupper() and tail not in ("AI", "IA")) or (spoken and len(surface) >= LEAST_SPLIT)
