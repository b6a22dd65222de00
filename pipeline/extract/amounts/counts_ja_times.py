"""Times in Japanese: a number before 回 in, what was done so often out as a unit (download, view, use, ride, call).

What is said behind 回 tells first (100万回のダウンロード), then what stands before it (再生10万回), then the sentence; so many
times with nothing named are uses.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.amounts.counts_ja_told import named_before
from pipeline.extract.amounts.nouns_ja_more import DEEDS

_DONE: tuple[tuple[str, str], ...] = (
    ("download", r"ダウンロード|ＤＬ|DL|取得|入手|プル(?!リク)"),
    ("install", r"インストール|導入"),
    (
        "view",
        r"再生|視聴|閲覧|表示|見られ|観られ|読まれ|聴かれ|聞かれ|ストリーミング|複製|インプレッション|見て",
    ),
    ("ride", r"乗車|配車|運行|乗られ|走行|送迎|輸送"),
    ("call", r"呼び出|呼び出し|呼出|コール|ツール|道具|通話|電話"),
    ("request", r"リクエスト|要求|応答|API"),
    ("query", r"検索|問い合わせ|問合せ|質問|クエリ|照会|プロンプト"),
    ("visit", r"アクセス|訪問|来訪|訪れ|来店|サイト|見に来"),
    ("citation", r"引用"),
    ("share", r"共有|シェアさ|リポスト|転載|拡散"),
    ("delivery", r"配達|配送|宅配"),
    ("flight", r"飛行|フライト"),
    ("launch", r"打ち上げ"),
    ("transaction", r"取引|決済"),
    ("attack", r"攻撃"),
    ("vote", r"投票"),
    ("iteration", r"試行|反復|繰り返|試し|やり直"),
    ("experiment", r"実験|治験|試験"),
    ("surgery", r"手術"),
    ("scan", r"検査|読影"),
    ("use", r"利用|使わ|使用|使っ|使い|活用|問診|診断|診察|相談|添削|翻訳|要約|生成|起動|投稿|対話"),
)
"""Units and what is done; of those that stand equally near, the first."""
_BEHIND = re.compile(
    r"(?:以上|以下|超|弱|強|近く|余り|あまり|ほど|程度|前後|分)?(?:に?(?:及ぶ|達する|のぼる|上る)|もの?|を超える|の|を|、|ずつ|続けて|連続で?|くらい|ぐらい)*"
)
_CALCULATED = re.compile(r"(?:毎秒|1秒(?:間)?に|秒間)(?:最大|約|およそ)?\Z")
_PAGES = re.compile(r"サイトが[^。]{0,8}\Z")
"""What is called up before views that are visits."""
_SITE = 16
_FIRST = re.compile(r"[第全]\Z")
_ORDINAL_ENDS = re.compile(r"[目転線収答復避路顧忌避診]|定時|大会|年次|総会")
_COMPUTING = re.compile(r"計算|演算|学習|訓練")
_COMPUTED = 10**18
_OFTEN = 1000
"""From here on times that nobody names are uses."""
_CLAUSE, _RECENT = 40, 60
_TOLD = re.compile(r"[\d十百千万億兆]回")


def times_counted(text: str, start: int, end: int, value: Decimal) -> str | None:
    """What was done as often as [start, end) says, whose 回 begins at `end`; None where it is no amount for a table."""
    after = end + 1
    if value < 2 or _FIRST.search(text, max(0, start - 1), start) or _ORDINAL_ENDS.match(text, after):
        return None
    joint = _BEHIND.match(text, after)
    behind = text[joint.end() if joint else after :][:8]
    if done := _named(behind, at_start=True):
        return "visit" if done == "view" and _PAGES.search(text, max(0, start - _SITE), start) else done
    if _CALCULATED.search(text, max(0, start - len("毎秒最大約")), start):
        return "operation"
    if value >= _COMPUTED and _COMPUTING.search(text, max(0, start - _CLAUSE), start):
        return "FLOP"  # 演算は10の24乗回
    before = text[max(0, start - _CLAUSE) : start].rpartition("。")[2].rpartition("\n")[2]
    if done := _nearest(before):
        return done if value >= 10 or done in ("iteration", "launch", "flight") else None
    rest = text[after : after + 16].partition("。")[0]
    if done := _named(rest, at_start=False):
        return done if value >= 10 else None
    told = text[max(0, start - _RECENT) : start]
    last = max((found.span() for found in _TOLD.finditer(told)), default=None)
    again = _named(told[last[1] : last[1] + 8], at_start=False) or _nearest(told[: last[0]]) if last else None
    if value >= _OFTEN:
        deed = named_before(text, start)
        return again or (deed if deed in DEEDS else None) or "use"
    return again if value >= 10 else None


def _named(text: str, *, at_start: bool) -> str | None:
    for unit, words in _DONE:
        if re.match(words, text) if at_start else re.search(words, text):
            return unit
    return None


def _nearest(text: str) -> str | None:
    """What is done by the word that stands last."""
    last = max(
        ((found.end(), unit) for unit, words in _DONE for found in re.finditer(words, text)),
        default=None,
        key=lambda one: one[0],
    )
    return last[1] if last else None
