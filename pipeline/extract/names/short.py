"""Short names: full names in, the short forms by which a text goes on to call the person or the model out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

LEAST_LETTERS = 3

_LATIN = re.compile(r"[A-ZÀ-ÝŁŽŠ][\w’'-]*(?: [\w.’'-]+)+")
_GIVEN_LAST = re.compile(r"([A-Z][a-z]+) [A-Z][a-z]+-[a-z]+")  # Lee Jae-yong: the family name stands first
_KANJI = re.compile(r"[一-鿿々]{3,5}")
_VERSIONED = re.compile(r"[A-Za-z][\w.]*(?: [A-Za-z]\w*)?[ -]([A-Z]{1,2}\d{1,2}(?:\.\d)?|\d[a-z])")
_PARTICLES = ("von", "van", "der", "de", "da", "di", "du", "la", "le", "bin", "al", "el")
_GIVEN_FIRST = re.compile(r"([A-ZÀ-Ý][a-zà-ÿ]{2,}) [A-ZÀ-Ý]")
_CAMPUS = re.compile(r"([ァ-ヺー]+)(?:大学|大)([ァ-ヺー]{4,}|[ァ-ヺー・]{6,})校")
LEAST_HEAD_KANA = 4
MOST_WORDS, MOST_WORDS_FR = 6, 4
"""Of a name that goes on as its noun alone; a French one that begins with it may be a whole sentence."""
_KIND_KANA = re.compile(
    r"リサーチ|キャピタル|グループ|ホールディングス|ベンチャーズ|パートナーズ|テクノロジーズ?|システムズ|ネットワークス|ロボティクス|エナジー|エレクトロニクス|ラボ|ラボズ|セミコンダクター|コーポレーション|マネジメント"
)
_HEAD = re.compile(
    r"([A-ZÀ-Ý][\w’'&-]{2,}(?: [A-ZÀ-Ý][\w’'&-]+){0,2}) (?:AI|Labs?|Research|Group|Capital|Ventures|Partners|Technolog(?:y|ies)|Holdings|Systems"
    r"|Networks|Robotics|Energy|Electronics|Semiconductors?|Therapeutics|Pharmaceuticals|Medicine|Biosciences|Corporation|Corp|Inc|Management|Motors?|Industries"
    r"|Materials|Instruments|Analytics|Software|Studios?|Securities|Advisors|Associates|Intelligence)"
)
_INITIALS = re.compile(r"([A-Z]{2,4}) [A-Za-z]{3,}\Z")
_PLACES = frozenset(
    ("US", "UK", "EU", "UN", "UAE", "USA", "NY", "AI", "HM", "IA", "RTE", "VLA", "GPU", "HBM")
)
_INSTITUTION = re.compile(
    r"Commission|Treasury|Act|Department|Ministry|Authority|Agency|Council|Parliament|Senate|Bureau|Foundation|Fund|Board|Academy"
    r"|Federation|Directive|Regulation|Institute|Reserve|Omnibus"
)
_INSTITUTION_FR = re.compile(
    r"Commission|Caisse|Autorité|Conseil|Parlement|Sénat|Agence|Fondation|Fonds|Institut|Fédération|Trésor|Académie|Banque|Règlement|Ministère"
)
_DEPARTMENT = re.compile(r"(?:US |UK )?Department (?:of|for) (?:the )?([A-Z][a-z]+)")
_PLAIN_GIVEN = re.compile(
    r"Mark|Will|Bill|Grant|Jack|Rob|Sue|Hope|Grace|Drew|Chase|Frank|Art|Gene|Dean|Rich|Pat|Ray|Max|Miles|Rose|Lily|Ivy|May|June|April|Mike|Jay|Guy"
    r"|Marc|Rene|René|Aimé|Pierre|Olive|Clémence|Victoire|Aurore|Luc|Sage|Reed|Reid|Ward|Clay|Cliff|Dale|Earl|Glen|Ken|Lance|Nick|Pete|Sandy|Skip|Stew|Ted|Van"
    r"|マーク|ビル|ラリー|ジャック|マイク|ジム|トム|ダン|レイ|ロブ|パット|リード|ノーム|ピート|キア|ミラ|サラ|リサ|アリ|ルネ|レネ|ジョー|クリス|マット|ケント|ケン|ラン|ベン|フィル|ハンド|テッド|マックス|サンダー|アンディ|ガス|ボブ|リナ|ロイ|ルー"
)
# Family names that are plain words: a capital at a sentence's begin is not enough.
_PLAIN = re.compile(
    r"Page|Cook|Wood|Field|Hood|Silver|Fox|Price|Swift|Sweet|Prince|Fan|Dean|Brown|Ball|Wright|Love|Law|Green|White|Black|King"
    r"|Young|Power|Powers|Buck|Song|Cue|Moore|Rice|Bush|Long|Day|May|Case|Chase|Fink|Gross|Son|Son|Weil|Swan|Bell|Stone|Rose|Burns"
    r"|Banks|Brooks|Hill|Lake|Rivers|Woods|Marsh|Bond|Cash|Church|Cross|Early|Good|Grant|Hand|Hope|Hunt|Major|Best|Read|Reed|Sharp"
)


def version_names(names: Iterable[str]) -> Iterator[str]:
    """The letter and number that tell one model or machine from its siblings: K2 of Kimi K2, G1 of Unitree G1."""
    for name in names:
        if found := _VERSIONED.fullmatch(name):
            yield found[1]


def given_names(names: Iterable[str]) -> Iterator[str]:
    """The first names by which a text that knows the person goes on: Sam, イーロン."""
    for name in names:
        if "・" in name:
            first = name.partition("・")[0]
            if len(first) > 1 and not first[0].isascii():
                yield first
        elif found := _GIVEN_FIRST.match(name):
            yield found[1]


def is_plain_given_name(name: str) -> bool:
    """Whether the first name is a word too: Mark my words, マークする."""
    return bool(_PLAIN_GIVEN.fullmatch(name))


def heads(name: str) -> Iterator[str]:
    """What is left of an organisation's name without the word that says what it is: Counterpoint, SK of SK hynix."""
    if "・" in name:
        first, _, kind = name.rpartition("・")
        if _KIND_KANA.fullmatch(kind) and len(first) >= LEAST_HEAD_KANA:
            yield first
    elif (found := _HEAD.fullmatch(name) or _INITIALS.match(name)) and found[1] not in _PLACES:
        yield found[1]


def campuses(name: str) -> Iterator[str]:
    """How else a campus is called: バークレー校, UCバークレー of カリフォルニア大学バークレー校."""
    if found := _CAMPUS.fullmatch(name):
        yield f"{found[2]}校"
        if found[1] == "カリフォルニア":
            yield f"UC{found[2]}"


def institutions(name: str) -> Iterator[tuple[str, str]]:
    """The noun by which a text goes on to call an authority or a law, and the article it then needs: the Treasury, la Caisse."""
    words = name.split()
    if 1 < len(words) <= MOST_WORDS and _INSTITUTION.fullmatch(words[-1]):
        yield words[-1], "the"
    if (
        1 < len(words) <= MOST_WORDS_FR
        and _INSTITUTION_FR.fullmatch(words[0])
        and not _INSTITUTION.fullmatch(words[-1])
    ):
        yield words[0], "le"
    if found := _DEPARTMENT.fullmatch(name):
        yield found[1], "the"


def family_names(names: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each with whether it is too plain to stand without a title."""
    for name in names:
        if "・" in name:
            last = name.rpartition("・")[2]
            if len(last) > 1:
                yield last, len(last) < LEAST_LETTERS
        elif found := _GIVEN_LAST.fullmatch(name):
            yield found[1], len(found[1]) < 4
        elif _LATIN.fullmatch(name):
            words = name.split()
            last = words[-1]
            named = last[0].isupper()  # not the Trump administration
            if named and len(last) >= LEAST_LETTERS and words[-2].lower() not in _PARTICLES:
                yield last, bool(_PLAIN.fullmatch(last))
        elif _KANJI.fullmatch(name):
            yield name[:2], True
            if len(name) == 3:
                yield name[0], True
            if len(name) > 4:
                yield name[:3], False
