"""Counts in Japanese: the counter behind a number and the thing named before or behind it out as a unit (GPU 2000台, 10万台のGPU)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from pipeline.extract.amounts import counts_ja_cues as cues
from pipeline.extract.amounts import nouns, nouns_ja
from pipeline.extract.amounts.nouns import Counted
from pipeline.extract.amounts.nouns_table import PEOPLE
from pipeline.extract.amounts.phrases import Phrases, phrases_of
from pipeline.extract.candidates.word_lists import words_in

MACHINE_UNITS = frozenset(
    (
        "GPU",
        "TPU",
        "CPU",
        "chip",
        "server",
        "robot",
        "rack",
        "accelerator",
        "processor",
        "vehicle",
        "drone",
        "satellite",
        "phone",
        "device",
        "wafer",
        "reactor",
        "turbine",
        "generator",
    )
)
_PLACES = words_in(
    """
    plant site company building store country city university hospital school office facility
    laboratory startup organization seller supplier manufacturer region model product project service
    """
)
"""What 台, 枚 and 個 never count: 工場では300台が動く."""
_MACHINES_TOO = {
    "ロボ": "robot",
    "人型": "robot",
    "ヒト型": "robot",
    "タクシー": "vehicle",
    "自動運転": "vehicle",
    "の車": "vehicle",
    "EV": "vehicle",
}
"""Words that only tell what machine a later 台 counts."""
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
_LABELLED = words_in(
    """
    language store country site employee user subscriber customer patent member
    developer engineer researcher download follower household partner city joint sensor motor star
    reactor bank university
    """
)
"""What a bare number behind its name counts."""
_CLAUSE, _TOLD, _LONG = 40, 160, 400
"""Characters before a bare 個 in which the machine may be named: its clause, and what was told."""
_MANY = 1_000_000
_LEAST_SIZE = 100_000_000
_NOT_COUNTER = {
    "人": "前気間物類性格口工事目", "名": "目前", "件": "目", "社": "目内長会員", "台": "目風数頭", "局": "長員面部番", "回": "目転線収答復避", "本": "目当日体部格人気来社物",
    "点": "目数検火", "体": "目制験系力重育温操", "個": "目人別性々", "行": "目動政為", "枚": "目", "種": "目", "部": "分品長門下署屋", "機": "目能関器会種",
    "校": "長目", "店": "長員", "語": "", "便": "利", "戸": "", "床": "", "組": "織合み", "曲": "", "基": "本準礎目", "株": "価主式", "頭": "目", "両": "者方",
}  # fmt: skip
"""Characters that make another word of a counter."""


def counted_in_japanese(text: str, start: int, end: int, value: Decimal) -> Counted | None:
    found = _counted(text, start, end, value)
    return (
        None
        if found and cues.ORDINAL.match(text, found.end - text.startswith("個", found.end - 1))
        else found
    )


def _counted(text: str, start: int, end: int, value: Decimal) -> Counted | None:
    large, year_like = value >= 100_000, 1900 <= value <= 2100
    position = end + (text[end : end + 1] == " ")
    if text.startswith("の", position) and (large or text[position - 1].isdigit()) and not year_like:
        joint = cues.LINK.match(text, position)
        named = _japanese_nouns().at(text, position + 1) or _japanese_nouns().at(
            text, joint.end() if joint else position
        )
        return Counted(named[0], end) if named else None
    direct = _japanese_nouns().at(text, position) or (_acronyms().at(text, position))
    counter = _counters().at(text, position)
    if direct and (not counter or direct[1] > counter[1] or direct[1] == counter[1] > position + 1):
        return Counted(*direct)
    if not counter:
        over = None if year_like else cues.SHADED.match(text, end)
        named = _japanese_nouns().at(text, over.end()) if over else None
        return Counted(named[0], end) if named else None
    kind, after = counter
    if text[after : after + 1] and text[after] in _NOT_COUNTER.get(text[position:after], ""):
        return None
    link = cues.LINK.match(text, after)
    behind = None
    if link:
        maker = cues.MAKER.match(text, link.end())
        at = maker.end() if maker else link.end()
        behind = _japanese_nouns().at(text, at) or _acronyms().at(text, at)
        if behind and at == after and behind[0] == "word":
            behind = None
    if behind and text[position:after] == "回" and behind[0] in ("view", "download", "install", "query"):
        return Counted(behind[0], after)
    if link and "の" in link[0] and cues.CHIP.match(text, link.end()):
        return Counted("GPU", after)
    counter_word = text[position:after]
    of_people = counter_word in ("人", "名")
    if counter_word in ("基", "枚") and cues.MOUNTED.match(text, after):
        return Counted("GPU", after)
    if behind and cues.YEARLY.search(text, max(0, start - 8), start):
        behind = None  # 年産3万台の工場
    if behind and link and "の" in link[0] and (not of_people or behind[0] in PEOPLE):
        return Counted(behind[0], after)
    noun = _named_before(text, start) or kind
    if counter_word in ("頭", "匹", "羽") and (animal := _ANIMALS.get(text[start - 1 : start])):
        noun = animal
    if (counter_word in ("台", "枚", "個") and noun in _PLACES) or (
        counter_word == "店" and noun in (*PEOPLE, "company")
    ):
        noun = kind
    if of_people and noun not in PEOPLE:
        noun = kind
    if kind == "line" and noun == "line":
        told = text[max(0, start - _TOLD) : start]
        noun = (
            "bank"
            if cues.BANKS.search(told) and not cues.CODE.search(told + text[after : after + 12])
            else noun
        )
    if (
        noun == kind
        and counter_word in ("個", "件", "点", "つ")
        and (topic := cues.TOPIC.search(text, max(0, start - 32), start))
    ):
        noun = _noun_ending(text, topic.start()) or noun
    if kind == "unit" and noun in ("unit", "chip"):
        noun = _machine_before(text, start, position) or noun
        if noun == "unit" and counter_word == "枚" and cues.NVIDIA.search(text, max(0, start - _TOLD), start):
            noun = "GPU"
    if noun == "unit" and value >= _LEAST_SIZE and cues.SIZE_TALK.search(text, max(0, start - _TOLD), start):
        noun = "parameter"
    if noun == "person":
        noun = (
            "employee"
            if cues.STAFFED.match(text, after)
            else "user"
            if cues.USED.match(text, after)
            else _people_before(text, start) or _people_told(text, start, value)
        )
    return Counted(noun, after)


def counted_by_name(text: str, start: int, end: int) -> Counted | None:
    """パラメータ数は340億: a bare number whose name says that it counts."""
    joint = cues.NAMED_NUMBER.search(text, max(0, start - 24), start)
    if joint is None:
        return _counted_by_label(text, start, end)
    noun = _noun_ending(text, joint.start()) if joint else None
    return Counted(noun, end) if noun else None


def _counted_by_label(text: str, start: int, end: int) -> Counted | None:
    """対応言語は200以上だ: a number with no counter, behind the name of what it counts."""
    if not cues.LABEL_ENDS.match(text, end):
        return None
    joint = cues.LABEL_JOINT.search(text, max(0, start - 16), start)
    noun = _noun_ending(text, joint.start()) if joint else None
    return Counted(noun, end) if noun in _LABELLED and noun else None


def _named_before(text: str, start: int) -> str | None:
    """登録者は約10万人: the thing named right before the number, but for words that only join them."""
    joint = cues.BETWEEN.search(text, max(0, start - 24), start)
    return _noun_ending(text, joint.start() if joint else start)


def _noun_ending(text: str, end: int) -> str | None:
    table = _nouns_before()
    for length in range(min(_longest_before(), end), 0, -1):
        if name := table.get(text[end - length : end]):
            return name
    return None


def _is_tail(text: str, at: int, word: str) -> bool:
    """Whether a short word in katakana is the tail of a longer one (ブラック is no ラック)."""
    return len(word) <= 3 and at > 0 and bool(cues.KATAKANA.match(word) and cues.KATAKANA.match(text, at - 1))


def _machine_before(text: str, start: int, end: int) -> str | None:
    """半導体「GB200」を約40万個: a bare 個 or 台 counts the machine that its clause named last, or the text just before."""
    before = text[max(0, start - (_LONG if text.startswith("台", end) else _TOLD)) : start]
    clause = before[-_CLAUSE:].rpartition("。")[2]
    named = _last_machine(clause) or ("GPU" if cues.CHIP.search(clause) else None)
    named = named or _last_machine(before)
    if (
        named is None
        and text.startswith("基", end)
        and cues.NUCLEAR.search(text, max(0, start - _LONG), start)
    ):
        return "reactor"
    return named


def _last_machine(text: str) -> str | None:
    named = max(
        (
            (at + len(word), len(word), word)
            for word in _machines()
            if (at := text.rfind(word)) >= 0 and not _is_tail(text, at, word)
        ),
        default=None,
    )
    return _machines()[named[2]] if named else None


def _people_before(text: str, start: int) -> str | None:
    """従業員は86人で、来春までに150人へ: bare 人 are those that the sentence named last."""
    sentence = text[max(0, start - 40) : start].rpartition("。")[2].rpartition("\n")[2]
    named = max(
        (
            (at + len(word), len(word), unit)
            for word, unit in _people().items()
            if (at := sentence.rfind(word)) >= 0
        ),
        default=None,
    )
    return named[2] if named else None


def _people_told(text: str, start: int, value: Decimal) -> str:
    """週に八億人: so many in a week use something; 人は39人だけ: those of a company."""
    before = max(0, start - 16)
    if value >= _MANY and cues.OFTEN.search(text, before, start):
        return "user"
    return "employee" if cues.COMPANY_PEOPLE.search(text, before, start) else "person"


@cache
def _people() -> dict[str, str]:
    return {
        noun: unit
        for noun, unit in _nouns_before().items()
        if unit in ("user", "employee", "subscriber", "customer", "student", "developer", "follower")
    }


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


@cache
def _nouns_before() -> dict[str, str]:
    """Things counted by the words that stand before the number, looked up from the longest."""
    return dict(
        reversed(
            [
                (noun, unit)
                for noun, unit in (*nouns.japanese(), *nouns_ja.extra())
                if len(noun) > 1 or noun in "株票"
            ]
        )
    )  # the first, narrower, stays


@cache
def _longest_before() -> int:
    return max(map(len, _nouns_before()))


@cache
def _machines() -> dict[str, str]:
    return {noun: unit for noun, unit in _nouns_before().items() if unit in MACHINE_UNITS} | _MACHINES_TOO
