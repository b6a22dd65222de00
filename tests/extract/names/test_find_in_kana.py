"""Names in katakana that were misheard or are spelled otherwise, with the project's own catalogue: [what is meant|by whom]."""

from __future__ import annotations

import re

import pytest

from pipeline.extract.names.linking import Names
from pipeline.extract.tokens import tokenize

_MARK = re.compile(r"\[([^]|]+)\|([a-z0-9-]+)\]")


def expected_and_found(names: Names, text: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    plain = _MARK.sub(r"\1", text)
    heard = [
        (plain[link.start : link.end], link.entity)
        for link in names.find(plain, tokenize(plain))
        if link.method == "phonetic"
    ]
    return [(match[1], match[2]) for match in _MARK.finditer(text)], heard


@pytest.mark.parametrize(
    "text",
    [
        "皆さん、今週は[アンソロピクス|anthropic]の話です。OpenAIのライバルですね。[ダリオ・アモデイー|dario-amodei]CEOが書きました。",
        "OpenAIの元CTO、[ミラ・ムラッティ|mira-murati]が会社を作りました。",
        "[ダリオ・アモディ|dario-amodei]と[ダニエラ・アモディ|daniela-amodei]の兄妹がアンソロピックを作りました。",
        "エヌビディアの[ジェンセン・ホワン|jensen-huang]が革ジャンで登場しました。",
        "xAIは[コロッサース|colossus]を作りました。[イローン・マスク|elon-musk]の言うことですから。[マスク|elon-musk]ですから。",
        "グーグルの[アルファイボルブ|alphaevolve]は自分でコードを直します。ディープマインドの研究です。",
        "メタの[ムーヴィー・ジェン|movie-gen]は動画を作ります。",
        "テスラの[サイバーキャップ|cybercab]にはハンドルがありません。",
        "テスラのロボット、[オプチマス|optimus]は洗濯物をたたみます。イーロン・マスクが言います。",
        "[パランティヤ|palantir]の株が上がりました。トランプ大統領のおかげです。",
        "[ブロードコームー|broadcom]がOpenAIのチップを作ります。[ホック・タアン|hock-tan]さんは笑顔です。",
        "[スターゲイツ|stargate]計画でOpenAIとソフトバンクは5000億ドルを使います。",
        "xAIのスーパーコンピューター[コロサス|colossus]は大きいです。イーロン・マスクが自慢しています。",
    ],
)
def test_a_slip_of_a_transcript_is_who_was_meant(names: Names, text: str) -> None:
    expected, found = expected_and_found(names, text)
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "米[アンドリーセン・ホロビッツ|andreessen-horowitz]と米[ジェネラル・カタリスト|general-catalyst]は、仏ミストラルAIの株主だ。",
        "[ヴィノド・コースラ|vinod-khosla]氏はオープンAIに早くから出資した。",
        "サカナAIの[リヨン・ジョーンズ|llion-jones]氏は元グーグルの研究者だ。",
        "[フルードスタック|fluidstack]は、アンソロピックのデータセンターを建てる。オープンAIとも話す。",
        "半導体新興の[テンストーレント|tenstorrent]を率いる[ジム・ケーラー|jim-keller]氏はエヌビディアに挑む。",
        "[ワールドラボズ|world-labs]の[フェイフェイ・リ|fei-fei-li]氏はスタンフォード大の教授だ。",
        "[クララ・シャパーズ|clara-chappaz]氏はフランスのAI担当相で、ミストラルAIを支援する。",
        "[アイソモーフィック・ラブズ|isomorphic-labs]はアルファベット傘下で、ハサビス氏が率いる。",
        "米[メンロー・ベンチャーズ|menlo-ventures]はアンソロピックの有力株主で、グーグルやアマゾンと並ぶ。",
        "[シャオミー|xiaomi]がチップを作る。エヌビディアは売れない。",
    ],
)
def test_another_spelling_of_an_article_is_the_same_name(names: Names, text: str) -> None:
    expected, found = expected_and_found(names, text)
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "[クラウド3.7ソネット|claude-3-7-sonnet]を試しました。アンソロピックのモデルです。",
        "アンソロピックの[クラウド・オーパス4.5|claude-opus-4-5]は高いけれど賢いです。",
        "アンソロピックの[クラウド4|claude-4]が出ました。",
        "アマゾンの[トレイニウム2|trainium-2]はエヌビディアに挑みます。",
        "[クラウドコード|claude-code]で開発する人が増えました。アンソロピックは笑いが止まりません。",
    ],
)
def test_a_version_is_known_by_its_number(names: Names, text: str) -> None:
    expected, found = expected_and_found(names, text)
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "中国の[安蘇ロピック|anthropic]。OpenAIとグーグルのライバルです。",
        "[絵のビデア|nvidia]のGPUをOpenAIとグーグルが買いました。",
    ],
)
def test_a_name_may_be_written_in_words_that_the_recogniser_knew(names: Names, text: str) -> None:
    expected, found = expected_and_found(names, text)
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "クラウド事業が伸びた。マイクロソフトのアジュールは3割増、アンソロピックも顧客だ。",
        "クラウド3社はアマゾン、マイクロソフト、グーグルで、アンソロピックとオープンAIが最大の顧客だ。",
        "クラウドコストが膨らみ、アンソロピックは赤字だ。クローズドコードのモデルを売る。",
        "ソネットを14行で書くようチャットGPTに頼んだ。シェークスピアのソネット18番が手本だ。",
        "ソネット3編とハイク5句をクロードに書かせた。アンソロピックとオープンAIの詩の腕比べだ。",
        "東京の新興企業アンソレムはオープンAIのモデルを使う。グーグルにも挑む。",
        "スタートアップのセレブロはエヌビディアのGPUを使う。",
        "パランテオという植物の新興がグーグルとエヌビディアから出資を受けた。",
        "スクライブ・キャピタルはオープンAIに投資していない。",
        "アレックス・プライス氏はアマゾンとグーグルの株主だ。",
        "弁護士のサム・アルバートン氏はオープンAIとグーグルを訴えた。",
        "ジム・ケリー氏はオープンAIとエヌビディアの株主だ。",
        "映画監督のデニス・ヴィルヌーヴ氏は、オープンAIとグーグルの動画生成に反対した。",
        "ブラックホールの研究にエヌビディアのGPUを使う。",
        "ブルガリアの大学にエヌビディアとグーグルがGPUを贈った。",
        "サイバーカフェではエヌビディアのGPUが回る。テスラの話も出た。",
        "ムービーシーンの多くはメタのAIで作られた。",
        "テスラのロボタクシーとウェイモの競争だ。",
        "ウェーブ・ネットワークスはOpenAIとグーグルに挑む。",
        "オプティミスムに満ちた市場で、テスラとアップルの株が上がった。",
    ],
)
def test_words_and_others_of_like_sound_are_left_alone(names: Names, text: str) -> None:
    assert expected_and_found(names, text)[1] == []
