"""Homonyms, with the project's own catalogue: [what is linked] and all else is not, in texts that name the industry too."""

from __future__ import annotations

import re

import pytest

from pipeline.extract.names.linking import Names
from pipeline.extract.tokens import has_japanese, tokenize

_MARK = re.compile(r"\[([^]]+)\]")


def marked(names: Names, text: str) -> str:
    plain = _MARK.sub(r"\1", text)
    pieces, last = [], 0
    for link in names.find(plain, tokenize(plain) if has_japanese(plain) else []):
        pieces += [plain[last : link.start], f"[{plain[link.start : link.end]}]"]
        last = link.end
    return "".join([*pieces, plain[last:]])


@pytest.mark.parametrize(
    "text",
    [
        "[Anthropic] trained [Claude] while Claude Monet hung in the lobby.",
        "[Apple] and [Google] agreed; the apple pie was eaten, and the Big Apple slept.",
        "[Google]'s [Gemini] is faster. Born under the sign of Gemini, he is a gemini twin.",
        "[Meta] hired [OpenAI] staff, said [Facebook]'s founder; a meta analysis disagreed.",
        "[Oracle] and [OpenAI] signed. The Oracle of Delphi would not have.",
        "[Amazon] and [Anthropic] expanded [Project Rainier]; the Amazon rainforest shrank.",
        "[Figure]'s humanoid met [Boston Dynamics]' [Spot]. In a figure of speech, it danced.",
        "The cursor blinked. [Cursor], made by [Anysphere], has users at [OpenAI].",
        "[Mistral] raised money from [ASML]; the mistral wind blew.",
        "[Meta] released [Llama] on [Hugging Face]; a llama farm in Peru was not amused.",
        "[Microsoft] sells [Copilot]; the copilot landed the plane.",
        "Arm in arm they left [Nvidia]; [Arm], owned by [SoftBank], rose.",
        "Target audiences matter to [OpenAI]. Scale matters too. Figure 3 shows it.",
        "Perplexity on the held-out set fell, says [Anthropic]. [Perplexity], the answer engine, grew.",
        "Runway 3 was closed. [Runway] released a video model, like [Pika Labs].",
        "[SoftBank]'s [Son] met [Sam Altman]; his son stayed home.",
        "[Elon Musk] spoke. [Musk] left. The musk ox stayed with [xAI].",
        "[Sam Altman] spoke, but Daniel Altman did not, nor did [OpenAI].",
        "[Cognition], maker of [Devin], hired from [OpenAI].",
        "Base power is dear, said [Oracle]'s [Safra Catz].",
        "He posted on [X] that [xAI] hires; the x-axis and Generation X agree.",
        "A canon of texts and the latitude of judges worried [OpenAI] and [Canon].",
        "Aunt Claude has never used [ChatGPT], but she uses [Claude] from [Anthropic].",
        "My uncle Claude and my cousin Gemma came to see [Google]'s campus.",
        "The Colossus at Bletchley broke codes long before [xAI] built [Colossus] in Memphis.",
        "She looked for AI inside the annexes of the [AI Act]. An act of vandalism hit [Google].",
        "She hiked in the Atlas mountains before joining [OpenAI].",
        "A Gemini mother raised him; [Google] hired him. Janus was a god.",
        "It rained on the Amazon, and the Amazon does not thank [Microsoft].",
        "[The Washington Post] reported that [OpenAI] grew. [The Washington Post] sued [OpenAI].",
        "Models are sold by [Tesla] in many colours; the [Model S] is an old one.",
        "[Disney] and [Universal] sued [Midjourney] over the Minions.",
        "What [Nvidia] lost on the [H20] nobody at the lab will say.",
    ],
)
def test_english(names: Names, text: str) -> None:
    assert marked(names, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "[Mistral] lève des fonds auprès d'[ASML] ; le mistral souffle sur Arles.",
        "Ma tante Claude ne jure que par [Claude], le robot d'[Anthropic].",
        "Dans l'Atlas marocain, on ne capte pas [Starlink].",
        "À l'ancienne route d'Orange, que [Brookfield] veut couvrir de béton.",
        "[Anthropic] lance [Claude]. Claude Debussy et Claude Lévi-Strauss n'y sont pour rien.",
        "Le [Claude] d'[Anthropic] parle ; Jean-Claude se tait.",
        "[Orange] et [Capgemini] signent. À Orange, dans le Vaucluse, il fait chaud.",
        "[Apple] et [Meta] contestent. La tarte aux pommes d'apple valley refroidit.",
        "[OpenAI] répond. L'oracle de Delphes aussi. [Oracle] a signé.",
        "Son équipe a quitté [SoftBank]. Son départ surprend [Masayoshi Son].",
        "Le géant [Amazon] investit, la forêt d'Amazonie brûle.",
        "[Alan] a levé des fonds. Alan Turing est né à Londres, rappelle [Inria].",
        "Un llama broute. [Meta] publie [Llama].",
        "Il a eu peur, dit l'[UE]. Un accord avec l'[ONU] suit.",
        "Née sous le signe Gemini, elle travaille sur [Gemini], l'assistant de [Google].",
        "L'Inde loue ses cartes ; [Linde] livre son azote à [Nvidia].",
        "Le quotidien reçoit d'[Amazon] 20 à 25 millions de dollars, dit [Google].",
        "Le parquet a visité les bureaux de [X] pour l'enquête sur [Grok], que [xAI] édite.",
        "Selon [Le Monde], [Mistral AI] grandit. Le monde attend, et [Le Monde] a signé un accord avec [OpenAI].",
        "L'[administration Trump] reçoit [OpenAI]. Le conseil d'administration de [Nvidia] vote.",
        "Le peloton de tête et la roche dure, dit [Google].",
    ],
)
def test_french(names: Names, text: str) -> None:
    assert marked(names, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "[アンソロピック]の[クロード]は、クロード・モネを語る。",
        "[アップル]と[グーグル]が提携した。アップルパイはアップル通りの店で。",
        "双子座（ジェミニ）の運勢。[グーグル]の[ジェミニ]は速い。",
        "メタな視点とメタ認知。[メタ]は[フェイスブック]の親会社だ。",
        "神託（オラクル）を待つ。[オラクル]は[オープンAI]と組む。",
        "アマゾン川の流域。[アマゾン]は[アンソロピック]に出資した。",
        "動物園のラマ。[メタ]の[ラマ]は公開された。",
        "南仏に吹くミストラル。仏[ミストラル]は[エヌビディア]と組む。",
        "[ソフトバンク]の[孫]氏は語った。孫と遊ぶ休日。",
        "[イーロン・マスク]氏が来た。[マスク]氏は話した。マスクを着けた記者。",
        "映画「スターゲート」を見た。[オープンAI]の[スターゲート]はデータセンターだ。",
        "日本釣師連合と[オープンAI]。",
        "[マスク]氏は提訴し、[OpenAI]は争う。マスクを着けた記者が並ぶ。",
        "[xAI]傘下の[X]は罰金を払う。X線の技師は笑う。",
        "[日本経済新聞]によると[オープンAI]が増やす。[日本経済新聞社]は[パープレキシティ]を提訴した。",
        "[X]に投稿した。X線とX軸。[xAI]の話。",
        "ハイペリオン証券と[メタ]の[ハイペリオン]を、[フェイスブック]は別物という。",
        "通信AI基本法案と[AI基本法]は、[ネイバー]には別の話だ。",
        "[オラクル]の[エリソン]会長が語った。",
        "[サム・アルトマン]氏の話。[アルトマン]氏は[オープンAI]を率いる。",
        "ロボットのアームが止まり、[エヌビディア]の技術者が呼ばれた。",
        "[孫正義]氏は[アーム]を育てた。クレーンのアームが折れた。アームが箱を持ち上げる。",
        "クロードおじさんは[アンソロピック]を知らない。",
        "クロード・ドビュッシーの曲を[クロード]に尋ねた。[アンソロピック]製だ。",
        "アトラス山脈の村に[スターリンク]が届いた。着信音はラマの鳴き声だ。",
        "[オープンAI]の試作はトライアル中で、メタなご意見も届く。託宣(オラクル)は要らない。",
        "[富士通]と[エヌビディア]は「ムーンショット」と評した。ベンチマークのための機械ではない。",
        "空を意味するソラという名の少女が[OpenAI]に手紙を書いた。",
    ],
)
def test_japanese(names: Names, text: str) -> None:
    assert marked(names, text) == text
