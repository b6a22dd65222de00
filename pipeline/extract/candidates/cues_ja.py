"""Cues in Japanese: which words beside a name, or inside it, say what kind of thing it names."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.candidates.word_lists import kinds_of, words_in

DESCRIBERS: Final = kinds_of(
    organization="""
    スタートアップ 新興 新興企業 ベンチャー 企業 会社 大手 メーカー 子会社 親会社 投資会社 ファンド 団体 開発会社 運営会社 事業者 同業 競合 ライバル
    設計会社 研究機関 研究所 財団 銀行 証券 商社 ユニコーン 非営利団体 受託会社 電力会社 合弁会社 出資先 傘下 系列 取引先 投資先 新会社 当社 弊社 グループ チーム 持ち株会社 VC 専業 ベンチャーキャピタル
    老舗 開発元 発売元 製造元 運営元 販売元 新顔 中堅 最大手 合同会社 有限会社 一般社団法人 公益社団法人 一般財団法人 公益財団法人 社団法人 財団法人 特定非営利活動法人 スタートアップ企業 ベンチャー企業 創業 運営 提携先 相手 出資元 調達先 買収先 合弁 シンクタンク 法律事務所 調査会社 株式会社
    """,
    person="""
    創業者 共同創業者 社長 会長 代表 教授 准教授 アナリスト 研究者 幹部 技術者 博士 CEO CTO CFO COO 最高経営責任者 議員 大臣 委員長 弁護士
    エンジニア 担当者 責任者 投資家 所長 代表取締役 取締役 社員 理事長 起業家 エコノミスト 主任研究員 研究員 開発者 部長 本部長 講師 最高技術責任者
    副社長 専務 常務 記者 首席 監督官 院長 局長 長官 広報 氏名
    """,
    model="モデル LLM 言語モデル 基盤モデル 大規模言語モデル 生成モデル SLM 新モデル",
    product="""
    アプリ サービス 基盤 アシスタント ソフト ソフトウェア ソフトウエア ツール チャットボット 検索 ロボット ブラウザー ブラウザ 製品 プラットフォーム
    エージェント システム 機能 AI 生成AI 新製品 商品 ボット API クラウド 端末 エンジン 翻訳 ヒューマノイド
    """,
    hardware="""
    チップ 半導体 アクセラレーター アクセラレータ プロセッサー プロセッサ GPU サーバー サーバ スパコン スーパーコンピューター 計算機 CPU NPU 加速器
    演算装置 メモリー メモリ 回路 集積回路 コントローラー
    """,
    project="プロジェクト 計画 構想 拠点 データセンター センター キャンパス 施設 工場 事業 発電所 団地 コンソーシアム プログラム 棟",
    law="法案 法律 規則 指令 条例 法 新法",
)
"""Common nouns that say what kind of thing the name behind them is: スタートアップの「X」, 新興企業X."""

QUOTED_THEN: Final = re.compile(
    r"」[)）]?(?:(?P<project>計画|プロジェクト|構想|キャンパス|事業|プログラム)|(?P<model>モデル|シリーズ)"
    r"|(?P<law>法案|法)|(?P<hardware>チップ|サーバー)|(?P<organization>社(?!会)|株)|(?P<product>アプリ|サービス)"
    r"|(?P<named>と名付|と命名|と名づけ|と呼ばれる|という(?:名|社名|会社|スタートアップ|モデル|アプリ))"
    r"|(?P<shown>を(?:[^。、「」]{0,8})?(?:発表|公開|開発|発売|投入|搭載|提供|披露|量産|リリース|採用|構築|運営|設立|創業|稼働|建設|整備|着工|新設)"
    r"|の(?:開発|提供|販売|発売|量産|公開|運用|建設|運営|導入|試作)))"
)
"""What stands behind a quoted name."""

INSIDE: Final = kinds_of(
    organization="""
    テクノロジーズ テクノロジー システムズ ラボ ラボズ ラボラトリーズ ホールディングス フォトニクス キャピタル ベンチャーズ パートナーズ ロボティクス
    エナジー エネルギー パワー グループ コーポレーション インダストリーズ ダイナミクス ネットワークス ソリューションズ セミコンダクター バイオ
    コンピュート デバイセズ ヘルス ヘルスケア シリコン セラピューティクス ファーマ ファンド アドバイザーズ モーターズ エレクトロニクス マテリアルズ リサーチ インベストメント ソフトウェア ソフトウエア データ コンピューティング
    電機 電工 電子 電力 電気 製作所 工業 産業 研究所 大学 銀行 証券 製薬 化学 重工 精機 通信 物産 商事 建設 不動産 生命 火災 鉄道 ガス
    自動車 半導体 商会 商店 工房 本舗 運輸 海運 航空 食品 印刷 機械 金属 電線 計器 計測 制御 情報 開発 興業 産機 機構 協会 財団 委員会 連合 組合 省 庁 局 院 学院 大 自動車工業 信託 信託銀行 総研 総合研究所 技研 精密 光学 計算 キャピタルズ
    重電 調査 法律事務所 会計事務所 事務所 設計 機器人 智能 科技 研究院 監督庁 理工大 工科大 工科大学 高専 ワークス スタジオ アナリティクス 電算 電脳 電装 精工 工機 協議会 林業 水産 酒造 農園 醸造 住宅 製紙 製鋼 製鉄 造船 重工業 硝子 書店 出版 投資庁 公庫 公社
    Technologies Labs Lab AI Systems Robotics Capital Ventures Partners Group Inc Ltd Energy Power Semiconductor Research
    """,
    project="キャンパス プロジェクト 計画 構想 パーク ファーム",
    law="法 法案 条例 規則 指令",
    product="アシスタント サーチ コパイロット クラウド スタジオ",
    hardware="チップ プロセッサー プロセッサ アクセラレーター",
    model="モデル",
)
"""Last words of names that say what kind of thing they name."""

FIRM: Final = words_in(
    """
    テクノロジーズ システムズ ラボ ラボズ ラボラトリーズ ホールディングス フォトニクス キャピタル ベンチャーズ パートナーズ ロボティクス エナジー コーポレーション インダストリーズ ダイナミクス
    ネットワークス ソリューションズ セミコンダクター ワークス アナリティクス 重電 電算 電装 精工 工機 機器人 科技 智能 電機 電工 製作所 重工 精機 技研 総研 物産 商事 商会 商店 工房 本舗 Technologies Labs Systems Robotics Ventures
    """
)
"""Last words that only companies' names have, whatever stands before them."""

HOUSES: Final = words_in(
    """
    大学 工科大学 半導体 投資庁 研究所 総合研究所 研究院 銀行 証券 信託 信託銀行 製薬 電力 事務所 法律事務所 会計事務所 調査 庁 省 委員会 機構 財団 協会 連合
    """
)
"""Last words of houses that are seldom meant in general, if no word of ANY_SUCH stands before."""

CERTAIN: Final = words_in("大学 工科大学 理工大 工科大 法律事務所 会計事務所 製薬 信託銀行 総合研究所")
"""Those of them that, but for a word of ANY_SUCH, always end a name."""

ANY_SUCH: Final = words_in(
    """
    国立 公立 私立 地方 有力 民間 中央 世界 国際 国内 海外 現地 外国 政府 投資 商業 都市 総合 付属 附属 各地 個人 設計 法律 会計 次世代 先端 最先端
    車載 国産 独自 自社 専用 汎用 化合物 アナログ パワー メモリー メモリ ロジック 先進 高性能 省電力 新型 製造 推論 演算 学習 生成 通信 画像 音声 既存 各種 主要 主力
    車載 専門 実行 教育 第三者 特別 調査 消費 火力 水力 原子力 再生可能 余剰 有識者 名門 一部 関連 同 本 意識 市場 実態 世論 聞き取り 追加 科学 女子
    """
)
"""Words with which company words only say what sort of house is meant: 国立大学, 地方銀行, 市場調査."""

TERMS: Final = words_in(
    """
    データ ビジネス ソーシャル メディア ネット ネットワーク オンライン デジタル インターネット ウェブ サイト ページ コード プログラミング カメラ センサー
    スマート スマホ フォン パソコン ゲーム ニュース コスト マーケット ユーザー ユーザ カスタマー サポート チーム リーダー トップ マネー エネルギー ガス
    バッテリー モーター エンジン カー レベル ランキング スコア テスト ベンチマーク ルール ガイド ガイドライン セキュリティー セキュリティ リスク
    オープン ソース フリー ローカル グローバル アカウント メール チャット ボイス パワー スピード タイム カード ポイント ケース コンテンツ
    ナンバー ラッキー ソブリン フィジカル エッジ マルチモーダル ハイブリッド ステーキ ソース
    ストーリー イベント セミナー フォーラム コーヒー ミルク ティー パイ ケーキ ジュース ビール ワイン パン チーズ カレー サラダ ラーメン ショップ
    ストア マーケティング コンサルタント コンサルティング スタッフ アルバイト ボード ルーム ハウス ホーム タワー ビル ホテル レストラン カフェ
    """
)
"""Katakana of which plain terms are made."""

COUNTED: Final = words_in(
    """
    トップ ベスト ビッグ ステージ フェーズ レベル カテゴリー シーズン ランク クラス ベース スライド ページ パート チャプター ステップ ケース グループ
    ホール ルート バージョン シリーズ テーブル ライン ワースト パターン ポイント ブロック ユニット タイプ ラウンド エピソード プラン オプション
    """
)
"""Katakana behind which a number only counts."""

WORKS: Final = words_in(
    """
    映画 小説 番組 チャンネル ポッドキャスト ブログ 曲 歌 本 書 書籍 記事 論文 特集 雑誌 新聞 連載 テーマ 言葉 合言葉 標語 スローガン 題 展 アニメ 漫画 マンガ ドラマ 絵本 童話 随筆 詩
    語 略 意味 副題 見出し 項目 質問 声 問い 疑問 用語 概念 格言 感想 通称名 分野 状態 理由
    """
)
"""What stands before the quoted title of a work, or before quoted words, and not before a name of a tracked kind."""

OF_PEOPLE: Final = re.compile(r"氏|さん|先生|教授|CEO|CTO|CFO")
"""Honorifics that even what else is a place's name makes a person with (市長, 知事 do not)."""

HONORIFICS: Final = re.compile(
    r"(?:共同)?(?:最高(?:経営|技術|財務)責任者|氏|さん|CEO|CTO|CFO|COO|社長|会長|副社長|代表|教授|准教授|博士|議員|大臣|長官|首相|大統領"
    r"|委員長|弁護士|アナリスト|所長|理事長|専務|常務|取締役|研究員|主任|部長|本部長|創業者|CTO|先生|くん|ちゃん|局長|頭取|監督|知事|市長|研究室|ゼミ|候補(?=[はがをにのと、。])|市議|県議|選手(?=[はがをにのと、。]))"
)
"""What stands behind a person's name."""

STARTING_UP: Final = words_in(
    """
    当社 弊社 新興 新興企業 スタートアップ スタートアップ企業 ベンチャー企業 ユニコーン
    """
)
"""Describers that a name follows even where it is a plain word."""

CHINESE_FAMILIES: Final = frozenset(
    "王李張劉陳楊趙黄呉周徐孫馬朱胡林郭何高羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董袁潘蔡蒋余于杜葉程魏蘇呂丁任沈姚盧姜崔鍾譚陸汪范金石廖賈夏韋方白鄒孟熊秦邱江"
    "尹薛閻段雷侯龍史陶黎賀顧毛郝龔邵銭厳武戴莫孔湯施朴申権柳洪全安南文元"
)
"""Usual family names in China and Korea."""

CORPORATIONS: Final = words_in(
    "株式会社 有限会社 合同会社 合資会社 一般社団法人 公益社団法人 一般財団法人 公益財団法人 社団法人 財団法人 特定非営利活動法人"
)
"""Forms of companies and associations, which before a name belong to it."""

LAWFUL: Final = re.compile(
    r"[」』]?[はがをにのも、](?:[^。\n]{0,16}?)(?:可決|採択|発効|廃止|成立|施行|公布|改正|違反|提出|制定|審議|基づ|適用|抵触)"
)
"""What a text says behind the name of a law."""

SEATED: Final = re.compile(
    r"[（(](?:東京|大阪|京都|[^（）()\d、。・]{1,8}[市区町村都県府州])(?:・[^（）()\d]{1,8})?[）)]"
)
"""Where a company sits, in brackets behind its name."""

INTRODUCED: Final = re.compile(
    r"[」』]?(?:っていう|という|って|と(?:呼ばれ|いっ|言っ)[たてる]|なる)[^。、「」\n]{0,8}?"
    r"(スタートアップ|会社|企業|ベンチャー|財団|団体|モデル|アプリ|サービス|チップ|半導体|ロボット|プロジェクト|計画|ツール|社長|研究者|創業者"
    r"|エンジニア|製品|ソフト|データセンター|ところ|とこ)"
)
"""What introduces the name before it in speech: X っていう小さいモデル."""

BEHIND: Final = re.compile(
    r"[」』]?(?:(?P<firm>社(?=[はがのをにと、。）」]|長|員|内|製)(?!会)|(?:（|\()(?:本社|株)|株式会社)"
    rf"|(?P<seat>{SEATED.pattern})"
    r"|(?P<spelt>[（(][A-ZＡ-Ｚ][A-Za-zＡ-Ｚａ-ｚ .-]{3,24}[）)])"
    r"|(?P<staff>の[^、。はがをにでと\s]{2,10}?(?:氏|CEO|CTO|社長|代表|会長|教授|アナリスト|さん))"
    r"|(?P<aged>[（(]\d{2}(?:歳)?[）)])"
    r"|(?P<owns>の(?:CEO|社長|代表|創業者|共同創業者|幹部|株|企業価値|時価総額|売上高|受注|広報|担当者|技術者|取締役|最高|従業員|出資|技術|本社))"
    r"|(?P<deal>(?:を(?:買収|創業|率い|傘下|子会社|設立|興し|立ち上げ|起こし)|(?:を|から)(?:辞め|退社|退職|去|独立|離れ)|に(?:[^。、「」\n]{0,10}?)(?:払[いうっ]|支払|売却|渡[しす]|納め|委託|発注|譲渡|貸[しす])|から(?:[^。、「」\n]{0,8}?)(?:去[りっ]|独立|調達|購入|受注|引き抜)|に(?:出資|投資|入社|転職|融資|移[っりる]|移籍)|と(?:提携|合弁|組み|契約|資本)|傘下|出身|陣営|への出資|との提携|の買収))"
    r"|(?P<makes>を(?:発表|公開|開発|発売|投入|搭載|提供|披露|量産|リリース|採用))"
    r"|(?P<named>の(?:名(?=[はがを])|名前|社名|由来))|(?P<project>計画|プロジェクト|構想)|(?P<said>によると|によれば))"
)
"""What stands behind a name, by what it says of it."""

ACTS: Final = re.compile(
    r"[」』]?(?:は|が|、)[^。\n]{0,70}?(?:発表|調達|開発|買収|出資|設立|上場|投入|量産|提携|公開|受注|参入|供給|納入|発売|契約|黒字|赤字|雇用|採用|明らかに)"
)
"""A name as the topic of a sentence that says what companies do."""
