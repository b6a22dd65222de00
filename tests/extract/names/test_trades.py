"""Names that are plain words too, told among others of their trade: [what is linked], and all else is not."""

from __future__ import annotations

import pytest

from pipeline.extract.names.linking import Names
from tests.extract.names.test_names_homonyms import marked


@pytest.mark.parametrize(
    "text",
    [
        "[Vistra] and [Talen Energy] rallied again. [Constellation] has 21 reactors and no debt.",
        "[Vistra] and [Dominion Energy] fell. [NRG], meanwhile, disclosed 445 megawatts.",
        "[RTE] and [National Grid] publish queues. [Elia], the transmission operator, does so monthly.",
        "So [Accel] and [Index Ventures] both passed on the deal, people close to it say.",
        "[CoreWeave], [Nebius] and [Crusoe] rent machines. [Lambda] charges a little less than they do.",
        "[EDF] et [Engie] ont fait leurs comptes. [Elia] a reçu huit demandes de raccordement en un an.",
        "[Schneider Electric] et [Vertiv] ont de l'avance. [Legrand] partait de plus loin.",
        "[Sanofi] et [Novartis] ont signé. [Roche] négocie encore.",
        "[EDF] et [Engie] attendent. [Terna] publiera sa liste en mars.",
        "[コアウィーブ]は沈黙を守る。[ネビウス]は増産を急ぐ。[ラムダ]は今月、大型の契約を締結した。",
        "[ビストラ]、[タレン・エナジー]、[コンステレーション]はそろって高い。",
        "[Nvidia]'s next rack, dubbed [Kyber], will draw 600 kilowatts.",
        "[Snowflake] and [Databricks] want the same customers. [Elastic] fell 12%, [Confluent] 3%.",
        "Le [Conseil européen de l'innovation] et l'[OTAN] financent la puce.",
        "創業者の[楊植麟]氏は取材に応じた。",
        "深圳の[UBテック]は受注が8億元に達した。[ユニツリー]が追う。",
        "[マイクロソフト]と[エヌビディア]が出資した。データベースの[クリックハウス]も加わる。",
        "[マイクロソフト]と[エヌビディア]、開発基盤の[ラングチェーン]に出資した。",
    ],
)
def test_a_name_among_others_of_its_trade_is_linked(names: Names, text: str) -> None:
    assert marked(names, text.replace("[", "").replace("]", "")) == text


@pytest.mark.parametrize(
    "text",
    [
        "[Vistra] and [Dominion Energy] fell. Constellation prizes went to three astronomers that night.",
        "[Sequoia Capital] and [Andreessen Horowitz] agree. Benchmark results tell another story.",
        "[CoreWeave] and [Nebius] publish prices. Switch providers and you save a third.",
        "[CoreWeave] and [Nebius] have the same contract. Compass in hand, the surveyors walked.",
        "[Walmart] and [Costco] use it too. Target dates have slipped twice.",
        "[Vistra] and [Talen Energy] are up. Shell companies were used to hide the money.",
        "Jean Legrand, électricien chez [Schneider Electric] et [Vertiv], raconte.",
        "[OVHcloud] et [Scaleway] visent l'utilisateur lambda.",
        "[コアウィーブ]と[ネビウス]の技術者が、ラムダ式の書き方を議論した。",
        "[ウェイモ]と[ズークス]の社員が夜空のオーロラを見上げた。",
        "[Siemens] et [ABB] dominent. Mme Legrand, elle, attend.",
        "[Waymo] and [Zoox] were asked. Serena, who runs the canteen, was not.",
        "[Andreessen Horowitz] and [Index Ventures] came. Serena, who runs the canteen, was not impressed.",
        "[エヌビディア]の社員はマーベルの映画を見た。[AMD]の社員も。",
    ],
)
def test_a_word_beside_them_is_none(names: Names, text: str) -> None:
    assert marked(names, text.replace("[", "").replace("]", "")) == text
