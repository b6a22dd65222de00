"""Fractions in Japanese: a text in, its parts, halves and doublings out (3分の1, 半分, 倍増, 3人に1人, ゼロ円), which need no unit.

A part to which something comes down or that is compared with another's is a multiple (10分の1に), any other a percentage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Context, Decimal

from pipeline.extract.amounts.fraction import Fraction, percent
from pipeline.extract.amounts.measures import PERCENT, Unit

_TIMES = Unit("multiple", "x")
_ROUNDED = Context(prec=4)
_RIVAL = re.compile(r"(?:前|従来|競合|他社|既存|通常|[機品型][種]?|比べ|比で?|の価格)の?\s*\Z")
"""What a part is compared with, so that it is a multiple: 従来機の3分の2."""
_PRICED = re.compile(
    r"(?:ドル|ユーロ|円|価格|料金|値段|コスト|費用|電力|時間)[^。]{0,36}(?:その|(?:ます|です|だ)?(?:から|ので)、?|のに対し、?)\Z"
)
"""A price was told, and its part is another's: 2.50ドルなので、こちらはその3分の1."""
_MOST_AMONG, _MOST_IN = 20, 100
"""Of more than these so many are told as themselves."""
_MOST_PARTS = 30
"""A part that is smaller still compares, and is no share: 625分の1."""
_SHRUNK = re.compile(r"\s?の\s?(?:コスト|値段|価格|費用|料金|時間|電力|サイズ|大きさ|速度|軽さ|重さ|薄さ)")
_TENS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_KANJI = {character: value for value, character in enumerate("〇一二三四五六七八九十")}
_NILS = {coin: Unit("money", code) for coin, code in (("円", "JPY"), ("ドル", "USD"), ("ユーロ", "EUR"))}
_FINE = ("毛の", "髪の")
_IDIOMATIC = frozenset("十百千万") | {"百万", "千万"}
"""In kanji so small a part of a hair is a way of saying little."""
JAPANESE = re.compile(
    r"(?=[\d二三四五六七八九十百千万半倍ゼ])(?:"  # where any of these may begin
    r"(?P<every>\d(?<![\d,.]\d)\d{0,3}|[二三四五六七八九十百])(?P<counter>[人社件台回世帯]{1,2}|家庭)(?:の?うち|中|に|いたら|いれば)、?(?:約)?(?P<some>\d{1,3}|[一二三四五六七八九])(?P=counter)(?!以上い)"
    r"|(?P<half>半数|(?:(?<=の)(?<!残りの)|(?<=うち)|(?<=を)|(?<=約)|(?<=ほぼ)|(?=半分(?:以[上下]|近く|程度|未満|で[済足])))半分(?<!理由の半分)(?<!原因の半分)(?<!責任の半分)(?<!魅力の半分)(?<!人生の半分)(?<!役目の半分)(?<!秘密の半分)(?!の(?:約|わずか)?\d)(?!(?!以上|近く|程度|前後|未満|以下)[一-鿿]{2}|[ァ-ヺ、。]|だ|です|でし|で(?:あ|は|も)|と(?!な)|にな))(?P<into>に(?!あた|当た|相当|すぎ|過ぎ|達|上|のぼ|及|満|とど|迫|近|つい|お|占|収ま)|へ)?(?!(?:以上)?(?:ずつ|冗談|本気|眠|開|の(?:力|気持)))"
    r"|(?<![\d一二三四五六七八九十百千万億兆何数十一人同自])(?<!\d[.,])(?P<twice>倍)(?=近[くい]|だと|に(?:な|す|し|でき|増|膨|拡|達|伸|引|跳|は|あた|当た|相当)|増(?!強)|以上|弱|強|だ[。っ]|です|でし|ぐらい|くらい|ほど|の(?:速|価|値|量|電|性|規|水))"
    r"|(?<![一-鿿\d])(?P<year>半年)(?=と(?:さ|定|す|し)|間の|に(?:延|短|縮)|を(?:見込|要)|以内|強|弱|足らず|未満|かけ|かか|がかり|分の|の(?:猶予|期限)|を要|間(?![売決])|後(?:に|から|の|、|まで)|(?:も|は)?(?:使[えうっ]|続|持[つちた]|待[つたち])|で(?:完成|完了|黒字|開業|稼働|回収|仕上|作|建|終|済))"
    r"|(?P<slashed>[1-3](?<![\d/.][1-3])/(?:[2-5]|10))(?=以内|以下|以上|未満|程度|補助|助成|負担|相当)"
    r"|(?P<nil>ゼロ(?:(?P<coin>円|ドル|ユーロ|%|パーセント)(?!金利|成長)|(?=[にへ])(?:(?<=[%割]からゼロ)|(?<=[%割]から事実上ゼロ)|(?<=[%割]からほぼゼロ))))"
    r"|(?P<halved>半減(?!期)|半額(?=に|で|と|以下|だ)|半値(?=に|で|以下))"
    r"|(?<![\d何数])(?<!\d,)(?P<bottom>\d{1,3}(?:,\d{3}){1,2}|\d{1,6}|[二三四五六七八九]?[百千万十]|[二三四五六七八九])分の(?P<top>\d{1,3}|[一二三四五六七八九])(?P<to>(?:程度|以下|未満|近く|ほど|くらい)?(?:に(?!あた|当た|相当|すぎ|過ぎ|達|上|のぼ|及|満|とど|迫|近|つい|お|占|収ま)|[へま]))?"
    r")"
)


def in_japanese(text: str, match: re.Match[str], groups: dict[str, str]) -> Iterator[Fraction]:
    """The fraction that a match of JAPANESE says, with its groups; none where it is an idiom or no part."""
    start = match.start()
    if groups.get("year"):
        yield Fraction(*match.span("year"), Decimal(6), Unit("duration", "month"))
    elif every := groups.get("every"):  # 3人に1人
        some, among = _number(groups["some"]), _number(every)
        named = (among > _MOST_AMONG and "うち" in match[0]) or (
            among > _MOST_IN and "中" in match[0]
        )  # 770人のうち700人: two counts
        if 0 < some < among and not named:
            yield Fraction(start, match.end(), percent(Decimal(some) / among), PERCENT)
    elif groups.get("twice"):
        yield Fraction(*match.span("twice"), Decimal(2), _TIMES)
    elif groups.get("halved"):
        yield Fraction(*match.span("halved"), Decimal(50), PERCENT)
    elif groups.get("half"):
        if groups.get("into"):
            yield Fraction(*match.span("half"), Decimal("0.5"), _TIMES)
        else:
            yield Fraction(*match.span("half"), Decimal(50), PERCENT)
    elif slashed := groups.get("slashed"):
        upper, _, lower = slashed.partition("/")
        if int(upper) < int(lower):
            yield Fraction(*match.span("slashed"), percent(Decimal(upper) / Decimal(lower)), PERCENT)
    elif groups.get("nil"):
        yield Fraction(*match.span("nil"), Decimal(0), _NILS.get(groups.get("coin", ""), PERCENT))
    elif groups["bottom"] in _IDIOMATIC and text.startswith(_FINE, start - 2):
        return  # 髪の毛の十分の一
    else:
        top, bottom = Decimal(_number(groups["top"])), Decimal(_number(groups["bottom"]) or 1)
        part = _ROUNDED.divide(top, bottom)
        if (
            groups.get("to")
            or _RIVAL.search(text, max(0, start - 8), start)
            or _PRICED.search(text, max(0, start - 40), start)
            or _SHRUNK.match(text, match.end())
            or bottom > _MOST_PARTS * top
        ):
            yield Fraction(start, match.end("top"), part, _TIMES)
        elif part <= 1:
            yield Fraction(start, match.end("top"), percent(top / bottom), PERCENT)


def _number(written: str) -> int:
    if written.isascii():
        return int(written.replace(",", ""))
    ones = _KANJI.get(written[0], 1) if len(written) > 1 else 1
    return ones * _TENS[written[-1]] if written[-1] in _TENS else _KANJI.get(written, 100)
