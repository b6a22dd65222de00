"""Japanese nouns by field: nothing in, what trades, plants, courts and schools count out, rows like those of nouns_ja.py.

One line a unit: English | Japanese nouns. People whom no row names are persons, and firms companies, so that these need none.
"""

from __future__ import annotations

FIELDS = """
contractor | 元請け, 下請け業者, 請負業者, 施工業者, 工事業者
tenant | テナント, 店子
supplier | 仕入れ先, 調達先, 納入業者, 部品会社
customer | 納入先, 販売先, 得意先, 契約先, 導入先, 融資先
charger | 充電スタンド, 充電設備, 急速充電器, 充電ステーション
device | 端末機, 決済端末, 計測器, 測定器, 測定機器
warrant | 新株予約権, ワラント
share | 自己株, 新株, 発行株
director | 取締役, 社外取締役, 監査役
order | 受注, 受注数
deal | 成約
inquiry | 引き合い
deployment | 導入実績, 納入実績, 採用実績
prototype | 試作品, 試作機
outage | 停電, 通信障害, システム障害
fire | 火災, 山火事
earthquake | 地震
disaster | 自然災害
incident | 事件, 情報流出, 不正アクセス, 侵入
recall | リコール
settlement | 和解, 示談
merger | 合併, 経営統合
inspection | 立ち入り検査, 立入検査, 査察
diagnosis | 診断書
certification | 認証, 型式認証
penalty | 行政処分, 懲戒処分
guideline | ガイドライン, 指針
pin | ピン, 端子
gear | 歯車
bearing | 軸受け, ベアリング
panel | パネル
laser | レーザー, 光源
boiler | ボイラー
breaker | 遮断器, ブレーカー
router | ルーター
chiller | チラー, 冷却機
virtual-machine | 仮想計算機, 仮想サーバー, 仮想サーバ
frame | フレーム
pixel | ピクセル, 画素
tool | ツール
head | 注意ヘッド, アテンションヘッド
console | ゲーム機
machine | 加工機, 成形機, 露光機, 旋盤, プレス機, 洗浄機, 検査機, 成膜装置, 洗浄装置, 組み立て装置, 切断機
memory-module | メモリーモジュール, DIMM
SSD | SSD
exhibition | 展示会, 見本市
station | 停車駅
industry | 業種, 業界
classroom | 教室
studio | スタジオ
office | 営業所
brand | ブランド
oil-field | 油田
currency | 通貨
village | 集落, 村落
prescription | 調剤
record | 利用者情報, 患者情報, 記録
data-set | データ群
question | 試験問題
illustration | 図版, 挿し絵
workbook | 問題集, 参考書
template | ひな型, テンプレート
macro | マクロ
bot | 自動応答
connector | 接続先
fiber | 心線, 芯線
antenna | 空中線
battery-cell | 電池セル
electrolyzer | 水電解装置
wind-turbine | 風力発電機
barge | 台船, はしけ
submarine | 潜水艦
warship | 艦艇, 護衛艦
helicopter | 軍用ヘリ
tank | 貯水槽
data-center | AIギガファクトリー, AIファクトリー, 計算拠点, 計算センター, AI工場
line | 通信回線, 電話回線, 携帯回線, 回線
head | ヘッド
asteroid | 小惑星
planet | 惑星
exoplanet | 系外惑星
tree | 街路樹
"""
