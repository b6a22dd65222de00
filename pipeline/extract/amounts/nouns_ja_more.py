"""More Japanese nouns: nothing in, things that news of the AI trade counts out, rows like those of nouns_ja.py.

One line a unit: English | Japanese nouns. The unit is the plain word of a kind where there are many names for it.
"""

from __future__ import annotations

from pipeline.extract.candidates.word_lists import words_in

DEEDS = words_in(
    """
    commit inference login simulation calculation
    accident acquisition agreement answer application approval arrest attack award bid call case citation claim click
    comment complaint consultation contract conversation correction course deal decision delivery donation download
    event examination experiment form hire idea improvement incident inquiry investment invoice job launch law lawsuit
    layoff lead leak listing log login match measure meeting message minutes notification opinion order paper partnership
    payment permit policy post precedent prescription process program project prompt proposal query question quote record
    regulation report request reservation review ride rule ruling sale scenario seminar service session signature
    subsidy summary surgery survey task test topic transaction translation trial trip use use-case utterance view
    violation visit vote word work
    outage fire earthquake disaster recall settlement merger inspection diagnosis certification penalty guideline
    """
)
"""What is done or said, which no counter of machines, boards, houses and places counts."""

MORE = """
protein | タンパク質, たんぱく質, 蛋白質, タンパク
molecule | 分子
compound | 化合物
cell | 細胞
neuron | 神経細胞
lawsuit | 訴え, 裁判, 訴訟案件, 提訴
work | 著作物, 作品, 著作, 創作物, 出品作
book | 邦訳書, 訳書, 図書, 蔵書, 書物, 絵本, 電子書籍, 単行本, 文庫本, 海賊本, 著書, 学術書, 古書
character | キャラクター, キャラ, 登場人物
country | 加盟国, 参加国, 締約国, 署名国
site | 候補地, 建設地, 立地, 用地, 観測点, 設置場所
doctor | 専門医, 内視鏡医, 勤務医, 開業医, 研修医, 放射線科医, 外科医, 内科医, 医者
teacher | 先生, 教諭, 教職員, 講師
drug | 開発品, 開発候補, 候補薬, 新薬, 医薬品, パイプライン, 薬剤, 治療薬
chip | LPU, IPU, DPU, ASIC, 演算器, 推論チップ
capacitor | コンデンサー, コンデンサ, キャパシタ
sensor | 感圧点, 検知器, 探知機
examination | 検査数, 検査
seat | 席数, 座席
agent | エージェント数
task | 修正チケット
variant | 派生版, 派生型
model | 派生モデル
script | 台本, 脚本
advertisement | 広告, CM
vaccine | ワクチン
box | 箱, 段ボール, 荷箱
pallet | パレット
engine | エンジン, ガスエンジン, ディーゼルエンジン, 内燃機関
ATM | ATM, 現金自動預払機, 現金自動預け払い機
booth | ブース, 小間
student | 高校生, 大学生, 中学生, 小学生, 小中学生, 小中高生, 受験生, 新入生, 留学生, 専門学校生, 高専生
person | 受講者, 受講生, 来場客, 避難者, 求職者, 失業者, 応募者, 出席者, 修了者, 合格者, 登壇者, 聴講者, 遺族, 保護者, 視聴者, 消費者, 回答企業の担当者
conversation | 会話記録, 会話履歴, 会話ログ, 対話記録, 対話ログ, 対話履歴, チャット履歴, チャットログ
accelerator | 加速器, AI加速器, 推論加速器
loom | 織機
subscriber | 有料契約
tire | タイヤ
screen | 画面, スクリーン
keyboard | キーボード
headset | ヘッドセット, ゴーグル
subscriber | 読者, メンバーシップ, 払っている人, 課金者, 課金ユーザー, 有料ユーザー, 有料利用者, 有料契約者, 定期購読者
user | 使っていた人, 使っている人, 使った人, 使う人, 利用する人, 利用した人
person | 担当者, 関係者
seat | 席
citation | 引用, 被引用
data-center | AIファクトリー, 計算拠点
ring | 指輪
toy | 玩具, おもちゃ
uniform | 制服
signature | 署名数
vote | 得票
prize | 賞
scholarship | 奨学金
class | 学級, クラス
course | 講座, 授業, 科目
lecture | 講義, 講演
session | セッション
department | 部局, 学部
ministry | 省庁, 府省庁
prefecture | 都府県
ward | 特別区
airline | 航空会社
railway | 鉄道会社
broadcaster | 放送局, テレビ局
publisher | 出版社, 新聞社
newspaper | 新聞
insurer | 保険会社, 生保, 損保
fund | ファンド, 投資信託
stock | 銘柄, 上場銘柄
bond | 社債, 債券
loan | 融資案件, ローン
account | 口座数, アカウント数
plot | 区画数
well | 井戸, 坑井
pipeline | 配管
pole | 電柱
tower | 鉄塔, 送電鉄塔
meter | メーター, スマートメーター
heat-pump | ヒートポンプ
chiller | 冷凍機, 冷却装置
air-conditioner | エアコン, 空調機
ventilator | 人工呼吸器
x-ray | X線写真
animal | 動物, 家畜
insect | 昆虫
tree | 木, 苗木
crop | 農作物
gene | 遺伝子数
genome | ゲノム
mutation | 変異
material | 結晶, 結晶構造
theorem | 定理
equation | 方程式, 数式
dataset | データ集合
row | 行数
table | テーブル, 卓
query | 問い, 検索数
use | 利用回数, 使用回数
point | スコア, レーティング, 平均点
company | 導入社, 契約社, 利用社, 採用社, 加盟社, 会員社
vehicle | 車
letter | 書簡, 手紙, 封書
postcard | はがき, 絵はがき
manuscript | 原稿, 草稿
poem | 短歌, 俳句, 川柳
headline | 見出し
subtitle | 字幕
video | 映像, 短編動画, ショート動画, 切り抜き動画, 広告動画, 監視映像
anime | アニメ, アニメ作品
episode | エピソード
podcast | ポッドキャスト
image | 静止画, 顔画像, 内視鏡画像, 衛星画像, 航空写真, 顔写真, スクリーンショット, イメージ画像
figure | 図表, グラフ
textbook | 教科書, 教材
report | 報告書, レポート
exam | 答案
post | ツイート, つぶやき
notification | 通知, プッシュ通知
utterance | 発話
recording | 録音データ, 音声データ, 音声ファイル
album | アルバム
match | 試合, 対局
function | 関数
library | ライブラリ, ライブラリー
package | パッケージ
repository | リポジトリ, リポジトリー, レポジトリ
commit | コミット
pull-request | プルリクエスト, プルリク
issue | イシュー, 課題票
test | テストケース, テスト項目
endpoint | エンドポイント
plugin | プラグイン, 拡張機能, アドオン
workflow | ワークフロー
bot | ボット, チャットボット
skill | スキル
connector | コネクター, コネクタ
node | ノード, 計算ノード
virtual-machine | 仮想マシン
license | ライセンス数
click | クリック, タップ
record | 個人情報, 顧客情報, 会員情報, 取引記録, 閲覧履歴
password | パスワード
dimension | 次元
checkpoint | チェックポイント
weight | 重み
variable | 変数, 特徴量
hypothesis | 仮説
article | ニュース記事, 解説記事, 新聞記事, ブログ記事
paper | 学術論文, 研究論文, 査読論文
sentence | 対訳文, 日本語文, 訳文
word | 単語数, 語彙, 英単語
pair | 対訳, 対話ペア
antibody | 抗体
specimen | 検体, 標本
prescription | 処方
ambulance | 救急車
clinic | 診療所, 外来, 医院, 歯科医院
bed | 病床, ベッド
approval | 承認, 認可, 薬事承認
permit | 許可, 許認可
license | 免許
trademark | 商標
violation | 違反, 違反行為
ruling | 判断, 決定
ordinance | 条例
regulation | 規制, 規程
policy | 政策, 方針
subsidy | 補助金, 助成金
bid | 入札, 応札
agreement | 協定, 覚書, 合意
partnership | 提携, 連携
acquisition | 企業買収, M&A
deal | 投資案件, 出資案件, 商談, 取引案件
bankruptcy | 倒産, 破産
listing | 新規上場, 上場, IPO
hotel | ホテル, 旅館
home | 戸建て, 一戸建て
apartment | マンション, アパート
parking-lot | 駐車場
gas-station | ガソリンスタンド, 給油所
port | 充電口, 港湾
bridge | 橋梁
tunnel | トンネル
dam | ダム
inverter | インバーター, パワーコンディショナー
helicopter | ヘリコプター, ヘリ
fighter | 戦闘機
tank | 戦車
missile | ミサイル
shell | 砲弾
vehicle | タクシー, 自家用車, 新車, 中古車, ミニバン, 専用車, 配送車, 社用車, 公用車
tractor | トラクター, 農機
forklift | フォークリフト
drone | 小型無人機, 攻撃ドローン
robot | 協働ロボット, 産業用ロボット, 配膳ロボット, 搬送ロボット, 掃除ロボット, 家庭用ロボット, 四足ロボット, 人型機, ロボットアーム
television | テレビ
glasses | スマートグラス, スマートグラス端末, ARグラス
device | スマートウォッチ, ウエアラブル端末, ウェアラブル端末, IoT機器, 翻訳機
screw | ねじ
machine | 露光装置, 製造装置, 検査装置, 工作機械, 券売機, 自販機, 自動販売機
tool | 工具, 道具
meal | 食事, 弁当, 料理
donation | 寄付, 寄付金
coupon | クーポン
farm | 農場, 牧場
shop | 商店
bookstore | 書店
gym | ジム
church | 教会
theater | 劇場
stadium | 球場, 競技場
school | 小学校, 中学校, 高校, 小中学校, 小中高校, 専門学校, 公立学校
university | 国立大学, 私立大学
municipality | 市区町村数, 地方自治体
committee | 委員会
meeting | 会議, 会合
event | イベント, 催し
seminar | セミナー, 勉強会, 研修
exhibit | 展示, 出展
award | 表彰, 受賞
record | 戸籍, 登記
parcel | 宅配便, 小包, 荷物数
claim | 保険金請求, 請求
policyholder | 保険契約
transaction | 送金, 不正送金, 不正取引
fraud-case | 詐欺, 特殊詐欺
arrest | 逮捕, 摘発
deepfake | ディープフェイク, 偽画像, 偽動画
survey | アンケート
respondent | 回答者
follow-up | 追跡調査
correction | 修正, 訂正
translation | 翻訳
summary | 要約, サマリー
minutes | 議事録
invoice | 請求書
receipt | 領収書, レシート
form | 申請書, 書式
contract | 契約書, 契約件数, 新規契約, 大型契約, 個別契約
order | 受注件数, 注文書
quote | 見積もり, 見積書
lead | 引き合い
inquiry | 問い合わせ件数, 相談件数
complaint | 苦情件数
accident | 事故件数
incident | 障害件数, トラブル
job | 職種, 業務, 仕事
improvement | 改善, 改善案
idea | アイデア, 案
use-case | 活用例, 活用事例, 利用事例, 用途
scenario | シナリオ
decision | 意思決定
process | 工程数
"""
