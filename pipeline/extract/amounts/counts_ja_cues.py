"""Cues of Japanese counts: what stands between a number, its counter and the thing that is counted (counts_ja.py)."""

from __future__ import annotations

import re

NVIDIA = re.compile(r"エヌビディア|N[Vv][Ii][Dd][Ii][Aa]|画像処理")
OTHER_CHIPS = re.compile(
    r"昇騰|アセンド|Ascend|カンブリコン|寒武紀|TPU|[Tt]rainium|トレーニ[アウ]ム|(?<!\d)9[1-7]0[A-D]?(?!\d)"
)
CHIP_CODE = re.compile(r"(?<![\d.])9[1-7]0[A-D](?![A-Za-z0-9])")
CHIPS_TOLD = re.compile(r"半導体|チップ|GPU|TPU|加速器")
GPU_NAMED = re.compile(r"GPU|画像処理半導体")
"""Chips that are no GPUs, the codes of some, and what says that those in question are GPUs."""
CONTEXT_LENGTH = re.compile(
    r"(?:コンテキスト|コンテクスト|文脈)(?:長|窓|幅|サイズ|ウィンドウ|ウインドウ|の長さ)?(?:は|が|を|も|で|、|:|：)(?:標準で|最大で?|約|およそ|入力|合計|なんと|従来の)*\Z"
)
"""Before tokens that are not named: コンテキスト長は20万."""
NOT_BARE = re.compile(r"[日月年時分秒号位番期世代倍度歳才限目章条項階％%]|[A-Za-zァ-ヺ]")
"""Behind a number that is a date or has another unit: チームは17日."""
LABEL_JOINT = re.compile(
    r"数?(?:は|が|も|で|:|：)(?:約|およそ|すでに|既に|現在|合計|計|全部で|いま|今や|今は|(?:毎)?[週月日]に?|[1一]日に|わずか|たった|もう|ついに|とうとう|なんと|累計で?|延べ|最大|(?:世界|国内外|国内|海外|全国|全世界|全米|米国|欧州|日本|都内|県内|市内)(?:だけ)?[でに]?){0,2}\Z"
)
LABEL_RUN = re.compile(
    r"(?:以上|超|弱|強|近く|余り|ほど|程度)?(?:の(?!トークン|パラ)|を(?:抱|持|擁|数|超|誇)|と|、|。|超|規模)"
)
"""Behind a number that stands right behind the name of what it counts: フォロワー1,100万の, 自治体1,741のうち."""
LABEL_ENDS = re.compile(
    r"(?:以上|超|弱|強|近く|余り|あまり|ほど|程度)?(?:[。、）)\n]|\Z|もある|もあ[りっ]|ある|あ[りっ]|だ[。っ、が]|です|でし|に(?:達|のぼ|上|な|増|拡|及|広|届|とど|すぎ|過ぎ|迫|減|落)|を(?:超|上回|突破|数え)|で[、。]|から)|を超|に(?:達|のぼ|上)"
)
CHANGES_TO = re.compile(
    r"(?:から|を)(?:約|およそ)?[1-9]\d{0,4}(?![\d.,万億兆])(?:以上|程度|前後|近く)?[にへ](?!限|わた|つい|対|よ)"
)
CHANGED_FROM = re.compile(r"(?<![\d.,])[1-9]\d{0,4}(?:から|を)(?:約|およそ)?\Z")
CHANGE_ENDS = re.compile(r"(?:以上|程度|前後|近く)?[にへ](?!限|わた|つい|対|よ)")
CHANGING = re.compile(
    r"(?:数)?(?:を|は|が|も)(?:現在の|今の|いまの|従来の|当初の|昨年の|前年の|去年の|前期の|前の期の|年初の|[それ]れまでの|約|およそ)?\Z"
)
"""Around two bare numbers of which one becomes the other: 工場を17から10に."""
AGENTS = re.compile(r"エージェント(?!レス)")
APP_TALK = re.compile(r"アプリ|サービス|プラットフォーム|サイト|声を|仕組み")
CHANNEL_TALK = re.compile(r"チャンネル|ユーチュー|YouTube|動画|配信者|番組|購読")
"""What is talked of before 登録者, so that these use something, or follow somebody."""
SOCIETY = re.compile(
    r"(?:協会|連盟|学会|団体|組合|連合会|商工会|同盟|ジャスラック|JASRAC|GEMA|ギルド|評議会|財団)[^\n]{0,32}(?<!有料)会員(?:数)?(?:は|が|も|の|を|、)?(?:約|およそ|合計|全国で|全国に)*\Z"
)
"""Before the members of a society, who subscribe to nothing."""
ACTIVE_USERS = re.compile(
    r"(?:[DMW]AU|アクティブユーザー?|ユニークユーザー?|UU)(?:数)?(?:は|が|も|で|、|:| |\))*(?:約|およそ|すでに|累計)?\Z"
)
"""Before users that nothing else names: MAU 450万."""
SCORE_BEHIND = re.compile(r"(?:という|との)?の?(?:スコア|得点|点数)(?!カード|リング)(?=を|で|だ|と|、|。|に)")
"""Behind a bare number that is a score: 9.24のスコア."""
REQUIRED = re.compile(r"要件|条件|認定|基準|求める|義務|順守|適合|審査|チェック")
"""What is talked of around 項目 that are requirements."""
SUED = re.compile(r"訴[えた状]|提訴|裁判|訴訟|起こ(?:さ|し)|係争|集団訴")
"""What is talked of before 件 that are lawsuits."""
TEAMS = re.compile(r"チーム|グループ|連合|陣営|コンソーシアム|応募|採択|選考|候補|参加|出場")
"""What is talked of before 組 that are teams."""
ADOPTED = re.compile(
    r"(?:導入先|納入先|採用先|利用先|契約先|提供先|取引先|販売先|得意先)(?:数)?(?:は|が|も|で|、)?(?:世界で|国内で|国内外で|累計|合計|すでに|既に|現在|約|およそ)*\Z"
)
"""Before 社 that are told as customers: 導入先は400社."""
MEDICAL = re.compile(r"病院|医療|診療|問診|医師|患者|クリニック|読影|診断|内視鏡")
DATA_CENTERS = re.compile(r"データセンタ|DC事業|計算(?:拠点|施設|センター)|(?:ギガ|AI)ファクトリー|AI工場")
CODING = re.compile(r"SWE|[Bb]ench|ベンチマーク|不具合|バグ|コーディング|プログラム|ソフト修正")
"""What is talked of before 施設 and 問, so that these are hospitals, data centres or tasks."""
SHARE_INDEX = re.compile(r"(?:株|指数|平均|相場|KOSPI|ダウ|ナスダック|日経)[^。\n]{0,14}\Z")
"""Before 台 of an index: 韓国株、初の5,000台."""
HIGH_STACKED = re.compile(
    r"(?:の(?:[A-Z]|第|新型)|の?(?:広帯域|HBM|積層|メモリ|DRAM|NAND|フラッシュ|ダイ|スタック)|品|版|積み)"
)
"""Behind 層 and 段 of a memory, which name it: 12層のHBM."""
SPLIT = re.compile(r"[1一](?:株を|対|:)(?:約)?\Z")
"""Before the shares that one is split into."""
NUCLEAR = re.compile(r"原子力|原子炉|小型炉|モジュール炉|原発|SMR|核燃料|[型速水商]炉")
BANKS = re.compile(r"銀行|地銀|メガバンク|信用?金庫?|金融機関|行庫|融資")
CODE = re.compile(r"コード|プログラム|ソース|COBOLを|改行|スクリプト")
ORDINAL = re.compile(
    r"目(?![標的盛指])|分(?:に(?:相当|当た|あた|匹敵)|だ。|の(?:広|電力|出力|発電))|(?<=[基棟機台個])分(?:で(?:ある|す|[、。])|だっ|[、。])|(?<!\d[十百千万])(?<![十百千万]個)(?<!\d\d\d個)個?分の?広|(?<!\d\d\d)個分|代目"
)
"""Behind a counter, so that it ranks or compares: 12ページ目, 東京ドーム3個分."""
TOPIC = re.compile(r"(?:数|総数|件数|個数)?は、?[^、。\nはが]{1,14}\Z")
"""Behind what a later 個 or 件 of the same clause counts: ついたスターは試験公開で3個."""
LINK = re.compile(
    r"(?:以上|超|強|弱|近く|程度|ほど|前後|あまり|余り|余|未満|以下|超え)?(?:もの|分|規模)?の?"
    r"(?:最新の?|新たな|新しい|新規の?|追加の|大規模な|高性能な|先端の?|AI|有料の?|月間|週間|日間|アクティブ|正規|現地|外国人|個人|法人|有効|国内|海外|世界|米国|日本|企業の?(?=ユーザ|顧客))*"
)
MAKER = re.compile(
    r"(?:(?:NVIDIA|Nvidia|エヌビディア|AMD|インテル|グーグル|[A-Z]\d{2,4}|[A-Z]{1,2}\d{3})[\s製のの]*)?"
)
BETWEEN = re.compile(
    r"(?:[(（][^()（）。\n]{1,14}[)）])?(?:の?(?:総数|人数|台数|件数|回数|数|規模|総量)|の(?:搬入|導入|納入|出荷|販売|生産|購入|調達|設置|保有|採用|受注|発注|注文|配備)(?:数|台数)?)?(?:さん)?(?:は|が|を|も|で|、|:|\s|=|に|として)*"
    r"(?:[1一]?[日月週年](?:間)?に?|\d{1,2}(?:日|週間|カ月|か月|年)間?で|(?:全米|全国|米国|日本|世界|欧州|都内|英国|国内外|各地|会場|1都3県)(?:で|に)?は?|一晩で|ひと月に?|合計|計|累計|合わせて|全世界で|世界で|国内で|すでに|既に|もう|なんと|さん(?=[もがはの])|(?<![契予節公条解制規集要誓倹盟特婚協成])約|およそ|最大で?|少なくとも|推定|平均|のべ|延べ|週間|月間|毎週|毎月|ほぼ|現在|新たに|同社は|[「『(])*\Z"
)
NAMED_NUMBER = re.compile(
    r"(?:の?数(?:は|が|を|も|で|、|:|\s|=|に)*|(?<=[ァ-ヺー])(?:は|が|も)|(?<=[ァ-ヺー])の?(?:消費|使用|処理|生成|学習|通信|出荷|生産|販売|登録|保有|投稿|配信|導入)(?:量|数)(?:は|が|も|を|で|、|:)*|(?<=パラメータ)(?:は|が|を|も|で|、|:|\s|=|に)*|(?<=パラメーター)(?:は|が|を|も|で|、|:|\s|=|に)*)(?:名前のとおり|名の通り|[1一][日月週年]間?に?|毎[日月週年]|[月年週日]間|[月年週日](?=\Z)|(?:前の?(?:版|世代|モデル|型)|前作|先代|旧(?:版|型)|従来)と(?:同じ|変わら(?:ず|ない)|同等の|並ぶ)|なんと|合計|計|累計|すでに|既に|約|およそ|最大で?|少なくとも|推定|平均)*\Z"
)
SHADED = re.compile(
    r"(?:(?:以上|超|弱|強|近く|程度|ほど|余り|あまり|前後|未満|以下)の|もの|を(?:超|越)える|を上回る|を超す|に(?:上|のぼ)る)(?:主要な?|有力な?|異なる|国内の?|海外の?|世界の?|日本の?)*"
)
"""Between a bare number and its noun: 40以上の言語, 2万を超える開発者."""
CHIP = re.compile(
    r"(?<![A-Za-z])(?:(?:GB|GH|MI|[ABHLV])\d{2,3}[A-Z]?|(?:RTX|GTX|RX|Arc|GeForce|Radeon|Instinct|Tesla|Quadro) ?[A-Z]?\d{3,4}(?: ?Ti| ?SUPER| ?XTX?)?)(?![A-Za-z0-9])"
)
STAFFED = re.compile(
    "(?:規模|弱|強|余り|ほど|程度|足らず)?(?:だけ)?の(?:新しい|小さな|若い|新興)?(?:会社|企業|スタートアップ|新興|組織|小所帯|町工場|研究所|チーム)"
)
KATAKANA = re.compile("[ァ-ヺー]")
COMPOUND = re.compile(r"[一-鿿ァ-ヺーA-Za-z]{2,14}")
"""A thing behind の with what it is made of: 9万個の板金部品."""
TRAINED = re.compile(r"学習|訓練|推論|計算(?:資源|基盤|能力)|GPU|スパコン|クラスター?|エヌビディア|モデル")
"""What 基 and 枚 of no named machine compute, so that they are GPUs."""
WAFERS = re.compile(r"月(?:産|間)?(?:能力)?(?:約|最大|計)?\Z|(?:月産|(?:生産|製造|処理)能力)[^。\n]{0,12}\Z")
"""Before 枚 that a chip plant makes in a month."""
YEARLY = re.compile(r"(?:年産|月産|日産|年間生産)(?:約|最大)?\Z")
OFTEN = re.compile(
    r"(?:[週月日](?:間|次)?に?|毎[日週月]に?|使って?い?る人[がは]?[週月日]?に?)\s?(?:約|およそ)?\Z"
)
COMPANY_PEOPLE = re.compile(
    r"(?:(?:[。、，\s]|\A)人は|陣容は|(?:創業|中核|開発|チームの)メンバーは|所帯は|体制は)\s?(?:わずか|たった|約)?\Z"
)
MOUNTED = re.compile(r"(?:を|ずつ)?(?:積[んみむ]|搭載|載せ)")
"""A server holds GPUs."""
SCORED = re.compile(
    r"(?:満点|が加算|とした|を(?:加算|取|獲|記録|マーク|出|付|つけ|超)|だ[っ。]|な(?:の|ん)|で(?:し|す|[、。])|に(?:届|達|とどま)|を(?:上回|下回)|、|。|から|と|[)）]|差)"
)
SCORE_TALK = re.compile(
    r"(?:[A-Z][\w.-]*(?: \d{4}| [a-z]{2,8})?(?:では?|でも|は|が)|評価|アリーナ|平均点|テスト|試験|スコア|ベンチ|得点|採点|点数|成績|正解|満点|科目|加算|診療報酬)[^。\n]*\Z"
)
"""A test before points, so that they are a score and no things."""
MACHINE_TALK = {
    "robot": re.compile(r"ロボット|人型|ヒト型|ヒューマノイド|二足歩行|四足|オプティマス"),
    "vehicle": re.compile(r"ロボタクシー|自動運転|無人タクシー|車両|サイバーキャブ|運転席|乗車|トラック"),
    "server": re.compile(r"サーバー?(?![^。]{0,4}(?:攻撃|障害))"),
    "drone": re.compile(r"ドローン|無人機"),
}
"""What a talk is on, so that its 台 count it."""
ITEM_TALK = {
    "book": re.compile(r"書籍|海賊版|図書|蔵書|出版|絵本|雑誌"),
    "work": re.compile(r"著作物|作品|絵画|美術|展示|出品作"),
    "document": re.compile(r"文書|資料|史料|書類|文献"),
    "image": re.compile(r"画像|写真|イラスト"),
    "part": re.compile(r"部品|パーツ|部材"),
    "product": re.compile(r"商品|製品|品ぞろえ|品揃え|出品|在庫|アイテム|SKU"),
}
"""What a talk is on, so that its 点 count it."""
SHEET_TALK = {
    "image": re.compile(r"画像|写真|イラスト|挿絵|お絵|静止画|レントゲン"),
    "page": re.compile(r"A4|報告書|原稿用紙|スライド|便箋|資料|企画書|用紙"),
    "card": re.compile(r"カード|トランプ|名刺"),
    "ticket": re.compile(r"チケット|入場券|乗車券"),
}
"""What a talk is on, so that its 枚 count it and no boards."""
SIZE_TALK = re.compile(r"パラメ[ータ]+")
ORGANIZATIONS = re.compile(r"(?:以上|余り|超|程度)?(?:の|へ|を|に|が|で|、|。)")
"""Behind 10者, so that it counts those who bid or are chosen, and is no other word's end."""
RUNS_ON = re.compile(
    r"(?:の(?:GPU|画像処理半導体))?(?:だけ)?(?:で(?:も|動|走|済|使|扱|賄|足り|処理|推論|学習|回)|に(?:も?収ま|も?載[るせ]|も?入[るり]))|があれば"
)
"""Behind a single GPU, which is so told for how little a model needs."""
USERS_BEHIND = re.compile(
    r"(?:から(?:約|およそ)?[\d.,]+[万億]?[\d.,]*人)?(?:へ|に|いた|の|まで|近い|を超える|あまりの)(?:月間|週間|年間)?(?:の)?(?P<who>利用者|ユーザー|ユーザ|加入者|会員|契約者|購読者)"
)
"""Behind persons who are users: 4万人から70万人へ利用者を増やした."""
PAYERS = re.compile(
    r"(?:払[うっ]|課金し|契約し|加入し|購読し)(?:て(?:い)?る)?(?:人|の|客|会員|利用者)(?:は|が|も)(?:約|およそ|わずか|まだ|その|すでに|既に)*\Z"
)
USERS_BEFORE = re.compile(
    r"(?:使[うっ]|利用[すし]|開[くい]|触[るっ]|試[すし]|話しかけ|頼[るっ]|遊[ぶん]|眺め|聴[くい])(?:て(?:い)?る|た|だ|でいる|る)?(?:人|人々|人口|の)(?:は|が|も)(?:世界で|国内で|月に|週に|毎月|毎週|毎日|約|およそ|すでに|既に)*\Z"
)
ENROLLED = re.compile(
    r"(?:登録|利用|導入|加入)した[一-鿿ァ-ヺー]{1,6}(?:は|が|も)(?:約|およそ|すでに|既に)?\Z"
)
"""Before persons who pay for something or use it: 週に一度は使う人は4,000万人."""
USED = re.compile(
    r"(?:以上|超|弱|近く|程度|ほど|くらい|ぐらい)?(?:もの人)?(?:[がはも]|に)?(?:、)?(?:毎[日週月]|すでに|今も|普段から|日常的に)?(?:使[っいわうえ]|利用(?!料)|試し|遊ん|(?:曲|歌|画像|動画|絵|文章|写真)を(?:作|生成|加工)|ログイン|アクセス|愛用)"
)
