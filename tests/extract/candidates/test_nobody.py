"""Nobody: capitals that make no name: terms, half a rank, kings, thinkers, feasts, organs, tests, periods; and names that look like them."""

from __future__ import annotations

import re

import pytest

from pipeline.extract.candidates.propose import propose
from pipeline.extract.sentences import split_sentences
from pipeline.extract.tokens import has_japanese, tokenize


def proposed(text: str, lang: str, *known: str) -> set[str]:
    """Surfaces, where the words `known` are linked already."""
    tokens = tokenize(text) if has_japanese(text) else []
    taken = sorted(match.span() for word in known for match in re.finditer(re.escape(word), text))
    return {text[one.start : one.end] for one in propose(text, lang, tokens, split_sentences(text), taken)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The town wants a Noise Assessment and an Ethics Charter before spring."),
        ("en", "We were promised a Walled Garden with no weeds."),
        ("en", "They read the Risk Factors, sent a Cover Letter and paid the Late Fees."),
        ("en", "He praised our Annual Review and their Loyalty Scheme."),
        ("en", "The Chief Operating Officer met the Head Teacher."),
        ("en", "Some quote Schopenhauer, others Flaubert. Balzac would have laughed."),
        ("en", "My uncle read Hannah Arendt on the train, and a life of Henry VIII."),
        ("en", "They trade Class B shares on Whitsun and at Michaelmas."),
        ("en", "The talk was about Generative AI, Private Equity and Machine Learning."),
        ("en", "Naysayers were not moved. Bystanders yawned."),
        ("en", "It reached 81 on Arena Hard and 64 on SWE-bench Verified."),
        ("en", "The Mayday was heard when Typhoon Belinda came over the Kalahari."),
        ("fr", "Le Conseil d'administration et le Comité de direction ont voté."),
        ("fr", "C'est un Tripatouillage, un Lessivage, dit le Toulonnais."),
        ("fr", "Jusqu'ici, rien. Puisqu'il pleut, on lit Montesquieu."),
        ("fr", "Vauban aurait apprécié, et Richelieu aurait souri."),
        ("ja", "ドライバーさんとパイロットさんが来た。"),
        ("ja", "3Qは増益、FY26は減益の見通し。"),
        ("ja", "ベンチマークはMMLUが88、GPQAダイヤモンドが71だった。"),
        ("ja", "プラットフォーマーは黙っている。ハイパーパラメーターは少ない。"),
        ("ja", "ノックスビルは晴れ、アマリロは雨だった。"),
        ("ja", "焦点はソブリンAIとフィジカルAIだ。"),
    ],
)
def test_what_only_looks_like_a_name_is_not_proposed(lang: str, text: str) -> None:
    assert not proposed(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "surface"),
    [
        ("en", "It was told to a Tolvane engineer by his aunt.", "Tolvane"),
        ("en", "Nobody has read the Tolvane contract.", "Tolvane"),
        ("en", "So far the QVRT has not answered.", "QVRT"),
        ("en", "They typed it on a TolBook in the train.", "TolBook"),
        ("en", "Each of them rents an KX550 by the hour.", "KX550"),
        ("en", "The start-up Orwell has raised money.", "Orwell"),
        ("en", "The bill was read by Tom Flaubert, chief executive of Tolvane.", "Tom Flaubert"),
        ("en", "Work on the El Pardo Electric line goes on.", "El Pardo Electric"),
        ("fr", "Une société qui s'appelle Marais Bleu embauche.", "Marais Bleu"),
        ("fr", "La Chambre des notaires a porté plainte.", "Chambre des notaires"),
        ("ja", "パイロット氏が社長に就いた。", "パイロット"),
        ("ja", "ブルーフェルトの名は社長が付けた。", "ブルーフェルト"),
    ],
)
def test_a_name_that_looks_like_one_of_these_is_proposed(lang: str, text: str, surface: str) -> None:
    assert surface in proposed(text, lang)
