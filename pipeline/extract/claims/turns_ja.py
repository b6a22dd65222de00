"""Turns in Japanese: a name and a figure in, how much the particles and verbs between and around turn the ownership out.

Xに3億円の制裁金 and 3兆のパラメーターを持つX are X's; Xから3億円を調達, Xの3倍 and Xを3億円で買収 are not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.claims.affinity import OF_THINGS, THINGS
from pipeline.extract.claims.standing import MODIFIER, POSSESSOR
from pipeline.records import EntityType

if TYPE_CHECKING:
    from pipeline.extract.claims.turns import Turn

_TO = re.compile(r"[」』]?(?:社|グループ|HD)?(?:に(?:は|対し(?:て)?)?|へ(?:は)?)")
_FROM = re.compile(r"[」』]?(?:社|グループ|HD)?(?:など|ほか|ら)?[^。、はがをに\n]{0,8}から")
_LED = re.compile(
    r"[」』]?(?:社|グループ|HD)?(?:など|ら)?(?:が|も)(?:[^。、\n]{0,10}を)?(?:主導|リード|参加|加わ|引き受け)"
)
_WHERE_MONEY_GOES = re.compile(r"[」』]?(?:社|グループ|HD)?(?:に(?:は|対し(?:て)?)?|へ(?:は)?|で(?:は)?)")
_INTO_IT = re.compile(r"[」』]?(?:社|グループ|HD)?(?:への|に対する)[^。、はがを\n]{0,8}(?:出資|投資|拠出)")
_THE_BOUGHT = re.compile(r"[」』]?(?:社|グループ|HD)?の(?:買収|取得|子会社化)")
_DIRECT_OBJECT = re.compile(
    r"[」』]?\s?(?:を|に|で)\s?(?:月額|年額|総額|最大|約|計|月|年|(?:1|１|一)(?:台|枚|基|個|本|体|人|回|席|時間)(?:当たり|あたり|につき)?)?\Z"
)
_IF_IT_IS = re.compile(
    r"[」』]?(?:なら|だと|では|に頼めば|を使えば|の場合(?:は)?|について(?:は)?)[「]?(?:月額|年額|月|年|約|最大)?\Z"
)
_HAS = re.compile(r"[」』]?の[^。、はがをに]{1,12}(?:を|が|は)\s?\Z")
_OF_THE_COMPARED = re.compile(r"[」』]?の(?:[^。、はがをにで\n]{1,20}の)?約?\Z")
_IS_BOUGHT = re.compile(
    r"[」』]?(?:社|グループ|HD)?(?:の[^。、はがを\n]{1,14})?を[^。「」『』\n]{0,30}?(?:買収|完全子会社|傘下に|取得)"
)
_PAID_TOGETHER = re.compile(r"[」』]?(?:など|ほか|ら)[^。、\n]{0,10}?の(?:出資|支援|拠出)")
_SPENT_ON = re.compile(r"[」』]?に(?:は)?\s?約?\Z")
_IT_COST = re.compile(r"[^。、\n]{0,8}?(?:かか|掛か|かけ|費や)")
_NUMBER_OF = re.compile(r"[」』]?の\Z")
_JAPANESE_ADJACENT = re.compile(r"[」』]?[（(：:、]\Z")
_IN_ITS_BRACKET = re.compile(r"\s?[」』]?[(（][^()（）\n]{0,24}\Z")
_OF_WHICH = re.compile(r"(?:は|を|については)[「『]?")
_PAID_BY = re.compile(r"[^。、はがを\n]{1,20}が(?:出[しす]|拠出|投じ|負担|引き受|支払|投資|出資|賄)")
"""うち13億ユーロはASMLが出した."""
_HEAD_OF_A_RELATIVE = re.compile(
    r"[^。、「」はが\n]{0,10}[^。、「」はがのるた\n](?:る|た)(?:[米英独仏中韓日]|(?:新興)?(?:企業|会社)の)?[「『]?\Z"
)
"""GPUを1万基そろえるX."""
_ATTRIBUTE = re.compile(
    r"(?:パラメーター?(?=の))?(?:で(?:育てた|学習した|学習させた|訓練した|学ばせた|動く)|(?:を)?(?:つなぐ|つないだ|束ねる|束ねた|並べる|並べた|載せる|載せた)|の|を持つ|を備える|を誇る|を有する|を抱える|を投じる|を投資する|をかけ(?:る|た)|を要する|を積む|を搭載する|規模の|の[^。、をがは\s]{1,10}(?:を持つ|を備える|を誇る|を有する))[^。、「」『』はがもにでをとへ\s]{0,14}[「『]?\Z"
)


def before_in_japanese(
    turn: Turn, text: str, end: int, figure: int, standing: float, type_: EntityType
) -> float:
    """What is added for a role that ends at `end`, before the figure that begins at `figure`."""
    gap = figure - end
    to = _TO.match(text, end)
    if (turn.fine or turn.grant) and to and gap < 40:
        return -64
    cost = 20.0 if turn.metric == "hardware" and standing == MODIFIER else 0.0
    cost += 26.0 if turn.fine and type_ == "organization" and text[end : end + 1] != "の" else 0.0
    if turn.metric in ("funding", "employees") and _FROM.match(text, end):
        cost += 30
    if turn.metric in ("funding", "valuation", "investment") and _LED.match(text, end):
        cost += 36
    if turn.metric == "investment" and type_ != "project" and _WHERE_MONEY_GOES.match(text, end):
        cost += 25
    if turn.metric in ("investment", "share", "capex") and _INTO_IT.match(text, end):
        cost += 40
    if turn.metric == "investment" and _THE_BOUGHT.match(text, end):
        cost += 20
    own_kind = type_ == "hardware" and turn.metric == "hardware"
    if (
        gap <= 6
        and type_ in THINGS
        and not own_kind
        and (turn.metric in OF_THINGS or type_ == "project")
        and _DIRECT_OBJECT.fullmatch(text, end, figure)
    ):
        cost -= 46
    paid = turn.kind == "money" or turn.metric == "share"
    if paid and _IS_BOUGHT.match(text, end):
        cost += 30 if turn.metric == "price" else 40
    if turn.kind == "money" and _PAID_TOGETHER.match(text, end):
        cost += 30
    if (
        gap <= 5
        and type_ in THINGS
        and _SPENT_ON.fullmatch(text, end, figure)
        and _IT_COST.match(text, turn.end)
    ):
        cost -= 46
    if gap <= 9 and (type_ in THINGS or turn.metric == "price") and _IF_IT_IS.fullmatch(text, end, figure):
        cost -= 30
    if gap <= 18 and standing <= POSSESSOR + 4 and _HAS.fullmatch(text, end, figure):
        cost -= 12
    compared = turn.kind == "multiple" or (
        turn.kind == "percent" and turn.metric in ("price", "cost", "power-use")
    )
    if gap <= 26 and compared and _OF_THE_COMPARED.fullmatch(text, end, figure):
        cost += 40
    if gap <= 6 and type_ == "hardware" and turn.metric == "hardware":
        cost += 30  # H100を2000基: what is counted owns nothing
    if gap <= 20 and _IN_ITS_BRACKET.fullmatch(text, end, figure):
        cost -= 24 + standing * 0.5
    if gap <= 2 and turn.kind == "money" and _NUMBER_OF.fullmatch(text, end, figure):
        cost -= 12
    if gap == 1 and text[end] in " 　":
        cost -= 12
    if gap <= 3 and _JAPANESE_ADJACENT.fullmatch(text, end, figure):
        cost -= 20
    return cost


def behind_in_japanese(turn: Turn, text: str, start: int, figure: int, type_: EntityType) -> float:
    """The same for a role that begins at `start`, behind the figure that ends at `figure`."""
    if type_ == "hardware" and turn.metric == "hardware":
        return 0.0  # 512基のH800
    paid = turn.metric in ("investment", "funding", "capex", "cost") and start - figure <= 10
    if paid and _OF_WHICH.fullmatch(text, figure, start) and _PAID_BY.match(text, start):
        return -84.0
    head = start > figure and turn.metric != "investment"
    if head and _HEAD_OF_A_RELATIVE.fullmatch(text, figure, start):
        return -70.0
    return -84.0 if start > figure and _ATTRIBUTE.fullmatch(text, figure, start) else 0.0
