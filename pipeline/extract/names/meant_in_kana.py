"""Meant in kana: a run of katakana and the entities that it sounds like in, the one that the document speaks for out.

A given and a family name that are both nearly right say much by themselves; one word says it where no dictionary holds it and
the document is of the industry; words of the dictionary (ムービージャン) must stand beside their maker.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from pipeline.extract.loan_words import in_english
from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.against import AGAINST
from pipeline.extract.names.certain import Certain, says
from pipeline.extract.names.fold import is_katakana
from pipeline.extract.names.in_kana import Heard
from pipeline.extract.names.kana_windows import KanaWindow
from pipeline.extract.tokens import usual_form
from pipeline.records import Entity

EQUAL = 0.05
"""Share of a name's size up to which it is only spelled otherwise."""
NEARER = 0.11
FAR = 0.16
NEAR = 0.12
"""Up to which a slip is likely, where several things speak for it."""
SPELLED = 0.016
"""Share of a name that differs in long vowels and such alone."""
SHORT, LONG, LONG_PERSON = 3.2, 4.0, 5.2
"""Sizes up to which a name may be another word, and from which on chance is hardly to be thought of."""
VERY_LONG, LONGEST = 6.0, 8.0
"""The same of words of the dictionary that stand side by side."""
LONG_ENOUGH = 5.0
"""The same where hardly a sound differs."""
OTHER_FAMILY = 0.16
"""Distance from which on a family name that the dictionary holds is another one."""
KNOWN_WELL = 4
"""Kin from which on an entity is known well."""
AMONG = 2
"""Other names of the industry that make a document one of the industry."""
TIED = 0.03
"""Shares that are as good as one another."""
MOST_ABOVE = 3

_INTRODUCED = re.compile(
    r"(?:スタートアップ|新興企業|新興|ベンチャー|ベンチャー企業|企業|会社|メーカー)の?[「『“\"]?\Z"
)
_DESCRIBED = re.compile(r"(?:[一-鿿]{2}|[ァ-ヺー]{3})の[「『]?\Z")
_PLACE_BEHIND = re.compile(r"[州県郡市町村島港湾]")
_SITE_BEHIND = re.compile(
    r"で(?![はもすし])|に(?:ある|[^。、]{0,12}(?:建|設け|置|作|造|拠点))|の(?:拠点|施設|工場|データセンター|キャンパス|郊外|敷地)"
)
"""What stands behind a place more often than behind a firm."""
_HOUSE_BEHIND = re.compile(
    r"証券|銀行|電力|大学|製薬|鉄道|航空|保険|新聞|病院|研究所|商事|不動産|建設|[社省庁]"
)
_CAMEL = re.compile(r"[a-z][A-Z]")
_INTRODUCED_BEHIND = re.compile(
    r"[」』”\"]?(?:という|っていう|なる)[^、。]{0,12}(?:企業|会社|スタートアップ|ベンチャー|ファンド|新興)|[（(]本社"
)


def meant_in_kana(
    text: str,
    window: KanaWindow,
    heard: Sequence[Heard],
    witnesses: Callable[[str], Witnesses],
    kin: Mapping[str, frozenset[str]],
    catalogue: Mapping[str, Entity],
) -> tuple[Heard, str] | None:
    """The entity and why the document means it, or None where none or two are meant as well."""
    spoken_for = [
        (one, reason)
        for one in heard
        if (reason := _why(text, window, one, witnesses(one.entity), catalogue[one.entity]))
    ]
    if not spoken_for:
        return None
    first = spoken_for[0][0]
    if first.name.initials and not first.initials:  # マイクロソフト is no Microsoft AI
        bare = next(
            (other for other in spoken_for[1:] if _is_kin_without_initials(other[0], first, kin)), None
        )
        if bare:
            return bare
    if first.name.latin and first.share > EQUAL and any(one.share <= EQUAL for one in heard):
        return None  # another is hardly spelled otherwise, though nothing speaks for it
    rivals = [
        one
        for one, _ in spoken_for[1:]
        if one.share - first.share < TIED and one.initials >= first.initials  # InvestAI, not Emvista
    ]
    return spoken_for[0] if not rivals or any(one.entity in kin[first.entity] for one in rivals) else None


def _is_kin_without_initials(other: Heard, first: Heard, kin: Mapping[str, frozenset[str]]) -> bool:
    near = other.share - first.share < EQUAL
    return near and not other.name.initials and other.entity in kin[first.entity]


def is_likely(window: KanaWindow, heard: Sequence[Heard]) -> bool:
    """Whether the run sounds so much like the first that it may speak for its kin."""
    first = heard[0]
    whole = "・" in window.surface or window.unknown
    return first.share <= EQUAL * 1.2 and first.size >= LONG and whole and not first.name.plain


class Witnesses(NamedTuple):
    """What the document holds that speaks for an entity."""

    named: bool
    close: str | None
    """Its maker, or what it makes."""
    beside: str | None
    others: int
    well_known: bool


def witnesses_for(
    name: str,
    certain: Certain,
    likely: Collection[str],
    unsure: Collection[str],
    kin: Mapping[str, frozenset[str]],
    catalogue: Mapping[str, Entity],
) -> Witnesses:
    """What speaks for the entity of this id.

    likely: entities that other runs of katakana sound so much like that they may speak for each other.
    unsure: those whose names stand there but are words too (メタ), which may be the makers of what is heard.
    """
    entity, related = catalogue[name], kin[name]
    near = _close(entity, related, catalogue)
    close = next((one for one in near if one in certain.positions or (one in likely and one != name)), None)
    close = close or next((one for one in near if one in unsure), None)
    relative = close or next(
        (one for one in sorted(related) if one in certain.positions or (one in likely and one != name)), None
    )
    word = relative or next(
        (one for one in entity.context if not one.startswith(AGAINST) and says(certain.lowered, one.lower())),
        None,
    )
    others = len(certain.positions.keys() - {name}) + sum(
        one != name and one not in certain.positions for one in likely
    )
    return Witnesses(name in certain.positions, close, word, others, len(related) >= KNOWN_WELL)


def _why(text: str, window: KanaWindow, heard: Heard, seen: Witnesses, entity: Entity) -> str | None:
    beside = (
        f"{entity.name} is named in full" if seen.named else f"beside {seen.beside}" if seen.beside else None
    )
    among = f"among {seen.others} names" if seen.others else None
    name = heard.name
    if name.latin and _SITE_BEHIND.match(text, window.end):
        among = None
    many = among if seen.others >= AMONG else None
    if window.mixed:
        sure = heard.share <= (FAR if seen.close or seen.named or seen.well_known else EQUAL * 2)
        return (
            (beside or (many if seen.well_known else None))
            if sure and heard.size >= LONG and not name.latin
            else None
        )
    if _PLACE_BEHIND.match(text, window.end) or any(f"{one}{window.surface}" in text for one in "州県郡"):
        return None  # テキサス州アビリーン is not Avilen
    if entity.type == "person":
        if heard.family or (len(name.parts) == 1 and name.latin):
            titled = cues.HONORIFIC_BEHIND.match(text, window.end)
            return (
                beside if (seen.named or (seen.close and titled)) and heard.share <= EQUAL else None
            )  # アルトマン氏 beside OpenAI
        return _why_person(window, heard, beside, among, close=bool(seen.close or seen.named))
    if "・" in window.surface and cues.HONORIFIC_BEHIND.match(text, window.end):
        return None  # アレックス・プライス氏 is not Alexa Plus
    made = entity.type in ("model", "product", "hardware", "project")
    if made and _HOUSE_BEHIND.match(text, window.end):
        return None  # ハイペリオン証券
    if (
        name.latin and name.plain and len(name.parts) == 1 and not heard.initials
    ):  # ロボタクシー is the loan word itself
        slip = heard.share <= NEARER and _has_kana(entity) if made else heard.share <= EQUAL
        if made and (window.unknown or not window.family) and not _is_compound(window.surface):
            slip = slip or heard.share <= EQUAL  # オプティマス
        if not made and slip and window.unknown and heard.size >= LONG_ENOUGH:
            return beside  # リベリオンズ is no loan word
        return beside if (seen.close or seen.named) and slip else None
    if made and entity.parent and not beside:
        return None
    if name.initials and not heard.initials and not (seen.close or seen.named):
        return beside if heard.share <= SPELLED else None  # ジェミニ is not Jimini AI
    if not name.latin and not name.plain and heard.share <= SPELLED:
        if heard.size >= SHORT and (heard.initials or (window.unknown and heard.size >= VERY_LONG)):
            return beside or among or "spelled a little otherwise"  # ヒッポクラティックAI needs no witness
        return beside or (among if window.unknown or (not made and heard.size >= LONG) else many)
    if heard.size < SHORT:
        return None
    if window.surface.endswith("AI") and not heard.initials and heard.share > SPELLED:
        return None  # インベストAI is not Investor AB
    if heard.initials and heard.share <= EQUAL * 1.6:
        return beside or (among if window.unknown else many)
    if name.initials and not window.unknown:
        return None  # a shield is not Shield AI
    if is_introduced(text, window.start, window.end) and heard.share > (
        EQUAL if heard.size >= VERY_LONG else SPELLED
    ):
        known = window.unknown or bool(seen.close and heard.share <= EQUAL)
        return beside if heard.share <= EQUAL * 2 and known and heard.size >= LONG else None
    long = heard.size >= LONG
    if not window.unknown:  # words of the dictionary, side by side
        camel = name.latin and bool(_CAMEL.search(name.text)) and heard.size >= LONG
        spelled = heard.share <= EQUAL and heard.size >= LONG_ENOUGH
        if heard.share <= EQUAL * 1.25 and (
            heard.size >= VERY_LONG or camel or spelled
        ):  # クリックハウス, ClickHouse
            return beside or many or (among if heard.size >= LONGEST else None)
        near = (EQUAL * 1.6 if name.latin else NEARER) if long else EQUAL
        return beside if heard.share <= (NEAR if "・" in window.surface else near) else None
    if (
        name.latin
        and not name.plain
        and seen.others >= AMONG
        and heard.share <= EQUAL
        and _DESCRIBED.search(text, max(0, window.start - 8), window.start)
    ):
        return f"described, {among}"  # 自動運転のアブライド
    if name.latin and (heard.share > EQUAL or not long or name.plain):
        if seen.close and heard.size >= VERY_LONG and heard.share <= FAR:
            return beside
        if not name.plain and heard.share <= _only_spelled(heard.size):
            return beside or many
        return beside if heard.share <= (NEAR if long else EQUAL * 2) else None
    if heard.share <= EQUAL:
        return beside or (among if long else many)
    if heard.share <= NEAR:
        return beside or (among if long and seen.well_known else many)
    return beside if long and heard.share <= FAR else None


def _is_compound(kana: str) -> bool:
    """Whether it is made of loan words and others of the dictionary: ロボ|タクシー."""
    parts = in_english(kana).split()
    return len(parts) > 1 and all(part.isascii() or usual_form(part) for part in parts)


def _only_spelled(much: float) -> float:
    """Share up to which a name in Latin letters of this size is in katakana what no dictionary holds: レディット, ハンファセミテック."""
    return 0.1 if much >= LONGEST - 1 else 0.07 if much >= LONG_ENOUGH - 0.5 else 0.03


def _why_person(
    window: KanaWindow, heard: Heard, beside: str | None, among: str | None, *, close: bool
) -> str | None:
    """Of a person, whose name has a given and a family name, both of which are nearly right."""
    if "・" not in window.surface:
        return beside if window.unknown and heard.share <= EQUAL and len(heard.name.parts) > 1 else None
    if not window.family and heard.last > OTHER_FAMILY:
        return (
            beside if close and heard.share <= EQUAL else None
        )  # another family name, which the dictionary holds
    if not heard.name.latin and heard.share <= SPELLED and heard.size >= SHORT:
        return beside or among
    if heard.size < LONG_PERSON:
        alike = heard.share <= SPELLED * 2 and heard.size >= LONG
        return beside or (among if alike else None) if heard.share <= EQUAL else None
    if not window.unknown and heard.name.latin and heard.share > EQUAL * 1.25:
        return beside if heard.share <= NEAR else None  # ポール・スミソン is hardly ever Paul Smith
    return beside or among if heard.share <= NEAR else None


def _has_kana(entity: Entity) -> bool:
    """Whether the catalogue holds its one word in katakana: アイアンウッド."""
    return any(all(map(is_katakana, alias)) for alias in entity.aliases)


def is_introduced(text: str, start: int, end: int) -> bool:
    """Whether the text tells what it is, as of something new."""
    return bool(_INTRODUCED.search(text, max(0, start - 12), start) or _INTRODUCED_BEHIND.match(text, end))


def _close(entity: Entity, kin: frozenset[str], catalogue: Mapping[str, Entity]) -> list[str]:
    """Its maker, its maker's makers, and what it makes."""
    above, line = entity, []
    for _ in range(MOST_ABOVE):
        if not above.parent:
            break
        line.append(above.parent)
        above = catalogue[above.parent]
    return line + sorted(name for name in kin if catalogue[name].parent == entity.id)
