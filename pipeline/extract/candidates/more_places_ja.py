"""More places in Japanese: towns in katakana where data centres and chip works stand, beyond the CLDR's, as a set."""

from __future__ import annotations

from typing import Final

from pipeline.extract.candidates.word_lists import words_in

MORE_PLACES_JA: Final = words_in(
    """
    アビリーン アシュバーン アッシュバーン ラウドン マナッサス スターリング リッチモンド ノックスビル メンフィス ヒルズボロ プラインビル
    ニューアルバニー マウントプレザント バインランド ミルピタス サニーベール マウンテンビュー パロアルト メンローパーク クパチーノ サンノゼ
    ベルビュー レドモンド リッチランド クインシー チャンドラー テイラー シャッケルフォード リトルロック バトンルージュ シャイアン フレモント
    フェルトホーフェン アイントホーフェン ナイメーヘン ドレスデン マクデブルク ミュンヘン グルノーブル クロル マルメ ルレオ ボーデン ナルビク
    マンツァラ ハミナ ラッペーンランタ ルーベン レーヴェン モンス サンギスラン スラウ カーディフ ラグビー カラム
    アマリロ ラボック ミッドランド オデッサ ジョホールバル サイバージャヤ ペナン クリム バタム バクニン ハイフォン チェンナイ ハイデラバード ムンバイ ナビムンバイ プネー グルグラム
    ノイダ ジャムナガル ドーレラ サナンド ヴィシャーカパトナム ビシャカパトナム ルワイス ヤンブー ジュバイル
    """
)
"""アビリーン, アシュバーン, ノックスビル."""
