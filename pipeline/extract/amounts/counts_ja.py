"""Counts in Japanese: the counter behind a number and the thing named before or behind it out as a unit (GPU 2000台, 10万台のGPU)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from pipeline.extract.amounts import nouns, nouns_ja
from pipeline.extract.amounts.nouns import Counted
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
_NVIDIA = re.compile(r"エヌビディア|N[Vv][Ii][Dd][Ii][Aa]|画像処理")
_LABEL_JOINT = re.compile(
    r"数?(?:は|が|も|で|:|：)(?:約|およそ|すでに|既に|現在|合計|計|全部で|いま|今や|今は|わずか|最大|世界で|国内で){0,2}\Z"
)
_LABEL_ENDS = re.compile(
    r"(?:以上|超|弱|強|近く|余り|あまり|ほど|程度)?(?:[。、）)\n]|\Z|だ[。っ、が]|です|でし|に(?:達|のぼ|上|な|増|拡|及|広)|を(?:超|上回|突破|数え)|で[、。]|から)|を超|に(?:達|のぼ|上)"
)
_LABELLED = words_in(
    """
    language store country site employee user subscriber customer patent member
    developer engineer researcher download follower household partner city
    """
)
"""What a bare number behind its name counts."""
_LINK = re.compile(
    r"(?:以上|超|強|弱|近く|程度|ほど|前後|あまり|余り|余|未満|以下|超え)?(?:もの|分|規模)?の?"
    r"(?:最新の?|新たな|大規模な|高性能な|先端の?|AI|有料の?|月間|週間|日間|アクティブ|正規|現地|外国人|個人|法人|有効|国内|海外|世界|米国|日本|企業の?(?=ユーザ|顧客))*"
)
_MAKER = re.compile(
    r"(?:(?:NVIDIA|Nvidia|エヌビディア|AMD|インテル|グーグル|[A-Z]\d{2,4}|[A-Z]{1,2}\d{3})[\s製のの]*)?"
)
_BETWEEN = re.compile(
    r"(?:の?(?:総数|人数|台数|件数|回数|数|規模|総量)|の(?:搬入|導入|納入|出荷|販売|生産|購入|調達|設置|保有|採用|受注|発注|注文|配備)(?:数|台数)?)?(?:さん)?(?:は|が|を|も|で|、|:|\s|=|に|として)*"
    r"(?:[1一]?[日月週年](?:間)?に?|\d{1,2}(?:日|週間|カ月|か月|年)間?で|(?:全米|全国|米国|日本|世界|欧州|都内|英国|国内外|各地|会場|1都3県)(?:で|に)?は?|一晩で|ひと月に?|合計|計|累計|合わせて|全世界で|世界で|国内で|すでに|既に|もう|なんと|さん(?=[もがはの])|約|およそ|最大で?|少なくとも|推定|平均|のべ|延べ|週間|月間|毎週|毎月|ほぼ|現在|新たに|同社は|[「『(])*\Z"
)
_NAMED_NUMBER = re.compile(
    r"(?:数(?:は|が|を|も|で|、|:|\s|=|に)*|(?<=[ァ-ヺー])(?:は|が|も)|(?<=パラメータ)|(?<=パラメーター))(?:なんと|合計|計|累計|すでに|既に|約|およそ|最大で?|少なくとも|推定|平均)*\Z"
)
_SHADED = re.compile(
    r"(?:(?:以上|超|弱|強|近く|程度|ほど|余り|あまり|前後|未満|以下)の|もの|を(?:超|越)える|を上回る|を超す|に(?:上|のぼ)る)(?:主要な?|有力な?|異なる|国内の?|海外の?|世界の?|日本の?)*"
)
"""Between a bare number and its noun: 40以上の言語, 2万を超える開発者."""
_CHIP = re.compile(r"(?<![A-Za-z])(?:GB|GH|MI|[ABHLV])\d{2,3}[A-Z]?(?![A-Za-z0-9])")
_CLAUSE, _TOLD, _LONG = 40, 160, 400
"""Characters before a bare 個 in which the machine may be named: its clause, and what was told."""
_STAFFED = re.compile(
    "(?:規模|弱|強|余り|ほど|程度|足らず)?(?:だけ)?の(?:新しい|小さな|若い|新興)?(?:会社|企業|スタートアップ|新興|組織|小所帯|町工場|研究所|チーム)"
)
_KATAKANA = re.compile("[ァ-ヺー]")
_YEARLY = re.compile(r"(?:年産|月産|日産|年間生産)(?:約|最大)?\Z")
_OFTEN = re.compile(
    r"(?:[週月日](?:間|次)?に?|毎[日週月]に?|使って?い?る人[がは]?[週月日]?に?)\s?(?:約|およそ)?\Z"
)
_COMPANY_PEOPLE = re.compile(r"(?:(?:[。、，\s]|\A)人は|陣容は|所帯は|体制は)\s?(?:わずか|たった|約)?\Z")
_MOUNTED = re.compile(r"(?:を|ずつ)?(?:積[んみむ]|搭載|載せ)")
"""A server holds GPUs."""
_MANY = 1_000_000
_LEAST_SIZE = 100_000_000
_SIZE_TALK = re.compile(r"パラメ[ータ]+")
_USED = re.compile(r"(?:以上|超|弱|近く|程度)?[がは](?:毎[日週月])?(?:使|利用)")
_NOT_COUNTER = {
    "人": "前気間物類性格口工事目", "名": "目前", "件": "目", "社": "目内長会員", "台": "目風数頭", "局": "長員面部番", "回": "目転線収答復避", "本": "目当日体部格人気来社物",
    "点": "目数検火", "体": "目制験系力重育温操", "個": "目人別性々", "行": "目動政為", "枚": "目", "種": "目", "部": "分品長門下署屋", "機": "目能関器会種",
    "校": "長目", "店": "長員", "語": "", "便": "利", "戸": "", "床": "", "組": "織合み", "曲": "", "基": "本準礎目", "株": "価主式", "頭": "目", "両": "者方",
}  # fmt: skip
"""Characters that make another word of a counter."""


def counted_in_japanese(text: str, start: int, end: int, value: Decimal) -> Counted | None:
    large, year_like = value >= 100_000, 1900 <= value <= 2100
    position = end + (text[end : end + 1] == " ")
    if text.startswith("の", position) and (large or text[position - 1].isdigit()) and not year_like:
        joint = _LINK.match(text, position)
        named = _japanese_nouns().at(text, position + 1) or _japanese_nouns().at(
            text, joint.end() if joint else position
        )
        return Counted(named[0], end) if named else None
    direct = _japanese_nouns().at(text, position) or (_acronyms().at(text, position))
    counter = _counters().at(text, position)
    if direct and (not counter or direct[1] > counter[1] or direct[1] == counter[1] > position + 1):
        return Counted(*direct)
    if not counter:
        over = None if year_like else _SHADED.match(text, end)
        named = _japanese_nouns().at(text, over.end()) if over else None
        return Counted(named[0], end) if named else None
    kind, after = counter
    if text[after : after + 1] and text[after] in _NOT_COUNTER.get(text[position:after], ""):
        return None
    link = _LINK.match(text, after)
    behind = None
    if link:
        maker = _MAKER.match(text, link.end())
        at = maker.end() if maker else link.end()
        behind = _japanese_nouns().at(text, at) or _acronyms().at(text, at)
        if behind and at == after and behind[0] == "word":
            behind = None
    if behind and text[position:after] == "回" and behind[0] in ("view", "download", "install", "query"):
        return Counted(behind[0], after)
    if link and "の" in link[0] and _CHIP.match(text, link.end()):
        return Counted("GPU", after)
    counter_word = text[position:after]
    of_people = counter_word in ("人", "名")
    if counter_word in ("基", "枚") and _MOUNTED.match(text, after):
        return Counted("GPU", after)
    if behind and _YEARLY.search(text, max(0, start - 8), start):
        behind = None  # 年産3万台の工場
    if behind and link and "の" in link[0] and (not of_people or behind[0] in nouns.PEOPLE):
        return Counted(behind[0], after)
    noun = _named_before(text, start) or kind
    if counter_word in ("頭", "匹", "羽") and (animal := _ANIMALS.get(text[start - 1 : start])):
        noun = animal
    if (counter_word in ("台", "枚", "個") and noun in _PLACES) or (
        counter_word == "店" and noun in (*nouns.PEOPLE, "company")
    ):
        noun = kind
    if of_people and noun not in nouns.PEOPLE:
        noun = kind
    if kind == "unit" and noun in ("unit", "chip"):
        noun = _machine_before(text, start, position) or noun
        if noun == "unit" and counter_word == "枚" and _NVIDIA.search(text, max(0, start - _TOLD), start):
            noun = "GPU"
    if noun == "unit" and value >= _LEAST_SIZE and _SIZE_TALK.search(text, max(0, start - _TOLD), start):
        noun = "parameter"
    if noun == "person":
        noun = (
            "employee"
            if _STAFFED.match(text, after)
            else "user"
            if _USED.match(text, after)
            else _people_before(text, start) or _people_told(text, start, value)
        )
    return Counted(noun, after)


def counted_by_name(text: str, start: int, end: int) -> Counted | None:
    """パラメータ数は340億: a bare number whose name says that it counts."""
    joint = _NAMED_NUMBER.search(text, max(0, start - 24), start)
    if joint is None:
        return _counted_by_label(text, start, end)
    noun = _noun_ending(text, joint.start()) if joint else None
    return Counted(noun, end) if noun else None


def _counted_by_label(text: str, start: int, end: int) -> Counted | None:
    """対応言語は200以上だ: a number with no counter, behind the name of what it counts."""
    if not _LABEL_ENDS.match(text, end):
        return None
    joint = _LABEL_JOINT.search(text, max(0, start - 16), start)
    noun = _noun_ending(text, joint.start()) if joint else None
    return Counted(noun, end) if noun in _LABELLED and noun else None


def _named_before(text: str, start: int) -> str | None:
    """登録者は約10万人: the thing named right before the number, but for words that only join them."""
    joint = _BETWEEN.search(text, max(0, start - 24), start)
    return _noun_ending(text, joint.start() if joint else start)


def _noun_ending(text: str, end: int) -> str | None:
    table = _nouns_before()
    for length in range(min(_longest_before(), end), 0, -1):
        if name := table.get(text[end - length : end]):
            return name
    return None


def _is_tail(text: str, at: int, word: str) -> bool:
    """Whether a short word in katakana is the tail of a longer one (ブラック is no ラック)."""
    return len(word) <= 3 and at > 0 and bool(_KATAKANA.match(word) and _KATAKANA.match(text, at - 1))


def _machine_before(text: str, start: int, end: int) -> str | None:
    """半導体「GB200」を約40万個: a bare 個 or 台 counts the machine that its clause named last, or the text just before."""
    before = text[max(0, start - (_LONG if text.startswith("台", end) else _TOLD)) : start]
    clause = before[-_CLAUSE:].rpartition("。")[2]
    named = _last_machine(clause) or ("GPU" if _CHIP.search(clause) else None)
    return named or _last_machine(before)


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
    if value >= _MANY and _OFTEN.search(text, before, start):
        return "user"
    return "employee" if _COMPANY_PEOPLE.search(text, before, start) else "person"


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
