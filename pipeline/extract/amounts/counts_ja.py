"""Counts in Japanese: the counter behind a number and the thing named before or behind it out as a unit (GPU 2000台, 10万台のGPU)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from pipeline.extract.amounts import counts_ja_cues as cues
from pipeline.extract.amounts import nouns, nouns_ja
from pipeline.extract.amounts.counts_ja_told import (
    MACHINE_UNITS,
    TOLD,
    counted_alike,
    machine_before,
    named_before,
    named_in_clause,
    noun_ending,
    people_before,
    people_told,
)
from pipeline.extract.amounts.counts_ja_times import times_counted
from pipeline.extract.amounts.nouns import Counted
from pipeline.extract.amounts.nouns_ja_more import DEEDS
from pipeline.extract.amounts.nouns_people import PEOPLE
from pipeline.extract.amounts.phrases import Phrases, phrases_of
from pipeline.extract.candidates.word_lists import words_in

_PLACES = words_in(
    """
    plant site company building store country city university hospital school office facility
    laboratory startup organization seller supplier manufacturer region model product project service
    """
)
"""What 台, 枚 and 個 never count: 工場では300台が動く."""
_ANIMALS = {
    "牛": "cow",
    "豚": "pig",
    "鶏": "chicken",
    "犬": "dog",
    "猫": "cat",
    "馬": "horse",
    "羊": "sheep",
    "魚": "fish",
}
_FIRMS = words_in(
    """
    company startup customer client partner supplier manufacturer seller bank publisher investor shareholder organization
    developer user subscriber member operator lab laboratory broadcaster newspaper factory plant lender insurer rival
    """
)
"""What 社 may count."""
_LABELLED = words_in(
    """
    language store country site employee user subscriber customer patent member
    developer engineer researcher download follower household partner city joint sensor motor star
    reactor bank university
    """
)
"""What a bare number behind its name counts."""
_WRITTEN = frozenset(("work", "novel", "paper", "article", "book", "story", "poem"))
"""What 編 may count."""
_LEAST_BIDDERS, _LEAST_PAIRS, _LEAST_TRAINING = 10, 100, 8
"""Fewer 者 and 組 are those whom the story is about."""
_SCORED = 40
"""Characters before points in which the test may be named."""
_LEAST_SIZE = 100_000_000
_LOOSE = frozenset(("個", "件", "点", "つ", "本", "枚"))
"""Counters of things of any kind."""
_SOLID, _LETTERS = frozenset("台基機体両隻棟"), frozenset(("字", "文字"))
"""Counters of what can be touched, and of written signs."""
_BODIES = frozenset(("robot", "drone", "agent", "satellite"))
"""What 体 counts."""
_TESTED, _LOOK_ON = 80, 120
"""Characters before in which a test or a trade is named, and behind a headline's number, its maker."""
_HOUSES = frozenset(("校", "店", "棟", "社", "施設", "カ所", "か所", "ヶ所", "ヵ所", "箇所", "店舗", "拠点", "病院", "大学", "学校"))
"""Counters of what holds people, who are not what is counted."""
_NOT_COUNTER = {
    "者": "数同側達", "人": "前気間物類性格口工事目", "名": "目前", "件": "目", "社": "目内長会員", "台": "目風数頭", "局": "長員面部番", "回": "目転線収答復避", "本": "目当日体部格人気来社物",
    "問": "題いわ屋答", "字": "幕体形画型面は数状", "点": "目数検火", "体": "目制験系力重育温操", "個": "目人別性々", "行": "目動政為", "枚": "目組葉", "種": "目", "部": "分品長門下署屋", "機": "目能関器会種",
    "校": "長目", "店": "長員", "語": "", "便": "利", "戸": "", "床": "", "組": "織合み", "曲": "", "基": "本準礎目構", "株": "価主式", "頭": "目", "両": "者方",
}  # fmt: skip
"""Characters that make another word of a counter."""


def counted_in_japanese(text: str, start: int, end: int, value: Decimal) -> Counted | None:
    found = _counted(text, start, end, value)
    if found is None or cues.ORDINAL.match(text, found.end - text.startswith("個", found.end - 1)):
        return None
    if found.noun in ("facility", "site") and text.endswith("施設", end, found.end):
        told = text[max(0, start - _TESTED) : start]
        noun = (
            "hospital"
            if cues.MEDICAL.search(told)
            else "data-center"
            if cues.DATA_CENTERS.search(told)
            else found.noun
        )
        return Counted(noun, found.end)
    return found


def _counted(text: str, start: int, end: int, value: Decimal) -> Counted | None:
    large, year_like = value >= 100_000, 1900 <= value <= 2100
    position = end + (text[end : end + 1] == " " and not year_like)
    if text.startswith("の", position) and (large or text[position - 1].isdigit()) and not year_like:
        joint = cues.LINK.match(text, position)
        named = _japanese_nouns().at(text, position + 1) or _japanese_nouns().at(
            text, joint.end() if joint else position
        )
        return Counted(named[0], end) if named else None
    direct = _japanese_nouns().at(text, position) or (_acronyms().at(text, position))
    counter = _counters().at(text, position)
    if direct and text.startswith("項目", position) and (listed := named_before(text, start)):
        return Counted(listed, direct[1])  # 要件は300項目
    if direct and (not counter or direct[1] > counter[1] or direct[1] == counter[1] > position + 1):
        return Counted(*direct)
    if not counter:
        over = None if year_like else cues.SHADED.match(text, end)
        named = _japanese_nouns().at(text, over.end()) if over else None
        return Counted(named[0], end) if named else None
    kind, after = counter
    goes_on = text[after : after + 1] and text[after] in _NOT_COUNTER.get(text[position:after], "")
    if goes_on and not text.startswith("前後", after):
        return None
    if text[position:after] == "回":
        done = times_counted(text, start, position, value)
        return Counted(done, after) if done else None
    if _names_something(text, start, position, after):
        return None
    link = cues.LINK.match(text, after)
    behind = None
    if link:
        maker = cues.MAKER.match(text, link.end())
        at = maker.end() if maker else link.end()
        behind = _japanese_nouns().at(text, at) or _acronyms().at(text, at)
        if behind and at == after and behind[0] == "word":
            behind = None
        if (
            behind
            and "の" in link[0]
            and (whole := cues.COMPOUND.match(text, at))
            and whole.end() > behind[1]
            and (last := noun_ending(text, whole.end()))
        ):
            behind = last, whole.end()  # 20万本の検査動画
        if behind is None and "の" in link[0] and (whole := cues.COMPOUND.match(text, at)):
            ends_with = noun_ending(text, whole.end())
            behind = (ends_with, after) if ends_with else None
    if (
        text[position:after] == "点"
        and cues.SCORED.match(text, after)
        and cues.SCORE_TALK.search(text, max(0, start - _SCORED), start)
    ):
        return Counted("point", after)
    if link and "の" in link[0] and cues.CHIP.match(text, link.end()):
        return Counted("GPU", after)
    counter_word = text[position:after]
    if counter_word == "者" and (value < _LEAST_BIDDERS or not cues.ORGANIZATIONS.match(text, after)):
        return None
    if counter_word == "組" and value < _LEAST_PAIRS:
        return None
    if counter_word == "問":  # 試験では120問
        coding = cues.CODING.search(text, max(0, start - _TESTED), start)
        return Counted("task" if coding else kind, after)
    if behind and (
        counter_word in _LETTERS or (counter_word in _HOUSES and behind[0] in PEOPLE | DEEDS)
    ):
        behind = None  # 市内の41校の生徒, 100社の引き合い
    of_people = counter_word in ("人", "名")
    if counter_word in ("基", "枚") and cues.MOUNTED.match(text, after):
        return Counted("GPU", after)
    if behind and cues.YEARLY.search(text, max(0, start - 8), start):
        behind = None if behind[0] in _PLACES else behind  # 年産3万台の工場
    if behind and link and "の" in link[0] and (not of_people or behind[0] in PEOPLE):
        boards = counter_word == "基" and behind[0] == "chip"
        return Counted("GPU" if boards else behind[0], after)
    noun = named_before(text, start) or kind
    if counter_word in _LETTERS or (noun in DEEDS and (counter_word in _HOUSES or counter_word in _SOLID)):
        noun = kind
    if counter_word in ("頭", "匹", "羽") and (animal := _ANIMALS.get(text[start - 1 : start])):
        noun = animal
    if (counter_word in ("台", "枚", "個") and noun in _PLACES) or (
        counter_word == "店" and noun in (*PEOPLE, "company")
    ):
        noun = kind
    if counter_word == "社":
        adopted = cues.ADOPTED.search(text, max(0, start - 24), start)
        noun = "customer" if adopted else noun if noun in _FIRMS and noun != "customer" else kind  # 映画に2社が
    if counter_word == "本" and noun == "work":
        noun = "film"
    if counter_word == "編" and noun not in _WRITTEN:
        noun = kind
    if counter_word == "棟" and noun in _PLACES:
        noun = kind  # 拠点は8棟
    if of_people and noun not in PEOPLE:
        noun = kind
    if kind == "line" and noun == "line":
        told = text[max(0, start - TOLD) : start]
        noun = (
            "bank"
            if cues.BANKS.search(told) and not cues.CODE.search(told + text[after : after + 12])
            else noun
        )
    if (
        noun == kind
        and counter_word in _LOOSE
        and (topic := cues.TOPIC.search(text, max(0, start - 32), start))
    ):
        noun = noun_ending(text, topic.start()) or noun
    if noun == kind and counter_word in _LOOSE:
        alike = counted_alike(text, start, counter_word) or named_in_clause(text, start)
        noun = alike if alike and alike not in MACHINE_UNITS else noun
    if (
        counter_word == "枚"
        and noun in ("unit", "chip")
        and cues.WAFERS.search(text, max(0, start - 8), start)
    ):
        noun = "wafer"
    if kind == "unit" and noun in ("unit", "chip"):
        noun = machine_before(text, start, position) or noun
        if counter_word == "体" and noun not in _BODIES:
            noun = "robot" if value >= _LEAST_TRAINING else kind
        if noun == "unit" and counter_word == "枚" and cues.NVIDIA.search(text, max(0, start - TOLD), start):
            noun = "GPU"
    if counter_word == "基" and noun in ("unit", "chip") and value >= _LEAST_TRAINING:
        noun = "GPU"  # chips of other makes are told in 個
    if (
        noun == "unit"
        and counter_word == "枚"
        and value >= _LEAST_TRAINING
        and cues.TRAINED.search(text, max(0, start - TOLD), start + _LOOK_ON)
    ):
        noun = "GPU"
    if noun == "unit" and value >= _LEAST_SIZE and cues.SIZE_TALK.search(text, max(0, start - TOLD), start):
        noun = "parameter"
    if of_people and noun in ("person", "employee") and (who := cues.USERS_BEHIND.match(text, after)):
        noun = "user" if who["who"][:2] in ("利用", "ユー") else "subscriber"
    if noun == "person":
        noun = (
            "employee"
            if cues.STAFFED.match(text, after)
            else "user"
            if cues.USED.match(text, after)
            else people_before(text, start) or people_told(text, start, value)
        )
    return Counted(noun, after)


def _names_something(text: str, start: int, position: int, after: int) -> bool:
    """Whether number and counter are a name, a level or a part: the 5,000台 of an index, 12層のHBM, 1株を4株に."""
    word, near = text[position:after], max(0, start - 24)
    if word == "台":
        return bool(cues.SHARE_INDEX.search(text, near, start))
    if word == "基" and text.startswith(("ではなく", "でなく"), after):
        return True
    if word == "層":
        return bool(cues.HIGH_STACKED.match(text, after))
    return word == "株" and bool(cues.SPLIT.search(text, near, start))


def counted_by_name(text: str, start: int, end: int) -> Counted | None:
    """パラメータ数は340億: a bare number whose name says that it counts."""
    joint = cues.NAMED_NUMBER.search(text, max(0, start - 24), start)
    if joint is None:
        return _counted_by_label(text, start, end)
    noun = noun_ending(text, joint.start()) if joint and not cues.NOT_BARE.match(text, end) else None
    return Counted(noun, end) if noun else None


def _counted_by_label(text: str, start: int, end: int) -> Counted | None:
    """対応言語は200以上だ: a number with no counter, behind the name of what it counts."""
    if not cues.LABEL_ENDS.match(text, end):
        return None
    joint = cues.LABEL_JOINT.search(text, max(0, start - 16), start)
    noun = noun_ending(text, joint.start()) if joint else None
    return Counted(noun, end) if noun in _LABELLED and noun else None


@cache
def _japanese_nouns() -> Phrases[str]:
    return phrases_of(
        (noun, unit)
        for noun, unit in (*nouns.japanese(), *nouns_ja.extra())
        if len(noun) > 1 or noun in "冊棟"
    )


@cache
def _acronyms() -> Phrases[str]:
    """GPUs and tokens in Latin letters within Japanese."""
    return phrases_of((form, unit) for form, unit, _ in nouns.latin() if form.isascii() and len(form) > 2)


@cache
def _counters() -> Phrases[str]:
    return phrases_of(nouns.counters().items())
