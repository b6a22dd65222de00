"""Names written short, with the project's own catalogue: [what is linked] and all else is not."""

from __future__ import annotations

import pytest

from pipeline.extract.names.linking import Names
from pipeline.extract.tokens import has_japanese, tokenize
from tests.extract.names.test_names_homonyms import marked


def entities(names: Names, text: str) -> dict[str, str]:
    tokens = tokenize(text) if has_japanese(text) else []
    return {text[link.start : link.end]: link.entity for link in names.find(text, tokens)}


@pytest.mark.parametrize(
    "text",
    [
        "[Amazon] announced [Nova Pro] and [Nova Lite]. [Pro] handles video, while [Lite] is meant for cheap jobs.",
        "[Anthropic] says [Claude Opus 4.5] beats all. [Opus 4.1] cost more, and [Sonnet 4.5] is nearly as good.",
        "The lab behind [Claude] retired two. [Haiku] stays on the free tier; [Opus] does not. [Anthropic] is sorry.",
        "[Google] shipped [Gemini 2.5 Pro]. Who wants speed should take [2.5 Flash]. [Flash] answers at once.",
        "[Mistral] prices [Medium 3] at a fraction; [Small 3.1] is open, [Large 2] is not.",
        "[Meta] released [Llama 4 Scout] and [Maverick] on a Saturday. [Behemoth] is still in training.",
        "Subscribers of [ChatGPT Plus] get forty messages. [Plus] costs $20 a month and [Pro] $200.",
        "Large companies hesitate, small ones buy. [Mistral Small] is aimed at the second, [Arthur Mensch] said.",
        "The [iPhone] was thin. A pro photographer tried [Nova Pro] from [Amazon]. Pro tip: turn it off.",
        "[DeepSeek] shocked markets with [R1]. Its successor, [V3.2], arrived, and [V4] is overdue.",
        "[Amazon] a présenté [Nova Micro], [Lite] et [Pro]. [Micro] ne traite que du texte.",
        "L'abonnement [ChatGPT Plus] augmente. [Plus] donne accès à [Sora]. Plus personne ne s'en étonne.",
        "Le poète a écrit un sonnet et trois haïkus avec [ChatGPT]. Son opus est court.",
        "Plus les clients affluent, plus [Mistral] investit. [Medium 3] sert aux banques, [Large] aux armées.",
        "Pro de la vente depuis vingt ans, elle teste [ChatGPT Plus]. Plus que convaincue, elle paie.",
        "[アマゾン]は「[Nova Pro]」と「[Nova Lite]」を発表した。[Pro]は動画も扱い、[Lite]は安い。",
        "[アンソロピック]の[クロード]に新版が出た。[オーパス4.5]は安く、[ソネット4.5]も速い。",
        "詩人はソネットを書き、俳句をハイクと呼んだ。[ChatGPT]は訳せなかった。",
        "プロの料理人がライトな味に仕上げた。[ChatGPT Pro]の献立だ。",
        "[ミストラル]の[Medium 3]は銀行向け、[Large 2]は軍向けだ。",
    ],
)
def test_members_of_a_series_go_by_their_own_part(names: Names, text: str) -> None:
    assert marked(names, text) == text


@pytest.mark.parametrize(
    ("text", "surface", "entity"),
    [
        ("Anthropic made Claude 3.5 Sonnet. Sonnet writes tests.", "Sonnet", "claude-3-5-sonnet"),
        ("OpenAI pulled GPT-4o, and users begged to have 4o back.", "4o", "gpt-4o"),
        ("Anthropicは値下げした。オーパス4.5は3分の1だ。", "オーパス4.5", "claude-opus-4-5"),
        ("Mistral AI a mis en ligne Small 7.2 hier.", "Small 7.2", "mistral-small"),
        ("xAI trained Grok 4 and promised Grok 9.", "Grok 9", "grok"),
        ("DeepSeek's R7 slipped again.", "R7", "deepseek"),
    ],
)
def test_a_version_that_nobody_lists_belongs_to_its_family(
    names: Names, text: str, surface: str, entity: str
) -> None:
    assert entities(names, text)[surface] == entity


@pytest.mark.parametrize(
    "text",
    [
        "[Musk] wants robots in every house, and [Zuckerberg] wants glasses on every nose.",
        "“We will be fine,” [Elon] told [Tesla] investors.",
        "[OpenAI] lost its chief scientist, and [Sam] said he would hire ten more.",
        "Sam Okafor, a teacher in Leeds, uses [ChatGPT]. Sam says it marks fairly. [OpenAI] is pleased.",
        "My neighbour Sam repairs bicycles and has never heard of [OpenAI].",
        "The musk of the perfume filled the hall where [Amazon] sold [Alexa].",
        "[Trump] signed the order in front of [Huang], who thanked him.",
        "Chez [Meta], « c’est [Mark] qui décide », soupire un ancien. [Zuckerberg] a ri.",
        "[Macron] a reçu [Starmer] ; il y a un an, c'était [Biden].",
        "[イーロン]はまた約束した。[テスラ]の株価は動かなかった。",
        "マスクを着けた社員が[テスラ]の工場に並んだ。",
        "[テスラ]の[オプティマス]について、[マスク]は来年100万台と語る。",
        "[ダニエラ]は兄の[ダリオ]と[アンソロピック]を作った。",
        "[バイデン]時代の規制を[トランプ]が取り消した。",
        "祖父は孫と[ChatGPT]で遊ぶ。孫は5歳だ。",
        "[孫]は[ソフトバンク]の株を担保に入れた。",
        "友人のサムはパン屋で、[OpenAI]とは縁がない。",
    ],
)
def test_people_whom_all_know_go_by_one_name(names: Names, text: str) -> None:
    assert marked(names, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "[SK hynix] raised its outlook. [SK] shares jumped, and [Hynix] leads in memory.",
        "The [AI Act] applies from August. The [Act] bans social scoring; an act of God it is not.",
        "[Rachel Reeves] wants growth. The [Treasury] will fund a data centre.",
        "[Thinking Machines Lab] met [Menlo Ventures]. [Menlo], an investor, liked it.",
        "La [Commission européenne] publiera l'omnibus. La commission des affaires étrangères s'en inquiète.",
        "[ソフトバンクグループ]（[SBG]）は社債を出す。[SBG]の負債は重い。",
        "[カウンターポイント・リサーチ]によると首位は韓国勢だ。[カウンターポイント]は来年も続くとみる。",
    ],
)
def test_organisations_go_by_a_piece_of_their_name(names: Names, text: str) -> None:
    assert marked(names, text) == text
