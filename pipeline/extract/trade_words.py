"""Trade words: a Japanese or Chinese name in, its own part and the English of what it ends with out (ツバメ半導体: ツバメ, semiconductor).

What a firm, an institute or a work does is told at the end of its name, and translated when it is written in English; a
company's form is left out (株式会社). Only words that are translated nearly always the same way stand here.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WORDS: Final = """
研究所=lab 研究院=institute 総合研究所=research-institute 総研=research-institute 研究機構=research-organization 研究センター=research-center 研究会=research-group
半導体=semiconductor 電子=electronics 電機=electric 電力=electric 電工=electric 光学=optical 光子=photonics 量子=quantum 計算=compute 計算機=computing 計算科学=computational-science
情報=information 通信=communications 放送=broadcasting 新聞=newspaper 出版=publishing 印刷=printing 製薬=pharma 薬品=pharmaceutical 創薬=drug-discovery 医療=medical 医科=medical
病院=hospital 生命科学=life-science 生命=life 生物=bio 分子=molecular 化学=chemical 素材=materials 材料=materials 鉄鋼=steel 製鉄=steel 金属=metal 鉱業=mining 鉱山=mine 石油=oil
機械=machinery 重工=heavy-industries 重工業=heavy-industries 工業=industries 産業=industries 航空=airlines 宇宙=space 航空宇宙=aerospace 自動車=motor 鉄道=railway 海運=shipping
造船=shipbuilding 運輸=transport 物流=logistics 倉庫=warehouse 建設=construction 不動産=real-estate 銀行=bank 信託銀行=trust-bank 信託=trust 証券=securities 保険=insurance
投資=investment 投資顧問=investment-advisors 基金=fund 財団=foundation 協会=association 連盟=federation 連合=alliance 同盟=alliance 委員会=commission 機構=organization
取引所=exchange 大学=university 学院=academy 学園=academy 図書館=library 博物館=museum 法律事務所=law-office 会計事務所=accounting 特許事務所=patent-office 設計事務所=design-office
設計=design 調査=research 農業=agriculture 農場=farm 水産=fisheries 食品=foods 飲料=beverage 教育=education 観光=tourism 警備=security 保安=security 環境=environment
原子力=nuclear 原発=nuclear-plant 発電所=power-plant 変電所=substation 工場=factory 計画=project 構想=initiative
智能=intelligence 科技=technology 集団=group 技術=technology
"""
_ENGLISH: Final = dict(pair.split("=") for pair in _WORDS.split())
_LONGEST: Final = max(map(len, _ENGLISH))
_LEAST: Final = 2
"""Letters of a name's own part."""
_FORM: Final = re.compile(
    r"\A(?:(?:株式|合同|有限|合資|合名)会社|(?:一般|公益)?(?:社団|財団)法人|国立研究開発法人|\(株\))\s*|\s*(?:(?:株式|合同|有限|合資|合名)会社|\(株\))\Z"
)


def without_form(name: str) -> str:
    """The name without the form of a company: 株式会社ホタル is ホタル."""
    bare = _FORM.sub("", unicodedata.normalize("NFKC", name))
    return bare if len(bare) >= _LEAST else name


def trade_of(name: str) -> tuple[str, str]:
    """The name's own part, and the English of the trades at its end with spaces between; "" where it tells none."""
    trades: list[str] = []
    while found := _last(name):
        name, english = found
        trades.insert(0, english)
    return name, " ".join(trades)


def _last(name: str) -> tuple[str, str] | None:
    for length in range(min(_LONGEST, len(name) - _LEAST), 1, -1):
        if english := _ENGLISH.get(name[-length:]):
            return name[:-length], english.replace("-", " ")
    return None
