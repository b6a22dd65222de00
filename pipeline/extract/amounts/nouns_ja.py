"""Japanese nouns: nothing in, what else Japanese news counts out, each with its English singular as unit (nouns.py has what all three count).

One line a unit: English | Japanese nouns.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.amounts.nouns_ja_fields import FIELDS
from pipeline.extract.amounts.nouns_ja_more import MORE

_TABLE = """
application | 応募, 申請, 申し込み, 申込, 出願
inquiry | 問い合わせ, 問合せ, 照会, 相談
complaint | 苦情, クレーム, 不服申し立て
report | 通報, 報告
order | オーダー, 発注
proposal | 提案書
opinion | 意見, パブリックコメント
precedent | 判例, 判決
incident | インシデント, 障害, 不具合
leak | 漏えい, 漏洩
post | 投稿数, 書き込み, ポスト
view | 再生回数, 再生数, 視聴回数, 閲覧数, ビュー, 表示回数
download | ダウンロード数, DL, ＤＬ
photo | 写真画像
part | 部品, パーツ
drawing | 図面, 設計図
hard-drive | ハードディスク
example | 例題
route | 路線, 航路
furnace | 窯, 溶解炉
call | 電話, 着信, 入電
drone | 無人機, 自爆機, UAV
vehicle | 収集車, 試験車, 実験車, 試作車, 無人車, 営業車, 走行車
illustration | イラスト, 挿絵
painting | 絵画
comic-book | 漫画, マンガ, コミック
novel | 小説作品
score | 楽譜
recording | 録音, 音源
sentence | 例文, 文章
program | 番組
map | 地図
recipe | レシピ
medical-record | カルテ, 診療記録
scan | レントゲン, CT画像
prescription | 処方箋
candidate | 受験者, 志願者, 候補化合物
farmer | 農家, 農業者, 生産者
fisherman | 漁師, 漁業者
craftsman | 職人
translator | 翻訳者, 通訳, 翻訳家
voice-actor | 声優
illustrator | イラストレーター, 絵師
cartoonist | 漫画家
singer | 歌手
editor | 編集者
designer | デザイナー, 設計者
architect | 建築家, 設計士
accountant | 税理士, 会計士
judge | 判事, 裁判官
prosecutor | 検察官
police-officer | 警察官, 警官
official | 官僚, 公務員
lawmaker | 国会議員, 下院議員, 上院議員
refugee | 難民
tourist | 旅行者, 訪日客
spectator | 観客, 聴衆
pilot | 操縦士, パイロット
consultant | コンサルタント
salesperson | 営業担当者, 販売員
operator | オペレーター, 作業員
annotator | アノテーター
intern | インターン
plaintiff | 原告
postdoc | 博士研究員, ポスドク
graduate-student | 大学院生
freelancer | フリーランス
elderly-person | 高齢者, お年寄り
infant | 乳幼児
foreigner | 外国人
transformer | 変圧器
generator | 発電機
cooling-tower | 冷却塔
pump | ポンプ
antenna | アンテナ
switch | スイッチ
module | モジュール
board | 基板
cable | ケーブル
fiber | 光ファイバー
glasses | 眼鏡, スマートグラス, メガネ
earphone | イヤホン
watch | 腕時計
speaker | スピーカー
printer | プリンター
display | ディスプレー, ディスプレイ, モニター
elevator | エレベーター
container | コンテナ
ship | タンカー
train | 列車, 電車
bicycle | 自転車
motorcycle | バイク, オートバイ
excavator | 重機, 建機
crane | クレーン
house | 民家
office-building | オフィスビル
pool | プール
field | 農地, 畑, 田んぼ
temple | 寺院
library | 図書館
museum | 美術館, 博物館
cinema | 映画館
convenience-store | コンビニ
pharmacy | 薬局
nursery | 保育園, 保育所
nursing-home | 介護施設
airport | 空港数
substation | 変電所
mine | 鉱山
island | 離島
vehicle | 自律走行車, 走行車, 無人車, 商用車, 配送車, 乗用車両
joint | 関節, 自由度
like | いいね, 高評価
job | 求人
shelf | 棚
hospital | 総合病院
seller | 出店者
motor | モーター, 電動機
lens | レンズ
microphone | マイクロホン, マイクロフォン
trace | 実行記録
log | ログ
record | レコード, データ件数
bank | 地銀, 地方銀行, 信金, 信用金庫, 信組, 取引銀行
lot | 区画, 分譲地
reactor | 小型炉, 小型モジュール炉, SMR, 小型原子炉, 商用炉, 発電炉, 高速炉
exhibitor | 出展者, 出展社
spine | 脊椎
trial | 治験, 臨床試験
case | 症例
medal | メダル
cow | 乳牛, 肉牛
pig | 養豚
fish | 養殖魚
species | 生物種, 化学物質
compound | 候補物質
material | 材料, 新素材
galaxy | 銀河
star | 恒星
wafer | シリコンウエハー
simulation | シミュレーション
reservation | 予約数
consultation | 診察
surgery | 手術
ride | 有料乗車, 配車回数
delivery | 宅配, 出荷個数
conversation | やり取り, 対話
prompt | 指示文
login | ログイン
inference | 推論
calculation | 計算回数
"""


def extra() -> Iterator[tuple[str, str]]:
    """Noun and unit."""
    for row in (*MORE.strip().splitlines(), *_TABLE.strip().splitlines(), *FIELDS.strip().splitlines()):
        unit, names = (column.strip() for column in row.split("|"))
        yield from ((name.strip(), unit) for name in names.split(","))
