"""Context in Japanese: a context word of the catalogue in, how Japanese says it out (nuclear: 原発, 原子力).

The catalogue's context words are mostly English; a Japanese text speaks for the entity in its own.
"""

from __future__ import annotations

from typing import Final

_WORDS: Final = """
nuclear=原発,原子力,原子炉 reactor=原子炉 utility=電力会社,電力大手 power=発電,電力 fusion=核融合 grid=送電網 solar=太陽光 battery=電池 humanoid=ヒューマノイド,人型 humanoïde=ヒューマノイド,人型
warehouse=倉庫 venture=ベンチャー,vc,ファンド investors=投資家 fund=ファンド series=シリーズ round=調達,ラウンド coding=コーディング,プログラミング,開発者 developers=開発者 video=動画,映像 vidéo=動画,映像
text-to-video=動画 image=画像 images=画像 music=音楽,楽曲 voice=音声 speech=音声 agents=エージェント browser=ブラウザー,ブラウザ search=検索 payments=決済 fintech=フィンテック drone=ドローン,無人機 drones=ドローン,無人機
defense=防衛,軍 defence=防衛,軍 self-driving=自動運転 autonomous=自動運転 robotaxi=ロボタクシー,自動運転 driverless=無人 taxi=タクシー truck=トラック trucks=トラック legal=法務,弁護士,法律 lawyers=弁護士
health=医療,病院 healthcare=医療,病院 drug=創薬,新薬 satellite=衛星 satellites=衛星 quantum=量子 cloud=クラウド chip=半導体,チップ chips=半導体,チップ semiconductor=半導体 wafer=ウエハー foundry=受託生産,ファウンドリー inference=推論
memory=メモリー datacenter=データセンター chatbot=チャットボット,対話ai translation=翻訳 spreadsheet=表計算 database=データベース cybersecurity=セキュリティー,セキュリティ security=セキュリティー,セキュリティ
advertising=広告 smartphone=スマートフォン,スマホ networking=通信機器 optical=光通信,光学 telecom=通信 startup=スタートアップ,新興 lab=研究所 reasoning=推論 benchmark=ベンチマーク
"""
_IN_JAPANESE: Final = dict(pair.split("=") for pair in _WORDS.split())
_PHRASES: Final = {
    "data center": ("データセンター",),
    "data centers": ("データセンター",),
    "customer service": ("顧客対応", "カスタマー"),
    "software engineer": ("エンジニア",),
    "three mile island": ("スリーマイル",),
    "world model": ("世界モデル",),
    "vibe coding": ("バイブコーディング",),
    "machine learning": ("機械学習",),
}


def in_japanese(word: str) -> tuple[str, ...]:
    """The Japanese words for a context word, in small letters; none for one that no list holds."""
    lowered = word.lower()
    if lowered in _PHRASES:
        return _PHRASES[lowered]
    return tuple(_IN_JAPANESE[lowered].split(",")) if lowered in _IN_JAPANESE else ()
