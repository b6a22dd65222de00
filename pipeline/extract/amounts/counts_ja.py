"""Counts in Japanese: the counter behind a number and the thing named before or behind it out as a unit (GPU 2000台, 10万台のGPU)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from pipeline.extract.amounts import counts_ja_cues as cues
from pipeline.extract.amounts import counts_ja_kinds as kinds
from pipeline.extract.amounts import nouns, nouns_ja
from pipeline.extract.amounts.counts_ja_people import people_counted
from pipeline.extract.amounts.counts_ja_times import times_counted
from pipeline.extract.amounts.counts_ja_told import (
    MACHINE_UNITS,
    TOLD,
    counted_alike,
    item_told,
    machine_before,
    named_before,
    named_in_clause,
    noun_ending,
    sheet_told,
    unit_told,
)
from pipeline.extract.amounts.nouns import Counted
from pipeline.extract.amounts.nouns_ja_more import DEEDS
from pipeline.extract.amounts.nouns_people import PEOPLE
from pipeline.extract.amounts.phrases import Phrases, phrases_of

_SHORT, _FEW = 16, 3
"""Characters behind 項目 in which its requirements may be named, and the fewest lawsuits that are counted."""


def counted_in_japanese(text: str, start: int, end: int, value: Decimal) -> Counted | None:
    found = _counted(text, start, end, value)
    if found is None:
        return None
    ranked = cues.ORDINAL.match(text, found.end - text.startswith("個", found.end - 1))
    if ranked and not ("分" in ranked[0] and value >= kinds.LEAST_ITEMS):
        return None  # 東京ドーム3個分, but H100で2万個分
    if found.noun in ("facility", "site"):
        return Counted(_site_told(text, start, found), found.end)
    return found


def _site_told(text: str, start: int, found: Counted) -> str:
    """What 施設, カ所 and 拠点 are that the text talks of: hospitals, data centres, else plain sites."""
    told = text[max(0, start - kinds.TESTED) : start]
    if text.endswith("施設", start, found.end) and cues.MEDICAL.search(told):
        return "hospital"
    around = text[max(0, start - TOLD) : found.end + _SHORT]
    return "data-center" if cues.DATA_CENTERS.search(around) else found.noun


def _counted(text: str, start: int, end: int, value: Decimal) -> Counted | None:
    year_like = 1900 <= value <= 2100
    position = end + (text[end : end + 1] == " " and not year_like)
    if (
        text.startswith("の", position)
        and (value >= kinds.LEAST_PARTED or text[position - 1].isdigit())
        and not year_like
    ):
        if value < kinds.LEAST_PARTED and value != value.to_integral_value():
            return None  # 18.4の端末: a version
        joint = cues.LINK.match(text, position)
        if (beside := noun_ending(text, start)) in kinds.FOLLOWING and beside:
            return Counted(beside, end)  # フォロワー1,100万の歌手
        at = joint.end() if joint else position
        at += text[at : at + 1] in ("「", "『")
        named = _japanese_nouns().at(text, position + 1) or _japanese_nouns().at(text, at)
        if cues.SPLIT.search(text, max(0, start - 4), start):
            return None  # 1対10の株式分割
        if not named and value >= kinds.LEAST_BIDDERS and (whole := cues.COMPOUND.match(text, at)):
            last = noun_ending(text, whole.end())  # 約35のカスタムモデル
            return Counted(last, end) if last in kinds.COMPOUNDED and not _is_code(text, start) else None
        return Counted(named[0], end) if named else None
    direct = _japanese_nouns().at(text, position) or (_acronyms().at(text, position))
    counter = _counters().at(text, position)
    if direct and text.startswith("項目", position):
        required = cues.REQUIRED.search(text, max(0, start - kinds.TESTED), direct[1] + _SHORT)
        listed = named_before(text, start) or ("requirement" if required else None)
        if listed and listed != "topic":
            return Counted(listed, direct[1])  # 要件は300項目
    if direct and (not counter or direct[1] > counter[1] or direct[1] == counter[1] > position + 1):
        return Counted(*direct)
    if not counter:
        over = None if year_like else cues.SHADED.match(text, end)
        named = _japanese_nouns().at(text, over.end()) if over else None
        return Counted(named[0], end) if named else None
    kind, after = counter
    goes_on = text[after : after + 1] and text[after] in kinds.NOT_COUNTER.get(text[position:after], "")
    if goes_on and not text.startswith("前後", after):
        return None
    if text[position:after] == "回":
        done = times_counted(text, start, position, value)
        return Counted(done, after) if done else None
    if kinds.names_something(text, start, position, after):
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
        and cues.SCORE_TALK.search(text, max(0, start - kinds.SCORED), start)
    ):
        return Counted("point", after)
    if link and "の" in link[0] and cues.CHIP.match(text, link.end()):
        return Counted("GPU", after)
    counter_word = text[position:after]
    if counter_word == "点" and not behind and value != value.to_integral_value():
        return Counted("point", after)  # 8.1点
    if kind in kinds.WORKED:
        return Counted(kind, after)
    if counter_word == "者" and (value < kinds.LEAST_BIDDERS or not cues.ORGANIZATIONS.match(text, after)):
        return None
    if counter_word == "組" and value < kinds.LEAST_PAIRS:
        teams = cues.TEAMS.search(text, max(0, start - kinds.TESTED), after + _SHORT)
        return Counted("team", after) if teams and value >= kinds.LEAST_BIDDERS else None
    if counter_word == "問":  # 試験では120問
        coding = cues.CODING.search(text, max(0, start - kinds.TESTED), start)
        return Counted("task" if coding else kind, after)
    if behind and (
        counter_word in kinds.LETTERS
        or (counter_word in kinds.HOUSES and behind[0] in PEOPLE | DEEDS)
        or (counter_word in kinds.SOLID and behind[0] in DEEDS)
    ):
        behind = None  # 市内の41校の生徒, 100社の引き合い, 200台の注文
    of_people = counter_word in ("人", "名")
    if counter_word in ("基", "枚") and cues.MOUNTED.match(text, after):
        return Counted("GPU", after)
    if behind and cues.YEARLY.search(text, max(0, start - 8), start):
        behind = None if behind[0] in kinds.PLACES else behind  # 年産3万台の工場
    if behind and link and "の" in link[0] and (not of_people or behind[0] in PEOPLE):
        boards = counter_word == "基" and behind[0] == "chip"
        return Counted("GPU" if boards else behind[0], after)
    noun = named_before(text, start) or kind
    if counter_word in kinds.LETTERS | kinds.TELLING or (
        noun in DEEDS and (counter_word in kinds.HOUSES or counter_word in kinds.SOLID)
    ):
        noun = kind
    if counter_word in ("頭", "匹", "羽") and (animal := kinds.ANIMALS.get(text[start - 1 : start])):
        noun = animal
    if counter_word in ("台", "枚", "個", "基") and noun in kinds.PARTIES | (PEOPLE - {"expert"}):
        noun = kind
    if (counter_word in ("台", "枚", "個", "基") and noun in kinds.PLACES) or (
        counter_word == "店" and noun in (*PEOPLE, "company")
    ):
        noun = kind
    if counter_word == "社":
        adopted = cues.ADOPTED.search(text, max(0, start - 24), start)
        noun = (
            "customer" if adopted else noun if noun in kinds.FIRMS and noun != "customer" else kind
        )  # 映画に2社が
    if counter_word == "本" and noun == "work":
        noun = "film"
    if counter_word == "編" and noun not in kinds.WRITTEN:
        noun = kind
    if counter_word == "棟" and noun in kinds.PLACES:
        noun = kind  # 拠点は8棟
    if of_people and noun not in PEOPLE:
        noun = kind
    if noun == "subscriber" and cues.SOCIETY.search(text, max(0, start - 2 * kinds.SCORED), start):
        noun = "member"
    if noun == "subscriber" and "登録者" in text[max(0, start - _SHORT) : start]:
        told = text[max(0, start - TOLD) : start]
        noun = "user" if cues.APP_TALK.search(told) and not cues.CHANNEL_TALK.search(told) else noun
    if kind == "line" and noun == "line":
        told = text[max(0, start - TOLD) : start]
        noun = (
            "bank"
            if cues.BANKS.search(told) and not cues.CODE.search(told + text[after : after + 12])
            else noun
        )
    if (
        noun == kind
        and counter_word in kinds.LOOSE
        and (topic := cues.TOPIC.search(text, max(0, start - 32), start))
    ):
        noun = noun_ending(text, topic.start()) or noun
    if noun == kind and counter_word in kinds.LOOSE:
        alike = counted_alike(text, start, counter_word) or named_in_clause(text, start)
        fits = alike in kinds.SHEETS if counter_word == "枚" else alike not in MACHINE_UNITS
        noun = alike if alike and fits else noun
    if noun == kind and counter_word in kinds.SOLID and (alike := named_in_clause(text, start)):
        noun = alike if alike not in kinds.PLACES | kinds.PARTIES | PEOPLE | DEEDS else noun
    if (
        counter_word == "枚"
        and noun in ("unit", "chip")
        and cues.WAFERS.search(text, max(0, start - 20), start)
    ):
        noun = "wafer"
    if counter_word == "点" and noun == kind and value >= kinds.LEAST_ITEMS:
        noun = item_told(text, start)
    if counter_word == "枚" and noun in ("machine", "device"):
        noun = kind
    if kind == "unit" and noun in ("unit", "chip"):
        noun = machine_before(text, start, position) or noun
        if counter_word == "枚" and noun in MACHINE_UNITS - kinds.FLAT:
            noun = "GPU" if cues.TRAINED.search(text, max(0, start - TOLD), start + kinds.LOOK_ON) else kind
        if counter_word == "枚" and noun == kind:
            noun = sheet_told(text, start) or noun
        if counter_word == "本" and noun in MACHINE_UNITS:
            noun = kind
        if counter_word == "体" and noun not in kinds.BODIES:
            agents = cues.AGENTS.search(text, max(0, start - TOLD), start)
            noun = "agent" if agents else "robot" if value >= kinds.LEAST_TRAINING else kind
        if noun == "unit" and counter_word == "枚" and cues.NVIDIA.search(text, max(0, start - TOLD), start):
            noun = "GPU"
    if counter_word == "基" and noun in ("unit", "chip") and value >= kinds.LEAST_TRAINING:
        noun = "GPU"  # chips of other makes are told in 個
    if (
        noun == "unit"
        and counter_word == "枚"
        and value >= kinds.LEAST_TRAINING
        and cues.TRAINED.search(text, max(0, start - TOLD), start + kinds.LOOK_ON)
    ):
        noun = "GPU"
    if (
        noun == "GPU"
        and counter_word in ("枚", "個")
        and cues.OTHER_CHIPS.search(text, max(0, start - 2 * TOLD), start)
        and not cues.GPU_NAMED.search(text, max(0, start - TOLD), after)
    ):
        noun = "chip"
    if (
        noun == "unit"
        and value >= kinds.LEAST_SIZE
        and cues.SIZE_TALK.search(text, max(0, start - TOLD), start)
    ):
        noun = "parameter"
    if noun == "topic" and cues.REQUIRED.search(text, max(0, start - kinds.TESTED), after + _SHORT):
        noun = "requirement"
    if (
        noun == "case"
        and counter_word == "件"
        and value >= _FEW
        and cues.SUED.search(text, max(0, start - kinds.TESTED), start)
    ):
        noun = "lawsuit"
    if noun == "unit":
        noun = unit_told(text, start, after, counter_word, value)
    if of_people or noun == "person":
        noun = people_counted(text, start, after, value, noun)
    return Counted(noun, after)


def _is_code(text: str, start: int) -> bool:
    """Whether letters stand before the number, which names something with them."""
    before = text[max(0, start - 2) : start].rstrip(" -")[-1:]
    return before.isascii() and before.isalpha()


@cache
def _japanese_nouns() -> Phrases[str]:
    return phrases_of(
        (noun, unit)
        for noun, unit in (*nouns.japanese(), *nouns_ja.extra())
        if len(noun) > 1 or noun in "冊棟車"
    )


@cache
def _acronyms() -> Phrases[str]:
    """GPUs and tokens in Latin letters within Japanese."""
    return phrases_of((form, unit) for form, unit, _ in nouns.latin() if form.isascii() and len(form) > 2)


@cache
def _counters() -> Phrases[str]:
    return phrases_of(nouns.counters().items())
