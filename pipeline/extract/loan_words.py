"""Loan words: katakana in, the English word it was borrowed from out, for the words that names of companies and products are made of."""

from __future__ import annotations

import re

_WORDS = """
アーク=arc アーツ=arts アイ=eye アカデミー=academy アグリ=agri アジア=asia アセット=asset アドバンスト=advanced アトラス=atlas アナリティクス=analytics
アプリ=app アルファ=alpha アロー=arrow インク=inc インスティテュート=institute インターナショナル=international インテリジェンス=intelligence インテリジェント=intelligent
インフラ=infra ウェア=ware ウェーブ=wave ウェブ=web ウルトラ=ultra エア=air エージェント=agent エコ=eco エックス=x エナジー=energy エレクトロニクス=electronics エレクトリック=electric
エンジニアリング=engineering エンジン=engine オーシャン=ocean オート=auto オートメーション=automation オープン=open オプティクス=optics オメガ=omega カンパニー=company キャピタル=capital
クオンタム=quantum クラウド=cloud クラスター=cluster グラフ=graph グリーン=green グリッド=grid グループ=group グローバル=global クロス=cross コア=core コード=code
コーポレーション=corporation コミュニケーションズ=communications コンサルティング=consulting コンピューター=computer コンピュータ=computer コンピューティング=computing サーキット=circuit
サービス=service サービシズ=services サイエンス=science サイエンシズ=sciences サイバー=cyber サン=sun シード=seed シリコン=silicon システムズ=systems システム=system ジャパン=japan
スカイ=sky スクール=school スター=star スタジオ=studio ステーション=station スピーチ=speech スペース=space スマート=smart セキュリティ=security セキュリティー=security
セミコンダクター=semiconductor セミコン=semicon センサー=sensor センター=center ゼロ=zero ソーラー=solar ソフト=soft ソフトウェア=software ソフトウエア=software ソリューションズ=solutions
チップ=chip チップス=chips データ=data デジタル=digital テクノ=techno テクノロジーズ=technologies テクノロジー=technology テック=tech デバイス=device デバイセズ=devices
デザイン=design トーク=talk ドライブ=drive ドローン=drone ナノ=nano ニューロ=neuro ニューラル=neural ネクスト=next ネット=net ネットワーク=network ネットワークス=networks
ノード=node ノース=north バード=bird パートナーズ=partners バイオ=bio ハウス=house パワー=power バンク=bank ビジョン=vision ファースト=first ファーム=farm ファーマ=pharma
ファイナンス=finance ファウンデーション=foundation ファクトリー=factory ファンド=fund フィナンシャル=financial フォース=force フォト=photo フォトニクス=photonics フォレスト=forest
ブライト=bright プラス=plus プラットフォーム=platform プラットフォームズ=platforms ブラック=black ブルー=blue ブレイン=brain ブレーン=brain プロ=pro プロジェクト=project ベータ=beta ヘルス=health
ヘルスケア=healthcare ベンチャーズ=ventures ペイ=pay ボイス=voice ホールディングス=holdings ボット=bot ホワイト=white マイクロ=micro マイニング=mining マインド=mind マシン=machine
マシンズ=machines マテリアルズ=materials マリン=marine ミニ=mini ムーン=moon メガ=mega メタル=metal メディア=media メディカル=medical メモリー=memory モーター=motor モーターズ=motors
モーション=motion モデル=model モバイル=mobile モビリティ=mobility モビリティー=mobility ライト=light ライフ=life ラーニング=learning ラボ=lab ラボズ=labs ラボラトリー=laboratory
ラボラトリーズ=laboratories ランゲージ=language リサーチ=research リバー=river リンク=link ルート=root レイ=ray レッド=red ロジック=logic ロジスティクス=logistics ロボ=robo
ロボット=robot ロボティクス=robotics ワークス=works ワールド=world ワン=one コンシェルジュ=concierge コンピュート=compute サーチ=search キャンパス=campus インベストメント=investment アドバイザーズ=advisors ソリューション=solution
オプティカル=optical マニュファクチャリング=manufacturing サステナブル=sustainable バッテリー=battery グロース=growth マネジメント=management ノート=note アシスト=assist アシスタント=assistant
コンシェル=concierge ドック=dock ガイド=guide テンソル=tensor デブ=dev ベイ=bay フォージ=forge クイック=quick ブルック=brook リッジ=ridge ハブ=hub ハーバー=harbor パーク=park ポート=port フロー=flow ベース=base ゲート=gate ブリッジ=bridge フィールド=field ストーン=stone クリエイト=create
セラピューティクス=therapeutics シグナル=signal オートノミー=autonomy オートノマス=autonomous エアロ=aero スペクトル=spectrum アナログ=analog シンセ=synth ジェネシス=genesis ホライズン=horizon
"""
_ENGLISH = dict(pair.split("=") for pair in _WORDS.split())
_KATAKANA = re.compile(r"[ァ-ヺー]+")
LEAST_REST = 2
"""Kana that must be left of a word beside a loan word, else it is no compound: ラボーレ is not lab and one letter."""


def is_loan_word(word: str) -> bool:
    """Whether names are made of the word, so that alone it is nobody's."""
    return word in _ENGLISH


def in_english(name: str) -> str:
    """The name with its loan words written in English, each a word of its own; the rest stays as it is."""
    return _KATAKANA.sub(lambda match: " ".join(_parts(match[0])), name)


def _parts(run: str) -> list[str]:
    """A run of katakana, from its end to its beginning: names end with what they are (ラボ, システムズ)."""
    if run in _ENGLISH:
        return [_ENGLISH[run]]
    for cut in range(LEAST_REST, len(run) - 1):  # the longest loan word at the end
        if run[cut:] in _ENGLISH and run[cut] not in "ーァィゥェォャュョッン":
            return [*_parts(run[:cut]), _ENGLISH[run[cut:]]]
    for cut in range(len(run) - LEAST_REST, 2, -1):  # or at the beginning
        if run[:cut] in _ENGLISH and run[cut] not in "ーァィゥェォャュョッン":
            return [_ENGLISH[run[:cut]], *_parts(run[cut:])]
    return [run]
