"""Speakers: who says a figure, as a reader of the text would tell; nobody where the text does not say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.contexts.quotes import find_quotes
from pipeline.extract.contexts.speakers import speakers_of
from pipeline.extract.sentences import split_sentences
from pipeline.records import Entity
from tests.extract.contexts.marked import Named, unmarked

PEOPLE = ("sam-altman", "lisa-su", "masayoshi-son", "arthur-mensch", "jensen-huang")
COMPANIES = ("openai", "amd", "softbank", "mistral-ai", "nvidia", "microsoft", "anthropic")
ENTITIES = {
    **{one: Entity(id=one, name=one, type="person") for one in PEOPLE},
    **{one: Entity(id=one, name=one, type="organization") for one in COMPANIES},
    "chatgpt": Entity(id="chatgpt", name="ChatGPT", type="product"),
}

JAPANESE = [
    ("[アルトマン|sam-altman]氏は、売上高が{37億ドル}だったと述べた。", "sam-altman"),
    ("[OpenAI|openai]は{66億ドル}を調達したと発表した。", "openai"),
    ("[OpenAI|openai]は{66億ドル}の調達を発表した。", "openai"),
    ("[OpenAI|openai]によると、利用者は{3億人}だ。", "openai"),
    ("[アルトマン|sam-altman]氏によれば、費用は{1億ドル}だった。", "sam-altman"),
    ("[孫正義|masayoshi-son]会長兼社長は「{10兆円}を投じる」と語った。", "masayoshi-son"),
    ("「{10兆円}を投じる」と[孫|masayoshi-son]氏は語った。", "masayoshi-son"),
    ("[孫|masayoshi-son]氏「{10兆円}を投じる」", "masayoshi-son"),
    ("[孫|masayoshi-son]氏は「準備は整った。{10兆円}を投じる。来年だ。」と語った。", "masayoshi-son"),
    ("[孫|masayoshi-son]氏は決意を語った。同氏は、{10兆円}を投じると述べた。", "masayoshi-son"),
    ("[OpenAI|openai]が決算を出した。同社は損失が{50億ドル}だったと明らかにした。", "openai"),
    ("[OpenAI|openai]が決算を出した。同社によると、損失は{50億ドル}だった。", "openai"),
    ("[エヌビディア|nvidia]は、売上高が{460億ドル}になるとの見通しを明らかにした。", "nvidia"),
    ("[アルトマン|sam-altman]氏は、[マイクロソフト|microsoft]が{100億ドル}を出すと話した。", "sam-altman"),
    ("[アルトマン|sam-altman]氏は記者団に対し、[OpenAI|openai]は{37億ドル}を稼いだと述べた。", "sam-altman"),
    ("[OpenAI|openai]は上場を否定し、[孫|masayoshi-son]氏は{10兆円}を投じると述べた。", "masayoshi-son"),
    ("[アルトマン|sam-altman]氏は損失を認めたと述べた。{50億ドル}に上ると説明した。", "sam-altman"),
    ("[OpenAI|openai]は{66億ドル}を調達した。", None),
    ("[OpenAI|openai]の売上高は{37億ドル}だった。", None),
    ("関係者によると、[OpenAI|openai]は{50億ドル}を失った。", None),
    ("[OpenAI|openai]について、アナリストは{3000億ドル}の価値があると述べた。", None),
    ("[OpenAI|openai]は好調だ。米政府は{100億ドル}を出すと発表した。", None),
    ("[孫|masayoshi-son]氏は語った。[OpenAI|openai]の利用者は{3億人}だ。", None),
    ("私は毎月{20ドル}を払っています。", None),
    ("[OpenAI|openai]の新モデルが話題だ。彼らは、訓練費用は{600万ドル}だったと主張した。", "openai"),
    ("「[ChatGPT|chatgpt]」の利用者は{3億人}だ。", None),
]

ENGLISH = [
    ("[Altman|sam-altman] said revenue was {$3.7 billion}.", "sam-altman"),
    ("Revenue was {$3.7 billion}, [Altman|sam-altman] said.", "sam-altman"),
    ("Revenue was {$3.7 billion}, the Texas-based chip maker [Nvidia|nvidia] said on Monday.", "nvidia"),
    ("Revenue was {$3.7 billion}, chief executive [Sam Altman|sam-altman] said.", "sam-altman"),
    ("“We made {$3.7 billion},” said [Altman|sam-altman].", "sam-altman"),
    ("\"We made {$3.7 billion},\" [Sam Altman|sam-altman], the chief executive, said.", "sam-altman"),
    ("\"We grew fast. We made {$3.7 billion},\" [Altman|sam-altman] said.", "sam-altman"),
    ("\"We grew fast,\" [Altman|sam-altman] said. \"We made {$3.7 billion}.\"", "sam-altman"),
    ("According to [OpenAI|openai], it has {300 million users}.", "openai"),
    ("It has {300 million users}, according to [OpenAI|openai].", "openai"),
    ("According to [OpenAI|openai] CEO [Sam Altman|sam-altman], it cost {$100 million}.", "sam-altman"),
    ("[OpenAI|openai] announced a {$40 billion} round.", "openai"),
    ("[Altman|sam-altman] told reporters that it cost {$100 million}.", "sam-altman"),
    ("[AMD|amd] estimates the market at {$500 billion}.", "amd"),
    ("[Lisa Su|lisa-su] spoke in Taipei. [Su|lisa-su] expects {$100 billion} in sales.", "lisa-su"),
    ("[Altman|sam-altman] said it was over. He added that {$5 billion} was gone.", "sam-altman"),
    ("[OpenAI|openai] grew. The company said it had {300 million users}.", "openai"),
    ("\"It cost {$100 million},\" he said, after [Altman|sam-altman] had said no more.", None),
    ("“It will cost {$1 billion}”, said the chief executive of [Nvidia|nvidia], [Jensen Huang|jensen-huang].", "jensen-huang"),
    ("[Jensen Huang|jensen-huang] of [Nvidia|nvidia] said the cost was {$2 billion}.", "jensen-huang"),
    ("[Nvidia|nvidia] reported revenue of {$35 billion}.", "nvidia"),
    ("[Altman|sam-altman] said [Microsoft|microsoft] had paid {$13 billion}.", "sam-altman"),
    ("[Altman|sam-altman] said he was glad, while [Nvidia|nvidia] lost {$600 billion} in value.", None),
    ("[OpenAI|openai] raised {$6.6 billion}.", None),
    ("Analysts said [OpenAI|openai] had lost {$5 billion}.", None),
    ("[OpenAI|openai] lost {$5 billion}, according to people familiar with the matter.", None),
    ("[OpenAI|openai]'s rival Cohero said it had raised {$500 million}.", None),
    ("[Altman|sam-altman] said so. [Nvidia|nvidia] lost {$600 billion}.", None),
    ("I paid {$20} for [ChatGPT|chatgpt] and liked it.", None),
    ("[Microsoft|microsoft] invested in [OpenAI|openai]. The company said it paid {$13 billion}.", "microsoft"),
    ("The plant is run with [OpenAI|openai]. The company said it cost {$13 billion}.", None),
    ("[OpenAI|openai] is worth {$300 billion}, an analyst told Reuters.", None),
]  # fmt: skip

FRENCH = [
    ("[Arthur Mensch|arthur-mensch] a déclaré que le coût était de {6 millions}.", "arthur-mensch"),
    ("« Nous avons levé {2 milliards} », a déclaré [Arthur Mensch|arthur-mensch].", "arthur-mensch"),
    ("« Nous avons levé {2 milliards} », a promis M. [Mensch|arthur-mensch].", "arthur-mensch"),
    ("« Nous grandissons. Nous avons levé {2 milliards} », explique [Arthur Mensch|arthur-mensch].", "arthur-mensch"),
    ("« Nous grandissons », a dit [Arthur Mensch|arthur-mensch]. « Nous avons levé {2 milliards}. »", "arthur-mensch"),
    ("Selon [Mistral AI|mistral-ai], le modèle a coûté {6 millions}.", "mistral-ai"),
    ("Le modèle a coûté {6 millions}, selon [Mistral AI|mistral-ai].", "mistral-ai"),
    ("D'après [Jensen Huang|jensen-huang], il faudra {10 gigawatts}.", "jensen-huang"),
    ("Selon le PDG de [Nvidia|nvidia], [Jensen Huang|jensen-huang], il faudra {10 gigawatts}.", "jensen-huang"),
    ("[Mistral AI|mistral-ai] a annoncé une levée de {2 milliards}.", "mistral-ai"),
    ("[OpenAI|openai] estime ses pertes à {5 milliards}.", "openai"),
    ("[Mistral AI|mistral-ai] revendique {300 000 clients}.", "mistral-ai"),
    ("Il y aura {500 emplois}, assure [Mistral AI|mistral-ai].", "mistral-ai"),
    ("[Arthur Mensch|arthur-mensch] a déclaré sa joie. Il a précisé que {2 milliards} étaient levés.", "arthur-mensch"),
    ("[Arthur Mensch|arthur-mensch] a dit non. « Cela coûte {2 milliards} », a-t-il ajouté.", "arthur-mensch"),
    ("[Mistral AI|mistral-ai] grandit. Le groupe a indiqué employer {350 personnes}.", "mistral-ai"),
    ("« Il faut {10 gigawatts} », a déclaré le patron de [Nvidia|nvidia], [Jensen Huang|jensen-huang].", "jensen-huang"),
    ("[Jensen Huang|jensen-huang], le patron de [Nvidia|nvidia], a affirmé vendre {3 millions de puces}.", "jensen-huang"),
    ("[Mistral AI|mistral-ai] lève {2 milliards}.", None),
    ("[Mistral AI|mistral-ai] emploie {350 salariés}.", None),
    ("Selon une source proche, [Mistral AI|mistral-ai] a levé {2 milliards}.", None),
    ("Un analyste estime [OpenAI|openai] à {300 milliards}.", None),
    ("[Mensch|arthur-mensch] a dit oui. [Nvidia|nvidia] vaut {3000 milliards}.", None),
    ("[Mensch|arthur-mensch] a dit oui, tandis que [Nvidia|nvidia] a perdu {600 milliards}.", None),
    ("J'ai payé {20 euros} pour [ChatGPT|chatgpt].", None),
]  # fmt: skip
CASES = [
    (lang, *case) for lang, cases in (("ja", JAPANESE), ("en", ENGLISH), ("fr", FRENCH)) for case in cases
]


@pytest.mark.parametrize(
    ("lang", "text", "expected"), CASES, ids=lambda one: one if isinstance(one, str) else ""
)
def test_a_figure_is_said_by_who_says_it(lang: str, text: str, expected: str | None) -> None:
    plain, figures, names = unmarked(text)
    assert speakers_of(plain, lang, figures, split_sentences(plain), names, ENTITIES) == [expected]


def test_two_speakers_of_one_sentence_each_have_their_own() -> None:
    plain, figures, names = unmarked(
        "[Altman|sam-altman] said it cost {$100 million}, but [Huang|jensen-huang] said it cost {$1 billion}."
    )
    found = speakers_of(plain, "en", figures, split_sentences(plain), names, ENTITIES)
    assert found == ["sam-altman", "jensen-huang"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("彼は「これは『夢』だ。」と言う", ["「これは『夢』だ。」"]),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ("« Un », dit-il", ["« Un »"]),
        ("“never closed", []),
        ('5" wide\n\nand 6" high', []),
    ],
)
def test_quotations_are_what_stands_between_marks(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in find_quotes(text)] == inside


PIECES = st.sampled_from(
    ["「", "」", "“", "”", '"', "« ", " »", " said ", "と述べた。", "によると、", " a déclaré ", ", ", ". ", "同社は", " he said", "according to ", "は", "\n\n"]
)  # fmt: skip


@given(
    lang=st.sampled_from(["ja", "en", "fr", "de"]),
    pieces=st.lists(PIECES | st.text(max_size=5) | st.sampled_from(["[X|openai]", "[Y|sam-altman]", "{5}"]), max_size=25),
)  # fmt: skip
def test_no_text_breaks_it_and_only_its_names_speak(lang: str, pieces: list[str]) -> None:
    plain, figures, names = unmarked("".join(pieces))
    found = speakers_of(plain, lang, figures, split_sentences(plain), names, ENTITIES)
    assert len(found) == len(figures)
    assert set(found) <= {name.entity for name in names if isinstance(name, Named)} | {None}
