"""What a Japanese text told before a number in, the thing that a bare 台, 個 or 人 counts out (GPU 2000台, 従業員は86人)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from pipeline.extract.amounts import counts_ja_cues as cues
from pipeline.extract.amounts import nouns, nouns_ja
from pipeline.extract.amounts.nouns_people import PEOPLE
from pipeline.extract.candidates.word_lists import words_in

_CLAUSE, TOLD, _LONG = 40, 160, 400
"""Characters before a bare 個 in which the machine may be named: its clause, what was told, and for 台 and reactors."""
_PARTICLE = re.compile(r"(?<![てにでと])(?:だけ)?[をがは](?![^、。]{0,3}[をが])")
_ACTORS = PEOPLE | words_in(
    """
    company startup team bank plant site building store country city state region university hospital school office
    laboratory organization car vehicle truck bus municipality ministry department partner supplier manufacturer model service product
    """
)
"""Who and what does something with that which is counted."""
_ABOUT = 28
_SHORT_TAIL = 2
"""Letters of katakana that may be the tail of a longer word: スコア is no コア."""
_ALIKE, _NUCLEAR = 64, 1500
"""Characters before the same counter, and before 基 of which a text on reactors tells."""
_TALK, _OFTEN_TOLD = 3000, 2
"""Characters of the talk before, and how often it must name the machine that it is on."""
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


_MACHINES_TOO = {
    "ロボ": "robot",
    "人型": "robot",
    "ヒト型": "robot",
    "タクシー": "vehicle",
    "自動運転": "vehicle",
    "の車": "vehicle",
    **dict.fromkeys(
        (
            "トレーニアム", "トレーニウム", "Trainium", "インファレンシア", "インフェレンシア", "Inferentia", "昇騰", "アセンド", "Ascend",
            "ガウディ", "Gaudi", "マイア", "Maia", "MTIA", "カンブリコン", "寒武紀", "思元", "崑崙", "クンルン", "昆侖", "含光",
        ),
        "chip",
    ),
    "EV": "vehicle",
}  # fmt: skip
"""Words that only tell what machine a later 台 counts."""
_THOUSANDS = 10_000


def _is_tail(text: str, at: int, word: str) -> bool:
    """Whether a short word in katakana is the tail of a longer one (ブラック is no ラック)."""
    return len(word) <= 3 and at > 0 and bool(cues.KATAKANA.match(word) and cues.KATAKANA.match(text, at - 1))


def machine_before(text: str, start: int, end: int) -> str | None:
    """半導体「GB200」を約40万個: a bare 個 or 台 counts the machine that its clause named last, or the text just before."""
    before = text[max(0, start - (_LONG if text.startswith("台", end) else TOLD)) : start]
    clause = before[-_CLAUSE:].rpartition("。")[2]
    coded = max((chip.end() for chip in cues.CHIP.finditer(clause)), default=0)
    named = ("GPU" if coded and not _last_machine(clause[coded:]) else None) or _last_machine(clause)
    named = (
        named
        or _last_machine(before)
        or ("chip" if cues.CHIP_CODE.search(text, max(0, start - _LONG), start) else None)
    )
    if named == "chip" and text.startswith("台", end):
        named = "server"  # of chips that stand in them
    if (
        named is None
        and text.startswith("基", end)
        and cues.NUCLEAR.search(text, max(0, start - _NUCLEAR), start)
    ):
        return "reactor"
    return named or (_machine_of_the_talk(text, start) if text.startswith(("台", "体", "機"), end) else None)


def _machine_of_the_talk(text: str, start: int) -> str | None:
    """What the text around talks of, where nothing near is named: 100万台作ると in a talk on robots."""
    around = text[max(0, start - _TALK) : start + _LONG]
    told = {unit: len(words.findall(around)) for unit, words in cues.MACHINE_TALK.items()}
    most = max(told, key=lambda unit: told[unit])
    return most if told[most] >= _OFTEN_TOLD and told[most] > sum(told.values()) - told[most] else None


def machine_named(text: str) -> bool:
    """Whether a machine is named in it, by its kind or by the code of a chip."""
    return bool(_last_machine(text) or cues.CHIP.search(text))


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


def counted_alike(text: str, start: int, counter: str) -> str | None:
    """エキスパートは384個で、旧版の256個より多い: what the same counter counted before in the sentence."""
    first = max(0, start - _ALIKE)
    sentence = text[first:start].rpartition("。")[2].rpartition("\n")[2]
    numbers = [
        found.start() for found in re.finditer(rf"[\d.,]+[万億兆千]?[\d,]*[万億千]?{counter}", sentence)
    ]
    return named_before(text, start - len(sentence) + numbers[-1]) if numbers else None


def named_in_clause(text: str, start: int) -> str | None:
    """投稿を今年だけで3万件消した: what the clause is about, where other words stand between it and the number."""
    first = max(0, start - _ABOUT)
    clause = text[first:start].rpartition("。")[2].rpartition("\n")[2]
    particles = [found.span() for found in _PARTICLE.finditer(clause)]
    if not particles or particles[-1][1] == len(clause):
        return None
    noun = noun_ending(text, start - len(clause) + particles[-1][0])
    return noun if noun not in _ACTORS else None


def item_told(text: str, start: int) -> str:
    """対象は約48万点: what a talk on books, works, documents … counts by 点; items where it is on none."""
    told = text[max(0, start - TOLD) : start]
    found = [(last, unit) for unit, words in cues.ITEM_TALK.items() if (last := _last(words, told)) >= 0]
    return max(found)[1] if found else "item"


def sheet_told(text: str, start: int) -> str | None:
    """無料で1日100枚まで, in a talk on pictures or papers: what 枚 counts that is no board."""
    told = text[max(0, start - TOLD) : start]
    found = [(last, unit) for unit, words in cues.SHEET_TALK.items() if (last := _last(words, told)) >= 0]
    return max(found)[1] if found else None


def _last(words: re.Pattern[str], text: str) -> int:
    """Where the last of these words stands; -1 where none does."""
    return max((found.start() for found in words.finditer(text)), default=-1)


def unit_told(text: str, start: int, after: int, counter: str, value: Decimal) -> str:
    """来春は数十万個をつなぐ, in a text on chips; 月に6台 in one on the devices of a plant: what the talk around is on."""
    if counter == "個" and value >= _THOUSANDS:
        around = text[max(0, start - _LONG) : after + _ABOUT]
        if cues.CHIPS_TOLD.search(around):
            return "GPU" if cues.GPU_NAMED.search(around) else "chip"
    if counter == "台" and "装置" in text[max(0, start - TOLD) : start]:
        return "machine"
    return "unit"


@cache
def _machines() -> dict[str, str]:
    return {noun: unit for noun, unit in nouns_before().items() if unit in MACHINE_UNITS} | _MACHINES_TOO


@cache
def nouns_before() -> dict[str, str]:
    """Things counted by the words that stand before the number, looked up from the longest."""
    return dict(
        reversed(
            [
                (noun, unit)
                for noun, unit in (*nouns.japanese(), *nouns_ja.extra())
                if len(noun) > 1 or noun in "株票席窯"
            ]
        )
    )  # the first, narrower, stays


@cache
def _longest_before() -> int:
    return max(map(len, nouns_before()))


def noun_ending(text: str, end: int) -> str | None:
    table = nouns_before()
    for length in range(min(_longest_before(), end), 0, -1):
        word = text[end - length : end]
        if (name := table.get(word)) and not (length <= _SHORT_TAIL and _is_tail(text, end - length, word)):
            return name
    return None


def named_before(text: str, start: int) -> str | None:
    """登録者は約10万人: the thing named right before the number, but for words that only join them."""
    joint = cues.BETWEEN.search(text, max(0, start - 24), start)
    if joint is None:
        return noun_ending(text, start)
    deed = len("の受注") if joint[0].startswith("の") else 0  # 前作の受注は300件
    return noun_ending(text, joint.start()) or (noun_ending(text, joint.start() + deed) if deed else None)
